"""Work out what a question is really about: earlier turns, the place, the substance, and which table answers it."""

import re
from dataclasses import dataclass

from bot.answering.cleaning import clean
from bot.answering.models import Question
from bot.answering.names import Named, NameFinder
from corpus.models import InteractionRecord, LegalRecord
from index.tokens import STOP_WORDS

_LAW = re.compile(
    r"\b(?:(?:il)?lea?ga?l\w*|laws?|ban(?:s|ned|ning)?|allowed|felon\w*|misdemeanou?r|jail|prison|arrest\w*|possess\w*"
    r"|schedul\w+|controlled|customs|airport|tsa|fly(?:ing)?|travel\w*|layover|luggage|checked bag|bring\w*|ship\w*"
    r"|import\w*|sell\w*|sold|buy\w*|order\w*|mail\w*|get caught|mov(?:e|ing)|flights?"
    r"|cross\w*|border|18|21|status|regulat\w*|prohibit\w*|age|minors?|cops?|police|trouble|crime|outlaw\w*)\b",
    re.IGNORECASE,
)
_KRATOM = re.compile(
    r"\bk?rat[aou]m\w*|\bkrat[eo]m\b|\bkrat\b|\bketum\b|\bbiak\b|\bmitra\w+"
    r"|\b7[\s-]?(?:oh|hydroxy\w*|hmg|ohm)\b|\bfeel free\b",
    re.IGNORECASE,
)
_LEANS_BACK = re.compile(
    r"^(?:and|but|so|ok(?:ay)?|what about|how about|then|also|or|like)\b"
    r"|\b(?:it|its|it's|that|this|those|they|them|these|instead)\b"
    r"|^(?:why|how long|how often|how come|since when|is there|are there|has anyone)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:and|with|plus|mix\w*|combin\w*|combo|together|interact\w*|while|after|before|on|stack\w*|alongside|both|w)\b"
    r"|[+&/]",
    re.IGNORECASE,
)
_NOT_TOGETHER = re.compile(
    r"\b(?:like|similar\w*|than|versus|vs|compared?|instead of|replac\w*|substitut\w*|quit\w*|cravings?|get off"
    r"|come off|withdrawals?|addict(?:ion|ed)|alcoholi\w+|detox\w*|sober\w*"
    r"|false positive|drug test|show up|differ\w*)\b",
    re.IGNORECASE,
)
_FILLERS = STOP_WORDS | frozenset("still now today currently anymore right yet there here again".split())
_SHORT_WORDS = 5
_NAME_WORDS = 3


@dataclass(frozen=True, slots=True)
class Resolved:
    """What is searched, and the records that the question names.

    `law` are the places whose law is asked about; `interactions` the classes whose combination with kratom is asked
    about. Both may be empty. `about_kratom` tells whether the text says that kratom is what it is about.
    """

    query: str
    about_kratom: bool = True
    law: tuple[LegalRecord, ...] = ()
    interactions: tuple[InteractionRecord, ...] = ()


def resolve(question: Question, names: NameFinder) -> Resolved:
    """Return what the last turn asks, with what it needs from the turns before."""
    turns = [clean(turn) for turn in question.turns]
    now, before = turns[-1], " ".join(turns[:-1][-2:])
    leans_back = bool(before) and _needs_earlier(now)
    # What is asked now is said twice, so that it outweighs what was asked before.
    query = f"{before} {now} {now}" if leans_back else now
    named = _find(now, names, codes=_asks_law(query))
    earlier = _find(before, names, codes=True) if leans_back else Named()
    law = named.places or (earlier.places if _asks_law(now) else ())
    if law and not (_is_law_of_kratom(now, query, named) or _is_only_names(named)):
        law = ()
    interactions = named.substances or (() if named.places else earlier.substances)
    if law or not (_is_combination(query) or (_is_only_names(named) and len(now.split()) <= _NAME_WORDS)):
        interactions = ()
    return Resolved(query, bool(_KRATOM.search(query)), law, interactions)


def _find(text: str, names: NameFinder, *, codes: bool) -> Named:
    return names.find(text, codes=codes or len(text.split()) <= _SHORT_WORDS)


def _asks_law(text: str) -> bool:
    return bool(_LAW.search(text))


def _needs_earlier(text: str) -> bool:
    """Tell whether a turn cannot be understood without the one before it."""
    return bool(_LEANS_BACK.search(text)) or len(text.split()) <= _SHORT_WORDS or not _KRATOM.search(text)


def _is_law_of_kratom(now: str, query: str, named: Named) -> bool:
    """Tell whether a text that names a place asks for the law there, and asks it of kratom.

    "kratom ohio" does, and "is it legal in ohio" too, since nothing else is named; "kratom deaths in florida", "is
    ibogaine legal in mexico" and "weather in denver" do not.
    """
    if _KRATOM.search(query):
        return _asks_law(query) or _names_nothing_else(named)
    return _asks_law(now) and _names_nothing_else(named) and not named.substances


def _is_only_names(named: Named) -> bool:
    """Tell whether a text is a name and nothing else, as "zoloft?" or "japan" is."""
    return not named.other_words


def _names_nothing_else(named: Named) -> bool:
    """Tell whether a text has no words of its own beside the names in it, as in "is it legal in ohio"."""
    return all(
        word.lower() in _FILLERS or _LAW.fullmatch(word) or _KRATOM.fullmatch(word) for word in named.other_words
    )


def _is_combination(query: str) -> bool:
    """Tell whether a text asks about taking kratom together with something, not about how the two compare."""
    if not _KRATOM.search(query) or _NOT_TOGETHER.search(query):
        return False
    return bool(_TOGETHER.search(query)) or len(query.split()) <= _SHORT_WORDS
