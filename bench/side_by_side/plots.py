"""Draw a run: one row of bars per system and measure."""

from collections.abc import Callable, Sequence
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bench.side_by_side.figures import Figures
from bench.side_by_side.systems import OWN

_OWN, _PEER, _INK, _LINE = "#2b6ca3", "#b8bec6", "#2a2f36", "#d5d9de"
_DPI = 130

Value = Callable[[Figures], float | None]
_PANELS: tuple[tuple[str, Value], ...] = (
    ("time a question, p50 (ms)", lambda one: one.latency_ms(0.5)),
    ("time a question, p99 (ms)", lambda one: one.latency_ms(0.99)),
    ("questions a second", lambda one: one.best_per_second),
    ("cold start (s)", lambda one: one.cold_start_s),
    ("resident memory (MiB)", lambda one: one.resident_mib),
    ("packages (MB)", lambda one: None if one.packages_bytes is None else one.packages_bytes / 1e6),
    ("right@1", lambda one: one.right_1_rate),
    ("right@3", lambda one: one.right_3_rate),
)


def save_plot(systems: Sequence[Figures], path: Path) -> None:
    """Write the picture of all measures."""
    figure = Figure(figsize=(12, 1.4 + 0.5 * len(systems) * 2 * 0.9 + 2), layout="constrained")
    panels = figure.subplots(2, 4).flatten()
    for position, (axes, (title, value)) in enumerate(zip(panels, _PANELS, strict=True)):
        _draw(axes, title, systems, value, named=position % 4 == 0)
    figure.savefig(path, dpi=_DPI, facecolor="white", metadata={"Software": None})


def _draw(axes: Axes, title: str, systems: Sequence[Figures], value: Value, *, named: bool) -> None:
    values = [value(one) or 0.0 for one in systems]
    places = range(len(systems))
    axes.barh(places, values, color=[_OWN if one.name == OWN else _PEER for one in systems], height=0.7)
    for place, (one, width) in enumerate(zip(systems, values, strict=True)):
        known = value(one) is not None
        axes.text(width, place, f" {width:.3g}" if known else " –", va="center", fontsize=8, color=_INK)
    axes.set_yticks(places, [one.title for one in systems] if named else [""] * len(systems), fontsize=8)
    axes.invert_yaxis()
    axes.set_title(title, fontsize=9, loc="left", color=_INK)
    axes.set_xlim(0, max([*values, 1e-9]) * 1.25)
    axes.xaxis.set_visible(False)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    axes.spines["left"].set_color(_LINE)
    axes.tick_params(length=0, colors=_INK)
