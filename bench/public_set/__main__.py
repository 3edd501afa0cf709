"""Measure the retriever on public medical questions and answers: python -m bench.public_set."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bench.evaluation.markdown import replace_section, table_text
from bench.public_set.dataset import DATA, PublicSetError, load_public_set
from bench.public_set.rankers import rank_all
from bench.public_set.report import SOURCE_WORDS, Report, build_report, tables, to_json
from index.embedder import Embedder, Vectors
from index.errors import VectorIndexError
from index.vector_cache import VectorCache

EXIT_USAGE = 2
EXIT_UNAVAILABLE = 69
NAME = "public_set"
ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "bench" / "results"
DOCS = ROOT / "docs" / "evaluation.md"
CACHE = ROOT / "var" / "public-set"
_ABOUT = """\
- {asked_on}; {questions} questions over {passages} passages from outside this project (questions:
  {sources}), see `bench/public_set/data/README.md`; model {model}
- the passages have a title and a text, and no written questions: what is left of the fusion is dense search and BM25
- a question is right where the passage that its source gives as the answer is found; others may answer it as well, so
  that true figures are higher, for all rankers alike
- the shipped weights were learned from questions about kratom alone; nothing was tuned to this set"""

app = typer.Typer(add_completion=False)


@app.command()
def measure(
    data: Annotated[Path, typer.Option("--data", help="The folder of the set.")] = DATA,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON, and nothing else.")] = False,
    out: Annotated[Path, typer.Option("--out", help="Where folders of results are written.")] = RESULTS,
    write_docs: Annotated[bool, typer.Option("--write-docs", help="Put the figures into docs/evaluation.md.")] = False,
) -> None:
    """Compare plain rankers, the shipped fusion and a fusion refitted out of fold.

    Ends with 0 whatever the figures are; only a run that cannot be made ends otherwise.
    """
    try:
        public = load_public_set(data)
        embedder = load_embedder()
    except PublicSetError as error:
        _fail(str(error), EXIT_USAGE)
    except VectorIndexError as error:
        _fail(str(error), EXIT_UNAVAILABLE)
    ranked = rank_all(public, embedder, _encode)
    report = build_report(public, ranked, embedder.info.name, date.today().isoformat())
    folder = save(report, out)
    if write_docs:
        DOCS.write_text(
            replace_section(DOCS.read_text("utf-8") if DOCS.is_file() else "", NAME, figures(report)), "utf-8"
        )
    typer.echo(
        json.dumps(to_json(report), ensure_ascii=False) if as_json else f"{figures(report)}\n\n{folder}/report.md"
    )


def load_embedder() -> Embedder:
    """Return the embedder of the default model.

    Raises:
        VectorIndexError: it is not at hand.
    """
    from index.sentence_transformer import SentenceTransformerEmbedder

    return SentenceTransformerEmbedder()


def save(report: Report, out: Path) -> Path:
    """Write JSON and Markdown; return their folder."""
    folder = out / NAME
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.json").write_text(json.dumps(to_json(report), ensure_ascii=False, indent=1) + "\n", "utf-8")
    (folder / "report.md").write_text(f"# Evaluation: {NAME}\n\n{figures(report)}\n", "utf-8")
    return folder


def figures(report: Report) -> str:
    """Return what was measured and all tables, as Markdown."""
    sources = ", ".join(f"{count} {SOURCE_WORDS.get(source, source)}" for source, count in report.sources.items())
    about = _ABOUT.format(
        asked_on=report.asked_on,
        questions=report.questions,
        passages=report.passages,
        sources=sources,
        model=report.model,
    )
    return "\n\n".join([about, *(f"### {table.title}\n\n{table_text(table)}" for table in tables(report))])


def _encode(embedder: Embedder, texts: Sequence[str]) -> Vectors:
    vectors, _ = VectorCache(CACHE, embedder.info.fingerprint).encode(embedder, texts)
    return vectors


def _fail(message: str, status: int) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(status)


def main() -> None:
    """Run the script."""
    app(prog_name="python -m bench.public_set")


if __name__ == "__main__":
    main()
