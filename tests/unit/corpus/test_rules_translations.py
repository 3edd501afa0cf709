"""Translated notices: complete, current, with the numbers and names of the English text."""

from pathlib import Path

import pytest

from corpus.checks import check_corpus
from corpus.loader import CORPUS_DIR, load_corpus, load_notices, load_translations
from corpus.rules_translations import RULES, fingerprint

ENGLISH = """---
id: {id}
reviewed_on: 2026-11-22
next_review_on: 2027-05-22
---

## Short

Ask in up to 2,000 characters about 7-OH.

## Full

Ask in up to 2,000 characters about 7-OH, please, in one message.
"""


def corpus_with(root: Path, short: str, full: str, *, translates: str | None = None, folder: str = "de") -> Path:
    (root / "articles").mkdir(parents=True)
    (root / "notices" / folder).mkdir(parents=True)
    (root / "notices" / "one.md").write_text(ENGLISH.format(id="one"), "utf-8")
    made_from = translates or fingerprint(load_notices(root)["one"])
    head = f"---\nid: one\ntranslates: {made_from}\nreviewed_on: 2026-11-23\nnext_review_on: 2027-05-23\n---\n\n"
    (root / "notices" / folder / "one.md").write_text(f"{head}## Short\n\n{short}\n\n## Full\n\n{full}\n", "utf-8")
    return root


SHORT = "Frag in bis zu 2.000 Zeichen zu 7-OH."
FULL = "Frag bitte in bis zu 2.000 Zeichen zu 7-OH, in einer Nachricht."


def codes(root: Path) -> set[str]:
    return {problem.code for rule in RULES for problem in rule(load_corpus(root))}


def test_a_faithful_translation_has_no_problem_and_is_loaded(tmp_path: Path) -> None:
    root = corpus_with(tmp_path, SHORT, FULL)
    assert codes(root) == set()
    assert load_translations(root)["de"]["one"].short == SHORT
    assert load_corpus(root).corpus.translations["de"]["one"].full == FULL


@pytest.mark.parametrize(
    ("short", "full", "code"),
    [
        (SHORT.replace("2.000", "200"), FULL, "TRANSLATION_FACTS"),
        (SHORT, FULL.replace("7-OH", "Kratom"), "TRANSLATION_FACTS"),
        (SHORT, FULL + " Noch ein Satz, der im Englischen nirgends steht und mehr sagt, als dort gesagt wird." * 2,
         "TRANSLATION_LENGTH"),
    ],
)  # fmt: skip
def test_other_facts_are_found(tmp_path: Path, short: str, full: str, code: str) -> None:
    assert code in codes(corpus_with(tmp_path, short, full))


def test_a_translation_of_an_older_text_is_found(tmp_path: Path) -> None:
    assert "TRANSLATION_STALE" in codes(corpus_with(tmp_path, SHORT, FULL, translates="0123456789ab"))


def test_a_missing_translation_and_a_stray_one_are_found(tmp_path: Path) -> None:
    root = corpus_with(tmp_path, SHORT, FULL)
    (root / "notices" / "two.md").write_text(ENGLISH.format(id="two"), "utf-8")
    assert codes(root) == {"TRANSLATION_MISSING"}
    (root / "notices" / "one.md").unlink()
    assert "TRANSLATION_STRAY" in codes(root)


def test_links_mentions_and_phone_numbers_are_found_in_translations_too(tmp_path: Path) -> None:
    root = corpus_with(tmp_path, SHORT, FULL + " Siehe www.example.org, @everyone, ruf 0800 111 0 111 an.")
    found = {problem.code for problem in check_corpus(load_corpus(root)) if problem.path.parent.name == "de"}
    assert {"LINK", "MENTION", "PHONE"} <= found


def test_a_notice_that_cannot_be_read_is_left_out_alone(tmp_path: Path) -> None:
    root = corpus_with(tmp_path, SHORT, FULL)
    (root / "notices" / "de" / "two.md").write_text("no front matter", "utf-8")
    assert set(load_translations(root)["de"]) == {"one"}


def test_all_notices_are_in_all_languages_of_this_corpus() -> None:
    translations = load_translations(CORPUS_DIR)
    assert sorted(translations) == ["de", "es", "fr", "id", "th"]
    assert all(set(notices) == set(load_notices(CORPUS_DIR)) for notices in translations.values())
