"""The rules for suicide and self-harm that is said outright, of oneself or of another person."""

from bot.answering.models import CrisisKind
from bot.answering.triage_patterns import Rule, rows
from bot.answering.triage_table.frames import ASKED, COUNTED, PAST

RULES = (
    Rule(
        id="suicide-kill-self",
        verdict=CrisisKind.SUICIDE,
        means="Someone speaks of killing themselves or ending their life.",
        patterns=rows("""
            (way|ways|how to|how do i|how can i|method|methods|easiest|painlessly) .. (kill|hang|off|end|hurt|harm|
                unalive|overdose) (yourself|urself|oneself|ur self|your self)
            (yeet|yeeting|toss|tossing|drag) {self} (off|under|in front|out|from|into)
            {harming} .. {self}
            (throw|throwing|fling|hurl) {self} (off|under|in|into|out|from|in front)
            (blow|blowing) my (brains|head) (out|off)
            (slit|slitting|slash|slashing|slice|cut|cutting) .. (my|his|her|their) (wrists|wrist|throat|veins|arms|arm|
                thighs|thigh|legs)
            (end|ending|take|taking|finish|terminate) .. (my|mine|my own) (own)? (life|lives|existence)
            (end|ending|finish|finishing) {life}
            (want|wanna|gonna|going to|about to|ready to|need to|plan to|planning to|thinking of|thinking about|might|
                ill|should|gotta|time to|how to|way to|ways to) (just)? (end|ending) (it|things) (.|?|$|already|and|
                because|with|soon|here|so|after|by|before|when|peacefully|painlessly|quickly)
            (plan|planning|planned|planing|arranging) .. (my|my own) (death|funeral|suicide|exit|demise)
            (kms|kmsing|killmyself|wannadie|iwanttodie|iwannadie|ikms)
            (unalive|unaliving)
            (ctb|catch the bus|catching the bus)
            (do|doing) {self} in
            top {self}
            {someone} .. {harming} {themself}
            {harming} {themself} .. (tonight|now|rn|again|help|what do i do|today|scared|worried|please)
            {someone} .. (end|ending|take|taking) (his|her|their) (own)? (life|lives)
            (ending|end|taking|take) (his|her|their) (own)? (life|lives) .. (tonight|now|rn|help|what do i do|scared|
                worried)
        """),
        exceptions=(*PAST, *ASKED, *rows("""
            (killing|kill|hang|hung|shoot|beating|beat|choke|kick) .. {self} (laughing|lol|with laughter|at work|with
                work|at the gym|in the gym|in the foot|up|up about|up over|over the head)
            (cut|cutting|burn|burned|burnt|burning|hurt|hurting|beat|choke|choking|hit|scratch|scratching|poison|starve|
                starving) {self} (off|a|some|down|back|out|short|loose|shaving|cooking|while|chopping|at|lifting|in|
                working|playing|running|making|slack|doing|skateboarding|brewing|accidentally|opening|by accident|on
                the stove|of|trying)
            (accidentally|by accident|clumsily|almost|nearly) .. {harming} .. {self}
            (will|would|could|am|can|do|does|is|did) (i|kratom|it|this|7oh) (be|really|be able to|actually)? (hurt|harm|
                hurting|harming|poison|poisoning|kill|killing) .. {self} (by|if|with|taking|using|long term|?|slowly)
                ...
            (hurting|harming|hurt|harm|poisoning|poison|killing) {self} (by|with) (taking|using|drinking|long|daily|
                kratom|mixing|this|it|7oh|eating)
            {harming} (it|this|that|the|a|some|off|caffeine|coffee|sugar|kratom) .. {self}
            (end|ending) {self} up
            (all by|by|for|to|with|let|make|get|push|ask|hate|treat|help|about|around|pick|give|buy|find|told|do it)
                (myself|my self)
            (not|dont|never|wont|wouldnt|isnt|without) (going to|gonna|want to|wanna|trying to|going)? (hurt|harm|cut|
                burn|end) {self} (by|but|with|if)
            (end|ending|finish|finishing) (everything|it all|it|things) (with|up|on a|in a|off|well|between|early|for)
                (my|the|a|him|her|them|kratom|meal|food|well|good note|relationship|girlfriend|boyfriend|gf|bf|wife|
                husband|day)
            (end|ending|finish) (it|things|my (life|pain|suffering)) (with (my (gf|bf|girlfriend|boyfriend|wife|husband|
                ex|partner)|him|her|them|a (bang|smile))|long distance|as a|of)
            unalive (is|means|word|mean)
            (killed|hung|shot|hanged) {themself}
            (bus|train) (to|home|stop|tomorrow|from|at|for work)
        """)),
        fires="i'm going to kill myself tonight",
        quiet="i nearly hung myself laughing at that",
    ),
    Rule(
        id="suicide-word",
        verdict=CrisisKind.SUICIDE,
        means="Someone says of themselves, or of a person they know, that they are suicidal.",
        patterns=rows("""
            (i|im|ive|me|am|feel|feeling|felt|being|been|so|really|actively|passively|get|getting|becoming|my) ..
                (suicidal|suicide)
            (suicidal|suicide) .. (i|im|me|myself|my head|plan|plans|note|tonight|today|now|rn|help|urges|again)
            (commit|commiting|committing|attempt|attempting|contemplating|considering|planning) suicide
            (suicidal|suicide) (thoughts|ideation|ideations|thought) (again|now|tonight|today|rn|every|all|since|wont|
                are|keep|help|getting|daily|bad|coming|after|from|on)
            suicidal (since|after|coming|from|off|on|and|when|right|without|help|again|.|$)
            ^ (suicidal|suicide) .. $
            {someone} (is|was|are|feels|feeling|seems|sounds|getting|being|been|might be|may be|says shes|says hes|so|
                really|very|actively|became|turned)? (so|really|very|now|a bit|actively)? suicidal
            {someone} .. (attempted|attempting|talk|talks|talking|thinking|threatening|threatened|threatens|planning|
                mentioned|mentions|says|about|considering|commit|committing|tried|attempt|texted|posted|wrote) ..
                suicide
            (suicidal|depressed) (teen|kid|son|daughter|friend|husband|wife|brother|sister|mom|dad) .. (lock|help|what
                do i do|should|hide|how do i|now)
            (lock|hide|keep) .. (suicidal)
            (suicide|crisis|suicidal) (hotline|lifeline|helpline|line|hot line|help line) .. (number|please|pls|help|$|
                ?|now|i|text|chat)
            (suicidio|suicidarme|suicidar|suizid|selbstmord|bunuh diri|suicidarsi|zelfmoord|samobojstwo)
            (quiero morir|quiero morirme|me quiero morir|quiero matarme|no quiero vivir|ich will sterben|ich mochte
                sterben|ich will nicht mehr leben|mich umbringen|mich toten|je veux mourir|me tuer|veux plus vivre|me
                suicider|ingin mati|mau mati|quero morrer|voglio morire|ik wil dood|chce umrzec)
        """),
        exceptions=(*PAST, *ASKED, *COUNTED, *rows("""
            (not|never|isnt|arent|wasnt|no longer|wouldnt say im|aint) .. (suicidal|suicide)
            (was|were|used to be) (suicidal|so suicidal) (before|as|when|in|until|for)
            ...-who (lost|died|passed|death|dead|after|by|from|to) .. (to|by|from|of) suicide ...-who
            (lost|died|passed|death) ...-who suicide
            (suicidal|suicide) (squad|depression|risk|risks|warning|warnings|box|rate|rates|prevention|statistics|
                awareness|burn|wings|doors|girls|drink|soda|run|mission|boys|pact)
            (makes|make|making|made|cause|causes|causing|trigger|triggers) (you|people|someone|users|some|u|one|them|
                teens|kids|patients) .. suicidal
            (some|people|users|others|many|most|patients|reviews|they) .. (say|said|felt|feel|report|reported|get|
                become|are|were|be) .. suicidal
            (industry|company|political|career|social|market|country|brand|business|vendor|vendors|scene|community|
                hobby) .. suicide
            (black box|boxed|warning|label|leaflet) .. suicid* ...
        """)),
        fires="quitting has left me feeling suicidal",
        quiet="does strattera's suicide warning matter with kratom",
    ),
    Rule(
        id="suicide-wish-to-die",
        verdict=CrisisKind.SUICIDE,
        means="Someone wishes to be dead, or not to live any longer.",
        patterns=rows("""
            (live|get|make it|go) through another (withdrawal|detox|day|night|week|one of these|round|hour)
            (dont|do not|never) (want|wanna) (to)? feel (anything|this|like this|pain)? (ever again|anymore|again)
            (feel|feeling|feels) like dying (.|?|$|and|tonight|every|all|right|rn|again|so|without|i)
            (plan|plans|planning|decided|going|gonna|ready|trying|choosing|agreed|chose|about|promised) (to|on)?
                (just)? (die|dying) (.|?|$|together|tonight|soon|today|on|by|with|alone|here|this|and|like)
            (does|will|would|is) (it|dying|death) (really)? (hurt|painful|hurts) (to die|when you die|$|?|.)
            (is|how) (dying|death) .. (painful|hurt|feel|painless)
            (dont|doesnt|didnt) kill me (i|ill|first|then)
            (tonight|today) (is|s) (it|the day|the night) (.|$|and|i|goodbye|for)
            (dont want|cant|wont|dont wanna|not doing|refuse) .. another day (of|like) (this|it|that)
            (think|thinking|thought|thoughts|dream|dreaming|fantasize|fantasizing|obsessed|obsessing|fantasies|daydream|
                daydreaming) .. (about|of|with) .. (dying|death|being dead|my death|not being here|not existing|being
                gone|ending my)
            (want|need|wish|want all) .. to (stop|end|be over|be quiet|go quiet|shut off|cease|be done) (for good|
                forever|permanently)
            (dont|cant|do not|never) (really)? (see|picture|imagine) myself (making it|living|being here|alive|past|
                reaching|around|here|getting)
            (dont|do not|didnt) want (this|my) life
            life .. (empty|pointless|meaningless|ruined|hell) .. (dont|not|no longer) want (it|this|to)
            (be|join|see|reunited|reunite|meet) (up)? (with)? (my|our) (late|dead|deceased) ..
            (want|wanna|gonna|going to|about to|ready to|thinking of|thinking about|feel like|feeling like|might)
                (just)? (end|ending) things
            (go|going|die|dying|death|end it|leave this world|passing) .. (painless|painlessly|peacefully|without pain)
            (happier|better|best|easier|as well|wish|rather|should|deserve|id|hope|hoping) .. (be|being|were|was|am)?
                dead
            (hope|hoping|wish|wishing|pray|praying|want|wanting|waiting for|begging) .. (kill|kills|killed|take|takes|
                took|hit|hits|end|ends|finish|finishes|stop|stops|strike|strikes|crush|murder) me
            (finish|finishes|do|take|put) me (off|in|out) (.|$|the|i|tonight|forever|if|then)
            (my|my own) funeral
            (the|enough|any) (courage|guts|nerve|balls|strength) to (do it|go through|end|die|jump|pull|just do it|
                finally do it|kill|finish)
            (existence|life|living|being alive|waking up) is (pain|torture|hell|agony|suffering|unbearable|a prison|a
                curse|a nightmare|misery|just pain|nothing but)
            (only thing|only reason|one thing|all thats) .. (keeping|kept|keeps|im|i was) (me)? (alive|here|from
                (ending|killing|dying)) ... (done|gone|banned|without|ran out|out|cant|nothing|over|anymore|left|no
                more)
            (nobody|no one|noone|none) (really|even)? (needs|wants|loves) me (here|alive|around|anymore|tonight|and)
            (took|taking|take|swallowed|trying|attempting|wants|want) .. (pills|tabs|tablets|caps|capsules|everything|
                bottle|overdose) .. to (die|kill|end)
            (i|id|ill|im|just|really|so|badly|and|me|we) (just|really|honestly|kinda|kind of|lowkey|legit|literally|fr|
                do|truly|sometimes|still)? (want|wanted|wanting|wanna|need|wish|hope|deserve|ought) (to)? (just)? {die}
            (want|wanna|wants|need|deserve|hope|wish) (to)? (just)? (bleed out and|fall asleep and|go to sleep and|lie
                down and|curl up and|od and|jump and|disappear and)? {die}
            (i|im) .. (until|till|so) i die
            (wish|wished|wishing|wishes|hope|hoping|pray|praying|like|prefer|mind|care|glad|happy|relieved|fine|ok|okay|
                relief|better|easier) .. (i|id|he|she|they) (just|would|could|can|will|never|had|was|wasnt|were|werent|
                am|hadnt|get|got|didnt|dont|did not|do not)? (just|never|been|be|could|get|got|not)? (just|been)? (dead|
                alive|born|never born|gone|die|died|dying|exist|existed|existing|hit by|killed|not wake up|dont make it|
                not exist|disappear|make it)
            (wouldnt|would not|dont|do not|not) (really)? (mind|care|matter|bothered) .. (if|whether) .. (i|me) .. (die|
                died|dead|gone|happened to me|hit by|killed|live or die|wake up|alive)
            (mind|care|fine|ok|okay|good|great|relief|better) if (something|anything) (bad)? happened to me
            rather (be|just be)? (dead|die|not exist|not be alive|not live|not wake up|not be here)
            (^|id|i|im|am|be|me|hes|shes|are|were|maybe) (be|all|honestly|just|probably)? better off (dead|gone|not
                here|not existing|not alive|in the ground)
            (dont|do not|doesnt|didnt|not|never|no longer|wont|dunno if i|idk if i|not sure i|dont know if i) (even|
                really|actually|rly|think i|know if i|know why i)? (want|wanna|wanting|care|wish|deserve|feel like|plan|
                intend|desire) (to|about|if)? (even|really)? {alive}
            (says|said|saying|told me|texted|wrote|posted|keeps saying|thinks|telling me) .. (wants to|wanna|want to|
                wishes|doesnt want to|dont want to|rather|wished) .. (die|dead|live|exist|be alive|be here|alive)
            {someone} .. (wants to|wanna|doesnt want to|wanted to) (just)? (die|be dead|end it|end it all|disappear|
                live|be alive|live anymore|be here anymore|exist|exist anymore)
            (tired|sick|exhausted|done|over|fed up|weary|finished|through) (of|with|from) (being|this|my)? (living|life|
                alive|existing|existence|waking up|world|breathing|human)
            (hate|hates) (being alive|living|existing|that i woke up|waking up|that im alive|that im still here|that i
                exist)
            (shouldnt|should not|dont deserve to|doesnt deserve to) (even|still)? (be alive|exist|live|be here|have
                been born)
            why (am|do|should|would|bother) (i|to)? (even|still|bother|be)? (here|exist|alive|live|living|existing|keep
                going|go on|keep living|be alive|wake up)
            (given|giving|gave|give) up on (life|living|everything|myself|being alive)
            (ready|excited|prepared|happy|longing|waiting|looking forward|time for me|ok|okay|fine|content|peace|not
                afraid|not scared) (to|with|of|for) (die|dying|be dead|go be with|leave this world|meet my maker|let go
                of life|death|not waking|never waking)
            i (could|would|might|will|gotta|should|may) (just|as well|rather|literally)? (die|be dead) (tonight|today|
                in my sleep|right now|rn|alone|already)
            (death|dying|suicide|being dead) (is|seems|feels|sounds|looks|would be|is the|like) (the|like|so|a|my|
                better|an)? (only|best|easier|better|peaceful|good|nice|easy|welcome|relief|answer|way|option|escape|
                comforting|inviting|release|solution)
            (want|need|wish|make) (it|everything|this|all of it|all of this) (all)? to (just)? (be over|end|stop|go
                away forever|go black|be done)  (forever|permanently|now|for good|.|$|tonight|and|so)
            (want|need|wish) (the|this|my) (pain|hurt|suffering|misery) to (stop|end|be over) (forever|permanently|for
                good)
            (hate|hates) (my|his|her) life and .. (want|wish|end|stop|over|gone)
        """),
        exceptions=(*PAST, *rows("""
            (dont|never) (want|wanna) (to)? feel (this|like this|pain) (sick|hungover|nauseous|dizzy) ..
            (wont|cant|cannot|dont wanna|dont want to|couldnt) (live|get|go|make it) through another (withdrawal|detox)
                (so|without|unless) (im|i) (taper*|quit*) ..
            (is|am|about|ready|going|trying) (to)? (die|dying) (on|of|by|with) (the hill|that hill|this hill|laughter|
                boredom|curiosity)
            (not|isnt|arent|never) (planning|trying|ready|going|about) (to|on) (die|dying)
            (withdrawal|withdrawals|cravings|craving|itching|rls|nausea|pain|headaches|migraines|symptoms|habit|cycle|
                diarrhea|bleeding|sweats) to (stop|end|be over|cease|be done) (for good|forever|permanently)
            (thoughts|thinking|think|thought) (of|about|on|that) .. death (rate|rates|toll|cases|reports|penalty|
                certificate|of|stats|statistics|from|numbers) ...
            (afraid|scared|fear|terrified|worried|anxiety|anxious|ocd) .. (of|about) .. (dying|death) ...
            (going|goes|went) .. (painless|peacefully) (in|with|through) (withdrawal|taper|the taper) ..
            (hope|wish|pray|want) .. (doesnt|dont|wont|not|never|didnt) .. (kill|kills|take|hit|end|finish|stop) me
            (id|i|be|would) .. be dead (without|if (it|not|my|she|he|mom|dad|i (didnt|hadnt|wasnt))|lol|skull|tired|
                serious|asleep|by now without)
            (want|wants|hope|pray|wish) .. (kratom|it|coffee|this|the|something) .. (to)? (take|hit|finish|stop|stops|
                end|hits) me .. (harder|hard|faster|from (feeling|craving|using)|sleepy|like|up|the right|cravings)
            (want|wanted|wants|hope|wish) .. (my (doctor|boss|wife|husband|mom|dad|po)|them|her|him|you|they) .. (to)?
                (take|hit|stop|stops|put) me ...
            (dont|do not|didnt|never|not) (really|even|actually|rly)? (want|wanna|wanting|need|wish) (to)? (just)? {die}
            (want|wanna) (to)? die (lol|lmao|laughing|haha|of embarrassment|of cringe|of laughter)
            (taste|tastes|taste is|smell|flavor|flavour|texture|hangover|exam|homework|cringe|burn|workout|leg day|heat|
                humidity) .. (makes|made|make|making) me (want to|wanna) (die|be dead)
            rather (die|be dead) than (drink|eat|taste|try|touch|pay|listen|watch|work|admit|toss)
            (tired|sick|done|exhausted|fed up) (of|with|from) (living|life|being|waking up|this) (with|in|at|like a|up
                at|up early|sick|tired|hungover|in pain|addicted|dependent|broke|a slave|on kratom|to an alarm) ...
            (live|living|be here|be around|stay|exist|stay here|stick around) (off|in|at|with|near|around|for|on|like|
                without) (the|this|a|my|that|alabama|texas|florida|tennessee|wisconsin|kratom|it|discord|people|off)
            (dont|do not|doesnt|didnt|never|not) (even|really)? (want|wanna|plan|intend|care|feel like) (to|about)?
                (continue|continuing|keep going|go on|keep trying|carry on|be here|wake up|waking up|breathe|keep
                fighting) (kratom|taking|using|on|to|the|with|this|at|in|a|my|about|early|tired|groggy|feeling|sick|for|
                it|off|craving|him|her|and need)
            (wish|hope) .. i (was|were|had|could|would) (never)? (been)? (born|alive|make it|existed) (in|when|with|
                rich|later|earlier|for|during|back|to|on|through|without) ...
            (hope|glad|happy|wish|better|fine|ok|okay|relieved) .. (make it|made it) (to|through|on|in|legal|illegal|
                easy|easier|work|home) ...
            why (am|do|should|would) i (even|still|bother)? (here|keep going|wake up|live|go on) (to|back|with|up|so|at|
                early|in|every|for|on) ...
            (i|im) .. (so|until|till) i die (on this hill|my hair)
            (make|want|need) (it|this|withdrawal|withdrawals|the nausea|the itching) (all)? to (stop|end|be over) (soon|
                itching|hurting|burning|before|by|for)
        """)),
        fires="i just don't want to be alive anymore",
        quiet="i don't want to die of liver failure, is kratom bad for the liver",
    ),
    Rule(
        id="suicide-means",
        verdict=CrisisKind.SUICIDE,
        means="Someone asks how much would kill, wants to overdose, or has the means at hand.",
        patterns=rows("""
            (already|just) (took|taken|swallowed) (the|all the|all my|all|them all) (pills|tablets|capsules|bottle|of
                them)
            (scared|afraid|terrified) of (myself|what i might|what ill|what im going to|what im capable)
            (alone|sitting here|sitting|here|lying here) with (a|my|the|all) .. (bottle of pills|pills|gun|knife|razor|
                rope|blade)
            how (many|much) .. (it takes|does it take|would it take|it would take|does it take someone|take to die|to
                die|needed to die) (.|?|$|to (die|kill|end|overdose|od)|for it|before i die)
            how (much|many) ... (stop|stops) my (heart|breathing)
            (would|will|is|does) # {measure} .. (do it|do the job|do the trick|finish me|kill me|be enough to die|end
                it|be lethal|be fatal) ..
            (amount|dose|quantity|combo|mix|dosage) (that|which|it takes to|needed to|guaranteed to|to) (will|would|for
                sure)? (kills|kill|die|end it|ends it|end my life)
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
            (how much|how many|what dose|what amount|what quantity|how strong|whats enough|is it enough|enough|what
                dosage|combo|combination|what) ... to (end it|end it all|end me|kill me|kill {self}|end things|end
                everything|end my|die|be fatal to me|finish me|do me in|take me out|not wake up|never wake up|overdose
                on purpose|go peacefully|stop my heart|stop breathing forever|end my suffering|put me out forever|put
                me down)
            (how much|how many|what dose|what amount|what quantity) ... (kill|kills|end|finish) (me|myself)
            (how much|how many|what dose|what amount|what) ... (is lethal for|is fatal for|lethal to|fatal to|lethal
                for|fatal for) (me|someone my|a person my|someone of my|my weight)
            (will|would|could|enough|guaranteed|sure) .. (#|all|whole|it|this|that|much|many|bottle|combo|to) .. (kill|
                finish) me (.|?|$|for sure|quick|quickly|fast|peacefully|painlessly|in my sleep|if i (take|took|
                swallow) (all|the|#))
            (most|any|least|quick|quickest|easiest|fastest|best|least painful|painless|peaceful|surest|easy|good|
                certain|nicest|gentlest) (painless|painful|peaceful|easy|quick|sure|clean|reliable|fast|foolproof|
                comfortable)? (way|ways|method|methods|dose|combo|drug|strain) (to|of|for) (me to)? (go|die|dying|end
                it|end it all|exit|end my|leave this|pass|check out|suicide|overdose|od|slip away|not wake)
            (want|wanna|wants|plan|planning|planned|going|gonna|trying|tryna|tried|hoping|hope|wish|intend|decided|
                thinking|urge|thought) (to|of|about|on|i)? (could)? (just)? (overdose|od|overdosing) (tonight|on
                purpose|myself|so|and|.|$|on|again|intentionally|soon|now|because|with|to|today)
            (overdose|od|overdosed|oded|overdosing) (on purpose|intentionally|deliberately|to die|myself to|tonight)
            (purposely|purposefully|intentionally|deliberately) (overdose|od|overdosed|overdosing|took too|took all|
                take too)
            (take|taking|swallow|swallowing|down|finish) (all|every|the whole|the entire|a whole|a handful) .. (pills|
                pill|bottle|meds|medication|stash|capsules|tablets|of it|of them|at once) (.|?|$|now|tonight|and|at
                once|in front|right now|so|ive|i have)
            (im|i am|ill|gonna|going to|about to|ready to|want to|wanna|might|should|thinking of|thinking about|plan
                to) .. (take|taking|swallow|swallowing|down|finish) (it)? (all|every|the whole|the entire|a whole|a
                handful) .. (pills|pill|bottle|meds|medication|stash|capsules|tablets|now|tonight|at once|right now|of
                it|of them|$)
            (took|swallowed|taken|downed|ate) (all|every|all of|the whole|the entire|a whole|an entire) .. (my|the|her|
                his|bottle of|of my|of the|of)? (pills|meds|medication|sleeping pills|antidepressants|xanax|tablets|
                prescription|prescriptions|medicine)
            (if i|i) (take|took|swallow|eat) (all|every|the whole|the entire|#) .. (will|would|am|could|do) i (die|be
                dead|finally|not wake|pass away|not wake up)
            (pills|bottle|stash|capsules|meds|handful|gun|rope|noose|razor|razors|blade|blades|knife|xanax|fentanyl|
                pistol|rifle) .. (in front of me|next to me|beside me|in my hand|in my hands|in my lap|in my mouth|on
                my bed|to my head|to my wrist|to my throat|around my neck|saved up|stockpiled|ready tonight|is ready|
                ready for)
            (saved up|saving up|stockpiled|stockpiling|hoarding|hoarded|stashed) .. (pills|meds|capsules|xanax|tablets)
                .. (plan|for|tonight|so i|to)
            (have|got|bought|holding|tied|tying|found|loaded|loading|made) .. (noose|rope|gun|pistol|razor|blade|razor
                blade) .. (ready|tonight|next to|in my|to my|plan|write|cant)
            (standing|sitting|stood|sat|im|up|climbed) (here)? (on|at|near|up on|in front of)? (the|a|this|top of a|top
                of the|my)? (edge of (a|the)|top of (a|the))? .. (bridge|ledge|overpass|rooftop|roof|train tracks|
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
        exceptions=(*PAST, *rows("""
            (already|just) (took|taken) (the|all my) (pills|tablets|capsules) (my doctor|for (the day|today|my)|
                prescribed|with (food|water|breakfast)) ..
            (massage|heat|glue|nail|top|smoking|water|nerf|price|tattoo|stun) gun ..
            (amount|dose|dosage) (that|which|to|needed to) .. (kill|kills|killed|die) (half|50|# percent|rats|mice|a
                (mouse|rat|dog|horse)|pain|the pain|bacteria|cravings|appetite) ..
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
        """)),
        fires="how many grams would it take to end it all",
        quiet="how much kratom extract did it take to kill a mouse in the study",
    ),
    Rule(
        id="self-harm",
        verdict=CrisisKind.SUICIDE,
        means="Someone hurts themselves on purpose, or does not trust themselves.",
        patterns=rows("""
            (scratch|cut|pick|burn|hit|bite|claw|scratching|cutting|biting|clawing) .. (my|her|his) .. (arms|arm|skin|
                legs|wrists|thighs|leg|thigh) .. (bleed|bleeds|bleeding|blood)
            (stop|quit|keep|started|start|resumed|relapsed|back to|been|back) cutting (.|?|$|again|and|since|when|
                because|tonight|every|deeper|my)
            (cut|cuts|burn|burned|burnt|hit|scratch|scratched|stab|stabbed|bite|bit|hurt|hurts|hurting) .. (my|his|her|
                their) .. (on purpose|intentionally|to feel|to punish|deliberately|to cope)
            (hurt|cut|burn|harm) .. on purpose
            (self harm|selfharm|self harming|self harmed|selfharming|self injury|self injure|self mutilation) .. (now|
                right|again|bad|tonight|today|urge|urges|strong|help|cant|stop|is back|i|since|thoughts|relapse|
                relapsed)
            (want|urge|urges|need|going|about|relapsed|relapse|started|i|im|me|keep|been|my|doing|tempted) .. (self
                harm|selfharm|self harming|self harmed|selfharming|self injury)
            (keep|kept|be|feel|feeling|im|am|i|trust) (myself|not|dont feel|unsafe|dont think im) .. (safe|safe with
                myself|safe alone|alone) (tonight|alone|right now|anymore|now|from myself|with myself|by myself|.|$|rn|
                at home)
            (dont|not|do not|cant|cannot) trust {self} (alone|tonight|right now|with|not to|around|rn|.|$)
            (danger|threat|risk) to (myself|themselves|himself|herself)
            (cut|cuts|cutting) .. (deeper|too deep|bleeding|wont stop bleeding|razor|blade)
            (blade|razor|razors|razor blade) (is|are|all|already)? (ready|out|sharp|calling) 
            (control|stop|restrain) myself .. (anymore|hurt|harm|tonight|do something)
            (something|anything|sth) (really|so|very)? (bad|stupid|drastic|terrible|permanent) (to myself|tonight|to me|
                if i|and)
        """),
        exceptions=(*PAST, *ASKED, *rows("""
            (stop|quit|keep|started|start) cutting (down|back|carbs|sugar|weight|caffeine|out|my (dose|intake|grams|
                hair)|the|kratom|it|corners) ..
            (back|been) cutting (my|back|down|it|out|kratom) ..
            (used to|history of|past|recovered from|years of) .. (self harm|selfharm|cutting) ...
            (control|stop) myself .. (from (buying|taking|using|eating|drinking|redosing|dosing)|taking|using|buying|
                eating) ...
            (shaving|cooking|chopping|kitchen|box cutter) ...
            (is|are|would|did|does|do|it|kratom|hope|heard|cause|causing|doing) .. (something|anything) (bad|terrible|
                stupid) ...
            (is|feel|feels|be|keep|am i) .. safe (to|with|for|taking|on|at|if|enough|while|from) ...
        """)),
        fires="i keep getting the urge to self harm tonight",
        quiet="does kratom help people with a history of self harm",
    ),
)
