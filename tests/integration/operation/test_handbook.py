"""Every command of the operator's handbook is run, in its order, on an installation of a test's own.

Docker, systemd and sudo are stood in for: they check that what is named exists, and run the bot's own commands here.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.answering.withdrawals import LiveWithdrawals
from bot.storage.store import open_state
from tests.integration.operation.conftest import fill, shown

ROOT = Path(__file__).resolve().parents[3]
HANDBOOK = (ROOT / "docs" / "operating.md").read_text("utf-8")
COMMANDS = [
    line.split(" #")[0].strip()
    for block in re.findall(r"```sh\n(.*?)```", HANDBOOK, re.DOTALL)
    for line in block.splitlines()
    if line.strip()
]
NEEDS_A_RUNNING_BOT = "kratom-bot healthcheck"

STAND_IN = f"""#!{sys.executable}
import os, subprocess, sys
from pathlib import Path
import yaml
ROOT = Path({str(ROOT)!r})
name, words = Path(sys.argv[0]).name, sys.argv[1:]
def fail(reason):
    sys.exit(f"{{name}}: {{reason}}: {{words}}")
def run(command):
    if command[0] != "kratom-bot":
        fail("not stood in for")
    env = os.environ | {{"PYTHONPATH": str(ROOT)}}
    sys.exit(subprocess.run([sys.executable, "-m", "bot", *command[1:]], env=env).returncode)
if name == "kratom-bot":
    run(["kratom-bot", *words])
if name == "docker":
    services = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
    if words.pop(0) != "compose":
        fail("only compose")
    act, rest = words[0], [word for word in words[1:] if word not in ("-T", "--rm", "-d", "--tail", "100")]
    if act not in ("up", "ps", "logs", "exec", "run", "stop", "start", "build"):
        fail("no such act")
    if rest and rest[0] not in services:
        fail("no such service")
    if act in ("exec", "run"):
        run(rest[1:])
if name == "sudo":
    if words[:2] == ["-u", "kratom"]:
        run(words[2:])
    for word in words:
        if word.startswith(("ops/", ".env")) and not (ROOT / word).exists():
            fail("no such file")
        if word.endswith((".service", ".timer")) and not (ROOT / "ops" / Path(word).name).exists():
            fail("no such unit")
    if words[0] == "make":
        make = ["make", "--dry-run", "-C", str(ROOT), *words[3:]]
        sys.exit(subprocess.run(make, stdout=subprocess.DEVNULL).returncode)
    if words[0] not in ("useradd", "git", "install", "cp", "systemctl"):
        fail("not stood in for")
"""


def test_commands_of_the_handbook_do_what_it_says(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    stand_ins = tmp_path / "bin"
    stand_ins.mkdir()
    for name in ("kratom-bot", "docker", "sudo", "git"):
        (stand_ins / name).write_text(STAND_IN)
        (stand_ins / name).chmod(0o755)
    here = tmp_path / "here"
    here.mkdir()
    (here / ".env.example").write_text((ROOT / ".env.example").read_text())
    state = open_state(here / "state", None, LiveWithdrawals())
    fill(state)
    state.close()
    before = shown(here / "state")
    env = {
        "PATH": f"{stand_ins}:{os.environ['PATH']}",
        "KRATOM_STATE_DIR": "state",
        "KRATOM_INDEX_DIR": "index",
        "KRATOM_HEALTH_ADDRESS": "127.0.0.1:9",
        "OMP_NUM_THREADS": "1",
    }
    statuses = {}
    for command in COMMANDS:
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=here,
            env=env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        expected = {0}
        if command.startswith(NEEDS_A_RUNNING_BOT) or command.endswith("kratom-bot doctor"):
            expected = {1}  # there is no bot and no index here, and they say so
        assert done.returncode in expected, f"{command}\n{done.stdout}{done.stderr}"
        assert "Traceback" not in done.stderr
        statuses[command] = done.returncode
    assert len(statuses) > 25
    assert (here / "kratom-docker.backup").stat().st_size > 1000
    assert not (here / "rehearsal").exists()
    assert shown(here / "state") == before
