"""What is saved is there after a restart, and what a moderator did stands in the audit log beside it."""

import os
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.exc import IntegrityError

from bot.answering.withdrawals import LiveWithdrawals, Withdrawals
from bot.state.errors import OverlayError, StateReadOnlyError
from bot.state.models import (
    Act,
    ActOutcome,
    AuditEntry,
    FeedbackReason,
    GuildSettings,
    PassageFeedback,
    Subject,
    Verdict,
    Vote,
)
from bot.state.withdrawn_file import NAME, load_withdrawn
from bot.storage.store import StoredState
from bot.storage.tables import audit_log
from corpus.added import AddedArticle, load_added
from tests.integration.state.conftest import OpenState

MODERATOR, OTHER, GUILD = 2**62 + 5, 11, 2**61 + 7
TODAY = date(2026, 11, 22)
CHANGED = GuildSettings(frozenset({3, 2**62}), True, frozenset({9}), "es-ES", True, 60)
HELPFUL = Vote(Verdict.HELPFUL)


def wrong(reason: FeedbackReason = FeedbackReason.WRONG) -> Vote:
    return Vote(Verdict.NOT_HELPFUL, reason)


def test_settings_of_a_server_survive_a_restart_and_other_servers_keep_the_defaults(open_here: OpenState) -> None:
    first = open_here()
    assert first.guilds.change(GUILD, MODERATOR, lambda _: CHANGED) == (GuildSettings(), CHANGED)
    first.close()
    second = open_here()
    assert second.guilds.get(GUILD) == CHANGED
    assert second.guilds.get(GUILD + 1) == GuildSettings()


def test_changing_one_setting_leaves_the_others_and_notes_what_is_new(state: StoredState) -> None:
    state.guilds.change(GUILD, MODERATOR, lambda _: CHANGED)
    state.guilds.change(GUILD, OTHER, lambda now: replace(now, cooldown_s=0, allowed_channels=frozenset({4, 3})))
    assert state.guilds.get(GUILD) == replace(CHANGED, cooldown_s=0, allowed_channels=frozenset({3, 4}))
    (latest, _) = state.audit.latest()
    assert latest.entry == AuditEntry(
        Act.SETTINGS, ActOutcome.DONE, OTHER, GUILD, details={"allowed_channels": (3, 4), "cooldown_s": 0}
    )


def test_change_that_changes_nothing_is_noted_as_such(state: StoredState) -> None:
    state.guilds.change(GUILD, MODERATOR, lambda now: now)
    assert state.audit.latest()[0].entry.outcome is ActOutcome.UNCHANGED


def test_change_that_is_not_allowed_saves_nothing_and_notes_nothing(state: StoredState) -> None:
    with pytest.raises(ValueError, match="cooldown"):
        state.guilds.change(GUILD, MODERATOR, lambda now: replace(now, cooldown_s=-1))
    assert state.guilds.get(GUILD) == GuildSettings()
    assert state.audit.latest() == ()


def test_settings_go_when_the_bot_leaves(state: StoredState) -> None:
    state.guilds.change(GUILD, MODERATOR, lambda _: CHANGED)
    assert state.guilds.forget(GUILD)
    assert not state.guilds.forget(GUILD)
    assert state.guilds.get(GUILD) == GuildSettings()


def test_entries_of_the_audit_log_read_back_newest_first_and_page_by_page(state: StoredState) -> None:
    for number in range(7):
        guild = GUILD if number % 2 else OTHER
        entry = AuditEntry(Act.RELOAD, ActOutcome.DONE, MODERATOR, guild, f"build-{number}", {"passages": number})
        assert state.audit.append(entry).entry == entry
    first = state.audit.latest(3)
    assert [dated.entry.subject for dated in first] == ["build-6", "build-5", "build-4"]
    rest = state.audit.latest(10, before=first[-1].number)
    assert [dated.entry.subject for dated in rest] == ["build-3", "build-2", "build-1", "build-0"]
    assert [dated.entry.subject for dated in state.audit.latest(2, GUILD)] == ["build-5", "build-3"]
    assert all(dated.at.tzinfo is not None and dated.at <= datetime.now(UTC) for dated in first)


def test_audit_log_refuses_to_be_edited_by_anyone(state: StoredState) -> None:
    if not state.database.is_sqlite:
        return  # there, rights do this: docs/state.md
    state.audit.append(AuditEntry(Act.WITHDRAW, ActOutcome.DONE, MODERATOR, GUILD, "liver#tree"))
    forbidden = [
        update(audit_log).values(subject="sleep#tree"),
        update(audit_log).values(actor_id=OTHER),
        update(audit_log).values(actor_id=None, outcome="failed"),
        delete(audit_log),
        text("INSERT OR REPLACE INTO audit_log SELECT number, at, guild_id, 1, act, subject, outcome, details "
             "FROM audit_log"),
    ]  # fmt: skip
    for statement in forbidden:
        with state.database._writer.connect() as connection, pytest.raises(IntegrityError, match="append-only"):
            connection.execute(statement)
    assert state.audit.latest()[0].entry.subject == "liver#tree"


def test_withdrawal_is_honoured_at_once_and_after_a_restart(open_here: OpenState, folder: Path) -> None:
    live = LiveWithdrawals()
    state = open_here(live)
    assert state.withdrawals.withdraw(Subject("liver#tree"), MODERATOR, GUILD, " its source \n was retracted ")
    assert state.withdrawals.withdraw(Subject("sleep"), MODERATOR, GUILD, "")
    wanted = Withdrawals(frozenset({"sleep"}), frozenset({"liver#tree"}))
    assert live.current() == wanted == load_withdrawn(folder)
    again = LiveWithdrawals()
    restarted = open_here(again)
    assert again.current() == wanted
    newest, oldest = restarted.withdrawals.all()
    assert (newest.subject.id, oldest.reason, oldest.by) == ("sleep", "its source was retracted", MODERATOR)


def test_restored_passage_is_in_use_again(open_here: OpenState, folder: Path) -> None:
    live = LiveWithdrawals()
    state = open_here(live)
    assert not state.withdrawals.restore(Subject("liver"), MODERATOR, GUILD)
    state.withdrawals.withdraw(Subject("liver"), MODERATOR, GUILD, "old")
    assert not state.withdrawals.withdraw(Subject("liver"), OTHER, GUILD, "again")
    assert state.withdrawals.restore(Subject("liver"), OTHER, None)
    assert live.current() == Withdrawals() == load_withdrawn(folder)
    acts = [(dated.entry.act, dated.entry.outcome) for dated in state.audit.latest()]
    assert acts == [
        (Act.RESTORE, ActOutcome.DONE),
        (Act.WITHDRAW, ActOutcome.UNCHANGED),
        (Act.WITHDRAW, ActOutcome.DONE),
        (Act.RESTORE, ActOutcome.UNCHANGED),
    ]


def test_what_another_program_withdrew_is_honoured_after_a_refresh(open_here: OpenState) -> None:
    mine = LiveWithdrawals()
    first, second = open_here(mine), open_here()
    second.withdrawals.withdraw(Subject("liver"), MODERATOR, GUILD, "")
    first.withdrawals.refresh()
    assert mine.current() == Withdrawals(articles=frozenset({"liver"}))


def test_withdrawal_whose_copy_cannot_be_written_is_in_force_and_says_so(
    open_here: OpenState, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = LiveWithdrawals()
    state = open_here(live)

    def no_room(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("bot.state.withdrawn_file.write_whole", no_room)
    with pytest.raises(StateReadOnlyError, match=NAME):
        state.withdrawals.withdraw(Subject("liver"), MODERATOR, GUILD, "")
    assert live.current() == Withdrawals(articles=frozenset({"liver"}))
    assert [one.subject.id for one in state.withdrawals.all()] == ["liver"]


def test_reason_that_is_too_long_is_refused(state: StoredState) -> None:
    with pytest.raises(ValueError, match="300"):
        state.withdrawals.withdraw(Subject("liver"), MODERATOR, GUILD, "x" * 301)
    assert state.withdrawals.all() == ()


def test_message_belongs_to_its_asker_alone_also_after_a_restart(open_here: OpenState) -> None:
    open_here().messages.remember(GUILD, 7, "K1-AAAA-BBBB", TODAY)
    messages = open_here().messages
    assert messages.receipt(GUILD) == "K1-AAAA-BBBB"
    assert messages.belongs_to(GUILD, 7)
    assert not messages.belongs_to(GUILD, 8)
    assert not messages.belongs_to(GUILD + 1, 7)
    assert messages.receipt(GUILD + 1) is None
    messages.remember(GUILD, 8, "K1-CCCC", TODAY)
    assert (messages.receipt(GUILD), messages.belongs_to(GUILD, 7)) == ("K1-CCCC", False)
    assert messages.forget(GUILD)
    assert not messages.forget(GUILD)
    assert not messages.belongs_to(GUILD, 8)


def test_feedback_of_an_article_is_that_of_its_passages_in_all_builds(state: StoredState) -> None:
    state.feedback.give(1, "b1", ["liver#a", "liver#b", "liver-2#a"], wrong())
    state.feedback.give(1, "b2", ["liver#a"], HELPFUL)
    found = state.feedback.of(Subject("liver"))
    assert {(one.passage_id, one.build_id) for one in found} == {
        ("liver#a", "b1"),
        ("liver#b", "b1"),
        ("liver#a", "b2"),
    }
    assert state.feedback.of(Subject("liver#b")) == (
        PassageFeedback("liver#b", "b1", 0, 1, ((FeedbackReason.WRONG, 1),)),
    )


def test_passages_that_helped_least_come_first(state: StoredState) -> None:
    for person in range(3):
        state.feedback.give(person, "b1", ["worst#a"], wrong(list(FeedbackReason)[person % 2]))
    state.feedback.give(1, "b1", ["good#a"], HELPFUL)
    state.feedback.give(1, "b1", ["mixed#a"], wrong())
    assert [one.passage_id for one in state.feedback.by_passage(2)] == ["worst#a", "mixed#a"]
    assert state.feedback.by_passage()[0].reasons == ((FeedbackReason.OFF_TOPIC, 2), (FeedbackReason.WRONG, 1))


def test_added_article_is_kept_word_for_word_and_replaced_by_a_newer_one(state: StoredState) -> None:
    text_of_it = "---\nid: kratom-tea\n---\n# Té\r\n"
    added = state.overlay.save("kratom-tea", "basics", text_of_it, MODERATOR, GUILD)
    assert state.overlay.path(added).read_bytes() == text_of_it.encode()
    newer = state.overlay.save("kratom-tea", "basics", "another text", OTHER, GUILD)
    assert [one.sha256 for one in state.overlay.all()] == [newer.sha256]
    assert state.overlay.remove("kratom-tea", MODERATOR, GUILD)
    assert not state.overlay.remove("kratom-tea", MODERATOR, GUILD)
    assert state.overlay.all() == ()


def test_added_article_whose_file_was_changed_or_is_gone_is_not_used(state: StoredState) -> None:
    added = state.overlay.save("kratom-tea", "basics", "some text", MODERATOR, GUILD)
    state.overlay.path(added).write_text("another text")
    with pytest.raises(OverlayError, match="changed"):
        state.overlay.path(added)
    (state.overlay._folder / added.file).unlink()
    with pytest.raises(OverlayError, match="cannot be read"):
        state.overlay.path(added)


@pytest.mark.parametrize("name", ["../x", "a/b", "", "Ä", "a b", ".", "x" * 101, "a\n", "A"])
def test_article_cannot_be_kept_under_a_name_that_is_no_slug(state: StoredState, name: str) -> None:
    for article_id, topic in ((name, "basics"), ("kratom-tea", name)):
        with pytest.raises(OverlayError, match="lower-case"):
            state.overlay.save(article_id, topic, "text", MODERATOR, GUILD)
    assert state.overlay.all() == ()


@pytest.mark.parametrize("content", ["", " \n", "x" * 1_000_001])
def test_article_without_text_or_with_too_much_is_refused(state: StoredState, content: str) -> None:
    with pytest.raises(OverlayError, match="text"):
        state.overlay.save("kratom-tea", "basics", content, MODERATOR, GUILD)


def test_acts_of_other_servers_are_found_only_where_they_are_of_a_kind_and_done(state: StoredState) -> None:
    for act, outcome, guild in (
        (Act.RELOAD, ActOutcome.DONE, GUILD + 1),
        (Act.RELOAD, ActOutcome.NOT_ALLOWED, GUILD + 1),
        (Act.SETTINGS, ActOutcome.DONE, GUILD + 1),
        (Act.RELOAD, ActOutcome.DONE, None),
        (Act.GAPS, ActOutcome.FAILED, GUILD),
    ):
        state.audit.append(AuditEntry(act, outcome, OTHER, guild))
    found = state.audit.latest(guild_id=GUILD, also=(Act.RELOAD,))
    assert [(one.entry.act, one.entry.outcome, one.entry.guild_id) for one in found] == [
        (Act.GAPS, ActOutcome.FAILED, GUILD),
        (Act.RELOAD, ActOutcome.DONE, None),
        (Act.RELOAD, ActOutcome.DONE, GUILD + 1),
    ]
    assert [one.number for one in state.audit.latest(before=found[0].number, guild_id=GUILD, also=(Act.RELOAD,))] == [
        one.number for one in found[1:]
    ]
    assert len(state.audit.latest(guild_id=GUILD)) == 1


def test_list_beside_the_added_articles_follows_the_table(state: StoredState, folder: Path) -> None:
    """So that a rebuild, which opens no database, reads the same corpus."""
    overlay = folder / "overlay"
    assert load_added(overlay) == ()
    state.overlay.save("kratom-tea", "basics", "a text", MODERATOR, GUILD)
    added = state.overlay.save("kratom-tea", "harms", "another text", MODERATOR, GUILD)
    assert load_added(overlay) == (AddedArticle("kratom-tea", "harms", state.overlay.path(added)),)
    for path in overlay.iterdir():
        os.utime(path, (0, 0))
    state.overlay.remove_orphans()
    assert len(load_added(overlay)) == 1
    state.overlay.remove("kratom-tea", MODERATOR, GUILD)
    assert load_added(overlay) == ()
