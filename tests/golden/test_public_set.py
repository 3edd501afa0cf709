"""The shipped weights have to be worth something on texts from outside, with the model that is shipped."""

import pytest

from bench.public_set.__main__ import load_embedder
from bench.public_set.dataset import load_public_set
from bench.public_set.rankers import PLAIN, RANKER_WORDS, SHIPPED, SHIPPED_FOR_QUESTIONS, rank_all
from bench.public_set.report import Report, build_report


@pytest.fixture(scope="module")
def report() -> Report:
    public, embedder = load_public_set(), load_embedder()
    ranked = rank_all(public, embedder, lambda model, texts: model.encode_passages(texts))
    return build_report(public, ranked, embedder.info.name, "2026-11-22")


@pytest.mark.parametrize("measure", ["reciprocal_rank", "gain"])
@pytest.mark.parametrize("shipped", [SHIPPED, SHIPPED_FOR_QUESTIONS])
def test_the_shipped_fusion_is_not_behind_any_plain_ranker(report: Report, shipped: str, measure: str) -> None:
    means = {one.ranker: one.means[measure].value for one in report.scores}
    assert list(means) == list(RANKER_WORDS)
    assert means[shipped] >= max(means[name] for name in PLAIN)


def test_the_shipped_fusion_is_surely_better_than_dense_search_alone(report: Report) -> None:
    gains = {(one.ranker, one.other): one.gains for one in report.gains}
    assert gains[SHIPPED, "dense_text"]["gain"].low > 0
