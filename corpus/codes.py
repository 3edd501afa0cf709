"""Every kind of finding of `python -m corpus check`, in one table. A rule can only report what stands here."""

from corpus.problems import Code, Severity

# Reading: what cannot be read is left out of the corpus.
FRONT_MATTER = Code("FRONT_MATTER", "the front matter is missing or cannot be read", Severity.INVALID)
UNREADABLE = Code("UNREADABLE", "the file cannot be opened", Severity.INVALID)
TOO_LARGE = Code("TOO_LARGE", "the file is larger than any article or table should be", Severity.INVALID)
ENCODING = Code("ENCODING", "the file is not UTF-8", Severity.INVALID)
EMPTY = Code("EMPTY", "the article has no text", Severity.INVALID)
MARKER = Code("MARKER", "a citation marker or a comment cannot be read or is not closed", Severity.INVALID)
TABLE = Code("TABLE", "a table or a row of it cannot be read", Severity.INVALID)
NOTICE = Code("NOTICE", "a notice lacks its short or its full form", Severity.INVALID)
DUPLICATE_ID = Code(
    "DUPLICATE_ID", "an id that an earlier article, record, source or card has; only that one counts", Severity.INVALID
)

# Form of articles.
META_MISSING = Code("META_MISSING", "the front matter lacks a key that every article has")
META_UNKNOWN = Code("META_UNKNOWN", "a key of the front matter, or a mark of a heading, that nothing reads")
ID_PATH = Code("ID_PATH", "the id is not the file name, or the topic is not the folder name")
REVIEW_ORDER = Code("REVIEW_ORDER", "the next review does not come after the last one")
REVIEW_DUE = Code("REVIEW_DUE", "the date of the next review has passed", Severity.WARNING)
UNREVIEWED = Code("UNREVIEWED", "a draft that nobody has reviewed; it is shown as such", Severity.WARNING)
ANCHOR_MISSING = Code("ANCHOR_MISSING", "a heading has no {#anchor}, so that its id changes with its words")
DUPLICATE_ANCHOR = Code("DUPLICATE_ANCHOR", "two headings of an article have the same anchor")
DEAD_ANCHOR = Code("DEAD_ANCHOR", "a passage is named that does not exist")
QUESTIONS = Code("QUESTIONS", "a passage does not list three to eight questions")
DUPLICATE_QUESTION = Code("DUPLICATE_QUESTION", "two passages list the same question")
LENGTH = Code("LENGTH", "a passage is shorter or longer than passages should be")

# Citations and sources.
UNCITED = Code("UNCITED", "a sentence cites no source")
UNKNOWN_SOURCE = Code("UNKNOWN_SOURCE", "a source is cited that sources.yaml does not have")
GRADE_UNKNOWN = Code("GRADE_UNKNOWN", "the words of a citation name no grade of evidence")
GRADE_MISSING = Code("GRADE_MISSING", "neither the citation nor its source states a grade of evidence")
ATTRIBUTION = Code(
    "ATTRIBUTION",
    "a sentence rests on advocacy, trade or press alone and does not say whose word it is",
    Severity.WARNING,
)
SOURCE_FIELD = Code("SOURCE_FIELD", "a field of a source is missing or malformed")
VENDOR_LINK = Code("VENDOR_LINK", "a source is a seller's page and is not marked as such (tier C)")
UNUSED_SOURCE = Code("UNUSED_SOURCE", "a source that nothing cites", Severity.NOTE)
UNKNOWN_FACT = Code("UNKNOWN_FACT", "a passage names a fact card that facts.yaml does not have")
FACT_SOURCE = Code("FACT_SOURCE", "a source is cited that none of the passage's fact cards rests on", Severity.NOTE)

# Dangerous text.
LINK = Code("LINK", "a web address stands in the text; addresses belong to sources.yaml")
PHONE = Code("PHONE", "a phone number stands in the text; numbers belong to crisis_lines.yaml")
DOSE_ADVICE = Code("DOSE_ADVICE", "an amount is put as advice, as usual or as safe")
AMOUNT = Code("AMOUNT", "a passage on safety or harm reduction names an amount")
MEDICINE_ADVICE = Code("MEDICINE_ADVICE", "the reader is told to stop, skip or replace a medicine")
CLAIM = Code("CLAIM", "kratom is said to treat, cure or be safe, with neither denial nor attribution")
INSTRUCTION = Code("INSTRUCTION", "the reader is told to take, make or buy something")
SELLING = Code("SELLING", "a seller, a price or a way to buy is recommended")
EVASION = Code("EVASION", "a way past a drug test, customs or a law is told")
MAKING = Code("MAKING", "a way to extract, change or strengthen kratom is told")
ADDRESS = Code("ADDRESS", "a source's address hides where it leads or poses as another's")
WORDING = Code("WORDING", "a word that blames people who use drugs")
INJECTION = Code("INJECTION", "words that address a language model or its instructions")
MENTION = Code("MENTION", "Discord would read this as a mention or a command")
HIDDEN_CHARACTER = Code("HIDDEN_CHARACTER", "an invisible, bidirectional or control character")
LOOK_ALIKE = Code("LOOK_ALIKE", "a word has letters of another alphabet that look like Latin ones")
MARKUP = Code("MARKUP", "Markdown or HTML stands in a sentence or heading")

# Style.
LEAD = Code("LEAD", "the first sentence of a passage leans on something before it")
SENTENCE_END = Code("SENTENCE_END", "a sentence does not end with a full stop, question or exclamation mark")
SENTENCE_LENGTH = Code("SENTENCE_LENGTH", "a sentence of more than 45 words", Severity.WARNING)
READING_GRADE = Code("READING_GRADE", "a passage is hard to read (grade above 14)", Severity.WARNING)
READING_MEDIAN = Code("READING_MEDIAN", "half of all passages are too hard to read (grade above 10)")
NEAR_DUPLICATE = Code("NEAR_DUPLICATE", "two passages say the same in nearly the same words")

# Tables.
LAW_DATE = Code("LAW_DATE", "the dates of a law record are missing, impossible or further apart than its kind allows")
LAW_UNDATED = Code("LAW_UNDATED", "the first sentence of a law record neither has a date nor says that there is none")
LAW_PARENT = Code("LAW_PARENT", "the place that a law record belongs to has no record")
ALIAS = Code("ALIAS", "two records go by the same name")
INTERACTION_LEVEL = Code("INTERACTION_LEVEL", "the level of an interaction does not fit what it rests on")
GLOSSARY_CLASS = Code("GLOSSARY_CLASS", "a glossary term points to a substance class that does not exist")
CRISIS_LINE = Code("CRISIS_LINE", "a help line lacks a source, a date or a way to reach it that looks right")
NOTICE_MISSING = Code("NOTICE_MISSING", "a notice that the bot falls back on has no file")
# Translations of notices; warnings, so that an English notice can be mended at once, whoever knows the other languages.
TRANSLATION_MISSING = Code(
    "TRANSLATION_MISSING", "a notice has no translation into a language that others have", Severity.WARNING
)
TRANSLATION_STRAY = Code(
    "TRANSLATION_STRAY", "a translation of a notice that does not exist, or in no known language", Severity.WARNING
)
TRANSLATION_STALE = Code("TRANSLATION_STALE", "the English notice changed after it was translated", Severity.WARNING)
TRANSLATION_FACTS = Code(
    "TRANSLATION_FACTS", "a translation has other numbers or names of products than the English", Severity.WARNING
)
TRANSLATION_LENGTH = Code(
    "TRANSLATION_LENGTH", "a translation is so long or short that it cannot say the same", Severity.WARNING
)

# Triage.
PHRASE = Code("PHRASE", "an example phrase of triage cannot be read, or its kind is unknown", Severity.INVALID)
PHRASE_TWICE = Code("PHRASE_TWICE", "an example phrase of triage stands twice")
PHRASES_FEW = Code("PHRASES_FEW", "there are too few example phrases of a kind of crisis or refusal")

CODES: tuple[Code, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Code))
