"""What is served from a folder: open it as the bot does when it starts, ask, and compare with the build on disk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.answering.models import Answer, Outcome, Question
from bot.bootstrap import Assembly, assemble
from bot.settings import Settings
from tests.e2e.bots import Place

QUESTIONS = (
    "can kratom hurt the liver",
    "does kratom help with depression",
    "what is kratom withdrawal like",
    "what is kratom",
)
"""Each is answered by the corpus of the end-to-end tests."""
CRISIS = "i want to kill myself"
_DAY = date(2026, 11, 23)


@dataclass(frozen=True, slots=True)
class Served:
    """What came of asking: the live build (None: notices and crisis cards alone), and everything that was wrong.

    `fault` is why there is no build; `answered` is how many of the questions got an answer.
    """

    build_id: str | None
    wrong: tuple[str, ...]
    fault: str
    answered: int


def settings_of(place: Place) -> Settings:
    """Return the settings of a bot that works in a place."""
    return Settings(corpus_dir=place.corpus, index_dir=place.index, state_dir=place.state)


def look_at(place: Place, *, indexed: bool = True) -> Served:
    """Start what answers, ask, and tell what is wrong; `indexed`: there has to be a build that answers."""
    assembly = assemble(settings_of(place))
    edition = assembly.shelf.current()
    answers = {question: _ask(assembly, question) for question in QUESTIONS}
    answered = sum(answer.outcome is Outcome.ANSWERED for answer in answers.values())
    wrong = [one for question, answer in answers.items() for one in _wrong(assembly, question, answer)]
    if _ask(assembly, CRISIS).outcome is not Outcome.CRISIS:
        wrong.append("a crisis got no crisis card")
    if indexed and edition is None:
        wrong.append(f"no build is served: {assembly.shelf.fault}")
    if edition is not None and answered < len(QUESTIONS) and not assembly.withdrawals.current():
        wrong.append(f"only {answered} of {len(QUESTIONS)} questions are answered")
    return Served(edition.build_id if edition else None, tuple(wrong), str(assembly.shelf.fault or ""), answered)


def _ask(assembly: Assembly, text: str) -> Answer:
    """Return an answer; that it has its notices and quotes word for word is in its type."""
    return assembly.service.answer(Question((text,), _DAY))


def _wrong(assembly: Assembly, question: str, answer: Answer) -> Iterable[str]:
    """Tell what of an answer is not of the build that is live."""
    edition = assembly.shelf.current()
    if edition is None:
        if answer.quotes:
            yield f"{question!r} is answered without a build"
        return
    if answer.build not in (None, edition.build_id):
        yield f"{question!r} is answered from build {answer.build}, and {edition.build_id} is live"
    for quote in answer.quotes:
        passage = edition.library.passages.get(quote.passage.id)
        if passage is None or passage.text != quote.passage.text:
            yield f"{question!r} quotes what is not in build {edition.build_id}"
