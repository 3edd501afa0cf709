"""What people say back: helpful or not and why, deleting an answer, and /privacy; with restarts and without a state."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.frontends.discord_client import custom_ids, texts
from bot.frontends.discord_client.custom_ids import Act as Button
from bot.state.models import Act, FeedbackReason, Held, Subject, Verdict, Vote
from tests.discord_sim.exchange import Exchange
from tests.discord_sim.sim import DiscordSim
from tests.discord_sim.world.message import Message
from tests.e2e.bots import Place, Shared, assert_answered, reload_corpus, restart, running_bot
from tests.e2e.state_on_disk import opened_state

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]

ASKED = "does kratom help with depression"
LIVER = "can kratom hurt the liver"
NO_ANSWER = "What is the capital of France?"
SAD = "depression#no-trial"
CRY = "i want to kill myself"
NOT_WHERE_THE_BOT_IS = ["elsewhere", "group"]
EVERYWHERE = ["general", "a-thread", "dm", *NOT_WHERE_THE_BOT_IS]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(built: Place, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Shared]:
    async with running_bot(built.copy(tmp_path_factory.mktemp("feedback")), setup=more_places) as shared:
        yield shared


def more_places(sim: DiscordSim) -> dict[str, str]:
    sim.world.add_member("alice", guild=sim.world.add_guild("Elsewhere", with_bot=False))
    sim.world.add_group("friends", "alice", "bob")
    sim.world.add_thread(sim.world.channel("general"), "a-thread", sim.world.user("alice")["id"])
    role = sim.world.add_role("Helper", ["send_messages"])
    sim.world.add_member("helper", roles=[role["name"]])
    return {"KRATOM_DISCORD__MODERATOR_ROLE_IDS": f"[{role['id']}]"}


@pytest.fixture
def shared(running: Shared) -> Iterator[Shared]:
    running.forget()
    with opened_state(running.place) as state:
        for name in ("alice", "bob", "mod", "helper"):
            state.people.forget(person(running.sim, name))
    yield running
    running.check()


@pytest.fixture
def sim(shared: Shared) -> DiscordSim:
    return shared.sim


def where(sim: DiscordSim, name: str) -> str | dict:
    if name == "elsewhere":
        guild = next(guild for guild in sim.world.guilds.values() if guild.name == "Elsewhere")
        return sim.world.channel("general", guild)
    if name == "group":
        return next(channel for channel in sim.world.channels.values() if channel.get("name") == "friends")
    return name


def person(sim: DiscordSim, name: str) -> int:
    return int(sim.world.user(name)["id"])


def held(shared: Shared, name: str) -> Held:
    with opened_state(shared.place) as state:
        return state.people.held(person(shared.sim, name))


def vote(shared: Shared, name: str, passage: str = SAD) -> Vote | None:
    build = (shared.place.index / "CURRENT").read_text().strip()
    with opened_state(shared.place) as state:
        return state.feedback.given(person(shared.sim, name), build, passage)


def labels(what: Exchange | Message | None) -> list[str]:
    assert what is not None
    return [button["label"] for button in what.buttons]


def is_gone(x: Exchange) -> bool:
    return all(message.deleted for message in x.messages)


async def press(sim: DiscordSim, user: str, what: Exchange | Message, button: str) -> Exchange:
    """Press a button whose reply is a message of its own."""
    y = await sim.click(user, what, button, until=lambda y: y.messages)
    assert_answered(y)
    assert y.ephemeral
    return y


# Helpful, and not


@pytest.mark.parametrize("place", EVERYWHERE)
async def test_verdict_is_kept_by_passage_and_build(shared: Shared, place: str) -> None:
    sim = shared.sim
    x = await sim.slash("alice", "ask", question=ASKED, _channel=where(sim, place))
    y = await press(sim, "alice", x, texts.HELPFUL)
    assert texts.SAVED_HELPFUL in y.text
    assert vote(shared, "alice") == Vote(Verdict.HELPFUL)
    assert x.message is not None
    assert x.message.edits == 0


@pytest.mark.parametrize("private", [True, False])
async def test_verdict_can_be_changed_and_says_so(shared: Shared, private: bool) -> None:
    sim = shared.sim
    x = await sim.slash("alice", "ask", question=ASKED, private=private)
    await press(sim, "alice", x, texts.HELPFUL)
    y = await press(sim, "alice", x, texts.NOT_HELPFUL)
    assert texts.CHANGED_TO_NOT_HELPFUL in y.text
    assert vote(shared, "alice") == Vote(Verdict.NOT_HELPFUL)
    y = await press(sim, "alice", x, texts.HELPFUL)
    assert texts.CHANGED_TO_HELPFUL in y.text
    assert vote(shared, "alice") == Vote(Verdict.HELPFUL)
    with opened_state(shared.place) as state:
        counts = [(one.helpful, one.not_helpful) for one in state.feedback.of(Subject(SAD))]
    assert counts == [(1, 0)]


@pytest.mark.parametrize("place", EVERYWHERE)
async def test_reason_is_asked_for_in_private_and_may_be_left_out(shared: Shared, place: str) -> None:
    sim = shared.sim
    x = await sim.slash("alice", "ask", question=ASKED, _channel=where(sim, place))
    y = await press(sim, "alice", x, texts.NOT_HELPFUL)
    assert texts.SAVED_NOT_HELPFUL in y.text
    assert vote(shared, "alice") == Vote(Verdict.NOT_HELPFUL)
    assert y.message is not None
    for reason in FeedbackReason:
        said = f"with the reason: {texts.REASONS[reason]}"
        z = await sim.select("alice", y, [texts.REASONS[reason]], until=lambda _x, said=said: said in y.message.text)
        assert z.ok
        assert z.ack_type == "deferred update"
        assert vote(shared, "alice") == Vote(Verdict.NOT_HELPFUL, reason)
        assert said in y.message.text
    await sim.select("alice", y, [texts.REASONS["none"]])
    assert vote(shared, "alice") == Vote(Verdict.NOT_HELPFUL)


async def test_anybody_may_say_what_they_think_of_a_public_answer(shared: Shared) -> None:
    sim = shared.sim
    x = await sim.say("alice", "general", ASKED, mention_bot=True)
    await press(sim, "alice", x, texts.HELPFUL)
    await press(sim, "bob", x, texts.NOT_HELPFUL)
    assert vote(shared, "alice") == Vote(Verdict.HELPFUL)
    assert vote(shared, "bob") == Vote(Verdict.NOT_HELPFUL)


async def test_further_passages_have_buttons_of_their_own(shared: Shared) -> None:
    sim = shared.sim
    x = await sim.slash("alice", "ask", question=LIVER)
    more = await press(sim, "alice", x, texts.MORE)
    await press(sim, "alice", more, texts.NOT_HELPFUL)
    assert vote(shared, "alice", "liver#reported") is None
    assert held(shared, "alice").feedback > 0


async def test_only_found_answers_have_these_buttons(sim: DiscordSim) -> None:
    for question in (NO_ANSWER, "how much kratom should i take", CRY, " "):
        x = await sim.slash("alice", "ask", question=question)
        assert not {texts.HELPFUL, texts.NOT_HELPFUL} & set(labels(x))


@pytest.mark.parametrize("forged", ["k1:helped:0:0", "k1:failed:0:K1" + "Z" * 70, "k1:helped:999:K1000000000000"])
async def test_forged_verdicts_are_answered_and_not_kept(shared: Shared, forged: str) -> None:
    sim = shared.sim
    x = await sim.slash("alice", "ask", question=ASKED, private=True)
    assert x.message is not None
    row = [part for part in x.message.components if part["type"] == 1][-1]
    row["components"][0]["custom_id"] = forged
    y = await press(sim, "alice", x, forged)
    assert "This is not a receipt of mine" in y.text or "no longer kept" in y.text
    assert held(shared, "alice") == Held()
    assert not x.message.deleted


async def test_receipt_of_a_refusal_takes_no_verdict(shared: Shared) -> None:
    sim = shared.sim
    x = await sim.slash("alice", "ask", question="how much kratom should i take", private=True)
    receipt = x.text.split("Receipt ")[1].split()[0]
    assert x.message is not None
    row = [part for part in x.message.components if part["type"] == 1][-1]
    row["components"][0]["custom_id"] = custom_ids.answer_button(Button.HELPFUL, receipt)
    y = await press(sim, "alice", x, row["components"][0]["custom_id"])
    assert "This is not a receipt of mine" in y.text
    assert held(shared, "alice") == Held()


async def test_made_up_reason_counts_as_none(shared: Shared) -> None:
    sim = shared.sim
    x = await sim.slash("alice", "ask", question=ASKED)
    y = await press(sim, "alice", x, texts.NOT_HELPFUL)
    assert y.message is not None
    y.message.selects[0]["options"][0]["value"] = "i asked about my secret"
    assert (await sim.select("alice", y, ["i asked about my secret"])).ok
    assert vote(shared, "alice") == Vote(Verdict.NOT_HELPFUL)


# Deleting an answer


@pytest.mark.parametrize("place", EVERYWHERE)
async def test_asker_takes_an_answer_down(shared: Shared, place: str) -> None:
    sim = shared.sim
    for question in (ASKED, NO_ANSWER, "how much kratom should i take", " "):
        x = await sim.slash("alice", "ask", question=question, _channel=where(sim, place))
        y = await press(sim, "alice", x, texts.DELETE)
        assert texts.DELETED in y.text
        assert is_gone(x)
    assert not acts(shared)


async def test_others_do_not(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "ask", question=ASKED)
    y = await press(sim, "bob", x, texts.DELETE)
    assert texts.NOT_YOURS_TO_DELETE in y.text
    assert x.message is not None
    assert not x.message.deleted


@pytest.mark.parametrize("who", ["mod", "helper", "owner"])
async def test_moderator_takes_an_answer_down_and_it_is_noted(shared: Shared, who: str) -> None:
    sim = shared.sim
    x = await sim.slash("alice", "ask", question=ASKED)
    y = await press(sim, who, x, texts.DELETE)
    assert texts.DELETED in y.text
    assert is_gone(x)
    entry = acts(shared)[0]
    assert (entry.actor_id, entry.subject) == (person(sim, who), x.messages[0].id)
    assert entry.details["channel"] == int(x.messages[0].channel_id)
    assert str(entry.details["receipt"]).startswith("K1")


async def test_moderators_own_answer_needs_no_note(shared: Shared) -> None:
    before = len(acts(shared))
    x = await shared.sim.slash("mod", "ask", question=ASKED)
    await press(shared.sim, "mod", x, texts.DELETE)
    assert len(acts(shared)) == before


def acts(shared: Shared) -> list:
    with opened_state(shared.place) as state:
        return [one.entry for one in state.audit.latest() if one.entry.act is Act.DELETE_MESSAGE]


@pytest.mark.parametrize("channel", ["general", "a-thread"])
async def test_reply_to_a_mention_is_deleted_by_its_asker_alone(shared: Shared, channel: str) -> None:
    sim = shared.sim
    x = await sim.say("alice", channel, ASKED, mention_bot=True)
    await sim.wait_for(lambda: held(shared, "alice").messages, 10, "whose reply it is")
    assert texts.NOT_YOURS_TO_DELETE in (await press(sim, "bob", x, texts.DELETE)).text
    assert texts.DELETED in (await press(sim, "alice", x, texts.DELETE)).text
    assert is_gone(x)
    await sim.wait_for(lambda: not held(shared, "alice").messages, 10, "forgetting whose it was")


async def test_reply_in_direct_messages_is_deleted_though_nothing_is_kept_of_it(shared: Shared) -> None:
    sim = shared.sim
    x = await sim.say("alice", "dm", ASKED)
    assert texts.DELETED in (await press(sim, "alice", x, texts.DELETE)).text
    assert held(shared, "alice") == Held()


async def test_shared_answer_is_deleted_by_who_shared_it(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "ask", question=ASKED, private=True)
    assert texts.DELETE not in labels(x)
    y = await sim.click("alice", x, texts.SHARE, until=lambda y: y.messages)
    assert texts.NOT_YOURS_TO_DELETE in (await press(sim, "bob", y, texts.DELETE)).text
    assert texts.DELETED in (await press(sim, "alice", y, texts.DELETE)).text
    assert is_gone(y)


async def test_answer_to_a_follow_up_belongs_to_who_asked_it(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "ask", question=ASKED)
    form = await sim.click("bob", x, texts.FOLLOW_UP)
    y = await sim.submit_modal("bob", form, {texts.FORM_LABEL: LIVER})
    assert texts.NOT_YOURS_TO_DELETE in (await press(sim, "alice", y, texts.DELETE)).text
    assert texts.DELETED in (await press(sim, "bob", y, texts.DELETE)).text


async def test_answer_that_was_deleted_meanwhile(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "ask", question=ASKED)
    sim.fault("delete_original_webhook_message", status=404, error=(10008, "Unknown Message"))
    assert texts.DELETED_BEFORE in (await press(sim, "alice", x, texts.DELETE)).text


async def test_crisis_card_in_a_channel_has_no_button_to_delete_it(sim: DiscordSim) -> None:
    x = await sim.say("alice", "general", CRY, mention_bot=True)
    assert "Find A Helpline" in x.text
    assert not x.buttons


# Topics without an answer


async def test_question_without_an_answer_leaves_topics_alone(shared: Shared) -> None:
    sim = shared.sim
    await sim.slash("alice", "ask", question=f"{NO_ANSWER} zebrafinch")
    await sim.wait_for(lambda: held(shared, "alice").gap_topics, 10, "the count")
    x = await sim.say("bob", "general", NO_ANSWER, mention_bot=True)
    assert "I have no sourced answer" in x.text
    await sim.wait_for(lambda: held(shared, "bob").gap_topics, 10, "the count")
    await sim.slash("helper", "ask", question=ASKED)
    assert held(shared, "helper") == Held()
    for path in shared.place.state.rglob("*"):
        assert not path.is_file() or b"zebrafinch" not in path.read_bytes()


# /privacy


@pytest.mark.parametrize("place", EVERYWHERE)
async def test_privacy_tells_what_is_held_and_deletes_it(shared: Shared, place: str) -> None:
    sim, channel = shared.sim, where(shared.sim, place)
    x = await sim.slash("alice", "ask", question=ASKED, _channel=channel)
    await press(sim, "alice", x, texts.HELPFUL)
    await sim.slash("alice", "ask", question=NO_ANSWER, _channel=channel)
    await sim.wait_for(lambda: held(shared, "alice").gap_topics, 10, "the count")
    before = held(shared, "alice")
    await press(sim, "bob", await sim.slash("bob", "ask", question=ASKED), texts.HELPFUL)

    y = await sim.slash("alice", "privacy", _channel=channel)
    assert_answered(y)
    assert y.ephemeral
    assert texts.NEVER_KEPT in y.text
    assert f"- {before.feedback}: passages that you called helpful" in y.text
    assert f"- {before.gap_topics}: topics near to questions" in y.text

    await sim.click("alice", y, texts.DELETE_DATA)
    assert "This cannot be undone" in y.text
    await sim.click("alice", y, texts.KEEP_DATA)
    assert texts.DATA_KEPT in y.text
    assert held(shared, "alice") == before

    y = await sim.slash("alice", "privacy", _channel=channel)
    await sim.click("alice", y, texts.DELETE_DATA)
    await sim.click("alice", y, texts.DELETE_DATA_NOW, until=lambda _: "Deleted:" in y.text)
    assert f"Deleted: {before.feedback + before.gap_topics + before.messages} entries" in y.text
    assert not labels(y)
    assert held(shared, "alice") == Held()
    assert held(shared, "bob").feedback > 0
    assert texts.HELD_NOTHING in (await sim.slash("alice", "privacy", _channel=channel)).text


async def test_deleting_drops_what_a_follow_up_would_lean_on(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "ask", question=NO_ANSWER)
    x = await sim.slash("alice", "ask", question=LIVER)
    y = await sim.slash("alice", "privacy")
    assert "at the moment from 0 of your answers" not in y.text
    await sim.click("alice", y, texts.DELETE_DATA)
    await sim.click("alice", y, texts.DELETE_DATA_NOW, until=lambda _: "Deleted:" in y.text)
    assert "from memory" in y.text
    assert "at the moment from 0 of your answers" in (await sim.slash("alice", "privacy")).text
    assert x.message is not None


async def test_moderator_keeps_no_name_in_the_audit_log(shared: Shared) -> None:
    sim = shared.sim
    x = await sim.slash("alice", "ask", question=ASKED)
    await press(sim, "mod", x, texts.DELETE)
    y = await sim.slash("mod", "privacy")
    assert "acts as a moderator, with your user id" in y.text
    await sim.click("mod", y, texts.DELETE_DATA)
    await sim.click("mod", y, texts.DELETE_DATA_NOW, until=lambda _: "Deleted:" in y.text)
    assert texts.ACTS_WITHOUT_NAME in y.text
    assert acts(shared)[0].actor_id is None


# After a restart, with another build, and without a state


async def test_buttons_outlive_a_restart_a_withdrawal_and_a_reload(built: Place, tmp_path: Path) -> None:
    async with running_bot(built.copy(tmp_path)) as shared:
        sim, place = shared.sim, shared.place
        public = await sim.slash("alice", "ask", question=ASKED)
        mentioned = await sim.say("alice", "general", LIVER, mention_bot=True)
        asked_why = await press(sim, "alice", public, texts.NOT_HELPFUL)
        mine = await sim.slash("alice", "privacy")
        await sim.wait_for(lambda: held(shared, "alice").messages, 10, "whose reply it is")
        await restart(shared)

        await sim.select("alice", asked_why, [texts.REASONS["outdated"]])
        assert vote(shared, "alice") == Vote(Verdict.NOT_HELPFUL, FeedbackReason.OUTDATED)
        assert texts.CHANGED_TO_HELPFUL in (await press(sim, "alice", public, texts.HELPFUL)).text
        assert texts.NOT_YOURS_TO_DELETE in (await press(sim, "bob", mentioned, texts.DELETE)).text
        assert texts.DELETED in (await press(sim, "alice", mentioned, texts.DELETE)).text

        # Another build answers; what was answered from the one before still takes verdicts, for that one.
        before = (place.index / "CURRENT").read_text().strip()
        (place.corpus / "articles/harms/liver.md").unlink()
        assert "answers now" in (await reload_corpus(sim, "mod")).text
        assert texts.SAVED_HELPFUL in (await press(sim, "bob", public, texts.HELPFUL)).text
        with opened_state(place) as state:
            assert state.feedback.given(person(sim, "bob"), before, SAD) == Vote(Verdict.HELPFUL)
            state.withdrawals.withdraw(Subject(SAD), 1, None, "wrong")
        await restart(shared)

        for button in (texts.HELPFUL, texts.NOT_HELPFUL):
            y = await press(sim, "alice", public, button)
            assert "Moderators have withdrawn a passage of this answer" in y.text
        z = await sim.select("alice", asked_why, [texts.REASONS["wrong"]], until=lambda z: z.messages)
        assert "Moderators have withdrawn a passage of this answer" in z.text
        assert vote_of(place, person(sim, "alice"), before) == Vote(Verdict.HELPFUL)
        await sim.click("alice", mine, texts.DELETE_DATA)
        await sim.click("alice", mine, texts.DELETE_DATA_NOW, until=lambda _: "Deleted:" in mine.text)
        assert held(shared, "alice") == Held()
        assert texts.DELETED in (await press(sim, "alice", public, texts.DELETE)).text
        shared.check()


def vote_of(place: Place, who: int, build: str) -> Vote | None:
    with opened_state(place) as state:
        return state.feedback.given(who, build, SAD)


async def test_without_a_state_all_is_said_politely_and_answers_are_private(built: Place, tmp_path: Path) -> None:
    place = built.copy(tmp_path)
    place.state.mkdir()
    (place.state / "kratom.sqlite3").write_bytes(b"this is no database" * 100)
    async with running_bot(place) as shared:
        sim = shared.sim
        x = await sim.slash("alice", "ask", question=ASKED, private=False)
        assert_answered(x)
        assert x.ephemeral
        assert texts.SETTINGS_UNKNOWN in x.text
        assert texts.SHARE not in labels(x)
        for button in (texts.HELPFUL, texts.NOT_HELPFUL):
            assert texts.NOTHING_SAVED in (await press(sim, "alice", x, button)).text
        assert not (await sim.slash("alice", "ask", question=NO_ANSWER, _channel="dm")).ephemeral
        y = await sim.slash("alice", "privacy")
        assert texts.HELD_UNKNOWN in y.text
        await sim.click("alice", y, texts.DELETE_DATA)
        z = await press(sim, "alice", y, texts.DELETE_DATA_NOW)
        assert texts.NOTHING_SAVED in z.text
        mentioned = await sim.say("bob", "general", ASKED, mention_bot=True, expect=False)
        assert not mentioned.messages
        written = await sim.wait_for(lambda: sim.messages(sim.world.dm(sim.world.user("bob"))), 10, "the answer")
        assert "There I do not answer in public" in written[0].text
        cry = await sim.say("bob", "general", CRY, mention_bot=True)
        assert "Find A Helpline" in cry.text
        await sim.wait_for(lambda: "not kept" in shared.bot.log, 10, "that the gap was not counted")
        shared.check()
