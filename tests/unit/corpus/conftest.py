"""The tiny corpus, fresh for each test."""

from pathlib import Path

import pytest

from tests.unit.corpus.tiny_corpus import TinyCorpus, write_tiny_corpus


@pytest.fixture
def tiny(tmp_path: Path) -> TinyCorpus:
    return write_tiny_corpus(tmp_path / "corpus")
