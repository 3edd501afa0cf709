"""The composition root: settings to a ready answer service."""

import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime

import structlog

from bot.answering.models import Answer
from bot.answering.safeguards import Safeguards
from bot.answering.service import AnswerService
from bot.answering.withdrawals import EVERYTHING_WITHDRAWN, LiveWithdrawals, Withdrawals
from bot.editions import EditionShelf
from bot.rendering.discord_markdown import notices_fit
from bot.settings import Settings
from bot.shared_embedder import SharedEmbedder
from bot.state.absent import AbsentState
from bot.state.errors import StateError, StateUnavailableError
from bot.state.pending import PendingArticles
from bot.state.ports import State
from bot.state.withdrawn_file import load_withdrawn
from corpus.loader import load_crisis, load_notices, load_translations
from corpus.models import CrisisRecord, Notice
from index.artifact import OpenIndex
from index.embedder import Embedder
from index.encoder_files import ENCODER, SETTINGS
from index.errors import ModelUnavailableError, VectorIndexError
from index.model_files import find_model
from index.models import ModelInfo
from index.passage_encoder import AbsentReference
from index.question_encoder import EncoderChoice, question_embedder

log = structlog.get_logger()

ALWAYS = frozenset({"safety", "legality"})
"""The ids of the two notices that every reply carries."""


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
    """Loads what encodes when it is first needed, and keeps it for all builds that it fits.

    Questions are encoded by `for_questions`, the same for every way to ask; `get` and `named` are the reference model,
    which encodes passages and stands in where a build has no encoder of its own.
    """

    def __init__(self, choice: EncoderChoice = EncoderChoice.EXPORTED, threads: int = 1) -> None:
        self._choice = choice
        self._threads = threads
        self._loaded: dict[str, Embedder] = {}
        self._for_questions: dict[tuple[str, str], Embedder] = {}
        self._lock = threading.Lock()

    def for_questions(self, opened: OpenIndex) -> Embedder:
        """Return what encodes the questions asked of a build.

        Raises:
            ModelUnavailableError: only the model can do it, and it is not at hand or has other weights.
        """
        settings = opened.manifest.files.get(f"{ENCODER}/{SETTINGS}")
        key = (opened.manifest.model.fingerprint, settings.sha256 if settings else "")
        if key not in self._for_questions:
            self._for_questions[key] = question_embedder(
                opened, self._ready, choice=self._choice, threads=self._threads, told=_tell_fallback
            )
        return self._for_questions[key]

    def _ready(self, model: ModelInfo) -> Embedder:
        embedder = self.get(model)
        embedder.encode_queries([""])  # loads it now: a model that is not at hand must not first be missed in an answer
        return embedder

    def get(self, model: ModelInfo) -> Embedder:
        """Return the reference model of a build; it is loaded when it first has to encode.

        Where the model is not at hand or has other weights, that is said when it has to encode: a slim installation
        has none, and encodes changed passages by its exact export (see `index.passage_encoder`).
        """
        with self._lock:
            if model.fingerprint not in self._loaded:
                try:
                    self._loaded[model.fingerprint] = _load_embedder(model.name, model)
                except ModelUnavailableError as error:
                    return AbsentReference(model, str(error))
            return self._loaded[model.fingerprint]

    def named(self, name: str) -> Embedder:
        """Return the reference model by its name, for a first build.

        Raises:
            ModelUnavailableError: the model is not at hand.
        """
        info = find_model(name).info
        if info is not None:
            return self.get(info)
        with self._lock:
            embedder = _load_embedder(name, None)
            return self._loaded.setdefault(embedder.info.fingerprint, embedder)


def _load_embedder(name: str, expected: ModelInfo | None) -> Embedder:
    from index.sentence_transformer import SentenceTransformerEmbedder

    return SharedEmbedder(SentenceTransformerEmbedder(name, expected=expected, when_needed=True))


def _tell_fallback(reason: str) -> None:
    log.warning("questions are encoded by the model itself", reason=reason)


@dataclass
class Assembly:
    """The parts that front ends need.

    `safeguards`, `service` and `state` are those of the moment: read them anew each time. `withdrawals` is what answers
    honour; front ends that show a passage by another way ask it too (`Library.without`).
    """

    settings: Settings
    shelf: EditionShelf
    embedders: EmbedderPool
    counts: OutcomeCounts
    safeguards: Safeguards
    service: AnswerService
    withdrawals: LiveWithdrawals
    state: State

    def use(self, safeguards: Safeguards) -> None:
        """Answer with other notices and crisis lines from the next question on; a running one keeps its own."""
        self.service = self.service_with(safeguards)
        self.safeguards = safeguards

    def service_with(self, safeguards: Safeguards) -> AnswerService:
        """Return a service that answers from the same editions with these notices, such as those of a language."""
        return AnswerService(self.shelf, safeguards, self.counts, self.withdrawals)

    def open_index(self) -> None:
        """Open the live build; a missing or damaged one is logged, and leaves crisis cards and refusals working."""
        try:
            edition = self.shelf.load()
            log.info("index opened", build=edition.build_id, **edition.manifest.counts)
        except VectorIndexError as error:
            log.error("answering without an index", reason=str(error))

    def open_state(self) -> None:
        """Open what is kept between runs; where that fails, it is logged, and answers go on without settings."""
        from bot.storage.store import open_state  # only here, so that the terminal does not load a database

        url = self.settings.database_url
        try:
            self.state = open_state(self.settings.state_dir, url.get_secret_value() if url else None, self.withdrawals)
            log.info("state opened")
        except StateError as error:
            self.state = AbsentState(error)
            log.error("answering without a state, so nothing can be saved", reason=str(error))

    def tend_state(self, today: date) -> None:
        """Open the state if it is not, honour what other programs withdrew, and remove what was kept long enough."""
        PendingArticles(self.settings.state_dir).prune(datetime.now(UTC))
        if self.state.fault is not None:
            self.open_state()
        if self.state.fault is not None:
            return
        try:
            self.state.withdrawals.refresh()
            log.info("state tidied", **asdict(self.state.prune(today)))
        except StateError as error:
            log.error("state not tidied", reason=str(error))


def assemble(settings: Settings, *, open_index: bool = True, translated: bool = False) -> Assembly:
    """Put everything together. Without `open_index`, call `Assembly.open_index` later; until then there is no index.

    With `translated`, the notices are read in all their languages.
    """
    safeguards = load_safeguards(settings, translated=translated)
    embedders = EmbedderPool(settings.encoder, settings.encoder_threads)
    shelf = EditionShelf(settings.index_dir, embedders.for_questions)
    counts = OutcomeCounts()
    withdrawals = LiveWithdrawals(load_known_withdrawals(settings))
    service = AnswerService(shelf, safeguards, counts, withdrawals)
    state = AbsentState(StateUnavailableError("the state is not open yet; try again in a moment"))
    assembly = Assembly(settings, shelf, embedders, counts, safeguards, service, withdrawals, state)
    if open_index:
        assembly.open_index()
    return assembly


def load_known_withdrawals(settings: Settings) -> Withdrawals:
    """Read the copy of what is withdrawn; where it is there and unreadable, nothing may be quoted."""
    try:
        return load_withdrawn(settings.state_dir)
    except StateError as error:
        log.error("quoting nothing, since it is not known what is withdrawn", reason=str(error))
        return EVERYTHING_WITHDRAWN


def load_safeguards(settings: Settings, *, translated: bool = False) -> Safeguards:
    """Read the notices and crisis lines; where they cannot be read or used, the built-in texts remain."""
    root = settings.corpus_dir
    try:
        translations = load_translations(root) if translated else {}
        safeguards = make_safeguards(load_notices(root), load_crisis(root), translations)
    except OSError as error:
        log.error("notices are not readable, using the built-in ones", reason=str(error))
        return Safeguards({}, ())
    if notices_fit(safeguards.always()):
        return safeguards
    log.error("the notices are too long to stand under every message, using the built-in ones")
    without = {key: one for key, one in safeguards.notices.items() if key not in ALWAYS}
    return replace(safeguards, notices=without)


def make_safeguards(
    notices: Mapping[str, Notice],
    crisis: tuple[CrisisRecord, ...],
    translations: Mapping[str, Mapping[str, Notice]],
) -> Safeguards:
    """Return the fixed texts for use; of a language whose two notices are too long, those two stay in English."""
    usable: dict[str, Mapping[str, Notice]] = {}
    for language, translated in translations.items():
        usable[language] = translated
        if not notices_fit(Safeguards(notices, translations=translations, language=language).always()):
            log.error("translated notices are too long to stand under every message", language=language)
            usable[language] = {key: one for key, one in translated.items() if key not in ALWAYS}
    return Safeguards(notices, crisis, usable)
