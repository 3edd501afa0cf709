"""The most common cries for help in other languages than English; accents are taken off before rules are matched."""

from bot.answering.models import CrisisKind
from bot.answering.triage_patterns import Rule, rows

RULES = (
    Rule(
        id="other-language-suicide",
        verdict=CrisisKind.SUICIDE,
        means="Someone writes in Spanish, German, French, Indonesian, Italian or Portuguese that they want to die.",
        patterns=rows("""
            (quiero|deseo|quisiera) (morir|morirme|suicidarme|matarme|estar muerto|estar muerta)
            me (quiero|voy a) (matar|morir|suicidar)
            voy a (matarme|suicidarme|quitarme la vida)
            (no|ya no) quiero (vivir|seguir viviendo|estar viva|estar vivo|estar aqui)
            (quitarme|acabar con|terminar con) (la|mi) vida
            me mato (hoy|ya|esta noche)
            ich (will|mochte|moechte) (nicht mehr leben|sterben|tot sein|mich umbringen|mir das leben nehmen)
            (bring|bringe|bringt) mich um
            ich .. mich (umbringen|umzubringen|toten|toeten)
            (je veux|jai envie de|j ai envie de|je voudrais|envie de) (mourir|en finir|me tuer|me suicider)
            je vais (me tuer|me suicider|en finir)
            je (ne)? veux plus vivre
            (ingin|mau|pengen|pengin) (mati|bunuh diri|mengakhiri hidup*)
            (tidak|gak|nggak) (mau|ingin) hidup lagi
            voglio (morire|ammazzarmi|uccidermi|farla finita)
            non voglio piu vivere
            quero (morrer|me matar)
            nao quero mais viver
        """),
        fires="ya no quiero vivir",
        quiet="quiero saber si el kratom es legal",
    ),
    Rule(
        id="other-language-overdose",
        verdict=CrisisKind.OVERDOSE,
        means="Someone writes in another language that somebody does not breathe or cannot be woken.",
        patterns=rows("""
            no (respira|despierta|reacciona|se despierta)
            no puedo respirar
            (esta|quedo) inconsciente
            tengo una sobredosis
            atmet (nicht|kaum|nur noch|schlecht)
            wacht nicht (mehr)? auf
            ist (bewusstlos|nicht ansprechbar)
            (bekomme|kriege) keine luft
            ne (respire|reagit|repond) (plus|pas)
            ne se reveille (plus|pas)
            est (inconscient|inconsciente)
            tidak (bernapas|bernafas|sadar|sadarkan diri|bangun bangun)
            (saya|aku|dia|suami saya|istri saya|teman saya|temanku) (overdosis|kejang dan tidak sadar)
            (non|nao) respira
        """),
        fires="mi hermano no respira",
        quiet="el kratom no es un opioide",
    ),
    Rule(
        id="other-language-seizure",
        verdict=CrisisKind.SEIZURE,
        means="Someone writes in another language that somebody has a seizure now.",
        patterns=rows("""
            (esta|sigue|empezo a) (convulsionando|teniendo convulsiones|teniendo una convulsion|convulsionar)
            (er|sie|mein|meine) .. (krampft|krampfanfall)
            (il|elle) (convulse|fait une crise d epilepsie|fait une crise depilepsie)
            (dia|anak saya|suami saya|istri saya|teman saya) kejang
        """),
        fires="mi esposo está convulsionando",
        quiet="el kratom puede causar convulsiones",
    ),
    Rule(
        id="other-language-child",
        verdict=CrisisKind.CHILD,
        means="Someone writes in another language that a child swallowed some.",
        patterns=rows("""
            (mi|el|la) (hijo|hija|bebe|nino|nina) (se)? (comio|trago|tomo|bebio|ha comido|ha tomado) ..
            (mein|meine|unser|unsere) (kleiner|kleine|kleines)? (kind|sohn|tochter|baby) .. (gegessen|verschluckt|
                geschluckt|getrunken|im mund)
            (mon|ma|notre) (fils|fille|bebe|enfant) (a|vient de) (avale|mange|bu|avaler|manger|boire)
            (anak|bayi) (saya|kami) (makan|menelan|minum|tertelan)
        """),
        fires="mi hija se tragó una cápsula de kratom",
        quiet="mi hija pregunta qué es el kratom",
    ),
    Rule(
        id="other-language-wish-to-die",
        verdict=CrisisKind.SUICIDE,
        means="Someone writes in another language that they think of suicide, or do not want to wake up again.",
        patterns=rows("""
            (no|ya no) quiero (despertar|volver a despertar)
            (pienso|pensando|he pensado) en (suicidarme|matarme|quitarme la vida|morirme|el suicidio)
            ich (denke|dachte|habe) .. (an selbstmord|an suizid|suizidgedanken|selbstmordgedanken)
            ich (bring|bringe) mich (heute|heute nacht|jetzt|noch heute|morgen|gleich|selbst) um
            will (nie|nicht) (mehr|wieder) aufwachen
            (envie|besoin) (den|d en) finir
            je (pense|songe) (au suicide|a me suicider|a me tuer|a mourir|a en finir)
            (ne|pour ne) (plus|jamais) me reveiller
            (tidak|gak|nggak) (ingin|mau) bangun lagi
        """),
        exceptions=rows("""
            finir avec (le|les|lalcool|l|mon|mes|ce|cette|kratom) ..
            me reveiller (la nuit|a|pendant|en pleine|si|trop) ..
        """),
        fires="je pense au suicide",
        quiet="j'ai envie d'en finir avec le kratom",
    ),
    Rule(
        id="other-language-overdose-named",
        verdict=CrisisKind.OVERDOSE,
        means="Someone writes in another language that a person overdosed, took all pills, or cannot be woken.",
        patterns=rows("""
            {other_people} .. (tiene|sufre|esta teniendo|tuvo|ha tenido) una sobredosis
            (me tome|me trague|me he tomado|he tomado|se tomo|se trago) (todas|todos|un monton|un frasco|una caja) ..
                (pastillas|pildoras|comprimidos)
            {other_people} hat (gerade|jetzt|wohl|vielleicht)? (eine|ne) uberdosis
            ich habe .. uberdosis (genommen|erwischt)
            (alle|zu viele|ganze packung|haufen) (meine|die)? (tabletten|pillen) (geschluckt|genommen)
            {other_people} (fait|a fait|vient de faire|est en) (une)? (overdose|surdose)
            je fais une (overdose|surdose)
            (jai|il a|elle a) (avale|pris) (toute la|plein de|tous les|tous mes) .. (boite|plaquette|comprimes|cachets)
            {other_people} ... (tidak|gak|nggak) (bangun|bisa dibangunkan|merespons)
            {other_people} (saya)? (overdosis|kelebihan dosis)
            (saya|aku|dia) .. (menelan|minum|menenggak) (semua|sebotol|puluhan) .. (pil|obat|tablet|kapsul)
        """),
        exceptions=rows("""
            (tidak|gak|nggak) bangun (pagi|siang|subuh|tidur|malam)
            (si|cuando|wenn|falls|ob|jika|kalau) (alguien|una persona|jemand|man|quelquun|seseorang) ...
        """),
        fires="ich glaube meine schwester hat eine überdosis",
        quiet="was sind anzeichen einer überdosis",
    ),
    Rule(
        id="other-language-seizure-named",
        verdict=CrisisKind.SEIZURE,
        means="Someone writes in another language, in more words, that somebody near them has a seizure now.",
        patterns=rows("""
            le (esta dando|dio|acaba de dar) (una convulsion|un ataque epileptico|una crisis epileptica)
            (esta teniendo|tiene ahora) (un ataque epileptico|una crisis epileptica|convulsiones)
            {other_people} (hat|bekommt) (gerade|jetzt|grad) .. (krampfanfall|epileptischen anfall|anfall)
            {other_people} (convulse|fait une crise depilepsie|fait une crise convulsive|fait des convulsions)
            {other_people} (saya)? (sedang|lagi|tiba tiba|terus) kejang
        """),
        fires="mon mari fait une crise d'épilepsie",
        quiet="le kratom peut-il provoquer une crise d'épilepsie ?",
    ),
    Rule(
        id="other-language-child-named",
        verdict=CrisisKind.CHILD,
        means="Someone writes in another language of their child, with its age, that it swallowed some.",
        patterns=rows("""
            (mi|nuestro|nuestra) (hijo|hija|bebe|nino|nina) de .. (anos|meses) (se)? (comio|trago|tomo|bebio)
            (mon|ma|notre) (fils|fille|bebe|enfant) de .. (ans|mois) (a|vient de) (avale|mange|bu|avaler|manger|boire)
        """),
        fires="mi hijo de dos años se tragó kratom",
        quiet="mi hijo de dos años pregunta por el kratom",
    ),
    Rule(
        id="other-language-withdrawal",
        verdict=CrisisKind.WITHDRAWAL,
        means="Someone in withdrawal writes in another language that they hallucinate, faint or keep nothing down.",
        patterns=rows("""
            (sin kratom|abstinencia|deje el kratom) ... (estoy alucinando|me desmayo|me desmaye|no paro de vomitar)
            (entzug|ohne kratom) ... (ich halluziniere|bin zusammengebrochen|bin umgekippt|in ohnmacht gefallen)
            (sevrage|sans kratom) ... (jai des hallucinations|jhallucine|me suis evanoui|me suis evanouie|mevanouis)
            (putus kratom|putus zat|sakau|berhenti kratom) ... (saya|aku) (berhalusinasi|pingsan|kejang)
        """),
        fires="seit drei tagen auf entzug, ich halluziniere",
        quiet="kann man im entzug halluzinieren?",
    ),
)
