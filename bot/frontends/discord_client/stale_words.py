"""How what wants an editor is told: a summary by topic, and all of it as a file to read."""

from bot.answering.law import day_words
from bot.frontends.discord_client.catalogue import topic_words
from bot.frontends.discord_client.messages import Document
from bot.frontends.discord_client.stale_report import Due, Retracted, StaleReport
from bot.rendering.discord_markdown import escape
from bot.state.models import Withdrawal
from corpus.tables import LAW_TOPIC

_WHAT_TO_DO = (
    "**What to do:** read the sources again, mend the article or record, set its new dates, and bring it in with "
    "`/corpus reload`. What is wrong meanwhile: `/corpus withdraw`."
)
_WHAT_OF_LAW = "Law past its date is still shown, and only as what it was when last confirmed."


def stale_blocks(report: StaleReport) -> list[str]:
    """Return the summary of a report: how many by topic, and what to do."""
    if not report:
        return [
            f"**Nothing wants an editor:** no review is due within {report.within_days} days, all law is confirmed "
            "beyond that, no source is marked as retracted, and nothing is withdrawn."
        ]
    lines = [_topic_line(topic, found, report.within_days) for topic, found in report.by_topic().items()]
    blocks = [f"**Reviews and law by topic**, {day_words(report.day)}:\n" + "\n".join(lines)] if lines else []
    if report.retracted:
        count = sum(len(one.passage_ids) for one in report.retracted)
        blocks.append(
            f"**Sources marked as retracted or withdrawn:** {len(report.retracted)}, cited by {count} passages that "
            "are shown. Withdraw those first."
        )
    if report.withdrawn:
        blocks.append(
            f"**Withdrawn by moderators:** {len(report.withdrawn)}. Once mended and reloaded: `/corpus restore`."
        )
    law = [_WHAT_OF_LAW] if LAW_TOPIC in report.by_topic() else []
    return [*blocks, "\n".join([_WHAT_TO_DO, *law])]


def stale_document(report: StaleReport, *, with_reasons: bool) -> Document:
    """Return all of a report as a Markdown file; reasons for withdrawals only for those they were written for."""
    lines = [f"# What wants an editor, {day_words(report.day)}", ""]
    for topic, found in report.by_topic().items():
        lines += [f"## {topic_words(topic)}", "", *(_due_line(one) for one in found), ""]
    if report.retracted:
        lines += ["## Sources marked as retracted or withdrawn", "", *map(_retracted_line, report.retracted), ""]
    if report.withdrawn:
        lines += ["## Withdrawn by moderators", "", *(_withdrawn_line(one, with_reasons) for one in report.withdrawn)]
    return Document(f"stale-{report.day.isoformat()}.md", "\n".join(lines).rstrip() + "\n")


def _topic_line(topic: str, found: list[Due], within_days: int) -> str:
    overdue = sum(one.overdue for one in found)
    soon = len(found) - overdue
    parts = [f"{overdue} overdue"] if overdue else []
    parts += [f"{soon} within {within_days} days"] if soon else []
    return f"- {escape(topic_words(topic))}: {', '.join(parts)}"


def _due_line(due: Due) -> str:
    law = due.topic == LAW_TOPIC
    if due.on is None:
        when = "never confirmed by a dated source" if law else "has no date for its next review"
    else:
        wanted = "be confirmed again" if law else "be reviewed"
        when = f"{'was to' if due.overdue else 'to'} {wanted} by {day_words(due.on)}"
    return f"- {due.title} (`{due.id}`): {when}"


def _retracted_line(one: Retracted) -> str:
    return f"- {one.source.title} (`{one.source.id}`), cited by {', '.join(f'`{key}`' for key in one.passage_ids)}"


def _withdrawn_line(one: Withdrawal, with_reasons: bool) -> str:
    reason = f": {one.reason}" if with_reasons and one.reason else ""
    return f"- `{one.subject.id}`, on {day_words(one.at.date())}{reason}"
