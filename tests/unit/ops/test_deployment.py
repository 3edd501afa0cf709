"""Docker Compose and systemd run the bot with few rights and with limits, and agree with the program."""

import configparser
import json
import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema.validators import validator_for

from bot.frontends.discord_client.client import _STOP_WITHIN_S

ROOT = Path(__file__).resolve().parents[3]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]


def bytes_of(size: str) -> int:
    number, unit = re.fullmatch(r"(\d+)([mg])", size).groups()  # type: ignore[union-attr]
    return int(number) << {"m": 20, "g": 30}[unit]


@pytest.mark.parametrize("name", SERVICES)
def test_service_has_few_rights_and_limits(name: str) -> None:
    service = SERVICES[name]
    uid, _, gid = service["user"].partition(":")
    assert int(uid) > 0
    assert int(gid) > 0
    assert f"--uid {uid}" in (ROOT / "Dockerfile").read_text("utf-8")
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert 256 << 20 <= bytes_of(service["mem_limit"]) <= 2 << 30
    assert 0 < service["cpus"] <= 1  # Docker refuses more than the machine has, and a small one has one
    assert 50 <= service["pids_limit"] <= 1000
    assert {"max-size", "max-file"} <= set(service["logging"]["options"])
    assert all(mount.startswith("/tmp") for mount in service["tmpfs"])
    assert "privileged" not in service
    assert "ports" not in service
    for volume in service["volumes"]:
        source, target, *options = volume.split(":")
        assert source in COMPOSE["volumes"] or options == ["ro"], volume
        assert target.startswith(("/corpus", "/var/lib/kratom"))


def test_bot_is_watched_and_given_time_to_send_its_answers() -> None:
    bot = SERVICES["bot"]
    assert bot["healthcheck"]["test"] == ["CMD", "python", "-m", "bot.operation.healthcheck"]
    assert float(bot["stop_grace_period"].removesuffix("s")) > _STOP_WITHIN_S + 2
    assert bot["restart"] == "unless-stopped"
    assert bot["depends_on"]["rebuild"]["condition"] == "service_completed_successfully"


def test_the_file_is_what_the_compose_specification_allows() -> None:
    """The schema of the Compose specification, as check-jsonschema carries it."""
    schema = json.loads((files("check_jsonschema") / "builtin_schemas/vendor/compose-spec.json").read_text("utf-8"))
    assert [error.message for error in validator_for(schema)(schema).iter_errors(COMPOSE)] == []
    wrong = {**COMPOSE, "services": {"bot": {**SERVICES["bot"], "env_file": [{"path": ".env", "require": False}]}}}
    assert list(validator_for(schema)(schema).iter_errors(wrong))


def test_docker_itself_takes_the_file() -> None:
    """Where Docker's compose command is there, it reads the file too."""
    if has_compose():
        done = subprocess.run(
            ["docker", "compose", "--file", str(ROOT / "docker-compose.yml"), "config", "--quiet"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    assert all(volume is None for volume in COMPOSE["volumes"].values())


def has_compose() -> bool:
    docker = shutil.which("docker")
    return docker is not None and subprocess.run([docker, "compose", "version"], capture_output=True).returncode == 0


def unit(name: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string((ROOT / "ops" / name).read_text("utf-8"))
    return parser


@pytest.mark.parametrize("name", ["kratom-bot.service", "kratom-backup.service"])
def test_unit_runs_without_rights(name: str) -> None:
    service = unit(name)["Service"]
    assert service["User"] == "kratom"
    assert service["CapabilityBoundingSet"] == ""
    assert service["UMask"] == "0077"
    for option in ("NoNewPrivileges", "ProtectHome", "PrivateTmp", "PrivateDevices"):
        assert service[option] == "yes"
    assert service["ProtectSystem"] == "strict"
    assert service["SystemCallFilter"] == "@system-service"
    assert service["MemoryMax"]


def test_unit_agrees_with_the_program() -> None:
    service = unit("kratom-bot.service")["Service"]
    assert float(service["TimeoutStopSec"]) > _STOP_WITHIN_S + 2
    assert service["RestartPreventExitStatus"] == "78"
    assert service["ExecStart"].endswith("kratom-bot run")
    assert service["ExecStartPre"].endswith("-m index.rebuild --if-needed")
    text = (ROOT / "ops" / "kratom-bot.service").read_text("utf-8")
    assert text.count("/var/lib/kratom-bot/") == 2
    assert "--keep" in unit("kratom-backup.service")["Service"]["ExecStart"]
    assert unit("kratom-backup.timer")["Timer"]["OnCalendar"]
