"""What was decided, why and how, which agencies saw it differently, and what took its place."""

from dataclasses import replace
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.attendance import record_attendance
from coordinator.casework.meetings.decisions import (
    Decided,
    change_decision,
    record_decision,
    reverse_decision,
    supersede_decision,
)
from coordinator.casework.meetings.reading import read_meeting
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    TransitionError,
    WithheldError,
)
from coordinator.domain.lists.meetings import Attendance, DecidedHow
from coordinator.domain.meetings.views import DecisionRow
from coordinator.domain.roles import Role
from coordinator.domain.states import DecisionStatus, Sensitivity
from tests.meetings import add_case, add_seats, keep_from, opened_meeting
from tests.stores import HEALTH, HOUSING, OFFICER, POLICE, TODAY, sitting

HOSTEL = Decided("Offer the hostel room.", "It is warm and the dog may come.", dissent_asked=True)


@pytest.fixture
def meeting(desk: Desk) -> UUID:
    add_seats(desk)
    add_case(desk, "Tomos", next_review_on=TODAY)
    add_case(desk, "Anna", next_review_on=TODAY)
    return opened_meeting(desk)


def fill_the_room(desk: Desk, meeting: UUID) -> None:
    for row in read_meeting(desk, meeting).attendance:
        record_attendance(desk, row.id, Attendance.PRESENT, seen=row.revision)


def items(desk: Desk, meeting: UUID) -> list[UUID]:
    return [entry.id for entry in read_agenda(desk, meeting).entries]


def decisions(desk: Desk, meeting: UUID) -> list[DecisionRow]:
    return [d for item in read_meeting(desk, meeting).items for d in item.decisions]


def test_a_decision_is_kept_with_its_reason(desk: Desk, meeting: UUID) -> None:
    fill_the_room(desk, meeting)
    record_decision(desk, items(desk, meeting)[0], HOSTEL)

    (found,) = decisions(desk, meeting)
    assert (found.text, found.reason) == (HOSTEL.text, HOSTEL.reason)
    assert (found.how, found.dissent_asked, found.status) == (
        DecidedHow.AGREED,
        True,
        DecisionStatus.MADE,
    )
    assert found.decided_by == ""


def test_words_and_a_reason_are_needed(desk: Desk, meeting: UUID) -> None:
    fill_the_room(desk, meeting)
    for wrong in (Decided("", "Because."), Decided("Do it.", " ")):
        with pytest.raises(InvalidFieldsError):
            record_decision(desk, items(desk, meeting)[0], wrong)
    assert decisions(desk, meeting) == []


def test_dissent_names_agencies_and_only_when_it_was_asked_for(desk: Desk, meeting: UUID) -> None:
    fill_the_room(desk, meeting)
    item = items(desk, meeting)[0]
    view = "Homes would wait a week."
    unasked = Decided("Offer the room.", "It is warm.", dissent_agencies=(HOUSING,))
    nameless = Decided("Offer the room.", "It is warm.", dissent_asked=True, dissent=view)
    for wrong in (unasked, nameless):
        with pytest.raises(InvalidFieldsError):
            record_decision(desk, item, wrong)

    asked = Decided(
        "Offer the room.",
        "It is warm.",
        how=DecidedHow.VOTE,
        dissent_asked=True,
        dissent_agencies=(HOUSING, HEALTH),
        dissent=view,
    )
    record_decision(desk, item, asked)
    (found,) = decisions(desk, meeting)
    assert found.dissent_agencies == ("Kerrow Homes", "Kerrow Mental Health")
    assert found.dissent == view


def test_without_a_quorum_only_the_chair_decides(desk: Desk, meeting: UUID) -> None:
    item = items(desk, meeting)[0]
    with pytest.raises(GuardError, match="not-quorate"):
        record_decision(desk, item, HOSTEL)
    assert decisions(desk, meeting) == []

    record_decision(desk, item, Decided("Offer it.", "It cannot wait.", how=DecidedHow.CHAIR))
    (found,) = decisions(desk, meeting)
    assert found.decided_by == "Morwenna Tregear"


def test_a_decision_is_corrected_while_minutes_are_written(desk: Desk, meeting: UUID) -> None:
    fill_the_room(desk, meeting)
    decision = record_decision(desk, items(desk, meeting)[0], HOSTEL).result
    change_decision(desk, decision, seen=1, decided=Decided("Offer the flat.", "It is free."))
    (found,) = decisions(desk, meeting)
    assert (found.text, found.dissent_asked) == ("Offer the flat.", False)


@pytest.mark.parametrize(
    ("act", "becomes"),
    [
        (supersede_decision, DecisionStatus.SUPERSEDED),
        (reverse_decision, DecisionStatus.REVERSED),
    ],
)
def test_a_later_decision_takes_the_place_of_an_earlier_one(
    desk: Desk, meeting: UUID, act: object, becomes: DecisionStatus
) -> None:
    fill_the_room(desk, meeting)
    item, other = items(desk, meeting)
    first = record_decision(desk, item, HOSTEL).result
    with pytest.raises(InvalidFieldsError):
        act(desk, first, other, Decided("Not so.", "Somebody else."))  # type: ignore[operator]

    second = act(desk, first, item, Decided("Not now.", "The room is gone.")).result  # type: ignore[operator]

    found = {row.id: row for row in decisions(desk, meeting)}
    assert found[first].status is becomes
    assert found[first].superseded_by_id == second
    assert found[first].text == HOSTEL.text
    assert found[second].status is DecisionStatus.MADE
    with pytest.raises(TransitionError):
        act(desk, first, item, Decided("Again.", "Twice."))  # type: ignore[operator]
    with pytest.raises(TransitionError):
        change_decision(desk, first, seen=2, decided=HOSTEL)
    assert len(decisions(desk, meeting)) == 2


def test_a_sitter_who_must_not_know_of_a_person_cannot_touch_their_decision(
    desk: Desk, meeting: UUID
) -> None:
    fill_the_room(desk, meeting)
    item, other = items(desk, meeting)
    decision = record_decision(desk, item, HOSTEL).result
    entry = read_agenda(desk, meeting).entries[0].person
    assert entry is not None
    keep_from(desk, entry.id, POLICE)
    officer = sitting(desk, OFFICER, Role.COORDINATOR, POLICE)

    with pytest.raises(WithheldError):
        change_decision(officer, decision, seen=1, decided=HOSTEL)
    with pytest.raises(WithheldError):
        supersede_decision(officer, decision, other, Decided("Not now.", "The room is gone."))
    assert [row.status for row in decisions(desk, meeting)] == [DecisionStatus.MADE]


def test_what_takes_the_place_of_a_restricted_decision_or_corrects_it_travels_no_further(
    desk: Desk, meeting: UUID
) -> None:
    fill_the_room(desk, meeting)
    item, _other = items(desk, meeting)
    kept = replace(HOSTEL, sensitivity=Sensitivity.SERIOUS_HARM)
    first = record_decision(desk, item, kept).result
    change_decision(desk, first, seen=1, decided=replace(HOSTEL, text="Offer the other hostel."))
    second = reverse_decision(desk, first, item, Decided("No longer so.", "It is full.")).result
    found = {row.id: row.sensitivity for row in decisions(desk, meeting)}
    assert found == {first: Sensitivity.SERIOUS_HARM, second: Sensitivity.SERIOUS_HARM}
