"""What moderators are told: what is stale, gaps, feedback, history, diagnosis; and which subjects they can name."""

import math
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import discord
import pytest

from bot.answering.gaps import NOTHING_NEAR
from bot.answering.library import Library
from bot.answering.safeguards import Safeguards
from bot.answering.withdrawals import Withdrawals
from bot.frontends.discord_client import client, diagnosis, moderator_ids, settings_acts, texts
from bot.frontends.discord_client.custom_ids import MAX_CHARS
from bot.frontends.discord_client.feedback_words import Votes, add_up, feedback_blocks
from bot.frontends.discord_client.gap_words import gap_blocks
from bot.frontends.discord_client.history import PAGE
from bot.frontends.discord_client.history_words import history_blocks
from bot.frontends.discord_client.messages import reply_parts
from bot.frontends.discord_client.moderator_components import MODERATOR_COMPONENTS
from bot.frontends.discord_client.moderator_ids import Scope, Setting, UnknownChoiceError
from bot.frontends.discord_client.settings_panel import AS_DISCORD, COOLDOWNS_S
from bot.frontends.discord_client.stale_report import make_stale_report
from bot.frontends.discord_client.stale_words import stale_blocks, stale_document
from bot.frontends.discord_client.subjects import (
    covered,
    near_subjects,
    shown_subjects,
    suggest_subjects,
    withdrawn_subjects,
)
from bot.rendering.discord_markdown import MAX_NOTICES_CHARS, split_blocks
from bot.state.models import (
    Act,
    ActOutcome,
    AuditEntry,
    DatedEntry,
    FeedbackReason,
    GapCount,
    GuildSettings,
    PassageFeedback,
    Subject,
    Withdrawal,
)
from corpus.tables import LAW_TOPIC
from tests.factories import make_article, make_corpus, make_legal_record, make_passage, make_source

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HERE, THERE = 7, 8


def article(key: str, due: date | None, **values: Any) -> Any:
    passage = make_passage(id=f"{key}#a", article_id=key, article_title=f"About {key}", **values)
    return make_article(id=key, title=f"About {key}", text=passage.text, passages=(passage,), next_review_on=due)


def law(key: str, until: date | None) -> tuple[Any, Any]:
    text = article(f"law-{key}", until)
    return make_legal_record(id=key, name=key.upper(), passage_id=f"law-{key}#a", valid_until=until), replace(
        text, topic=LAW_TOPIC
    )


def library(*articles: Any, **values: Any) -> Library:
    return Library.of(make_corpus(articles=articles, **values))


def parts_of(blocks: Iterable[str]) -> str:
    return "\n".join(block for part in reply_parts(list(blocks), Safeguards({}, ())) for block in part.body)


# What is stale


def test_stale_lists_what_is_overdue_or_soon_and_leaves_out_the_rest() -> None:
    (lapsed, lapsed_text), (undated, undated_text) = law("us-al", TODAY - timedelta(days=1)), law("xx", None)
    (today, today_text) = law("th", TODAY)
    found = library(
        article("late", TODAY - timedelta(days=1)),
        article("soon", TODAY + timedelta(days=30)),
        article("later", TODAY + timedelta(days=31)),
        article("never", None),
        lapsed_text,
        undated_text,
        today_text,
        legality=(lapsed, undated, today),
    )
    report = make_stale_report(found, [], TODAY, within_days=30)
    assert {one.id: one.overdue for one in report.due} == {
        "late": True, "soon": False, "never": True, "law-us-al#a": True, "law-xx#a": True, "law-th#a": False,
    }  # fmt: skip
    summary, text = parts_of(stale_blocks(report)), stale_document(report, with_reasons=True).text
    assert "Law by place: 2 overdue, 1 within 30 days" in summary
    assert "/corpus reload" in summary
    assert "US-AL (`law-us-al#a`): was to be confirmed again by 22 November 2026" in text
    assert "never confirmed by a dated source" in text
    assert "later" not in text


def test_stale_names_retracted_sources_that_are_still_cited_and_what_is_withdrawn() -> None:
    cited = article("cites", TODAY + timedelta(days=99))
    source_id = cited.passages[0].source_ids[0]
    source = make_source(id=source_id, title="RETRACTED: a trial")
    uncited = make_source(id="other", title="Withdrawn: another")
    withdrawn = [Withdrawal(Subject("gone#a"), 1, HERE, NOW, "it was wrong")]
    found = library(cited, sources={source.id: source, uncited.id: uncited})
    report = make_stale_report(found, withdrawn, TODAY, within_days=30)
    assert [one.source.id for one in report.retracted] == [source_id]
    assert "it was wrong" in stale_document(report, with_reasons=True).text
    assert "it was wrong" not in stale_document(report, with_reasons=False).text
    hidden = found.without(Withdrawals(articles=frozenset({"cites"})))
    assert not make_stale_report(hidden, [], TODAY, within_days=365)


def test_stale_says_where_nothing_is() -> None:
    report = make_stale_report(library(article("a", date(2030, 1, 1))), [], TODAY, within_days=30)
    assert "Nothing wants an editor" in parts_of(stale_blocks(report))


# Gaps and feedback


def test_gaps_name_articles_and_how_they_are_counted() -> None:
    counts = [GapCount(f"topic-{number}", "2026-Q4", 99 - number) for number in range(30)]
    text = parts_of(gap_blocks([GapCount(NOTHING_NEAR, "2026-Q4", 100), *counts], {"topic-0": "The *first*"}))
    assert "nothing in the corpus was near*: 100 people" in text
    assert "The \\*first\\* (`topic-0`): 99 people in 2026-Q4" in text
    assert "and 6 more" in text
    assert "never the question" in text
    assert "No gaps to show" in parts_of(gap_blocks([], {}))


def test_feedback_adds_up_builds_and_puts_what_helped_least_first() -> None:
    votes = add_up(
        [
            PassageFeedback("a#1", "b1", 5, 1, ((FeedbackReason.WRONG, 1),)),
            PassageFeedback("a#1", "b2", 0, 2, ((FeedbackReason.WRONG, 1), (FeedbackReason.OTHER, 1))),
            PassageFeedback("b#1", "b2", 9, 2),
        ]
    )
    assert votes[0] == Votes("a#1", 5, 3, {FeedbackReason.WRONG: 2, FeedbackReason.OTHER: 1})
    text = parts_of(feedback_blocks(votes, {"b#1": "About b"}))
    assert text.index("a#1") < text.index("b#1")
    assert "no longer shown (`a#1`): not helpful 3, helpful 5; reasons: Wrong 2, Another reason 1" in text


def test_every_reason_people_can_choose_has_words() -> None:
    every = tuple((reason, 1) for reason in FeedbackReason)
    assert parts_of(feedback_blocks(add_up([PassageFeedback("a#1", "b", 0, 9, every)]), {}))


# History


def entry(guild: int | None, **values: Any) -> DatedEntry:
    told = {"act": Act.WITHDRAW, "outcome": ActOutcome.DONE, "actor_id": 424242, "subject": "a#1"}
    return DatedEntry(1, NOW, AuditEntry(**{**told, "guild_id": guild, **values}))  # type: ignore[arg-type]


def test_history_tells_who_only_of_this_server() -> None:
    text = parts_of(history_blocks([entry(HERE, details={"build": "b1", "safe": True})], HERE))
    assert f"<t:{int(NOW.timestamp())}:f>: **withdraw** `a#1`, done, by <@424242> (build: b1; safe: on)" in text
    foreign = parts_of(history_blocks([entry(THERE, details={"build": "b1"}), entry(None)], HERE))
    assert "424242" not in foreign
    assert str(THERE) not in foreign.replace(f"<t:{int(NOW.timestamp())}:f>", "")
    assert "b1" not in foreign
    assert "someone whose data was deleted" in parts_of(history_blocks([entry(HERE, actor_id=None)], HERE))


@pytest.mark.parametrize("outcome", ActOutcome)
def test_every_outcome_has_words(outcome: ActOutcome) -> None:
    assert parts_of(history_blocks([entry(HERE, outcome=outcome)], HERE))


def test_longest_page_of_history_is_one_message_beside_the_longest_notices() -> None:
    details = {f"name_{number}": "x" * 200 for number in range(16)}
    busy = {"act": Act.DELETE_MESSAGE, "outcome": ActOutcome.BUSY, "subject": "s" * 200}
    longest = [entry(2**62, **busy, details=details, actor_id=2**64)] * PAGE
    notices = f"Safety: Law: {'x' * (MAX_NOTICES_CHARS - 13)}"
    assert len(split_blocks(history_blocks(longest, 2**62), notices)) == 1


# Subjects


def test_subjects_are_found_by_id_and_title_and_near_ids_are_offered() -> None:
    found = library(article("liver", None), article("depression", None))
    subjects = shown_subjects(found)
    assert subjects == {
        "liver": "About liver (whole article)", "liver#a": subjects["liver#a"],
        "depression": "About depression (whole article)", "depression#a": subjects["depression#a"],
    }  # fmt: skip
    assert suggest_subjects(subjects, "about depr")[0][1] == "depression"
    assert [key for _, key in suggest_subjects(subjects, "liver#")] == ["liver#a"]
    assert "depression" in near_subjects(subjects, "DEPRESION")
    assert near_subjects(subjects, "zzzz") == []
    assert len(covered(found, "liver")) == len(covered(found, "liver#a")) == 1
    assert covered(found, "li") == []


def test_suggestions_keep_to_discords_limits() -> None:
    subjects = {f"{'x' * 60}{number}": "y" * 300 for number in range(40)} | {"z" * 101: "too long for a choice"}
    suggested = suggest_subjects(subjects, "")
    assert len(suggested) == 25
    assert all(len(label) <= 100 and len(key) <= 100 for label, key in suggested)


def test_what_is_withdrawn_is_named_also_where_the_corpus_lost_it() -> None:
    withdrawals = Withdrawals(articles=frozenset({"gone"}), passages=frozenset({"liver#a", "gone#b"}))
    named = withdrawn_subjects(library(article("liver", None)), withdrawals)
    assert set(named) == {"gone", "liver#a", "gone#b"}
    assert "no longer in the live corpus" in named["gone#b"]
    assert set(withdrawn_subjects(None, withdrawals)) == set(named)


# Settings


def guild(*, channels: Iterable[int] = (), roles: Iterable[int] = ()) -> Any:
    return SimpleNamespace(
        id=HERE, get_channel_or_thread=set(channels).intersection, get_role=lambda one: one in {*roles, HERE} or None
    )


def choose(setting: Setting, values: list[str], server: Any = None) -> GuildSettings:
    change, _ = settings_acts._CHOICES[setting](server, values)
    return change(GuildSettings(language="de"))


@pytest.mark.parametrize(
    ("setting", "values"),
    [
        (Setting.ROLES, ["99"]),
        (Setting.ROLES, ["x"]),
        (Setting.LANGUAGE, ["klingon"]),
        (Setting.LANGUAGE, []),
        (Setting.COOLDOWN, ["7"]),
        (Setting.COOLDOWN, ["-1"]),
        (Setting.COOLDOWN, ["\N{SUPERSCRIPT TWO}"]),
        (Setting.COOLDOWN, []),
        (Setting.COOLDOWN, ["2", "5"]),
        (Setting.LANGUAGE, ["de", "en"]),
        (Setting.CHANNELS, ["9" * 40]),
    ],
)
def test_what_is_not_in_the_server_or_on_the_list_is_refused(setting: Setting, values: list[str]) -> None:
    with pytest.raises(UnknownChoiceError):
        choose(setting, values, guild(roles=[5]))


@pytest.mark.parametrize("setting", [Setting.ROLES, Setting.CHANNELS])
def test_nothing_is_chosen_in_a_server_that_is_not_known(setting: Setting) -> None:
    with pytest.raises(UnknownChoiceError):
        choose(setting, ["5"], None)


def test_everyone_never_becomes_a_moderator() -> None:
    assert choose(Setting.ROLES, ["5", str(HERE)], guild(roles=[5])).moderator_roles == {5}
    assert settings_acts._CHOICES[Setting.ROLES](guild(roles=[5]), [str(HERE)])[1] == texts.NOT_EVERYONE


def test_language_and_pause_are_set_from_their_lists() -> None:
    assert choose(Setting.LANGUAGE, [AS_DISCORD]).language is None
    assert choose(Setting.LANGUAGE, ["fr"]).language == "fr"
    assert [choose(Setting.COOLDOWN, [str(one)]).cooldown_s for one in COOLDOWNS_S] == list(COOLDOWNS_S)


@pytest.mark.parametrize(
    "name",
    [
        *(moderator_ids.history_page(scope, before) for scope in Scope for before in (0, 10**17)),
        moderator_ids.feedback_menu(),
        *(moderator_ids.setting_menu(one) for one in Setting if one not in (Setting.PRIVATE, Setting.AGE)),
        *(moderator_ids.setting_switch(one, on=on) for one in (Setting.PRIVATE, Setting.AGE) for on in (True, False)),
    ],
)
def test_every_id_fits_and_is_read_back_by_one_component(name: str) -> None:
    patterns = [cast(Any, one).__discord_ui_compiled_template__ for one in MODERATOR_COMPONENTS]
    assert len(name) <= MAX_CHARS
    assert sum(bool(pattern.fullmatch(name)) for pattern in patterns) == 1


# Diagnosis


def test_permissions_named_are_those_asked_for() -> None:
    assert discord.Permissions(**dict.fromkeys(diagnosis.NEEDED, True)) == client.permissions()


def test_missing_permission_is_named_with_what_it_is_for() -> None:
    have = client.permissions()
    assert not diagnosis.permissions_finding(have, in_thread=False).remedy
    have.send_messages = False
    found = diagnosis.permissions_finding(have, in_thread=False)
    assert "*Send Messages* is missing, to answer a mention in a channel" in found.words
    assert found.remedy
    assert not diagnosis.permissions_finding(have, in_thread=True).remedy
    assert not diagnosis.permissions_finding(discord.Permissions(administrator=True), in_thread=False).remedy


def test_commands_that_differ_are_named() -> None:
    assert not diagnosis.commands_finding({"ask"}, {"ask"}).remedy
    found = diagnosis.commands_finding({"ask", "corpus add"}, {"ask", "old"})
    assert "not registered: corpus add" in found.words
    assert "no longer in the code: old" in found.words
    assert diagnosis.commands_finding({"ask"}, None).remedy


@pytest.mark.parametrize(
    ("well", "amiss"),
    [
        (diagnosis.state_finding(None), diagnosis.state_finding("damaged")),
        (diagnosis.withdrawn_finding(0, 1, everything=False), diagnosis.withdrawn_finding(0, 0, everything=True)),
        (diagnosis.gateway_finding(0.05), diagnosis.gateway_finding(2.0)),
        (diagnosis.gateway_finding(0.05), diagnosis.gateway_finding(math.nan)),
        (diagnosis.gateway_finding(0.05), diagnosis.gateway_finding(math.inf)),
        (diagnosis.loop_finding(0.01), diagnosis.loop_finding(1.0)),
        (diagnosis.queue_finding(10, 100), diagnosis.queue_finding(60, 100)),
        (diagnosis.memory_finding(300 * 2**20), diagnosis.memory_finding(900 * 2**20)),
        (diagnosis.memory_finding(None), diagnosis.memory_finding(2**40)),
        (diagnosis.home_finding(True), diagnosis.home_finding(False)),
    ],
)
def test_what_is_amiss_comes_with_what_to_do(well: diagnosis.Finding, amiss: diagnosis.Finding) -> None:
    assert not well.remedy
    assert amiss.remedy
    text = parts_of(diagnosis.blocks([well, amiss]))
    assert text.index(amiss.words) < text.index(well.words)
    assert amiss.remedy in text


def test_index_findings_name_the_fault() -> None:
    none = diagnosis.index_findings(None, "it is missing", None)
    assert "it is missing" in none[0].words
    assert "index.rebuild" in none[0].remedy


def test_memory_is_read_where_the_system_tells_it(tmp_path: Path) -> None:
    status = tmp_path / "status"
    status.write_text("Name:\tpython\nVmRSS:\t  2048 kB\n", "utf-8")
    assert diagnosis.resident_bytes(status) == 2 * 2**20
    assert diagnosis.resident_bytes(tmp_path / "none") is None


# The document


def test_document_describes_every_command_of_moderators_and_no_other() -> None:
    text = (Path(__file__).resolve().parents[5] / "docs/moderating.md").read_text("utf-8")
    named = set(re.findall(r"`(/(?:corpus [a-z]+|settings|diagnose))", text))
    assert named == set(texts.MODERATOR_COMMANDS)
