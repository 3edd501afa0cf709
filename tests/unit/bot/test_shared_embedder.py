import threading
import time
from collections.abc import Sequence

import numpy as np

from bot.shared_embedder import SharedEmbedder
from index.embedder import Progress, Vectors
from tests.fakes import HashingEmbedder


class Touchy(HashingEmbedder):
    """Fails where two threads use it at once, as tokenizers do."""

    def __init__(self) -> None:
        super().__init__()
        self._in_use = threading.Lock()

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        if not self._in_use.acquire(blocking=False):
            raise RuntimeError("Already borrowed")
        try:
            time.sleep(0.002)
            return super().encode_queries(texts)
        finally:
            self._in_use.release()


def test_vectors_are_those_of_the_embedder_behind_it_row_by_row() -> None:
    texts = [f"text number {number} " * (number % 7 + 1) for number in range(50)]
    done: list[tuple[int, int]] = []

    def progress(count: int, total: int) -> None:
        done.append((count, total))

    told: Progress = progress
    shared = SharedEmbedder(HashingEmbedder())
    assert np.allclose(shared.encode_passages(texts, told), HashingEmbedder().encode_passages(texts))
    assert done[-1] == (50, 50)
    assert shared.info == HashingEmbedder().info


def test_questions_are_encoded_between_the_groups_of_a_long_encoding() -> None:
    shared = SharedEmbedder(Touchy())
    finished = threading.Event()

    def encode_many() -> None:
        shared.encode_passages([f"text {number}" for number in range(800)])
        finished.set()

    thread = threading.Thread(target=encode_many)
    thread.start()
    answered = 0
    for number in range(10):
        shared.encode_queries([f"question {number}"])
        answered += not finished.is_set()
    thread.join()
    assert answered == 10
