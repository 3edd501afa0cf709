"""The flow of /ask, where a real bot is not needed to see it."""

import asyncio
import threading
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest
import pytest_asyncio

from bot.answering.models import Answer, CrisisCard, CrisisKind, Notices, Outcome, Plan, Question, Suggestion
from bot.answering.receipts import encode_receipt
from bot.answering.safeguards import Safeguards
from bot.answering.service import AnswerService
from bot.frontends.discord_client import texts
from bot.frontends.discord_client.cogs.ask import AskCog
from bot.frontends.discord_client.conversations import Conversations
from bot.frontends.discord_client.cooldown import Cooldown
from bot.frontends.discord_client.guild_settings import CurrentSettings
from bot.frontends.discord_client.replies import answer_pick
from bot.frontends.discord_client.venue import NotAgeRestrictedError
from bot.frontends.discord_client.voices import Voice
from bot.frontends.discord_client.worker import AnswerWorker, InFlight, WorkerBusyError, WorkerTimeoutError
from bot.settings import DiscordSettings
from bot.state.errors import StateError
from bot.state.models import UNKNOWN_SETTINGS, GuildSettings
from corpus.loader import load_translations
from tests.unit.bot.frontends.discord_client.fakes import FakeInteraction, english, http_error, text_of

pytestmark = pytest.mark.asyncio
NOTICES = Notices("be careful", "check the law")
DAY = date(2026, 11, 22)
CARD = Answer(Outcome.CRISIS, NOTICES, crisis=CrisisCard(CrisisKind.SUICIDE, "call now", ("112",), ""))
CARD_RECEIPT = encode_receipt(Plan(Outcome.CRISIS, DAY, CrisisKind.SUICIDE), None)
NOTICES_DE = load_translations()["de"]


class NoEditions:
    def current(self) -> None:
        return None

    def find(self, build_tag: str) -> None:
        return None


class FakeService:
    """A crisis if the question is "crisis", and to the second net if it is "veiled"; answers wait for `open`."""

    def __init__(self) -> None:
        self.open, self.begun = threading.Event(), threading.Event()
        self.asked: list[Question] = []
        self.heard: list[Question] = []
        self.threads: set[str] = set()
        self.card = CARD

    def urgent(self, question: Question) -> Answer | None:
        return CARD if question.text == "crisis" else None

    def emergency(self, question: Question) -> Answer | None:
        self.heard.append(question)
        return CARD if question.text == "veiled" else None

    def answer(self, question: Question) -> Answer:
        self.asked.append(question)
        self.begun.set()
        self.threads.add(threading.current_thread().name)
        assert self.open.wait(10)
        if question.text == "broken":
            raise KeyError
        near = (Suggestion("Sleep", "sleep#one"), Suggestion("More sleep", "sleep#two"))
        return (
            self.card
            if question.text == "veiled"
            else Answer(Outcome.ABSTAINED, NOTICES, message="no answer", suggestions=near)
        )


class FakeGaps:
    def __init__(self) -> None:
        self.counted: list[Any] = []
        self.error: Exception | None = None

    def count(self, *counted: Any) -> None:
        self.counted.append(counted)
        if self.error:
            raise self.error


@pytest_asyncio.fixture
async def desk() -> AsyncIterator[Any]:
    worker = AnswerWorker(queue_length=1, timeout_s=0.2)
    worker.start()
    service, gaps = FakeService(), FakeGaps()
    made = SimpleNamespace(
        assembly=SimpleNamespace(service=service, state=SimpleNamespace(gaps=gaps)),
        voice=english(service),
        worker=worker,
        in_flight=InFlight(),
        service=service,
        gaps=gaps,
        server=GuildSettings(cooldown_s=0),
        settings=DiscordSettings(),
        conversations=Conversations(),
        cooldown=Cooldown(),
        keeping=set(),
        today=lambda: DAY,
    )
    made.guild_settings = CurrentSettings(lambda _guild: made.server)
    yield made
    service.open.set()
    worker.stop()


async def ask(
    desk: Any, text: str, *, private: bool | None = None, interaction: FakeInteraction | None = None
) -> FakeInteraction:
    interaction = interaction or FakeInteraction()
    cog = AskCog(desk)
    await cast("Any", AskCog.ask.callback)(cog, interaction, text, private)
    await asyncio.gather(*desk.keeping)
    return interaction


@pytest.mark.parametrize("private", [True, False])
async def test_answer_comes_from_the_worker_and_is_as_private_as_asked(desk: Any, private: bool) -> None:
    desk.service.open.set()
    interaction = await ask(desk, "what", private=private)
    assert interaction.deferrals == []
    assert [(call.kind, call.ephemeral) for call in interaction.calls] == [("send_message", private)]
    assert interaction.text.startswith("no answer")
    assert desk.service.asked == [Question(("what",), DAY, None)]
    assert desk.service.threads == {"answers"}
    assert desk.in_flight.count == 0


@pytest.mark.parametrize("private", [True, False])
async def test_slow_answer_is_announced_as_privately_as_it_will_be(desk: Any, private: bool) -> None:
    desk.worker._timeout_s = 5
    interaction = FakeInteraction()
    asked = asyncio.create_task(ask(desk, "what", private=private, interaction=interaction))
    await interaction.announced.wait()
    assert not interaction.calls
    desk.service.open.set()
    await asked
    assert interaction.deferrals == [private]
    assert [call.kind for call in interaction.calls] == ["edit"]


async def test_crisis_that_only_the_second_net_hears_is_never_shown_to_all(desk: Any) -> None:
    desk.service.open.set()
    interaction = await ask(desk, "veiled")
    assert interaction.deferrals == []
    assert [(call.kind, call.ephemeral) for call in interaction.calls] == [("send_message", True)]
    assert interaction.text.startswith("## call now")


async def slow_crisis(desk: Any, interaction: FakeInteraction, errors: list[Exception]) -> None:
    desk.worker._timeout_s = 5
    asked = asyncio.create_task(ask(desk, "veiled", interaction=interaction))
    await interaction.announced.wait()
    interaction.errors = errors
    desk.service.open.set()
    await asked


async def test_crisis_heard_after_a_public_announcement_is_private_and_the_announcement_goes(desk: Any) -> None:
    interaction = FakeInteraction()
    await slow_crisis(desk, interaction, [])
    assert interaction.deferrals == [False]
    assert [(call.kind, call.ephemeral) for call in interaction.calls] == [("edit", False), ("followup", True)]
    neutral, card = (text_of(call.view) for call in interaction.calls)
    assert neutral.startswith(texts.ANSWERED_PRIVATELY)
    assert "call now" not in neutral
    assert "Safety:" in neutral
    assert card.startswith("## call now")
    assert interaction.deleted


@pytest.mark.parametrize(("receipt", "head"), [(CARD_RECEIPT, NOTICES_DE["crisis-suicide"].full), ("", "call now")])
async def test_crisis_heard_in_a_public_answer_is_in_the_readers_language_if_it_can_be(
    desk: Any, receipt: str, head: str
) -> None:
    safeguards = Safeguards({}, (), {"de": NOTICES_DE}, "de")
    personal = Voice(safeguards, AnswerService(NoEditions(), safeguards, SimpleNamespace(record=lambda _: None)))
    for_all = desk.voice(None)
    desk.voice = lambda _interaction, *, shared=False: for_all if shared else personal
    desk.service.card = replace(CARD, receipt=receipt)
    desk.service.open.set()
    interaction = await ask(desk, "veiled")
    assert [call.ephemeral for call in interaction.calls] == [True]
    assert interaction.text.replace("\\", "").startswith(f"## {head}")


async def test_crisis_is_shown_to_all_rather_than_not_at_all(desk: Any) -> None:
    interaction = FakeInteraction()
    await slow_crisis(desk, interaction, [http_error(500, 0)])
    assert text_of(interaction.calls[-1].view).startswith("## call now")


async def test_crisis_is_answered_privately_though_the_worker_is_stuck_and_its_queue_full(desk: Any) -> None:
    stuck = [asyncio.create_task(ask(desk, "one"))]
    await asyncio.to_thread(desk.service.begun.wait)
    stuck.append(asyncio.create_task(ask(desk, "two")))
    await asyncio.sleep(0.01)
    with pytest.raises(WorkerBusyError):
        await ask(desk, "three")

    interaction = await ask(desk, "crisis")
    assert [call.kind for call in interaction.calls] == ["send_message"]
    assert interaction.calls[0].ephemeral
    assert interaction.text.startswith("## call now")

    results = await asyncio.gather(*stuck, return_exceptions=True)
    assert [type(result) for result in results] == [WorkerTimeoutError, WorkerTimeoutError]
    assert desk.in_flight.count == 0


async def empty(worker: Any) -> None:
    """Wait until the worker has taken up all that was in its queue."""
    while True:
        try:
            await worker.result(worker.submit(lambda: None))
        except WorkerBusyError:
            await asyncio.sleep(0.01)
        else:
            return


async def test_question_is_dropped_where_discord_does_not_take_the_deferral(desk: Any) -> None:
    desk.worker._timeout_s = 5
    stuck = asyncio.create_task(ask(desk, "one"))
    await asyncio.to_thread(desk.service.begun.wait)
    with pytest.raises(type(http_error(404, 10062))):
        await ask(desk, "two", interaction=FakeInteraction(errors=[http_error(404, 10062)]))
    desk.service.open.set()
    await stuck
    await empty(desk.worker)
    assert [question.text for question in desk.service.asked] == ["one"]


# The pause between two questions


async def test_second_question_within_the_pause_is_told_the_seconds_left_in_private(desk: Any) -> None:
    desk.server = GuildSettings(cooldown_s=5)
    desk.service.open.set()
    await ask(desk, "one")
    second = await ask(desk, "two")
    assert second.calls[0].ephemeral
    assert second.text.startswith(texts.TOO_SOON.format(seconds=5))
    assert [question.text for question in desk.service.asked] == ["one"]
    other = await ask(desk, "two", interaction=FakeInteraction(user=SimpleNamespace(id=12)))
    elsewhere = await ask(desk, "two", interaction=FakeInteraction(guild_id=8))
    assert other.text.startswith("no answer")
    assert elsewhere.text.startswith("no answer")


@pytest.mark.parametrize("crisis", ["crisis", "veiled"])
async def test_pause_never_keeps_back_a_crisis_card(desk: Any, crisis: str) -> None:
    desk.server = GuildSettings(cooldown_s=3600)
    desk.service.open.set()
    await ask(desk, "one")
    interaction = await ask(desk, crisis)
    assert interaction.text.startswith("## call now")
    assert interaction.calls[0].ephemeral


@pytest.mark.parametrize("first", ["crisis", "veiled", "broken"])
async def test_crisis_or_failure_begins_no_pause(desk: Any, first: str) -> None:
    desk.server = GuildSettings(cooldown_s=3600)
    desk.service.open.set()
    if first == "broken":
        with pytest.raises(KeyError):
            await ask(desk, first)
    else:
        await ask(desk, first)
    assert (await ask(desk, "two")).text.startswith("no answer")


async def test_operator_sets_the_pause_in_place_of_servers(desk: Any) -> None:
    desk.server, desk.settings = GuildSettings(cooldown_s=3600), DiscordSettings(cooldown_s=0)
    desk.service.open.set()
    await ask(desk, "one")
    assert (await ask(desk, "two")).text.startswith("no answer")


# Settings of the server


async def test_outside_the_allowed_channels_only_the_asker_sees_the_answer_and_why(desk: Any) -> None:
    desk.server = GuildSettings(cooldown_s=0, allowed_channels=frozenset({8, 9}))
    desk.service.open.set()
    interaction = await ask(desk, "what", private=False)
    assert interaction.calls[0].ephemeral
    assert interaction.text.startswith(texts.PRIVATE_OUTSIDE.format(channels="<#8>, <#9>"))
    desk.server = GuildSettings(cooldown_s=0, allowed_channels=frozenset({5}))
    desk.guild_settings.changed(7, desk.server)
    assert not (await ask(desk, "what")).calls[0].ephemeral


@pytest.mark.parametrize(("wished", "remark"), [(None, ""), (True, ""), (False, texts.PRIVATE_HERE)])
async def test_private_by_default_is_private_whatever_is_wished(desk: Any, wished: bool | None, remark: str) -> None:
    desk.server = GuildSettings(cooldown_s=0, private_by_default=True)
    desk.service.open.set()
    interaction = await ask(desk, "what", private=wished)
    assert interaction.calls[0].ephemeral
    assert interaction.text.startswith(remark or "no answer")


async def test_unknown_settings_keep_the_answer_private(desk: Any) -> None:
    desk.server = UNKNOWN_SETTINGS
    desk.service.open.set()
    interaction = await ask(desk, "what")
    assert interaction.calls[0].ephemeral
    assert interaction.text.startswith(texts.SETTINGS_UNKNOWN)


async def test_outside_of_age_restricted_channels_there_is_a_sentence_and_still_a_crisis_card(desk: Any) -> None:
    desk.server = GuildSettings(cooldown_s=0, age_restricted_only=True)
    desk.service.open.set()
    refused = await ask(desk, "what")
    assert refused.calls[0].ephemeral
    assert refused.text.startswith(texts.NOT_AGE_RESTRICTED)
    assert not desk.service.asked
    for crisis in ("crisis", "veiled"):
        assert (await ask(desk, crisis)).text.startswith("## call now")
    restricted = SimpleNamespace(id=5, is_nsfw=lambda: True)
    assert (await ask(desk, "what", interaction=FakeInteraction(channel=restricted))).text.startswith("no answer")
    assert (await ask(desk, "what", interaction=FakeInteraction(guild_id=None))).text.startswith("no answer")


async def test_what_was_picked_is_not_shown_outside_of_age_restricted_channels(desk: Any) -> None:
    desk.server = GuildSettings(age_restricted_only=True)
    with pytest.raises(NotAgeRestrictedError):
        await answer_pick(desk, FakeInteraction().as_real, lambda _: CARD, private=True)


# What is kept of a question without an answer


async def test_topics_near_to_a_question_without_an_answer_are_counted(desk: Any) -> None:
    desk.service.open.set()
    await ask(desk, "what")
    assert desk.gaps.counted == [(11, ("sleep",), DAY)]
    assert "what" not in str(desk.gaps.counted)


async def test_failure_to_count_reaches_nobody(desk: Any) -> None:
    desk.gaps.error = StateError("full")
    desk.service.open.set()
    assert (await ask(desk, "what")).text.startswith("no answer")
    assert desk.gaps.counted
    assert desk.in_flight.count == 0
