"""The rules against advice on amounts."""

from bot.answering.models import RefusalKind
from bot.answering.triage_patterns import Rule, rows

RULES = (
    Rule(
        id="dosing",
        verdict=RefusalKind.DOSING,
        means="Asks how much or how often to take, or what an amount equals.",
        patterns=rows("""
            (sweet spot|magic number|right amount) (for|of|is|.|$|?|with|dose|number)
            how (much|many) .. for (a|the)? (good time|party|night out|buzz|high|weekend|rave|beginner|body high|nod)
            (i weigh|im # (pounds|lbs|kg)|weighing) ... how (much|many)
            how (much|many) .. is (one|a|1|a single|considered a) dose
            (good|safe|right|normal|high|low|typical|standard|big|strong|reasonable|decent|average|starter) dose (.|?|$|
                of|for|to)
            (conversion|equivalent|equivalence|equivalency|equals) .. (from|of|between) .. ({kratom}|#) .. (to|and|in|
                vs)
            how (much|many) .. should .. (take|use|drink|have|eat|dose|start)
            # {measure} or # {measure}
            (take|use|dose|drink|have|taking) .. (# times|twice|three times|four times|every # hours|multiple times|
                once) .. (a day|per day|daily|day|hours|a week|per week)
            how (do|should|can|to|does one|would) (i|you|u|one|we)? (dose|dosage)
            how many .. {measure} .. (safe|ok|okay|too many|too much|a day|per day|at once|is good|are safe|do i|
                should i|can i|to take|should|for)
            (is|are|would|will) (a|an|one|two|half a|half|a whole|a single|#) ({measure}) .. (too|enough|ok|okay|safe|
                good|a lot|strong|much|right|fine)
            what (gram|grams|mg|milligram|capsule|weight|number of) .. (amount|dose|count|gets|would|should|works|to)
            (lower|reduce|drop|cut|taper|decrease) .. (dose|intake|amount|use) .. how (much|many|fast)
            how (much|many) (every|each|per) (day|week|time)
            (how much|how many|what) .. (gets|get|makes|make|gives|give) (you|me|u|someone|one) (high|euphoric|buzzed|
                a buzz|sleepy|relaxed|energy|the wobbles)
            (how much|how many|howmuch|how mcuh|hm) .. {product}? .. (should|shall|do|can|could|would|must|to|may|
                is safe to|is ok to|is it safe to|is it ok to|is good to|did) .. (i|you|u|one|a person|someone|a
                beginner|beginners|a newbie|people with|an adult|a first timer|newbies|a woman|a man|we|my) .. (take|
                use|drink|need|start|try|dose|eat|have|ingest|consume|chew|redose|begin|swallow|brew|do|mix|get away
                with)
            (how much|how many|howmuch) {product}? (should i|do i|can i|to) (take|use|drink|need|dose|start|try|have|
                eat|ingest)
            how (much|many) .. (to take|to use|to drink|to dose|to start|to feel|to get|to try|for a first|for first|
                for beginners|for a beginner|for my first|for someone|for a # lb|for # lbs|for # pounds|for # kg|per
                dose|for one dose|a dose|is a dose|per serving|at a time|at once|in one day|each time)
            how much .. {product} .. (for|to help|to treat|to sleep|to kill) .. {ailment}
            how (much|many {measure}) .. (for|to help with|to treat) .. {ailment}
            (how many|how much) {measure} .. (should|do|can|to|would|for|of|is|equal|equals|will|does|a day|per day|
                each|at)
            (give me|tell me|need|recommend|recommended|suggest|suggested|correct|right|proper|ideal|optimal|best|good|
                starting|beginner|normal|safe|effective|perfect|standard|max|maximum|minimum|initial|optimum|exact|
                typical starting|highest|lowest|biggest|smallest|largest) (kratom|7oh|daily|beginner|starting|first|
                single|max|safe|oral|extract|leaf|my)? (dose|dosage|dosages|doses|dosing|serving size|amount|
                quantity) (for|to|of|should|do|is|if|per|would|works|i|when|as|a|on|in|with|that|you|.|$|?|kratom|7oh|
                red|green|white|and|based|by)
            (what|whats|what is|which|what would be) (a|the|your|my|an)? (good|best|right|safe|typical|normal|ideal|
                proper|recommended|starting|beginner|correct|optimal)? (kratom|7oh|daily|starting|first|single|
                extract)? (dose|dosage|doses|dosages|dosing|serving size|amount|quantity) (for|to|of|should|do|is|if|
                per|would|works|i|when|as|on|in|with|.|$|?|kratom|7oh|red|green|white|and|based|by|you|people)
            (whats|what is|what should be|need|calculate|figure out|find|know|tell me) .. my .. (dose|dosage|serving)
            (give|tell|provide|list|state|write|calculate|recommend|suggest|explain|need|want|share) .. (dose|dosage|
                dosing|dosages|doses|exact amount)
            (^|kratom|7oh|extract|vein|bali|malay|da|borneo|capsule|powder|leaf|mitragynine) (dosage|dosing|dose) (for|
                of|help|please|tips|range|info|amounts)
            (dosage|dosing|dose|doses) (guide|chart|calculator|schedule|recommendations|recommendation|advice|
                instructions|plan|table)
            (dosing|dosage|dose) .. (for|chart|guide|schedule|plan|calculator) ..
            (starting|beginner|threshold|recommended|sweet spot|ideal|maintenance) (dose|dosage|doses|amount|serving|
                dosages)
            (how often|how frequently|how soon|how long|when|how many times|how many hours) .. (can|should|do|could|
                until|before|to|may|between|wait|a day|is it safe to|is it ok to) .. (i|you|u|we)? .. (take|redose|dose|
                re dose|taking|dosing|use|drink|doses|redosing|do it|have another|another dose|more|second
                dose) .. (again|more|another|it|kratom|7oh|red|dose|safely|day|.|$|?|extract|shots|in between|apart|
                after)?
            (space|spacing|time) .. doses
            (is|are|would|will|was) (taking)? # ({measure}|{measure} of {product}) .. (too much|enough|a lot|safe|ok|
                okay|good|too many|high|low|strong|alot|dangerous|a good|fine|too little|reasonable|normal|excessive|to
                much|work|effective|overkill|a normal|a high|a big|bad|the right)
            (can|could|should|is it ok to|is it safe to|is it okay to|safe to|may|ok to|could) (i|you|u|we)? (take|use|
                drink|eat|have|dose|do|up to) .. # {measure}
            (will|would|is|are) # {measure} .. (get me|make me|help|kill|do|be enough|enough|work|put me|knock)
            # {measure} .. (equal|equals|equivalent|equivalence|equivalent to|compare to|comparable to|same as|is equal|
                convert|vs) ..
            (equivalent|equivalence|equals|equal|conversion|convert|equivalency|comparable) .. (of|to|between|for|in)
                .. # .. {measure}
            (how many|how much|what) .. (equal|equals|equivalent|is like|compares to|same as|comparable) .. (#|oxy*|
                hydro*|morphine|suboxone|percocet|vicodin|heroin|norco|tramadol|methadone)
            (taper|tapering|reduction|weaning|step down|cut down|detox) .. (schedule|plan|chart|calculator|table|
                protocol|timetable|program|regimen|calendar|guide)
            (schedule|plan|chart) .. (for|to) .. (taper|tapering|wean|weaning|cut down|cutting down|step down|reduce|
                come off|coming off|get off|quit)
            (how fast|how much|how many|how quickly|how slow|how slowly|by how much|what rate|what percent|
                what percentage) .. (taper|tapering|cut|reduce|drop|lower|decrease|step down|wean|cutting|come down|go
                down)
            (taper|tapering|wean|get off|come down|step down|cut) .. (from|at) # {measure}
            (double|triple|up|increase|raise|max out|halve|adjust|split|weigh|measure|calculate|figure out|work out) ..
                my .. (dose|dosage|doses|serving|intake)
            how (much|many) ({product}|{measure}|of it)? (is|are|s|would be|counts as|constitutes|becomes)
                (considered)? (too much|too many|enough|safe|a safe|a good|a normal|a dose|a high dose|a low dose|
                the limit|ok|okay|right|considered)
            (what|whats) (is|s|would be|considered|counts as)? (considered)? (too much|the limit|the max|the most|
                the maximum) .. (i can|to take|for a|for me|for my|you can|dose|per day|a day|kratom|safely)
            (max|maximum|safe|daily) (daily|safe)? (limit|amount|dose|dosage|intake|max) .. (of|for|kratom|7oh|per|i|in|
                a)
            (should|shall|can) i (take|redose|dose|eat|drink|have) .. (more|another|again|# more|a second|half more|
                extra|two|three|some more)
            (dose|dosing|dosage) .. (by|for|based on|at) .. (weight|body weight|my weight|lbs|pounds|kg|beginners|
                beginner|newbie|first time|euphoria|sedation|energy|pain|sleep|anxiety|opiate)
            (exact|specific|precise) .. (dose|dosage|dosing|amount|amounts|grams|dosages)
            how (big|large|small|strong|high|low) .. (dose|doses|serving|scoop|amount)
            (half|one|two|a|#) (tsp|teaspoon|teaspoons|tbsp|tablespoon|tablespoons|scoop|scoops|spoonful) .. (enough|
                too much|ok|safe|good|a lot|grams|equal)
            (what amount|what dose|how much kratom|how many grams|how many capsules) .. (works|work|helps|help|
                relieves) .. (for|with|best)
            (how much|how many|what amount|what dose) .. (will work|needed|required|necessary|do you take|
                do you guys take|do yall take|you take|u take|does everyone take) .. (for|with|to|on|pain|sleep|.|$|?|
                at|a|each|in|per)?
        """),
        exceptions=rows("""
            (elevated|raised|high|abnormal|alt|ast|liver|enzymes|levels|numbers) ... how long ...
            how long (can|could|does|do|will|might|would) (that|this|it|they|recovery|healing) .. take ..
            how many hours of sleep ...
            (what|how) (amount|much|many|quantity) ... (allowed|legal|permitted|possess|legally|lawful|limit by law|
                prohibited) ...
            is (a|the|one) (higher|lower|high|low|large|small|bigger|different|single|heroic) (dose|amount) .. (more|
                dangerous|toxic|risky|worse|safer|linked|sedating|stimulating|harmful|cause|bad) ..
            (is|was|were|at|with|had|after|from|does|do|of|in) (a|an|the|any)? (high|low|big|strong|safe|standard|
                typical|normal|average) dose (of|for) (naloxone|narcan|alcohol|caffeine|mitragynine in) ..
            (does|do|did|can|could|will|would|is it true|has|at|after|of|with|than) .. (high|low|big|strong|large|
                higher|lower) (dose|doses) ..
            (taper|tapering) .. (work|better|easier|safer) ..
            (cost|costs|price|prices|priced|money|pay|paid|charge|dollars|worth|expensive|spend|tax|taxes|fine|jail) ...
            how (much|many) .. (cost|costs|price|money|tax|taxes|evidence|research|data|studies|time (do|does|is|it|
                until)|risk|risks|danger|do (we|scientists|doctors|researchers|experts|you) (know|charge|cost)|people|
                deaths|states|strains|countries|users|americans|alkaloids|calories|caffeine|years|types|kinds|brands|
                varieties|colors|cases|kids|teens|poison|reports|overdoses|worse|stronger|better|weaker|does it (cost|
                weigh|matter|affect|vary|raise|lower)|more|of an|different|longer|water|tip|fat|tolerance|addiction) ...
            (legal|legally|possess|possession|own|carry|bring|import|allowed|law|tsa|fly|felony) ...
            how (much|many) ... (legally|possess|possession|carry|own|bring|fly|import|mail|ship|buy|stock|store|order|
                sell|grow) ...
            how (much|many) .. (is|are|does|found|contained|contain|theres|there|actually|really|usually) (it|a|the|one|
                each|there|actually|really|naturally|usually|feel free|bottle)? .. (in|inside|found in|contained in|
                contain|have in|naturally in|per shot|per capsule|per pill|inside of) (a|an|the|kratom|each|one|most|
                feel|typical|leaf|my (shot|shots|bottle|capsules|tea|powder|pills|gummies)|these|those|this|opms|
                natural|dried|fresh|mit|7oh|of) (bottle|shot|feel|capsule|pill|tablet|gummy|leaf|kratom|leaves|powder|
                product|products|extract|tea|drink|free|mit|opms|typical|average|single|standard|natural|fresh|dried|
                gram|teaspoon|kilo|bag|of|can|.|?|$) ...
            (study|studies|trial|trials|research|survey|surveys|researchers|participants|subjects|patients in|
                scientists|clinical|paper|literature|mice|rats|animal|animals|rodents|volunteers|report|reported|
                observational) ...
            ... (study|studies|trial|trials|research|survey|surveys|researchers|participants|volunteers|mice|rats|
                animals|rodents|literature|traditionally|traditional users|in thailand|in malaysia|farmers|the
                paper) ...
            (does|do|are|can|could|will) (a|the|higher|low|lower|high|large|small|bigger|different|smaller|increasing|
                it matter|effects|the effects|kratom) .. (dose|doses|dosage|dose dependent|amounts) ...
            (is there|are there|is there any|does a|there) .. (a|any|an|known|such thing as)? .. (safe|lethal|standard|
                established|toxic|official|fatal|agreed|recommended|fda|proven|known|harmless) .. (dose|dosage|amount|
                dosing|limit|level|doses|guideline|guidelines|dosages) ...
            (why|what happens) .. (dose|doses|dosing|dosage|amount|no|isnt|is there no) ...
            (dose|doses|dosage) (dependent|dependently|response|related|makes|make|cause|causes|of (the vaccine|narcan|
                naloxone|suboxone|tylenol|vitamin|reality|ibuprofen)) ...
            (lethal|fatal|toxic|deadly|overdose|ld50) (dose|doses|dosage|amount|level) ...
            (dose|dosage|doses) .. (of|for) .. (naloxone|narcan|clonidine|suboxone for|methadone for) ...
            how long .. (does|do|is|will|after|should i wait (after|between|before)) .. (last|stay|kick|take|withdrawal|
                withdrawals|work|half|effects|take to|surgery|driving|drinking|alcohol|suboxone|to (kick|work|feel)|
                test|pregnan*|coffee|drive) ...
            how (often|frequently) (do|does|did|are|is|have) (people|users|it|kratom|others|they|most|doctors|labs|
                traditional|this|that|seizures|deaths) ...
            (when|how long|how soon) .. (take|taking|use|drink|dose) .. (a (break|test|drug)|effect|hold|place|care|off|
                medicine|medicines|meds|my (medicine|meds|zoloft|lexapro|antidepressant)|suboxone|tylenol|alcohol|
                coffee|adderall|xanax) ...
            how long .. (until|before|till) .. (it|kratom|i feel|withdrawal|tolerance|they|i (test|can drive|get|
                become)|the|my|effects) ...
            # {measure} .. (of (caffeine|coffee|alcohol|sugar|tylenol|ibuprofen|adderall|melatonin|zoloft|lexapro|
                water)) ...
            (much|many|of|for|amount|dose|dosage|take|taking|drink|use) {other} ...
            (label|labels|package|packaging|packages|bottle) .. (tell|say|says|list|show) ...
            (tip|drink water|water|weight|exercise|screen|sleep) should i ...
        """),
        fires="how many grams should i take for back pain",
        quiet="how much does a bag of kratom cost",
    ),
)
