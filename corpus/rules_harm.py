"""Rules against text that sells, that teaches what must not be taught, or that tells the reader what to do (P6).

The corpus states and reports. It never speaks to the reader in orders, so an order is a fault whatever it is about.
Patterns see text in lower case, one sentence at a time.
"""

import re
from collections.abc import Iterator

from corpus.codes import EVASION, INSTRUCTION, MAKING, SELLING
from corpus.loader import LoadedCorpus
from corpus.problems import Problem
from corpus.texts import Words, matches, statements

_BEGIN = (
    r"(?:^|[;:.!?] |, (?:then|so) )(?:please |simply |just |always |first |next |then |now |again )?"
    r"(?:to [a-z]+(?: [a-z0-9]+){0,4}, )?"
)
_INSTRUCTION = re.compile(
    rf"{_BEGIN}(?:drink|take|try|chew|swallow|sip|smoke|snort|inject|dose|redose|re-dose|weigh|measure|mix|stir"
    rf"|add|pour"
    r"|dissolve|blend|brew|boil|simmer|soak|steep|filter|squeeze|evaporate|oxidi[sz]e|crush|grind|cook|heat"
    r"|freeze|buy"
    r"|order|pay|choose|pick|skip|stop|quit|swap|replace|switch|taper|wean|increase|decrease|raise|lower|reduce"
    r"|double"
    r"|halve|start|begin|keep|hide|wrap|label|declare|ship|up|drop|cut)"
    # The words after it tell an order from a noun: "order a", not "order forms"; "double the", not "double vision".
    r" (?:an?|the|your|my|some|any|every|each|all|half|it|them|this|that|these|more|less|only|plenty|enough|once"
    r"|twice"
    r"|at|to|with|after|before|until|out|off|up|down|away|slowly|\d[\d.,]*|one|two|three|four|five|six"
    r"|from (?:an?|the|our))\b"
)
_SELLING = re.compile(
    r"\b(?:we|i) (?:recommend|suggest|sell|ship|offer|stock)\b"
    r"|\b(?:use|with|enter) (?:the )?(?:code|coupon|promo)\b|\b(?:coupon|discount|promo|voucher) codes?\b"
    r"|\b(?:a |one )?(?:fifth|quarter|third|half|\d+ ?(?:%|percent|per cent)) off\b"
    r"|\b(?:order|buy|get) (?:\w+ ){0,3}(?:online )?(?:from|at) (?:a |the |our |their )?"
    r"(?:\w+ ){0,2}(?:sellers?|vendors?|shops?|stores?|website|brand)\b"
    r"|\bbe (?:bought|ordered|had|found) (?:\w+ ){0,2}(?:online |cheaply )?(?:at|for) (?:\w+ ){0,2}prices?\b"
    r"|\b(?:best|finest|purest|cheapest|most trusted|most reliable|top) (?:\w+ )?"
    r"(?:leaf|kratom|kratom brand|vendors?|sellers?|shops?|brands?|extracts?|powders?|capsules?) "
    r"(?:comes?|is|are|on the market|money can buy|there is|for)\b"
    r"|\b(?:trusted|reliable|reputable|favou?rite|go-to) (?:vendors?|sellers?|shops?|brands?|sources?)\b"
    r"|\bfree shipping\b|\bships? to (?:every|all|any)\b|\bmoney[- ]back\b|\bin stock\b"
)
_EVASION = re.compile(
    r"\b(?:to |can |will |helps? (?:\w+ )?(?:to )?)(?:\w+ )?(?:pass|beat|cheat|fool|trick|defeat|get (?:through"
    r"|past|around))"
    r" (?:\w+ ){0,3}(?:tests?|screens?|screening|customs|controls?|checks?|police|law)\b"
    r"|\b(?:synthetic|fake|substituted|someone else's|clean) urine\b"
    r"|\bdetox (?:drinks?|kits?|shampoos?|pills?)\b[^.]{0,60}\b(?:work|clear|flush|help|remove)"
    r"|\b(?:will|does|do|would) not (?:show|be (?:seen|found|detected)|come up)(?: up)?(?: (?:on|in) (?:a|the"
    r"|any) [\w ]{0,12}tests?"
    r"|,? as [\w ]+know\b|\.?$)"
    r"|\b(?:labell?ed|marked|declared|described|sold|sent|packed) as (?:\w+ )?(?:soap|incense|tea|bath salts?"
    r"|henna|gifts?"
    r"|cosmetics?|fertili[sz]er|samples?)\b[^.]*\b(?:pass(?:es)?|gets? (?:through|past)|seldom|rarely|never"
    r"|customs|opened|against the law)\b"
    r"|\bpass(?:es)? (?:the )?customs\b|\b(?:seldom|rarely|never) (?:opened|checked|stopped|searched)\b"
)
_MAKING = re.compile(
    r"\b(?:boil|simmer|soak|steep|strain|filter|reduce|evaporat|oxidi[sz]|convert|dissolv)\w* (?:it|them|the \w+"
    r"|this)\b"
    r"[^.]{0,80}\b(?:until|to (?:turn|make|get|yield|obtain)|is left|are left|evaporate|resin|solvent)"
    r"|\b(?:to|can|you|will) turn (?:\w+ ){0,3}mitragynine into 7-\w+"
    r"|\b(?:makes?|making|to make) (?:the |your )?(?:leaf|kratom|tea|dose|effects?|high) (?:\w+ )?(?:stronger"
    r"|last longer|more potent)\b"
    r"|\bpotentiat\w+ (?:your|the (?:dose|high|effect))\b"
)
# A study that tells what chemists did, and how a law, a label or a report puts it, is no recipe and no advice.
_REPORTED = re.compile(
    r"\b(?:stud(?:y|ies)|trials?|researchers|chemists?|laborator\w+|scientists|authors|review\w*|reports?"
    r"|reported|survey\w*"
    r"|analys\w+|patents?|press|polic\w+|prosecutors?|court|officers?|agenc\w+|fda|dea|cdc|law|laws|bill|rule|ban\w*"
    r"|prohibit\w*|illegal|unlawful|offence|warn\w*|liver enzymes?|enzymes?|body)\b"
)
_TOLD_OF = re.compile(
    r"\b(?:stud(?:y|ies)|researchers|reports?|reported|survey\w*|police|prosecutors?|court|officers?"
    r"|customs officers|agenc\w+"
    r"|fda|dea|warn\w*|laws? (?:bans?|forbids?|makes?)|illegal|unlawful|offence|crime)\b"
)
_DENIED = re.compile(r"\b(?:not|no|never|none|nobody|cannot|neither|nor|without|unproven|myth)\b|n't\b")


def instructions(loaded: LoadedCorpus) -> Iterator[Problem]:
    """No sentence orders the reader to take, make, buy, stop or hide anything."""
    for words, found in matches(_INSTRUCTION, statements(loaded)):
        yield INSTRUCTION.at(words.path, words.line, f"`{found.strip()}` orders the reader; state or report instead")


def selling(loaded: LoadedCorpus) -> Iterator[Problem]:
    """No sentence recommends a seller, a product or a way to buy."""
    for words, found in matches(_SELLING, statements(loaded)):
        if not _has(_DENIED, words) and not _has(_REPORTED, words):
            yield SELLING.at(words.path, words.line, f"`{found}` reads like a recommendation to buy")


def evasion(loaded: LoadedCorpus) -> Iterator[Problem]:
    """No sentence tells a way past a test, customs or a law."""
    for words, found in matches(_EVASION, statements(loaded)):
        if not _has(_TOLD_OF, words):
            yield EVASION.at(words.path, words.line, f"`{found}` reads like a way past a test or a law")


def making(loaded: LoadedCorpus) -> Iterator[Problem]:
    """No sentence tells how to extract, change or strengthen."""
    for words, found in matches(_MAKING, statements(loaded)):
        if not _has(_REPORTED, words):
            yield MAKING.at(words.path, words.line, f"`{found}` reads like a recipe")


def _has(pattern: re.Pattern[str], words: Words) -> bool:
    return pattern.search(words.text.lower()) is not None


RULES = (instructions, selling, evasion, making)
