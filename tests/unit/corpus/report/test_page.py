"""The page: well-formed, closed to the network, safe against any title, and never telling a status by colour alone."""

import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bot.answering.law import law_headline
from corpus import words
from corpus.loader import CORPUS_DIR, load_corpus
from corpus.models import Confidence, InteractionLevel, LegalRecord, LegalStatus, SevenOhStatus
from corpus.report.numbers import count_corpus
from corpus.report.page import render_page
from tests.unit.corpus.tiny_corpus import PLANT, SPARE, TODAY, TinyCorpus

NO_LIST = Path("/nowhere/unused-facts.md")
NS = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = """<script>alert("1")</script><img src='x' onerror='y'/>&amp;"""


def page(tiny: TinyCorpus, today: date = TODAY) -> str:
    return render_page(count_corpus(tiny.load(), today, NO_LIST))


def parse(text: str) -> ElementTree.Element:
    """Read the page as XML, which forgives nothing."""
    assert text.startswith("<!DOCTYPE html>\n<html ")
    return ElementTree.fromstring(text)


def text_of(text: str) -> str:
    return "".join(parse(text).itertext())


def tile(text: str, name: str) -> ElementTree.Element:
    """Return the tile whose title begins with a name."""
    groups = parse(text).iter(f"{SVG}g")
    (found,) = [g for g in groups if (g.findtext(f"{SVG}title") or "").startswith(f"{name}:")]
    return found


def test_the_page_has_no_script_and_reaches_nothing_outside(tiny: TinyCorpus) -> None:
    root = parse(page(tiny))

    assert {e.tag.split("}")[1] for e in root.iter()}.isdisjoint({"script", "link", "img", "iframe", "object", "use"})
    for element in root.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            if name in {"href", "src"}:
                assert value.startswith("#")
    styles = "".join(style.text or "" for style in root.iter(f"{NS}style"))
    assert not re.search(r"url\(|@import|expression", styles)
    policy = next(m for m in root.iter(f"{NS}meta") if m.get("http-equiv") == "Content-Security-Policy")
    assert policy.get("content") == "default-src 'none'; style-src 'unsafe-inline'"


def test_every_link_leads_to_a_place_of_the_page(tiny: TinyCorpus) -> None:
    root = parse(page(tiny))
    ids = [element.get("id") for element in root.iter() if element.get("id")]

    assert len(ids) == len(set(ids))
    assert {(a.get("href") or "").removeprefix("#") for a in root.iter(f"{NS}a")} <= set(ids)


def test_a_hostile_title_is_only_text(tiny: TinyCorpus) -> None:
    quoted = HOSTILE.replace("'", "''")
    tiny.replace(SPARE, "title: Where kratom is sold", f"title: '{quoted}title'")
    tiny.replace(SPARE, "topic: basics", f"topic: '{quoted}topic'")
    tiny.replace(PLANT, "<!-- facts: bot-tree -->\n\n", "")
    tiny.replace("facts.yaml", "claim: Kratom is a tree.", f"claim: '{quoted}claim'")
    tiny.replace("legality.yaml", "name: Alabama", f"name: '{quoted}state'")
    tiny.replace("legality.yaml", "name: Germany", f"name: '{quoted}country'")
    tiny.replace("legality.yaml", "kind: federal", f"kind: '{quoted}kind'")
    tiny.replace("interactions.yaml", "name: Lithium", f"name: '{quoted}substance'")
    tiny.replace("interactions.yaml", "rests_on: none", f"rests_on: '{quoted}basis'")
    tiny.write(PLANT, tiny.read(PLANT).replace("@flora", "@agency"))
    tiny.replace("sources.yaml", "title: Flora of a warm country", f"title: '{quoted}source'")
    tiny.replace("sources.yaml", "publisher: National herbarium", f"publisher: '{quoted}publisher'")
    made = page(tiny, date(2028, 1, 1))

    shown = text_of(made)
    for what in "title topic claim state country kind substance basis source publisher".split():
        assert HOSTILE + what in shown, what
    assert {e.tag.split("}")[1] for e in parse(made).iter()}.isdisjoint({"script", "img"})
    assert "<script" not in made


def test_characters_that_no_page_may_hold_are_replaced_by_a_visible_sign(tiny: TinyCorpus) -> None:
    bad = "\\0\\x07\\x1b\\u202e\\u2067\\uffff"
    tiny.replace("legality.yaml", "name: Alabama", f'name: "Ala{bad}bama"')
    tiny.replace("interactions.yaml", "name: Lithium", f'name: "Lith{bad}ium"')
    made = page(tiny)

    assert made.encode()
    assert "Ala" + "\ufffd" * 6 + "bama" in text_of(made)
    assert "Lith" + "\ufffd" * 6 + "ium" in text_of(made)


def test_the_same_corpus_and_day_give_the_same_bytes(tiny: TinyCorpus) -> None:
    assert page(tiny) == page(tiny)
    assert page(tiny) != page(tiny, date(2026, 11, 24))


@pytest.mark.parametrize(("today", "past"), [(date(2027, 3, 30), False), (date(2027, 3, 31), True)])
def test_a_tile_is_marked_from_the_day_after_its_last(tiny: TinyCorpus, today: date, past: bool) -> None:
    found = tile(page(tiny, today), "Alabama")

    assert (found.get("class") or "").split() == ["s-banned", *(["past"] if past else [])]
    title = found.findtext(f"{SVG}title") or ""
    assert title == (
        "Alabama: not confirmed since 2026-10-01 (valid until 2027-03-30); then: kratom leaf banned;"
        " concentrated 7-OH products: banned"
        if past
        else "Alabama: kratom leaf banned; checked on 2026-10-01, valid until 2027-03-30;"
        " concentrated 7-OH products: banned"
    )


def test_a_place_never_confirmed_is_not_shown_as_confirmed(tiny: TinyCorpus) -> None:
    (chip,) = [e for e in parse(page(tiny)).iter(f"{NS}li") if (e.get("title") or "").startswith("Russia:")]

    assert "past" in (chip.get("class") or "").split()
    assert "never confirmed" in (chip.get("title") or "")


def test_a_state_without_a_record_says_so(tiny: TinyCorpus) -> None:
    found = tile(page(tiny), "WY")

    assert found.findtext(f"{SVG}title") == "WY: the corpus has no record"
    assert found.get("class") == "absent"
    assert found.find(f"{SVG}path") is None


def test_every_status_has_a_mark_of_its_own_words_and_a_colour() -> None:
    css = (CORPUS_DIR / "report" / "templates" / "style.css").read_text("utf-8")

    assert set(words.LAW_MARKS) == set(words.LAW_WORDS) == set(LegalStatus)
    assert len(set(words.LAW_MARKS.values())) == len(set(words.LAW_WORDS.values())) == len(LegalStatus)
    colours = [re.search(rf"\.s-{status} \{{ --s: (.*?);", css) for status in LegalStatus]
    assert len({colour[1] for colour in colours if colour}) == len(LegalStatus)
    assert len(set(words.SEVEN_OH_WORDS.values())) == len(SevenOhStatus)
    assert len(set(words.LEVEL_WORDS.values())) == len(InteractionLevel)


def test_each_status_of_leaf_and_of_7_oh_is_drawn_in_a_form_of_its_own(tiny: TinyCorpus) -> None:
    marks, bands = set(), set()
    leaf = ("  status: banned", "  seven_oh: banned")
    for status in LegalStatus:
        for seven_oh in SevenOhStatus:
            changed = (f"  status: {status}", f"  seven_oh: '{seven_oh}'")
            tiny.replace("legality.yaml", "\n".join(leaf), "\n".join(changed))
            leaf = changed
            found = tile(page(tiny), "Alabama")
            mark = found.find(f"{SVG}path")
            band = found.find(f"{SVG}g")
            assert mark is not None
            assert band is not None
            marks.add(mark.get("d"))
            bands.add(ElementTree.tostring(band))

    assert len(marks) == len(LegalStatus)
    assert len(bands) == len(SevenOhStatus)


@pytest.mark.parametrize("status", LegalStatus)
@pytest.mark.parametrize("seven_oh", SevenOhStatus)
def test_the_words_are_those_of_the_answers(status: LegalStatus, seven_oh: SevenOhStatus) -> None:
    record = LegalRecord(
        "x", "X", "state", status, seven_oh, Confidence.HIGH, "p#x", checked_on=TODAY, valid_until=TODAY
    )
    headline = law_headline(record, TODAY)

    assert f"kratom leaf {words.LAW_WORDS[status]};" in headline
    assert f"7-OH products: {words.SEVEN_OH_WORDS[seven_oh]}." in headline


def test_an_empty_corpus_makes_a_page(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    made = render_page(count_corpus(load_corpus(tmp_path), TODAY, NO_LIST))

    assert "0 articles" in text_of(made)


def test_the_real_corpus_makes_a_page_with_every_state_on_the_map() -> None:
    loaded = load_corpus(CORPUS_DIR)
    numbers = count_corpus(loaded, TODAY, CORPUS_DIR.parent / "docs" / "unused-facts.md")
    root = parse(render_page(numbers))

    (law_map,) = [svg for svg in root.iter(f"{SVG}svg") if svg.get("role") == "img"]
    assert "absent" not in {g.get("class") for g in law_map.iter(f"{SVG}g")}
    assert sum(bucket.number for bucket in numbers.law.months) == len(loaded.corpus.legality)
    assert numbers.evidence.total.passages == len(loaded.corpus.passages)
    assert numbers.inventory.unreadable == 0
    assert numbers.leftovers.has_list
