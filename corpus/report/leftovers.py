"""Find what a corpus holds and never uses: fact cards that no passage names, sources that nothing cites."""

import re
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import ArticleInvalidError
from corpus.files import read_text
from corpus.loader import LoadedCorpus
from corpus.rules_facts import FACTS_FILE, FACTS_KEY

_CARD = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class UnusedCard:
    """A fact card that no passage names; `reason` is what the list of unused cards says of it, None: nothing."""

    id: str
    topic: str
    claim: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class UncitedSource:
    """A source that no passage cites; `on_cards` tells whether a fact card still names it."""

    id: str
    title: str
    publisher: str
    tier: str
    on_cards: bool


@dataclass(frozen=True, slots=True)
class Leftovers:
    """All of them. `listed_but_used` are on the list of unused cards although a passage names them, or none exists."""

    cards: tuple[UnusedCard, ...]
    sources: tuple[UncitedSource, ...]
    listed_but_used: tuple[str, ...]
    has_list: bool

    @property
    def without_reason(self) -> tuple[UnusedCard, ...]:
        """Return the unused cards that nothing is said of."""
        return tuple(card for card in self.cards if card.reason is None)


def find_leftovers(loaded: LoadedCorpus, reasons_file: Path) -> Leftovers:
    """Compare what there is with what passages name; `reasons_file` is the list of unused cards, and need not exist."""
    reasons = _reasons(reasons_file)
    used = {fact for passage in loaded.corpus.passages for fact in passage.facts}
    rows = [row.values for row in loaded.rows(FACTS_FILE, FACTS_KEY)]
    cards = [
        UnusedCard(key, str(row.get("topic") or ""), str(row.get("claim") or ""), (reasons or {}).get(key))
        for row in rows
        if (key := str(row.get("id"))) not in used
    ]
    cited = {source_id for passage in loaded.corpus.passages for source_id in passage.source_ids}
    on_cards = {str(source) for row in rows for source in _list(row.get("sources"))}
    sources = [
        UncitedSource(source.id, source.title, source.publisher, source.tier.value, source.id in on_cards)
        for source in loaded.corpus.sources.values()
        if source.id not in cited
    ]
    unused = {card.id for card in cards}
    return Leftovers(
        cards=tuple(sorted(cards, key=lambda card: (card.topic, card.id))),
        sources=tuple(sorted(sources, key=lambda source: source.id)),
        listed_but_used=tuple(sorted(set(reasons or {}) - unused)),
        has_list=reasons is not None,
    )


def parse_reasons(text: str) -> dict[str, str]:
    """Return the reason of each card in a Markdown list of unused cards: table rows with `card` in a cell of its own.

    The reason is the last cell; a row where that is empty gives none.
    """
    reasons: dict[str, str] = {}
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.lstrip().startswith("|") else []
        named = [found[1] for cell in cells if (found := _CARD.fullmatch(cell))]
        if named and cells[-1] and not _CARD.fullmatch(cells[-1]):
            reasons[named[0]] = cells[-1]
    return reasons


def _reasons(path: Path) -> dict[str, str] | None:
    if not path.is_file():
        return None
    try:
        return parse_reasons(read_text(path))
    except ArticleInvalidError:
        return None


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
