"""The words and marks for values of the corpus, in the overview as in answers: no status is told by colour alone."""

from corpus.models import InteractionLevel, LegalStatus, SevenOhStatus, Tier

LAW_WORDS = {
    LegalStatus.BANNED: "banned",
    LegalStatus.RESTRICTED: "restricted",
    LegalStatus.REGULATED: "legal under kratom rules",
    LegalStatus.AGE_LIMIT_ONLY: "legal, with an age limit",
    LegalStatus.LEGAL_UNREGULATED: "legal, without rules of its own",
    LegalStatus.UNCLEAR: "unclear",
}
SEVEN_OH_WORDS = {
    SevenOhStatus.BANNED: "banned",
    SevenOhStatus.RESTRICTED: "restricted",
    SevenOhStatus.NONE: "no rule of its own was seen",
    SevenOhStatus.UNKNOWN: "not known here",
}
LEVEL_WORDS = {
    InteractionLevel.DOCUMENTED_HARM: "harm seen in people",
    InteractionLevel.MECHANISM_SUGGESTS: "how the two act suggests harm",
    InteractionLevel.LABORATORY_ONLY: "laboratory results only",
    InteractionLevel.CONFLICTING: "results conflict",
    InteractionLevel.NO_DATA: "looked for, nothing found",
}
TIER_WORDS = {
    Tier.A: "A: peer-reviewed or official",
    Tier.B: "B: reputable second-hand account",
    Tier.C: "C: advocacy, trade or press",
}
KIND_WORDS = {
    "international": "international",
    "federal": "federal (US)",
    "special": "other bodies",
    "state": "US states",
    "district": "US district",
    "territory": "territories",
    "country": "countries",
    "county": "counties",
    "city": "cities and towns",
}

# Paths in a box of 12 by 12, drawn as lines of width 2.2 without filling; no two statuses share one.
LAW_MARKS = {
    LegalStatus.BANNED: "M2 2 10 10M10 2 2 10",
    LegalStatus.RESTRICTED: "M2.5 9.5l7-7",
    LegalStatus.REGULATED: "M1.5 2.5h9M1.5 6h9M1.5 9.5h9",
    LegalStatus.AGE_LIMIT_ONLY: "M1.5 9.5 6 2.5l4.5 7z",
    LegalStatus.LEGAL_UNREGULATED: "M6 1.8a4.2 4.2 0 1 0 .01 0z",
    LegalStatus.UNCLEAR: "M3 3.4a3 3 0 1 1 4.4 2.5C6.4 6.4 6 6.7 6 7.6M6 9.3v2.2",
}
