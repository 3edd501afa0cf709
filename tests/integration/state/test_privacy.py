"""What is kept of people: no words, no ids of askers, nothing that links their rows, and nothing after deletion."""

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, String, select

from bot.answering.withdrawals import LiveWithdrawals
from bot.state.models import Act, ActOutcome, AuditEntry, FeedbackReason, Held, Subject, Verdict, Vote
from bot.state.retention import AUDIT_DAYS, FEEDBACK_DAYS, MESSAGE_DAYS
from bot.storage.store import StoredState, open_state
from bot.storage.tables import audit_log, feedback, metadata, overlay_articles, withdrawn
from tests.integration.state.conftest import OpenState

TODAY = datetime.now(UTC).date()
PERSON, OTHER, GUILD = 123456789012345678, 223456789012345678, 323456789012345678
NOT_HELPFUL = Vote(Verdict.NOT_HELPFUL, FeedbackReason.OTHER)

# Every column of text, and why no question can stand in it. A new one has to be thought about here.
TEXT_COLUMNS = {
    "guild_settings.language": "a code",
    "guild_settings.allowed_channels": "ids",
    "guild_settings.moderator_roles": "ids",
    "feedback.build_id": "an id",
    "feedback.passage_id": "an id",
    "feedback.verdict": "a fixed list",
    "feedback.reason": "a fixed list",
    "gap_periods.period": "a quarter",
    "gap_marks.period": "a quarter",
    "gap_marks.topic": "an id",
    "gap_totals.period": "a quarter",
    "gap_totals.topic": "an id",
    "audit_log.act": "a fixed list",
    "audit_log.subject": "an id",
    "audit_log.outcome": "a fixed list",
    "audit_log.details": "ids and numbers",
    "withdrawn.subject_id": "an id",
    "withdrawn.reason": "a moderator's words",
    "overlay_articles.article_id": "an id",
    "overlay_articles.topic": "an id",
    "overlay_articles.file": "a name made by the program",
    "overlay_articles.sha256": "a digest",
    "answer_messages.receipt": "a receipt",
}
KEYS = {"feedback.asker_key", "gap_marks.asker_key", "answer_messages.asker_key", "gap_periods.salt"}
IDS_OF_PEOPLE = {"audit_log.actor_id", "withdrawn.by_id", "overlay_articles.added_by"}
WORDS = "is kratom safe with my zoloft"


def columns() -> dict[str, object]:
    return {
        f"{table.name}.{column.name}": column.type for table in metadata.tables.values() for column in table.columns
    }


def test_no_column_can_hold_a_question() -> None:
    texts = {name for name, kind in columns().items() if isinstance(kind, String) or type(kind).__name__ == "JSON"}
    assert texts == set(TEXT_COLUMNS)
    assert {name for name, kind in columns().items() if isinstance(kind, LargeBinary)} == KEYS
    assert all(kind.length for kind in columns().values() if isinstance(kind, String))


def test_only_moderators_stand_in_the_tables_by_id() -> None:
    numbers = {name for name, kind in columns().items() if type(kind).__name__ == "BigInteger"}
    assert numbers - IDS_OF_PEOPLE == {
        "guild_settings.guild_id",
        "audit_log.guild_id",
        "withdrawn.guild_id",
        "overlay_articles.guild_id",
        "answer_messages.message_id",
    }


def test_words_are_refused_wherever_an_id_belongs(state: StoredState) -> None:
    for save in (
        lambda: state.feedback.give(PERSON, WORDS, ["a#b"], NOT_HELPFUL),
        lambda: state.feedback.give(PERSON, "b1", [WORDS], NOT_HELPFUL),
        lambda: state.gaps.count(PERSON, [WORDS], TODAY),
        lambda: state.messages.remember(1, PERSON, WORDS, TODAY),
        lambda: state.withdrawals.withdraw(Subject(WORDS), PERSON, GUILD, ""),
        lambda: state.audit.append(AuditEntry(Act.RELOAD, ActOutcome.DONE, PERSON, GUILD, WORDS)),
        lambda: state.audit.append(AuditEntry(Act.RELOAD, ActOutcome.DONE, PERSON, details={"asked": WORDS})),
        lambda: state.audit.append(AuditEntry(Act.RELOAD, ActOutcome.DONE, PERSON, details={"asked": (WORDS,)})),
        lambda: state.audit.append(AuditEntry(Act.RELOAD, ActOutcome.DONE, PERSON, details={WORDS: 1})),
    ):
        with pytest.raises(ValueError):  # noqa: PT011  # each says it in its own words
            save()
    assert sum(state.counts().values()) == 0


def fill(state: StoredState, person: int) -> None:
    state.feedback.give(person, "b1", ["liver#a", "sleep#a"], NOT_HELPFUL)
    state.gaps.count(person, ["sleep", "liver"], TODAY)
    state.messages.remember(person + 1, person, "K1-AAAA", TODAY)
    state.withdrawals.withdraw(Subject(f"liver#{person}"), person, GUILD, "its source was retracted")
    state.overlay.save(f"a-{person}", "basics", "some text", person, GUILD)


def test_deletion_leaves_nothing_of_the_person_and_all_of_others(state: StoredState) -> None:
    fill(state, PERSON)
    fill(state, OTHER)
    of_other = state.people.held(OTHER)
    wanted = Held(feedback=2, gap_topics=2, messages=1, acts=2, withdrawals=1, articles=1)
    assert state.people.held(PERSON) == wanted == of_other
    assert state.people.forget(PERSON) == wanted
    assert not state.people.held(PERSON)
    assert state.people.held(OTHER) == of_other
    assert not state.people.forget(PERSON)
    assert state.feedback.given(PERSON, "b1", "liver#a") is None
    assert not state.messages.belongs_to(PERSON + 1, PERSON)
    assert len(state.audit.latest()) == 4  # the acts themselves stay
    assert len(state.withdrawals.all()) == 2
    people = [audit_log.c.actor_id, withdrawn.c.by_id, overlay_articles.c.added_by]
    with state.database._engine.connect() as connection:
        assert {one for column in people for one in connection.execute(select(column)).scalars()} == {None, OTHER}


def test_deletion_removes_the_very_bytes_from_the_files(folder: Path) -> None:
    state = open_state(folder, None, LiveWithdrawals())
    fill(state, PERSON)
    with state.database._engine.connect() as connection:
        keys = [
            bytes(key)
            for table in ("feedback", "gap_marks", "answer_messages")
            for key in connection.exec_driver_sql(f"SELECT asker_key FROM {table}").scalars()
        ]
    actor = PERSON.to_bytes(8, "big")  # as SQLite writes a number of this size
    before = b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())
    assert len(keys) == 5
    assert all(key in before for key in [*keys, actor])
    state.people.forget(PERSON)
    after = b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())
    assert not any(key in after for key in [*keys, actor])
    state.close()


def test_reason_is_gone_from_the_files_once_its_passage_is_restored(folder: Path) -> None:
    state = open_state(folder, None, LiveWithdrawals())
    state.withdrawals.withdraw(Subject("liver#a"), PERSON, GUILD, "its source was retracted")

    def stands() -> bool:
        return b"its source was retracted" in b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())

    assert stands()
    state.withdrawals.restore(Subject("liver#a"), PERSON, GUILD)
    assert not stands()
    state.close()


def test_keys_of_one_person_differ_from_row_to_row_and_hold_no_id(state: StoredState, folder: Path) -> None:
    fill(state, PERSON)
    state.feedback.give(PERSON, "b2", ["liver#a"], NOT_HELPFUL)
    with state.database._engine.connect() as connection:
        keys = [
            key
            for name in ("feedback", "gap_marks", "answer_messages")
            for key in connection.execute(select(metadata.tables[name].c.asker_key)).scalars()
        ]
    assert len(set(keys)) == len(keys) == 6
    assert not any(str(PERSON).encode() in key or PERSON.to_bytes(8, "big") in key for key in keys)


def test_without_the_secret_nobody_is_found_and_counting_goes_on(open_here: OpenState, folder: Path) -> None:
    first = open_here()
    first.feedback.give(PERSON, "b1", ["liver#a"], NOT_HELPFUL)
    first.close()
    (folder / "asker.key").unlink()
    second = open_here()
    assert second.people.held(PERSON) == Held()
    second.feedback.give(PERSON, "b1", ["liver#a"], NOT_HELPFUL)
    assert second.feedback.by_passage()[0].not_helpful == 2


def test_files_are_for_the_bots_user_alone(state: StoredState, folder: Path) -> None:
    state.overlay.save("kratom-tea", "basics", "some text", PERSON, GUILD)
    assert [path.name for path in folder.rglob("*") if path.stat().st_mode & 0o077] == []


@pytest.mark.parametrize(
    ("days", "table", "removed"),
    [
        (FEEDBACK_DAYS, "feedback", "feedback"),
        (MESSAGE_DAYS, "answer_messages", "messages"),
        (AUDIT_DAYS, "audit_log", "acts"),
    ],
)
def test_what_is_over_its_time_is_removed_and_not_a_day_sooner(
    open_here: OpenState, days: int, table: str, removed: str
) -> None:
    long_ago = datetime.combine(TODAY, datetime.min.time(), UTC) - timedelta(days + 1)
    state = open_here(now=long_ago)
    state.feedback.give(PERSON, "b1", ["liver#a"], NOT_HELPFUL)
    state.messages.remember(1, PERSON, "K1-AAAA", long_ago.date())
    state.audit.append(AuditEntry(Act.RELOAD, ActOutcome.DONE, PERSON))
    assert getattr(state.prune(TODAY - timedelta(1)), removed) == 0
    assert state.counts()[table] == 1
    assert getattr(state.prune(TODAY), removed) == 1
    assert state.counts()[table] == 0


def test_files_of_articles_that_are_gone_are_removed_after_a_while(state: StoredState) -> None:
    added = state.overlay.save("kratom-tea", "basics", "some text", PERSON, GUILD)
    kept = state.overlay.save("kept", "basics", "some text", PERSON, GUILD)
    path = state.overlay.path(added)
    state.overlay.remove("kratom-tea", PERSON, GUILD)
    assert state.prune(TODAY).files == 0
    for one in (path, state.overlay.path(kept)):
        os.utime(one, (0, 0))
    assert state.prune(TODAY).files == 1
    assert not path.exists()
    assert state.overlay.path(kept).exists()


def test_documents_promise_the_days_that_are_kept() -> None:
    text = (Path(__file__).resolve().parents[3] / "docs/state.md").read_text("utf-8")
    rows = {line.split("`")[1]: line for line in text.splitlines() if line.startswith("| `")}
    assert f"{FEEDBACK_DAYS} days" in rows["feedback"]
    assert f"{MESSAGE_DAYS} days" in rows["answer_messages"]
    assert f"{AUDIT_DAYS} days" in rows["audit_log"]
    assert set(metadata.tables) <= set(rows)


def test_day_of_feedback_has_no_time_of_day() -> None:
    assert feedback.c.given_on.type.python_type is date
