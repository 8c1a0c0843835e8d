"""Figures end where their column does, and so does the heading above them."""

import pypdfium2  # type: ignore[import-untyped]  # ships no types

from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from tests.exports.example_money import money


def test_amounts_and_their_heading_end_at_the_same_place() -> None:
    document = pypdfium2.PdfDocument(lay_out(PaperKind.MONEY, money()))
    try:
        text = document[0].get_textpage()
        heading, amount = _end_of(text, "Given back"), _end_of(text, "£0.01")
    finally:
        document.close()
    assert abs(heading - amount) < 1


def _end_of(text: pypdfium2.PdfTextPage, words: str) -> float:
    """Give where these words end that stand on a page, in points: the first of them."""
    index, count = text.search(words).get_next()
    return float(text.get_charbox(index + count - 1)[2])
