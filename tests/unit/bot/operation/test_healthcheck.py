"""Asking a bot how it is, by the standard library alone."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.operation.healthcheck import DEFAULT_ADDRESS, check, split_address
from bot.settings import Settings

ROOT = Path(__file__).resolve().parents[4]


@contextmanager
def answering(status: int, body: bytes) -> Iterator[tuple[str, list[str]]]:
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


BODY = json.dumps({"ready": False, "checks": {"index": "there is no index", "state": "ok"}}).encode()


@pytest.mark.parametrize(
    ("status", "ready", "path", "expected"), [(200, False, "/healthz", 0), (503, True, "/readyz", 1)]
)
def test_says_how_the_bot_is(status: int, ready: bool, path: str, expected: int) -> None:
    told: list[str] = []
    with answering(status, BODY) as (address, asked):
        assert check(address, ready=ready, tell=told.append) == expected
    assert asked == [path]
    assert told == ["index: there is no index", "state: ok"]


def test_another_program_at_the_address_is_not_taken_for_the_bot() -> None:
    told: list[str] = []
    with answering(200, b"<h1>It works!</h1>") as (address, _):
        assert check(address, ready=False, tell=told.append) == 1
    assert "another program" in told[0]
    assert check(address, ready=False, tell=told.append) == 1
    assert "no answer" in told[1]


def test_a_server_on_all_addresses_is_asked_on_this_machine() -> None:
    told: list[str] = []
    with answering(200, BODY) as (address, asked):
        assert check(f"0.0.0.0:{address.rpartition(':')[2]}", ready=False, tell=told.append) == 0
    assert asked


def test_runs_without_any_package(tmp_path: Path) -> None:
    """Every half minute on one slow core: neither the project's packages nor a third party's are loaded."""
    code = (
        "import sys; before = set(sys.modules); import bot.operation.healthcheck; "
        "new = {name.partition('.')[0] for name in set(sys.modules) - before}; "
        "print(sorted(new - set(sys.stdlib_module_names)))"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['bot']"
    with answering(200, BODY) as (address, _):
        done = subprocess.run(
            [sys.executable, "-m", "bot.operation.healthcheck"],
            cwd=ROOT,
            env={"KRATOM_HEALTH_ADDRESS": address},
            capture_output=True,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stdout) == (0, "index: there is no index\nstate: ok\n")


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("127.0.0.1:8970", ("127.0.0.1", 8970)),
        ("[::1]:80", ("::1", 80)),
        ("localhost:0", ("localhost", 0)),
        (":8970", ("", 8970)),
        ("", None),
        ("  ", None),
    ],
)
def test_address_has_host_and_port_or_is_off(address: str, parts: tuple[str, int] | None) -> None:
    assert split_address(address) == parts
    assert Settings(health_address=address.strip()).health_address == address.strip()


@pytest.mark.parametrize("address", ["8970", "127.0.0.1", "host:port", "::1:80", "host:99999999", "a b:80"])
def test_what_is_no_address_is_said_at_the_start(address: str) -> None:
    with pytest.raises(ValidationError):
        Settings(health_address=address)


def test_both_know_the_same_default() -> None:
    assert Settings().health_address == DEFAULT_ADDRESS
