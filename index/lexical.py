"""Word search over the fields of passages with BM25; the only module that imports bm25s."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import bm25s
import numpy as np

from corpus.models import Passage
from index.embedder import Vectors
from index.errors import IndexCorruptError
from index.models import SearchField
from index.tokens import content_words

EVERYTHING = "everything"
LEXICAL_FIELDS = (SearchField.TEXT.value, SearchField.TITLE.value, SearchField.QUESTION.value, EVERYTHING)
# A document without words would have no length to divide by; this word is in no query.
_NO_WORDS = [""]


def passage_words(passage: Passage, field: str, questions: Sequence[str]) -> list[str]:
    """Return the content words of one field of a passage; `questions` are those that count as known."""
    texts = {
        SearchField.TEXT.value: (passage.text,),
        SearchField.TITLE.value: (passage.article_title, passage.heading),
        SearchField.QUESTION.value: tuple(questions),
    }
    chosen = texts[field] if field in texts else (*texts["text"], *texts["title"], *texts["question"])
    return [word for text in chosen for word in content_words(text)]


class LexicalIndex:
    """One BM25 index per field, and one over all fields together; document n is passage n of the build."""

    def __init__(self, fields: dict[str, Any]) -> None:
        self._fields = fields

    @classmethod
    def build(cls, passages: Sequence[Passage], questions: Sequence[Sequence[str]] | None = None) -> "LexicalIndex":
        """Count the words of the passages; `questions[n]` replaces the questions of passage n where given."""
        asked = questions if questions is not None else [passage.questions for passage in passages]
        fields = {}
        for field in LEXICAL_FIELDS:
            documents = [passage_words(p, field, q) or _NO_WORDS for p, q in zip(passages, asked, strict=True)]
            fields[field] = bm25s.BM25(method="lucene")
            fields[field].index(documents, show_progress=False)
        return cls(fields)

    @classmethod
    def open(cls, folder: Path) -> "LexicalIndex":
        """Open what `save` wrote.

        Raises:
            IndexCorruptError: a file is missing or cannot be read.
        """
        try:
            return cls({f: bm25s.BM25.load(folder / f, mmap=False, show_progress=False) for f in LEXICAL_FIELDS})
        except (OSError, ValueError, KeyError, EOFError) as error:
            raise IndexCorruptError(folder.parent, f"{folder.name} cannot be read ({error})") from error

    def save(self, folder: Path) -> None:
        """Write one sub-folder per field, without pickles."""
        for field, index in self._fields.items():
            index.save(folder / field, allow_pickle=False, show_progress=False)

    def scores(self, field: str, words: Sequence[str]) -> Vectors:
        """Return (n,) BM25 scores of all passages, 0 or higher, higher is better."""
        index = self._fields[field]
        known = [word for word in words if word in index.vocab_dict]
        if not known:
            return np.zeros(index.scores["num_docs"], dtype=np.float32)
        found: Vectors = index.get_scores(known)
        return found

    def rarity(self, word: str) -> float:
        """Return how much a word tells, as inverse document frequency: 0 or higher; unknown words tell the most."""
        return self._rarity_of(self._found_in(word))

    @property
    def greatest_rarity(self) -> float:
        """Return the rarity of a word that no passage has."""
        return self._rarity_of(0)

    def is_everywhere(self, word: str) -> bool:
        """Tell whether more than half of the passages have this word, as the corpus's subject does."""
        return self._found_in(word) > self._count / 2

    @property
    def _count(self) -> int:
        return int(self._fields[EVERYTHING].scores["num_docs"])

    def _rarity_of(self, found: int) -> float:
        return float(np.log1p((self._count - found + 0.5) / (found + 0.5)))

    def _found_in(self, word: str) -> int:
        index = self._fields[EVERYTHING]
        number = index.vocab_dict.get(word)
        if number is None:
            return 0
        return int(index.scores["indptr"][number + 1] - index.scores["indptr"][number])

    def knows(self, word: str) -> bool:
        """Tell whether any passage has this word."""
        return word in self._fields[EVERYTHING].vocab_dict
