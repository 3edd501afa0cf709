"""Files that the program wrote itself and finds changed: of builds, and of the state."""

import functools
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

from bench.hostile.draw import Draw
from bench.hostile.target import Promise, Target, require
from bench.hostile.words import SNIPPETS
from bot.state.errors import PendingGoneError, StateDamagedError
from bot.state.pending import PendingArticles
from bot.state.withdrawn_file import NAME as WITHDRAWN
from bot.state.withdrawn_file import load_withdrawn
from corpus.added import LIST as ADDED
from corpus.added import load_added
from corpus.errors import CorpusError
from index.artifact import MANIFEST, MANIFEST_SUM, open_build, read_manifest
from index.errors import VectorIndexError
from index.live_builds import CURRENT, HISTORY, ROLLED_BACK, once_live, rollback_of

_BUILD = "0123456789ab"
_JSON = (
    "{", "}", "[", "]", ":", ",", '"', "null", "true", "1e999", "NaN", "-0", "3", '"format_version"', '"build_id"',
    '"model"', '"files"', '"counts"', f'"{_BUILD}"', '"sha256"', '"size"', '"../../etc/passwd"', '"created_at"',
    "\\u0000",
    '"\\ud800"', '"articles"', '"passages"', '"at"', '"left"', '"by"', '"until"', '"2026-11-23T00:00:00Z"', "\n", " ",
)  # fmt: skip
_SEEDS = (bytes(range(60)), bytes(range(0, 240, 4)))


@functools.cache
def _folder() -> Path:
    root = Path(tempfile.mkdtemp(prefix="hostile-files-"))
    (root / _BUILD).mkdir()
    (root / "pending").mkdir()
    return root


def _drawn_json(draw: Draw) -> bytes:
    kind = draw.byte() % 4
    if kind == 0:
        return draw.rest()
    if kind == 1:
        return draw.text((*_JSON, *SNIPPETS), 24).encode("utf-8", "surrogatepass")
    return json.dumps(_drawn_value(draw, 3)).encode()


def _drawn_value(draw: Draw, depth: int) -> object:
    kind = draw.byte() % 7
    if kind == 0 and depth:
        return {draw.choose(_KEYS): _drawn_value(draw, depth - 1) for _ in range(draw.number(1, 9))}
    if kind == 1 and depth:
        return draw.several(lambda: _drawn_value(draw, depth - 1), 4)
    return draw.choose(
        (None, True, 0, -1, 3, 2**63, 1.5, _BUILD, "a" * 64, "../x", "", "2026-11-23T00:00:00Z", "\ud800")
    )


_KEYS = (
    "format_version", "build_id", "created_at", "corpus_digest", "questions_digest", "model", "name", "revision",
    "fingerprint", "dimension", "counts", "libraries", "files", "sha256", "size", "metric", "training", "x", "articles",
    "passages", "article_id", "topic", "by", "guild_id", "until", "file", "left", "at",
)  # fmt: skip


def check_manifest(data: bytes) -> None:
    """A manifest whose sum is right, as one who can write there makes it, is read or refused by name."""
    folder = _folder() / _BUILD
    manifest = _drawn_json(Draw(data))
    (folder / MANIFEST).write_bytes(manifest)
    (folder / MANIFEST_SUM).write_text(hashlib.sha256(manifest).hexdigest() + "\n", "ascii")
    try:
        found = read_manifest(folder)
    except VectorIndexError:
        return
    require(found.build_id == folder.name, Promise.WRONG, repr(manifest))


def check_small_files(data: bytes) -> None:
    """The small files beside builds and in the state are read, refused by name, or count as not there."""
    draw, root = Draw(data), _folder()
    kind, content = draw.byte() % 5, _drawn_json(draw)
    if kind == 0:
        (root / HISTORY).write_bytes(content)
        once_live(root)
    elif kind == 1:
        (root / ROLLED_BACK).write_bytes(content)
        (root / CURRENT).write_bytes(content[:20] if draw.flag() else _BUILD.encode())
        rollback_of(root)
    elif kind == 2:
        (root / WITHDRAWN).write_bytes(content)
        _named(lambda: load_withdrawn(root), StateDamagedError)
    elif kind == 3:
        (root / ADDED).write_bytes(content)
        _named(lambda: load_added(root), CorpusError)
    else:
        (root / "pending" / f"{'0' * 32}.json").write_bytes(content)
        _named(lambda: _pending(root, draw), PendingGoneError)


def _named(read: object, *refusals: type[Exception]) -> None:
    assert callable(read)
    try:
        read()
    except refusals:
        return


def _pending(root: Path, draw: Draw) -> None:
    from datetime import UTC, datetime

    PendingArticles(root).get(draw.choose(("0" * 32, "../x", "")), datetime(2026, 11, 23, tzinfo=UTC))


class BuildFiles:
    """Attacks the files of a real build: each change has to be found, also where the manifest was made to fit it."""

    def __init__(self, build: Path) -> None:
        """`build` is the folder of a whole build; it is copied, and the copy changed."""
        self._root = Path(tempfile.mkdtemp(prefix="hostile-build-"))
        self._build = self._root / build.name
        shutil.copytree(build, self._build)
        self._names = sorted(
            path.relative_to(self._build).as_posix()
            for path in self._build.rglob("*")
            if path.is_file()
            and path.stat().st_size < 4_000_000
            and not path.name.startswith(MANIFEST.partition(".")[0])
        )

    def check(self, data: bytes) -> None:
        """A changed file is refused by name; where its new sum was put into the manifest, it is opened or refused."""
        draw = Draw(data)
        path = self._build / draw.choose(self._names)
        before = path.read_bytes()
        manifest, manifest_sum = self._build / MANIFEST, self._build / MANIFEST_SUM
        kept = manifest.read_bytes(), manifest_sum.read_bytes()
        changed = _changed(before, draw)
        forged = draw.byte() < 64
        try:
            path.write_bytes(changed)
            if forged:
                described = json.loads(kept[0])
                described["files"][path.relative_to(self._build).as_posix()] = {
                    "sha256": hashlib.sha256(changed).hexdigest(), "size": len(changed)
                }  # fmt: skip
                written = json.dumps(described).encode()
                manifest.write_bytes(written)
                manifest_sum.write_text(hashlib.sha256(written).hexdigest() + "\n", "ascii")
            self._open(forged=forged or changed == before, name=path.name)
        finally:
            path.write_bytes(before)
            manifest.write_bytes(kept[0])
            manifest_sum.write_bytes(kept[1])

    def _open(self, *, forged: bool, name: str) -> None:
        try:
            open_build(self._build)
        except VectorIndexError:
            return
        require(forged, Promise.WRONG, f"a change of {name} was not found")

    @property
    def target(self) -> Target:
        """Return the target."""
        return Target("files of a build", self.check, 1, 64, _SEEDS)


def _changed(before: bytes, draw: Draw) -> bytes:
    kind, at = draw.byte() % 4, draw.number(0, max(0, len(before) - 1))
    if kind == 0:
        return before[:at] + bytes([(before[at] if before else 0) ^ 1 << draw.byte() % 8]) + before[at + 1 :]
    if kind == 1:
        return before[:at]
    if kind == 2:
        return before[:at] + draw.rest() + before[at:]
    return draw.rest()


TARGETS = (
    Target("manifests of builds", check_manifest, 40, 200, _SEEDS),
    Target("small files beside builds and in the state", check_small_files, 40, 200, _SEEDS),
)
