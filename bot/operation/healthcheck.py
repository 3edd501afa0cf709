"""Ask the running bot how it is: python -m bot.operation.healthcheck, for a container without curl.

Only the standard library, since it runs every half minute on a machine with one slow core.
"""

import json
import os
import sys
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any

DEFAULT_ADDRESS = "127.0.0.1:8970"
_TIMEOUT_S = 5.0
_ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}


def split_address(address: str) -> tuple[str, int] | None:
    """Return host and port of an address like 127.0.0.1:8970 or [::1]:8970; None for an empty one, which is "off".

    Raises:
        ValueError: it is not one.
    """
    if not address.strip():
        return None
    host, colon, port = address.strip().rpartition(":")
    if not colon or not port.isdecimal() or int(port) > 65535 or (":" in host and not host.startswith("[")):
        raise ValueError("write it as host:port, like 127.0.0.1:8970, or leave it empty")
    return host.removeprefix("[").removesuffix("]"), int(port)


def check(address: str, *, ready: bool, tell: Callable[[str], object]) -> int:
    """Tell how the bot behind an address is; return 0 where it is well, else 1."""
    where = split_address(address)
    if where is None:
        tell("KRATOM_HEALTH_ADDRESS is empty, so the bot cannot be asked")
        return 1
    host, port = _ANYWHERE.get(where[0], where[0]), where[1]
    name = f"[{host}]" if ":" in host else host
    url = f"http://{name}:{port}/{'readyz' if ready else 'healthz'}"
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # never by a proxy: it is this machine
    try:
        with opener.open(url, timeout=_TIMEOUT_S) as response:
            return _tell_result(response.read(), well=True, tell=tell)
    except urllib.error.HTTPError as error:
        return _tell_result(error.read(), well=False, tell=tell)
    except OSError as error:
        tell(f"no answer from {url} ({type(error).__name__}): is the bot running?")
        return 1


def _tell_result(body: bytes, *, well: bool, tell: Callable[[str], object]) -> int:
    try:
        checks: dict[str, Any] = json.loads(body)["checks"]
    except (ValueError, KeyError, TypeError):
        tell("another program answers at this address; set KRATOM_HEALTH_ADDRESS to a free one")
        return 1
    for name, state in checks.items():
        tell(f"{name}: {state}")
    return 0 if well else 1


def main() -> None:
    """Check by the environment alone; `--ready` asks whether it can answer too."""
    address = os.environ.get("KRATOM_HEALTH_ADDRESS", DEFAULT_ADDRESS)
    sys.exit(check(address, ready="--ready" in sys.argv[1:], tell=lambda line: sys.stdout.write(line + "\n")))


if __name__ == "__main__":
    main()
