import numpy as np
import pytest

from index.neighbours import NEIGHBOUR_FEATURES, Neighbours


def unit(*angles: float) -> np.ndarray:
    """Return a unit vector in the plane for each angle, given in degrees."""
    radians = np.radians(angles)
    return np.stack([np.cos(radians), np.sin(radians)], axis=1).astype(np.float32)


ANSWERABLE, UNANSWERABLE = (0, 5, 10, 15), (90, 95, 100, 105)
KNOWN = Neighbours(unit(*ANSWERABLE, *UNANSWERABLE), np.array([True] * 4 + [False] * 4))


def test_a_query_like_answerable_ones_is_told_from_one_like_the_others() -> None:
    near, far = KNOWN.values(unit(4)[0]), KNOWN.values(unit(96)[0])
    assert near["neighbours"] > 0 > far["neighbours"]
    assert near["nearest_answerable"] == pytest.approx(np.cos(np.radians(1)), abs=1e-6)
    assert far["nearest_unanswerable"] == pytest.approx(np.cos(np.radians(1)), abs=1e-6)


def test_the_difference_is_that_of_the_three_nearest_of_each_kind() -> None:
    expected = np.cos(np.radians([45, 40, 35])).mean() - np.cos(np.radians([40, 45, 50])).mean()
    assert KNOWN.values(unit(50)[0])["neighbours"] == pytest.approx(expected, abs=1e-6)


def test_a_labelled_question_is_not_compared_with_itself() -> None:
    assert KNOWN.values(unit(0)[0], itself=0)["nearest_answerable"] == pytest.approx(np.cos(np.radians(5)), abs=1e-6)


def test_what_is_known_is_not_changed_by_a_query() -> None:
    before = KNOWN.vectors.copy()
    KNOWN.values(unit(0)[0], itself=0)
    assert (KNOWN.vectors == before).all()


@pytest.mark.parametrize("answerable", [[True] * 4, [False] * 4, [True, True, True, False], []])
def test_too_few_of_a_kind_say_nothing(answerable: list[bool]) -> None:
    few = Neighbours(unit(*range(len(answerable))), np.array(answerable, dtype=np.bool_))
    assert not few.are_enough
    assert few.values(unit(0)[0]) == dict.fromkeys(NEIGHBOUR_FEATURES, 0.0)
