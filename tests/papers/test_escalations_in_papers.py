"""What was asked of people with more authority stands in the papers of the panel."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.actions.barriers import escalate_barrier
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.escalations.answering import answer_escalation
from coordinator.casework.escalations.raising import change_draft
from coordinator.casework.escalations.reading import find_escalations
from coordinator.casework.escalations.sending import send_escalation
from coordinator.casework.meetings.agendas import issue_agenda, write_agenda
from coordinator.casework.meetings.discussions import take_item
from coordinator.casework.meetings.minutes import draft_minutes, issue_minutes
from coordinator.casework.meetings.running import (
    close_meeting,
    open_meeting,
    record_statement_read,
)
from coordinator.casework.need_to_know.bases import record_basis
from coordinator.casework.packs.paper_reads import read_audience_of
from coordinator.domain.lists.sharing import Gateway, LawfulBasis, ToldAboutPanel
from coordinator.domain.papers.imprint import EscalationLine
from coordinator.domain.person.case_sheets import WHOLE_PANEL
from coordinator.papers.agendas import agenda_model
from coordinator.papers.minutes import minutes_model
from coordinator.papers.packs import pack_model
from coordinator.papers.plans import plan_model
from tests.based import CONDITIONS
from tests.casework.entries_on_file import a_plan
from tests.casework.stuck_people import ASK, PARTLY, Stuck, stuck
from tests.meetings import NOON, TEN, add_seats, items_of, next_meeting_of, weekly
from tests.stores import CHAIR, POLICE, TODAY, Clock


@pytest.fixture
def case(desk: Desk) -> Stuck:
    add_seats(desk)
    case = stuck(desk)
    record_basis(
        desk,
        case.person,
        **CONDITIONS,
        lawful_basis=LawfulBasis.PUBLIC_TASK,
        gateway=Gateway.CRIME_AND_DISORDER,
        told=ToldAboutPanel.YES,
        told_on=TODAY,
        review_on=TODAY + timedelta(days=90),
    )
    return case


def next_agenda(desk: Desk) -> UUID:
    meeting = next_meeting_of(desk, weekly(desk))
    write_agenda(desk, meeting)
    return meeting


def only(lines: tuple[EscalationLine, ...]) -> EscalationLine:
    (line,) = lines
    return line


def test_the_agenda_and_the_pack_say_what_was_asked_and_what_came_back(case: Stuck) -> None:
    answer_escalation(case.desk, case.asked(), PARTLY, seen=2)
    meeting = next_agenda(case.desk)
    audience = WHOLE_PANEL
    line = only(agenda_model(case.desk, meeting, audience).escalations)
    assert (line.reference, line.ask, line.to) == (
        "E26-001",
        ASK,
        "Jowan Penrose, Head of service",
    )
    assert line.person == "KT (KP-0001)"
    assert line.status.text == "Partly resolved"
    assert line.answer == "A room until the end of January.\nConditions: With a visit each week."
    pack = pack_model(case.desk, meeting, audience)
    assert only(pack.escalations) == line
    assert only(pack.cases[0].escalations) == line


def test_what_is_overdue_says_so(case: Stuck, clock: Clock) -> None:
    case.asked()
    clock.move(days=11)
    meeting = next_agenda(case.desk)
    line = only(agenda_model(case.desk, meeting, WHOLE_PANEL).escalations)
    assert (line.status.text, line.answer) == ("Overdue", "")


def test_a_draft_is_no_part_of_the_plan_and_what_was_sent_is(case: Stuck) -> None:
    a_plan(case.desk, case.person)
    audience = WHOLE_PANEL
    key = case.escalate()
    assert plan_model(case.desk, case.person, audience).escalations == ()
    send_escalation(case.desk, key, seen=1)
    assert only(plan_model(case.desk, case.person, audience).escalations).ask == ASK


def test_who_must_not_be_told_finds_none_of_it(case: Stuck) -> None:
    answer_escalation(case.desk, case.asked(), PARTLY, seen=2)
    meeting = next_agenda(case.desk)
    exclude_agency(case.desk, case.person, agency_id=POLICE, reason="They asked for it")
    police = read_audience_of(case.desk, POLICE)
    assert agenda_model(case.desk, meeting, police).escalations == ()
    assert pack_model(case.desk, meeting, police).escalations == ()


def test_minutes_keep_the_ask_as_it_was_when_they_went_out(case: Stuck) -> None:
    meeting = next_agenda(case.desk)
    issue_agenda(case.desk, meeting)
    open_meeting(case.desk, meeting, at=TEN)
    record_statement_read(case.desk, meeting, at=TEN, by_id=CHAIR)
    escalate_barrier(case.desk, case.barrier.id, seen=1, meeting_id=meeting)
    (row,) = find_escalations(case.desk)
    words = {"ask": ASK, "receiver": "Jowan Penrose"}
    seen = change_draft(case.desk, row.id, seen=row.revision, **words).result.revision
    audience = WHOLE_PANEL
    drafted = only(minutes_model(case.desk, meeting, audience).escalations)
    for item in items_of(case.desk, meeting):
        take_item(case.desk, item.id)
    close_meeting(case.desk, meeting, at=NOON)
    draft_minutes(case.desk, meeting)
    issue_minutes(case.desk, meeting)
    later = {"ask": "Something else.", "receiver": "Somebody else", "level": 3}
    change_draft(case.desk, row.id, seen=seen, **later)
    issued = only(minutes_model(case.desk, meeting, audience).escalations)
    assert issued == drafted
    assert (issued.ask, issued.person) == (ASK, "KT (KP-0001)")
