import pytest

from bot.answering.amounts import has_amount


@pytest.mark.parametrize(
    "text",
    [
        "5 g of leaf",
        "between 3 and 5 grams",
        "10mg",
        "2-3 capsules",
        "1.5 g/day",
        "two doses of 20 mg",
        "3 glasses a day",
    ],
)
def test_amounts_are_seen(text: str) -> None:
    assert has_amount(text)


@pytest.mark.parametrize(
    "text",
    ["In 2019, 27 people took part.", "29.5% of 129 adults", "7-OH products", "CYP2D6 and CYP3A4", "a 10-panel test"],
)
def test_other_figures_are_no_amounts(text: str) -> None:
    assert not has_amount(text)
