"""Rules on translated notices: each says what the English one says, no more and no less, as far as a program can tell.

`corpus/notices/<language>/<id>.md` is the translation of `corpus/notices/<id>.md`. Its front matter names, as
`translates`, the fingerprint of the English text that it was made from.
"""

import hashlib
import re
from collections.abc import Iterator

from corpus.codes import (
    TRANSLATION_FACTS,
    TRANSLATION_LENGTH,
    TRANSLATION_MISSING,
    TRANSLATION_STALE,
    TRANSLATION_STRAY,
)
from corpus.loader import LoadedCorpus, NoticeFile
from corpus.models import Notice
from corpus.problems import Problem

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_FINGERPRINT_CHARS = 12
_SHORTEST, _LONGEST = 0.5, 2.0
"""How much of the English length a translation may have; Thai needs fewer characters, German and French more."""
_ROOM = 20
"""Characters by which even a short text may differ."""
_NUMBER = re.compile(r"\d+(?:[., \u00a0\u202f]\d{3})*")
_KEPT = ("7-OH",)
"""Names that are the same in every language."""


def fingerprint(notice: Notice) -> str:
    """Return what a translation names the English text by: 12 hexadecimal digits that change with either form."""
    return hashlib.sha256(f"{notice.short}\n{notice.full}".encode()).hexdigest()[:_FINGERPRINT_CHARS]


def complete(loaded: LoadedCorpus) -> Iterator[Problem]:
    """A language that has any notice has them all; what is missing is shown in English."""
    for language, translated in loaded.corpus.translations.items():
        for name in sorted(set(loaded.corpus.notices) - set(translated)):
            path = loaded.root / "notices" / language / f"{name}.md"
            yield TRANSLATION_MISSING.at(path, 1, f"{name} is not translated, so it is shown in English")


def faithful(loaded: LoadedCorpus) -> Iterator[Problem]:
    """A translation is of an English notice as it is now, with its numbers and names, and about as long."""
    for file in loaded.notice_files:
        if not file.language:
            continue
        english = loaded.corpus.notices.get(file.notice.id)
        if english is None or not _LANGUAGE.fullmatch(file.language):
            what = f"the folder {file.language} is no language code such as de" if english else "it has no English text"
            yield TRANSLATION_STRAY.at(file.path, 1, what)
            continue
        if (made_from := str(file.metadata.get("translates"))) != (now := fingerprint(english)):
            message = f"made from {made_from}; read the English text again, then write `translates: {now}`"
            yield TRANSLATION_STALE.at(file.path, 2, message)
        yield from _compared(file, english)


def _compared(file: NoticeFile, english: Notice) -> Iterator[Problem]:
    for form in ("short", "full"):
        said, meant = getattr(file.notice, form), getattr(english, form)
        if _numbers(said) != _numbers(meant):
            message = f"the {form} form has the numbers {_numbers(said)}, the English one {_numbers(meant)}"
            yield TRANSLATION_FACTS.at(file.path, 1, message)
        for name in _KEPT:
            if (name in said) != (name in meant):
                yield TRANSLATION_FACTS.at(file.path, 1, f"the {form} form and the English one differ in {name}")
        least, most = len(meant) * _SHORTEST - _ROOM, len(meant) * _LONGEST + _ROOM
        if not least <= len(said) <= most:
            message = f"the {form} form has {len(said)} characters, the English one {len(meant)}"
            yield TRANSLATION_LENGTH.at(file.path, 1, message)


def _numbers(text: str) -> list[str]:
    """Return the numbers in a text, sorted, without what groups their digits; not the 7 of 7-OH."""
    found = _NUMBER.findall(text.replace("7-OH", ""))
    return sorted(re.sub(r"\D", "", number) for number in found)


RULES = (complete, faithful)
