"""The rules against sourcing."""

from bot.answering.models import RefusalKind
from bot.answering.triage_patterns import Rule, rows

RULES = (
    Rule(
        id="sourcing",
        verdict=RefusalKind.SOURCING,
        means="Asks where or from whom to get kratom, or what brand or price is best.",
        patterns=rows("""
            (which|what) .. (shop|shops|store|stores|chain|chains|place|places|site|sites) .. (best|cheapest|good|
                strongest) .. {product}
            (sell|hook|ship|mail|front|spot|give) me (a|an|some|up|your|the|half) .. (kilo|kilos|ounce|oz|bag|bags|pack|
                bottle|{kratom})
            (any|know|find|local|your|meet|need|got) .. (dealers|dealer|plugs) .. (in|near|around|.|$|?|for|here)
            (has|have|got|keeps|stocks) .. in stock
            (vendor|vendors|site|sites|store|stores|shop|shops|company|companies|seller|place|places) (that|who|which|
                thatll|wholl) (ship|ships|sell|sells|deliver|delivers|carry|carries|will|still|dont|doesnt) ..
            (where|wheres) ... (buy|order|purchase|cop|score) .. {product}
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
            (get|buy|order|find|score|cop|grab) {product} (somewhere|anywhere|someplace|locally|nearby|around here|
                near me|off someone|from someone|from you)
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
            {product} .. (coupon|coupons|promo|promo code|discount code|discount codes|deals|for cheap|wholesale|
                bulk price|for sale|in bulk|on sale|near me|delivery near|delivered)
            (coupon|coupons|promo code|promo codes|discount code|discount codes|affiliate) .. (for|kratom|7oh|vendor|
                site|sites)
            (looking for|need|want|got|find|any|have|know|knows|searching for|iso|in search of|anyone got|hmu|
                hook me up) .. (plug|connect|dealer|hookup|vendor|supplier|source|seller|reup|re up)
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
            (buy|get|order|purchase|buying) .. {product}? .. (without|no|with no|with a fake|dont ask|doesnt ask|
                dont check|fake|wont ask|wont card|doesnt card|not card|not asking) .. (id|age check|card|carding|age
                verification|prescription|ids|ids|showing)
            (smuggle|smuggling|traffic|trafficking) .. {product}
            (disguise|relabel|mislabel|label|labeled|labelled|declare|declared|mark|hide|discreet|stealth|unmarked|
                plain|vacuum seal|conceal) .. (package|packaging|shipping|shipment|as something else|as tea|as incense|
                parcel|mail|as soap|customs|delivery)
            (how do i|how to|how can i|how would i|how do you|how does one|start|starting|i want to|wanna|can i|
                where can i|where do i|should i|making money|make money|best way to|help me) .. (sell|selling|resell|
                reselling|flip|flipping|deal|dealing|distribute|wholesale|push) .. {product} .. (to|from|on|at|out|
                online|business|for|without|profit|money|my|myself|under|friends|school|in|.|$|?)
            (start|starting|open|opening|run|running|launch) .. {product} .. (business|shop|store|brand|side hustle|
                company|vendor|stand)
            (sell|buy|trade|swap) (me|u|you|him) .. {product}
            (can|could|do|will) (you|u|anyone|someone|somebody|yall) .. (sell|hook|ship|mail|send|give|spare|trade) (me|
                us) .. {product}
            (smoke shop|smoke shops|head shop|headshop|gas station|gas stations|store|stores|shop|shops|vape shop|
                vape shops) .. (near me|in my area|that sell|that sells|that carry|that carries|carry|selling|closest|
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
            (states|state|countries|country|cities|counties|places|place|areas) (where|that|in which|which) ..
                {kratom} ..
            (what|which) (share|percentage|percent|fraction|proportion|number|part|kind|kinds|sort|sorts|type|types)
                of ...
            (caught|swept|lumped|dragged|thrown) .. (up|in|into|with) .. (ban|bans|law|laws) ..
            (ordering|order|shipping|mailing|sending|bringing) {kratom} to .. (customs|border|border force) (.|?|$)
            (license|licence|licences|licenses|insurance|permit|permits) ...
            ... (license|licence|licences|licenses|insurance|permit|permits)
            what (does|do|did|would|is) {kratom} .. (cost|costs|price) ...
            who can (legally)? (sell|buy|purchase) ...
            (is|are|should|would|can|could|do|does|did) .. (vendor|vendors|store|stores|shop|shops|company|companies)
                (that|who|which) .. (sell|sells|ship|ships) ... (regulated|legal|arrested|charged|fined|required|
                allowed|tested|honest|lying|sued|safe|licensed) ..
            (have|get|having|getting|it|kratom) .. (shipped|delivered|mailed|sent) .. (legally|legal|lawfully|allowed)
                ..
            (legal|legally|allowed) .. (have|get) .. (shipped|delivered|mailed|sent) ..
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
                companies) .. (buy|sell|sold|carry|purchase|order|ship|possess|import|have to) .. (kratom|it|7oh|
                this) .. (in|at|over the counter|legally|under|at #|to (a|minors)) ...
            (can|do|does|are|may|could|will|should|must|did) (a|the|any|most|all)? (pharmacies|pharmacy|cvs|walgreens|
                walmart|supermarkets|stores|gas stations|smoke shops|shops|vendors|retailers|dispensaries|minors|
                doctors|companies) .. (sell|carry|buy|stock|ship|prescribe|have) ...
            (safe|safer|dangerous|risky|risk|bad|trustworthy|worth|reliable|contaminated|smart|okay|ok|unsafe|harmful)
                .. (to|is|as|from|buy|buying|it|in)? .. (buy|order|get|purchase|buying|ordering|from|sold|gas station)
                ...
            (how|what) .. (tell|know|check|identify|spot|verify|make sure|recognize) .. (brand|brands|vendor|vendors|
                product|products|legit|contaminated|lab|tested) ...
            (how old|what age|minimum age|age limit|age do|old do|id to|ids to|required|license to|do i need|
                need to be) ...
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
)
