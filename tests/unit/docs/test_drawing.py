"""Components and pages as HTML: every kind the bot sends, nothing unescaped, and no request to anywhere."""

from typing import Any

import pytest

from docs.drawing.components import Surroundings, UnknownComponentError, draw
from docs.drawing.page import Shown, page
from tests.unit.docs.test_markdown import HOSTILE, Page

AROUND = Surroundings({"map.png": b"\x89PNG", "notes.md": b"x" * 1500}, {"7": "support", "8": "Curator"})
EVIL = "<script>alert('x')</script>\" onload=\"x"


def shown(component: dict[str, Any]) -> Page:
    return Page(f"<div>{draw(component, AROUND)}</div>")


def menu(kind: int, **fields: Any) -> dict[str, Any]:
    return {"type": kind, "custom_id": "k:m", "placeholder": "Choose", **fields}


@pytest.mark.parametrize(
    ("component", "words"),
    [
        ({"type": 1, "components": [{"type": 2, "style": 2, "label": "Helpful"}]}, "Helpful"),
        ({"type": 2, "style": 5, "label": "Read", "url": "https://example.org", "emoji": {"name": "+"}}, "+ Read"),
        (menu(3, options=[{"label": "a", "value": "1"}]), "Choose"),
        (menu(3, options=[{"label": "a", "value": "1"}, {"label": "b", "value": "2", "default": True}]), "b"),
        (menu(8, default_values=[{"id": 7, "type": "channel"}]), "support"),
        (menu(6, default_values=[{"id": "8", "type": "role"}, {"id": "9", "type": "role"}]), "Curatorunknown"),
        (menu(6, default_values=[]), "Choose"),
        ({"type": 10, "content": "**Law:** differs"}, "Law: differs"),
        ({"type": 13, "file": {"url": "attachment://notes.md"}}, "notes.md1.5 kB"),
        ({"type": 14, "divider": True, "spacing": 1}, ""),
        ({"type": 17, "accent_color": 255, "components": [{"type": 10, "content": "inside"}]}, "inside"),
    ],
)
def test_each_kind_shows_its_words(component: dict[str, Any], words: str) -> None:
    assert shown(component).words == words


def test_picture_is_in_the_page_with_its_alt_text() -> None:
    item = {"media": {"url": "http://127.0.0.1:1/attachments/1/2/map.png?ex=1"}, "description": EVIL}
    found = shown({"type": 12, "items": [item]})
    assert ("src", "data:image/png;base64,iVBORw==") in found.attributes
    assert ("alt", EVIL) in found.attributes


@pytest.mark.parametrize("kind", [0, 4, 9, 11, 18, 99, None, "10"])
def test_kind_that_is_not_drawn_is_said_with_where_to_add_it(kind: object) -> None:
    inside = {"type": 17, "components": [{"type": kind}]}
    with pytest.raises(UnknownComponentError, match=r"docs/drawing/components\.py"):
        draw(inside, AROUND)


@pytest.mark.parametrize("text", [*HOSTILE, EVIL])
@pytest.mark.parametrize(
    "put",
    [
        lambda text: {"type": 10, "content": text},
        lambda text: {"type": 2, "style": 1, "label": text, "emoji": {"name": text}},
        lambda text: menu(3, placeholder=text, options=[]),
        lambda text: menu(3, options=[{"label": text, "value": "1", "default": True}]),
        lambda text: {"type": 13, "file": {"url": f"attachment://{text}"}},
        lambda text: {"type": 12, "items": [{"media": {"url": "attachment://map.png"}, "description": text}]},
    ],
)
def test_no_text_of_a_message_becomes_html(put: Any, text: str) -> None:
    found = shown(put(text))
    assert not found.tags & {"script", "style", "iframe", "svg", "a", "link"}
    assert not {name for name, _ in found.attributes if name.startswith("on")}


def message(**fields: Any) -> Shown:
    data = {"author": {"username": EVIL}, "flags": 0, "components": [{"type": 10, "content": "hello"}], **fields}
    return Shown(data, {})


def test_page_escapes_what_was_done_and_who_wrote_and_asks_nothing_of_the_network() -> None:
    html = page(EVIL, [message()], {})
    assert "<script>" not in html
    assert "default-src 'none'" in html
    assert html.count("http") == html.count("http-equiv")


def test_page_says_what_only_the_asker_sees() -> None:
    assert "Only the asker" not in page("x", [message()], {})
    assert "Only the asker" in page("x", [message(flags=1 << 6)], {})
