"""The clock of a request to see what is held, by the commissioner's rule."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.access.rules import due_on, latest_extension, moved_on
from coordinator.domain.months import after_months
from coordinator.reference.working_days import is_working_day, next_working_day

DAYS = st.dates(date(2020, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 9, 3), date(2026, 10, 5)),  # 3 October is a Saturday
        (date(2026, 1, 31), date(2026, 3, 2)),  # 28 February is a Saturday
        (date(2026, 3, 31), date(2026, 4, 30)),  # April has no thirty-first
        (date(2026, 11, 25), date(2026, 12, 29)),  # Christmas, a weekend, a day in its place
        (date(2024, 1, 31), date(2024, 2, 29)),
        (date(2026, 3, 6), date(2026, 4, 7)),  # Easter Monday
    ],
)
def test_an_answer_is_due_on_the_same_day_of_the_next_month(received: date, due: date) -> None:
    assert due_on(received, next_working_day) == due


def test_more_time_ends_three_months_after_the_request_came() -> None:
    received = date(2026, 11, 30)
    due = due_on(received, next_working_day)
    assert latest_extension(received, due, next_working_day) == date(2027, 3, 1)
    later = moved_on(due, date(2026, 12, 1), date(2026, 12, 8), next_working_day)
    assert later == date(2027, 1, 6)
    assert latest_extension(received, later, next_working_day) == date(2027, 3, 8)


@given(DAYS)
def test_the_day_it_is_due_is_a_working_day_a_month_on_or_a_little_more(received: date) -> None:
    due = due_on(received, next_working_day)
    assert is_working_day(due)
    assert 28 <= (due - received).days <= 31 + 5
    assert (after_months(received, 1).month - received.month) % 12 == 1
