"""The rules for children and pets that swallowed some, and for seizures."""

from bot.answering.models import CrisisKind
from bot.answering.triage_patterns import Rule, rows
from bot.answering.triage_table.frames import ASKED, COUNTED, HYPOTHETICAL, PAST, REPORTED

RULES = (
    Rule(
        id="child-swallowed",
        verdict=CrisisKind.CHILD,
        means="A child has swallowed some, or may have.",
        patterns=rows("""
            {child} .. (found|discovered|opened|reached|grabbed|pulled out|climbed) .. {stuff}
            {kid} .. (thought|mistook|mistaken|confused|thinking|thinks) .. (candy|candies|chocolate|juice|food|snack|
                snacks|sweets|milk|tea|gum)
            {kid} ... {swallowed} .. {stuff}
            {kid} .. (got|gotten|getting|gets|broke|went) (in to|into|in|hold of|ahold of|a hold of|at|her hands on|
                his hands on|their hands on)
            {kid} .. (has|had|have|put|puts|with|got) .. {stuff} .. (in|on|all over|around) (his|her|their|its|the)
                (mouth|lips|face|hands|tongue|bottle|cup|sippy)
            {kid} .. (just|accidentally|might have|may have|somehow|possibly|mightve|mayve) .. {swallowed}
            (just|accidentally|by accident|somehow|apparently) {swallowed} .. (hes|shes|he is|she is|theyre) (only|
                just)? #1-12
            (hes|shes|he is|she is|is|theyre|aged|age|only|im) (only|just|almost|about)? #1-12 .. {swallowed} .. {stuff}
            {swallowed} .. {stuff} .. (hes|shes|he is|she is|theyre) (only|just|almost|about|like)? #1-12
            (found|caught|saw|walked in on|see) .. {kid} .. (eating|chewing|licking|drinking|playing with|munching|
                sucking) .. {stuff}
            (found|caught|saw|walked in on) .. {child} .. (with|holding) .. {stuff}
            {stuff} .. {swallowed} .. by .. {kid}
            (gave|given|fed) .. {kid} .. {kratom} .. (by mistake|accidentally|by accident|instead|help|now|sleepy|wont|
                isnt|throwing|vomiting|drowsy)
            (accidentally|by mistake|by accident|mistakenly) (gave|given|fed) .. {kid}
            {kid} (took|has taken|had|drank|did) .. {stuff} .. (throwing|vomiting|puking|sick|passed|sleepy|wont|cant|
                isnt|shaking|dizzy|drowsy|help|breathing|limp|pale|acting|out of it|worried|scared|now)
            {child} (just|accidentally|must have|mustve|might have|may have)? (took|has taken|had|drank|taken) ..
                {stuff}
            (swallowed|ate|drank|ingested) .. {kratom} .. {child}
            (hes|shes|he is|she is|{kid} is|whos|aged|age) (only|just|about)? #1-12 (and|,)? (he|she|who)? (just|has|
                also)? (took|had|taken|did|drank) .. {stuff}
        """),
        frames=(*PAST, *HYPOTHETICAL, *COUNTED),
        exceptions=rows("""
            ^ (kids|children|toddlers|babies|infants|teens) (accidentally|ever)? (eating|ingesting|swallowing|getting|
                drinking|consuming|exposed|chewing) (in|into|to)? (a|an|the|some|{kratom}|kratom|gummies) ...
            (can|could|should|may|is it ok|is it okay|is it safe|safe for|ok for|okay to|allowed|let|letting|want|wants|
                wanted|asked|like) .. {kid} .. (to|for|about|have|take|drink|eat|try|using) ...
            {kid} .. (wants|wanted|asked|asking|curious|would like|thinking) ...
            (do|does|did|are|were|how many|when|why) (kids|children|babies|infants|toddlers|teens|a child|a baby|
                other kids|many kids) ...
            {kid} (is|was|has been|had been|started|keeps|likes) (taking|using|doing|drinking) ...
            {kid} (got|getting) (into|in) (trouble|college|a (fight|school|good|wreck|program)|an accident|school|
                the (army|navy|car|habit)|fights|an accident|debt|recovery|rehab|kratom last|using|taking|university|
                med|it because|it to|kratom to|kratom for|kratom because)
            (like|act|acts|acting|spoiled|spoilt) .. (a|an)? (baby|child|kid|toddler) ...
            {kid} .. (ate|drank|eating|drinking) .. (dinner|lunch|breakfast|milk|food|pizza|before|while i|after i) ...
        """),
        fires="my toddler just ate some of my kratom powder",
        quiet="what happens if a child eats kratom",
    ),
    Rule(
        id="pet-swallowed",
        verdict=CrisisKind.OVERDOSE,
        means="A pet has swallowed some.",
        patterns=rows("""
            {pet} .. {swallowed} .. {stuff}
            {pet} .. (got|gotten|getting|broke) (in to|into|in|hold of|ahold of|a hold of|at)
            {pet} .. (just|accidentally|might have|may have|mightve|possibly) .. {swallowed}
        """),
        frames=(*PAST, *HYPOTHETICAL),
        exceptions=rows("""
            (can|could|would) a {pet} (survive|die|get|be|eat|have) ...
            (can|could|should|may|is it ok|is it safe|safe for|do|does|are) .. {pet} .. (eat|have|take|drink|get) ...
            (do|does|did|are|is|can|how many) (more|many|any|most|some)? (dogs|cats|pets) ...
            a {pet} (that|who|which) ...
            (vet|vets|veterinarian) .. (treat|treats|see|sees|do|handle) ...
        """),
        fires="my dog ate half a bag of kratom",
        quiet="is kratom poisonous for dogs",
    ),
    Rule(
        id="seizure-now",
        verdict=CrisisKind.SEIZURE,
        means="Someone has a seizure, or just had one.",
        patterns=rows("""
            body (is|was|went|gone|got|goes|keeps|started) .. (stiff|rigid|jerking|convulsing|spasming|seizing)
            ^ having (a|another|multiple)? (seizure|seizures|convulsions)
            (i|ive|he|she|they|{kin}) .. (have|has|ve|had|having) .. (#|two|three|several|multiple|many) (seizure|
                seizures|convulsions|fits) (since|today|in|this|tonight|back|so|already|within|after|right|and|last
                night)
            (i|he|she|they|{kin}) .. (just|think i|think he|think she) (just)? had one (.|?|$|and|now|rn|help|a few|
                an hour|after|what)
            {someone} .. (seized|seizes|siezed|seized up|seizing up)
            (^|i|ive|just|finally) had (a|my|another|two|multiple|some kind of) (first|second|third|full|big|small|
                grand mal|mini)? (seizure|seizures|convulsion)
            (think|thinks|feel like|felt like|feels like|sure|looked like|looks like|seems like|might be|
                might have been|could be|must be|must have been|probably|like) (it|that|this|he|she|i|what|hes|
                shes)? (was|is|might be|had|could be|be|having|may be|just had|has|been)? (a|having a|some kind of|
                another|some sort of) (seizure|convulsion)
            (someone|somebody|some person|some dude|a customer|a stranger|a patient|my student|a student|a coworker)
                (is|just|has|started|had)? (having|had|going into|started having) (a|some kind of)? (seizure|fit|
                seizures|convulsion|convulsions)
            (stiff|rigid|fell|dropped) .. (shaking|convulsing|jerking|shook|twitching) .. (all over|on the|violently|
                uncontrollably|wet|foaming|eyes|help|floor|ground)
            {someone} .. (having|has|had|have|in|going into|went into|starting|started|getting|got|suffered|
                keeps having) .. (seizure|seizures|convulsion|convulsions|fit|fits)
            (i|ive|im|i think i|think i|just|i just|pretty sure i|me) (just|think i|might have|may have|mightve|already|
                also|even|still|keep|kept|am|was|ve)? (had|have|having|having had|got|suffered|woke up from|came out of|
                feel like im having) (a|an|another|two|three|multiple|some kind of|what felt like a|what i think was a|
                like|my first|the|full|grand mal|mini|small|several|one)? .. (seizure|seizures|convulsion|convulsions)
            (after|from|since|having|had|another|second|third|grand mal|#|two|three|multiple) (a|an|another|my|the|his|
                her)? (seizure|seizures) .. (right now|now|rn|today|tonight|help|just|this morning|ago|bit|tongue|floor|
                what do|hospital|woke|earlier|an hour|minutes|last night|again|ambulance|wont stop)
            {someone} .. (seizing|convulsing|fitting|spasming|seizuring)
            (i|im|keep|started|started to|cant stop|wont stop|still|is|was|be) (seizing|convulsing|seizuring)
            {someone} .. (having|has) one (right now|rn|now|at the moment|as we speak)
            (seizing|convulsing) .. (now|rn|help|on the floor|what do i do|after|again|up)
            {someone} .. (shaking|jerking|twitching|trembling|thrashing|stiff|spasming) .. (uncontrollably|violently|
                on the floor|on the ground|and foaming|unresponsive|cant talk|cant speak|eyes|all over and|wont stop|
                not responding|and wont|and cant|and drooling|rolled)
            (whole|entire|my|his|her) body .. (jerking|shaking violently|convulsing|seizing|spasming|locked up|stiff|
                thrashing|twitching)
            (eyes|eye) (have|are|were|is|just|keep|went|go)? (rolled|rolling|roll) (back|up|in|into|to the back|
                backwards)
            (shaking|jerking|twitching) (uncontrollably|violently|like crazy) .. (cant|wont|scared|help|stop|and)
            (my|his|her) .. (cant stop|wont stop|keeps|keep) (jerking|convulsing|spasming|seizing) ...
            (seizure|seizures) (right now|rn|now|help|just now|happening|started|wont stop)
            ^ (having|had|just had|just having) (a|another) seizure
        """),
        frames=(*PAST, *ASKED, *REPORTED),
        exceptions=rows("""
            (can|is|should|could|may|will|would|does) (i|it|kratom|someone|you|people|a person) .. (if|when|with|after|
                because|having|who) ... (seizure|seizures|epilepsy) ...
            (have had|ever had|had) (some|a few|any)? seizures (before|in|from|due|since (i was|childhood|birth|age|
                #1950-2035)|.|?|$)
            (customs|fda|police|cops|they|dea|border|feds|marshals|agents|officials|sheriff|government|us|it|package|
                shipment|kratom|products) .. (seized|seizes|seize|seizing) ...
            (seized|seizes) (a|an|the|their|my|#|over|about|some|nearly|more|kratom|all|tons|several) (package|shipment|
                products|pounds|kilos|tons|bags|boxes|kratom|order|parcel|of|than|million|dollars|worth) ...
            (had|have|has|having|get|gets|with|of) .. (seizure|seizures) (once|before|disorder|disorders|history|meds|
                medication|medicine|threshold|as a|since (i was|childhood|birth|age|{year})|when (i was|he was|she was|
                younger)|at age|in the past|every|condition|problems|occasionally|sometimes|under control)
            (history of|prone to|family history|diagnosed with|risk of|medication for|meds for|because of|due to|
                afraid of|scared of|worried about|fear of|control|prevent|prevents|take for|suffer from|suffers
                from) .. (seizure|seizures) ...
            seizure (meds|medication|medicine|disorder|threshold|risk|free|history|drug|drugs|dog|control|warning|
                reports)
            {kratom} ... (seizure|seizures) (cases|reports|risk|data|study|studies) ...
            (have|has|had) (a|an|the)? (fit|fits) (about|over|when|because|if|in|the|with|for|well) ...
            (throw|threw|throwing|pitch) .. (fit|fits) ...
            (is|was|are|looks|really|so|super|staying|getting|keep) fit ...
            (it|this|that|shirt|clothes|jeans|which|well|not|form|dress) (is|was)? fitting ...
        """),
        fires="my roommate is having a seizure after kratom and tramadol",
        quiet="are seizures a known effect of kratom",
    ),
)
