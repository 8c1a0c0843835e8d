"""After a move: when somebody is to be in touch again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.cases.rhythms import check_every, is_kept, next_contact
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.states import CasePhase, CaseStatus

TODAY = date(2026, 11, 19)
days = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(st.integers(1, 90), days, st.none() | days, days)
def test_it_is_due_so_many_days_after_the_last_contact_since_the_move(
    every: int, since: date, last: date | None, today: date
) -> None:
    due = next_contact(every, since=since, last_on=last, today=today)
    assert due is not None
    counted = last if last and last >= since else since
    assert due.due_on - counted == timedelta(days=every)
    assert due.days_late == max((today - due.due_on).days, 0)
    assert due.is_overdue == (today > due.due_on)
    assert due.last_on is None or due.last_on >= since


def test_without_a_rhythm_nothing_is_due() -> None:
    assert next_contact(None, since=TODAY, last_on=TODAY, today=TODAY) is None


def test_a_contact_before_the_move_is_no_contact_in_the_new_home() -> None:
    before = TODAY - timedelta(days=20)
    moved = TODAY - timedelta(days=10)
    due = next_contact(7, since=moved, last_on=before, today=TODAY)
    assert due is not None
    assert (due.last_on, due.due_on, due.days_late) == (None, TODAY - timedelta(days=3), 3)


def test_a_rhythm_holds_while_sustaining_and_not_while_the_case_rests() -> None:
    assert is_kept(CaseStatus.OPEN, CasePhase.SUSTAINING)
    assert not is_kept(CaseStatus.PAUSED, CasePhase.SUSTAINING)
    assert not is_kept(CaseStatus.OPEN, CasePhase.BUILDING)


@pytest.mark.parametrize("every", [0, -1, 91])
def test_a_rhythm_is_a_day_to_three_months(every: int) -> None:
    with pytest.raises(InvalidFieldsError):
        check_every(every)
