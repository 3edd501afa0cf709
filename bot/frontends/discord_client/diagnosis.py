"""Find out what is wrong with the bot: each finding says how it stands, and what to do where something is amiss."""

import math
import platform
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import discord

from bot.rendering.discord_markdown import escape
from index.models import IndexManifest

NEEDED = {
    "view_channel": "to see where I am mentioned",
    "send_messages": "to answer a mention in a channel",
    "send_messages_in_threads": "to answer a mention in a thread",
    "read_message_history": "to reply to the very message that asks",
}
"""The permissions the bot asks for, and what for; commands and their replies need none."""
_PACKAGES = {"discord.py": "discord.py", "FAISS": "faiss-cpu", "ONNX Runtime": "onnxruntime"}
_SLOW_GATEWAY_S = 1.0
_SLOW_LOOP_S = 0.25
_MUCH_MEMORY = 800 * 2**20
"""Of the gigabyte that the machine of the design has, in bytes."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the diagnosis, in Discord's markup; `remedy` is what to do, "" where all is well."""

    name: str
    words: str
    remedy: str = ""


def permissions_finding(have: discord.Permissions, *, in_thread: bool) -> Finding:
    """Tell which permissions are missing in this channel, and what they are for."""
    name = "Permissions in this channel"
    wanted = set(NEEDED) - ({"send_messages"} if in_thread else {"send_messages_in_threads"})
    missing = [one for one in NEEDED if one in wanted and not getattr(have, one) and not have.administrator]
    if not missing:
        return Finding(name, "all that I need")
    lines = "; ".join(f"*{one.replace('_', ' ').title()}* is missing, {NEEDED[one]}" for one in missing)
    return Finding(name, lines, "allow it for my role, in the channel's or the server's settings")


def commands_finding(in_code: Collection[str], registered: Collection[str] | None) -> Finding:
    """Compare the commands of the code with those that Discord knows; None: Discord could not be asked."""
    name = "Commands"
    if registered is None:
        return Finding(name, "Discord could not be asked which it knows", "try again in a minute")
    missing, extra = sorted(set(in_code) - set(registered)), sorted(set(registered) - set(in_code))
    if not missing and not extra:
        return Finding(name, f"{len(in_code)} registered, as in the code")
    parts = [f"not registered: {escape(', '.join(missing))}"] if missing else []
    parts += [f"registered, and no longer in the code: {escape(', '.join(extra))}"] if extra else []
    return Finding(name, "; ".join(parts), "start me again, which registers them, and see the log if that fails")


def index_findings(manifest: IndexManifest | None, fault: str, stale: str | None) -> list[Finding]:
    """Tell which build answers, why none does, and whether it fits the corpus folder."""
    if manifest is None:
        words = f"none is open, so nobody gets an answer. {escape(fault)}".strip()
        return [Finding("Index", words, "`/corpus reload`, or run: python -m index.rebuild")]
    counts = manifest.counts
    found = [Finding("Index", f"`{manifest.build_id}`, {counts.get('passages', 0)} passages")]
    if fault:
        found = [
            Finding(
                "Index",
                f"`{manifest.build_id}` answers; a newer one could not be opened. {escape(fault)}",
                "`/corpus reload`",
            )
        ]
    agrees = Finding("Corpus folder", "the same as the index")
    return [*found, agrees if stale is None else Finding("Corpus folder", stale, "see there")]


def state_finding(fault: str | None) -> Finding:
    """Tell whether settings, feedback and withdrawals can be kept."""
    if fault is None:
        return Finding("State", "settings, feedback and withdrawals are kept")
    words = f"nothing can be kept: {escape(fault)}"
    return Finding("State", words, "run: kratom-bot state check. Until then, only askers see their answers")


def withdrawn_finding(articles: int, passages: int, *, everything: bool) -> Finding:
    """Tell how much is withdrawn."""
    if everything:
        words = "the list of what is withdrawn cannot be read, so nothing is quoted"
        return Finding("Withdrawn", words, "run: kratom-bot state check")
    return Finding("Withdrawn", f"{articles} whole articles, {passages} passages; `/corpus stale` lists them")


def gateway_finding(latency_s: float) -> Finding:
    """Tell how long Discord takes to answer over the gateway; NaN before the first time."""
    if math.isnan(latency_s) or math.isinf(latency_s):
        return Finding("Gateway", "not measured yet", "ask again in a minute")
    words = f"{latency_s * 1000:.0f} ms"
    slow = latency_s > _SLOW_GATEWAY_S
    return Finding("Gateway", words, "see the machine's network, and discordstatus.com" if slow else "")


def loop_finding(delay_s: float) -> Finding:
    """Tell how much later than it should the event loop gets to its work."""
    slow = delay_s > _SLOW_LOOP_S
    remedy = "see what else runs on the machine; Discord gives up after 3 seconds" if slow else ""
    return Finding("Event loop", f"{delay_s * 1000:.0f} ms late at most", remedy)


def queue_finding(waiting: int, most: int) -> Finding:
    """Tell how many questions wait."""
    full = waiting * 2 > most
    remedy = "many ask at once: lengthen the pause in `/settings`, or use a faster machine" if full else ""
    return Finding("Queue", f"{waiting} of at most {most} waiting", remedy)


def memory_finding(resident: int | None) -> Finding:
    """Tell how much memory the program has, in bytes."""
    if resident is None:
        return Finding("Memory", "cannot be told on this system")
    much = resident > _MUCH_MEMORY
    remedy = "KRATOM_ENCODER=exported takes least; a reload needs more for a while" if much else ""
    return Finding("Memory", f"{resident / 2**20:.0f} MiB", remedy)


def versions_finding(manifest: IndexManifest | None) -> Finding:
    """Tell the versions of the bot and of what it is made of, and the model of the build."""
    found = {"bot": _version("kratom-answer-bot"), "Python": platform.python_version()}
    found |= {name: _version(package) for name, package in _PACKAGES.items()}
    words = ", ".join(f"{name} {escape(number)}" for name, number in found.items())
    if manifest:
        words += f"; model {escape(manifest.model.name)}"
    differing = _differing(manifest.libraries) if manifest else []
    if not differing:
        return Finding("Versions", words)
    words += f"; the index was made with {escape(', '.join(differing))}"
    return Finding("Versions", words, "nothing while answers are right; else run: python -m index.rebuild --force")


def home_finding(home: bool) -> Finding:
    """Tell whether the corpus may be changed from this server."""
    if home:
        return Finding("Changing the corpus", "allowed from this server")
    remedy = "if it should be, whoever runs me adds this server's id to KRATOM_DISCORD__HOME_SERVER_IDS"
    return Finding("Changing the corpus", "not allowed from this server", remedy)


def blocks(findings: Collection[Finding]) -> list[str]:
    """Return the diagnosis as blocks of a message: what is amiss first."""
    amiss = [f"- **{one.name}:** {one.words}\n  - What to do: {one.remedy}" for one in findings if one.remedy]
    well = [f"- **{one.name}:** {one.words}" for one in findings if not one.remedy]
    head = [f"**{len(amiss)} to look at:**\n" + "\n".join(amiss)] if amiss else ["**Nothing is amiss.**"]
    return [*head, "**In order:**\n" + "\n".join(well)] if well else head


def resident_bytes(status: Path = Path("/proc/self/status")) -> int | None:
    """Return the program's memory in use now; None where the system does not say."""
    try:
        lines = status.read_text("utf-8").splitlines()
    except OSError:
        return None
    sizes = [line.split()[1] for line in lines if line.startswith("VmRSS:")]
    return int(sizes[0]) * 1024 if sizes else None


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "from a folder"


def _differing(made_with: Mapping[str, str]) -> list[str]:
    """Return the libraries that had another version when the build was made; those not here are none of it."""
    here = {name: _version(name) for name in made_with}
    return [
        f"{name} {made_with[name]}" for name, found in here.items() if found not in (made_with[name], "from a folder")
    ]
