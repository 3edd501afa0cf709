"""Recognise amounts of a substance in text, so that none is shown where amounts are asked for (promise P6)."""

import re

_AMOUNT = re.compile(
    r"\b\d+(?:[.,]\d+)?\s*(?:-|to|and)?\s*(?:\d+(?:[.,]\d+)?)?\s*"
    r"(?:kg|g|grams?|mg|milligrams?|mcg|micrograms?|ug|ml|millilit(?:er|re)s?|capsules?|caps|pills?|tablets?|teaspoons?|tsp"
    r"|tablespoons?|tbsp|ounces?|oz|doses?|cups?|glass(?:es)?)\b",
    re.IGNORECASE,
)
_PER = re.compile(r"\b(?:mg|g|grams?)\s*(?:/|per)\s*(?:kg|day|ml|l)\b", re.IGNORECASE)


def has_amount(text: str) -> bool:
    """Tell whether a text names an amount such as "5 g" or "three capsules a day" in figures."""
    return bool(_AMOUNT.search(text) or _PER.search(text))
