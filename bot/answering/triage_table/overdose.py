"""The rules for overdose, poisoning and other emergencies of the body."""

from bot.answering.models import CrisisKind
from bot.answering.triage_patterns import Rule, rows
from bot.answering.triage_table.frames import ASKED, HYPOTHETICAL, MILD, PAST, REPORTED

RULES = (
    Rule(
        id="breathing",
        verdict=CrisisKind.OVERDOSE,
        means="Someone does not breathe, breathes badly, is blue or grey, or makes the sounds of it.",
        patterns=rows("""
            (breath|breathing|breaths) (just|sometimes|keeps|kept|has|is)? (stops|stopping|pauses|pausing|paused|cuts
                out|cutting out|gone|fading|quits)
            (rattling|rattle|gurgling|wheezing|choking|gasping) (noise|noises|sound|sounds|breath|breaths)
            (making|makes|make|made) .. (rattling|gurgling|choking|gasping|wheezing|weird|strange|odd|funny|scary)
                (noise|noises|sound|sounds|snoring|breathing)
            (lungs|lung) .. (not working|arent working|isnt working|stopped|failing|shutting|closing|wont|cant|dont
                work|collapsed|giving out|filling|stop)
            (cold|freezing) to (the)? touch
            (not|isnt|arent|wasnt|aint|barely|hardly|stopped|stops|keeps stopping|no longer|not really|quit|almost not|
                scarcely) (really|even|hardly|fully)? (breathing|breathe)
            (cant|cannot|can not|can barely|can hardly|couldnt|wont|unable to|hard to|struggling to|trouble|having
                trouble|difficulty|problems|hard time|forgetting to|forget to|difficult to) (really|even|seem to|
                fully)? (breathe|breathing|breath|get air|catch my breath|get my breath|get a breath|get enough air|get
                any air|take a breath|breathe right)
            (breathing|breath|breaths|breathes|breathin) (is|has|gets|getting|are|seems|sounds|only|like|every|so|
                really|very|feels|went|gone|about|maybe|at|rate|just|rly|super|real|pretty|weird|once|all)? (is|so|
                really|very|like|super|rly|pretty|only|weird|kinda|about|at|maybe|every|getting|been)? (shallow|slow|
                slowly|slowed|stopped|weak|weird|weirdly|funny|labored|laboured|irregular|heavy|ragged|strange|
                strangely|strained|rattling|raspy|off|bad|fast and shallow|faint|hard|a few|# times|# breaths|# seconds|
                twice a minute|once a minute)
            (very|really|so|super|has|have|having|with|his|her|my|is|^|and|extremely|rly) (slow|shallow|weak|labored|
                irregular|weird|funny|raspy|rattling|agonal) (breathing|breaths|breath)
            {someone} .. (slow|shallow|weak|labored|irregular|weird|funny|raspy|rattling) (breathing|breaths|breath)
            (gurgling|gasping|death rattle|choking on|rattling sound|gurgle|gurgly|gargling)
            (snoring|snore|snores) .. (weird|weirdly|odd|oddly|strange|strangely|funny|gurgle|wont|cant|loudly and|
                really loud and|deep and|like hes|like shes|wrong|scary)
            (lips|lip|face|skin|fingers|fingertips|fingernails|nails|hands|tongue|feet|toes|mouth) .. {bluish}
            (blue|purple|grey|gray|bluish|greyish) (lips|lip|face|skin|fingers|fingertips|fingernails|nails)
            (turning|turned|going|gone|went|goes|looks|looking|is|hes|shes|im|theyre|was|getting|starting to turn|all)
                (really|kinda|a bit|completely|super|so|all|kind of|very)? {bluish}
            (cold|pale|grey|gray|sweaty|clammy|limp|blue|purple|stiff) (and|n|&|or)? (clammy|blue|pale|grey|gray|sweaty|
                cold|limp|not moving|stiff|unresponsive|purple|barely)
            (throat|airway|airways|windpipe|tongue|lips|face) .. (closing|closed up|swelling|swollen|swelled|swell|
                tightening|closing up|tight and cant)
            (suffocating|choking) .. (help|now|on|vomit|kratom|powder|rn|cant|and)
            (short|shortness) of breath .. (now|rn|help|chest|scared|took|after|since|getting|bad|cant|and)
        """),
        exceptions=(*PAST, *ASKED, *REPORTED, *HYPOTHETICAL, *MILD, *rows("""
            (blue|purple) (lotus|raspberry|razz|shield|bottle|bag|label|capsules|caps|pill|pills|light|cross|magic|
                package|one|ones|shot|flavor|kratom|m30|m30s|dream|tablets) ...
            (is|was|feeling|looks|im|are) (so|a bit|kinda|really|feeling)? (blue|grey|gray) (lately|today|area|zone|and
                down|since i quit|color|market|matter|hair|in (color|colour)) ...
            (legal|law|status|legality|market|its|thats) .. (gray|grey) ...
            (powder|leaf|tea|urine|tongue|pee|poop|stool|capsules|extract|kratom|hair|kratom is|it|room|houses|hands)
                (is|was|turned|looks|went|got|gets|turning|are)? .. {bluish} ...
            (cold|clammy|sweaty) hands ...
            breathing (exercise|exercises|technique|techniques|room|meditation|work|problems like|disorder|treatment)
            hold my breath ...
            choking (it|this|that|kratom|the powder|powder|down|on toss|.. down) ...
        """)),
        fires="her lips are turning blue and she's barely breathing",
        quiet="can kratom slow your breathing like opioids do",
    ),
    Rule(
        id="unresponsive",
        verdict=CrisisKind.OVERDOSE,
        means="Someone cannot be woken, does not respond, has collapsed or has no pulse.",
        patterns=rows("""
            {someone} .. (on the|on my|on our|face down|in the) .. (floor|ground|pavement|sidewalk) ..
            {someone} .. (ice cold|stone cold|freezing cold|so cold to)
            {wont} .. get .. (a response|a reaction|any response|any reaction|response|him up|her up)
            (pulse|heartbeat|heart beat) (is|feels|seems|was|s|really|very)? (really|very|so|super|barely|kinda)? (weak|
                slow|faint|thready|barely there|gone|irregular|slowing|low|stopping)
            (i|ive) (just|keep|kept|have)? (passed|blacked|passing|blacking) out (twice|again|three|multiple|several|in
                the|at work|and hit|after (taking|the|that|drinking|a|one|this|my|kratom|7oh)|from|since|a few times|
                earlier|cold|on the (floor|toilet|stairs|bathroom))
            {someone} .. pupils .. (tiny|pinpoint|pinned|pin|small|dots|dilated|huge|gone)
            {someone} .. (tiny|pinpoint|pinned|pin) pupils
            pupils .. (tiny|pinpoint|pinned) .. (wont|cant|not|eyes|breathing|help|he|she|hes|shes)
            {wont} .. (open|opening) (his|her|their|my) eyes
            (get|make|getting) (him|her|them) to (open|wake|respond|talk|move|answer|breathe|stand|get up|come to)
            (in and out of|slipping out of|losing|lost|lose|loses|regain|regained|loss of|going in and out of|slipping
                in and out of|barely) (consciousness|conscious)
            (organs|liver|kidneys|body|heart|brain) (is|are)? (shutting down|failing|giving out|shutting off)
            {wont} .. (wake|waking|woken|wakes|woke) .. (up|him|her|them|my|the|from|.|$)
            {wont} (even|really|seem to|be able to|get)? (wake|waking|woken|rouse|arouse|stir|stirring|be woken|be
                roused)
            (cant|couldnt|cannot|trying to|tried to|how do i|hard to|unable to|having trouble|struggling to|difficult
                to) .. (wake|waking|rouse|revive) (him|her|them|my {kin}|the {kin}|this guy)
            (cant|couldnt|cannot|trying to|tried to|how do i|unable to|struggling to) .. (get|keep|getting|keeping)
                (him|her|them|my {kin}|the {kin}|this guy) (up|awake|to wake up|to wake|to respond|conscious|breathing|
                to breathe|to get up|to answer)
            {someone} .. {wont} .. (respond|responding|responsive|react|reacting|answer me|answering me|moving|move|get
                up|getting up|stay awake|talk|squeeze|open her eyes|open his eyes|opening his eyes|opening her eyes|
                stand|coming to|come to|conscious|making sense)
            (not|isnt) (moving|responding|breathing|talking|waking) (or|and|nor) (moving|responding|breathing|talking|
                waking)
            (not|isnt|barely|hardly|stopped|no longer|wont|doesnt|semi|never) (really|even)? (responding|responsive|
                conscious|respond|coherent) ..
            (unresponsive|unconscious|comatose|out cold|lifeless|unrousable|unarousable|catatonic)
            {someone} .. (passed out|passing out|collapsed|blacked out|blacking out|fainted|fainting|fell down|fell
                over|went limp|is limp|limp|foaming|convulsed|nodding out|nodding off|in and out|od|overdosed|
                overdosing|oding|dying|dropping in and out|going under|fell out|slumped|keeled over|out of it
                completely|falling asleep mid|choking|turning colors|drooling)
            {someone} .. (slurring|slurred|cant stay awake|cant talk|cant speak|cant walk|cant stand|cant move|
                incoherent|cant keep (his|her) eyes|not making sense|barely awake|barely conscious|hallucinating|
                confused and|delirious|throwing up blood|vomiting blood|puking blood|coughing up blood)
            (no|cant find a|cant feel a|cant find his|cant find her|weak|faint|without a|barely a|find a|losing his|
                losing her|have a|has a weak) (heartbeat|heart beat|pulse)
            (foaming|frothing|foam|froth) .. (mouth|lips|nose)
            (throwing up|vomiting|puking|coughing up|spitting up|throw up|vomit|puke|puked|vomited|threw up|peeing|
                pooping) .. (blood|coffee grounds) (.|?|$|and|after|from|now|help|for|since|what|clots|all|everywhere|
                in)
            (heart|pulse) (has|just|is|was)? (stopped|stopping|stopped beating|flatlined|not beating)
            (in|into) a coma .. (now|help|friend|he|she|after)
            (asleep|sleeping|passed out|out|been out|knocked out) (for|like|over|almost|about|since)? (for|like|over|
                about)? (#|many|so many) (hours|hrs|hour|hr) .. (wont|cant|worried|breathing|cold|not|help|wake|normal|
                ok|scared|still)
        """),
        exceptions=(*PAST, *ASKED, *REPORTED, *HYPOTHETICAL, *rows("""
            (cant|cannot|doesnt|barely) (walk|stand|talk|move|sleep|stay awake) (well|far|long|much|good|due|because|
                without|properly since|for long|straight|at work|in class|like before|up stairs) ..
            (knock|knocks|knocked|knocking) .. out cold ..
            (passed|blacked|passing|blacking) out (drunk|from drinking|drinking|on the (couch|sofa|bed)|asleep|early|
                watching|in bed) ..
            (walk|walking|walks|stand|sits|sleeps|sleep|play|plays|fell asleep|works|work|live|lives|slept) .. (on the|
                on my|in the) .. (floor|ground)
            (sales|shop|factory|ground|dance|kitchen|bottom|casino|warehouse) floor ..
            (slow|lower|resting|normal|low) (pulse|heartbeat) .. (athlete|normal|common) ..
            (passed|blacked) out (from|after) (drinking|alcohol|exhaustion|a long|work) ...
            (liver|kidneys) (is|are)? failing (from|due|because|can|after years)
            (i|ill|i will|id) {wont} (wake|waking) up ...
            (i|i will|ill) {wont} .. (wake|waking) ...
            {wont} wake (up)? (early|before|without|feeling|at|in the middle|groggy|on time|refreshed|for work|the
                (baby|kids|neighbors)) ...
            {kin}? (alarm|phone|laptop|computer|bot|discord|vendor|support|site|seller|mods|mod|doctor|doc|company|
                insurance) .. {wont} .. (respond|responding|wake|move|moving|answering) ...
            (he|she|they|{kin}|vendor|seller|company|doctor|mods|bot) {wont} .. (respond|responding|answer|answering|
                reply|move|talk|react) .. (to|my)? (emails|email|texts|dms|dm|messages|calls|to kratom|to ssris|to my
                messages|to treatment|in|about|anymore|with me|well|well to|me back|to me since) ...
            (unconscious|lifeless) (bias|mind|habit|decision|of)
            (passed out|collapsed|fell over) (laughing|drunk|tired|on the couch|from exhaustion|asleep watching) ...
            (died|die|dying|death|overdosed|killed) ... (unconscious|found) ...
        """)),
        fires="my boyfriend took 7oh and xanax and i can't wake him",
        quiet="is passing out a side effect of kratom",
    ),
    Rule(
        id="overdose-now",
        verdict=CrisisKind.OVERDOSE,
        means="Someone says that they, or a person with them, are overdosing, poisoned or dying, or asks for an ambulance.",
        patterns=rows("""
            (overdose|od|emergency|poisoning) (is)? (happening|going on|in progress|right now|rn|now)
            (going to|gonna|will|would|could) kill me .. (already|just) (took|ate|drank|swallowed)
            (already|just) (took|ate|drank|swallowed) .. (kill me|die|dying|be ok|be okay|dead)
            (someone|somebody|some guy|a guy|some girl|a girl|guest|a friend|stranger) (just|is|has|might have|may have|
                possibly)? (overdosed|oded|overdosing|oding) .. (at|in|here|on my|next|upstairs|right|what do i|help|
                house|now|bathroom)
            (poisoned|poisoning) (myself|ourselves|himself|herself|my self)
            ^ (help|please help|omg|omfg|hlp|emergency|urgent|911) (me|us|plz|please|pls)? .. {someone} .. (took|drank|
                ate|mixed|is|wont|isnt|cant|hes|shes|not|just|has|fell|on|looks|feels|acting|swallowed)
            (i|im|ive|sure im|think im|might be|maybe im|am i|is this me|he|she|hes|shes|theyre|{kin}|is) (just|
                probably|definitely|maybe|currently)? (having|had|has|having like) (an|a)? (od|overdose) (.|?|$|on|from|
                right|now|and|help|after|idk|please|what|or)
            ^ (overdosed|oded|overdosing|oding) (on|off|and|help|from|now|with)
            (i|im|ive|i think i|think im|think i|think ive|me|am i|did i|pretty sure i|might be|may be|feel like im|
                feels like im|could i be|like im) (am|just|think i|think im|might have|may have|might be|be|being|
                probably|possibly|accidentally|have|ve|i)? (overdosing|overdosed|oding|od|overdose|overdosin|oded)
            {someone} .. (is|be|just|may be|might be|might have|may have|mightve|has|think|was|must have|possibly|about
                to|gonna|going to|had|having an|had an) .. (overdosing|overdosed|overdose|oding|oded|od)
            (hes|shes|theyre|he|she|they) (overdosing|overdosed|overdose|oding|oded)
            {kin} (overdosed|oded|overdosing|is overdosing|overdose) .. (help|now|rn|what|on the|is|and|hes|shes|please|
                on kratom|on 7oh|right)
            (this|it) (an|is an|could be an|might be an|looks like an) (overdose|od) .. (he|she|my|i|help|or|.|?|$|
                please)
            (dont know|not sure|idk|wondering|worried|think|scared) .. (if)? (overdose|overdosing|overdosed) .. (he|she|
                my|i|him|her|now|help)
            (i|im|am i|me|feel like im|feels like im|like im|think im|hes|shes|is) (actually|literally|really|gonna|
                going to|about to|legit|fucking|going 2)? (be)? (dying|die) (rn|right now|help|now|.|$|?|tonight|please|
                from|after|i took|took|or|on|because|on kratom|and|what|idk|wtf)
            (think|thought|feel|feels|feeling|scared|afraid|worried|terrified|swear) .. (im|i am|i may|i might|i will|
                ill|i|shes|hes|he|she|they)  (be)? (actually|literally|gonna|going to|about to|may|will)? (die|dying|
                dead)
            (am|will|are) (i|he|she|we|they|my {kin}) (gonna|going to|about to)? (die|be ok|be okay|be alright|make it|
                survive|live|dying|in danger|in trouble|overdosing|gonna make it)
            (having|had|have|has|getting|think its|is this|is it|like|feels like) (a|an) (heart attack|stroke|cardiac
                arrest|allergic reaction|anaphylactic|anaphylaxis|aneurysm)
            (call|called|calling|need|get|send|dial|phone) (me|him|her|for|us|to)? (an|the|a|for an)? (ambulance|911|
                999|112|paramedics|paramedic|emt|emts|medic|000)
            (should|do|must|when should|can) (i|we|he|she|they) .. (go to|go in to|take him to|take her to|take them to|
                call|need|get to|head to|be going to|bring him to|bring her to|drive to) .. (the er|er|the hospital|
                hospital|emergency room|a and e|emergency|ambulance|911|poison control|urgent care)
            (gave|giving|given|used|administered|hit) .. (narcan|naloxone) .. (and|but|on|now|help|still|again|not|him|
                her|him|twice|or|hes|shes|what)
            (do|should|can) (i|we) .. (narcan|naloxone) .. (him|her|them|my {kin}|hes|shes|he|she|now|rn)
            (do|should|can) (i|we) .. (give|use|hit) (him|her|them|my {kin}) .. (narcan|naloxone)
            {someone} .. (need|needs|needed) .. (narcan|naloxone|cpr|an ambulance|a hospital|medical help|emergency
                help|help now|help right now)
            (ive been|i was|i got|ive|hes been|shes been|he was|she was|think im|im being|they|someone) (been|got|was|
                just|being|probably|definitely)? (poisoned|drugged|roofied|spiked)
            (put|slipped|spiked|drugged|laced|roofied) .. my .. (drink|drinks|food|water|coffee|kratom)
            (drank|drunk|swallowed|drinking|drink|ate|ingested|inhaled|chugged|downed) .. (bleach|antifreeze|rat poison|
                poison|lye|ammonia|drain cleaner|lighter fluid|lamp oil|gasoline|cleaning fluid|acetone|naphtha|
                pesticide|methanol|isopropyl|detergent|tide pod|tide pods|battery acid|hand sanitizer|rubbing alcohol|
                paint thinner|batteries|button battery)
            (emergency|help) (help|please|plz|pls|now|my|i|he|she|friend|emergency) .. (friend|took|kratom|dying|cant|
                wont|not|breathing|he|she|hes|shes|overdose|hospital|gf|bf|brother|sister|mom|dad)
        """),
        exceptions=(*PAST, *ASKED, *REPORTED, *rows("""
            help .. {someone} .. (quit|stop|quitting|addiction|addicted|taper|understand|withdrawal|get off|get clean|
                sober|recover|decide|sleep|focus|with (pain|anxiety)) ...
            (poisoned|poisoning) (my|his|her) .. (liver|kidneys|mind|relationship)
            (had|has) (an|a)? (od|overdose) (in|on|at|before|once|last|years|back|problem|history|when|and (died|
                survived|lived)) ...
            (dying|die|dead) (to|for|of (laughter|boredom|laughing|curiosity|embarrassment|cringe|thirst|hunger|heat))
                ...
            dying (my|her|his) hair ...
            (im|i am|i was|i|actually|literally|am) (so|just|lowkey)? (dead|dying|die) (skull|lol|lmao|lmfao|haha|
                hahaha|rofl|laughing|inside|serious|set|tired|asleep|over here|at|at this|because of that|from
                (laughing|laughter|boredom|that meme|cringe|this heat)) ...
            (be|im|is|hes|shes) dead (serious|set|wrong|right|tired|if|on|broke|weight|end|last|ass|skull) ...
            (scared|afraid|fear|worried|terrified|think|thought|feel) (of|about|that|if)? .. (die|dying|dead) (someday|
                one day|eventually|early|young|early from|in surgery|from withdrawal someday|of cancer|of liver) ...
            (does|do|did|would|will|can|could|is|are) (they|you|people|paramedics|hospitals|doctors|someone|cops|anyone|
                the er|a doctor|er doctors|ems) .. (give|use|administer|call|carry|gave) ...
            (keep|carry|have|own|get|buy|stock|carrying|keeping|bought) .. (narcan|naloxone) (at home|around|on me|on
                hand|in|just|if|for|with|when|near|handy) ...
            (will|am) (i|we|he|she) (be)? (ok|okay|alright|in trouble|in danger|make it) (to|for|with|if i (fly|travel|
                drive|quit|stop|take|drink|mix|use|switch)|at|legally|flying|on|taking|driving|getting|by|through|in
                (texas|florida|thailand|the)) ...
            (am|will|are|would) (i|we|he|she|they|my {kin}) (going to|gonna|about to)? (die|be ok|be okay|be alright|
                overdose|od|overdosing|be in trouble|live|survive) (if|when|from (taking|using|drinking|this|kratom|a|
                one)|taking|without|with) ...
            (should|do|must|can) (i|we) (tell|mention|say|worry|bring up) ...
            {someone} .. (passed away|passed|died|was found|killed) ...
            (celebrity|actor|musician|singer|rapper|influencer|a kid|kids|a teen|teens|teenager|somebody|people|a man|a
                woman|some guy|some kid|a guy|a teenager) .. (overdosed|oded|overdose|od|died|overdosing) ...
            {kin} .. (overdosed|oded|died) (and died|once|before|twice|on (oxy|heroin|fentanyl|percs|fent|opioids|
                pills) .. (and|but|which|so|he|she|was|is kratom)) ...
            (overdosed|oded|overdose) (once|before|twice|in the past|multiple times|several times) ...
            (lost|buried|grieving|remember|miss) .. (to|from|of) (an|a)? (overdose|od) ...
            (not|no|isnt|never|wasnt) .. (overdosing|overdosed|overdose|dying|an emergency|emergency) ...
            (if|when|in case|whenever|unless|before) (someone|somebody|i ever|a person|anyone|people|you|u) ...
            (i|we) (would|could) (never)? (die|be dead) (without|if|for) ...
            (my|the|phone|laptop|battery|car|plant|tree|server|plants) (phone|laptop|battery|car|plant|tree|tomato|
                houseplant)? (is|was|just)? (dying|dead|died) ...
        """)),
        fires="i think i'm overdosing on 7oh",
        quiet="what are the signs of someone overdosing",
    ),
    Rule(
        id="took-too-much",
        verdict=CrisisKind.OVERDOSE,
        means="Someone took too much, or a very large amount and is unwell or frightened.",
        patterns=rows("""
            {someone} (just|accidentally|has|also)? (swallowed|downed|chugged|ate|drank|popped|inhaled) .. (a bunch|
                bunch of|handful|all of|all my|all the|whole|entire|a lot|lots|tons|#8+|so many|too many|every) ..
                {stuff}
            {took} .. (# x|# times|double|triple|quadruple|twice|ten times|five times|three times|way over|way more
                than) (my|the|a|of my|what|his|her) (normal|usual|regular|dose|amount|normal dose|daily|i|he|she|
                recommended|typical|max|serving)
            {someone} ... {took} ... (acting|feels|feeling|looks|looking|seems|is|getting|isnt|cant|wont|shes|hes|and)
                .. (weird|strange|funny|off|wrong|really sick|out of it|pale|sweating|confused|incoherent|not right|
                really drowsy|super sleepy|so sleepy|delirious|gray|limp|vomiting|puking|throwing up|shaking) .. (what
                do i|help|should i|scared|worried|now|is this|is that|do i|.|$|?)
            {took} (way|far|waay|wayy|a bit|a little|a lil|just|like|probably|maybe|wayyy|possibly|accidentally|a|kinda|
                so|much)? (way|bit|little)? (too much|too many|to much|2 much|tooo much|too mcuh|more than i should|
                double my|triple my|twice my|double the|triple the|an overdose)
            {someone} .. {took} .. (too much|too many|to much|2 much)
            (too much|too many) {kratom} .. (help|now|rn|scared|what do i do|feel|cant|heart|chest|i|sick|throwing|
                dizzy|im)
            (just|accidentally|i just|literally just) {took} .. (#15+ {unit}|#30+ {pills}|#15+ 7oh|#5+ shots|#6+
                {kratom} shots)
            {took} .. (#15+ {unit}|#25+ {pills}|#6+ 7oh|#6+ .. 7oh|#3+ shots|#3+ {kratom} shots|#2+ bottles) ...
                {unwell}
            {took} .. (#25+ {unit}|#50+ {pills}|#10+ 7oh) ... (hour|hours|minutes|mins|min|hr|hrs) ago
            {took} .. (whole|entire|full|all my|all the|all of|all his|all her|complete|double|tons of|a ton of|a bunch|
                a bunch of|a lot|lots of|handful|handfuls|massive|huge|crazy|insane|large|half a|half the|whole lot|so
                much|so many) .. {unwell}
            (am i|im|will i|are we|is he|is she|will he|will she) .. (ok|okay|die|dying|danger|trouble|alright) ..
                {took} .. (#|whole|entire|bunch|lot|too|all|double)
            {someone} (just|has|accidentally|also)? {took} .. (#20+ {unit}|#20+ {pills}|#6+ 7oh|#6+ .. 7oh|whole bottle|
                entire bottle|whole bag|entire bag|a bunch|a lot of|lots of|all of|all the|all my|handful of|whole pack|
                tons of) ... (help|what do i do|what should i do|worried|scared|is that bad|should i|now|will he|will
                she|ok|okay|do i|dangerous)
            (just|literally) (drank|chugged|downed|ate|swallowed|took|finished) .. (whole|entire) .. (bottle|bag|jar|
                pack|container|kilo|tub|ounce|oz|box|sleeve|strip)
            {took} .. {benzo} .. {unwell}
            {unwell} ... {took} .. (#15+ {unit}|#25+ {pills}|#6+ 7oh|whole|entire|#3+ shots)
            (drank|chugged|downed|ate|swallowed|took) .. (whole|entire) (bottle|bag|jar|pack|kilo|tub|box) .. (help|now|
                scared|ago|is that|am i|will i|should i|and)
        """),
        exceptions=(*PAST, *ASKED, *REPORTED, *HYPOTHETICAL, *rows("""
            (lots|plenty|a lot|tons|gallons|so much|too much) of? (water|fluids|coffee|juice|tea|milk|gatorade|vitamins|
                caffeine) ..
            (makes|make) (me|him|her|you|people) .. 
            {took} .. (yesterday|last week|last weekend|the other day|earlier this week) .. (fine now|ok now|felt|was|
                got) ...
            {took} .. (too much|too many|more than i should) (once|one time|before|a few times|in college|at a party
                once|last (week|weekend|night)|that (one|time)|the other (day|week)) ...
            (once|one time|sometimes|occasionally|every time|whenever|when|if|have ever|ever) (i|you|u|we|people|
                someone)? (ever|accidentally|ve|have)? {took} .. (too|#|whole|all|a lot) ...
            (taking|using|drinking|eating|dosing|used) .. (too much|too many|a lot|so much|tons|all the|all day) ...
            (been|am|im|was|keep|spend|spending|spent|i|daily|i have been|ive been) (taking|using|drinking|eating|
                doing) ...
            {took} .. (a day|per day|daily|every day|each day|a week|per week|everyday|for (years|months|#)) ...
            (felt|feel|feeling|feels|did) (nothing|no effect|fine|no effects|great|good|better) ...
            (too much) (caffeine|coffee|sugar|money|salt|time|water|of a|attention|pride|interest)
            (took|take|has taken|taken) (a|#)? .. (while|hours|minutes|days|weeks|months|years|test|classes|class|break|
                long|much (time|longer)|too long) ...
            (does|do|did|have|has|can|could|will|would) .. (take|used|done|use) (too much|too many) ...
            (they|people|participants|patients|users|mice|rats|the study|studies|study|most users|subjects) .. {took}
                ...
            (the|a|one|this) (man|woman|guy|patient|case|person|user|participant|study) .. {took} ...
        """)),
        fires="i took way too much kratom and i feel awful",
        quiet="last month i took too much kratom and was sick, why is that",
    ),
    Rule(
        id="heart-or-fainting",
        verdict=CrisisKind.OVERDOSE,
        means="Chest pain now, a heart that races out of control, fainting, going numb or blind.",
        patterns=rows("""
            chest (crushing|tightening|exploding|seizing|is crushing|on fire|feels crushed|being crushed)
            (now|and|suddenly|but|so) (i|he|she|they|hes|shes|my legs|my arms) (cant|cannot|can not|can barely|can
                hardly|wont) (even|really)? (move|walk|talk|stand|stand up|feel my|breathe|swallow|stay awake|speak|see
                straight|see anything|keep my eyes|lift|get up|remember)
            (i|im|ive|been|ive been|keep|just|he|she|hes|shes|{kin}) .. (vomiting|throwing up|puking) (nonstop|non stop|
                constantly|continuously|uncontrollably|for hours|for # hours|every # minutes|every few minutes|all
                night|all day|so much|violently)
            (whole|entire|left|half|one|right) (body|side|half|side of my body|side of my face|of my body|face|arm) (is|
                going|went|feels|has gone|gone|are)? (going|gone|completely|totally)? numb
            (im|i am|is|are|hands|face|legs|arms|body|everything) (all)? going (completely|totally)? numb
            chest (pain|pains) (and|with|plus) (sweating|sweats|arm|short|cant|heart|dizzy|dizziness|nausea|vomiting|
                numb|numbness|tingling|jaw|racing|pain|left|breathing|trouble)
            chest (pain|pains) .. (after|from|since) .. (#|taking|took|drinking|a kratom|7oh|shot|last night)
            (i|im|ive|having|have|has|got|getting|feel|feeling|felt|with|severe|sharp|crushing|bad|intense|stabbing|
                really bad|now|terrible|and|horrible|my|he has|she has|hes having|shes having) .. (chest pain|chest
                pains|chest pressure|pain in my chest|pain in his chest|pain in her chest|pressure in my chest|pains in
                my chest|crushing chest|chest tightness|tightness in my chest)
            (my|his|her|the) chest (is|really|feels|felt|has|been|just|started|keeps|still|area|fucking|so)? .. (hurt|
                hurts|hurting|tight|pain|painful|pounding|heavy|burning|crushing|pressure|aching|tightening|killing me|
                weird)
            chest (hurt|hurts|hurting|tight|is tight|pain and|pain after|pain from|pain since|pain right now|pain rn|
                pain help|pain now|pain help)
            ^ chest pain .. (right now|now|rn|help|took|after|scared|and)
            (left arm|my arm|jaw|left side) .. (numb|pain|hurts|tingling|going numb|hurting) .. (chest|heart|took|after|
                kratom|now|.|$)
            (heart|heartbeat|heart rate|pulse|hr|bpm) (is|rate|beating|rate is|rate at|been|was|at|went|keeps|up|feels|
                like|has|of|to|beat|s|over|been at|s at|just hit)?  .. #140-250
            (heart|heartbeat|heart rate|pulse) .. (pounding|racing|skipping|going crazy|beating|exploding|explode|
                stopping|irregular|fluttering|out of control|jumping|wont slow|beating out|skipping beats|going insane|
                through the roof|speeding) .. (cant|wont|scared|help|out of|dizzy|faint|breathe|rn|right now|now|chest|
                die|dying|pass|blacking|numb|took|hospital|er|freaking|panicking|shaking|hours|sweating|stop)
            (cant|wont|scared|help|dizzy|faint|fainted|breathe|blacking out|passing out|numb|took #|took too|sweating|
                shaking|freaking out) .. (heart|pulse) .. (pounding|racing|skipping|going crazy|beating|exploding|
                explode|irregular|fluttering|out of control)
            (i|im|i keep|keep|kept|i just|i feel like im|like im|like ill|about to|think im|gonna|going to|i might|cant
                stop) (gonna|going to|about to|am|just|almost|nearly|may|be|ill|to)? (passing out|pass out|blacking out|
                black out|faint|fainting|fainted|blacked out|lose consciousness|losing consciousness|go unconscious|
                going unconscious|slipping away|losing vision|going blind)
            (vision|sight|eyesight|everything|eyes) .. (going|went|turning|goes|getting|is|gone|fading|all) (black|dark|
                white|blurry and|tunnel|out|in and out|blind|to black)
            (cant|cannot|can not|couldnt|lost|losing) (even|really)? (feel|feeling in|move|feeling of|control of) my
                (face|arms|arm|legs|leg|hands|body|feet|fingers|left|limbs|mouth)
            (face|one side|left side) .. (drooping|droop|numb and|paralyzed|went numb|is numb)
            (cant|cannot|couldnt|barely|hardly) (even|barely)? (stand|stand up|walk|swallow|keep my eyes open|stay
                awake|stay conscious|see straight|get off the floor|see anything) .. (took|kratom|help|now|rn|scared|
                dizzy|heart|chest|after|and|throat|7oh|drink|drank|face)
            (took|drank|ate|after|kratom|7oh|drink) .. (cant|cannot|couldnt|barely) (even|barely)? (stand up|stand|walk|
                swallow|keep my eyes open|stay awake|see|talk|move|speak)
            (cant|wont|not) stop (throwing up|vomiting|puking|shaking|sweating and) .. (took|kratom|7oh|help|hours|
                blood|now|scared|after|please)
            (took|drank|ate|kratom|7oh|shot|extract) .. (cant|wont|not) stop (throwing up|vomiting|puking|shaking)
        """),
        exceptions=(*PAST, *ASKED, *REPORTED, *HYPOTHETICAL, *MILD, *rows("""
            (passed|blacked|passing|blacking) out (drunk|from drinking|drinking) ..
            (cant|cannot) (walk|move|stand|talk|stay awake) (because of|due to|from|with) (arthritis|pain|my (back|knee|
                knees|hip)|fibro|ms|neuropathy) ..
            (now|and|so|but) (i|he|she|they) (cant|cannot) (talk|move|walk|get up|remember|stay awake) (about|to|on|
                past|how|the|what|where|if|why|without|at work|in the morning|early|back|forward|as (fast|much)) ..
            (off|get (it|that|this|something)) (my|his|her) chest ...
            chest (pain|pains|tightness|pressure) (a|an|is a|from kratom a|as a) (side|symptom|sign|known|common|
                effect) ...
            {kratom} (and|for|causing|cause|causes|chest|heart) .. (chest pain|chest pains|chest tightness) (common|
                normal|link|studies|reports|.|$|?)
            (normal|resting|safe|max|target|average) (heart rate|pulse|hr) ...
            (blood pressure|bp) .. #140-250
            (go|goes|going|went|all) (black|dark|white) (vein|friday|roast|market|tea) ...
            (barely|hardly|cant|cannot) (stand|swallow|walk) (the|it|this|kratom|that|how|when|my|capsules|pills|him|
                her|big|powder) ...
            (cant|cannot|barely) (stay awake|walk) (at work|in class|without|because of (arthritis|my)|from (pain|
                arthritis|my)) ...
        """)),
        fires="sharp chest pain right now after a kratom shot",
        quiet="does kratom give some people chest pain",
    ),
)
