"""Everything recorded about a source, as a block of a Discord message."""

from collections.abc import Sequence

from bot.answering.law import day_words
from bot.rendering.discord_markdown import escape
from corpus.models import Grade, Passage, Source
from corpus.words import TIER_WORDS

MOST_PASSAGES = 12
_MOST_AUTHORS = 12


def source_block(source: Source, grades: Sequence[Grade] = (), *, number: int | None = None) -> str:
    """Return the full record of a source; `grades` are those of the sentences in view, where they are known."""
    mark = f"\\[{number}\\] " if number else ""
    rows = {
        "By": _authors(source),
        "Published by": escape(source.publisher),
        "Year": str(source.year) if source.year else "not printed",
        "Kind of evidence": escape(", ".join(grade.words for grade in grades or _own(source))) or "stated by sentence",
        "Standing": escape(TIER_WORDS[source.tier]),
        "DOI": escape(source.doi or ""),
        "PubMed": escape(source.pmid or ""),
        "Link": f"<{source.url}>",
        "Read on": day_words(source.accessed) if source.accessed else "",
        "Note": escape(source.note or ""),
        "Id": f"`{source.id}`",
    }
    lines = "\n".join(f"{name}: {value}" for name, value in rows.items() if value)
    return f"**{mark}{escape(source.title)}**\n{lines}"


def cited_block(labels: Sequence[str]) -> str:
    """Return where a source is cited, by the labels of the passages."""
    if not labels:
        return "No passage of the live build cites it."
    rows = [f"- {escape(label)}" for label in labels[:MOST_PASSAGES]]
    if len(labels) > MOST_PASSAGES:
        rows.append(f"- and {len(labels) - MOST_PASSAGES} more")
    return f"**Cited in** ({len(labels)})\n" + "\n".join(rows)


def passage_label(passage: Passage) -> str:
    """Return what a passage is called: its article and its heading, where they differ."""
    if passage.heading in ("", passage.article_title):
        return passage.article_title
    return f"{passage.article_title}: {passage.heading}"


def _own(source: Source) -> tuple[Grade, ...]:
    return (source.grade,) if source.grade else ()


def _authors(source: Source) -> str:
    shown = ", ".join(source.authors[:_MOST_AUTHORS])
    more = len(source.authors) - _MOST_AUTHORS
    return escape(f"{shown} and {more} more" if more > 0 else shown)
