"""A sheet of questions and whole answers for someone to read and judge, who knows nothing but these."""

import random

from bench.evaluation.questions import Kind
from bench.evaluation.running import Run

VERDICTS = ("answers it", "partly", "misses", "misleading")


def reading_sheet(run: Run, count: int, seed: int) -> str:
    """Return `count` in-scope questions drawn at random, each with its reply as the terminal shows it.

    The same run, count and seed give the same sheet; where there are fewer questions, all of them are on it.
    """
    asked = [scored for scored in run.scored if scored.item.kind is Kind.IN_SCOPE]
    drawn = random.Random(seed).sample(asked, min(count, len(asked)))
    lines = [
        "# Answers to read",
        "",
        f"{len(drawn)} questions drawn at random (seed {seed}), answered by build {run.edition.build_id} on "
        f"{run.asked_on}. Judge each: {', '.join(VERDICTS)}.",
    ]
    for number, scored in enumerate(drawn, start=1):
        lines += ["", f"## {number}. {' > '.join(scored.item.turns)}", "", scored.reply.plain.strip()]
    return "\n".join(lines) + "\n"
