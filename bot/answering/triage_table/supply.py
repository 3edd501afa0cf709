"""The rules against sourcing, making and misusing kratom, and advice on amounts."""

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
            (what happens|what are the risks|risks of|dangers of|danger of|risk|harms|what are the dangers|is it
                (dangerous|bad|safe|risky|harmful|unsafe)|why do people|do people|does anyone|has anyone|did anyone|
                dont|bad to) ...
            (plug|iv) (for|in|drip|fluids) ...
            (smoking|smoke|vape|smoked|snort) .. (weed|cannabis|cigarettes|tobacco|cigs|marijuana|nicotine|thc|shop|
                shops) ...
            (smoke|vape|head) (shop|shops|store|stores) ...
        """),
        fires="whats the best way to snort 7oh",
        quiet="is it harmful to snort kratom",
    ),
    Rule(
        id="sourcing",
        verdict=RefusalKind.SOURCING,
        means="Asks where or from whom to get kratom, or what brand or price is best.",
        patterns=rows("""
            how (to|do i|can i|would i|do you|does one) (get|find|order|buy|obtain|acquire|purchase) {product} (in|at|
                from|online|around|here|where|without|if|when|near|illegally|shipped|delivered|overseas)
            (who|anyone|somebody|which site|what site|which vendor|which vendors|what vendor|who else) .. (ships|ship|
                delivers|deliver|shipping) to
            (how|where) .. (get|buy|order|purchase|find) {product} (at|when im|if im|being|under|as|im) (#10-20|a minor|
                minor|underage|under)
            (who|anyone|whos|what site|which site|what store|which store|where) .. (has|have|got|gets|get|find) ..
                (cheapest|best price|lowest price|best deal|cheap)
            (order|get|buy|ship|deliver|mail|send) .. {product} .. (nobody knows|no one knows|secretly|anonymously|
                without anyone|without my parents|so my parents|po box|discreetly)
            (get|buy|order|find|score|cop|grab) {product} (somewhere|anywhere|someplace|locally|nearby|around here|near
                me|off someone|from someone|from you)
            (where|wheres|were) .. (buy|order|get|find|purchase|cop|score|buying|ordering|source|pick up|sold|sell|
                sells|for sale|grab|getting|shop|import|selling|ordering) .. {product}
            (where|wheres) .. {product} .. (buy|order|get|find|purchase|cop|sold|sell|for sale|score)
            (where|who|whos|which|what) .. (sells|sell|selling|carries|carry|ships|ship|stocks|stock|delivers|deliver)
                .. {product} .. (online|near|in|without|to|no id|cheap|cheapest|that|with|best|good|around|here|
                discreetly|overnight|.|$|?|with)
            (who|which|what) .. (site|sites|website|vendor|vendors|store|shop|shops|stores|company|supplier|seller|
                sellers|place|places|online|gas station|gas stations) .. (ship|ships|sell|sells|carry|carries|deliver|
                delivers|stocks|will ship|stock) .. (to|{product}|without|in|near|cheap)
            (who|whos|anyone|anybody|somebody|someone|will they|which|what) .. (ship|ships|shipping|deliver|delivers|
                delivering|mail) .. {product}
            (best|good|reputable|trusted|reliable|legit|cheap|cheapest|favorite|recommend|recommended|top|decent|
                trustworthy|great|fav|your) .. {product}? (vendor|vendors|site|sites|store|stores|shop|shops|online
                shops|supplier|suppliers|seller|sellers|dealer|website|websites|source|sources|place|places|connect|
                company|brand|brands|retailer|marketplace) .. (for|to|of|near|in|online|with|that|has|kratom|7oh|is|.|$|
                ?|with)
            (vendor|vendors|site|store|shop|supplier|seller|plug|dealer|brand|brands|connect|hookup) .. (recommendation|
                recommendations|rec|recs|suggestions|suggestion|list|review|reviews|pls|please|anyone)
            (recommend|suggest|name|list|link|know|find|tell|give|show|send|hook|point|share|drop|dm|pm) .. (me|a|any|
                some|us|to|good|of) .. (vendor|vendors|supplier|suppliers|plug|seller|sellers|dealer|kratom store|
                kratom shop|smoke shop|kratom site|kratom sites|kratom brand|coupon|coupons|discount code|promo code|
                source for {product}|brands)
            (cheap|cheapest|lowest price|best price|best deal|best deals|deals|discount|sale|bulk|wholesale|cheaper) ..
                (on|for|of|in)? .. {product}
            {product} .. (coupon|coupons|promo|promo code|discount code|discount codes|deals|for cheap|wholesale|bulk
                price|for sale|in bulk|on sale|near me|delivery near|delivered)
            (coupon|coupons|promo code|promo codes|discount code|discount codes|affiliate) .. (for|kratom|7oh|vendor|
                site|sites)
            (looking for|need|want|got|find|any|have|know|knows|searching for|iso|in search of|anyone got|hmu|hook me
                up) .. (plug|connect|dealer|hookup|vendor|supplier|source|seller|reup|re up)
            (dark ?web|darknet|deep web|silk road|black market|dark net|onion site) ..
            (how|can|could|help|want|need|way|ways|ill|looking) (do|can|to|would|i|should|me|u|you|could|we)? .. (buy|
                order|get|purchase|import|cop|score|obtain|acquire|bring in|mail order|ship) .. {product} .. (without|
                no|underage|under age|illegally|banned|illegal|discreet|discreetly|delivered|shipped|secretly|from
                another|to my|into|through customs|past customs|getting caught|as a minor|minor|anonymously|fake|
                despite|even though|where its|if its|labeled|bitcoin|crypto|not 21|not 18|im 1*|if im|mailed|online|
                overseas)
            (get|have|getting|having) .. {product} .. (shipped|delivered|mailed|sent|imported|smuggled)
            (get|have|order|ordering|ship|shipping|send|sending|mail|mailing|smuggle|smuggling|deliver|delivered|
                shipped|sneak|import|importing|bring|bringing|forward) .. {product}? .. (to|into|in|through|past|across|
                from) .. (banned|ban|illegal|customs|its not allowed|its not legal|border|where its|without getting)
            (buy|get|order|purchase|buying) .. {product}? .. (without|no|with no|with a fake|dont ask|doesnt ask|dont
                check|fake|wont ask|wont card|doesnt card|not card|not asking) .. (id|age check|card|carding|age
                verification|prescription|ids|ids|showing)
            (smuggle|smuggling|traffic|trafficking) .. {product}
            (disguise|relabel|mislabel|label|labeled|labelled|declare|declared|mark|hide|discreet|stealth|unmarked|
                plain|vacuum seal|conceal) .. (package|packaging|shipping|shipment|as something else|as tea|as incense|
                parcel|mail|as soap|customs|delivery)
            (how do i|how to|how can i|how would i|how do you|how does one|start|starting|i want to|wanna|can i|where
                can i|where do i|should i|making money|make money|best way to|help me) .. (sell|selling|resell|
                reselling|flip|flipping|deal|dealing|distribute|wholesale|push) .. {product} .. (to|from|on|at|out|
                online|business|for|without|profit|money|my|myself|under|friends|school|in|.|$|?)
            (start|starting|open|opening|run|running|launch) .. {product} .. (business|shop|store|brand|side hustle|
                company|vendor|stand)
            (sell|buy|trade|swap) (me|u|you|him) .. {product}
            (can|could|do|will) (you|u|anyone|someone|somebody|yall) .. (sell|hook|ship|mail|send|give|spare|trade) (me|
                us) .. {product}
            (smoke shop|smoke shops|head shop|headshop|gas station|gas stations|store|stores|shop|shops|vape shop|vape
                shops) .. (near me|in my area|that sell|that sells|that carry|that carries|carry|selling|closest|
                nearby) .. {product}?
            what .. (shops|shop|stores|store|smoke shops|gas stations|vape shops) .. (in|carry|have|sell|near)
            {product} .. (dealer|plug|connect|hookup) ..
            (wtb|wts|wtt) .. {product}
            order .. {product} .. (underage|under age|im 1*|minor|if im)
            (order|buy|get) it .. (underage|under age|if im|im (under|only)|minor|as a minor|even though)
            (best|good|better|top) .. (brand|brands) (of|to|for|is|should)? .. (buy|kratom|7oh|get|order|try)
            (which|what|whats) .. (brand|brands|vendor|vendors) .. (should i|do you|would you|do u|is best|is the best|
                are best|are the best|to buy|to get|to try|best)
        """),
        exceptions=rows("""
            get (it|this|that|some|these) (in|at|from|out|off|over|around) (my (system|head|body|hands|clothes)|control|
                check|the (way|habit)) ..
            (legal|legally|legality|illegal|law|laws|allowed|lawful|crime|felony|banned|against the law|regulated|
                license) .. (to|for|if|i)? .. (buy|sell|order|purchase|ship|import|possess|own|buying|selling|get|have|
                carry|bring|mail|sold|resell|deliver) ...
            (buy|sell|order|purchase|ship|import|buying|selling|sold|get|sells) .. (legal|legally|allowed|lawful|
                lawfully) ...
            (is|are|was|will|would) .. (buying|selling|ordering|shipping|importing|sale|sales|possession|it) ..
                (illegal|banned|a crime|against the law|a felony) ...
            (can|could|is|are|does|may|did|will|must) (you|u|i|kratom|it|stores|shops|vendors|people|gas stations|
                pharmacies|smoke shops|7oh|they|someone|adults|minors|anyone|online sellers|sellers|retailers|
                companies) .. (buy|sell|sold|carry|purchase|order|ship|possess|import|have to) .. (kratom|it|7oh|this)
                .. (in|at|over the counter|legally|under|at #|to (a|minors)) ...
            (can|do|does|are|may|could|will|should|must|did) (a|the|any|most|all)? (pharmacies|pharmacy|cvs|walgreens|
                walmart|supermarkets|stores|gas stations|smoke shops|shops|vendors|retailers|dispensaries|minors|
                doctors|companies) .. (sell|carry|buy|stock|ship|prescribe|have) ...
            (safe|safer|dangerous|risky|risk|bad|trustworthy|worth|reliable|contaminated|smart|okay|ok|unsafe|harmful)
                .. (to|is|as|from|buy|buying|it|in)? .. (buy|order|get|purchase|buying|ordering|from|sold|gas station)
                ...
            (how|what) .. (tell|know|check|identify|spot|verify|make sure|recognize) .. (brand|brands|vendor|vendors|
                product|products|legit|contaminated|lab|tested) ...
            (how old|what age|minimum age|age limit|age do|old do|id to|ids to|required|license to|do i need|need to
                be) ...
            (why|when|how) .. (did|does|do|is|are|was) (amazon|ebay|etsy|shopify|stores|vendors|shops|the|gas stations|
                companies|they|smoke shops|walmart|kratom) ...
            (what|which) (do|does|did|are|is|should) .. (vendors|brands|sellers|companies|stores|shops|gas stations) ..
                (have to|need to|required|put|add|mix|test|claim|say|label|mean|sell kratom as) ...
            (where|how|who|why) (is|are|was|were) {product} .. (sold|marketed|advertised|made|grown|produced|imported|
                regulated|labeled) ...
            where (does|is|are|did|do|was) (kratom|it|7oh|the tree|the plant) .. (come|grown|grow|native|originate|from|
                get its|illegal|legal|banned|made|regulated|get the) ...
            (where|who|how|what) .. (find|get|buy) .. (help|support|information|info|treatment|studies|study|data|
                research|a doctor|doctor|meeting|meetings|lab|tested|evidence|off|rid|sources about|lab results|coa|
                desk) ...
            (find|get) .. (sources|source|studies|study|information|info) ...
            (source|sources) .. (of|for) .. (information|info|your|this|that|the|claim|answers|claims|answer|data|
                evidence|contamination|mitragynine in|lead|salmonella) ...
            (which|what) .. (states|state|countries|country|cities|places|place|counties) .. (sell|sells|have|has|ban|
                banned|allow|allows|is|are|can|legal) ...
            (which|what|who) .. (brand|brands|vendor|vendors|company|companies|product|products) .. (recalled|recall|
                contaminated|warned|lawsuit|sued|regulated|banned|got|failed|deaths|had|salmonella|been) ...
            (brand|vendor|company|companies|vendors) .. (legally|required|regulated|need|recalled|sued|lawsuit) ...
            (get|getting|have|need) .. (used to|rid of|off|addicted|high|over|through|into trouble|sick|in trouble|
                fired|help|arrested|a job|tested|drug tested) ...
            (get|getting) .. (charged|arrested|in trouble|seized|confiscated|fined) ...
            (buy|get|order|find|purchase|sell|sells|best|good|cheap|cheapest) (a|an|some|good|cheap)? {other} ...
            (traditional|sacred|opium|kava|betel|thai|local) (dealer|seller|market) ...
        """),
        fires="where can i buy good kratom online",
        quiet="is it legal to buy kratom in nevada",
    ),
    Rule(
        id="making",
        verdict=RefusalKind.MAKING,
        means="Asks how to extract, convert, concentrate or press kratom products.",
        patterns=rows("""
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
                .. (make|making|get|getting|makes) .. ({kratom}|it|my kratom) .. (hit harder|stronger|more potent|last
                longer|work better|work faster|kick in faster|kick harder|hit faster|stronger with|more intense|super
                strong|extra strong|hit)
            (how|what|whats|best|want to|wanna|help me|tips|tricks|ways|way to|can i|should i|things|to|trying) ..
                (strengthen|boost|amplify|intensify|enhance|increase|maximize|extend|prolong|supercharge) .. ({kratom}|
                the high|its effects|the effects|the euphoria|effects of {kratom}|effects of|buzz|high)
            (mix|combine|combining|mixing|stack|stacking|combo|combos|take|add|pair|pairing) .. ({kratom}|it) .. (get
                high|get higher|for a high|for a buzz|good buzz|better high|better buzz|to get|euphoria|nod|best high|
                trip|fucked up|lit|for the best|get messed up|higher|for fun|to party|strongest|for a good|get the)
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
            (does|do|can|could|will|would|is|are|did) (kratom|it|7oh|people|you|one|they|that|this|the leaf) (really|
                actually|even)? (make|get|give|makes|gets|feel|cause|produce|still)? .. (high|euphoric|euphoria|buzzed|
                buzz|stoned) .. (from|on|off|with)? .. {kratom}? $
            (does|do|can|could|will|would|is) (grapefruit|grapefruit juice|turmeric|magnesium|alcohol|caffeine|food|
                black pepper|cbd|it|they|weed|citrus|lemon) .. (potentiate|enhance|boost|increase|make|strengthen) ...
            (not|without|avoid|dont|doesnt|never) (to)? (get|getting|feel|feeling) (high|buzzed|stoned) ...
            (increase|boost|enhance|extend|prolong) .. (risk|tolerance|side effects|sedation|toxicity|dangerous|life|
                lifespan|shelf life|withdrawal) ...
            (what|which|why|is) .. (makes|make|made) (7oh|it|extracts|kratom|red|one|some) .. (stronger|more potent|so
                strong|so potent) ...
            high (blood|risk|quality|in|dose|doses|or|enough|cholesterol|tolerance|alkaloid|cost|amount|amounts|levels)
                ...
        """),
        fires="how do i potentiate kratom",
        quiet="can grapefruit juice change the effect of kratom",
    ),
    Rule(
        id="dosing",
        verdict=RefusalKind.DOSING,
        means="Asks how much or how often to take, or what an amount equals.",
        patterns=rows("""
            how (much|many) .. should .. (take|use|drink|have|eat|dose|start)
            # {measure} or # {measure}
            (take|use|dose|drink|have|taking) .. (# times|twice|three times|four times|every # hours|multiple times|
                once) .. (a day|per day|daily|day|hours|a week|per week)
            how (do|should|can|to|does one|would) (i|you|u|one|we)? (dose|dosage)
            how many .. {measure} .. (safe|ok|okay|too many|too much|a day|per day|at once|is good|are safe|do i|should
                i|can i|to take|should|for)
            (is|are|would|will) (a|an|one|two|half a|half|a whole|a single|#) ({measure}) .. (too|enough|ok|okay|safe|
                good|a lot|strong|much|right|fine)
            what (gram|grams|mg|milligram|capsule|weight|number of) .. (amount|dose|count|gets|would|should|works|to)
            (lower|reduce|drop|cut|taper|decrease) .. (dose|intake|amount|use) .. how (much|many|fast)
            how (much|many) (every|each|per) (day|week|time)
            (how much|how many|what) .. (gets|get|makes|make|gives|give) (you|me|u|someone|one) (high|euphoric|buzzed|a
                buzz|sleepy|relaxed|energy|the wobbles)
            (how much|how many|howmuch|how mcuh|hm) .. {product}? .. (should|shall|do|can|could|would|must|to|may|is
                safe to|is ok to|is it safe to|is it ok to|is good to|did) .. (i|you|u|one|a person|someone|a beginner|
                beginners|a newbie|people with|an adult|a first timer|newbies|a woman|a man|we|my) .. (take|use|drink|
                need|start|try|dose|eat|have|ingest|consume|chew|redose|begin|swallow|brew|do|mix|get away with)
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
                single|max|safe|oral|extract|leaf|my)? (dose|dosage|dosages|doses|dosing|serving size|amount|quantity)
                (for|to|of|should|do|is|if|per|would|works|i|when|as|a|on|in|with|that|you|.|$|?|kratom|7oh|red|green|
                white|and|based|by)
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
                re dose|taking|dosing|use|drink|doses|redosing|do it|have another|another dose|more|second dose)  ..
                (again|more|another|it|kratom|7oh|red|dose|safely|day|.|$|?|extract|shots|in between|apart|after)?
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
            (how fast|how much|how many|how quickly|how slow|how slowly|by how much|what rate|what percent|what
                percentage) .. (taper|tapering|cut|reduce|drop|lower|decrease|step down|wean|cutting|come down|go down)
            (taper|tapering|wean|get off|come down|step down|cut) .. (from|at) # {measure}
            (double|triple|up|increase|raise|max out|halve|adjust|split|weigh|measure|calculate|figure out|work out) ..
                my .. (dose|dosage|doses|serving|intake)
            how (much|many) ({product}|{measure}|of it)? (is|are|s|would be|counts as|constitutes|becomes)
                (considered)? (too much|too many|enough|safe|a safe|a good|a normal|a dose|a high dose|a low dose|the
                limit|ok|okay|right|considered)
            (what|whats) (is|s|would be|considered|counts as)? (considered)? (too much|the limit|the max|the most|the
                maximum) .. (i can|to take|for a|for me|for my|you can|dose|per day|a day|kratom|safely)
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
            (how much|how many|what amount|what dose) .. (will work|needed|required|necessary|do you take|do you guys
                take|do yall take|you take|u take|does everyone take) .. (for|with|to|on|pain|sleep|.|$|?|at|a|each|in|
                per)?
        """),
        exceptions=rows("""
            (taper|tapering) .. (work|better|easier|safer) ..
            (cost|costs|price|prices|priced|money|pay|paid|charge|dollars|worth|expensive|spend|tax|taxes|fine|jail) ...
            how (much|many) .. (cost|costs|price|money|tax|taxes|evidence|research|data|studies|time|risk|risks|danger|
                do (we|scientists|doctors|researchers|experts|you) (know|charge|cost)|people|deaths|states|strains|
                countries|users|americans|alkaloids|calories|caffeine|years|types|kinds|brands|varieties|colors|cases|
                kids|teens|poison|reports|overdoses|worse|stronger|better|weaker|does it (cost|weigh|matter|affect|vary|
                raise|lower)|more|of an|different|longer|water|tip|fat|tolerance|addiction) ...
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
                animals|rodents|literature|traditionally|traditional users|in thailand|in malaysia|farmers|the paper)
                ...
            (does|do|is|are|can|could|will) (a|the|higher|low|lower|high|large|small|bigger|different|smaller|
                increasing|it matter|effects|the effects|kratom) .. (dose|doses|dosage|dose dependent|amounts) ...
            (is there|are there|is there any|does a|there) .. (a|any|an|known|such thing as)? .. (safe|lethal|standard|
                established|toxic|official|fatal|agreed|recommended|fda|proven|known|harmless) .. (dose|dosage|amount|
                dosing|limit|level|doses|guideline|guidelines|dosages) ...
            (why|what happens) .. (dose|doses|dosing|dosage|amount|no|isnt|is there no) ...
            (dose|doses|dosage) (dependent|dependently|response|related|makes|make|cause|causes|of (the vaccine|narcan|
                naloxone|suboxone|tylenol|vitamin|reality|ibuprofen))  ...
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
