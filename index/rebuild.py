"""The rebuild script: python -m index.rebuild."""

import json
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from filelock import FileLock, Timeout
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from corpus.added import AddedArticle, load_added
from corpus.blocking import blocking
from corpus.checks import check_corpus
from corpus.digest import corpus_digest
from corpus.errors import CorpusError
from corpus.labelled import load_labelled_questions
from corpus.loader import CORPUS_DIR, LoadedCorpus, load_corpus
from corpus.problems import Severity
from corpus.triage_phrases import load_triage_phrases
from index import artifact
from index.build_report import BuildReport
from index.builder import build_index, questions_digest
from index.errors import (
    IndexBusyError,
    IndexCorruptError,
    IndexMissingError,
    IndexStaleError,
    ModelUnavailableError,
    VectorIndexError,
)
from index.live_builds import rollback_of
from index.model_files import PACKAGED_MODEL, find_model
from index.places import ADDED, CACHE, INDEX_DIR, LOCK, STATE_DIR
from index.training import training_fingerprint

EXIT_CHECK_FAILED = 1
EXIT_UNAVAILABLE = 69
EXIT_CONFIGURATION = 78
EXIT_INTERRUPTED = 130

app = typer.Typer(add_completion=False)


@app.command()
def rebuild(
    corpus_dir: Annotated[
        Path, typer.Option("--corpus", envvar="KRATOM_CORPUS_DIR", help="The corpus folder.")
    ] = CORPUS_DIR,
    out: Annotated[
        Path, typer.Option("--out", envvar="KRATOM_INDEX_DIR", help="Where builds are published.")
    ] = INDEX_DIR,
    model: Annotated[
        str, typer.Option("--model", envvar="KRATOM_MODEL", help="A sentence-transformers model, or its folder.")
    ] = PACKAGED_MODEL,
    state: Annotated[
        Path, typer.Option("--state", envvar="KRATOM_STATE_DIR", help="Where articles added in Discord are kept.")
    ] = STATE_DIR,
    keep: Annotated[int, typer.Option("--keep", min=1, help="How many builds stay on disk, for rolling back.")] = 5,
    check: Annotated[
        bool, typer.Option("--check", help="Only tell whether the index fits the corpus (exit 1: no).")
    ] = False,
    if_needed: Annotated[bool, typer.Option("--if-needed", help="Do nothing where the index fits the corpus.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write the build anew even if it exists.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Refuse a corpus with any editorial error.")] = False,
    jobs: Annotated[
        int, typer.Option("--jobs", min=1, help="How many processor cores to use; default: all.")
    ] = os.cpu_count() or 1,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of a progress bar.")] = False,
) -> None:
    """Build the index from the corpus and make it live in one step.

    Unchanged text is not encoded again. A build that fails or is stopped leaves the live one as it was. A build that
    moderators rolled back to stays live with --if-needed, whatever became of the corpus; without it, it is replaced.
    """
    try:
        if if_needed and not check and (rolled_back := rollback_of(out)) is not None:
            _report_rollback(rolled_back.build_id, as_json=as_json)
            raise typer.Exit
        added = load_added(state / ADDED)
        if check or if_needed:
            reason = stale_reason(corpus_dir, out, model, added)
            if reason is None or check:
                _report_freshness(reason, as_json=as_json, quiet=if_needed and not check)
                raise typer.Exit(EXIT_CHECK_FAILED if reason else 0)
        report, seconds = _rebuild_locked(
            corpus_dir, added, out, model, keep, jobs, force=force, strict=strict, quiet=as_json
        )
    except CorpusError as error:
        _fail(str(error), EXIT_CONFIGURATION, as_json=as_json)
    except VectorIndexError as error:
        _fail(str(error), EXIT_UNAVAILABLE, as_json=as_json)
    except OSError as error:
        _fail(
            f"the build could not be written ({error}); the live build is as before", EXIT_UNAVAILABLE, as_json=as_json
        )
    except KeyboardInterrupt:
        _fail("stopped; the live build is as before", EXIT_INTERRUPTED, as_json=as_json)
    else:
        _report_build(report, seconds, as_json=as_json)


def stale_reason(
    corpus_dir: Path, root: Path, model: str = PACKAGED_MODEL, added: Sequence[AddedArticle] = ()
) -> str | None:
    """Return why the live build does not fit the corpus, the questions or the model; None: it fits.

    Needs no model in memory.
    """
    try:
        build = artifact.current_build(root)
        manifest = artifact.read_manifest(build)
        artifact.verify(build, manifest)
    except (IndexMissingError, IndexStaleError, IndexCorruptError) as error:
        return str(error)
    if manifest.corpus_digest != corpus_digest(load_corpus(corpus_dir, added).corpus):
        return "the corpus changed"
    if manifest.questions_digest != questions_digest(
        load_labelled_questions(corpus_dir), load_triage_phrases(corpus_dir)
    ):
        return "the labelled questions, or the phrases of triage, changed"
    if manifest.training != training_fingerprint():
        return "it was learned in another way than this program learns"
    try:
        wanted = find_model(model).info
    except ModelUnavailableError:  # a slim installation has none, and makes builds by the export of the one they are of
        wanted = None
    if wanted and wanted.fingerprint != manifest.model.fingerprint:
        return f"it was made with {manifest.model.name}"
    return None


def _rebuild_locked(
    corpus_dir: Path,
    added: Sequence[AddedArticle],
    out: Path,
    model: str,
    keep: int,
    jobs: int,
    *,
    force: bool,
    strict: bool,
    quiet: bool,
) -> tuple[BuildReport, float]:
    started = time.monotonic()
    loaded = load_corpus(corpus_dir, added)
    _refuse_problems(loaded, strict=strict)
    out.mkdir(parents=True, exist_ok=True)
    lock = FileLock(out / LOCK, timeout=0)
    try:
        with lock, _bar(quiet) as bar:
            task = bar.add_task("load the model", total=None)
            from index.sentence_transformer import SentenceTransformerEmbedder

            report = build_index(
                loaded.corpus,
                SentenceTransformerEmbedder(model, when_needed=True, threads=jobs),
                out,
                questions=load_labelled_questions(corpus_dir),
                phrases=load_triage_phrases(corpus_dir),
                cache=out / CACHE,
                progress=lambda done, total: bar.update(task, completed=done, total=total),
                stage=lambda name: bar.update(task, description=name),
                force=force,
                jobs=jobs,
            )
            artifact.prune(out, keep)
    except Timeout as error:
        raise IndexBusyError(out / LOCK) from error
    return report, time.monotonic() - started


def _refuse_problems(loaded: LoadedCorpus, *, strict: bool) -> None:
    """Stop before an incomplete corpus goes live: unreadable files always, any editorial error where strict."""
    problems = check_corpus(loaded) if strict else loaded.problems
    refused = [p for p in blocking(loaded, problems) if strict or p.severity is Severity.INVALID]
    for problem in refused[:50]:
        typer.echo(str(problem), err=True)
    if refused:
        raise CorpusError(f"{len(refused)} problems in the corpus; run: python -m corpus check")


def _bar(quiet: bool) -> Progress:
    console = Console(stderr=True, quiet=quiet)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=console, transient=True, disable=quiet or not console.is_terminal)


def _report_freshness(reason: str | None, *, as_json: bool, quiet: bool) -> None:
    if quiet and not as_json:
        return
    if as_json:
        typer.echo(json.dumps({"fresh": reason is None, "reason": reason}))
    else:
        typer.echo("the index fits the corpus" if reason is None else f"the index does not fit the corpus: {reason}")


def _report_build(report: BuildReport, seconds: float, *, as_json: bool) -> None:
    counts = report.manifest.counts
    if report.without_encoder:
        typer.echo(report.without_encoder, err=True)
    if as_json:
        row: dict[str, Any] = {
            "build": report.manifest.build_id,
            "path": str(report.build),
            "counts": counts,
            "encoded": report.encoded,
            "reused": report.reused,
            "seconds": round(seconds, 2),
        }
        typer.echo(json.dumps(row))
        return
    verb = "is live already" if report.reused else "is live"
    typer.echo(
        f"build {report.manifest.build_id} {verb}: {counts['passages']} passages of {counts['articles']} articles, "
        f"{counts['vectors']} vectors ({report.encoded} encoded anew), {seconds:.1f} s"
    )


def _report_rollback(build_id: str, *, as_json: bool) -> None:
    words = (
        f"build {build_id} stays live, since moderators rolled back to it; to leave it, use /corpus reload in Discord, "
        "or run: python -m index.rebuild"
    )
    typer.echo(json.dumps({"build": build_id, "rolled_back": True}) if as_json else words)


def _fail(message: str, status: int, *, as_json: bool) -> None:
    typer.echo(json.dumps({"error": message}) if as_json else message, err=not as_json)
    raise typer.Exit(status)


def main() -> None:
    """Run the script."""
    app(prog_name="python -m index.rebuild")


if __name__ == "__main__":
    main()
