"""What is held while the bot runs, and settings of servers: follow-ups, forms, and choices that strangers make up."""

import functools
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from bench.hostile.draw import Draw
from bench.hostile.target import Promise, Target, require
from bench.hostile.words import NUMBERS, SNIPPETS
from bot.frontends.discord_client.cogs.follow_up import typed_text
from bot.frontends.discord_client.conversations import Conversations
from bot.frontends.discord_client.moderator_ids import UnknownChoiceError
from bot.frontends.discord_client.settings_acts import _CHOICES
from bot.state.models import AuditEntry, GuildSettings, Subject

_SEEDS = (bytes(range(60)), bytes(range(0, 240, 4)))
_CHANNEL, _ROLE, _GUILD = 111111111111111111, 222222222222222222, 333333333333333333
_VALUES = (str(_CHANNEL), str(_ROLE), str(_GUILD), "discord", "de", "en", "0", "2", "5", "3600", "-5", "\u0665", "5.0")


def check_follow_ups(data: bytes) -> None:
    """What one person asked is recalled for that person and answer alone, for ten minutes, and gone when deleted."""
    draw = Draw(data)
    now = [0.0]
    kept = Conversations(lambda: now[0])
    model: dict[tuple[int, str], tuple[float, tuple[str, ...]]] = {}
    while not draw.is_empty:
        person, receipt, kind = draw.byte() % 3, f"K1-{draw.byte() % 4}", draw.byte() % 4
        model = {key: value for key, value in model.items() if value[0] >= now[0] - 600.0}
        if kind == 0:
            turns = tuple(draw.several(draw.text, 4))
            kept.remember(person, receipt, turns)
            model[person, receipt] = (now[0], turns[-2:])
        elif kind == 1:
            now[0] += draw.byte() * 5.0
            model = {key: value for key, value in model.items() if value[0] >= now[0] - 600.0}
        elif kind == 2:
            count = kept.forget(person) if draw.byte() < 32 else kept.held(person)
            mine = [key for key in model if key[0] == person]
            require(count == len(mine) or count >= len(mine), Promise.WRONG, f"{count} instead of {len(mine)}")
            if not kept.held(person):
                model = {key: value for key, value in model.items() if key[0] != person}
        found = kept.recall(person, receipt.replace("-", "") if draw.flag() else receipt)
        require(found == model.get((person, receipt), (0.0, ()))[1], Promise.WRONG, f"{found} recalled")


def check_form(data: bytes) -> None:
    """Whatever Discord says a form held, a text comes out of it."""
    draw = Draw(data)
    payload = _drawn(draw, 5)
    if isinstance(payload, dict):
        require(isinstance(typed_text(payload), str), Promise.WRONG, repr(payload))


def _drawn(draw: Draw, depth: int) -> Any:
    kind = draw.byte() % 5
    if depth and kind < 2:
        keys = ("components", "component", "custom_id", "value", "type", "id")
        return {draw.choose(keys): _drawn(draw, depth - 1) for _ in range(draw.number(1, 4))}
    if depth and kind == 2:
        return draw.several(lambda: _drawn(draw, depth - 1), 4)
    return draw.choose(("question", draw.text(), 7, None, 18, True))


def check_settings(data: bytes) -> None:
    """A choice in the panel is refused by name or gives settings that are valid and only of what is in the server."""
    draw = Draw(data)
    setting = draw.choose(tuple(_CHOICES))
    values = draw.several(lambda: draw.choose(_VALUES) if draw.byte() < 160 else draw.text((*NUMBERS, *SNIPPETS), 3), 5)
    guild = _server() if draw.byte() < 240 else None
    try:
        change, _ = _CHOICES[setting](guild, values)
    except UnknownChoiceError:
        return
    after = change(GuildSettings())
    require(after.allowed_channels <= {_CHANNEL}, Promise.WRONG, f"{values} allowed channels")
    require(after.moderator_roles <= {_ROLE}, Promise.WRONG, f"{values} made moderators")


@functools.cache
def _server() -> Any:
    return SimpleNamespace(
        id=_GUILD,
        get_channel_or_thread=lambda one: object() if one == _CHANNEL else None,
        get_role=lambda one: object() if one in (_ROLE, _GUILD) else None,
    )


def check_kept_shapes(data: bytes) -> None:
    """Settings, subjects and entries of the audit log are made or refused; none takes words for an id."""
    draw = Draw(data)
    words = draw.text()
    made: tuple[Callable[[], object], ...] = (
        lambda: GuildSettings(language=words),
        lambda: GuildSettings(cooldown_s=draw.number(-(2**40), 2**40)),
        lambda: GuildSettings(allowed_channels=frozenset({draw.number(-(2**70), 2**70)})),
        lambda: Subject(words),
        lambda: AuditEntry("reload", "done", 1, subject=words),  # type: ignore[arg-type]
        lambda: AuditEntry("reload", "done", 1, details={words: 1}),  # type: ignore[arg-type]
        lambda: AuditEntry("reload", "done", 1, details={"asked": (words, words)}),  # type: ignore[arg-type]
    )
    try:
        kept = draw.choose(made)()
    except ValueError:
        return
    is_sentence = " " in words.strip()
    require(not is_sentence or words not in repr(kept), Promise.LOGGED_WORDS, repr(kept))


TARGETS = (
    Target("state of follow-ups", check_follow_ups, 40, 96, _SEEDS),
    Target("forms for follow-ups", check_form, 50, 96, _SEEDS),
    Target("settings of servers", check_settings, 50, 64, _SEEDS),
    Target("what the state takes", check_kept_shapes, 40, 64, _SEEDS),
)
