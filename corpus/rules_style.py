"""Rules on style: passages stand alone, sentences are whole and readable, an interested party's word is not a fact."""

import re
from collections.abc import Iterator
from itertools import chain
from statistics import median

from corpus.codes import ATTRIBUTION, LEAD, READING_GRADE, READING_MEDIAN, SENTENCE_END, SENTENCE_LENGTH
from corpus.loader import LoadedCorpus
from corpus.models import Tier
from corpus.problems import Problem
from corpus.readability import reading_grade
from corpus.texts import Kind, article_words, quoted_rows

MAX_SENTENCE_WORDS = 45
MAX_PASSAGE_GRADE = 14.0
MAX_MEDIAN_GRADE = 10.0

_LEANING = re.compile(
    r"^(?:(?:it|they|he|she|these|those|such)\b|(?:this|that) (?:is|are|was|were|has|had|have|can|could|may|might|will"
    r"|would|does|do|did|also|[a-z]+(?:s|ed)\b))"
)
# "It is not known whether", "It is illegal to": here "it" stands for what follows.
_IMPERSONAL = re.compile(
    r"^it (?:is|was|has|can|may|seems|remains)\b[^,;]{0,60}\b(?:that|whether|to|if|how|why|when|which|who)\b"
)
_ENDED = re.compile(r"[.?!…][\"'”’)]*$")
_ATTRIBUTED = re.compile(
    r"\b(?:sa(?:ys?|id|ying)|according|reports?|reported(?:ly)?|reporting|claim\w*|advoca\w+|industry|press|news\w*"
    r"|group'?s?|(?:web)?sites?|(?:web )?pages?|outlets?|articles?|blogs?|coverage|describ\w+|argu\w+|alleg\w+|sued?"
    r"|(?:law)?suits?|calls?|called|trade|trackers?|lists?|listed|listing|wr(?:ote|ites?|itten)|warn\w*|stud(?:y|ies)"
    r"|surveys?|review\w*|officials?|records?|critici[sz]\w+|told|tells?|encyclop\w+|sellers?|vendors?|companies|company"
    r"|count\w*|estimates?|asks?|asked|published|announced|statements?|community|communities|association|cases?|notes?"
    r"|noted|opinions?|sources|read (?:in|at|on)|posts?|users|forum\w*|judgment|ruling|court)\b"
)
# A sentence that denies or admits not to know is a caution, which needs nobody's word.
_NOT_CLAIMED = re.compile(
    r"\b(?:not|no|nor|never|none|nobody|cannot|unknown|unclear|untested|unproven|without|neither|whether|inferred"
    r"|disagree\w*|disput\w*|uncertain|differ|overclaim)\b|n't\b"
)


def leads(loaded: LoadedCorpus) -> Iterator[Problem]:
    """The first sentence of a passage stands alone, for a passage is shown without its neighbours."""
    places = chain(
        ((file.path, section.lines[0].line, section) for file in loaded.files for section in file.sections),
        ((row.path, row.line, row.section) for row in quoted_rows(loaded)),
    )
    for path, line, section in places:
        text = section.lines[0].text.lower()
        if (found := _LEANING.match(text)) and not _IMPERSONAL.match(text):
            yield LEAD.at(path, line, f"the passage starts with `{found[0]}`, which looks back; name what is meant")


def sentences(loaded: LoadedCorpus) -> Iterator[Problem]:
    """Sentences are whole and not too long."""
    from_tables = (words for row in quoted_rows(loaded) for words in row.sentences)
    for words in chain(article_words(loaded), from_tables):
        if words.kind is not Kind.SENTENCE:
            continue
        if not _ENDED.search(words.text):
            yield SENTENCE_END.at(words.path, words.line, f"no end of a sentence: {words.text[-40:]}")
        length = len(words.text.split())
        if length > MAX_SENTENCE_WORDS:
            message = f"the sentence has {length} words; up to {MAX_SENTENCE_WORDS} are wanted"
            yield SENTENCE_LENGTH.at(words.path, words.line, message)


def attribution(loaded: LoadedCorpus) -> Iterator[Problem]:
    """What rests on advocacy, trade or press alone is said as their word, once for each source in a passage."""
    sources = loaded.corpus.sources
    for file in loaded.files:
        for section in file.sections:
            attributed: set[str] = set()
            for line in section.lines:
                text = line.text.lower()
                cited = {reference.source_id for reference in line.references}
                if _ATTRIBUTED.search(text):
                    attributed |= cited
                tiers = {sources[source_id].tier for source_id in cited if source_id in sources}
                if tiers == {Tier.C} and not cited & attributed and not _NOT_CLAIMED.search(text):
                    message = f"only {', '.join(sorted(cited))} (tier C) says so; write whose word it is"
                    yield ATTRIBUTION.at(file.path, line.line, message)


def reading(loaded: LoadedCorpus) -> Iterator[Problem]:
    """Passages can be read by most people."""
    grades = []
    for file in loaded.files:
        for section in file.sections:
            grades.append(reading_grade(line.text for line in section.lines))
            if grades[-1] > MAX_PASSAGE_GRADE:
                message = f"the passage has reading grade {grades[-1]:.1f}; up to {MAX_PASSAGE_GRADE:.0f} is wanted"
                yield READING_GRADE.at(file.path, section.line, message)
    if grades and median(grades) > MAX_MEDIAN_GRADE:
        message = f"half of the passages have reading grade {median(grades):.1f} and above; about 8 to 10 is wanted"
        yield READING_MEDIAN.at(loaded.root / "articles", 1, message)


RULES = (leads, sentences, attribution, reading)
