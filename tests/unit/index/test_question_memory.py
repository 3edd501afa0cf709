import gc
import threading
from collections.abc import Sequence

import numpy as np
import pytest

from index.embedder import Vectors
from index.question_memory import RememberingEmbedder
from tests.fakes import HashingEmbedder


class CountingEmbedder(HashingEmbedder):
    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        self.asked += len(texts)
        return super().encode_queries(texts)


def everything_reachable(start: object) -> list[object]:
    seen: dict[int, object] = {}
    waiting = [start]
    while waiting:
        one = waiting.pop()
        if id(one) not in seen and not isinstance(one, type):
            seen[id(one)] = one
            waiting.extend(gc.get_referents(one))
    return list(seen.values())


def test_a_question_asked_again_is_not_encoded_again() -> None:
    embedder = CountingEmbedder()
    remembering = RememberingEmbedder(embedder)
    first = remembering.encode_queries(["does it help", "does it hurt", "does it help"])
    assert embedder.asked == 2
    assert np.array_equal(remembering.encode_queries(["does it help"])[0], first[0])
    assert np.array_equal(first, HashingEmbedder().encode_queries(["does it help", "does it hurt", "does it help"]))
    assert embedder.asked == 2


def test_what_a_caller_does_to_a_vector_does_not_change_the_next_answer() -> None:
    remembering = RememberingEmbedder(HashingEmbedder())
    before = remembering.encode_queries(["liver"]).copy()
    remembering.encode_queries(["liver"])[:] = 0.0
    assert np.array_equal(remembering.encode_queries(["liver"]), before)


@pytest.mark.parametrize("secret", ["my brother vanished in Toledo", "\ud83d half a pair", ""])
def test_no_text_of_a_question_can_be_reached_from_what_is_kept(secret: str) -> None:
    remembering = RememberingEmbedder(HashingEmbedder())
    remembering.encode_queries([secret])
    kept = everything_reachable(remembering.__dict__["_vectors"])
    assert not [one for one in kept if isinstance(one, str)]
    encoded = secret.encode("utf-8", "surrogatepass")
    assert [len(one) for one in kept if isinstance(one, bytes)] == [32]
    assert not [one for one in kept if isinstance(one, bytes) and encoded and encoded in one]
    everywhere = everything_reachable({name: one for name, one in vars(remembering).items() if name != "_embedder"})
    assert secret not in [one for one in everywhere if isinstance(one, str) and secret]


def test_two_processes_would_know_the_same_question_by_different_names() -> None:
    names = []
    for _ in range(2):
        remembering = RememberingEmbedder(HashingEmbedder())
        remembering.encode_queries(["is it addictive"])
        names.append(next(iter(remembering.__dict__["_vectors"])))
    assert names[0] != names[1]


def test_the_one_not_asked_for_longest_is_forgotten() -> None:
    embedder = CountingEmbedder()
    remembering = RememberingEmbedder(embedder, most=2)
    remembering.encode_queries(["a1", "b1", "a1", "c1"])
    assert embedder.asked == 3
    remembering.encode_queries(["a1", "c1"])
    assert embedder.asked == 3
    remembering.encode_queries(["b1"])
    assert embedder.asked == 4
    assert len(remembering.__dict__["_vectors"]) == 2


def test_passages_are_not_remembered() -> None:
    remembering = RememberingEmbedder(HashingEmbedder())
    remembering.encode_passages(["a passage"])
    assert not remembering.__dict__["_vectors"]


def test_threads_get_the_vectors_of_their_own_questions() -> None:
    remembering = RememberingEmbedder(HashingEmbedder(), most=5)
    texts = [f"question {number}" for number in range(20)]
    expected = HashingEmbedder().encode_queries(texts)
    wrong: list[str] = []

    def ask() -> None:
        for _ in range(5):
            wrong.extend(
                text
                for text, vector in zip(texts, expected, strict=True)
                if not np.array_equal(remembering.encode_queries([text])[0], vector)
            )

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
