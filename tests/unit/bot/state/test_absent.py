import pytest

from bot.state.absent import AbsentState
from bot.state.errors import StateDamagedError, StateUnavailableError
from bot.state.ports import State

WHY = StateDamagedError("var/state/kratom.sqlite3", "SQLITE_CORRUPT")


def test_without_a_state_only_the_asker_sees_an_answer() -> None:
    state: State = AbsentState(WHY)
    assert state.guilds.get(1).private_by_default
    assert state.fault == str(WHY)


@pytest.mark.parametrize("part", ["feedback", "gaps", "audit", "withdrawals", "overlay", "messages", "people"])
def test_without_a_state_whatever_would_save_says_why_it_cannot(part: str) -> None:
    with pytest.raises(StateUnavailableError, match=r"mv 'var/state/kratom\.sqlite3'"):
        getattr(AbsentState(WHY), part)


def test_without_a_state_no_setting_can_be_changed_or_removed() -> None:
    guilds = AbsentState(WHY).guilds
    with pytest.raises(StateUnavailableError, match="damaged"):
        guilds.change(1, 2, lambda now: now)
    with pytest.raises(StateUnavailableError, match="damaged"):
        guilds.forget(1)
