"""The fixed texts that have to be at hand when nothing else is: notices, refusals, crisis cards.

They come from corpus/notices and corpus/crisis_lines.yaml. Where a file there is missing or unreadable, a short
built-in text takes its place, so that no reply is ever without them. No phone number is built in: those are dated.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.answering.models import CrisisCard, CrisisKind, InvalidKind, Notices, RefusalKind
from bot.languages.catalogue import ENGLISH
from bot.languages.wording import translated
from corpus.models import CrisisRecord, HelpLine, Notice

INTERNATIONAL = "international"
_DIRECTORY = "Find A Helpline, help lines by country"
_DIRECTORY_URL = "https://findahelpline.com"
_EMERGENCY = "Emergency: call your local emergency number (112 across the European Union)"

_BUILT_IN = {
    "safety": "General information, not medical advice. Kratom can harm, also with other drugs or medicines. "
    "Talk to a doctor or pharmacist. In an emergency call your local emergency number.",
    "legality": "Kratom law differs by place and changes. Check the current law where you are.",
    "no-data-is-not-safety": "No information is not safety.",
    "unreviewed": "This passage is from a draft that no editor has reviewed yet.",
    "abstained": "I have no sourced answer to this.",
    "unavailable": "I cannot look up answers at the moment. Please try again later.",
    "invalid-empty": "I could not find a question in this message. Please ask in words.",
    "invalid-too-long": "This message is too long for me. Please ask one question in up to 2,000 characters.",
    "crisis-suicide": "If you or someone else might be in danger: please reach a person now. You are not alone.",
    "crisis-overdose": "This can be an emergency. Call your local emergency number now and stay with the person.",
    "crisis-child": "Call poison control or your local emergency number now, also if the child seems well.",
    "crisis-seizure": "A seizure is an emergency. Call your local emergency number now.",
    "crisis-withdrawal": "These can be signs of an emergency. Call your local emergency number now.",
    "crisis-violence": "If anyone is in danger, get to safety and call your local emergency number now.",
    "refusal-dosing": "I do not give amounts of kratom: no safe amount is known.",
    "refusal-sourcing": "I do not help to buy or sell kratom.",
    "refusal-making": "I do not help to make, extract or strengthen kratom products.",
    "refusal-test-evasion": "I do not help to get past a drug test or supervision.",
    "refusal-stopping-medicine": "I cannot help to stop or replace a medicine. Please ask who prescribes it.",
    "refusal-giving-to-others": "I cannot help to give kratom to a child, an animal or another person.",
}


@dataclass(frozen=True)
class Safeguards:
    """Notices by id and crisis lines by country; `translations` are notices by language, then by id."""

    notices: Mapping[str, Notice]
    crisis: tuple[CrisisRecord, ...] = ()
    translations: Mapping[str, Mapping[str, Notice]] = field(default_factory=dict)
    language: str = ENGLISH

    def in_language(self, language: str) -> "Safeguards":
        """Return the same texts in a language; what is not translated stays in English."""
        return replace(self, language=language)

    def text(self, notice_id: str, *, full: bool = False) -> str:
        """Return a fixed text in its short or full form.

        It is the translation, or the English notice where there is none, or the built-in text where the corpus has
        neither.
        """
        for notices in (self.translations.get(self.language, {}), self.notices):
            if (notice := notices.get(notice_id)) is not None:
                return notice.full if full else notice.short
        return _BUILT_IN[notice_id]

    def always(self) -> Notices:
        """Return the two notices that every reply carries."""
        return Notices(self.text("safety"), self.text("legality"), self.language)

    def refusal(self, kind: RefusalKind) -> str:
        """Return why the bot does not help with this."""
        return self.text(f"refusal-{kind}", full=True)

    def invalid(self, kind: InvalidKind) -> str:
        """Return what is wrong with the message."""
        return self.text(f"invalid-{kind}", full=True)

    def crisis_card(self, kind: CrisisKind, region: str | None) -> CrisisCard:
        """Return what to do and whom to call in a region; where it is not known, the directories that hold anywhere.

        A number of one country is never shown to another.
        """
        record = self._record(region)
        lines = (_emergency_line(record, self.language), *self._lines(record, _WANTED[kind]))
        return CrisisCard(kind, self.text(f"crisis-{kind}", full=True), lines, record.name if record else "")

    def help_lines(self, region: str | None) -> tuple[str, ...]:
        """Return the lines to have in view under an answer about deaths, overdoses or suicide."""
        record = self._record(region)
        return (_emergency_line(record, self.language), *self._lines(record, ("crisis",))[:2])

    def _record(self, region: str | None) -> CrisisRecord | None:
        wanted = (region or "").strip().lower().split("-")[0]
        for record in self.crisis:
            if wanted and (wanted == record.id or wanted in (alias.lower() for alias in record.aliases)):
                return record
        return None

    def _lines(self, record: CrisisRecord | None, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """Return the lines of these kinds in one country, and the international directories where it has none."""
        everywhere = next((record for record in self.crisis if record.id == INTERNATIONAL), None)
        for one in (record, everywhere):
            lines = one.lines if one else ()
            found = [_help_line(line, self.language) for kind in kinds for line in lines if line.kind == kind]
            if found:
                return tuple(found[:4])
        return (f"{translated(_DIRECTORY, self.language)}: {_DIRECTORY_URL}",)


_WANTED: dict[CrisisKind, tuple[str, ...]] = {
    CrisisKind.SUICIDE: ("crisis",),
    CrisisKind.OVERDOSE: ("poison",),
    CrisisKind.CHILD: ("poison",),
    CrisisKind.SEIZURE: ("poison",),
    CrisisKind.WITHDRAWAL: ("poison", "drug-help"),
    CrisisKind.VIOLENCE: ("crisis",),
}


def _emergency_line(record: CrisisRecord | None, language: str) -> str:
    if record is None or not record.emergency_number:
        return translated(_EMERGENCY, language)
    return translated(
        "Emergency number in {place}: {number}", language, place=record.name, number=record.emergency_number
    )


def _help_line(line: HelpLine, language: str) -> str:
    """Return whom to call and how; the names of organisations and their hours are as recorded."""
    ways = [
        translated("call {number}", language, number=line.phone) if line.phone else "",
        translated("text {number}", language, number=line.text) if line.text else "",
        line.url or "",
    ]
    hours, between = f" ({line.hours})" if line.hours else "", f" {translated('or', language)} "
    return f"{line.name}: {between.join(way for way in ways if way)}{hours}"
