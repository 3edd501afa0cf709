"""Discord's Markdown as HTML: the part of it that messages of apps use.

Unlike in CommonMark, every line break shows, a quote ends with its line, and "-#" begins small text:
https://support.discord.com/hc/en-us/articles/210298617
"""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from html import escape

Names = Mapping[str, str]
"""What the ids of users, roles and channels stand for, by id."""

_BODY = r"(?:\\.|[^\\])+?"
_INLINE = re.compile(
    rf"""
      \\(?P<plain>[^0-9A-Za-z\s])
    | (?P<ticks>`+)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)
    | <(?P<user>@!?)(?P<user_id>\d+)>
    | <(?P<role>@&)(?P<role_id>\d+)>
    | <(?P<channel>\#)(?P<channel_id>\d+)>
    | <t:(?P<time>-?\d+)(?::[tTdDfFR])?>
    | </(?P<command>[-\w ]+):\d+>
    | <(?P<bare>https?://[^\s>]+)>
    | \[(?P<label>[^\]\n]+)\]\((?P<url>https?://[^\s)]+)\)
    | (?P<link>https?://[^\s<]*[^\s<.,:;"'\])])
    | \*\*(?P<bold>{_BODY})\*\*(?!\*)
    | __(?P<underline>{_BODY})__(?!_)
    | ~~(?P<strike>{_BODY})~~
    | \|\|(?P<spoiler>{_BODY})\|\|
    | \*(?P<italic>(?:\\.|\*\*|[^\\*\s])(?:(?:\\.|\*\*|[^\\*])*?(?:\\.|\*\*|[^\\*\s]))??)\*(?!\*)
    | \b_(?P<slanted>{_BODY})_\b
    """,
    re.VERBOSE | re.DOTALL,
)
_NESTED = {"bold": "strong", "underline": "u", "strike": "s", "italic": "em", "slanted": "em"}
_HEADING = re.compile(r"(#{1,3}) +(.+)")
_SMALL = re.compile(r"-# +(.+)")
_ITEM = re.compile(r"\s*[-*] +(.+)")
_NUMBERED = re.compile(r"\s*(\d+)\. +(.+)")
_QUOTED = re.compile(r"> ?(.*)")
_FENCE = re.compile(r"```(?:[\w+-]*\n)?(.*?)```", re.DOTALL)


def to_html(text: str, names: Names | None = None) -> str:
    """Return the HTML of a text. Nothing in the text becomes markup of its own: all of it is escaped."""
    names = names or {}
    parts, at = [], 0
    for fence in _FENCE.finditer(text):
        parts.append(_blocks(text[at : fence.start()].rstrip("\n"), names))
        parts.append(f"<pre>{escape(fence[1].rstrip())}</pre>")
        at = fence.end() + text[fence.end() :].startswith("\n")
    parts.append(_blocks(text[at:], names))
    return "".join(parts)


def _blocks(text: str, names: Names) -> str:
    lines = text.split("\n") if text else []
    made: list[str] = []
    while lines:
        if heading := _HEADING.fullmatch(lines[0]):
            made.append(f"<h{len(heading[1])}>{_inline(heading[2], names)}</h{len(heading[1])}>")
            lines.pop(0)
        elif small := _SMALL.fullmatch(lines[0]):
            made.append(f"<small>{_inline(small[1], names)}</small>")
            lines.pop(0)
        elif quoted := _take(lines, _QUOTED):
            made.append(f"<blockquote>{_blocks(chr(10).join(one[1] for one in quoted), names)}</blockquote>")
        elif items := _take(lines, _ITEM):
            made.append("<ul>" + "".join(f"<li>{_inline(one[1], names)}</li>" for one in items) + "</ul>")
        elif items := _take(lines, _NUMBERED):
            rows = "".join(f"<li>{_inline(one[2], names)}</li>" for one in items)
            made.append(f'<ol start="{int(items[0][1])}">{rows}</ol>')
        else:
            paragraph = [lines.pop(0)]
            while lines and not _begins_a_block(lines[0]):
                paragraph.append(lines.pop(0))
            made.append(f"<p>{_inline(chr(10).join(paragraph), names)}</p>")
    return "".join(made)


def _take(lines: list[str], form: re.Pattern[str]) -> list[re.Match[str]]:
    """Take the lines of one form off the front."""
    taken = []
    while lines and (found := form.fullmatch(lines[0])):
        taken.append(found)
        lines.pop(0)
    return taken


def _begins_a_block(line: str) -> bool:
    return any(form.fullmatch(line) for form in (_HEADING, _SMALL, _QUOTED, _ITEM, _NUMBERED))


def _inline(text: str, names: Names) -> str:
    made, at = [], 0
    for found in _INLINE.finditer(text):
        made += [escape(text[at : found.start()]), _element(found, names)]
        at = found.end()
    return "".join([*made, escape(text[at:])])


def _element(found: re.Match[str], names: Names) -> str:
    kind = found.lastgroup or ""
    for name, tag in _NESTED.items():
        if (inner := found[name]) is not None:
            return f"<{tag}>{_inline(inner, names)}</{tag}>"
    if found["spoiler"] is not None:
        return f'<span class="spoiler">{_inline(found["spoiler"], names)}</span>'
    if found["url"] is not None:
        return f'<span class="link">{_inline(found["label"], names)}</span>'
    return _PLAIN[kind](found, names)


def _mention(mark: str, group: str) -> Callable[[re.Match[str], Names], str]:
    return lambda found, names: _pill(f"{mark}{names.get(found[group], 'unknown')}")


def _pill(text: str) -> str:
    return f'<span class="mention">{escape(text)}</span>'


def _moment(found: re.Match[str], _names: Names) -> str:
    return _pill(f"{datetime.fromtimestamp(int(found['time']), UTC):%d %B %Y, %H:%M} UTC")


_PLAIN: dict[str, Callable[[re.Match[str], Names], str]] = {
    "plain": lambda found, _names: escape(found["plain"]),
    "code": lambda found, _names: f"<code>{escape(found['code'])}</code>",
    "user_id": _mention("@", "user_id"),
    "role_id": _mention("@", "role_id"),
    "channel_id": _mention("#", "channel_id"),
    "time": _moment,
    "command": lambda found, _names: _pill(f"/{found['command']}"),
    "bare": lambda found, _names: f'<span class="link">{escape(found["bare"])}</span>',
    "link": lambda found, _names: f'<span class="link">{escape(found["link"])}</span>',
}
