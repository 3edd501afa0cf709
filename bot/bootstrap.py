"""The composition root: settings to a ready answer service."""

import threading
from dataclasses import dataclass

import structlog

from bot.answering.models import Answer
from bot.answering.safeguards import Safeguards
from bot.answering.service import AnswerService
from bot.editions import EditionShelf
from bot.settings import Settings
from corpus.loader import load_crisis, load_notices
from index.embedder import Embedder
from index.errors import VectorIndexError
from index.models import ModelInfo

log = structlog.get_logger()


class OutcomeCounts:
    """Counts answers by outcome, in memory; it never sees a question."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._lock = threading.Lock()

    def record(self, answer: Answer) -> None:
        """Count one answer."""
        with self._lock:
            self._counts[answer.outcome] = self._counts.get(answer.outcome, 0) + 1

    def counts(self) -> dict[str, int]:
        """Return how many answers of each outcome were given since the start."""
        with self._lock:
            return dict(self._counts)


class EmbedderPool:
    """Loads an embedding model when it is first needed, and keeps it for all builds made with it."""

    def __init__(self) -> None:
        self._loaded: dict[str, Embedder] = {}
        self._lock = threading.Lock()

    def get(self, model: ModelInfo) -> Embedder:
        """Return the embedder for a build.

        Raises:
            ModelUnavailableError: the model is not at hand or has other weights.
        """
        with self._lock:
            if model.fingerprint not in self._loaded:
                from index.sentence_transformer import SentenceTransformerEmbedder

                self._loaded[model.fingerprint] = SentenceTransformerEmbedder(model.name, expected=model)
            return self._loaded[model.fingerprint]


@dataclass(frozen=True)
class Assembly:
    """The parts that front ends need."""

    settings: Settings
    shelf: EditionShelf
    embedders: EmbedderPool
    safeguards: Safeguards
    service: AnswerService
    counts: OutcomeCounts


def assemble(settings: Settings, *, open_index: bool = True) -> Assembly:
    """Put everything together. A missing or damaged index is logged, and leaves crisis cards and refusals working."""
    safeguards = load_safeguards(settings)
    embedders = EmbedderPool()
    shelf = EditionShelf(settings.index_dir, embedders.get)
    counts = OutcomeCounts()
    if open_index:
        try:
            edition = shelf.load()
            log.info("index opened", build=edition.build_id, **edition.manifest.counts)
        except VectorIndexError as error:
            log.error("answering without an index", reason=str(error))
    return Assembly(settings, shelf, embedders, safeguards, AnswerService(shelf, safeguards, counts), counts)


def load_safeguards(settings: Settings) -> Safeguards:
    """Read the notices and crisis lines; where they cannot be read, the built-in texts remain."""
    try:
        return Safeguards(load_notices(settings.corpus_dir), load_crisis(settings.corpus_dir))
    except OSError as error:
        log.error("notices are not readable, using the built-in ones", reason=str(error))
        return Safeguards({}, ())
