"""/diagnose: what is wrong with the bot here, and what to do."""

import asyncio
import time

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands

from bot.frontends.discord_client import diagnosis, texts
from bot.frontends.discord_client.acts import record_act
from bot.frontends.discord_client.admission import admit
from bot.frontends.discord_client.desk import Desk
from bot.frontends.discord_client.diagnosis import Finding
from bot.frontends.discord_client.freshness import stale_words
from bot.frontends.discord_client.messages import Interaction, defer, reply_parts, send_reply
from bot.frontends.discord_client.permissions import is_home, server_ids
from bot.frontends.discord_client.worker import run_in_thread
from bot.state.models import Act, ActOutcome

_ROUNDS = 5
_PAUSE_S = 0.02
_MENUS = (discord.AppCommandType.message, discord.AppCommandType.user)
_KINDS = {discord.AppCommandOptionType.subcommand, discord.AppCommandOptionType.subcommand_group}


class DiagnoseCog(commands.Cog):
    """The diagnosis."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(description="What is wrong with me here, and what to do")
    @app_commands.guild_only()
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.default_permissions(manage_guild=True)
    async def diagnose(self, interaction: Interaction) -> None:
        """Look at permissions, commands, index, state and load."""
        await admit(self._desk, interaction, Act.DIAGNOSE)
        await defer(interaction, ephemeral=True)
        findings = await self._findings(interaction)
        amiss = sum(bool(one.remedy) for one in findings)
        await record_act(self._desk, interaction, Act.DIAGNOSE, ActOutcome.DONE, details={"amiss": amiss})
        parts = reply_parts(diagnosis.blocks(findings), self._desk.voice(interaction).safeguards)
        await send_reply(interaction, parts, ephemeral=True)

    async def _findings(self, interaction: Interaction) -> list[Finding]:
        assembly, desk = self._desk.assembly, self._desk
        edition, withdrawn = assembly.shelf.current(), assembly.withdrawals.current()
        manifest = edition.manifest if edition else None
        home = is_home(interaction.guild_id, desk.settings.home_server_ids, server_ids(interaction.client))
        index_fault, state_fault = str(assembly.shelf.fault or ""), assembly.state.fault
        stale = await run_in_thread("diagnose", lambda: stale_words(assembly))
        if not home:  # paths and file names are for those who run the bot
            index_fault, state_fault = index_fault and texts.SEE_LOG, state_fault and texts.SEE_LOG
            stale = stale and texts.SEE_LOG
        in_thread = isinstance(interaction.channel, discord.Thread)
        return [
            diagnosis.permissions_finding(interaction.app_permissions, in_thread=in_thread),
            diagnosis.commands_finding(*await _commands(interaction.client)),
            *diagnosis.index_findings(manifest, index_fault, stale),
            diagnosis.state_finding(state_fault),
            diagnosis.withdrawn_finding(
                len(withdrawn.articles), len(withdrawn.passages), everything=withdrawn.everything
            ),
            diagnosis.home_finding(home),
            diagnosis.gateway_finding(interaction.client.latency),
            diagnosis.loop_finding(await _loop_delay_s()),
            diagnosis.queue_finding(desk.worker.waiting, desk.settings.queue_length),
            diagnosis.memory_finding(diagnosis.resident_bytes()),
            diagnosis.versions_finding(manifest),
        ]


async def _commands(client: discord.Client) -> tuple[set[str], set[str] | None]:
    """Return the commands of the code and those registered, with their subcommands; None if Discord cannot be asked."""
    if not isinstance(client, commands.Bot):
        return set(), None
    in_code = {one.qualified_name for one in client.tree.walk_commands() if not isinstance(one, app_commands.Group)}
    in_code |= {one.name for kind in _MENUS for one in client.tree.get_commands(type=kind)}
    try:
        known = await client.tree.fetch_commands()
    except (discord.DiscordException, aiohttp.ClientError, OSError):
        return in_code, None
    registered: set[str] = set()
    for command in known:
        below = [one.name for one in command.options if one.type in _KINDS]
        registered |= {f"{command.name} {one}" for one in below} or {command.name}
    return in_code, registered


async def _loop_delay_s() -> float:
    """Return by how many seconds the event loop was late at most, over a tenth of a second."""
    late = 0.0
    for _ in range(_ROUNDS):
        began = time.monotonic()
        await asyncio.sleep(_PAUSE_S)
        late = max(late, time.monotonic() - began - _PAUSE_S)
    return late
