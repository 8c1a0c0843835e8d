"""Whether text says anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.texts import is_blank


@pytest.mark.parametrize("text", ["", " \n\t", "\x00\x07", "\u200b\u202e", "\u00a0"])
def test_what_cannot_be_read_says_nothing(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["a", " -1 ", "😀", "שלום", "Dębska\x00"])
def test_any_letter_sign_or_picture_says_something(text: str) -> None:
    assert not is_blank(text)


@given(st.text(), st.text())
def test_adding_to_what_says_something_keeps_it_so(one: str, other: str) -> None:
    assert is_blank(one + other) == (is_blank(one) and is_blank(other))
