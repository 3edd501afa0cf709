"""The rules for violence, for psychosis, and for withdrawal that has turned dangerous."""

from bot.answering.models import CrisisKind
from bot.answering.triage_patterns import Rule, rows
from bot.answering.triage_table.frames import ASKED, PAST, REPORTED

RULES = (
    Rule(
        id="violence-threat",
        verdict=CrisisKind.VIOLENCE,
        means="Someone threatens or attacks others, or means to.",
        patterns=rows("""
            (attacking|hitting|beating|choking|strangling|punching|kicking|assaulting|raping) (me|us) (.|?|$|and|right|
                again|help|what|with|because|for|when|so|while|please)
            {someone} ... (knife|machete|gun|weapon|shotgun|rifle|handgun)
            (knife|gun|weapon) (down|away from me|at me|at us|to my throat|to her throat)
            threatening (me|us|him|her|everyone|people|my|the)
            (attacked|assaulted|stabbed|choked|strangled|punched|beat up|beat) (me|us|my|his|her|their|him|our) (sister|
                brother|mom|mum|dad|wife|husband|friend|kid|kids|girlfriend|boyfriend|gf|bf|roommate|mother|father|son|
                daughter|.|?|$|and|with|last night|today|again|now|for|when|after|because)
            {someone} .. (is|keeps|started|has been|wont stop) (hitting|beating|choking|strangling|attacking|punching|
                kicking|assaulting|slapping|abusing) (me|us|my|our|his|her|the kids)
            (wants to|want to|threatening to|trying to|tries to|plotting to) (cut|kill|stab|shoot|strangle|hurt|murder|
                attack) (me|us|my)
            (came|coming|lunged|lunging|ran|charged|charging|swung|swinging|comes) at (me|us|him|her|my {kin}|his|
                people) .. (with|knife|scissors|gun|screaming|bat|help|again|days|and)
            (hes|shes|he|she|they|hell|shell|theyll|someone) .. (kill|stab|shoot|murder|hurt) (us|us all|everyone|
                them all|all of us|everybody|his|her mom|the kids)
            {someone} .. (wants to|want to|going to|gonna|trying to|tried to|try to|threatening to|threatened to|
                said hed|said shed|says he will|says hell|says shell) .. (cut|kill|stab|hurt|shoot|choke|strangle|beat|
                burn|skin|murder|poison|attack|sacrifice|drown) (me|us|him|her|them|my|himself|herself|everyone|people|
                the)
            {someone} .. (punching|smashing|breaking|throwing|destroying|trashing|kicking) .. (walls|wall|everything|
                things|furniture|door|doors|windows|holes|at me|at us|the house)
            (i|im|ill|id|i am|gonna|going to|want to|wanna|urge to|urges to|about to|might|thoughts of|thinking about|
                thinking of|feel like|plan to|planning to|cant stop thinking about|voices|tell me to|telling me to|
                ready to|have to|need to|fantasize about) .. (kill|killing|murder|murdering|stab|stabbing|shoot|
                shooting|strangle|strangling|choke|hurt|hurting|attack|attacking|harm|harming|poison|poisoning|shoot up|
                bomb|burn down) (a|an|my|the|him|her|them|someone|somebody|people|everyone|everybody|you all|this|that|
                these|those|others|all|another|some|other|any|every)
            {someone} .. (threatening|threatens|threatened|threatning|going to|gonna|wants to|tried to|trying to|
                says shell|says hell|will|try to|about to|attempted to) .. (kill|murder|stab|shoot|strangle|choke|hurt|
                attack|beat|burn|poison|harm) (me|us|him|her|them|my|someone|somebody|people|everyone|everybody|our|the|
                his|a|others)
            (threatening|threatens|threatened|threatning) .. (kill|murder|stab|shoot|strangle|choke|hurt|attack|beat|
                burn|harm) (me|us|him|her|them|my|himself|herself|someone|people|everyone|everybody|our|the|his)
            (trying|wants|want|going|plotting|gonna|out) to (kill|get|murder|poison|hurt|harm) (me|us) .. (poison|
                poisoned|neighbors|help|scared|voices|everyone|cops|fbi|cia|they|walls|hiding|now)
            {someone} .. (has|have|got|grabbed|holding|with|waving|swinging|pointing|pulled|pulled out|picked up|
                carrying|brandishing|found|bought|loading|took out|sharpening) .. (scissors|razor|screwdriver|broken
                bottle|taser|crossbow|firearm|knife|gun|knives|machete|bat|weapon|hammer|axe|pistol|rifle|shotgun|
                hatchet|sword|blade|crowbar|ax)
            (i|im|ive) (have|got|grabbed|holding|with|bought|bringing|loading|loaded) .. (gun|knife|machete|weapon|
                rifle|pistol|bat) .. (him|her|them|everyone|school|work|kill|hurt|shoot|stab|use it|boss|neighbor|
                neighbors|they)
            {someone} (just|always|still|sometimes)? (hits|beats|chokes|abuses|punches|kicks|slaps|rapes|threatens|
                strangles) (me|us) (.|?|$|and|when|every|again|if|so|because|after|on|a lot|i|all)
            {someone} (is|was|keeps|started|just|has been|been)? (hitting|beating|choking|strangling|attacking|punching|
                kicking|hit|attacked|choked|strangled|punched|stabbed|shot|abusing|assaulting|assaulted|raping|
                raped) .. (me|us|my|people|everyone|the kids|our|her|him)
            (homicidal|homicide thoughts|murderous)
            (locked|trapped|barricaded|holding) (us|me|himself|herself) .. (in|inside|hostage|with|room|out)
            (shoot|shooting|blow|blowing|burn|burning|bomb|bombing) (up|down)? .. (everyone|school|the school|the place|
                the store|my work|the house|the office|mall|church|police)
            (voices|voice|god|demon|demons|satan|tv|devil) .. (tell|telling|tells|told|command|commanding|saying|says|
                want|wants|order|ordering|ordered|whisper|whispering) .. (me|him|her|us|them) (to|i should|he should|i
                have to|that) (hurt|kill|harm|stab|die|do bad|attack|burn|jump|do it|shoot|do things|.. kill|.. hurt)
        """),
        frames=(*PAST,),
        exceptions=rows("""
            (could|would) (murder|kill) (a|an|some) (curry|burger|pizza|beer|pint|coffee|drink|snack|steak|sandwich|
                kebab|meal|cup|taco|nap) ..
            gun (range|shop|safe|owner|rights|license|laws|law|permit|show|metal)
            (under|son of a|jump|jumped|top|massage|heat|glue|nail|nerf) .. gun
            (am|could|will|would|can) i .. (hurt|hurting|harm|harming) (my|the|our) (baby|unborn|fetus|child)
            (hurt|hurting|harm|harming) (my|the|our) (baby|unborn|fetus|child) (by|if|with|taking|when|through|from|in)
            (butter|kitchen|swiss army|pocket) knife (to|for|set) ..
            cut (me|us) (off|some|out|a|back|loose|down|slack) ..
            life threatening ..
            threatening (my|the) (sobriety|job|supply|industry|health|legal|marriage|career|access|liver|kratom|vendors|
                market|status|community|recovery) ..
            (smashing|breaking|punching|throwing|kicking) .. (it|bad habits|the habit|records|pills|capsules|tablets|up|
                out) ...
            (throwing|breaking) (things|everything) (up|away|out|down) ...
            (choking|choked|choke) on ...
            (boss|mom|mum|moms|mother|dad|dads|father|parents|teacher|coach|doc|doctor|landlord|professor) (is|are|will|
                would|s)? (so|literally|actually)? (going to|gonna|wants to)? (literally|actually)? (kill|murder|shoot|
                strangle) me ...
            (wife|wifes|husband|husbands|girlfriend|boyfriend|gf|bf|she|he|they|shes|hes|shell|hell|theyll|theyd) (is|
                are|will|would|s)? (so|literally|actually)? (going to|gonna)? (literally|actually)? (kill|murder|shoot|
                strangle) me (if (she|he|they|i) (finds|find|found|sees|see|knows|knew|hears|catches|catch|tell|buy|
                spend|forget|fail|smell|dont)|when (she|he|they) (finds|sees|hears|gets)|for (this|that|buying|spending|
                forgetting)|lol|lmao|haha|once|over) ...
            (kill|murder|strangle) {kin}? (for|with kindness|time|two|cravings|pain|the pain|my appetite|the vibe|
                the mood|an hour|it|this|that|the (game|gym|exam|workout|pain|cravings|taste|nausea|buzz|high|vibe)|my
                (back|appetite|buzz|high|cravings|pain|tolerance|liver|libido|gains)|a (beer|coffee|burger|pizza|few|
                bag|couple|fly|mouse|spider|steak|sandwich))
            (could|would|id) (literally)? (kill|murder) (for|a|him|her|them|my|someone for|whoever) (lol|lmao|haha|for|
                coffee|beer|burger|brother lol|.. lol|.. haha|who)
            (will|does|can|could|would|did|is|if|do) ({kratom}|it|this|that|these|heat|boiling|lemon|alcohol|acid|
                freezing|water) .. (kill|hurt|harm|poison|attack) ...
            (hurt|harm|hurting|harming|poison|poisoning) (my|a|the|his|her|our|other|others|their) (liver|kidneys|
                kidney|heart|stomach|body|brain|health|chances|case|recovery|job|teeth|knees|back|back at|gut|tolerance|
                feelings|sleep|dog|cat|career|relationship|marriage) ...
            (dont|do not|didnt|not|never|without|avoid) (want to|wanna|trying to|going to|meaning to)? (hurt|harm|
                hurting|kill|harming|hurt or harm) ...
            (will|would|gonna|going to|might|could) .. hurt (him|her|them|someone|people|me) (if|to|by) .. (take|takes|
                taking|kratom|use|drink|mix) ...
            (shoot|shooting) (me|him|her|them|you) (a|an|the|some|over|your) ...
            (shoot|shooting|attack) (the|a|my) (shit|breeze|video|movie|photo|problem|pain|hoops|message|text|email|
                question|basketball|pool|film|receptors|virus)
            (baseball|cricket) bat ...
            (with|got|has) (the|my|a) (bat|knife) (signal|mobile|cave|and fork|man)
            (beating|beat|hit|hits|hitting|punching|kicking) (the|my|a|me|us|us up)? (addiction|gym|test|tests|habit|
                ass|like|harder|hard|up|differently|different|different now|right|spot|weights|dab|vape|bong|joint|butt|
                so hard|way) ...
            (it|this|that|kratom|withdrawal|withdrawals|these|extract|shot|strain|7oh|anxiety|depression|nausea|
                cravings|guilt|fatigue) (is|was|just|really|are|keeps|has been|started)? (hit|hits|hitting|kicking|
                punching|attacked|beating|choking|strangling|attacking) (me|us|my|him|her) (hard|harder|different|
                differently|up|like|so|in|ass|really|fast|down|with|out|every)
        """),
        fires="my ex is outside waving a gun at us",
        quiet="my mom is going to kill me if she hears about kratom",
    ),
    Rule(
        id="violence-psychosis",
        verdict=CrisisKind.VIOLENCE,
        means="Someone has lost touch with what is real and may be dangerous to themselves or others.",
        patterns=rows("""
            {someone} .. (psychotic break|psychotic episode|in psychosis|having psychosis|psychosis|
                drug induced psychosis|completely psychotic|full psychosis) .. (.|$|?|what|help|now|after|from|and|rn|
                right|on|since)
            {someone} ... (thinks|thinking|believes|convinced|swears|says|keeps saying|is sure|insists) .. (poisoning|
                poisoned|poison|a demon|demons|possessed|out to get|after him|after her|in the walls|watching him|
                watching her|following him|following her|spying|bugged|tracking|chip|being watched|being followed|the
                devil|satan|is god|is jesus|jesus|cameras|plotting|coming for|cops are|fbi|cia|police are|replaced|
                impostor|imposter|aliens)
            {someone} .. (psychotic|having psychosis|in psychosis|paranoid|delusional|manic|hallucinating|raging|
                going crazy|lost his mind|lost her mind|gone mad|out of his mind|out of her mind|snapped|
                rage) .. (knife|gun|weapon|attacked|attack|attacking|hit|hits|swinging|screaming|threatening|violent|
                breaking|smashing|naked|ran|running|wont let|hasnt slept|for days|help|dangerous|scared|now|scaring|
                hurt|hiding)
            {someone} (is|gone|seems|has gone|acting|getting|became|turned|turning|having|being) (very|really|so|super|
                full|full on|completely|a|fully|into)? (psychotic|psychosis|violent|delusional|psychotic break|
                psychotic episode|having psychosis)
            (i|someone|they|neighbors|people|he|she|wife|husband|think) .. (poisoning|put poison|drugging) .. (me|my|us|
                food|drink|water|kratom|coffee)
            (i|im) (am|was|keep|started|feel)? (hearing|hear|heard) (voices|a voice|whispers|demons|people talking) ..
                (hurt|kill|telling|tell|scared|wont stop|die|days|slept|help|now|walls)
            (people|cops|police|fbi|cia|they|someone|demons|neighbors|government|shadow people) .. (in the walls|
                in my walls|outside my window|watching me|following me|after me|in the attic|coming for me|coming to
                get me|listening to me|out to get me|trying to kill me|want me dead)
            (everyone|everybody|people|they|family) .. (out to get|against|plotting against|conspiring against) (him|
                her|me|us|them)
            (havent|hasnt|not|no) (slept|sleep|sleeping) .. (days|nights|week) .. (voices|shadow|shadows|seeing|hearing|
                paranoid|demons|watching|following|walls|poison|poisoning|cops|cameras|hallucinating|people)
        """),
        frames=(*PAST, *ASKED, *REPORTED),
        exceptions=rows("""
            (thinks|believes|says|thinking|convinced) .. (kratom|it|7oh|gas station|vendors|leaf|powder) .. (is|are|was|
                has|contains|can|being) .. (poison|poisoned|poisoning|a demon|the devil|the devils|evil) ...
            (after|get) (me|us) for (a|my|the|money|rent|taxes|.. test) ...
            (can|could|will|do|does) (cops|police|they|the police|people) ...
        """),
        fires="my brother hasn't slept in days and is convinced we are poisoning his food",
        quiet="can kratom make someone psychotic or violent",
    ),
    Rule(
        id="withdrawal-danger",
        verdict=CrisisKind.WITHDRAWAL,
        means="Withdrawal with a sign of danger: no water stays down, confusion, fainting, chest pain, fever.",
        patterns=rows("""
            {withdrawal} ... (cant|couldnt|cannot) .. (off the floor|off the ground|off the bathroom floor|
                out of bed to pee|lift my head)
            (cant|couldnt|cannot) .. (off the floor|off the ground|off the bathroom floor) ... {withdrawal}
            {withdrawal} ... ({danger}|no (water|food or water|fluids|liquids) (for|in|since))
            {danger} ... {withdrawal}
        """),
        frames=(*PAST, *ASKED, *REPORTED),
        exceptions=rows("""
            {withdrawal} ... (should i worry|is it common|does it happen|be afraid) ...
        """),
        fires="day 3 of quitting 7oh and i can't keep any water down",
        quiet="day 4 of withdrawal, sneezing and bad sleep, when does it end",
    ),
)
