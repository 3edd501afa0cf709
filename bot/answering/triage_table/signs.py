"""The rules for the signs of an emergency of the body."""

from bot.answering.models import CrisisKind
from bot.answering.triage_patterns import Rule, rows
from bot.answering.triage_table.frames import ASKED, HYPOTHETICAL, MILD, PAST, REPORTED

RULES = (
    Rule(
        id="breathing",
        verdict=CrisisKind.OVERDOSE,
        means="Someone does not breathe, breathes badly, is blue or grey, or makes the sounds of it.",
        patterns=rows("""
            (breath|breathing|breaths) (just|sometimes|keeps|kept|has|is)? (stops|stopping|pauses|pausing|paused|
                cuts out|cutting out|gone|fading|quits)
            (rattling|rattle|gurgling|wheezing|choking|gasping) (noise|noises|sound|sounds|breath|breaths)
            (making|makes|make|made) .. (rattling|gurgling|choking|gasping|wheezing|weird|strange|odd|funny|scary)
                (noise|noises|sound|sounds|snoring|breathing)
            (lungs|lung) .. (not working|arent working|isnt working|stopped|failing|shutting|closing|wont|cant|
                dont work|collapsed|giving out|filling|stop)
            (cold|freezing) to (the)? touch
            (not|isnt|arent|wasnt|aint|barely|hardly|stopped|stops|keeps stopping|no longer|not really|quit|almost not|
                scarcely) (really|even|hardly|fully)? (breathing|breathe)
            (cant|cannot|can not|can barely|can hardly|couldnt|wont|unable to|hard to|struggling to|trouble|
                having trouble|difficulty|problems|hard time|forgetting to|forget to|difficult to) (really|even|seem to|
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
        frames=(*PAST, *ASKED, *REPORTED, *HYPOTHETICAL, *MILD),
        exceptions=rows("""
            ... (after|for|over|in) (years|months|# years|# yrs|# months) of ..
            ... # (years|yrs|months) of (that|this|the)? ..
            (breathe|breathing|breath) (through|thru|out of) (my|the) (nose|mouth) ..
            breathe (easy|easier|a sigh|better|freely) ..
            (blue|purple) (lotus|raspberry|razz|shield|bottle|bag|label|capsules|caps|pill|pills|light|cross|magic|
                package|one|ones|shot|flavor|kratom|m30|m30s|dream|tablets) ...
            (is|was|feeling|looks|im|are) (so|a bit|kinda|really|feeling)? (blue|grey|gray) (lately|today|area|zone|
                and down|since i quit|color|market|matter|hair|in (color|colour)) ...
            (legal|law|status|legality|market|its|thats) .. (gray|grey) ...
            (powder|leaf|tea|urine|tongue|pee|poop|stool|capsules|extract|kratom|hair|kratom is|it|room|houses|hands)
                (is|was|turned|looks|went|got|gets|turning|are)? .. {bluish} ...
            (cold|clammy|sweaty) hands ...
            breathing (exercise|exercises|technique|techniques|room|meditation|work|problems like|disorder|treatment)
            hold my breath ...
            choking (it|this|that|kratom|the powder|powder|down|on toss|.. down) ...
        """),
        fires="her lips are turning blue and she's barely breathing",
        quiet="can kratom slow your breathing like opioids do",
    ),
    Rule(
        id="unresponsive",
        verdict=CrisisKind.OVERDOSE,
        means="Someone cannot be woken, does not respond, has collapsed or has no pulse.",
        patterns=rows("""
            {wont} (answer|respond|react|move|wake|talk|wake up) .. when (i|we|they|you) (yell|shake|call|slap|scream|
                talk|touch|poke|shout|pinch)
            {someone} .. (dropped|fell|falls|went|collapsed|slid|sank) .. (to|onto) the (floor|ground)
            {someone} .. (on the|on my|on our|face down|in the) .. (floor|ground|pavement|sidewalk) ..
            {someone} .. (ice cold|stone cold|freezing cold|so cold to)
            {wont} .. get .. (a response|a reaction|any response|any reaction|response|him up|her up)
            (pulse|heartbeat|heart beat) (is|feels|seems|was|s|really|very)? (really|very|so|super|barely|kinda)? (weak|
                slow|faint|thready|barely there|gone|irregular|slowing|low|stopping)
            (i|ive) (just|keep|kept|have)? (passed|blacked|passing|blacking) out (twice|again|three|multiple|several|
                in the|at work|and hit|after (taking|the|that|drinking|a|one|this|my|kratom|7oh)|from|since|a few times|
                earlier|cold|on the (floor|toilet|stairs|bathroom))
            {someone} .. pupils .. (tiny|pinpoint|pinned|pin|small|dots|dilated|huge|gone)
            {someone} .. (tiny|pinpoint|pinned|pin) pupils
            pupils .. (tiny|pinpoint|pinned) .. (wont|cant|not|eyes|breathing|help|he|she|hes|shes)
            {wont} .. (open|opening) (his|her|their|my) eyes
            (get|make|getting) (him|her|them) to (open|wake|respond|talk|move|answer|breathe|stand|get up|come to)
            (in and out of|slipping out of|losing|lost|lose|loses|regain|regained|loss of|going in and out of|
                slipping in and out of|barely) (consciousness|conscious)
            (organs|liver|kidneys|body|heart|brain) (is|are)? (shutting down|failing|giving out|shutting off)
            {wont} .. (wake|waking|woken|wakes|woke) .. (up|him|her|them|my|the|from|.|$)
            {wont} (even|really|seem to|be able to|get)? (wake|waking|woken|rouse|arouse|stir|stirring|be woken|
                be roused)
            (cant|couldnt|cannot|trying to|tried to|how do i|hard to|unable to|having trouble|struggling to|
                difficult to) .. (wake|waking|rouse|revive) (him|her|them|my {kin}|the {kin}|this guy)
            (cant|couldnt|cannot|trying to|tried to|how do i|unable to|struggling to) .. (get|keep|getting|keeping)
                (him|her|them|my {kin}|the {kin}|this guy) (up|awake|to wake up|to wake|to respond|conscious|breathing|
                to breathe|to get up|to answer)
            {someone} .. {wont} .. (respond|responding|responsive|react|reacting|answer me|answering me|moving|move|
                get up|getting up|stay awake|talk|squeeze|open her eyes|open his eyes|opening his eyes|opening her eyes|
                stand|coming to|come to|conscious|making sense)
            (not|isnt) (moving|responding|breathing|talking|waking) (or|and|nor) (moving|responding|breathing|talking|
                waking)
            (not|isnt|barely|hardly|stopped|no longer|wont|doesnt|semi|never) (really|even)? (responding|responsive|
                conscious|respond|coherent) ..
            (unresponsive|unconscious|comatose|out cold|lifeless|unrousable|unarousable|catatonic)
            {someone} .. (passed out|passing out|collapsed|blacked out|blacking out|fainted|fainting|fell down|
                fell over|went limp|is limp|limp|foaming|convulsed|nodding out|nodding off|in and out|od|overdosed|
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
        frames=(*PAST, *ASKED, *REPORTED, *HYPOTHETICAL),
        exceptions=rows("""
            {kin} (overdosed|oded) (back)? (in the|when|during) (nineties|eighties|seventies|sixties|past|war|army|i
                was|we were|he was|she was) ..
            (was|were|be) out cold (after|all|until|by|in bed|at|for the night) ..
            (waking|wake|woke) up (before|until|till|early|in time|on time|with|feeling|rested|refreshed|late) ..
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
            {wont} wake (up)? (early|before|without|feeling|at|in the middle|groggy|on time|refreshed|for work|
                the (baby|kids|neighbors)) ...
            {kin}? (alarm|phone|laptop|computer|bot|discord|vendor|support|site|seller|mods|mod|doctor|doc|company|
                insurance) .. {wont} .. (respond|responding|wake|move|moving|answering) ...
            (he|she|they|{kin}|vendor|seller|company|doctor|mods|bot) {wont} .. (respond|responding|answer|answering|
                reply|move|talk|react) .. (to|my)? (emails|email|texts|dms|dm|messages|calls|to kratom|to ssris|to my
                messages|to treatment|in|about|anymore|with me|well|well to|me back|to me since) ...
            (unconscious|lifeless) (bias|mind|habit|decision|of)
            (passed out|collapsed|fell over) (laughing|drunk|tired|on the couch|from exhaustion|asleep watching) ...
            (died|die|dying|death|overdosed|killed) ... (unconscious|found) ...
        """),
        fires="my boyfriend took 7oh and xanax and i can't wake him",
        quiet="is passing out a side effect of kratom",
    ),
    Rule(
        id="heart-or-fainting",
        verdict=CrisisKind.OVERDOSE,
        means="Chest pain now, a heart that races out of control, fainting, going numb or blind.",
        patterns=rows("""
            (vision|sight|eyesight) (is|just|went|has|has gone|keeps)? (gone|going|fading|disappearing|blacking)
            (heart|chest|head) .. (going to|gonna|about to|feels like|might|will) .. (explode|burst|give out|pop out|
                beat out|rip open|stop beating|stop)
            chest (crushing|tightening|exploding|seizing|is crushing|on fire|feels crushed|being crushed)
            (now|and|suddenly|but|so) (i|he|she|they|hes|shes|my legs|my arms) (cant|cannot|can not|can barely|
                can hardly|wont) (even|really)? (move|walk|talk|stand|stand up|feel my|breathe|swallow|stay awake|speak|
                see straight|see anything|keep my eyes|lift|get up|remember)
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
                like|has|of|to|beat|s|over|been at|s at|just hit)? .. #140-250
            (heart|heartbeat|heart rate|pulse) .. (pounding|racing|skipping|going crazy|beating|exploding|explode|
                stopping|irregular|fluttering|out of control|jumping|wont slow|beating out|skipping beats|going insane|
                through the roof|speeding) .. (cant|wont|scared|help|out of|dizzy|faint|breathe|rn|right now|now|chest|
                die|dying|pass|blacking|numb|took|hospital|er|freaking|panicking|shaking|hours|sweating|stop)
            (cant breathe|cant stop|cant see|cant stand|cant calm|wont stop|wont slow|scared|help|dizzy|faint|fainted|
                breathe|blacking out|passing out|numb|took #|took too|sweating|shaking|freaking out) .. (heart|
                pulse) .. (pounding|racing|skipping|going crazy|beating|exploding|explode|irregular|fluttering|out of
                control)
            (i|im|i keep|keep|kept|i just|i feel like im|like im|like ill|about to|think im|gonna|going to|i might|
                cant stop) (gonna|going to|about to|am|just|almost|nearly|may|be|ill|to)? (passing out|pass out|
                blacking out|black out|faint|fainting|fainted|blacked out|lose consciousness|losing consciousness|go
                unconscious|going unconscious|slipping away|losing vision|going blind)
            (vision|sight|eyesight|everything|eyes) .. (going|went|turning|goes|getting|is|gone|fading|all) (black|dark|
                white|blurry and|tunnel|out|in and out|blind|to black)
            (cant|cannot|can not|couldnt|lost|losing) (even|really)? (feel|feeling in|move|feeling of|control of) my
                (face|arms|arm|legs|leg|hands|body|feet|fingers|left|limbs|mouth)
            (face|one side|left side) .. (drooping|droop|numb and|paralyzed|went numb|is numb)
            (cant|cannot|couldnt|barely|hardly) (even|barely)? (stand|stand up|walk|swallow|keep my eyes open|
                stay awake|stay conscious|see straight|get off the floor|see anything) .. (took|kratom|help|now|rn|
                scared|dizzy|heart|chest|after|and|throat|7oh|drink|drank|face)
            (took|drank|ate|after|kratom|7oh|drink) .. (cant|cannot|couldnt|barely) (even|barely)? (stand up|stand|walk|
                swallow|keep my eyes open|stay awake|see|talk|move|speak)
            (cant|wont|not) stop (throwing up|vomiting|puking|shaking|sweating and) .. (took|kratom|7oh|help|hours|
                blood|now|scared|after|please)
            (took|drank|ate|kratom|7oh|shot|extract) .. (cant|wont|not) stop (throwing up|vomiting|puking|shaking)
        """),
        frames=(*PAST, *ASKED, *REPORTED, *HYPOTHETICAL, *MILD),
        exceptions=rows("""
            (head) .. (explode|burst|pop) ..
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
        """),
        fires="sharp chest pain right now after a kratom shot",
        quiet="does kratom give some people chest pain",
    ),
)
