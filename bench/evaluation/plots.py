"""Draw a report: reliability, what a threshold does, rankers side by side, topics. The only module with matplotlib."""

from collections.abc import Callable
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bench.evaluation.calibration import CalibrationScore
from bench.evaluation.comparison import SYSTEMS, SystemScore
from bench.evaluation.intervals import Rate
from bench.evaluation.measures import Measure
from bench.evaluation.questions import Kind
from bench.evaluation.report import Report, Scores

_BLUE, _ORANGE, _GREEN, _GREY, _INK = "#2b6ca3", "#d9822b", "#3f8f5b", "#b8bec6", "#2a2f36"
_DPI = 130
_LOW = 0.08
_ROOM_FOR_FIGURES = 0.12


def save_plots(report: Report, folder: Path) -> list[str]:
    """Write the plots that the report has figures for; return the names of the files."""
    calibration, topics = report.calibration, [one for one in report.topics if one.kind is Kind.IN_SCOPE]
    wanted: dict[str, Callable[[], Figure] | None] = {
        "reliability.png": (lambda: _reliability(calibration)) if calibration else None,
        "threshold.png": (lambda: _threshold(calibration)) if calibration else None,
        "rankers.png": (lambda: _rankers(report.systems)) if report.systems else None,
        "topics.png": (lambda: _topics(topics)) if topics else None,
    }
    names = []
    for name, draw in wanted.items():
        (folder / name).unlink(missing_ok=True)
        if draw is not None:
            draw().savefig(folder / name, dpi=_DPI, facecolor="white", metadata={"Software": None})
            names.append(name)
    return names


def _figure(width: float, height: float, title: str) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(width, height), layout="constrained")
    axes = figure.subplots()
    figure.suptitle(title, x=0.01, ha="left", fontsize=12, color=_INK)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(_GREY)
    axes.tick_params(colors=_INK, length=3)
    axes.set_axisbelow(True)
    return figure, axes


def _reliability(score: CalibrationScore) -> Figure:
    figure, axes = _figure(5.6, 5.4, "Reliability of the probability (dashed: exact)")
    axes.plot([0, 1], [0, 1], color=_GREY, linewidth=1, linestyle="--")
    x = [one.predicted for one in score.bins]
    y = [one.observed.value for one in score.bins]
    axes.errorbar(
        x, y, yerr=_bars([one.observed for one in score.bins]), color=_BLUE, ecolor=_BLUE, elinewidth=1, fmt="none"
    )
    sizes = [18 + 260 * one.observed.count / (score.answerable + score.unanswerable) for one in score.bins]
    axes.plot(x, y, color=_BLUE, linewidth=1, alpha=0.5)
    axes.scatter(x, y, s=sizes, color=_BLUE, zorder=3)
    for one in score.bins:
        place = (one.predicted, one.observed.value)
        beside = (8, -11) if one.observed.value > _LOW else (0, 9)
        axes.annotate(str(one.observed.count), place, beside, textcoords="offset points", fontsize=8, color=_INK)
    axes.set(xlim=(-0.02, 1.02), ylim=(-0.02, 1.02), aspect="equal")
    axes.set_xlabel("mean probability of each tenth (with the number of questions)")
    axes.set_ylabel("share in which the best hit is right")
    return figure


def _threshold(score: CalibrationScore) -> Figure:
    figure, axes = _figure(7.2, 4.6, "What a threshold does")
    x = [one.threshold for one in score.curve]
    right = [(one.threshold, one.right) for one in score.curve if one.right is not None]
    axes.plot(x, [one.answered for one in score.curve], color=_BLUE, linewidth=2, label="answerable: answered")
    if score.unanswerable:
        axes.plot(
            x, [one.abstained for one in score.curve], color=_ORANGE, linewidth=2, label="unanswerable: abstained"
        )
    axes.plot(*zip(*right, strict=True), color=_GREEN, linewidth=2, label="right among answered")
    axes.axvline(score.threshold, color=_INK, linewidth=1, linestyle=":")
    axes.annotate(
        f"this build: {score.threshold:.2f}",
        (score.threshold, 0.03),
        (5, 0),
        textcoords="offset points",
        fontsize=9,
        color=_INK,
    )
    axes.grid(axis="y", color="#e8eaed")
    axes.set(xlim=(0, 1), ylim=(0, 1.02), xlabel="least probability at which to answer", ylabel="share of questions")
    figure.legend(loc="outside lower center", ncols=3, frameon=False, fontsize=9)
    return figure


def _rankers(systems: tuple[SystemScore, ...]) -> Figure:
    figure, axes = _figure(8.4, 4.4, "Right in the first passage and in the first three (95 % intervals)")
    rows = range(len(systems))
    for shift, colour, label, rates in (
        (-0.19, _BLUE, "right in top 1", [one.right_1 for one in systems]),
        (0.19, _GREEN, "right in top 3", [one.right_3 for one in systems]),
    ):
        y = [row + shift for row in rows]
        values = [one.value for one in rates]
        axes.barh(y, values, height=0.36, color=colour, label=label)
        axes.errorbar(values, y, xerr=_bars(rates), fmt="none", ecolor=_INK, elinewidth=1, capsize=2)
        for position, one in zip(y, rates, strict=True):
            inside = one.value > _ROOM_FOR_FIGURES
            at, ink = (0.012, "white") if inside else (one.high + 0.012, _INK)
            axes.text(at, position, f"{one.value:.3f}", va="center", color=ink, fontsize=9)
    axes.set_yticks(list(rows), [SYSTEMS[one.id] for one in systems])
    axes.invert_yaxis()
    axes.set(xlim=(0, 1))
    axes.grid(axis="x", color="#e8eaed")
    figure.legend(loc="outside lower center", ncols=2, frameon=False, fontsize=9)
    return figure


def _topics(topics: list[Scores]) -> Figure:
    chosen = sorted(
        topics, key=lambda one: (one.rates[Measure.RIGHT_3].value, one.rates[Measure.RIGHT_1].value, -one.count)
    )
    figure, axes = _figure(7.2, 1.4 + 0.24 * len(chosen), "In-scope questions by topic")
    rows = list(range(len(chosen)))
    first = [one.rates[Measure.RIGHT_1].value for one in chosen]
    three = [one.rates[Measure.RIGHT_3].value for one in chosen]
    axes.hlines(rows, first, three, color=_GREY, linewidth=2)
    axes.scatter(three, rows, color=_GREEN, s=46, label="right in top 3", zorder=3)
    axes.scatter(first, rows, color=_BLUE, s=22, label="right in top 1", zorder=4)
    axes.set_yticks(rows, [f"{one.topic} ({one.count})" for one in chosen], fontsize=8)
    axes.set(xlim=(-0.03, 1.03), ylim=(-0.7, len(chosen) - 0.3))
    axes.grid(axis="x", color="#e8eaed")
    figure.legend(loc="outside lower center", ncols=2, frameon=False, fontsize=9)
    return figure


def _bars(rates: list[Rate]) -> list[list[float]]:
    """Return the lengths of error bars below and above; percentiles may just miss the mean of few questions."""
    below = [max(0.0, one.value - one.low) for one in rates]
    return [below, [max(0.0, one.high - one.value) for one in rates]]
