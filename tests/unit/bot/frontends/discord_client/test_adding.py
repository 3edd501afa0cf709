"""The buttons under an article that waits, pressed by those who may and by those who may not."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import discord
import pytest

from bot.acceptance.models import Acceptance
from bot.article_drafts import ArticleRefusedError
from bot.corpus_changes import Changes
from bot.corpus_claim import CorpusBusyError, Work
from bot.frontends.discord_client import adding, custom_ids, texts
from bot.frontends.discord_client.article_files import fetch_article
from bot.frontends.discord_client.long_work import Ended, tell
from bot.frontends.discord_client.worker import InFlight
from bot.reloading import Trial
from bot.state.pending import PendingArticles
from tests.unit.bot.frontends.discord_client.fakes import FakeInteraction, english, http_error, member, text_of

ME, GUILD = 11, 7
TRIAL = Trial("new", "old", Changes(added=("tea#a",)), (), Acceptance(), 1.0)


class Overlay:
    def __init__(self) -> None:
        self.saved: list[tuple[Any, ...]] = []

    def save(self, *values: Any) -> None:
        self.saved.append(values)


def make_desk(tmp_path: Path, *, busy: bool = False) -> Any:
    overlay = Overlay()

    def reload(_by: str, _told: Any, *, work: Work, first: Any) -> Trial:
        assert work is Work.ADD
        if busy:
            raise CorpusBusyError("42", Work.RELOAD, 1.0)
        first()
        return TRIAL

    settings = SimpleNamespace(corpus_dir=tmp_path, state_dir=tmp_path)
    audit = SimpleNamespace(append=lambda _entry: None)
    state = SimpleNamespace(overlay=overlay, audit=audit)
    return SimpleNamespace(
        assembly=SimpleNamespace(settings=settings, state=state),
        voice=english(),
        reloader=SimpleNamespace(reload=reload),
        in_flight=InFlight(),
        stopping=asyncio.Event(),
    )


def put(tmp_path: Path, *, by: int = ME, guild: int = GUILD) -> str:
    return PendingArticles(tmp_path).put("tea", "mind", "text", by=by, guild_id=guild, now=datetime.now(UTC))


@pytest.mark.asyncio
async def test_confirmation_keeps_the_article_and_answers_from_it(tmp_path: Path) -> None:
    desk, key, interaction = make_desk(tmp_path), put(tmp_path), FakeInteraction(user=member())
    await adding.confirm(desk, interaction.as_real, key)
    assert desk.assembly.state.overlay.saved == [("tea", "mind", "text", ME, GUILD)]
    assert "**Build `new` answers now**" in interaction.text
    again = FakeInteraction(user=member())
    await adding.confirm(desk, again.as_real, key)
    assert "waits for no confirmation" in again.text
    assert len(desk.assembly.state.overlay.saved) == 1


@pytest.mark.asyncio
@pytest.mark.parametrize("values", [{"by": 12}, {"guild": 8}])
async def test_nobody_else_and_nowhere_else_can_confirm_or_cancel(tmp_path: Path, values: dict[str, int]) -> None:
    desk, key = make_desk(tmp_path), put(tmp_path, **values)
    interaction = FakeInteraction(user=member())
    await adding.confirm(desk, interaction.as_real, key)
    assert texts.ADD_NOT_YOURS in interaction.text
    assert not desk.assembly.state.overlay.saved
    assert PendingArticles(tmp_path).get(key, datetime.now(UTC))


@pytest.mark.asyncio
async def test_confirmation_while_someone_is_at_work_can_be_given_again(tmp_path: Path) -> None:
    key, interaction = put(tmp_path), FakeInteraction(user=member())
    desk = make_desk(tmp_path, busy=True)
    await adding.confirm(desk, interaction.as_real, key)
    assert "<@42> is reloading the corpus" in interaction.text
    assert not desk.assembly.state.overlay.saved
    await adding.confirm(make_desk(tmp_path), FakeInteraction(user=member()).as_real, key)


def test_ids_of_the_buttons_fit_and_read_back() -> None:
    name = custom_ids.adding_button("0" * 32, confirms=True)
    match = custom_ids.ADDING.fullmatch(name)
    assert match is not None
    assert (match["choice"], match["key"]) == ("yes", "0" * 32)
    assert len(name) <= custom_ids.MAX_CHARS
    assert not custom_ids.ADDING.fullmatch(name.replace("0", "/"))


@pytest.mark.asyncio
async def test_result_that_comes_too_late_for_discord_is_written_directly(tmp_path: Path) -> None:
    sent: list[discord.ui.LayoutView] = []

    async def send(*, view: discord.ui.LayoutView, **_values: Any) -> None:
        sent.append(view)

    user = SimpleNamespace(id=ME, send=send)
    late = FakeInteraction(user=user, deferred=True, errors=[http_error(401, 50027)])
    await tell(make_desk(tmp_path), late.as_real, Ended(["**Build `new` answers now**"]))
    assert "**Build `new` answers now**" in text_of(sent[0])
    assert "Safety:" in text_of(sent[0])

    async def closed(**_values: Any) -> None:
        raise http_error(403, 50007)

    user.send = closed
    await tell(
        make_desk(tmp_path),
        FakeInteraction(user=user, deferred=True, errors=[http_error(401, 50027)]).as_real,
        Ended(["x"]),
    )


class Attached:
    def __init__(self, url: str, *, name: str = "a.md", size: int = 4, data: bytes = b"text") -> None:
        self.url, self.filename, self.size, self._data = url, name, size, data

    async def read(self) -> bytes:
        return self._data


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "url",
    [
        "https://cdn.discordapp.com/ephemeral-attachments/1/2/a.md",
        "https://media.discordapp.net/attachments/1/2/a.md",
        "http://127.0.0.1:8080/attachments/1/2/a.md",
    ],
)
async def test_files_are_taken_from_discord(url: str) -> None:
    attached: Any = Attached(url)
    assert await fetch_article(attached, "http://127.0.0.1:8080/api/v10") == (b"text", ".md")


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "attached",
    [
        Attached("https://example.org/a.md"),
        Attached("http://cdn.discordapp.com/a.md"),
        Attached("https://cdn.discordapp.com.example.org/a.md"),
        Attached("https://cdn.discordapp.com@example.org/a.md"),
        Attached("file:///etc/passwd"),
        Attached("http://127.0.0.1:9090/a.md"),
        Attached("https://cdn.discordapp.com/a", name="a.exe"),
        Attached("https://cdn.discordapp.com/a.md", size=1_000_001),
        Attached("https://cdn.discordapp.com/a.md", data=b"x" * 1_000_001),
    ],
)
async def test_files_from_elsewhere_or_too_large_are_not(attached: Any) -> None:
    with pytest.raises(ArticleRefusedError):
        await fetch_article(attached, "http://127.0.0.1:8080/api/v10")
