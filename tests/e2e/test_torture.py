"""The short form of `make torture`: everything is broken on purpose, and nothing is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench.torture.catalogue import all_trials
from bench.torture.places import HOME

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the trials share, so that they build the index once."""
    return tmp_path_factory.mktemp("torture")


@pytest.mark.timeout(700)  # a trial's own end, where the machine is busy, says more than one from outside
@pytest.mark.parametrize("name", [trial.name for trial in all_trials() if trial.short_s])
def test_nothing_is_lost(name: str, home: Path) -> None:
    command = [sys.executable, "-m", "bench.torture", "--short", "--only", name]
    env = {**os.environ, HOME: str(home)}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
