"""The digest: the same for the same knowledge, another one for any other."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

import pytest

from corpus.digest import corpus_digest
from tests.factories import (
    make_corpus,
    make_crisis_record,
    make_interaction,
    make_legal_record,
    make_notice,
    make_source,
    make_term,
)
from tests.unit.corpus.tiny_corpus import PLANT, TinyCorpus

FULL = make_corpus(
    legality=(make_legal_record(aliases=("bama",)),),
    interactions=(make_interaction(),),
    glossary=(make_term(),),
    crisis=(make_crisis_record(),),
)


def test_is_64_hexadecimal_digits() -> None:
    assert len(corpus_digest(FULL)) == 64
    assert set(corpus_digest(FULL)) <= set("0123456789abcdef")


def test_the_same_knowledge_has_the_same_digest(tiny: TinyCorpus) -> None:
    before = corpus_digest(tiny.load().corpus)
    tiny.replace(PLANT, "<!-- facts: bot-tree -->", "<!--   facts: bot-tree   -->\n\n<!-- a note to editors -->")
    tiny.write("glossary.yaml", "# a comment\n" + tiny.read("glossary.yaml").replace("[kratom]", "\n  - kratom"))

    assert corpus_digest(tiny.load().corpus) == before


def test_the_order_in_which_sources_were_read_does_not_matter() -> None:
    first, second = make_source(id="a"), make_source(id="b")
    one = make_corpus(sources={"a": first, "b": second})
    other = make_corpus(sources={"b": second, "a": first})

    assert corpus_digest(one) == corpus_digest(other)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (PLANT, "Farmers there", "Workers there"),
        (PLANT, "[@seller; @overview", "[@overview"),
        (PLANT, "@overview, case reports]", "@overview, human study]"),
        (PLANT, "> - whats kratum", "> - whats krathom"),
        (PLANT, "facts: bot-tree", "facts: bot-bush"),
        (PLANT, " .disagreement", ""),
        (PLANT, "{#tree}", "{#bush}"),
        (PLANT, "next_review_on: 2027-05-22", "next_review_on: 2027-05-23"),
        ("sources.yaml", "tier: B", "tier: A"),
        ("sources.yaml", "issued: 2021", "issued: 2022"),
        ("legality.yaml", "aliases: [bama]", "aliases: [yellowhammer]"),
        ("legality.yaml", "valid_until: 2027-03-30", "valid_until: 2027-03-29"),
        ("interactions.yaml", "members: [beer, wine]", "members: [beer]"),
        ("glossary.yaml", "means: [kratom]", "means: [kratom tea]"),
        ("crisis_lines.yaml", "hours: 24 hours", "hours: at night"),
        ("notices/safety.md", "Talk to a doctor", "Ask a doctor"),
    ],
)
def test_any_change_of_knowledge_changes_it(tiny: TinyCorpus, name: str, old: str, new: str) -> None:
    before = corpus_digest(tiny.load().corpus)
    tiny.replace(name, old, new)

    assert corpus_digest(tiny.load().corpus) != before


def _other(value: Any) -> Any:
    """Return another value in place of one of a record."""
    if isinstance(value, Enum):
        return next(member for member in type(value) if member is not value)
    if isinstance(value, date):
        return value.replace(year=value.year + 1)
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        return f"{value} and more"
    return (*value, "more") if isinstance(value, tuple) else (value or 0) + 1


PARTS = {
    "source": (make_source(), lambda part: replace(FULL, sources={"a-study": part})),
    "notice": (make_notice(), lambda part: replace(FULL, notices={"safety": part})),
    "law": (FULL.legality[0], lambda part: replace(FULL, legality=(part,))),
    "interaction": (FULL.interactions[0], lambda part: replace(FULL, interactions=(part,))),
    "term": (FULL.glossary[0], lambda part: replace(FULL, glossary=(part,))),
    "crisis": (FULL.crisis[0], lambda part: replace(FULL, crisis=(part,))),
}


@pytest.mark.parametrize(
    ("part", "field"), [(name, field.name) for name, (part, _) in PARTS.items() for field in fields(part)]
)
def test_every_field_of_every_record_counts(part: str, field: str) -> None:
    record, put = PARTS[part]
    assert is_dataclass(record)
    changed = replace(record, **{field: _other(getattr(record, field))})  # type: ignore[type-var]

    assert corpus_digest(put(changed)) != corpus_digest(FULL)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        (("a",), ("a", "")),
        ((), ("",)),
        (("1",), (1,)),
        (("None",), (None,)),
        ((("a",), ()), (("a", ()),)),
    ],
)
def test_values_that_read_alike_do_not_collide(one: Any, other: Any) -> None:
    with_one, with_other = (make_term(means=means) for means in (one, other))
    assert corpus_digest(make_corpus(glossary=(with_one,))) != corpus_digest(make_corpus(glossary=(with_other,)))
