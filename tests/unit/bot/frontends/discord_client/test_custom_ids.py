"""The ids of buttons and menus: short enough, read back as written, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.frontends.discord_client import custom_ids
from bot.frontends.discord_client.custom_ids import MAX_CHARS, Act, Level, Place, Step

PATTERNS = (
    custom_ids.ANSWER_BUTTON,
    custom_ids.PASSAGE_BUTTON,
    custom_ids.MENU,
    custom_ids.PAGE_BUTTON,
    custom_ids.FOLLOW_UP_FORM,
    custom_ids.REASONS,
    custom_ids.OWN_DATA,
)
receipts = st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=1, max_size=70)
places = st.builds(
    Place,
    st.sampled_from(Level),
    st.one_of(st.just(""), st.text(max_size=300).map(custom_ids.key_of)),
    st.integers(0, 999),
)


@given(st.sampled_from(Act), receipts, st.integers(0, 999))
def test_answer_button_is_read_back(act: Act, receipt: str, page: int) -> None:
    name = custom_ids.answer_button(act, f"K1-{receipt}", page)
    assert name is not None
    assert len(name) <= MAX_CHARS
    match = custom_ids.ANSWER_BUTTON.fullmatch(name)
    assert match is not None
    assert (match["act"], match["receipt"], int(match["page"])) == (act, f"K1{receipt}", page)


@pytest.mark.parametrize("receipt", ["", "K1" + "0" * 90, "K1-\u00e4", "K1 0", "K1:0", "k1-abc"])
def test_what_does_not_fit_gets_no_button(receipt: str) -> None:
    assert custom_ids.answer_button(Act.MORE, receipt) is None
    assert custom_ids.answer_button(Act.MORE, "K1-0", 1000) is None


@given(places)
def test_place_is_read_back_from_menus_and_buttons(place: Place) -> None:
    match = custom_ids.MENU.fullmatch(custom_ids.menu(place))
    assert match is not None
    assert Place.of(match) == place
    assert len(custom_ids.menu(place)) <= MAX_CHARS
    if place.level is not Level.CITING:
        turned = custom_ids.PAGE_BUTTON.fullmatch(custom_ids.page_button(place))
        assert turned is not None
        assert Place.of(turned) == place


@given(receipts)
def test_menu_of_reasons_is_read_back(receipt: str) -> None:
    match = custom_ids.REASONS.fullmatch(custom_ids.reasons_menu(f"K1-{receipt}"))
    assert match is not None
    assert match["receipt"] == f"K1{receipt}"


@pytest.mark.parametrize("step", Step)
def test_step_is_read_back(step: Step) -> None:
    match = custom_ids.OWN_DATA.fullmatch(custom_ids.own_data_button(step))
    assert match is not None
    assert Step(match["step"]) is step


@given(st.text(max_size=1000))
def test_passage_button_takes_ids_of_any_length(passage_id: str) -> None:
    name = custom_ids.passage_button(passage_id)
    assert len(name) <= MAX_CHARS
    assert custom_ids.PASSAGE_BUTTON.fullmatch(name)


@given(st.text(max_size=120))
def test_no_other_text_is_taken_for_an_id(text: str) -> None:
    for pattern in PATTERNS:
        assert pattern.fullmatch(text) is None
        assert pattern.fullmatch(f"{text}:k1:show:000000000000") is None


def test_every_id_is_of_one_kind_only() -> None:
    place = Place(Level.TOPIC)
    made = [
        custom_ids.answer_button(Act.MORE, "K1-0"),
        custom_ids.passage_button("a#b"),
        custom_ids.menu(place),
        custom_ids.page_button(place),
        custom_ids.follow_up_form("K10"),
    ]
    for name in made:
        assert name is not None
        assert sum(pattern.fullmatch(name) is not None for pattern in PATTERNS) == 1
