"""Who may take an answer down, where Discord, the state or the server's settings are needed to know."""

import asyncio
from types import SimpleNamespace
from typing import Any

import discord
import pytest

from bot.frontends.discord_client import texts
from bot.frontends.discord_client.controls import Origin
from bot.frontends.discord_client.deletion import delete_answer
from bot.frontends.discord_client.guild_settings import CurrentSettings
from bot.frontends.discord_client.worker import InFlight
from bot.settings import DiscordSettings
from bot.state.errors import StateBusyError, StateError
from bot.state.models import Act, ActOutcome, AuditEntry, GuildSettings
from tests.unit.bot.frontends.discord_client.fakes import FakeInteraction, english, http_error, member

pytestmark = pytest.mark.asyncio
RECEIPT = "K1ABC"
WRITE = discord.Permissions(send_messages=True)


class FakeState:
    """Knows that message 99 belongs to person 11, or fails."""

    def __init__(self) -> None:
        self.error: StateError | None = None
        self.noted: list[AuditEntry] = []
        self.forgotten: list[int] = []
        self.messages = SimpleNamespace(belongs_to=self._belongs_to, forget=self.forgotten.append)
        self.audit = SimpleNamespace(append=self._append)

    def _belongs_to(self, message_id: int, person: int) -> bool:
        if self.error:
            raise self.error
        return (message_id, person) == (99, 11)

    def _append(self, entry: AuditEntry) -> None:
        if self.error:
            raise self.error
        self.noted.append(entry)


def make_desk(server: GuildSettings | None = None) -> Any:
    state = FakeState()
    return SimpleNamespace(
        assembly=SimpleNamespace(state=state),
        voice=english(),
        state=state,
        settings=DiscordSettings(moderator_role_ids=frozenset({5})),
        guild_settings=CurrentSettings(lambda _guild: server or GuildSettings()),
        in_flight=InFlight(),
        keeping=set(),
    )


def press(asker: int | None = None, **values: Any) -> FakeInteraction:
    """A press under message 99, whose asker Discord tells, or not."""
    about = SimpleNamespace(user=SimpleNamespace(id=asker)) if asker else None
    message = SimpleNamespace(id=99, interaction_metadata=about)
    return FakeInteraction(message=message, **{"user": member(), "permissions": WRITE, **values})


async def delete(desk: Any, interaction: FakeInteraction) -> FakeInteraction:
    await delete_answer(desk, interaction.as_real, Origin(RECEIPT))
    await asyncio.gather(*desk.keeping)
    assert desk.in_flight.count == 0
    return interaction


@pytest.mark.parametrize(
    ("asker", "user", "gone"),
    [(11, 11, True), (12, 11, False), (None, 11, True), (None, 12, False)],
    ids=["asker", "another", "asker of a mention", "another than of a mention"],
)
async def test_only_the_asker_deletes(asker: int | None, user: int, gone: bool) -> None:
    desk, pressing = make_desk(), member()
    pressing._user = SimpleNamespace(id=user)  # type: ignore[assignment]
    interaction = await delete(desk, press(asker, user=pressing))
    assert interaction.deleted is gone
    assert (texts.DELETED if gone else texts.NOT_YOURS_TO_DELETE) in interaction.text
    assert all(call.ephemeral for call in interaction.calls)
    assert desk.state.forgotten == ([99] if gone else [])
    assert [one.outcome for one in desk.state.noted] == ([] if gone else [ActOutcome.NOT_ALLOWED])


@pytest.mark.parametrize(
    ("roles", "permissions", "server"),
    [
        ([5], WRITE, GuildSettings()),
        ([6], WRITE, GuildSettings(moderator_roles=frozenset({6}))),
        ([], discord.Permissions(manage_guild=True), GuildSettings()),
        ([], discord.Permissions(administrator=True), GuildSettings()),
    ],
    ids=["the operator's role", "the server's role", "manage server", "administrator"],
)
async def test_moderator_deletes_and_it_is_noted(
    roles: list[int], permissions: discord.Permissions, server: GuildSettings
) -> None:
    desk = make_desk(server)
    interaction = await delete(desk, press(12, user=member(roles), permissions=permissions))
    assert interaction.deleted
    (entry,) = desk.state.noted
    assert (entry.act, entry.actor_id, entry.subject) == (Act.DELETE_MESSAGE, 11, "99")
    assert dict(entry.details) == {"channel": 5, "receipt": RECEIPT}


async def test_where_the_state_cannot_tell_whose_reply_it_is_only_a_moderator_deletes() -> None:
    desk = make_desk()
    desk.state.error = StateBusyError("the file")
    interaction = press()
    with pytest.raises(StateBusyError):
        await delete_answer(desk, interaction.as_real, Origin(RECEIPT))
    assert not interaction.deleted
    assert (await delete(desk, press(user=member([5])))).deleted


async def test_in_direct_messages_everything_is_the_persons_own() -> None:
    desk = make_desk()
    assert (await delete(desk, press(guild_id=None, user=SimpleNamespace(id=12)))).deleted


async def test_message_that_is_gone_already() -> None:
    interaction = press(11)
    interaction.errors = []
    desk = make_desk()

    async def gone() -> None:
        raise http_error(404, 10008)

    interaction.delete_original_response = gone  # type: ignore[method-assign]
    assert texts.DELETED_BEFORE in (await delete(desk, interaction)).text
