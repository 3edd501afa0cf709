"""One person counts once, whatever they do; and nobody is told of what fewer than five people asked about."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.withdrawals import LiveWithdrawals
from bot.state.models import FeedbackReason, GapCount, Verdict, Vote
from bot.state.retention import GAP_LEAST_PEOPLE, period_of
from bot.storage.store import StoredState, open_state
from tests.integration.state.conftest import OpenState

relaxed = settings(max_examples=25, deadline=None)
people = st.integers(1, 8)
passages = st.sampled_from(["liver#a", "liver#b", "sleep#a"])
builds = st.sampled_from(["b1", "b2"])
votes = st.one_of(
    st.just(Vote(Verdict.HELPFUL)),
    st.builds(Vote, st.just(Verdict.NOT_HELPFUL), st.one_of(st.none(), st.sampled_from(FeedbackReason))),
    st.none(),
)
topics = st.sampled_from(["sleep", "liver", "law-us-al"])
quarter = date(2026, 10, 1)


@contextmanager
def fresh_state() -> Iterator[StoredState]:
    with TemporaryDirectory() as folder:
        state = open_state(Path(folder), None, LiveWithdrawals())
        yield state
        state.close()


@given(st.lists(st.tuples(people, builds, st.lists(passages, min_size=1), votes), max_size=30))
@relaxed
def test_each_person_counts_once_for_a_passage_with_their_last_verdict(
    given_votes: list[tuple[int, str, list[str], Vote | None]],
) -> None:
    last: dict[tuple[str, str], dict[int, Vote]] = {}
    with fresh_state() as state:
        for person, build, passage_ids, vote in given_votes:
            for passage_id in passage_ids:
                if vote is None:
                    last.get((passage_id, build), {}).pop(person, None)
                else:
                    last.setdefault((passage_id, build), {})[person] = vote
            if vote is None:
                state.feedback.take_back(person, build, passage_ids)
            else:
                state.feedback.give(person, build, passage_ids, vote)
        counted = {(one.passage_id, one.build_id): one for one in state.feedback.by_passage(100)}
        assert counted.keys() == {key for key, of in last.items() if of}
        for (passage_id, build), of in last.items():
            for person in range(1, 9):
                assert state.feedback.given(person, build, passage_id) == of.get(person)
            if not of:
                continue
            one = counted[passage_id, build]
            assert one.helpful == sum(vote.verdict is Verdict.HELPFUL for vote in of.values())
            assert one.helpful + one.not_helpful == len(of)
            reasons = [vote.reason for vote in of.values() if vote.reason]
            assert dict(one.reasons) == {reason: reasons.count(reason) for reason in reasons}


@given(st.lists(st.tuples(people, st.lists(topics, max_size=3), st.integers(0, 200), st.booleans()), max_size=40))
@relaxed
def test_topic_is_shown_only_from_five_different_people_in_one_quarter_on(
    asked: list[tuple[int, list[str], int, bool]],
) -> None:
    seen: dict[tuple[str, str], set[int]] = {}
    with fresh_state() as state:
        day = quarter
        for person, about, days, prune in sorted(asked, key=lambda one: one[2]):
            day = quarter + timedelta(days)
            state.gaps.count(person, about, day)
            for topic in about:
                seen.setdefault((topic, period_of(day)), set()).add(person)
            if prune:
                state.prune(day)
            expected = {(*key, len(who)) for key, who in seen.items() if len(who) >= GAP_LEAST_PEOPLE}
            assert {(one.topic, one.period, one.people) for one in state.gaps.shown()} == expected


def test_one_person_asking_every_day_is_one_person(state: StoredState) -> None:
    for day in range(80):
        for person in range(GAP_LEAST_PEOPLE - 1):
            state.gaps.count(person, ["sleep"], quarter + timedelta(day))
    assert state.gaps.shown() == ()


def test_four_people_in_one_quarter_and_four_in_the_next_are_not_told_of(state: StoredState) -> None:
    for person in range(4):
        state.gaps.count(person, ["sleep"], quarter)
        state.gaps.count(person + 4, ["sleep"], quarter + timedelta(92))
    assert state.gaps.shown() == ()


def test_end_of_a_quarter_leaves_counts_and_nothing_of_people(state: StoredState) -> None:
    for person in range(6):
        state.gaps.count(person, ["sleep"], quarter)
    state.gaps.count(1, ["rare"], quarter)
    after = quarter + timedelta(92)
    assert state.prune(after).gap_marks == 7
    assert state.gaps.shown() == (GapCount("sleep", "2026-Q4", 6),)
    assert state.counts()["gap_marks"] == 0
    with state.database._engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT salt FROM gap_periods").scalars().all() == [None]
    state.gaps.count(1, ["sleep", "rare"], quarter)  # a clock set back
    assert state.gaps.shown() == (GapCount("sleep", "2026-Q4", 6),)
    assert state.counts()["gap_marks"] == 0
    state.prune(after)
    state.prune(after + timedelta(366))
    assert state.gaps.shown() == ()
    assert state.counts()["gap_periods"] == 0


def test_counting_goes_on_after_a_restart(open_here: OpenState) -> None:
    for person in range(3):
        open_here().gaps.count(person, ["sleep"], quarter)
    again = open_here()
    for person in range(5):
        again.gaps.count(person, ["sleep"], quarter)
    assert again.gaps.shown() == (GapCount("sleep", "2026-Q4", 5),)
