"""Rules on the tables that point into the corpus: interactions, glossary, labelled questions."""

import re
from collections.abc import Iterator

from corpus.codes import DEAD_ANCHOR, GLOSSARY_CLASS, INTERACTION_LEVEL, TABLE
from corpus.labelled import QUESTIONS_FILE, QUESTIONS_KEY, to_question
from corpus.loader import LoadedCorpus
from corpus.models import InteractionLevel
from corpus.problems import Problem
from corpus.rows import BARE_LIST

INTERACTIONS_FILE, GLOSSARY_FILE = "interactions.yaml", "glossary.yaml"

_NOTHING = re.compile(r"none|no[ -]data|nothing(?: found)?|unknown|not studied", re.IGNORECASE)


def interactions(loaded: LoadedCorpus) -> Iterator[Problem]:
    """The passages of an interaction exist, and "no data" rests on nothing, as nothing else does."""
    known = {passage.id for passage in loaded.corpus.passages}
    records = {record.id: record for record in loaded.corpus.interactions}
    for row in loaded.rows(INTERACTIONS_FILE, "records"):
        path = loaded.tables[INTERACTIONS_FILE].path
        record = records[str(row.values["id"])]
        for passage in record.passages:
            if passage not in known:
                yield DEAD_ANCHOR.at(path, row.line, f"{record.id} leads to {passage}, which does not exist")
        rests_on_nothing = _NOTHING.fullmatch(record.rests_on.strip()) is not None
        if rests_on_nothing != (record.level is InteractionLevel.NO_DATA):
            message = f"{record.id}: level {record.level} cannot rest on {record.rests_on}"
            yield INTERACTION_LEVEL.at(path, row.line, message)


def glossary(loaded: LoadedCorpus) -> Iterator[Problem]:
    """The substance class of a term is one of the interaction table."""
    known = {record.id for record in loaded.corpus.interactions}
    for row in loaded.rows(GLOSSARY_FILE, "terms"):
        wanted = row.values.get("substance_class")
        if wanted is not None and str(wanted) not in known:
            message = f"{row.values.get('term')}: {wanted} is not a class of {INTERACTIONS_FILE}"
            yield GLOSSARY_CLASS.at(loaded.tables[GLOSSARY_FILE].path, row.line, message)


def labelled_questions(loaded: LoadedCorpus) -> Iterator[Problem]:
    """Labelled questions can be read, and their answers are passages."""
    table = loaded.tables.get(QUESTIONS_FILE)
    if table is None:
        return
    known = {passage.id for passage in loaded.corpus.passages}
    if QUESTIONS_KEY not in table.lists and BARE_LIST not in table.lists:
        yield TABLE.at(table.path, 1, f"there is no list under `{QUESTIONS_KEY}:`")
        return
    for row in table.rows(QUESTIONS_KEY):
        try:
            question = to_question(row.values)
        except ValueError as error:
            yield TABLE.at(table.path, row.line, str(error))
            continue
        for answer in question.answers:
            if answer not in known:
                message = f"`{question.text}` is answered by {answer}, which does not exist"
                yield DEAD_ANCHOR.at(table.path, row.line, message)


RULES = (interactions, glossary, labelled_questions)
