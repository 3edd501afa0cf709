"""docs/benchmarks.md: one section for each kind of run, which that run replaces; the others stay."""

import re
from enum import StrEnum
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"
_HEAD = """\
# Benchmarks

How fast and how small this project is, and what that stands beside. Runs with `--write-docs` write this page; do not
edit it by hand. Plots and all figures as JSON are written to `bench/results/`. Timings depend on the machine, which
each section names; they are never asserted in tests.
"""


class Part(StrEnum):
    """A section of the page, in the page's order."""

    SIDE_BY_SIDE = "side-by-side"
    SCALE = "scale"
    IMAGE = "image"


def replace_part(text: str, part: Part, body: str) -> str:
    """Return the page with one section replaced or added."""
    parts = dict(re.findall(r"<!-- part (\S+) -->\n(.*?)<!-- end of part -->", text, re.DOTALL))
    parts[part.value] = f"\n{body.strip()}\n\n"
    written = [f"<!-- part {one} -->\n{parts[one]}<!-- end of part -->\n" for one in Part if one in parts]
    return "\n".join([_HEAD, *written])


def write_part(part: Part, body: str, page: Path = PAGE) -> None:
    """Put a section into the file."""
    page.write_text(replace_part(page.read_text("utf-8") if page.is_file() else "", part, body), "utf-8")
