"""Money at meetings: the agenda counts it, the meeting decides it, its minutes keep it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.live.covering import cover_item
from coordinator.casework.live.reads import read_live_item, read_live_meeting
from coordinator.casework.live.wall import read_wall_item
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import write_agenda
from coordinator.casework.meetings.discussions import take_item
from coordinator.casework.meetings.minutes import approve_minutes, draft_minutes, issue_minutes
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import close_meeting
from coordinator.casework.money.deciding import decide_money
from coordinator.casework.money.reading import read_money
from coordinator.casework.money.requests import ask_for_money
from coordinator.casework.money.spending import note_move, take_back_move
from coordinator.casework.plans.goals import add_goal
from coordinator.casework.records.undoing import undo_act
from coordinator.domain.errors import GuardError
from coordinator.domain.lists.panel import Feature
from coordinator.domain.meetings.came_of import MoneyDecided
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.outcomes import Done
from coordinator.domain.person.case_sheets import WHOLE_PANEL
from coordinator.domain.roles import Role
from coordinator.domain.states import BudgetStatus, Sensitivity
from coordinator.papers.agendas import agenda_model
from coordinator.papers.minutes import minutes_model
from tests.casework.entries_on_file import a_plan
from tests.casework.money.asked_for import a_request, spent, yes
from tests.meetings import (
    NOON,
    add_case,
    add_seats,
    items_of,
    next_meeting_of,
    opened_meeting,
    weekly,
)
from tests.stores import CHAIR, COUNCIL, POLICE, TODAY, sitting
from tests.switched import switch_on

FEW = Sensitivity.RESTRICTED


@pytest.fixture
def asked(desk: Desk) -> tuple[UUID, UUID]:
    """Somebody on the caseload for whom a bed was asked for: the person, and the request."""
    add_seats(desk)
    person, _case = add_case(desk, next_review_on=TODAY)
    return person, request(desk, person)


def request(desk: Desk, person: UUID, **fields: Any) -> UUID:
    with desk.read() as look:
        live = look.plans.live_of(person)
    plan = live.id if live is not None else a_plan(desk, person)
    goal = add_goal(desk, plan, own_words="A bed of my own", panel_words="")
    switch_on(desk, Feature.MONEY)
    return ask_for_money(desk, person, a_request(goal.result, **fields)).result


def decided(desk: Desk, line: UUID, meeting: UUID, pence: int | None = 20_000) -> Done[int]:
    (one,) = (one for one in _lines(desk) if one[0] == line)
    return decide_money(desk, line, replace(yes(pence), meeting_id=meeting), seen=one[1])


def _lines(desk: Desk) -> list[tuple[UUID, int]]:
    with desk.read() as look:
        return [(one.id, one.revision) for one in look.money.lines()]


def in_record(desk: Desk, meeting: UUID) -> list[MoneyDecided]:
    return [one for item in read_meeting(desk, meeting).items for one in item.money]


def item_of(desk: Desk, meeting: UUID, person: UUID) -> UUID:
    return next(one.id for one in items_of(desk, meeting) if one.person_id == person)


def issued(desk: Desk, meeting: UUID) -> None:
    for item in items_of(desk, meeting):
        take_item(desk, item.id)
    close_meeting(desk, meeting, at=NOON)
    draft_minutes(desk, meeting)
    issue_minutes(desk, meeting)


def test_the_agenda_tells_how_many_requests_wait_and_none_once_it_is_over(
    desk: Desk, asked: tuple[UUID, UUID]
) -> None:
    request(desk, asked[0])
    meeting = next_meeting_of(desk, weekly(desk))
    write_agenda(desk, meeting)
    assert read_agenda(desk, meeting).money_waiting == 2
    (topic,) = [
        one for one in agenda_model(desk, meeting, WHOLE_PANEL).topics if one.title == "Money"
    ]
    assert topic.text == "2 requests for money wait for a decision."
    decide_money(desk, asked[1], yes(None), seen=1)
    (topic,) = [
        one for one in agenda_model(desk, meeting, WHOLE_PANEL).topics if one.title == "Money"
    ]
    assert topic.text == "1 request for money waits for a decision."


def test_without_a_request_the_agenda_says_nothing_of_money(
    desk: Desk, asked: tuple[UUID, UUID]
) -> None:
    decide_money(desk, asked[1], yes(30_000), seen=1)
    meeting = next_meeting_of(desk, weekly(desk))
    write_agenda(desk, meeting)
    assert read_agenda(desk, meeting).money_waiting == 0
    titles = [one.title for one in agenda_model(desk, meeting, WHOLE_PANEL).topics]
    assert "Money" not in titles


def test_who_must_not_hear_of_somebody_counts_no_request_for_them(
    desk: Desk, asked: tuple[UUID, UUID]
) -> None:
    meeting = next_meeting_of(desk, weekly(desk))
    write_agenda(desk, meeting)
    officer = Reader(Role.CHAIR, POLICE)
    assert read_agenda(desk, meeting, reader=officer).money_waiting == 1
    exclude_agency(desk, asked[0], agency_id=POLICE, reason="They asked for it")
    assert read_agenda(desk, meeting, reader=officer).money_waiting == 0
    assert read_agenda(desk, meeting).money_waiting == 1


def test_the_open_item_shows_what_waits_and_then_what_was_decided(
    desk: Desk, asked: tuple[UUID, UUID]
) -> None:
    person, line = asked
    meeting = opened_meeting(desk)
    at = item_of(desk, meeting, person)
    (waiting,) = read_live_item(desk, meeting, at).money.waiting
    assert (waiting.id, waiting.asked_pence) == (line, 30_000)
    decided(desk, line, meeting)
    item = read_live_item(desk, meeting, at)
    assert item.money.waiting == ()
    assert [one.status for one in item.money.decided] == [BudgetStatus.PART_AGREED]
    (told,) = item.record.money
    assert (told.agreed_pence, told.asked_pence) == (20_000, 30_000)
    outline = {one.entry.id: one.decisions for one in read_live_meeting(desk, meeting).lines}
    assert outline[at] == 1


def test_the_minutes_tell_what_was_decided_by_whom_and_why(
    desk: Desk, asked: tuple[UUID, UUID]
) -> None:
    meeting = opened_meeting(desk)
    decided(desk, asked[1], meeting)
    (person,) = minutes_model(desk, meeting, WHOLE_PANEL).people
    (line,) = person.decisions
    assert line.text == "£200 of the £300 asked for agreed: A bed (Personal budget)"
    assert line.reason == "It is cheaper than a hostel"
    assert "Morwenna" in line.how


def test_a_refusal_stands_in_the_minutes_too(desk: Desk, asked: tuple[UUID, UUID]) -> None:
    meeting = opened_meeting(desk)
    decided(desk, asked[1], meeting, None)
    (person,) = minutes_model(desk, meeting, WHOLE_PANEL).people
    assert person.decisions[0].text == "The £300 asked for not agreed: A bed (Personal budget)"


def test_a_restricted_request_stands_on_the_sheet_apart_alone_and_on_no_wall(
    desk: Desk, asked: tuple[UUID, UUID]
) -> None:
    person, _line = asked
    line = request(desk, person, purpose="A quiet journey", sensitivity=FEW)
    meeting = opened_meeting(desk)
    decided(desk, line, meeting, 30_000)
    (told,) = minutes_model(desk, meeting, WHOLE_PANEL).people
    assert not any("quiet" in one.text for one in told.decisions)
    assert "A quiet journey" in told.restricted
    at = item_of(desk, meeting, person)
    wall = read_wall_item(desk, meeting, at, names_shown=True).item
    assert wall is not None
    assert not any("quiet" in one.text for one in wall.decisions)
    covered = cover_item(desk, meeting, read_live_item(desk, meeting, at))
    assert covered.record.money == ()
    assert covered.money.lines == ()


def test_the_wall_shows_what_was_decided(desk: Desk, asked: tuple[UUID, UUID]) -> None:
    person, line = asked
    meeting = opened_meeting(desk)
    decided(desk, line, meeting)
    wall = read_wall_item(desk, meeting, item_of(desk, meeting, person), names_shown=False).item
    assert wall is not None
    assert [one.text for one in wall.decisions] == [
        "£200 of the £300 asked for agreed: A bed (Personal budget)"
    ]


def test_minutes_that_went_out_keep_what_was_said_there_when_it_is_decided_anew(
    desk: Desk, asked: tuple[UUID, UUID]
) -> None:
    meeting = opened_meeting(desk)
    decided(desk, asked[1], meeting)
    issued(desk, meeting)
    before = in_record(desk, meeting)
    assert [one.agreed_pence for one in before] == [20_000]
    decide_money(desk, asked[1], yes(30_000, "They need all of it"), seen=2)
    assert in_record(desk, meeting) == before


def test_what_was_decided_elsewhere_is_in_no_minutes(desk: Desk, asked: tuple[UUID, UUID]) -> None:
    meeting = opened_meeting(desk)
    decide_money(desk, asked[1], yes(30_000), seen=1)
    assert in_record(desk, meeting) == []
    issued(desk, meeting)
    assert in_record(desk, meeting) == []


def test_nothing_is_decided_at_a_meeting_whose_minutes_went_out(
    desk: Desk, asked: tuple[UUID, UUID]
) -> None:
    meeting = opened_meeting(desk)
    issued(desk, meeting)
    approve_minutes(sitting(desk, CHAIR, Role.CHAIR, COUNCIL), meeting)
    with pytest.raises(GuardError):
        decided(desk, asked[1], meeting)


def test_a_decision_is_taken_back_as_long_as_nothing_went_out_on_it(
    desk: Desk, asked: tuple[UUID, UUID]
) -> None:
    person, line = asked
    meeting = opened_meeting(desk)
    act = decided(desk, line, meeting, 30_000).changes.act
    assert act is not None
    entry = note_move(desk, line, spent(5_000)).result
    with pytest.raises(GuardError) as refused:
        undo_act(desk, act)
    assert refused.value.guard == "act-built-on"
    assert read_money(desk, person).lines[0].status is BudgetStatus.AGREED
    take_back_move(desk, entry, reason="Not paid after all")
    undo_act(desk, act)
    (row,) = read_money(desk, person).lines
    assert (row.status, row.meeting, row.decided_on) == (BudgetStatus.ASKED, "", None)
    assert in_record(desk, meeting) == []


def test_a_decision_in_minutes_that_went_out_is_not_taken_back_but_decided_anew(
    desk: Desk, asked: tuple[UUID, UUID]
) -> None:
    person, line = asked
    meeting = opened_meeting(desk)
    decided(desk, line, meeting, None)
    act = decided(desk, line, meeting, 30_000).changes.act
    assert act is not None
    issued(desk, meeting)
    with pytest.raises(GuardError, match="minutes-issued"):
        undo_act(desk, act)
    approve_minutes(sitting(desk, CHAIR, Role.CHAIR, COUNCIL), meeting)
    with pytest.raises(GuardError, match="minutes-approved"):
        undo_act(desk, act)
    (row,) = read_money(desk, person).lines
    assert (row.status, row.standing.agreed) == (BudgetStatus.AGREED, 30_000)
    decide_money(desk, line, yes(20_000), seen=row.revision)
    assert [one.agreed_pence for one in in_record(desk, meeting)] == [30_000]


def test_who_asked_does_not_decide_in_the_meeting_either(
    desk: Desk, asked: tuple[UUID, UUID]
) -> None:
    person, _line = asked
    line = request(desk, person, asked_by=CHAIR)
    meeting = opened_meeting(desk)
    said = replace(yes(30_000), decided_by=None, meeting_id=meeting)
    with pytest.raises(GuardError) as refused:
        decide_money(desk, line, said, seen=1)
    assert refused.value.guard == "own-request"


def test_somebody_elses_money_is_on_nobodys_item(desk: Desk, asked: tuple[UUID, UUID]) -> None:
    other, _case = add_case(desk, "Demelza", next_review_on=TODAY - timedelta(days=1))
    meeting = opened_meeting(desk)
    assert read_live_item(desk, meeting, item_of(desk, meeting, other)).money.lines == ()
