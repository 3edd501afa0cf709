"""The rules for children and pets that swallowed some, seizures, dangerous withdrawal, and violence."""

from bot.answering.models import CrisisKind
from bot.answering.triage_patterns import Rule, rows
from bot.answering.triage_table.frames import ASKED, COUNTED, HYPOTHETICAL, PAST, REPORTED

RULES = (
    Rule(
        id="child-swallowed",
        verdict=CrisisKind.CHILD,
        means="A child has swallowed some, or may have.",
        patterns=rows("""
            {kid} .. (thought|mistook|mistaken|confused|thinking|thinks) .. (candy|candies|chocolate|juice|food|snack|
                snacks|sweets|milk|tea|gum)
            {kid} ... {swallowed} .. {stuff}
            {kid} .. (got|gotten|getting|gets|broke|went) (in to|into|in|hold of|ahold of|a hold of|at|her hands on|his
                hands on|their hands on)
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
        exceptions=(*PAST, *HYPOTHETICAL, *COUNTED, *rows("""
            ^ (kids|children|toddlers|babies|infants|teens) (accidentally|ever)? (eating|ingesting|swallowing|getting|
                drinking|consuming|exposed|chewing) (in|into|to)? (a|an|the|some|{kratom}|kratom|gummies) ...
            (can|could|should|may|is it ok|is it okay|is it safe|safe for|ok for|okay to|allowed|let|letting|want|wants|
                wanted|asked|like) .. {kid} .. (to|for|about|have|take|drink|eat|try|using) ...
            {kid} .. (wants|wanted|asked|asking|curious|would like|thinking) ...
            (do|does|did|are|were|how many|when|why) (kids|children|babies|infants|toddlers|teens|a child|a baby|other
                kids|many kids) ...
            {kid} (is|was|has been|had been|started|keeps|likes) (taking|using|doing|drinking) ...
            {kid} (got|getting) (into|in) (trouble|college|a (fight|school|good|wreck|program)|an accident|school|the
                (army|navy|car|habit)|fights|an accident|debt|recovery|rehab|kratom last|using|taking|university|med|it
                because|it to|kratom to|kratom for|kratom because)
            (like|act|acts|acting|spoiled|spoilt) .. (a|an)? (baby|child|kid|toddler) ...
            {kid} .. (ate|drank|eating|drinking) .. (dinner|lunch|breakfast|milk|food|pizza|before|while i|after i) ...
        """)),
        fires="my toddler just ate some of my kratom powder",
        quiet="what happens if a child eats kratom",
    ),
    Rule(
        id="seizure-now",
        verdict=CrisisKind.SEIZURE,
        means="Someone has a seizure, or just had one.",
        patterns=rows("""
            ^ having (a|another|multiple)? (seizure|seizures|convulsions)
            (i|ive|he|she|they|{kin}) .. (have|has|ve|had|having) .. (#|two|three|several|multiple|many) (seizure|
                seizures|convulsions|fits) (since|today|in|this|tonight|back|so|already|within|after|right|and|last
                night)
            (i|he|she|they|{kin}) .. (just|think i|think he|think she) (just)? had one (.|?|$|and|now|rn|help|a few|an
                hour|after|what)
            {someone} .. (seized|seizes|siezed|seized up|seizing up)
            (^|i|ive|just|finally) had (a|my|another|two|multiple|some kind of) (first|second|third|full|big|small|
                grand mal|mini)? (seizure|seizures|convulsion)
            (think|thinks|feel like|felt like|feels like|sure|looked like|looks like|seems like|might be|might have
                been|could be|must be|must have been|probably|like) (it|that|this|he|she|i|what|hes|shes)? (was|is|
                might be|had|could be|be|having|may be|just had|has|been)? (a|having a|some kind of|another|some sort
                of) (seizure|convulsion)
            (someone|somebody|some person|some dude|a customer|a stranger|a patient|my student|a student|a coworker)
                (is|just|has|started|had)? (having|had|going into|started having) (a|some kind of)? (seizure|fit|
                seizures|convulsion|convulsions)
            (stiff|rigid|fell|dropped) .. (shaking|convulsing|jerking|shook|twitching) .. (all over|on the|violently|
                uncontrollably|wet|foaming|eyes|help|floor|ground)
            {someone} .. (having|has|had|have|in|going into|went into|starting|started|getting|got|suffered|keeps
                having) .. (seizure|seizures|convulsion|convulsions|fit|fits)
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
            {someone} .. (shaking|jerking|twitching|trembling|thrashing|stiff|spasming) .. (uncontrollably|violently|on
                the floor|on the ground|and foaming|unresponsive|cant talk|cant speak|eyes|all over and|wont stop|not
                responding|and wont|and cant|and drooling|rolled)
            (whole|entire|my|his|her) body .. (jerking|shaking violently|convulsing|seizing|spasming|locked up|stiff|
                thrashing|twitching)
            (eyes|eye) (have|are|were|is|just|keep|went|go)? (rolled|rolling|roll) (back|up|in|into|to the back|
                backwards)
            (shaking|jerking|twitching) (uncontrollably|violently|like crazy) .. (cant|wont|scared|help|stop|and)
            (my|his|her) .. (cant stop|wont stop|keeps|keep) (jerking|convulsing|spasming|seizing) ... 
            (seizure|seizures) (right now|rn|now|help|just now|happening|started|wont stop)
            ^ (having|had|just had|just having) (a|another) seizure
        """),
        exceptions=(*PAST, *ASKED, *REPORTED, *rows("""
            (can|is|should|could|may|will|would|does) (i|it|kratom|someone|you|people|a person) .. (if|when|with|after|
                because|having|who) ... (seizure|seizures|epilepsy) ...
            (have had|ever had|had) (some|a few|any)? seizures (before|in|from|due|since (i was|childhood|birth|age|
                #1950-2035)|.|?|$)
            (customs|fda|police|cops|they|dea|border|feds|marshals|agents|officials|sheriff|government|us|it|package|
                shipment|kratom|products) .. (seized|seizes|seize|seizing) ...
            (seized|seizes) (a|an|the|their|my|#|over|about|some|nearly|more|kratom|all|tons|several) (package|shipment|
                products|pounds|kilos|tons|bags|boxes|kratom|order|parcel|of|than|million|dollars|worth) ...
            (had|have|has|having|get|gets|with|of) .. (seizure|seizures) (once|before|disorder|disorders|history|meds|
                medication|medicine|threshold|as a|since|when|at age|in the past|every|condition|problems|occasionally|
                sometimes|under control)
            (history of|prone to|family history|diagnosed with|risk of|medication for|meds for|because of|due to|afraid
                of|scared of|worried about|fear of|control|prevent|prevents|take for|suffer from|suffers from) ..
                (seizure|seizures) ...
            seizure (meds|medication|medicine|disorder|threshold|risk|free|history|drug|drugs|dog|control|warning|
                reports)
            {kratom} ... (seizure|seizures) (cases|reports|risk|data|study|studies) ...
            (have|has|had) (a|an|the)? (fit|fits) (about|over|when|because|if|in|the|with|for|well) ...
            (throw|threw|throwing|pitch) .. (fit|fits) ...
            (is|was|are|looks|really|so|super|staying|getting|keep) fit ...
            (it|this|that|shirt|clothes|jeans|which|well|not|form|dress) (is|was)? fitting ...
        """)),
        fires="my roommate is having a seizure after kratom and tramadol",
        quiet="are seizures a known effect of kratom",
    ),
    Rule(
        id="violence-threat",
        verdict=CrisisKind.VIOLENCE,
        means="Someone threatens or attacks others, or means to.",
        patterns=rows("""
            threatening (me|us|him|her|everyone|people|my|the)
            (attacked|assaulted|stabbed|choked|strangled|punched|beat up|beat) (me|us|my|his|her|their|him|our) (sister|
                brother|mom|mum|dad|wife|husband|friend|kid|kids|girlfriend|boyfriend|gf|bf|roommate|mother|father|son|
                daughter|.|?|$|and|with|last night|today|again|now|for|when|after|because)
            {someone} .. (is|keeps|started|has been|wont stop) (hitting|beating|choking|strangling|attacking|punching|
                kicking|assaulting|slapping|abusing) (me|us|my|our|his|her|the kids)
            (wants to|want to|threatening to|trying to|tries to|plotting to) (cut|kill|stab|shoot|strangle|hurt|murder|
                attack) (me|us|my)
            (came|coming|lunged|lunging|ran|charged|charging|swung|swinging|comes) at (me|us|him|her|my {kin}|his|
                people) .. (with|knife|scissors|gun|screaming|bat|help|again|days|and)
            (hes|shes|he|she|they|hell|shell|theyll|someone) .. (kill|stab|shoot|murder|hurt) (us|us all|everyone|them
                all|all of us|everybody|his|her mom|the kids)
            {someone} .. (wants to|want to|going to|gonna|trying to|tried to|try to|threatening to|threatened to|said
                hed|said shed|says he will|says hell|says shell) .. (cut|kill|stab|hurt|shoot|choke|strangle|beat|burn|
                skin|murder|poison|attack|sacrifice|drown) (me|us|him|her|them|my|himself|herself|everyone|people|the)
            {someone} .. (punching|smashing|breaking|throwing|destroying|trashing|kicking) .. (walls|wall|everything|
                things|furniture|door|doors|windows|holes|at me|at us|the house)
            (i|im|ill|id|i am|gonna|going to|want to|wanna|urge to|urges to|about to|might|thoughts of|thinking about|
                thinking of|feel like|plan to|planning to|cant stop thinking about|voices|tell me to|telling me to|
                ready to|have to|need to|fantasize about) .. (kill|killing|murder|murdering|stab|stabbing|shoot|
                shooting|strangle|strangling|choke|hurt|hurting|attack|attacking|harm|harming|poison|poisoning|shoot up|
                bomb|burn down) (a|an|my|the|him|her|them|someone|somebody|people|everyone|everybody|you all|this|that|
                these|those|others|all|another|some|other|any|every)
            {someone} .. (threatening|threatens|threatened|threatning|going to|gonna|wants to|tried to|trying to|says
                shell|says hell|will|try to|about to|attempted to) .. (kill|murder|stab|shoot|strangle|choke|hurt|
                attack|beat|burn|poison|harm) (me|us|him|her|them|my|someone|somebody|people|everyone|everybody|our|the|
                his|a|others)
            (threatening|threatens|threatened|threatning) .. (kill|murder|stab|shoot|strangle|choke|hurt|attack|beat|
                burn|harm) (me|us|him|her|them|my|himself|herself|someone|people|everyone|everybody|our|the|his)
            (trying|wants|want|going|plotting|gonna|out) to (kill|get|murder|poison|hurt|harm) (me|us) .. (poison|
                poisoned|neighbors|help|scared|voices|everyone|cops|fbi|cia|they|walls|hiding|now)
            {someone} .. (has|have|got|grabbed|holding|with|waving|swinging|pointing|pulled|pulled out|picked up|
                carrying|brandishing|found|bought|loading|took out|sharpening) .. (scissors|razor|screwdriver|broken
                bottle|taser|crossbow|firearm|knife|gun|knives|machete|bat|weapon|hammer|axe|pistol|rifle|shotgun|
                hatchet|sword|blade|crowbar|ax)
            (i|im|ive) (have|got|grabbed|holding|with|bought|bringing|loading|loaded) .. (gun|knife|machete|weapon|
                rifle|pistol|bat) .. (him|her|them|everyone|school|work|kill|hurt|shoot|stab|use it|boss|neighbor|
                neighbors|they)
            {someone} (just|always|still|sometimes)? (hits|beats|chokes|abuses|punches|kicks|slaps|rapes|threatens|
                strangles) (me|us) (.|?|$|and|when|every|again|if|so|because|after|on|a lot|i|all)
            {someone} (is|was|keeps|started|just|has been|been)? (hitting|beating|choking|strangling|attacking|punching|
                kicking|hit|attacked|choked|strangled|punched|stabbed|shot|abusing|assaulting|assaulted|raping|raped)
                .. (me|us|my|people|everyone|the kids|our|her|him)
            (homicidal|homicide thoughts|murderous)
            (locked|trapped|barricaded|holding) (us|me|himself|herself) .. (in|inside|hostage|with|room|out)
            (shoot|shooting|blow|blowing|burn|burning|bomb|bombing) (up|down)? .. (everyone|school|the school|the place|
                the store|my work|the house|the office|mall|church|police)
            (voices|voice|god|demon|demons|satan|tv|devil) .. (tell|telling|tells|told|command|commanding|saying|says|
                want|wants|order|ordering|ordered|whisper|whispering) .. (me|him|her|us|them) (to|i should|he should|i
                have to|that) (hurt|kill|harm|stab|die|do bad|attack|burn|jump|do it|shoot|do things|.. kill|.. hurt)
        """),
        exceptions=(*PAST, *rows("""
            cut (me|us) (off|some|out|a|back|loose|down|slack) ..
            life threatening .. 
            threatening (my|the) (sobriety|job|supply|industry|health|legal|marriage|career|access|liver|kratom|vendors|
                market|status|community|recovery) ..
            (smashing|breaking|punching|throwing|kicking) .. (it|bad habits|the habit|records|pills|capsules|tablets|up|
                out) ...
            (throwing|breaking) (things|everything) (up|away|out|down) ...
            (choking|choked|choke) on ...
            (boss|mom|mum|moms|mother|dad|dads|father|parents|teacher|coach|doc|doctor|landlord|professor) (is|are|will|
                would|s)? (so|literally|actually)? (going to|gonna|wants to)? (literally|actually)? (kill|murder|shoot|
                strangle) me ...
            (wife|wifes|husband|husbands|girlfriend|boyfriend|gf|bf|she|he|they|shes|hes|shell|hell|theyll|theyd) (is|
                are|will|would|s)? (so|literally|actually)? (going to|gonna)? (literally|actually)? (kill|murder|shoot|
                strangle) me (if (she|he|they|i) (finds|find|found|sees|see|knows|knew|hears|catches|catch|tell|buy|
                spend|forget|fail|smell|dont)|when (she|he|they) (finds|sees|hears|gets)|for (this|that|buying|spending|
                forgetting)|lol|lmao|haha|once|over) ...
            (kill|murder|strangle) {kin}? (for|with kindness|time|two|cravings|pain|the pain|my appetite|the vibe|the
                mood|an hour|it|this|that|the (game|gym|exam|workout|pain|cravings|taste|nausea|buzz|high|vibe)|my
                (back|appetite|buzz|high|cravings|pain|tolerance|liver|libido|gains)|a (beer|coffee|burger|pizza|few|
                bag|couple|fly|mouse|spider|steak|sandwich))
            (could|would|id) (literally)? (kill|murder) (for|a|him|her|them|my|someone for|whoever) (lol|lmao|haha|for|
                coffee|beer|burger|brother lol|.. lol|.. haha|who)
            (will|does|can|could|would|did|is|if|do) ({kratom}|it|this|that|these|heat|boiling|lemon|alcohol|acid|
                freezing|water) .. (kill|hurt|harm|poison|attack) ...
            (hurt|harm|hurting|harming|poison|poisoning) (my|a|the|his|her|our|other|others|their) (liver|kidneys|
                kidney|heart|stomach|body|brain|baby|fetus|health|chances|case|recovery|job|teeth|knees|back|back at|
                gut|unborn|tolerance|feelings|sleep|dog|cat|career|relationship|marriage) ...
            (dont|do not|didnt|not|never|without|avoid) (want to|wanna|trying to|going to|meaning to)? (hurt|harm|
                hurting|kill|harming|hurt or harm) ...
            (will|would|gonna|going to|might|could) .. hurt (him|her|them|someone|people|me) (if|to|by) .. (take|takes|
                taking|kratom|use|drink|mix) ...
            (shoot|shooting) (me|him|her|them|you) (a|an|the|some|over|your) ...
            (shoot|shooting|attack) (the|a|my) (shit|breeze|video|movie|photo|problem|pain|hoops|message|text|email|
                question|basketball|pool|film|receptors|virus)
            (baseball|cricket) bat ...
            (with|got|has) (the|my|a) (bat|knife) (signal|mobile|cave|and fork|man)
            (beating|beat|hit|hits|hitting|punching|kicking) (the|my|a|me|us|us up)? (addiction|gym|test|tests|habit|
                ass|like|harder|hard|up|differently|different|different now|right|spot|weights|dab|vape|bong|joint|butt|
                so hard|way) ...
            (it|this|that|kratom|withdrawal|withdrawals|these|extract|shot|strain|7oh|anxiety|depression|nausea|
                cravings|guilt|fatigue) (is|was|just|really|are|keeps|has been|started)? (hit|hits|hitting|kicking|
                punching|attacked|beating|choking|strangling|attacking) (me|us|my|him|her) (hard|harder|different|
                differently|up|like|so|in|ass|really|fast|down|with|out|every)
        """)),
        fires="my ex is outside waving a gun at us",
        quiet="my mom is going to kill me if she hears about kratom",
    ),
    Rule(
        id="violence-psychosis",
        verdict=CrisisKind.VIOLENCE,
        means="Someone has lost touch with what is real and may be dangerous to themselves or others.",
        patterns=rows("""
            {someone} .. (psychotic break|psychotic episode|in psychosis|having psychosis|psychosis|drug induced
                psychosis|completely psychotic|full psychosis) .. (.|$|?|what|help|now|after|from|and|rn|right|on|since)
            {someone} .. (thinks|thinking|believes|convinced|swears|says|keeps saying|is sure|insists) .. (poisoning|
                poisoned|poison|a demon|demons|possessed|out to get|after him|after her|in the walls|watching him|
                watching her|following him|following her|spying|bugged|tracking|chip|being watched|being followed|the
                devil|satan|is god|is jesus|jesus|cameras|plotting|coming for|cops are|fbi|cia|police are|replaced|
                impostor|imposter|aliens)
            {someone} .. (psychotic|having psychosis|in psychosis|paranoid|delusional|manic|hallucinating|raging|going
                crazy|lost his mind|lost her mind|gone mad|out of his mind|out of her mind|snapped|rage) .. (knife|gun|
                weapon|attacked|attack|attacking|hit|hits|swinging|screaming|threatening|violent|breaking|smashing|
                naked|ran|running|wont let|hasnt slept|for days|help|dangerous|scared|now|scaring|hurt|hiding)
            {someone} (is|gone|seems|has gone|acting|getting|became|turned|turning|having|being) (very|really|so|super|
                full|full on|completely|a|fully|into)? (psychotic|psychosis|violent|delusional|psychotic break|
                psychotic episode|having psychosis)
            (i|someone|they|neighbors|people|he|she|wife|husband|think) .. (poisoning|put poison|drugging) .. (me|my|us|
                food|drink|water|kratom|coffee)
            (i|im) (am|was|keep|started|feel)? (hearing|hear|heard) (voices|a voice|whispers|demons|people talking) ..
                (hurt|kill|telling|tell|scared|wont stop|die|days|slept|help|now|walls)
            (people|cops|police|fbi|cia|they|someone|demons|neighbors|government|shadow people) .. (in the walls|in my
                walls|outside my window|watching me|following me|after me|in the attic|coming for me|coming to get me|
                listening to me|out to get me|trying to kill me|want me dead)
            (everyone|everybody|people|they|family) .. (out to get|against|plotting against|conspiring against) (him|
                her|me|us|them)
            (havent|hasnt|not|no) (slept|sleep|sleeping) .. (days|nights|week) .. (voices|shadow|shadows|seeing|hearing|
                paranoid|demons|watching|following|walls|poison|poisoning|cops|cameras|hallucinating|people)
        """),
        exceptions=(*PAST, *ASKED, *REPORTED, *rows("""
            (thinks|believes|says|thinking|convinced) .. (kratom|it|7oh|gas station|vendors|leaf|powder) .. (is|are|was|
                has|contains|can|being) .. (poison|poisoned|poisoning|a demon|the devil|the devils|evil) ...
            (after|get) (me|us) for (a|my|the|money|rent|taxes|.. test) ...
            (can|could|will|do|does) (cops|police|they|the police|people) ...
        """)),
        fires="my brother hasn't slept in days and is convinced we are poisoning his food",
        quiet="can kratom make someone psychotic or violent",
    ),
    Rule(
        id="withdrawal-danger",
        verdict=CrisisKind.WITHDRAWAL,
        means="Withdrawal with a sign of danger: no water stays down, confusion, seeing things, fainting, chest pain, fever.",
        patterns=rows("""
            {withdrawal} ... (cant|couldnt|cannot) .. (off the floor|off the ground|off the bathroom floor|out of bed
                to pee|lift my head)
            (cant|couldnt|cannot) .. (off the floor|off the ground|off the bathroom floor) ... {withdrawal}
            {withdrawal} ... {danger}
            {danger} ... {withdrawal}
        """),
        exceptions=(*PAST, *ASKED, *REPORTED, *rows("""
            {withdrawal} ... (should i worry|is it common|does it happen|be afraid) ...
        """)),
        fires="day 3 of quitting 7oh and i can't keep any water down",
        quiet="day 4 of withdrawal, sneezing and bad sleep, when does it end",
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
        exceptions=(*PAST, *HYPOTHETICAL, *rows("""
            (can|could|should|may|is it ok|is it safe|safe for|do|does|are) .. {pet} .. (eat|have|take|drink|get) ...
            (do|does|did|are|is|can|how many) (more|many|any|most|some)? (dogs|cats|pets) ...
            a {pet} (that|who|which) ...
            (vet|vets|veterinarian) .. (treat|treats|see|sees|do|handle) ...
        """)),
        fires="my dog ate half a bag of kratom",
        quiet="is kratom poisonous for dogs",
    ),
)
