"""The codes of a sheet and of its rows come back as they went out, or not at all."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.returns.codes import Basis, SheetCode, basis_of, find_code, token
from coordinator.domain.states import ActionStatus


@given(st.uuids(), st.uuids(), st.integers(0, 999_999_999), st.text(max_size=20))
def test_a_sheets_code_is_found_among_other_words(
    panel: UUID, agency: UUID, number: int, words: str
) -> None:
    code = SheetCode(token(panel), token(agency), number)
    assert find_code(f"OFFICIAL. Please leave this code: {code.text} {words}") == code
    assert find_code(code.text.upper()) == code


@given(st.uuids(), st.integers(1, 9999), st.sampled_from(ActionStatus), st.dates())
def test_a_rows_code_comes_back(
    action: UUID, revision: int, status: ActionStatus, due_on: date
) -> None:
    basis = Basis(action, revision, status, due_on)
    assert basis_of(f" {basis.text} ") == basis


@given(st.text())
def test_any_other_text_is_no_code(text: str) -> None:
    assert basis_of(text) is None
    assert find_code(text) is None


@pytest.mark.parametrize(
    "code",
    [
        f"{'a' * 32}.1.sleeping.2026-11-19",
        f"{'a' * 32}.1.open.2026-13-19",
        f"{'a' * 31}.1.open.2026-11-19",
        f"{'a' * 32}.{'9' * 12}.open.2026-11-19",
    ],
)
def test_a_code_that_was_altered_is_none(code: str) -> None:
    assert basis_of(code) is None


@given(st.uuids(), st.uuids())
def test_a_token_tells_records_apart_and_holds_nothing_of_them(one: UUID, other: UUID) -> None:
    assert (token(one) == token(other)) == (one == other)
    assert token(one) not in one.hex
