"""How good one ranking is for one question, when a passage either answers it or does not."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields

import numpy as np

DEPTH = 10
"""How far down a ranking is looked at for the reciprocal rank and the gain."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one ranking, each 0 to 1, higher is better."""

    right_1: float
    right_3: float
    reciprocal_rank: float
    gain: float


MEASURES = tuple(field.name for field in fields(Marks))
MEASURE_WORDS = {"right_1": "right@1", "right_3": "right@3", "reciprocal_rank": f"MRR@{DEPTH}", "gain": f"nDCG@{DEPTH}"}


def mark(ranking: Sequence[int], answers: AbstractSet[int]) -> Marks:
    """Return the marks of a ranking of passage numbers, best first; `answers` are those that answer.

    The gain is normalised discounted cumulative gain with gains of 0 and 1 and a discount of log2(rank + 1), as in
    Järvelin and Kekäläinen, TOIS 2002.

    Raises:
        ValueError: nothing answers, so no ranking is better than another.
    """
    if not answers:
        raise ValueError("a question that nothing answers cannot be marked")
    hits = np.array([int(number) in answers for number in ranking[:DEPTH]], dtype=np.float64)
    first = int(np.argmax(hits)) + 1 if hits.any() else 0
    discounts = 1.0 / np.log2(np.arange(2, DEPTH + 2))
    best = discounts[: len(answers)].sum()
    return Marks(
        right_1=float(hits[:1].any()),
        right_3=float(hits[:3].any()),
        reciprocal_rank=1.0 / first if first else 0.0,
        gain=float((hits * discounts[: len(hits)]).sum() / best),
    )
