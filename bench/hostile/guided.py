"""The engine that looks where a case leads in the code: atheris, where it is installed. One target, one process."""

import importlib
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.hostile.plain import Tally

_DONE = re.compile(r"^Done (\d+) runs in", re.MULTILINE)
_AT = re.compile(r"^#(\d+)\t", re.MULTILINE)
_RAISED = re.compile(r"=== Uncaught Python exception: ===\n(.*(?:\n  .*)*)")
_DOCUMENTS = (
    "documents",
    ("corpus.frontmatter", "corpus.safe_yaml", "corpus.markup", "corpus.passages", "corpus.importing"),
)
_IDENTIFIERS = ("identifiers", ("bot.answering.receipts", "bot.frontends.discord_client.custom_ids"))
GUIDED = {
    "front matter": _DOCUMENTS,
    "Markdown sections": _DOCUMENTS,
    "import of text and Markdown": _DOCUMENTS,
    "import of HTML": _DOCUMENTS,
    "receipts": _IDENTIFIERS,
    "poisoned articles as messages": ("texts", ("bot.rendering", "bot.answering.quoting")),
}
"""By target: its module, and the code that is watched. The others are tables of fixed forms, or have threads."""


def is_available() -> bool:
    """Tell whether atheris is installed."""
    return importlib.util.find_spec("atheris") is not None


def attack_guided(name: str, seed: int, runs: int, within_s: float) -> Tally:
    """Try so many cases on a target, led by what of the code they reach; ends at the first that breaks something.

    What was tried when the time is over counts.
    """
    tally = Tally(name)
    with tempfile.TemporaryDirectory(prefix="hostile-guided-") as folder:
        command = [sys.executable, "-m", "bench.hostile.guided", name, str(seed), str(runs), f"{folder}/"]
        root = str(Path(__file__).resolve().parents[2])
        try:
            done = subprocess.run(
                command,
                cwd=root,
                env={**os.environ, "PYTHONPATH": root},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=within_s,
                check=False,
            )
            said, status = done.stdout.decode(errors="replace"), done.returncode
        except subprocess.TimeoutExpired as late:
            said, status = (late.stdout or b"").decode(errors="replace"), 0
        counts = [int(one) for one in (*_DONE.findall(said), *_AT.findall(said))]
        tally.cases = max(counts, default=0)
        if status:
            tally.broken = 1
            case = next((path.read_bytes().hex() for path in Path(folder).glob("*-*")), "?")
            raised = _RAISED.search(said)
            tally.findings.append(f"{name}: {raised[1][:300] if raised else said[-300:]!r}; case {case}")
    return tally


def main(name: str, seed: str, runs: str, artifacts: str) -> None:
    """Be the process: never returns, since atheris ends it."""
    import atheris

    module, watched = GUIDED[name]
    with atheris.instrument_imports(include=list(watched)):
        found = importlib.import_module(f"bench.hostile.targets.{module}")
    target = {one.name: one for one in found.TARGETS}[name]
    seeds = Path(artifacts, "seeds")
    seeds.mkdir()
    for number, data in enumerate(target.seeds):
        (seeds / str(number)).write_bytes(data)
    options = [
        f"-seed={seed}",
        f"-runs={runs}",
        f"-max_len={target.max_bytes}",
        "-timeout=20",
        f"-artifact_prefix={artifacts}",
    ]
    atheris.Setup([sys.argv[0], *options, str(seeds)], target.check)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
