"""Labelled questions and replies for the tests of the evaluation."""

from datetime import date

from bench.evaluation.matching import Key
from bench.evaluation.questions import Item, Kind
from bench.evaluation.replies import Reply
from bot.answering.compose import compose
from bot.answering.library import Library
from bot.answering.models import Answer, CrisisKind, Outcome, Plan, RefusalKind
from bot.answering.safeguards import Safeguards
from bot.rendering import discord_markdown, plain_text
from corpus.models import Passage
from tests.factories import make_article, make_corpus, make_crisis_record, make_passage

DAY = date(2026, 11, 22)
SAFEGUARDS = Safeguards({}, (make_crisis_record(),))
TREE, LEAF, SMELL = "Kratom is a tree.", "Its leaves are chewed.", "It smells of nothing."


def make_item(kind: Kind = Kind.IN_SCOPE, *groups: list[str], never: tuple[str, ...] = (), **fields: object) -> Item:
    values = {"id": "q1", "kind": kind, "topic": "basics", "turns": ("what is kratom",), **fields}
    return Item(key=Key.of(list(groups), list(never)), **values)  # type: ignore[arg-type]


def library_of(*sentences: str) -> Library:
    """Return a library of one article with one passage, `what-is-kratom#1` and so on, for each sentence."""
    text, passages = "", []
    for number, sentence in enumerate(sentences, start=1):
        passages.append(make_passage((sentence,), len(text), id=f"what-is-kratom#{number}"))
        text += f"{sentence}\n\n"
    return Library.of(make_corpus(articles=(make_article(text=text, passages=tuple(passages)),)))


def reply_of(plan: Plan, library: Library | None = None) -> Reply:
    return rendered(compose(plan, SAFEGUARDS, library))


def rendered(answer: Answer) -> Reply:
    return Reply(answer, plain_text.render(answer), discord_markdown.render(answer))


def answered(*sentences: str) -> Reply:
    """Return an answer that shows one passage for each sentence."""
    library = library_of(*sentences)
    ids = tuple(library.passages)
    return reply_of(Plan(Outcome.ANSWERED, DAY, build_id="0123456789ab", passages=ids), library)


def abstained() -> Reply:
    library = library_of(TREE)
    return reply_of(Plan(Outcome.ABSTAINED, DAY, build_id="0123456789ab", passages=("what-is-kratom#1",)), library)


def refused() -> Reply:
    return reply_of(Plan(Outcome.REFUSED, DAY, RefusalKind.DOSING))


def crisis() -> Reply:
    return reply_of(Plan(Outcome.CRISIS, DAY, CrisisKind.OVERDOSE, "gb"))


def crashed() -> Reply:
    return Reply(None, error="ValueError: no")


def passages_of(*sentences: str) -> tuple[Passage, ...]:
    return library_of(*sentences).corpus.passages
