"""Measure one kind at one size. Making and searching each run in a process of their own, to see their memory apart:
python -m bench.scaling.measuring make|search KIND FOLDER, which prints one JSON object.
"""

import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import faiss
import numpy as np
import numpy.typing as npt

from bench.scaling.kinds import open_index, write_index
from bench.scaling.synthetic import draw, make_landscape, write_vectors
from bench.side_by_side.figures import percentile
from bench.side_by_side.machine import memory_mib
from bench.side_by_side.process import ROOT, environment

NEAREST = 10
VECTORS, QUERIES, TRUTH, INDEX = "vectors.npy", "queries.npy", "nearest.npy", "index.faiss"
WARM_UP = "warm-up.npy"


@dataclass(frozen=True, slots=True)
class Growth:
    """What one kind costs at one size.

    Attributes:
        build_s: making and writing it, in seconds.
        build_mib: the most memory that making it took, the 32-bit vectors that it is made from included.
        bytes_a_vector: of the file.
        p50_ms: time a search, in milliseconds, on one core.
        p99_ms: the same, 99 of 100 within it.
        search_mib: memory that opening the file and all searches took, pages of the file that were read included.
        recall: the share of the ten nearest that a search finds, 0 to 1.
    """

    count: int
    kind: str
    build_s: float
    build_mib: float
    bytes_a_vector: float
    p50_ms: float
    p99_ms: float
    search_mib: float
    recall: float


def prepare(count: int, queries: int, folder: Path) -> None:
    """Write vectors, queries and the rows of the nearest vectors, found by comparing all."""
    landscape = make_landscape(count)
    write_vectors(landscape, count, folder / VECTORS)
    asked = np.concatenate(list(draw(landscape, queries, seed=2)))
    np.save(folder / QUERIES, asked)
    np.save(folder / WARM_UP, np.concatenate(list(draw(landscape, queries, seed=3))))
    vectors = np.load(folder / VECTORS, mmap_mode="r")
    _, nearest = faiss.knn(asked, vectors, NEAREST, metric=faiss.METRIC_INNER_PRODUCT)
    np.save(folder / TRUTH, nearest)


def measure(count: int, kind: str, folder: Path, cores: int) -> Growth:
    """Make one kind on so many cores over what `prepare` wrote, and search it on one."""
    made = _in_own_process("make", kind, folder, cores)
    searched = _in_own_process("search", kind, folder, 1)
    size = (folder / INDEX).stat().st_size
    (folder / INDEX).unlink()
    return Growth(count, kind, made["build_s"], made["build_mib"], size / count, **searched)


def _in_own_process(step: str, kind: str, folder: Path, cores: int) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.scaling.measuring", step, kind, str(folder)]
    done = subprocess.run(command, stdout=subprocess.PIPE, cwd=ROOT, env=environment(cores), check=True)
    row: dict[str, float] = json.loads(done.stdout)
    return row


def _make(kind: str, folder: Path) -> dict[str, float]:
    vectors = np.load(folder / VECTORS, mmap_mode="r")
    started = time.perf_counter()
    write_index(kind, vectors, folder / INDEX)
    peak_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"build_s": time.perf_counter() - started, "build_mib": peak_kib / 1024}


def _search(kind: str, folder: Path) -> dict[str, float]:
    queries = np.load(folder / QUERIES)
    nearest = np.load(folder / TRUTH)
    before, _ = memory_mib(os.getpid())
    index = open_index(kind, folder / INDEX)
    for query in np.load(folder / WARM_UP):  # brings the pages of the file that searches mostly read into memory
        index.search(query, NEAREST)
    found, times = [], []
    for query in queries:
        started = time.perf_counter()
        found.append(index.search(query, NEAREST)[0])
        times.append((time.perf_counter() - started) * 1000)
    after, _ = memory_mib(os.getpid())
    return {
        "p50_ms": percentile(times, 0.5),
        "p99_ms": percentile(times, 0.99),
        "search_mib": after - before,
        "recall": recall(found, nearest),
    }


def recall(found: list[npt.NDArray[np.int64]], nearest: npt.NDArray[np.int64]) -> float:
    """Return the share (0 to 1) of the nearest rows that were found, over all queries."""
    both = sum(len(np.intersect1d(one, other)) for one, other in zip(found, nearest, strict=True))
    return both / nearest.size


_STEPS = {"make": _make, "search": _search}

if __name__ == "__main__":
    step, kind, folder = sys.argv[1:]
    sys.stdout.write(json.dumps(_STEPS[step](kind, Path(folder))) + "\n")
