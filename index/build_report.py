"""What a rebuild did: apart from the builder, so that who is told of a build need not load what builds."""

from dataclasses import dataclass
from pathlib import Path

from index.models import IndexManifest


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a rebuild did. `encoded` counts the texts that were new to the cache; `reused`: the build existed.

    `without_encoder` says why the build has no encoder of its own; None: it has one, or was not written now.
    """

    build: Path
    manifest: IndexManifest
    encoded: int
    reused: bool = False
    without_encoder: str | None = None
