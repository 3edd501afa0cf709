"""People in Discord beside /ask: law, substances, topics, sources, receipts, menus, mentions, and buttons."""

from __future__ import annotations

import asyncio
import io
import re
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from PIL import Image

from bot.frontends.discord_client import custom_ids, texts
from bot.frontends.discord_client.custom_ids import Act, Level, key_of
from tests.discord_sim.exchange import Exchange
from tests.discord_sim.sim import DiscordSim
from tests.e2e.bots import Place, Shared, assert_answered, rebuild, restart, running_bot
from tests.e2e.corpus_on_disk import write_corpus
from tests.e2e.tables_on_disk import LANDS, write_tables

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]

ASKED = "does kratom help with depression"
NO_TRIAL = "No randomised trial has tested kratom as a treatment for depression."
LIVER = "liver#reported"
CRY = "i want to kill myself"


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The corpus with the tables of law and interactions, and its index."""
    place = Place(tmp_path_factory.mktemp("tables"))
    write_corpus(place.corpus)
    write_tables(place.corpus)
    rebuild(place)
    return place


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(tables: Place, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Shared]:
    async with running_bot(tables.copy(tmp_path_factory.mktemp("people")), setup=more_places) as shared:
        yield shared


def more_places(sim: DiscordSim) -> dict[str, str]:
    """A thread, channels in which the bot or people may not write, and places where the bot is not."""
    sim.world.add_member("alice", guild=sim.world.add_guild("Elsewhere", with_bot=False))
    sim.world.add_group("friends", "alice", "bob")
    sim.world.add_thread(sim.world.channel("general"), "a-thread", sim.world.user("alice")["id"])
    quiet = sim.world.add_channel("quiet")
    nobody_but = {"id": sim.world.bot["id"], "type": 1, "allow": "0", "deny": str(1 << 11)}
    quiet["permission_overwrites"] = [nobody_but]
    read_only = sim.world.add_channel("read-only")
    read_only["permission_overwrites"] = [{"id": sim.world.guild.id, "type": 0, "allow": "0", "deny": str(1 << 11)}]
    return {}


@pytest.fixture
def shared(running: Shared) -> Iterator[Shared]:
    running.forget()
    yield running
    running.check()


@pytest.fixture
def sim(shared: Shared) -> DiscordSim:
    return shared.sim


def receipt_in(text: str) -> str:
    found = re.search(r"Receipt (K1[-0-9A-Z]+)", text)
    assert found
    return found[1]


def assert_answer(x: Exchange, *words: str) -> None:
    """A real answer: passages with their sources, notices (checked for every message) and a receipt."""
    assert_answered(x)
    for word in words:
        assert word in x.text
    assert "**Sources**" in x.text
    assert "Receipt K1" in x.text


def labels(x: Exchange) -> list[str]:
    return [button["label"] for button in x.buttons]


# /legal


@pytest.mark.parametrize(("typed", "value"), [("alab", "id:us-al"), ("AL", "id:us-al"), ("america", "id:us")])
async def test_places_are_suggested_by_name_code_and_alias(sim: DiscordSim, typed: str, value: str) -> None:
    x = await sim.autocomplete("alice", "legal", "place", typed)
    assert x.choices is not None
    assert x.choices[0]["value"] == value
    assert len(x.choices) <= 25


@pytest.mark.parametrize("typed", ["", "testland", "@everyone", "\u202e", "x" * 6000])
async def test_suggestions_of_places_fit_whatever_is_typed(sim: DiscordSim, typed: str) -> None:
    x = await sim.autocomplete("alice", "legal", "place", typed)
    assert x.ok
    assert x.choices is not None
    assert len(x.choices) == (25 if typed in ("", "testland") else 0)


@pytest.mark.parametrize("place", ["id:us-al", "Alabama", "AL", "what about alabama please"])
@pytest.mark.parametrize("channel", ["general", "a-thread", "dm"])
async def test_legal_shows_the_record_with_its_date(sim: DiscordSim, place: str, channel: str) -> None:
    x = await sim.slash("alice", "legal", place=place, _channel=channel)
    assert_answer(
        x, "Alabama, last checked ", "kratom leaf banned", "Alabama bans kratom.", "<https://example.org/mood>"
    )
    assert not x.ephemeral
    assert not x.message or not x.message.attachments


async def test_past_law_is_not_shown_as_the_law(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "legal", place="id:us-or", private=True)
    assert_answer(x, "Oregon: not confirmed since ")
    assert "legal under kratom rules" not in x.text
    assert x.ephemeral


async def test_united_states_come_with_a_map_and_all_that_it_shows_in_words(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "legal", place="United States")
    assert_answer(x, "federal law does not list the leaf", "Banned (1): Alabama.", "Oregon (not confirmed since ")
    last = x.messages[-1]
    assert [item["filename"] for item in last.attachments] == ["kratom-law-us-states.png"]
    words = last.attachments[0]["description"]
    assert len(words) <= 1024
    assert "Banned (1): AL." in words
    assert "attachment://" not in str(last.components)
    picture = Image.open(io.BytesIO(last.files["kratom-law-us-states.png"]))
    assert picture.format == "PNG"
    assert picture.width == 1100


async def test_place_without_a_record_is_said_with_names_that_look_alike(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "legal", place="Allabamma @everyone")
    assert_answered(x)
    assert "I have no record of the law in that place" in x.text
    assert x.ephemeral
    assert "@everyone" not in x.text
    x = await sim.slash("alice", "legal", place="Alabame")
    assert labels(x) == ["Alabama"]
    y = await sim.click("alice", x, "Alabama")
    assert_answer(y, "Alabama, last checked ")


@pytest.mark.parametrize("value", ["id:", "id:nowhere", "id:../../etc", "\0", "why " * 1000])
async def test_made_up_values_find_no_place(sim: DiscordSim, value: str) -> None:
    x = await sim.slash("alice", "legal", place=value)
    assert_answered(x)
    assert "I have no record of the law in that place" in x.text


@pytest.mark.parametrize(
    ("command", "option"), [("legal", "place"), ("interaction", "substance"), ("source", "id"), ("receipt", "id")]
)
async def test_cry_for_help_in_any_option_gets_the_crisis_card_at_once(
    sim: DiscordSim, command: str, option: str
) -> None:
    x = await sim.slash("alice", command, **{option: CRY})
    assert_answered(x)
    assert x.ephemeral
    assert not x.deferred
    assert "Find A Helpline" in x.text
    assert not x.buttons


# /interaction


@pytest.mark.parametrize("typed", ["zolo", "sertr", "SSRI"])
async def test_substances_are_suggested_by_brand_member_and_class(sim: DiscordSim, typed: str) -> None:
    x = await sim.autocomplete("alice", "interaction", "substance", typed)
    assert x.choices is not None
    assert [choice["value"] for choice in x.choices] == ["id:ssris"]
    assert "SSRI antidepressants" in x.choices[0]["name"]


@pytest.mark.parametrize("substance", ["id:ssris", "zoloft", "sertralin"])
async def test_interaction_says_that_no_information_is_not_safety(sim: DiscordSim, substance: str) -> None:
    x = await sim.slash("alice", "interaction", substance=substance)
    assert_answer(x, "has hardly been studied in people", "No information is not safety", NO_TRIAL)


async def test_substance_without_a_record_is_not_called_safe(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "interaction", substance="moon dust")
    assert_answered(x)
    assert "I have no record of that together with kratom" in x.text
    assert x.ephemeral
    assert "No information is not safety" in x.text


# /topics


async def test_topics_lead_to_a_passage_by_menus(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "topics")
    assert_answered(x)
    assert x.ephemeral
    y = await sim.select("alice", x, ["Harms"])
    assert y.ack_type == "update"
    await sim.select("alice", x, ["Kratom and the liver"])
    z = await sim.select("alice", x, ["Signs to take seriously"])
    assert_answer(z, "Yellow eyes, dark urine, pale stools", "Liver injury and plant products")
    assert z.ephemeral
    assert texts.SHARE in labels(z)


async def test_long_lists_have_pages_and_a_way_back(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "topics", _channel="dm")
    await sim.select("alice", x, ["Law by place"])
    assert x.message is not None
    assert len(x.message.selects[0]["options"]) == 25
    assert f"({LANDS + 3})" in x.text
    assert "Page 1 of 2" in x.text
    await sim.click("alice", x, texts.LATER)
    assert len(x.message.selects[0]["options"]) == LANDS + 3 - 25
    assert "Page 2 of 2" in x.text
    y = await sim.select("alice", x, ["Kratom law in United States"])
    assert_answer(y, "United States, last checked ")
    assert texts.SHARE not in labels(y)  # there is nobody else to share it with
    await sim.click("alice", x, texts.EARLIER)
    await sim.click("alice", x, texts.BACK)
    assert "Harms" in str(x.message.components)


# /source


@pytest.mark.parametrize("typed", ["hepat", "liver injury"])
async def test_sources_are_suggested_by_id_and_title(sim: DiscordSim, typed: str) -> None:
    x = await sim.autocomplete("alice", "source", "id", typed)
    assert x.choices == [{"name": "Liver injury and plant products (2020)", "value": "hepatology-2020"}]


async def test_source_shows_its_record_and_the_passages_that_cite_it(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "source", id="hepatology-2020")
    assert_answered(x)
    assert x.ephemeral
    for words in (
        "**Liver injury and plant products**",
        "By: A. Author",
        "Published by: Journal of Liver Tests",
        "Year: 2020",
        "Kind of evidence: case reports",
        "Standing: A: peer-reviewed or official",
        "Link: <https://example.org/liver>",
        "**Cited in** (2)",
    ):
        assert words in x.text
    y = await sim.select("alice", x, ["Liver injury has been reported"])
    assert_answer(y, "Liver injury after kratom has been described")


@pytest.mark.parametrize("source", ["no-such-source", "@everyone", "x" * 6000, "\0"])
async def test_unknown_source_is_said_to_be_unknown(sim: DiscordSim, source: str) -> None:
    x = await sim.slash("alice", "source", id=source)
    assert_answered(x)
    assert "I have no source with that id" in x.text


# /receipt


async def test_receipt_shows_the_answer_again(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "ask", question=ASKED)
    again = await sim.slash("bob", "receipt", id=receipt_in(x.text).lower())
    assert_answer(again, "as it was given on", NO_TRIAL)
    assert again.ephemeral
    assert receipt_in(again.text) == receipt_in(x.text)


@pytest.mark.parametrize("receipt", ["", "K1-", "K1-0000-0000", "x" * 5000, "@everyone", "K1-OOOO-IIII-LLLL"])
async def test_what_is_no_receipt_is_said_to_be_none(sim: DiscordSim, receipt: str) -> None:
    x = await sim.slash("alice", "receipt", id=receipt)
    assert_answered(x)
    assert x.ephemeral
    assert "This is not a receipt of mine" in x.text


# The menu of messages


async def test_message_menu_answers_in_private(sim: DiscordSim) -> None:
    said = await sim.say("bob", "general", f"@everyone {ASKED}?", expect=False)
    x = await sim.message_command("alice", said, texts.ANSWER_MENU)
    assert_answer(x, NO_TRIAL)
    assert x.ephemeral
    assert "@everyone" not in x.text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("\N{HERB}", "I could not find a question"),
        ("why " * 1000, "This message is too long"),
        (CRY, "Find A Helpline"),
    ],
)
async def test_message_menu_takes_any_message(sim: DiscordSim, text: str, says: str) -> None:
    said = await sim.say("bob", "general", text, expect=False)
    x = await sim.message_command("alice", said, texts.ANSWER_MENU)
    assert_answered(x)
    assert x.ephemeral
    assert says in x.text


async def test_message_menu_on_a_message_without_text(sim: DiscordSim) -> None:
    answered = await sim.slash("alice", "ask", question=ASKED)
    x = await sim.message_command("bob", answered, texts.ANSWER_MENU)
    assert_answered(x)
    assert "I could not find a question" in x.text


# Mentions


@pytest.mark.parametrize("channel", ["general", "a-thread"])
async def test_mention_is_answered_with_a_reply_that_notifies_nobody(sim: DiscordSim, channel: str) -> None:
    x = await sim.say("alice", channel, f"{ASKED}? @everyone", mention_bot=True)
    assert x.message is not None
    assert x.said is not None
    assert NO_TRIAL in x.text
    assert x.message.reply_to == x.said.id
    assert x.message.pings == set()
    assert "@everyone" not in x.text
    assert texts.SHARE not in labels(x)


async def test_direct_message_is_a_question(sim: DiscordSim) -> None:
    x = await sim.say("alice", "dm", ASKED)
    assert NO_TRIAL in x.text


async def test_crisis_in_a_mention_or_a_reply_comes_first(sim: DiscordSim) -> None:
    x = await sim.say("alice", "general", CRY, mention_bot=True)
    assert "Find A Helpline" in x.text
    assert not x.buttons
    assert x.typing == 0


async def test_other_messages_and_other_bots_are_left_alone(sim: DiscordSim) -> None:
    for text in (ASKED, "@everyone", "thanks"):
        x = await sim.say("alice", "general", text, expect=False)
        assert not x.messages
    sim.world.add_user("otherbot", bot=True)
    x = await sim.say("otherbot", "general", ASKED, mention_bot=True, expect=False)
    assert not x.messages


async def test_too_long_and_empty_mentions_get_a_short_reply(sim: DiscordSim) -> None:
    x = await sim.say("alice", "general", "why " * 900, mention_bot=True)
    assert "This message is too long" in x.text
    x = await sim.say("alice", "general", "", mention_bot=True)
    assert "I could not find a question" in x.text


async def test_where_it_may_not_speak_it_says_so_directly_and_once(shared: Shared) -> None:
    sim = shared.sim
    for _ in range(2):
        x = await sim.say("bob", "quiet", ASKED, mention_bot=True, expect=False)
        assert not [message for message in x.messages if message.channel_id == x.channel["id"]]
    await sim.wait_for(lambda: shared.bot.log.count("may not speak") == 2, 10, "both tries")
    written = sim.messages(sim.world.dm(sim.world.user("bob")))
    assert len(written) == 1
    assert "where I may not reply" in written[0].text
    assert "Safety:" in written[0].text
    sim.violations.clear()  # the two refused tries are what this test is about


async def test_crisis_where_it_may_not_speak_is_sent_directly(shared: Shared) -> None:
    sim = shared.sim
    await sim.say("mod", "quiet", CRY, mention_bot=True, expect=False)
    written = await sim.wait_for(lambda: sim.messages(sim.world.dm(sim.world.user("mod"))), 10, "the card")
    assert "Find A Helpline" in written[0].text
    sim.violations.clear()


# Buttons


async def test_more_passages_come_page_by_page_and_end(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "ask", question="can kratom hurt the liver")
    shown, seen = x, set(re.findall(r"\*\*(Kratom[^*]+)\*\*\n>", x.text))
    for _ in range(10):
        shown = await sim.click("bob", shown, texts.MORE)
        assert_answered(shown)
        assert shown.ephemeral
        if "I have no more passages" in shown.text:
            break
        assert_answer(shown)
        new = set(re.findall(r"\*\*([^*]+)\*\*\n>", shown.text))
        assert new
        assert not new & seen
        seen |= new
    assert "I have no more passages" in shown.text


async def test_sources_show_full_records(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "ask", question=ASKED)
    y = await sim.click("bob", x, texts.SOURCES)
    assert_answered(y)
    assert y.ephemeral
    assert "**\\[1\\] " in y.text
    assert "Standing: A: peer-reviewed or official" in y.text


async def test_follow_up_leans_on_what_was_asked(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "ask", question="can i take kratom with zoloft", private=True)
    form = await sim.click("alice", x, texts.FOLLOW_UP)
    assert form.modal is not None
    y = await sim.submit_modal("alice", form, {texts.FORM_LABEL: "and with prozac?"})
    assert_answer(y, "SSRI")
    assert y.ephemeral


async def test_follow_up_of_another_person_leans_on_what_the_answer_is_about(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "ask", question="what is kratom withdrawal like")
    form = await sim.click("bob", x, texts.FOLLOW_UP)
    y = await sim.submit_modal("bob", form, {texts.FORM_LABEL: "how does it feel"})
    assert_answer(y, "runny nose")
    assert not y.ephemeral


@pytest.mark.parametrize(("text", "says"), [(CRY, "Find A Helpline"), ("x" * 4000, "This message is too long")])
async def test_follow_up_may_be_anything(sim: DiscordSim, text: str, says: str) -> None:
    x = await sim.slash("alice", "ask", question=ASKED)
    form = await sim.click("alice", x, texts.FOLLOW_UP)
    y = await sim.submit_modal("alice", form, {texts.FORM_LABEL: text})
    assert_answered(y)
    assert says in y.text


async def test_private_answer_is_shared_by_its_asker(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "ask", question=ASKED, private=True)
    y = await sim.click("alice", x, texts.SHARE, until=lambda y: y.messages)
    assert y.ok
    assert not y.ephemeral
    assert y.text.startswith(f"<@{sim.world.user('alice')['id']}> shows you an answer:")
    assert NO_TRIAL in y.text
    assert y.messages[0].pings == set()
    assert texts.SHARE not in labels(y)
    assert x.message is not None
    assert x.message.edits == 0  # sharing leaves it as it is


async def test_nobody_shares_where_they_may_not_write(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "ask", question=ASKED, private=True, _channel="read-only")
    y = await sim.click("alice", x, texts.SHARE)
    assert_answered(y)
    assert y.ephemeral
    assert "You may not write in this channel" in y.text


async def test_public_answers_offer_no_sharing_and_crises_no_buttons(sim: DiscordSim) -> None:
    assert texts.SHARE not in labels(await sim.slash("alice", "ask", question=ASKED))
    assert not (await sim.slash("alice", "ask", question=CRY)).buttons
    refused = await sim.slash("alice", "ask", question="how much kratom should i take", private=True)
    assert not {texts.MORE, texts.SHARE} & set(labels(refused))


async def test_near_topics_lead_to_real_answers(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "ask", question="What is the capital of France?")
    assert "I have no sourced answer to this" in x.text
    assert x.buttons
    y = await sim.click("bob", x, x.buttons[0]["label"])
    assert_answer(y)
    assert y.ephemeral


# Where the bot is not, as an app that a person installed


@pytest.mark.parametrize("where", ["another server", "a group"])
async def test_works_as_an_app_that_a_person_installed(sim: DiscordSim, where: str) -> None:
    place = elsewhere(sim) if where == "another server" else group(sim)
    asked = await sim.slash("alice", "ask", question=ASKED, private=True, _channel=place)
    assert_answer(asked, NO_TRIAL)
    assert asked.ephemeral
    assert_answer(await sim.slash("alice", "legal", place="id:us", _channel=place), "Banned (1): Alabama.")
    assert_answer(await sim.slash("alice", "interaction", substance="zoloft", _channel=place))
    assert_answered(await sim.slash("alice", "crisis", _channel=place))
    topics = await sim.slash("alice", "topics", _channel=place)
    await sim.select("alice", topics, ["Basics"])
    assert_answer(await sim.select("alice", topics, ["What kratom is"]), "Kratom is a tree")
    assert_answered(await sim.click("alice", asked, texts.SOURCES))
    form = await sim.click("alice", asked, texts.FOLLOW_UP)
    assert_answered(await sim.submit_modal("alice", form, {texts.FORM_LABEL: "what is kratom"}))
    said = await sim.say("bob" if where == "a group" else "alice", place, ASKED, expect=False)
    assert not said.messages
    assert_answer(await sim.message_command("alice", said, texts.ANSWER_MENU), NO_TRIAL)


COMMANDS: list[tuple[str, dict[str, str]]] = [
    ("ask", {"question": ASKED}),
    ("legal", {"place": "id:us-al"}),
    ("interaction", {"substance": "zoloft"}),
    ("topics", {}),
    ("source", {"id": "mood-2021"}),
    ("crisis", {}),
    ("receipt", {"id": "K1-0"}),
    ("privacy", {}),
    ("about", {}),
    ("help", {}),
]


@pytest.mark.parametrize("where", ["general", "a-thread", "dm", "elsewhere", "group"])
@pytest.mark.parametrize(("command", "options"), COMMANDS, ids=[name for name, _ in COMMANDS])
async def test_every_command_answers_everywhere(
    sim: DiscordSim, command: str, options: dict[str, str], where: str
) -> None:
    channel = {"elsewhere": elsewhere, "group": group}[where](sim) if where in ("elsewhere", "group") else where
    assert_answered(await sim.slash("alice", command, _channel=channel, **options))


async def test_answer_can_be_shared_in_another_server_but_not_in_a_group(sim: DiscordSim) -> None:
    there = await sim.slash("alice", "ask", question=ASKED, private=True, _channel=elsewhere(sim))
    shared = await sim.click("alice", there, texts.SHARE, until=lambda y: y.messages)
    assert NO_TRIAL in shared.text
    assert not shared.ephemeral
    among = await sim.slash("alice", "ask", question=ASKED, private=True, _channel=group(sim))
    assert texts.SHARE not in labels(among)


async def test_moderators_commands_are_only_where_the_bot_is(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "corpus reload", _channel=elsewhere(sim))
    assert x.hidden


def elsewhere(sim: DiscordSim) -> dict:
    guild = next(guild for guild in sim.world.guilds.values() if guild.name == "Elsewhere")
    return sim.world.channel("general", guild)


def group(sim: DiscordSim) -> dict:
    return next(channel for channel in sim.world.channels.values() if channel.get("name") == "friends")


# After a restart, with another build, and with forged ids


async def test_buttons_and_menus_outlive_a_restart_and_a_change_of_the_corpus(tables: Place, tmp_path: Path) -> None:
    place = tables.copy(tmp_path)
    async with running_bot(place) as shared:
        sim = shared.sim
        answer = await sim.slash("alice", "ask", question="can kratom hurt the liver", private=True)
        sad = await sim.slash("alice", "ask", question=ASKED, private=True)
        topics = await sim.slash("alice", "topics")
        await sim.select("alice", topics, ["Harms"])
        nothing = await sim.slash("alice", "ask", question="What is the capital of France?")
        form = await sim.click("alice", answer, texts.FOLLOW_UP)
        receipt = receipt_in(answer.text)

        await restart(shared)

        assert_answer(await sim.click("alice", answer, texts.MORE))
        assert_answered(await sim.click("alice", answer, texts.SOURCES))
        assert_answer(await sim.submit_modal("alice", form, {texts.FORM_LABEL: "what are the signs?"}), "Yellow eyes")
        assert_answer(await sim.click("alice", nothing, nothing.buttons[0]["label"]))
        shared_again = await sim.click("alice", answer, texts.SHARE, until=lambda y: y.messages)
        assert_answer(shared_again, "Liver injury after kratom")
        await sim.select("alice", topics, ["Kratom and the liver"])
        assert_answer(await sim.select("alice", topics, ["Signs to take seriously"]), "Yellow eyes")

        # The passage goes, and with it what leads to it.
        (place.corpus / "articles/harms/liver.md").unlink()
        x = await sim.slash("mod", "corpus reload", _timeout=90, _until=lambda x: "answers now" in x.text)
        assert_answered(x)
        gone = await sim.select("alice", topics, ["Signs to take seriously"])
        assert_answered(gone)
        assert "no longer in the live corpus" in gone.text
        for button in (texts.MORE, texts.SHARE):
            gone = await sim.click("alice", answer, button, until=lambda y: y.messages)
            assert "no longer in the live corpus" in gone.text
            assert gone.ephemeral
        replayed = await sim.slash("alice", "receipt", id=receipt)
        assert_answer(
            replayed,
            "Removed from the corpus since then",
            "Liver injury has been reported",
            "Liver injury after kratom",
        )
        assert_answer(await sim.click("alice", sad, texts.SHARE, until=lambda y: y.messages), NO_TRIAL)
        await sim.click("alice", topics, texts.BACK)
        assert "Harms" not in str(topics.message.components if topics.message else "")

        # A build that is no longer kept.
        live = (place.index / "CURRENT").read_text().strip()
        for folder in [path for path in place.index.glob("[0-9a-f]*") if path.name != live]:
            shutil.rmtree(folder)
        await restart(shared)
        for late in (
            await sim.slash("alice", "receipt", id=receipt),
            await sim.click("alice", answer, texts.SOURCES),
        ):
            assert_answered(late)
            assert "is no longer kept" in late.text
        shared.check()


async def test_without_an_index_everything_says_so_and_a_crisis_is_still_met(tables: Place, tmp_path: Path) -> None:
    place = tables.copy(tmp_path)
    (place.index / "CURRENT").unlink()
    async with running_bot(place, indexed=False) as shared:
        sim = shared.sim
        await sim.wait_for(lambda: "answering without an index" in shared.bot.log, 20, "the fault in the log")
        for command, options in COMMANDS:
            assert_answered(await sim.slash("alice", command, **options))
        for command, option in (("legal", "place"), ("interaction", "substance"), ("source", "id")):
            assert (await sim.autocomplete("alice", command, option, "a")).choices == []
        legal = await sim.slash("alice", "legal", place="Alabama")
        assert "I cannot look up answers at the moment" in legal.text
        assert "No index of passages is open" in (await sim.slash("alice", "topics")).text
        crisis = await sim.say("alice", "general", CRY, mention_bot=True)
        assert "Find A Helpline" in crisis.text
        asked = await sim.say("alice", "general", ASKED, mention_bot=True)
        assert "I cannot look up answers at the moment" in asked.text
        shared.check()


async def test_where_too_many_ask_a_mention_is_told_so_and_a_crisis_is_still_met(tables: Place, tmp_path: Path) -> None:
    """While the model loads, one question waits; the rest are told so."""
    place = tables.copy(tmp_path)
    env = {
        "KRATOM_DISCORD__QUEUE_LENGTH": "1",
        "KRATOM_DISCORD__ANSWER_TIMEOUT_S": "0.3",
        "KRATOM_ENCODER": "reference",  # loads for seconds
    }
    async with running_bot(place, env, indexed=False) as shared:
        sim = shared.sim
        waiting = asyncio.create_task(sim.slash("alice", "legal", place="Alabama"))
        await asyncio.sleep(0.05)
        busy = await sim.say("bob", "general", ASKED, mention_bot=True)
        crisis = await sim.say("bob", "general", CRY, mention_bot=True)
        assert "index opened" not in shared.bot.log
        assert "Many people are asking" in busy.text
        assert "If someone is in danger" in busy.text
        assert "Find A Helpline" in crisis.text
        assert "This took too long" in (await waiting).text
        shared.check()


FORGED = [
    "k1:more:0:0",
    "k1:more:999:K1000000000000",
    "k1:sources:0:K1" + "Z" * 70,
    "k1:share:0:K1000000000000",
    "k1:show:000000000000",
    f"k1:show:{key_of('no such passage')}",
]


@pytest.mark.parametrize("forged", FORGED)
async def test_forged_buttons_are_answered_and_do_nothing(sim: DiscordSim, forged: str) -> None:
    x = await sim.slash("alice", "ask", question=ASKED)
    assert x.message is not None
    row = next(part for part in x.message.components if part["type"] == 1)
    row["components"][0]["custom_id"] = forged
    y = await sim.click("bob", x, forged)
    assert_answered(y)
    assert y.ephemeral
    assert "Something went wrong" not in y.text
    assert NO_TRIAL not in y.text


@pytest.mark.parametrize("level", [Level.TOPIC, Level.ARTICLE, Level.PASSAGE, Level.CITING])
async def test_forged_choices_are_answered_and_do_nothing(sim: DiscordSim, level: Level) -> None:
    x = await sim.slash("alice", "topics")
    assert x.message is not None
    select = x.message.selects[0]
    select["custom_id"] = f"k1:menu:{level}:ffffffffffff:999"
    select["options"][0]["value"] = "x" * 100
    y = await sim.select("alice", x, ["x" * 100])
    assert y.ok
    assert "no longer in the live corpus" in (y.text or x.text)


async def test_share_of_a_public_answer_is_refused_though_the_button_is_forged(sim: DiscordSim) -> None:
    x = await sim.slash("alice", "ask", question=ASKED)
    assert x.message is not None
    forged = custom_ids.answer_button(Act.SHARE, receipt_in(x.text))
    row = next(part for part in x.message.components if part["type"] == 1)
    row["components"][0]["custom_id"] = forged
    y = await sim.click("bob", x, forged)
    assert_answered(y)
    assert y.ephemeral
    assert texts.NOT_YOURS_TO_SHARE in y.text


async def test_what_is_typed_anywhere_reaches_no_log_and_no_file(shared: Shared) -> None:
    canary, sim = "zebrafinchcanary", shared.sim
    for command, option in (("legal", "place"), ("interaction", "substance"), ("source", "id"), ("receipt", "id")):
        assert_answered(await sim.slash("alice", command, **{option: canary}))
    for command, option in (("legal", "place"), ("interaction", "substance"), ("source", "id")):
        await sim.autocomplete("alice", command, option, canary)
    await sim.say("alice", "general", f"{ASKED} {canary}", mention_bot=True)
    x = await sim.slash("alice", "ask", question=ASKED)
    form = await sim.click("alice", x, texts.FOLLOW_UP)
    await sim.submit_modal("alice", form, {texts.FORM_LABEL: canary})
    sim.fault("create_message", status=500, times=10)
    await sim.say("alice", "general", f"{ASKED} {canary}", mention_bot=True, expect=False, quiet=1.0)
    sim.rest.faults.clear()
    assert canary not in shared.bot.log
    files = [path for path in shared.place.root.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if canary.encode() in path.read_bytes()]
