"""Rules on advice: no amount to take, no medicine to stop, no promise that kratom treats or is safe (promise P6).

A report of what a study gave passes; a sentence that tells the reader what to take, or what is usual or enough, does
not. Patterns see text in lower case, one sentence at a time.
"""

import re
from collections.abc import Iterator
from itertools import chain

from corpus.codes import AMOUNT, CLAIM, DOSE_ADVICE, MEDICINE_ADVICE
from corpus.loader import LoadedCorpus
from corpus.problems import Problem
from corpus.texts import Kind, Words, matches, statements

# Topics whose passages tell people how to come to less harm: an amount there would be read as a safe one.
CAREFUL_TOPICS = frozenset({"safety", "harm-reduction"})


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


_DIGITS = r"(?<![\w.,-])(?!(?:19|20)\d\d\b)\d+(?:[.,]\d+)?(?: ?(?:-|–|to|or) ?\d+(?:[.,]\d+)?)?"
_SPELLED = r"\b(?:half an?|one|two|three|four|five|six|seven|eight|nine|ten|a few|a couple of)(?: (?:to|or) \w+)?"
_UNIT = (
    r"(?:g|gm|mg|kg|ml|oz|gram(?:me)?s?|milligram(?:me)?s?|millilit(?:re|er)s?|ounces?|(?:tea|table)?spoon(?:ful)?s?"
    r"|tsps?|tbsps?|scoops?|capsules?|caps|pills?|tablets?|gummies|shots?|cups?|drops)\b"
)
# Not "1 mg per gram" or "2 mg/ml": that is the strength of a product, and the limits of laws are written so.
_NOT_STRENGTH = r"(?! ?/)(?! per (?:g|m))(?! \w+ (?:per|in each) )"
_HOW_MUCH = rf"(?:{_DIGITS}|{_SPELLED})(?: |-)?(?:\w+ )?{_UNIT}{_NOT_STRENGTH}"
_A_DAY = r" (?:daily|(?:a|per|each|every|in a) (?:day|dose|time)|at (?:once|a time))"
_CLAUSE = r"(?:^|[,;:.!?] )(?:then |so |and |but |please |simply |just )?"
_ADVISED = (
    r"\b(?:should|ought to|need to|must|(?:can|may) safely|(?:are|is) advised to|(?:best|better|safe|safest|fine"
    r"|ok) to"
    r"|you (?:can|could|may|might))(?: (?:only|not|never|always|also|at first))? "
)
_TAKE = (
    r"(?:take|try|use|start|begin|stick|stay|keep|limit|increase|raise|reduce|lower|cut|taper|measure|mix|dissolve"
    r"|swallow|drink|dose|go)\b"
)
_DOSE = r"(?:dose|dosage|amount|serving|intake|limit|level)s?\b"

_ADVICE = _any(
    # "take 2 grams", "you should start with half a teaspoon"
    rf"(?:{_CLAUSE}|{_ADVISED}){_TAKE}[^.;]{{0,60}}?{_HOW_MUCH}",
    # "do not exceed 8 g"
    r"\b(?:do not|don't|never|not) (?:exceed|go (?:over|above|beyond)|(?:take|use) more than)\b"
    rf"[^.;]{{0,20}}{_HOW_MUCH}",
    # "start low", "start with a small dose"
    rf"(?:{_CLAUSE}|{_ADVISED})start(?:ing)? (?:out )?(?:low|small|slow|with (?:a|the) (?:low|small|tiny|half)\w*)\b",
    r"\byour dose\b",
    # "a safe dose is"; not "no safe dose is known"
    rf"\b(?:a|the) safe (?:daily |maximum )?{_DOSE} (?:of [\w-]+ )?(?:is|lies|would be)\b"
    r"(?! (?:not|never|un|hard|disputed))",
)
_CUSTOM = _any(
    # "no more than 5 g", "up to 5 g a day"
    rf"\b(?:(?:no|not) more than|at most|a maximum of) {_HOW_MUCH}",
    rf"\b(?:up to|under|below|less than) {_HOW_MUCH}{_A_DAY}",
    # "the usual dose is 3 to 5 grams"
    rf"\b(?:safe|recommended|suggested|usual|typical|normal|standard|ideal|optimal|best|effective|starting|moderate"
    rf"|maximum|right|common|beginner'?s?'?)(?: [\w-]+){{0,2}} {_DOSE}[^.;]{{0,40}}"
    rf"\b(?:is|are|ranges?|lies?|would be|means?)\b[^.;]{{0,30}}?{_HOW_MUCH}",
    # "most people need 3-5 g"
    rf"\b(?:most|many|some|average) (?:people|users|adults|beginners)\b[^.;]{{0,20}}"
    rf"\b(?:need|require|do (?:well|best|fine)|get by|feel (?:good|best))\b[^.;]{{0,40}}?{_HOW_MUCH}",
    # "2 grams is enough"
    rf"{_HOW_MUCH}[^.;]{{0,30}}"
    r"\b(?:is|are|should be|will be) (?:enough|plenty|sufficient|safe|fine|ok|okay|harmless)\b",
)
# What makes such a phrase a report: who measured it, or the law or label that sets it.
_REPORTED = _any(
    r"\b(?:stud(?:y|ies)|trials?|participants?|volunteers?|surveys?|surveyed|respondents?|researchers|gave|given)\b",
    r"\b(?:received|laws?|limits?|caps?|bills?|rules?|labels?|labelled|order|act|legal)\b",
)
_ANY_AMOUNT = re.compile(
    rf"(?!7-oh\b)(?:{_HOW_MUCH}|\b(?:half an?|an? (?:level |heaped |rounded )?)(?: |-)?(?:tea"
    rf"|table)?(?:spoon(?:ful)?|gram(?:me)?|capsule)s?\b)"
    r"(?![^.;]{0,20} in each)(?!/)(?![- ](?:\w+ )?(?:bottle|shot|tonic|pack|bag))"
)
# Whoever names an amount says whose it is: a study's, a law's, a label's, a laboratory's, a reporter's.
_WHOSE = _any(
    _REPORTED.pattern,
    r"\b(?:press|reports?|reported|analys\w+|measured|seized|fine|penalty|counted|planned|proposed|plan|bilirubin|court"
    r"|officers)\b",
    r"\b(?:patients?|case|doctors described|woman|man|sold|products? (?:held|contained|with)|class action|kg)\b",
)
_SMALL_AMOUNT = re.compile(rf"{_DIGITS}(?: |-)?{_UNIT}")

_MEDICINE = (
    r"(?:(?:your|the|any|all|their|other|prescribed|prescription|daily|regular) )*(?:medicines?|medications?"
    r"|meds|pills"
    r"|tablets|prescriptions?|antidepressants?|antipsychotics?|ssris?|snris?|benzodiazepines?|blood thinners?|insulin"
    r"|lithium|methadone|buprenorphine|suboxone|heart drugs?|treatment)\b"
)
_STOP = (
    r"(?:stop|quit|skip|drop|halve|reduce|lower|cut|replace|swap|(?:come|go|get) off|give up|discontinue|pause)"
    r"(?: taking| using| down on)?"
)
_CAN = r"\b(?:people|users|patients|anyone|everyone) (?:can|could|may|might) (?:safely |simply )?"
_MEDICINE_ADVICE = _any(
    rf"(?:{_CLAUSE}|{_ADVISED}|{_CAN}){_STOP} {_MEDICINE}",
    rf"\bno (?:longer any )?(?:need|reason|use) (?:for|to take|of) {_MEDICINE}",
    rf"\b{_MEDICINE}[^.;]{{0,20}} (?:is|are) (?:not|no longer) (?:needed|necessary)\b",
    rf"(?:\band (?:\w+ )?{_MEDICINE}|{_MEDICINE} and (?:\w+ )?(?:kratom|leaf))[^.;]{{0,20}}"
    r" (?:go(?:es)? well|mix(?:es)? well|work well|can be (?:taken|used|combined|mixed)|are (?:fine|safe"
    r"|a good match))",
)
_NAMES_MEDICINE = re.compile(
    "medic|meds|pill|tablet|presc|anti|ssri|snri|benzo|blood|insulin|lithium|metha|bupre|subox|heart|treat"
)  # quick, so that the slow pattern looks at few sentences
_LETS_GO = _any(
    r"\b(?:can be|unnecessary|superfluous|needed|needless|along|well|fine|without|instead|in place|rather)\b"
)
_BALANCED = _any(
    r"\b(?:not|never|nobody|no one|unless|only|planned|prescribes)\b|n't\b",
    r"\b(?:before|without) (?:asking|talking|speaking)\b",
    r"\b(?:doctors?|prescribers?|clinicians?|pharmacists?|supervis\w+)\b",
)

_KRATOM = (
    r"\b(?:the (?:fresh |dried |red |green |plain )?(?:leaf|leaves|tea)|kratom|mitragynine|7-oh"
    r"|7-hydroxymitragynine)\b(?: (?:leaf|leaves|tea|powder|extracts?|products?|itself|also"
    r"|really|clearly|safely|can|will|does|do|may|could))*"
)
_CLAIM = _any(
    rf"{_KRATOM} (?:treats?|cures?|heals?|fix(?:es)?|relieves?|prevents?|eases?|lifts?|helps? (?:with|against)"
    # "works against depression", but not "works against seizure medicines"
    r"|works? (?:for|as|against(?! [\w -]{0,30}(?:medicine|drug))))\b",
    rf"{_KRATOM} (?:is|are) (?:(?:a|an|generally|perfectly|completely|totally|mostly|quite|very|entirely) )*"
    r"(?:safe|harmless|non-addictive|risk-free|effective|proven|cure|remedy|miracle)\b",
)
# What makes light of the harms; it denies, so a denial does not balance it, only somebody who says it.
_MADE_LIGHT = _any(
    rf"{_KRATOM} (?:is (?:\w+ )?safe and )?(?:has|have|carr(?:y|ies)) (?:no|few|hardly any) (?:known )?(?:risks?"
    rf"|side[- ]effects?|harms?|dangers?)\b",
    rf"{_KRATOM} (?:is|are) (?:not|never|hardly) (?:\w+ )?(?:addictive|habit-forming|dangerous|harmful|toxic"
    rf"|a (?:drug|risk))\b",
    r"\b(?:no ?body|no one|none) (?:has|have|was|is) (?:ever )?(?:been |got )?(?:harmed|hurt|died|killed"
    r"|made ill|hooked)\b",
    r"\b(?:nothing in (?:kratom|the leaf|it)|kratom|the leaf)(?: that)? (?:could|can|would|will) (?:not |never "
    r"|hardly )?(?:hurt|harm|damage)\b",
    r"\bno (?:\w+ )?(?:has|have) (?:ever )?(?:died|been (?:harmed|hurt))\b",
    r"\b(?:(?:is|are|it's|quite|perfectly|totally) (?:\w+ )?(?:safe|fine|ok|okay|harmless)"
    r"|without (?:any )?(?:risk|danger|harm)"
    r"|at no risk) (?:to (?:drive|work|mix|combine|drink|take|use)|(?:to|for) (?:\w+ ){0,2}(?:child|baby"
    r"|heart|liver)"
    r"|for (?:pregnant|nursing|children|kids|everyone|anybody|anyone|all))",
)
_DENIED = _any(
    r"\b(?:not|no|nor|never|none|nobody|neither|cannot|without|unproven|unknown|unclear|untested|myth|false)\b|n't\b",
    r"\b(?:doubt\w*|dispute\w*|disagree\w*|mislead\w*|mistake\w*|than|instead)\b",
    r"\b(?:whether|if|why|how|what|is kratom|does kratom)\b|\?$",
)
_OPEN = re.compile(
    r"\b(?:whether|if|why|how|what|is kratom|does kratom|nobody knows|not known|does not mean|never means|nor)\b"
    r"|\?$|\bnot (?:be )?(?:safe|mean)"
)
_SAID_OR_SEEN = _any(
    r"\b(?:sa(?:ys?|id|ying)|report\w*|believ\w+|claim\w*|argu\w+|conclud\w+|according|call(?:s|ed)?|describ\w+)\b",
    r"\b(?:told|thinks?|thought|felt|feel|wrote|alleg\w+|suggest\w*|advertis\w+|market\w*|promot\w+|sold as)\b",
    r"\b(?:stud(?:y|ies)|trials?|review\w*|surveys?|mice|rats|animals?|laborator\w+|test tube|users|people|some)\b",
    r"\blegal\b",
)


def dose_advice(loaded: LoadedCorpus) -> Iterator[Problem]:
    """No sentence tells how much to take, or calls an amount usual, enough or safe."""
    for words, found in matches(_ADVICE, statements(loaded)):
        yield DOSE_ADVICE.at(words.path, words.line, f"`{found}` reads as advice on how much to take")
    for words, found in matches(_CUSTOM, statements(loaded)):
        if not _has(_REPORTED, words) and not _has(_ADVICE, words):
            yield DOSE_ADVICE.at(words.path, words.line, f"`{found}` reads as an amount that is usual, enough or safe")
    for words, found in matches(_ANY_AMOUNT, statements(loaded)):
        if not any(_has(one, words) for one in (_WHOSE, _ADVICE, _CUSTOM)):
            yield DOSE_ADVICE.at(words.path, words.line, f"`{found}`: say whose figure it is, or leave the amount out")


def amounts(loaded: LoadedCorpus) -> Iterator[Problem]:
    """Passages on safety and harm reduction name no amounts at all."""
    for file in loaded.files:
        if file.article.topic not in CAREFUL_TOPICS:
            continue
        for section in file.sections:
            for line in section.lines:
                if found := _SMALL_AMOUNT.search(line.text.lower()):
                    message = f"`{found[0]}`: an amount in a passage on {file.article.topic} reads as a safe one"
                    yield AMOUNT.at(file.path, line.line, message)


def medicine_advice(loaded: LoadedCorpus) -> Iterator[Problem]:
    """No sentence tells the reader to stop or replace a medicine without naming who has to be asked."""
    let_go = [words for words in statements(loaded) if _has(_LETS_GO, words)]
    named = [words for words in statements(loaded) if _has(_NAMES_MEDICINE, words)]
    for words, found in chain(matches(_MEDICINE_ADVICE, named), matches(_by_name(loaded), let_go)):
        if not _has(_BALANCED, words):
            message = f"`{found}` tells the reader to stop a medicine; say what clinicians advise, or leave it out"
            yield MEDICINE_ADVICE.at(words.path, words.line, message)


def _by_name(loaded: LoadedCorpus) -> re.Pattern[str]:
    """Return what says of a medicine of interactions.yaml, by any of its names, that it can go or goes well along."""
    names = {name.lower() for one in loaded.corpus.interactions for name in (*one.members, *one.brands, one.name)}
    listed = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or "(?!)"
    return _any(
        rf"\b(?:{listed})\b(?: and [\w -]{{0,20}})? (?:can be (?:laid|put|set) (?:aside|down)|can be (?:stopped"
        rf"|dropped|skipped"
        r"|left out|replaced)|(?:becomes?|is|are) (?:unnecessary|superfluous|no longer needed|not needed|needless)"
        r"|(?:gets?|goes?|go|works?|mix(?:es)?) (?:along|well|fine|together well)\b)",
        rf"\bwhat (?:{listed})\b[^.;]{{0,20}}\bwithout a (?:prescription|doctor)\b",
        rf"\b(?:instead of|in place of|rather than) (?:your |the )?(?:{listed})\b[^.;]{{0,20}}$",
    )


def claims(loaded: LoadedCorpus) -> Iterator[Problem]:
    """No text presents kratom as a treatment or as safe in its own voice."""
    for words, found in matches(_CLAIM, statements(loaded)):
        if words.kind is not Kind.HEADER and not _has(_DENIED, words) and not _has(_SAID_OR_SEEN, words):
            message = f"`{found}` is said as a fact; deny it, or say whose word it is"
            yield CLAIM.at(words.path, words.line, message)
    for words, found in matches(_MADE_LIGHT, statements(loaded)):
        if words.kind is not Kind.HEADER and not _has(_OPEN, words) and not _has(_SAID_OR_SEEN, words):
            yield CLAIM.at(words.path, words.line, f"`{found}` makes light of the harms; say whose word it is")


def _has(pattern: re.Pattern[str], words: Words) -> bool:
    return pattern.search(words.text.lower()) is not None


RULES = (dose_advice, amounts, medicine_advice, claims)
