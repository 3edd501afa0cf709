"""Rank passages for queries from standard input: python -m index.search --index var/index -k 10 --jsonl.

Retrieval alone: no threshold, no triage, no notices. For measuring and for looking under the bonnet.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Annotated, TextIO

import typer

from index import artifact
from index.embedder import Embedder
from index.errors import VectorIndexError
from index.models import ModelInfo, Retrieval
from index.question_encoder import EncoderChoice, question_embedder
from index.retriever import HybridRetriever

EXIT_UNAVAILABLE = 69

app = typer.Typer(add_completion=False)


@app.command()
def search(
    index: Annotated[
        Path, typer.Option("--index", envvar="KRATOM_INDEX_DIR", help="A folder of builds, or one build.")
    ] = Path("var/index"),
    k: Annotated[int, typer.Option("-k", min=1, max=1000, help="How many passages per query.")] = 10,
    encoder: Annotated[
        EncoderChoice, typer.Option("--encoder", envvar="KRATOM_ENCODER", help="What encodes the queries.")
    ] = EncoderChoice.EXPORTED,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a line.")] = False,
) -> None:
    """Read one query a line (plain text, or JSON with a `query`) and print the best passages, best first."""
    try:
        retriever = open_retriever(index, encoder)
    except VectorIndexError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(EXIT_UNAVAILABLE) from error
    for query in read_queries(sys.stdin):
        found = retriever.retrieve(query, k)
        typer.echo(json.dumps(_row(query, found), ensure_ascii=False) if jsonl else _text(query, found))


def open_retriever(index: Path, encoder: EncoderChoice = EncoderChoice.EXPORTED) -> HybridRetriever:
    """Return a retriever over the live build of a folder, or over the one build that the folder is.

    Raises:
        VectorIndexError: there is no build, it is damaged, or its model is not at hand.
    """
    folder = index if (index / artifact.MANIFEST).is_file() else artifact.current_build(index)
    opened = artifact.open_build(folder)
    return HybridRetriever(
        opened, question_embedder(opened, _reference, choice=encoder, told=lambda reason: typer.echo(reason, err=True))
    )


def _reference(model: ModelInfo) -> Embedder:
    from index.sentence_transformer import SentenceTransformerEmbedder

    return SentenceTransformerEmbedder(model.name, expected=model)


def read_queries(lines: TextIO) -> Iterator[str]:
    """Yield the queries of a stream, one a line; blank lines are skipped."""
    for line in lines:
        text = line.strip()
        if text.startswith("{"):
            with suppress(ValueError, KeyError):  # a query in plain text may well begin with a brace
                text = str(json.loads(text)["query"])
        if text:
            yield text


def _row(query: str, found: Retrieval) -> dict[str, object]:
    hits = [
        {
            "passage_id": hit.passage.id,
            "article_id": hit.passage.article_id,
            "score": round(hit.score, 6),
            "fields": {name: round(value, 4) for name, value in hit.fields.items()},
        }
        for hit in found.hits
    ]
    return {"query": query, "hits": hits}


def _text(query: str, found: Retrieval) -> str:
    rows = [f"{query}  (probability {found.probability:.2f})"]
    rows += [f"{hit.rank:>3}. {hit.score:7.3f}  {hit.passage.id}" for hit in found.hits]
    return "\n".join(rows)


def main() -> None:
    """Run the script."""
    app(prog_name="python -m index.search")


if __name__ == "__main__":
    main()
