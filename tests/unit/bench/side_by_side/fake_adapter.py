"""A system for tests: it finds the passage whose text shares most words, and obeys a few words of command."""

import json
import os
from collections.abc import Sequence
from pathlib import Path

from bench.side_by_side.adapters.interface import Found, PlainPassage, System, rendered


class FakeSystem:
    """Keeps the passages as JSON."""

    def build(self, passages: Sequence[PlainPassage], folder: Path) -> None:
        (folder / "passages.json").write_text(json.dumps([(one.id, one.searched) for one in passages]), "utf-8")

    def load(self, folder: Path) -> None:
        print("a library that talks")  # noqa: T201  # it must not get among the replies
        self.passages = [tuple(row) for row in json.loads((folder / "passages.json").read_text("utf-8"))]

    def answer(self, turns: Sequence[str]) -> Found:
        if "fail" in turns:
            raise ValueError("told to fail")
        if "die" in turns:
            os._exit(3)
        asked = set(turns[-1].split())
        return rendered(sorted(self.passages, key=lambda one: -len(asked & set(one[1].split()))))


def make() -> System:
    return FakeSystem()
