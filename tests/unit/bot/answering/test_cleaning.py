import pytest

from bot.answering.cleaning import clean, has_words


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("is kratom safe", "is kratom safe"),
        ("  is \t kratom\n safe ", "is kratom safe"),
        ("is kra\u200btom sa\u00adfe", "is kratom safe"),
        ("\u202eis kratom safe\u202c", "is kratom safe"),
        ("is\u0000kratom", "is kratom"),
        ("Is \u043a\u0440\u0430t\u043em s\u0430fe", "Is kpatom safe"),
        ("\uff4b\uff52\uff41\uff54\uff4f\uff4d", "kratom"),
        ("@everyone is kratom legal @here", "is kratom legal"),
        ("<@123> <@&456> <#789> <:smile:12> what is kratom", "what is kratom"),
        ("![img](https://evil.example/x.png?q=1) what is kratom", "img what is kratom"),
        ("see [this](https://evil.example) please", "see this please"),
        ("https://evil.example/kratom what is it", "what is it"),
        ("``` kratom ```", "kratom"),
        ("[x](https://a.example i want to die) now", "[x]( i want to die) now"),
    ],
)
def test_a_message_is_read_as_people_see_it(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    "text", ["", "   ", "\u2066\u2069\u200f\u200e", "\U0001f600\U0001f600", "?!...", "<@1>", "\u0000"]
)
def test_a_message_without_words_has_none(text: str) -> None:
    assert not has_words(clean(text))


def test_letters_of_another_language_stay_as_they_are() -> None:
    assert clean("\u0447\u0442\u043e \u0442\u0430\u043a\u043e\u0435 \u043a\u0440\u0430\u0442\u043e\u043c") == (
        "\u0447\u0442\u043e \u0442\u0430\u043a\u043e\u0435 \u043a\u0440\u0430\u0442\u043e\u043c"
    )
