"""The page of benchmarks: one section replaced, the others kept, in the page's order."""

from pathlib import Path

from bench.benchmark_page import Part, replace_part, write_part


def test_a_section_is_replaced_and_the_others_stay(tmp_path: Path) -> None:
    page = tmp_path / "benchmarks.md"
    write_part(Part.IMAGE, "## Slim image\n\nold size", page)
    write_part(Part.SCALE, "## Scale\n\nten million", page)
    write_part(Part.IMAGE, "## Slim image\n\nnew size", page)

    text = page.read_text("utf-8")

    assert "old size" not in text
    assert text.index("# Benchmarks") < text.index("ten million") < text.index("new size")


def test_writing_the_same_section_again_changes_nothing() -> None:
    once = replace_part("", Part.SIDE_BY_SIDE, "## Side by side\n\ntext with | a | table")

    assert replace_part(once, Part.SIDE_BY_SIDE, "## Side by side\n\ntext with | a | table") == once
