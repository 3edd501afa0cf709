"""The corpus of one build, looked up by id, number and name."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.answering.names import NameFinder
from corpus.models import Article, Corpus, LegalRecord, Passage


@dataclass(frozen=True)
class Library:
    """Lookups over one corpus; made once per build."""

    corpus: Corpus
    articles: Mapping[str, Article]
    passages: Mapping[str, Passage]
    laws: Mapping[str, LegalRecord]
    names: NameFinder

    @classmethod
    def of(cls, corpus: Corpus) -> "Library":
        """Return the lookups over a corpus."""
        return cls(
            corpus=corpus,
            articles={article.id: article for article in corpus.articles},
            passages={passage.id: passage for passage in corpus.passages},
            laws={record.id: record for record in corpus.legality},
            names=NameFinder(corpus),
        )
