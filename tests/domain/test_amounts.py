"""Money as it is typed and as it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.amounts import read_pounds
from coordinator.wording.money import pounds


@given(st.integers(min_value=-(10**10), max_value=10**10))
def test_what_is_written_is_read_back_to_the_penny(pence: int) -> None:
    assert read_pounds(pounds(pence)) == pence


@pytest.mark.parametrize(
    ("typed", "pence"),
    [
        ("12", 1200),
        ("£12.5", 1250),
        (" 1,234.05 ", 123_405),
        ("-3", -300),
        ("£-3", -300),
        ("0.07", 7),
    ],
)
def test_an_amount_is_typed_in_pounds(typed: str, pence: int) -> None:
    assert read_pounds(typed) == pence


def test_nothing_is_no_amount_and_not_nought() -> None:
    assert read_pounds("  ") is None


@pytest.mark.parametrize(
    "typed", ["twelve", "1.234", "12,34", "1,2345", "£", "1.2.3", "12p", "--3", "-"]
)
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - there is nothing more to say
        read_pounds(typed)


def test_pounds_are_written_without_pence_where_there_are_none() -> None:
    assert pounds(123_450) == "£1,234.50"
    assert pounds(123_400) == "£1,234"
    assert pounds(5) == "£0.05"
    assert pounds(-1250) == "\u2212£12.50"
