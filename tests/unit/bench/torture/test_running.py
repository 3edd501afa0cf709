"""A trial that fails, ends early, or tries too little is one that lost something."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from bench.torture import running
from bench.torture.one import findings_of
from bench.torture.running import Form, run_trials
from bench.torture.trial import Budget, Findings


@dataclass(frozen=True)
class FakeTrial:
    name: str = "fake"
    breaks: str = "nothing"
    unit: str = "cases"
    full_s: float = 2
    short_s: float = 1
    least: int = 10
    error: Exception | None = None

    def run(self, seed: int, budget: Budget) -> Findings:
        if self.error:
            raise self.error
        return Findings(tried=seed)


def ends_with(monkeypatch: pytest.MonkeyPatch, findings: dict | None) -> None:
    def run(command: list[str], **_options: object) -> subprocess.CompletedProcess[str]:
        if findings is not None:
            Path(command[-1]).write_text(json.dumps(findings))
        return subprocess.CompletedProcess(command, -11)

    monkeypatch.setattr(running.subprocess, "run", run)


def outcome_of(form: Form = Form.FULL, times: float = 1.0) -> Findings:
    (outcome,) = run_trials([FakeTrial()], seed=1, form=form, times=times, told=lambda _one: None)
    return outcome.findings


def test_trial_that_raises_lost_something() -> None:
    found = findings_of(FakeTrial(error=RuntimeError("boom")), 1, 1.0)
    assert found.lost == 1
    assert "boom" in found.losses[0]


def test_trial_whose_process_died_lost_something(monkeypatch: pytest.MonkeyPatch) -> None:
    ends_with(monkeypatch, None)
    found = outcome_of()
    assert found.lost >= 1
    assert "status -11" in found.losses[0]


def test_whole_run_that_tried_too_little_lost_something(monkeypatch: pytest.MonkeyPatch) -> None:
    ends_with(monkeypatch, {"tried": 9, "lost": 0})
    assert "fewer than the 10" in outcome_of().losses[0]
    assert outcome_of(Form.SHORT).lost == 0
    assert outcome_of(times=0.5).lost == 0


def test_trial_without_a_budget_is_left_out() -> None:
    assert run_trials([FakeTrial(short_s=0)], seed=1, form=Form.SHORT, times=1.0, told=lambda _one: None) == []


def test_losses_are_all_counted_and_some_told() -> None:
    found = Findings()
    for number in range(100):
        found.check(False, f"number {number}")
    found.check(True, "held")
    assert found.lost == 100
    assert len(found.losses) == 20
