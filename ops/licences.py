"""Write docs/licences.md: every pinned package, its version and its licence, as its own metadata states it.

python ops/licences.py            write the page
python ops/licences.py --check    exit 1 where the page is out of date, or a licence is not among the allowed
"""

import re
import sys
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CONSTRAINTS = ROOT / "constraints.txt"
PAGE = ROOT / "docs" / "licences.md"
ALLOWED = frozenset(
    {
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "BSL-1.0",
        "CNRI-Python",
        "CC0-1.0",
        "HPND",
        "ISC",
        "LGPL-3.0-only",
        "LGPL-3.0-or-later",
        "MIT",
        "MIT-0",
        "MIT-CMU",
        "MPL-2.0",
        "PSF-2.0",
        "Python-2.0",
        "Unlicense",
        "Zlib",
    }
)
"""SPDX ids of licences under which a package may be used beside MIT code without changing what that code is under.

LGPL: used as it is, unchanged and replaceable, as Python packages are. GPL and AGPL are not allowed.
"""
_CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0-only",
    "GNU Lesser General Public License v3 or later (LGPLv3+)": "LGPL-3.0-or-later",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "MIT No Attribution License (MIT-0)": "MIT-0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "The Unlicense (Unlicense)": "Unlicense",
}
_FREE_TEXTS = {
    "apache": "Apache-2.0",
    "apache 2": "Apache-2.0",
    "apache 2.0": "Apache-2.0",
    "apache 2.0 license": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache license, version 2.0": "Apache-2.0",
    "apache software license 2.0": "Apache-2.0",
    "apache-2": "Apache-2.0",
    "bsd": "BSD-3-Clause",
    "bsd license": "BSD-3-Clause",
    "3-clause bsd": "BSD-3-Clause",
    "3-clause bsd license": "BSD-3-Clause",
    "bsd 3-clause": "BSD-3-Clause",
    "bsd-3-clause license": "BSD-3-Clause",
    "mit license": "MIT",
    "the mit license": "MIT",
    "mpl 2.0": "MPL-2.0",
    "lgplv3+": "LGPL-3.0-or-later",
}


def pinned() -> dict[str, str]:
    """Return the pinned packages with their versions."""
    lines = CONSTRAINTS.read_text("utf-8").splitlines()
    return dict(line.split("==") for line in lines if line and not line.startswith("#"))


def licence_of(name: str) -> str:
    """Return a package's licence as an SPDX expression, from its metadata; what cannot be told is "UNKNOWN"."""
    try:
        described = metadata(name)
    except PackageNotFoundError:
        return "UNKNOWN"
    return _expression(described)


def is_allowed(licence: str) -> bool:
    """Tell whether a package may be used: every licence joined by AND, and one of those joined by OR."""
    parts = [part.strip(" ()") for part in re.split(r"\bAND\b", licence)]
    return all(any(_is_one(choice) for choice in re.split(r"\bOR\b", part)) for part in parts)


def page() -> str:
    """Return the page."""
    rows = [f"| {name} | {version} | {licence_of(name)} |" for name, version in pinned().items()]
    head = [
        "# Licences of the packages used",
        "",
        "Made by `make licences` from the metadata of the installed packages; do not edit. A test compares it with",
        "`constraints.txt` and refuses a licence that is not allowed. The licences' texts come with the packages.",
        "",
        "| package | version | licence |",
        "| --- | --- | --- |",
    ]
    return "\n".join([*head, *rows]) + "\n"


def faults() -> list[str]:
    """Return what is wrong with the page, in words."""
    listed = listed_on_page()
    found = [
        f"{name} {version} is not in docs/licences.md; run: make licences"
        for name, version in pinned().items()
        if (name, version) not in {(one, number) for one, number, _ in listed}
    ]
    extra = {name for name, _, _ in listed} - set(pinned())
    found += [f"{name} in docs/licences.md is not pinned; run: make licences" for name in sorted(extra)]
    return found + [f"{name}: {licence} is not allowed" for name, _, licence in listed if not is_allowed(licence)]


def listed_on_page() -> list[tuple[str, str, str]]:
    """Return the rows of the page: package, version, licence."""
    rows = re.findall(r"^\| ([\w.-]+) \| ([\w.+]+) \| (.+) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    return [(name, version, licence) for name, version, licence in rows if name != "package"]


def _expression(described: PackageMetadata) -> str:
    if stated := described.get("License-Expression"):
        return str(stated)
    stated_classes = [one for one in described.get_all("Classifier") or () if one.startswith("License")]
    classifiers = [one.rpartition(" :: ")[2] for one in stated_classes]
    known = [_CLASSIFIERS[one] for one in classifiers if one in _CLASSIFIERS]
    if known:
        return " AND ".join(dict.fromkeys(known))
    text = str(described.get("License") or "").strip().partition("\n")[0].strip()
    if is_allowed(text):
        return text
    return _FREE_TEXTS.get(text.lower(), "UNKNOWN")


def _is_one(licence: str) -> bool:
    plain = licence.strip(" ()").partition(" WITH ")[0].strip()
    return plain in ALLOWED


def main() -> None:
    """Write the page, or check it."""
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(page(), "utf-8")
    wrong = faults()
    for fault in wrong:
        sys.stderr.write(f"{fault}\n")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
