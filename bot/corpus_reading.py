"""Read the corpus as the bot answers from it: the folder with the articles that moderators added; and what is wrong.

CorpusRefusedError   the corpus has problems that must be mended first
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answering.safeguards import Safeguards
from bot.rendering.discord_markdown import notices_fit
from corpus.added import AddedArticle, load_added
from corpus.blocking import blocking
from corpus.checks import check_corpus
from corpus.loader import LoadedCorpus, load_corpus
from corpus.problems import Problem, Severity
from index.places import ADDED

if TYPE_CHECKING:  # the process that tries a corpus needs no settings and no state
    from bot.bootstrap import Assembly
    from bot.settings import Settings
    from bot.state.ports import State


class CorpusRefusedError(Exception):
    """The corpus has problems; nothing changed."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems in the corpus")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class ReadCorpus:
    """A corpus that may be answered from, and the problems that do not keep it from that."""

    loaded: LoadedCorpus
    tolerated: tuple[Problem, ...]


def added_articles(settings: "Settings", state: "State") -> tuple[AddedArticle, ...]:
    """Return the articles that moderators added; from the list beside them where the database cannot be read.

    Raises:
        StateError: the database is there and cannot be read at this moment, or a file is not what was added.
        AddedUnreadableError: the same of the list.
    """
    if state.fault is not None:
        return load_added(settings.state_dir / ADDED)
    return tuple(AddedArticle(one.article_id, one.topic, state.overlay.path(one)) for one in state.overlay.all())


def read_corpus(assembly: "Assembly") -> LoadedCorpus:
    """Return the folder with the added articles.

    Raises:
        CorpusError: the folder cannot be read as a corpus.
        StateError, AddedUnreadableError: as for `added_articles`.
    """
    added = added_articles(assembly.settings, assembly.state)
    return load_corpus(assembly.settings.corpus_dir, added)


def check_for_use(in_use: Safeguards, loaded: LoadedCorpus) -> ReadCorpus:
    """Let only a corpus pass that may be answered from.

    Raises:
        CorpusRefusedError: it has problems; among them, that a fixed text in use went missing.
    """
    problems = all_problems(in_use, loaded)
    refused = blocking(loaded, problems)
    if refused:
        raise CorpusRefusedError(tuple(refused))
    return ReadCorpus(loaded, tuple(problems))


def all_problems(in_use: Safeguards, loaded: LoadedCorpus) -> list[Problem]:
    """Return the problems of a corpus, those included that only matter to a bot that answers already."""
    return [*check_corpus(loaded), *safeguard_problems(in_use, loaded)]


def safeguard_problems(in_use: Safeguards, loaded: LoadedCorpus) -> Iterator[Problem]:
    """Yield a problem where the new corpus would take something away that every reply, or a crisis, relies on."""
    for notice_id in sorted(set(in_use.notices) - set(loaded.corpus.notices)):
        path = loaded.root / "notices" / f"{notice_id}.md"
        yield Problem(path, 1, "NOTICE_GONE", "this fixed text is in use and is no longer there", Severity.INVALID)
    for language, translated in sorted(in_use.translations.items()):
        for notice_id in sorted(set(translated) - set(loaded.corpus.translations.get(language, {}))):
            path = loaded.root / "notices" / language / f"{notice_id}.md"
            yield Problem(path, 1, "NOTICE_GONE", "this translation is in use and is no longer there", Severity.INVALID)
    for language, translated in sorted(loaded.corpus.translations.items()):
        if not notices_fit(Safeguards(loaded.corpus.notices, (), {language: translated}, language).always()):
            path = loaded.root / "notices" / language
            message = "safety.md and legality.md do not fit under a message"
            yield Problem(path, 1, "NOTICES_TOO_LONG", message, Severity.INVALID)
    if not notices_fit(Safeguards(loaded.corpus.notices).always()):
        path = loaded.root / "notices"
        message = "safety.md and legality.md do not fit under a message"
        yield Problem(path, 1, "NOTICES_TOO_LONG", message, Severity.INVALID)
    if in_use.crisis and not loaded.corpus.crisis:
        path = loaded.root / "crisis_lines.yaml"
        yield Problem(path, 1, "CRISIS_LINES_GONE", "there are no crisis lines any more", Severity.INVALID)
