"""The corpus of one build, looked up by id, number and name."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.answering.names import NameFinder
from bot.answering.withdrawals import Withdrawals
from corpus.models import Article, Corpus, InteractionRecord, LegalRecord, Passage


@dataclass(frozen=True)
class Library:
    """Lookups over one corpus; made once per build.

    Attributes:
        corpus: all of the build, also what is withdrawn.
        articles: by id; all of them.
        passages: by id; those that may be shown.
        passage_ids: of all passages of the build, in its order, which is what receipts count by.
        laws: by id; all of them. Ask `may_use` before one is shown.
        names: finds the places and substances that a text names, also those whose record is withdrawn: a question about
            one of them must not be taken for a question about another.
        withdrawn: ids of passages that are in the build and may not be shown.
    """

    corpus: Corpus
    articles: Mapping[str, Article]
    passages: Mapping[str, Passage]
    passage_ids: tuple[str, ...]
    laws: Mapping[str, LegalRecord]
    names: NameFinder
    withdrawn: frozenset[str] = field(default=frozenset())

    @classmethod
    def of(cls, corpus: Corpus) -> "Library":
        """Return the lookups over a corpus."""
        passages = {passage.id: passage for passage in corpus.passages}
        return cls(
            corpus=corpus,
            articles={article.id: article for article in corpus.articles},
            passages=passages,
            passage_ids=tuple(passages),
            laws={record.id: record for record in corpus.legality},
            names=NameFinder(corpus),
        )

    def without(self, withdrawals: Withdrawals) -> "Library":
        """Return the same library with these withdrawn as well; cheap enough to be done for each question."""
        if not withdrawals:
            return self
        kept = {key: passage for key, passage in self.passages.items() if not withdrawals.cover(passage)}
        return replace(self, passages=kept, withdrawn=frozenset(self.passage_ids) - kept.keys())

    def may_use(self, record: LegalRecord | InteractionRecord) -> bool:
        """Tell whether a record of the tables may be shown; it goes with its passage."""
        return record.passage_id not in self.withdrawn
