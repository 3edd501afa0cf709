"""Lines are broken as the standard library breaks them, which reading a few spaces must not change."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.plain_text import break_lines

WORDS = st.text(alphabet="ab-é.", min_size=1, max_size=14) | st.integers(96, 140).map("x".__mul__)


@given(st.lists(WORDS, max_size=60).map(" ".join), st.sampled_from(["", "  "]))
def test_lines_are_those_of_the_standard_library(text: str, indent: str) -> None:
    expected = textwrap.fill(
        text, 100, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    assert break_lines(text, indent) == expected


@given(st.text(alphabet="ab \t\n\u00a0", max_size=300))
def test_no_word_is_lost_and_no_line_too_long_whatever_stands_between_words(text: str) -> None:
    lines = break_lines(text, "  ").splitlines()
    assert " ".join(lines).split() == text.split()
    assert all(len(line) <= 100 or " " not in line.strip() for line in lines)
