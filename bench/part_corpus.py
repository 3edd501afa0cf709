"""Make a smaller corpus of whole topics of the real one: python -m bench.part_corpus FOLDER --passages 500.

For measuring how long changes take at a stated size. Tables, notices and phrases of triage are those of the whole;
labelled questions stay where a passage that answers them stays, and so do those that nothing answers.
"""

import re
import shutil
from pathlib import Path
from typing import Annotated

import typer
import yaml

from corpus.labelled import QUESTIONS_FILE, QUESTIONS_KEY, load_labelled_questions
from corpus.loader import CORPUS_DIR, load_corpus
from corpus.models import Corpus

_FOLDERS = ("notices", "triage")
_ANCHORED = re.compile(r"([a-z0-9-]+)#[a-z]")


def make_part_corpus(target: Path, passages: int, source: Path = CORPUS_DIR) -> Corpus:
    """Write a corpus of at least so many passages (where there are as many), and return it as read back.

    First come the topics that records of the tables lead to, then others in the order of their names. Passages made
    from those records count as well.

    Raises:
        FileExistsError: `target` exists.
        CorpusError: the corpus cannot be read.
    """
    whole = load_corpus(source).corpus
    target.mkdir(parents=True)
    for name in _FOLDERS:
        shutil.copytree(source / name, target / name)
    for table in source.glob("*.yaml"):
        shutil.copyfile(table, target / table.name)
    topics = {path.name: path for path in sorted((source / "articles").iterdir()) if path.is_dir()}
    in_articles = dict.fromkeys(topics, 0)
    known = {path.stem: name for name, folder in topics.items() for path in folder.glob("*.md")}
    total = len(whole.passages)
    for article in whole.articles:
        if article.id in known:
            in_articles[known[article.id]] += len(article.passages)
    count = total - sum(in_articles.values())
    (target / "articles").mkdir()
    needed = {known[article_id] for article_id in _led_to(source) if article_id in known}
    for name in sorted(topics, key=lambda name: (name not in needed, name)):
        if name in needed or count < passages:
            shutil.copytree(topics[name], target / "articles" / name)
            count += in_articles[name]
    part = load_corpus(target).corpus
    _write_questions(target, {passage.id for passage in part.passages})
    return part


def _led_to(source: Path) -> set[str]:
    """Return the ids of the articles that rows of the tables name with an anchor."""
    tables = [path for path in source.glob("*.yaml") if path.name != QUESTIONS_FILE]
    return {found for path in tables for found in _ANCHORED.findall(path.read_text("utf-8"))}


def _write_questions(target: Path, kept: set[str]) -> None:
    rows = []
    for question in load_labelled_questions(target):
        answers = [answer for answer in question.answers if answer in kept]
        if answers or not question.answers:
            rows.append(
                {"ask": question.text, "answers": answers, **({"kind": question.kind} if question.kind else {})}
            )
    text = yaml.safe_dump({QUESTIONS_KEY: rows}, allow_unicode=True, sort_keys=False, width=120)
    (target / QUESTIONS_FILE).write_text(text, "utf-8")


def command(
    folder: Annotated[Path, typer.Argument(help="The new folder.")],
    passages: Annotated[int, typer.Option("--passages", min=1, help="How many passages, at least.")] = 500,
) -> None:
    """Write a corpus of whole topics of this project's own."""
    part = make_part_corpus(folder, passages)
    typer.echo(f"{len(part.passages)} passages of {len(part.articles)} articles and records in {folder}")


if __name__ == "__main__":
    typer.run(command)
