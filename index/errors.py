"""What can be wrong with an index. Every message ends with the command that mends it.

VectorIndexError
├── IndexMissingError       nothing was published yet
├── IndexStaleError         it was built from another corpus, or by an older program
├── IndexCorruptError       a file of the build is missing, cut or changed
├── IndexBusyError          another rebuild is running
├── BuildFailedError        a build in a process of its own did not come to its end
├── ModelUnavailableError   the embedding model is not there, or is not the one the build was made with
├── EncoderNotExportedError the model cannot be exported; the build has no encoder, and the model answers
└── EncoderUnusableError    the encoder of a build cannot be used; the model answers
"""

from pathlib import Path

REBUILD = "run: python -m index.rebuild"


class VectorIndexError(Exception):
    """Root of all errors of this package."""


class IndexMissingError(VectorIndexError):
    """No build is published in the folder."""

    def __init__(self, root: Path) -> None:
        super().__init__(f"there is no index in {root}; {REBUILD}")


class IndexStaleError(VectorIndexError):
    """The build does not belong to this corpus or to this program."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the index is out of date ({reason}); {REBUILD}")


class IndexCorruptError(VectorIndexError):
    """A file of the build is missing, cut or changed."""

    def __init__(self, build: Path, reason: str) -> None:
        super().__init__(f"the index build {build.name} is damaged: {reason}; {REBUILD} --force")
        self.build = build
        self.reason = reason


class IndexBusyError(VectorIndexError):
    """Another rebuild holds the lock."""

    def __init__(self, lock: Path) -> None:
        super().__init__(f"another rebuild is running (it holds {lock}); wait for it, then {REBUILD}")


class BuildFailedError(VectorIndexError):
    """A build in a process of its own did not come to its end; the live one is as before."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the index could not be built: {reason}")


class ModelUnavailableError(VectorIndexError):
    """The embedding model cannot be loaded, or has other weights than expected."""

    def __init__(self, model: str, reason: str) -> None:
        super().__init__(
            f"the embedding model {model} cannot be used: {reason}; run: make install, or set KRATOM_MODEL to a "
            f"sentence-transformers model and {REBUILD}"
        )


class EncoderNotExportedError(VectorIndexError):
    """The model cannot be written as an encoder that runs without it."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the model is not exported, so it encodes questions itself: {reason}")


class EncoderUnusableError(VectorIndexError):
    """The exported encoder of a build cannot be used on this machine."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"the exported encoder cannot be used, so the model encodes questions: {reason}; {REBUILD} --force"
        )
