"""Say what became of a document: a few lines for people, or values for a program. Pure."""

from collections.abc import Iterator
from typing import Any

from corpus.importing.drafting import Draft
from corpus.importing.model import Reason

_SHOWN, _SHOWN_CHARS = 3, 60
# Of these the number says enough.
_COUNTED_ONLY = {Reason.MARK, Reason.REFERENCE, Reason.PICTURE}


def summary_lines(draft: Draft) -> Iterator[str]:
    """Yield what people want to know about a draft."""
    yield f"title: {draft.title}"
    yield f"sections: {draft.sections}, passages: {draft.passages}, words: {draft.words}"
    yield f"sentences without a source: {draft.sentences} of {draft.sentences}"
    yield (
        f"citations of the original, kept in comments: {draft.citations}; "
        f"entries of its reference lists: {draft.references}"
    )
    for reason in Reason:
        texts = [one.text for one in draft.dropped if one.reason is reason]
        if texts:
            yield f"left out, {reason}: {len(texts)}{_examples(texts) if reason not in _COUNTED_ONLY else ''}"
    for note in draft.notes:
        yield f"note: {note}"


def summary_values(draft: Draft) -> dict[str, Any]:
    """Return the summary as values of JSON, with all that was left out in full."""
    return {
        "id": draft.article_id,
        "topic": draft.topic,
        "title": draft.title,
        "form": draft.form.value,
        "sections": draft.sections,
        "passages": draft.passages,
        "words": draft.words,
        "sentences": draft.sentences,
        "sentences_without_source": draft.sentences,
        "citations": draft.citations,
        "references": draft.references,
        "dropped": [
            {"reason": reason.value, "texts": [one.text for one in draft.dropped if one.reason is reason]}
            for reason in Reason
            if any(one.reason is reason for one in draft.dropped)
        ],
        "notes": list(draft.notes),
    }


def _examples(texts: list[str]) -> str:
    shown = ", ".join(f"`{_shortened(text)}`" for text in list(dict.fromkeys(texts))[:_SHOWN])
    return f" ({shown}{', ...' if len(set(texts)) > _SHOWN else ''})"


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN_CHARS else f"{text[:_SHOWN_CHARS].rstrip()}..."
