"""Which packages some requirements pull in, and how much each takes on disk: python -m ...installed REQUIREMENT...

Run in the environment in question; prints one JSON object {package: bytes}.
"""

import json
import sys
from collections.abc import Sequence
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def installed_sizes(requirements: Sequence[str]) -> dict[str, int]:
    """Return the bytes on disk of each package that the requirements need, themselves included.

    Raises:
        PackageNotFoundError: a required package is not installed.
    """
    sizes: dict[str, int] = {}
    asked: set[tuple[str, str]] = set()
    waiting = [Requirement(text) for text in requirements]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        try:
            found = distribution(requirement.name)
        except PackageNotFoundError:
            found = distribution(name)
        for extra in ("", *requirement.extras):
            if (name, extra) in asked:
                continue
            asked.add((name, extra))
            sizes.setdefault(name, size_of(found))
            for text in found.requires or ():
                needed = Requirement(text)
                if needed.marker is None or needed.marker.evaluate({"extra": extra}):
                    waiting.append(needed)
    return sizes


def size_of(package: Distribution) -> int:
    """Return the bytes of a package's files, those compiled by pip included, where they are there."""
    total = 0
    for file in package.files or ():
        try:
            total += Path(str(file.locate())).stat().st_size
        except OSError:
            continue
    return total


if __name__ == "__main__":
    sys.stdout.write(json.dumps(installed_sizes(sys.argv[1:])) + "\n")
