"""Word search over the fields of passages with BM25; the only module that imports bm25s.

bm25s counts the words and computes the scores when a build is made. Searching only adds up what it computed, so a
running bot loads neither it nor scipy, which it brings.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.models import Passage
from index.arrays import load_array
from index.embedder import Vectors
from index.errors import IndexCorruptError
from index.models import SearchField
from index.tokens import Words, content_words

EVERYTHING = "everything"
LEXICAL_FIELDS = (SearchField.TEXT.value, SearchField.TITLE.value, SearchField.QUESTION.value, EVERYTHING)
_FIELDS_WITH_QUESTIONS = (SearchField.QUESTION.value, EVERYTHING)
# A document without words would have no length to divide by; this word is in no query.
_NO_WORDS = [""]


def passage_words(passage: Passage, field: str, questions: Sequence[str], words: Words = content_words) -> list[str]:
    """Return the content words of one field of a passage; `questions` are those that count as known."""
    texts = {
        SearchField.TEXT.value: (passage.text,),
        SearchField.TITLE.value: (passage.article_title, passage.heading),
        SearchField.QUESTION.value: tuple(questions),
    }
    chosen = texts[field] if field in texts else (*texts["text"], *texts["title"], *texts["question"])
    return [word for text in chosen for word in words(text)]


@dataclass(frozen=True, slots=True)
class WordScores:
    """The BM25 scores of one field, word by word.

    Attributes:
        words: the number of each word.
        starts: (words + 1,); the scores of word n stand from starts[n] to starts[n + 1].
        passages: the passages that have the word, one a score.
        scores: float32, 0 or higher.
        count: how many passages there are.
    """

    words: Mapping[str, int]
    starts: npt.NDArray[np.int32]
    passages: npt.NDArray[np.int32]
    scores: Vectors
    count: int

    @classmethod
    def of(cls, documents: Sequence[Sequence[str]]) -> "WordScores":
        """Count the words of documents, none of which is empty."""
        import bm25s  # only here: see above

        index = bm25s.BM25(method="lucene")
        index.index(documents, show_progress=False)
        made = index.scores
        scored = len(made["indptr"]) - 1  # the library may add an empty word, which has no scores
        words = {str(word): int(number) for word, number in index.vocab_dict.items() if number < scored}
        return cls(words, made["indptr"], made["indices"], made["data"], len(documents))

    @classmethod
    def open(cls, folder: Path) -> "WordScores":
        """Read what `save` wrote; errors are those of the files and their formats."""
        named = json.loads((folder / "words.json").read_bytes())
        starts, passages, scores = (load_array(folder / f"{name}.npy") for name in _ARRAYS)
        return cls(named["words"], starts, passages, scores, int(named["passages"]))

    def save(self, folder: Path) -> None:
        """Write the scores into a new folder."""
        folder.mkdir(parents=True)
        named = {"passages": self.count, "words": dict(self.words)}
        (folder / "words.json").write_text(json.dumps(named, ensure_ascii=False), "utf-8")
        for name, values in zip(_ARRAYS, (self.starts, self.passages, self.scores), strict=True):
            np.save(folder / f"{name}.npy", values)

    def places(self, word: str) -> slice:
        """Return where the scores of a word stand; an empty slice for an unknown one."""
        number = self.words.get(word)
        return slice(0, 0) if number is None else slice(int(self.starts[number]), int(self.starts[number + 1]))


_ARRAYS = ("starts", "passages", "scores")


class LexicalIndex:
    """One BM25 index per field, and one over all fields together; document n is passage n of the build."""

    def __init__(self, fields: dict[str, WordScores]) -> None:
        self._fields = fields

    @classmethod
    def build(cls, passages: Sequence[Passage], words: Words = content_words) -> "LexicalIndex":
        """Count the words of the passages."""
        return cls(_count(passages, [passage.questions for passage in passages], LEXICAL_FIELDS, words))

    def with_questions(
        self, passages: Sequence[Passage], questions: Sequence[Sequence[str]], words: Words = content_words
    ) -> "LexicalIndex":
        """Return the index of the same passages, where `questions[n]` are the questions of passage n."""
        return LexicalIndex(self._fields | _count(passages, questions, _FIELDS_WITH_QUESTIONS, words))

    @classmethod
    def open(cls, folder: Path) -> "LexicalIndex":
        """Open what `save` wrote.

        Raises:
            IndexCorruptError: a file is missing or cannot be read.
        """
        try:
            return cls({field: WordScores.open(folder / field) for field in LEXICAL_FIELDS})
        except (OSError, ValueError, KeyError, TypeError, EOFError) as error:
            raise IndexCorruptError(folder.parent, f"{folder.name} cannot be read ({error})") from error

    def save(self, folder: Path) -> None:
        """Write one sub-folder per field, without pickles."""
        for field, index in self._fields.items():
            index.save(folder / field)

    def scores(self, field: str, words: Sequence[str]) -> Vectors:
        """Return (n,) BM25 scores of all passages, 0 or higher, higher is better."""
        index = self._fields[field]
        total = np.zeros(index.count, dtype=np.float32)
        for word in words:
            places = index.places(word)
            total[index.passages[places]] += index.scores[places]  # a word names each passage once
        return total

    def word_scores(self, field: str) -> WordScores:
        """Return the scores of one field, word by word."""
        return self._fields[field]

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
        return self._fields[EVERYTHING].count

    def _rarity_of(self, found: int) -> float:
        return math.log1p((self._count - found + 0.5) / (found + 0.5))

    def _found_in(self, word: str) -> int:
        places = self._fields[EVERYTHING].places(word)
        return int(places.stop - places.start)

    def words_in(self, passage: int, words: Sequence[str]) -> frozenset[str]:
        """Return those of the words that a passage has in any of its fields."""
        found = self._fields[EVERYTHING]
        return frozenset(word for word in words if (found.passages[found.places(word)] == passage).any())

    def knows(self, word: str) -> bool:
        """Tell whether any passage has this word."""
        return word in self._fields[EVERYTHING].words


def _count(
    passages: Sequence[Passage], questions: Sequence[Sequence[str]], fields: Sequence[str], words: Words
) -> dict[str, WordScores]:
    counted = {}
    for field in fields:
        asked = zip(passages, questions, strict=True)
        counted[field] = WordScores.of([passage_words(one, field, known, words) or _NO_WORDS for one, known in asked])
    return counted
