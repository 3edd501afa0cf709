"""Ids of buttons and menus, and receipts: written by strangers, whatever the bot once put there."""

import functools
import zlib
from collections.abc import Coroutine, Set
from dataclasses import dataclass
from datetime import date
from typing import Any

import discord

from bench.hostile.draw import Draw
from bench.hostile.shown import check_text
from bench.hostile.target import Promise, Target, require
from bot.answering.library import Library
from bot.answering.models import Answer
from bot.answering.receipts import ReceiptError
from bot.answering.safeguards import Safeguards
from bot.answering.service import AnswerService, ReceiptUnknownError, ReceiptWithdrawnError
from bot.answering.showing import NothingFurtherError, NotShownError
from bot.frontends.discord_client import custom_ids, moderator_ids
from bot.frontends.discord_client.components import COMPONENTS
from bot.frontends.discord_client.moderator_components import MODERATOR_COMPONENTS
from bot.rendering.discord_markdown import render
from corpus.loader import CORPUS_DIR, load_corpus, load_crisis, load_notices
from index.models import Retrieval, ScoredPassage

BUILD = "0123456789abcdef"
_TODAY = date(2026, 11, 23)
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_KEY, _RECEIPT = "0123456789ab", "K10G3F0G3F"
_WORDS = (
    *(f"{act}" for act in custom_ids.Act), *(f"{level}" for level in custom_ids.Level), *custom_ids.Step,
    *moderator_ids.Setting, *moderator_ids.Scope, "k1", "k2", "K1", "show", "menu", "page", "why", "mine", "add", "yes",
    "no", "form", "history", "votes", "pick", "switch", "on", "off", ":", ":", ":", ":", "::", "0", "1", "999", "1000",
    "\u0663", "-1", "", _KEY, _KEY.upper(), _KEY * 3, "0" * 32, _RECEIPT, "A" * 80, "A" * 81, "\n", " ", "%", ".*",
)  # fmt: skip
_SEEDS = (b"\x07\x00\x10\x00\x20\x00\x30", bytes(range(40)), bytes(range(0, 200, 5)))


@dataclass(frozen=True)
class FixedRetriever:
    """Finds the first passages of a library, whatever is asked; the search itself is attacked elsewhere."""

    library: Library
    threshold: float = 0.5

    def retrieve(self, query: str, k: int = 10, *, without: Set[str] = frozenset()) -> Retrieval:
        """Return the first k passages."""
        found = [self.library.passages[one] for one in self.library.passage_ids[: k + len(without)]]
        kept = [passage for passage in found if passage.id not in without][:k]
        hits = tuple(ScoredPassage(passage, rank, 5.0 - rank / 10) for rank, passage in enumerate(kept, start=1))
        return Retrieval(hits, 0.9 if len(query) % 2 else 0.1)


@dataclass(frozen=True)
class FixedEdition:
    """An edition made of a library alone; it is all the editions there are."""

    library: Library
    retriever: FixedRetriever
    build_id: str = BUILD
    phrase_net: None = None

    def current(self) -> "FixedEdition":
        """Return this one."""
        return self

    def find(self, build_tag: str) -> "FixedEdition | None":
        """Return this one if the tag is its own."""
        return self if self.build_id.startswith(build_tag) else None


class _NoLog:
    def record(self, answer: Answer) -> None:
        """Count nothing."""


@functools.cache
def fixed_edition() -> FixedEdition:
    """Return an edition of the corpus of this repository."""
    library = Library.of(load_corpus(CORPUS_DIR).corpus)
    return FixedEdition(library, FixedRetriever(library))


@functools.cache
def _service() -> AnswerService:
    return AnswerService(fixed_edition(), Safeguards(load_notices(CORPUS_DIR), load_crisis(CORPUS_DIR)), _NoLog())


def drawn_custom_id(draw: Draw) -> str:
    """Return a custom_id as the bot writes them, as it never would, or nearly."""
    kind = draw.byte() % 4
    if kind == 0:
        return draw.text()
    parts = draw.several(lambda: draw.text(_WORDS, 3) if kind == 1 else draw.choose(_WORDS), 5)
    return ":".join(["k1", *parts])


def check_custom_id(data: bytes) -> None:
    """At most one component takes an id; making it of the id works; the id that it would write means the same."""
    written = drawn_custom_id(Draw(data))
    found = [
        (kind, match)
        for kind in (*COMPONENTS, *MODERATOR_COMPONENTS)
        if (match := kind.__discord_ui_compiled_template__.fullmatch(written))
    ]
    require(len(found) <= 1, Promise.WRONG, f"{written!r} is taken by {len(found)} components")
    for kind, match in found:
        require(len(written) <= custom_ids.MAX_CHARS or "page" in match.groupdict(), Promise.WRONG, repr(written))
        item: discord.ui.Button[discord.ui.LayoutView] = discord.ui.Button(custom_id=written)
        made = _finished(kind.from_custom_id(_NOBODY, item, match))
        require(isinstance(made, kind), Promise.WRONG, repr(written))
    form = custom_ids.FOLLOW_UP_FORM.fullmatch(written)
    if form:
        require(custom_ids.follow_up_form(form["receipt"]) == written, Promise.WRONG, repr(written))


_NOBODY: Any = None


def _finished(made: Coroutine[Any, Any, Any]) -> Any:
    """Return what a coroutine returns that waits for nothing."""
    try:
        made.send(None)
    except StopIteration as done:
        return done.value
    raise AssertionError("it waits for something")


def drawn_receipt(draw: Draw) -> str:
    """Return a text that looks like a receipt; mostly one whose check digits are right."""
    kind = draw.byte() % 8
    if kind == 0:
        return draw.text()
    if kind == 1:
        return "K1" + "".join(_ALPHABET[byte % 32] for byte in draw.rest())
    tag = bytes.fromhex(BUILD)[:4] if kind > 2 else b""
    head = bytes([draw.byte() % 8, draw.byte() % 40, len(tag)]) + tag + bytes([draw.byte() % 8])
    numbers = b"".join(map(_number_of(draw), range(draw.number(0, 14))))
    return to_receipt(head + numbers)


def _number_of(draw: Draw) -> Any:
    def number(_: int) -> bytes:
        value = draw.byte() % 4 if draw.flag() else draw.number(0, 2 ** draw.choose((7, 14, 32, 64, 200)))
        data = bytearray()
        while value > 0x7F:
            data.append(value & 0x7F | 0x80)
            value >>= 7
        return bytes([*data, value])

    return number


def to_receipt(body: bytes) -> str:
    """Return bytes as a receipt whose check digits are right, as somebody who reads the code can make them."""
    data = body + zlib.crc32(body).to_bytes(4, "big")[:2]
    bits = "".join(f"{byte:08b}" for byte in data)
    bits += "0" * (-len(bits) % 5)
    return "K1" + "".join(_ALPHABET[int(bits[at : at + 5], 2)] for at in range(0, len(bits), 5))


_REFUSALS = (ReceiptError, ReceiptUnknownError, ReceiptWithdrawnError, NothingFurtherError, NotShownError)


def check_receipt(data: bytes) -> None:
    """A receipt is refused by name, or becomes an answer with both notices that names no other receipt."""
    draw = Draw(data)
    receipt = drawn_receipt(draw)
    service, kind = _service(), draw.byte() % 16
    service.topic_of(receipt)
    try:
        if kind == 0:
            answer = service.more(receipt, draw.number(0, 999), _TODAY)
        elif kind == 1:
            answer = service.renew(receipt, _TODAY)
        else:
            answer = service.reopen(receipt).answer
    except _REFUSALS:
        return
    for part in render(answer):
        for block in part.body:
            check_text(block)
    if kind > 1:
        again = service.reopen(answer.receipt).answer
        require(again == answer, Promise.WRONG, f"{receipt} and {answer.receipt} differ")


TARGETS = (
    Target("custom_ids of buttons, menus and forms", check_custom_id, 450, 96, _SEEDS),
    Target("receipts", check_receipt, 90, 96, _SEEDS),
)
