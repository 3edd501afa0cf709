"""Run an unchanged discord.py bot against the simulator instead of Discord.

    python tests/discord_sim/run_bot.py --api http://127.0.0.1:PORT/api/v10 -- -m bot [arguments]
    python tests/discord_sim/run_bot.py --api http://127.0.0.1:PORT/api/v10 -- path/to/script.py [arguments]

Only discord.py's addresses change: the REST base, the gateway's default address and the image host. Without --api
not even those, for a bot that sets them itself. Names under Discord's own domains no longer resolve, so that nothing
can slip out to the real service.
"""

from __future__ import annotations

import argparse
import runpy
import socket
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

DISCORD_DOMAINS = ("discord.com", "discord.gg", "discordapp.com", "discordapp.net", "discord.media")


def point_at(api: str, *, gateway: str | None = None, compress: str | None = None) -> None:
    """Aim discord.py at `api`; `compress="zlib"` hides zstandard so that the client asks for zlib."""
    if compress == "zlib":
        sys.modules["zstandard"] = None  # type: ignore[assignment]
    import discord
    import yarl

    root = urlsplit(api)
    default_gateway = f"{'wss' if root.scheme == 'https' else 'ws'}://{root.netloc}/gateway"
    discord.http.Route.BASE = api.rstrip("/")
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway or default_gateway)
    discord.asset.Asset.BASE = f"{root.scheme}://{root.netloc}/cdn"


def keep_off_discord() -> None:
    """Make Discord's domains unresolvable for this process."""
    sys.modules["aiodns"] = None  # type: ignore[assignment]  # aiohttp would resolve names past the socket module
    resolve = socket.getaddrinfo

    def guarded(host: Any, *args: Any, **kwargs: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else str(host)
        if name.rstrip(".").lower().endswith(DISCORD_DOMAINS):
            raise socket.gaierror(socket.EAI_NONAME, f"{name} is not reachable from the simulator")
        return resolve(host, *args, **kwargs)

    socket.getaddrinfo = guarded


def run(target: list[str]) -> None:
    """Run a module ("-m", name, arguments) or a script (path, arguments) as `__main__`."""
    if target[0] == "-m":
        sys.path[0] = str(Path.cwd())
        sys.argv = target[1:]
        runpy.run_module(target[1], run_name="__main__", alter_sys=True)
    else:
        sys.path[0] = str(Path(target[0]).resolve().parent)
        sys.argv = target
        runpy.run_path(target[0], run_name="__main__")


def main() -> None:
    """Read the command line and run the bot."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--api", help="the simulator's REST base, ending in /api/v10")
    parser.add_argument("--gateway", help="the simulator's websocket address, if not ws://(host of --api)/gateway")
    parser.add_argument(
        "--compress", choices=["zlib"], help="make the client ask for zlib even where it could use zstd"
    )
    parser.add_argument("target", nargs=argparse.REMAINDER, help="-- -m module [arguments] | -- script.py [arguments]")
    options = parser.parse_args()
    target = options.target[1:] if options.target[:1] == ["--"] else options.target
    if not target or target == ["-m"]:
        parser.error("say what to run after --")
    keep_off_discord()
    if options.api:
        point_at(options.api, gateway=options.gateway, compress=options.compress)
    run(target)


if __name__ == "__main__":
    main()
