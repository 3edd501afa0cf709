"""What is done in Discord while the bot is killed: each act, what it changes, and how it is confirmed."""

import re
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from bench.torture.kept import ADDED, ANY, PASSAGE, Kept, Ledger
from bot.frontends.discord_client import texts
from tests.discord_sim.exchange import Exchange
from tests.discord_sim.sim import DiscordSim
from tests.e2e.corpus_on_disk import SLEEP

ASKED = "can kratom hurt the liver"
RATED = "does kratom help with depression"
_LIVE = re.compile(r"[Bb]uild `([0-9a-f]{12})` answers now")
_LONG_S = 60.0


@dataclass
class Scene:
    """Where acts are done. `rated` is the answer that feedback is given on; `begin` begins the deadly part."""

    sim: DiscordSim
    ledger: Ledger
    kept: Kept
    rated: Exchange
    begin: Callable[[], None]


Play = Callable[[Scene], Coroutine[Any, Any, None]]
"""Does an act: tells the ledger before it begins, and once it was confirmed. Most of them are killed on the way."""


async def withdraw_or_restore(scene: Scene) -> None:
    """Take the passage out of use, or bring it back."""
    wanted = not scene.kept.withdrawn
    scene.begin()
    scene.ledger.begin("withdrawn", wanted)
    command = "corpus withdraw" if wanted else "corpus restore"
    options: dict[str, Any] = {"reason": "wrong"} if wanted else {}
    x = await scene.sim.slash("mod", command, subject=PASSAGE, _until=_told, **options)
    if ("**Withdrawn:**" if wanted else "**Restored:**") in x.text:
        scene.ledger.confirm("withdrawn", wanted)
        scene.ledger.acts += 1


async def switch_setting(scene: Scene) -> None:
    """Make answers private in this server, or public."""
    wanted = not scene.kept.private
    panel = await scene.sim.slash("mod", "settings")
    scene.begin()
    scene.ledger.begin("private", wanted)
    words = "only the asker sees them" if wanted else "all see them"
    button = next(one["custom_id"] for one in panel.buttons if ":switch:private:" in one["custom_id"])
    await scene.sim.click("mod", panel, button, until=lambda _x: words in panel.text)
    if words in panel.text:
        scene.ledger.confirm("private", wanted)
        scene.ledger.acts += 1


async def give_feedback(scene: Scene) -> None:
    """Say that an answer helped, or that it did not."""
    wanted = "not-helpful" if scene.kept.helpful == "helpful" else "helpful"
    scene.begin()
    scene.ledger.begin("helpful", wanted)
    button = texts.HELPFUL if wanted == "helpful" else texts.NOT_HELPFUL
    x = await scene.sim.click("alice", scene.rated, button, until=_told)
    if any(words in x.text for words in ("I noted that", "I changed your verdict")):
        scene.ledger.confirm("helpful", wanted)


async def add_or_remove(scene: Scene) -> None:
    """Add an article, or take it away: both rebuild and swap."""
    wanted = not scene.kept.added
    if wanted:
        tried = await scene.sim.slash(
            "mod", "corpus add", file=("sleep.md", SLEEP.encode()), _until=_ended, _timeout=_LONG_S
        )
    scene.begin()
    scene.ledger.begin("added", wanted)
    scene.ledger.begin("build", ANY)
    if wanted:
        x = await scene.sim.click("mod", tried, texts.ADD_CONFIRM, until=_ended, timeout=_LONG_S)
    else:
        x = await scene.sim.slash("mod", "corpus remove", id=ADDED, _until=_ended, _timeout=_LONG_S)
    if _live(scene, x):
        scene.ledger.confirm("added", wanted)
        scene.ledger.acts += 2  # the article, and the reload


async def reload(scene: Scene) -> None:
    """Answer from the corpus as it is now."""
    scene.begin()
    scene.ledger.begin("build", ANY)
    x = await scene.sim.slash("mod", "corpus reload", _until=_ended, _timeout=_LONG_S)
    scene.ledger.acts += _live(scene, x)


async def roll_back(scene: Scene) -> None:
    """Answer from the build before."""
    scene.begin()
    scene.ledger.begin("build", ANY)
    x = await scene.sim.slash("mod", "corpus rollback", _until=_ended, _timeout=_LONG_S)
    scene.ledger.acts += _live(scene, x)


PLAYS: dict[str, tuple[Play, int, float]] = {
    "withdraw": (withdraw_or_restore, 30, 0.15),
    "settings": (switch_setting, 15, 0.1),
    "feedback": (give_feedback, 15, 0.1),
    "added": (add_or_remove, 150, 2.5),
    "reload": (reload, 120, 2.5),
    "rollback": (roll_back, 20, 0.4),
}
"""Each act, about how many steps it has (until one was seen whole), and about how many seconds it takes."""


def _live(scene: Scene, x: Exchange) -> bool:
    """Take note of the build that a reply says is live; False where it says none."""
    found = _LIVE.search(x.text)
    if found:
        scene.ledger.confirm("build", found[1])
    return found is not None


def _told(x: Exchange) -> bool:
    return bool(x.messages) and not x.thinking


def _ended(x: Exchange) -> bool:
    return bool(x.messages) and not x.thinking and "…" not in x.text
