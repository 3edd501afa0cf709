"""A loaded corpus of one article without any file, for rules that look at single sentences."""

from collections.abc import Callable, Iterator
from pathlib import Path

from corpus.loader import ArticleFile, LoadedCorpus
from corpus.markup import split_sections
from corpus.models import Corpus, ProductForm, Reference, Source
from corpus.passages import ArticleHeader, build_article
from corpus.problems import Problem
from tests.factories import make_source

PATH = Path("articles/basics/what-is-kratom.md")


def loaded_with(*lines: str, topic: str = "basics", sources: tuple[Source, ...] = ()) -> LoadedCorpus:
    """Return a corpus whose one article has these lines as its body, under a heading where they bring none."""
    body = "\n".join(lines if lines[0].startswith("#") else ("## Kratom {#kratom}", *lines))
    header = ArticleHeader("what-is-kratom", "What kratom is", topic, "About the plant.", ProductForm.ANY)
    sections = split_sections(body, title=header.title)
    article = build_article(header, sections, lambda reference: Reference(reference.source_id, None))
    known = {source.id: source for source in (sources or (make_source(),))}
    file = ArticleFile(PATH, body, {}, sections, article)
    return LoadedCorpus(Path(), Corpus(articles=(article,), sources=known), [file])


def codes_of(rule: Callable[[LoadedCorpus], Iterator[Problem]], *lines: str, topic: str = "basics") -> list[str]:
    """Return the codes that a rule finds in the lines."""
    return [problem.code for problem in rule(loaded_with(*lines, topic=topic))]
