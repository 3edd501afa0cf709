"""Each code of `check`, planted once in a corpus without fault, is what is found there, and nothing else."""

from collections.abc import Callable

import pytest

from corpus.codes import CODES
from corpus.files import MAX_FILE_BYTES
from tests.unit.corpus.planted import FAULTS, FIRST, PARAMETERS, SAFE_SECOND, SELLERS, SHELF, Fault
from tests.unit.corpus.tiny_corpus import PLANT, SAFETY, SPARE, TinyCorpus


def test_the_corpus_without_a_planted_fault_is_clean(tiny: TinyCorpus) -> None:
    assert tiny.check() == []


@pytest.mark.parametrize("planted", PARAMETERS)
def test_finds_exactly_the_planted_fault(tiny: TinyCorpus, planted: Fault) -> None:
    tiny.replace(planted.file, planted.old, planted.new)

    problems = tiny.check()

    found = [(problem.code, problem.path, problem.line) for problem in problems]
    expected = (planted.code, tiny.root / planted.file, tiny.line_of(planted.file, planted.on))
    assert found == [expected], "\n".join(map(str, problems))


def _unreadable(tiny: TinyCorpus) -> None:
    (tiny.root / "articles/basics/folder.md").mkdir()


def _too_large(tiny: TinyCorpus) -> None:
    tiny.write("articles/basics/long.md", b"x" * (MAX_FILE_BYTES + 1))


def _latin_1(tiny: TinyCorpus) -> None:
    tiny.write("articles/basics/latin.md", "---\ntitle: Café\n".encode("latin-1"))


def _no_text(tiny: TinyCorpus) -> None:
    tiny.write("articles/basics/empty.md", "---\ntitle: Empty\n---\n\n## Nothing below {#nothing}\n")


def _same_article_id(tiny: TinyCorpus) -> None:
    tiny.write("articles/basics/zebra.md", tiny.read(PLANT))


def _same_anchor(tiny: TinyCorpus) -> None:
    tiny.replace(PLANT, "{#two-sides", "{#tree")


def _no_notice(tiny: TinyCorpus) -> None:
    (tiny.root / "notices/safety.md").unlink()


def _same_text_twice(tiny: TinyCorpus) -> None:
    copy = tiny.read(SAFETY).replace("id: mixing", "id: mixing-again")
    for question in ("can i drink on kratom", "kratom and beer", "booze with kratom"):
        copy = copy.replace(question, f"{question} again")
    tiny.write("articles/safety/mixing-again.md", copy)


def _hard_words(tiny: TinyCorpus) -> None:
    hard = "Epidemiological investigations characterise considerable pharmaceutical heterogeneity internationally."
    for name, easy in ((PLANT, FIRST), (SAFETY, SAFE_SECOND), (SPARE, SHELF)):
        tiny.replace(name, easy, hard)
    said = "Commercial organisations say that alternatives are beneficial, professional associations disagreeing."
    tiny.replace(PLANT, SELLERS, said)


PLANTED_FILES = {
    "UNREADABLE": _unreadable,
    "TOO_LARGE": _too_large,
    "ENCODING": _latin_1,
    "EMPTY": _no_text,
    "DUPLICATE_ID": _same_article_id,
    "DUPLICATE_ANCHOR": _same_anchor,
    "NOTICE_MISSING": _no_notice,
    "NEAR_DUPLICATE": _same_text_twice,
    "READING_MEDIAN": _hard_words,
}


@pytest.mark.parametrize(("code", "plant"), PLANTED_FILES.items())
def test_finds_exactly_the_planted_file(tiny: TinyCorpus, code: str, plant: Callable[[TinyCorpus], None]) -> None:
    plant(tiny)

    assert {problem.code for problem in tiny.check()} == {code}


def test_every_code_is_planted_somewhere() -> None:
    assert {planted.code for planted in FAULTS} | set(PLANTED_FILES) == {code.name for code in CODES}
