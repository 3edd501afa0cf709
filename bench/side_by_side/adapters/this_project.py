"""This project: the real answering core with all that it does for an answer, rendered as the terminal shows it."""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bench.side_by_side.adapters.interface import PASSAGES_SHOWN, Found, PlainPassage, System
from bot.answering.models import Outcome, Question
from bot.answering.service import AnswerService
from bot.answering.triage import make_ready
from bot.bootstrap import assemble
from bot.rendering import plain_text
from bot.settings import Settings


class ThisProject:
    """Builds with an empty cache, as on a machine that never built before; answers through `AnswerService`."""

    _service: AnswerService

    def build(self, passages: Sequence[PlainPassage], folder: Path) -> None:
        """Build the whole index of the corpus that the passages are of: fields, words, calibration, nets, encoder."""
        from corpus.labelled import load_labelled_questions
        from corpus.loader import load_corpus
        from corpus.triage_phrases import load_triage_phrases
        from index.builder import build_index
        from index.sentence_transformer import SentenceTransformerEmbedder

        settings = Settings()
        corpus = load_corpus(settings.corpus_dir).corpus
        if len(corpus.passages) != len(passages):
            raise ValueError("the corpus folder has other passages than the index; run: python -m index.rebuild")
        cache = folder / ".cache"
        build_index(
            corpus,
            SentenceTransformerEmbedder(settings.model),
            folder,
            questions=load_labelled_questions(settings.corpus_dir),
            phrases=load_triage_phrases(settings.corpus_dir),
            cache=cache,
        )
        shutil.rmtree(cache)  # answering needs none of it

    def load(self, folder: Path) -> None:
        """Open the live build, and make the rules of triage ready, as the running bot does when it starts."""
        assembly = assemble(Settings(index_dir=folder))
        assembly.shelf.load()  # a damaged build is an error here, not a bot that has no sourced answer
        self._service = assembly.service
        make_ready()

    def answer(self, turns: Sequence[str]) -> Found:
        """Answer; where the bot abstains, refuses or shows a crisis card, no passage counts as an answer."""
        answer = self._service.answer(Question(tuple(turns), date.today()))
        text = plain_text.render(answer)
        shown = answer.quotes[:PASSAGES_SHOWN] if answer.outcome == Outcome.ANSWERED else ()
        return Found(tuple(quote.passage.id for quote in shown), text)


def make() -> System:
    """Return the system."""
    return ThisProject()
