"""The named word lists that the triage rules use: {kin} in a rule stands for any of the words of "kin" here."""

WORDS = {
    # people
    "kin": (
        "friend|friends|buddy|mate|bro|brother|sister|sis|bf|gf|boyfriend|girlfriend|roommate|roomate|roomie|flatmate"
        "|housemate|husband|hubby|wife|wifey|partner|fiance|fiancee|spouse|mom|mum|mother|mama|dad|father|papa|son|daughter"
        "|uncle|aunt|cousin|grandma|grandpa|grandmother|grandfather|nan|gran|neighbor|neighbour|coworker|colleague|ex|bestie"
        "|homie|cuz|kid|nephew|niece|child|teen|teenager|stepdad|stepmom|stepson|pal|sponsor|tenant|girl|man|boss"
    ),
    "they": "he|she|they|hes|shes|theyre|him|her|them|shell|hell|theyll|hed|shed",
    "someone": (
        "{they}|{kin}|this guy|this dude|this girl|this person|this kid|a guy|some guy|guy|dude|some dude|some girl|a girl"
        "|lady|this woman|this man|someone here|somebody here|someone at|person with me"
    ),
    "my": "my|our|his|her|their|the|a|moms|dads|friends|wifes|brothers|sisters|your|ur|me",
    "self": "myself|my self|mself|meself",
    "themself": "himself|herself|themself|themselves|him self|her self|theirself",
    "kid": (
        "toddler|baby|infant|newborn|child|kid|kids|children|son|sons|daughter|boy|girl|nephew|niece|grandson"
        "|granddaughter|grandkid|grandchild|grandbaby|little one|lil one|little brother|little sister|baby brother"
        "|baby sister|kiddo|kindergartner|kindergartener|preschooler|first grader|second grader|stepson|stepdaughter"
        "|godson|goddaughter|twins|#1-17 (year|yr|month|mo|week|yo) old|#1-17 (yo|yr|yrs|y o)|one year old"
    ),
    "pet": "dog|dogs|doggo|puppy|pup|cat|cats|kitten|kitty|pet|pets|rabbit|bunny|horse|parrot|ferret|hamster|guinea pig",
    # substances
    "kratom": (
        "kratom|7oh|7 hydroxy|7hydroxy|mitragynine|mitragyna|7ohm|7 ohm|maeng da|red bali|green malay|red vein|white vein"
        "|green vein|borneo|feel free|tianeptine|phenibut|7 hydroxymitragynine|hydroxymitragynine|oh pills|mit|mgm 15|opms"
        "|kratom extract|kratom powder|kratom tea|kratom capsules|kratom pills|kratom shots|kratom products"
    ),
    "stuff": (
        "{kratom}|it|some|pill|pills|capsule|capsules|caps|tablet|tablets|tab|tabs|gummy|gummies|gummie|powder|shot|shots"
        "|extract|stash|tea|leaf|leaves|chocolate|chocolates|seltzer|drink|edible|bag|bottle|bottles|jar|container|one of|a bunch"
        "|two of|a few|a lot|something|vape|supplement|supplements|half a|all of|one|syringe|pack"
    ),
    "unit": "g|gs|gm|gms|gram|grams|gr|grms",
    "pills": "pills|pill|tabs|tablets|caps|capsules|shots|bottles|packs|xanax|xans|bars|oxys|percs|gummies|k pins|kpins|valium",
    # time
    "now": "now|rn|right now|atm|today|tonight|currently|this minute|this second|as we speak|asap|help|plz|pls|please",
    "year": "19## |20##",
    "took": (
        "took|taken|taking|ate|eaten|drank|drunk|drink|swallowed|downed|chugged|popped|had|have had|ingested|consumed|used"
        "|slammed|snorted|parachuted|gulped|injected|shot up|dosed|did|done|toss n washed|eating|drinking"
    ),
    "wont": (
        "wont|cant|can not|cannot|doesnt|does not|dont|isnt|is not|not|arent|aint|couldnt|wouldnt|didnt|will not|no longer"
        "|barely|hardly|never|unable to|stopped|isn|won|hard to|impossible to|struggling to|keeps not|refuses to"
    ),
    "want": (
        "want to|wanna|wants to|wanted to|wanting to|need to|gonna|going to|goin to|about to|bout to|ready to|plan to"
        "|planning to|plans to|planning on|decided to|like to|trying to|tryna|try to|tried to|thinking about|thinking of"
        "|thinkin about|thinkin of|thinking abt|think about|thought about|thoughts of|urge to|urges to|might|will|ill|im|should just|should|gotta"
        "|tempted to|hoping to|hope to|wish i could|love to|have to|finna|fixing to|want|feel like|contemplating|considering"
        "|ways to|way to|how to|how do i|how can i|talking about|talks about|fantasizing about|fantasize about|could just|let me|lemme"
    ),
}
