"""The ids of buttons and menus: all that is needed to act on them after a restart, in at most 100 characters.

They name a receipt, or a key of a passage, article or topic. A key is a short hash of its id, so that ids of any
length fit and a key means the same in every build that has the passage.
"""

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum

MAX_CHARS = 100
"""https://discord.com/developers/docs/components/reference#anatomy-of-a-component"""
PREFIX = "k1"
"""How all of them begin; the number goes up when their form changes."""
_KEY_BYTES = 6


class Act(StrEnum):
    """What a button on an answer does."""

    MORE = "more"
    SOURCES = "sources"
    FOLLOW_UP = "ask"
    SHARE = "share"
    HELPFUL = "helped"
    NOT_HELPFUL = "failed"
    DELETE = "delete"


class Level(StrEnum):
    """Which list a menu shows: all topics, the articles of one, the passages of one, or those that cite a source."""

    TOPIC = "topic"
    ARTICLE = "article"
    PASSAGE = "passage"
    CITING = "citing"


class Step(StrEnum):
    """The steps of deleting what is held about oneself."""

    ASK = "ask"
    DELETE = "delete"
    KEEP = "keep"


ANSWER_BUTTON = re.compile(rf"{PREFIX}:(?P<act>{'|'.join(Act)}):(?P<page>\d{{1,3}}):(?P<receipt>[0-9A-Z]{{1,80}})")
PASSAGE_BUTTON = re.compile(rf"{PREFIX}:show:(?P<key>[0-9a-f]{{12}})")
MENU = re.compile(
    rf"{PREFIX}:menu:(?P<level>topic|article|passage|citing):(?P<key>[0-9a-f]{{12}}|):(?P<page>\d{{1,3}})"
)
PAGE_BUTTON = re.compile(
    rf"{PREFIX}:page:(?P<level>topic|article|passage):(?P<key>[0-9a-f]{{12}}|):(?P<page>\d{{1,3}})"
)
REASONS = re.compile(rf"{PREFIX}:why:(?P<receipt>[0-9A-Z]{{1,80}})")
OWN_DATA = re.compile(rf"{PREFIX}:mine:(?P<step>{'|'.join(Step)})")
ADDING = re.compile(rf"{PREFIX}:add:(?P<choice>yes|no):(?P<key>[0-9a-f]{{32}})")
FOLLOW_UP_FORM = re.compile(rf"{PREFIX}:form:(?P<receipt>[0-9A-Z]{{1,80}})")


@dataclass(frozen=True, slots=True)
class Place:
    """One page (from 0) of one list; `key` is that of the topic or article listed, "" for the list of topics."""

    level: Level
    key: str = ""
    page: int = 0

    @classmethod
    def of(cls, match: re.Match[str]) -> "Place":
        """Return the place that the id of a menu or page button names."""
        return cls(Level(match["level"]), match["key"], int(match["page"]))


def key_of(name: str) -> str:
    """Return the key of a passage, article, topic or source: 12 hexadecimal digits."""
    return hashlib.blake2b(name.encode(), digest_size=_KEY_BYTES).hexdigest()


def answer_button(act: Act, receipt: str, page: int = 0) -> str | None:
    """Return the id of a button on an answer; None where the receipt is too long for one."""
    name = f"{PREFIX}:{act}:{page}:{receipt.replace('-', '')}"
    return name if len(name) <= MAX_CHARS and ANSWER_BUTTON.fullmatch(name) else None


def reasons_menu(receipt: str) -> str:
    """Return the id of the menu that asks why an answer did not help; the receipt is one from a button."""
    return f"{PREFIX}:why:{receipt.replace('-', '')}"


def own_data_button(step: Step) -> str:
    """Return the id of a button of /privacy."""
    return f"{PREFIX}:mine:{step}"


def passage_button(passage_id: str) -> str:
    """Return the id of a button that shows a passage."""
    return f"{PREFIX}:show:{key_of(passage_id)}"


def menu(place: Place) -> str:
    """Return the id of the menu of a list."""
    return f"{PREFIX}:menu:{place.level}:{place.key}:{place.page}"


def page_button(place: Place) -> str:
    """Return the id of a button that turns to a list."""
    return f"{PREFIX}:page:{place.level}:{place.key}:{place.page}"


def adding_button(key: str, *, confirms: bool) -> str:
    """Return the id of a button that confirms, or cancels, the adding of the article that waits under a key."""
    return f"{PREFIX}:add:{'yes' if confirms else 'no'}:{key}"


def follow_up_form(receipt: str) -> str:
    """Return the id of the form for a follow-up to an answer."""
    return f"{PREFIX}:form:{receipt}"
