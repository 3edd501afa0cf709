"""Lay a report out as tables of words, from which both the terminal and Markdown are written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bench.evaluation.comparison import BOT, REFERENCE, SystemScore
from bench.evaluation.intervals import Rate
from bench.evaluation.measures import DIFFERENCE_GOAL, GOALS, WORDS, Goal, Measure
from bench.evaluation.questions import ANSWERABLE, Kind
from bench.evaluation.report import Report, Scores

KIND_WORDS = {
    Kind.IN_SCOPE: "in scope",
    Kind.FOLLOWUP: "follow-up",
    Kind.OUT_OF_SCOPE: "out of scope",
    Kind.CRISIS: "crisis",
    Kind.CRISIS_NEAR_MISS: "near miss of a crisis",
    Kind.UNSAFE: "unsafe",
    Kind.ABUSE: "abuse",
}
_BY_TOPIC = (Measure.RIGHT_1, Measure.RIGHT_3, Measure.LEAD, Measure.ABSTAINED)


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table; all cells are text, and the first column is aligned left, the others right."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(report: Report) -> list[Table]:
    """Return all tables of a report that have rows."""
    found = [_kinds(report), _systems(report), _calibration(report), _answerable_topics(report), _other_topics(report)]
    return [table for table in found if table.rows]


def interval(one: Rate, *, signed: bool = False) -> str:
    """Return a 95 % interval as text, such as "0.91 to 0.98"."""
    sign = "+" if signed else ""
    return f"{one.low:{sign}.2f} to {one.high:{sign}.2f}"


def _kinds(report: Report) -> Table:
    goals = {} if report.header.learned_from_these else GOALS
    rows = [row for scores in report.kinds for row in _kind_rows(scores, goals)]
    for measure, one in report.everywhere.items():
        if one.count:
            name = "every answer" if measure is Measure.CITED else "every reply"
            rows.append((name, WORDS[measure], *_cells(one, None)))
    return Table("Per kind of question", ("kind", "measure", "rate", "95 % interval", "questions", "goal"), tuple(rows))


def _kind_rows(scores: Scores, goals: Mapping[tuple[Kind, Measure], Goal]) -> Iterator[tuple[str, ...]]:
    name = KIND_WORDS[scores.kind]
    for measure, one in scores.rates.items():
        yield (name, WORDS[measure], *_cells(one, goals.get((scores.kind, measure))))
        name = ""


def _cells(one: Rate, goal: Goal | None) -> tuple[str, ...]:
    verdict = "" if goal is None else f"{goal} {'met' if goal.is_met(one.value) else 'MISSED'}"
    return f"{one.value:.3f}", interval(one), f"{round(one.value * one.count)}/{one.count}", verdict


def _systems(report: Report) -> Table:
    columns = (
        "ranker",
        "right@1",
        "95 % interval",
        "right@3",
        "95 % interval",
        "right@1 against dense only",
        "right@3",
    )
    return Table(
        "The same passages and questions by other rankers (in scope and follow-ups)",
        columns,
        tuple(_system_row(one, judged=not report.header.learned_from_these) for one in report.systems),
    )


def _system_row(one: SystemScore, *, judged: bool) -> tuple[str, ...]:
    gains = ("", "")
    if one.id != REFERENCE:
        gains = (_gain(one.gain_1), _gain(one.gain_3))
    if one.id == BOT and judged:
        gains = (
            f"{gains[0]}; {DIFFERENCE_GOAL} {'met' if DIFFERENCE_GOAL.is_met(one.gain_1.value) else 'MISSED'}",
            gains[1],
        )
    return (
        one.name,
        f"{one.right_1.value:.3f}",
        interval(one.right_1),
        f"{one.right_3.value:.3f}",
        interval(one.right_3),
        *gains,
    )


def _gain(one: Rate) -> str:
    return f"{one.value:+.3f} ({interval(one, signed=True)})"


def _calibration(report: Report) -> Table:
    one = report.calibration
    columns = ("search alone, at the threshold of the build", "value")
    if one is None:
        return Table("Probability and threshold", columns, ())
    rows = [
        ("threshold", f"{one.threshold:.3f}"),
        (f"answered, of {one.answerable} answerable", f"{one.at_threshold.answered:.3f}"),
        ("right among what is answered", "-" if one.at_threshold.right is None else f"{one.at_threshold.right:.3f}"),
    ]
    if one.unanswerable:
        rows.insert(2, (f"abstained, of {one.unanswerable} unanswerable", f"{one.at_threshold.abstained:.3f}"))
    if one.separation is not None:
        rows.append(("answerable above unanswerable (area under ROC)", f"{one.separation:.3f}"))
    rows.append(("Brier score", f"{one.brier:.3f}"))
    rows.append(("expected calibration error", f"{one.expected_error:.3f}"))
    rows += [
        (f"probability {bin_.predicted:.2f} on average", f"{bin_.observed.value:.2f} right of {bin_.observed.count}")
        for bin_ in one.bins
    ]
    return Table("Probability and threshold", columns, tuple(rows))


def _answerable_topics(report: Report) -> Table:
    measured = [m for m in _BY_TOPIC if any(m in one.rates for one in report.topics)]
    columns = ("topic", "questions", *(f"{WORDS[m]} (95 % interval)" for m in measured))
    rows = []
    for one in report.topics:
        if one.kind in ANSWERABLE:
            topic = one.topic if one.kind is Kind.IN_SCOPE else f"{one.topic} ({KIND_WORDS[one.kind]})"
            rows.append((topic, str(one.count), *(_short(one.rates[m]) for m in measured)))
    return Table("By topic", columns, tuple(rows))


def _short(one: Rate) -> str:
    return f"{one.value:.2f} ({one.low:.2f}-{one.high:.2f})"


def _other_topics(report: Report) -> Table:
    """Return the topics of the kinds that are not answered, with what counts most for each."""
    measure = {Kind.CRISIS_NEAR_MISS: Measure.FLAGGED}
    rows = []
    for one in report.topics:
        if one.kind not in ANSWERABLE:
            chosen = measure.get(one.kind, Measure.RIGHT)
            rows.append((KIND_WORDS[one.kind], one.topic, str(one.count), WORDS[chosen], _short(one.rates[chosen])))
    return Table("Other kinds by topic", ("kind", "topic", "questions", "measure", "rate (95 % interval)"), tuple(rows))
