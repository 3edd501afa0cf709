"""A finished run: what is saved as JSON, and the section of docs/benchmarks.md."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bench.evaluation.markdown import table_text
from bench.evaluation.tables import Table
from bench.side_by_side.figures import Figures, bars
from bench.side_by_side.machine import Machine
from bench.side_by_side.systems import BASELINE, OWN


@dataclass(frozen=True, slots=True)
class Run:
    """Everything of a run.

    `load_after` is the machine's load at its end. `fitted` says that the build learned from the questions.
    """

    asked_on: str
    machine: Machine
    load_after: float
    minutes: float
    passages: int
    questions: int
    questions_from: str
    fitted: bool
    filling_questions: int
    cold_starts: int
    systems: tuple[Figures, ...]


def to_json(run: Run) -> dict[str, Any]:
    """Return the run as plain values, with what follows from them."""
    rows = []
    for one in run.systems:
        row = asdict(one)
        row["p50_ms"], row["p95_ms"], row["p99_ms"] = (one.latency_ms(share) for share in (0.5, 0.95, 0.99))
        row |= {
            "best_threads": one.best_threads,
            "cold_start_s": one.cold_start_s,
            "packages_bytes": one.packages_bytes,
            "best_per_second": one.best_per_second,
            "right_at_1": one.right_1_rate,
            "right_at_3": one.right_3_rate,
        }
        rows.append(row)
    return {**asdict(run), "systems": rows, "bars": [asdict(one) for one in bars(run.systems)]}


def main_table(systems: Sequence[Figures]) -> Table:
    """Return the systems side by side."""
    columns = (
        "system", "p50 ms", "p95 ms", "p99 ms", "questions/s", "cold start s", "memory MiB (PSS)", "build s",
        "index MB", "packages MB", "right@1", "right@3",
    )  # fmt: skip
    return Table("Side by side", columns, tuple(_row(one) for one in systems))


def bar_table(systems: Sequence[Figures]) -> Table:
    """Return the goals and whether they are met."""
    words = {True: "met", False: "**missed**", None: "not measured"}
    rows = tuple((one.measure, one.goal, one.reached, words[one.met]) for one in bars(systems))
    return Table(
        "Goals, this project against sentence-transformers + FAISS by hand", ("measure", "goal", "run", ""), rows
    )


def section(run: Run) -> str:
    """Return the section of docs/benchmarks.md."""
    machine = run.machine
    lines = [
        "## Side by side",
        f"- {run.asked_on}, `make bench`, {run.minutes:.0f} minutes: {machine.processor}, {machine.cores} cores, "
        f"{machine.memory_gib:.0f} GiB, {machine.system}, Python {machine.python}; load {machine.load} before the run "
        f"and {run.load_after} after it",
        f"- {run.passages} passages as plain texts (title and text), all-MiniLM-L6-v2 from the same files for all",
        f"- right@1 and right@3: {run.questions} answerable questions of {run.questions_from}. The peers always show "
        "three passages; this project also says that it has no answer, which counts as wrong here",
    ]
    if run.fitted:
        lines.append(
            "- **this build's fusion and threshold were fitted to these questions**, so its right@1 and right@3 are a "
            "little too good; `make bench FILE=questions.jsonl` asks others"
        )
    lines += [
        "- time a question: from its text to the rendered answer, in a process that has answered before; of one thread "
        "and the library's own number of threads, the better for each system. Systems take turns every few questions",
        f"- questions a second: {run.filling_questions} different questions, by two processes of one thread or one "
        "process of all threads, the better for each",
        f"- cold start: median of {run.cold_starts} new processes up to the first printed answer, files in the "
        "system's cache; this project by `kratom-bot ask`, the others by a program that only loads and answers",
        "- memory: after the answers of a process that ran alone. Packages: everything that answering needs installed, "
        "without Python itself, as pip leaves them (the slim image is weighed below)",
        "- build: from passages to files, nothing cached; this project encodes about twelve texts a passage, fits its "
        "ranking and exports its encoder, where the others encode one",
    ]
    body = "\n".join(["", *lines[1:]])
    parts = [lines[0] + "\n" + body]
    for table in (main_table(run.systems), bar_table(run.systems)):
        parts.append(f"### {table.title}\n\n{table_text(table)}")
    faults = [f"- {one.title}: {one.fault}" for one in run.systems if one.fault]
    if faults:
        parts.append("Did not run to the end:\n\n" + "\n".join(faults))
    return "\n\n".join(parts)


def _row(one: Figures) -> tuple[str, ...]:
    title = f"**{one.title}**" if one.name == OWN else one.title + (" (baseline)" if one.name == BASELINE else "")
    memory = f"{_number(one.resident_mib, 0)} ({_number(one.proportional_mib, 0)})"
    return (
        title,
        *(_number(one.latency_ms(share), 1) for share in (0.5, 0.95, 0.99)),
        _number(one.best_per_second, 1),
        _number(one.cold_start_s, 2),
        memory,
        _number(one.build_s, 0),
        _number(None if one.data_bytes is None else one.data_bytes / 1e6, 1),
        _number(None if one.packages_bytes is None else one.packages_bytes / 1e6, 0),
        _number(one.right_1_rate, 3),
        _number(one.right_3_rate, 3),
    )


def _number(value: float | None, digits: int) -> str:
    return "–" if value is None else f"{value:.{digits}f}"
