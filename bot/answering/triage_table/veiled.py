"""The rules for suicide that is said between the lines: burdens, no way out, not waking up."""

from bot.answering.models import CrisisKind
from bot.answering.triage_patterns import Rule, rows
from bot.answering.triage_table.frames import ASKED, PAST, REPORTED

RULES = (
    Rule(
        id="veiled-not-waking",
        verdict=CrisisKind.SUICIDE,
        means="Someone hopes not to wake up again.",
        patterns=rows("""
            (wish|wished|hope|hoped) .. (never|not|hadnt|didnt) (woken|woke|waken) up
            (sleep|asleep|bed|drift off|night night|lie down|lay down|nap|eyes) .. (and|without|then|to|but)? .. (never|
                not|dont|wont|forever|without ever) .. (wake|waking|get|open) (up|them)?
            (sleep|asleep|drift off|rest) (forever|for good|permanently|eternally|and never)
            (not|never|dont|wont|without) (having to|have to|to|wanna|want to|ever|just|be)? (wake up|waking up|wake)
                (again|tomorrow|anymore|any more|ever|in the morning|ever again|one day|one morning)
            (hope|hoping|wish|wishing|pray|praying|prefer|like|love|want|wanted|mind|care|fine|ok|okay|peace|if|
                happen if|what if) .. (i|if i|to|that i|with)? (just)? (dont|not|never|didnt|wont|wouldnt|couldnt|just
                not|just didnt|just never) (to|ever)? (wake up|waking up|wake)
            (i|id|ill) (just|could just|may|might|hopefully|ever|will)? (never|not|dont|didnt|wont) (ever|just)? wake
                up .. (fine|ok|okay|better|good|care|happy|mind|relief|win|so be it|tomorrow|oh well|easier|matter)
            (slip|slipping|pass|drift|float|fade|fading|slide) away (peacefully|quietly|in|without|forever|painlessly|
                for good|tonight|comfortably|.|$|and)
            (go|pass|leave|die|end it|exit|check out) (peacefully|painlessly|quietly|in my sleep|in peace|without pain|
                without suffering|gently)
            to not wake (up)?
            (die|dying|go|pass) in my sleep
        """),
        frames=(*PAST,),
        exceptions=rows("""
            (could|can|would) sleep forever ..
            {someone} .. (asleep|sleeping|slept|passed out) ... (wont|isnt|not|cant|never|doesnt|dont) .. (wake|waking)
                ...
            (he|she|they|hes|shes|{kin}) (just)? (wont|doesnt|not|never|didnt|isnt|is not|cant) .. (wake|waking) ...
            (afraid|scared|worried|terrified|fear) ... (wake|waking|die|my sleep) ...
            (to)? (not|never|dont|didnt|wont) (have to)? (wake|waking) up (with|feeling|hungover|groggy|sick|in pain|
                tired|at|so|late|early|until|till|on time|for|to|in the middle|every|needing|craving) ...
            (did|do|does|can|could|will|would) (people|anyone|users|you|they|u|kratom|someone) (die|pass|go|stop) in ...
            ... go (peacefully|quietly) (to|through|into) ...
            (slip|pass|drift|fade|fades|go) away (with|from|over|after|as|when|by|eventually|on its) ...
        """),
        fires="i hope i go to bed and never wake up",
        quiet="how do i never wake up groggy after kratom",
    ),
    Rule(
        id="veiled-death",
        verdict=CrisisKind.SUICIDE,
        means="Someone speaks of their own death in other words than those above.",
        patterns=rows("""
            (i|im|id|ive|ill|me|myself|we) .. (die|dead|death)
            (let|make|help|watch) me (die|go|sleep forever|rest forever|pass on)
        """),
        frames=(*PAST, *REPORTED, *ASKED),
        exceptions=rows("""
            die happy ..
            rather (die|be dead) than (go back|relapse|use|touch|be on|get back)
            (die|dead) (lol|lmao|lmfao|haha|laughing|rofl|of embarrassment|of cringe)
            (taste|tastes|smell|flavor|texture|hangover|workout|leg day|cringe) .. (makes|made|make) me .. die
            (can|could|might|would|will|may|do|am|should) (i|we) ...
            (dont|do not|didnt|never|not|wont|cant|wouldnt|without) .. (die|dead) ...
            (afraid|scared|worried|terrified|fear|feared|nervous|anxious|paranoid|panic|convinced|thought|feel|feels|
                felt|feeling|like|think|thinks) ... (die|dead|death) ...
            (i|id|ill|im|we) (rather|would|could|almost|nearly|will|literally|just|about|practically|wanna|want to)?
                (die|dead) (for|of|before|from|laughing|lol|lmao|haha|when|skull|without|to) ...
            dead (serious|set|wrong|right|tired|asleep|broke|ass|on|end|inside|line|weight|sober|sexy|beat|sure|lol|
                skull|simple|in the water|horse|batteries|phone|body|link|skin|cells|leaves|animal|last|center|lift|
                lifts|and gone|to the world|to me|meme|over here) ...
            (im|i am|we|we are) (so|just|lowkey|literally|legit|actually)? dead (.|?|$|lol|lmao|haha|skull|over|at|bro|
                rn|af|if|from)
            (people|person|someone|anyone|somebody|user|users|he|she|they|who|man|woman|guy|kid|{kin}|dog|cat|patient|
                patients|rats|mice|that) .. (die|dead|death) ...
            (near|cot|crib|black|sudden|brain|sleep) death ...
            death (rate|rates|toll|cases|reports|penalty|certificate|stats|statistics|grip|valley|metal|spiral|
                wish coffee|row|star|stare|trap|by|from|is|due|caused|linked|was|related|in|on|risk|risks|note) ...
            (like|tastes|taste|smells|smell|looks|worse than|bored to|sick to|scared to|love|loved|worked|starving to|
                tired to|freezing to|fear of|cause of|causes of|about the|about a|of a|linked to|risk of|kiss of|beat
                to|so|hill to|hill i) death ...
            (hill|day|until|till|or) .. i die
            (yesterday|know|want|wondering|wonder|curious|ask|asking|learn|info|question|read|reading|researching|heard|
                hear|find|looking) .. (about|if|whether|how|why|of|that) ... (die|dead|death) ...
            (phone|battery|car|laptop|plant|conversation|chat|server|buzz|high|vape|trend|market) .. (die|dead|death)
                ...
        """),
        fires="honestly i'm ready for death",
        quiet="i'd die before paying that for a shot",
    ),
    Rule(
        id="veiled-burden",
        verdict=CrisisKind.SUICIDE,
        means="Someone believes that others would be better off without them, or would not miss them.",
        patterns=rows("""
            (better|happier|easier|fine|ok|okay|happy|relieved|glad|good|best|improved) (off)? .. (if|once|when|after|
                with|without) (i|im|ive|he|she|me|him|her|they) .. {gone}
            (everyone|everybody|they|theyd|kids|family|world|wife|husband|people|friends|parents|mom|dad|all|id|someone|
                son|daughter|yall|you|guys|life|place) .. (better|happier|easier|fine|ok|best) (off)? without (me|him|
                her|them)
            (better|happier|easier) (off)? without me (around|here|there|.|$|in it|and|anyway|tbh)
            (nobody|noone|no one|no body|none|wouldnt|who|hardly anyone|doubt anyone|anyone|anybody|someone|my family|
                they|my mom|my kids|even) .. (miss me|miss if i|notice (if|that|when)? (i|im|i was|id|ive)|come to my
                funeral|find my body|find me (dead|in time|until)|cry for me|mourn me|remember me when|sad if i|care
                (if|when|that)? (i|im|ive) .. {gone}|care if i (died|die|live)|notice my absence)
            (im|i am|i|me|being|just|such|feel like|become|a) (a|an|such a|just a|nothing but a|only a|huge|total|the)?
                (burden|dead weight|waste of space|waste of oxygen|waste of air|waste of life|
                disappointment to everyone) (to|on|for|and|.|$|i|im|everyone)
            (burden|waste of space|waste of oxygen|waste of air) (to|on|for) .. (everyone|family|everybody|friends|wife|
                kids|parents|husband|people|mom|partner|world|them|society)
            (nobody|noone|no one) .. (cares|care|loves|love|needs|wants) (about)? me .. (end|die|dead|tonight|gone|
                anyway im|plan|pills|goodbye|point)
        """),
        frames=(*PAST,),
        exceptions=rows("""
            burden on (my|the|our) (insurance|liver|kidneys|body|system|wallet|healthcare|nhs|taxpayers) ..
            (better|fine|easier|ok|okay|happier|good) (off)? without (me|him|her|them) (taking|using|having|drinking|
                knowing|paying|buying|doing|there)
            (better|happier|easier|fine|ok|okay|good) .. (if|once|when|after|with) (i|im|he|she|they) .. (gone|away)
                (from|on|to|for|off|without|cold|vegan|back)
            (tax|financial|cost|regulatory|proof|disease|economic|legal|public|viral|liver|heavy|body|a|the|real|big)
                burden (of|from|on|for) (proof|disease|cost|kratom|use|taking|keeping|the (liver|body|kidneys|system|
                economy|taxpayer)|my (liver|kidneys|wallet|body)|your|liver|kidneys|society) ...
            (is|are|does) kratom .. burden ...
            (feel|feels|felt|feeling) .. (better|ok|fine|happier|good) .. (when|once|if|after) (i|it|im) .. (died|dead|
                gone) (down|away)
        """),
        fires="my kids would be better off without me",
        quiet="is the liver better off without kratom",
    ),
    Rule(
        id="veiled-no-reason",
        verdict=CrisisKind.SUICIDE,
        means="Someone sees no reason to live, no way out, and cannot go on.",
        patterns=rows("""
            (cant|couldnt|cannot|dont want to|dont wanna) do (life|this life|living) ..
            (no|zero|isnt any|any) hope (left)? (for me|anymore|in my life|.|$)
            no (reason|reasons|purpose|hope|future) left
            (cant|couldnt|dont want to|dont wanna|tired of|sick of) (keep)? (doing|living) (it|this|like this|
                this life) (.|$|anymore|any longer|any more|every day|day after day)
            (at)? the end of my rope .. (gun|die|end|kill|pills|cant|done|goodbye|want|tonight|life)
            (no|any|not a|without a|without any|a single|isnt a|isnt any|one good|one|zero|a|what) (good|real|single)?
                (reason|reasons|point|purpose|will|desire|motivation|sense) (left|for me)? (to|in|of|for) (me|even|my)?
                (to)? {alive}
            (nothing|not much|little|anything|something) (left|more|else|really)? (for me)? (to|worth)? (left)? (live|
                living|exist|stay|go on|keep going|left for me|for me here) (for|anymore|.|$|here)?
            nothing (is)? (left|here) for me (here|anymore|.|$|but|in this)
            (whats|what is|what s|wheres|dont see|see no|isnt any|theres no|there is no|is there a|is there any|
                is there even a|no|cant see|see) (the|a|even the|any)? point (of|in|to)? (my|me|even)? (going on|living|
                life|being alive|being here|staying alive|existing|carrying on|continuing|keep going|anymore|any more|
                trying anymore|go on|it all|waking up)
            (dont|do not|cant|cannot|no longer) (even|really|just)? see (the|a|any) (point|purpose) (anymore|any more|.|
                $)
            (whats|what is) (even)? the point (anymore|any more|$)
            (see|find|theres|there is|have|got|know|feels like|seems like) (no|any|only one|the only|no other) (other)?
                (way|ways|path|exit) (out|forward)
            (no|only|the only|one|only one) (way|exit) out (of this|but|from this|anymore|for me|left|now|tonight|
                except|is|other|.|$|of here|of my)
            (cant|can not|cannot|couldnt|dont) (see|imagine|picture) (a|any|my|myself) .. (future|tomorrow|way forward|
                living|alive|here next year|way out|light at the end)
            (cant|can not|cannot|couldnt|dont wanna|dont want to|unable to|wont|dont know if i can|idk if i can|
                not sure i can|dont think i can) (even|really|just|keep)? (go on|carry on|keep going|continue|do this|
                do it|doing this|take it|take this|handle this|handle it|handle the pain|take the pain|live like this|
                living like this|keep living|bear this|bear it|bear the|stand this|cope|live with this|fight this|fight|
                fighting|hold on|hang on|deal|survive|survive this|endure this|endure it|face) .. (anymore|any more|any
                longer|much longer|like this|another day|one more day|this way|.|$)
            (cant|cannot|couldnt|wont) (live|go on|carry on|do life|face|take|do|survive|make it through|handle|
                get through|bear) (another|one more|a single|tomorrow|the) (day|night|week|hour|second|minute|more day|
                pain anymore)
            (life|living|existing|existence|my life|being alive) (itself)? (isnt|is not|aint|not|hardly|barely|
                no longer|doesnt feel|feels|is|seems|has|got|even|really) (really|even|just|no|not|so|worth)? (worth|
                pointless|meaningless|not worth|unbearable|no meaning|nothing left|over|it|hell)
            (is|if|whether) (even)? (life|living|existing|any of it|staying alive|being alive|my life|it all) (is|
                really|even|still|was|s)? (really|even|still)? worth (it|living|anything|the pain|continuing)
            (not|isnt|aint|no longer|isn) (even)? worth (living|being alive|staying alive|waking up|going on)
            (lost|losing|have no|no|got no|zero) (the|my|all|any)? (will|desire|strength) to (live|go on|keep going|
                be here)
            (all hope|hope) (is|has) (lost|gone|died)
            (hopeless|lost all hope|no hope left|no hope|worthless|empty inside|dead inside) .. (want|end|die|goodbye|
                gone|kill|suicid*|pills|over with)
            (already|basically|im|am|feel) dead inside
            (done|through|finished) with (everything|it all|all of it|this world|the world|this earth|being here|life|
                trying to live|this life|living)
            (give|giving|gave|given) up on (everything|life|it all|living|trying to live)
            (disappear|vanish|leave|go away|be gone|be erased|cease|gone) (forever|for good|permanently|from this world|
                this world|this earth|from this earth)
            wish i (could|would|can)? (just)? (disappear|vanish|stop existing|cease|evaporate|be erased)
            (had|ive had|having) enough of (life|living|this life|this world|being alive|existing|everything)
            (having|have|had|these|such|really|so|get|getting|been having|my|very) (some|really|very|so|such|the|
                these)? (dark|darkest|morbid|scary) thoughts
            (dark|scary|bad|intrusive|harmful|morbid) thoughts .. (again|lately|tonight|getting|wont|scared|
                about (dying|death|ending|hurting)|cant|back)
        """),
        frames=(*PAST,),
        exceptions=rows("""
            (for|make|makes|making|earn|earning) a living (is it|is|has|was)
            (go|going|carry|keep) on (vacation|a|holiday|trips|walks|dates|hikes|with|like normal|my|the|flights|long)
                ..
            (reason|reasons|point) (to|in|of) (live|living|stay|be here) (in|with|near|at|around) ..
            way out of (this|the) (subscription|lease|contract|job|habit|addiction|debt|cycle|order) ..
            hope (for me|left|anymore)? .. (quit|quitting|taper|recover|recovery|sober|clean) ..
            (is there|any) hope (for|of) (me|quitting|recovery|us)? ..
            dead inside (before|without|until|at work|lol|haha|skull) ..
            (no|any|whats the|what is the|the|see a|there a|zero|a|what|good) (good|real)? (reason|reasons|point|
                purpose|sense) (to|of|in|for) (me)? (to)? (keep going|continue|continuing|keep|stay|staying|going on|go
                on|wake up|carry on) (taking|using|on|buying|paying|to|in|with|drinking|about|for|kratom|it|my|back|
                the) ...
            (cant|can not|cannot|couldnt|dont|wont) .. (handle|take|do|face|survive|bear|stand|get through) .. (work|
                job|exam|class|gym|shift|homework|essay|school|taste|smell|bitterness|itching|nausea|caffeine|coffee|
                alcohol|meeting|flight|the powder|toss|adderall|spice|heat|price|prices|opioids|nsaids|meds|pills|
                antidepressants|ssris|dairy|gluten) ...
            (take|do|handle|continue|hold on|survive|fight|deal) (it|this|on)? (with|because of|for|due to|legally|
                before|while|to|if|on) (lexapro|kratom|meds|my|work|a|the) ...
            (take|do|handle) (it|this) (anymore|any more) (with|because of|for|due to|legally|while|if|since the|as it|
                because it|and need another (strain|brand)) ...
            (cant|cannot|couldnt) live (in|with|on|near|at|without) ...
            (worth|not worth|isnt worth|aint worth) (it (for|to|if|with|because|at|compared|vs|over|just)|the price|
                the money|the risk|the hype|taking|buying|trying) ...
            (life|living) (is|feels|seems|has|got) (so|really|just)? (hard|better|good|great|easier|boring|short|easy|
                amazing|tough) ...
            (shelf|half|real|battery|sex|social|night|work) life ...
            ... way out (of|from) (debt|work|the|my lease|a|my contract) ...
            (done|through|finished) with (everything|it all|all of it) (by|at|for|today|on|this|my|before|related) ...
            (withdrawal|withdrawals|cravings|symptoms|effects|nausea|tolerance|insomnia|anxiety|rls) .. (disappear|
                go away|gone|vanish|leave) (forever|for good|permanently) ...
            (go away|gone|leave|disappear) (for good|forever|permanently) (after|with|when|once|or|from the market) ...
        """),
        fires="i have no reason to go on",
        quiet="is there any reason to keep going with kratom for pain",
    ),
)
