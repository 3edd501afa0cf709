"""Every command the bot registers, for every kind of member, in every kind of place.

A new command needs a row in ROWS; without one `test_every_registered_command_has_a_row` names it.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import pytest_asyncio

from bot.frontends.discord_client import texts
from tests.discord_sim.driver.commands import MESSAGE_MENU
from tests.discord_sim.exchange import Exchange, Until
from tests.discord_sim.sim import DiscordSim
from tests.e2e.bots import Place, Shared, assert_answered, rebuild, running_bot
from tests.e2e.corpus_on_disk import write_corpus
from tests.e2e.tables_on_disk import write_tables

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]

ROOT = Path(__file__).resolve().parents[2]
ASKED = "does kratom help with depression"
SUBCOMMAND, SUBCOMMAND_GROUP = 1, 2


@dataclass(frozen=True)
class Row:
    """How a command is used here.

    Attributes:
        options: What is given to it; a file as (name, bytes).
        moderators: Whether it is for those who may manage a server, and only where the bot is.
        until: When its reply is whole, where it grows.
    """

    options: Mapping[str, object] = field(default_factory=dict)
    moderators: bool = False
    until: Until = None


def reloaded(x: Exchange) -> bool:
    return bool(x.text) and "Reloading: " not in x.text


ROWS: dict[str, Row] = {
    "about": Row(),
    "ask": Row({"question": ASKED}),
    "corpus add": Row({"file": ("notes.txt", b"Kratom is a tree.")}, moderators=True),
    "corpus check": Row(moderators=True),
    "corpus feedback": Row(moderators=True),
    "corpus gaps": Row(moderators=True),
    "corpus history": Row(moderators=True),
    "corpus preview": Row(moderators=True, until=reloaded),
    "corpus reload": Row(moderators=True, until=reloaded),
    "corpus remove": Row({"id": "no-such-article"}, moderators=True),
    "corpus restore": Row({"subject": "no-such-passage"}, moderators=True),
    "corpus rollback": Row(moderators=True),
    "corpus stale": Row(moderators=True),
    "corpus status": Row(moderators=True),
    "corpus withdraw": Row({"subject": "no-such-passage", "reason": "a test"}, moderators=True),
    "crisis": Row(),
    "diagnose": Row(moderators=True),
    "help": Row(),
    "interaction": Row({"substance": "zoloft"}),
    "legal": Row({"place": "id:us-al"}),
    "privacy": Row(),
    "receipt": Row({"id": "K1-0"}),
    "settings": Row(moderators=True),
    "source": Row({"id": "mood-2021"}),
    "topics": Row(),
    texts.ANSWER_MENU: Row(),
}
PEOPLE = {"alice": "member", "mod": "moderator", "boss": "administrator"}
PLACES = ("server", "direct message", "user install")


def setup(sim: DiscordSim) -> dict[str, str]:
    """An administrator, and a server without the bot where people have the same rights."""
    elsewhere = sim.world.add_guild("Elsewhere", with_bot=False)
    for guild in (sim.world.guild, elsewhere):
        sim.world.add_role("Boss", ["administrator"], guild=guild)
        sim.world.add_member("boss", roles=["Boss"], guild=guild)
    sim.world.add_role("Manager", ["manage_guild"], guild=elsewhere)
    sim.world.add_member("mod", roles=["Manager"], guild=elsewhere)
    sim.world.add_member("alice", guild=elsewhere)
    sim.world.add_member("bob", guild=elsewhere)
    return {}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Shared]:
    place = Place(tmp_path_factory.mktemp("matrix"))
    write_corpus(place.corpus)
    write_tables(place.corpus)
    rebuild(place)
    async with running_bot(place, setup=setup) as shared:
        yield shared


@pytest.fixture
def shared(running: Shared) -> Iterator[Shared]:
    running.forget()
    yield running
    running.sim.permit_as_before()
    running.check()


@pytest.fixture
def sim(shared: Shared) -> DiscordSim:
    return shared.sim


def leaves(name: str, command: dict) -> Iterator[tuple[str, dict]]:
    """Every command that can be used, by the words it is used with."""
    below = [o for o in command.get("options", []) if o["type"] in (SUBCOMMAND, SUBCOMMAND_GROUP)]
    for option in below:
        yield from leaves(f"{name} {option['name']}", option)
    if not below:
        yield name, command


def registered(sim: DiscordSim) -> dict[str, dict]:
    return {path: leaf for name, command in sim.commands.items() for path, leaf in leaves(name, command)}


async def use(sim: DiscordSim, who: str, name: str, where: str, **options: object) -> Exchange:
    """Use a command with the options of its row, or others."""
    row = ROWS[name]
    elsewhere = next(guild for guild in sim.world.guilds.values() if guild.name == "Elsewhere")
    channel = {"server": "general", "direct message": "dm", "user install": sim.world.channel("general", elsewhere)}
    if sim.commands.get(name, {}).get("type") == MESSAGE_MENU:
        author = who if where == "direct message" else "bob"
        said = await sim.say(author, channel[where], ASKED, expect=where == "direct message", quiet=0.0)
        assert said.said is not None
        return await sim.message_command(who, said.said, name)
    return await sim.slash(
        who, name, _channel=channel[where], _until=row.until, _timeout=60, **{**row.options, **options}
    )


async def test_every_registered_command_has_a_row(sim: DiscordSim) -> None:
    assert set(registered(sim)) == set(ROWS), "add a row to ROWS for what is new"


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("who", PEOPLE, ids=PEOPLE.values())
@pytest.mark.parametrize("name", ROWS)
async def test_command_answers_those_it_is_for(sim: DiscordSim, name: str, who: str, where: str) -> None:
    """With a reply or a refusal in words, both notices and no ping; `shared` checks those for every message."""
    x = await use(sim, who, name, where)
    if ROWS[name].moderators and (where != "server" or who == "alice"):
        assert x.hidden
        assert not x.messages
    else:
        assert_answered(x)
        assert texts.NOT_MODERATOR not in x.text


@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if row.moderators])
async def test_command_for_moderators_refuses_a_member_whom_discord_lets_through(sim: DiscordSim, name: str) -> None:
    sim.permit(name.split()[0], True, user="alice")
    x = await use(sim, "alice", name, "server")
    assert_answered(x)
    assert x.ephemeral
    assert texts.NOT_MODERATOR in x.text


@pytest.mark.parametrize("who", ["alice", "mod"])
async def test_administrators_may_take_any_command_away(sim: DiscordSim, who: str) -> None:
    sim.permit(None, False, role="@everyone")
    sim.permit(None, False, role="Moderator")
    for name in ("ask", "crisis", "corpus status"):
        assert (await use(sim, who, name, "server")).hidden
        assert not (await use(sim, "boss", name, "server")).hidden
    assert_answered(await use(sim, who, "crisis", "direct message"))


# Buttons, menus and forms


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("who", PEOPLE, ids=PEOPLE.values())
async def test_every_button_menu_and_form_works_for_everybody_everywhere(sim: DiscordSim, who: str, where: str) -> None:
    """What each leads to is tested by itself in other files; here, that nobody is left without a reply anywhere."""
    private = await use(sim, who, "ask", where, private=True)
    for button in (texts.MORE, texts.SOURCES, texts.HELPFUL, texts.NOT_HELPFUL):
        y = await sim.click(who, private, button, until=lambda y: y.messages)
        assert_answered(y)
        assert y.ephemeral
    assert_moved(await sim.select(who, y, [texts.REASONS["none"]]))
    form = await sim.click(who, private, texts.FOLLOW_UP)
    assert form.ack_type == "modal"
    assert_answered(await sim.submit_modal(who, form, {texts.FORM_LABEL: "can kratom hurt the liver"}))
    if where == "direct message":
        assert texts.SHARE not in {button["label"] for button in private.buttons}
    else:
        y = await sim.click(who, private, texts.SHARE, until=lambda y: y.messages)
        assert_answered(y)
        assert not y.ephemeral
    public = await use(sim, who, "ask", where)
    await sim.click(who, public, texts.DELETE, until=lambda _: public.messages[0].deleted)
    assert public.messages[0].deleted
    unanswered = await use(sim, who, "ask", where, question="What is the capital of France?")
    assert_answered(await sim.click(who, unanswered, unanswered.buttons[0]["label"]))
    topics = await use(sim, who, "topics", where)
    assert_moved(await sim.select(who, topics, ["Basics"]))
    assert_moved(await sim.click(who, topics, texts.BACK))
    assert_moved(await sim.select(who, topics, ["Basics"]))
    assert_answered(await sim.select(who, topics, ["What kratom is"], until=lambda y: y.messages))
    source = await use(sim, who, "source", where)
    assert_answered(await sim.select(who, source, [source.message.selects[0]["options"][0]["value"]]))
    unknown = await use(sim, who, "legal", where, place="Allabamma")
    assert_answered(await sim.click(who, unknown, unknown.buttons[0]["label"]))
    held = await use(sim, who, "privacy", where)
    assert_moved(await sim.click(who, held, texts.DELETE_DATA))
    assert_moved(await sim.click(who, held, texts.DELETE_DATA_NOW))


def assert_moved(x: Exchange) -> None:
    """The person's press changed the message it stands in, in time."""
    assert x.ok, x
    assert x.ack_ms is not None
    assert x.ack_ms < 3000


# What texts and documents name

HTTP_PATHS = {"/healthz", "/readyz", "/metrics"}
POINTER = re.compile(r"`(/[a-z][a-z-]*(?: [a-z][a-z_-]*)*)`")
NAMING = [
    *(
        ROOT / name
        for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "PRIVACY.md", "TERMS.md", ".env.example")
    ),
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "corpus").rglob("*.md")),
    *sorted((ROOT / "corpus").glob("*.yaml")),
    *sorted(path for folder in ("bot", "corpus", "index") for path in (ROOT / folder).rglob("*.py")),
]


def pointers() -> dict[str, set[str]]:
    """Each command that is named anywhere, with the files that name it."""
    found: dict[str, set[str]] = {}
    for path in NAMING:
        for pointer in POINTER.findall(path.read_text("utf-8")) if path.exists() else ():
            found.setdefault(pointer, set()).add(str(path.relative_to(ROOT)))
    return found


async def test_every_command_that_is_named_anywhere_exists(sim: DiscordSim) -> None:
    """By its whole name, that of its group, or with names of its options after it."""
    known = {path: {o["name"] for o in leaf.get("options", [])} for path, leaf in registered(sim).items()}
    groups = {path.rpartition(" ")[0] for path in known} - {""}

    def exists(pointer: str) -> bool:
        words = pointer.removeprefix("/").split()
        if " ".join(words) in groups or pointer in HTTP_PATHS:
            return True
        return any(
            (options := known.get(" ".join(words[:n]))) is not None and options.issuperset(words[n:])
            for n in range(1, len(words) + 1)
        )

    named = pointers()
    assert {pointer: files for pointer, files in named.items() if not exists(pointer)} == {}
    assert {"/ask", "/crisis", "/topics", "/corpus reload"} <= named.keys()
