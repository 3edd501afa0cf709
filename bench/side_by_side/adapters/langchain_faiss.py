"""LangChain: its FAISS vector store over HuggingFaceEmbeddings, unit vectors and inner product."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.side_by_side.adapters.interface import PASSAGES_SHOWN, Found, PlainPassage, System, model_folder, rendered


def _embeddings() -> Any:
    from langchain_huggingface import HuggingFaceEmbeddings

    return HuggingFaceEmbeddings(
        model_name=model_folder(), model_kwargs={"device": "cpu"}, encode_kwargs={"normalize_embeddings": True}
    )


class LangChainFaiss:
    """`FAISS.from_texts`, `save_local`, `load_local`, `similarity_search`."""

    _store: Any

    def build(self, passages: Sequence[PlainPassage], folder: Path) -> None:
        """Encode and save."""
        from langchain_community.vectorstores import FAISS
        from langchain_community.vectorstores.utils import DistanceStrategy

        store = FAISS.from_texts(
            [passage.searched for passage in passages],
            _embeddings(),
            metadatas=[{"id": passage.id} for passage in passages],
            distance_strategy=DistanceStrategy.MAX_INNER_PRODUCT,
        )
        store.save_local(str(folder))

    def load(self, folder: Path) -> None:
        """Load; the store is a pickle, which this run wrote itself."""
        from langchain_community.vectorstores import FAISS
        from langchain_community.vectorstores.utils import DistanceStrategy

        self._store = FAISS.load_local(
            str(folder),
            _embeddings(),
            allow_dangerous_deserialization=True,
            distance_strategy=DistanceStrategy.MAX_INNER_PRODUCT,
        )

    def answer(self, turns: Sequence[str]) -> Found:
        """Show the nearest passages."""
        found = self._store.similarity_search(" ".join(turns), k=PASSAGES_SHOWN)
        return rendered([(document.metadata["id"], document.page_content) for document in found])


def make() -> System:
    """Return the system."""
    return LangChainFaiss()
