"""What is wrong with a request, and the nested error object Discord answers it with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing wrong with a request.

    Attributes:
        path: Keys and indexes from the body down to the value.
        code: Discord's code for this kind of problem, such as BASE_TYPE_REQUIRED.
        message: Discord's wording of it.
    """

    path: tuple
    code: str
    message: str

    def __str__(self) -> str:
        return f"{'.'.join(map(str, self.path)) or '(body)'}: {self.message} [{self.code}]"


class Problems(list[Problem]):
    """The problems found so far."""

    def add(self, path: tuple, code: str, message: str) -> None:
        """Note one more problem."""
        self.append(Problem(path, code, message))


def error_tree(problems: Iterable[Problem]) -> dict:
    """Return the `errors` object of Discord's answer 50035, nested along the problems' paths."""
    tree: dict = {}
    for problem in problems:
        node = tree
        for key in problem.path:
            node = node.setdefault(str(key), {})
        node.setdefault("_errors", []).append({"code": problem.code, "message": problem.message})
    return tree
