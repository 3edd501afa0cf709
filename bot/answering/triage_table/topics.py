"""The topics under whose answers a help line stands, although nobody is in danger now."""

from bot.answering.triage_patterns import Rule, rows

RULES = (
    Rule(
        id="topic-death",
        verdict=None,
        means="The message is about deaths, overdoses or poisonings.",
        patterns=rows("""
            (overdose|overdoses|overdosed|overdosing|od|ods|oded|oding|ld50|fatal|fatality|fatalities|lethal|deadly|
                death|deaths|died|autopsy|narcan|naloxone|poisoned|poisoning|poisonings|poison|coroner)
            (die|dies|dying|kill|kills|killed|dead|mortality) .. (from|of|after|you|someone|people|anyone|kratom|7oh|
                him|her|a|if|mixing|on|with|healthy|from it|me|ya|somebody)
            ({kratom}|it|that|people|someone|anyone|you|who|man|woman|guy|teen|friend|brother|sister|cousin|could|can|
                will) .. (die|died|dies|dying|kill|kills|killed|dead|passed away)
            (stop|stops|stopped|slow|slows|depress*) .. breathing
            respiratory (depression|arrest|failure)
        """),
        exceptions=rows("""
            (dying|die) (to|for|laughing|of laughter) ...
            (phone|battery|laptop|car|plant|conversation|chat|server|channel) .. (died|dead|dying|is dead) ...
            (killing|kill|kills) (me|it|two|time|the) ...
        """),
        fires="has anyone died from kratom alone",
        quiet="i'm dying to know what maeng da means",
    ),
    Rule(
        id="topic-suicide",
        verdict=None,
        means="The message is about suicide or self-harm.",
        patterns=rows("""
            (suicide|suicidal|suicides|suicidality|self harm|selfharm|self injury|killed (himself|herself|themselves)|
                kill (yourself|themselves|himself|herself))
        """),
        exceptions=rows("""
            suicide (squad|burn|doors|wings) ...
        """),
        fires="does quitting kratom raise the risk of suicide",
        quiet="does quitting kratom raise blood pressure",
    ),
    Rule(
        id="topic-seizure",
        verdict=None,
        means="The message is about seizures.",
        patterns=rows("""
            (seizure|seizures|convulsion|convulsions|convulsing|seizing)
        """),
        exceptions=rows("""
            seizure (meds|medication|medicine) ...
        """),
        fires="can kratom lead to seizures",
        quiet="can kratom lead to weight loss",
    ),
)

CONTINUATIONS = (
    Rule(
        id="goes-on",
        verdict=None,
        means="The message goes on from the one before it.",
        patterns=rows("""
            {they}
            ^ (and|but|also|now|then|yes|yeah|yea|yep|ya|no|nope|because|cuz|still|ok|okay|pls|please|help|hello|well|
                so|or|idk|i dont know|im|i feel|my)
            (what|wat) (do|should|can) i do
            (should|do|can) (i|we) (call|go|take|be worried|worry|wait|need|give)
            is (that|this|it) (bad|dangerous|serious|an emergency|ok|okay|normal|too much|fatal|deadly|poison*)
            (scared|worried|panicking|freaking out|help me|help us)
        """),
        exceptions=rows("""
            (legal|law|illegal|cost|strain|strains|buy|price|addictive|natural)
        """),
        fires="now he won't talk to me",
        quiet="is kratom legal in ohio",
    ),
)
