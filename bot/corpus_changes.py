"""Compare two corpora as people would: which passages are new, changed or gone, and which tables differ."""

from dataclasses import dataclass

from corpus.models import Corpus, Passage

_TABLES = ("sources", "notices", "translations", "legality", "interactions", "glossary", "crisis")


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of passages, and names of tables, in order."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed or self.tables)


def compare(before: Corpus | None, after: Corpus) -> Changes:
    """Return what changed from one corpus to the next; without one before, every passage is added."""
    old = {passage.id: passage for passage in before.passages} if before else {}
    new = {passage.id: passage for passage in after.passages}
    return Changes(
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(sorted(one for one in new.keys() & old.keys() if _read(new[one]) != _read(old[one]))),
        removed=tuple(sorted(old.keys() - new.keys())),
        tables=tuple(name for name in _TABLES if before and getattr(before, name) != getattr(after, name)),
    )


def _read(passage: Passage) -> tuple[object, ...]:
    """Return all that is shown or searched of a passage; where it stands in its article does not count."""
    return (
        passage.article_title,
        passage.heading,
        passage.product_form,
        passage.text,
        tuple(statement.references for statement in passage.statements),
        passage.questions,
        passage.disagreement,
        passage.beside,
        passage.reviewed_on,
        passage.next_review_on,
        passage.unreviewed,
    )
