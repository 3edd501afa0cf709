"""Front matter: what it holds, where the body starts, and what is wrong with a broken one."""

import pytest

from corpus.errors import ArticleInvalidError
from corpus.frontmatter import split_front_matter


def test_returns_the_metadata_the_body_and_the_line_it_starts_on() -> None:
    metadata, body, line = split_front_matter("---\nid: a\ntitle: T\n---\n\n## Heading\nText.\n")

    assert metadata == {"id": "a", "title": "T"}
    assert body == "\n## Heading\nText.\n"
    assert line == 5


@pytest.mark.parametrize("fence", ["---", "---  ", "---\t"])
def test_fences_may_be_followed_by_white_space(fence: str) -> None:
    assert split_front_matter(f"{fence}\nid: a\n{fence}\nText.")[0] == {"id": "a"}


def test_keys_that_are_not_text_become_text() -> None:
    assert split_front_matter("---\n2026: a\n---\n")[0] == {"2026": "a"}


def test_three_dashes_in_the_body_stay_in_the_body() -> None:
    assert split_front_matter("---\nid: a\n---\nText.\n---\nMore.")[1] == "Text.\n---\nMore."


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "does not start"),
        ("# Heading\n", 1, "does not start"),
        ("\n---\nid: a\n---\n", 1, "does not start"),
        ("---\nid: a\n", 1, "not closed"),
        ("---", 1, "not closed"),
        ("---\nid: a\nsummary: one: two\n---\n", 3, "not YAML"),
        ("---\nid: [a\n---\n", 2, "not YAML"),
        ("---\nid: a\nreviewed_on: 2026-13-45\n---\n", 2, "not YAML"),
        ("---\n- a\n- b\n---\n", 2, "not a list of"),
        ("---\njust words\n---\n", 2, "not a list of"),
        ("---\n---\n", 2, "not a list of"),
        (f"---\nid: {'[' * 100_000}\n---\n", 2, "not YAML"),
        (f"---\n{'- ' * 100_000}\n---\n", 2, "not YAML"),
        ("---\nid: !!python/object/apply:os.getcwd []\n---\n", 2, "not YAML"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_says_what_is_wrong_and_where(text: str, line: int, words: str) -> None:
    with pytest.raises(ArticleInvalidError, match=words) as caught:
        split_front_matter(text)

    assert (caught.value.code.name, caught.value.line) == ("FRONT_MATTER", line)
