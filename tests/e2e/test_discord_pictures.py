"""The pictures of the documents: every scene is played and drawn from what the bot really sent."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from docs.discord_pictures import MOST_BYTES, PICTURES, Scene, names_of, people, scenes, shrink
from docs.drawing.page import page
from tests.e2e.bots import Place, rebuild, running_bot
from tests.e2e.corpus_on_disk import write_corpus
from tests.e2e.tables_on_disk import write_tables

pytestmark = [pytest.mark.e2e, pytest.mark.asyncio]

ROOT = Path(__file__).resolve().parents[2]
PROMISED = {"answer", "law-map", "interaction", "no-answer", "crisis", "preview", "settings"}


async def test_every_scene_is_drawn_from_real_messages(tmp_path: Path) -> None:
    place = Place(tmp_path, paced=True)
    write_corpus(place.corpus)
    write_tables(place.corpus)
    rebuild(place)
    played: list[Scene] = []
    async with running_bot(place, setup=people) as shared:
        async for scene in scenes(shared):
            assert_drawn(scene, page(scene.caption, scene.messages, names_of(shared.sim)))
            played.append(scene)
        shared.check()
    assert {scene.name for scene in played} >= PROMISED
    assert {f"{scene.name}.png" for scene in played} == {path.name for path in PICTURES.iterdir()}


def assert_drawn(scene: Scene, html: str) -> None:
    """Every word, button and picture of the messages is on the page."""
    words = letters(unescape(re.sub(r"<style>.*?</style>|<[^>]+>", "", html, flags=re.DOTALL)))
    assert scene.messages
    for one in scene.messages:
        for component in inside(one.data["components"]):
            if component["type"] == 10:
                missing = [line for line in plain(component["content"]) if line not in words]
                assert not missing, scene.name
            assert letters(component.get("label", "")) in words
        assert html.count("data:image/png") == sum(name.endswith(".png") for name in one.files)


def inside(components: list[dict]) -> list[dict]:
    return [found for one in components for found in [one, *inside(one.get("components", []))]]


def plain(content: str) -> list[str]:
    """The lines of a text without mentions, times and marks."""
    return [letters(re.sub(r"<[@#t][^>]*>", "\n", line)) for line in content.splitlines() if "<" not in line]


def letters(text: str) -> str:
    return "".join(re.findall(r"\w", text))


async def test_pictures_are_small_and_described_where_they_are_shown() -> None:
    documents = [ROOT / "README.md", ROOT / "docs/discord-setup.md"]
    shown = {
        (document.parent / target).resolve(): alt
        for document in documents
        for alt, target in re.findall(r"!\[([^\]]*)\]\(([^)]+\.png)\)", document.read_text("utf-8"))
    }
    assert set(shown) == {path.resolve() for path in PICTURES.iterdir()}
    assert min(len(alt) for alt in shown.values()) > 60
    for path in shown:
        assert path.stat().st_size < MOST_BYTES
        with Image.open(path) as picture:
            assert picture.format == "PNG"


async def test_a_photograph_is_cut_below_what_is_on_it() -> None:
    whole = Image.new("RGB", (100, 3000), "#1c1f26")
    whole.paste("#ffffff", (10, 10, 90, 200))
    out = BytesIO()
    whole.save(out, "PNG")
    cut = Image.open(BytesIO(shrink(out.getvalue())))
    assert cut.width == 100
    assert 200 < cut.height < 260
