"""Gather a run into one report: figures with intervals, comparison, calibration, latency, misses. Pure data."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from bench.evaluation.calibration import CalibrationScore, measure_calibration
from bench.evaluation.comparison import SystemScore, compare
from bench.evaluation.intervals import RESAMPLES, SEED, Rate, rate
from bench.evaluation.measures import MEASURES, Measure
from bench.evaluation.misses import Miss, explain
from bench.evaluation.questions import ANSWERABLE, Kind
from bench.evaluation.running import Run
from bench.evaluation.scoring import Scored


@dataclass(frozen=True, slots=True)
class Header:
    """What was run, on what. `calibrated_on` is the build's own quality, from questions its models did not see."""

    name: str
    file: str
    asked_on: str
    region: str | None
    build: str
    built_at: str
    model: str
    counts: dict[str, int]
    questions: dict[str, int]
    threshold: float
    calibrated_on: dict[str, float]
    learned_from_these: bool
    seed: int = SEED
    resamples: int = RESAMPLES


@dataclass(frozen=True, slots=True)
class Scores:
    """The rates of one kind of question, or of one topic of a kind (`topic` is empty for all of them)."""

    kind: Kind
    topic: str
    count: int
    rates: dict[Measure, Rate]


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds in the answering core, one question at a time, after one question to warm up."""

    p50_ms: float
    p95_ms: float
    longest_ms: float


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is printed and saved. `everywhere` are promises that hold for every reply or every answer."""

    header: Header
    kinds: tuple[Scores, ...]
    everywhere: dict[Measure, Rate]
    topics: tuple[Scores, ...]
    systems: tuple[SystemScore, ...]
    calibration: CalibrationScore | None
    latency: Latency
    misses: tuple[Miss, ...]
    not_first: tuple[Miss, ...]
    items: tuple[dict[str, Any], ...]


def build_report(run: Run, name: str, file: str, *, learned_from_these: bool) -> Report:
    """Return the report of a run; `learned_from_these`: the build's models were fitted to the same questions."""
    scored, calibration = run.scored, run.edition.calibration
    passages = run.edition.library.corpus.passages

    def explained(chosen: Callable[[Scored], bool]) -> tuple[Miss, ...]:
        found = [(n, one) for n, one in enumerate(scored) if chosen(one)]
        found.sort(key=lambda pair: (list(Kind).index(pair[1].item.kind), pair[1].item.topic, pair[0]))
        return tuple(explain(one, run.ranked.get(n), passages, calibration.threshold) for n, one in found)

    answerable = [n for n, one in enumerate(scored) if one.item.kind in ANSWERABLE]
    return Report(
        _header(run, name, file, learned_from_these),
        tuple(_scores(kind, "", _of(scored, kind)) for kind in Kind if _of(scored, kind)),
        {measure: _rate(scored, measure) for measure in (Measure.NOTICES, Measure.CITED)},
        tuple(_by_topic(scored)),
        compare([run.ranked[n] for n in answerable], [scored[n] for n in answerable]) if answerable else (),
        measure_calibration(list(run.ranked.values()), calibration.threshold),
        _latency(scored),
        explained(lambda one: not one.right or bool(one.faults)),
        explained(lambda one: one.right and one.marks.get(Measure.RIGHT_1) is False),
        tuple(_row(one) for one in scored),
    )


def to_json(report: Report) -> dict[str, Any]:
    """Return a report as plain values, ready for `json.dumps`."""
    return asdict(report)


def _header(run: Run, name: str, file: str, learned_from_these: bool) -> Header:
    manifest = run.edition.manifest
    counts: dict[str, int] = {}
    for one in run.scored:
        counts[one.item.kind.value] = counts.get(one.item.kind.value, 0) + 1
    return Header(
        name,
        file,
        run.asked_on.isoformat(),
        run.region,
        manifest.build_id,
        manifest.created_at,
        manifest.model.name,
        dict(manifest.counts),
        counts,
        run.edition.calibration.threshold,
        dict(run.edition.calibration.quality),
        learned_from_these,
    )


def _of(scored: Iterable[Scored], kind: Kind) -> list[Scored]:
    return [one for one in scored if one.item.kind is kind]


def _by_topic(scored: Sequence[Scored]) -> Iterable[Scores]:
    for kind in Kind:
        topics = sorted({one.item.topic for one in _of(scored, kind)})
        for topic in topics:
            yield _scores(kind, topic, [one for one in _of(scored, kind) if one.item.topic == topic])


def _scores(kind: Kind, topic: str, scored: Sequence[Scored]) -> Scores:
    rates = {measure: _rate(scored, measure) for measure in MEASURES[kind]}
    return Scores(kind, topic, len(scored), {measure: one for measure, one in rates.items() if one.count})


def _rate(scored: Iterable[Scored], measure: Measure) -> Rate:
    return rate([one.marks[measure] for one in scored if measure in one.marks])


def _latency(scored: Sequence[Scored]) -> Latency:
    times = [one.reply.elapsed_ms for one in scored]
    middle, most = np.percentile(times, (50, 95))
    return Latency(round(float(middle), 1), round(float(most), 1), round(max(times), 1))


def _row(one: Scored) -> dict[str, Any]:
    answer = one.reply.answer
    return {
        "id": one.item.id,
        "kind": one.item.kind.value,
        "topic": one.item.topic,
        "turns": one.item.turns,
        "outcome": one.reply.outcome,
        "right": one.right,
        "marks": {measure.value: flag for measure, flag in one.marks.items()},
        "faults": one.faults,
        "passages": [passage.id for passage in one.reply.passages],
        "lead": answer.lead.text if answer and answer.lead else None,
        "probability": answer.probability if answer else None,
        "elapsed_ms": round(one.reply.elapsed_ms, 2),
    }
