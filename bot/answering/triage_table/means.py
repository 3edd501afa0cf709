"""The rules for plans of suicide and the means to it."""

from bot.answering.models import CrisisKind
from bot.answering.triage_patterns import Rule, rows
from bot.answering.triage_table.frames import PAST

RULES = (
    Rule(
        id="suicide-means",
        verdict=CrisisKind.SUICIDE,
        means="Someone asks how much would kill, wants to overdose, or has the means at hand.",
        patterns=rows("""
            (should|shouldnt|maybe) i (just)? (overdose|od) (on|and|now|.|$|?|tonight)
            (looking|staring|stare|look|gazing) at .. (pills|gun|bridge|knife|rope|razor|razors|blade|noose|ledge|
                train tracks)
            (can|will|would|could) i die if i (take|took|ate|swallow|drink|drank) (#50+|all|the whole|a whole|every|
                an entire)
            (have|got|holding|hold|with|ive got|grabbed) (a|the|my) (blade|razor|knife|rope|noose|razor blade) ..
                (crying|alone|shaking|scared|bathroom|ready|wrist|wrists|arm|tonight)
            {someone} .. on (a|the|top of a|top of the) (bridge|ledge|roof|rooftop|train tracks|overpass|edge)
            (deadliest|most lethal|surest|guaranteed) (way|method|combo|combination|mix) .. (to use|to take|to go|
                to die|for me|of dying|out)
            (took|swallowed|taken|ate|downed) every (pill|tablet|capsule|med|medication|one of my|last)
            (gonna|going to|will|ready to|about to|want to|wanna|planning to) (finally|just)? do it (tonight|right now|
                this time|for real this time|before|while|when everyone|when they)
            (i have|ive got|i got|i bought|bought|ive bought|got) (a|my|the) (gun|pistol|shotgun|rifle|revolver) ..
                (yesterday|today|tonight|scared|last|because|now|week)
            (painless|painlessly|peaceful|easy|quick) (to|way to)? (overdose|od)
            (dont|do not|never) want to be found
            (ive|i have|i) (already|finally|have)? (planned|arranged) (it|everything) (all)? (out)? (for|.|$|nobody|
                no one|tonight)
            (engine|car) .. (on|running) .. (garage|found|hose|exhaust|windows|goodbye)
            (already|just) (took|taken|swallowed) (the|all the|all my|all|them all) (pills|tablets|capsules|bottle|
                of them)
            (scared|afraid|terrified) of (myself|what i might|what ill|what im going to|what im capable)
            (alone|sitting here|sitting|here|lying here) with (a|my|the|all) .. (bottle of pills|pills|gun|knife|razor|
                rope|blade)
            how (many|much) .. (it takes|does it take|would it take|it would take|does it take someone|take to die|
                to die|needed to die) (.|?|$|to (die|kill|end|overdose|od)|for it|before i die)
            how (much|many) ... (stop|stops) my (heart|breathing)
            (would|will|is|does) # {measure} .. (do it|do the job|do the trick|finish me|kill me|be enough to die|
                end it|be lethal|be fatal) ..
            (amount|dose|quantity|combo|mix|dosage) (that|which|it takes to|needed to|guaranteed to|to) (will|would|
                for sure)? (kills|kill|die|end it|ends it|end my life)
            (the|my|a|his|dads|loaded|moms) (loaded)? (gun|pistol|shotgun|revolver|handgun|noose|razor blade|
                razorblade) (.|?|$|back|in|on|from|under|next|to|and|but|is|he|again|tonight|looks|keeps)
            (looked up|looking up|researching|researched|googled|googling|searching) .. (ways|methods|how many pills|
                painless|how to (die|kill|overdose|end)|lethal doses|suicide)
            (bought|got|found|tied|tying|have|grabbed|getting) (a|the|my|some) (rope|noose) (.|$|today|and|tonight|in|
                from|ready|yesterday)
            (i have|ive got|i got|i bought|bought|im holding|found my dads|found his|have) (a|my|the) (gun|pistol|
                shotgun|rifle|revolver|loaded gun) (.|$|and|in|to|next|loaded|ready|here|under|on|tonight)
            (what|whats) .. (fatal|lethal|deadly) (amount|dose|quantity|dosage) .. (for someone|for a person|for a #|
                for me|for my|someone who|i weigh|me)
            (mix|take|taking|swallow|down|drink|mixing|eat) .. (everything|all) .. (cabinet|medicine cabinet|drawer|
                drawers|house)
            (thoughts|thought|talk|talking|talks|dream|dreaming|dreams|joke|jokes|joking|thinking) (of|about) (ending|
                end) (things|it|it all|her life|his life|their life|my life|myself|himself|herself)
            (forgive me|im sorry|sorry) (everyone|mom|for what|all|in advance)? .. (im|i am) about to do
            by the time (you|u|anyone|someone|they) (read|reads|see|sees|find|finds|get|gets) (this|me|it)
            what (i|im|ill) (might|may|could|going to|gonna|will|am going to|about to)? do to myself
            (how much|how many|what dose|what amount|what quantity|how strong|whats enough|is it enough|enough|
                what dosage|combo|combination|what) ... to (end it|end it all|end me|kill me|kill {self}|end things|end
                everything|end my|die|be fatal to me|finish me|do me in|take me out|not wake up|never wake up|overdose
                on purpose|go peacefully|stop my heart|stop breathing forever|end my suffering|put me out forever|put
                me down)
            (how much|how many|what dose|what amount|what quantity) ... (kill|kills|end|finish) (me|myself)
            (how much|how many|what dose|what amount|what) ... (is lethal for|is fatal for|lethal to|fatal to|
                lethal for|fatal for) (me|someone my|a person my|someone of my|my weight)
            (will|would|could|enough|guaranteed|sure) .. (#|all|whole|it|this|that|much|many|bottle|combo|to) .. (kill|
                finish) me (.|?|$|for sure|quick|quickly|fast|peacefully|painlessly|in my sleep|if i (take|took|
                swallow) (all|the|#))
            (most|most lethal|deadliest|lethal|any|least|quick|quickest|easiest|fastest|best|least painful|painless|
                peaceful|surest|easy|good|certain|nicest|gentlest) (painless|painful|peaceful|easy|quick|sure|clean|
                reliable|fast|foolproof|comfortable)? (way|ways|method|methods|dose|combo|drug|strain) (to|of|for) (me
                to)? (go|die|dying|end it|end it all|exit|end my|leave this|pass|check out|suicide|overdose|od|slip
                away|not wake)
            (want|wanna|wants|plan|planning|planned|going|gonna|trying|tryna|tried|hoping|hope|wish|intend|decided|
                thinking|urge|thought) (to|of|about|on|i)? (could)? (just)? (overdose|od|overdosing) (tonight|on
                purpose|myself|so|and|.|$|on|again|intentionally|soon|now|because|with|to|today)
            (overdose|od|overdosed|oded|overdosing) (on purpose|intentionally|deliberately|to die|myself to|tonight)
            (purposely|purposefully|intentionally|deliberately) (overdose|od|overdosed|overdosing|took too|took all|
                take too)
            (take|taking|swallow|swallowing|down|finish) (all|every|the whole|the entire|a whole|a handful) .. (pills|
                pill|bottle|meds|medication|stash|capsules|tablets|of it|of them|at once) (.|?|$|now|tonight|and|at
                once|in front|right now|so|ive|i have)
            (im|i am|ill|gonna|going to|about to|ready to|want to|wanna|might|should|thinking of|thinking about|
                plan to) .. (take|taking|swallow|swallowing|down|finish) (it)? (all|every|the whole|the entire|a whole|
                a handful) .. (pills|pill|bottle|meds|medication|stash|capsules|tablets|now|tonight|at once|right now|
                of it|of them|$)
            (took|swallowed|taken|downed|ate) (all|every|all of|the whole|the entire|a whole|an entire) .. (my|the|her|
                his|bottle of|of my|of the|of)? (pills|meds|medication|sleeping pills|antidepressants|xanax|tablets|
                prescription|prescriptions|medicine)
            (if i|i) (take|took|swallow|eat) (all|every|the whole|the entire|#) .. (will|would|am|could|do) i (die|
                be dead|finally|not wake|pass away|not wake up)
            (pills|bottle|stash|capsules|meds|handful|gun|rope|noose|razor|razors|blade|blades|knife|xanax|fentanyl|
                pistol|rifle) .. (in front of me|next to me|beside me|in my hand|in my hands|in my lap|in my mouth|on
                my bed|to my head|to my wrist|to my throat|around my neck|saved up|stockpiled|ready tonight|is ready|
                ready for)
            (saved up|saving up|stockpiled|stockpiling|hoarding|hoarded|stashed) .. (pills|meds|capsules|xanax|tablets)
                .. (plan|for|tonight|so i|to)
            (have|got|bought|holding|tied|tying|found|loaded|loading|made) .. (noose|rope|gun|pistol|razor|blade|
                razor blade) .. (ready|tonight|next to|in my|to my|plan|write|cant)
            (standing|sitting|stood|sat|im|up|climbed) (here)? (on|at|near|up on|in front of)? (the|a|this|top of a|
                top of the|my)? (edge of (a|the)|top of (a|the))? .. (bridge|ledge|overpass|rooftop|roof|train tracks|
                tracks|cliff|railing|parking garage|balcony) .. (right now|now|rn|and|about to|jump|ready|gonna|looking
                down|tonight|cant|want|thinking|.|$)
            {want} .. (jump|jumping|step|stepping|walk|walking|drive|driving|crash|crashing|run|leap|swerve|fall) ..
                (off|from|in front|into|in|under|over) .. (bridge|roof|building|train|balcony|window|cliff|overpass|
                traffic|bus|tree|wall|ledge|truck|tracks|car|river|pole|highway)
            (want|wanna|gonna|going to|ready to|might|about to|thinking of|thinking about) (just)? (jump|jumping) (.|$|
                tonight|and|off|in front|now|right now|already)
            (will|would|am|could) i (just)? (die|dead|be dead|pass) (in my sleep|peacefully|painlessly|quickly|
                instantly)
            (have|got|made|making|finished) (a|my|the) plan (to|for) (die|dying|kill|end|go|leave|tonight|overdose|od|
                it tonight|how to do it|jump|hang)
            (planning|planned|picked|set|chose|chosen|have|got|know|have got|figured out) (how to do it|a date|the date|
                my date|the day|a day for it|out how id do it|how ill do it|how i would do it|how i want to go|how i
                would go|how id do it)
        """),
        frames=(*PAST,),
        exceptions=rows("""
            should i (overdose|od) on (information|vitamins) ..
            (looking|look) at .. (my|the|your) (pills|pill bottle|bottle) .. (says|label|ingredients|what|do you|is it|
                expired) ..
            do it (tonight|this time|right now) .. (quit|cold turkey|taper|jump off|flush|clean|sober|stop) ..
            (quit|quitting|cold turkey|taper|tapering|clean|sober|throw it out) .. do it (tonight|this time|right now)
            {someone} (has|have|got|is|with|pulled|had|grabbed|owns|bought|took|came) .. (gun|pistol|shotgun|handgun|
                revolver)
            (already|just) (took|taken) (the|all my) (pills|tablets|capsules) (my doctor|for (the day|today|my)|
                prescribed|with (food|water|breakfast)) ..
            (massage|heat|glue|nail|top|smoking|water|nerf|price|tattoo|stun) gun ..
            (amount|dose|dosage) (that|which|to|needed to) .. (kill|kills|killed|die) (half|50|# percent|rats|mice|
                a (mouse|rat|dog|horse)|pain|the pain|bacteria|cravings|appetite) ..
            (that|it) (takes|took|would take) ... (mice|mouse|rat|rats|feel|work|kick in|see|start) ..
            gun (range|shop|safe|owner|rights|license|laws|law|permit|show)
            (lethal|fatal|deadly) (dose|amount) .. (mice|rats|animals|studies|humans|dogs) ...
            (kratom|it|this|that|doctor|boss|wife|mom|dad|parents|teacher|ex|taste|price|smell) .. (will|would|could|
                gonna|going to|might) kill me (if|when|lol|for|with|one day|someday|eventually)
            (will|would|could|can|is) (kratom|it|this|that|7oh) (slowly|eventually|one day|someday)? (going to|gonna)?
                (kill|harm|hurt|damage) (me|my) (long term|over time|someday|eventually|if i (use|take|drink|mix|have|
                combine))
            (do not|dont|didnt|never|afraid to|scared to|not going to|not gonna|not trying to|accidentally|worried i|
                not planning) .. (want to|wanna|going to)? .. (overdose|od) ...
            (how do i|how to|how can i) (avoid|not|prevent) ...
            (way|ways|method) (to|of) (go|pass|die) (about|for|to|a|the|my|through|if|out|down|.. test) ...
            (want|wanna|going|about|think|thinking) to (overdose|od) (on )? (information|details) ...
            (take|taking|swallow|took|taken) (all|every) .. (my|the|of)? .. (pills|meds|capsules|medication|medicine)
                (as|with|on time|in the morning|this morning|for the day|before|after|together|like|at the same time|
                daily|every) ...
            (walk|walking|drive|driving|run|step) (into|in) (the|a|my) (store|shop|gas station|clinic|er|hospital|house|
                car|door|work|vape)
            (jump|jumping) (ship|start|in on|into|on the|to|right in|in and|through|rope)
            (combo|combination|what) ... to (die for|end (withdrawal|withdrawals|cravings)) ...
        """),
        fires="how many grams would it take to end it all",
        quiet="how much kratom extract did it take to kill a mouse in the study",
    ),
)
