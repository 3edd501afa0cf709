"""Choose which passages an answer shows, and which of their sentences leads."""

from collections.abc import Sequence

from bot.answering.amounts import has_amount
from bot.answering.library import Library
from bot.answering.quoting import is_quotable
from bot.answering.resolve import Resolved
from corpus.models import Passage, Tier
from index.models import ScoredPassage

MAX_PASSAGES = 3
RECORD = "#record"
"""How the id of a passage ends that belongs to a record of the law or interaction table."""
MAX_UNDER_REFUSAL = 2
_SCORE_BELOW_BEST = 5.0
"""How far, in log-odds of the fused score, a further passage may stand behind the best one."""


def choose_passages(resolved: Resolved, hits: Sequence[ScoredPassage], library: Library) -> list[Passage]:
    """Return the passages to show, at most three: those of the records named, then the best hits.

    A passage that names another as its counterpart is shown with it, or not at all.
    """
    records = [record.passage_id for record in resolved.law]
    records += [record.passage_id for record in resolved.interactions]
    best = hits[0].score if hits else 0.0
    ranked = [hit.passage.id for hit in hits if hit.score >= best - _SCORE_BELOW_BEST]
    if resolved.law:  # the law of one place is no answer about another
        ranked = [passage for passage in ranked if not passage.startswith("law-")]
    if not resolved.about_kratom:  # what a table says of a place or a substance holds for kratom alone
        ranked = [passage for passage in ranked if not passage.endswith(RECORD)]
    chosen: list[Passage] = []
    for passage_id in dict.fromkeys([*records, *ranked]):
        group = _with_counterpart(passage_id, library)
        new = [passage for passage in group if passage not in chosen]
        if group and len(chosen) + len(new) <= MAX_PASSAGES:
            chosen += new
    return chosen


def choose_lead(passage: Passage) -> int:
    """Return the number (from 0) of the sentence that answers most directly; passages are written to begin with it."""
    return min(0, len(passage.statements) - 1)


def choose_instead(hits: Sequence[ScoredPassage], library: Library) -> list[Passage]:
    """Return the passages to show under a refusal.

    They are fully cited, name no amount, need no counterpart, and rest on no trade or advocacy page: a link to one
    could lead on to what was refused.
    """
    fit = [hit.passage for hit in hits if is_quotable(hit.passage, library.corpus.sources) and not hit.passage.beside]
    return [p for p in fit if not has_amount(p.text) and not _cites_trade(p, library)][:MAX_UNDER_REFUSAL]


def _cites_trade(passage: Passage, library: Library) -> bool:
    return any(library.corpus.sources[source_id].tier is Tier.C for source_id in passage.source_ids)


def choose_suggestions(hits: Sequence[ScoredPassage], most: int) -> list[Passage]:
    """Return the best hit of each of the nearest articles."""
    by_article: dict[str, Passage] = {}
    for hit in hits:
        by_article.setdefault(hit.passage.article_id, hit.passage)
    return list(by_article.values())[:most]


def _with_counterpart(passage_id: str, library: Library) -> list[Passage]:
    """Return a passage and the one to show beside it; nothing, where either is missing or not fully cited."""
    first = library.passages.get(passage_id)
    wanted = [first, library.passages.get(first.beside)] if first and first.beside else [first]
    found = [passage for passage in wanted if passage is not None and is_quotable(passage, library.corpus.sources)]
    return found if len(found) == len(wanted) else []
