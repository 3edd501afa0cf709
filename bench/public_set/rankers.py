"""Rank the passages of the public set with the project's own index code: plain rankers, and the learned fusion."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bench.public_set.dataset import PublicQuestion, PublicSet
from index.baselines import (
    PlainScorer,
    PlainScores,
    rank_bm25,
    rank_dense_text,
    rank_fused,
    reciprocal_rank_fusion,
)
from index.candidates import CandidateFinder, Candidates, VectorRows
from index.embedder import Embedder, Vectors
from index.faiss_store import FaissStore
from index.field_texts import field_texts
from index.fitting import Judged, fit_fusion
from index.lexical import LexicalIndex
from index.ranking import LinearModel, rank_candidates
from index.training import default_calibration

Encode = Callable[[Embedder, Sequence[str]], Vectors]
"""Given an embedder and n texts, returns their (n, dim) unit vectors."""
Rankings = list[npt.NDArray[np.int64]]
"""For each question, passage numbers, best first."""

FOLDS = 5
_SEED = 0
SHIPPED, SHIPPED_FOR_QUESTIONS, REFITTED = "shipped", "shipped_for_questions", "refitted"
RANKER_WORDS = {
    "dense_text": "dense only: question to passage text",
    "bm25": "BM25 over title and text",
    "rank_fusion": "plain rank fusion, BM25 + dense of title and text",
    "rank_fusion_text": "plain rank fusion, BM25 + dense of text",
    SHIPPED: "learned fusion, shipped weights",
    SHIPPED_FOR_QUESTIONS: "learned fusion, shipped weights for corpora with written questions",
    REFITTED: f"learned fusion, refitted on this set ({FOLDS} folds, each ranked by the others)",
}


def _rank_fused_text(scores: PlainScores) -> npt.NDArray[np.int64]:
    """Rank by plain reciprocal rank fusion of text and words, which is the better one where titles say little."""
    return reciprocal_rank_fusion((rank_dense_text(scores), rank_bm25(scores)), len(scores.bm25))


PLAIN: Mapping[str, Callable[[PlainScores], npt.NDArray[np.int64]]] = {
    "dense_text": rank_dense_text,
    "bm25": rank_bm25,
    "rank_fusion": rank_fused,
    "rank_fusion_text": _rank_fused_text,
}


@dataclass(frozen=True, slots=True)
class Ranked:
    """The rankings of every ranker by its name, and the fusion weights that were fitted, one set a fold."""

    rankings: Mapping[str, Rankings]
    refitted: tuple[LinearModel, ...]


def rank_all(public: PublicSet, embedder: Embedder, encode: Encode) -> Ranked:
    """Build an index in memory over the passages and rank them for each question with every ranker."""
    texts = field_texts(public.passages)
    vectors = encode(embedder, [text.text for text in texts])
    queries = encode(embedder, [question.text for question in public.questions])
    rows = VectorRows.of(texts)
    store, lexical = FaissStore(vectors), LexicalIndex.build(public.passages)
    scorer, finder = PlainScorer(store, rows, lexical), CandidateFinder(store, rows, lexical)
    pairs = list(zip(public.questions, queries, strict=True))
    scores = [scorer.score(question.text, vector) for question, vector in pairs]
    found = [finder.find(question.text, finder.compare(vector)) for question, vector in pairs]
    refitted, models = _refit(found, public.questions)
    rankings = {name: [ranker(one) for one in scores] for name, ranker in PLAIN.items()}
    for name, with_questions in ((SHIPPED, False), (SHIPPED_FOR_QUESTIONS, True)):
        fusion = default_calibration(with_questions=with_questions).fusion
        rankings[name] = [rank_candidates(one, fusion).numbers for one in found]
    rankings[REFITTED] = refitted
    return Ranked(rankings, models)


def _refit(
    found: Sequence[Candidates], questions: Sequence[PublicQuestion]
) -> tuple[Rankings, tuple[LinearModel, ...]]:
    """Rank each fold of the questions with weights that were fitted to the other folds; the folds are drawn by seed."""
    fold_of = np.random.default_rng(_SEED).permutation(len(questions)) % FOLDS
    rankings: Rankings = [np.empty(0, dtype=np.int64) for _ in questions]
    models = []
    for fold in range(FOLDS):
        seen = [_judged(found[n], questions[n]) for n in range(len(questions)) if fold_of[n] != fold]
        models.append(fit_fusion(seen))
        for number in np.flatnonzero(fold_of == fold).tolist():
            rankings[number] = rank_candidates(found[number], models[-1]).numbers
    return rankings, tuple(models)


def _judged(candidates: Candidates, question: PublicQuestion) -> Judged:
    return Judged(candidates.features, np.isin(candidates.numbers, sorted(question.answers)))
