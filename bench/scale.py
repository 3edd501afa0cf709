"""How the vector index grows with the number of vectors: python -m bench.scale (make scale)."""

import json
import tempfile
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bench.benchmark_page import Part, write_part
from bench.evaluation.markdown import table_text
from bench.scaling.kinds import KINDS
from bench.scaling.measuring import measure, prepare
from bench.scaling.report import ScaleRun, growth_table, save_plot, section
from bench.side_by_side.machine import describe_machine
from index.vector_index_choice import choose_vector_index

RESULTS = Path(__file__).resolve().parent / "results" / "scale"
SIZES = (10_000, 100_000, 1_000_000)
ALL_KINDS_UP_TO = 100_000
"""Above so many vectors only what the product chooses is measured: the others take many minutes."""

app = typer.Typer(add_completion=False)


@app.command()
def scale(
    sizes: Annotated[list[int] | None, typer.Option("--size", min=1000, help="How many vectors; repeatable.")] = None,
    queries: Annotated[int, typer.Option("--queries", min=10, help="How many searches.")] = 500,
    cores: Annotated[
        int | None, typer.Option("--cores", min=1, help="Cores for building; default: all. Fewer on a busy machine.")
    ] = None,
    out: Annotated[Path, typer.Option("--out", help="Where JSON and plot are written.")] = RESULTS,
    write_docs: Annotated[bool, typer.Option("--write-docs", help="Put the figures into docs/benchmarks.md.")] = False,
) -> None:
    """Measure recall, time, size and memory of every way to keep vectors, at several sizes.

    A million vectors take about 4 GB of memory, and as much disk in the folder for temporary files.
    """
    machine, rows = describe_machine(), []
    for count in sizes or SIZES:
        with tempfile.TemporaryDirectory(prefix="kratom-scale-") as work:
            prepare(count, queries, Path(work))
            for kind in KINDS if count <= ALL_KINDS_UP_TO else (choose_vector_index(count).kind.value,):
                rows.append(measure(count, kind, Path(work), cores or machine.cores))
                typer.echo(f"{count:,} {kind}: recall {rows[-1].recall:.4f}, {rows[-1].p50_ms:.2f} ms", err=True)
    run = ScaleRun(date.today().isoformat(), machine, cores or machine.cores, queries, tuple(rows))
    out.mkdir(parents=True, exist_ok=True)
    (out / "run.json").write_text(json.dumps(asdict(run), indent=1) + "\n", "utf-8")
    save_plot(run.rows, out / "growth.png")
    if write_docs:
        write_part(Part.SCALE, section(run))
    typer.echo(table_text(growth_table(run.rows)))


def main() -> None:
    """Run the script."""
    app(prog_name="python -m bench.scale")


if __name__ == "__main__":
    main()
