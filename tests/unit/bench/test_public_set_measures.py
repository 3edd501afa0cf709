"""Marks of a ranking, against values worked out by hand."""

import math

import pytest

from bench.public_set.measures import Marks, mark


def test_two_of_three_at_ranks_two_and_three() -> None:
    found = mark([4, 7, 2], {7, 2})
    second, third = 1 / math.log2(3), 1 / math.log2(4)
    assert (found.right_1, found.right_3, found.reciprocal_rank) == (0.0, 1.0, 0.5)
    assert found.gain == pytest.approx((second + third) / (1 + second)) == pytest.approx(0.6934264)


def test_the_only_answer_first_is_perfect() -> None:
    assert mark([3, 1, 2], {3}) == Marks(1.0, 1.0, 1.0, 1.0)


def test_the_fourth_rank_is_not_among_the_first_three() -> None:
    found = mark([9, 8, 7, 3], {3})
    assert (found.right_1, found.right_3, found.reciprocal_rank) == (0.0, 0.0, 0.25)
    assert found.gain == pytest.approx(1 / math.log2(5))


def test_what_is_below_the_tenth_rank_does_not_count() -> None:
    assert mark(range(20), {10}) == Marks(0.0, 0.0, 0.0, 0.0)
    assert mark(range(20), {9}).reciprocal_rank == pytest.approx(0.1)


def test_more_answers_than_ranks_can_still_be_perfect() -> None:
    assert mark(range(20), set(range(15))).gain == pytest.approx(1.0)


def test_a_ranking_that_found_nothing_gets_nothing() -> None:
    assert mark([], {1}) == Marks(0.0, 0.0, 0.0, 0.0)


def test_a_question_that_nothing_answers_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing answers"):
        mark([1, 2], set())
