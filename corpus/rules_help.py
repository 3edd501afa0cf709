"""Rules on what must be right when someone is in danger: help lines and notices."""

import re
from collections.abc import Iterator
from typing import Any

from corpus.codes import CRISIS_LINE, ID_PATH, META_MISSING, NOTICE_MISSING
from corpus.loader import LoadedCorpus
from corpus.models import CrisisRecord
from corpus.problems import Problem
from corpus.tables import HelpLineRow

CRISIS_FILE = "crisis_lines.yaml"
INTERNATIONAL = "international"
# The notices that the bot has a built-in text for (bot/answering/safeguards.py), which a file should word better.
REQUIRED_NOTICES = (
    "safety",
    "legality",
    "no-data-is-not-safety",
    "unreviewed",
    "abstained",
    "unavailable",
    "invalid-empty",
    "invalid-too-long",
    "crisis-suicide",
    "crisis-overdose",
    "crisis-child",
    "crisis-seizure",
    "crisis-withdrawal",
    "crisis-violence",
    "refusal-dosing",
    "refusal-sourcing",
    "refusal-making",
    "refusal-test-evasion",
    "refusal-stopping-medicine",
    "refusal-giving-to-others",
)

_NUMBER = r"\+?(?:\(\d{1,4}\) ?)?\d[\d .-]{1,18}\d"
_PHONE = re.compile(rf"{_NUMBER}(?: ext \d{{1,5}}|, then press \d| \([^()]+\))?")
_TEXT = re.compile(rf"(?:(?:[A-Z]{{2,12}} to|WhatsApp|SMS|Signal|Telegram) )?{_NUMBER}")
_EMERGENCY = re.compile(r"\d{2,5}")
_NAMES_NUMBER = re.compile(r"\b\d{3}\b")  # "No public poison line: call 999" is all that some countries have
_URL = re.compile(r"https?://[^\s<>\"()|]+")
_MAX_DIGITS = 15  # ITU-T recommendation E.164: no number of the world is longer


def crisis_lines(loaded: LoadedCorpus) -> Iterator[Problem]:
    """A line that may be shown has a source, a date for its country, and a way to reach it that looks right."""
    table = loaded.tables.get(CRISIS_FILE)
    if table is None:
        return
    sources = {str(row.values.get("id")) for row in table.records("sources")} | set(loaded.corpus.sources)
    records = {record.id: record for record in loaded.corpus.crisis}
    for row in loaded.rows(CRISIS_FILE, "records"):
        record = records[str(row.values["id"])]
        findings = list(_country_findings(record))
        for line in row.values.get("lines") or [] if record.lines else []:
            if HelpLineRow(**line).may_be_shown:
                findings.extend(f"{line['name']}: {finding}" for finding in _line_findings(line, sources))
        for finding in findings:
            yield CRISIS_LINE.at(table.path, row.line, f"{record.id}: {finding}")


def notices(loaded: LoadedCorpus) -> Iterator[Problem]:
    """Every notice that the bot falls back on has a file, named by its id and with dates of review."""
    for name in REQUIRED_NOTICES:
        if name not in loaded.corpus.notices:
            path = loaded.root / "notices" / f"{name}.md"
            yield NOTICE_MISSING.at(path, 1, f"there is no notice {name}; the bot's built-in text takes its place")
    for file in loaded.notice_files:
        if file.notice.id != file.path.stem:
            folder = "/".join(("notices", file.language)).rstrip("/")
            yield ID_PATH.at(file.path, 2, f"the id says the file should be {folder}/{file.notice.id}.md")
        for key in ("id", "reviewed_on", "next_review_on"):
            if not file.metadata.get(key):
                yield META_MISSING.at(file.path, 2, f"the front matter has no `{key}`")


def _country_findings(record: CrisisRecord) -> Iterator[str]:
    if record.id == INTERNATIONAL:
        return
    if not _EMERGENCY.fullmatch(record.emergency_number or ""):
        yield f"the emergency number {record.emergency_number} does not look like one"
    if record.lines and record.checked_on is None:
        yield "its lines are shown and there is no `checked_on`"


def _line_findings(line: dict[str, Any], sources: set[str]) -> Iterator[str]:
    cited = line.get("sources") or []
    if not cited:
        yield "the line has no source"
    for source in cited:
        if source not in sources:
            yield f"the source {source} does not exist"
    phone, text, url = line.get("phone"), line.get("text"), line.get("url")
    if not (phone or text or url or _NAMES_NUMBER.search(str(line.get("name")))):
        yield "there is no phone, text or url to reach it"
    if phone and not _is_number(_PHONE, str(phone)):
        yield f"`{phone}` does not look like a phone number"
    if text and not _is_number(_TEXT, str(text)):
        yield f"`{text}` does not look like a number to write to"
    if url and not _URL.fullmatch(str(url)):
        yield f"`{url}` is not a web address"


def _is_number(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.fullmatch(text) is not None and sum(map(str.isdigit, text)) <= _MAX_DIGITS


RULES = (crisis_lines, notices)
