"""The rules against making, strengthening and misusing kratom products."""

from bot.answering.models import RefusalKind
from bot.answering.triage_patterns import Rule, rows

RULES = (
    Rule(
        id="routes",
        verdict=RefusalKind.MAKING,
        means="Asks how to snort, inject, smoke, vape or plug kratom.",
        patterns=rows("""
            (crush|crushing|dissolve|dissolving|cook|cooking|melt|melting|filter|grind) .. {product} .. (inject|
                injecting|snort|snorting|shoot|shooting|smoke|smoking|plug|iv|vape|rail)
            (how|best way|whats the way|way to|steps|tips|safest way|guide|right way|show me|properly|teach|easiest way|
                prepare|want to|wanna|technique|gonna|going to|should i) .. (boof|boofing|plug|plugging|snort|snorting|
                inject|injecting|shoot|shooting|shoot up|shooting up|iv|smoke|smoking|vape|vaping|dab|dabbing|rail|
                railing|insufflate|insufflating|bang|banging|freebase|parachute|slam|rectally|up my butt|intravenous|
                intravenously) .. {product}
            (how|best way|way|steps|properly|can i) .. {product} .. (rectally|intravenously|iv|up my nose|nasally|
                sublingually|in a vape|in my vape|into a vein)
            (shoot up|inject|snort|boof|plug|smoke|vape) .. {product} .. (how do i|how to|prepare|best way|properly)
            (how|best way|dosage) .. (boof|plug|snort|inject|shoot up|smoke|vape) (it|this|them)
        """),
        exceptions=rows("""
            (is|are|why is|why) .. (snorting|smoking|injecting|vaping|plugging|boofing|iv) .. (dangerous|safe|harmful|
                bad|worse|risky|unsafe|legal|addictive|a bad idea) ...
            (what happens|what are the risks|risks of|dangers of|danger of|risk|harms|what are the dangers|
                is it (dangerous|bad|safe|risky|harmful|unsafe)|why do people|do people|does anyone|has anyone|did
                anyone|dont|bad to) ...
            (plug|iv) (for|in|drip|fluids) ...
            (smoking|smoke|vape|smoked|snort) .. (weed|cannabis|cigarettes|tobacco|cigs|marijuana|nicotine|thc|shop|
                shops) ...
            (smoke|vape|head) (shop|shops|store|stores) ...
        """),
        fires="whats the best way to snort 7oh",
        quiet="is it harmful to snort kratom",
    ),
    Rule(
        id="making",
        verdict=RefusalKind.MAKING,
        means="Asks how to extract, convert, concentrate or press kratom products.",
        patterns=rows("""
            (whats|what is|what do i|what do you|what) .. (needed|need|required|takes) .. (to)? (make|synthesize|
                extract|cook|produce|convert) .. {concentrate}
            (how|steps|guide|tutorial|instructions|teach|show|tell|want|can i|best way) .. (do|doing|perform|run|
                running) .. (extraction|extractions|conversion|acid base) ..
            (how|steps|step|guide|recipe|tutorial|instructions|instruct|method|process|tek|teach|show|explain|explains|
                tell|walk|walks|procedure|way|ways|want|wanna|trying|help|can|could|easiest|best|pretend|story|write|
                describe|describes|detail|poem|scene) ... (make|making|extract|extracting|produce|producing|synthesize|
                synthesise|synthesizing|cook|cooking|press|pressing|convert|converting|isolate|isolating|concentrate|
                concentrating|oxidize|oxidise|brew up|turn|turning|purify|manufacture|manufacturing|create|creating|
                home ?brew|prepare|preparing|distill|made|refine|crystallize|pull|change|transform|turns|converts|
                makes) .. {concentrate}
            (convert|converting|turn|turning|oxidize|oxidizing|oxidise|change|changing|transform|transforming|
                synthesize|synthesizing|conversion) .. (mitragynine|kratom|leaf|powder|extract|alkaloids|mit) .. (to|
                into|2) .. (7oh|7 hydroxy*|7hydroxy*|hydroxymitragynine|pseudo*|extract|mgm|resin|concentrate)
            (how|to|can i|steps|ways|way|guide|best|help|and) .. (extract|isolate|pull|strip|separate|purify) ..
                (mitragynine|alkaloids|alkaloid|7oh|actives|kratom|the good stuff)
            (extracting|isolating|extraction of|isolation of|pulling) .. (mitragynine|alkaloids|alkaloid|actives) ..
                (at home|from|with|using|myself|diy|.|$)
            (kratom|mitragynine|alkaloid|7oh|leaf) .. (extraction|isolation|conversion|synthesis) (tek|at home|recipe|
                guide|method|with|how|solvent|steps|instructions|using|procedure|diy)
            (recipe|recipes|tek|instructions|formula|diy|homemade|home made) (for|of|to|on)? .. {concentrate}
            (make|making|press|pressing|cook|cooking|brew|brewing|create|synthesize) (my own|our own|your own|ur own|
                own|some|at home|homemade) .. {concentrate}
            (what|which|best) .. (solvent|solvents|acid|chemicals|reagent|reagents|oxidizer|catalyst|equipment|
                chemical) .. (extract|extracting|extraction|convert|to use|do i need|should i use|for extracting|to
                make)
            (acid base|a b|naphtha|acetone|ethanol|alcohol|vinegar|everclear|citric acid|oxone|butane|isopropyl) ..
                (extraction|extract|tek|pull|wash|method) ..
            (pill press|press (my|your|own|pills|tablets)|buy a press) .. (7oh|kratom|pills|mitragynine)?
            (grandma|grandmother|nana|granny|grandfather|grandpa) .. (used to|would|how she|told|made|recipe) ...
                (extract|extraction|7oh|resin|concentrate|synth*)
            (increase|raise|boost|up) the (7oh|alkaloid|mitragynine|alkaloids) (content|level|percentage|concentration|
                amount)
            how .. (make|making) .. lean .. kratom
            (make|making) .. (kratom|7oh) .. (shots|shot|resin|extract|wax|dabs|concentrate|tincture|gummies|edibles|
                vape juice)
        """),
        exceptions=rows("""
            (is|are|was|were|be|been|really|still|actually|truly|a|some|these|those|not|its|theyre) (lab|factory|
                machine|man) made ..
            (is|are|was|were|be|been|really|still|actually|truly) (that|it|this|they)? (still|really|actually|be)?
                (lab|factory|man) made ..
            (is|are|was|were) {concentrate} .. (made|produced|extracted|manufactured) (from|by|of|in|into|with|
                illegally|synthetic|naturally) ...
            (how|why) (is|are|was|were|do|does|did) (kratom|an|the|it|7oh|kratom extract|extract|extracts|scientists|
                companies|labs|researchers|manufacturers|chemists|people|factories|7oh tablets|vendors) ... (for
                research|traditionally|in the lab|commercially|in thailand|in malaysia|different) ...
            (does|do|can|could|is|are|did|will) (kratom|the leaf|leaf|dried leaf|powder|old kratom|aging|alcohol|7oh)
                .. (convert|turn|make|change|produce|become|form) ...
            (does|do|can|could|is|are|did|will) (the body|the liver|your body|your liver|our bodies|liver|stomach|
                enzymes|body|humans|heat|light|it|mitragynine|storage|sunlight) .. (convert|turn|make|metabolize|change|
                produce) ...
            (scientists|researchers|labs|chemists|manufacturers) .. (extract|isolate|make|synthesize|convert) ...
            (body|liver|metabolized|metabolised|enzyme|cyp3a4) ...
            (make|makes|making) (you|me|u|people|someone|kratom legal|kratom illegal|it (legal|illegal|a)|7oh (legal|
                illegal|a|so|stronger|different|addictive|dangerous)|extracts (legal|illegal|so|different|more|
                dangerous)) ...
            what (is|are|was|does|do|makes) (a|an|kratom|the)? .. (extract|extracts|extraction|resin|7oh|concentrate)
                ...
            (explain|tell me|describe) .. (what|why|whether|if|the difference|the risks) ...
            (produced|made) (by|from) ...
        """),
        fires="how do i extract the alkaloids from kratom at home",
        quiet="what is a kratom extract and how is it different from leaf",
    ),
    Rule(
        id="potentiating",
        verdict=RefusalKind.MAKING,
        means="Asks how to make kratom stronger, or what to mix with it for a high.",
        patterns=rows("""
            (how|what|whats|best|which|want to|wanna|help me|tips|ways|way to|good|strongest|recommend|need|should i|
                list|can i|to) .. (potentiate|potentiates|potentiating|potentiator|potentiators|potentiation|potentate|
                potentates)
            (how|what|whats|best|which|want to|wanna|help me|tips|tricks|ways|way to|can i|should i|things|to|trying)
                .. (make|making|get|getting|makes) .. ({kratom}|it|my kratom) .. (hit harder|stronger|more potent|
                last longer|work better|work faster|kick in faster|kick harder|hit faster|stronger with|more intense|
                super strong|extra strong|hit)
            (how|what|whats|best|want to|wanna|help me|tips|tricks|ways|way to|can i|should i|things|to|trying) ..
                (strengthen|boost|amplify|intensify|enhance|increase|maximize|extend|prolong|supercharge) .. ({kratom}|
                the high|its effects|the effects|the euphoria|effects of {kratom}|effects of|buzz|high)
            (mix|combine|combining|mixing|stack|stacking|combo|combos|take|add|pair|pairing) .. ({kratom}|it) ..
                (get high|get higher|for a high|for a buzz|good buzz|better high|better buzz|to get|euphoria|nod|
                best high|trip|fucked up|lit|for the best|get messed up|higher|for fun|to party|strongest|for a good|
                get the)
            (best|good|ideal|perfect|what|right|whats the) (ratio|combo|combination|mix|stack|blend) .. ({kratom}|7oh)
                .. (for|to|and|with|of) .. (high|buzz|euphoria|nod|phenibut|xanax|alcohol|weed|higher|party|fucked)
            (ratio|combo|mix|combination|stack) .. (for)? .. (high|buzz|euphoria|nod|party|trip)
            (get|getting|feel) .. (high|higher|highest|fucked up|a buzz|buzzed|nod|nodding|euphoric|euphoria|wasted|lit|
                stoned) .. (on|off|from|with|using|of|out of) .. {kratom}
            (best|most|strongest|max|maximum|highest|biggest|longest|craziest|max) .. (euphoria|euphoric|high|buzz|nod)
                .. (kratom|7oh|strain|from|on|out of)
            (how|best way) .. (brew|make|making|brewing) .. (strong|stronger|strongest|potent|super strong|
                concentrated) .. (kratom|tea|7oh|brew)
            how .. (get|feel|be) .. (high|higher|buzzed|euphoric|fucked up) .. {kratom}
        """),
        exceptions=rows("""
            (people|they|some|others|users) (say|claim|add|use|take|mix) ... (stronger|stronger is|potentiate) ..
            (does|do|can|could|will|would|is|are|did) (kratom|it|7oh|people|you|one|they|that|this|the leaf) (really|
                actually|even)? (make|get|give|makes|gets|feel|cause|produce|still)? .. (high|euphoric|euphoria|buzzed|
                buzz|stoned) .. (from|on|off|with)? .. {kratom}? $
            (does|do|can|could|will|would|is) (grapefruit|grapefruit juice|turmeric|magnesium|alcohol|caffeine|food|
                black pepper|cbd|it|they|weed|citrus|lemon) .. (potentiate|enhance|boost|increase|make|strengthen) ...
            (not|without|avoid|dont|doesnt|never) (to)? (get|getting|feel|feeling) (high|buzzed|stoned) ...
            (increase|boost|enhance|extend|prolong) .. (risk|tolerance|side effects|sedation|toxicity|dangerous|life|
                lifespan|shelf life|withdrawal) ...
            (what|which|why|is) .. (makes|make|made) (7oh|it|extracts|kratom|red|one|some) .. (stronger|more potent|
                so strong|so potent) ...
            high (blood|risk|quality|in|dose|doses|or|enough|cholesterol|tolerance|alkaloid|cost|amount|amounts|levels)
                ...
        """),
        fires="how do i potentiate kratom",
        quiet="can grapefruit juice change the effect of kratom",
    ),
)
