"""Each code of `check`, planted once in a corpus without fault, is what is found there, and nothing else."""

from collections.abc import Callable

import pytest

from corpus.codes import CODES
from corpus.errors import TableInvalidError
from corpus.files import MAX_FILE_BYTES
from corpus.loader import load_notices
from corpus.rules_translations import fingerprint
from corpus.rules_triage import LEAST_A_KIND
from corpus.triage_phrases import CRISIS_KINDS, PHRASES_FOLDER, REFUSAL_KINDS, load_triage_phrases
from tests.unit.corpus.planted import FAULTS, FIRST, PARAMETERS, SAFE_SECOND, SELLERS, SHELF, Fault
from tests.unit.corpus.tiny_corpus import PLANT, SAFETY, SPARE, SPARE_NOTICE, TinyCorpus


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


def _phrases(tiny: TinyCorpus, least: int, more: str = "") -> None:
    kinds = (*CRISIS_KINDS, *REFUSAL_KINDS)
    lists = [f"{kind}:\n" + "".join(f"- {kind} {number}\n" for number in range(least)) for kind in kinds]
    tiny.write(f"{PHRASES_FOLDER}/phrases.yaml", "".join(lists) + more)


def _enough_phrases_and(more: str) -> Callable[[TinyCorpus], None]:
    return lambda tiny: _phrases(tiny, LEAST_A_KIND, more)


def _too_few_phrases(tiny: TinyCorpus) -> None:
    _phrases(tiny, LEAST_A_KIND - 1)


def _translated(spoil: Callable[[TinyCorpus], None]) -> Callable[[TinyCorpus], None]:
    """Return what translates all notices, and then spoils that."""

    def plant(tiny: TinyCorpus) -> None:
        for name, notice in load_notices(tiny.root).items():
            head = f"id: {name}\ntranslates: {fingerprint(notice)}"
            tiny.write(f"notices/de/{name}.md", tiny.read(f"notices/{name}.md").replace(f"id: {name}", head))
        assert tiny.check() == []
        spoil(tiny)

    return plant


_IN_GERMAN = SPARE_NOTICE.replace("notices/", "notices/de/")
_TRANSLATED_FILES = {
    "TRANSLATION_MISSING": lambda tiny: (tiny.root / _IN_GERMAN).unlink(),
    "TRANSLATION_STALE": lambda tiny: tiny.replace(SPARE_NOTICE, "Kratom can harm. Talk", "Kratom does harm. Talk"),
    "TRANSLATION_STRAY": lambda tiny: (tiny.root / SPARE_NOTICE).unlink(),
    "TRANSLATION_FACTS": lambda tiny: tiny.replace(_IN_GERMAN, "a pharmacist", "2 pharmacists"),
    "TRANSLATION_LENGTH": lambda tiny: tiny.replace(_IN_GERMAN, "a pharmacist.", "a pharmacist. " + "And then." * 9),
}


PLANTED_FILES = {
    **{code: _translated(spoil) for code, spoil in _TRANSLATED_FILES.items()},
    "PHRASE": _enough_phrases_and("nonsense:\n- hello\n"),
    "PHRASE_TWICE": _enough_phrases_and("ordinary:\n- Suicide  3\n"),
    "PHRASES_FEW": _too_few_phrases,
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


@pytest.mark.parametrize(
    "text", ["ordinary: [1]", "ordinary: [{a: b}]", "other: [hello]", "- hello", "ordinary: [", "ordinary: ['']"]
)
def test_a_file_of_phrases_that_cannot_be_used_is_refused(tiny: TinyCorpus, text: str) -> None:
    _phrases(tiny, LEAST_A_KIND)
    assert tiny.check() == []
    tiny.write(f"{PHRASES_FOLDER}/bad.yaml", text)
    assert "PHRASE" in {problem.code for problem in tiny.check()}
    with pytest.raises(TableInvalidError, match="python -m corpus check"):
        load_triage_phrases(tiny.root)


def test_a_corpus_without_phrases_has_none(tiny: TinyCorpus) -> None:
    assert load_triage_phrases(tiny.root) == ()
