"""The driver over systems that need nothing installed: every stage, a system that fails, what is said of a run."""

import sys
from pathlib import Path

import pytest

from bench.side_by_side import stages
from bench.side_by_side.adapters.interface import PASSAGES_SHOWN, PlainPassage, rendered
from bench.side_by_side.figures import Figures, bars, percentile
from bench.side_by_side.machine import describe_machine
from bench.side_by_side.process import SystemFailedError, Worker, environment
from bench.side_by_side.report import Run, section, to_json
from bench.side_by_side.systems import BASELINE, OWN, SystemSpec, runtime_requirements, specs

ADAPTER = "tests.unit.bench.side_by_side.fake_adapter"
WORKER = [sys.executable, "-m", "bench.side_by_side.worker"]
PASSAGES = [
    PlainPassage("one", "First", "red apples grow here"),
    PlainPassage("two", "Second", "blue whales swim there"),
    PlainPassage("three", "Third", "green frogs jump up"),
    PlainPassage("four", "Fourth", "old stones lie still"),
]


class FakeSpec(SystemSpec):
    """A system whose adapter is the fake one, whatever its name."""

    @property
    def adapter(self) -> str:
        return ADAPTER


def spec(name: str) -> SystemSpec:
    return FakeSpec(name, f"the {name}", sys.executable, ("pytest",))


@pytest.fixture
def contest(tmp_path: Path) -> stages.Contest:
    made = stages.Contest([spec(OWN), spec(BASELINE)], tmp_path, lambda _line: None)
    stages.build(made, PASSAGES)
    return made


def test_all_stages_fill_the_figures_of_every_system(contest: stages.Contest) -> None:
    questions = [("which whales swim",), ("first this", "which apples grow")]
    answers = [{"two"}, {"nowhere"}]

    stages.weigh_packages(contest)
    stages.start_cold(contest, 1)
    stages.weigh_memory(contest, questions)
    stages.answer(contest, questions, lambda number, ids: bool(answers[number] & set(ids)))
    stages.fill_cores(contest, questions, 2)

    for figures in contest.figures.values():
        assert not figures.fault
        assert figures.build_s is not None
        assert figures.data_bytes == (contest.work / figures.name / "passages.json").stat().st_size
        assert "pytest" in figures.packages
        assert "pluggy" in figures.packages  # which pytest needs
        assert len(figures.cold_starts_s) == 1
        assert figures.resident_mib is not None
        assert figures.resident_mib > 1
        assert [len(times) for times in figures.latencies_ms.values()] == [2, 2]
        assert figures.right_1 == [True, False]
        assert len(figures.right_3) == 2
        assert len(figures.per_second) == 2


def test_a_system_that_fails_is_left_out_and_the_others_go_on(contest: stages.Contest) -> None:
    (contest.folder(contest.specs[1]) / "passages.json").unlink()

    stages.answer(contest, [("which whales swim",)], lambda _number, _ids: True)

    assert contest.figures[OWN].right_1 == [True]
    assert "FileNotFoundError" in contest.figures[BASELINE].fault
    assert contest.running() == [contest.specs[0]]


def test_an_error_of_a_system_is_told_and_its_process_goes_on(contest: stages.Contest) -> None:
    with Worker([*WORKER, ADAPTER], environment(1)) as worker:
        worker.ask("load", folder=str(contest.work / OWN))
        with pytest.raises(SystemFailedError, match="told to fail"):
            worker.ask("answer", questions=[["fail"]])
        assert worker.ask("answer", questions=[["red apples"]])["answers"][0]["ids"][0] == "one"


def test_a_process_that_ends_is_told(contest: stages.Contest) -> None:
    with Worker([*WORKER, ADAPTER], environment(1)) as worker:
        worker.ask("load", folder=str(contest.work / OWN))
        with pytest.raises(SystemFailedError, match="it ended while asked to answer"):
            worker.ask("answer", questions=[["die"]])


def test_the_network_is_off_and_threads_are_as_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "7")

    assert environment(2)["OMP_NUM_THREADS"] == "2"
    assert "OMP_NUM_THREADS" not in environment(None)
    assert environment(1)["HF_HUB_OFFLINE"] == "1"


def test_an_answer_shows_no_more_than_three_passages() -> None:
    found = rendered([(str(number), f"text {number}") for number in range(9)])

    assert found.ids == ("0", "1", "2")
    assert len(found.ids) == PASSAGES_SHOWN
    assert "text 2" in found.text
    assert "text 3" not in found.text


@pytest.mark.parametrize(("share", "value"), [(0.5, 2.0), (0.51, 3.0), (0.99, 4.0), (0.0, 1.0), (1.0, 4.0)])
def test_percentiles_are_values_that_were_measured(share: float, value: float) -> None:
    assert percentile([4.0, 1.0, 3.0, 2.0], share) == value


def figures(name: str, scale: float, right: list[bool]) -> Figures:
    return Figures(
        name,
        name,
        build_s=scale,
        data_bytes=1000,
        packages={"some": int(900e6 * scale)},
        cold_starts_s=[6 * scale, 5 * scale, 9 * scale],
        resident_mib=900 * scale,
        proportional_mib=800 * scale,
        latencies_ms={"a": [30 * scale] * 3, "b": [60 * scale] * 3},
        right_1=right,
        right_3=right,
        per_second={"a": 10 / scale, "b": 1.0},
    )


def test_bars_are_met_from_their_bound_on() -> None:
    met = bars([figures(OWN, 1 / 6, [True, True]), figures(BASELINE, 1, [True, False])])
    missed = bars([figures(OWN, 1.01 / 3, [True, False]), figures(BASELINE, 1, [True, False])])

    assert [one.met for one in met] == [True] * 7
    assert not [one for one in missed if one.met]


def test_bars_without_the_baseline_are_not_measured() -> None:
    alone = bars([figures(OWN, 0.1, [True])])

    assert {one.measure for one in alone if one.met is None} == {
        "time a question, p50", "cold start to first answer", "resident memory", "questions a second, both cores",
        "right@1", "right@3",
    }  # fmt: skip


def test_the_section_says_what_failed_and_from_which_questions() -> None:
    failed = Figures("txtai_hybrid", "txtai hybrid", fault="build: no such model")
    systems = (figures(OWN, 0.1, [True]), figures(BASELINE, 1, [False]), failed)
    run = Run("2026-01-01", describe_machine(), 0.5, 12.0, 4, 1, "mine.jsonl", False, 2, 3, systems)

    text = section(run)

    assert "txtai hybrid: build: no such model" in text
    assert "mine.jsonl" in text
    assert "were fitted to these questions" not in text
    assert to_json(run)["systems"][0]["p50_ms"] == pytest.approx(3.0)


def test_the_systems_are_the_six_of_the_issue_and_ours_needs_no_torch() -> None:
    assert [one.name for one in specs("python")] == [
        OWN, BASELINE, "langchain_faiss", "llama_index_faiss", "txtai_hybrid", "haystack_hybrid",
    ]  # fmt: skip
    assert [one.name for one in specs(None)] == [OWN]
    assert not [one for one in runtime_requirements() if one.startswith(("torch", "sentence-transformers", "onnx>"))]
