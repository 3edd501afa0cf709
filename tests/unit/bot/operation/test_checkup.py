"""The doctor finds each thing that can be wrong, says what to do, and shows no secret."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from pydantic import SecretStr

from bot.answering.withdrawals import LiveWithdrawals
from bot.frontends import doctor_report
from bot.operation import checkup
from bot.operation.checkup import LOOKS, Finding, State, Surroundings, check_up
from bot.operation.installed import unmet_requirements
from bot.operation.last_backup import note_backup
from bot.operation.token_shape import token_fault
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.migrating import migrate
from bot.storage.store import FILE, default_url, open_state

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GhIjKl.secretsecretsecretsecretsecretsecret00"


@pytest.fixture
def around(tmp_path: Path) -> Surroundings:
    return Surroundings({}, NOW, tmp_path / ".env")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    state = open_state(tmp_path / "state", None, LiveWithdrawals())
    state.overlay.save("kratom-tea", "forms", "words\n", 5, 10)
    state.close()
    note_backup(tmp_path / "state", NOW)
    return Settings(
        state_dir=tmp_path / "state",
        index_dir=tmp_path / "index",
        discord_token=SecretStr(TOKEN),
        backup_key=SecretStr("long enough a key"),
    )


def look(settings: Settings, around: Surroundings, subject: str) -> list[Finding]:
    return list(LOOKS[subject](settings, around))


def states(findings: list[Finding]) -> set[State]:
    return {finding.state for finding in findings}


@pytest.mark.parametrize("subject", ["versions", "settings", "token", "files", "disk", "database", "backup"])
def test_nothing_is_said_against_what_is_well(settings: Settings, around: Surroundings, subject: str) -> None:
    found = look(settings, around, subject)
    assert states(found) == {State.OK}, found


@pytest.mark.parametrize(
    ("token", "state"),
    [
        ("", State.WARN),
        ("hello", State.FAIL),
        (f"Bot {TOKEN}", State.FAIL),
        (TOKEN[5:], State.FAIL),
        ("a" * 32, State.FAIL),
        (TOKEN.partition(".")[2], State.FAIL),
        (TOKEN + "\n", State.OK),
    ],
)
def test_token_is_judged_by_its_form_and_never_shown(
    settings: Settings, around: Surroundings, token: str, state: State
) -> None:
    found = look(settings.model_copy(update={"discord_token": SecretStr(token)}), around, "token")
    assert states(found) == {state}
    assert all("secret" not in f"{one.words}{one.next_step}".replace("client secret", "") for one in found)
    if state is not State.OK:
        assert found[0].next_step


def test_token_whose_first_part_is_no_base64_is_none() -> None:
    assert token_fault("-.b.c") is not None


def test_misspelt_settings_are_named_without_their_values(settings: Settings, around: Surroundings) -> None:
    around.env_file.write_text("KRATOM_REGION=US\nexport KRATOM_DISCORD_TOKN=canary\n# KRATOM_X\n")
    around.env_file.chmod(0o600)
    typed = replace(around, environment={"KRATOM_DISCORD__QUEUE": "canary", "KRATOM_DISCORD__QUEUE_LENGTH": "5"})
    (found,) = look(settings, typed, "settings")
    assert found.state is State.WARN
    assert found.words == "no such setting: KRATOM_DISCORD_TOKN, KRATOM_DISCORD__QUEUE"


def damage(settings: Settings) -> None:
    path = settings.state_dir / FILE
    path.write_bytes(path.read_bytes()[:4096] + os.urandom(8192))


def change_article(settings: Settings) -> None:
    next((settings.state_dir / "overlay").iterdir()).write_text("other words")


def break_withdrawn(settings: Settings) -> None:
    (settings.state_dir / "withdrawn.json").write_text("[]")


def make_newer(settings: Settings) -> None:
    database = Database(default_url(settings.state_dir))
    database.write(lambda connection: connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'"))
    database.close()


@pytest.mark.parametrize("harm", [damage, change_article, break_withdrawn, make_newer])
def test_harm_to_the_state_fails_with_a_next_step(
    settings: Settings, around: Surroundings, harm: Callable[[Settings], None]
) -> None:
    harm(settings)
    failed = [one for one in look(settings, around, "database") if one.state is State.FAIL]
    assert failed
    assert all(one.next_step for one in failed)


def test_older_tables_are_left_as_they_are_and_a_backup_advised(tmp_path: Path, around: Surroundings) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    database = Database(default_url(folder))
    migrate(database, "0001")
    database.close()
    for _ in range(2):
        (found,) = look(Settings(state_dir=folder), around, "database")
        assert found.state is State.WARN
        assert "revision 0001" in found.words
        assert "kratom-bot backup" in found.next_step


def test_missing_and_old_backups_are_warned_of(settings: Settings, around: Surroundings) -> None:
    later = replace(around, now=NOW + timedelta(days=8))
    assert "8 days old" in look(settings, later, "backup")[0].words
    (settings.state_dir / "last-backup").unlink()
    assert "none was made" in look(settings, around, "backup")[0].words
    unencrypted = settings.model_copy(update={"backup_key": None})
    assert "KRATOM_BACKUP_KEY is not set" in look(unencrypted, around, "backup")[0].words


@pytest.mark.parametrize(("free_mb", "state"), [(50, State.FAIL), (300, State.WARN), (5000, State.OK)])
def test_little_room_is_said(
    settings: Settings, around: Surroundings, monkeypatch: pytest.MonkeyPatch, free_mb: int, state: State
) -> None:
    monkeypatch.setattr(checkup.shutil, "disk_usage", lambda _path: SimpleNamespace(free=free_mb << 20))
    assert states(look(settings, around, "disk")) == {state}


def test_files_that_others_can_read_are_named(settings: Settings, around: Surroundings) -> None:
    (settings.state_dir / "asker.key").chmod(0o644)
    around.env_file.write_text("")
    around.env_file.chmod(0o644)
    private, environment = look(settings, around, "files")
    assert private.state is State.FAIL
    assert "asker.key" in private.words
    assert private.next_step.startswith("chmod")
    assert environment.next_step == f"chmod 600 {around.env_file}"


def test_missing_index_and_unreadable_corpus_fail(settings: Settings, around: Surroundings, tmp_path: Path) -> None:
    broken = settings.model_copy(update={"corpus_dir": tmp_path / "none"})
    assert states(look(broken, around, "index")) == {State.FAIL}
    assert states(look(broken, around, "corpus")) == {State.FAIL}


def test_look_that_fails_is_a_finding_and_the_others_are_made(
    settings: Settings, around: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faint(_settings: Settings, _around: Surroundings) -> list[Finding]:
        raise RuntimeError("no idea")

    monkeypatch.setattr(checkup, "LOOKS", {"first": faint, "token": LOOKS["token"]})
    first, second = check_up(settings, around)
    assert (first.state, second.state) == (State.FAIL, State.OK)


def test_unmet_requirements_are_named() -> None:
    assert unmet_requirements("no-such-distribution") == []
    assert unmet_requirements("pytest") == []


@pytest.mark.parametrize("worst", list(State))
def test_exit_status_and_json_say_the_same(worst: State, monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    findings = [Finding("a", State.OK, "fine"), Finding("b", worst, "words", "do it")]
    monkeypatch.setattr(doctor_report, "check_up", lambda _settings, _around: findings)
    told: list[str] = []
    status = doctor_report.report(settings, told.append, as_json=True)
    shown = json.loads("\n".join(told))
    assert (status == 0) is shown["well"] is (worst is not State.FAIL)
    assert shown["findings"][1] == {"subject": "b", "state": worst.value, "words": "words", "next": "do it"}
    told.clear()
    assert doctor_report.report(settings, told.append, as_json=False) == status
    assert told[-1].strip() == "-> do it"
