"""What can be withdrawn or restored, found by id and title."""

import difflib
from collections.abc import Mapping

from bot.answering.library import Library
from bot.answering.withdrawals import Withdrawals
from bot.frontends.discord_client.suggestions import MAX_CHARS, MAX_CHOICES, rank, shorten
from bot.rendering.source_card import passage_label
from corpus.models import Passage

_NEAR = 0.5
_GONE = "no longer in the live corpus"


def shown_subjects(library: Library) -> dict[str, str]:
    """Return the articles and passages that can be shown now: title by id."""
    found: dict[str, str] = {}
    for passage in library.passages.values():
        found.setdefault(passage.article_id, f"{passage.article_title} (whole article)")
        found[passage.id] = passage_label(passage)
    return found


def withdrawn_subjects(library: Library | None, withdrawals: Withdrawals) -> dict[str, str]:
    """Return what is withdrawn: title by id, also of what the live corpus does not hold."""
    passages = {one.id: one for one in library.corpus.passages} if library else {}
    titles = {article.id: article.title for article in library.corpus.articles} if library else {}
    found = {one: f"{titles.get(one, _GONE)} (whole article)" for one in sorted(withdrawals.articles)}
    for one in sorted(withdrawals.passages):
        found[one] = passage_label(passages[one]) if one in passages else _GONE
    return found


def suggest_subjects(subjects: Mapping[str, str], typed: str) -> list[tuple[str, str]]:
    """Return at most 25 pairs of label and id for what was typed so far; ids longer than Discord takes are left out."""
    wanted = " ".join(typed.split()).casefold()
    ranked = []
    for key, title in subjects.items():
        found = rank((key, title), wanted)
        if found is not None and len(key) <= MAX_CHARS:
            label = shorten(f"{shorten(title, MAX_CHARS // 2)} ({key})")
            ranked.append((found[0], "#" in key, title.casefold(), label, key))
    return [(label, key) for _, _, _, label, key in sorted(ranked)[:MAX_CHOICES]]


def near_subjects(subjects: Mapping[str, str], typed: str, most: int = 5) -> list[str]:
    """Return the ids that look most like what was typed."""
    return difflib.get_close_matches(typed.strip().casefold()[:MAX_CHARS], list(subjects), n=most, cutoff=_NEAR)


def covered(library: Library, subject_id: str) -> list[Passage]:
    """Return the passages of a passage's or article's id that can be shown in this library."""
    return [one for one in library.passages.values() if subject_id in (one.id, one.article_id)]
