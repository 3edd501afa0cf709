"""Choose the crisis lines of a country by what a person types: its name, its code or another name of it."""

from collections.abc import Iterable

from bot.answering.models import Answer, CrisisCard, CrisisKind, Outcome
from bot.answering.safeguards import INTERNATIONAL, Safeguards
from bot.frontends.discord_client import texts
from bot.languages.wording import translated
from corpus.models import CrisisRecord

_MAX_CHOICES = 25  # https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-autocomplete
_ANY_EMERGENCY = (CrisisKind.SUICIDE, CrisisKind.WITHDRAWAL)
"""Between them, their cards name crisis, poison and drug-help lines."""


def suggest_countries(records: Iterable[CrisisRecord], typed: str) -> list[CrisisRecord]:
    """Return at most 25 countries for what was typed so far, the likeliest first."""
    wanted = typed.strip().casefold()
    ranked = []
    for record in records:
        if record.id != INTERNATIONAL and (rank := _rank(record, wanted)) is not None:
            ranked.append((rank, record.name, record))
    return [record for _, _, record in sorted(ranked, key=lambda one: one[:2])][:_MAX_CHOICES]


def find_country(records: Iterable[CrisisRecord], typed: str) -> CrisisRecord | None:
    """Return the country whose code, name or other name was typed; None if it is none."""
    wanted = typed.strip().casefold()
    return next((one for one in records if one.id != INTERNATIONAL and wanted in _names(one)), None)


def crisis_answer(safeguards: Safeguards, country: str | None) -> Answer:
    """Return all lines of a country; without a country, or for one that is not listed, those that hold anywhere."""
    record = find_country(safeguards.crisis, country) if country else None
    region, language = record.id if record else None, safeguards.language
    lines: list[str] = []
    for kind in _ANY_EMERGENCY:
        lines += [line for line in safeguards.crisis_card(kind, region).lines if line not in lines]
    if record is None:
        message = translated(texts.ANY_COUNTRY, language)
    elif record.checked_on:
        message = translated(texts.CHECKED_LINES, language, place=record.name, day=record.checked_on.isoformat())
    else:
        message = translated(texts.LINES, language, place=record.name)
    name = record.name if record else ""
    card = CrisisCard(CrisisKind.SUICIDE, safeguards.text("crisis-suicide"), tuple(lines), name)
    return Answer(Outcome.CRISIS, safeguards.always(), message=message, crisis=card)


def _names(record: CrisisRecord) -> set[str]:
    return {record.id.casefold(), record.name.casefold(), *(alias.casefold() for alias in record.aliases)}


def _rank(record: CrisisRecord, wanted: str) -> int | None:
    """Return how well a country fits, 0 best; None if it does not."""
    names = _names(record)
    if wanted in names:
        return 0
    if any(name.startswith(wanted) for name in names):
        return 1 if record.name.casefold().startswith(wanted) else 2
    return 3 if any(wanted in name for name in names) else None
