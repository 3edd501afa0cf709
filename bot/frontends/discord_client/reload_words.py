"""How work on the corpus is told to the moderator who asked for it."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bot.acceptance.models import Acceptance, Rates
from bot.corpus_changes import Changes
from bot.corpus_claim import Work
from bot.frontends.discord_client import texts
from bot.kept_builds import KeptBuild
from bot.reloading import RollbackReport, Trial
from bot.rendering.discord_markdown import escape
from corpus.problems import Problem, Severity

_MAX_IDS = 15
_MAX_PROBLEMS = 20
_MAX_LOST = 10
_SHORT = 120


def report_blocks(trial: Trial) -> list[str]:
    """Return what a reload did."""
    seconds = f"{trial.seconds:.1f} s"
    if trial.build_id == trial.before:
        head = f"Nothing changed: build `{trial.build_id}` fits the corpus and goes on answering ({seconds})."
        return [head, *_tolerated(trial.tolerated)]
    before = f", in place of `{trial.before}`" if trial.before else ""
    head = f"**Build `{trial.build_id}` answers now**{before} ({seconds})."
    back = ["`/corpus rollback` goes back to the build before."] if trial.before else []
    return [head, *_changes(trial.changes), *acceptance_blocks(trial.acceptance), *_tolerated(trial.tolerated), *back]


def preview_blocks(trial: Trial) -> list[str]:
    """Return what a reload would do, and where it would be refused, why and what to do."""
    if trial.build_id == trial.before:
        return [
            f"A reload would change nothing: build `{trial.build_id}` fits the corpus.",
            *_tolerated(trial.tolerated),
        ]
    refused = [] if trial.acceptance.is_safe else regression_blocks(trial.acceptance, "A reload would be refused")
    return [
        f"**This would change; nothing has yet** ({trial.seconds:.1f} s).",
        *_changes(trial.changes),
        *acceptance_blocks(trial.acceptance),
        *_tolerated(trial.tolerated),
        *refused,
    ]


def acceptance_blocks(acceptance: Acceptance) -> list[str]:
    """Return what the acceptance questions showed, in numbers."""
    if not acceptance.compared and not acceptance.safety_known:
        return []
    lines = []
    if acceptance.compared:
        counts = Counter(change for one in acceptance.changed for change in one.changes)
        moved = ", ".join(f"{count} {_CHANGE_WORDS[name]}" for name, count in counts.items()) or "none changed"
        lines.append(f"**Acceptance questions** ({len(acceptance.compared)} of {acceptance.known} asked): {moved}")
        lines += _rate_lines(acceptance.before, acceptance.after)
    lost = len(acceptance.lost_messages)
    verdict = f"**{lost} lost**" if lost else "none lost"
    lines.append(
        f"**Messages that need a crisis card or a refusal** ({acceptance.safety_known}): {verdict}; the rules alone "
        f"settle all but {len(acceptance.messages)}"
    )
    return ["\n".join(lines)]


def regression_blocks(acceptance: Acceptance, failed: str) -> list[str]:
    """Return which safety acceptance questions regressed, and what to do."""
    lines = [
        f"- {_WANTED[one.wanted]}, and now gets {_GOT[one.after]}: {_quoted(one.text)}"
        for one in acceptance.lost_messages
    ]
    lines += [
        f"- was left unanswered, and now gets passages on kratom: {_quoted(one.question.text)}"
        for one in acceptance.lost_abstentions
    ]
    shown = lines[:_MAX_LOST]
    if len(lines) > _MAX_LOST:
        shown.append(f"- and {len(lines) - _MAX_LOST} more, in the attached file")
    return [f"**{failed}: {_count(len(lines), 'safety question')} got worse.**", "\n".join(shown), texts.REGRESSED]


def rollback_blocks(report: RollbackReport) -> list[str]:
    """Return what a rollback did."""
    left = f", in place of `{report.left}`" if report.left else ""
    head = f"**Rolled back: build `{report.to.build_id}` answers now**{left}. {_build_words(report.to)}"
    return [head, *_changes(report.changes), texts.ROLLED_BACK]


def refusal_blocks(problems: Sequence[Problem], root: Path, failed: str) -> list[str]:
    """Return why a corpus was not taken into use, problem by problem."""
    lines = [f"- {escape(place_of(problem, root))}: {escape(problem.message)}" for problem in problems[:_MAX_PROBLEMS]]
    if len(problems) > _MAX_PROBLEMS:
        lines.append(f"- and {len(problems) - _MAX_PROBLEMS} more: `/corpus check` lists them all")
    return [f"**{failed}: {_count(len(problems), 'problem')} in the corpus.**", "\n".join(lines)]


def check_blocks(problems: Sequence[Problem], blocking: int) -> list[str]:
    """Return how many problems a corpus has, by severity and kind."""
    if not problems:
        return ["**No problems** in the corpus."]
    severities = Counter(problem.severity for problem in problems)
    head = ", ".join(_count(severities[one], one.value) for one in Severity if severities[one])
    kinds = ", ".join(f"{escape(code)} {count}" for code, count in Counter(p.code for p in problems).most_common())
    keeps = f"{_count(blocking, 'of them keep', plural='of them keep')} it from being reloaded."
    return [f"**{head[:1].upper()}{head[1:]}** in the corpus. {keeps if blocking else texts.NONE_BLOCK}", kinds]


def busy_words(by: str, work: Work, seconds: float) -> str:
    """Return who is at it; a mention shows a name, and notifies nobody."""
    who = f"<@{by}>" if by.isdecimal() else escape(by)
    return f"{who} is {_WORK_WORDS[work]}, since {seconds:.0f} s."


def choice_label(build: KeptBuild) -> str:
    """Return a build as a choice: when it was live, what it holds, and its id; up to 100 characters."""
    return f"{_build_words(build, escaped=False)} {build.build_id}"


def place_of(problem: Problem, root: Path) -> str:
    """Return where a problem is: below the corpus folder, or the name of an added article's file."""
    path = problem.path.relative_to(root) if problem.path.is_relative_to(root) else Path(problem.path.name)
    return f"{path}:{problem.line} {problem.code}"


def sentence_of(error: Exception) -> str:
    """Return an error's message as words of a reply."""
    return escape(str(error))


def _build_words(build: KeptBuild, *, escaped: bool = True) -> str:
    since = build.live_since or build.created_at
    words = f"Live since {since[:16].replace('T', ' ')} UTC: {build.passages} passages of {build.articles} articles."
    return escape(words) if escaped else words


def _changes(changes: Changes) -> list[str]:
    named = {"Added": changes.added, "Changed": changes.changed, "Removed": changes.removed}
    lines = [f"**{name}** ({len(ids)}): {_list(ids)}" for name, ids in named.items() if ids]
    if changes.tables:
        lines.append(f"**Other files:** {escape(', '.join(changes.tables))}")
    return ["\n".join(lines)] if lines else ["No passage changed."]


def _list(ids: Sequence[str]) -> str:
    shown = ", ".join(escape(one) for one in ids[:_MAX_IDS])
    return shown if len(ids) <= _MAX_IDS else f"{shown} and {len(ids) - _MAX_IDS} more"


def _tolerated(problems: Sequence[Problem]) -> list[str]:
    if not problems:
        return []
    return [f"{_count(len(problems), 'thing')} for an editor to look at, which keep nothing back: `/corpus check`."]


def _rate_lines(before: Rates | None, after: Rates) -> list[str]:
    lines = []
    for words, was, now, of in (
        ("a right passage among the three shown", before.right if before else None, after.right, after.answerable),
        (
            "left unanswered as they should be",
            before.abstained if before else None,
            after.abstained,
            after.unanswerable,
        ),
    ):
        if of:
            lines.append(f"- {words}: {f'{was} → ' if was is not None else ''}{now} of {of}")
    return lines


def _quoted(text: str) -> str:
    return escape(text if len(text) <= _SHORT else f"{text[:_SHORT]}…")


def _count(number: int, noun: str, *, plural: str = "") -> str:
    if number == 1 or noun == Severity.INVALID:
        return f"{number} {noun}"
    return f"{number} {plural or noun + 's'}"


_CHANGE_WORDS = {
    "outcome": "with another outcome",
    "lead": "with another lead sentence",
    "passages": "with other passages",
}
_WANTED = {"crisis": "got a crisis card", "refusal": "was refused"}
_GOT = {"crisis": "a crisis card", "refusal": "a refusal", "neither": "an ordinary answer"}
_WORK_WORDS = {
    Work.PREVIEW: "previewing the corpus",
    Work.RELOAD: "reloading the corpus",
    Work.ROLLBACK: "rolling the corpus back",
    Work.ADD: "adding an article",
    Work.REMOVE: "taking an added article away",
}
