"""Query text to scored passages, over one open build."""

from collections.abc import Set

import numpy as np

from index.artifact import OpenIndex
from index.candidates import CandidateFinder, Candidates
from index.embedder import Embedder
from index.expansion import Expander
from index.models import Retrieval, ScoredPassage
from index.ranking import decision_values, rank_candidates


class HybridRetriever:
    """Finds passages by vectors and words together; the same build and query give the same hits."""

    def __init__(self, opened: OpenIndex, embedder: Embedder) -> None:
        self._passages = opened.corpus.passages
        self._numbers = {passage.id: number for number, passage in enumerate(self._passages)}
        self._articles = [passage.article_id for passage in self._passages]
        self._calibration = opened.calibration
        self._finder = CandidateFinder(opened.store, opened.rows, opened.lexical, Expander(opened.corpus.glossary))
        self._neighbours = opened.neighbours
        self._embedder = embedder

    @property
    def threshold(self) -> float:
        """Return the least probability (0 to 1) at which the build's calibration says to answer."""
        return self._calibration.threshold

    def retrieve(self, query: str, k: int = 10, *, without: Set[str] = frozenset()) -> Retrieval:
        """Return the k best passages, best first, with the probability that one of the first three answers.

        Passages whose id is in `without` are left out before anything is ordered or judged.
        """
        vector = self._embedder.encode_queries([query])[0]
        similar = self._finder.compare(vector)
        candidates = self._leave_out(without, self._finder.find(query, similar))
        if len(candidates.numbers) == 0:
            return Retrieval((), 0.0)
        ranking = rank_candidates(candidates, self._calibration.fusion)
        numbers = ranking.numbers[:k].tolist()
        hits = tuple(
            ScoredPassage(self._passages[number], rank, score, fields, self._finder.sentences(number, similar))
            for rank, (number, score, fields) in enumerate(
                zip(numbers, ranking.scores[:k].tolist(), ranking.measures(k), strict=True), start=1
            )
        )
        coverage = self._finder.coverage(candidates.words.meant, numbers[0])
        evidence = decision_values(ranking, self._articles, coverage)
        evidence |= self._neighbours.values(vector)
        likeness = self._finder.likeness(ranking.numbers[:k])
        return Retrieval(hits, self._calibration.decision.probability(evidence), likeness)

    def _leave_out(self, without: Set[str], candidates: Candidates) -> Candidates:
        if not without:
            return candidates
        kept = ~np.isin(candidates.numbers, [self._numbers[one] for one in without if one in self._numbers])
        return Candidates(candidates.numbers[kept], candidates.features[kept], candidates.words)
