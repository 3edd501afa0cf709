"""A tiny public set for the tests: ten passages of words that no other passage has, and a question for each."""

import json
from pathlib import Path
from typing import Any

WORDS = ("liver", "heart", "sleep", "fever", "cough", "vision", "thirst", "itching", "balance", "memory")


def passage_rows() -> list[dict[str, Any]]:
    return [
        {"id": f"p{n}", "source": "left" if n < 5 else "right", "title": f"About {word}", "url": "https://example.org/",
         "text": f"Doctors look at the {word} first. Number {n} says more of {word} problems."}
        for n, word in enumerate(WORDS)
    ]  # fmt: skip


def question_rows() -> list[dict[str, Any]]:
    return [{"id": f"q{n}", "text": f"is my {word} ill", "answers": [f"p{n}"]} for n, word in enumerate(WORDS)]


def write_set(
    folder: Path, passages: list[dict[str, Any]] | None = None, questions: list[dict[str, Any]] | None = None
) -> Path:
    folder.mkdir(exist_ok=True)
    for name, rows in (
        ("passages.jsonl", passage_rows() if passages is None else passages),
        ("questions.jsonl", question_rows() if questions is None else questions),
    ):
        (folder / name).write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return folder
