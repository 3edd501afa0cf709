"""Gather the marks of all rankers into figures with intervals, and lay them out as tables."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bench.evaluation.intervals import RESAMPLES, SEED, Rate, difference, rate
from bench.evaluation.tables import Table, interval
from bench.public_set.dataset import PublicSet
from bench.public_set.measures import MEASURE_WORDS, MEASURES, Marks, mark
from bench.public_set.rankers import PLAIN, RANKER_WORDS, REFITTED, SHIPPED, SHIPPED_FOR_QUESTIONS, Ranked

SOURCE_WORDS = {"cdc": "CDC", "fda": "FDA", "medquad": "MedQuAD"}
_COMPARED = (*((SHIPPED, other) for other in (*PLAIN, SHIPPED_FOR_QUESTIONS)), (REFITTED, SHIPPED))
_BY_SOURCE = ("right_1", "gain")


@dataclass(frozen=True, slots=True)
class Score:
    """The means of one ranker over some questions, by measure; `source` is empty for all questions."""

    ranker: str
    source: str
    means: dict[str, Rate]


@dataclass(frozen=True, slots=True)
class Gain:
    """How much better `ranker` is than `other`, question by question, by measure."""

    ranker: str
    other: str
    gains: dict[str, Rate]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is printed and saved. `weights` are those of the refitted fusion, one set a fold."""

    asked_on: str
    model: str
    passages: int
    questions: int
    sources: dict[str, int]
    scores: tuple[Score, ...]
    by_source: tuple[Score, ...]
    gains: tuple[Gain, ...]
    weights: tuple[dict[str, float], ...]
    items: tuple[dict[str, Any], ...]
    seed: int = SEED
    resamples: int = RESAMPLES


def build_report(public: PublicSet, ranked: Ranked, model: str, asked_on: str) -> Report:
    """Return the report of one run; `asked_on` is an ISO date."""
    marks = {
        ranker: [
            mark(found.tolist(), question.answers) for found, question in zip(rankings, public.questions, strict=True)
        ]
        for ranker, rankings in ranked.rankings.items()
    }
    sources = [question.source for question in public.questions]
    names = list(dict.fromkeys(sources))
    return Report(
        asked_on=asked_on,
        model=model,
        passages=len(public.passages),
        questions=len(public.questions),
        sources={name: sources.count(name) for name in names},
        scores=tuple(_score(ranker, "", given) for ranker, given in marks.items()),
        by_source=tuple(
            _score(ranker, name, [one for one, source in zip(given, sources, strict=True) if source == name])
            for name in names
            for ranker, given in marks.items()
        ),
        gains=tuple(_gain(marks, ranker, other) for ranker, other in _COMPARED),
        weights=tuple(dict(one.weights) for one in ranked.refitted),
        items=tuple(
            {"id": question.id, **{ranker: asdict(given[n]) for ranker, given in marks.items()}}
            for n, question in enumerate(public.questions)
        ),
    )


def to_json(report: Report) -> dict[str, Any]:
    """Return a report as plain values, ready for `json.dumps`."""
    return asdict(report)


def tables(report: Report) -> list[Table]:
    """Return the tables of a report."""
    return [_scores(report), _gains(report), _sources(report)]


def _score(ranker: str, source: str, marks: Sequence[Marks]) -> Score:
    return Score(ranker, source, {measure: rate(_values(marks, measure)) for measure in MEASURES})


def _gain(marks: dict[str, list[Marks]], ranker: str, other: str) -> Gain:
    gains = {m: difference(_values(marks[ranker], m), _values(marks[other], m)) for m in MEASURES}
    return Gain(ranker, other, gains)


def _values(marks: Sequence[Marks], measure: str) -> list[float]:
    return [getattr(one, measure) for one in marks]


def _scores(report: Report) -> Table:
    columns = ("ranker", *(cell for m in MEASURES for cell in (MEASURE_WORDS[m], "95 % interval")))
    rows = [
        (RANKER_WORDS[one.ranker], *(cell for m in MEASURES for cell in _cells(one.means[m]))) for one in report.scores
    ]
    return Table("All questions", columns, tuple(rows))


def _cells(one: Rate) -> tuple[str, str]:
    return f"{one.value:.3f}", interval(one)


def _gains(report: Report) -> Table:
    rows = [
        (
            f"{RANKER_WORDS[one.ranker]}, against {RANKER_WORDS[one.other]}",
            *(f"{one.gains[m].value:+.3f} ({interval(one.gains[m], signed=True)})" for m in MEASURES),
        )
        for one in report.gains
    ]
    return Table("Differences, question by question", ("what", *(MEASURE_WORDS[m] for m in MEASURES)), tuple(rows))


def _sources(report: Report) -> Table:
    sources = list(report.sources)
    found = {(one.ranker, one.source): one for one in report.by_source}
    columns = (
        "ranker",
        *(
            f"{SOURCE_WORDS.get(source, source)} ({report.sources[source]} questions): {MEASURE_WORDS[m]}"
            for source in sources
            for m in _BY_SOURCE
        ),
    )
    rows = [
        (
            RANKER_WORDS[one.ranker],
            *(f"{found[one.ranker, source].means[m].value:.3f}" for source in sources for m in _BY_SOURCE),
        )
        for one in report.scores
    ]
    return Table("By source", columns, tuple(rows))
