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
            (shouldnt|dont|should|could|why not|maybe|might as well|rather|let me|lemme) (i|we)? (just)? (end|ending)
                (it|things|it all) (.|?|$|all|now|tonight|already|here)
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
            (want to|wants to|wanted to|want|wanna|gonna|going to|about to|ready to|need to|plan to|planning to|
                thinking of|thinking about|might|ill|should|gotta|time to|how to|way to|ways to) (just)? (end|
                ending) (it|things) (.|?|$|already|and|because|with|soon|here|so|after|by|before|when|peacefully|
                painlessly|quickly)
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
        frames=(*PAST, *ASKED),
        exceptions=rows("""
            (scratch|scratching|scratched|itch|itching) {self} (all over|everywhere|like crazy|raw|silly|after|
                because|whenever)
            (off|taper|tapering|wean|weaning) .. {medicine} (by)? {self}
            (killing|kill|hang|hung|shoot|beating|beat|choke|kick) .. {self} (laughing|lol|with laughter|at work|
                with work|at the gym|in the gym|in the foot|up|up about|up over|over the head)
            (cut|cutting|burn|burned|burnt|burning|hurt|hurting|beat|choke|choking|hit|scratch|scratching|poison|starve|
                starving) {self} (off|a|some|down|back|out|short|loose|shaving|cooking|while|chopping|at|lifting|in|
                working|playing|running|making|slack|doing|skateboarding|brewing|accidentally|opening|by accident|on
                the stove|of|trying)
            (accidentally|by accident|clumsily|almost|nearly) .. {harming} .. {self}
            (will|would|could|am|can|do|does|is|did) (i|kratom|it|this|7oh) (be|really|be able to|actually)? (hurt|harm|
                hurting|harming|poison|poisoning|kill|killing) .. {self} (by|if|with|taking|using|long term|?|
                slowly) ...
            (hurting|harming|hurt|harm|poisoning|poison|killing) {self} (by|with) (taking|using|drinking|long|daily|
                kratom|mixing|this|it|7oh|eating)
            {harming} (it|this|that|the|a|some|off|caffeine|coffee|sugar|kratom) .. {self}
            (end|ending) {self} up
            (all by|by|for|to|with|let|make|get|push|ask|hate|treat|help|about|around|pick|give|buy|find|told|do it)
                (myself|my self)
            (not|dont|never|wont|wouldnt|isnt|without) (going to|gonna|want to|wanna|trying to|going)? (hurt|harm|cut|
                burn|end) {self} (by|with|if)
            (end|ending|finish|finishing) (everything|it all|it|things) (with|up|on a|in a|off|well|between|early|for)
                (my|the|a|him|her|them|kratom|meal|food|well|good note|relationship|girlfriend|boyfriend|gf|bf|wife|
                husband|day)
            (end|ending|finish) (it|things|my (life|pain|suffering)) (with (my (gf|bf|girlfriend|boyfriend|wife|husband|
                ex|partner)|him|her|them|a (bang|smile))|long distance|as a|of)
            unalive (is|means|word|mean)
            (killed|hung|shot|hanged) {themself}
            (bus|train) (to|home|stop|tomorrow|from|at|for work)
        """),
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
                mentioned|mentions|says|about|considering|commit|committing|tried|attempt|texted|posted|
                wrote) .. suicide
            (suicidal|depressed) (teen|kid|son|daughter|friend|husband|wife|brother|sister|mom|dad) .. (lock|help|
                what do i do|should|hide|how do i|now)
            (lock|hide|keep) .. (suicidal)
            (suicide|crisis|suicidal) (hotline|lifeline|helpline|line|hot line|help line) .. (number|please|pls|help|$|
                ?|now|i|text|chat)
            (suicidio|suicidarme|suicidar|suizid|selbstmord|bunuh diri|suicidarsi|zelfmoord|samobojstwo)
            (quiero morir|quiero morirme|me quiero morir|quiero matarme|no quiero vivir|ich will sterben|
                ich mochte sterben|ich will nicht mehr leben|mich umbringen|mich toten|je veux mourir|me tuer|veux plus
                vivre|me suicider|ingin mati|mau mati|quero morrer|voglio morire|ik wil dood|chce umrzec)
        """),
        frames=(*PAST, *ASKED, *COUNTED),
        exceptions=rows("""
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
        """),
        fires="quitting has left me feeling suicidal",
        quiet="does strattera's suicide warning matter with kratom",
    ),
    Rule(
        id="self-harm",
        verdict=CrisisKind.SUICIDE,
        means="Someone hurts themselves on purpose, or does not trust themselves.",
        patterns=rows("""
            cutting (is|was|helps|feels|makes) .. (only|helps|help|relief|release|better|calm|numb)
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
            (want|urge|urges|need|going|about|relapsed|relapse|started|i|im|me|keep|been|my|doing|tempted) ..
                (self harm|selfharm|self harming|self harmed|selfharming|self injury)
            (keep|kept|be|feel|feeling|im|am|i|trust) (myself|not|dont feel|unsafe|dont think im) .. (safe|
                safe with myself|safe alone|alone) (tonight|alone|right now|anymore|now|from myself|with myself|by
                myself|.|$|rn|at home)
            (dont|not|do not|cant|cannot) trust {self} (alone|tonight|right now|with|not to|around|rn|.|$)
            (danger|threat|risk) to (myself|themselves|himself|herself)
            (cut|cuts|cutting) .. (deeper|too deep|bleeding|wont stop bleeding|razor|blade)
            (blade|razor|razors|razor blade) (is|are|all|already)? (ready|out|sharp|calling)
            (control|stop|restrain) myself .. (anymore|hurt|harm|tonight|do something)
            (something|anything|sth) (really|so|very)? (bad|stupid|drastic|terrible|permanent) (to myself|tonight|to me|
                if i|and)
        """),
        frames=(*PAST, *ASKED),
        exceptions=rows("""
            (research|study|studies|data|evidence|literature|article|paper|papers|info|information|statistics) ..
                (about|on|of|into|for) ... (self harm|selfharm|self injury) ..
            cutting (is|was|helps|makes) .. (carbs|weight|dose|kratom|costs) ..
            (stop|quit|keep|started|start) cutting (down|back|carbs|sugar|weight|caffeine|out|my (dose|intake|grams|
                hair)|the|kratom|it|corners) ..
            (back|been) cutting (my|back|down|it|out|kratom) ..
            (used to|history of|past|recovered from|years of) .. (self harm|selfharm|cutting) ...
            (control|stop) myself .. (from (buying|taking|using|eating|drinking|redosing|dosing)|taking|using|buying|
                eating) ...
            (shaving|cooking|chopping|kitchen|box cutter) ...
            (is|are|would|did|does|it|kratom|hope|heard|cause|causing|doing) .. (something|anything) (bad|terrible|
                stupid) ...
            (is|feel|feels|be|keep|am i) .. safe (to|with|for|taking|on|at|if|enough|while|from) ...
        """),
        fires="i keep getting the urge to self harm tonight",
        quiet="does kratom help people with a history of self harm",
    ),
)
