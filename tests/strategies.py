"""Hypothesis strategies for corpora, plans and questions: anything the types allow, not only what is usual."""

from datetime import date

from hypothesis import strategies as st

from bot.answering.library import Library
from bot.answering.models import Outcome, Plan, RefusalKind
from corpus.markup import MarkedLine, MarkedReference, Section
from corpus.models import Article, Corpus, Grade, ProductForm, Reference, Source, Tier
from corpus.passages import ArticleHeader, build_article

days = st.dates(date(2020, 1, 1), date(2090, 1, 1))
# Corpus text has no line ends inside a sentence, and no surrogates; everything else may stand in it.
line_text = (
    st.text(st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=300)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
markup_like = st.sampled_from(
    [
        "**bold**",
        "[a](https://evil.example)",
        "@everyone",
        "<@123>",
        "# head",
        "> quote",
        "`code`",
        "||x||",
        "1. one",
        "- x",
    ]
)
sentence = st.one_of(line_text, markup_like, st.builds("{} {}".format, markup_like, line_text))
source_ids = st.sampled_from([f"source-{number}" for number in range(8)])


@st.composite
def sources(draw: st.DrawFn) -> dict[str, Source]:
    return {
        f"source-{number}": Source(
            id=f"source-{number}",
            title=draw(line_text),
            publisher=draw(st.one_of(st.just(""), line_text)),
            url=f"https://example.org/{number}/{'x' * draw(st.integers(0, 200))}",
            tier=draw(st.sampled_from(Tier)),
            grade=draw(st.sampled_from(Grade)),
            year=draw(st.one_of(st.none(), st.integers(1900, 2030))),
        )
        for number in range(8)
    }


@st.composite
def articles(draw: st.DrawFn, number: int) -> Article:
    header = ArticleHeader(
        id=f"article-{number}",
        title=draw(line_text),
        topic="topic",
        summary="",
        product_form=draw(st.sampled_from(ProductForm)),
        reviewed_on=draw(st.one_of(st.none(), days)),
        unreviewed=draw(st.booleans()),
    )
    sections = []
    for index in range(draw(st.integers(1, 3))):
        section = Section(draw(line_text), f"s{index}", 1)
        for _ in range(draw(st.integers(1, 6))):
            references = draw(st.lists(source_ids, min_size=1, max_size=3))
            marked = tuple(MarkedReference(source_id, None) for source_id in references)
            section.lines.append(MarkedLine(draw(sentence), marked, 1, draw(st.booleans()), draw(st.booleans())))
        sections.append(section)
    return build_article(header, sections, lambda r: Reference(r.source_id, draw(st.sampled_from(Grade))))


@st.composite
def libraries(draw: st.DrawFn) -> Library:
    found = tuple(draw(articles(number)) for number in range(draw(st.integers(1, 3))))
    return Library.of(Corpus(articles=found, sources=draw(sources())))


@st.composite
def answered_plans(draw: st.DrawFn, library: Library) -> Plan:
    chosen = draw(st.lists(st.sampled_from(sorted(library.passages)), min_size=1, max_size=3, unique=True))
    return Plan(
        outcome=Outcome.ANSWERED,
        asked_on=draw(days),
        region=draw(st.sampled_from([None, "US", "GB", "ZZ"])),
        build_id="0123456789ab",
        passages=tuple(chosen),
        lead=draw(st.integers(0, len(library.passages[chosen[0]].statements) - 1)),
        about_interaction=draw(st.booleans()),
        show_help_line=draw(st.booleans()),
    )


@st.composite
def plans(draw: st.DrawFn, library: Library) -> Plan:
    """Any plan that the service can make over a library."""
    answered = draw(answered_plans(library))
    outcome = draw(st.sampled_from([Outcome.ANSWERED, Outcome.ABSTAINED, Outcome.REFUSED]))
    kind = draw(st.sampled_from(RefusalKind)) if outcome is Outcome.REFUSED else None
    return Plan(
        outcome=outcome,
        asked_on=answered.asked_on,
        kind=kind,
        region=answered.region,
        build_id=answered.build_id,
        passages=answered.passages,
        lead=answered.lead if outcome is Outcome.ANSWERED else 0,
        about_interaction=answered.about_interaction,
        show_help_line=answered.show_help_line,
    )


questions = st.one_of(
    st.text(max_size=400),
    st.text(st.characters(blacklist_categories=["Cs"]), max_size=100).map(lambda text: f"is kratom {text} safe?"),
    st.sampled_from(
        ["\u0000", "\u202e\u202d", "@everyone", "[x](https://evil.example)", "\U0001f600" * 50, "?" * 4000]
    ),
)
