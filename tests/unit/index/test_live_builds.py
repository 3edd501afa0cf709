"""Which builds were live, and that a rollback is remembered for as long as it holds."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from index import artifact
from index.live_builds import HISTORY, ROLLED_BACK, once_live, rollback_of
from index.rebuild import app


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("aaa", "bbb"):
        (tmp_path / name).mkdir()
        (tmp_path / name / artifact.MANIFEST).write_text("{}", "utf-8")
    return tmp_path


def test_builds_from_before_the_history_count_as_once_live(root: Path) -> None:
    assert once_live(root) is None
    artifact.set_current(root, "bbb")
    known = once_live(root)
    assert known is not None
    assert set(known) == {"aaa", "bbb"}
    assert known["bbb"] > known["aaa"]


def test_rollback_holds_until_another_build_goes_live(root: Path) -> None:
    artifact.set_current(root, "aaa")
    artifact.set_current(root, "bbb")
    assert rollback_of(root) is None
    artifact.set_current(root, "aaa", rolled_back_from="bbb")
    found = rollback_of(root)
    assert found is not None
    assert (found.build_id, found.left) == ("aaa", "bbb")
    artifact.set_current(root, "bbb")
    assert rollback_of(root) is None
    assert not (root / ROLLED_BACK).exists()


def test_rollback_that_was_cut_off_before_the_swap_does_not_count(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    artifact.set_current(root, "bbb")

    def crash(path: Path, target: Path) -> None:
        raise OSError("the power went")

    real = Path.replace
    monkeypatch.setattr(
        Path, "replace", lambda path, target: crash(path, target) if "CURRENT" in path.name else real(path, target)
    )
    with pytest.raises(OSError, match="power"):
        artifact.set_current(root, "aaa", rolled_back_from="bbb")
    assert rollback_of(root) is None
    assert artifact.current_build(root).name == "bbb"


@pytest.mark.parametrize("name", [HISTORY, ROLLED_BACK])
def test_damaged_notes_are_as_none(root: Path, name: str) -> None:
    artifact.set_current(root, "bbb")
    artifact.set_current(root, "aaa", rolled_back_from="bbb")
    (root / name).write_text("{", "utf-8")
    assert (once_live(root) is None) or (rollback_of(root) is None)
    artifact.set_current(root, "bbb")
    assert artifact.current_build(root).name == "bbb"


def test_automatic_rebuild_does_not_undo_a_rollback(root: Path) -> None:
    artifact.set_current(root, "bbb")
    artifact.set_current(root, "aaa", rolled_back_from="bbb")
    missing = str(root / "no corpus")  # it would have to be read for a rebuild
    done = CliRunner().invoke(app, ["--if-needed", "--corpus", missing, "--out", str(root), "--state", str(root)])
    assert done.exit_code == 0, done.output
    assert "rolled back" in done.output
    assert "python -m index.rebuild" in done.output
    forced = CliRunner().invoke(app, ["--corpus", missing, "--out", str(root), "--state", str(root)])
    assert forced.exit_code == 78
