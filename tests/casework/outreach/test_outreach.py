"""A day's outreach: who is to be found, the sheet, what came of it in one pass."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.cases.periods import read_cases
from coordinator.casework.desk import Desk
from coordinator.casework.directory.professionals import record_leaving
from coordinator.casework.disclosing.exclusions import exclude_agency, exclude_worker
from coordinator.casework.outreach.missing import find_missing, note_missing
from coordinator.casework.outreach.reads import (
    find_areas,
    find_sheet,
    find_sheets,
    read_sheet,
    read_to_find,
)
from coordinator.casework.outreach.results import enter_results
from coordinator.casework.outreach.sheets import (
    add_to_sheet,
    assign_lines,
    change_sheet_line,
    make_sheet,
    reorder_sheet,
    take_off_sheet,
)
from coordinator.casework.people.contacts import find_contacts, log_contact
from coordinator.casework.people.entering import record_death
from coordinator.casework.people.safety import add_warning
from coordinator.casework.records.undoing import undo_act
from coordinator.db.models import Case, Person, Protocol, ProtocolStep
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import (
    DuplicateRecordError,
    GuardError,
    InvalidFieldsError,
)
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.lists.outreach import WhyFind
from coordinator.domain.outcomes import Done
from coordinator.domain.outreach import LineResult, Sheet
from coordinator.domain.people.contacts import NewContact
from coordinator.domain.people.missing import LastKnown
from coordinator.domain.roles import Right
from coordinator.domain.states import Answer, CasePhase, CaseStatus, Sensitivity
from tests.casework.entries_on_file import a_person, case_of
from tests.stores import (
    COORDINATOR,
    NOON,
    OFFICER,
    POLICE,
    TODAY,
    WORKER,
    Clock,
)

EARLY = TODAY - timedelta(days=60)


def somebody(desk: Desk, name: str = "Kezia", *, seen: int | None = None, **about: Any) -> UUID:
    """Put somebody on file whose case is old; `seen` days ago, or never."""
    person = a_person(desk, name)
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.get(Case, case_of(desk, person)).opened_on = EARLY
        for field, value in about.items():
            setattr(tx.get(Person, person), field, value)
        tx.journal("test.arranged")
    if seen is not None:
        tried(desk, person, days=seen)
    return person


def tried(
    desk: Desk,
    person: UUID,
    *,
    days: int,
    result: ContactResult = ContactResult.MET_BRIEF,
    **more: Any,
) -> UUID:
    at = NOON - timedelta(days=days)
    new = NewContact(person, at, ContactType.STREET, result, **more)
    return log_contact(desk, new).result


def whys(desk: Desk, on: date = TODAY, area: str = "") -> dict[UUID, tuple[WhyFind, ...]]:
    return {one.person: one.why for one in read_to_find(desk, on, area)}


def sheet_of(desk: Desk, **more: Any) -> Sheet:
    return read_sheet(desk, make_sheet(desk, TODAY, **more).result)


def made_by(done: Done[Any]) -> UUID:
    """Give the act something was done by, to take it back."""
    assert done.changes.act is not None
    return done.changes.act


def result(line: UUID, said: ContactResult = ContactResult.NOT_THERE, **more: Any) -> LineResult:
    return LineResult(line, said, more.pop("at", NOON), **more)


def test_somebody_unseen_for_a_week_is_to_be_found_and_after_two_it_is_asked_if_missing(
    desk: Desk,
) -> None:
    seen = {days: somebody(desk, seen=days) for days in (6, 7, 13, 14)}
    never = somebody(desk)
    found = whys(desk)
    assert seen[6] not in found
    assert found[seen[7]] == found[seen[13]] == (WhyFind.NOT_SEEN,)
    assert found[seen[14]] == found[never] == (WhyFind.MAYBE_MISSING,)


def test_what_the_newest_try_said_about_the_next_one_counts(desk: Desk) -> None:
    again, later, since = (somebody(desk, seen=2) for _ in range(3))
    for person, day in ((again, TODAY), (later, TODAY + timedelta(days=1)), (since, TODAY)):
        tried(desk, person, days=1, result=ContactResult.NOT_THERE, next_try_on=day)
    tried(desk, since, days=0, result=ContactResult.SIGHTED)
    assert whys(desk) == {again: (WhyFind.TRY_AGAIN,)}


def test_an_action_due_a_step_due_and_a_new_home_are_reasons(desk: Desk) -> None:
    acting, stepping, housed = (somebody(desk, seen=5) for _ in range(3))
    add_action(desk, NewAction("Ring", WORKER, TODAY, acting))
    with desk.act(Right.EDIT_PLAN) as tx:
        protocol = Protocol(
            id=desk.new_id(), person_id=stepping, started_on=EARLY, started_by_id=COORDINATOR
        )
        tx.add(protocol)
        tx.session.flush()
        tx.add(
            ProtocolStep(
                id=desk.new_id(),
                protocol_id=protocol.id,
                person_id=stepping,
                text="Ask the mother",
                due_on=TODAY,
            )
        )
        case = tx.get(Case, case_of(desk, housed))
        case.phase, case.moved_in_on, case.contact_every = CasePhase.SUSTAINING, EARLY, 5
        tx.journal("test.arranged")
    assert whys(desk) == {
        acting: (WhyFind.ACTIONS_DUE,),
        stepping: (WhyFind.STEP_DUE,),
        housed: (WhyFind.MOVED_IN,),
    }


def test_what_only_few_may_read_is_no_reason_on_a_sheet(desk: Desk) -> None:
    person = somebody(desk, seen=1)
    new = NewAction("Ring", WORKER, TODAY, person, sensitivity=Sensitivity.RESTRICTED)
    add_action(desk, new)
    assert whys(desk) == {}


def test_a_paused_case_is_left_in_peace(desk: Desk) -> None:
    person = somebody(desk)
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.get(Case, case_of(desk, person)).status = CaseStatus.PAUSED
        tx.journal("test.arranged")
    assert whys(desk) == {}


def test_an_area_is_a_town_or_a_place_people_are_found_at(desk: Desk) -> None:
    town = somebody(desk, place="Porthmelyn")
    found_there = somebody(desk, place="Elsewhere", usual_places="Station, PORTHMELYN quay")
    other = somebody(desk, place="Elsewhere")
    assert set(whys(desk, area="porthmelyn")) == {town, found_there}
    assert set(whys(desk)) == {town, found_there, other}
    assert find_areas(desk) == ("Elsewhere", "Porthmelyn")


def test_a_sheet_tells_all_a_worker_needs(desk: Desk) -> None:
    person = somebody(
        desk,
        seen=20,
        usual_places="The bus station",
        phone="07700 900001",
        safe_to_call=False,
        safe_contact="Not after six",
    )
    for days in (19, 18, 17):
        tried(desk, person, days=days, result=ContactResult.NOT_THERE, worker_id=WORKER)
    add_warning(desk, person, text="Keeps a dog", source="A neighbour", person_told=Answer.YES)
    add_action(desk, NewAction("Bring the form", WORKER, TODAY, person))
    (line,) = sheet_of(desk).lines
    assert (line.where, line.worker, line.agency) == (
        "The bus station",
        "Rhys Roskilly",
        "Kerrow Homes",
    )
    assert line.why == "Missing? Not seen for 20 days; 1 action is due"
    assert (line.phone, line.safe_to_call, line.safe_contact) == (
        "07700 900001",
        False,
        "Not after six",
    )
    assert (line.days_since_seen, len(line.tries)) == (20, 3)
    assert [one.at.date() for one in line.tries] == [
        TODAY - timedelta(days=days) for days in (17, 18, 19)
    ]
    assert [(one.text, one.source) for one in line.warnings] == [("Keeps a dog", "A neighbour")]
    assert [(one.text, one.owner) for one in line.actions] == [("Bring the form", "Rhys Roskilly")]


def test_nobody_is_sent_to_find_somebody_who_died_and_what_was_entered_stays(desk: Desk) -> None:
    one, two, three = (somebody(desk) for _ in range(3))
    note_missing(desk, one, LastKnown())
    sheet = sheet_of(desk)
    lines = {line.person: line.id for line in sheet.lines}
    enter_results(desk, sheet.id, [result(lines[two])])
    for person in (one, two):
        record_death(desk, person, died_on=TODAY, source="The ward")
    assert {line.person for line in read_sheet(desk, sheet.id).lines} == {two, three}
    assert [(row.people, row.entered) for row in find_sheets(desk)] == [(2, 1)]
    assert find_missing(desk).missing == ()


def test_the_missing_come_first_then_who_is_unseen_longest(desk: Desk) -> None:
    week, month = somebody(desk, seen=8), somebody(desk, seen=30)
    again = somebody(desk, seen=1)
    tried(desk, again, days=0, result=ContactResult.NO_REPLY, next_try_on=TODAY)
    assert [line.person for line in sheet_of(desk).lines] == [month, again, week]


def test_a_day_has_one_sheet_for_an_area(desk: Desk) -> None:
    first = make_sheet(desk, TODAY, "Porthmelyn").result
    with pytest.raises(DuplicateRecordError) as refused:
        make_sheet(desk, TODAY, "porthmelyn ")
    assert refused.value.record == first
    make_sheet(desk, TODAY)
    with pytest.raises(InvalidFieldsError):
        make_sheet(desk, TODAY - timedelta(days=1))
    assert find_sheet(desk, TODAY, "Nowhere") is None


def test_people_are_put_on_taken_off_and_put_in_order_by_hand(desk: Desk) -> None:
    one, two, three = somebody(desk), somebody(desk, seen=1), somebody(desk)
    sheet = make_sheet(desk, TODAY, people=[one, three]).result
    added = add_to_sheet(desk, two, sheet, why="Asked for us").result
    with pytest.raises(DuplicateRecordError):
        add_to_sheet(desk, two, sheet)
    reorder_sheet(desk, sheet, [added])
    lines = read_sheet(desk, sheet).lines
    assert [line.person for line in lines] == [two, one, three]
    assert lines[0].why == "Asked for us"
    take_off_sheet(desk, lines[1].id)
    assert [line.person for line in read_sheet(desk, sheet).lines] == [two, three]


def test_lines_are_given_to_workers_whose_agency_may_know(desk: Desk) -> None:
    one, two = somebody(desk), somebody(desk)
    exclude_agency(desk, two, agency_id=POLICE, reason="They asked for it")
    sheet = sheet_of(desk)
    lines = {line.person: line for line in sheet.lines}
    with pytest.raises(GuardError, match="agency-not-told"):
        assign_lines(desk, [line.id for line in sheet.lines], OFFICER)
    assert {line.worker for line in read_sheet(desk, sheet.id).lines} == {""}
    assign_lines(desk, [lines[one].id], OFFICER)
    seen = lines[two].revision
    change_sheet_line(desk, lines[two].id, seen=seen, worker_id=WORKER, where="The pier")
    now = {line.person: line for line in read_sheet(desk, sheet.id).lines}
    assert (now[one].worker, now[two].worker, now[two].where) == (
        "Dylan Ashdown",
        "Rhys Roskilly",
        "The pier",
    )


@pytest.mark.parametrize("whole_agency", [True, False])
def test_whoever_must_no_longer_be_told_is_off_the_sheet_and_what_is_over_keeps_its_names(
    desk: Desk, clock: Clock, *, whole_agency: bool
) -> None:
    person = somebody(desk)
    sheet = sheet_of(desk)
    assign_lines(desk, [sheet.lines[0].id], OFFICER)
    if whole_agency:
        exclude_agency(desk, person, agency_id=POLICE, reason="They asked for it")
    else:
        exclude_worker(desk, person, professional_id=OFFICER, reason="A cousin")
    (line,) = read_sheet(desk, sheet.id).lines
    assert (line.worker_id, line.worker, line.agency) == (None, "", "")
    clock.move(days=1)
    (line,) = read_sheet(desk, sheet.id).lines
    assert line.worker_id == OFFICER


def test_nobody_is_looked_for_by_somebody_who_has_left(desk: Desk) -> None:
    somebody(desk)
    sheet = sheet_of(desk)
    (line,) = sheet.lines
    record_leaving(desk, OFFICER, on=TODAY)
    with pytest.raises(GuardError, match="professional-left"):
        assign_lines(desk, [line.id], OFFICER)
    with pytest.raises(GuardError, match="professional-left"):
        change_sheet_line(desk, line.id, seen=line.revision, worker_id=OFFICER)
    assert read_sheet(desk, sheet.id).lines == sheet.lines


def test_who_tried_last_is_not_proposed_when_their_agency_must_not_be_told(desk: Desk) -> None:
    person = somebody(desk)
    tried(desk, person, days=20, result=ContactResult.NO_REPLY, worker_id=OFFICER)
    exclude_agency(desk, person, agency_id=POLICE, reason="They asked for it")
    (line,) = sheet_of(desk).lines
    assert line.worker_id is None


def test_a_whole_sheet_is_entered_in_one_pass_and_undone_as_one(desk: Desk) -> None:
    people = [somebody(desk) for _ in range(3)]
    sheet = sheet_of(desk)
    entered = enter_results(
        desk,
        sheet.id,
        [
            result(sheet.lines[0].id, ContactResult.MET_ENGAGED, note="Wants a bed"),
            result(sheet.lines[1].id, worker_id=WORKER, next_try_on=TODAY),
        ],
    )
    assert entered.result == 2
    now = read_sheet(desk, sheet.id).lines
    assert [line.contact and line.contact.result for line in now] == [
        ContactResult.MET_ENGAGED,
        ContactResult.NOT_THERE,
        None,
    ]
    assert (now[0].contact and now[0].contact.note, now[0].days_since_seen) == ("Wants a bed", 0)
    assert now[1].contact is not None
    assert now[1].contact.worker == "Rhys Roskilly"
    assert [(row.people, row.entered) for row in find_sheets(desk)] == [(3, 2)]
    undo_act(desk, made_by(entered))
    assert all(line.contact is None for line in read_sheet(desk, sheet.id).lines)
    assert all(find_contacts(desk, person).rows == () for person in people)


def test_nothing_of_a_pass_is_kept_when_one_line_cannot_be(desk: Desk, clock: Clock) -> None:
    somebody(desk), somebody(desk)
    sheet = sheet_of(desk)
    first, second = (line.id for line in sheet.lines)
    for wrong in (
        [],
        [result(first), result(first)],
        [result(first), result(second, at=NOON + timedelta(hours=1))],
        [result(first), result(second, at=NOON - timedelta(days=1))],
        [result(first), result(second, at=datetime(2026, 11, 19, 9))],  # noqa: DTZ001
        [result(first), result(second, next_try_on=TODAY - timedelta(days=1))],
    ):
        with pytest.raises(InvalidFieldsError):
            enter_results(desk, sheet.id, wrong)
    assert all(line.contact is None for line in read_sheet(desk, sheet.id).lines)
    enter_results(desk, sheet.id, [result(first)])
    with pytest.raises(GuardError, match="outreach-entered"):
        enter_results(desk, sheet.id, [result(first), result(second)])
    with pytest.raises(GuardError, match="outreach-entered"):
        take_off_sheet(desk, first)


def test_a_result_entered_days_later_is_marked_late(desk: Desk, clock: Clock) -> None:
    person = somebody(desk)
    sheet = sheet_of(desk)
    clock.move(hours=73)
    enter_results(desk, sheet.id, [result(sheet.lines[0].id)])
    assert [row.is_late for row in find_contacts(desk, person).rows] == [True]


def test_tries_never_close_or_pause_anything(desk: Desk, clock: Clock) -> None:
    person = somebody(desk)
    for _day in range(30):
        on = desk.today()
        sheet = read_sheet(desk, make_sheet(desk, on).result)
        (line,) = sheet.lines
        for said in (ContactResult.NOT_THERE,):
            enter_results(desk, sheet.id, [result(line.id, said, at=clock.at)])
        clock.move(days=1)
    (case,) = read_cases(desk, person)
    assert (case.status, case.closed_on) == (CaseStatus.OPEN, None)
    assert whys(desk, desk.today()) == {person: (WhyFind.MAYBE_MISSING,)}
