"""Tell how the corpus folder compares with the build that answers."""

from bot.bootstrap import Assembly
from bot.corpus_reading import added_articles
from bot.rendering.discord_markdown import escape
from bot.state.errors import StateError
from corpus.errors import CorpusError
from index.errors import VectorIndexError
from index.rebuild import stale_reason


def stale_words(assembly: Assembly) -> str | None:
    """Return why the build does not fit the corpus folder and the added articles, escaped; None where it fits.

    Blocks for some seconds.
    """
    settings, edition = assembly.settings, assembly.shelf.current()
    model = edition.manifest.model.name if edition else settings.model  # as a reload would choose
    try:
        added = added_articles(settings, assembly.state)
        reason = stale_reason(settings.corpus_dir, settings.index_dir, model, added)
    except (CorpusError, VectorIndexError, StateError, OSError) as error:
        return f"could not be compared with the index: {escape(str(error))}"
    return None if reason is None else f"{escape(reason)}; `/corpus reload` brings it into use"
