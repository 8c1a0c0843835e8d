"""Persistent non-completion is put to the chair, with its reasons; nothing is raised by itself."""

from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_worker
from coordinator.casework.escalations.raising import raise_not_acting
from coordinator.casework.escalations.reading import read_escalation
from coordinator.casework.escalations.repeated import raise_repeated
from coordinator.casework.stuck.proposals import find_proposals
from coordinator.db.models import Barrier, Escalation
from coordinator.domain.accountability import REPEATED, Proposal, Why
from coordinator.domain.errors import DuplicateRecordError, GuardError, NotPermittedError
from coordinator.domain.escalations.rules import NewEscalation
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.meetings import MeetingType
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import ActionStatus, BarrierStatus, EscalationStatus, MeetingStatus
from tests.casework.counting import queries
from tests.casework.entries_on_file import a_person
from tests.casework.periods import add_actions, days_ago, hold_meeting
from tests.meetings import keep_from
from tests.stores import CHAIR, COORDINATOR, COUNCIL, HOUSING, POLICE, TODAY, sitting

_S = ActionStatus


@pytest.fixture(autouse=True)
def meetings(desk: Desk) -> None:
    """Three weekly meetings went by, and others that go through no open actions."""
    for days in (0, 7, 14):
        hold_meeting(desk, days_ago(days), [])
    hold_meeting(desk, days_ago(3), [], meeting_type=MeetingType.OUTREACH)
    hold_meeting(desk, days_ago(4), [], status=MeetingStatus.CANCELLED)


def only(desk: Desk) -> Proposal:
    (found,) = find_proposals(desk)
    return found


def test_an_action_past_its_date_for_more_than_two_meetings_is_proposed(desk: Desk) -> None:
    late, _soon = add_actions(
        desk,
        [{"due_on": days_ago(15)}, {"due_on": days_ago(14)}],  # the second one: two meetings
    )
    found = only(desk)
    assert (found.agency, found.name, found.not_done) == (HOUSING, "Kerrow Homes", 0)
    assert [(one.id, one.meetings, one.why) for one in found.actions] == [(late, 3, Why.MEETINGS)]


def test_any_overdue_safety_action_is_proposed_first(desk: Desk) -> None:
    person = a_person(desk)
    late, safety, _due_today = add_actions(
        desk,
        [
            {"due_on": days_ago(30)},
            {"due_on": days_ago(1), "action_kind": ActionKind.SAFEGUARDING, "person_id": person},
            {"due_on": TODAY, "action_kind": ActionKind.VICTIM_PROTECTION},
        ],
    )
    found = only(desk).actions
    assert [(one.id, one.why) for one in found] == [(safety, Why.SAFETY), (late, Why.MEETINGS)]
    assert found[0].reference == "KP-0001"


@pytest.mark.parametrize(
    "status", [_S.DONE, _S.COULD_NOT, _S.DECLINED, _S.NOT_NEEDED, _S.TRANSFERRED]
)
def test_what_has_come_to_its_outcome_or_could_not_be_done_is_no_reason(
    desk: Desk, status: ActionStatus
) -> None:
    one = {"due_on": days_ago(30), "action_kind": ActionKind.SAFEGUARDING, "status": status}
    add_actions(desk, [one | {"done_on": days_ago(20)}] * 9)
    assert find_proposals(desk) == ()


def test_an_agency_that_said_not_done_again_and_again_is_proposed(desk: Desk) -> None:
    not_done = {"due_on": days_ago(9), "status": _S.NOT_DONE}
    add_actions(desk, [not_done] * (REPEATED - 1))
    assert find_proposals(desk) == ()
    add_actions(desk, [not_done | {"due_on": days_ago(200)}])  # longer ago than a quarter
    assert find_proposals(desk) == ()
    add_actions(desk, [not_done])
    assert (only(desk).not_done, only(desk).actions) == (REPEATED, ())


def test_what_was_not_done_so_often_is_raised_with_the_agency_and_about_nobody(
    desk: Desk,
) -> None:
    not_done = {"due_on": days_ago(9), "status": _S.NOT_DONE, "person_id": a_person(desk)}
    add_actions(desk, [not_done] * (REPEATED - 1))
    new = NewEscalation(
        ask="Who sees to your actions?", receiver="A manager", impact="3 since May"
    )
    with pytest.raises(GuardError, match="not-repeated"):
        raise_repeated(desk, HOUSING, new)
    add_actions(desk, [not_done | {"due_on": days_ago(20)}])
    made = raise_repeated(desk, HOUSING, new).result
    story = read_escalation(desk, made.id)
    assert (story.row.status, story.row.level, story.row.person_id) == (
        EscalationStatus.DRAFT,
        1,
        None,
    )
    assert story.impact == "3 since May"
    assert story.row.barrier is not None
    assert (story.row.barrier.agency, story.row.barrier.since) == ("Kerrow Homes", days_ago(20))
    assert find_proposals(desk) == ()
    with pytest.raises(DuplicateRecordError) as refused:
        raise_repeated(desk, HOUSING, new)
    assert refused.value.record == made.id


def raise_it(
    desk: Desk, status: EscalationStatus, action: UUID | None, agency: UUID | None
) -> None:
    """Write an escalation about an action, or about an agency that does not act."""
    with desk.act(Right.EDIT_PLAN) as tx:
        barrier = Barrier(
            id=desk.new_id(),
            action_id=action,
            agency_id=agency,
            category=BarrierCategory.AGENCY_NOT_ACTING,
            since=TODAY,
        )
        tx.add(barrier)
        tx.session.flush()
        tx.add(
            Escalation(
                id=desk.new_id(),
                number="E26-001",
                barrier_id=barrier.id,
                level=1,
                raised_on=TODAY,
                raised_by_id=COORDINATOR,
                status=status,
            )
        )
        tx.journal("test.escalation")


def test_raising_one_names_what_is_in_the_way_and_takes_it_off_the_list(desk: Desk) -> None:
    (late,) = add_actions(desk, [{"due_on": days_ago(30), "person_id": a_person(desk)}])
    new = NewEscalation(ask="Will you see to it by Friday?", receiver="A manager")
    made = raise_not_acting(desk, late, new).result
    with desk.store.reading() as look:
        (barrier,) = look.barriers.of_actions([late])
        escalation = look.get(Escalation, made.id)
    assert (barrier.category, barrier.agency_id, barrier.status) == (
        BarrierCategory.AGENCY_NOT_ACTING,
        HOUSING,
        BarrierStatus.ESCALATED,
    )
    assert barrier.since == days_ago(30)
    assert (escalation.status, escalation.barrier_id) == (EscalationStatus.DRAFT, barrier.id)
    assert find_proposals(desk) == ()
    with pytest.raises(DuplicateRecordError):
        raise_not_acting(desk, late, new)


def test_what_has_come_to_its_outcome_is_not_raised_as_undone(desk: Desk) -> None:
    (done,) = add_actions(
        desk, [{"due_on": days_ago(30), "status": _S.DONE, "done_on": days_ago(20)}]
    )
    with pytest.raises(GuardError, match="action-closed"):
        raise_not_acting(desk, done)


@pytest.mark.parametrize("status", EscalationStatus)
def test_what_is_with_somebody_already_is_not_proposed_again(
    desk: Desk, status: EscalationStatus
) -> None:
    (late,) = add_actions(desk, [{"due_on": days_ago(30)}])
    add_actions(desk, [{"due_on": days_ago(9), "status": _S.NOT_DONE}] * REPEATED)
    raise_it(desk, status, late, HOUSING)
    found = find_proposals(desk)
    assert bool(found) == (status is EscalationStatus.CLOSED)


def test_an_action_nobody_owns_any_more_is_proposed_too(desk: Desk) -> None:
    add_actions(desk, [{"due_on": days_ago(30), "owner_agency_id": None, "owner_id": None}])
    assert (only(desk).agency, len(only(desk).actions)) == (None, 1)


def test_whom_the_sitter_may_not_hear_of_is_in_no_proposal(desk: Desk) -> None:
    person = a_person(desk)
    about = {"person_id": person}
    add_actions(desk, [about | {"due_on": days_ago(30)}])
    add_actions(desk, [about | {"due_on": days_ago(9), "status": _S.NOT_DONE}] * REPEATED)
    keep_from(desk, person, COUNCIL)
    assert find_proposals(desk) == ()
    assert find_proposals(sitting(desk, COORDINATOR, Role.CHAIR, POLICE)) != ()


def test_a_single_worker_who_must_not_hear_of_somebody_finds_no_count_of_theirs(
    desk: Desk,
) -> None:
    person = a_person(desk)
    undone = {"person_id": person, "due_on": days_ago(9), "status": _S.NOT_DONE}
    add_actions(desk, [undone] * REPEATED)
    assert only(desk).not_done == REPEATED
    exclude_worker(desk, person, professional_id=COORDINATOR, reason="a cousin")
    assert find_proposals(desk) == ()
    with pytest.raises(GuardError, match="not-repeated"):
        raise_repeated(desk, HOUSING)
    assert find_proposals(sitting(desk, CHAIR, Role.CHAIR, COUNCIL)) != ()


def test_proposals_are_for_those_who_run_the_meetings(desk: Desk) -> None:
    for role in (Role.LEAD_PROFESSIONAL, Role.REPRESENTATIVE, Role.COMMISSIONER, Role.AUDITOR):
        with pytest.raises(NotPermittedError):
            find_proposals(sitting(desk, COORDINATOR, role, COUNCIL))


def test_the_questions_asked_do_not_grow_with_what_stays_undone(desk: Desk) -> None:
    add_actions(desk, [{"due_on": days_ago(30), "person_id": a_person(desk)}])
    with queries(desk) as few:
        find_proposals(desk)
    add_actions(desk, [{"due_on": days_ago(30), "person_id": a_person(desk)} for _ in range(30)])
    with queries(desk) as many:
        find_proposals(desk)
    assert len(many) == len(few)
