"""Hold the live build open, swap it in one step, and find older builds for receipts."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.answering.library import Library
from bot.spare_memory import release_spare_memory
from index import artifact
from index.embedder import Embedder
from index.errors import VectorIndexError
from index.models import IndexManifest
from index.phrase_net import PhraseNet, open_phrase_net
from index.ranking import Calibration
from index.retriever import HybridRetriever

EmbedderFor = Callable[[artifact.OpenIndex], Embedder]
_OLD_EDITIONS_KEPT_OPEN = 2


@dataclass(frozen=True)
class OpenEdition:
    """One build, ready to answer from."""

    manifest: IndexManifest
    calibration: Calibration
    library: Library
    retriever: HybridRetriever
    phrase_net: PhraseNet | None = None

    @property
    def build_id(self) -> str:
        """Return the id of the build."""
        return self.manifest.build_id


class EditionShelf:
    """The editions of one folder of builds. Reading is free of locks; loading is serialised."""

    def __init__(self, root: Path, embedder_for: EmbedderFor) -> None:
        self._root = root
        self._embedder_for = embedder_for
        self._live: OpenEdition | None = None
        self._old: dict[str, OpenEdition] = {}
        self._loading = threading.Lock()
        self.fault: VectorIndexError | None = None

    def current(self) -> OpenEdition | None:
        """Return the live edition; None where none could be opened, and then `fault` says why."""
        return self._live

    def load(self) -> OpenEdition:
        """Open the build that CURRENT names and make it the one that answers; the one before stays on a failure.

        Raises:
            VectorIndexError: the build is missing or damaged, or its model is not at hand.
        """
        with self._loading:
            try:
                edition = self._open(artifact.current_build(self._root))
            except VectorIndexError as error:
                self.fault = error
                raise
            self._make_live(edition)
            return edition

    def open_aside(self, folder: Path) -> OpenEdition:
        """Open a build without answering from it; one that is open already is not opened again.

        Raises:
            VectorIndexError: it is damaged, or its model is not at hand.
        """
        with self._loading:
            if self._live is not None and self._live.build_id == folder.name:
                return self._live
            return self._old.get(folder.name) or self._open(folder)

    def use(self, edition: OpenEdition) -> None:
        """Answer from an open edition from the next question on; the one before stays open for its receipts."""
        with self._loading:
            self._make_live(edition)

    def _make_live(self, edition: OpenEdition) -> None:
        if self._live is not None and self._live.build_id != edition.build_id:
            self._keep(self._live)
        self._live = edition
        self.fault = None

    def find(self, build_tag: str) -> OpenEdition | None:
        """Return the edition whose build id starts with `build_tag`; None if it is no longer kept."""
        live = self._live
        if live is not None and live.build_id.startswith(build_tag):
            return live
        with self._loading:
            for build_id, edition in self._old.items():
                if build_id.startswith(build_tag):
                    return edition
            folders = [
                path for path in sorted(self._root.glob(f"{build_tag}*")) if (path / artifact.MANIFEST).is_file()
            ]
            if not build_tag.isalnum() or not folders:
                return None
            try:
                edition = self._open(folders[0])
            except VectorIndexError:
                return None
            self._keep(edition)
            return edition

    def _open(self, folder: Path) -> OpenEdition:
        opened = artifact.open_build(folder)
        embedder = self._embedder_for(opened)
        retriever = HybridRetriever(opened, embedder)
        net = open_phrase_net(folder, embedder)
        edition = OpenEdition(opened.manifest, opened.calibration, Library.of(opened.corpus), retriever, net)
        release_spare_memory()
        return edition

    def _keep(self, edition: OpenEdition) -> None:
        self._old[edition.build_id] = edition
        while len(self._old) > _OLD_EDITIONS_KEPT_OPEN:
            self._old.pop(next(iter(self._old)))
