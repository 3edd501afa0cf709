"""Measure how fast a burst of questions is acknowledged: python -m bench.flood.

The bot runs as its own process against the local Discord, both on this machine: what the simulator takes of the
processor is told beside what the bot takes. Requests are checked against Discord's description after the burst.
"""

import asyncio
import json
import os
import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from corpus.labelled import load_labelled_questions
from corpus.loader import CORPUS_DIR
from tests.discord_sim.exchange import Exchange
from tests.discord_sim.report import percentile
from tests.discord_sim.sim import DiscordSim

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "bench" / "results"
_BUSY = "Many people are asking"
_READY_WITHIN_S = 60.0
_ANSWERED_WITHIN_S = 120.0

app = typer.Typer(add_completion=False)


@dataclass(frozen=True, slots=True)
class Burst:
    """What came of one burst; times in milliseconds from when the simulator sent the interaction.

    Attributes:
        interactions: How many were sent at once.
        acknowledged: How many Discord would have shown as taken, in its 3 seconds.
        answered: How many got an answer.
        busy: How many were told to ask again.
        violations: Requests that Discord would not have taken, and interactions left unanswered.
        ack_p50_ms, ack_p99_ms, ack_max_ms: Until the acknowledgement.
        done_s: Seconds until the last answer.
        bot_cpu_s: Processor seconds of the bot, until the last acknowledgement.
        simulator_cpu_s: Those of the simulator, which shares the machine.
        load: The machine's load average over the last minute, before the burst.
    """

    interactions: int
    acknowledged: int
    answered: int
    busy: int
    violations: int
    ack_p50_ms: float
    ack_p99_ms: float
    ack_max_ms: float
    done_s: float
    bot_cpu_s: float
    simulator_cpu_s: float
    load: float


@app.command()
def measure(
    interactions: Annotated[int, typer.Option(min=1, max=2000, help="How many questions at once.")] = 500,
    runs: Annotated[int, typer.Option(min=1, max=50, help="How often, each with a bot started anew.")] = 5,
    index_dir: Annotated[Path, typer.Option("--index", help="The folder of the index.")] = ROOT / "var" / "index",
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON, and nothing else.")] = False,
) -> None:
    """Send bursts of questions, print how fast they were taken, and save it under bench/results."""
    console = Console(stderr=True)
    bursts = []
    for number in range(1, runs + 1):
        console.print(f"burst {number} of {runs}")
        bursts.append(asyncio.run(run_burst(interactions, index_dir.resolve())))
    report = {
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "cores": os.cpu_count(),
        "bursts": [asdict(burst) for burst in bursts],
    }
    RESULTS.mkdir(parents=True, exist_ok=True)
    text = json.dumps(report, indent=2)
    (RESULTS / "flood.json").write_text(text + "\n", encoding="utf-8")
    if as_json:
        typer.echo(text)
    else:
        Console().print(_table(bursts))


async def run_burst(interactions: int, index_dir: Path) -> Burst:
    """Start a bot with the real corpus, send a burst of its own labelled questions, each by another member."""
    questions = [labelled.text for labelled in load_labelled_questions(CORPUS_DIR)]
    names = [f"member{number}" for number in range(interactions)]
    uses = [
        (name, "ask", {"question": q}) for name, q in zip(names, islice(cycle(questions), interactions), strict=True)
    ]
    with tempfile.TemporaryDirectory() as folder:
        async with DiscordSim() as sim:
            for name in names:
                sim.world.add_member(name)
            bot = await sim.start_bot("-m", "bot", "run", cwd=folder, env=_environment(folder, index_dir), direct=True)
            await sim.wait_ready(_READY_WITHIN_S, commands=1)
            await sim.wait_for(lambda: "index opened" in bot.log, _READY_WITHIN_S, "index opened")
            await sim.wait_for(lambda: "triage rules ready" in bot.log, _READY_WITHIN_S, "triage rules ready")
            await sim.slash(names[0], "help")
            sim.rest.check_later = True
            load, own, its, began = os.getloadavg()[0], time.process_time(), _cpu_s(bot.pid), time.monotonic()
            burst = asyncio.create_task(sim.burst(uses, timeout=_ANSWERED_WITHIN_S))
            await asyncio.sleep(0)  # all are sent now
            await sim.wait_for(lambda: all(x.ack_type or x.failed for x in sim.exchanges), _ANSWERED_WITHIN_S, "taken")
            own, its = time.process_time() - own, _cpu_s(bot.pid) - its
            made = await burst
            done_s = time.monotonic() - began
            sim.check_calls()
            return _summary(made, len(sim.violations), done_s, its, own, load)


def _environment(folder: str, index_dir: Path) -> Mapping[str, str]:
    return {
        "PYTHONPATH": str(ROOT),
        "HF_HUB_OFFLINE": "1",
        "KRATOM_INDEX_DIR": str(index_dir),
        "KRATOM_STATE_DIR": f"{folder}/state",
    }


def _cpu_s(pid: int) -> float:
    """Return the processor seconds a process took so far; only Linux tells them."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _summary(made: list[Exchange], violations: int, done_s: float, bot_s: float, own_s: float, load: float) -> Burst:
    times = [x.ack_ms for x in made if x.ack_ms is not None] or [float("nan")]
    busy = sum(_BUSY in x.text for x in made)
    return Burst(
        interactions=len(made),
        acknowledged=sum(x.ack_ms is not None for x in made),
        answered=sum(x.ok and x.complete for x in made) - busy,
        busy=busy,
        violations=violations,
        ack_p50_ms=round(percentile(times, 50), 1),
        ack_p99_ms=round(percentile(times, 99), 1),
        ack_max_ms=round(max(times), 1),
        done_s=round(done_s, 2),
        bot_cpu_s=round(bot_s, 2),
        simulator_cpu_s=round(own_s, 2),
        load=round(load, 2),
    )


def _table(bursts: list[Burst]) -> Table:
    table = Table(title="Bursts")
    for name in Burst.__dataclass_fields__:
        table.add_column(name.replace("_", " "), justify="right")
    for burst in bursts:
        table.add_row(*(str(value) for value in asdict(burst).values()))
    return table


if __name__ == "__main__":
    app()
