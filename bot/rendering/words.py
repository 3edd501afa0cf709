"""The pieces of text that every rendering shares: numbered passages, source lines, labels."""

from bot.answering.models import Answer, Citation, Quote
from bot.languages.catalogue import ENGLISH
from bot.languages.wording import translated
from corpus.models import ProductForm

_FORM_WORDS = {
    ProductForm.LEAF: "about leaf",
    ProductForm.EXTRACT: "about extracts",
    ProductForm.SEVEN_OH: "about concentrated 7-OH",
    ProductForm.ANY: "",
}


def leads_in_place(answer: Answer) -> bool:
    """Tell whether the lead is what the first passage begins with; then it is marked there, and not shown twice."""
    if answer.lead is None or not answer.quotes:
        return False
    first = answer.quotes[0].passage
    return answer.lead.passage_id == first.id and answer.lead.start == first.start


def numbers_mark(numbers: tuple[int, ...]) -> str:
    """Return citation numbers as shown, such as "[1, 3]"."""
    return f"[{', '.join(map(str, numbers))}]"


def numbered_text(quote: Quote) -> str:
    """Return the passage with " [n]" after each sentence; without those marks it is the passage to the letter."""
    passage = quote.passage
    parts: list[str] = []
    shown_to = passage.start
    for quoted in quote.statements:
        between = passage.text[shown_to - passage.start : quoted.statement.end - passage.start]
        parts.append(f"{between} {numbers_mark(quoted.numbers)}")
        shown_to = quoted.statement.end
    return "".join(parts) + passage.text[shown_to - passage.start :]


def quote_title(quote: Quote, language: str = ENGLISH) -> str:
    """Return what a passage is called: article, heading, and in a language product form, marks and date of review."""
    passage = quote.passage
    notes = [translated(_FORM_WORDS[passage.product_form], language)]
    if passage.disagreement:
        notes.append(translated("sources disagree", language))
    if passage.unreviewed:
        notes.append(translated("unreviewed draft", language))
    if passage.reviewed_on:
        notes.append(translated("reviewed {day}", language, day=passage.reviewed_on.isoformat()))
    name = passage.article_title
    if passage.heading and passage.heading != name:
        name = f"{name}: {passage.heading}"
    shown = "; ".join(note for note in notes if note)
    return f"{name} ({shown})" if shown else name


def grade_words(citation: Citation) -> str:
    """Return on what kinds of evidence this answer's sentences rest on the source, in words."""
    return ", ".join(grade.words for grade in citation.grades) or "kind of evidence not stated"


def source_line(citation: Citation) -> str:
    """Return a source as one line without its link: title, publisher, year, grade."""
    source = citation.source
    published = ", ".join(
        part for part in (source.publisher, str(source.year) if source.year else "no year printed") if part
    )
    return f"{source.title.rstrip('.')}. {published}. Evidence: {grade_words(citation)}."
