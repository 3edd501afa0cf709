"""Answer to JSON for programs: a stable contract, described in docs/jsonl.md."""

from typing import Any

from bot.answering.models import Answer, Quote
from bot.rendering.plain_text import render


def to_dict(answer: Answer, elapsed_ms: float) -> dict[str, Any]:
    """Return an answer as plain values, ready for `json.dumps`."""
    citations = {citation.source.id: citation for citation in answer.citations}
    crisis = answer.crisis
    return {
        "outcome": answer.outcome.value,
        "lead": None
        if answer.lead is None
        else {
            "text": answer.lead.text,
            "passage_id": answer.lead.passage_id,
            "start": answer.lead.start,
            "end": answer.lead.end,
        },
        "passages": [_passage(quote, citations) for quote in answer.quotes],
        "crisis": None
        if crisis is None
        else {"kind": crisis.kind.value, "text": crisis.text, "lines": list(crisis.lines), "region": crisis.region},
        "message": answer.message,
        "headline": answer.headline,
        "cautions": list(answer.cautions),
        "help_lines": list(answer.help_lines),
        "suggestions": [{"title": s.title, "passage_id": s.passage_id} for s in answer.suggestions],
        "notices": {"safety": answer.notices.safety, "legality": answer.notices.legality},
        "probability": None if answer.probability is None else round(answer.probability, 4),
        "receipt": answer.receipt,
        "build": answer.build,
        "rendered": render(answer),
        "elapsed_ms": round(elapsed_ms, 2),
    }


def _passage(quote: Quote, citations: dict[str, Any]) -> dict[str, Any]:
    passage = quote.passage
    sources = []
    for source_id in passage.source_ids:
        citation = citations[source_id]
        source = citation.source
        sources.append(
            {
                "id": source.id,
                "title": source.title,
                "publisher": source.publisher,
                "year": source.year,
                "url": source.url,
                "number": citation.number,
                "grades": [grade.words for grade in citation.grades],
            }
        )
    return {
        "passage_id": passage.id,
        "article_id": passage.article_id,
        "title": passage.article_title,
        "heading": passage.heading,
        "text": passage.text,
        "start": passage.start,
        "end": passage.end,
        "grade": passage.grades[0].words if passage.grades else "",
        "grades": [grade.words for grade in passage.grades],
        "product_form": passage.product_form.value,
        "unreviewed": passage.unreviewed,
        "sources": sources,
    }
