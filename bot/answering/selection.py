"""Choose which passages an answer shows, and which of their sentences leads."""

import math
import re
from collections.abc import Sequence

from bot.answering.amounts import has_amount
from bot.answering.counterparts import with_counterpart
from bot.answering.library import Library
from bot.answering.quoting import is_quotable
from bot.answering.resolve import Resolved
from corpus.models import Passage, Tier
from index.models import Retrieval, ScoredPassage

MAX_PASSAGES = 3
RECORD = "#record"
"""How the id of a passage ends that belongs to a record of the law or interaction table."""
MAX_UNDER_REFUSAL = 2
_SCORE_BELOW_BEST = 4.5
"""How far, in log-odds of the fused score, a further passage may stand behind the best one."""
_LAW_LEADS_WITHIN = 1.0
_INTERACTION_LEADS_WITHIN = 5.0
"""How far the record that a question names may stand behind the best passage and still come first.

A place is often named in passing, where the question is about travelling or about cities; a substance seldom is.
"""
_SAYS_THE_SAME = 0.9
"""The similarity of two texts from which on they say the same, going by pairs of passages that were read."""
_LEADS_BY = 0.15
"""How much nearer to the question than the first sentence another one has to be, to lead in its place."""
_SUICIDE = re.compile(r"\bsuicid|\bself-harm|\bharm(?:ing|ed)? (?:them|him|her|your)sel", re.IGNORECASE)
_LOOKS_BACK = re.compile(
    r"(?:it|its|this|that|these|those|they|their|he|she|his|her|such|so|but|and|or|also|another|others?|both|then|there"
    r"|here|one|no|none|only|some|many|most|still|yet|again|even|the (?:authors?|study|report|review|trial|survey|same"
    r"|others?|rest|team|case|man|woman|patient|two|three))\b",
    re.IGNORECASE,
)


def choose_passages(resolved: Resolved, found: Retrieval, library: Library) -> list[Passage]:
    """Return the passages to show, at most three, no two of which say the same.

    The records that the question names come first, unless a passage fits clearly better; then that one leads, and
    they follow. A passage that names another as its counterpart is shown with it, or not at all.
    """
    hits = found.hits
    best = hits[0].score if hits else 0.0
    behind = {hit.passage.id: best - hit.score for hit in hits}
    ranked = [hit.passage.id for hit in hits if behind[hit.passage.id] <= _SCORE_BELOW_BEST]
    if resolved.law:  # the law of one place is no answer about another
        ranked = [passage for passage in ranked if not passage.startswith("law-")]
    if not resolved.about_kratom:  # what a table says of a place or a substance holds for kratom alone
        ranked = [passage for passage in ranked if not passage.endswith(RECORD)]
    records = [(record.passage_id, _LAW_LEADS_WITHIN) for record in resolved.law]
    records += [(record.passage_id, _INTERACTION_LEADS_WITHIN) for record in resolved.interactions]
    lead = [] if any(behind.get(record, math.inf) <= limit for record, limit in records) else ranked[:1]
    chosen: list[Passage] = []
    for passage_id in dict.fromkeys([*lead, *(record for record, _ in records), *ranked]):
        group = with_counterpart(passage_id, library)
        new = [passage for passage in group if passage not in chosen]
        if len(chosen) + len(new) <= MAX_PASSAGES and not (len(new) == 1 and _is_said(new[0], chosen, found)):
            chosen += new
    return chosen


def speaks_of_suicide(passages: Sequence[Passage]) -> bool:
    """Tell whether what is shown speaks of suicide or self-harm, so that lines to call belong beside it."""
    return any(_SUICIDE.search(passage.text) for passage in passages)


def choose_lead(passage: Passage, found: Retrieval) -> int:
    """Return the number (from 0) of the sentence that answers most directly.

    Passages are written to begin with it, and records to begin with their verdict. Another sentence leads only where
    it is clearly nearer to the question, and can be understood without those before it.
    """
    hit = next((hit for hit in found.hits if hit.passage.id == passage.id), None)
    if passage.id.endswith(RECORD) or hit is None or len(hit.sentences) != len(passage.statements):
        return 0
    alone = [n for n, statement in enumerate(passage.statements) if n and not _LOOKS_BACK.match(statement.text)]
    nearest = max(alone, key=lambda n: hit.sentences[n], default=0)
    return nearest if hit.sentences[nearest] >= hit.sentences[0] + _LEADS_BY else 0


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


def _is_said(passage: Passage, chosen: Sequence[Passage], found: Retrieval) -> bool:
    """Tell whether a passage says what one of the chosen ones says already."""
    rank_of = {hit.passage.id: hit.rank - 1 for hit in found.hits}
    if not found.likeness or passage.id not in rank_of:
        return False
    alike = found.likeness[rank_of[passage.id]]
    return any(alike[rank_of[other.id]] >= _SAYS_THE_SAME for other in chosen if other.id in rank_of)
