"""The builds of a trial, opened beside the bot, with what is kept of the acceptance questions they were asked."""

import hashlib
from functools import partial
from pathlib import Path

from bot.acceptance.asking import AcceptanceTest
from bot.acceptance.kept import KeptTables, answering_code
from bot.acceptance.kept_vectors import KeptVectors
from bot.acceptance.two_processes import do_half_elsewhere
from bot.answering.ports import Edition
from bot.answering.withdrawals import LiveWithdrawals, Withdrawals
from bot.editions import EditionShelf, OpenEdition
from index.artifact import OpenIndex
from index.embedder import Embedder
from index.encoder_files import ENCODER, MODEL, SETTINGS, TOKENIZER, read_settings
from index.models import IndexManifest
from index.phrase_net import DENSE_WEIGHTS, PHRASE_NET, WORD_WEIGHTS
from index.places import CACHE
from index.question_encoder import EncoderChoice, question_embedder
from index.vector_cache import VectorCache

_FOLDER = "acceptance"


class TrialEditions:
    """Opens builds, asks them, and keeps what comes of it in the cache of the folder of builds."""

    def __init__(self, root: Path, reference: Embedder, *, reference_only: bool = False) -> None:
        """Take the folder of builds and the reference model; `reference_only`: it encodes questions as well."""
        self._root = root
        self._reference = reference
        self._choice = EncoderChoice.REFERENCE if reference_only else EncoderChoice.EXPORTED
        self._folder = root / CACHE / _FOLDER
        self._kept = KeptTables(self._folder)
        self._encoders: dict[str, KeptVectors] = {}
        self._shelf = EditionShelf(root, self._embedder_for)
        self._fell_back = False

    def open(self, build_id: str) -> OpenEdition:
        """Open a build.

        Raises:
            VectorIndexError: it is missing or damaged.
        """
        return self._shelf.open_aside(self._root / build_id)

    def test(self, withdrawals: Withdrawals, *, in_haste: bool) -> AcceptanceTest:
        """Return what asks builds of this folder; in haste it takes two cores."""
        test = partial(AcceptanceTest, LiveWithdrawals(withdrawals), self._kept, hears_with=self._hears_with)
        return test(do_all=do_half_elsewhere) if in_haste else test()

    def save(self) -> None:
        """Keep what was learned of the builds, unless an encoder had to be stood in for.

        Raises:
            OSError: a file could not be written.
        """
        if not self._fell_back:
            self._kept.save()
            for encoder in self._encoders.values():
                encoder.save()

    def _hears_with(self, edition: Edition) -> str:
        """Return what names the net of a build and what encodes for it: builds alike in both hear alike."""
        if not isinstance(edition, OpenEdition):
            return edition.build_id
        files = edition.manifest.files
        net = [files[name].sha256 for name in (PHRASE_NET, DENSE_WEIGHTS, WORD_WEIGHTS) if name in files]
        return " ".join((*net, self._encoder_of(edition.manifest)))

    def _encoder_of(self, manifest: IndexManifest) -> str:
        """Return a SHA-256, as hexadecimal digits, of what encodes the questions asked of a build."""
        parts = [answering_code(), manifest.model.fingerprint, str(manifest.model.dimension)]
        if self._is_exported(manifest):
            settings = read_settings(self._root / manifest.build_id / ENCODER)
            files = [manifest.files[f"{ENCODER}/{name}"].sha256 for name in (MODEL, TOKENIZER)]
            parts += [*files, str(settings.max_tokens), *settings.inputs]
        return hashlib.sha256(" ".join(parts).encode()).hexdigest()

    def _is_exported(self, manifest: IndexManifest) -> bool:
        return self._choice is EncoderChoice.EXPORTED and f"{ENCODER}/{SETTINGS}" in manifest.files

    def _embedder_for(self, opened: OpenIndex) -> Embedder:
        name = self._encoder_of(opened.manifest)
        if name not in self._encoders:

            def make() -> Embedder:
                if not self._is_exported(opened.manifest):
                    return self._reference
                return question_embedder(opened, lambda _model: self._reference, told=self._tell_fallback)

            self._encoders[name] = KeptVectors(VectorCache(self._folder, name), opened.manifest.model, make)
        return self._encoders[name]

    def _tell_fallback(self, _reason: str) -> None:
        self._fell_back = True
