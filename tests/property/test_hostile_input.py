"""What strangers could send, in short: the long form is `make torture`, and `python -m bench.hostile` by itself."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from bench.hostile import guided
from bench.hostile.campaign import plan
from bench.hostile.catalogue import SHARES, STANDING
from bench.hostile.draw import Draw
from bench.hostile.offline_bot import OfflineBot
from bench.hostile.plain import attack, cases
from bench.hostile.shown import check_body, check_text
from bench.hostile.target import BrokenPromiseError, Promise, Target, require
from bench.hostile.targets.interactions import Interactions
from tests.small_corpus import write_small_corpus

SEED = 20261123


def holds(target: Target, examples: int) -> None:
    """Let hypothesis look for bytes that break a target."""

    @given(st.binary(max_size=target.max_bytes))
    @seed(SEED)
    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def check(data: bytes) -> None:
        target.check(data)

    check()


@pytest.mark.parametrize("target", STANDING, ids=lambda target: target.name.replace(" ", "-"))
def test_promises_hold_for_whatever_strangers_write(target: Target) -> None:
    holds(target, max(20, min(300, target.share * 4)))
    tally = attack(target, SEED, max(30, target.share))
    assert tally.findings == []


@pytest.fixture  # one for each test: every test begins with the log's own settings, and the bot takes the log over
def offline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfflineBot]:
    folder = tmp_path_factory.mktemp("offline")
    with OfflineBot(folder / "index", write_small_corpus(folder / "corpus")).running() as bot:
        yield bot


def test_promises_hold_for_whole_interactions(offline: OfflineBot) -> None:
    tally = attack(Interactions(offline).target, SEED, 400)
    assert tally.findings == []


# The attack itself


def test_case_that_breaks_a_promise_is_told_with_its_bytes() -> None:
    def check(data: bytes) -> None:
        require(b"\x07" not in data, Promise.CRASH, "a seven")

    tally = attack(Target("sevens", check, 1, 64), SEED, 500)
    assert tally.cases == 500
    assert tally.broken > 10
    assert "case " in tally.findings[0]
    with pytest.raises(BrokenPromiseError):
        check(bytes.fromhex(tally.findings[0].rpartition(" ")[2]))


def test_same_seed_tries_the_same_and_another_does_not() -> None:
    def first(number: int) -> list[bytes]:
        return [data for data, _ in zip(cases(STANDING[0], number), range(200), strict=False)]

    assert first(1) == first(1) != first(2)


def test_every_target_gets_its_part_of_a_million() -> None:
    jobs = plan(1_000_000, with_guide=True)
    assert sum(job.cases for job in jobs) >= 1_000_000
    assert {job.target for job in jobs} == set(SHARES)
    assert {job.target for job in jobs if job.is_guided} == set(guided.GUIDED) <= set(SHARES)


def test_bytes_give_the_same_text_each_time() -> None:
    data = bytes(range(7, 200))
    assert Draw(data).text() == Draw(data).text() != ""


@pytest.mark.parametrize("text", ["[a](https://evil.example)", r"\\[a](<http://x>)", "x [a\nb](mailto:x) y"])
def test_hidden_link_is_seen(text: str) -> None:
    with pytest.raises(BrokenPromiseError):
        check_text(text)


@pytest.mark.parametrize(
    "text", [r"\[a\](https://x)", "<https://example.org/a_(b)>", "[1] (https://x)", r"\[a](https://x)"]
)
def test_shown_link_is_none(text: str) -> None:
    check_text(text)


def message(text: str = "**Safety:** x\n**Law:** y", **others: object) -> dict[str, object]:
    quiet = {"parse": []}
    return {
        "components": [{"type": 17, "components": [{"type": 10, "content": text}]}],
        "allowed_mentions": quiet,
        **others,
    }


@pytest.mark.parametrize(
    ("body", "promise"),
    [
        (message("Safety: x"), Promise.NOTICES),
        (message(content="more"), Promise.NOTICES),
        (message(embeds=[{"description": "Safety: Law:"}]), Promise.NOTICES),
        (message(allowed_mentions={"parse": ["users"]}), Promise.PING),
        (message(allowed_mentions={"parse": [], "replied_user": True}), Promise.PING),
        (message(allowed_mentions=None), Promise.PING),
        (message("**Safety:** **Law:** [x](https://evil.example)"), Promise.MASKED_LINK),
    ],
)
def test_message_that_breaks_a_promise_is_seen(body: dict[str, object], promise: Promise) -> None:
    with pytest.raises(BrokenPromiseError) as broken:
        check_body(body)
    assert broken.value.promise is promise
    check_body(message())


def test_words_in_the_log_and_pings_of_the_real_bot_would_be_seen(
    offline: OfflineBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bot is made to break its promises: each time the attack has to tell."""
    from bot.frontends.discord_client import messages, replies

    def broken_by(change: Callable[[], object]) -> str:
        change()
        tally = attack(Interactions(offline).target, SEED, 400)
        monkeypatch.undo()
        return " ".join(tally.findings)

    def log_the_words() -> None:
        shows = replies.show_crisis

        async def telling(desk: object, interaction: object, question: object) -> bool:
            replies_log.info("asked", text=question.text)  # type: ignore[attr-defined]
            return await shows(desk, interaction, question)  # type: ignore[arg-type]

        monkeypatch.setattr(replies, "show_crisis", telling)

    import discord
    import structlog

    replies_log = structlog.get_logger()
    assert Promise.LOGGED_WORDS in broken_by(log_the_words)
    assert Promise.PING in broken_by(lambda: monkeypatch.setattr(messages, "NO_PINGS", discord.AllowedMentions.all()))
