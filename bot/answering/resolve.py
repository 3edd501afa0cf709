"""Work out what a question is really about: earlier turns, the place, the substance, and which table answers it."""

import re
from dataclasses import dataclass

from bot.answering.cleaning import clean
from bot.answering.models import Question
from bot.answering.names import Named, NameFinder
from corpus.models import InteractionRecord, LegalRecord

_LAW = re.compile(
    r"\b(?:il)?legal\w*|\blaws?\b|\bban(?:s|ned|ning)?\b|\ballowed\b|\bfelony\b|\bjail\b|\barrest\w*|\bpossess\w*"
    r"|\bschedul\w+|\bcontrolled\b|\bcustoms\b|\bfly(?:ing)?\b|\btravel\w*|\bbring(?:ing)?\b|\bship\w*|\bimport\w*"
    r"|\bsell\w*|\bsold\b|\bstatus\b|\bregulat\w*|\bprohibit\w*|\bage\b|\bminors?\b|\bunder (?:18|21)\b|\bcops?\b|\bpolice\b",
    re.IGNORECASE,
)
_KRATOM = re.compile(
    r"\bk?rat[ou]m\b|\bkrat[eo]m\b|\bmitragyn\w+|\b7[\s-]?(?:oh|hydroxy\w*|hmg|ohm)\b|\bthe leaf\b", re.IGNORECASE
)
_LEANS_BACK = re.compile(
    r"^(?:and|but|so|ok(?:ay)?|what about|how about|then|also|or)\b|\b(?:it|its|it's|that|this|those|they|them|these)\b"
    r"|^(?:why|how long|how often|how come|since when|is there|are there|like)\b",
    re.IGNORECASE,
)
_SHORT_WORDS = 5


@dataclass(frozen=True, slots=True)
class Resolved:
    """What is searched, and the records that the question names.

    `law` are the places whose law is asked about; `interactions` the classes whose combination with kratom is asked
    about. Both may be empty.
    """

    query: str
    law: tuple[LegalRecord, ...] = ()
    interactions: tuple[InteractionRecord, ...] = ()


def resolve(question: Question, names: NameFinder) -> Resolved:
    """Return what the last turn asks, with what it needs from the turns before."""
    turns = [clean(turn) for turn in question.turns]
    now, before = turns[-1], " ".join(turns[:-1][-2:])
    leans_back = bool(before) and _needs_earlier(now)
    query = f"{before} {now}" if leans_back else now
    named = names.find(now, lower_case_codes=bool(_LAW.search(now)))
    earlier = names.find(before, lower_case_codes=bool(_LAW.search(before))) if leans_back else Named()
    places = named.places
    if not places and _LAW.search(now):
        places = earlier.places
    asks_law = bool(_LAW.search(query)) or (bool(places) and _only_names_a_place(now))
    substances = named.substances or (earlier.substances if not named.places else ())
    return Resolved(
        query=query,
        law=places if asks_law else (),
        interactions=() if asks_law and places else substances,
    )


def _needs_earlier(text: str) -> bool:
    """Tell whether a turn cannot be understood without the one before it."""
    return bool(_LEANS_BACK.search(text)) or len(text.split()) <= _SHORT_WORDS or not _KRATOM.search(text)


def _only_names_a_place(text: str) -> bool:
    """Tell whether a turn is little more than "kratom in washington dc"."""
    return len(text.split()) <= _SHORT_WORDS
