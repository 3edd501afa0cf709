from pathlib import Path

import discord
import pytest
import yarl
from pydantic import SecretStr

from bot.frontends.discord_client.client import EXIT_CONFIGURATION, intents, permissions, run_bot, use_addresses
from bot.settings import Settings

ROOT = Path(__file__).resolve().parents[5]


def settings(**values: object) -> Settings:
    return Settings(_env_file=None, **values)  # type: ignore[call-arg, arg-type]


def test_asks_for_no_privileged_intent() -> None:
    wanted = intents()
    assert wanted == discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
    assert not any((wanted.message_content, wanted.members, wanted.presences))


@pytest.mark.parametrize("name", ["README.md", "docs/discord-setup.md"])
def test_asks_for_these_permissions_which_the_documents_name(name: str) -> None:
    view_channels, send, read_history, send_in_threads = 1 << 10, 1 << 11, 1 << 16, 1 << 38
    assert permissions().value == view_channels | send | read_history | send_in_threads
    document = " ".join((ROOT / name).read_text("utf-8").split())
    for words in ("*View Channels*", "*Send Messages*", "*Send Messages in Threads*", "*Read Message History*"):
        assert words in document


def test_install_link_of_the_documents_is_the_one_the_bot_logs() -> None:
    link = discord.utils.oauth_url("APPLICATION_ID", permissions=permissions())
    assert link in (ROOT / "docs/discord-setup.md").read_text("utf-8").split()


@pytest.mark.parametrize("token", ["", " ", "two words", "\N{LATIN SMALL LETTER U WITH DIAERESIS}mlaut", "line\nbreak"])
def test_what_cannot_be_a_token_is_said_before_connecting(token: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_bot(settings(discord_token=SecretStr(token))) == EXIT_CONFIGURATION
    shown = capsys.readouterr().err
    assert "KRATOM_DISCORD_TOKEN is not a bot token" in shown
    assert not token.strip() or token not in shown


def test_settings_point_at_another_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discord.http.Route, "BASE", "before")
    monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL("wss://before"))
    use_addresses(settings())
    assert discord.http.Route.BASE == "before"
    use_addresses(settings(discord_api_base="http://127.0.0.1:1/api/v10/", discord_gateway_url="ws://127.0.0.1:1/g"))
    assert discord.http.Route("GET", "/x").url == "http://127.0.0.1:1/api/v10/x"
    assert yarl.URL("ws://127.0.0.1:1/g") == discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY
