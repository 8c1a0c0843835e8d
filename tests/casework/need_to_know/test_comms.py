"""What may be said outside: one line about a person or a meeting, ended with a reason."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.need_to_know.comms import (
    agree_comms_line,
    change_comms_line,
    end_comms_line,
    find_comms_about,
    find_comms_of_meeting,
)
from coordinator.domain.errors import (
    DuplicateRecordError,
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
    ReasonNeededError,
)
from coordinator.domain.people.comms import CommsRow, NewCommsLine
from coordinator.domain.roles import Role
from tests.casework.entries_on_file import a_meeting, a_person
from tests.stores import CHAIR, HEALTH, HOUSING, NURSE, TODAY, WORKER, Clock, sitting


@pytest.fixture
def person(desk: Desk) -> UUID:
    return a_person(desk)


def shown(desk: Desk, person: UUID) -> CommsRow:
    return find_comms_about(desk, [person])[person][-1]


def test_a_line_says_what_may_be_said_by_whom_and_what_not(desk: Desk, person: UUID) -> None:
    new = NewCommsLine(person, None, " Agencies work together ", " No names ", CHAIR)
    agree_comms_line(desk, new)
    row = shown(desk, person)
    assert (row.may_say, row.not_say) == ("Agencies work together", "No names")
    assert (row.said_by, row.agreed_on, row.stands) == ("Morwenna Tregear", TODAY, True)


def test_a_line_needs_words_and_somebody_who_says_them(desk: Desk, person: UUID) -> None:
    for wrong in (
        NewCommsLine(person),
        NewCommsLine(person, may_say="We help"),
        NewCommsLine(not_say="Anything"),
        NewCommsLine(person, not_say="x" * 601),
    ):
        with pytest.raises(InvalidFieldsError):
            agree_comms_line(desk, wrong)
    agree_comms_line(desk, NewCommsLine(person, not_say="Anything"))
    assert shown(desk, person).said_by == ""


def test_one_line_stands_about_each_until_it_ends_with_a_reason(
    desk: Desk, person: UUID, clock: Clock
) -> None:
    meeting = a_meeting(desk)
    line = agree_comms_line(desk, NewCommsLine(person, meeting, not_say="Anything")).result
    agree_comms_line(desk, NewCommsLine(None, meeting, not_say="Who came"))
    for again in (
        NewCommsLine(person, not_say="More"),
        NewCommsLine(None, meeting, not_say="More"),
    ):
        with pytest.raises(DuplicateRecordError):
            agree_comms_line(desk, again)
    change_comms_line(desk, line, seen=1, may_say="We help", said_by="The press office")
    with pytest.raises(InvalidFieldsError):
        change_comms_line(desk, line, seen=2, may_say="", not_say=" ")
    with pytest.raises(ReasonNeededError):
        end_comms_line(desk, line, seen=2, reason=" ")
    clock.move(days=2)
    end_comms_line(desk, line, seen=2, reason="The papers lost interest")
    with pytest.raises(GuardError):
        change_comms_line(desk, line, seen=3, may_say="More")
    agree_comms_line(desk, NewCommsLine(person, not_say="Names"))
    ended, standing = find_comms_about(desk, [person])[person]
    assert (ended.end_reason, ended.ended_on) == (
        "The papers lost interest",
        TODAY + timedelta(days=2),
    )
    assert standing.stands
    assert {row.person_id for row in find_comms_of_meeting(desk, meeting)} == {person, None}


def test_only_those_who_run_the_panel_agree_it_and_nobody_says_it_who_must_not_know(
    desk: Desk, person: UUID
) -> None:
    nurse = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    with pytest.raises(NotPermittedError):
        agree_comms_line(nurse, NewCommsLine(person, not_say="Names"))
    exclude_agency(desk, person, agency_id=HOUSING, reason="They asked for it")
    with pytest.raises(GuardError):
        agree_comms_line(desk, NewCommsLine(person, may_say="We help", said_by_id=WORKER))
    assert find_comms_about(desk, [person]) == {}


def test_a_line_about_somebody_is_not_for_those_who_may_not_see_them(
    desk: Desk, person: UUID
) -> None:
    meeting = a_meeting(desk)
    agree_comms_line(desk, NewCommsLine(person, meeting, not_say="Names"))
    agree_comms_line(desk, NewCommsLine(None, meeting, not_say="Who came"))
    stranger = sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)
    assert find_comms_about(stranger, [person]) == {}
    assert [row.not_say for row in find_comms_of_meeting(stranger, meeting)] == ["Who came"]
