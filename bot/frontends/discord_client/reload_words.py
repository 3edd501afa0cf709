"""How a reload is told to the moderator who asked for it."""

from collections.abc import Sequence
from pathlib import Path

from bot.corpus_changes import Changes
from bot.reloading import ReloadReport
from bot.rendering.discord_markdown import escape
from corpus.problems import Problem

_MAX_IDS = 15
_MAX_PROBLEMS = 20


def report_blocks(report: ReloadReport) -> list[str]:
    """Return what a reload did."""
    seconds = f"{report.seconds:.1f} s"
    if report.build_id == report.before:
        head = f"Nothing changed: build `{report.build_id}` fits the corpus folder and goes on answering ({seconds})."
        return [head, *_warnings(report.warnings)]
    before = f", in place of `{report.before}`" if report.before else ""
    head = f"**Build `{report.build_id}` answers now**{before} ({seconds})."
    return [head, *_changes(report.changes), *_warnings(report.warnings)]


def refusal_blocks(problems: Sequence[Problem], root: Path) -> list[str]:
    """Return why a corpus was not taken into use, problem by problem."""
    lines = [f"- {escape(_place(problem, root))}: {escape(problem.message)}" for problem in problems[:_MAX_PROBLEMS]]
    if len(problems) > _MAX_PROBLEMS:
        lines.append(f"- and {len(problems) - _MAX_PROBLEMS} more: `python -m corpus check` lists them all")
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    head = f"**Not reloaded: {count} in the corpus.** Nothing changed."
    return [head, "\n".join(lines)]


def busy_words(by: str, seconds: float) -> str:
    """Return who is at it; a mention shows a name, and notifies nobody."""
    who = f"<@{by}>" if by.isdecimal() else escape(by)
    return f"{who} is reloading the corpus, since {seconds:.0f} s."


def _changes(changes: Changes) -> list[str]:
    named = {"Added": changes.added, "Changed": changes.changed, "Removed": changes.removed}
    lines = [f"**{name}** ({len(ids)}): {_list(ids)}" for name, ids in named.items() if ids]
    if changes.tables:
        lines.append(f"**Other files:** {escape(', '.join(changes.tables))}")
    return ["\n".join(lines)] if lines else ["No passage changed."]


def _list(ids: Sequence[str]) -> str:
    shown = ", ".join(escape(one) for one in ids[:_MAX_IDS])
    return shown if len(ids) <= _MAX_IDS else f"{shown} and {len(ids) - _MAX_IDS} more"


def _warnings(count: int) -> list[str]:
    return [f"{count} warnings for an editor: `python -m corpus check` lists them."] if count else []


def _place(problem: Problem, root: Path) -> str:
    path = problem.path.relative_to(root) if problem.path.is_relative_to(root) else problem.path
    return f"{path}:{problem.line} {problem.code}"
