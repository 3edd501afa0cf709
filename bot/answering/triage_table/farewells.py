"""The rules for farewells that speak of suicide."""

from bot.answering.models import CrisisKind
from bot.answering.triage_patterns import Rule, rows
from bot.answering.triage_table.frames import PAST

RULES = (
    Rule(
        id="veiled-goodbye",
        verdict=CrisisKind.SUICIDE,
        means="Someone takes leave, gives things away, or says that they will not be there.",
        patterns=rows("""
            (love|loved|hug|hugged|kiss|kissed|told|held|talked to) .. (for the|one|the) last time (.|$|today|tonight|
                before|and)
            (checking|check) out (for good|forever|permanently|of life|of this world)
            talk me (out of|down) .. (this|it|here|please|.|$|doing|ledge|killing)
            (posted|wrote|left|sent|made) (a|his|her|their)? ({goodbye}|goodbye post|goodbye message)
            (said|saying|says|texted|wrote|told me) {goodbye} (in a|on|post|online|like|forever|weird|for good|and hung|
                and turned|so)
            (dont|wont|not|never|no one|nobody|before|until|will|noone) .. find me (like|dead|until|before|.|$|in time|
                hanging|in|there)
            (if|when|in case) (something|anything|sth) (ever)? happens to me .. (tell|take|look|who|please|my|give|know|
                .|$|tonight)
            (look|take) .. (after|care of) my .. (if|in case) (something|anything|i|im)
            (sorting|sorted|writing|wrote|updated|updating|getting|put|putting|got|finished|made|making) .. (my will|
                my affairs|affairs in order|my passwords|will and|my life insurance|a will)
            (kids|family|wife|husband|they|mom|parents|daughter|son) .. (get|gets|have|collect|live off) .. (life)?
                insurance (money|payout|policy|check)
            (its|think its|maybe its|guess its) (finally)? time (to go|for me to go|for me|to leave this|to end|to say)
                (.|$|now|goodbye|it|everything)
            (forgive|remember) me (.|$|for what|when im|please|everyone|mom|dad|after)
            ({goodbye}|final|last) (letter|letters|note|notes|message|messages|post|text|texts|words|video|videos)
            (wrote|written|writing|write|left|leaving|leave|found|finished|sent|sending|recorded|made|making) .. (note|
                notes|letter|letters|will|{goodbye}|video|videos) .. (to|for|behind|saying|{goodbye}) .. (my|the|his|
                her|everyone|all|each|kids|mom|family|parents|friends)
            (wrote|written|writing|write|left|leaving) (a|some|my|the|out|all|her|his)? (note|notes|letter|letters) (.|
                ?|$|just|today|tonight|and)
            (texted|texting|sent|said|saying|say|says|told|posted|wrote|messaged|called|calling|come|came|here) ..
                {goodbye} (to|everyone|and|everybody|guys|all|for|forever|now|tonight|world|friends|my|.|$|?)
            this is ({goodbye}|my {goodbye}|it for me|my last|the end for me|the last time you|my final|where i get off|
                the end of me)
            (goodbye|good bye|farewell) (cruel world|everyone|everybody|world|forever|all|guys|my friends|.|$)
            (cant|anymore|over|done|sorry|tired|pills|enough) .. (goodbye|good bye|farewell)
            (giving|gave|given|give|gives|gifting|donated|selling|sold) away? .. (all|most|everything|my|his|her|their)
                .. (stuff|things|belongings|possessions|clothes|own|owned|have|had|pets|guitar|collection|jewelry|
                savings|valuables) (away|.|$|and|so|i|to|today|cause|because|since|wont|for|lately|this)
            (giving|gave|given|give|gives) away .. (my|his|her|their|all|most|everything|mine)
            (giving|gave|given|gives|found|finding|rehomed|rehoming|surrendered) .. (my|his|her|their) .. (stuff|things|
                belongings|possessions|dog|dogs|cat|cats|pet|pets|guitar|clothes|car|savings|jewelry|console|games|
                collection|books|plants) (away|to|a new home|a home)
            (need|needing|want|have|require) (them|it|that|this|anything|any of it|my stuff|money|those|any of this)
                (soon|anymore|any more|where im going|after tonight|after today|after this|where i am going|much longer)
            (wont|will not|not gonna|not going to|not|dont plan to|dont plan on|dont think ill|never|doubt ill|may not|
                dont intend to) (be|being|to be|going to be|still be) (here|around|alive|on this earth|with us|with you
                guys|in this world|breathing|able to see) (for|much|very|tomorrow|next|anymore|long|longer|soon|when|
                after|by|to see|any longer|in the morning|past|come|this time|and|in|.|$)
            (wont|not|never|dont) (have|need) to (worry|deal|put up|care|bother|see|hear) (about|with|from)? me
                (anymore|after|soon|any more|much longer|again|for long|no more|tonight|ever)
            (wont|not gonna|will not|never gonna|not going to|never|dont plan to|dont want to) (see|make it to|
                live to see|reach|be here for|be alive for|see another|make it past|make it through) .. (birthday|
                tomorrow|christmas|new year|next year|morning|next week|the weekend|summer|30|another day|sunrise|me
                again|me anymore|me after|tonight|the night)
            (i|ill|im|id|will|gonna|going to) .. be (gone|dead|free|at peace|with god|with jesus|with my dad|
                with my mom|with him|with her|with them|out of everyones) .. (tomorrow|soon|tonight|by|forever|before|
                when you|in the morning|finally|anyway|after|hair|way)
            (itll|it will|itll all|it will all|all|everything|will|its) (all|almost|gonna|finally)? (be)? over
                (for me)? (soon|tonight|tomorrow|for me|by morning)
            (tell|let) (my|mom|dad|her|him|everyone|them|the) .. (i love|i loved|im sorry|i was sorry|i said sorry|
                it wasnt|not .. fault|know i love|{goodbye}|i said|i tried) .. (gone|tomorrow|{goodbye}|here|after|
                anymore|not|if|when|.|$)
            (take|look) (good)? (care of|after) (my|our) (kids|dog|cat|family|mom|wife|son|daughter|pets|children) ..
                (gone|when im|after|for me|not here|{goodbye}|once im)
            (after|when|once|before|til|until) (im|i am|i) (gone|dead|no longer here|leave this world|am dead) (.|$|
                please|who|my|i|take|the|they|will|everyone|you)
            (made|making|at|found) (my)? peace with (it|dying|death|leaving|going|everything|god|the end|not|never|that)
            ready to (go|leave|end|die|be done|check out|let go|meet god|meet my maker|depart) (now|tonight|for good|
                forever|.|$|peacefully|it|in peace|and (ive|i|have|made)|home)
            (my|the) (last|final) (night|day|goodbye|hours|week|days|evening|trip|ride|chapter|sunset) (on earth|
                on this earth|alive|here|of my life|ever|for me|.|$)
            tonight (is|will be|its) (the night|my last|it for me|the end|my final)
            (dont|do not|nobody|no one) (try|bother|need)? (to)? (stop|save|talk me out|rescue|come looking|look for|
                find) me (this|now|please|.|$|from|anymore|tonight|in time|out)
            (see you|meet you|see u|see yall|see my|be with|join) .. (on|in) (the other side|heaven|hell|next life|
                another life|the next life)
            (thanks|thank you|thx) .. (for everything|being kind|for being|for trying) .. ({goodbye}|bye forever|
                its over|im done|this is it|be gone|wont be)
        """),
        frames=(*PAST,),
        exceptions=rows("""
            (took|use|used|using|take|bought|drank|tried|dosed) .. (for the|one|the) last time ..
            (my|the) last (question|day of|bag|dose|batch|order|attempt|try|resort|drink|beer|shift|exam|one|pack|name|
                paycheck|refill|capsule|capsules) ..
            talk me out of (buying|taking|ordering|relapsing|it lol|quitting|using) ..
            (you|they|people|users|can|could) (can|could)? .. find me (on|at|in|here|a|some)
            (said|say|saying|says|wave|kiss|kissed|kissing) {goodbye} to (kratom|7oh|it|coffee|alcohol|opioids|oxy|
                pills|withdrawal|withdrawals|my (habit|addiction|pain|migraines|anxiety|old)|caffeine|weed|weight|pain|
                drugs|addiction|the (pain|habit|leaf|green))
            (goodbye|good bye|farewell) (kratom|7oh|opioids|withdrawals|pain|anxiety|oxy|alcohol|coffee) ...
            (give|giving|gave|given) .. (up|back|me|him|her|you|the vet) ...
            (give|giving|gave|given) .. (dog|dogs|cat|cats|pet|pets) (some|kratom|7oh|a|cbd|any|it|medicine|meds|pills|
                tea|to try)
            (give|giving|gave|given|gives) away (free|samples|kratom|prizes|secrets|the answer|my (kratom|secret|recipe|
                stash|capsules)) ...
            (last|final) (message|messages|post|text|note|words|video|letter|letters) (you|i asked|i sent|about|in|on|
                question|was|from|of|said|?|that|they|got|went|before) ...
            (your|the|his|that|earlier|previous|their|fda|warning|recall|scarlet) (last|final)? (message|post|text|
                letter|words|letters|video)
            (wont|not|will not|not going to) be (here|around) (for|tomorrow|next|when|after|in|to) .. (work|meeting|
                class|shift|the test|stream|raid|game|server|vacation|holiday|answer|reply)
            (doctor|doc|dr|nurse|prescription|prescriber|school|work|side|lab|fda|cover|recommendation|warning|release)
                .. (note|letter|notes|letters) ...
            (wrote|write|writing|written|left|take|took|made) .. (note|notes|letter|letters) (about|on|for (myself|work|
                school|class|my (doctor|class|boss))|to (self|my (doctor|senator|boss|congressman|rep|representative|
                landlord))|in|from|down) ...
            (need|want|have) (it|them|that|this) (soon|anymore|any more) (for|to|or|because|if)
            (dont|do not|doesnt|no longer|didnt|wont) (need|want) (it|them|this|that|kratom) (anymore|any more|soon)
            (tell|let) (my|her|him|them|the) (doctor|boss|doc|dentist|surgeon|po) ...
            ready to (go|leave|be done|end|let go) (to|back|for|with|on|now with|of|through) ...
            (after|when|once|before|until) (i|im|i am) (leave|gone) (for|to|on|from|the) ...
            (final|last) (day|days|week|trip|night) (here|of|with|on|for) (withdrawal|taper|kratom|my (taper|
                withdrawal)|the (taper|sale|trip)|vacation|work|school|it|7oh)
            (withdrawal|withdrawals|taper|detox|sale|exam|semester|shift|week|it|show|movie|ban|season|flu|pandemic) ..
                (be|is|its) .. over (soon|tomorrow|tonight|by) ...
            (all|most|everything) .. (gave|give|gives) .. (away|up) (symptoms|signs) ...
        """),
        fires="i wrote a goodbye letter to my kids",
        quiet="i said goodbye to kratom last spring, do cravings come back",
    ),
)
