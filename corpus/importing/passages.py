"""Gather blocks into sections and cut these into passages at the ends of sentences. Pure."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from corpus.importing.citations import Sentence, sentences_of, without_citations
from corpus.importing.model import Block, BlockKind, Ledger, Reason
from corpus.importing.safety import is_instruction, plain_line, without_instructions
from corpus.markup import slug
from corpus.rules_form import WORDS_PER_PASSAGE

Paragraph = list[Sentence]
_BEST_WORDS = 80
_CUT_INSIDE_PARAGRAPH = 12.0
_CUT_BEHIND_COLON = 40.0
_TOO_SHORT, _TOO_LONG = 200.0, 1_000.0
_NUMBER = re.compile(r"(?:\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?) (?=\S)")


@dataclass(slots=True)
class DraftSection:
    """A heading with its paragraphs; `above` are the headings of the document that it stands below."""

    heading: str
    level: int
    above: tuple[str, ...] = ()
    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class DraftPassage:
    """One passage of a draft; `above` as in its section."""

    heading: str
    anchor: str
    above: tuple[str, ...]
    paragraphs: tuple[tuple[Sentence, ...], ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Return its sentences in order."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)


def sections_of(blocks: list[Block], title: str, ledger: Ledger) -> list[DraftSection]:
    """Return the sections that have text; what stands before the first heading goes under the title."""
    sections = [DraftSection(title, 0)]
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            heading = _numberless(plain_line(without_citations(block.plain), ledger), ledger)
            if is_instruction(heading):
                ledger.drop(Reason.INSTRUCTION, heading)
            elif heading:
                sections.append(DraftSection(heading, block.level, _above(sections, block.level)))
        else:
            sections[-1].paragraphs.extend(_paragraphs(block, ledger))
    filled = [section for section in sections if section.paragraphs]
    named = {heading for section in filled for heading in (section.heading, *section.above)}
    ledger.drop(Reason.EMPTY_HEADING, *(one.heading for one in sections[1:] if not one.paragraphs))
    without_place = [one.heading for one in sections[1:] if one.heading not in named]
    if filled and without_place:
        filled[-1].above += tuple(without_place)
    return filled


def passages_of(sections: list[DraftSection]) -> list[DraftPassage]:
    """Return the passages: 40 to 120 words each where sentences allow, a further one of a section with a number."""
    passages: list[DraftPassage] = []
    used: set[str] = set()
    for number, section in enumerate(sections):
        for part, paragraphs in enumerate(_cut(section.paragraphs), start=1):
            heading = section.heading if part == 1 else f"{section.heading} ({part})"
            base = "introduction" if number == 0 and section.level == 0 and part == 1 else slug(heading)
            passages.append(DraftPassage(heading, _unused(base, used), section.above, paragraphs))
    return passages


def _numberless(heading: str, ledger: Ledger) -> str:
    """Return a heading without the number of its chapter, which says nothing where passages stand alone."""
    number = _NUMBER.match(heading)
    ledger.drop(Reason.MARK, number[0] if number else "")
    return heading[number.end() :] if number else heading


def _above(sections: list[DraftSection], level: int) -> tuple[str, ...]:
    """Return the headings over one of this level, the highest first."""
    for section in reversed(sections[1:]):
        if section.level < level:
            return (*section.above, section.heading)
        if section.level == level:
            return section.above
    return ()


def _paragraphs(block: Block, ledger: Ledger) -> Iterator[Paragraph]:
    sentences = [replace(one, text=plain_line(one.text, ledger)) for one in sentences_of(block)]
    if paragraph := without_instructions([one for one in sentences if one.text], ledger):
        yield paragraph


def _unused(anchor: str, used: set[str]) -> str:
    number, name = 1, anchor
    while name in used:
        number += 1
        name = f"{anchor}-{number}"
    used.add(name)
    return name


def _cut(paragraphs: list[Paragraph]) -> list[tuple[tuple[Sentence, ...], ...]]:
    """Return the parts of a section, as near to 80 words as can be, rather between paragraphs than inside of one."""
    flat = [(sentence, not place) for paragraph in paragraphs for place, sentence in enumerate(paragraph)]
    words = [sentence.words for sentence, _ in flat]
    cuts = [_cost_of_cut(flat, place) for place in range(len(flat))]
    if sum(words) < WORDS_PER_PASSAGE.stop:
        return [tuple(tuple(paragraph) for paragraph in paragraphs)]
    costs, origins = [0.0], [0]
    for end in range(1, len(flat) + 1):
        length, best, origin = 0, float("inf"), end - 1
        for start in range(end - 1, -1, -1):
            length += words[start]
            if length >= WORDS_PER_PASSAGE.stop and start < end - 1:
                break
            cost = costs[start] + _cost(length) + cuts[start]
            if cost < best:
                best, origin = cost, start
        costs.append(best)
        origins.append(origin)
    bounds = [len(flat)]
    while bounds[-1]:
        bounds.append(origins[bounds[-1]])
    bounds.reverse()
    return [_regrouped(flat[start:end]) for start, end in itertools.pairwise(bounds)]


def _cost_of_cut(flat: list[tuple[Sentence, bool]], place: int) -> float:
    """Return what a cut in front of a sentence costs; one behind a colon parts a list from what it is a list of."""
    if place and flat[place - 1][0].text.endswith(":"):
        return _CUT_BEHIND_COLON
    return 0.0 if flat[place][1] else _CUT_INSIDE_PARAGRAPH


def _cost(words: int) -> float:
    if words >= WORDS_PER_PASSAGE.stop:
        return _TOO_LONG
    if words < WORDS_PER_PASSAGE.start:
        return _TOO_SHORT + 4 * (WORDS_PER_PASSAGE.start - words)
    return 10 * ((words - _BEST_WORDS) / WORDS_PER_PASSAGE.start) ** 2


def _regrouped(flat: list[tuple[Sentence, bool]]) -> tuple[tuple[Sentence, ...], ...]:
    groups: list[list[Sentence]] = []
    for sentence, starts in flat:
        if starts or not groups:
            groups.append([])
        groups[-1].append(sentence)
    return tuple(tuple(group) for group in groups)
