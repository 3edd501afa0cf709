"""A whole run over a tiny set, with an embedder that needs no model."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from typer.testing import CliRunner

from bench.public_set import __main__ as program
from bench.public_set import rankers
from bench.public_set.dataset import PublicSet, load_public_set
from bench.public_set.measures import Marks
from bench.public_set.rankers import FOLDS, RANKER_WORDS, REFITTED, SHIPPED, Ranked, rank_all
from bench.public_set.report import build_report
from index.candidates import FEATURES, QUESTION_FEATURES, Candidates
from index.embedder import Embedder, Vectors
from index.fitting import Judged, fit_fusion
from index.ranking import LinearModel, Ranking, rank_candidates
from index.training import default_calibration
from tests.fakes import HashingEmbedder
from tests.unit.bench.public_rows import WORDS, write_set


def encode(embedder: Embedder, texts: Sequence[str]) -> Vectors:
    return embedder.encode_passages(texts)


@pytest.fixture
def public(tmp_path: Path) -> PublicSet:
    return load_public_set(write_set(tmp_path / "set"))


def test_every_ranker_finds_the_passage_that_has_the_word(public: PublicSet) -> None:
    ranked = rank_all(public, HashingEmbedder(), encode)
    assert list(ranked.rankings) == list(RANKER_WORDS)
    for ranker, rankings in ranked.rankings.items():
        assert [found.tolist()[0] for found in rankings] == list(range(len(WORDS))), ranker


def test_two_runs_are_the_same_to_the_last_digit(public: PublicSet) -> None:
    reports = [
        build_report(public, rank_all(public, HashingEmbedder(), encode), "hashing", "2026-11-22") for _ in range(2)
    ]
    assert reports[0] == reports[1]


def test_no_question_is_ranked_by_weights_that_were_fitted_to_it(
    public: PublicSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    fitted: dict[int, set[bytes]] = {}
    ranked: dict[int, list[bytes]] = {}

    def remember_fit(questions: Sequence[Judged]) -> LinearModel:
        model = fit_fusion(questions)
        fitted[id(model)] = {question.features.tobytes() for question in questions}
        models.append(model)
        return model

    def remember_ranking(candidates: Candidates, fusion: LinearModel) -> Ranking:
        ranked.setdefault(id(fusion), []).append(candidates.features.tobytes())
        return rank_candidates(candidates, fusion)

    models: list[LinearModel] = []
    monkeypatch.setattr(rankers, "fit_fusion", remember_fit)
    monkeypatch.setattr(rankers, "rank_candidates", remember_ranking)
    rank_all(public, HashingEmbedder(), encode)
    assert len(fitted) == FOLDS
    assert sorted(one for number in fitted for one in ranked[number]) == sorted(set().union(*fitted.values()))
    for number, seen in fitted.items():
        assert not seen & set(ranked[number])


def test_fields_that_no_passage_has_cannot_change_a_ranking(public: PublicSet, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[Candidates] = []

    def remember(candidates: Candidates, fusion: LinearModel) -> Ranking:
        found.append(candidates)
        return rank_candidates(candidates, fusion)

    monkeypatch.setattr(rankers, "rank_candidates", remember)
    rank_all(public, HashingEmbedder(), encode)
    fusion = default_calibration(with_questions=True).fusion
    others = [name for name in FEATURES if name not in QUESTION_FEATURES]
    for one in found:
        assert np.isfinite(one.features).all()
        assert (np.abs(one.features) <= 1.0 + 1e-6).all(), "a missing field must not be worth less than the worst match"
        assert not one.column("bm25_question").any()
        best = one.features[:, [FEATURES.index("dense_text"), FEATURES.index("dense_title")]].max(axis=1)
        assert one.column("dense_question") == pytest.approx(best)
        heavy = fusion.model_copy(update={"weights": {**fusion.weights, "bm25_question": 1e6}})
        assert (rank_candidates(one, heavy).numbers == rank_candidates(one, fusion).numbers).all()
        only_known = LinearModel(bias=0.0, weights={name: fusion.weights[name] for name in others})
        assert set(rank_candidates(one, only_known).numbers) == set(one.numbers)


def test_means_differences_and_sources_add_up(public: PublicSet) -> None:
    order = [np.arange(len(WORDS), dtype=np.int64)] * len(WORDS)
    perfect = [np.array([number], dtype=np.int64) for number in range(len(WORDS))]
    rankings = {name: perfect if name == SHIPPED else order for name in RANKER_WORDS}
    report = build_report(public, Ranked(rankings, ()), "hashing", "2026-11-22")
    means = {one.ranker: one.means for one in report.scores}
    assert means[SHIPPED]["gain"].value == 1.0
    assert means["bm25"]["right_1"].value == 0.1
    assert means["bm25"]["right_3"].value == 0.3
    assert means["bm25"]["reciprocal_rank"].value == pytest.approx(sum(1 / n for n in range(1, 11)) / 10, abs=1e-4)
    gains = {(one.ranker, one.other): one.gains for one in report.gains}
    assert gains[SHIPPED, "bm25"]["right_1"].value == 0.9
    assert gains[REFITTED, SHIPPED]["right_1"].value == -0.9
    shares = {(one.ranker, one.source): one.means["right_1"] for one in report.by_source}
    assert (shares["bm25", "left"].value, shares["bm25", "right"].value) == (0.2, 0.0)
    assert report.sources == {"left": 5, "right": 5}
    assert report.items[3]["bm25"] == pytest.approx(vars_of(Marks(0.0, 0.0, 0.25, 0.4306766)))


def vars_of(marks: Marks) -> dict[str, float]:
    return {name: getattr(marks, name) for name in marks.__slots__}


@pytest.fixture
def options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(program, "load_embedder", HashingEmbedder)
    monkeypatch.setattr(program, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(program, "DOCS", tmp_path / "evaluation.md")
    return ["--data", str(write_set(tmp_path / "set")), "--out", str(tmp_path / "results")]


def run(*arguments: str) -> Any:
    return CliRunner().invoke(program.app, list(arguments))


def test_a_run_saves_both_forms_and_says_where(options: list[str], tmp_path: Path) -> None:
    done = run(*options)
    assert done.exit_code == 0, done.output
    folder = tmp_path / "results" / "public_set"
    assert str(folder / "report.md") in done.output
    report = json.loads((folder / "report.json").read_text("utf-8"))
    assert (report["passages"], report["questions"], len(report["items"])) == (10, 10, 10)
    assert len(report["weights"]) == FOLDS
    text = (folder / "report.md").read_text("utf-8")
    assert all(words in text for words in RANKER_WORDS.values())
    assert "| left (5 questions): right@1 |" in text.replace("ranker | ", "| ")


def test_json_is_all_that_is_printed(options: list[str]) -> None:
    assert json.loads(run(*options, "--json").stdout)["model"] == "hashing"


def test_the_documents_get_one_section_and_keep_the_others(options: list[str], tmp_path: Path) -> None:
    docs = tmp_path / "evaluation.md"
    docs.write_text("<!-- run dev -->\n## dev\n\nkept\n\n<!-- end of run -->\n", "utf-8")
    for _ in range(2):
        assert run(*options, "--write-docs").exit_code == 0
    text = docs.read_text("utf-8")
    assert text.count("<!-- run public_set -->") == text.count("### By source") == 1
    assert "## dev\n\nkept\n" in text


def test_a_broken_set_ends_with_a_message_and_no_traceback(options: list[str], tmp_path: Path) -> None:
    (tmp_path / "set" / "passages.jsonl").write_text("{}\n", "utf-8")
    done = run(*options)
    assert done.exit_code == 2
    assert "passages.jsonl:1: id: " in done.output
    assert "Traceback" not in done.output


def test_a_changed_set_is_encoded_anew(options: list[str], tmp_path: Path) -> None:
    assert run(*options).exit_code == 0
    rows = [json.loads(line) for line in (tmp_path / "set" / "passages.jsonl").read_text("utf-8").splitlines()]
    rows[0]["text"], rows[1]["text"] = rows[1]["text"], rows[0]["text"]
    rows[0]["title"] = rows[1]["title"] = "About"
    write_set(tmp_path / "set", rows)
    swapped = json.loads(run(*options, "--json").stdout)
    assert [item["dense_text"]["right_1"] for item in swapped["items"]] == [0.0, 0.0, *[1.0] * 8]
