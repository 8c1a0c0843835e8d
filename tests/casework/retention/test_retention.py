"""Whose time is over, what keeps a record longer, and that two people agree before it goes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from coordinator.casework.access.requests import (
    begin_access_request,
    refuse_access_request,
    withdraw_access_request,
)
from coordinator.casework.cases.phases import reopen_case
from coordinator.casework.desk import Desk
from coordinator.casework.people.entering import (
    correct_person,
    record_death,
    register_person,
    withdraw_death,
)
from coordinator.casework.retention.deciding import (
    confirm_by_list,
    confirm_disposal,
    decline_disposal,
    hold_record,
    look_at_hold_again,
    propose_disposal,
    release_hold,
)
from coordinator.casework.retention.reading import read_person_retention, read_retention
from coordinator.db.models import AccessRequest, Case, Person
from coordinator.domain.access.rules import NewAccessRequest
from coordinator.domain.errors import (
    DuplicateRecordError,
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
    ReasonNeededError,
)
from coordinator.domain.lists.panel import RetentionEnd, RetentionStart
from coordinator.domain.lists.sharing import DisposalWay, HoldKind
from coordinator.domain.months import after_months
from coordinator.domain.panel.settings import RetentionRule
from coordinator.domain.retention import Ended, Standing, copy_due_on, time_of
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import DisposalStatus
from tests.erased import LONG_AGO, end_case
from tests.meetings import add_case
from tests.stores import COUNCIL, HEALTH, NURSE, TODAY, sitting

LATER = TODAY + timedelta(days=90)
CASE = RetentionRule("Case", 72, RetentionStart.CASE_CLOSED, RetentionEnd.REVIEW)
DEATH = RetentionRule("Death", 96, RetentionStart.DEATH, RetentionEnd.REVIEW)
REFERRAL = RetentionRule("Referral", 24, RetentionStart.REFERRAL_ANSWERED, RetentionEnd.DESTROY)


@pytest.fixture
def person(desk: Desk) -> UUID:
    """Somebody whose last case was closed long ago."""
    key = add_case(desk, "Petroc")[0]
    end_case(desk, key)
    return key


def standing(desk: Desk) -> list[Standing]:
    return [one.standing for one in read_retention(desk).rows]


@pytest.mark.parametrize(
    ("day", "months", "wanted"),
    [
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(2020, 2, 29), 12, date(2021, 2, 28)),
        (date(2019, 3, 5), 72, date(2025, 3, 5)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_months_end_on_the_last_day_there_is(day: date, months: int, wanted: date) -> None:
    assert after_months(day, months) == wanted


def test_the_time_runs_from_the_last_end_and_stops_while_anything_is_open() -> None:
    rules = (CASE, replace(CASE, what="Audit", months=84), DEATH, REFERRAL)
    closed = Ended(False, date(2019, 3, 5), date(2018, 1, 1), None, date(2018, 1, 1))
    time = time_of(closed, rules)
    assert time is not None
    assert (time.rule, time.from_on) == ("Audit", date(2019, 3, 5))  # the longest holds
    assert time_of(replace(closed, is_open=True), rules) is None
    died = time_of(replace(closed, died_on=date(2018, 5, 5)), rules)
    assert died is not None
    assert (died.start, died.from_on) == (RetentionStart.DEATH, date(2019, 3, 5))
    refused = time_of(replace(closed, case_closed=None), rules)
    assert refused is not None
    assert (refused.start, refused.due_on) == (
        RetentionStart.REFERRAL_ANSWERED,
        date(2020, 1, 1),
    )
    assert time_of(closed, (DEATH,)) is None  # without a rule nothing is over


def test_a_copy_goes_by_the_shortest_rule_of_what_was_sent_or_of_its_meeting() -> None:
    sent = RetentionRule("Sent", 12, RetentionStart.SENT, RetentionEnd.DESTROY)
    met = RetentionRule("Met", 3, RetentionStart.MEETING_HELD, RetentionEnd.DESTROY)
    left, meeting = date(2026, 1, 31), date(2025, 12, 3)
    assert copy_due_on(left, meeting, (CASE, sent, met)) == date(2026, 3, 3)
    assert copy_due_on(left, None, (CASE, sent, met)) == date(2027, 1, 31)
    assert copy_due_on(left, meeting, (CASE, DEATH)) is None


def test_a_note_that_is_kept_names_nobody_but_may_say_words_that_hold_a_name(
    desk: Desk, person: UUID
) -> None:
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.get(Person, person).given_name = "Ann"
        tx.journal("test.named", scope=person)
    for names in ("Ann has moved", "as ANN's worker says", "ann"):
        with pytest.raises(InvalidFieldsError) as told:
            propose_disposal(desk, person, reason=names)
        assert told.value.fields == {"reason": "names-somebody"}
    made = propose_disposal(desk, person, reason="Annual review; the plan(s) ended").result
    (row,) = read_retention(desk).waiting
    assert (row.id, row.reason) == (made, "Annual review; the plan(s) ended")


def test_a_case_that_opens_again_stops_the_clock(desk: Desk, chair: Desk, person: UUID) -> None:
    assert standing(desk) == [Standing.OVER]
    made = propose_disposal(desk, person).result
    with desk.read() as look:
        (case,) = look.people.about(Case, [person])
    reopen_case(desk, case.id, reason="They came back")
    assert read_retention(desk).rows == ()
    with pytest.raises(GuardError, match="record-open"):
        confirm_disposal(chair, made, seen=1)


def test_what_is_held_is_shown_as_held_until_it_is_let_go(desk: Desk, person: UUID) -> None:
    with pytest.raises(InvalidFieldsError) as told:
        hold_record(desk, person, hold=HoldKind.REVIEW, reason=" ", look_again_on=TODAY)
    assert told.value.fields == {"reason": "required", "look_again_on": "in-the-past"}
    held = hold_record(
        desk, person, hold=HoldKind.LITIGATION, reason="A claim", look_again_on=LATER
    ).result
    assert standing(desk) == [Standing.HELD]
    with pytest.raises(GuardError, match="record-held"):
        propose_disposal(desk, person)
    look_at_hold_again(desk, held, reason="Still", look_again_on=LATER, seen=1)
    with pytest.raises(ReasonNeededError):
        release_hold(desk, held, reason="", seen=2)
    release_hold(desk, held, reason="Settled", seen=2)
    with pytest.raises(GuardError, match="hold-released"):
        release_hold(desk, held, reason="Settled", seen=3)
    assert standing(desk) == [Standing.OVER]


def test_somebody_who_asked_to_see_their_record_keeps_it_until_they_are_answered(
    desk: Desk, person: UUID
) -> None:
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.add(AccessRequest(id=desk.new_id(), person_id=person, received_on=TODAY, due_on=LATER))
        tx.journal("test.asked", scope=person)
    (hold,) = read_person_retention(desk, person).holds
    assert (hold.id, hold.hold) == (None, HoldKind.ACCESS_REQUEST)
    with pytest.raises(GuardError, match="record-held"):
        propose_disposal(desk, person)


@pytest.mark.parametrize("close", [refuse_access_request, withdraw_access_request])
def test_a_request_that_was_refused_or_taken_back_keeps_nothing_any_more(
    desk: Desk, person: UUID, close: Callable[..., object]
) -> None:
    request = begin_access_request(desk, person, NewAccessRequest(TODAY, "Himself")).result
    close(desk, request, reason="As he was told")
    assert all(one.released_on is not None for one in read_person_retention(desk, person).holds)
    propose_disposal(desk, person)


def test_nobody_agrees_to_what_they_proposed(desk: Desk, chair: Desk, person: UUID) -> None:
    with pytest.raises(NotPermittedError):
        propose_disposal(sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH), person)
    made = propose_disposal(chair, person).result
    with pytest.raises(DuplicateRecordError):
        propose_disposal(desk, person)
    with pytest.raises(GuardError, match="second-person"):
        confirm_disposal(chair, made, seen=1)
    with pytest.raises(NotPermittedError):
        confirm_disposal(desk, made, seen=1)
    other_chair = sitting(desk, NURSE, Role.CHAIR, COUNCIL)
    confirm_disposal(other_chair, made, seen=1)
    (row,) = read_retention(desk).waiting
    assert (row.status, row.way) == (DisposalStatus.CONFIRMED, DisposalWay.IN_PROGRAM)
    with pytest.raises(GuardError, match="disposal-decided"):
        confirm_disposal(other_chair, made, seen=2)


@pytest.mark.parametrize("again", ["aled hâf ", "ALED  HAF", "Haf, Aled"])
def test_a_printed_list_needs_two_different_names(desk: Desk, person: UUID, again: str) -> None:
    made = propose_disposal(desk, person).result
    signs = {"first": "Aled Hâf", "second": again, "signed_on": TODAY + timedelta(days=1)}
    with pytest.raises(InvalidFieldsError) as told:
        confirm_by_list(desk, made, seen=1, **signs)  # type: ignore[arg-type]
    assert told.value.fields == {"second": "signed-twice", "signed_on": "in-the-future"}
    confirm_by_list(
        desk, made, first="Aled Hâf", second="Morwenna Tregear", signed_on=TODAY, seen=1
    )
    (row,) = read_retention(desk).waiting
    assert (row.way, row.signed_by) == (DisposalWay.SIGNED_LIST, "Aled Hâf; Morwenna Tregear")


def test_a_note_that_outlives_the_record_names_nobody(desk: Desk, person: UUID) -> None:
    with pytest.raises(InvalidFieldsError) as told:
        propose_disposal(desk, person, reason="Petroc is long gone")
    assert told.value.fields == {"reason": "names-somebody"}
    made = propose_disposal(desk, person, reason="Nothing is open").result
    decline_disposal(desk, made, reason="The board wants to wait", seen=1)
    (row,) = read_retention(desk).past
    assert (row.status, row.reason) == (DisposalStatus.DECLINED, "The board wants to wait")
    assert standing(desk) == [Standing.OVER]  # it may be proposed anew
    propose_disposal(desk, person)


def test_a_record_is_on_the_list_before_its_time_is_over_and_not_long_before(
    desk: Desk,
) -> None:
    soon, later = (add_case(desk, name)[0] for name in ("Soon", "Later"))
    end_case(desk, soon, after_months(TODAY, -71))
    end_case(desk, later, after_months(TODAY, -60))
    assert [(one.person, one.standing) for one in read_retention(desk).rows] == [
        (soon, Standing.SOON)
    ]
    with pytest.raises(GuardError, match="record-kept"):
        propose_disposal(desk, soon)


def test_a_death_keeps_the_record_until_somebody_looked(desk: Desk, person: UUID) -> None:
    record_death(desk, person, died_on=LONG_AGO, source="The hospital")
    (hold,) = read_person_retention(desk, person).holds
    assert (hold.hold, hold.released_on) == (HoldKind.DEATH, None)
    withdraw_death(desk, person, reason="Another person of that name")
    (hold,) = read_person_retention(desk, person).holds
    assert hold.released_on == TODAY


def test_somebody_without_a_case_or_a_referral_is_never_over_without_a_rule(desk: Desk) -> None:
    new = register_person(desk, given_name="Wenna").result
    found = read_person_retention(desk, new)
    assert (found.time, found.is_open) == (None, False)
    with pytest.raises(GuardError, match="record-open"):
        propose_disposal(desk, new)


def test_a_name_that_is_part_of_another_word_names_nobody(desk: Desk) -> None:
    for given, places in (
        ("Wenna", "Grannies' Kitchen, Cannieburn Row"),
        ("Jory", "Where Annie's dog is"),
        ("Tomos", "ANNIE BOLITHO, KP-00012"),
    ):
        person = register_person(desk, given_name=given).result
        correct_person(desk, person, seen=1, usual_places=places)
    with desk.read() as look:
        assert look.retention.naming(("annie",)) == 2
        assert look.retention.naming(("annie bolitho",)) == 1


def test_who_names_somebody_is_counted_whatever_the_capitals_of_their_accents(desk: Desk) -> None:
    person = register_person(desk, given_name="Élodie", family_name="Ångström").result
    with desk.store.reading() as look:
        words = look.retention.words_of(person)
        own = look.retention.naming(words)
    for place in ("ÉLODIE ÅNGSTRÖM's flat", "With élodie Ångström", "ELODIE ANGSTROM", "100%_"):
        register_person(desk, given_name="Tomos", place=place)
    with desk.store.reading() as look:
        assert look.retention.naming(words) == own + 2
        assert look.retention.naming(["0%_"]) == 0  # part of a word
        assert look.retention.naming(["100%_"]) == 1
