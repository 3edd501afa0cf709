"""The threat model names tests and trials that exist, and says of every actor what is not stopped."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bench.torture.catalogue import all_trials
from tests.unit.corpus.test_poison import FOUND_LATER, LATER

ROOT = Path(__file__).resolve().parents[2]
MODEL = (ROOT / "docs" / "threat-model.md").read_text("utf-8")
TESTS = sorted(set(re.findall(r"`(tests/[\w/]+\.py(?:::\w+)?)`", MODEL)))
TRIALS = set(re.findall(r"`([a-z]+-[a-z]+)`", " ".join(re.findall(r"trials? ((?:`[a-z-]+`(?:, | and )?)+)", MODEL))))
ACTORS = (
    "asker",
    "hostile member",
    "rogue moderator",
    "poisoned article",
    "stolen backup",
    "model",
    "Discord",
    "machine",
)


def names_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name


def test_there_are_tests_and_trials_to_look_for() -> None:
    assert len(TESTS) > 40
    assert len(TRIALS) >= 5


@pytest.mark.parametrize("named", TESTS)
def test_every_test_named_exists(named: str) -> None:
    path, _, test = named.partition("::")
    assert (ROOT / path).exists()
    assert not test or test in set(names_in(ROOT / path))


def test_every_trial_named_exists() -> None:
    assert {trial.name for trial in all_trials()} >= TRIALS


@pytest.mark.parametrize("actor", ACTORS)
def test_every_actor_has_a_part_that_says_what_is_not_stopped(actor: str) -> None:
    (part,) = [one for one in MODEL.split("\n## ")[1:] if actor.casefold() in one.partition("\n")[0].casefold()]
    assert "| threat | what stops it | shown by |" in part
    assert "\nNot stopped: " in part


def test_every_threat_names_what_shows_it() -> None:
    rows = [line for line in MODEL.splitlines() if re.match(r"\| (?!threat|asset|---)", line)]
    threats = [line for line in rows if line.count(" | ") == 2]
    assert len(threats) > 25
    assert not [line for line in threats if "`tests/" not in line and "trial" not in line]


def test_figures_of_sly_prose_are_those_that_are_measured() -> None:
    kinds = yaml.safe_load((ROOT / "tests" / "golden" / "poisoned.yaml").read_text("utf-8"))
    assert len(LATER) == len(kinds["later"])
    assert f"Of the {len(LATER)} attacks" in MODEL
    assert f"{len(LATER) - FOUND_LATER} pass" in MODEL
    assert f"({len(LATER) - FOUND_LATER} of {len(LATER)})" in MODEL
