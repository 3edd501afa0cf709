"""Stand-ins that satisfy the ports: an embedder without a model, a retriever without an index."""

import hashlib
from collections.abc import Sequence, Set
from dataclasses import dataclass, field

import numpy as np

from bot.answering.library import Library
from bot.answering.models import Answer
from bot.answering.ports import PhraseNet
from index.embedder import Progress, Vectors
from index.models import ModelInfo, Retrieval, ScoredPassage
from index.tokens import content_words


class HashingEmbedder:
    """Maps each content word to a fixed random direction; texts that share words are near. Needs no model."""

    def __init__(self, dimension: int = 64, name: str = "hashing") -> None:
        self._info = ModelInfo(name, "test", hashlib.sha256(f"{name}{dimension}".encode()).hexdigest(), dimension)
        self.encoded: list[str] = []

    @property
    def info(self) -> ModelInfo:
        return self._info

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return np.stack([self._encode(text) for text in texts])

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        self.encoded.extend(texts)
        if progress:
            progress(len(texts), len(texts))
        return self.encode_queries(texts)

    def _encode(self, text: str) -> Vectors:
        vector = np.full(self._info.dimension, 1e-3, dtype=np.float32)
        for word in content_words(text):
            seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "big")
            vector += np.random.default_rng(seed).standard_normal(self._info.dimension).astype(np.float32)
        return vector / np.linalg.norm(vector)


@dataclass
class FakeRetriever:
    """Returns the passages it was given, in that order, whatever the query."""

    passages: Sequence = ()
    probability: float = 0.9
    threshold: float = 0.5
    queries: list[str] = field(default_factory=list)

    def retrieve(self, query: str, k: int = 10, *, without: Set[str] = frozenset()) -> Retrieval:
        self.queries.append(query)
        kept = [passage for passage in self.passages if passage.id not in without]
        hits = tuple(ScoredPassage(p, rank, 5.0 - 0.1 * rank) for rank, p in enumerate(kept[:k], start=1))
        return Retrieval(hits, self.probability if hits else 0.0)


@dataclass
class FakeEdition:
    library: Library
    retriever: FakeRetriever
    build_id: str = "0123456789ab"
    phrase_net: PhraseNet | None = None


@dataclass
class FakeEditions:
    edition: FakeEdition | None = None

    def current(self) -> FakeEdition | None:
        return self.edition

    def find(self, build_tag: str) -> FakeEdition | None:
        return self.edition if self.edition and self.edition.build_id.startswith(build_tag) else None


@dataclass
class FakeLog:
    answers: list[Answer] = field(default_factory=list)

    def record(self, answer: Answer) -> None:
        self.answers.append(answer)
