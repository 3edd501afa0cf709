"""Rules on advice: no amount to take, no medicine to stop, no promise that kratom treats or is safe (promise P6).

A report of what a study gave passes; a sentence that tells the reader what to take, or what is usual or enough, does
not. Patterns see text in lower case, one sentence at a time.
"""

import re
from collections.abc import Iterator

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
    r"\b(?:should|ought to|need to|must|(?:can|may) safely|(?:are|is) advised to|(?:best|better|safe|safest|fine|ok) to"
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
_SMALL_AMOUNT = re.compile(rf"{_DIGITS}(?: |-)?{_UNIT}")

_MEDICINE = (
    r"(?:(?:your|the|any|all|their|other|prescribed|prescription|daily|regular) )*(?:medicines?|medications?|meds|pills"
    r"|tablets|prescriptions?|antidepressants?|antipsychotics?|ssris?|snris?|benzodiazepines?|blood thinners?|insulin"
    r"|lithium|methadone|buprenorphine|suboxone|heart drugs?|treatment)\b"
)
_STOP = (
    r"(?:stop|quit|skip|drop|halve|reduce|lower|cut|replace|swap|(?:come|go|get) off|give up|discontinue|pause)"
    r"(?: taking| using| down on)?"
)
_CAN = r"\b(?:people|users|patients|anyone|everyone) (?:can|could|may|might) (?:safely |simply )?"
_MEDICINE_ADVICE = re.compile(rf"(?:{_CLAUSE}|{_ADVISED}|{_CAN}){_STOP} {_MEDICINE}")
_BALANCED = _any(
    r"\b(?:not|never|nobody|no one|unless|only|planned|prescribes)\b|n't\b",
    r"\b(?:before|without) (?:asking|talking|speaking)\b",
    r"\b(?:doctors?|prescribers?|clinicians?|pharmacists?|supervis\w+)\b",
)

_KRATOM = (
    r"\b(?:kratom|mitragynine|7-oh|7-hydroxymitragynine)\b(?: (?:leaf|leaves|tea|powder|extracts?|products?|itself|also"
    r"|really|clearly|safely|can|will|does|do|may|could))*"
)
_CLAIM = _any(
    rf"{_KRATOM} (?:treats?|cures?|heals?|fix(?:es)?|relieves?|prevents?|eases?|lifts?|helps? (?:with|against)"
    # "works against depression", but not "works against seizure medicines"
    r"|works? (?:for|as|against(?! [\w -]{0,30}(?:medicine|drug))))\b",
    rf"{_KRATOM} (?:is|are) (?:(?:a|an|generally|perfectly|completely|totally|mostly|quite|very|entirely) )*"
    r"(?:safe|harmless|non-addictive|risk-free|effective|proven|cure|remedy|miracle)\b",
)
_DENIED = _any(
    r"\b(?:not|no|nor|never|none|nobody|neither|cannot|without|unproven|unknown|unclear|untested|myth|false)\b|n't\b",
    r"\b(?:doubt\w*|dispute\w*|disagree\w*|mislead\w*|mistake\w*|than|instead)\b",
    r"\b(?:whether|if|why|how|what|is kratom|does kratom)\b|\?$",
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
    for words, found in matches(_MEDICINE_ADVICE, statements(loaded)):
        if not _has(_BALANCED, words):
            message = f"`{found}` tells the reader to stop a medicine; say what clinicians advise, or leave it out"
            yield MEDICINE_ADVICE.at(words.path, words.line, message)


def claims(loaded: LoadedCorpus) -> Iterator[Problem]:
    """No text presents kratom as a treatment or as safe in its own voice."""
    for words, found in matches(_CLAIM, statements(loaded)):
        if words.kind is not Kind.HEADER and not _has(_DENIED, words) and not _has(_SAID_OR_SEEN, words):
            message = f"`{found}` is said as a fact; deny it, or say whose word it is"
            yield CLAIM.at(words.path, words.line, message)


def _has(pattern: re.Pattern[str], words: Words) -> bool:
    return pattern.search(words.text.lower()) is not None


RULES = (dose_advice, amounts, medicine_advice, claims)
