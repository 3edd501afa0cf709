"""The rules for the wish to die."""

from bot.answering.models import CrisisKind
from bot.answering.triage_patterns import Rule, rows
from bot.answering.triage_table.frames import PAST

RULES = (
    Rule(
        id="suicide-wish-to-die",
        verdict=CrisisKind.SUICIDE,
        means="Someone wishes to be dead, or not to live any longer.",
        patterns=rows("""
            be done with (all of this|everything|it all|this|all this|all of it|this life|life) .. (forever|for good|
                permanently|already|tonight|.|$)
            (want|need|wish|get me) out of (this|my) (life|world|existence|body|misery|hell)
            (how much longer|how many more days|not sure how long|dont know how long) (i|can i) .. (hold on|go on|
                take this|do this|live|keep going|last|take it|keep this up|keep fighting|survive|hang on)
            (no|any) other (way|option|choice) .. (than|but|except) .. (die|dying|death|suicide|end it|end my)
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
            (existence|life|living|being alive|waking up) is (pain|torture|hell|agony|suffering|unbearable|a prison|
                a curse|a nightmare|misery|just pain|nothing but)
            (only thing|only reason|one thing|all thats) .. (keeping|kept|keeps|im|i was) (me)? (alive|here|
                from (ending|killing|dying)) ... (done|gone|banned|without|ran out|out|cant|nothing|over|anymore|left|
                no more)
            (nobody|no one|noone|none) (really|even)? (needs|wants|loves) me (here|alive|around|anymore|tonight|and)
            (took|taking|take|swallowed|trying|attempting|wants|want) .. (pills|tabs|tablets|caps|capsules|everything|
                bottle|overdose) .. to (die|kill|end)
            (i|id|ill|im|just|really|so|badly|and|me|we) (just|really|honestly|kinda|kind of|lowkey|legit|literally|fr|
                do|truly|sometimes|still)? (want|wanted|wanting|wanna|need|wish|hope|deserve|ought) (to)? (just)? {die}
            (want|wanna|wants|need|deserve|hope|wish) (to)? (just)? (bleed out and|fall asleep and|go to sleep and|
                lie down and|curl up and|od and|jump and|disappear and)? {die}
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
            (^|id|i|im|am|be|me|hes|shes|are|were|maybe) (be|all|honestly|just|probably)? better off (dead|gone|
                not here|not existing|not alive|in the ground)
            (dont|do not|doesnt|didnt|not|never|no longer|wont|dunno if i|idk if i|not sure i|dont know if i) (even|
                really|actually|rly|think i|know if i|know why i)? (want|wanna|wanting|care|wish|deserve|feel like|plan|
                intend|desire) (to|about|if)? (even|really)? {alive}
            (says|said|saying|told me|texted|wrote|posted|keeps saying|thinks|telling me) .. (wants to|wanna|want to|
                wishes|doesnt want to|dont want to|rather|wished) .. (die|dead|live|exist|be alive|be here|alive)
            {someone} .. (wants to|wanna|doesnt want to|wanted to) (just)? (die|be dead|end it|end it all|disappear|
                live|be alive|live anymore|be here anymore|exist|exist anymore)
            (tired|sick|exhausted|done|over|fed up|weary|finished|through) (of|with|from) (being|this|my)? (living|life|
                alive|existing|existence|waking up|world|breathing|human)
            (hate|hates) (being alive|living|existing|that i woke up|waking up|that im alive|that im still here|
                that i exist)
            (shouldnt|should not|dont deserve to|doesnt deserve to) (even|still)? (be alive|exist|live|be here|
                have been born)
            why (am|do|should|would|bother) (i|to)? (even|still|bother|be)? (here|exist|alive|live|living|existing|
                keep going|go on|keep living|be alive|wake up)
            (given|giving|gave|give) up on (life|living|everything|myself|being alive)
            (ready|excited|prepared|happy|longing|waiting|looking forward|time for me|ok|okay|fine|content|peace|
                not afraid|not scared) (to|with|of|for) (die|dying|be dead|go be with|leave this world|meet my maker|
                let go of life|death|not waking|never waking)
            i (could|would|might|will|gotta|should|may) (just|as well|rather|literally)? (die|be dead) (tonight|today|
                in my sleep|right now|rn|alone|already)
            (death|dying|suicide|being dead) (is|seems|feels|sounds|looks|would be|is the|like) (the|like|so|a|my|
                better|an)? (only|best|easier|better|peaceful|good|nice|easy|welcome|relief|answer|way|option|escape|
                comforting|inviting|release|solution)
            (want|need|wish|make) (it|everything|this|all of it|all of this) (all)? to (just)? (be over|end|stop|
                go away forever|go black|be done) (forever|permanently|now|for good|.|$|tonight|and|so)
            (want|need|wish) (the|this|my) (pain|hurt|suffering|misery) to (stop|end|be over) (forever|permanently|
                for good)
            (hate|hates) (my|his|her) life and .. (want|wish|end|stop|over|gone)
        """),
        frames=(*PAST,),
        exceptions=rows("""
            (feel|feels|think|thinks|like|scared|afraid|worried|thought|if|am) .. (im|i am|ill|i|hes|shes|he|she)
                (gonna|going to|about to|actually)? (going to|gonna|about to)? (die|dying) ..
            am i (gonna|going to|about to) die ..
            rather (die|be dead) than (go back|relapse|use|touch|be on|get back|end up back)
            die happy ..
            be done with (this|it|all of this|everything|all this) (withdrawal|taper|habit|addiction|kratom|by|soon|
                before)
            (how much longer|how long) (i|can i) .. (last|live|go on|hold on|do this|keep this up) (without|on|with|off|
                until|taking|before|at) ..
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
            (tired|sick|done|exhausted|fed up) (of|with|from) (living|life|being|waking up|this) (with|in|at|like a|
                up at|up early|sick|tired|hungover|in pain|addicted|dependent|broke|a slave|on kratom|to an alarm) ...
            (live|living|be here|be around|stay|exist|stay here|stick around) (off|in|at|with|near|around|for|on|like)
                (the|this|a|my|that|alabama|texas|florida|tennessee|wisconsin|kratom|it|discord|people|off)
            (dont|do not|doesnt|didnt|never|not) (even|really)? (want|wanna|plan|intend|care|feel like) (to|about)?
                (continue|continuing|keep going|go on|keep trying|carry on|be here|wake up|waking up|breathe|
                keep fighting) (kratom|taking|using|on|to|the|with|this|at|in|a|my|about|early|tired|groggy|feeling|
                sick|for|it|off|craving|him|her|and need)
            (wish|hope) .. i (was|were|had|could|would) (never)? (been)? (born|alive|make it|existed) (in|when|with|
                rich|later|earlier|for|during|back|to|on|through|without) ...
            (hope|glad|happy|wish|better|fine|ok|okay|relieved) .. (make it|made it) (to|through|on|in|legal|illegal|
                easy|easier|work|home) ...
            why (am|do|should|would) i (even|still|bother)? (here|keep going|wake up|live|go on) (to|back|with|up|so|at|
                early|in|every|for|on) ...
            (i|im) .. (so|until|till) i die (on this hill|my hair)
            (make|want|need) (it|this|withdrawal|withdrawals|the nausea|the itching) (all)? to (stop|end|be over) (soon|
                itching|hurting|burning|before|by|for)
        """),
        fires="i just don't want to be alive anymore",
        quiet="i don't want to die of liver failure, is kratom bad for the liver",
    ),
)
