"""Any text becomes a draft that has its sentences in order, loads, and is unreviewed."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.importing.drafting import draft_article
from corpus.importing.model import ImportFailedError
from corpus.loader import load_corpus
from corpus.rules_form import WORDS_PER_PASSAGE
from tests.strategies import line_text, markup_like

words = st.sampled_from(
    "kratom leaf tea people sleep mood pain doctor study survey often never some report feel better night day".split()
)
openers = st.sampled_from(["Kratom", "The", "People", "Some", "No", "In", "They"])
sentences = st.builds(
    lambda first, rest, end: " ".join([first, *rest]) + end,
    openers,
    st.lists(words, min_size=5, max_size=25),
    st.sampled_from([".", ".", ".", "!", "?"]),
)
paragraphs = st.lists(sentences, min_size=1, max_size=8).map(" ".join)
headings = st.lists(words, min_size=1, max_size=4).map(lambda found: " ".join(found).capitalize())
texts = st.lists(
    st.one_of(paragraphs, paragraphs, headings, st.lists(sentences, min_size=2, max_size=4).map(
        lambda found: "\n".join(f"- {one}" for one in found))),
    min_size=1, max_size=12,
).map("\n\n".join)  # fmt: skip


def bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


@given(texts, st.sampled_from(["a.txt", "a.md"]))
@settings(max_examples=150, deadline=None)
def test_no_sentence_is_lost_or_changed_and_the_order_is_kept(text: str, name: str) -> None:
    draft = draft_article(text.encode(), name)
    body = re.sub(r"<!--.*?-->", "", draft.text.split("---\n", 2)[2], flags=re.DOTALL)
    kept = [line for line in body.splitlines() if line and not line.startswith("## ")]
    source = " ".join(text.split())
    place = 0
    for line in kept:
        found = source.find(line, place)
        assert found >= 0, f"{line!r} is not in the text, or not in its order"
        place = found + len(line)
    accounted = bare("\n".join([draft.title, body, *(one.text for one in draft.dropped), draft.text]))
    for sentence in re.split(r"(?<=[.!?])\s+|\n\n|\n- |^- ", text):
        assert bare(sentence) in accounted, f"{sentence!r} is lost"


@given(texts)
@settings(max_examples=60, deadline=None)
def test_a_passage_is_within_limits_or_its_section_is_short(text: str) -> None:
    draft = draft_article(text.encode(), "a.txt")
    body = re.sub(r"<!--.*?-->", "", draft.text.split("---\n", 2)[2], flags=re.DOTALL)
    for passage in re.split(r"^## .*$", body, flags=re.MULTILINE)[1:]:
        assert len(passage.split()) < WORDS_PER_PASSAGE.stop


@given(st.lists(st.one_of(line_text, markup_like, sentences), min_size=1, max_size=12).map("\n\n".join),
       st.sampled_from(["a.txt", "a.md", "a.html"]))  # fmt: skip
@settings(max_examples=200, deadline=None)
def test_any_text_at_all_is_refused_or_becomes_an_unreviewed_draft_that_loads(text: str, name: str) -> None:
    try:
        draft = draft_article(text.encode(), name)
    except ImportFailedError:
        return
    assert draft == draft_article(text.encode(), name)
    with TemporaryDirectory() as folder:
        path = Path(folder, "articles", *draft.path.parts)
        path.parent.mkdir(parents=True)
        path.write_text(draft.text, "utf-8")
        loaded = load_corpus(Path(folder))
    assert not loaded.problems
    (article,) = loaded.corpus.articles
    assert article.unreviewed
    assert len(article.passages) == draft.passages
    assert not [one for passage in article.passages for one in passage.statements if one.references]
