"""One page for one picture: what a person did, and the messages that came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from docs.drawing.components import Surroundings, draw_all
from docs.drawing.markdown import Names

_STYLE = Path(__file__).with_name("page.css")
_EPHEMERAL = 1 << 6  # https://discord.com/developers/docs/resources/message#message-object-message-flags
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as Discord shows it (`data`), with the files uploaded with it, by name."""

    data: Mapping[str, Any]
    files: Mapping[str, bytes]


def page(did: str, messages: Sequence[Shown], names: Names) -> str:
    """Return the page of a picture.

    Args:
        did: What the person did, such as a command with its options.
        messages: What the bot wrote, in order.
        names: What the ids of users, roles and channels in it stand for.

    Raises:
        UnknownComponentError: a message holds a component that is not drawn.
    """
    drawn = "".join(_message(one, names) for one in messages)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<style>{_STYLE.read_text('utf-8')}</style></head>"
        f'<body><main><p class="did">{escape(did)}</p>{drawn}</main></body></html>'
    )


def _message(shown: Shown, names: Names) -> str:
    author = shown.data["author"]["username"]
    private = '<p class="private">Only the asker sees this message.</p>' if shown.data["flags"] & _EPHEMERAL else ""
    body = draw_all(shown.data["components"], Surroundings(shown.files, names))
    return (
        f'<article><div class="face">{escape(author[:1].upper())}</div>'
        f'<div class="message"><header><b>{escape(author)}</b><span>app</span></header>{body}{private}</div></article>'
    )
