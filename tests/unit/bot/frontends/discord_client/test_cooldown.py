from bot.frontends.discord_client.cooldown import Cooldown


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_pause_ends_by_itself_and_counts_up_to_whole_seconds() -> None:
    clock = Clock()
    cooldown = Cooldown(clock)
    assert cooldown.take(1, 7, 5) == 0
    assert cooldown.take(1, 7, 5) == 5
    clock.now += 4.2
    assert cooldown.take(1, 7, 5) == 1
    clock.now += 0.8
    assert cooldown.take(1, 7, 5) == 0


def test_being_told_to_wait_does_not_begin_the_pause_anew() -> None:
    clock = Clock()
    cooldown = Cooldown(clock)
    cooldown.take(1, 7, 5)
    clock.now += 3
    assert cooldown.take(1, 7, 5) == 2
    clock.now += 2
    assert cooldown.take(1, 7, 5) == 0


def test_pause_is_one_persons_in_one_server() -> None:
    cooldown = Cooldown(Clock())
    cooldown.take(1, 7, 5)
    assert cooldown.take(2, 7, 5) == 0
    assert cooldown.take(1, 8, 5) == 0
    assert cooldown.take(1, None, 5) == 0
    assert cooldown.take(1, None, 5) == 5


def test_no_pause_where_the_server_wants_none() -> None:
    cooldown = Cooldown(Clock())
    assert [cooldown.take(1, 7, 0) for _ in range(3)] == [0, 0, 0]


def test_released_person_may_ask_at_once() -> None:
    cooldown = Cooldown(Clock())
    cooldown.take(1, 7, 3600)
    cooldown.release(1, 7)
    cooldown.release(2, 7)
    assert cooldown.take(1, 7, 3600) == 0


def test_nothing_is_remembered_past_the_longest_pause() -> None:
    clock = Clock()
    cooldown = Cooldown(clock)
    for person in range(100):
        cooldown.take(person, 7, 3600)
    clock.now += 3601
    cooldown.take(1000, 7, 3600)
    assert len(cooldown._asked) == 1
