"""The builds that were live and are kept: what a rollback can go back to."""

from dataclasses import dataclass
from pathlib import Path

from index import artifact
from index.errors import VectorIndexError
from index.live_builds import once_live, rollback_of


@dataclass(frozen=True, slots=True)
class KeptBuild:
    """One build. Times are ISO 8601 in UTC; `live_since` is when it went live last, "" where that was not noted."""

    build_id: str
    created_at: str
    live_since: str
    is_live: bool
    passages: int
    articles: int


def kept_builds(root: Path) -> list[KeptBuild]:
    """Return the builds that were live once and can still be opened, the one that was live last first.

    Those that were only previewed are left out: nobody has taken them into use.
    """
    try:
        live = artifact.current_build(root).name
    except VectorIndexError:
        live = ""
    known, found = once_live(root), []
    for folder in artifact.builds(root):
        if known is not None and folder.name not in known:
            continue
        try:
            manifest = artifact.read_manifest(folder)
        except VectorIndexError:
            continue
        counts = manifest.counts
        found.append(
            KeptBuild(
                build_id=manifest.build_id,
                created_at=manifest.created_at,
                live_since=(known or {}).get(folder.name, ""),
                is_live=folder.name == live,
                passages=counts.get("passages", 0),
                articles=counts.get("articles", 0),
            )
        )
    return sorted(found, key=lambda one: one.live_since or one.created_at, reverse=True)


def build_before(root: Path) -> KeptBuild | None:
    """Return the build to roll back to where none is named: the one that was live before; None where there is none.

    Once rolled back, that is the one made before the live one, and not the one that was left.
    """
    builds = kept_builds(root)
    others = [one for one in builds if not one.is_live]
    live = next((one for one in builds if one.is_live), None)
    if live is None or rollback_of(root) is None:
        return next(iter(others), None)
    older = [one for one in others if one.created_at < live.created_at]
    return max(older, key=lambda one: one.created_at, default=None)
