"""Read the example phrases of triage: corpus/triage/*.yaml, lists of messages by what they call for.

The second net of triage is learned from them at each build. `crises.yaml`, `refusals.yaml`, `near-misses.yaml` and
`passes.yaml` are also what the rules are held to by the tests; what the rules need not know goes into other files.
"""

from pathlib import Path

from corpus.errors import ArticleInvalidError, TableInvalidError
from corpus.files import read_text, visible_files
from corpus.models import TriagePhrase
from corpus.rows import Table, parse_table

PHRASES_FOLDER = "triage"
CRISIS_KINDS = ("suicide", "overdose", "child", "seizure", "withdrawal", "violence")
REFUSAL_KINDS = ("dosing", "sourcing", "making", "test-evasion", "stopping-medicine", "giving-to-others")
ORDINARY_KINDS = ("information", "idioms", "past", "mild", "mixed", "ordinary")
PHRASE_KINDS = (*CRISIS_KINDS, *REFUSAL_KINDS, *ORDINARY_KINDS)


def load_triage_phrases(root: Path) -> tuple[TriagePhrase, ...]:
    """Return the example phrases of a corpus folder, in the order of the files; none where it has no such folder.

    Raises:
        TableInvalidError: a file is not lists of texts under kinds that triage knows.
    """
    phrases = []
    for table in read_phrase_tables(root):
        for kind, rows in table.lists.items():
            for row in rows:
                if kind not in PHRASE_KINDS:
                    raise TableInvalidError(table.path, f"{kind or 'a bare list'} is no kind of triage", row.line)
                if not isinstance(row.values, str) or not row.values.strip():
                    raise TableInvalidError(table.path, "a phrase is not a text; put it into quotes", row.line)
                phrases.append(TriagePhrase(row.values, kind))
    return tuple(phrases)


def read_phrase_tables(root: Path) -> list[Table]:
    """Return the files of phrases, as written.

    Raises:
        TableInvalidError: a file cannot be opened, or is not YAML.
    """
    tables = []
    for path in visible_files(root / PHRASES_FOLDER, "*.yaml"):
        try:
            tables.append(parse_table(path, read_text(path)))
        except ArticleInvalidError as error:
            raise TableInvalidError(path, error.message, error.line) from error
    return tables
