"""Damage every file of the state: the bot starts, says what is wrong, and shows nothing that was withdrawn."""

import random
import shutil
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.torture.damage import DAMAGES
from bench.torture.places import built_place
from bench.torture.served import look_at, settings_of
from bench.torture.trial import Budget, Findings
from bot.answering.models import Question
from bot.answering.withdrawals import LiveWithdrawals
from bot.bootstrap import assemble
from bot.state.errors import StateError
from bot.state.models import Subject, Verdict, Vote
from bot.storage.store import FILE, open_state
from tests.e2e.bots import Place

_WITHDRAWN = "depression#no-trial"
_QUESTION = "does kratom help with depression"
_WORDS = "randomised trial has tested"


@dataclass(frozen=True, slots=True)
class StateDamage:
    """A damaged state keeps nobody from an answer, and brings nothing back that was withdrawn."""

    name: str = "state-damage"
    breaks: str = "the database (anywhere, its log), the secret, the lists and added articles damaged in every way"
    unit: str = "damages"
    full_s: float = 40
    short_s: float = 10
    least: int = 60

    def run(self, seed: int, budget: Budget) -> Findings:
        """Damage each file in each way, again and again, in a fresh copy."""
        dice, found = random.Random(seed), Findings()
        refused = 0
        with built_place() as place:
            template = make_state_with_log(place.root / "template")
            names = sorted(path.relative_to(template) for path in template.rglob("*") if path.is_file())
            while budget:
                kind, name = dice.choice(list(DAMAGES)), dice.choice(names)
                shutil.rmtree(place.state, ignore_errors=True)
                shutil.copytree(template, place.state)
                DAMAGES[kind](place.state / name, dice)
                found.tried += 1
                at = f"seed {seed}, number {found.tried}, {kind} in {name}"
                refused += _start(place, found, at)
        found.notes.append(f"{len(names)} files; the state was refused, with what to do, {refused} times")
        return found


TRIALS = (StateDamage(),)


def make_state_with_log(folder: Path) -> Path:
    """Make a state of which the last acts stand in SQLite's log alone, as after a kill."""
    work = folder.with_name(f"{folder.name}-open")
    with closing(open_state(work, None, LiveWithdrawals())) as state:
        state.feedback.give(7, "build", ["tea#one"], Vote(Verdict.HELPFUL))
        state.overlay.save("kratom-tea", "forms", "words of an added article\n", 5, 10)
    with closing(open_state(work, None, LiveWithdrawals())) as state:
        state.withdrawals.withdraw(Subject(_WITHDRAWN), 5, 10, "wrong")
        shutil.copytree(work, folder)
    (folder / f"{FILE}-shm").unlink(missing_ok=True)
    return folder


def _start(place: Place, found: Findings, at: str) -> bool:
    """Start as the bot does, ask, and start again; tell whether the state was refused."""
    refused = False
    for start in ("first", "second"):
        assembly = assemble(settings_of(place))
        assembly.open_state()
        refused = assembly.state.fault is not None
        answer = assembly.service.answer(Question((_QUESTION,), date(2026, 11, 23)))
        if any(_WORDS in quote.passage.text for quote in answer.quotes):
            found.lose(
                f"{at}: on the {start} start a withdrawn passage is shown; the state says {assembly.state.fault}"
            )
        if refused:
            found.check(len(str(assembly.state.fault)) > 30, f"{at}: nobody is told what to do")
        else:
            with suppress(StateError):
                assembly.state.feedback.by_passage()
            with suppress(StateError):
                assembly.tend_state(date(2026, 11, 23))
            with suppress(AttributeError):
                assembly.state.close()
    for wrong in look_at(place).wrong:
        found.lose(f"{at}: {wrong}")
    return refused
