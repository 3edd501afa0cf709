"""The tests themselves reach no other machine and see no setting of the developer."""

import os
import socket
import threading
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.conftest import NetworkForbiddenError

# The state of a test lies in a folder of its own; the API description may lie anywhere.
_SET_FOR_TESTS = frozenset({"KRATOM_DISCORD_OPENAPI", "KRATOM_STATE_DIR"})


@pytest.mark.parametrize(
    ("family", "address"),
    [
        (socket.AF_INET, ("192.0.2.1", 80)),
        (socket.AF_INET, ("example.org", 80)),
        (socket.AF_INET6, ("2001:db8::1", 80, 0, 0)),
    ],
)
@pytest.mark.parametrize("method", ["connect", "connect_ex"])
def test_no_connection_leaves_this_machine(family: socket.AddressFamily, address: tuple[str, int], method: str) -> None:
    with socket.socket(family) as one, pytest.raises(NetworkForbiddenError):
        getattr(one, method)(address)


@pytest.mark.parametrize("flags", [(), (0,)])
def test_no_packet_leaves_this_machine(flags: tuple[int, ...]) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one, pytest.raises(NetworkForbiddenError):
        one.sendto(b"x", *flags, ("192.0.2.1", 53))


@pytest.mark.parametrize("host", ["discord.com", b"discord.com", "localhost.example.org"])
def test_no_name_of_another_machine_is_looked_up(host: str | bytes) -> None:
    with pytest.raises(NetworkForbiddenError):
        socket.getaddrinfo(host, 443)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.9.10", None])
def test_this_machine_is_looked_up(host: str | None) -> None:
    assert socket.getaddrinfo(host, 80)


def test_a_server_on_this_machine_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=lambda: server.accept()[0].close())
        thread.start()
        socket.create_connection(server.getsockname(), timeout=5).close()
        thread.join(timeout=5)
    assert not thread.is_alive()


def test_no_setting_comes_from_a_file_of_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("KRATOM_DISCORD_TOKEN=real.token.here\nKRATOM_REGION=DE\n")
    monkeypatch.chdir(tmp_path)

    assert Settings().discord_token is None
    assert Settings().region is None


def test_no_setting_comes_from_the_environment() -> None:
    assert [name for name in os.environ if name.startswith("KRATOM_") and name not in _SET_FOR_TESTS] == []
