import pytest

from bench.evaluation.intervals import Rate, difference, rate


def test_a_rate_is_the_share_of_true_values_inside_its_interval() -> None:
    found = rate([True] * 30 + [False] * 10)
    assert (found.value, found.count) == (0.75, 40)
    assert 0.55 < found.low < 0.75 < found.high < 0.95


def test_the_same_values_give_the_same_interval() -> None:
    values = [True, False, True, True, False] * 7
    assert rate(values) == rate(values)
    assert difference(values, values[::-1]) == difference(values, values[::-1])


def test_more_questions_make_the_interval_narrower() -> None:
    few, many = rate([True, True, False] * 5), rate([True, True, False] * 50)
    assert many.high - many.low < few.high - few.low


def test_all_right_has_no_width_and_none_is_empty() -> None:
    assert rate([True] * 16) == Rate(1.0, 1.0, 1.0, 16)
    assert rate([]) == Rate(0.0, 0.0, 0.0, 0)


def test_a_difference_is_paired() -> None:
    ours, theirs = [True, True, False, False] * 25, [True, False, False, False] * 25
    found = difference(ours, theirs)
    assert found.value == 0.25
    unpaired = rate(ours).high - rate(ours).low + rate(theirs).high - rate(theirs).low
    assert found.low > 0
    assert found.high - found.low < unpaired
    assert difference(ours, ours) == Rate(0.0, 0.0, 0.0, 100)


def test_a_difference_of_unequal_lists_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be paired"):
        difference([True], [True, False])
