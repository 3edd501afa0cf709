"""Equal corpora have equal digests, other corpora have others."""

from datetime import date
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from corpus.digest import corpus_digest
from corpus.models import Corpus, Grade, Tier
from tests.factories import make_article, make_corpus, make_notice, make_source, make_term

text = st.text(st.characters(blacklist_categories=["Cs"]), max_size=12)
sources = st.builds(
    make_source,
    id=st.sampled_from("abc"),
    title=text,
    tier=st.sampled_from(Tier),
    grade=st.one_of(st.none(), st.sampled_from(Grade)),
    year=st.one_of(st.none(), st.integers(1900, 2030)),
    authors=st.lists(text, max_size=2).map(tuple),
    accessed=st.one_of(st.none(), st.dates(date(2020, 1, 1))),
)
terms = st.builds(make_term, term=text, means=st.lists(text, max_size=2).map(tuple), ambiguous=st.booleans())
articles = st.builds(make_article, st.lists(text.filter(bool), min_size=1, max_size=2), title=text, summary=text)


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    found = draw(st.lists(sources, max_size=3))
    notice = make_notice(short=draw(text.filter(str.strip)))
    return make_corpus(
        articles=tuple(draw(st.lists(articles, max_size=2))),
        sources={source.id: source for source in found},
        notices=draw(st.sampled_from([{}, {"safety": notice}])),
        glossary=tuple(draw(st.lists(terms, max_size=2))),
    )


@given(corpora(), corpora())
def test_digests_are_equal_exactly_where_corpora_are(one: Corpus, other: Corpus) -> None:
    assert (corpus_digest(one) == corpus_digest(other)) is (one == other)


@given(corpora(), st.randoms(use_true_random=False))
def test_the_order_of_a_dictionary_does_not_count(corpus: Corpus, random: Any) -> None:
    items = list(corpus.sources.items())
    random.shuffle(items)
    shuffled = make_corpus(
        articles=corpus.articles, sources=dict(items), notices=corpus.notices, glossary=corpus.glossary
    )
    assert corpus_digest(shuffled) == corpus_digest(corpus)


@given(corpora(), terms)
def test_one_more_record_changes_the_digest(corpus: Corpus, term: Any) -> None:
    more = make_corpus(
        articles=corpus.articles,
        sources=corpus.sources,
        notices=corpus.notices,
        glossary=(*corpus.glossary, term),
    )
    assume(more != corpus)
    assert corpus_digest(more) != corpus_digest(corpus)
