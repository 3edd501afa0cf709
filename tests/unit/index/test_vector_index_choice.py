"""Every way to keep vectors finds what comparing all finds, from the file as from memory."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from bench.scaling.measuring import recall
from bench.scaling.synthetic import draw, make_landscape
from index.errors import IndexCorruptError
from index.faiss_store import FaissStore
from index.vector_index_choice import EXACT_UP_TO, VectorIndexChoice, VectorIndexKind, choose_vector_index

COUNT, NEAREST = 3000, 10
CHOICES = (VectorIndexChoice(VectorIndexKind.EXACT), VectorIndexChoice(VectorIndexKind.LISTS, lists=32))


@pytest.fixture(scope="module")
def vectors() -> npt.NDArray[np.float32]:
    return np.concatenate(list(draw(make_landscape(COUNT), COUNT, seed=1)))


@pytest.fixture(scope="module")
def queries() -> npt.NDArray[np.float32]:
    return np.concatenate(list(draw(make_landscape(COUNT), 100, seed=2)))


@pytest.mark.parametrize("choice", CHOICES, ids=lambda one: one.kind.value)
def test_a_saved_store_finds_the_nearest(
    choice: VectorIndexChoice, vectors: npt.NDArray[np.float32], queries: npt.NDArray[np.float32], tmp_path: Path
) -> None:
    FaissStore(vectors, choice).save(tmp_path / "vectors.faiss")
    store = FaissStore.open(tmp_path / "vectors.faiss")
    nearest = np.argsort(-(queries @ vectors.T), axis=1)[:, :NEAREST]

    found = [store.search(query, NEAREST) for query in queries]

    assert (store.kind, store.count, store.dimension) == (choice.kind, COUNT, vectors.shape[1])
    assert recall([rows for rows, _ in found], nearest) >= (1.0 if choice.kind is VectorIndexKind.EXACT else 0.98)
    for (rows, similarities), query in zip(found, queries, strict=True):
        np.testing.assert_allclose(similarities, vectors[rows] @ query, atol=2e-3)
        assert (np.diff(similarities) <= 0).all()


@pytest.mark.parametrize("choice", CHOICES, ids=lambda one: one.kind.value)
def test_a_saved_store_gives_vectors_back_by_row(
    choice: VectorIndexChoice, vectors: npt.NDArray[np.float32], tmp_path: Path
) -> None:
    FaissStore(vectors, choice).save(tmp_path / "vectors.faiss")
    rows = [COUNT - 1, 0, 17, 17]

    back = FaissStore.open(tmp_path / "vectors.faiss").vectors(rows)

    np.testing.assert_allclose(back, vectors[rows], atol=5e-4)


def test_lists_keep_a_vector_in_half_the_room(vectors: npt.NDArray[np.float32], tmp_path: Path) -> None:
    sizes = []
    for choice in CHOICES:
        FaissStore(vectors, choice).save(tmp_path / choice.kind.value)
        sizes.append((tmp_path / choice.kind.value).stat().st_size)

    assert sizes[1] < 0.6 * sizes[0]


def test_a_small_collection_is_compared_exactly_and_a_large_one_by_lists() -> None:
    assert choose_vector_index(1).kind is VectorIndexKind.EXACT
    assert choose_vector_index(EXACT_UP_TO).kind is VectorIndexKind.EXACT
    assert choose_vector_index(EXACT_UP_TO + 1).kind is VectorIndexKind.LISTS
    assert choose_vector_index(1_000_000).lists == 1024


def test_the_store_follows_the_number_of_vectors(
    monkeypatch: pytest.MonkeyPatch, vectors: npt.NDArray[np.float32]
) -> None:
    assert FaissStore(vectors).kind is VectorIndexKind.EXACT
    monkeypatch.setattr("index.vector_index_choice.EXACT_UP_TO", COUNT - 1)
    assert FaissStore(vectors).kind is VectorIndexKind.LISTS


def test_a_damaged_file_is_reported_as_such(vectors: npt.NDArray[np.float32], tmp_path: Path) -> None:
    path = tmp_path / "vectors.faiss"
    FaissStore(vectors).save(path)
    path.write_bytes(path.read_bytes()[:1000])

    with pytest.raises(IndexCorruptError):
        FaissStore.open(path)


@pytest.mark.parametrize("choice", CHOICES, ids=lambda one: one.kind.value)
def test_what_is_compared_once_is_what_a_search_finds(
    choice: VectorIndexChoice, vectors: npt.NDArray[np.float32], queries: npt.NDArray[np.float32]
) -> None:
    store = FaissStore(vectors, choice)
    for query in queries[:20]:
        similar = store.compare(query)
        rows, similarities = store.search(query, NEAREST)

        assert sorted(similar.nearest(NEAREST).tolist()) == sorted(rows.tolist())
        np.testing.assert_allclose(similar.of(rows), similarities, atol=2e-3)
        assert similar.of(np.empty(0, dtype=np.int64)).shape == (0,)


def test_fewer_vectors_than_wanted_are_all_near(vectors: npt.NDArray[np.float32]) -> None:
    store = FaissStore(vectors[:5])
    assert sorted(store.compare(vectors[0]).nearest(9).tolist()) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("shape", [(8,), (1, 384), (0,)])
def test_a_query_of_another_shape_is_refused(shape: tuple[int, ...], vectors: npt.NDArray[np.float32]) -> None:
    with pytest.raises(ValueError, match="a query of shape"):
        FaissStore(vectors).compare(np.zeros(shape, dtype=np.float32))
