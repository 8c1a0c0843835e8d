"""After approval nothing of a meeting changes; only dated corrections follow."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action as agree_action
from coordinator.casework.actions.agreeing import correct_action, move_due_date
from coordinator.casework.actions.outcomes import (
    Occasion,
    report_action,
    set_outcome,
)
from coordinator.casework.actions.passing_on import change_owner
from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import (
    NewItem,
    add_item,
    add_urgent_item,
    change_item,
    issue_agenda,
    reorder_agenda,
    take_back_agenda,
    withdraw_from_agenda,
    write_agenda,
)
from coordinator.casework.meetings.attendance import (
    Attendee,
    add_attendee,
    declare_conflict,
    record_apologies,
    record_attendance,
    record_signature,
    record_substitute,
    record_times,
)
from coordinator.casework.meetings.decisions import (
    Decided,
    change_decision,
    record_decision,
    supersede_decision,
)
from coordinator.casework.meetings.discussions import (
    add_note,
    change_note,
    defer_item,
    put_back_item,
    record_minutes_used,
    remove_note,
    set_next_review,
    take_item,
    withdraw_item,
    write_facts,
    write_person_view,
)
from coordinator.casework.meetings.minutes import (
    approve_minutes,
    correct_minutes,
    draft_minutes,
    issue_minutes,
    record_approval,
    take_back_minutes,
)
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import (
    close_meeting,
    open_meeting,
    record_statement_read,
    settle_last_minutes,
    write_meeting_notes,
)
from coordinator.casework.meetings.series import Appointment, cancel_meeting, move_meeting
from coordinator.domain.actions.rules import NewAction, Outcome
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    TransitionError,
)
from coordinator.domain.lists.meetings import Attendance, DecidedHow
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.roles import Role
from coordinator.domain.states import ActionStatus, DecisionStatus
from tests.casework.minuted import BY_CHAIR
from tests.meetings import (
    NOON,
    TEN,
    items_of,
    keep_from,
    next_meeting_of,
    opened_meeting,
)
from tests.stores import CHAIR, HEALTH, NURSE, POLICE, TODAY, WORKER, Clock


@pytest.fixture
def approved(desk: Desk, chair: Desk, issued: UUID) -> UUID:
    approve_minutes(chair, issued)
    return issued


def edits(desk: Desk, meeting: UUID) -> dict[str, Callable[[], object]]:
    """Give every act that would change something of a meeting."""
    return {
        **edits_of_meeting(desk, meeting),
        **edits_of_item(desk, meeting),
        **edits_of_words(desk, meeting),
        **edits_of_attendance(desk, meeting),
        **edits_of_actions(desk, meeting),
    }


def edits_of_meeting(desk: Desk, meeting: UUID) -> dict[str, Callable[[], object]]:
    found = read_meeting(desk, meeting)
    seen, here = found.header.row.revision, found.items[0].entry.id
    when = Appointment(TODAY + timedelta(days=1), TEN)
    return {
        "write": partial(write_agenda, desk, meeting),
        "add": partial(add_item, desk, meeting, NewItem(title="New"), reason="Late."),
        "urgent": partial(add_urgent_item, desk, meeting, NewItem(title="New"), reason="Now."),
        "order": partial(reorder_agenda, desk, meeting, [here], seen=seen),
        "issue agenda": partial(issue_agenda, desk, meeting),
        "take back agenda": partial(take_back_agenda, desk, meeting, reason="No."),
        "move": partial(move_meeting, desk, meeting, when, seen=seen, reason="No."),
        "cancel": partial(cancel_meeting, desk, meeting, reason="No."),
        "open": partial(open_meeting, desk, meeting, at=TEN),
        "statement": partial(record_statement_read, desk, meeting, at=time(11), by_id=CHAIR),
        "last minutes": partial(settle_last_minutes, desk, meeting, amendments="No."),
        "notes": partial(write_meeting_notes, desk, meeting, seen=seen, learning="New"),
        "close": partial(close_meeting, desk, meeting, at=NOON),
        "draft": partial(draft_minutes, desk, meeting),
        "issue": partial(issue_minutes, desk, meeting),
        "take back": partial(take_back_minutes, desk, meeting, reason="No."),
        "again": partial(record_approval, desk, meeting, by_id=CHAIR, on=TODAY, how="E-mail"),
    }


def edits_of_item(desk: Desk, meeting: UUID) -> dict[str, Callable[[], object]]:
    entry = read_meeting(desk, meeting).items[0].entry
    here, seen, on = entry.id, entry.revision, TODAY + timedelta(days=9)
    return {
        "change item": partial(change_item, desk, here, seen=seen, title="New"),
        "drop item": partial(withdraw_from_agenda, desk, here, reason="No."),
        "take": partial(take_item, desk, here),
        "defer": partial(defer_item, desk, here, reason="No."),
        "withdraw": partial(withdraw_item, desk, here, reason="No."),
        "put back": partial(put_back_item, desk, here),
        "facts": partial(write_facts, desk, here, seen=seen, summary="New"),
        "view": partial(write_person_view, desk, here, seen=seen, view="New", spoken_by="Me"),
        "minutes": partial(record_minutes_used, desk, here, seen=seen, minutes=3),
        "review": partial(set_next_review, desk, here, seen=seen, on=on),
    }


def edits_of_words(desk: Desk, meeting: UUID) -> dict[str, Callable[[], object]]:
    item = read_meeting(desk, meeting).items[0]
    here, note, decision = item.entry.id, item.notes[0], item.decisions[0]
    return {
        "add note": partial(add_note, desk, here, agency_id=HEALTH, text="New"),
        "change note": partial(change_note, desk, note.id, seen=note.revision, text="New"),
        "remove note": partial(remove_note, desk, note.id, reason="No."),
        "decide": partial(record_decision, desk, here, BY_CHAIR),
        "change decision": partial(
            change_decision, desk, decision.id, seen=decision.revision, decided=BY_CHAIR
        ),
        "supersede here": partial(supersede_decision, desk, decision.id, here, BY_CHAIR),
    }


def edits_of_attendance(desk: Desk, meeting: UUID) -> dict[str, Callable[[], object]]:
    row = read_meeting(desk, meeting).attendance[2]
    here, seen, somebody = row.id, row.revision, Attendee(name="Gwen Osei")
    return {
        "attend": partial(record_attendance, desk, here, Attendance.ABSENT, seen=seen),
        "apologies": partial(record_apologies, desk, here, seen=seen),
        "substitute": partial(record_substitute, desk, here, somebody, seen=seen),
        "guest": partial(add_attendee, desk, meeting, Attendance.OBSERVER, somebody),
        "times": partial(record_times, desk, here, seen=seen, arrived_at=TEN, left_at=None),
        "conflict": partial(declare_conflict, desk, here, seen=seen, conflict="New"),
        "sign": partial(record_signature, desk, here, seen=seen),
    }


def edits_of_actions(desk: Desk, meeting: UUID) -> dict[str, Callable[[], object]]:
    known = agree_action(desk, NewAction("Old", WORKER, TODAY)).result
    new, at = NewAction("New", WORKER, TODAY, meeting_id=meeting), Occasion(meeting_id=meeting)
    return {
        "agree action": partial(agree_action, desk, new),
        "report": partial(report_action, desk, known, "New", occasion=at),
    }


def is_refused(edit: Callable[[], object]) -> bool:
    """Try an edit; refused means that the meeting's status forbids it, not that it was stale."""
    try:
        edit()
    except (GuardError, TransitionError):
        return True
    return False


def test_nothing_of_a_meeting_is_edited_after_approval(desk: Desk, approved: UUID) -> None:
    before = read_meeting(desk, approved)
    tries = edits(desk, approved)
    with desk.read() as look:
        last = look.history.acts()[0].id
    allowed = [name for name, edit in tries.items() if not is_refused(edit)]
    assert allowed == []
    assert read_meeting(desk, approved) == before
    with desk.read() as look:
        assert look.history.acts()[0].id == last


def test_a_dated_correction_is_all_that_may_follow(
    desk: Desk, approved: UUID, clock: Clock
) -> None:
    clock.move(days=7)
    item = items_of(desk, approved)[0]
    correct_minutes(desk, approved, text="The meeting ended at 12:10.")
    correct_minutes(desk, approved, text="Three calls, not two.", item_id=item.id)
    with pytest.raises(InvalidFieldsError):
        correct_minutes(desk, approved, text="  ")

    found = read_meeting(desk, approved).corrections
    assert {(one.on, one.by, one.item_id) for one in found} == {
        (date(2026, 11, 26), "Aled Hâf", None),
        (date(2026, 11, 26), "Aled Hâf", item.id),
    }


def test_a_correction_about_somebody_is_kept_from_who_must_not_be_told(
    desk: Desk, approved: UUID
) -> None:
    item = items_of(desk, approved)[0]
    assert item.person_id is not None
    correct_minutes(desk, approved, text="Three calls, not two.", item_id=item.id)
    keep_from(desk, item.person_id, POLICE)

    assert len(read_meeting(desk, approved).corrections) == 1
    copy = read_meeting(desk, approved, reader=Reader(Role.AUDITOR, POLICE))
    assert copy.corrections == ()
    assert copy.items == ()


def test_minutes_that_are_not_approved_are_changed_and_not_corrected(
    desk: Desk, issued: UUID
) -> None:
    with pytest.raises(GuardError, match="minutes-not-approved"):
        correct_minutes(desk, issued, text="Three calls, not two.")
    assert read_meeting(desk, issued).corrections == ()


def test_a_correction_belongs_to_an_item_of_its_meeting(
    desk: Desk, approved: UUID, series: UUID
) -> None:
    other = next_meeting_of(desk, series)
    item = add_item(desk, other, NewItem(title="Winter beds")).result
    with pytest.raises(InvalidFieldsError):
        correct_minutes(desk, approved, text="Wrong place.", item_id=item)


def test_the_next_meeting_amends_approved_minutes_by_a_dated_correction(
    desk: Desk, approved: UUID, series: UUID, clock: Clock
) -> None:
    clock.move(days=7)
    second = opened_meeting(desk, series=series)
    assert read_meeting(desk, second).last_reference == "M26-001"
    settle_last_minutes(desk, second, amendments="Three calls, not two.")

    (found,) = read_meeting(desk, approved).corrections
    assert (found.on, found.text) == (date(2026, 11, 26), "Three calls, not two.")


def test_a_later_meeting_supersedes_a_decision_without_touching_its_words(
    desk: Desk, approved: UUID, series: UUID, clock: Clock
) -> None:
    before = read_meeting(desk, approved).items[0].decisions[0]
    clock.move(days=7)
    second = opened_meeting(desk, series=series)
    item = read_agenda(desk, second).entries[0].id
    newer = Decided("Offer the flat.", "The room is gone.", how=DecidedHow.CHAIR)
    supersede_decision(desk, before.id, item, newer)

    after = read_meeting(desk, approved).items[0].decisions[0]
    assert (after.text, after.reason) == (before.text, before.reason)
    assert after.superseded_by_id == read_meeting(desk, second).items[0].decisions[0].id
    assert after.status is DecisionStatus.MADE


def test_approved_minutes_keep_their_actions_as_they_were_agreed(
    desk: Desk, chair: Desk, held: UUID, clock: Clock
) -> None:
    case = read_meeting(desk, held).items[0].entry.person
    assert case is not None
    due = TODAY + timedelta(days=7)
    new = NewAction("Ring the surgery", WORKER, due, person_id=case.id, meeting_id=held)
    action = agree_action(desk, new).result
    correct_action(desk, action, seen=1, text="Ring the surgery in Kerrow")
    draft_minutes(desk, held)
    issue_minutes(desk, held)
    approve_minutes(chair, held)
    before = read_meeting(desk, held).items[0].actions

    clock.move(days=2)
    correct_action(desk, action, seen=2, text="Something else")
    change_owner(desk, action, seen=3, owner_id=NURSE, reason="Rhys is on leave.")
    move_due_date(desk, action, seen=4, to=due + timedelta(days=7), reason="Leave.")
    done = Outcome(ActionStatus.DONE, done_on=date(2026, 11, 21))
    set_outcome(desk, action, done, seen=5)

    (after,) = read_meeting(desk, held).items[0].actions
    (was,) = before
    assert (after.text, after.owner.name, after.owner.agency, after.due_on) == (
        "Ring the surgery in Kerrow",
        "Rhys Roskilly",
        "Kerrow Homes",
        due,
    )
    assert replace(after, revision=was.revision) == was
