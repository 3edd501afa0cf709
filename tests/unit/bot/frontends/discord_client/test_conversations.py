"""What is held of a conversation: for minutes, for the one who asked, and not without end."""

from bot.frontends.discord_client.conversations import KEPT_S, Conversations


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_forgetting_drops_what_one_person_asked_and_nothing_else() -> None:
    talks = Conversations()
    talks.remember(1, "K1-A", ("one",))
    talks.remember(1, "K1-B", ("two",))
    talks.remember(2, "K1-A", ("three",))
    assert talks.held(1) == 2
    assert talks.forget(1) == 2
    assert talks.recall(1, "K1-A") == ()
    assert talks.recall(2, "K1-A") == ("three",)
    assert (talks.held(1), talks.held(2)) == (0, 1)


def test_earlier_question_is_recalled_by_the_one_who_asked_it_only() -> None:
    held = Conversations(Clock())
    held.remember(1, "K1-AB-CD", ("one",))
    assert held.recall(1, "K1ABCD") == ("one",)
    assert held.recall(2, "K1ABCD") == ()
    assert held.recall(1, "K1ABCE") == ()


def test_nothing_is_held_for_longer_than_minutes() -> None:
    clock = Clock()
    held = Conversations(clock)
    held.remember(1, "K1-A", ("one",))
    clock.now += KEPT_S - 1
    held.remember(1, "K1-B", ("two",))
    assert held.recall(1, "K1-A") == ("one",)
    clock.now += 2
    assert held.recall(1, "K1-A") == ()
    assert held.recall(1, "K1-B") == ("two",)
    clock.now += KEPT_S
    held.recall(2, "")
    assert not held._turns


def test_only_the_last_turns_and_the_latest_conversations_are_held() -> None:
    held = Conversations(Clock())
    held.remember(1, "K1-A", ("one", "two", "three"))
    assert held.recall(1, "K1-A") == ("two", "three")
    for asker in range(2, 5000):
        held.remember(asker, "K1-A", ("x",))
    assert len(held._turns) == 1000
    assert held.recall(1, "K1-A") == ()
    assert held.recall(4999, "K1-A") == ("x",)
