"""Rules on text that could do harm by itself: addresses, phone numbers, instructions to a machine, words that blame.

Patterns see text in lower case.
"""

import re
from collections.abc import Iterator
from itertools import chain

from corpus.codes import INJECTION, LINK, PHONE, WORDING
from corpus.loader import LoadedCorpus
from corpus.problems import Problem
from corpus.texts import everything, matches, notice_words, statements

_TOP_LEVEL = (
    "com|org|net|gov|edu|mil|int|info|biz|shop|store|online|site|health|news|io|co|us|uk|de|eu|cz|nl|fr|es|it|pl|se|dk"
    "|ca|au|nz|in|jp|cn|ru|ch|at|be|ie|me|tv|gg|ly|app|dev|xyz|club|link|to"
)
_LINK = re.compile(
    rf"\bh(?:tt|xx)ps?:|\bwww\b|\b[\w.+-]+@[\w-]+\.\w+|\w ?(?:\(dot\)|\[dot\]| dot ) ?(?:{_TOP_LEVEL})\b"
    rf"|\b[a-z0-9](?:[a-z0-9-]*\.)+(?:{_TOP_LEVEL})\b(?!\.\w)|\bdiscord\.gg\b"
    r"|\b(?:message|contact|dm|pm|write to|follow|find|join) us\b"
    r"|\bon (?:telegram|whatsapp|wickr|threema|snapchat|instagram|tiktok|onlyfans)\b"
)
_NOT_IN_FIGURE = r"(?![\w%]|[.,]\d)"
_PHONE = re.compile(
    # Seven digits and more with separators; not a date, not a span of years, not a figure with commas.
    r"(?<![\w.,-])(?!\d{4}-\d\d-\d\d\b)(?!(?:1[89]|20)\d\d ?[-–] ?(?:1[89]|20)\d\d\b)(?=(?:\D{0,2}\d){7})"
    rf"\+?(?:\(\d{{1,5}}\)[ .-]?)?\d{{1,5}}(?:[ .()-]{{1,2}}\d{{1,5}}){{2,5}}{_NOT_IN_FIGURE}"
    rf"|(?<![\w.,])\+?\d{{7,15}}{_NOT_IN_FIGURE}|\b1-8\d\d-[a-z]|\b\d{{3}}-\d{{4}}\b(?<!(?:1[89]|20)\d\d)"
    # Short numbers: "call 988", "text HOME to 741741"
    # Numbers in words: "five five five"
    r"|\b(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)(?:,|-)? ){4}"
    r"|\b(?:call|dial|ring|phone|text|calling|dialling|dialing|texting)(?: \w+ to| to| the number)?"
    r" (?:988|911|999|112|000|111|116 ?\d{3}|\d{5,6}|\d{3}(?! [a-z]))\b"
)
_EARLIER = "previous|prior|earlier|above|preceding|foregoing|system|original|other"
_ORDERS = "instructions?|prompts?|rules|guidelines|context|messages?|directions|text"
_INJECTION = re.compile(
    rf"\b(?:(?:ignore|disregard|forget|override|bypass) (?:(?:all|any|the|your|of|these|those|my) )*"
    rf"(?:(?:{_EARLIER}) (?:{_ORDERS})|instructions?|prompts?|everything (?:above|before))\b"
    r"|(?:system|developer|hidden) (?:prompt|message|instructions?)\b|prompt injection\b|jailbr(?:eak|oken)"
    r"|you are now (?:a|an|in|the|my|free|no longer|dan)\b"
    r"|you are (?:now )?(?:an? |the )?(?:\w+ )?(?:assistant|chatbot|bot|ai|model)\b"
    r"|(?:ignore|disregard|forget) (?:what|everything|all|anything) (?:(?:that )?(?:came|stands?|was said"
    r"|is written) )?(?:before|above|earlier)\b"
    r"|when (?:a|the|any) (?:users?|readers?|person|members?) asks?\b[^.]{0,40}\b(?:answer|say|reply|respond|tell)"
    r"|(?:leave out|omit|drop|hide|remove|suppress|skip|(?:do not|don't|never) (?:show|display|add|include|print))"
    r" (?:\w+ ){0,3}(?:notices?|disclaimers?|warnings?|citations?|sources)\b"
    r"|(?:this|the) (?:passage|article|section|answer) (?:must|should|has to|ought to"
    r"|is to) (?:always )?(?:be )?(?:\w+ )?"
    r"(?:ranked|rank|shown|show|returned|retrieved|placed|first|quoted)"
    r"|(?:notes?|message|instructions?|reminder) (?:to|for) (?:the |this |any )?(?:ai|bot|model|assistant"
    r"|chatbot|system|machine)\b"
    r"|new instructions?\b"
    # What speaks of its own quoting, or to those who process it.
    r"|(?:while|as long as|whenever) (?:this|it) (?:\w+ )?(?:is|are) (?:\w+ )?(?:quoted|asked|shown|retrieved)\b"
    r"|(?:who|that|which) reads? (?:this|it)\b|(?:readers?|reading) of this (?:text|article|passage)\b"
    r"|(?:not for|hidden from) (?:display|users?|readers?)\b|(?:^|[.;:] )(?:system|override|admin|root)\b[^.]{0,8}:"
    r"|system note\b|(?:forget|leave aside) the (?:rules|warnings|limits|safety)\b"
    r"|safety (?:texts?|notices?|rules) (?:are|is|can be) (?:switched|turned) off\b|tell them of this (?:passage"
    r"|article)\b"
    r"|as an? (?:ai|a\.i\.|llm|(?:large )?language model|chatbot)\b"
    r"|repeat (?:after me|the following)\b|from now on,? you\b|pretend (?:to be|that you|you are)\b"
    r"|(?:reveal|print|show|output) your (?:instructions|prompt|rules|system)\b|new instructions?:"
    r"|(?:do not|don't|never) (?:tell|inform|show|warn) (?:the )?users?\b"
    r"|(?:reply|respond|answer) (?:only )?with (?:the words?|exactly|only)\b|begin your (?:answer|reply|response)\b"
    r"|instructions? (?:for|to) the (?:ai|model|bot|chatbot|assistant)\b)"
    r"|<\|[a-z_]+\|>|\[/?inst\]|<</?sys>>|^(?:system|assistant|user):"
)
_WORDING = re.compile(
    r"\b(?:addicts?|abusers?|junkies?|druggies?|dope ?fiends?|crackheads?|potheads?|stoners?|drunkards?"
    r"|weaklings?|better (?:to die|dead)|better off dead|only themselves to blame|(?:go and )?kill yourself"
    r"|alcoholics(?! anonymous)|commit(?:s|ted|ting)? suicide)\b"
)


def instruction_in(text: str) -> str:
    """Return the words of a text that read like an instruction to a machine; nothing where there are none."""
    found = _INJECTION.search(text.lower()) if " " in text else None
    return found[0].strip() if found else ""


def links(loaded: LoadedCorpus) -> Iterator[Problem]:
    """No web address stands in what the corpus states: sources carry theirs, and a notice needs none."""
    for words, found in matches(_LINK, chain(statements(loaded), notice_words(loaded))):
        yield LINK.at(words.path, words.line, f"`{found}` is a web address")


def phones(loaded: LoadedCorpus) -> Iterator[Problem]:
    """No phone number stands in a text: it would be shown without its country and the date it was checked."""
    for words, found in matches(_PHONE, chain(statements(loaded), notice_words(loaded))):
        yield PHONE.at(words.path, words.line, f"`{found}` looks like a phone number")


def injections(loaded: LoadedCorpus) -> Iterator[Problem]:
    """No text speaks to a language model, for the corpus may be read by one."""
    for words in everything(loaded):
        if found := instruction_in(words.text):
            yield INJECTION.at(words.path, words.line, f"`{found}` reads like an instruction to a machine")


def wording(loaded: LoadedCorpus) -> Iterator[Problem]:
    """People who use kratom are the readers, and are not called names."""
    for words, found in matches(_WORDING, statements(loaded)):
        yield WORDING.at(words.path, words.line, f"`{found}`: write what people do, such as people who use kratom")


RULES = (links, phones, injections, wording)
