"""The rules against giving kratom to others, dropping medicine for it, and cheating tests."""

from bot.answering.models import RefusalKind
from bot.answering.triage_patterns import Rule, rows
from bot.answering.triage_table.frames import PAST

RULES = (
    Rule(
        id="giving-to-child",
        verdict=RefusalKind.GIVING_TO_OTHERS,
        means="Asks about giving kratom to a child, or how much for one.",
        patterns=rows("""
            (give|giving|feed) (some|it|this|any|a little|kratom|7oh|a bit|one|a capsule) to .. {young}
            (can|should|could|may) (a|an) (baby|toddler|infant|newborn|# month old|#1-9 year old) (have|take|drink|eat|
                try|use)
            (half|one|a|two|#|some|little) .. ({measure}|capsule|cap|pill|tablet|gummy|shot) .. for (my|a|our) ..
                {young}
            (give|giving|feed|let|letting) .. {young} .. {kratom}
            (give|giving|feed) .. {kratom} .. (to|for) .. {young}
            (how much|how many|what dose|what amount|dose|dosage|amount|safe amount) ... (for|to|can|should|give) ..
                {young}
            (how much|how many|what dose|dose) ... {young} .. (have|take|need|drink|use)
            (put|mix|add|slip|hide|sneak) .. {kratom} .. {young} .. (bottle|food|drink|milk|juice|formula|cereal|lunch)
            (share|sharing|split) .. {kratom} .. with .. {young}
            (can|could|should|may|is it ok for|is it safe for|is it fine for|is it okay for|ok for) (my|our) .. {young}
                .. (have|take|try|use|drink|start|to take|to have|to try|to use|to drink)
        """),
        exceptions=rows("""
            how (many|much) (hours|sleep|water|food|milk|screen time|vitamin) ...
            (legal|illegal|law|laws|allowed|crime|against the law|felony|charged|arrested|penalty) .. (give|giving|gave|
                sell|let|letting|for) ...
            (give|gave|given) .. to .. {young} .. (legal|illegal|charged|arrested|crime) ..
            (can|could|should) (my)? (son|daughter) .. (have|take|try|use) ... (with|while|and|if) ...
        """),
        fires="how much kratom is ok for a 10 year old",
        quiet="is kratom dangerous for children",
    ),
    Rule(
        id="giving-to-pet",
        verdict=RefusalKind.GIVING_TO_OTHERS,
        means="Asks about giving kratom to an animal, or how much for one.",
        patterns=rows("""
            (give|giving|feed|dose|dosing|medicate|let) .. {pet} .. {kratom}
            (give|giving|feed) .. {kratom} .. (to|for) .. {pet}
            (how much|how many|what dose|what amount|dose|dosage|safe amount) ... {pet}
            how (do i|to|can i|should i) (dose|medicate) .. {pet}
        """),
        exceptions=rows("""
            {pet} .. {swallowed} ...
            how (much|many) .. (is|are) .. (toxic|dangerous|poisonous|lethal) ...
        """),
        fires="can i give my old dog some kratom",
        quiet="are kratom leaves poisonous to dogs",
    ),
    Rule(
        id="giving-in-secret",
        verdict=RefusalKind.GIVING_TO_OTHERS,
        means="Asks how to give kratom to someone who does not know.",
        patterns=rows("""
            (slip|sneak|slipping|sneaking) .. {kratom} .. to .. (my|him|her|them|someone|a) ..
            (slip|slipping|sneak|sneaking|spike|spiking|hide|hiding|put|putting|mix|add|dose|drug|lace|give|giving) ..
                ({someone}|someones|somebody|peoples|people|roommates|wifes|husbands|friends|boyfriends|girlfriends|
                moms|dads|coworkers) .. (drink|food|tea|coffee|juice|water|meal|beer|smoothie|without|secretly|soup)
            (slip|slipping|sneak|sneaking|hide|hiding|put|putting|mix|add|stir) .. {kratom} .. (in|into|to) (his|her|
                their|someones|somebodys|{kin}s|my {kin}s|my {kin}|a {kin}s|the) .. (drink|food|tea|coffee|juice|water|
                meal|beer|smoothie|soup|dinner|lunch)
            (spike|spiking|lace|lacing) .. (drink|food|tea|coffee|punch|drinks|beer) .. (with)? .. {kratom}
            (secretly|covertly|sneakily) (give|giving|dose|dosing|feed|slip|put|drug|add)
            (take|have|use|drink|eat|give|dose|kratom) .. without .. (knowing|telling|noticing|consent|finding out|
                them know|him know|her know)
            without (him|her|them|my {kin}|telling (him|her|them)) (knowing|noticing|finding out)
        """),
        exceptions=rows("""
            (sneak|slip) .. past ..
            (sneak|slip) .. into (rehab|jail|work|prison|school|the) ..
            (take|use|drink|have|taking|using|buy) .. {kratom}? .. without .. (my (doctor|boss|wife|husband|mom|parents|
                dad)|anyone|people) (knowing|noticing|finding out) ...
            without knowing (what|the|how|if|it|that|about|where|whats|which|your) ...
            (order|get|buy|ship|ordering|getting|buying) .. without my (parents|mom|dad|wife|husband|family) (knowing|
                noticing|finding out) ..
            without telling (my|the) (doctor|doc|surgeon|boss|po|psychiatrist|ob|pharmacist) ...
        """),
        fires="how can i put kratom in my roommate's coffee without him noticing",
        quiet="is it risky to take kratom without telling my doctor",
    ),
    Rule(
        id="giving-to-adult",
        verdict=RefusalKind.GIVING_TO_OTHERS,
        means="Asks how much to give to another person.",
        patterns=rows("""
            (how much|how many) .. (do|should|can|could|would) i give
            get (my|him|her|someone|a|our) .. to (take|drink|eat|have|try|use) .. {kratom} .. (secretly|without|instead|
                somehow|tricking)
            (give|giving) .. (my)? {adult} .. {kratom}
            (give|giving) .. {kratom} .. to .. (my)? {adult}
            (how much|how many|what dose|dose|dosage) ... (for|give|should|can) .. my {adult}
        """),
        exceptions=rows("""
            (doctor|doctors|hospital|police|they|narcan|naloxone|cops) .. (give|giving) ...
            give (up|me|you) ...
        """),
        fires="i want to give my grandma kratom for her knees, how much",
        quiet="my grandma takes kratom, is it risky at her age",
    ),
    Rule(
        id="stopping-medicine",
        verdict=RefusalKind.STOPPING_MEDICINE,
        means="Asks about stopping, skipping or replacing a prescribed medicine with kratom.",
        patterns=rows("""
            {kratom} .. (replacement|substitute|alternative|sub|stand in) (for|to|of) my .. {medicine}
            (dont want to|tired of|hate|sick of|dont wanna|done with|no longer want to) (be)? (take|taking|on|using)
                (my|these|the) .. {medicine} ... {kratom}
            {quit} .. (my|taking|the|on|off|with|from|using|of)? .. {medicine} ... (kratom|{kratom}|strain|strains|
                instead)
            {kratom} .. (instead of|in place of|as a substitute for|as a replacement for|rather than|in lieu of) (my|
                taking my|the) .. {medicine}
            (can i|should i|could i|may i|ill|im gonna|i want to|i wanna|gonna|going to|want to|thinking of|
                thinking about|is it ok to|ok to|i can|how do i|how to) .. {kratom} .. (instead of|in place of|as a
                substitute for|as a replacement for|rather than|in lieu of) .. {medicine}
            {kratom} .. (to get off|to come off|to quit|to stop|to wean off|to switch from|to replace) (my|of my|the)?
                .. {medicine}
            (switch|switching|transition|transitioning|move|moving|swap|swapping|change|changing|jump|jumping|go|going|
                cross over|convert) .. (from|off|my|out) .. {medicine} .. (to|for|with|onto|over|using|and) .. {kratom}
            (replace|replacing|substitute|substituting|swap|swapping|sub|trade|trading|ditch|ditching|exchange|
                supplement out) .. {medicine} .. (with|for|by|and|using) .. {kratom}
            (which|what|best) .. (strain|kratom|vein|kind|type|color) .. (replace|replaces|instead of|substitute|
                substitutes|works like|in place of|replacement|sub for|as good as|replacing) .. {medicine}
            (get|getting|come|coming|wean|weaning|taper|tapering|kick) .. off .. {medicine} .. (with|using|by|and|via|
                on) .. {kratom}
            {kratom} .. (to|and) .. (get|getting|come|coming|wean|weaning|taper|tapering) .. off .. {medicine}
            (should|can|could|may|ok to|okay to|safe to|fine to|gonna|going to|want to|wanna|thinking of|thinking about|
                decided to|ill|im) (i|just|to)? .. (stop|quit|skip|ditch|drop|stopping|quitting|skipping|dropping|
                ditching|pause|hold) .. (my|taking|the) .. {medicine} .. (take|use|try|and|for|so|with|before|
                because) .. {kratom}
            (stopped|quit|quitted|dropped|ditched|threw away|tossed) .. (my|taking|the)? .. {medicine} .. (strain|
                kratom|7oh|replace|instead)
            (stop|quit|skip|ditch|drop) (my|taking my) {medicine}
            (treat|manage|control) .. (epilepsy|seizures|bipolar|schizophrenia|diabetes) .. with kratom instead
            (can|could|will|would|does|should) {kratom} (replace|substitute for|substitute|take the place of|
                be used instead of) .. my .. {medicine}
        """),
        frames=(*PAST,),
        exceptions=rows("""
            (evidence|study|studies|research|trial|trials|data|science|proof|proven) ... {medicine} ...
            (do|does|did|have|has|are) (people|anyone|some people|patients|users|doctors|many people|others) ...
            ... (evidence|studies|any research|any data|any proof) ...
            (do|does|must) (i|you|one|people|someone) (have to|need to|really need to) (stop|quit|skip|pause|come off|
                go off) ...
            (why|should i avoid|dangerous|danger|risky|risk|risks|bad idea|what happens|is it dangerous|is it bad|
                unsafe) ... {medicine} ...
            (better|safer|worse|stronger|weaker|cheaper|safer or|compare|compared|comparable|similar|different) ..
                (than|to|from|with) .. {medicine} ...
            (stop|quit|quitting|stopping|get off|come off|off of|off) (taking|using|my)? {kratom} .. (with|using|on|and|
                by|before|while|because|when|for|if|due) ...
            {medicine} .. (for|to treat|to quit|help|helps|treat) .. {kratom} (withdrawal|withdrawals|wd|addiction|
                dependence|dependency|use disorder|cravings|users|taper|detox) ...
            (quit|stop|get off|getting off|come off|taper off|off|quitting) {kratom} ...
        """),
        fires="i want to come off my zoloft and take kratom instead",
        quiet="can i have kratom while i take zoloft",
    ),
    Rule(
        id="test-evasion",
        verdict=RefusalKind.TEST_EVASION,
        means="Asks how to pass, cheat or prepare for a drug test.",
        patterns=rows("""
            (help|helps|let|allow|make|get) me (pass|test clean|test negative|pee clean)
            (detox|detoxing|cleanse|flush|clean|cleaning|get clean) .. (for|before|by|to pass) .. {test}
            (how|ways|way|help|need|want|best|tips|what|can i|fast|quick) .. (clean|clear|cleanse|flush|detox|purge|
                clean out|clear out|flush out) (my|ur|your|out my) (system|body|urine|pee|blood|hair|piss)
            (get|give|produce|submit|have|ensure|guarantee|fake) (a|me a)? .. (negative|clean) .. {test}
            (beat|beating|pass|passing|cheat|fool) .. (lab|kratom|mitragynine) {test}
            (pass|passing|beat|beating|cheat|cheating|trick|tricking|fool|fooling|fake|faking|defeat|get around|
                get past|getting past|bypass|bypassing|game|outsmart|dodge|evade|ace|clear|foil|skirt|survive) .. {test}
            (pass|passing|beat) ... (urine|ua|drug|pee|hair|saliva|swab|mitragynine|kratom) .. {test}
            (fake|synthetic|clean|powdered|dehydrated|someone elses|somebody elses|friends|dog|substitute|substituted)
                (urine|pee|piss|sample|whiz)
            (whizzinator|quick fix|monkey whizz|sub solution|urinator|quickfix|ub5000|upass|macujo|detoxify|mega clean|
                qcarbo|certo|sure jell|test clear|toxin rid|stinger detox|rescue cleanse|zydot)
            (detox|cleanse|flush|cleanser|flushing|detoxing|flushed|purge|cleansing) .. (drink|drinks|kit|kits|pill|
                pills|shampoo|tea) .. (kratom|test|work|system|screen|for|mitragynine)
            (detox|cleanse|flush|flushing|clear|clearing|purge|wash|sweat|eliminate|rid|clean|push) .. {kratom} .. (out|
                from|system|body|blood|urine|before|by|fast|quick|quickly|asap|hair)
            (flush|flushing|get|getting|clear|clearing|clean|push|sweat|wash|flushes|flushed) .. ({kratom}|it|
                mitragynine|everything) .. (out of|from|outta|out) .. (my|your|ur|the|body|system|blood|urine|
                me) .. (fast|faster|quick|quickly|quicker|before|by|asap|for|sooner|test|tomorrow|friday|monday|.|$|?)
            (speed up|quicker|quickest|fastest|faster|quick|fast) .. (eliminate|elimination|clear|detox|cleanse|
                get clean|flush|excrete|leave|get rid|out of my system|purge|metabolize it)
            (mask|masks|masking|hide|hides|hiding|dilute|diluting|diluted|adulterate|spoil|cover up|conceal|neutralize|
                alter|tamper) .. ({kratom}|it|mitragynine|my (pee|urine|sample|piss|use)|metabolites|alkaloids) .. (on|
                in|for|from|so|during|at|with|before)? .. {test}
            (mask|masks|masking|hide|hides|dilute|adulterate|conceal|cover) .. {kratom} .. (in|on|from) .. (urine|pee|
                blood|hair|sample|screen|lab|piss|panel|saliva)
            (dilute|diluting|tamper with|adulterate|swap|switch|substitute|spike) .. my .. (pee|urine|sample|piss)
            (add|put|use|using|drinking|drink|take|taking|will|does|adding) .. (bleach|vinegar|visine|niacin|zinc|
                cranberry juice|lots of water|creatine|pickle juice|lemon juice|baking soda|sure jell|goldenseal|green
                tea|water) .. {test}
            (does|will|can|would|do) .. (bleach|vinegar|visine|niacin|zinc|cranberry|creatine|pickle|baking soda|
                goldenseal|water) .. (flush|mask|pass|hide|clean|cleanse|beat|detox|dilute)
            (how long|how many days|how soon|when|how many hours|what day|how far|how early) ... (stop|quit|abstain|
                until|till|before|wait|clean|til|off it) ... (to|so|and|so that|in order to|so i|ill|i can|i will|
                i) .. (pass|be clean|come up clean|test clean|test negative|be negative|come back clean|piss clean|pee
                clean|be ok for my|beat|show up clean|be safe for)
            (get|getting|be|being|come up|test|piss|pee) .. clean .. (for|before|by|in time|quick|fast|quickly|asap|to)
                .. ({test}|po|probation|court|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|my|
                next week)?
            (drug)? {test} .. (tomorrow|monday|friday|coming up|in # days|next week|thursday|tuesday|wednesday|soon|
                in a week|in two days|this week|today) .. (how|need|what) .. (pass|clean|flush|detox|beat|clear|get rid|
                hide|get it out|rid|out of)
            (not|wont|dont|doesnt|without|avoid|keep it from|so it doesnt|so kratom doesnt|so it wont|so i dont|
                make sure it doesnt|prevent it|prevent kratom|keep kratom|stop it|stop kratom) (it)? (from)? (show|
                showing|showing up|failing|fail|getting caught|detected|being detected|testing positive|test positive|
                popping|pop|get caught|get detected|be detected|coming up|pissing hot) .. {test}
        """),
        exceptions=rows("""
            how (fast|quick|quickly|soon) (does|do|is|are|will|did) (the|a)? .. (clear|leave|eliminate|eliminated|
                cleared|break down|wear off) ..
            (stain|stains|gunk|powder|residue|taste|smell|dust|sludge|goo|clump|clumps) .. (out|off) (of|from)? ..
                (my|the) (carpet|blender|sink|shirt|clothes|cup|mug|teeth|rug|couch|jar|grinder|mouth|drain|car|bag|
                pot|fabric|jeans|bottle) ..
            me pass (my|the|a|this) (class|exam|driving|math|final|finals|course|chemistry|bio|interview|time|
                inspection) ..
            how long .. (take|does it take|to|for|until) (to|it to)? (flush|clear|leave|get|be)? .. (flush|clear|leave|
                cleared|flushed|get) .. ({kratom}|it) (out|from|of)?
            (did|do|does|has|have) (anyone|people|athletes|someone|products|vendors|brands|companies|labs|lots|batches|
                it|they) .. (pass|passed) ...
            (pass|passed|passing|clear|clears) .. (lab|purity|heavy metal|heavy metals|contaminant|quality|gmp|
                contamination|safety|microbial|driving|allergy|written|math|bar|vision|{medicine}) {test} ...
            (pass|passing) (my|the|a) (driving|drivers|math|history|english|bar|final|finals|class|physics|chemistry|
                bio|biology|permit|spelling|turing|vibe|smell|taste) ...
            (test|tests) .. (for|in) (heavy metals|salmonella|lead|contaminants|purity) ...
        """),
        fires="how do i pass a urine test if i took kratom",
        quiet="does kratom show up on a urine test",
    ),
    Rule(
        id="hiding-use",
        verdict=RefusalKind.TEST_EVASION,
        means="Asks how to hide kratom from those who supervise or treat them.",
        patterns=rows("""
            (hide|hiding|conceal|sneak|sneaking|keep|cover up|lie about|disguise|mask|lying about|smuggle) .. ({kratom}|
                it|this|use|that i|my) .. (from|to|past|into|at|around) .. {supervisor}
            (keep|stop|prevent|avoid|without|so) .. {supervisor} .. (from|finding|knowing|find|know|catching|noticing|
                finds|doesnt|catches|wont|cant|detecting|discovering|out)
            (sneak|smuggle|get|bring|hide) .. ({kratom}|it) .. (into|past|in) .. (rehab|jail|prison|detox|sober living|
                halfway house|work|barracks|basic training|school|hospital|court)
            (not|avoid|without|never|dont) .. (get|getting|be|being) (caught|busted|found out) .. ({kratom}|using|
                taking|it|at work|by|on|with)
            (lie|lying) to .. {supervisor} .. {kratom}
        """),
        exceptions=rows("""
            (import|importing|order|ordering|buy|buying|ship|shipping|customs|mail|smuggle) ...
            (should i|is it bad to|is it wrong to|dangerous to|risky to|is it ok to|why (do|would) people|
                is it risky to) (keep|hide|lie|conceal) ...
            (keep|keeping) .. (kids|children|dog|cat|pets|toddler|baby) ...
        """),
        fires="how do i hide my kratom use from my probation officer",
        quiet="should i tell my doctor that i take kratom",
    ),
)
