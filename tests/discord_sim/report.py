"""What a test script prints at its end, and what it can check of the simulator itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from .server import SimServer
from .world.values import THREADS


def percentile(values: Iterable[float], share: float) -> float:
    """Return the value below which `share` percent of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share / 100 * (len(ordered) - 1)))]


def report(sim: SimServer) -> str:
    """Return a summary: requests, answer times, and everything refused or odd."""
    counts = Counter((call.operation or call.path, call.status) for call in sim.calls)
    lines = [f"requests: {len(sim.calls)}"]
    lines += [f"  {n:5} {name} -> {status}" for (name, status), n in sorted(counts.items())]
    acks = [x.ack_ms for x in sim.exchanges if x.ack_ms is not None]
    if acks:
        p50, p99 = percentile(acks, 50), percentile(acks, 99)
        lines.append(f"acknowledged {len(acks)}: p50 {p50:.1f} ms, p99 {p99:.1f} ms, max {max(acks):.1f} ms")
    if sim.spec is None:
        lines.append(f"schema check: left out, there is no Discord OpenAPI description at {sim.spec_path}")
    for title, items in (
        ("violations", sim.violations),
        ("notes", [f"{n}x {text}" for text, n in sim.notes.items()]),
        ("hidden commands", sim.hidden),
        ("rate limited", sim.rate_limited),
        ("own faults", sim.own_faults),
    ):
        lines += [f"{title}: {len(items)}", *(f"  {item}" for item in items)]
    return "\n".join(lines)


def check_world(sim: SimServer) -> list[str]:
    """Return what of the simulated world Discord's own description, where there is one, would not allow."""
    if sim.spec is None:
        return []
    shapes = [("MessageResponse", m.data) for channel in sim.world.messages.values() for m in channel.values()]
    for guild in sim.world.guilds.values():
        shapes += [("GuildMemberResponse", member) for member in guild.members.values()]
        shapes += [("GuildRoleResponse", role) for role in guild.roles.values()]
        for channel in guild.channels.values():
            shapes.append(("ThreadResponse" if channel["type"] in THREADS else "GuildChannelResponse", channel))
        shapes.append(("GuildWithCountsResponse", guild.json()))
    found: list[str] = []
    for name, value in shapes:
        problems, _ = sim.spec.check(sim.spec.schemas[name], value, strict=True)
        found += [f"{name}: {problem}" for problem in problems]
    return found
