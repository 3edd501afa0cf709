"""What the core answers to each question in each state of the corpus: what the bot has to show, to the letter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bench.torture.places import change_corpus, copied
from bench.torture.served import settings_of
from bot.answering.models import Answer, Outcome, Question
from bot.answering.withdrawals import Withdrawals
from bot.bootstrap import Assembly, assemble
from bot.rendering.discord_markdown import render
from corpus.loader import load_corpus
from tests.e2e.bots import Place, rebuild

WITHDRAWN_PASSAGE = "depression#no-trial"
CRIES = ("i want to kill myself", "my friend is not breathing", "my toddler ate kratom")
_OTHERS = ("how much kratom should i take", "where can i buy kratom", "what colour is the sky", "hello there")
_LONGEST = timedelta(hours=2)
"""A soak does not go on for longer, so only near midnight are there two days."""
_WORDINGS = ("{}", "{}?", "hi, {}", "please tell me: {}", "{} thanks")

Blocks = tuple[str, ...]
"""The texts of one message, in their order."""
Shown = tuple[Blocks, ...]
"""The messages of one answer."""


@dataclass(frozen=True, slots=True)
class CorpusState:
    """What is answered from: the number of the corpus (see `change_corpus`), and whether a passage is withdrawn."""

    number: int
    withdrawn: bool


@dataclass(frozen=True)
class Expected:
    """All answers there can be.

    Attributes:
        questions: what is asked, in the order in which it is asked again and again.
        answers: what has to be shown, by state and question; two of them where midnight may come in between.
        numbers: the corpus number by build id.
    """

    questions: tuple[str, ...]
    answers: dict[tuple[CorpusState, str], frozenset[Shown]]
    numbers: dict[str, int]

    def allowed(self, states: frozenset[CorpusState], question: str) -> frozenset[Shown]:
        """Return what may be shown where it is one of these states."""
        return frozenset().union(*(self.answers[state, question] for state in states))


def expect(place: Place, numbers: Sequence[int]) -> Expected:
    """Build each corpus, aside, and ask everything in each state; takes some seconds for each number."""
    answers: dict[tuple[CorpusState, str], frozenset[Shown]] = {}
    builds: dict[str, int] = {}
    questions = _questions(place)
    days = _days()
    for number in numbers:
        with copied(place) as aside:
            if number:  # a place begins with the build of the corpus as it is
                change_corpus(aside, number)
                rebuild(aside)
            assembly = assemble(settings_of(aside))
            edition = assembly.shelf.current()
            if edition is None:
                raise RuntimeError(f"the corpus with number {number} has no build: {assembly.shelf.fault}")
            builds[edition.build_id] = number
            for withdrawn in (False, True):
                passages = frozenset({WITHDRAWN_PASSAGE} if withdrawn else ())
                assembly.withdrawals.use(Withdrawals(passages=passages))
                for question in questions:
                    shown = frozenset(_shown(assembly, question, days, withdrawn=withdrawn))
                    answers[CorpusState(number, withdrawn), question] = shown
    if len(builds) < len(numbers):
        raise RuntimeError("two corpora gave the same build, so a mix of them could not be told")
    return Expected(questions, answers, builds)


def _questions(place: Place) -> tuple[str, ...]:
    passages = load_corpus(place.corpus).corpus.passages
    answered = [text for passage in passages for text in passage.questions]
    asked = [wording.format(text) for wording in _WORDINGS for text in (*answered, *_OTHERS)]
    every = max(1, len(asked) // (2 * len(CRIES)))
    for number, cry in enumerate(2 * CRIES):
        asked.insert(number * (every + 1), cry)
    return tuple(dict.fromkeys(asked))


def _days() -> tuple[date, ...]:
    now = datetime.now(UTC)
    later = now + _LONGEST
    return tuple(dict.fromkeys((now.date(), later.date())))


def _shown(assembly: Assembly, question: str, days: tuple[date, ...], *, withdrawn: bool) -> Iterator[Shown]:
    for day in days:
        answer = assembly.service.answer(Question((question,), day))
        if withdrawn and _quotes(answer):
            raise RuntimeError(f"the core quotes {WITHDRAWN_PASSAGE}, which is withdrawn")
        if question in CRIES and answer.outcome is not Outcome.CRISIS:
            raise RuntimeError(f"the core takes {question!r} for no crisis")
        yield tuple(part.blocks for part in render(answer))


def _quotes(answer: Answer) -> bool:
    return any(quote.passage.id == WITHDRAWN_PASSAGE for quote in answer.quotes)
