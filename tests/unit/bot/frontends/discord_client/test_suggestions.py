"""What is suggested while a person types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.directory import Entry
from bot.frontends.discord_client.cogs.source import suggest_sources
from bot.frontends.discord_client.suggestions import MAX_CHARS, MAX_CHOICES, nearest, shorten, suggest
from tests.factories import make_source


def entry(name: str, *others: str) -> Entry:
    return Entry(f"id:{name}", name, (name, *others), f"{name}#record")


ENTRIES = [
    entry("Alabama", "AL", "heart of dixie"),
    entry("Alaska", "AK"),
    entry("South Australia"),
    entry("SSRI antidepressants", "sertraline", "Zoloft"),
]
texts = st.text(max_size=200)


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        ("ala", ["Alabama", "Alaska"]),
        ("AL", ["AL (Alabama)", "Alaska", "South Australia"]),
        ("al", ["AL (Alabama)", "Alaska", "South Australia"]),
        ("ak", ["AK (Alaska)"]),
        ("ZOLO", ["Zoloft (SSRI antidepressants)"]),
        ("dixie", ["heart of dixie (Alabama)"]),
        ("austral", ["South Australia"]),
        ("dixie of", ["heart of dixie (Alabama)"]),
        ("xyz", []),
    ],
)
def test_likeliest_come_first_and_other_names_are_shown(typed: str, labels: list[str]) -> None:
    assert [label for label, _ in suggest(ENTRIES, typed)][: len(labels)] == labels


@given(st.lists(st.builds(entry, texts, texts), max_size=60), texts)
def test_suggestions_always_fit(entries: list[Entry], typed: str) -> None:
    found = suggest(entries, typed)
    assert len(found) <= MAX_CHOICES
    assert all(len(label) <= MAX_CHARS for label, _ in found)


@given(st.lists(st.text(min_size=1, max_size=300), max_size=60), texts)
def test_suggested_sources_always_fit(names: list[str], typed: str) -> None:
    sources = [make_source(id=name, title=name * 3) for name in names]
    found = suggest_sources(sources, typed)
    assert len(found) <= MAX_CHOICES
    assert all(0 < len(value) <= MAX_CHARS and len(label) <= MAX_CHARS for label, value in found)


def test_names_that_look_alike_are_found() -> None:
    assert nearest(ENTRIES, "Alabame")[0].name == "Alabama"
    assert [one.name for one in nearest(ENTRIES, "zolof")] == ["SSRI antidepressants"]
    assert nearest(ENTRIES, "qqqq") == []
    assert nearest([], "Alabama") == []


def test_cut_texts_say_so() -> None:
    assert shorten("a" * 100) == "a" * 100
    assert shorten("a" * 101) == "a" * 99 + "…"
