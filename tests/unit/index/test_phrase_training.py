"""Which texts are asked in which fold, and what cannot be learned."""

from collections import Counter

import numpy as np
import pytest

from index.phrase_lesson import Lesson
from index.phrase_training import folds_of, learn_phrase_net
from tests.fakes import HashingEmbedder

TEXTS = [f"some phrase about the matter {number}" for number in range(400)]


def lesson(kinds: list[str]) -> Lesson:
    texts = [f"{kind} phrase {number}" for number, kind in enumerate(kinds)]
    return Lesson(texts, HashingEmbedder().encode_passages(texts), np.array(kinds), len(kinds) - 60)


def test_every_fold_asks_about_its_share() -> None:
    assert set(Counter(folds_of(TEXTS).tolist())) == {0, 1, 2, 3}
    assert min(Counter(folds_of(TEXTS).tolist()).values()) > 70


def test_added_texts_leave_the_folds_of_others() -> None:
    folds = dict(zip(TEXTS, folds_of(TEXTS).tolist(), strict=True))
    more = [f"another {number}" for number in range(50)] + TEXTS[::-1]
    assert dict(zip(more, folds_of(more).tolist(), strict=True)) == {
        **folds, **dict(zip(more[:50], folds_of(more[:50]).tolist(), strict=True))
    }  # fmt: skip


def test_the_same_words_are_asked_in_one_fold() -> None:
    for text in TEXTS[:40]:
        assert len(set(folds_of([text, text.upper(), f" {text}?!", text.replace(" ", ",  ")]).tolist())) == 1


def test_a_kind_with_too_few_phrases_is_named_as_the_reason() -> None:
    with pytest.raises(ValueError, match="too few phrases"):
        learn_phrase_net(lesson(["suicide"] * 300 + ["dosing"] + ["ordinary"] * 300))


def test_as_many_threads_as_wanted_learn_the_same() -> None:
    taught = lesson(["suicide"] * 200 + ["dosing"] * 200 + ["ordinary"] * 200)
    one, more = learn_phrase_net(taught), learn_phrase_net(taught, jobs=3)
    assert one is not None
    assert more is not None
    assert one.terms == more.terms
    np.testing.assert_array_equal(one.weights.dense, more.weights.dense)
    np.testing.assert_array_equal(one.weights.words, more.weights.words)
