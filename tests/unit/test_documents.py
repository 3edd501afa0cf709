"""What the documents say is there: commands, files, settings."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bench.hostile.__main__ import app as hostile_app
from bench.image import app as image_app
from bot.cli import app as bot_app
from bot.rendering.rule_table import rule_table
from bot.settings import Settings
from corpus.__main__ import app as corpus_app
from index.rebuild import app as rebuild_app
from index.search import app as search_app

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("README.md", "CONTRIBUTING.md", "SECURITY.md", ".env.example")
DOCUMENTS = [*(ROOT / name for name in PAGES), *sorted((ROOT / "docs").glob("*.md"))]
TEXT = {path: path.read_text("utf-8") for path in DOCUMENTS}
CODE = re.compile(r"```sh\n(.*?)```|`([^`\n]+)`", re.DOTALL)


def commands(start: str) -> list[str]:
    found = set()
    for text in TEXT.values():
        for block, inline in CODE.findall(text):
            for line in (block or inline).splitlines():
                command = line.split("#")[0].split(" | ")[-1].strip()
                command = command.split("&&")[-1].strip()
                command = re.sub(r"^(?:[A-Z_]+=\S+ |\.venv/bin/)+", "", command)
                if command.startswith(start):
                    found.add(command)
    return sorted(found)


@pytest.mark.parametrize("command", commands("make "))
def test_every_make_target_in_the_documents_exists(command: str) -> None:
    words = [word for word in shlex.split(command) if word.islower() or "=" in word]
    done = subprocess.run(["make", "--dry-run", *words[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", commands("python -m ") + commands("kratom-bot "))
def test_every_command_in_the_documents_is_understood(command: str) -> None:
    words = [word for word in shlex.split(command) if word not in {"|", "DIR", "FILE", "ID"}]
    apps = {
        "bench.hostile": hostile_app,
        "bench.image": image_app,
        "corpus": corpus_app,
        "index.rebuild": rebuild_app,
        "index.search": search_app,
        "kratom-bot": bot_app,
    }
    name, rest = (words[2], words[3:]) if words[0] == "python" else (words[0], words[1:])
    options = [word for word in rest if word.startswith("-")]
    subcommand = [word for word in rest[:1] if not word.startswith("-")]
    shown = CliRunner().invoke(apps[name], [*subcommand, "--help"], env={"COLUMNS": "200", "TERM": "dumb"})
    assert shown.exit_code == 0, shown.output
    for option in options:
        assert option in shown.output, f"{command}: {option} is not an option"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_local_link_leads_to_a_file(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", TEXT[path]):
        assert (path.parent / target).exists(), target


def test_every_setting_in_the_documents_exists() -> None:
    fields = set(Settings.model_fields)
    for path, text in TEXT.items():
        for name in re.findall(r"\bKRATOM_([A-Z_]+)\b", text):
            field = name.lower().split("__")[0].rstrip("_")
            assert field in fields or field in {""}, f"{path.name}: KRATOM_{name}"


def test_every_file_named_in_code_marks_exists() -> None:
    for path, text in TEXT.items():
        for name in re.findall(r"`((?:bot|corpus|index|docs|tests)/[\w/.-]+\.(?:py|md|yaml))`", text):
            assert (ROOT / name).exists(), f"{path.name}: {name}"


def test_the_environment_of_tests_is_the_one_of_the_makefile() -> None:
    assert sys.version_info >= (3, 11)


def test_the_page_of_safety_rules_is_up_to_date() -> None:
    page = (ROOT / "docs" / "triage.md").read_text("utf-8")
    assert page == rule_table(), "run: kratom-bot rules > docs/triage.md"
