"""sentence-transformers and FAISS wired by hand, as their own examples do it: https://sbert.net, IndexFlatIP."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.side_by_side.adapters.interface import PASSAGES_SHOWN, Found, PlainPassage, System, model_folder, rendered


class ByHand:
    """Unit vectors in an exact index, the texts beside them as JSON."""

    _model: Any
    _index: Any
    _passages: list[tuple[str, str]]

    def build(self, passages: Sequence[PlainPassage], folder: Path) -> None:
        """Encode all texts in batches and write one FAISS file and one JSON file."""
        import faiss
        from sentence_transformers import SentenceTransformer

        vectors = SentenceTransformer(model_folder(), device="cpu").encode(
            [passage.searched for passage in passages], normalize_embeddings=True
        )
        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(vectors)
        faiss.write_index(index, str(folder / "vectors.faiss"))
        (folder / "passages.json").write_text(json.dumps([(one.id, one.searched) for one in passages]), "utf-8")

    def load(self, folder: Path) -> None:
        """Load model, index and texts."""
        import faiss
        from sentence_transformers import SentenceTransformer

        self._model = SentenceTransformer(model_folder(), device="cpu")
        self._index = faiss.read_index(str(folder / "vectors.faiss"))
        self._passages = json.loads((folder / "passages.json").read_text("utf-8"))

    def answer(self, turns: Sequence[str]) -> Found:
        """Encode the turns as one text and show the nearest passages."""
        query = self._model.encode([" ".join(turns)], normalize_embeddings=True, show_progress_bar=False)
        _, rows = self._index.search(query, PASSAGES_SHOWN)
        return rendered([self._passages[row] for row in rows[0]])


def make() -> System:
    """Return the system."""
    return ByHand()
