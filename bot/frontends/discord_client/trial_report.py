"""The whole of a preview as one text file: everything that the message above it only counts."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.acceptance.models import Acceptance, Compared, Reply
from bot.frontends.discord_client.messages import Document
from bot.frontends.discord_client.reload_words import place_of
from bot.reloading import Trial
from corpus.problems import Problem

_NAME = "corpus-preview.md"
_CHECK_NAME = "corpus-check.md"
MAX_BYTES = 9_000_000
"""Discord takes 10 MiB where nothing else was agreed:
https://discord.com/developers/docs/reference#uploading-files"""


def report_document(trial: Trial, root: Path) -> Document:
    """Return all that a build would change, as a Markdown file."""
    return Document(_NAME, _fitting(_lines(trial, root)))


def check_document(problems: Sequence[Problem], root: Path) -> Document:
    """Return all problems of a corpus as a Markdown file, one a line."""
    return Document(_CHECK_NAME, _fitting(["# Problems of the corpus", "", *_problem_lines(problems, root)]))


def _lines(trial: Trial, root: Path) -> Iterator[str]:
    yield "# What would change in the corpus" if trial.before else "# What the first build would hold"
    yield ""
    yield f"- Build: {trial.build_id}"
    yield f"- Answers now: {trial.before or 'none'}"
    yield ""
    changes = trial.changes
    for title, ids in (("Added", changes.added), ("Changed", changes.changed), ("Removed", changes.removed)):
        yield from _section(f"{title} passages ({len(ids)})", [f"- {one}" for one in ids])
    if changes.tables:
        yield from _section("Other files that changed", [f"- {one}" for one in changes.tables])
    yield from _safety(trial.acceptance)
    yield from _questions(trial.acceptance)
    yield from _section(
        f"For an editor to look at ({len(trial.tolerated)})", list(_problem_lines(trial.tolerated, root))
    )


def _safety(acceptance: Acceptance) -> Iterator[str]:
    lost = [
        f"- {one.kind}: {_plain(one.text)}\n  - before: {one.before}; now: {one.after}"
        for one in acceptance.lost_messages
    ]
    yield from _section(f"Messages that lose their crisis card or refusal ({len(lost)})", lost)
    risky = [f"- {_plain(one.question.text)}" for one in acceptance.lost_abstentions]
    yield from _section(f"Other health matters that would get passages on kratom ({len(risky)})", risky)
    missed = [f"- {one.kind}: {_plain(one.text)}" for one in acceptance.messages if one.missed and not one.regressed]
    yield from _section(f"Messages that were not recognised before either ({len(missed)})", missed)


def _questions(acceptance: Acceptance) -> Iterator[str]:
    groups: tuple[tuple[str, list[Compared]], ...] = (
        ("Questions answered rightly before, and not any more", [one for one in acceptance.changed if one.got_worse]),
        ("Questions answered rightly now, and not before", [one for one in acceptance.changed if one.got_better]),
        (
            "Other questions with another reply",
            [one for one in acceptance.changed if not one.got_worse and not one.got_better],
        ),
    )
    for title, found in groups:
        yield from _section(f"{title} ({len(found)})", [line for one in found for line in _question(one)])


def _question(one: Compared) -> Iterator[str]:
    yield f"- {_plain(one.question.text)}"
    yield f"  - answers: {', '.join(one.question.answers) or 'none; it should be left unanswered'}"
    for name, reply in (("before", one.before), ("now", one.after)):
        if reply is not None:
            yield f"  - {name}: {_reply(reply)}"


def _reply(reply: Reply) -> str:
    if not reply.is_answer:
        return reply.outcome
    return f"{', '.join(reply.passages)}; lead: {_plain(reply.lead)}"


def _problem_lines(problems: Sequence[Problem], root: Path) -> Iterator[str]:
    for problem in problems:
        yield f"- {problem.severity}: {place_of(problem, root)}: {_plain(problem.message)}"


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    yield f"## {title}"
    yield ""
    yield from lines or ["None."]
    yield ""


def _plain(text: str) -> str:
    """Return text on one line."""
    return " ".join(text.split())


def _fitting(lines: Iterator[str] | Sequence[str]) -> str:
    kept, size = [], 0
    for line in lines:
        size += len(line.encode()) + 1
        if size > MAX_BYTES:
            kept.append("The rest does not fit into one file; run: python -m corpus check")
            break
        kept.append(line)
    return "\n".join(kept) + "\n"
