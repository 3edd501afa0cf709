"""Count the words and pairs of words of many texts, as `phrase_net.word_features` does for one; for learning."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from index.phrase_net import BUCKETS, Weights, count_words


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How often each text hits each bucket: (texts, BUCKETS), sparse."""

    table: csr_matrix

    @classmethod
    def of(cls, texts: Sequence[str]) -> "WordCounts":
        """Count the words of texts."""
        counts = [count_words(text) for text in texts]
        starts = np.cumsum([0, *map(len, counts)])
        size = int(starts[-1])
        buckets = np.fromiter((bucket for one in counts for bucket in one), dtype=np.int32, count=size)
        values = np.fromiter((value for one in counts for value in one.values()), dtype=np.float32, count=size)
        return cls(csr_matrix((values, buckets, starts), shape=(len(texts), BUCKETS)))

    def rows(self, keep: npt.NDArray[np.int64]) -> "WordCounts":
        """Return the counts of some of the texts."""
        return WordCounts(self.table[keep])

    def rarity(self) -> Weights:
        """Return (BUCKETS,) weights: the fewer of the texts have a bucket, the more it tells."""
        seen = np.bincount(self.table.indices, minlength=BUCKETS)
        return np.asarray(np.log((1 + self.table.shape[0]) / (1 + seen)) + 1, dtype=np.float32)

    def features(self, rarity: Weights) -> csr_matrix:
        """Return (texts, BUCKETS) values: row n is `word_features` of text n, to the last bit."""
        counts = self.table
        values = (1 + np.log(counts.data)) * rarity[counts.indices]
        for start, end in pairwise(counts.indptr):
            values[start:end] /= np.linalg.norm(values[start:end])
        return csr_matrix((values, counts.indices, counts.indptr), counts.shape)
