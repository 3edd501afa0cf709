"""What holds for every test: no network beyond this machine, and nothing of the developer's environment."""

import ipaddress
import os
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import structlog

from bot.settings import Settings
from tests.discord_sim.rules.spec import SPEC_VARIABLE

# Where tests look for a file of their own; it changes nothing in the program.
_KEPT = {SPEC_VARIABLE}


class NetworkForbiddenError(RuntimeError):
    """A test tried to reach another machine. Not an OSError, which the code under test may expect and swallow."""


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Let sockets reach this machine only, whatever the library on top of them; for the fixtures of a session too."""
    with pytest.MonkeyPatch.context() as patch:
        for method in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, method, _guarded(getattr(socket.socket, method)))
        patch.setattr(socket, "getaddrinfo", _guarded_lookup(socket.getaddrinfo))
        yield


@pytest.fixture(scope="session", autouse=True)
def no_settings_of_the_developer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Take away KRATOM_* variables, and the .env file and the state of the folder in which the tests run."""
    with pytest.MonkeyPatch.context() as patch:
        for name in os.environ:
            if name.startswith("KRATOM_") and name not in _KEPT:
                patch.delenv(name)
        patch.setitem(Settings.model_config, "env_file", None)
        patch.setenv("KRATOM_STATE_DIR", str(tmp_path_factory.mktemp("state")))
        yield


def _guarded(method: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(self: socket.socket, *arguments: Any) -> Any:
        # The address is the last argument of all three: sendto takes the data, and perhaps flags, before it.
        if self.family in {socket.AF_INET, socket.AF_INET6} and not _is_here(arguments[-1][0]):
            raise NetworkForbiddenError(f"a test tried to reach {arguments[-1]}")
        return method(self, *arguments)

    return guarded


def _guarded_lookup(lookup: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(host: Any, *arguments: Any, **options: Any) -> Any:
        if not _is_here(host):
            raise NetworkForbiddenError(f"a test tried to look up {host!r}")
        return lookup(host, *arguments, **options)

    return guarded


def _is_here(host: Any) -> bool:
    """Tell whether a host is this machine; no host at all, and the address of every interface, are too."""
    name = host.decode() if isinstance(host, bytes) else str(host or "localhost")
    try:
        address = ipaddress.ip_address(name.split("%")[0])
    except ValueError:
        return name == "localhost"
    return address.is_loopback or address.is_unspecified


@pytest.fixture(autouse=True)
def logging_as_it_comes() -> Iterator[None]:
    """Undo what a command line under test did to structlog, which is one for the whole process."""
    structlog.reset_defaults()
    yield
    structlog.reset_defaults()
