"""Many queries at once are measured as each by itself: what is learned must hold for what is asked."""

from collections.abc import Sequence

import numpy as np
import pytest

from corpus.loader import load_corpus
from corpus.models import Passage
from index.candidates import CandidateFinder, Candidates, VectorRows
from index.expansion import Expander
from index.faiss_store import FaissStore
from index.field_texts import field_texts
from index.lexical import LEXICAL_FIELDS, LexicalIndex
from index.many_candidates import SearchedTexts, find_many, score_many
from index.models import FieldText, SearchField
from index.tokens import content_words
from tests.fakes import HashingEmbedder
from tests.small_corpus import write_small_corpus

QUERIES = [
    "can kratom hurt the liver",
    "liver liver liver kratom",
    "has a randomised trial tested kratom for depression",
    "",
    "?",
    "words that no passage has",
    "what is kratom",
    "hospitals reported it",
]


@pytest.fixture(scope="module")
def passages(tmp_path_factory: pytest.TempPathFactory) -> Sequence[Passage]:
    return load_corpus(write_small_corpus(tmp_path_factory.mktemp("corpus") / "corpus")).corpus.passages


def one_by_one(passages: Sequence[Passage], texts: Sequence[FieldText], lexical: LexicalIndex) -> list[Candidates]:
    embedder = HashingEmbedder()
    store = FaissStore(embedder.encode_queries([text.text for text in texts]))
    finder = CandidateFinder(store, VectorRows.of(texts), lexical)
    return [finder.find(query, finder.compare(embedder.encode_queries([query])[0])) for query in QUERIES]


def at_once(texts: Sequence[FieldText], lexical: LexicalIndex, left_out: Sequence[int] = ()) -> list[Candidates]:
    embedder = HashingEmbedder()
    vectors = embedder.encode_queries([text.text for text in texts])
    searched = SearchedTexts(vectors, VectorRows.of(texts), lexical, np.array(left_out, dtype=np.int64))
    expander = Expander()
    return find_many(searched, [expander.expand(query) for query in QUERIES], embedder.encode_queries(QUERIES))


def assert_same(found: list[Candidates], expected: list[Candidates]) -> None:
    assert len(found) == len(expected) == len(QUERIES)
    for one, other in zip(found, expected, strict=True):
        assert one.numbers.tolist() == other.numbers.tolist()
        np.testing.assert_allclose(one.features, other.features, atol=1e-6)
        assert one.words == other.words


def test_all_at_once_are_as_each_by_itself(passages: Sequence[Passage]) -> None:
    texts, lexical = field_texts(passages), LexicalIndex.build(passages)
    assert_same(at_once(texts, lexical), one_by_one(passages, texts, lexical))


def test_only_the_nearest_become_candidates(passages: Sequence[Passage], monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("candidates", "many_candidates"):
        monkeypatch.setattr(f"index.{module}.NEAREST_VECTORS", 2)
    texts, lexical = field_texts(passages), LexicalIndex.build(passages)
    found = at_once(texts, lexical)
    assert_same(found, one_by_one(passages, texts, lexical))
    assert min(len(one.numbers) for one in found) < len(passages)


def test_what_is_left_out_is_as_if_it_was_never_there(passages: Sequence[Passage]) -> None:
    texts = field_texts(passages)
    left_out = [row for row, text in enumerate(texts) if text.field is SearchField.QUESTION][::2]
    rest = [text for row, text in enumerate(texts) if row not in left_out]
    questions: list[list[str]] = [[] for _ in passages]
    for text in rest:
        if text.field is SearchField.QUESTION:
            questions[text.passage].append(text.text)
    lexical = LexicalIndex.build(passages).with_questions(passages, questions)
    assert left_out
    assert_same(at_once(texts, lexical, left_out), one_by_one(passages, rest, lexical))


def test_scores_by_words_are_the_same_to_the_last_bit(passages: Sequence[Passage]) -> None:
    lexical = LexicalIndex.build(passages)
    asked = [content_words(query) for query in QUERIES]
    for field in LEXICAL_FIELDS:
        expected = np.stack([lexical.scores(field, words) for words in asked])
        assert score_many(lexical.word_scores(field), asked).tolist() == expected.tolist()
        assert expected.any()
