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
)
