from pathlib import Path

import numpy as np
import pytest

from corpus.loader import load_corpus
from index import artifact
from index.baselines import (
    BASELINES,
    PlainScorer,
    PlainScores,
    rank_bm25,
    rank_dense_any,
    rank_dense_text,
    rank_fused,
    reciprocal_rank_fusion,
)
from index.builder import build_index
from index.models import SearchField
from tests.fakes import HashingEmbedder
from tests.small_corpus import write_small_corpus

# Three passages; the columns are text, title and question.
SCORES = PlainScores(np.array([[0.5, 0.1, 0.2], [0.4, 0.9, 0.1], [0.1, 0.2, -1.0]]), np.array([0.0, 1.0, 3.0]))


def test_dense_only_looks_at_the_text_alone() -> None:
    assert rank_dense_text(SCORES).tolist() == [0, 1, 2]


def test_dense_of_all_fields_takes_the_best_field() -> None:
    assert rank_dense_any(SCORES).tolist() == [1, 0, 2]


def test_bm25_leaves_out_passages_that_share_no_word() -> None:
    assert rank_bm25(SCORES).tolist() == [2, 1]


def test_rank_fusion_adds_reciprocal_ranks_and_an_unranked_passage_adds_nothing() -> None:
    fused = {0: 1 / 62, 1: 1 / 61 + 1 / 62, 2: 1 / 63 + 1 / 61}
    assert rank_fused(SCORES).tolist() == sorted(fused, key=lambda passage: -fused[passage]) == [1, 2, 0]


def test_the_constant_decides_how_much_a_first_rank_is_worth() -> None:
    rankings = (np.array([0, 1, 2]), np.array([1, 2, 0]), np.array([2, 1]))
    assert reciprocal_rank_fusion(rankings, 4, k=0).tolist() == [1, 2, 0, 3]


@pytest.mark.parametrize("name", list(BASELINES))
def test_ties_go_to_the_lower_number(name: str) -> None:
    assert BASELINES[name](PlainScores(np.full((3, 3), 0.5), np.ones(3))).tolist() == [0, 1, 2]


def test_every_passage_of_a_build_is_scored(tmp_path: Path) -> None:
    corpus, embedder = load_corpus(write_small_corpus(tmp_path / "corpus")).corpus, HashingEmbedder()
    opened = artifact.open_build(build_index(corpus, embedder, tmp_path / "index").build)
    scorer = PlainScorer(opened.store, opened.rows, opened.lexical)
    numbers = {passage.id: number for number, passage in enumerate(corpus.passages)}
    text = corpus.passages[numbers["depression#first"]].text
    scores = scorer.score(text, embedder.encode_queries([text])[0])
    assert scores.dense.shape == (len(corpus.passages), len(SearchField))
    assert scores.dense[numbers["depression#first"], 0] == pytest.approx(1.0, abs=1e-5)
    assert {int(BASELINES[name](scores)[0]) for name in BASELINES} == {numbers["depression#first"]}
    assert not rank_bm25(scorer.score("zebra", embedder.encode_queries(["zebra"])[0])).size
