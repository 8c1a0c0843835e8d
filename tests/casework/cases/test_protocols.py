"""When somebody stops taking part: steps with days, and nobody let go before they are taken."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.cases.phases import close_case, set_next_review
from coordinator.casework.cases.protocol_reads import find_steps_due, read_protocols
from coordinator.casework.cases.protocols import (
    arrange_step,
    end_protocol,
    plan_protocol,
    start_protocol,
    take_step,
)
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import write_agenda
from coordinator.casework.panel.settings import add_line, read_topic, remove_line
from coordinator.casework.people.contacts import log_contact
from coordinator.casework.week.this_week import read_this_week
from coordinator.db.models import Case
from coordinator.domain.cases.protocols import ProtocolRow
from coordinator.domain.cases.rules import Closing
from coordinator.domain.errors import (
    DuplicateRecordError,
    GuardError,
    InvalidFieldsError,
    StaleRecordError,
    WithheldError,
)
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.lists.meetings import WhyListed
from coordinator.domain.lists.panel import Topic
from coordinator.domain.lists.reasons import CloseReason
from coordinator.domain.people.contacts import NewContact
from coordinator.domain.roles import Role
from coordinator.domain.states import CaseStatus, MeetingStatus, ProtocolStatus
from tests.casework.entries_on_file import a_meeting, a_person, case_of
from tests.stores import COUNCIL, HOUSING, NURSE, TODAY, WORKER, Clock, sitting

DAY = timedelta(days=1)


@pytest.fixture
def person(desk: Desk) -> UUID:
    return a_person(desk)


def begun(desk: Desk, person: UUID) -> ProtocolRow:
    start_protocol(desk, case_of(desk, person), why="Not at home four times")
    return shown(desk, person)


def shown(desk: Desk, person: UUID) -> ProtocolRow:
    return read_protocols(desk, person)[0]


def take_all(desk: Desk, row: ProtocolRow) -> None:
    for step in row.open_steps:
        take_step(desk, step.id, note="No answer")


def test_it_begins_with_the_panels_steps_on_working_days_and_says_which_moved(
    desk: Desk, person: UUID
) -> None:
    started = start_protocol(desk, case_of(desk, person), why="Not at home").result
    row = shown(desk, person)
    assert [step.text for step in row.steps] == [
        line.text for line in read_topic(desk, Topic.PROTOCOL)
    ]
    assert [step.due_on for step in row.steps] == [step.due_on for step in started.steps]
    assert started.steps[0].moved_from == TODAY + 2 * DAY  # a Saturday
    assert row.steps[0].due_on == TODAY + 4 * DAY
    assert (row.is_running, row.started_by, row.why) == (True, "Aled Hâf", "Not at home")
    with desk.read() as look:
        assert look.get(Case, case_of(desk, person)).status is CaseStatus.OPEN


def test_the_panel_decides_the_steps(desk: Desk, person: UUID) -> None:
    for line in read_topic(desk, Topic.PROTOCOL)[1:]:
        remove_line(desk, Topic.PROTOCOL, line.id)
    add_line(desk, Topic.PROTOCOL, text="Ask the food bank", days=3)
    assert [step.text for step in plan_protocol(desk)][1:] == ["Ask the food bank"]
    assert len(begun(desk, person).steps) == 2
    for line in read_topic(desk, Topic.PROTOCOL):
        remove_line(desk, Topic.PROTOCOL, line.id)
    with pytest.raises(GuardError, match="no-protocol-steps"):
        start_protocol(desk, case_of(desk, a_person(desk)), why="Not at home")


def test_one_runs_at_a_time_and_says_why(desk: Desk, person: UUID) -> None:
    case = case_of(desk, person)
    with pytest.raises(InvalidFieldsError):
        start_protocol(desk, case, why=" ")
    first = begun(desk, person)
    with pytest.raises(DuplicateRecordError):
        start_protocol(desk, case, why="Again")
    end_protocol(desk, first.id, ProtocolStatus.STOPPED, note="Begun by mistake")
    begun(desk, person)
    assert {row.status for row in read_protocols(desk, person)} == {
        ProtocolStatus.RUNNING,
        ProtocolStatus.STOPPED,
    }


def test_a_step_is_taken_once_with_what_came_of_it(desk: Desk, person: UUID) -> None:
    first = begun(desk, person).steps[0]
    with pytest.raises(InvalidFieldsError):
        take_step(desk, first.id, note="")
    left = take_step(desk, first.id, note="Kasia tried at the quay: nobody").result
    row = shown(desk, person)
    assert left == len(row.open_steps) == len(row.steps) - 1
    assert (row.steps[0].done_on, row.steps[0].done_by) == (TODAY, "Aled Hâf")
    with pytest.raises(GuardError, match="step-done"):
        take_step(desk, first.id, note="Again")


def test_a_step_is_given_to_somebody_and_moves_off_a_closed_day(desk: Desk, person: UUID) -> None:
    step = begun(desk, person).steps[1]
    saturday = TODAY + 2 * DAY
    assert arrange_step(
        desk, step.id, seen=step.revision, owner_id=NURSE, due_on=saturday
    ).result == (TODAY + 4 * DAY)
    assert shown(desk, person).steps[1].owner == "Kasia Dębska"
    with pytest.raises(StaleRecordError):
        arrange_step(desk, step.id, seen=step.revision, owner_id=WORKER, due_on=TODAY + 6 * DAY)
    with pytest.raises(InvalidFieldsError):
        arrange_step(desk, step.id, seen=2, owner_id=NURSE, due_on=TODAY - DAY)


def test_taking_part_again_proposes_the_end_and_ends_nothing(
    desk: Desk, clock: Clock, person: UUID
) -> None:
    met = NewContact(person, clock(), ContactType.STREET, ContactResult.MET_ENGAGED)
    log_contact(desk, met)
    clock.move(days=1)
    row = begun(desk, person)
    assert row.met_on is None  # it was before
    brief = NewContact(person, clock(), ContactType.STREET, ContactResult.SIGHTED)
    log_contact(desk, brief)
    assert shown(desk, person).met_on is None
    log_contact(desk, NewContact(person, clock(), ContactType.PHONE, ContactResult.MET_ENGAGED))
    assert (shown(desk, person).met_on, shown(desk, person).is_running) == (TODAY + DAY, True)
    end_protocol(desk, row.id, ProtocolStatus.BACK_IN_TOUCH)
    ended = shown(desk, person)
    assert (ended.status, ended.ended_on) == (ProtocolStatus.BACK_IN_TOUCH, TODAY + DAY)
    with pytest.raises(GuardError, match="protocol-ended"):
        take_step(desk, row.steps[0].id, note="Late")


def test_declined_is_no_reason_until_every_step_was_taken(
    desk: Desk, chair: Desk, person: UUID
) -> None:
    case = case_of(desk, person)
    declined = Closing(
        CloseReason.DECLINED_AFTER_PROTOCOL,
        reasons=dict.fromkeys(("not-told", "remaining-risk", "no-learning"), "As agreed"),
    )
    row = begun(desk, person)
    with pytest.raises(GuardError, match="protocol-not-completed"):
        close_case(chair, case, declined)
    with pytest.raises(GuardError, match="protocol-steps-open"):
        end_protocol(desk, row.id, ProtocolStatus.COMPLETED)
    take_all(desk, row)
    with pytest.raises(GuardError, match="protocol-not-completed"):
        close_case(chair, case, declined)
    end_protocol(desk, row.id, ProtocolStatus.COMPLETED)
    with desk.read() as look:
        assert look.get(Case, case).status is CaseStatus.OPEN  # the panel decides
    close_case(chair, case, declined)


def test_a_case_that_closes_leaves_no_steps_behind(desk: Desk, chair: Desk, person: UUID) -> None:
    case = case_of(desk, person)
    begun(desk, person)
    other = Closing(
        CloseReason.CRITERIA_NOT_MET,
        reasons=dict.fromkeys(("not-told", "remaining-risk", "no-learning"), "As agreed"),
    )
    close_case(chair, case, other)
    assert find_steps_due(desk, until=TODAY + 90 * DAY) == ()
    assert shown(desk, person).status is ProtocolStatus.STOPPED


def test_the_last_step_brings_the_person_onto_the_agenda(desk: Desk, person: UUID) -> None:
    case = case_of(desk, person)
    set_next_review(desk, case, TODAY + 200 * DAY)
    review_on = begun(desk, person).review_on
    assert review_on is not None
    before = a_meeting(desk, on=review_on - DAY, status=MeetingStatus.SCHEDULED)
    on_it = a_meeting(desk, "M26-002", on=review_on, status=MeetingStatus.SCHEDULED)
    found = {}
    for meeting in (before, on_it):
        write_agenda(desk, meeting)
        found[meeting] = [why for item in read_agenda(desk, meeting).entries for why in item.why]
    assert WhyListed.PROTOCOL_REVIEW not in found[before]
    assert WhyListed.PROTOCOL_REVIEW in found[on_it]


def test_steps_that_fall_due_are_listed_the_longest_overdue_first(
    desk: Desk, clock: Clock, person: UUID
) -> None:
    other = a_person(desk)
    begun(desk, person)
    clock.move(days=7)
    begun(desk, other)
    due = find_steps_due(desk)
    assert due[0].person_id == person
    assert due[0].days_late > 0
    assert {one.person_id for one in due} == {person, other}
    assert all(one.step.due_on <= TODAY + 14 * DAY for one in due)
    week = read_this_week(desk).protocol_steps
    assert week[0].person_id == person
    exclude_agency(desk, person, agency_id=COUNCIL, reason="They asked for it")
    assert {one.person_id for one in read_this_week(desk).protocol_steps} == {other}
    stranger = sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)
    assert find_steps_due(stranger) == ()
    with pytest.raises(WithheldError):
        read_protocols(stranger, person)
