"""The lists of /topics, and the menus and buttons made of them: within Discord's limits, and without dead ends."""

import discord
import pytest

from bot.answering.library import Library
from bot.answering.withdrawals import Withdrawals
from bot.frontends.discord_client.catalogue import (
    PAGE,
    Listing,
    article_with,
    list_place,
    passage_with,
    topic_words,
)
from bot.frontends.discord_client.controls import under_listing, under_names
from bot.frontends.discord_client.custom_ids import MENU, PAGE_BUTTON, Level, Place, key_of
from corpus.loader import CORPUS_DIR, load_corpus
from tests.factories import make_article, make_corpus, make_passage


@pytest.fixture(scope="module")
def library() -> Library:
    """The project's own corpus, which has the lists that people see."""
    return Library.of(load_corpus(CORPUS_DIR).corpus)


def pages(library: Library, place: Place) -> list[Listing]:
    first = list_place(library, place)
    assert first is not None
    found = [list_place(library, Place(place.level, place.key, page)) for page in range(first.pages)]
    return [listing for listing in found if listing is not None]


def items(listing: Listing) -> list[discord.ui.Item[discord.ui.LayoutView]]:
    return [item for row in under_listing(listing).rows() for item in row.children]


def assert_fits(listing: Listing) -> None:
    select, *buttons = items(listing)
    assert isinstance(select, discord.ui.Select)
    assert MENU.fullmatch(select.custom_id)
    assert 1 <= len(select.options) <= PAGE
    assert len({option.value for option in select.options}) == len(select.options)
    for option in select.options:
        assert 1 <= len(option.label) <= 100
        assert len(option.description or "") <= 100
    names = [button.custom_id for button in buttons if isinstance(button, discord.ui.Button)]
    assert len(set(names)) == len(names) == len(buttons) <= 5
    assert all(name and PAGE_BUTTON.fullmatch(name) for name in names)


def test_every_passage_can_be_reached_by_menus_that_fit(library: Library) -> None:
    reached = set()
    for topics in pages(library, Place(Level.TOPIC)):
        assert_fits(topics)
        for topic in topics.options:
            for articles in pages(library, Place(Level.ARTICLE, topic.key)):
                assert_fits(articles)
                for article in articles.options:
                    for passages in pages(library, Place(Level.PASSAGE, article.key)):
                        assert_fits(passages)
                        reached |= {option.key for option in passages.options}
    assert reached == {key_of(passage_id) for passage_id in library.passages}


def test_every_key_leads_to_its_own(library: Library) -> None:
    assert len({key_of(one) for one in library.passages}) == len(library.passages)
    for passage in list(library.passages.values())[::50]:
        assert passage_with(library, key_of(passage.id)) is passage
        assert article_with(library, key_of(passage.article_id)) is library.articles[passage.article_id]


@pytest.mark.parametrize("level", Level)
def test_what_is_not_in_the_build_is_no_list(level: Level) -> None:
    small = Library.of(make_corpus())
    found = list_place(small, Place(level, "ffffffffffff", 999))
    assert (found is not None) is (level is Level.TOPIC)
    assert passage_with(small, "") is None
    assert article_with(small, "") is None


def test_page_past_the_end_is_the_last_one() -> None:
    passages = [make_passage(id=f"a#{n}", article_id="a", heading=str(n)) for n in range(PAGE + 1)]
    text = passages[0].text
    library = Library.of(make_corpus(articles=(make_article(id="a", text=text, passages=tuple(passages)),)))
    found = list_place(library, Place(Level.PASSAGE, key_of("a"), 500))
    assert found is not None
    assert found.place.page == 1
    assert [option.label for option in found.options] == [str(PAGE)]


def test_topics_are_named_for_people() -> None:
    assert topic_words("mental-health") == "Mental health"
    assert topic_words("law-by-place") == "Law by place"


def test_at_most_five_names_become_buttons_and_none_twice() -> None:
    rows = under_names([("x" * 500, "a#1"), ("x", "a#1"), *((f"t{n}", f"a#{n}") for n in range(9))]).rows()
    names = [item.custom_id for row in rows for item in row.children if isinstance(item, discord.ui.Button)]
    assert len(names) == len(set(names)) <= 5
    assert all(len(str(getattr(item, "label", ""))) <= 80 for row in rows for item in row.children)


def test_what_is_withdrawn_is_in_no_list(library: Library) -> None:
    topic = next(iter(library.articles.values())).topic
    articles = frozenset(article.id for article in library.articles.values() if article.topic == topic)
    one = next(p for a in library.articles.values() if len(a.passages) > 1 and a.topic != topic for p in a.passages)
    rest = library.without(Withdrawals(articles=articles, passages=frozenset({one.id})))
    assert passage_with(rest, key_of(one.id)) is None
    listed = list_place(rest, Place(Level.PASSAGE, key_of(one.article_id)))
    assert listed is not None
    assert key_of(one.id) not in {option.key for option in listed.options}
    assert list_place(rest, Place(Level.ARTICLE, key_of(topic))) is None
    nothing = list_place(library.without(Withdrawals(everything=True)), Place(Level.TOPIC))
    assert nothing is not None
    assert not nothing.options
