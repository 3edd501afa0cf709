"""What is kept of the asking: nothing is asked twice, nothing damaged or of other builds counts."""

import os
import signal
from pathlib import Path

import numpy as np
import pytest

from bot.acceptance import kept, two_processes
from bot.acceptance.asking import AcceptanceTest
from bot.acceptance.kept import KeptTables
from bot.acceptance.kept_vectors import KeptVectors
from bot.acceptance.two_processes import LEAST, do_half_elsewhere
from bot.answering.withdrawals import LiveWithdrawals, Withdrawals
from corpus.models import TriagePhrase
from index.vector_cache import VectorCache
from tests.fakes import HashingEmbedder
from tests.unit.bot.acceptance.test_comparing import Net, compare, edition

VEILED = TriagePhrase("the lake is calling me", "suicide")


def kept_table(folder: Path, *key: object) -> kept.Table:
    return KeptTables(folder).table("heard", *key)


def test_what_was_added_is_there_for_the_next_program_under_its_key_alone(tmp_path: Path) -> None:
    tables = KeptTables(tmp_path)
    tables.table("heard", "a")["text"] = ["crisis"]
    tables.save()
    assert kept_table(tmp_path, "a") == {"text": ["crisis"]}
    assert kept_table(tmp_path, "b") == {}


def test_other_code_finds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = KeptTables(tmp_path)
    tables.table("heard", "a")["text"] = ["crisis"]
    tables.save()
    monkeypatch.setattr(kept, "answering_code", lambda: "other code")
    assert kept_table(tmp_path, "a") == {}


@pytest.mark.parametrize("damage", [b"", b"{", b"0" * 64 + b'{"text": ["neither"]}'])
def test_damaged_table_counts_as_not_there(tmp_path: Path, damage: bytes) -> None:
    tables = KeptTables(tmp_path)
    tables.table("heard", "a")["text"] = ["crisis"]
    tables.save()
    (path,) = tmp_path.glob("heard-*.json")
    path.write_bytes(damage)
    assert kept_table(tmp_path, "a") == {}


def test_one_changed_byte_is_seen(tmp_path: Path) -> None:
    tables = KeptTables(tmp_path)
    tables.table("heard", "a")["text"] = ["crisis"]
    tables.save()
    (path,) = tmp_path.glob("heard-*.json")
    path.write_bytes(path.read_bytes().replace(b"crisis", b"crises"))
    assert kept_table(tmp_path, "a") == {}


def test_tables_used_longest_ago_go(tmp_path: Path) -> None:
    for number in range(9):
        tables = KeptTables(tmp_path)
        tables.table("heard", number)["text"] = number
        tables.save()
        for path in tmp_path.glob("heard-*.json"):
            os.utime(path, (path.stat().st_mtime - 10,) * 2)
    assert len(list(tmp_path.glob("heard-*.json"))) == 6
    assert kept_table(tmp_path, 8) == {"text": 8}
    assert kept_table(tmp_path, 0) == {}


def test_builds_asked_by_another_program_are_not_asked_again(tmp_path: Path) -> None:
    def test() -> AcceptanceTest:
        return AcceptanceTest(LiveWithdrawals(), tables)

    before, after = edition("aa" * 6), edition("bb" * 6, probability=0.1)
    tables = KeptTables(tmp_path)
    found = compare(before, after, test())
    tables.save()
    tables = KeptTables(tmp_path)
    assert compare(before, after, test()) == found
    assert len(before.retriever.queries) == len(after.retriever.queries) == 2
    withdrawn = LiveWithdrawals(Withdrawals(articles=frozenset({"what-is-kratom"})))
    assert compare(before, after, AcceptanceTest(withdrawn, tables)) != found


def test_a_net_that_is_another_one_is_heard_whatever_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.acceptance.asking.safety_phrases", lambda _own: (VEILED,))
    tables = KeptTables(tmp_path)
    old, same, other = Net("suicide"), Net("suicide"), Net("")
    nets = {"aa" * 6: "one net", "bb" * 6: "one net", "cc" * 6: "another"}
    test = AcceptanceTest(LiveWithdrawals(), tables, hears_with=lambda asked: nets[asked.build_id])
    first, second = edition("aa" * 6, old), edition("bb" * 6, same)
    assert compare(first, second, test).is_safe
    assert VEILED.text in old.read_texts
    assert not same.read_texts
    assert not compare(second, edition("cc" * 6, other), test).is_safe
    assert VEILED.text in other.read_texts


def test_half_is_done_in_a_copy_and_comes_to_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    texts = [f"text {number}" for number in range(LEAST)]
    done = do_half_elsewhere(texts, lambda text: [text.upper(), os.getpid()])
    assert {text: words for text, (words, _) in done.items()} == {text: text.upper() for text in texts}
    assert sorted(pid == os.getpid() for _, pid in done.values()) == [False] * (LEAST // 2) + [True] * (LEAST // 2)


@pytest.mark.parametrize("signal_of_end", [signal.SIGKILL, signal.SIGSTOP])
def test_what_a_copy_that_dies_or_hangs_leaves_is_done_here(
    monkeypatch: pytest.MonkeyPatch, signal_of_end: signal.Signals
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(two_processes, "PATIENCE_S", 0.1)
    here = os.getpid()

    def do(text: str) -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), signal_of_end)
        return text.upper()

    texts = [f"text {number}" for number in range(LEAST)]
    assert do_half_elsewhere(texts, do) == {text: text.upper() for text in texts}


def test_what_fails_here_is_raised_and_leaves_no_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    here = os.getpid()

    def do(text: str) -> str:
        if os.getpid() == here:
            raise KeyError(text)
        return text

    with pytest.raises(KeyError):
        do_half_elsewhere([f"text {number}" for number in range(LEAST)], do)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_text_is_encoded_once_for_all_builds_of_an_encoder(tmp_path: Path) -> None:
    made: list[HashingEmbedder] = []

    def make() -> HashingEmbedder:
        made.append(HashingEmbedder())
        return made[-1]

    info = HashingEmbedder().info
    first = KeptVectors(VectorCache(tmp_path, "ab" * 32), info, make)
    vectors = first.encode_queries(["kratom liver", "kratom tea", "kratom liver"])
    first.save()
    again = KeptVectors(VectorCache(tmp_path, "ab" * 32), info, make)
    assert np.array_equal(again.encode_queries(["kratom liver", "kratom tea", "kratom liver"]), vectors)
    assert len(made) == 1
    other = KeptVectors(VectorCache(tmp_path, "cd" * 32), info, make)
    other.encode_queries(["kratom tea"])
    assert len(made) == 2
