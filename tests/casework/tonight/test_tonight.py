"""Who holds tonight: what was promised, what is planned, what nobody covers, what is ahead."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.directory.professionals import record_leaving
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.meetings.offers import record_offer
from coordinator.casework.people.contacts import log_contact
from coordinator.casework.tonight.holding import (
    add_coming_move,
    change_coming_move,
    end_holding,
    say_move_happened,
    say_who_holds,
)
from coordinator.casework.tonight.reading import read_strip, read_tonight
from coordinator.db.models import OutreachLine, OutreachSheet, Person
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import GuardError, InvalidFieldsError, WithheldError
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.lists.outreach import ComingMoveKind, DayPart
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.people.contacts import NewContact
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import MeetingStatus, Sensitivity
from coordinator.domain.tonight import NewHolding, NewMove, PartState, Strip, TouchSource
from tests.casework.counting import queries
from tests.casework.entries_on_file import a_meeting, a_person
from tests.stores import COORDINATOR, HEALTH, HOUSING, NOON, NURSE, TODAY, WORKER, Clock, sitting

DAY = timedelta(days=1)
NIGHT = DayPart.NIGHT


@pytest.fixture
def person(desk: Desk) -> UUID:
    return a_person(desk)


def strip(desk: Desk, person: UUID) -> Strip:
    (found,) = read_strip(desk, person).strips
    return found


def held(desk: Desk, person: UUID) -> dict[tuple[int, DayPart], PartState]:
    """Give how each part is held, by days from today; what nobody covers is left out."""
    return {
        ((one.on - TODAY).days, one.part): one.state
        for one in strip(desk, person).parts
        if one.state is not PartState.NOBODY
    }


def test_a_week_is_shown_when_no_panel_is_in_the_calendar(desk: Desk, person: UUID) -> None:
    shown = read_strip(desk, person)
    assert (shown.first, shown.last, shown.panel_on) == (TODAY, TODAY + 6 * DAY, None)
    assert len(shown.strips[0].parts) == 7 * 3
    a_meeting(desk, on=TODAY + 4 * DAY, status=MeetingStatus.SCHEDULED)
    shown = read_strip(desk, person)
    assert (shown.last, shown.panel_on) == (TODAY + 3 * DAY, TODAY + 4 * DAY)


def test_a_promise_covers_its_weekdays_and_parts(desk: Desk, person: UUID) -> None:
    weekends = NewHolding(
        (DayPart.EVENING, NIGHT), TODAY, weekdays=("sat", "sun"), worker_id=NURSE
    )
    assert len(say_who_holds(desk, person, weekends).result) == 2
    say_who_holds(desk, person, NewHolding((NIGHT,), TODAY, TODAY, by="Her sister"))
    promised = PartState.PROMISED
    assert held(desk, person) == {
        (0, NIGHT): promised,
        (2, DayPart.EVENING): promised,
        (2, NIGHT): promised,
        (3, DayPart.EVENING): promised,
        (3, NIGHT): promised,
    }
    (night,) = [one for one in strip(desk, person).parts if (one.on, one.part) == (TODAY, NIGHT)]
    assert night.touches[0].who == "Her sister"
    on_file = {one.who: one.agency for one in strip(desk, person).holdings}
    assert on_file == {"Her sister": "", "Kasia Dębska": "Kerrow Mental Health"}


def test_what_is_planned_is_told_from_what_is_promised(desk: Desk, person: UUID) -> None:
    tried = NewContact(
        person, NOON, ContactType.STREET, ContactResult.NOT_THERE, next_try_on=TODAY + DAY
    )
    log_contact(desk, tried)
    visit = NewAction("Visit", NURSE, TODAY + 2 * DAY, person_id=person, kind=ActionKind.SUPPORT)
    add_action(desk, visit)
    ring = NewAction(
        "Ask the GP", NURSE, TODAY + 3 * DAY, person_id=person, kind=ActionKind.FIND_OUT
    )
    add_action(desk, ring)
    with desk.act(Right.RUN_MEETINGS) as tx:
        sheet = OutreachSheet(id=desk.new_id(), on=TODAY, made_by_id=COORDINATOR)
        tx.add(sheet)
        tx.session.flush()
        line = OutreachLine(
            id=desk.new_id(), sheet_id=sheet.id, person_id=person, worker_id=WORKER, where="Quay"
        )
        tx.add(line)
        tx.journal("test.arranged")
    planned = PartState.PLANNED
    assert held(desk, person) == {(n, DayPart.DAY): planned for n in (0, 1, 2)}
    say_who_holds(desk, person, NewHolding((DayPart.DAY,), TODAY, TODAY, worker_id=WORKER))
    first = strip(desk, person).parts[0]
    assert first.state is PartState.PROMISED
    assert [one.source for one in first.touches] == [TouchSource.HOLDING, TouchSource.OUTREACH]


def test_a_later_contact_takes_the_place_of_what_an_earlier_one_planned(
    desk: Desk, clock: Clock, person: UUID
) -> None:
    street, missed = ContactType.STREET, ContactResult.NOT_THERE
    log_contact(desk, NewContact(person, NOON, street, missed, next_try_on=TODAY + DAY))
    clock.move(minutes=30)
    log_contact(desk, NewContact(person, clock(), street, ContactResult.MET_ENGAGED))
    assert held(desk, person) == {}


def test_an_offer_covers_no_hour_and_stands_beside(desk: Desk, person: UUID) -> None:
    record_offer(desk, person, HOUSING, what="A warm room", to_on=TODAY + 2 * DAY)
    record_offer(desk, person, HOUSING, what="Gone", to_on=TODAY - DAY)
    assert held(desk, person) == {}
    assert [one.what for one in strip(desk, person).offers] == ["A warm room"]


def test_uncovered_evenings_and_weekends_are_marked(desk: Desk, person: UUID) -> None:
    every = NewHolding((DayPart.DAY,), TODAY, weekdays=("mon", "tue", "wed", "thu", "fri"), by="A")
    say_who_holds(desk, person, every)
    found = {((one.on - TODAY).days, one.part) for one in strip(desk, person).to_see_to}
    evenings = {(n, DayPart.EVENING) for n in range(7)}
    assert found == evenings | {(2, DayPart.DAY), (3, DayPart.DAY)}


def test_somebody_who_has_left_holds_nobody(desk: Desk, person: UUID) -> None:
    say_who_holds(desk, person, NewHolding((NIGHT,), TODAY, worker_id=WORKER))
    add_coming_move(desk, person, NewMove(ComingMoveKind.COURT, TODAY + DAY, worker_id=WORKER))
    assert strip(desk, person).unmet == ()
    record_leaving(desk, WORKER, on=TODAY)
    assert held(desk, person) == {}
    assert strip(desk, person).holdings[0].has_left
    assert len(strip(desk, person).unmet) == 1
    with pytest.raises(GuardError, match="professional-left"):
        say_who_holds(desk, person, NewHolding((NIGHT,), TODAY, worker_id=WORKER))


def test_a_line_ends_and_one_that_never_began_is_taken_out(desk: Desk, person: UUID) -> None:
    (old,) = say_who_holds(desk, person, NewHolding((NIGHT,), TODAY - 3 * DAY, by="A")).result
    (new,) = say_who_holds(desk, person, NewHolding((NIGHT,), TODAY + DAY, by="B")).result
    end_holding(desk, old)
    end_holding(desk, new)
    assert held(desk, person) == {}
    (brief,) = say_who_holds(desk, person, NewHolding((NIGHT,), TODAY, by="C")).result
    end_holding(desk, brief, last=TODAY + DAY)
    assert held(desk, person) == {(n, NIGHT): PartState.PROMISED for n in (0, 1)}


def test_a_change_ahead_is_flagged_until_somebody_is_named_for_it(
    desk: Desk, clock: Clock, person: UUID
) -> None:
    release = NewMove(ComingMoveKind.PRISON_RELEASE, TODAY + 2 * DAY, "10:00", "The gate")
    move = add_coming_move(desk, person, release).result
    (shown,) = strip(desk, person).unmet
    assert (shown.kind, shown.on, shown.at_time) == (release.kind, release.on, "10:00")
    change_coming_move(desk, move, seen=shown.revision, worker_id=WORKER)
    assert strip(desk, person).unmet == ()
    assert strip(desk, person).moves[0].met_by == "Rhys Roskilly"

    clock.move(days=5)
    assert strip(desk, person).moves[0].is_past  # nobody has said how it went
    say_move_happened(desk, move, outcome="Met at the gate")
    assert strip(desk, person).moves == ()
    with pytest.raises(GuardError, match="move-happened"):
        say_move_happened(desk, move)
    with pytest.raises(GuardError, match="move-happened"):
        change_coming_move(desk, move, seen=3, place="Elsewhere")


def test_what_cannot_be_is_refused_and_nothing_is_written(desk: Desk, person: UUID) -> None:
    with pytest.raises(GuardError, match="nobody-named"):
        say_who_holds(desk, person, NewHolding((NIGHT,), TODAY))
    with pytest.raises(InvalidFieldsError):
        add_coming_move(desk, person, NewMove(ComingMoveKind.COURT, TODAY - DAY))
    exclude_agency(desk, person, agency_id=HOUSING, reason="They asked for it")
    with pytest.raises(GuardError, match="agency-not-told"):
        say_who_holds(desk, person, NewHolding((NIGHT,), TODAY, worker_id=WORKER))
    with pytest.raises(GuardError, match="agency-not-told"):
        add_coming_move(desk, person, NewMove(ComingMoveKind.COURT, TODAY, worker_id=WORKER))
    assert (held(desk, person), strip(desk, person).moves) == ({}, ())


def test_the_caseload_puts_first_who_has_most_to_see_to(desk: Desk, person: UUID) -> None:
    safe, released = a_person(desk), a_person(desk)
    everything = NewHolding(tuple(DayPart), TODAY, by="The refuge")
    say_who_holds(desk, safe, everything)
    say_who_holds(desk, released, everything)
    add_coming_move(desk, released, NewMove(ComingMoveKind.PRISON_RELEASE, TODAY + DAY))
    assert [one.person_id for one in read_tonight(desk).strips] == [released, person, safe]


def test_who_may_not_see_somebody_sees_no_strip_of_theirs(desk: Desk, person: UUID) -> None:
    stranger = sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)
    assert read_tonight(stranger).strips == ()
    with pytest.raises(WithheldError):
        read_strip(stranger, person)
    secret = NewAction("Visit", NURSE, TODAY, person_id=person, sensitivity=Sensitivity.RESTRICTED)
    add_action(desk, secret)
    nurse = sitting(desk, NURSE, Role.REPRESENTATIVE, HEALTH)
    assert held(desk, person) != {}
    assert held(nurse, person) == {}


def test_the_dead_are_on_no_strip(desk: Desk, person: UUID) -> None:
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.get(Person, person).died_on = TODAY
        tx.journal("test.arranged")
    assert read_tonight(desk).strips == ()


def test_a_longer_caseload_asks_no_more_questions(desk: Desk) -> None:
    def fill(count: int) -> int:
        for _ in range(count):
            key = a_person(desk)
            say_who_holds(desk, key, NewHolding((NIGHT,), TODAY, worker_id=WORKER))
            add_coming_move(desk, key, NewMove(ComingMoveKind.COURT, TODAY, worker_id=NURSE))
            add_action(desk, NewAction("Visit", NURSE, TODAY, person_id=key))
        with queries(desk) as asked:
            read_tonight(desk)
        return len(asked)

    assert fill(1) == fill(8) <= 20
