"""Weighing a tree, and what the image is made from."""

import re
from pathlib import Path

import pytest

from bench import image

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
