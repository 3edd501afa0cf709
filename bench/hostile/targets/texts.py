"""Texts on their way to people: hostile articles and sources as messages, and messages through triage."""

from datetime import date

from bench.hostile.draw import Draw
from bench.hostile.shown import check_text
from bench.hostile.target import Promise, Target, require
from bench.hostile.words import MARKUP, SNIPPETS
from bot.answering.cleaning import clean
from bot.answering.compose import compose
from bot.answering.library import Library
from bot.answering.models import Outcome, Plan, RefusalKind
from bot.answering.safeguards import Safeguards
from bot.answering.triage import assess
from bot.frontends.discord_client.messages import put_above, reply_parts
from bot.rendering.discord_markdown import MAX_CHARS, escape, render
from bot.rendering.source_card import cited_block, passage_label, source_block
from corpus.markup import MarkedLine, MarkedReference, Section
from corpus.models import Corpus, Grade, ProductForm, Reference, Source, Tier
from corpus.passages import ArticleHeader, build_article

_SEEDS = (bytes(range(60)), bytes(range(0, 240, 4)))
_ADDRESSES = ("https://example.org/", "https://example.org/(a)_b*c", "http://x", "https://example.org/" + "x" * 300)
_SAFEGUARDS = Safeguards({}, ())
_DAY = date(2026, 11, 23)


def check_messages(data: bytes) -> None:
    """An article that somebody poisoned is shown as it stands: no link hidden behind words, no live mention."""
    draw = Draw(data)
    source = Source(
        id="s", title=_line(draw), publisher=_line(draw), url=draw.choose(_ADDRESSES), tier=Tier.C,
        grade=Grade.HUMAN_STUDY, year=2020, authors=(_line(draw),), doi=_line(draw), note=_line(draw),
    )  # fmt: skip
    header = ArticleHeader(
        id="a", title=_line(draw), topic="t", summary="", product_form=ProductForm.ANY, unreviewed=draw.flag()
    )
    marked = (MarkedReference("s", None),)
    sections = []
    for number in range(1 + draw.byte() % 3):
        lines = [MarkedLine(_line(draw), marked, 1, draw.flag(), draw.flag()) for _ in range(1 + draw.byte() % 5)]
        sections.append(Section(_line(draw), f"s{number}", 1, lines=lines))
    article = build_article(header, sections, lambda one: Reference(one.source_id, Grade.HUMAN_STUDY))
    library = Library.of(Corpus(articles=(article,), sources={"s": source}))
    outcome = draw.choose((Outcome.ANSWERED, Outcome.ABSTAINED, Outcome.REFUSED))
    kind = RefusalKind.DOSING if outcome is Outcome.REFUSED else None
    plan = Plan(outcome, _DAY, kind=kind, build_id="0123456789ab", passages=library.passage_ids)
    parts = put_above([escape(_line(draw))], render(compose(plan, _SAFEGUARDS, library, 0.9)))
    cards = [source_block(source, number=1), cited_block([passage_label(one) for one in article.passages])]
    for part in (*parts, *reply_parts(cards, _SAFEGUARDS)):
        require("Safety:" in part.notices and "Law:" in part.notices, Promise.NOTICES, part.notices)
        require(part.length <= MAX_CHARS, Promise.WRONG, f"{part.length} characters")
        for block in part.blocks:
            check_text(block)


def _line(draw: Draw) -> str:
    """Return a line as the reader of a corpus gives it on: no line ends, single spaces, not empty."""
    text = draw.safe_text((*MARKUP, *SNIPPETS) if draw.flag() else MARKUP, 12)
    return " ".join(text.split()) or "x"


def check_triage(data: bytes) -> None:
    """Any message is assessed, twice the same; cleaning what is clean changes nothing of what triage makes of it."""
    draw = Draw(data)
    turns = tuple(draw.several(lambda: draw.text(most=10), 2)) or ("",)
    verdict = assess(turns)
    require(verdict == assess(turns), Promise.WRONG, "two assessments differ")
    cleaned = clean(turns[-1])
    cleaned.encode()  # whatever comes after this could not be written or encoded otherwise


TARGETS = (
    Target("poisoned articles as messages", check_messages, 12, 300, _SEEDS),
    Target("messages through triage", check_triage, 6, 96, _SEEDS),
)
