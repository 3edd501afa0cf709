"""Haystack: its hybrid pipeline, BM25 and vectors in the in-memory store, joined by reciprocal rank fusion."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.side_by_side.adapters.interface import PASSAGES_SHOWN, Found, PlainPassage, System, model_folder, rendered

os.environ.setdefault("HAYSTACK_TELEMETRY_ENABLED", "False")  # nothing here may reach a network

_CANDIDATES = 10  # the retrievers' own default
_STORE = "store.json"


class HaystackHybrid:
    """A pipeline as in the library's tutorial on hybrid retrieval, without its ranker: the others have none either."""

    _pipeline: Any

    def build(self, passages: Sequence[PlainPassage], folder: Path) -> None:
        """Encode the documents and write the store."""
        from haystack import Document
        from haystack.document_stores.in_memory import InMemoryDocumentStore
        from haystack.utils import ComponentDevice
        from haystack_integrations.components.embedders.sentence_transformers import (
            SentenceTransformersDocumentEmbedder,
        )

        embedder = SentenceTransformersDocumentEmbedder(
            model=model_folder(),
            device=ComponentDevice.from_str("cpu"),
            normalize_embeddings=True,
            progress_bar=False,
        )
        embedder.warm_up()
        documents = [Document(id=passage.id, content=passage.searched) for passage in passages]
        store = InMemoryDocumentStore()
        store.write_documents(embedder.run(documents=documents)["documents"])
        store.save_to_disk(str(folder / _STORE))

    def load(self, folder: Path) -> None:
        """Load the store and put the pipeline together."""
        from haystack import Pipeline
        from haystack.components.joiners import DocumentJoiner
        from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
        from haystack.document_stores.in_memory import InMemoryDocumentStore
        from haystack.utils import ComponentDevice
        from haystack_integrations.components.embedders.sentence_transformers import SentenceTransformersTextEmbedder

        store = InMemoryDocumentStore.load_from_disk(str(folder / _STORE))
        self._pipeline = Pipeline()
        self._pipeline.add_component(
            "embed",
            SentenceTransformersTextEmbedder(
                model=model_folder(),
                device=ComponentDevice.from_str("cpu"),
                normalize_embeddings=True,
                progress_bar=False,
            ),
        )
        self._pipeline.add_component("dense", InMemoryEmbeddingRetriever(document_store=store, top_k=_CANDIDATES))
        self._pipeline.add_component("words", InMemoryBM25Retriever(document_store=store, top_k=_CANDIDATES))
        self._pipeline.add_component("join", DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=PASSAGES_SHOWN))
        self._pipeline.connect("embed.embedding", "dense.query_embedding")
        self._pipeline.connect("dense", "join")
        self._pipeline.connect("words", "join")
        self._pipeline.warm_up()

    def answer(self, turns: Sequence[str]) -> Found:
        """Show the best passages by both searches."""
        question = " ".join(turns)
        done = self._pipeline.run({"embed": {"text": question}, "words": {"query": question}})
        return rendered([(document.id, document.content) for document in done["join"]["documents"]])


def make() -> System:
    """Return the system."""
    return HaystackHybrid()
