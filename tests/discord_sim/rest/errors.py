"""The errors Discord answers requests with.

See https://docs.discord.com/developers/topics/opcodes-and-status-codes
"""

from __future__ import annotations

from collections.abc import Iterable

from tests.discord_sim.rules.problems import Problem, error_tree

UNKNOWN_CODES = {
    "Channel": 10003,
    "Guild": 10004,
    "Member": 10007,
    "Message": 10008,
    "Role": 10011,
    "User": 10013,
    "Emoji": 10014,
    "Webhook": 10015,
    "interaction": 10062,
    "application command": 10063,
    "application command permissions": 10066,
}


class ApiError(Exception):
    """A refused request: HTTP status, Discord's code and message, and what is wrong with the body."""

    def __init__(self, status: int, code: int, message: str, problems: Iterable[Problem] = ()) -> None:
        super().__init__(f"{status} ({code}): {message}")
        self.status, self.code, self.message, self.problems = status, code, message, list(problems)

    def body(self) -> dict:
        """Return the answer's body."""
        answer: dict = {"message": self.message, "code": self.code}
        if self.problems:
            answer["errors"] = error_tree(self.problems)
        return answer


def unknown(what: str) -> ApiError:
    """Return the error for a thing that does not exist; `what` is a key of UNKNOWN_CODES."""
    return ApiError(404, UNKNOWN_CODES[what], f"Unknown {what}")


def invalid_form(problems: Iterable[Problem]) -> ApiError:
    """Return the error for a body with something wrong in it."""
    return ApiError(400, 50035, "Invalid Form Body", problems)


def empty_message() -> ApiError:
    """Return the error for a message with nothing in it."""
    return ApiError(400, 50006, "Cannot send an empty message")
