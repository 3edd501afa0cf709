import pytest

from bench.evaluation.calibration import measure_calibration
from bench.evaluation.comparison import Ranked
from bench.evaluation.questions import Kind
from tests.unit.bench.labelled import LEAF, TREE, make_item, passages_of


def asked(kind: Kind, probability: float, *, right: bool) -> Ranked:
    return Ranked(make_item(kind, ["tree"]), {}, passages_of(TREE if right else LEAF), probability)


def test_an_honest_probability_has_no_error() -> None:
    questions = [asked(Kind.IN_SCOPE, 0.75, right=n < 3) for n in range(4)]
    found = measure_calibration(questions, 0.5)
    assert found is not None
    assert found.expected_error == 0.0
    assert found.brier == pytest.approx(0.1875)
    assert [(one.predicted, one.observed.value, one.observed.count) for one in found.bins] == [(0.75, 0.75, 4)]


def test_a_threshold_trades_answers_for_abstentions() -> None:
    questions = [
        asked(Kind.IN_SCOPE, 0.9, right=True),
        asked(Kind.IN_SCOPE, 0.4, right=True),
        asked(Kind.OUT_OF_SCOPE, 0.6, right=False),
        asked(Kind.OUT_OF_SCOPE, 0.1, right=False),
    ]
    found = measure_calibration(questions, 0.5)
    assert found is not None
    assert (found.answerable, found.unanswerable, found.separation) == (2, 2, 0.75)
    assert (found.at_threshold.answered, found.at_threshold.abstained, found.at_threshold.right) == (0.5, 0.5, 0.5)
    assert (found.curve[0].answered, found.curve[0].abstained, found.curve[0].right) == (1.0, 0.0, 0.5)
    assert (found.curve[-1].answered, found.curve[-1].abstained, found.curve[-1].right) == (0.0, 1.0, None)


def test_the_best_hit_of_an_unanswerable_question_is_never_right() -> None:
    found = measure_calibration([asked(Kind.OUT_OF_SCOPE, 1.0, right=True)], 0.5)
    assert found is not None
    assert found.bins[0].observed.value == 0.0
    assert found.separation is None


def test_there_is_nothing_to_say_without_questions_that_are_searched() -> None:
    assert measure_calibration([asked(Kind.FOLLOWUP, 0.5, right=True)], 0.5) is None
