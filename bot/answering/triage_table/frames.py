"""Wordings that tell a question, a memory or an idiom from an emergency; rules take them as exceptions.

As in all exceptions, gaps do not reach past words such as "now"; those written ...-who do not reach past a particular
person ("he", "my friend", "i") either, so that "can you overdose? my friend is blue" stays an emergency.
"""

from bot.answering.triage_patterns import rows

# Long ago.
PAST = rows("""
    ... (in|since|around|during|before|by|summer|winter|fall|spring|of|late|early|{month}) {year} ...
    (in|since|around|during|before|summer of|late|early) {month}? {year} ...
    ... {ago} ...
    {ago} ...
""")
# Somebody asks how things are in general: what can happen, to anyone.
ASKED = rows("""
    (can|could|does|do|did|will|would|may|might|is it possible|is it true|are there|is there) (you|u|people|someone|
        somebody|anyone|anybody|one|a person|users|patients|teens|it|this|that|{kratom}|the|they|any|ppl|taking|mixing|
        using|quitting|a|an|too much|regular|long term|withdrawal|withdrawals) ...-who
    (has|have) (anyone|anybody|someone|people|there|you|any|it|kratom|7oh|they|users|ppl) ...-who
    (how|why|what|which|who|when) (many|often|common|likely|much|does|do|is|are|was|were|can|could|did|percent|people|
        drugs) (you|u|people|someone|anyone|one|a person|users|patients|it|this|that|{kratom}|the|of|some|any|kids|
        children|a|an|teens) ...-who
    (^|what|whats|are|any|know|list|about|recognize|which|some|other|common|early|main|on|of|for|and|spot|tell) (are|
        the|some|any|all|a|known|is)? (signs|symptoms|symptom|risk|risks|chance|chances|odds|rate|rates|reports|report|
        cases|case|causes|number|study|studies|research|data|statistics|stats|article|paper|evidence|link|links|warning|
        warnings|connection|definition|difference|epidemic|prevention|treatment|likelihood|probability|danger|dangers|
        mechanism) (of|for|on|about|between|that|from|with|in|to|and) ...-who
    (signs|symptoms) (someone|somebody|a person|you|people|that someone|that you|when someone) ...-who
    (is|are|was|can|could) ...-who (a|an|the|another|any)? (sign|symptom|side effect|sideeffect|effect|indication|
        indicator|signs|symptoms|thing) (of|from|with|for|on) ...-who
    what (does|do|is|are) ...-who (mean|indicate|signify|look like)
    (suicide|suicidal|overdose|seizure|seizures|death|poisoning|withdrawal|breathing|heart attack) (warning|warnings|
        risk|risks|prevention|rate|rates|statistics|stats|awareness|study|studies|research|data|reports|cases|deaths|
        symptoms|signs|treatment|protocol|training|kit|kits|case|death)
    (article|paper|report|documentary|essay|news|movie|song|book|podcast|episode|story|post|thread|video) (about|on|
        said|says|where|in which|called|of|that|saying|claims|claiming) ...-who
    (link|links|linked|connection|relationship|association|difference|interaction) (between|to|with) ...-who
    (kratom|7oh|mitragynine|it) (is|are|was|has been|have been|being|gets|got)? (linked|tied|associated|connected|known|
        shown|reported|blamed|said|thought|proven|found) ...-who
    (kratom|7oh|mitragynine|opioids) (can|could|may|might|will|does|doesnt|causes|cause|caused|causing|makes|make|leads|
        lead|gives|give|slows|slow|kills|kill|induced|related) ...-who
""")
# How often something is seen.
COUNTED = rows("""
    ...-who (how common|how often|how frequent|how frequently|how many cases|how likely|any data|any stats|
        any statistics|any studies|is that possible|is it possible|is this true|is that true) ...
""")
# What somebody has read, heard or been told.
REPORTED = rows("""
    (heard|read|reading) (that|about|of|a|on|in|online|how|somewhere|it|people|stories|some|from|one) ...-who
    (saw|seen|watched|found|read) (a|an|some|the|this|on|in|one) (study|studies|report|reports|post|posts|video|article|
        articles|documentary|thread|news|reddit|tiktok|youtube|paper|story|case) ...-who
    (said|says|say|told me|telling me|asked|asks|warned|warns|warned me|claims|wondering|wonders|wonder|mentioned|
        thinks|believes|insists|argues|keeps saying) (me|us)? (that|if|whether|about)? ({kratom}|it|this|you|people|
        someone|stuff|withdrawal|quitting) (can|could|causes|cause|might|may|makes|make|does|is|was|will|kills|would|
        withdrawal|users|use|has|had|kill|leads) ...-who
""")
# What would be, if.
HYPOTHETICAL = rows("""
    (if|when|whenever|unless|in case|after|before) (someone|somebody|anyone|people|you|u|one|kids|children|your|ur|
        users|they ever|i ever|i were|i was to|we ever|babies|toddlers|pets|dogs|cats|any|it|(a|an|the) (child|kid|baby|
        toddler|infant|person|user|dog|cat|pet|human|teen)) ...-who
    (what happens|what would happen|what if|what happen) (if|when)? (a|an|someone|somebody|anyone|people|you|u|one|kids|
        children|your|users|they|i ever) ...-who
    (dont want|never want|want to make sure|want to be sure|afraid|scared that|keep|prevent|avoid|how do i keep|
        how can i keep|how to keep|store|hide|lock|away from|out of reach) .. (my|the|our|kids|children|toddlers|pets|
        dog|cat|baby|toddler) ...
""")
# Small, passing, or known for a long time.
MILD = rows("""
    (slightly|slight|mild|mildly|minor|sometimes|occasionally|occasional|every time|whenever|only when|only after|
        now and then|once in a while|from time to time) ..
    ... (sometimes|occasionally|every time i|whenever i|only when i|when i exercise|when i work out|at the gym|
        for years|for months|once in a while|now and then|anymore since i quit|went away|got better|from time
        to time|when i climb stairs|when i run)
""")
