"""A finished run over sizes: the section of docs/benchmarks.md, and the plot."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bench.evaluation.markdown import table_text
from bench.evaluation.tables import Table
from bench.scaling.measuring import Growth
from bench.side_by_side.machine import Machine
from index.vector_index_choice import choose_vector_index

LEAST_RECALL, MOST_MS, MOST_BYTES = 0.98, 10.0, 1024
LARGE = 1_000_000
_COLOURS = ("#2b6ca3", "#d9822b", "#3f8f5b", "#8c6bb1", "#6b7280")
_DPI = 130


@dataclass(frozen=True, slots=True)
class ScaleRun:
    """Everything of a run."""

    asked_on: str
    machine: Machine
    cores: int
    queries: int
    rows: tuple[Growth, ...]


def is_chosen(row: Growth) -> bool:
    """Tell whether the product keeps so many vectors in this way."""
    return choose_vector_index(row.count).kind.value == row.kind


def faults(row: Growth) -> list[str]:
    """Return which of the issue's bars a row misses."""
    found = []
    if row.recall < LEAST_RECALL:
        found.append(f"recall below {LEAST_RECALL}")
    if row.p50_ms > MOST_MS:
        found.append(f"over {MOST_MS:.0f} ms")
    if row.count >= LARGE and row.bytes_a_vector > MOST_BYTES:
        found.append("over 1 KB")
    return found


def growth_table(rows: Sequence[Growth]) -> Table:
    """Return all rows; the kinds that the product chooses stand in bold."""
    columns = (
        "vectors", "kept as", "recall@10", "search p50 ms", "p99 ms", "bytes a vector", "build s", "build MiB",
        "search MiB", "misses",
    )  # fmt: skip
    return Table("Growth", columns, tuple(_cells(row) for row in rows))


def section(run: ScaleRun) -> str:
    """Return the section of docs/benchmarks.md."""
    machine = run.machine
    lines = [
        f"- {run.asked_on}, `python -m bench.scale`: {machine.processor}, {machine.cores} cores, "
        f"{machine.memory_gib:.0f} GiB; load {machine.load} before the run; built on {run.cores} of the cores",
        f"- synthetic vectors of 384 numbers that lie as those of the real index do (`bench/scaling/synthetic.py`); "
        f"{run.queries} queries of the same kind, not among them, after as many others; recall against an exact search",
        f"- goals: recall@10 of {LEAST_RECALL}, a search within {MOST_MS:.0f} ms on one core, at {LARGE:,} vectors "
        f"at most {MOST_BYTES} bytes each; files are mapped into memory when searched",
        "- in bold what `index/vector_index_choice.py` chooses at that size, through the product's own store, which "
        "also keeps the vectors readable by row; it reads as many lists as 0.995 recall needs on a sample",
        "- build MiB is the most memory while building, the input of 1.5 KB each included; search MiB is what opening "
        "and all searches added, pages of the file included",
    ]
    chosen = [row for row in run.rows if is_chosen(row)]
    missed = [f"{row.count:,} vectors: {', '.join(faults(row))}" for row in chosen if faults(row)]
    verdict = "Of what is chosen, every size keeps the bars." if not missed else "Missed: " + "; ".join(missed) + "."
    return "\n\n".join(["## Scale", "\n".join(lines), table_text(growth_table(run.rows)), verdict])


def save_plot(rows: Sequence[Growth], path: Path) -> None:
    """Write the picture: build time, build memory and time a search by size, a line a kind."""
    figure = Figure(figsize=(12, 3.8), layout="constrained")
    build, memory, search = figure.subplots(1, 3)
    kinds = list(dict.fromkeys(row.kind for row in rows))
    for kind, colour in zip(kinds, _COLOURS, strict=False):
        some = [row for row in rows if row.kind == kind]
        counts = [row.count for row in some]
        for axes, values in (
            (build, [row.build_s for row in some]),
            (memory, [row.build_mib for row in some]),
            (search, [row.p50_ms for row in some]),
        ):
            axes.plot(counts, values, marker="o", markersize=4, color=colour, label=kind)
    for axes, title in (
        (build, "build (s)"),
        (memory, "most memory while building (MiB)"),
        (search, "search p50 (ms)"),
    ):
        _finish(axes, title)
    search.axhline(MOST_MS, color="#b8bec6", linestyle="--", linewidth=1)
    build.legend(fontsize=8, frameon=False)
    figure.savefig(path, dpi=_DPI, facecolor="white", metadata={"Software": None})


def _finish(axes: Axes, title: str) -> None:
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlabel("vectors", fontsize=8)
    axes.set_title(title, fontsize=9, loc="left")
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(labelsize=8)


def _cells(row: Growth) -> tuple[str, ...]:
    kind = f"**{row.kind}**" if is_chosen(row) else row.kind
    return (
        f"{row.count:,}",
        kind,
        f"{row.recall:.4f}",
        f"{row.p50_ms:.2f}",
        f"{row.p99_ms:.2f}",
        f"{row.bytes_a_vector:.0f}",
        f"{row.build_s:.1f}",
        f"{row.build_mib:.0f}",
        f"{row.search_mib:.0f}",
        ", ".join(faults(row)) or "none",
    )
