"""Write a report as Markdown: in full beside the results, and its figures alone for docs/evaluation.md."""

import re
from collections.abc import Sequence
from pathlib import Path

from bench.evaluation.misses import Miss
from bench.evaluation.questions import Kind
from bench.evaluation.report import Header, Report
from bench.evaluation.tables import KIND_WORDS, Table, tables

_FAULT_CHARS = 300
_DOCS_HEAD = """\
# Evaluation

How good the answers are, measured by asking labelled questions of the real answering core (`make eval`). A run with
`--write-docs` writes this page; do not edit it by hand.

- **Right in top 1 / top 3**: the first passage shown, or all shown (three at most) read together, say everything that
  the question's key asks for and nothing that it forbids. The project's own questions have no keys but the ids of
  passages that answer: one of them has to be shown.
- **Lead sentence right**: the one sentence on top says by itself everything that the key asks for.
- **Other rankers**: the same questions over the same passages, without tables, threshold or triage; a follow-up is
  given together with the message before it. The last row is the bot with all of these.
- **Intervals** are percentiles of a seeded bootstrap over questions; differences are paired by question. Where all or
  none of n questions are right, the interval has no width; read 3/n as the distance that cannot be ruled out.
- Keys test that the needed facts are there, not that a passage is well written.
- The section **public_set** is of another kind: retrieval alone, on questions and passages from outside this project
  (`make eval-public`).
"""


def full_report(report: Report, plots: Sequence[str]) -> str:
    """Return everything, with the plots (names of files beside it) and every miss."""
    parts = [f"# Evaluation: {report.header.name}", figures(report)]
    parts += [f"![{Path(plot).stem}]({plot})" for plot in plots]
    parts += _misses("Misses", report.misses)
    parts += _misses("Right, but not in the first passage", report.not_first)
    return "\n\n".join(parts) + "\n"


def figures(report: Report) -> str:
    """Return the header and all tables."""
    latency = report.latency
    parts = [_header(report.header)]
    parts += [f"### {table.title}\n\n{table_text(table)}" for table in tables(report)]
    parts.append(
        f"Time in the answering core: half of the questions within {latency.p50_ms:.0f} ms, 95 % within "
        f"{latency.p95_ms:.0f} ms, the longest {latency.longest_ms:.0f} ms."
    )
    return "\n\n".join(parts)


def update_docs(text: str, report: Report) -> str:
    """Return docs/evaluation.md with the section of this run replaced or added; other sections stay."""
    return replace_section(text, report.header.name, figures(report))


def replace_section(text: str, name: str, body: str) -> str:
    """Return docs/evaluation.md with one section replaced or added; other sections stay, and all stand by name."""
    sections = dict(re.findall(r"<!-- run (\S+) -->\n(.*?)<!-- end of run -->", text, re.DOTALL))
    sections[name] = f"## {name}\n\n{body}\n\n"
    written = [f"<!-- run {one} -->\n{sections[one]}<!-- end of run -->\n" for one in sorted(sections)]
    return "\n".join([_DOCS_HEAD, *written])


def _header(header: Header) -> str:
    counts = header.counts
    asked = ", ".join(f"{count} {KIND_WORDS[kind]}" for kind in KIND_WORDS if (count := header.questions.get(kind)))
    lines = [
        f"- {header.asked_on}; questions: `{header.file}` ({asked})",
        f"- build `{header.build}` of {header.built_at[:16].replace('T', ' ')} UTC: "
        + ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in sorted(counts.items())),
        f"- model {header.model}; asked without a region"
        if header.region is None
        else f"- model {header.model}; asked from {header.region}",
    ]
    if header.learned_from_these:
        lines.append(
            "- **these are the questions that this build's fusion and threshold were fitted to**, so what they show of "
            "the learned fusion, the threshold and the bot is a little too good"
        )
        lines.append(
            "- the build's own figures, from questions its decision did not see: "
            + ", ".join(f"{name.replace('_', ' ')} {value:g}" for name, value in header.calibrated_on.items())
        )
    return "\n".join(lines)


def table_text(table: Table) -> str:
    """Return a table without its title."""
    rows = [table.columns, tuple("---" for _ in table.columns), *table.rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows)


def _misses(title: str, misses: Sequence[Miss]) -> list[str]:
    return [f"## {title} ({len(misses)})", *(_miss(one) for one in misses)]


def _miss(one: Miss) -> str:
    probability = "" if one.probability is None else f", probability {one.probability:.2f}"
    lines = [
        f"**{_text(' → '.join(one.turns))}**",
        f"`{one.id}` · {KIND_WORDS[Kind(one.kind)]} / {one.topic} · {one.outcome}{probability} · {one.cause}",
    ]
    lines += [f"- {_text(fault)}" for fault in one.faults]
    lines += [f"- shown `{shown.passage_id}`: {_text(shown.text)}" for shown in one.shown]
    if one.ranked and one.ranked != tuple(shown.passage_id for shown in one.shown):
        lines.append("- search alone: " + ", ".join(f"`{passage_id}`" for passage_id in one.ranked))
    return "\n".join([f"{lines[0]}  ", lines[1], "", *lines[2:]])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _text(text: str) -> str:
    """Return text of others as one line that Markdown shows as it stands."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    line = line if len(line) <= _FAULT_CHARS else f"{line[:_FAULT_CHARS]} …"
    return re.sub(r"([\\*_`\[\]<>#|~])", r"\\\1", line) or "(nothing to see)"
