"""The named word lists of the safety rules: {kin} in a rule stands for any of the words of "kin" here."""

WORDS = {
    "kin": """
        friend|friends|buddy|mate|bro|brother|sister|sis|bf|gf|boyfriend|girlfriend|roommate|roomate|roomie|flatmate|
            housemate|husband|hubby|wife|wifey|partner|fiance|fiancee|spouse|mom|mum|mother|mama|dad|father|papa|son|
            daughter|uncle|aunt|cousin|grandma|grandpa|grandmother|grandfather|nan|gran|neighbor|neighbour|coworker|
            colleague|ex|bestie|homie|cuz|kid|nephew|niece|child|teen|teenager|stepdad|stepmom|stepson|pal|sponsor|
            tenant|girl|man|boss|dude|lady|guy|year old
    """,
    "they": """
        he|she|they|hes|shes|theyre|him|her|them|shell|hell|theyll|hed|shed
    """,
    "someone": """
        {they}|{kin}|this guy|this dude|this girl|this person|this kid|a guy|some guy|guy|dude|some dude|some girl|a
            girl|lady|this woman|this man|someone here|somebody here|someone at|person with me
    """,
    "self": """
        myself|my self|mself|meself
    """,
    "themself": """
        himself|herself|themself|themselves|him self|her self|theirself
    """,
    "kid": """
        toddler|baby|infant|newborn|child|kid|kids|children|son|sons|daughter|boy|girl|nephew|niece|grandson|
            granddaughter|grandkid|grandchild|grandbaby|little one|lil one|little brother|little sister|baby brother|
            baby sister|kiddo|kindergartner|kindergartener|preschooler|first grader|second grader|stepson|stepdaughter|
            godson|goddaughter|twins|#1-17 (year|yr|month|mo|week|yo) old|#1-17 (yo|yr|yrs|y o)|#1-40 (month|months|mo|
            mos|week|weeks) old|one year old|two year old|my #1-9 y
    """,
    "pet": """
        dog|dogs|doggo|puppy|pup|cat|cats|kitten|kitty|pet|pets|rabbit|bunny|horse|parrot|ferret|hamster|guinea pig|
            retriever|labrador|poodle|husky|shepherd|bulldog|pitbull|pit bull|chihuahua|terrier|doodle|corgi|beagle|
            dachshund|kittens|puppies|bird|goat|cow
    """,
    "kratom": """
        kratom|7oh|7 hydroxy|7hydroxy|mitragynine|mitragyna|7ohm|7 ohm|maeng da|red bali|green malay|red vein|white
            vein|green vein|borneo|feel free|tianeptine|phenibut|7 hydroxymitragynine|hydroxymitragynine|oh pills|mit|
            mgm 15|opms|kratom extract|kratom powder|kratom tea|kratom capsules|kratom pills|kratom shots|kratom
            products
    """,
    "stuff": """
        {kratom}|it|some|pill|pills|capsule|capsules|caps|tablet|tablets|tab|tabs|gummy|gummies|gummie|powder|shot|
            shots|extract|stash|tea|leaf|leaves|chocolate|chocolates|edible|edibles|bag of|one of|a bunch|two of|a few|
            a lot|half a|all of|one|candy|mouthful|handful
    """,
    "unit": """
        g|gs|gm|gms|gram|grams|gr|grms
    """,
    "pills": """
        {kratom}? (pills|pill|tabs|tablets|caps|capsules|shots|bottles|packs|gummies)|xanax|xans|bars|oxys|percs|k pins|
            kpins|valium
    """,
    "now": """
        now|rn|right now|atm|today|tonight|currently|as we speak|asap|help me|help him|help her|help us|help my|help
            please|help pls|please help|pls help|need help|plz|pls|please|again|emergency
    """,
    "who": """
        {now}|he|she|hes|shes|him|her|theyre|i|im|ive|id|my {kin}|our {kin}|my {kid}|our {kid}|my {pet}|this guy|this
            girl
    """,
    "month": """
        january|february|march|april|may|june|july|august|september|october|november|december
    """,
    "year": """
        #1950-2035|2k#
    """,
    "took": """
        took|taken|taking|ate|eaten|drank|drunk|drink|swallowed|downed|chugged|popped|had|have had|ingested|consumed|
            used|slammed|snorted|parachuted|gulped|injected|shot up|dosed|did|done|toss n washed|eating|drinking|mixed|
            combined
    """,
    "wont": """
        wont|cant|can not|cannot|doesnt|does not|dont|isnt|is not|not|arent|aint|couldnt|wouldnt|didnt|will not|no
            longer|barely|hardly|never|unable to|stopped|isn|won|hard to|impossible to|struggling to|keeps not|refuses
            to
    """,
    "want": """
        want to|wanna|wants to|wanted to|wanting to|need to|gonna|going to|goin to|about to|bout to|ready to|plan to|
            planning to|plans to|planning on|decided to|like to|trying to|tryna|try to|tried to|thinking about|thinking
            of|thinkin about|thinkin of|thinking abt|think about|thought about|thoughts of|urge to|urges to|might|will|
            ill|im|should just|should|gotta|tempted to|hoping to|hope to|wish i could|love to|have to|finna|fixing to|
            want|feel like|contemplating|considering|ways to|way to|how to|how do i|how can i|talking about|talks about|
            fantasizing about|fantasize about|could just|let me|lemme
    """,
    "swallowed": """
        ate|eaten|eating|swallowed|swallowing|swallows|drank|drunk|drinking|ingested|ingesting|chewed|chewing|licked|
            licking|sipped|tasted|consumed|chugged|bit|munched|gulped|sucked|sucking|gobbled|devoured|eat some|guzzled|
            inhaled|nibbled|chewed on|chewing on|munching|snacked on|chewed through|tore into|got ahold
    """,
    "child": """
        toddler|baby|infant|newborn|child|little one|kindergartner|preschooler|#1-14 (year|yr|month|mo) old|#1-14 (yo|
            yr)|nephew is #1-12|niece is #1-12
    """,
    "bluish": """
        blue|bluish|purple|purplish|grey|gray|greyish|grayish|ashen|ashy|blueish
    """,
    "benzo": """
        xanax|valium|klonopin|ativan|benzo|benzos|oxy|oxys|oxycodone|percocet|percs|fentanyl|fent|heroin|methadone|
            alcohol|whiskey|vodka|booze|ambien|soma|lyrica|gabapentin|phenibut|tramadol|etizolam|opana|morphine|hydros|
            norcos|vicodin
    """,
    "unwell": """
        help|scared|freaking|panicking|dying|die|cant|heart|chest|throwing up|puking|vomiting|vomit|breathe|breathing|
            dizzy|numb|shaking|passing out|pass out|faint|sick|blurry|vision|sweating|what do i do|am i|will i|should i|
            worried|confused|hallucinating|awful|terrible|feel weird|feel bad|feel wrong|feel off|not ok|not okay|feel
            like|wont|hospital|er|pls|plz|face|hurts
    """,
    "withdrawal": """
        withdrawal|withdrawals|withdrawing|wd|wds|wding|withdraws|quit|quitting|detox|detoxing|cold turkey|ct|tapering|
            kicking|kicked|came off|coming off|since i stopped|stopped {kratom}|stopped taking|stopped using|off
            {kratom}|off it|off of it|jumped off|getting off|got off|no {kratom}|without {kratom}|day # off|days off|
            days clean|days sober|clean|stopped cold|paws|stopped kratom|ran out
    """,
    "danger": """
        {wont} (even|really)? (hold|keep|holding|keeping) down .. (water|anything|food|fluids|liquids|liquid)|{wont}
            (even|really|seem to|able to|been able to)? (keep|keeping|hold|holding|kept|held|get) .. (water|anything|
            fluids|food|liquid|liquids|it|shit) .. down|(havent|hasnt|not|no|wont|cant|cannot|doesnt) .. (kept|keep|
            held|drank|drunk|keeping|peed|pee|peeing|urinated|drink|drinking|eaten or) .. (water|anything|fluids|days|
            since|down|food|liquid)|(blacking|blacked|black|passing|passed|pass) out|faint|fainted|fainting|feel faint|
            collapsed|collapsing|hallucinating|hallucinations|hallucination|(seeing|hearing|talking to) .. (things|
            people|voices|stuff|bugs|spiders|shadows|someone)|delirious|delirium|dts|confused|disoriented|incoherent|
            not making sense|(dont|doesnt|cant|didnt) (even)? (know|recognize|remember) .. (where|who|my|his|her|me|us|
            what day)|chest pain|chest pains|chest hurts|chest is|heart is (going|skipping|pounding out|stopping|out)|
            heart racing and|heart going crazy|cant breathe|(throwing up|vomiting|puking|throwing) .. (blood|non stop|
            nonstop|everything|constantly|for #|# days|days|every hour)|(cant|wont) stop (throwing up|vomiting|puking)|
            havent peed|not peeing|no urine|stopped peeing|(so|severely|really|very) dehydrated|fever of #103-108|fever
            #103-108|#103-108 fever|(cant|barely|cannot|too weak to) (even)? (stand|stand up|walk|get up|move)|getting
            really weak|shaking all over and|violent shaking|shaking uncontrollably
    """,
    "young": """
        child|childs|children|childrens|kid|kids|toddler|toddlers|baby|babys|babies|infant|infants|newborn|daughters|
            sons|teen|teenager|minor|little brother|little sister|son|daughter|nephew|niece|grandson|granddaughter|
            #1-17 (year|yr|month|yo|y) (old|o)?|#1-17 (yo|yr|yrs)|high schooler|middle schooler|kiddo|preschooler
    """,
    "adult": """
        mom|mum|mother|dad|father|grandma|grandmother|grandpa|grandfather|wife|husband|girlfriend|boyfriend|gf|bf|
            friend|brother|sister|uncle|aunt|roommate|partner|parents|coworker|neighbor|patient|boss|nan|buddy
    """,
    "measure": """
        g|gs|gm|gms|gram|grams|mg|mgs|milligram|milligrams|gpd|caps|capsules|pills|tablets|tabs|tsp|teaspoon|teaspoons|
            tbsp|tablespoon|tablespoons|scoops|scoop|ounces|oz|shots|shot|spoons|spoonfuls|doses|bottles|gummies|ml|
            drops|servings|cups|kratom capsules|kratom pills|kratom shots|kratom gummies
    """,
    "product": """
        {kratom}|kratom extract|kratom products|7oh (pills|tablets|tabs|products|gummies|shots)|mitragynine|leaf|
            extract|extracts|maeng da|red maeng da|white maeng da|green maeng da|strains|capsules|powder|kratom (pills|
            tablets|shots|gummies|seeds|trees|leaves|plants|powder|capsules)|it|this|that|some|these|stuff|shots|
            gummies|gas station heroin|gas station pills|pills|tablets
    """,
    "concentrate": """
        (kratom|leaf|mitragynine|7oh|the|a|an|my own|some|strong|super strong|home made|homemade|resin|full spectrum|
            alkaloid|own|our own|your own|pure|own kratom)? (kratom|7oh|alkaloid)? (extract|extracts|extraction|
            extractions|resin|concentrate|concentrates|tincture|isolate|7oh|7 hydroxy*|hydroxymitragynine|7hydroxy*|
            alkaloids|alkaloid|mitragynine|pseudoindoxyl|7oh (pills|tablets|tabs|gummies)|kratom (shots|shot|pills|wax|
            oil|crystals|gummies)|mgm|shots|shatter|wax|crystals|freebase|hcl)
    """,
    "ailment": """
        pain|anxiety|sleep|insomnia|energy|depression|focus|adhd|withdrawal|withdrawals|a beginner|beginners|my first|
            first time|newbie|euphoria|mood|back|arthritis|fibro|fibromyalgia|headache|headaches|migraine|migraines|a
            buzz|high|relaxation|opiate|opioid|opiates|opioids|cramps|nerve|knees|stress|someone|a # pound|a # lb|a #
            kg|my weight|my size|a person|a man|a woman|an adult|my wife|my husband|sciatica|ptsd|motivation|work|relax|
            relief|party|sex
    """,
    "medicine": """
        suboxone|subutex|subs|sub|buprenorphine|bupe|sublocade|methadone|vivitrol|naltrexone|zoloft|sertraline|lexapro|
            escitalopram|prozac|fluoxetine|paxil|paroxetine|celexa|citalopram|effexor|venlafaxine|cymbalta|duloxetine|
            pristiq|wellbutrin|bupropion|trazodone|remeron|mirtazapine|trintellix|viibryd|ssri|ssris|snri|snris|
            antidepressant|antidepressants|anti depressant|anti depressants|maoi|lithium|lamictal|lamotrigine|depakote|
            valproate|keppra|levetiracetam|tegretol|carbamazepine|topamax|topiramate|dilantin|phenytoin|vimpat|
            trileptal|onfi|seroquel|quetiapine|abilify|aripiprazole|risperdal|risperidone|zyprexa|olanzapine|latuda|
            clozapine|vraylar|haldol|geodon|invega|antipsychotic|antipsychotics|mood stabilizer|mood stabilizers|
            insulin|metformin|ozempic|warfarin|coumadin|eliquis|xarelto|plavix|blood thinner|blood thinners|blood
            pressure|bp|lisinopril|losartan|amlodipine|metoprolol|beta blocker|beta blockers|propranolol|statin|statins|
            atorvastatin|levothyroxine|synthroid|prednisone|xanax|alprazolam|klonopin|clonazepam|ativan|lorazepam|
            valium|diazepam|benzo|benzos|benzodiazepine|benzodiazepines|adderall|vyvanse|ritalin|concerta|strattera|
            modafinil|gabapentin|neurontin|lyrica|pregabalin|oxycodone|oxy|oxys|oxycontin|percocet|percocets|percs|
            hydrocodone|vicodin|norco|norcos|morphine|tramadol|fentanyl|dilaudid|tapentadol|nucynta|opana|pain meds|
            pain medication|painkillers|pain killers|pain pills|meds|med|medication|medications|medicine|medicines|
            prescription|prescriptions|scripts|script|pills|seizure meds|heart meds|heart pills|inhaler|hiv meds|chemo|
            chemotherapy|birth control|buspar|buspirone|hydroxyzine|clonidine|ambien|zolpidem|lunesta|baclofen|flexeril|
            digoxin|amiodarone|thyroid|humira|antibiotics|antiretrovirals|dialysis|heart medication|blood pressure meds
    """,
    "quit": """
        stop|stopping|stopped|quit|quitting|replace|replacing|swap|swapping|switch|switching|drop|dropping|ditch|
            ditching|skip|skipping|skipped|come off|coming off|came off|get off|getting off|go off|going off|went off|
            wean|weaning|taper|tapering|trade|trading|substitute|substituting|transition|transitioning|jump off|jumping
            off|kick|kicking|discontinue|cut out|cut|throw away|throwing away|toss|flush|cold turkey|transition off|got
            off|substituted|exchange|exchanging|give up|giving up|leave|leaving|transfer|phase out|abandon
    """,
    "test": """
        test|tests|testing|screen|screening|screens|drug test|drug tests|drug screen|ua|uas|urinalysis|urine test|urine|
            pee test|piss test|panel|panels|swab|hair test|hair follicle|lab test|probation|mouth swab|random|randoms|
            breathalyzer|blood test|drug panel|drop|pee|lab|saliva test
    """,
    "supervisor": """
        po|p o|probation|probation officer|parole|parole officer|boss|employer|work|job|doctor|doc|dr|doctors|
            psychiatrist|pain clinic|pain management|pain doctor|clinic|counselor|therapist|court|judge|cps|nurse|rehab|
            sober house|sober living|recovery house|coach|commander|sergeant|hr|manager|supervisor|surgeon|
            anesthesiologist|methadone clinic|sub doctor|caseworker|case worker|military|school|teacher|principal|drug
            court|parents|cops|police|tsa|wife|husband|mom|dad|mother|girlfriend|sponsor|ob|obgyn|midwife|hospital|
            social worker
    """,
    "other": """
        kava|kanna|cbd|thc|cannabis|weed|marijuana|melatonin|ashwagandha|caffeine|coffee|alcohol|beer|wine|whiskey|
            vodka|tylenol|ibuprofen|advil|acetaminophen|aspirin|vitamin|vitamins|magnesium|zinc|iron|creatine|protein|
            water|psilocybin|shrooms|mushrooms|lsd|acid|dxm|ketamine|akuamma|lions mane|blue lotus|valerian|theanine|l
            theanine|nicotine|sugar|salt|turmeric|insulin|narcan|naloxone|benadryl|dramamine|loperamide|imodium|wild
            lettuce|salvia|mescaline|mdma|cocaine|viagra|cialis|adderall|xanax|lexapro|zoloft|food|bread|rice|pizza|
            milk|tea for the flu|st johns wort|gaba|5 htp|nutmeg|clonidine|kombucha
    """,
    "harming": """
        kill|killing|hang|hanging|hung|shoot|shooting|drown|drowning|stab|stabbing|electrocute|electrocuting|suffocate|
            suffocating|strangle|strangling|starve|starving|poison|poisoning|gas|gassing|burn|burning|burned|burnt|hurt|
            hurting|harm|harming|cut|cutting|injure|injuring|off|offing|unalive|unaliving|neck|rope|punish|punishing|
            mutilate|mutilating|slice|slicing|end|ending|delete|deleting|euthanize|sacrifice|smother|choke|choking|
            scratch|scratching|beat|beating|destroy|eliminate|execute|murder|suicide
    """,
    "die": """
        die|dead|be dead|be gone|not exist|not be alive|not be here|stop existing|cease to exist|perish|bleed out|
            disappear forever|vanish forever|never exist|be six feet under|not wake up|never wake up|sleep forever|stop
            living|stop breathing forever|be with god|never come back|no longer exist|no longer be here|kick the bucket|
            be in the ground|be done living
    """,
    "life": """
        my life|my own life|it all|all of it|this life|this nightmare|this misery|this suffering|my suffering|my misery|
            my existence|everything|my pain forever|the pain forever|this pain forever|the suffering|this hell|it once
            and for all|it for good|it forever|it permanently|it tonight|it now|it today|this for good|this permanently|
            this forever|things for good|my time here|my time on earth|the pain permanently|the pain for good
    """,
    "alive": """
        live|living|be alive|being alive|alive|exist|existing|life|be here anymore|be here any more|be here any longer|
            be here|being here|stay alive|staying alive|keep living|go on living|be on this earth|be on this planet|be
            in this world|wake up|waking up|keep going|going on|go on|carry on|carrying on|keep fighting|continue|
            continuing|keep trying|be around|stick around|be around anymore|breathe|breathing|live anymore|keep
            existing|be born|be part of this world|stay here|stay in this world
    """,
    "goodbye": """
        goodbye|good bye|goodbyes|good byes|farewell|farewells|final goodbye|final goodbyes|byebye forever|bye forever
    """,
    "gone": """
        gone|dead|not here|not alive|not around|out of the picture|disappeared|died|in the ground|no longer here|not in
            it|away forever|wasnt here|werent here|wasnt around|werent around|wasnt alive|werent alive|didnt exist|did
            not exist|never existed|vanished|disappear|die|wasnt in it|never been born|passed|left this world|dead and
            gone
    """,
    "ago": """
        (years|yrs|year|months|decades|decade|ages|weeks|summers|semesters|seasons) (ago|back|before)|(a while|
            a long time|way|long|long time|many years) (ago|back)|(last|this past) (year|month|summer|winter|spring|
            fall|autumn|christmas|decade|semester|january|february|march|april|june|july|august|september|october|
            november|december)|(when i was|when he was|when she was|when we were|as a) (a|an|in|#|younger|little|kid|
            teen|teenager|child|young)|(when|while) (i|he|she|we) (was|were) (in|still|using|living|on|at)|(back when|
            in the past|in my past|at one point|used to|previously|once had|growing up|back then|back in the day|in my
            (teens|twenties|thirties|youth|college|drinking|using))|in (high school|college|rehab|the army|middle
            school|university|my 20s|my 30s)
    """,
    "other_people": """
        novio|novia|amigo|amiga|hermano|hermana|marido|esposo|esposa|mujer|padre|madre|papa|mama|ella|companero|
            companera|er|sie|mann|frau|freund|freundin|schwester|bruder|sohn|tochter|vater|mutter|kumpel|mitbewohner|
            mitbewohnerin|il|elle|ami|amie|frere|soeur|mari|femme|copain|copine|pere|mere|conjoint|conjointe|dia|teman|
            temanku|suami|suamiku|istri|istriku|adik|kakak|ayah|ibu|pacar|pacarku
    """,
}
