"""Write requirements.lock: every package of constraints.txt with the SHA-256 of the file that pip would install here.

    python ops/lock.py            ask the package index, and write the file
    python ops/lock.py --check    exit 1 where the file does not name the same packages and versions

One file a package has a hash: that for the system and Python this runs on. Run elsewhere, hashes are added to those
that are there. `torch` has none: its build for processors and its build for graphics cards have one version number,
and which of them is found depends on the index asked, so no hash could hold for both.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CONSTRAINTS = ROOT / "constraints.txt"
LOCK = ROOT / "requirements.lock"
WITHOUT_HASH = frozenset({"torch"})
HEAD = """\
# Made by `make lock` from constraints.txt; do not edit. `make install-locked` takes only what has these hashes.
# torch is not in it: its builds differ by package index under one version number. Install it after these, with
# constraints.txt. A file that the index offers for another system has another hash: run `make lock` there.
"""


def pinned() -> dict[str, str]:
    """Return the packages that can have a hash, with their versions."""
    lines = [line for line in CONSTRAINTS.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return {name: version for name, version in (line.split("==") for line in lines) if name not in WITHOUT_HASH}


def locked(text: str) -> dict[tuple[str, str], set[str]]:
    """Return the hashes in a lock file by package and version."""
    found = re.findall(r"^([\w.-]+)==(\S+)((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$", text, re.MULTILINE)
    return {(name, version): set(re.findall(r"[0-9a-f]{64}", hashes)) for name, version, hashes in found}


def written(entries: dict[tuple[str, str], set[str]]) -> str:
    """Return a lock file."""
    lines = []
    for (name, version), hashes in sorted(entries.items(), key=lambda item: item[0][0].lower()):
        lines.append(" \\\n".join([f"{name}=={version}", *(f"    --hash=sha256:{one}" for one in sorted(hashes))]))
    return HEAD + "\n".join(lines) + "\n"


def hashes_here() -> dict[str, str]:
    """Return the SHA-256 of the file that pip would take of each package, by its normalised name."""
    with tempfile.TemporaryDirectory() as scratch:
        wanted, report = Path(scratch) / "wanted.txt", Path(scratch) / "report.json"
        wanted.write_text("".join(f"{name}=={version}\n" for name, version in pinned().items()))
        options = ["--dry-run", "--ignore-installed", "--no-deps", "--quiet", "--report", str(report)]
        subprocess.run([sys.executable, "-m", "pip", "install", *options, "-r", str(wanted)], check=True)
        items = json.loads(report.read_text("utf-8"))["install"]
    return {
        normalised(item["metadata"]["name"]): item["download_info"]["archive_info"]["hashes"]["sha256"]
        for item in items
    }


def normalised(name: str) -> str:
    """Return a package's name as the index knows it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def faults() -> list[str]:
    """Return in what the lock file differs from the constraints, in words."""
    there = set(locked(LOCK.read_text("utf-8")))
    wanted = set(pinned().items())
    missing = [f"{name}=={version} is not in requirements.lock; run: make lock" for name, version in wanted - there]
    extra = [
        f"{name}=={version} in requirements.lock is not pinned; run: make lock" for name, version in there - wanted
    ]
    return sorted(missing + extra)


def main() -> None:
    """Write the file, or check it."""
    if "--check" not in sys.argv[1:]:
        before = locked(LOCK.read_text("utf-8")) if LOCK.exists() else {}
        here = hashes_here()
        entries = {(n, v): before.get((n, v), set()) | {here[normalised(n)]} for n, v in pinned().items()}
        LOCK.write_text(written(entries), "utf-8")
    wrong = faults()
    for fault in wrong:
        sys.stderr.write(f"{fault}\n")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
