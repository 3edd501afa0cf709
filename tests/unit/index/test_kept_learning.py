from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from index.kept_learning import KeptLearning, learning_key


def writes(text: str) -> Callable[[Path], None]:
    return lambda folder: (folder / "learned.txt").write_text(text) and None


def must_not_learn(_folder: Path) -> None:
    raise AssertionError("it was learned again")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "build").mkdir()
    return tmp_path / "build"


def test_the_same_lesson_is_learned_once(tmp_path: Path, target: Path) -> None:
    kept = KeptLearning(tmp_path / "cache")
    assert kept.write("net", "a" * 64, target, writes("one"))
    (target / "learned.txt").unlink()
    assert not kept.write("net", "a" * 64, target, must_not_learn)
    assert (target / "learned.txt").read_text() == "one"
    assert [path.name for path in target.iterdir()] == ["learned.txt"]


def test_another_lesson_and_another_kind_are_learned(tmp_path: Path, target: Path) -> None:
    kept = KeptLearning(tmp_path / "cache")
    for kind, key in (("net", "a"), ("net", "b"), ("calibration", "a")):
        assert kept.write(kind, key * 64, target, writes(kind + key))
        assert (target / "learned.txt").read_text() == kind + key


@pytest.mark.parametrize("damage", ["change", "remove", "no sums", "bad sums"])
def test_what_is_damaged_is_learned_anew(tmp_path: Path, target: Path, damage: str) -> None:
    kept = KeptLearning(tmp_path / "cache")
    kept.write("net", "a" * 64, target, writes("one"))
    (folder,) = (tmp_path / "cache").glob("learned-*")
    if damage == "change":
        (folder / "learned.txt").write_text("on3")
    elif damage == "remove":
        (folder / "learned.txt").unlink()
    elif damage == "no sums":
        (folder / "sums.json").unlink()
    else:
        (folder / "sums.json").write_text("[")
    assert kept.write("net", "a" * 64, target, writes("two"))
    assert (target / "learned.txt").read_text() == "two"


def test_learning_that_fails_keeps_nothing(tmp_path: Path, target: Path) -> None:
    kept = KeptLearning(tmp_path / "cache")

    def fail(folder: Path) -> None:
        (folder / "learned.txt").write_text("half")
        raise OSError("no space")

    with pytest.raises(OSError, match="no space"):
        kept.write("net", "a" * 64, target, fail)
    assert not list((tmp_path / "cache").iterdir())
    assert kept.write("net", "a" * 64, target, writes("whole"))


def test_few_of_a_kind_are_kept(tmp_path: Path, target: Path) -> None:
    kept = KeptLearning(tmp_path / "cache")
    for number in range(12):
        kept.write("net", f"{number:064}", target, writes(str(number)))
        kept.write("net", f"{number:064}"[::-1], target, writes(str(number)))
    assert 1 <= len(list((tmp_path / "cache").iterdir())) <= 6


def test_a_key_stands_for_every_part_and_where_it_ends() -> None:
    array = np.arange(4, dtype=np.float32)
    lessons = [
        ("a", ["b"]),
        ("ab", [""]),
        ("a", ["b", ""]),
        ("a", ["b"], array),
        ("a", ["b"], array.astype(np.float64)),
        ("a", ["b"], array.reshape(2, 2)),
        ("a", ["b"], array + 1),
    ]
    assert len({learning_key(*lesson) for lesson in lessons}) == len(lessons)
    assert learning_key("a", ["b"], array) == learning_key("a", ("b",), array.copy())
