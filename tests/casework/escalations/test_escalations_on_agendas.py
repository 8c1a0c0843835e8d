"""Answers, and answers that did not come, stand on the next agenda by themselves."""

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.escalations.answering import answer_escalation, close_escalation
from coordinator.casework.escalations.climbing import move_to_next_level
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import write_agenda
from coordinator.casework.week.this_week import read_this_week
from coordinator.db.models import Action
from coordinator.domain.escalations.rules import Effect
from coordinator.domain.escalations.views import Awaited
from coordinator.domain.lists.escalations import EscalationEffect
from coordinator.domain.lists.meetings import AgendaKind, WhyListed
from coordinator.domain.meetings.views import AgendaEntry
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import Sensitivity
from tests.casework.stuck_people import ASK, PARTLY, Stuck, stuck
from tests.meetings import add_seats, next_meeting_of, weekly
from tests.stores import HOUSING, WORKER, Clock, sitting


@pytest.fixture
def case(desk: Desk) -> Stuck:
    add_seats(desk)
    return stuck(desk)


def lines(case: Stuck, reader: Desk | None = None) -> list[AgendaEntry]:
    """Write the next agenda and give its lines about escalations."""
    meeting = next_meeting_of(case.desk, weekly(case.desk))
    write_agenda(case.desk, meeting)
    agenda = read_agenda(reader or case.desk, meeting)
    return [one for one in agenda.entries if one.kind is AgendaKind.ESCALATION_ANSWER]


def test_an_answer_comes_to_the_next_agenda_with_what_was_asked(case: Stuck) -> None:
    key = case.asked()
    answer_escalation(case.desk, key, PARTLY, seen=2)
    (line,) = lines(case)
    assert line.why == (WhyListed.ESCALATION_ANSWERED,)
    assert line.person is not None
    assert line.escalation is not None
    assert (line.escalation.number, line.escalation.ask) == ("E26-001", ASK)
    assert line.escalation.answer == PARTLY.text


def test_an_answer_that_is_overdue_comes_too_and_what_is_not_due_waits(
    case: Stuck, clock: Clock
) -> None:
    case.asked()
    other = stuck(case.desk)
    other.asked(level=3)
    clock.move(days=11)
    (line,) = lines(case)
    assert line.why == (WhyListed.ESCALATION_OVERDUE,)
    assert line.person is not None
    assert line.person.id == case.person


def test_what_is_closed_falls_off_the_agenda_that_is_written_again(case: Stuck) -> None:
    key = case.asked()
    answer_escalation(case.desk, key, PARTLY, seen=2)
    meeting = next_meeting_of(case.desk, weekly(case.desk))
    write_agenda(case.desk, meeting)
    close_escalation(case.desk, key, Effect(EscalationEffect.NONE), seen=3)
    write_agenda(case.desk, meeting)
    kinds = [one.kind for one in read_agenda(case.desk, meeting).entries]
    assert AgendaKind.ESCALATION_ANSWER not in kinds


def test_who_may_not_have_what_is_restricted_has_no_line_of_it(case: Stuck) -> None:
    answer_escalation(case.desk, case.asked(), PARTLY, seen=2)
    with case.desk.act(Right.UPDATE_ACTIONS) as tx:
        tx.get(Action, case.action).sensitivity = Sensitivity.RESTRICTED
        tx.journal("test.arranged")
    auditor = sitting(case.desk, WORKER, Role.AUDITOR, HOUSING)
    assert lines(case, auditor) == []


def test_the_first_screen_counts_answers_what_is_overdue_and_what_was_never_sent(
    case: Stuck, clock: Clock
) -> None:
    answer_escalation(case.desk, case.asked(), PARTLY, seen=2)
    late = stuck(case.desk).asked()
    assert read_this_week(case.desk).escalations == Awaited(answered=1)
    clock.move(days=11)
    stuck(case.desk).escalate()
    assert read_this_week(case.desk).escalations == Awaited(1, 1, 1)
    move_to_next_level(case.desk, late, seen=2)
    assert read_this_week(case.desk).escalations == Awaited(1, 0, 2)


def test_the_days_are_those_of_the_meeting(case: Stuck, clock: Clock) -> None:
    case.asked()
    clock.move(days=6)  # a day before it is due; the next Thursday is its last day
    assert lines(case) == []
    clock.move(days=2)
    assert len(lines(case)) == 1
