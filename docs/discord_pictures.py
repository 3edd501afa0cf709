"""Draw docs/pictures/*.png: what people see in Discord. make pictures.

A real bot answers real commands against the local Discord of the tests, over the live index. What it sent is drawn by
an own small page (docs/drawing) in headless Chromium: no picture is made by hand, and none shows Discord's own design.
"""

import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops

from bot.frontends.discord_client import texts
from bot.settings import Settings
from docs.drawing.page import Shown, page
from tests.discord_sim.exchange import Exchange
from tests.discord_sim.sim import DiscordSim
from tests.e2e.bots import Place, Shared, running_bot

PICTURES = Path(__file__).with_name("pictures")
BOT_NAME = "kratom answers"
CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)
QUESTION = "does kratom help with depression?"
UNANSWERED = "which kratom tea pot is the prettiest?"
CRY = "i want to kill myself"
MOST_BYTES = 150_000
_WIDTH, _HEIGHT, _SCALE = 680, 6000, 1.25
_CHROMIUM_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture.

    Attributes:
        name: Its file name without ending.
        did: What the person did.
        exchange: What came of it.
        only: Which one of several messages is drawn, from 0 or from the end; None draws all.
    """

    name: str
    did: str
    exchange: Exchange
    only: int | None = None

    @property
    def messages(self) -> list[Shown]:
        """Return what the person sees of it, in order."""
        seen = [one for one in self.exchange.messages if not one.deleted and not one.loading]
        shown = [Shown(one.data, one.files) for one in seen]
        return shown if self.only is None else [shown[self.only]]

    @property
    def caption(self) -> str:
        """Return what stands above the messages."""
        number = len([one for one in self.exchange.messages if not one.deleted and not one.loading])
        if self.only is None or number == 1:
            return self.did
        return f"{self.did}   (message {self.only % number + 1} of {number})"


async def scenes(shared: Shared) -> AsyncIterator[Scene]:
    """Do what people and a moderator do, one after another; the last changes an article of the place's corpus."""
    sim = shared.sim
    did, x = f"alice: /ask question: {QUESTION}", await sim.slash("alice", "ask", question=QUESTION)
    yield Scene("answer", did, x, 0)
    yield Scene("answer-sources", did, x, -1)
    drawn = "The states at a glance"
    did, x = (
        "bob: /legal place: United States",
        await sim.slash("bob", "legal", place="id:us", _until=lambda x: drawn in x.text),
    )
    yield Scene("law", did, x, 0)
    yield Scene("law-map", did, x, -1)
    x = await sim.slash("carol", "interaction", substance="Zoloft")
    yield Scene("interaction", "carol: /interaction substance: Zoloft", x, 0)
    x = await sim.slash("dave", "ask", question=UNANSWERED)
    yield Scene("no-answer", f"dave: /ask question: {UNANSWERED}", x)
    x = await sim.slash("erin", "ask", question=CRY)
    yield Scene("crisis", "erin: /ask, with words that say that her life is in danger", x)
    x = await sim.slash("mod", "settings")
    await sim.select("mod", x, ["support"], texts.CHANNELS_HINT)
    yield Scene("settings", "mod: /settings, after choosing a channel", x)
    reword_an_article(shared.place.corpus)
    done = "nothing has yet"
    x = await sim.slash("mod", "corpus preview", _timeout=900, _until=lambda x: done in x.text)
    if done not in x.text:
        raise TimeoutError("the preview did not end within 15 minutes; run: make index, and try again")
    yield Scene("preview", "mod: /corpus preview, after a sentence of an article was reworded", x)


def reword_an_article(corpus: Path) -> None:
    """Change one sentence that the answer to `QUESTION` quotes."""
    for path in sorted((corpus / "articles").rglob("*depression.md")):
        text = path.read_text("utf-8")
        changed = re.sub(r"^No randomised trial", "To date, no randomised trial", text, count=1, flags=re.MULTILINE)
        if changed != text:
            path.write_text(changed, "utf-8")
            return
    raise LookupError(f"no article under {corpus} has the sentence that is reworded; choose another one here")


def names_of(sim: DiscordSim) -> dict[str, str]:
    """Return what the ids of users, roles and channels stand for."""
    users = {id: user["username"] for id, user in sim.world.users.items()}
    channels = {id: channel.get("name") or "direct message" for id, channel in sim.world.channels.items()}
    roles = {id: role["name"] for guild in sim.world.guilds.values() for id, role in guild.roles.items()}
    return {**users, **channels, **roles}


def people(sim: DiscordSim) -> Mapping[str, str]:
    """Name the bot as it is drawn, and let several people ask, as each waits between two questions."""
    for name in ("carol", "dave", "erin"):
        sim.world.add_member(name)
    sim.world.guild.role(sim.world.bot["username"])["name"] = BOT_NAME
    sim.world.bot["username"] = BOT_NAME
    return {}


def photograph(html: str, folder: Path) -> bytes:
    """Return a page as a small PNG, cut to what is on it.

    Raises:
        subprocess.CalledProcessError: Chromium failed; its last lines are in `stderr`.
    """
    source, shot = folder / "page.html", folder / "page.png"
    source.write_text(html, "utf-8")
    size = f"--window-size={_WIDTH},{_HEIGHT}"
    profile = f"--user-data-dir={folder / 'profile'}"
    command = [CHROMIUM, *_CHROMIUM_FLAGS, profile, size, f"--force-device-scale-factor={_SCALE}"]
    subprocess.run([*command, f"--screenshot={shot}", source.as_uri()], check=True, capture_output=True, timeout=120)
    return shrink(shot.read_bytes())


def shrink(data: bytes) -> bytes:
    """Cut the empty space below a picture and reduce its colours, until it is small enough."""
    whole = Image.open(BytesIO(data)).convert("RGB")
    empty = Image.new("RGB", whole.size, whole.getpixel((whole.width - 1, whole.height - 1)))
    box = ImageChops.difference(whole, empty).getbbox()
    bottom = min(whole.height, (box[3] if box else whole.height) + int(16 * _SCALE))
    cut = whole.crop((0, 0, whole.width, bottom))
    for colours in (128, 64, 32):  # the fewer, the further links and buttons drift from their colours
        out = BytesIO()
        cut.quantize(colours, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() < MOST_BYTES:
            break
    return out.getvalue()


async def main() -> int:
    """Draw every picture; return the exit status."""
    if not CHROMIUM:
        sys.stderr.write("Chromium is not installed, and it draws the pictures; install it (apt install chromium)\n")
        return 69
    settings = Settings()
    live = settings.index_dir / "CURRENT"
    if not live.exists():
        sys.stderr.write("There is no index; run: make index\n")
        return 69
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="kratom-pictures-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        place = Place(folder / "place", paced=True)
        shutil.copytree(settings.corpus_dir, place.corpus)
        kept = {live.name, live.read_text("utf-8").strip(), ".cache"}  # with the cache a preview encodes one passage
        others = {path.name for path in settings.index_dir.iterdir()} - kept
        shutil.copytree(settings.index_dir, place.index, ignore=lambda _folder, names: others.intersection(names))
        async with running_bot(place, setup=people) as shared:
            async for scene in scenes(shared):
                html = page(scene.caption, scene.messages, names_of(shared.sim))
                data = await asyncio.to_thread(photograph, html, folder)
                (PICTURES / f"{scene.name}.png").write_bytes(data)
                print(f"docs/pictures/{scene.name}.png: {len(data) // 1000} kB")  # noqa: T201 - a program for a terminal
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
