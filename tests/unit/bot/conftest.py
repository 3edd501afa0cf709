"""What holds for the tests of the bot's parts."""

from collections.abc import Callable
from typing import Any, cast

import pytest

from bot import reloading
from bot.trial_process import TrialOrder, TrialProcess, Tried, try_corpus
from index.build_process import BuildProcess
from index.build_report import BuildReport
from index.builder import build_index


class BuildsHere:
    """Stands in for the process that builds: builds in this one, which saves a second each time."""

    build: Callable[..., BuildReport] = staticmethod(build_index)

    def __enter__(self) -> "BuildsHere":
        return self

    def __exit__(self, *_error: Any) -> None:
        pass


class TriesHere(TrialProcess):
    """Stands in for the process that tries: tries in this one."""

    def __init__(self) -> None:
        pass

    def __exit__(self, *_error: Any) -> None:
        pass

    def do(self, job: object, told: Callable[..., None] = lambda *_words: None) -> Tried:
        return try_corpus(cast("TrialOrder", job), told, cast("BuildProcess", BuildsHere()))


@pytest.fixture(autouse=True)
def tries_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reloading, "TrialProcess", TriesHere)
