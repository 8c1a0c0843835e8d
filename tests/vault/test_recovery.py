"""Recovery codes: printed once, typed back years later."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.errors import RecoveryCodeError
from coordinator.vault.recovery import new_code, printed, read_code

CODES = st.binary(min_size=20, max_size=20)
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_a_code_is_six_groups_of_six() -> None:
    assert re.fullmatch(rf"([{SIGNS}]{{6}}-){{5}}[{SIGNS}]{{6}}", new_code())
    assert len({new_code() for _ in range(50)}) == 50


@given(code=CODES)
def test_what_is_printed_is_read_back(code: bytes) -> None:
    assert read_code(printed(code)) == code
    assert read_code(printed(code).lower().replace("-", " \u2013 ")) == code


@given(code=CODES, at=st.integers(0, 40), sign=st.sampled_from(SIGNS))
def test_one_wrong_character_is_noticed(code: bytes, at: int, sign: str) -> None:
    right = printed(code)
    if right[at] in {"-", sign}:
        return
    with pytest.raises(RecoveryCodeError):
        read_code(right[:at] + sign + right[at + 1 :])


@given(code=CODES, at=st.integers(0, 39))
def test_two_characters_in_the_wrong_order_are_noticed(code: bytes, at: int) -> None:
    right = printed(code).replace("-", "")
    at = at % 35
    if right[at] == right[at + 1]:
        return
    with pytest.raises(RecoveryCodeError):
        read_code(right[:at] + right[at + 1] + right[at] + right[at + 2 :])


@given(text=st.text(max_size=60))
def test_other_text_is_refused(text: str) -> None:
    with pytest.raises(RecoveryCodeError):
        read_code(text)


def test_a_code_with_an_unknown_letter_is_refused() -> None:
    for sign in "U*\u00e9\u0663":
        with pytest.raises(RecoveryCodeError):
            read_code(sign + new_code()[1:])
