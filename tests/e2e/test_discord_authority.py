"""Every act of moderators, tried by everybody who may not: refused, noted in the audit log, and without effect.

Derived from what is registered: a new command or component for moderators needs a row here.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
import pytest_asyncio

from bot.frontends.discord_client import texts
from bot.frontends.discord_client.components import COMPONENTS
from bot.frontends.discord_client.moderator_components import MODERATOR_COMPONENTS
from bot.frontends.discord_client.permissions import LOOKING
from bot.state.models import Act, ActOutcome, DatedEntry, GuildSettings
from tests.discord_sim.exchange import Exchange
from tests.discord_sim.sim import DiscordSim
from tests.discord_sim.world.guild import Guild
from tests.discord_sim.world.message import Message
from tests.e2e.bots import Place, Shared, assert_answered, running_bot
from tests.e2e.state_on_disk import opened_state

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio(loop_scope="module")]

ASKED = "does kratom help with depression"
NO_TRIAL = "No randomised trial has tested kratom as a treatment for depression."
PASSAGE = "depression#no-trial"
SECRET = "sekritreason"
KEY = "0" * 32
REFUSALS = (texts.NOT_MODERATOR, texts.NOT_MANAGER, texts.NOT_HOME)
SUBCOMMANDS = (1, 2)

# Commands by the words they are used with, and what is given to them.
COMMANDS: dict[str, dict[str, object]] = {
    "corpus add": {"file": ("a.md", b"# A\n\nKratom is a tree that grows in Thailand and is chewed there by people.")},
    "corpus check": {},
    "corpus feedback": {},
    "corpus gaps": {},
    "corpus history": {},
    "corpus preview": {},
    "corpus reload": {},
    "corpus remove": {"id": "depression"},
    "corpus restore": {"subject": PASSAGE},
    "corpus rollback": {},
    "corpus stale": {},
    "corpus status": {},
    "corpus withdraw": {"subject": PASSAGE, "reason": "because"},
    "diagnose": {},
    "settings": {},
}


@dataclass(frozen=True)
class Press:
    """A component as somebody could forge it.

    Attributes:
        component: its JSON.
        act: what it would do.
        values: what is chosen, in a menu.
        manages: whether a moderator's role alone is not enough.
    """

    component: Mapping[str, Any]
    act: Act
    values: tuple[str, ...] = ()
    manages: bool = False


def button(custom_id: str) -> dict[str, Any]:
    return {"type": 2, "id": 901, "style": 2, "label": "forged", "custom_id": custom_id}


def menu(custom_id: str, *values: str) -> dict[str, Any]:
    options = [{"label": value, "value": value} for value in values]
    return {
        "type": 3,
        "id": 901,
        "custom_id": custom_id,
        "options": options,
        "min_values": 0,
        "max_values": len(values),
    }


# Components by the name of their class; those that anybody may use are named too, with the reason.
PRESSES: dict[str, list[Press]] = {
    "AddingButton": [Press(button(f"k1:add:{choice}:{KEY}"), Act.ADD) for choice in ("yes", "no")],
    "HistoryButton": [Press(button(f"k1:history:{scope}:0"), Act.HISTORY) for scope in ("here", "all")],
    "FeedbackMenu": [Press(menu("k1:votes", "0" * 12), Act.FEEDBACK, ("0" * 12,))],
    "SettingMenu": [
        Press(menu(f"k1:pick:{setting}", value), Act.SETTINGS, (value,), manages=True)
        for setting, value in (("channels", "1"), ("roles", "1"), ("language", "de"), ("cooldown", "0"))
    ],
    "SettingSwitch": [
        Press(button(f"k1:switch:{setting}:{to}"), Act.SETTINGS, manages=True)
        for setting in ("private", "age")
        for to in ("on", "off")
    ],
}
FOR_ANYBODY = {
    "AnswerButton": "deleting is for the asker and moderators: test_delete_button_of_an_answer_…; the rest is for all",
    "PassageButton": "shows a passage, as /topics does",
    "Menu": "lists what the corpus has",
    "PageButton": "turns such a list",
    "ReasonMenu": "saves the presser's own reason",
    "OwnDataButton": "shows and deletes the presser's own data",
}
ALL_PRESSES = [pytest.param(one, id=one.component["custom_id"][3:]) for row in PRESSES.values() for one in row]
FORMER = "former"  # had the role when the message came
HOLDER = "carol"  # has a moderator's role, and may not manage the server


@dataclass
class Servers:
    """The home server and another one whose owner is a stranger there."""

    sim: DiscordSim
    place: Place
    there: Guild = field(init=False)

    def __post_init__(self) -> None:
        self.there = next(one for one in self.sim.world.guilds.values() if one.name == "Elsewhere")

    @property
    def home(self) -> Guild:
        return self.sim.world.guild

    @property
    def channel_there(self) -> dict[str, Any]:
        return self.sim.world.channel("general", self.there)

    def number(self, who: str) -> int:
        return int(self.sim.world.user(who)["id"])

    def noted(self, guild: Guild | None) -> list[DatedEntry]:
        with opened_state(self.place) as state:
            return list(state.audit.latest(200, int(guild.id) if guild else None))

    def settings(self, guild: Guild) -> GuildSettings:
        with opened_state(self.place) as state:
            return state.guilds.get(int(guild.id))


def two_servers(sim: DiscordSim) -> dict[str, str]:
    world = sim.world
    curator = world.add_role("Curator")
    world.add_member("carol", roles=["Curator"])
    world.add_member("former", roles=["Curator", "Moderator"])
    elsewhere = world.add_guild("Elsewhere", "stranger")
    world.add_member("guest", guild=elsewhere)
    return {
        "KRATOM_DISCORD__HOME_SERVER_IDS": json.dumps([int(world.guild.id)]),
        "KRATOM_DISCORD__MODERATOR_ROLE_IDS": json.dumps([int(curator["id"])]),
    }


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running(built: Place, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Shared]:
    async with running_bot(built.copy(tmp_path_factory.mktemp("authority")), setup=two_servers) as shared:
        for name in {path.split()[0] for path in COMMANDS}:  # as where a server's owner shows them to everyone
            shared.sim.commands[name].update(default_member_permissions=None)
        yield shared


@pytest.fixture
def servers(running: Shared) -> Iterator[Servers]:
    running.forget()
    servers = Servers(running.sim, running.place)
    yield servers
    running.check()


@pytest.fixture
def sim(servers: Servers) -> DiscordSim:
    return servers.sim


@contextmanager
def without_roles(sim: DiscordSim, who: str) -> Iterator[None]:
    member = sim.world.guild.members[sim.world.user(who)["id"]]
    before, member["roles"] = member["roles"], []
    yield
    member["roles"] = before


def forge(message: Message, component: Mapping[str, Any]) -> None:
    """Put a component into a message that the bot never put there."""
    rows = [row for row in message.data["components"] if row.get("id") != 900]
    message.data["components"] = [*rows, {"type": 1, "id": 900, "components": [dict(component)]}]


async def use(sim: DiscordSim, who: str, press: Press, channel: object = "general") -> Exchange:
    """Press a forged component under a message of the bot in a channel."""
    x = await sim.slash(who, "about", _channel=channel)
    assert x.message is not None
    forge(x.message, press.component)
    name = press.component["custom_id"]
    if press.component["type"] == 2:
        return await sim.click(who, x, name)
    return await sim.select(who, x, list(press.values), name)


def assert_refused(servers: Servers, x: Exchange, guild: Guild, who: str, act: Act) -> None:
    """Told in words that they may not, in private, and noted as the last act."""
    assert_answered(x)
    assert x.ephemeral
    assert any(one in x.text for one in REFUSALS), x.text
    last = servers.noted(guild)[0].entry
    assert (last.act, last.outcome, last.actor_id) == (act, ActOutcome.NOT_ALLOWED, servers.number(who))


def act_of(command: str) -> Act:
    return Act(command.split()[-1])


# The table is whole


def registered_for_moderators(startup: list[Any]) -> set[str]:
    """The commands that were registered as for members who may manage a server, by the words they are used with."""
    (body,) = [call.body for call in startup if call.method == "PUT" and call.path.endswith("/commands")]
    found = set()
    for command in body:
        if command.get("default_member_permissions") is None:
            continue
        below = [one for one in command.get("options", []) if one["type"] in SUBCOMMANDS]
        found |= {f"{command['name']} {one['name']}" for one in below} or {command["name"]}
    return found


async def test_every_command_for_moderators_has_a_row(running: Shared) -> None:
    assert registered_for_moderators(running.startup_calls) == set(COMMANDS), "add a row to COMMANDS for what is new"


async def test_every_component_has_a_row(running: Shared) -> None:
    known = {kind.__name__ for kind in (*COMPONENTS, *MODERATOR_COMPONENTS)}
    assert known == set(PRESSES) | set(FOR_ANYBODY), "add a row to PRESSES, or say why anybody may use it"
    assert {kind.__name__ for kind in MODERATOR_COMPONENTS} <= set(PRESSES)


async def test_every_act_is_tried(running: Shared) -> None:
    tried = {act_of(command) for command in COMMANDS} | {one.act for row in PRESSES.values() for one in row}
    assert tried | {Act.DELETE_MESSAGE} == set(Act)


# Those who are no moderators


@pytest.mark.parametrize("command", COMMANDS)
async def test_plain_member_is_refused_and_noted(servers: Servers, command: str) -> None:
    x = await servers.sim.slash("alice", command, **COMMANDS[command])
    assert_refused(servers, x, servers.home, "alice", act_of(command))


@pytest.mark.parametrize("command", COMMANDS)
async def test_who_lost_the_role_is_refused_and_noted(servers: Servers, command: str) -> None:
    with without_roles(servers.sim, FORMER):
        x = await servers.sim.slash(FORMER, command, **COMMANDS[command])
    assert_refused(servers, x, servers.home, FORMER, act_of(command))


@pytest.mark.parametrize("command", COMMANDS)
async def test_plain_member_of_another_server_is_refused_and_noted_there(servers: Servers, command: str) -> None:
    x = await servers.sim.slash("guest", command, _channel=servers.channel_there, **COMMANDS[command])
    assert_refused(servers, x, servers.there, "guest", act_of(command))


@pytest.mark.parametrize("press", ALL_PRESSES)
async def test_forged_button_is_refused_and_noted(servers: Servers, press: Press) -> None:
    before = servers.settings(servers.home)
    assert_refused(servers, await use(servers.sim, "alice", press), servers.home, "alice", press.act)
    assert servers.settings(servers.home) == before


@pytest.mark.parametrize("press", ALL_PRESSES)
async def test_forged_button_in_direct_messages_does_nothing(servers: Servers, press: Press) -> None:
    before, noted = servers.settings(servers.home), len(servers.noted(servers.home))
    x = await use(servers.sim, "mod", press, "dm")
    assert_answered(x)
    assert any(one in x.text for one in (*REFUSALS, texts.ONLY_IN_SERVERS)), x.text
    assert servers.settings(servers.home) == before
    assert len(servers.noted(servers.home)) == noted


@pytest.mark.parametrize("press", ALL_PRESSES)
async def test_old_button_is_refused_after_the_role_is_lost(servers: Servers, press: Press) -> None:
    with without_roles(servers.sim, FORMER):
        assert_refused(servers, await use(servers.sim, FORMER, press), servers.home, FORMER, press.act)


@pytest.mark.parametrize("press", [one for one in ALL_PRESSES if one.values[0].manages])
async def test_holder_of_a_role_cannot_change_what_managers_set(servers: Servers, press: Press) -> None:
    before = servers.settings(servers.home)
    assert_refused(servers, await use(servers.sim, HOLDER, press), servers.home, HOLDER, press.act)
    assert servers.settings(servers.home) == before


# Moderators of another server


@pytest.mark.parametrize("command", [one for one in COMMANDS if act_of(one) not in LOOKING])
async def test_owner_of_another_server_cannot_change_the_corpus(servers: Servers, command: str) -> None:
    x = await servers.sim.slash("stranger", command, _channel=servers.channel_there, **COMMANDS[command])
    assert_refused(servers, x, servers.there, "stranger", act_of(command))
    assert NO_TRIAL in (await servers.sim.slash("alice", "ask", question=ASKED)).text


@pytest.mark.parametrize("press", [one for one in ALL_PRESSES if one.values[0].act not in LOOKING])
async def test_owner_of_another_server_cannot_press_a_forged_button(servers: Servers, press: Press) -> None:
    x = await use(servers.sim, "stranger", press, servers.channel_there)
    assert_refused(servers, x, servers.there, "stranger", press.act)


async def test_article_that_waits_is_confirmed_only_by_who_added_it(servers: Servers) -> None:
    """Its key is seen by nobody else; known all the same, it opens nothing for other moderators or servers."""
    sim = servers.sim
    x = await sim.slash("mod", "corpus add", _timeout=60, _until=lambda y: bool(y.buttons), **COMMANDS["corpus add"])
    (confirm,) = [one["custom_id"] for one in x.buttons if ":add:yes:" in one["custom_id"]]
    press = Press(button(confirm), Act.ADD)
    assert_refused(servers, await use(sim, "alice", press), servers.home, "alice", Act.ADD)
    assert_refused(
        servers, await use(sim, "stranger", press, servers.channel_there), servers.there, "stranger", Act.ADD
    )
    assert texts.ADD_NOT_YOURS in (await use(sim, HOLDER, press)).text
    assert texts.ADD_NOT_YOURS in (await use(sim, HOLDER, Press(button(confirm.replace("yes", "no")), Act.ADD))).text
    with opened_state(servers.place) as state:
        assert state.overlay.all() == ()
    cancel = confirm.replace("yes", "no")
    assert texts.ADD_CANCELLED in (await sim.click("mod", x, cancel)).text


async def test_nothing_of_one_server_is_shown_or_changed_in_another(servers: Servers) -> None:
    sim, home = servers.sim, servers.home
    for press in (
        Press(button("k1:switch:private:off"), Act.SETTINGS, manages=True),
        Press(menu("k1:pick:cooldown", "2"), Act.SETTINGS, ("2",), manages=True),
    ):
        assert (await use(sim, "mod", press)).ok
    support = sim.world.channel("support")["id"]
    panel = await sim.slash("mod", "settings")
    await sim.select("mod", panel, ["support"], "Channels in which I answer for all to see")
    await sim.slash("mod", "corpus withdraw", subject=PASSAGE, reason=SECRET)
    before = servers.settings(home)
    secrets = [SECRET, home.id, support, str(servers.number("mod")), sim.world.guild.role("Curator")["id"]]

    shown = []
    for command in COMMANDS:
        if act_of(command) in LOOKING:
            shown.append(await sim.slash("stranger", command, _channel=servers.channel_there, **COMMANDS[command]))
    wide = await sim.slash("stranger", "corpus history", elsewhere=True, _channel=servers.channel_there)
    for row in PRESSES.values():
        shown += [await use(sim, "stranger", one, servers.channel_there) for one in row if one.act in LOOKING]
    for x in (*shown, wide):
        whole = x.text + "".join(
            file.decode("utf-8", "replace") for message in x.messages for file in message.files.values()
        )
        assert not [secret for secret in secrets if secret in whole], whole

    channel_of_home = Press(menu("k1:pick:channels", support), Act.SETTINGS, (support,), manages=True)
    curator = sim.world.guild.role("Curator")["id"]
    role_of_home = Press(menu("k1:pick:roles", curator), Act.SETTINGS, (curator,), manages=True)
    for press in (channel_of_home, role_of_home):
        assert texts.UNKNOWN_CHOICE in (await use(sim, "stranger", press, servers.channel_there)).text
    there = servers.settings(servers.there)
    assert (there.allowed_channels, there.moderator_roles) == (frozenset(), frozenset())
    assert servers.settings(home) == before
    assert {one.entry.guild_id for one in servers.noted(servers.there)} == {int(servers.there.id)}
    await sim.slash("mod", "corpus restore", subject=PASSAGE)
    await sim.select("mod", panel, [], "Channels in which I answer for all to see")


# Again


async def test_act_that_is_delivered_again_is_not_done_again(servers: Servers) -> None:
    sim = servers.sim
    withdrawn = await sim.slash("mod", "corpus withdraw", subject=PASSAGE, reason="once")
    assert "1 passage no longer shown" in withdrawn.text
    assert "1 passage may be shown again" in (await sim.slash("mod", "corpus restore", subject=PASSAGE)).text
    panel = await sim.slash("mod", "settings")
    switched = await sim.click("mod", panel, "Answer in private")
    assert (await sim.click("mod", panel, "Answer for all to see")).ok
    for done in (withdrawn, switched):
        before = len(sim.calls)
        sim.redeliver(done)
        await sim.wait_for(lambda before=before: any(call.status == 400 for call in sim.calls[before:]), 10, "refusal")
    assert NO_TRIAL in (await sim.slash("alice", "ask", question=ASKED)).text
    assert not servers.settings(servers.home).private_by_default
    assert {violation.code for violation in sim.violations} == {40060}
    sim.violations.clear()


async def test_refused_act_that_is_delivered_again_is_refused_again(servers: Servers) -> None:
    sim = servers.sim
    x = await sim.slash("alice", "corpus withdraw", subject=PASSAGE, reason="because")
    assert_refused(servers, x, servers.home, "alice", Act.WITHDRAW)
    before, noted = len(sim.calls), len(servers.noted(servers.home))
    sim.redeliver(x)
    await sim.wait_for(lambda: any(call.status == 400 for call in sim.calls[before:]), 10, "refusal")
    assert NO_TRIAL in (await sim.slash("alice", "ask", question=ASKED)).text
    assert len(servers.noted(servers.home)) == noted + 1
    sim.violations.clear()


# The answer of somebody else


async def test_delete_button_of_an_answer_is_for_its_asker_and_moderators(servers: Servers) -> None:
    sim = servers.sim
    x = await sim.slash("alice", "ask", question=ASKED)
    (delete,) = [one["custom_id"] for one in x.buttons if one["custom_id"].startswith("k1:delete:")]
    answer = x.message
    assert answer is not None
    assert texts.NOT_YOURS_TO_DELETE in (await sim.click("bob", x, delete)).text
    with without_roles(sim, FORMER):
        assert texts.NOT_YOURS_TO_DELETE in (await sim.click(FORMER, x, delete)).text
    assert not answer.deleted
    noted = [one.entry for one in servers.noted(servers.home)[:2]]
    assert {(one.act, one.outcome) for one in noted} == {(Act.DELETE_MESSAGE, ActOutcome.NOT_ALLOWED)}
    assert (await sim.click("mod", x, delete)).ok
    assert answer.deleted
    assert servers.noted(servers.home)[0].entry.outcome is ActOutcome.DONE
