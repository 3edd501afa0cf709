"""Every target by its name, made where it is needed: some need a build, or a bot that runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.hostile.target import Target
from bench.hostile.targets import documents, files, identifiers, memory, texts
from corpus.loader import CORPUS_DIR

STANDING: tuple[Target, ...] = (
    *identifiers.TARGETS, *documents.TARGETS, *files.TARGETS, *memory.TARGETS, *texts.TARGETS,
)  # fmt: skip
"""Each checks with what this repository holds; the files of a build and whole interactions need a build."""
WITH_BUILD = {"files of a build": 1, "whole interactions": 8}
"""What needs a build, and of a thousand cases how many are for it."""
SHARES = {target.name: target.share for target in STANDING} | WITH_BUILD


@contextmanager
def target_named(name: str, index_dir: Path, corpus_dir: Path = CORPUS_DIR) -> Iterator[Target]:
    """Make a target ready; the build in `index_dir` is one of the corpus in `corpus_dir`.

    Raises:
        KeyError: there is none of that name.
        IndexMissingError: it needs a build, and there is none in `index_dir`.
    """
    if name == "files of a build":
        from index.artifact import current_build

        yield files.BuildFiles(current_build(index_dir)).target
    elif name == "whole interactions":
        from bench.hostile.offline_bot import OfflineBot
        from bench.hostile.targets.interactions import Interactions

        with OfflineBot(index_dir, corpus_dir).running() as offline:
            yield Interactions(offline).target
    else:
        yield {target.name: target for target in STANDING}[name]
