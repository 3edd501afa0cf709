"""Which passages are shown, in which order, and which sentence leads."""

from dataclasses import replace

import pytest

from bot.answering.library import Library
from bot.answering.resolve import Resolved
from bot.answering.selection import choose_lead, choose_passages, speaks_of_suicide
from corpus.models import Passage
from index.models import Retrieval, ScoredPassage
from tests.factories import make_article, make_corpus, make_interaction, make_legal_record, make_passage

LAW, INTERACTION = make_legal_record(), make_interaction()


def passage(number: int, **fields: object) -> Passage:
    return make_passage(
        (f"Kratom fact {number} stands here.",), article_id=f"article-{number}", id=f"article-{number}#one", **fields
    )


def library_of(*passages: Passage) -> Library:
    library = Library.of(make_corpus(articles=(make_article(),)))
    return replace(library, passages={one.id: one for one in passages})


def found(*hits: tuple[Passage, float], alike: float = 0.5) -> Retrieval:
    scored = tuple(ScoredPassage(one, rank, score) for rank, (one, score) in enumerate(hits, start=1))
    likeness = tuple(tuple(1.0 if i == j else alike for j in range(len(hits))) for i in range(len(hits)))
    return Retrieval(scored, 0.9, likeness)


PLAIN = [passage(number) for number in range(5)]
LAW_PASSAGE = make_passage(("As of October 2026, Alabama bans kratom.",), article_id="law-us-al", id=LAW.passage_id)
WITH_ALCOHOL = make_passage(
    ("Kratom with alcohol has been linked to harm.",), article_id="with-alcohol", id=INTERACTION.passage_id
)
LIBRARY = library_of(*PLAIN, LAW_PASSAGE, WITH_ALCOHOL)


def ids(resolved: Resolved, hits: Retrieval) -> list[str]:
    return [one.id for one in choose_passages(resolved, hits, LIBRARY)]


def test_at_most_three_are_shown_best_first() -> None:
    hits = found(*((one, 9.0 - number) for number, one in enumerate(PLAIN)))
    assert ids(Resolved("q"), hits) == [one.id for one in PLAIN[:3]]


def test_one_that_fits_far_worse_than_the_best_is_left_out() -> None:
    assert ids(Resolved("q"), found((PLAIN[0], 9.0), (PLAIN[1], 3.9))) == [PLAIN[0].id]


def test_no_two_say_the_same() -> None:
    hits = found((PLAIN[0], 9.0), (PLAIN[1], 8.0), (PLAIN[2], 7.0), alike=0.95)
    assert ids(Resolved("q"), hits) == [PLAIN[0].id]


def test_the_law_of_the_place_that_is_asked_about_comes_first() -> None:
    hits = found((PLAIN[0], 9.0), (LAW_PASSAGE, 8.5), (PLAIN[1], 8.0))
    assert ids(Resolved("q", law=(LAW,)), hits) == [LAW.passage_id, PLAIN[0].id, PLAIN[1].id]


@pytest.mark.parametrize("hits", [found((PLAIN[0], 9.0), (LAW_PASSAGE, 7.0)), found((PLAIN[0], 9.0))])
def test_a_place_named_in_passing_does_not_displace_a_better_passage(hits: Retrieval) -> None:
    assert ids(Resolved("q", law=(LAW,)), hits) == [PLAIN[0].id, LAW.passage_id]


def test_the_law_of_another_place_is_never_shown_with_it() -> None:
    other = make_passage(("Texas has rules.",), article_id="law-us-tx", id="law-us-tx#record")
    hits = found((other, 9.0), (LAW_PASSAGE, 8.5))
    assert ids(Resolved("q", law=(LAW,)), hits) == [LAW.passage_id]


def test_the_record_of_a_substance_leads_unless_it_is_far_off() -> None:
    near, far = found((PLAIN[0], 9.0), (WITH_ALCOHOL, 5.0)), found((PLAIN[0], 9.0), (WITH_ALCOHOL, 3.0))
    resolved = Resolved("q", interactions=(INTERACTION,))
    assert ids(resolved, near) == [INTERACTION.passage_id, PLAIN[0].id]
    assert ids(resolved, far) == [PLAIN[0].id, INTERACTION.passage_id]


def test_records_hold_for_kratom_only() -> None:
    hits = found((WITH_ALCOHOL, 9.0), (PLAIN[0], 8.0))
    assert ids(Resolved("beer and aspirin", about_kratom=False), hits) == [PLAIN[0].id]


def test_a_passage_is_shown_with_its_counterpart_though_they_are_alike() -> None:
    first, second = passage(7, beside="article-8#one"), passage(8)
    library = library_of(first, second)
    hits = found((first, 9.0), (second, 8.0), alike=0.97)
    assert choose_passages(Resolved("q"), hits, library) == [first, second]


LONG = make_passage(
    (
        "Thailand, Malaysia and Indonesia differ in their law.",
        "Malaysia bans the use and sale of kratom.",
        "It is banned by a law of 1952.",
    )
)


@pytest.mark.parametrize(
    ("similarities", "lead"),
    [
        ((0.5, 0.8, 0.4), 1),  # clearly nearer, and stands alone
        ((0.5, 0.6, 0.4), 0),  # nearer, but not by enough
        ((0.5, 0.4, 0.9), 0),  # looks back to the sentence before
        ((), 0),  # nothing was measured
        ((0.1, 0.9), 0),  # measured on another version of the passage
    ],
)
def test_another_sentence_leads_where_it_clearly_answers_better(similarities: tuple[float, ...], lead: int) -> None:
    hit = ScoredPassage(LONG, 1, 9.0, sentences=similarities)
    assert choose_lead(LONG, Retrieval((hit,), 0.9)) == lead


def test_a_record_always_leads_with_its_verdict() -> None:
    record = make_passage(("As of 2026, Alabama bans kratom.", "Sellers face prison."), id=LAW.passage_id)
    hit = ScoredPassage(record, 1, 9.0, sentences=(0.1, 0.9))
    assert choose_lead(record, Retrieval((hit,), 0.9)) == 0


@pytest.mark.parametrize(
    ("sentence", "speaks"),
    [
        ("Some teenagers in the reports had attempted suicide.", True),
        ("Suicidal thoughts after stopping kratom have been reported.", True),
        ("Kratom and self-harm were named together in poison center calls.", True),
        ("Harmful effects on the liver are reported.", False),
    ],
)
def test_lines_to_call_belong_beside_what_speaks_of_suicide(sentence: str, speaks: bool) -> None:
    assert speaks_of_suicide([make_passage((sentence,))]) is speaks
