"""Soak the bot: python -m bench.soak. See `bench.soak.soaking`."""

import asyncio
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from bench.soak.soaking import Report, Soak
from bench.torture.places import built_place
from tests.discord_sim.report import percentile

RESULTS = Path(__file__).resolve().parents[1] / "results" / "soak.json"


def figures(report: Report) -> dict[str, Any]:
    """Return all figures of a soak."""
    verdicts, slope = report.verdicts, report.slope
    return {
        "seconds": report.seconds,
        "questions_a_second": report.rate,
        "questions": dict(sorted(verdicts.counts.items())),
        "acknowledged_ms": _times(verdicts.ack_ms),
        "answered_ms": _times(verdicts.done_ms),
        "acts": dict(sorted(report.acts.items())),
        "stops_s": [round(took, 2) for took in report.stops_s],
        "event_loop_delay": {
            "turns": report.delay.turns,
            "p50_at_most_ms": report.delay.percentile_ms(50),
            "p99_at_most_ms": report.delay.percentile_ms(99),
        },
        "idle_process_delay_ms": {"p50": round(report.idle_ms[0], 1), "p99": round(report.idle_ms[1], 1)},
        "memory": slope
        and {
            "mb_a_minute": round(slope.mb_a_minute, 3),
            "uncertainty": round(slope.uncertainty, 3),
            "watched_s": round(slope.over_s),
            "first_mb": round(slope.first_mb, 1),
            "last_mb": round(slope.last_mb, 1),
            "flat": slope.is_flat,
        },
        "losses": report.losses,
        "first_faults": verdicts.faults,
    }


def _times(values: list[float]) -> dict[str, float]:
    if not values:
        return {}
    named = {f"p{share}": round(percentile(values, share), 1) for share in (50, 99)}
    return {**named, "max": round(max(values), 1)}


def command(
    seconds: Annotated[float, typer.Option(min=20, max=7200, help="How long.")] = 600.0,
    rate: Annotated[float, typer.Option(min=1, max=500, help="Questions a second.")] = 50.0,
    seed: Annotated[int, typer.Option(help="Which questions come in which order.")] = 1,
    strict: Annotated[bool, typer.Option(help="Hold the bot to Discord's 3 seconds.")] = True,
) -> None:
    """Ask for a time, print what came of it, and save it under bench/results; ends with 1 where anything was lost."""
    console = Console(stderr=True)
    with built_place() as place:
        load = os.getloadavg()
        report = asyncio.run(Soak(place, seconds, rate, seed, strict, told=console.print).run())
    found = figures(report) | {
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "cores": os.cpu_count(),
        "load_before_and_after": [round(load[0], 2), round(os.getloadavg()[0], 2)],
    }
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(found, indent=1)
    RESULTS.write_text(text + "\n", encoding="utf-8")
    typer.echo(text)
    raise typer.Exit(1 if report.losses else 0)


if __name__ == "__main__":
    typer.run(command)
