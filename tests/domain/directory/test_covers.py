"""Standing in: for somebody else, on days that can be, one at a time."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.directory.covers import check_cover, check_free
from coordinator.domain.errors import InvalidFieldsError

TODAY = date(2026, 11, 19)
ONE, OTHER = UUID(int=1), UUID(int=2)
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))


def refused(first: date, last: date, holder: UUID | None = OTHER) -> dict[str, str]:
    with pytest.raises(InvalidFieldsError) as refusal:
        check_cover(ONE, holder, first, last, TODAY)
    return dict(refusal.value.fields)


def test_nobody_stands_in_for_themselves_or_on_days_that_cannot_be() -> None:
    day = timedelta(days=1)
    check_cover(ONE, OTHER, TODAY, TODAY, TODAY)
    check_cover(ONE, None, TODAY - 9 * day, TODAY + 9 * day, TODAY)
    assert refused(TODAY, TODAY, ONE) == {"professional_id": "same"}
    assert refused(TODAY, TODAY - day) == {"until_on": "before-start"}
    assert refused(TODAY - 9 * day, TODAY - day) == {"until_on": "in-the-past"}
    assert refused(TODAY, TODAY + 400 * day) == {"until_on": "too-far-off"}


@given(days, st.integers(0, 30), days, st.integers(0, 30))
def test_two_stand_in_for_one_post_on_different_days_only(
    first: date, length: int, other: date, other_length: int
) -> None:
    mine = (first, first + timedelta(days=length))
    theirs = (other, other + timedelta(days=other_length))
    shared = max(mine[0], theirs[0]) <= min(mine[1], theirs[1])
    if shared:
        with pytest.raises(InvalidFieldsError, match="taken"):
            check_free(*mine, [theirs])
    else:
        check_free(*mine, [theirs])
