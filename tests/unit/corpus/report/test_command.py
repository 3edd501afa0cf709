"""python -m corpus report: the file it writes, the JSON it prints, and how it fails."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from corpus.__main__ import app
from tests.unit.corpus.tiny_corpus import TinyCorpus


def report(tiny: TinyCorpus, *arguments: str | Path) -> Result:
    options = ["report", "--corpus", tiny.root, "--today", "2026-11-23", *arguments]
    return CliRunner().invoke(app, [str(option) for option in options], env={"COLUMNS": "200", "TERM": "dumb"})


def test_the_page_is_written_where_it_is_asked_for(tiny: TinyCorpus, tmp_path: Path) -> None:
    out = tmp_path / "new" / "folder" / "page.html"
    done = report(tiny, "--out", out)

    assert done.exit_code == 0
    assert done.output == f"written: {out}\n"
    assert "The kratom corpus on 23 November 2026" in out.read_text("utf-8")
    assert [path.name for path in out.parent.iterdir()] == ["page.html"]


def test_without_a_place_it_goes_below_var(tiny: TinyCorpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert report(tiny).output == "written: var/corpus-report.html\n"
    assert (tmp_path / "var" / "corpus-report.html").is_file()


def test_twice_the_same_bytes(tiny: TinyCorpus, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    report(tiny, "--out", out)
    first = out.read_bytes()
    report(tiny, "--out", out)

    assert out.read_bytes() == first
    assert b"\r" not in first


def test_json_holds_the_same_numbers_and_nothing_else_on_standard_output(tiny: TinyCorpus, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    done = report(tiny, "--out", out, "--json")
    values = json.loads(done.stdout)

    assert done.stderr == f"written: {out}\n"
    assert out.is_file()
    assert values["today"] == "2026-11-23"
    assert values["inventory"]["sources"] == 5
    assert values["evidence"]["total"]["passages"] == 10
    (alabama,) = [place for place in values["law"]["places"] if place["record"]["id"] == "us-al"]
    assert (alabama["record"]["status"], alabama["record"]["valid_until"]) == ("banned", "2027-03-30")
    assert alabama["current"] is True


def test_without_a_day_it_takes_today(tiny: TinyCorpus, tmp_path: Path) -> None:
    options = ["report", "--corpus", str(tiny.root), "--out", str(tmp_path / "page.html"), "--json"]
    before = date.today()
    done = CliRunner().invoke(app, options)

    assert before <= date.fromisoformat(json.loads(done.stdout)["today"]) <= date.today()


def test_a_day_that_is_none_is_a_wrong_use(tiny: TinyCorpus, tmp_path: Path) -> None:
    done = report(tiny, "--out", tmp_path / "page.html", "--today", "2026-02-30")

    assert done.exit_code == 2
    assert "2026-02-30" in done.output


@pytest.mark.parametrize("out", ["a-folder", "a-file/page.html", "a-file/deep/page.html"])
def test_a_place_that_cannot_be_written_is_named_with_the_next_command(
    tiny: TinyCorpus, tmp_path: Path, out: str
) -> None:
    (tmp_path / "a-folder").mkdir()
    (tmp_path / "a-file").write_text("kept")
    done = report(tiny, "--out", tmp_path / out)

    assert done.exit_code == 1
    assert done.stderr.startswith(f"{tmp_path / out} cannot be written (")
    assert done.stderr.endswith("python -m corpus report --out FILE.html\n")
    assert done.stdout == ""
    assert (tmp_path / "a-file").read_text() == "kept"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a-file", "a-folder", "corpus"]


def test_a_page_that_was_there_outlives_a_failure(
    tiny: TinyCorpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    out = tmp_path / "page.html"
    out.write_text("the old page")
    monkeypatch.setattr("corpus.report.writing.os.fsync", full)
    done = report(tiny, "--out", out)

    assert done.exit_code == 1
    assert "No space left on device" in done.stderr
    assert out.read_text() == "the old page"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus", "page.html"]


def test_no_corpus_ends_with_the_status_of_a_wrong_setting(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["report", "--corpus", str(tmp_path / "none"), "--out", str(tmp_path / "p.html")])

    assert done.exit_code == 78
    assert "no corpus at" in done.stderr
    assert not (tmp_path / "p.html").exists()


def test_a_check_does_not_load_what_only_the_page_needs() -> None:
    code = "import sys, corpus.__main__; sys.exit('jinja2' in sys.modules or 'corpus.report.numbers' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
