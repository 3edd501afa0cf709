"""python -m corpus: what it prints, and with which status it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from corpus.__main__ import app
from corpus.codes import CODES
from corpus.loader import CORPUS_DIR
from tests.unit.corpus.tiny_corpus import PLANT, SPARE, TinyCorpus

FAULT = ("Farmers there", "Addicts there")
WARNING = ("topic: basics", "topic: basics\nunreviewed: true")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env={"COLUMNS": "200", "TERM": "dumb"})


def check(tiny: TinyCorpus, *arguments: str | Path) -> Result:
    return run("check", "--corpus", tiny.root, *arguments)


def test_a_clean_corpus_ends_with_status_zero(tiny: TinyCorpus) -> None:
    done = check(tiny, "--strict")

    assert done.output == "3 articles, 4 passages, 6 records, 5 sources: no problems\n"
    assert done.exit_code == 0


def test_an_error_is_printed_with_its_place_and_ends_with_status_one(tiny: TinyCorpus) -> None:
    tiny.replace(PLANT, *FAULT)
    done = check(tiny)

    line = tiny.line_of(PLANT, "Addicts")
    assert done.output.startswith(f"{tiny.root / PLANT}:{line}: WORDING `addicts`")
    assert done.output.endswith("5 sources: 1 error (WORDING 1)\n")
    assert done.exit_code == 1


@pytest.mark.parametrize(("options", "status"), [((), 0), (("--strict",), 1)])
def test_a_warning_fails_only_a_strict_check(tiny: TinyCorpus, options: tuple[str, ...], status: int) -> None:
    tiny.replace(SPARE, *WARNING)
    done = check(tiny, *options)

    assert "UNREVIEWED" in done.output
    assert done.exit_code == status


@pytest.mark.parametrize(("options", "shown"), [((), False), (("--notes",), True)])
def test_a_note_is_printed_on_request_and_never_fails(tiny: TinyCorpus, options: tuple[str, ...], shown: bool) -> None:
    tiny.replace(
        "sources.yaml",
        "sources:\n",
        "sources:\n- {id: x, title: T, tier: A, URL: 'https://a.example', accessed: 2026-11-22, read_at: x}\n",
    )
    done = check(tiny, "--strict", *options)

    assert ("UNUSED_SOURCE" in done.output) is shown
    assert ("no problems" in done.output) is not shown
    assert done.exit_code == 0


def test_json_has_every_finding_with_its_severity(tiny: TinyCorpus) -> None:
    tiny.replace(PLANT, *FAULT)
    tiny.replace(SPARE, *WARNING)
    done = check(tiny, "--json")
    found = json.loads(done.stdout)

    assert {key: found[key] for key in ("articles", "passages", "records", "sources")} == {
        "articles": 3, "passages": 4, "records": 6, "sources": 5,
    }  # fmt: skip
    assert [(row["code"], row["severity"]) for row in found["problems"]] == [
        ("UNREVIEWED", "warning"),
        ("WORDING", "error"),
    ]
    assert set(found["problems"][0]) == {"path", "line", "code", "severity", "message"}
    assert done.exit_code == 1


@pytest.mark.parametrize(
    ("wanted", "codes"), [(PLANT, ["WORDING"]), ("articles/safety", []), ("articles", ["WORDING"])]
)
def test_only_problems_of_the_files_named_are_reported(tiny: TinyCorpus, wanted: str, codes: list[str]) -> None:
    tiny.replace(PLANT, *FAULT)
    tiny.replace("glossary.yaml", "terms:", "words:")
    done = check(tiny, tiny.root / wanted, "--json")

    assert [row["code"] for row in json.loads(done.stdout)["problems"]] == codes
    assert done.exit_code == (1 if codes else 0)


def test_paths_are_told_from_where_one_stands(tiny: TinyCorpus, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny.replace(PLANT, *FAULT)
    monkeypatch.chdir(tiny.root.parent)

    assert check(tiny).output.startswith(f"corpus/{PLANT}:")
    assert json.loads(check(tiny, "--json").stdout)["problems"][0]["path"] == f"corpus/{PLANT}"


def test_no_corpus_ends_with_the_status_for_configuration(tmp_path: Path) -> None:
    done = run("check", "--corpus", tmp_path)

    assert "KRATOM_CORPUS_DIR" in done.stderr
    assert done.exit_code == 78


def test_an_unknown_option_ends_with_the_status_for_usage() -> None:
    assert run("check", "--nonsense").exit_code == 2


def test_help_names_the_options_and_the_status() -> None:
    output = run("check", "--help").output

    for words in (
        "--strict",
        "--notes",
        "--json",
        "--corpus",
        "Exit status",
        "python -m corpus codes",
        "file:line: CODE",
    ):
        assert words in output


def test_codes_explains_every_code_on_a_line_of_its_own() -> None:
    lines = run("codes").output.splitlines()

    assert [line.split()[:2] for line in lines] == [[code.name, code.severity.value] for code in CODES]
    assert all(line.endswith(code.meaning) for line, code in zip(lines, CODES, strict=True))


def test_runs_as_a_module_from_anywhere(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "corpus", "codes"]
    done = subprocess.run(
        command, cwd=tmp_path, env={"PYTHONPATH": str(CORPUS_DIR.parent)}, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("FRONT_MATTER")
