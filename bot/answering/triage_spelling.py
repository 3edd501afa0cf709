"""Words of emergencies whose misspellings are looked for, and misspellings that are further off than one letter."""

# Known with one letter wrong, missing or added, or two exchanged. No other common word is so near to any of these.
LONG_WORDS = tuple(
    """
    suicide suicidal himself herself overdose overdosed overdosing breathing unconscious unresponsive responding
    seizure seizures convulsing convulsions swallowed toddler hallucinating withdrawal withdrawals poisoned ambulance
    emergency collapsed gurgling threatening stabbing
    """.split()
)
# Too short for that, but known with stars or spaces in them.
SHORT_WORDS = ("kill", "killing", "die", "dying", "dead", "myself")

_SPELLINGS = {
    "suicide": "suiside sucide suecide sueside suicid siucide suicied sewerslide sewercide soocide sewicide",
    "suicidal": "suicidle suicidel suisidal sucidal suecidal",
    "unalive": "unaliv unaliving unalived unaliveing",
    "kill": "kil kll killl kiill",
    "killing": "kiling killin kllin",
    "myself": "myslef mysef mysel myselff meself mysefl myslf",
    "himself": "himslef himselve hisself",
    "herself": "herslef",
    "die": "diee dye",
    "forever": "4ever foreva 4evr",
    "before": "b4",
    "want": "wnat watn wan",
    "wanna": "wana wnna waana",
    "overdose": "overdoes overdoze overdos ovrdose overdoase oberdose",
    "overdosed": "overdosd overdoesd overdozed overdoseed",
    "overdosing": "overdoseing overdozing",
    "breathing": "brething breating breatheing breathin brething breething breathng brthing berathing breathig",
    "breathe": "brethe breth breeth breath braethe",
    "unconscious": "unconcious unconsious unconscous unconcius unconshus unconsius unconchus unconscience unconsces",
    "unresponsive": "unresponisve unrespnsive unresponcive",
    "seizure": "siezure seisure seezure seizer sezure ceasure seziure seizur sezure seziure siezur",
    "seizures": "siezures seisures seezures seziures sezures",
    "seizing": "siezing seezing sezing",
    "convulsing": "convulcing convolsing",
    "swallowed": "swalowed swallowd swollowed swolowed swalled",
    "toddler": "todler toddeler toddlr toodler",
    "baby": "babby bby",
    "hallucinating": "halucinating hallucenating hallusinating halusinating hallicunating",
    "withdrawal": "withdrawl withdraw withdrawel widrawal widthdrawal withdrawel",
    "withdrawals": "withdrawls withdraws withdrawels widrawals",
    "withdrawing": "withdrawling withdrawaling",
    "friend": "frend freind firend frien",
    "poisoned": "poisened posioned poisond",
    "ambulance": "ambulence ambulanse ambalance",
    "collapsed": "colapsed collasped",
    "responding": "respondin respoding",
    "unresponding": "unrespondig",
    "kratom": "kratum kratem kraytom kratm krotom cratom kradom ktatom",
    "much": "mcuh muhc mutch mch muchh",
    "life": "lyfe lief",
    "should": "shuold shoud shuld shold",
    "tonight": "tonite 2nite 2night tonihgt",
    "tomorrow": "tmrw tmr tomorow tommorow tommorrow",
    "wake": "wke waek",
    "dont": "dnt",
    "i": "ii",
    "be": "b",
    "you": "u",
    "are": "r",
    "and": "n nd",
    "with": "w wit",
    "about": "abt abut bout",
    "your": "ur",
    "going": "goin goign",
    "taper": "tapper",
    "capsules": "capsuls capsuels",
    "chest": "chset",
    "pulse": "pluse",
}

MISSPELLINGS = {wrong: right for right, several in _SPELLINGS.items() for wrong in several.split()}
