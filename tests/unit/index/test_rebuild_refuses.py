from pathlib import Path

from typer.testing import CliRunner

from corpus.triage_phrases import PHRASES_FOLDER
from index.rebuild import EXIT_CONFIGURATION, app
from tests.small_corpus import write_small_corpus


def test_a_corpus_with_a_broken_file_of_phrases_is_not_built(tmp_path: Path) -> None:
    corpus = write_small_corpus(tmp_path / "corpus")
    (corpus / PHRASES_FOLDER).mkdir()
    (corpus / PHRASES_FOLDER / "bad.yaml").write_text("nonsense:\n- hello\n", "utf-8")

    ended = CliRunner().invoke(app, ["--corpus", str(corpus), "--out", str(tmp_path / "index")])

    assert ended.exit_code == EXIT_CONFIGURATION
    assert "nonsense is no kind of triage" in ended.output
    assert not (tmp_path / "index" / "CURRENT").exists()
