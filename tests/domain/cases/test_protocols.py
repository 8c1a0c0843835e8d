"""A disengagement protocol: its days, its steps, and what it must not end as."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.cases.protocols import check_declined, check_end, check_step, plan_steps
from coordinator.domain.errors import GuardError, InvalidFieldsError, TransitionError
from coordinator.domain.lists.panel import Topic
from coordinator.domain.lists.reasons import CloseReason
from coordinator.domain.panel.settings import PanelLine
from coordinator.domain.states import ProtocolStatus
from coordinator.reference.working_days import is_working_day, next_working_day

TODAY = date(2026, 11, 19)
RUNNING = ProtocolStatus.RUNNING


def line(days: int, text: str = "Try") -> PanelLine:
    return PanelLine(UUID(int=days), 1, Topic.PROTOCOL, text, {"days": days})


@given(st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.lists(st.integers(0, 60), max_size=8))
def test_every_step_falls_on_a_working_day_and_says_when_it_moved(
    start: date, days: list[int]
) -> None:
    planned = plan_steps([line(n) for n in days], start, next_working_day)
    assert len(planned) == len(days)
    for step, n in zip(planned, days, strict=True):
        wanted = start + timedelta(days=n)
        assert is_working_day(step.due_on)
        assert step.due_on >= wanted
        assert step.moved_from == (None if step.due_on == wanted else wanted)


def test_a_bank_holiday_moves_a_step_and_it_is_said() -> None:
    before_christmas = date(2026, 12, 18)
    (step,) = plan_steps([line(7)], before_christmas, next_working_day)
    assert (step.due_on, step.moved_from) == (date(2026, 12, 29), date(2026, 12, 25))


def test_it_is_complete_only_when_every_step_was_taken() -> None:
    with pytest.raises(GuardError) as refused:
        check_end(RUNNING, ProtocolStatus.COMPLETED, "", 2)
    assert (refused.value.guard, refused.value.count) == ("protocol-steps-open", 2)
    check_end(RUNNING, ProtocolStatus.COMPLETED, "", 0)
    check_end(RUNNING, ProtocolStatus.BACK_IN_TOUCH, "", 2)
    with pytest.raises(InvalidFieldsError):
        check_end(RUNNING, ProtocolStatus.STOPPED, " ", 2)
    with pytest.raises(TransitionError):
        check_end(ProtocolStatus.STOPPED, ProtocolStatus.COMPLETED, "", 0)


def test_a_step_says_what_came_of_it_on_a_day_that_can_be() -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        check_step("", TODAY + timedelta(days=1), started_on=TODAY, today=TODAY)
    assert refused.value.fields == {"note": "required", "done_on": "in-the-future"}
    with pytest.raises(InvalidFieldsError):
        check_step("No", TODAY - timedelta(days=1), started_on=TODAY, today=TODAY)


def test_declined_needs_a_protocol_that_was_completed() -> None:
    declined = CloseReason.DECLINED_AFTER_PROTOCOL
    with pytest.raises(GuardError, match="protocol-not-completed"):
        check_declined(declined, is_completed=False)
    check_declined(declined, is_completed=True)
    for other in set(CloseReason) - {declined}:
        check_declined(other, is_completed=False)
