"""People whose whereabouts nobody knows: asked, noted, told, found; never by itself."""

from datetime import date, timedelta
from typing import Any

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import write_agenda
from coordinator.casework.outreach.missing import (
    change_missing,
    find_missing,
    note_found,
    note_missing,
    read_person_missing,
)
from coordinator.casework.outreach.reads import read_sheet, read_to_find
from coordinator.casework.outreach.sheets import make_sheet
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import (
    DuplicateRecordError,
    GuardError,
    InvalidFieldsError,
    WithheldError,
)
from coordinator.domain.lists.contacts import ContactResult
from coordinator.domain.lists.meetings import WhyListed
from coordinator.domain.lists.outreach import WhyFind
from coordinator.domain.lists.panel import TimeKey
from coordinator.domain.people.missing import LastKnown
from coordinator.domain.roles import Role
from coordinator.domain.states import Answer, MeetingStatus, Sensitivity
from tests.casework.entries_on_file import a_meeting
from tests.casework.outreach.test_outreach import somebody, tried
from tests.casework.test_panel_at_work import allow
from tests.stores import COUNCIL, OFFICER, POLICE, TODAY, Clock, sitting

AGO = TODAY - timedelta(days=3)
KNOWN = LastKnown(
    seen_on=AGO,
    where="The harbour",
    by="A friend",
    police_told=Answer.YES,
    police_told_on=TODAY,
    police_reference="KP-77",
    concern="Left the tent",
)


def test_what_is_known_is_noted_and_read_back(desk: Desk) -> None:
    person = somebody(desk, seen=2)
    note_missing(desk, person, KNOWN)
    row = read_person_missing(desk, person).missing
    assert row is not None
    assert (row.known, row.noted_on, row.noted_by) == (KNOWN, TODAY, "Aled Hâf")
    assert [one.person for one in find_missing(desk).missing] == [person]
    with pytest.raises(DuplicateRecordError):
        note_missing(desk, person, LastKnown())


@pytest.mark.parametrize(
    ("known", "field"),
    [
        ({"seen_on": TODAY + timedelta(days=1)}, "last_seen_on"),
        ({"police_told": Answer.YES}, "police_told_on"),
        ({"police_told": Answer.YES, "police_told_on": date(2027, 1, 1)}, "police_told_on"),
        (
            {
                "seen_on": TODAY,
                "police_told": Answer.YES,
                "police_told_on": AGO,
            },
            "police_told_on",
        ),
        ({"police_told": Answer.NO, "not_told_reason": " "}, "not_told_reason"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(
    desk: Desk, known: dict[str, Any], field: str
) -> None:
    person = somebody(desk)
    with pytest.raises(InvalidFieldsError) as refused:
        note_missing(desk, person, LastKnown(**known))
    assert set(refused.value.fields) == {field}
    assert read_person_missing(desk, person).missing is None


def test_it_is_asked_after_the_panels_days_and_never_set_by_itself(
    desk: Desk, clock: Clock
) -> None:
    person = somebody(desk, seen=13)
    assert find_missing(desk).maybe == ()
    clock.move(days=1)
    (maybe,) = find_missing(desk).maybe
    assert (maybe.person, maybe.unseen) == (person, 14)
    assert read_person_missing(desk, person).maybe == maybe
    allow(desk, TimeKey.MISSING_AFTER, 20)
    assert find_missing(desk).maybe == ()
    assert read_person_missing(desk, person).maybe is None
    clock.move(days=300)
    assert find_missing(desk).missing == ()
    assert read_person_missing(desk, person).missing is None


def test_somebody_missing_is_on_the_sheet_and_on_the_agenda(desk: Desk) -> None:
    person = somebody(desk, seen=1)
    note_missing(desk, person, KNOWN)
    (found,) = read_to_find(desk, TODAY)
    assert found.why == (WhyFind.MISSING,)
    (line,) = read_sheet(desk, make_sheet(desk, TODAY).result).lines
    assert (line.why, line.missing_since) == ("Missing", TODAY)
    meeting = a_meeting(desk, status=MeetingStatus.SCHEDULED)
    write_agenda(desk, meeting)
    (entry,) = read_agenda(desk, meeting).entries
    assert entry.why[0] is WhyListed.MISSING


def test_being_seen_asks_whether_they_are_found_and_does_not_say_so(
    desk: Desk, clock: Clock
) -> None:
    person = somebody(desk, seen=9)
    entry = note_missing(desk, person, KNOWN).result
    tried(desk, person, days=0, result=ContactResult.NOT_THERE)
    assert find_missing(desk).missing[0].seen_since is None
    tried(desk, person, days=0, result=ContactResult.SIGHTED)
    assert find_missing(desk).missing[0].seen_since == TODAY
    with pytest.raises(InvalidFieldsError):
        note_found(desk, entry, found_on=AGO - timedelta(days=1))
    with pytest.raises(InvalidFieldsError):
        note_found(desk, entry, found_on=TODAY + timedelta(days=1))
    note_found(desk, entry, note="At the drop-in")
    assert find_missing(desk).missing == ()
    with pytest.raises(GuardError, match="found-already"):
        note_found(desk, entry)
    with pytest.raises(GuardError, match="found-already"):
        change_missing(desk, entry, KNOWN, seen=2)
    note_missing(desk, person, LastKnown())


def test_the_police_are_told_later(desk: Desk) -> None:
    person = somebody(desk)
    quiet = LastKnown(police_told=Answer.NO, not_told_reason="Has gone before")
    note_missing(desk, person, quiet)
    row = find_missing(desk).missing[0]
    change_missing(desk, row.id, KNOWN, seen=row.revision)
    assert find_missing(desk).missing[0].known.police_reference == "KP-77"


def test_an_agency_that_must_not_be_told_hears_of_nobody_and_counts_nobody(desk: Desk) -> None:
    noted, asked = somebody(desk), somebody(desk)
    entry = note_missing(desk, noted, KNOWN).result
    for person in (noted, asked):
        exclude_agency(desk, person, agency_id=COUNCIL, reason="They asked for it")
    shut = sitting(desk, OFFICER, Role.COORDINATOR, COUNCIL)
    assert (find_missing(shut).missing, find_missing(shut).maybe) == ((), ())
    for act in (
        lambda: note_missing(shut, asked, KNOWN),
        lambda: change_missing(shut, entry, KNOWN, seen=1),
        lambda: note_found(shut, entry),
        lambda: read_person_missing(shut, asked),
    ):
        with pytest.raises(WithheldError):
            act()


def test_noting_it_tells_nothing_of_one_that_is_for_few(desk: Desk) -> None:
    person = somebody(desk, seen=2)
    note_missing(desk, person, KNOWN, sensitivity=Sensitivity.RESTRICTED)
    police = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)
    add_action(desk, NewAction("Look for them", OFFICER, TODAY, person))
    assert read_person_missing(police, person).missing is None
    note_missing(police, person, LastKnown(seen_on=AGO, where="The bridge"))
    with pytest.raises(DuplicateRecordError):  # theirs stands by now
        note_missing(police, person, LastKnown())
    assert [one.known.where for one in find_missing(police).missing] == ["The bridge"]
    assert {one.known.where for one in find_missing(desk).missing} == {"The bridge", "The harbour"}
