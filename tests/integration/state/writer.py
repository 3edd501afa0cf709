"""A program that saves one thing after the other and says so after each; tests kill it, or run several.

python -m tests.integration.state.writer FOLDER NAME COUNT
"""

import sys
from datetime import date
from pathlib import Path

from bot.answering.withdrawals import LiveWithdrawals
from bot.state.models import Act, ActOutcome, AuditEntry, Subject, Verdict, Vote
from bot.storage.store import open_state


def main(folder: Path, name: str, count: int) -> None:
    state = open_state(folder, None, LiveWithdrawals())
    for number in range(count):
        subject = f"{name}-{number}#a"
        match number % 4:
            case 0:
                state.audit.append(AuditEntry(Act.RELOAD, ActOutcome.DONE, 1, subject=subject))
            case 1:
                state.feedback.give(number, "b1", [subject], Vote(Verdict.HELPFUL))
            case 2:
                state.withdrawals.withdraw(Subject(subject), 1, None, "")
            case _:
                state.gaps.count(number, [subject], date(2026, 11, 22))
        sys.stdout.write(f"{subject}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
