"""The form of a backup: a ZIP file with a manifest that names every other file, its size and its SHA-256."""

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.operation.errors import BackupDamagedError, BackupRefusedError

FORMAT = 1
MANIFEST = "manifest.json"
DATABASE = "kratom.sqlite3"
SECRET = "asker.key"
WITHDRAWN = "withdrawn.json"
OVERLAY = "overlay"
MAX_BYTES = 1 << 30
_EXPECTED_NAME = re.compile(
    rf"{re.escape(DATABASE)}|{re.escape(SECRET)}|{re.escape(WITHDRAWN)}|{OVERLAY}/[a-z0-9-]{{1,100}}\.[0-9a-f]{{16}}\.md"
)
_MAX_MANIFEST_BYTES = 10_000_000


class FileEntry(BaseModel):
    """Size in bytes and SHA-256 of one file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    size: Annotated[int, Field(ge=0, le=MAX_BYTES)]
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class Manifest(BaseModel):
    """What a backup says about itself."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: int
    made_at: str
    """ISO 8601, in UTC."""
    program: str
    database: Literal["sqlite", "server"]
    """Where the tables were; those of a server are not in the backup."""
    revision: str | None
    """The revision of the tables, where they are in the backup."""
    files: dict[str, FileEntry]
    left_out: tuple[str, ...] = ()
    """Added articles whose files were gone or changed when the backup was made."""


@dataclass(frozen=True)
class Archive:
    """A manifest and the files it names, by name."""

    manifest: Manifest
    files: Mapping[str, bytes]


def belongs(name: str) -> bool:
    """Return whether a backup may hold a file of this name, as it is written in the manifest."""
    return _EXPECTED_NAME.fullmatch(name) is not None


def describe(data: bytes) -> FileEntry:
    """Return the manifest's entry of a file."""
    return FileEntry(size=len(data), sha256=hashlib.sha256(data).hexdigest())


def pack(archive: Archive) -> bytes:
    """Return a backup as one file, not encrypted.

    Raises:
        BackupRefusedError: it would be larger than one that can be restored.
    """
    if sum(map(len, archive.files.values())) > MAX_BYTES:
        raise BackupRefusedError(f"there is more than {MAX_BYTES >> 30} GB to back up; copy the state folder instead")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(MANIFEST, archive.manifest.model_dump_json(indent=1) + "\n")
        for name, data in sorted(archive.files.items()):
            file.writestr(name, data)
    return buffer.getvalue()


def unpack(data: bytes) -> Archive:
    """Return what a backup holds, each file compared with the manifest.

    Raises:
        BackupDamagedError: it is no backup, or something in it is missing, cut, changed, or too much.
        BackupRefusedError: a newer version of the program wrote it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            manifest = _read_manifest(file)
            return Archive(manifest, _read_files(file, manifest))
    except (zipfile.BadZipFile, zlib.error, LookupError, EOFError, RuntimeError, OSError, ValueError) as error:
        raise BackupDamagedError("it is no backup, or it is cut") from error


def _read_manifest(file: zipfile.ZipFile) -> Manifest:
    raw = _read(file, MANIFEST, _MAX_MANIFEST_BYTES)
    try:
        manifest = Manifest.model_validate_json(raw)
    except ValidationError as error:
        raise BackupDamagedError("its manifest cannot be read, or a newer version of the program wrote it") from error
    if manifest.format != FORMAT:
        raise BackupRefusedError(
            f"the backup has form {manifest.format}, and this program reads form {FORMAT}; install the version of the "
            f"program that made it ({manifest.program}). Nothing was changed"
        )
    return manifest


def _read_files(file: zipfile.ZipFile, manifest: Manifest) -> dict[str, bytes]:
    names = [name for name in file.namelist() if name != MANIFEST]
    if sorted(names) != sorted(manifest.files):
        raise BackupDamagedError("its files are not those that its manifest names")
    if sum(entry.size for entry in manifest.files.values()) > MAX_BYTES:
        raise BackupDamagedError("it claims to be larger than a backup can be")
    files = {}
    for name, entry in manifest.files.items():
        if not belongs(name):
            raise BackupDamagedError("it names a file that does not belong into a backup")
        content = _read(file, name, entry.size)
        if describe(content) != entry:
            raise BackupDamagedError(f"{name} in it was changed")
        files[name] = content
    return files


def _read(file: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Return one file, no more than it may have, whatever its own header says."""
    with file.open(name) as opened:
        content = opened.read(most + 1)
    if len(content) > most:
        raise BackupDamagedError(f"{name} in it is larger than it says")
    return content
