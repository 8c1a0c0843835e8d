"""What a meeting may do next, and who counts for its quorum."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    ReasonNeededError,
    TransitionError,
)
from coordinator.domain.lists.meetings import Attendance, DecidedHow
from coordinator.domain.meetings.rules import (
    ITEM_MOVES,
    MOVES,
    OVER,
    TO_COME,
    UNDER_WAY,
    Quorum,
    check_decider,
    check_issue,
    check_item_move,
    check_minutes_open,
    check_move,
    check_reason,
    check_review,
    check_said,
    check_to_come,
    next_reference,
    quorum,
    told_apart,
)
from coordinator.domain.states import ActionStatus, ItemStatus, MeetingStatus

S = MeetingStatus


def reached_from(start: MeetingStatus) -> set[MeetingStatus]:
    found, waiting = {start}, [start]
    while waiting:
        new = MOVES[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def test_every_status_has_its_moves_and_none_moves_to_itself() -> None:
    assert set(MOVES) == set(MeetingStatus)
    assert set(ITEM_MOVES) == set(ItemStatus)
    assert not any(was in after for was, after in MOVES.items())
    assert not any(was in after for was, after in ITEM_MOVES.items())


def test_every_status_is_reached_and_every_meeting_can_come_to_its_end() -> None:
    assert reached_from(S.SCHEDULED) == set(MeetingStatus)
    ends = {status for status, after in MOVES.items() if not after}
    assert ends == {S.APPROVED, S.CANCELLED}
    assert all(reached_from(status) & ends for status in MeetingStatus)


def test_nothing_follows_approval_and_a_meeting_that_began_is_not_cancelled() -> None:
    assert reached_from(S.APPROVED) == {S.APPROVED}
    assert S.CANCELLED not in reached_from(S.IN_PROGRESS)
    assert set(MeetingStatus) == TO_COME | UNDER_WAY | OVER


@given(st.sampled_from(MeetingStatus), st.sampled_from(MeetingStatus))
def test_only_moves_of_the_table_are_allowed(was: S, wanted: S) -> None:
    if wanted in MOVES[was]:
        check_move(was, wanted)
    else:
        with pytest.raises(TransitionError):
            check_move(was, wanted)


@given(st.sampled_from(ItemStatus), st.sampled_from(ItemStatus))
def test_items_move_by_their_table_and_what_was_taken_is_not_withdrawn(
    was: ItemStatus, wanted: ItemStatus
) -> None:
    assert ItemStatus.WITHDRAWN not in ITEM_MOVES[ItemStatus.TAKEN]
    if wanted in ITEM_MOVES[was]:
        check_item_move(was, wanted)
    else:
        with pytest.raises(TransitionError):
            check_item_move(was, wanted)


@pytest.mark.parametrize(
    ("status", "guard"),
    [
        (S.APPROVED, "minutes-approved"),
        (S.MINUTES_ISSUED, "minutes-issued"),
        (S.SCHEDULED, "meeting-not-open"),
        (S.AGENDA_ISSUED, "meeting-not-open"),
        (S.CANCELLED, "meeting-not-open"),
    ],
)
def test_minutes_are_written_while_the_meeting_is_under_way(status: S, guard: str) -> None:
    with pytest.raises(GuardError) as refused:
        check_minutes_open(status)
    assert refused.value.guard == guard


@pytest.mark.parametrize("status", sorted(UNDER_WAY))
def test_a_meeting_under_way_is_open_and_no_longer_prepared(status: S) -> None:
    check_minutes_open(status)
    with pytest.raises(GuardError):
        check_to_come(status)


def test_an_agency_counts_once_however_many_it_sends() -> None:
    here = Attendance.PRESENT
    found = quorum([("police", here), ("police", Attendance.SUBSTITUTE), ("health", here)], 3)
    assert found == Quorum(2, 3)
    assert not found.is_met


@given(
    st.lists(st.tuples(st.integers(0, 5).map(str), st.sampled_from(Attendance))),
    st.integers(0, 6),
)
def test_observers_and_the_persons_own_side_never_make_a_quorum(
    rows: list[tuple[str, Attendance]], needed: int
) -> None:
    guests = [("guest", Attendance.OBSERVER), ("advocate", Attendance.PERSON_PRESENT)]
    assert quorum([*rows, *guests], needed) == quorum(rows, needed)
    assert quorum(rows, needed) == quorum([*rows, *rows], needed)
    there = {Attendance.PRESENT, Attendance.PART, Attendance.SUBSTITUTE}
    present = {agency for agency, result in rows if result in there}
    assert quorum(rows, needed).present == len(present)


def test_with_nobody_present_a_meeting_is_never_quorate() -> None:
    assert not quorum([], 0).is_met
    assert not quorum([(None, Attendance.PRESENT)], 0).is_met
    assert quorum([("police", Attendance.PRESENT)], 0).is_met


def test_without_a_quorum_only_the_chair_decides() -> None:
    check_decider(DecidedHow.CHAIR, Quorum(0, 3))
    check_decider(DecidedHow.AGREED, Quorum(3, 3))
    for how in (DecidedHow.AGREED, DecidedHow.VOTE):
        with pytest.raises(GuardError, match="not-quorate"):
            check_decider(how, Quorum(2, 3))


def test_minutes_that_leave_something_unsaid_are_not_issued() -> None:
    check_issue(0, 0)
    with pytest.raises(GuardError) as items:
        check_issue(2, 1)
    assert (items.value.guard, items.value.count) == ("unresolved-items", 2)
    with pytest.raises(GuardError) as barriers:
        check_issue(0, 1)
    assert (barriers.value.guard, barriers.value.count) == ("barriers-without-details", 1)


def test_empty_words_and_missing_reasons_are_refused() -> None:
    check_said(text="Yes.")
    with pytest.raises(InvalidFieldsError):
        check_said(text="Yes.", reason=" \n")
    with pytest.raises(ReasonNeededError) as asked:
        check_reason(" ", "item-deferred")
    assert asked.value.prompts == ("item-deferred",)


def test_the_next_look_lies_after_the_meeting() -> None:
    check_review(date(2026, 11, 20), date(2026, 11, 19))
    check_review(None, date(2026, 11, 19))
    for on in (date(2026, 11, 19), date(2026, 11, 18)):
        with pytest.raises(InvalidFieldsError):
            check_review(on, date(2026, 11, 19))


def test_references_run_through_the_year_and_leave_no_number_twice() -> None:
    on = date(2026, 11, 19)
    assert next_reference(on, []) == "M26-001"
    assert next_reference(on, ["M26-046", "M26-007", "M25-200"]) == "M26-047"
    assert next_reference(on, ["M26-999"]) == "M26-1000"
    assert next_reference(on, ["M26-1000", "M26-999"]) == "M26-1001"
    assert next_reference(on, ["M26-046", "M26/K7QX-002"], "/K7QX") == "M26/K7QX-003"


@given(st.lists(st.tuples(st.none() | st.sampled_from(ActionStatus), st.uuids())))
def test_no_action_outstanding_is_lost_between_the_parts(
    reported: list[tuple[ActionStatus | None, UUID]],
) -> None:
    parts = told_apart(reported)
    assert set(parts) == {"could_not", "not_done", "going_on", "done"}
    assert sorted(one for found in parts.values() for one in found) == sorted(
        one for _, one in reported
    )


def test_what_nobody_reported_on_is_not_done_and_a_barrier_is_nobodys_fault() -> None:
    parts = told_apart([(None, "a"), (ActionStatus.COULD_NOT, "b"), (ActionStatus.NOT_DONE, "c")])
    assert parts["not_done"] == ["a", "c"]
    assert parts["could_not"] == ["b"]
