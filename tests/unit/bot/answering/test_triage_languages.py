"""Cries for help in the languages of the bot are heard, and ordinary questions in them are not taken for such."""

from pathlib import Path
from typing import Any

import pytest

from bot.answering.models import CrisisKind
from bot.answering.triage import assess
from corpus.safe_yaml import load_yaml

FILE = Path(__file__).parents[3] / "golden" / "triage_languages.yaml"
BY_LANGUAGE: dict[str, Any] = load_yaml(FILE.read_text("utf-8"))[0]
CRISES = [(one["text"], one["kind"]) for found in BY_LANGUAGE.values() for one in found["crises"]]
ORDINARY = [text for found in BY_LANGUAGE.values() for text in found["ordinary"]]


@pytest.mark.parametrize(("text", "kind"), CRISES)
def test_an_emergency_gets_the_card_of_its_kind(text: str, kind: str) -> None:
    assert assess((text,)).crisis is CrisisKind(kind)


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_question_is_no_emergency(text: str) -> None:
    assert assess((text,)).crisis is None


def test_there_are_fifteen_of_each_in_every_language() -> None:
    assert sorted(BY_LANGUAGE) == ["de", "es", "fr", "id", "th"]
    assert all(len(found["crises"]) >= 15 <= len(found["ordinary"]) for found in BY_LANGUAGE.values())
