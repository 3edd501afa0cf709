import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from bot.acceptance.asking import AcceptanceTest
from bot.acceptance.models import Acceptance, Message
from bot.answering.models import Outcome, Question
from bot.answering.withdrawals import Withdrawals
from bot.bootstrap import Assembly, EmbedderPool, assemble
from bot.corpus_claim import CorpusBusyError, Work
from bot.corpus_reading import CorpusRefusedError
from bot.kept_builds import kept_builds
from bot.reloading import NothingToRollBackError, Reloader, ReloadStoppedError, SafetyRegressedError
from bot.settings import Settings
from corpus.added import AddedArticle
from corpus.errors import CorpusMissingError
from index import artifact
from index.embedder import Embedder
from index.errors import IndexBusyError, IndexCorruptError
from index.live_builds import rollback_of
from index.models import ModelInfo
from index.places import LOCK
from tests.e2e.corpus_on_disk import LIVER, SLEEP, write_corpus
from tests.fakes import HashingEmbedder

DAY = date(2026, 11, 22)
ASKED = Question(("has a randomised trial tested kratom as a treatment for depression",), DAY)


class HashingPool(EmbedderPool):
    """Hands out an embedder that needs no model."""

    def get(self, model: ModelInfo) -> Embedder:
        return HashingEmbedder()

    def named(self, name: str) -> Embedder:
        return HashingEmbedder()


@pytest.fixture
def assembly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Assembly:
    monkeypatch.setattr("bot.bootstrap.EmbedderPool", HashingPool)
    write_corpus(tmp_path / "corpus")
    folders = {"corpus_dir": tmp_path / "corpus", "index_dir": tmp_path / "index", "state_dir": tmp_path / "state"}
    settings = Settings(_env_file=None, **folders)  # type: ignore[call-arg, arg-type]
    return assemble(settings, open_index=False)


@pytest.fixture
def reloader(assembly: Assembly) -> Reloader:
    return Reloader(assembly)


def edit(assembly: Assembly, name: str, change: Callable[[str], str]) -> None:
    path = assembly.settings.corpus_dir / name
    path.write_text(change(path.read_text("utf-8")), "utf-8")


def live(assembly: Assembly) -> str | None:
    edition = assembly.shelf.current()
    return edition.build_id if edition else None


def test_first_reload_makes_the_index_and_answers(assembly: Assembly, reloader: Reloader) -> None:
    assert assembly.service.answer(ASKED).outcome is Outcome.UNAVAILABLE
    steps: list[str] = []
    report = reloader.reload("me", steps.append)
    assert report.before is None
    assert len(report.changes.added) == 5
    assert live(assembly) == report.build_id == artifact.current_build(assembly.settings.index_dir).name
    assert assembly.service.answer(ASKED).outcome is not Outcome.UNAVAILABLE
    assert steps[:2] == ["reading the corpus", "checking the corpus"]
    assert any(step.startswith("encoding new text: ") for step in steps)
    assert reloader.holder is None


def test_reload_reports_what_changed_and_swaps(assembly: Assembly, reloader: Reloader) -> None:
    first = reloader.reload("me")
    edit(assembly, "articles/harms/liver.md", lambda text: text.replace("several hospitals", "many hospitals"))
    (assembly.settings.corpus_dir / "articles/basics/plant.md").unlink()
    second = reloader.reload("me")
    assert second.before == first.build_id != second.build_id == live(assembly)
    assert second.changes.changed == ("liver#reported",)
    assert second.changes.removed == ("plant#tree",)
    assert second.seconds > 0


def test_unchanged_corpus_keeps_its_build(assembly: Assembly, reloader: Reloader) -> None:
    first, second = reloader.reload("me"), reloader.reload("me")
    assert first.build_id == second.build_id == second.before
    assert not second.changes


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda text: text.replace(" [@hepatology-2020]", "", 1), id="uncited sentence"),
        pytest.param(lambda text: "no front matter", id="unreadable article"),
    ],
)
def test_bad_corpus_is_refused_whole_and_the_old_edition_stays(
    assembly: Assembly, reloader: Reloader, damage: Callable[[str], str]
) -> None:
    before, safeguards = reloader.reload("me").build_id, assembly.safeguards
    edit(assembly, "articles/harms/liver.md", damage)
    edit(assembly, "notices/safety.md", lambda text: text.replace("Kratom can cause harm", "Kratom may cause harm"))
    with pytest.raises(CorpusRefusedError) as refused:
        reloader.reload("me")
    assert refused.value.problems[0].path.name == "liver.md"
    assert live(assembly) == before == artifact.current_build(assembly.settings.index_dir).name
    assert assembly.safeguards is safeguards
    edit(assembly, "articles/harms/liver.md", lambda _text: LIVER)
    assert reloader.reload("me").build_id == live(assembly) != before


def test_new_notices_are_in_use_after_a_reload(assembly: Assembly, reloader: Reloader) -> None:
    reloader.reload("me")
    edit(assembly, "notices/safety.md", lambda text: text.replace("Kratom can cause harm", "Kratom may cause harm"))
    assert "may cause harm" not in assembly.service.answer(ASKED).notices.safety
    report = reloader.reload("me")
    assert report.changes.tables == ("notices",)
    assert "may cause harm" in assembly.service.answer(ASKED).notices.safety
    assert "may cause harm" in assembly.safeguards.always().safety


@pytest.mark.parametrize(
    ("name", "change", "code"),
    [
        ("notices/crisis-child.md", None, "NOTICE_GONE"),
        ("crisis_lines.yaml", None, "CRISIS_LINES_GONE"),
        (
            "notices/safety.md",
            lambda text: text.replace("## Full", "very long " * 300 + "\n\n## Full"),
            "NOTICES_TOO_LONG",
        ),
    ],
)
def test_reload_never_takes_away_what_a_crisis_or_a_reply_relies_on(
    assembly: Assembly, reloader: Reloader, name: str, change: Callable[[str], str] | None, code: str
) -> None:
    before = reloader.reload("me").build_id
    if change is None:
        (assembly.settings.corpus_dir / name).unlink()
    else:
        edit(assembly, name, change)
    with pytest.raises(CorpusRefusedError) as refused:
        reloader.reload("me")
    assert code in {problem.code for problem in refused.value.problems}
    assert live(assembly) == before


def test_second_moderator_is_told_who_is_at_it(reloader: Reloader) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def hold(_step: str) -> None:
        begun.set()
        assert go_on.wait(10)

    thread = threading.Thread(target=lambda: reloader.reload("first", hold))
    thread.start()
    assert begun.wait(10)
    with pytest.raises(CorpusBusyError) as busy:
        reloader.reload("second")
    assert (busy.value.by, busy.value.work) == ("first", Work.RELOAD)
    assert busy.value.seconds >= 0
    go_on.set()
    thread.join()
    assert reloader.reload("second").build_id


def test_rebuild_of_another_program_is_not_disturbed(assembly: Assembly, reloader: Reloader) -> None:
    before = reloader.reload("me").build_id
    edit(assembly, "articles/harms/liver.md", lambda text: text.replace("several hospitals", "many hospitals"))
    with FileLock(assembly.settings.index_dir / LOCK), pytest.raises(IndexBusyError):
        reloader.reload("me")
    assert live(assembly) == before
    assert reloader.reload("me").build_id != before


def test_stopping_ends_a_reload_at_its_next_step_and_changes_nothing(assembly: Assembly, reloader: Reloader) -> None:
    before = reloader.reload("me").build_id
    edit(assembly, "articles/harms/liver.md", lambda text: text.replace("several hospitals", "many hospitals"))

    def stop_while_encoding(step: str) -> None:
        if step.startswith("encoding"):
            reloader.stop()

    with pytest.raises(ReloadStoppedError):
        reloader.reload("me", stop_while_encoding)
    assert live(assembly) == before == artifact.current_build(assembly.settings.index_dir).name


def test_build_that_cannot_be_opened_is_not_left_as_the_live_one(
    assembly: Assembly, reloader: Reloader, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = reloader.reload("me").build_id
    safeguards = assembly.safeguards
    edit(assembly, "articles/harms/liver.md", lambda text: text.replace("several hospitals", "many hospitals"))

    def fail(folder: Path) -> artifact.OpenIndex:
        raise IndexCorruptError(folder, "the disk lost it")

    with monkeypatch.context() as patch:
        patch.setattr(artifact, "open_build", fail)
        with pytest.raises(IndexCorruptError):
            reloader.reload("me")
    assert live(assembly) == before == artifact.current_build(assembly.settings.index_dir).name
    assert assembly.safeguards is safeguards


def test_build_that_cannot_be_compared_with_any_more_is_replaced_only_by_itself(
    assembly: Assembly, reloader: Reloader
) -> None:
    before = reloader.reload("me").build_id
    damaged = assembly.settings.index_dir / before / "passages.jsonl"
    damaged.write_text("damaged", "utf-8")
    edit(assembly, "articles/harms/liver.md", lambda text: text.replace("several hospitals", "many hospitals"))
    with pytest.raises(IndexCorruptError):
        reloader.reload("me")
    assert live(assembly) == before
    edit(assembly, "articles/harms/liver.md", lambda _text: LIVER)
    assert reloader.reload("me").build_id == before
    artifact.open_build(assembly.settings.index_dir / before)


def test_missing_corpus_folder_is_said_and_changes_nothing(assembly: Assembly, reloader: Reloader) -> None:
    before = reloader.reload("me").build_id
    assembly.settings.corpus_dir.rename(assembly.settings.corpus_dir.with_name("elsewhere"))
    with pytest.raises(CorpusMissingError):
        reloader.reload("me")
    assert live(assembly) == before
    assert reloader.holder is None


def test_old_builds_beyond_those_kept_are_removed(assembly: Assembly, reloader: Reloader) -> None:
    assembly.settings = assembly.settings.model_copy(update={"keep_builds": 2})
    for word in ("one", "two", "three", "four"):
        edit(assembly, "articles/harms/liver.md", lambda _text, word=word: LIVER.replace("several", word))  # type: ignore[misc]
        reloader.reload("me")
    assert len(artifact.builds(assembly.settings.index_dir)) == 2


def edited(assembly: Assembly, word: str) -> None:
    edit(assembly, "articles/harms/liver.md", lambda _text: LIVER.replace("several hospitals", f"{word} hospitals"))


def test_preview_makes_nothing_live_and_the_reload_after_it_builds_nothing_again(
    assembly: Assembly, reloader: Reloader
) -> None:
    before = reloader.reload("me").build_id
    edited(assembly, "many")
    trial = reloader.preview("me")
    assert trial.before == before == live(assembly) == artifact.current_build(assembly.settings.index_dir).name
    assert trial.changes.changed == ("liver#reported",)
    assert [one.build_id for one in kept_builds(assembly.settings.index_dir)] == [before]
    steps: list[str] = []
    assert reloader.reload("me", steps.append).build_id == trial.build_id == live(assembly)
    assert not [step for step in steps if step.startswith("encoding")]


def test_previews_never_push_out_a_build_that_was_live(assembly: Assembly, reloader: Reloader) -> None:
    assembly.settings = assembly.settings.model_copy(update={"keep_builds": 2})
    first = reloader.reload("me").build_id
    edited(assembly, "two")
    second = reloader.reload("me").build_id
    for word in ("three", "four", "five"):
        edited(assembly, word)
        reloader.preview("me")
    kept = {one.build_id for one in kept_builds(assembly.settings.index_dir)}
    assert kept == {first, second}
    assert len(artifact.builds(assembly.settings.index_dir)) == 3


def test_rollback_goes_back_step_by_step_and_forward_by_name(assembly: Assembly, reloader: Reloader) -> None:
    ids = []
    for word in ("one", "two", "three"):
        edited(assembly, word)
        ids.append(reloader.reload("me").build_id)
    receipt = assembly.service.answer(ASKED).receipt
    report = reloader.rollback("me")
    assert (report.to.build_id, report.left) == (ids[1], ids[2])
    assert report.changes.changed == ("liver#reported",)
    assert live(assembly) == ids[1] == artifact.current_build(assembly.settings.index_dir).name
    assert assembly.service.replay(receipt).build == ids[2]
    assert reloader.rollback("me").to.build_id == ids[0]
    with pytest.raises(NothingToRollBackError):
        reloader.rollback("me")
    assert reloader.rollback("me", ids[2]).to.build_id == ids[2] == live(assembly)
    with pytest.raises(NothingToRollBackError):
        reloader.rollback("me", ids[2])
    reloader.reload("me")
    assert rollback_of(assembly.settings.index_dir) is None


def test_what_is_withdrawn_stays_so_after_a_rollback(assembly: Assembly, reloader: Reloader) -> None:
    edited(assembly, "one")
    reloader.reload("me")
    assert assembly.service.answer(ASKED).outcome is Outcome.ANSWERED
    edited(assembly, "two")
    reloader.reload("me")
    assembly.withdrawals.use(Withdrawals(articles=frozenset({"depression"})))
    reloader.rollback("me")
    found = assembly.service.answer(ASKED)
    assert "depression" not in {quote.article.id for quote in found.quotes}


def test_build_that_is_damaged_is_not_rolled_back_to(assembly: Assembly, reloader: Reloader) -> None:
    edited(assembly, "one")
    first = reloader.reload("me").build_id
    edited(assembly, "two")
    second = reloader.reload("me").build_id
    (assembly.settings.index_dir / first / "passages.jsonl").write_text("damaged", "utf-8")
    fresh = assemble(assembly.settings)
    with pytest.raises(IndexCorruptError):
        Reloader(fresh).rollback("me", first)
    assert live(fresh) == second == artifact.current_build(assembly.settings.index_dir).name
    assert rollback_of(assembly.settings.index_dir) is None


def test_reload_that_would_cost_a_crisis_card_is_refused_and_nothing_is_live(
    assembly: Assembly, reloader: Reloader, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, safeguards = reloader.reload("me").build_id, assembly.safeguards
    edited(assembly, "many")
    lost = Acceptance(messages=(Message("a cry", "suicide", "crisis", "crisis", "neither"),), safety_known=1)
    with monkeypatch.context() as patch:
        patch.setattr(AcceptanceTest, "compare", lambda *_args, **_options: lost)
        assert not reloader.preview("me").acceptance.is_safe
        with pytest.raises(SafetyRegressedError) as refused:
            reloader.reload("me")
    assert refused.value.trial.acceptance.lost_messages
    assert live(assembly) == before == artifact.current_build(assembly.settings.index_dir).name
    assert assembly.safeguards is safeguards
    assert reloader.holder is None


def test_candidate_is_tried_as_if_it_had_been_added_and_is_not(
    assembly: Assembly, reloader: Reloader, tmp_path: Path
) -> None:
    reloader.reload("me")
    path = tmp_path / "waiting.md"
    path.write_text(SLEEP, "utf-8")
    trial = reloader.preview("me", candidate=AddedArticle("sleep", "mind", path))
    assert trial.changes.added == ("sleep#review",)
    assert not reloader.reload("me").changes


def test_only_one_is_at_work_whatever_the_work(reloader: Reloader) -> None:
    reloader.reload("me")

    def others(_step: str) -> None:
        for work in (reloader.preview, reloader.reload, reloader.rollback):
            with pytest.raises(CorpusBusyError) as busy:
                work("second")
            assert (busy.value.by, busy.value.work) == ("first", Work.PREVIEW)

    assert reloader.preview("first", others).build_id
