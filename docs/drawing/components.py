"""The components of a message as HTML, from the data that Discord shows of it.

https://discord.com/developers/docs/components/reference
"""

from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from docs.drawing.markdown import Names, to_html

Component = Mapping[str, Any]
_BUTTON_STYLES = {1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "outward"}
_IMAGES = {"png": "image/png", "jpg": "image/jpeg", "webp": "image/webp"}


class UnknownComponentError(ValueError):
    """A kind of component that is not drawn yet: add it to `_KINDS` in docs/drawing/components.py."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a message needs beside itself: the files uploaded with it, by name, and what ids stand for."""

    files: Mapping[str, bytes]
    names: Names


def draw(component: Component, around: Surroundings) -> str:
    """Return a component with all that is in it as HTML.

    Raises:
        UnknownComponentError: it, or something in it, is of a kind that is not drawn.
    """
    kind = component.get("type")
    if kind not in _KINDS:
        raise UnknownComponentError(f"component of type {kind}: draw it in docs/drawing/components.py")
    return _KINDS[kind](component, around)


def draw_all(components: list[Component], around: Surroundings) -> str:
    """Return components one after another as HTML."""
    return "".join(draw(one, around) for one in components)


def _row(component: Component, around: Surroundings) -> str:
    return f'<div class="row">{draw_all(component["components"], around)}</div>'


def _button(component: Component, _around: Surroundings) -> str:
    style = _BUTTON_STYLES.get(component["style"], "secondary")
    off = " off" if component.get("disabled") else ""
    emoji = (component.get("emoji") or {}).get("name") or ""
    label = " ".join(filter(None, [emoji, component.get("label") or ""]))
    return f'<span class="button {style}{off}">{escape(label)}</span>'


def _menu(component: Component, _around: Surroundings) -> str:
    chosen = [option["label"] for option in component["options"] if option.get("default")]
    return _closed_menu(component, chosen)


def _menu_of_ids(component: Component, around: Surroundings) -> str:
    chosen = [around.names.get(str(one["id"]), "unknown") for one in component.get("default_values", [])]
    return _closed_menu(component, chosen)


def _closed_menu(component: Component, chosen: list[str]) -> str:
    """Return a menu as it stands before it is opened: what is chosen, or its hint."""
    pills = "".join(f'<span class="chosen">{escape(one)}</span>' for one in chosen)
    hint = f'<span class="hint">{escape(component.get("placeholder") or "")}</span>'
    return f'<div class="menu">{pills or hint}<span class="arrow"></span></div>'


def _text(component: Component, around: Surroundings) -> str:
    return f'<div class="text">{to_html(component["content"], around.names)}</div>'


def _gallery(component: Component, around: Surroundings) -> str:
    return f'<div class="gallery">{"".join(_image(item, around) for item in component["items"])}</div>'


def _image(item: Component, around: Surroundings) -> str:
    name = _file_name(item["media"]["url"])
    kind = _IMAGES[name.rpartition(".")[2]]
    data = b64encode(around.files[name]).decode()
    return f'<img src="data:{kind};base64,{data}" alt="{escape(item.get("description") or "", quote=True)}">'


def _file(component: Component, around: Surroundings) -> str:
    name = _file_name(component["file"]["url"])
    size = len(around.files.get(name, b""))
    return f'<div class="file"><b>{escape(name)}</b><span>{size / 1000:.1f} kB</span></div>'


def _file_name(url: str) -> str:
    """Return the name of an uploaded file, from where the bot or Discord points at it."""
    return url.partition("?")[0].removeprefix("attachment://").rpartition("/")[2]


def _separator(component: Component, _around: Surroundings) -> str:
    return f'<hr class="{"line" if component.get("divider", True) else "gap"}">'


def _container(component: Component, around: Surroundings) -> str:
    colour = component.get("accent_color")
    edge = f' style="border-left-color: #{int(colour):06x}"' if colour is not None else ""
    return f'<div class="container"{edge}>{draw_all(component["components"], around)}</div>'


_KINDS: dict[Any, Callable[[Component, Surroundings], str]] = {
    1: _row,
    2: _button,
    3: _menu,
    5: _menu_of_ids,
    6: _menu_of_ids,
    7: _menu_of_ids,
    8: _menu_of_ids,
    10: _text,
    12: _gallery,
    13: _file,
    14: _separator,
    17: _container,
}
