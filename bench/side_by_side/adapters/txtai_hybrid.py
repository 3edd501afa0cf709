"""txtai: hybrid search, vectors and BM25 together, with content stored."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.side_by_side.adapters.interface import PASSAGES_SHOWN, Found, PlainPassage, System, model_folder, rendered


class TxtaiHybrid:
    """`Embeddings(hybrid=True, content=True)`, saved to a folder and loaded from it."""

    _embeddings: Any

    def build(self, passages: Sequence[PlainPassage], folder: Path) -> None:
        """Encode, index words, save."""
        from txtai import Embeddings

        embeddings = Embeddings(path=model_folder(), hybrid=True, content=True, gpu=False)
        embeddings.index((passage.id, passage.searched, None) for passage in passages)
        embeddings.save(str(folder))
        embeddings.close()

    def load(self, folder: Path) -> None:
        """Load what was saved."""
        from txtai import Embeddings

        self._embeddings = Embeddings()
        self._embeddings.load(str(folder))

    def answer(self, turns: Sequence[str]) -> Found:
        """Show the best passages by both searches."""
        found = self._embeddings.search(" ".join(turns), PASSAGES_SHOWN)
        return rendered([(hit["id"], hit["text"]) for hit in found])


def make() -> System:
    """Return the system."""
    return TxtaiHybrid()
