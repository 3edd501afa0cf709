"""The live corpus as lists to browse: topics, the articles of each, the passages of each."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.answering.library import Library
from bot.frontends.discord_client.custom_ids import Level, Place, key_of
from corpus.models import Article, Passage
from corpus.tables import INTERACTION_TOPIC, LAW_TOPIC

PAGE = 25
"""A menu holds at most 25 options: https://discord.com/developers/docs/components/reference#string-select"""
_TOPIC_WORDS = {LAW_TOPIC: "Law by place", INTERACTION_TOPIC: "With other substances", "seven-oh": "7-OH"}


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a menu."""

    key: str
    label: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list. `above` is the list that this one belongs to; None for the list of topics."""

    place: Place
    title: str
    options: tuple[Option, ...]
    total: int
    above: Place | None = None

    @property
    def pages(self) -> int:
        """Return how many pages the whole list has."""
        return -(-self.total // PAGE)


def list_place(library: Library, place: Place) -> Listing | None:
    """Return the list that a menu shows; None where its topic or article is not in this build."""
    if place.level is Level.TOPIC:
        topics = _topics(library)
        options = [Option(key_of(t), topic_words(t), _count(len(found), "article")) for t, found in topics.items()]
        return _page(place, "Topics", options, None)
    if place.level is Level.ARTICLE:
        topic = next((topic for topic in _topics(library) if key_of(topic) == place.key), None)
        if topic is None:
            return None
        options = [Option(key_of(a.id), a.title, a.summary or a.id) for a in _topics(library)[topic]]
        return _page(place, topic_words(topic), options, Place(Level.TOPIC))
    article = article_with(library, place.key)
    if place.level is not Level.PASSAGE or article is None:
        return None
    options = [Option(key_of(one.id), one.heading or article.title) for one in usable_passages(library, article)]
    return _page(place, article.title, options, Place(Level.ARTICLE, key_of(article.topic)))


def article_with(library: Library, key: str) -> Article | None:
    """Return the article with this key; None where it is not in this build."""
    return next((article for article in library.corpus.articles if key_of(article.id) == key), None)


def passage_with(library: Library, key: str) -> Passage | None:
    """Return the passage with this key; None where it is not in this build, or withdrawn."""
    return next((passage for passage in library.passages.values() if key_of(passage.id) == key), None)


def usable_passages(library: Library, article: Article) -> list[Passage]:
    """Return the passages of an article that may be shown."""
    return [passage for passage in article.passages if passage.id in library.passages]


def topic_words(topic: str) -> str:
    """Return a topic as people read it."""
    words = topic.replace("-", " ").replace("_", " ").strip()
    return _TOPIC_WORDS.get(topic, words[:1].upper() + words[1:])


def _topics(library: Library) -> dict[str, list[Article]]:
    """Return the articles that can be shown, by topic: topics by name, articles by title."""
    found: dict[str, list[Article]] = {}
    for article in sorted(library.corpus.articles, key=lambda one: (one.title.casefold(), one.id)):
        if usable_passages(library, article):
            found.setdefault(article.topic, []).append(article)
    return {topic: found[topic] for topic in sorted(found, key=lambda one: topic_words(one).casefold())}


def _page(place: Place, title: str, options: Iterable[Option], above: Place | None) -> Listing:
    every = tuple(options)
    page = min(place.page, max(0, -(-len(every) // PAGE) - 1))
    shown = every[page * PAGE : (page + 1) * PAGE]
    return Listing(Place(place.level, place.key, page), title, shown, len(every), above)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
