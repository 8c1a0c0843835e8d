"""What a text says, whoever typed it: whether anything at all, and which letters."""

import unicodedata
from typing import Final

_UNDECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe"})
AS_TYPED: Final = {"as_typed": True}
"""Marks a field of what its own reader typed: it is given back to them as it is."""


def is_blank(text: str) -> bool:
    """Whether nothing of a text can be read: empty, spaces, control or unseen characters alone."""
    return not any(one.isprintable() and not one.isspace() for one in text)


def plain(text: str) -> str:
    """Leave letters without case and wide or joined forms; the marks on them stand behind them."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFKD", decomposed.casefold()).translate(_UNDECOMPOSED)
