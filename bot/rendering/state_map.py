"""The law of the US states at a glance: what the map shows, and the same facts in words; pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from bot.answering.law import day_words
from corpus.models import LegalRecord, LegalStatus, SevenOhStatus
from corpus.state_tiles import STATE_TILES, TERRITORY_TILES, Tile
from corpus.words import LAW_WORDS

COUNTRY = "US"
"""The code of the record that the map belongs to."""
MAX_ALT_CHARS = 1024
"""https://discord.com/developers/docs/resources/message#attachment-object"""


@dataclass(frozen=True, slots=True)
class StateLaw:
    """One tile. `current` is false where the record may no longer be shown as the law, or there is none."""

    tile: Tile
    record: LegalRecord | None
    current: bool


@dataclass(frozen=True, slots=True)
class StateMap:
    """The states as of a day, row by row."""

    states: tuple[StateLaw, ...]
    day: date

    @property
    def known(self) -> tuple[tuple[str, LegalRecord], ...]:
        """Return the codes and records that are still confirmed on the day."""
        return tuple((one.tile.code, one.record) for one in self.states if one.record and one.current)

    @property
    def past(self) -> tuple[tuple[str, LegalRecord], ...]:
        """Return the codes and records that are not confirmed any more."""
        return tuple((one.tile.code, one.record) for one in self.states if one.record and not one.current)

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the codes of the states that there is no record of."""
        return tuple(one.tile.code for one in self.states if one.record is None)


def map_states(laws: Iterable[LegalRecord], day: date) -> StateMap:
    """Judge each state as answers do, by its own dates; a territory gets a tile only if there is a record of it."""
    by_code = {(record.code or "").removeprefix(f"{COUNTRY}-"): record for record in laws if _is_state(record)}
    tiles = (*STATE_TILES, *(tile for tile in TERRITORY_TILES if tile.code in by_code))
    return StateMap(tuple(_judge(tile, by_code.get(tile.code), day) for tile in tiles), day)


def map_lines(states: StateMap) -> list[str]:
    """Return all that the map shows, in words, a line each; without markup."""
    lines = [f"Kratom leaf by US state: records that still hold on {day_words(states.day)}{_checked(states)}."]
    for status, words in LAW_WORDS.items():
        lines += _line(words.capitalize(), [record.name for _, record in states.known if record.status is status])
    lines += _line(
        "Not confirmed any more, check the current law",
        [f"{record.name} (not confirmed since {_since(record)})" for _, record in states.past],
    )
    lines += _line("No record", list(states.missing))
    lines += _line(
        "Concentrated 7-OH products banned", _codes(states, lambda one: one.seven_oh is SevenOhStatus.BANNED)
    )
    lines += _line(
        "Concentrated 7-OH products restricted", _codes(states, lambda one: one.seven_oh is SevenOhStatus.RESTRICTED)
    )
    for age in sorted({record.min_age for _, record in states.known if record.min_age}, reverse=True):
        lines += _line(f"Minimum age {age}", _codes(states, lambda one, age=age: one.min_age == age))  # type: ignore[misc]
    return lines


def map_alt_text(states: StateMap) -> str:
    """Return the map in at most 1,024 characters, for people who do not see it."""
    parts = [f"Map of the US states: kratom leaf by records that still hold on {day_words(states.day)}."]
    for status, words in LAW_WORDS.items():
        parts += _line(words.capitalize(), [code for code, record in states.known if record.status is status])
    parts += _line("Not confirmed any more", [code for code, _ in states.past])
    parts += _line("7-OH products banned", _codes(states, lambda one: one.seven_oh is SevenOhStatus.BANNED))
    text = " ".join(parts)
    return text if len(text) <= MAX_ALT_CHARS else f"{text[: MAX_ALT_CHARS - 1]}…"


def _checked(states: StateMap) -> str:
    """Return when the confirmed records were checked; "" where there are none."""
    days = [record.checked_on for _, record in states.known if record.checked_on]
    if not days:
        return ""
    if min(days) == max(days):
        return f", last checked on {day_words(min(days))}"
    return f", each last checked on a day between {day_words(min(days))} and {day_words(max(days))}"


def _is_state(record: LegalRecord) -> bool:
    return (record.code or "").startswith(f"{COUNTRY}-") and record.kind in {"state", "district", "territory"}


def _judge(tile: Tile, record: LegalRecord | None, day: date) -> StateLaw:
    current = record is not None and record.is_current(day) and record.checked_on is not None
    return StateLaw(tile, record, current)


def _since(record: LegalRecord) -> str:
    seen = day_words(record.checked_on) if record.checked_on else "no dated source"
    return f"{seen}, then {LAW_WORDS[record.status]}" if record.status is LegalStatus.BANNED else seen


def _codes(states: StateMap, wanted: Callable[[LegalRecord], bool]) -> list[str]:
    return [code for code, record in states.known if wanted(record)]


def _line(head: str, names: list[str]) -> list[str]:
    return [f"{head} ({len(names)}): {', '.join(sorted(names))}."] if names else []
