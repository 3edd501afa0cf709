"""Build valid objects of the corpus: every field has a sensible value, and any can be given by keyword."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from corpus.models import (
    Article,
    Confidence,
    Corpus,
    CrisisRecord,
    GlossaryTerm,
    Grade,
    HelpLine,
    InteractionLevel,
    InteractionRecord,
    LabelledQuestion,
    LegalRecord,
    LegalStatus,
    Notice,
    Passage,
    ProductForm,
    Reference,
    SevenOhStatus,
    Source,
    Statement,
    Tier,
)

REVIEWED_ON, NEXT_REVIEW_ON = date(2026, 11, 22), date(2027, 5, 22)


def make_source(**fields: Any) -> Source:
    return Source(
        **{
            "id": "a-study",
            "title": "A study of kratom",
            "publisher": "Journal of Tests",
            "url": "https://example.org/a-study",
            "tier": Tier.A,
            "grade": Grade.HUMAN_STUDY,
            "year": 2024,
            **fields,
        }
    )


def make_reference(**fields: Any) -> Reference:
    return Reference(**{"source_id": "a-study", "grade": Grade.HUMAN_STUDY, **fields})


def make_statement(text: str = "Kratom is a tree.", start: int = 0, **fields: Any) -> Statement:
    """Return a statement that spans its text from `start`."""
    return Statement(
        **{"text": text, "start": start, "end": start + len(text), "references": (make_reference(),), **fields}
    )


def make_passage(
    sentences: Sequence[str] = ("Kratom is a tree.", "It grows in South-East Asia."),
    start: int = 0,
    references: tuple[Reference, ...] | None = None,
    **fields: Any,
) -> Passage:
    """Return a passage of the sentences, one space apart, each with the same references."""
    cited = (make_reference(),) if references is None else references
    statements, position = [], start
    for sentence in sentences:
        statements.append(make_statement(sentence, position, references=cited))
        position += len(sentence) + 1
    text = " ".join(sentences)
    article_id = fields.get("article_id", "what-is-kratom")
    return Passage(
        **{
            "id": f"{article_id}#tree",
            "article_id": article_id,
            "article_title": "What kratom is",
            "heading": "Kratom is a tree",
            "topic": "basics",
            "product_form": ProductForm.ANY,
            "text": text,
            "start": start,
            "end": start + len(text),
            "statements": tuple(statements),
            "questions": ("what is kratom",),
            "reviewed_on": REVIEWED_ON,
            "next_review_on": NEXT_REVIEW_ON,
            **fields,
        }
    )


def make_article(sentences: Sequence[str] = ("Kratom is a tree.",), **fields: Any) -> Article:
    """Return an article of one passage with the sentences; `passages` and `text` replace both together."""
    heading = "Kratom is a tree\n"
    article_id = fields.get("id", "what-is-kratom")
    passage = make_passage(sentences, len(heading), article_id=article_id)
    return Article(
        **{
            "id": article_id,
            "title": "What kratom is",
            "topic": "basics",
            "summary": "What the plant is and where it grows.",
            "product_form": ProductForm.ANY,
            "text": f"{heading}{passage.text}\n\n",
            "passages": (passage,),
            "reviewed_on": REVIEWED_ON,
            "next_review_on": NEXT_REVIEW_ON,
            **fields,
        }
    )


def make_notice(**fields: Any) -> Notice:
    return Notice(**{"id": "safety", "short": "Kratom can harm.", "full": "Kratom can harm. Ask a doctor.", **fields})


def make_legal_record(**fields: Any) -> LegalRecord:
    place = fields.get("id", "us-al")
    return LegalRecord(
        **{
            "id": place,
            "name": "Alabama",
            "kind": "state",
            "status": LegalStatus.BANNED,
            "seven_oh": SevenOhStatus.BANNED,
            "confidence": Confidence.HIGH,
            "passage_id": f"law-{place}#record",
            "checked_on": date(2026, 10, 1),
            "valid_until": date(2027, 3, 30),
            **fields,
        }
    )


def make_interaction(**fields: Any) -> InteractionRecord:
    substance = fields.get("id", "alcohol")
    return InteractionRecord(
        **{
            "id": substance,
            "name": "Alcohol",
            "level": InteractionLevel.DOCUMENTED_HARM,
            "rests_on": "human",
            "passage_id": f"with-{substance}#record",
            "members": ("beer", "wine"),
            **fields,
        }
    )


def make_term(**fields: Any) -> GlossaryTerm:
    return GlossaryTerm(**{"term": "ketum", "means": ("kratom",), **fields})


def make_help_line(**fields: Any) -> HelpLine:
    return HelpLine(**{"name": "A line that listens", "kind": "crisis", "phone": "116 123", **fields})


def make_crisis_record(**fields: Any) -> CrisisRecord:
    return CrisisRecord(
        **{
            "id": "gb",
            "name": "United Kingdom",
            "emergency_number": "999",
            "lines": (make_help_line(),),
            "checked_on": REVIEWED_ON,
            **fields,
        }
    )


def make_labelled_question(**fields: Any) -> LabelledQuestion:
    return LabelledQuestion(**{"text": "what is kratom", "answers": ("what-is-kratom#tree",), **fields})


def make_corpus(**fields: Any) -> Corpus:
    """Return a corpus of one article, its source and one notice."""
    source, notice = make_source(), make_notice()
    return Corpus(
        **{
            "articles": (make_article(),),
            "sources": {source.id: source},
            "notices": {notice.id: notice},
            **fields,
        }
    )
