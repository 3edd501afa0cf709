from types import SimpleNamespace
from typing import Any

import discord
import pytest

from bot.frontends.discord_client import texts
from bot.frontends.discord_client.venue import (
    NotAgeRestrictedError,
    Showing,
    Venue,
    check_age,
    may_be_public,
    showing,
)
from bot.state.models import UNKNOWN_SETTINGS, GuildSettings
from tests.unit.bot.frontends.discord_client.fakes import english

VOICE = english()(None)
HERE = Venue(7, 5)
IN_THREAD = Venue(7, 6, parent_id=5)
DIRECT = Venue(None, 9)
ALLOWED = GuildSettings(allowed_channels=frozenset({5}))


def thread(*, parent_nsfw: bool) -> discord.Thread:
    made = discord.Thread.__new__(discord.Thread)
    made.id, made.parent_id = 6, 5
    parent: Any = SimpleNamespace(is_nsfw=lambda: parent_nsfw)
    made.guild = SimpleNamespace(get_channel=lambda _id: parent)  # type: ignore[assignment]
    return made


@pytest.mark.parametrize("nsfw", [True, False])
def test_thread_counts_by_its_parent(nsfw: bool) -> None:
    assert Venue.of(7, thread(parent_nsfw=nsfw)) == Venue(7, 6, 5, nsfw)


def test_place_that_discord_tells_little_about_is_not_age_restricted() -> None:
    assert Venue.of(7, None) == Venue(7, None)


@pytest.mark.parametrize(("venue", "public"), [(HERE, True), (IN_THREAD, True), (Venue(7, 8), False), (DIRECT, True)])
def test_answers_may_be_public_in_allowed_channels_and_their_threads(venue: Venue, public: bool) -> None:
    assert may_be_public(ALLOWED, venue) is public
    assert showing(ALLOWED, venue, None, VOICE).private is not public


def test_unknown_settings_are_not_those_that_look_alike() -> None:
    known = GuildSettings(private_by_default=True)
    assert may_be_public(known, HERE)
    assert not may_be_public(UNKNOWN_SETTINGS, HERE)
    assert showing(UNKNOWN_SETTINGS, HERE, False, VOICE) == Showing(True, texts.SETTINGS_UNKNOWN)


def test_more_private_wish_counts() -> None:
    for settings in (GuildSettings(), ALLOWED, GuildSettings(private_by_default=True)):
        assert showing(settings, HERE, True, VOICE) == Showing(True)
    assert showing(GuildSettings(), HERE, False, VOICE) == Showing(False)
    assert showing(GuildSettings(private_by_default=True), HERE, False, VOICE) == Showing(True, texts.PRIVATE_HERE)


def test_many_allowed_channels_are_named_in_short() -> None:
    settings = GuildSettings(allowed_channels=frozenset(range(10**18, 10**18 + 100)))
    remark = showing(settings, HERE, None, VOICE).remark
    assert remark is not None
    assert remark.count("<#") == 5


def test_age_restriction_is_of_servers_alone() -> None:
    settings = GuildSettings(age_restricted_only=True)
    check_age(settings, DIRECT)
    check_age(settings, Venue(7, 5, age_restricted=True))
    check_age(GuildSettings(), HERE)
    with pytest.raises(NotAgeRestrictedError):
        check_age(settings, HERE)
