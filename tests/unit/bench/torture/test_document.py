"""What is written down of a run can be read back, and what was edited by hand is found out."""

from datetime import date
from pathlib import Path

import pytest

from bench.torture.catalogue import all_trials
from bench.torture.document import Record, Row, parse_record, render_record, to_record
from bench.torture.running import Outcome
from bench.torture.trial import Budget, Findings, Trial

ROOT = Path(__file__).resolve().parents[4]
TRIALS = all_trials()
RECORD = Record(
    date(2026, 11, 23),
    7,
    12,
    (Row("a-trial", "the disk", 1200, "cuts", 0, ("a note: with figures",)), Row("other", "time", 3, "jumps", 1)),
)


def test_document_says_what_the_record_does() -> None:
    assert parse_record(render_record(RECORD)) == RECORD


@pytest.mark.parametrize(("old", "new"), [("1,200", "1200"), ("seed 7", "seed x"), ("| 1 |", "| no |"), ("Notes:", "")])
def test_document_that_was_edited_is_refused(old: str, new: str) -> None:
    text = render_record(RECORD)
    assert old in text
    with pytest.raises(ValueError, match="make torture"):
        parse_record(text.replace(old, new))


@pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: trial.name)
def test_whatever_a_trial_is_called_and_notes_fits_into_the_table(trial: Trial) -> None:
    findings = Findings(5, 1, ["a | loss\nin lines"], ["| note |"])
    record = to_record([Outcome(trial, findings, 1.0)], date(2026, 1, 1), 1)
    assert parse_record(render_record(record)) == record
    assert record.rows[0].lost == 1


def test_whole_run_takes_half_an_hour_and_the_short_form_five_minutes() -> None:
    assert sum(trial.full_s for trial in TRIALS) <= 30 * 60
    assert sum(trial.short_s for trial in TRIALS) <= 5 * 60


def test_budget_ends() -> None:
    assert Budget(60)
    assert not Budget(0)
    assert Budget(60).part(0.5).left_s <= 30
