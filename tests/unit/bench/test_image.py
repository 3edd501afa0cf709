"""Weighing a tree, and what the image is made from."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bench import image
from bot.corpus_changes import compare
from corpus.loader import load_corpus
from tests.e2e.corpus_on_disk import write_corpus

ROOT = Path(__file__).resolve().parents[3]


def test_a_package_weighs_its_files_and_their_compiled_code(tmp_path: Path) -> None:
    (tmp_path / "some" / "__pycache__").mkdir(parents=True)
    (tmp_path / "some" / "__init__.py").write_bytes(b"x" * 100)
    (tmp_path / "some" / "__pycache__" / "__init__.cpython-311.pyc").write_bytes(b"x" * 50)
    (tmp_path / "some" / "removed.so").write_bytes(b"")
    (tmp_path / "some" / "removed.so").unlink()
    (tmp_path / "some-1.0.dist-info").mkdir()
    (tmp_path / "some-1.0.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: Some\nVersion: 1.0\n")
    (tmp_path / "some-1.0.dist-info" / "RECORD").write_text("some/__init__.py,,\nsome/removed.so,,\n")

    assert image.package_sizes(tmp_path) == {"some": 150}


def test_a_tree_that_does_not_answer_is_reported(tmp_path: Path) -> None:
    with pytest.raises(image.TreeError, match="No module named 'bot'"):
        image.inspect(tmp_path, tmp_path, "2026-01-01")


def test_the_image_of_the_bot_is_made_by_the_script_that_is_measured() -> None:
    stages = dict(re.findall(r"^FROM \S+ AS (\S+)\n(.*?)(?=^FROM |\Z)", (ROOT / "Dockerfile").read_text(), re.M | re.S))

    assert "docker/runtime-tree.sh" in stages["runtime-packages"]
    assert image.SCRIPT == ROOT / "docker" / "runtime-tree.sh"
    assert image.SCRIPT.is_file()
    assert "--from=runtime-packages" in stages["runtime"]
    assert "[build]" not in stages["runtime-packages"] + stages["runtime"]
    assert "[build]" not in image.SCRIPT.read_text()


def test_an_article_is_changed_so_that_a_passage_and_what_is_taught_differ(tmp_path: Path) -> None:
    write_corpus(tmp_path)
    before = load_corpus(tmp_path).corpus
    image._change_an_article(tmp_path)
    after = load_corpus(tmp_path).corpus
    assert len(compare(before, after).changed) == 1
    assert sum(len(one.questions) for one in after.passages) == sum(len(one.questions) for one in before.passages) + 1


def test_a_corpus_that_cannot_be_changed_is_reported(tmp_path: Path) -> None:
    with pytest.raises(image.TreeError, match="no article"):
        image._change_an_article(tmp_path)


@pytest.mark.parametrize(
    "fault", [{"is_live": False}, {"changed": ()}, {"training": ("torch",)}], ids=lambda fault: next(iter(fault))
)
def test_a_reload_that_changed_nothing_or_had_help_is_not_well(fault: dict[str, Any]) -> None:
    well = image.ReloadReport(is_live=True, changed=("a#b",), training=(), seconds=3.0)
    assert well.is_well
    assert not replace(well, **fault).is_well


def test_what_a_reload_needs_brings_no_training_library() -> None:
    """Not even scikit-learn, which weighs as much as all that learns here without it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["reload"]]
    names = {re.split(r"[<>=\[]", one)[0] for one in wanted}
    assert "scipy" in names
    assert names.isdisjoint({"torch", "transformers", "sentence-transformers", "onnx", "scikit-learn", "joblib"})
