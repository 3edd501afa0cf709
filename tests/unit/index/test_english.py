import pytest

from index.english import is_english


@pytest.mark.parametrize("word", ["stain", "Alive", "CONCERT", "parasites", "elderly"])
def test_words_of_the_language_are_known(word: str) -> None:
    assert is_english(word)


@pytest.mark.parametrize("word", ["xanex", "lexapo", "adderal", "", "\n", "stain\nalive"])
def test_misspelt_names_and_what_is_no_word_are_not(word: str) -> None:
    assert not is_english(word)
