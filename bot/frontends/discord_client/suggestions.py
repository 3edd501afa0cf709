"""Rank what could be meant by what was typed so far, for the lists that Discord shows under an option."""

import difflib
from collections.abc import Iterable, Sequence

from bot.answering.directory import Entry

MAX_CHOICES = 25
"""https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-autocomplete"""
MAX_CHARS = 100
_NEAR = 0.6


def rank(names: Iterable[str], wanted: str) -> tuple[int, str] | None:
    """Return how well the best of some names fits what was typed (0 best), and that name; None if none does.

    The first name is the main one; of two that fit as well, it counts.
    """
    best: tuple[int, str] | None = None
    for number, name in enumerate(names):
        folded = name.casefold()
        if folded == wanted:
            found = 0
        elif folded.startswith(wanted):
            found = 1 if number == 0 else 2
        elif f" {wanted}" in folded:
            found = 3
        elif wanted in folded:
            found = 4
        elif all(word in folded for word in wanted.split()):
            found = 5
        else:
            continue
        if best is None or found < best[0]:
            best = (found, name)
    return best


def suggest(entries: Iterable[Entry], typed: str) -> list[tuple[str, str]]:
    """Return at most 25 pairs of label and value for what was typed so far, the likeliest first.

    An entry that fits by another of its names shows that name too: "zoloft (SSRI antidepressants)".
    """
    wanted = " ".join(typed.split()).casefold()
    ranked = []
    for entry in entries:
        found = rank(entry.names, wanted)
        if found is not None:
            ranked.append((found[0], entry.name.casefold(), _label(entry, found[1]), entry.value))
    return [(label, value) for _, _, label, value in sorted(ranked)[:MAX_CHOICES]]


def nearest(entries: Sequence[Entry], typed: str, most: int = 3) -> list[Entry]:
    """Return the entries whose names look most like what was typed, for a text that names none."""
    wanted = " ".join(typed.split()).casefold()[:MAX_CHARS]
    by_name = {name.casefold(): entry for entry in reversed(entries) for name in reversed(entry.names)}
    close = difflib.get_close_matches(wanted, list(by_name), n=2 * most, cutoff=_NEAR)
    return list(dict.fromkeys(by_name[name] for name in close))[:most]


def shorten(text: str, most: int = MAX_CHARS) -> str:
    """Return a text in at most so many characters, with "…" where it was cut."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _label(entry: Entry, name: str) -> str:
    if name == entry.name:
        return shorten(entry.name)
    return shorten(f"{shorten(name, MAX_CHARS // 2)} ({entry.name})")
