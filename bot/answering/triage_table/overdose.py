"""The rules for an overdose or a poisoning that is called so, or that follows from the amount."""

from bot.answering.models import CrisisKind
from bot.answering.triage_patterns import Rule, rows
from bot.answering.triage_table.frames import ASKED, HYPOTHETICAL, PAST, REPORTED

RULES = (
    Rule(
        id="overdose-now",
        verdict=CrisisKind.OVERDOSE,
        means="Someone is said to be overdosing, poisoned or dying, or an ambulance is asked for.",
        patterns=rows("""
            (someone|somebody|they|he|she|{kin}|a guy|some guy|a girl) .. (put|slipped|dropped|mixed|poured) ..
                (something|drugs|pill|pills|{kratom}|poison|stuff|powder) .. (in|into) my .. (drink|drinks|food|water|
                coffee|tea|beer|vape)
            (spiked|drugged|laced|roofied) my .. (drink|drinks|food|water|coffee|tea|beer|kratom|vape)
            (scared|afraid|worried|terrified|fear|worry) .. (wont|might not|may not|never|not|dont) wake
            (someone|somebody) (is|just)? (overdosing|overdosed|oding|oded) (.|?|$|help|please|and|on|in|at)
            (i|im|he|she|hes|shes|they|like im|{kin}) .. (going to|gonna|about to|might|will) stop breathing
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
            {someone} .. (is|be|just|may be|might be|might have|may have|mightve|has|think|was|must have|possibly|
                about to|gonna|going to|had|having an|had an) .. (overdosing|overdosed|overdose|oding|oded|od)
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
                ill|i|shes|hes|he|she|they) (be)? (actually|literally|gonna|going to|about to|may|will)? (die|dying|
                dead)
            (am|will|are) (i|he|she|we|they|my {kin}) (gonna|going to|about to)? (die|be ok|be okay|be alright|make it|
                survive|live|dying|in danger|in trouble|overdosing|gonna make it)
            (having|had|have|has|getting|think its|is this|is it|like|feels like) (a|an) (heart attack|stroke|
                cardiac arrest|allergic reaction|anaphylactic|anaphylaxis|aneurysm)
            (call|called|calling|need|get|send|dial|phone) (me|him|her|for|us|to)? (an|the|a|for an)? (ambulance|911|
                999|112|paramedics|paramedic|emt|emts|medic|000)
            (should|do|must|when should|can) (i|we|he|she|they) .. (go to|go in to|take him to|take her to|take them to|
                call|need|get to|head to|be going to|bring him to|bring her to|drive to) .. (the er|er|the hospital|
                hospital|emergency room|a and e|emergency|ambulance|911|poison control|urgent care)
            (gave|giving|given|used|administered|hit) .. (narcan|naloxone) .. (and|but|on|now|help|still|again|not|him|
                her|him|twice|or|hes|shes|what)
            (do|should|can) (i|we) .. (narcan|naloxone) .. (him|her|them|my {kin}|hes|shes|he|she|now|rn)
            (do|should|can) (i|we) .. (give|use|hit) (him|her|them|my {kin}) .. (narcan|naloxone)
            {someone} .. (need|needs|needed) .. (narcan|naloxone|cpr|an ambulance|a hospital|medical help|
                emergency help|help now|help right now)
            (ive been|i was|i got|ive|hes been|shes been|he was|she was|think im|im being|they|someone) (been|got|was|
                just|being|probably|definitely)? (poisoned|drugged|roofied|spiked)
            (drank|drunk|swallowed|drinking|drink|ate|ingested|inhaled|chugged|downed) .. (bleach|antifreeze|rat poison|
                poison|lye|ammonia|drain cleaner|lighter fluid|lamp oil|gasoline|cleaning fluid|acetone|naphtha|
                pesticide|methanol|isopropyl|detergent|tide pod|tide pods|battery acid|hand sanitizer|rubbing alcohol|
                paint thinner|batteries|button battery)
            (emergency|help) (help|please|plz|pls|now|my|i|he|she|friend|emergency) .. (friend|took|kratom|dying|cant|
                wont|not|breathing|he|she|hes|shes|overdose|hospital|gf|bf|brother|sister|mom|dad)
        """),
        frames=(*PAST, *ASKED, *REPORTED),
        exceptions=rows("""
            {kin} (overdosed|oded) (back)? (in the|when|during) (nineties|eighties|seventies|sixties|past|war|army|i
                was|we were|he was|she was) ..
            (overdosed|overdosing|oding) on (pizza|food|sugar|chocolate|candy|memes|netflix|cake|carbs|cheese|snacks|
                ice cream|cookies) ..
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
            (keep|carry|have|own|get|buy|stock|carrying|keeping|bought) .. (narcan|naloxone) (at home|around|on me|
                on hand|in|just|if|for|with|when|near|handy) ...
            (will|am) (i|we|he|she) (be)? (ok|okay|alright|in trouble|in danger|make it) (to|for|with|if i (fly|travel|
                drive|quit|stop|take|drink|mix|use|switch)|at|legally|flying|on|taking|driving|getting|by|through|
                in (texas|florida|thailand|the)) ...
            (am|will|are|would) (i|we|he|she|they|my {kin}) (going to|gonna|about to)? (die|be ok|be okay|be alright|
                overdose|od|overdosing|be in trouble|live|survive) (if|when|from (taking|using|drinking|this|kratom|a|
                one)|taking|without|with) ...
            (should|do|must|can) (i|we) (tell|mention|say|worry|bring up) ...
            {someone} .. (passed away|passed|died|was found|killed) ...
            (celebrity|actor|musician|singer|rapper|influencer|a kid|kids|a teen|teens|teenager|somebody|people|a man|
                a woman|some guy|some kid|a guy|a teenager) .. (overdosed|oded|overdose|od|died|overdosing) ...
            {kin} .. (overdosed|oded|died) (and died|once|before|twice|on (oxy|heroin|fentanyl|percs|fent|opioids|
                pills) .. (and|but|which|so|he|she|was|is kratom)) ...
            (overdosed|oded|overdose) (once|before|twice|in the past|multiple times|several times) ...
            (lost|buried|grieving|remember|miss) .. (to|from|of) (an|a)? (overdose|od) ...
            (not|no|isnt|never|wasnt) .. (overdosing|overdosed|overdose|dying|an emergency|emergency) ...
            (if|when|in case|whenever|unless|before) (someone|somebody|i ever|a person|anyone|people|you|u) ...
            (i|we) (would|could) (never)? (die|be dead) (without|if|for) ...
            (my|the|phone|laptop|battery|car|plant|tree|server|plants) (phone|laptop|battery|car|plant|tree|tomato|
                houseplant)? (is|was|just)? (dying|dead|died) ...
        """),
        fires="i think i'm overdosing on 7oh",
        quiet="what are the signs of someone overdosing",
    ),
    Rule(
        id="took-too-much",
        verdict=CrisisKind.OVERDOSE,
        means="Someone took too much, or a very large amount and is unwell or frightened.",
        patterns=rows("""
            {took} .. (whole|entire|double|twice|extra|all|#10+) .. (by mistake|by accident|accidentally|unknowingly|
                without realizing)
            (by mistake|by accident|accidentally) {took} .. (whole|entire|double|twice|extra|all|#10+)
            (swallowed|downed|popped|gulped) .. (#20+ {pills}|#8+ 7oh|#20+ of)
            {took} .. (way|far|a lot|much)? more than (i|he|she|they) (meant|intended|planned|should|was supposed|
                wanted|thought)
            {someone} .. (shaking|vomiting|throwing up|sweating|pale|confused|drooling|twitching|trembling|puking) ..
                (vomiting|throwing up|shaking|sweating|pale|confused|clammy|twitching|puking|drooling|trembling) ..
                after .. ({kratom}|shot|taking|pill|pills|drinking)
            {took} ... (shaking|confused|fever|twitching|delirious|hallucinating|agitated|rigid|stiff|paranoid) ..
                (shaking|confused|fever|twitching|delirious|hallucinating|sweating|rigid|vomiting|racing)
            (struggling|trying|fighting|hard|cant|barely) .. (stay|staying|remain) conscious
            {took} .. (struggling|trying|fighting|hard|barely) .. (stay|staying) awake
            {someone} (just|accidentally|has|also)? (swallowed|downed|chugged|ate|drank|popped|inhaled) .. (a bunch|
                bunch of|handful|all of|all my|all the|whole|entire|a lot|lots|tons|#8+|so many|too many|
                every) .. {stuff}
            {took} .. (# x|# times|double|triple|quadruple|twice|ten times|five times|three times|way over|
                way more than) (my|the|a|of my|what|his|her) (normal|usual|regular|dose|amount|normal dose|daily|i|he|
                she|recommended|typical|max|serving)
            {someone} ... {took} ... (acting|feels|feeling|looks|looking|seems|is|getting|isnt|cant|wont|shes|hes|and)
                .. (weird|strange|funny|off|wrong|really sick|out of it|pale|sweating|confused|incoherent|not right|
                really drowsy|super sleepy|really sleepy|very sleepy|super drowsy|very drowsy|really confused|slurring|
                hard to wake|so sleepy|delirious|gray|limp|vomiting|puking|throwing up|shaking) .. (what do i|help|
                should i|scared|worried|now|is this|is that|do i|.|$|?)
            {took} (way|far|waay|wayy|a bit|a little|a lil|just|like|probably|maybe|wayyy|possibly|accidentally|a|kinda|
                so|much)? (way|bit|little)? (too much|too many|to much|2 much|tooo much|too mcuh|more than i should|
                double my|triple my|twice my|double the|triple the|an overdose)
            {someone} .. {took} .. (too much|too many|to much|2 much)
            (too much|too many) {kratom} .. (help|now|rn|scared|what do i do|feel|cant|heart|chest|i|sick|throwing|
                dizzy|im)
            (just|accidentally|i just|literally just) {took} .. (#15+ {unit}|#30+ {pills}|#15+ 7oh|#5+ shots|
                #6+ {kratom} shots)
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
        frames=(*PAST, *ASKED, *REPORTED, *HYPOTHETICAL),
        exceptions=rows("""
            (signs|sign|symptoms|symptom|tell|know|recognise|recognize|spot|notice) .. (someone|somebody|someones|
                somebodys|anyone|a person|people|you) .. {took} ..
            (lots|plenty|a lot|tons|gallons|so much|too much) of? (water|fluids|coffee|juice|tea|milk|gatorade|vitamins|
                caffeine) ..
            (makes|make) (me|him|her|you|people) ..
            {took} .. (yesterday|last week|last weekend|the other day|earlier this week) .. (fine now|ok now|felt|was|
                got) ...
            {took} .. (too much|too many|more than i should) (once|one time|before|a few times|in college|
                at a party once|last (week|weekend|night)|that (one|time)|the other (day|week)) ...
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
        """),
        fires="i took way too much kratom and i feel awful",
        quiet="last month i took too much kratom and was sick, why is that",
    ),
)
