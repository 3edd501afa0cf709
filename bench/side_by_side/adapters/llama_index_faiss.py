"""LlamaIndex: a VectorStoreIndex over its FAISS store and HuggingFaceEmbedding; retrieval without a language model."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.side_by_side.adapters.interface import PASSAGES_SHOWN, Found, PlainPassage, System, model_folder, rendered

_BATCH = 32  # as sentence-transformers itself; the library's own default of 10 builds more slowly
_DIMENSION = 384


def _embedding() -> Any:
    from llama_index.embeddings.huggingface import HuggingFaceEmbedding

    return HuggingFaceEmbedding(model_name=model_folder(), device="cpu", embed_batch_size=_BATCH)


class LlamaIndexFaiss:
    """One node a passage, so that nothing is cut anew; persisted with its storage context."""

    _retriever: Any

    def build(self, passages: Sequence[PlainPassage], folder: Path) -> None:
        """Encode and persist."""
        import faiss
        from llama_index.core import StorageContext, VectorStoreIndex
        from llama_index.core.schema import TextNode
        from llama_index.vector_stores.faiss import FaissVectorStore

        storage = StorageContext.from_defaults(vector_store=FaissVectorStore(faiss_index=faiss.IndexFlatIP(_DIMENSION)))
        nodes = [TextNode(id_=passage.id, text=passage.searched) for passage in passages]
        VectorStoreIndex(nodes, storage_context=storage, embed_model=_embedding())
        storage.persist(persist_dir=str(folder))

    def load(self, folder: Path) -> None:
        """Load the index and make a retriever."""
        from llama_index.core import StorageContext, load_index_from_storage
        from llama_index.vector_stores.faiss import FaissVectorStore

        storage = StorageContext.from_defaults(
            vector_store=FaissVectorStore.from_persist_dir(str(folder)), persist_dir=str(folder)
        )
        index = load_index_from_storage(storage, embed_model=_embedding())
        self._retriever = index.as_retriever(similarity_top_k=PASSAGES_SHOWN)

    def answer(self, turns: Sequence[str]) -> Found:
        """Show the nearest passages."""
        found = self._retriever.retrieve(" ".join(turns))
        return rendered([(hit.node.node_id, hit.node.get_content()) for hit in found])


def make() -> System:
    """Return the system."""
    return LlamaIndexFaiss()
