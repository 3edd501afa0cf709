"""Write a draft in the corpus form, with what is to be done to it at its top. Pure."""

import re

import yaml

from corpus.importing.model import Dropped, Form, Reason
from corpus.importing.passages import DraftPassage

_TO_DO = """\
To do, in this order (docs/importing.md says more):
1. Write each sentence anew in your own words, and leave out what is not about kratom: the text is its author's.
2. Find the source of each sentence, write it into sources.yaml, and cite it at the end of the line.
3. Give each passage 3 to 8 questions, and the article its summary, product form and the dates of its reviews.
4. Run python -m corpus check on this file until it finds nothing but UNREVIEWED.
5. When somebody else has read it, move it to the folder of its topic and delete the line with `unreviewed`."""


def write_draft(
    *,
    article_id: str,
    title: str,
    topic: str,
    name: str,
    form: Form,
    passages: list[DraftPassage],
    references: list[str],
    dropped: list[Dropped],
) -> str:
    """Return the text of the draft's file; it loads with the corpus, marked as unreviewed."""
    header = "\n".join(
        (_field("id", article_id), _field("title", title), _field("topic", topic), "summary:", "product_form: any")
    )
    head = f"---\n{header}\nreviewed_on:\nnext_review_on:\nunreviewed: true\n---\n"
    parts = [head, _comment(_top(name, form, dropped)), *(_passage(passage) for passage in passages)]
    if references:
        listed = "\n".join(references)
        parts.append(_comment(f"References of the original, to become records of sources.yaml:\n{listed}"))
    return "\n".join(parts)


def _field(key: str, value: str) -> str:
    line: str = yaml.safe_dump({key: value}, allow_unicode=True, width=10**6)
    return line.rstrip("\n")


def _top(name: str, form: Form, dropped: list[Dropped]) -> str:
    lines = [f"A draft, made by python -m corpus import from {name} ({form}). Nobody has reviewed it.", _TO_DO]
    bylines = [one.text for one in dropped if one.reason is Reason.BYLINE]
    if bylines:
        lines.append(f"At the top of the original: {'; '.join(bylines)}")
    return "\n".join(lines)


def _passage(passage: DraftPassage) -> str:
    parts = [f"## {passage.heading} {{#{passage.anchor}}}\n"]
    if passage.above:
        parts.append(_comment(f"Headings above this one in the original: {' > '.join(passage.above)}"))
    cited = [
        f"sentence {number}: {' '.join(sentence.cited)}"
        for number, sentence in enumerate(passage.sentences, start=1)
        if sentence.cited
    ]
    if cited:
        marks = sum(len(sentence.cited) for sentence in passage.sentences)
        parts.append(_comment(f"Cited here in the original ({marks}): {'; '.join(cited)}"))
    for paragraph in passage.paragraphs:
        parts.append("".join(f"{sentence.text}\n" for sentence in paragraph))
    return "\n".join(parts)


def _comment(text: str) -> str:
    """Return a comment of the corpus form; what would end it early is taken apart."""
    return f"<!-- {re.sub(r'--+>|<!--+', '- ', text)} -->\n"
