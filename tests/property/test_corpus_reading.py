"""No file and no table, whatever stands in it, stops the loader or the check, or makes them lose the other files."""

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.checks import check_corpus
from corpus.codes import CODES
from corpus.loader import load_corpus
from corpus.problems import Severity
from corpus.readability import reading_grade, syllables
from tests.unit.corpus.tiny_corpus import FILES, PLANT, SPARE, TODAY, TinyCorpus, write_tiny_corpus

TABLES = sorted(name for name in FILES if name.endswith(".yaml"))
KEYS = {"facts.yaml": "facts", "sources.yaml": "sources", "glossary.yaml": "terms", "questions.yaml": "questions"}
KNOWN_CODES = {code.name for code in CODES}

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 3000),
    st.floats(allow_nan=True),
    st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    st.text(max_size=20),
    st.sampled_from(
        ["us", "alcohol", "flora", "low", "high", "banned", "no-data", "none", "A", "crisis", "http://a.b", "[@a]"]
    ),
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(scalars, inner, max_size=3), max_leaves=6
)
FIELDS = (
    "id term ask name title kind status seven_oh confidence checked_on valid_until parent aliases heading text level "
    "rests_on passages members means needs substance_class lines sources answers author issued URL DOI PMID tier "
    "evidence accessed emergency_number"
)
field_names = st.sampled_from(FIELDS.split())
rows = st.one_of(values, st.dictionaries(field_names, values, max_size=8))


def loads_and_checks(tiny: TinyCorpus) -> set[str]:
    """Load and check, and return the ids of the articles read; no exception is the point."""
    loaded = load_corpus(tiny.root)
    for problem in check_corpus(loaded, TODAY, notes=True):
        assert problem.code in KNOWN_CODES
        assert problem.line >= 1
        assert problem.message
        assert str(problem.path).startswith(str(tiny.root))
    return {file.article.id for file in loaded.files}


@settings(deadline=None, max_examples=60)
@given(name=st.sampled_from(TABLES), extra=st.lists(rows, min_size=1, max_size=3), replaced=st.booleans())
def test_any_rows_of_any_table_leave_the_articles_readable(name: str, extra: list[Any], replaced: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        tiny = write_tiny_corpus(Path(folder))
        key = KEYS.get(name, "records")
        table = yaml.safe_load(tiny.read(name))
        table[key] = extra if replaced else table[key] + extra
        tiny.write(name, yaml.safe_dump(table, allow_unicode=True))
        assert loads_and_checks(tiny) == {"what-is-kratom", "mixing", "spare"}


@settings(deadline=None, max_examples=60)
@given(name=st.sampled_from(TABLES), row=st.integers(0, 4), field=field_names, value=values)
def test_any_value_in_any_field_of_a_good_row_is_no_crash(name: str, row: int, field: str, value: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        tiny = write_tiny_corpus(Path(folder))
        table = yaml.safe_load(tiny.read(name))
        found = table[KEYS.get(name, "records")]
        found[row % len(found)][field] = value
        tiny.write(name, yaml.safe_dump(table, allow_unicode=True))
        assert loads_and_checks(tiny) == {"what-is-kratom", "mixing", "spare"}


@settings(deadline=None, max_examples=60)
@given(
    content=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
)
def test_any_bytes_in_place_of_an_article_leave_the_others_readable(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        tiny = write_tiny_corpus(Path(folder))
        tiny.write(SPARE, content)
        assert loads_and_checks(tiny) >= {"what-is-kratom", "mixing"}


@settings(deadline=None, max_examples=60)
@given(start=st.integers(0, 1200), cut=st.integers(0, 60), new=st.text(max_size=10))
def test_any_slip_of_the_pen_in_an_article_is_no_crash(start: int, cut: int, new: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        tiny = write_tiny_corpus(Path(folder))
        text = tiny.read(PLANT)
        tiny.write(PLANT, (text[:start] + new + text[start + cut :]).encode("utf-8", "replace"))
        assert loads_and_checks(tiny) >= {"mixing", "spare"}


@settings(deadline=None, max_examples=40)
@given(content=st.binary(max_size=200), name=st.sampled_from(TABLES))
def test_any_bytes_in_place_of_a_table_are_reported_or_read(content: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        tiny = write_tiny_corpus(Path(folder))
        tiny.write(name, content)
        loads_and_checks(tiny)
        problems = load_corpus(tiny.root).problems
        assert {problem.severity for problem in problems} <= {Severity.INVALID}


@given(st.text(max_size=40))
def test_any_word_has_syllables_and_any_text_a_grade(text: str) -> None:
    assert 1 <= syllables(text) <= max(1, len(text))
    assert isinstance(reading_grade([text]), float)
