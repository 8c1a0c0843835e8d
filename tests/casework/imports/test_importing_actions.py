"""Actions from a tracker: each needs somebody on file, one owner in the directory, and a date."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.disclosing.exclusions import exclude_agency, exclude_worker
from coordinator.casework.imports.importing_actions import (
    ActionsPreview,
    import_actions,
    preview_actions,
)
from coordinator.casework.people.entering import add_identifier, record_death, register_person
from coordinator.casework.stores.opening import Office
from coordinator.casework.stores.restoring import check_office
from coordinator.db.backups import list_backups
from coordinator.db.models import Action, ActionNote, Barrier, Case, Professional
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.returns.imports import ActionChoices, Counts, Imported, RowRule
from coordinator.domain.roles import Right
from coordinator.domain.states import ActionStatus
from coordinator.sheets.actions import ActionRow
from coordinator.sheets.reading import SheetRead, read_actions
from tests.offices import NAMESAKE, OFFICER, WORKER
from tests.sheets import makers
from tests.stores import POLICE, TODAY

HEAD = ("Ref", "Name", "DOB", "Action", "Owner", "Agency", "Agreed on", "Due", "Status", "Update")
GO = ("KP-0001", "", "", "Ring the landlord", "Rhys Roskilly", "", "01/11/2026", "27/11/2026")


@pytest.fixture
def kezia(office: Office) -> UUID:
    done = register_person(
        office.desk, given_name="Kezia", family_name="Trelawny", born_on=date(1981, 5, 14)
    )
    return done.result


def sheet(office: Office, folder: Path, *rows: Sequence[str]) -> SheetRead[ActionRow]:
    path = makers.delimited(folder / "tracker.csv", [HEAD, *rows])
    return read_actions(path, today=office.desk.today())


def bring_in(office: Office, folder: Path, *rows: Sequence[str]) -> Imported:
    return import_actions(office, sheet(office, folder, *rows), "Tracker").result


def preview(office: Office, folder: Path, *rows: Sequence[str]) -> ActionsPreview:
    return preview_actions(office.desk, sheet(office, folder, *rows))


def actions(office: Office, person: UUID) -> list[Action]:
    with office.desk.read() as look:
        found = look.people.about(Action, [person])
        return sorted(found, key=lambda action: action.number)


def test_an_action_arrives_with_its_owner_and_the_next_number_of_the_year(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    case = office.desk.new_id()
    with office.desk.act(Right.EDIT_PEOPLE) as tx:
        tx.add(Case(id=case, person_id=kezia, opened_on=TODAY))
        tx.journal("test.arranged")
    done = bring_in(office, tmp_path, (*GO, "in progress", "Left a message"))

    assert done.counts == Counts(arrived=1, repeated=0, refused=0)
    (action,) = actions(office, kezia)
    assert (action.number, action.text) == ("A26-0001", "Ring the landlord")
    assert (action.owner_id, action.owner_agency) == (WORKER, "Kerrow Homes")
    assert (action.set_on, action.due_on, action.original_due_on) == (
        date(2026, 11, 1),
        date(2026, 11, 27),
        date(2026, 11, 27),
    )
    assert (action.status, action.case_id, action.closed_on) == (
        ActionStatus.IN_PROGRESS,
        case,
        None,
    )
    with office.desk.read() as look:
        (note,) = look.people.about(ActionNote, [kezia])
        assert (note.text, note.status) == ("Left a message", ActionStatus.IN_PROGRESS)
        assert look.history.acts()[0].name == "actions.imported"
    assert [backup.reason for backup in list_backups(office.folder.backups)] == ["import"]
    assert check_office(office).is_whole


def test_numbers_go_on_where_the_year_stands(office: Office, tmp_path: Path, kezia: UUID) -> None:
    bring_in(office, tmp_path, GO)
    last_year = (*GO[:3], "Ask the doctor", *GO[4:6], "01/11/2025", "01/12/2025", "open")
    again = (*GO[:3], "Ring the surgery", *GO[4:])
    bring_in(office, tmp_path, GO, last_year, again)

    assert [action.number for action in actions(office, kezia)] == [
        "A25-0001",
        "A26-0001",
        "A26-0002",
    ]


def test_the_same_action_is_repeated_not_brought_in_twice(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    assert bring_in(office, tmp_path, GO, GO).counts == Counts(1, 1, 0)
    assert bring_in(office, tmp_path, GO) == Imported(Counts(0, 1, 0))
    assert len(actions(office, kezia)) == 1


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (("KP-0099", *GO[1:]), RowRule.PERSON_NOT_FOUND),
        (("", "Nobody Known", *GO[2:]), RowRule.PERSON_NOT_FOUND),
        ((*GO[:4], "Somebody Else", *GO[5:]), RowRule.OWNER_NOT_FOUND),
        ((*GO[:4], "All agencies", *GO[5:]), RowRule.OWNER_MISSING),
        ((*GO[:4], "", *GO[5:]), RowRule.OWNER_MISSING),
        ((*GO[:4], "Dylan Ashdown", *GO[5:]), RowRule.OWNER_UNCLEAR),
        ((*GO[:4], "Rhys Roskilly", "Kerrow Police", *GO[6:]), RowRule.OWNER_NOT_FOUND),
        ((*GO[:7], ""), RowRule.DUE_MISSING),
        ((*GO[:7], "soon"), RowRule.DUE_MISSING),
    ],
)
def test_a_row_that_lacks_one_of_them_is_refused_and_told(
    office: Office, tmp_path: Path, kezia: UUID, row: Sequence[str], rule: RowRule
) -> None:
    told = preview(office, tmp_path, row)

    assert told.counts == Counts(arrived=0, repeated=0, refused=1)
    assert [remark.rule for remark in told.remarks] == [rule]
    assert bring_in(office, tmp_path, row).counts.refused == 1
    assert actions(office, kezia) == []


def test_the_agency_tells_two_owners_of_one_name_apart(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    rows = [
        (*GO[:3], "One", "DYLAN ASHDOWN", "kerrow police", *GO[6:]),
        (*GO[:3], "Two", "Dylan Ashdown", "KH", *GO[6:]),
    ]
    bring_in(office, tmp_path, *rows)
    owners = {action.text: action.owner_id for action in actions(office, kezia)}
    assert owners == {"One": OFFICER, "Two": NAMESAKE}


def test_an_agency_nobody_knows_is_told_and_the_owner_taken(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    row = (*GO[:5], "Some Charity", *GO[6:])
    told = preview(office, tmp_path, row)
    assert told.counts.arrived == 1
    assert [remark.rule for remark in told.remarks] == [RowRule.AGENCY_UNKNOWN]


def test_the_person_is_found_by_name_and_birth_or_by_a_number(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    add_identifier(office.desk, kezia, issuer="Street team", value="C1")
    register_person(office.desk, given_name="Kezia", family_name="Trelawny")
    named = ("", "Kezia Trelawny", "", *GO[3:])
    born = ("", "Kezia Trelawny", "14/05/1981", *GO[3:])
    numbered = ("c1", "", "", "Another thing", *GO[4:])

    told = preview(office, tmp_path, named, born, numbered)
    assert [(one.row, one.rule) for one in told.remarks] == [(2, RowRule.PERSON_UNCLEAR)]
    bring_in(office, tmp_path, named, born, numbered)
    assert len(actions(office, kezia)) == 2


def test_who_left_may_own_what_is_closed_and_nothing_open(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    with office.desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, WORKER).left_on = date(2026, 11, 1)
        tx.journal("test.arranged")
    done = (*GO[:3], "Done thing", *GO[4:], "done", "Rang")
    told = preview(office, tmp_path, GO, done)

    assert told.counts == Counts(arrived=1, repeated=0, refused=1)
    assert RowRule.OWNER_LEFT in {remark.rule for remark in told.remarks}


def test_an_open_action_for_somebody_who_died_is_refused(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    record_death(office.desk, kezia, died_on=date(2026, 11, 1), source="Coroner")
    told = preview(office, tmp_path, GO)
    assert [remark.rule for remark in told.remarks] == [RowRule.PERSON_DIED]


def test_what_is_done_keeps_its_day_and_result(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    head = (*HEAD, "Date done")
    rows = [
        (*GO, "completed", "Moved in", "15/11/2026"),
        (*GO[:3], "No day", *GO[4:], "completed", "", ""),
        (*GO[:3], "Before it was agreed", *GO[4:], "completed", "", "01/10/2026"),
    ]
    path = makers.delimited(tmp_path / "done.csv", [head, *rows])
    read = read_actions(path, today=office.desk.today())
    told = preview_actions(office.desk, read)
    import_actions(office, read, "Tracker")

    found = {action.text: action for action in actions(office, kezia)}
    first = found["Ring the landlord"]
    assert (first.status, first.done_on, first.closed_on, first.outcome_note) == (
        ActionStatus.DONE,
        date(2026, 11, 15),
        date(2026, 11, 15),
        "Moved in",
    )
    for text in ("No day", "Before it was agreed"):
        assert (found[text].done_on, found[text].closed_on) == (None, TODAY)
    assert [(one.row, one.rule) for one in told.remarks] == [(4, RowRule.DONE_ODD)]
    assert check_office(office).is_whole


def test_a_day_of_agreement_that_cannot_be_is_told(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    late = (*GO[:6], "01/12/2026", "27/11/2026")
    unsaid = (*GO[:3], "Old", *GO[4:6], "", "01/10/2026")
    told = preview(office, tmp_path, late, unsaid)
    bring_in(office, tmp_path, late, unsaid)

    assert [(one.row, one.rule) for one in told.remarks] == [(2, RowRule.SET_ODD)]
    days = {action.text: action.set_on for action in actions(office, kezia)}
    assert days == {"Ring the landlord": TODAY, "Old": date(2026, 10, 1)}


def test_what_could_not_be_done_brings_a_barrier_to_be_named(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    row = (*GO, "unable to complete", "No flat to be had")
    told = preview(office, tmp_path, row)
    bring_in(office, tmp_path, row)

    assert [remark.rule for remark in told.remarks] == [RowRule.BARRIER_UNSAID]
    (action,) = actions(office, kezia)
    with office.desk.read() as look:
        (barrier,) = look.people.about(Barrier, [kezia])
    assert (action.status, action.barrier_category) == (
        ActionStatus.COULD_NOT,
        BarrierCategory.OTHER,
    )
    assert (barrier.action_id, barrier.description) == (action.id, "No flat to be had")
    assert check_office(office).is_whole


def test_what_is_done_against_somebody_comes_in_and_is_told(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    rows = [(*HEAD, "Kind"), (*GO, "open", "", "Enforcement")]
    path = makers.delimited(tmp_path / "tracker.csv", rows)
    read = read_actions(path, today=office.desk.today())
    told = preview_actions(office.desk, read).remarks
    assert [one.rule for one in told] == [RowRule.EFFECT_UNSAID]
    assert not told[0].refuses
    import_actions(office, read, "Tracker")
    (action,) = actions(office, kezia)
    assert action.action_kind is ActionKind.ENFORCEMENT


def refused_for(office: Office, folder: Path, *rows: Sequence[str]) -> list[RowRule]:
    """Say what keeps these rows out, before and when they are brought in."""
    choices = ActionChoices(add_owners=True)
    read = sheet(office, folder, *rows)
    shown = preview_actions(office.desk, read, choices=choices)
    done = import_actions(office, read, "Tracker", choices=choices).result
    assert done.counts == shown.counts == Counts(arrived=0, repeated=0, refused=len(rows))
    return [one.rule for one in shown.remarks if one.refuses]


def test_an_owner_who_must_not_be_told_gets_no_action_about_them(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    exclude_worker(office.desk, kezia, professional_id=WORKER, reason="a cousin")
    exclude_agency(office.desk, kezia, agency_id=POLICE, reason="They asked")
    newcomer = (*GO[:4], "Jory Pascoe", "Kerrow Police", *GO[6:], "", "")
    of_police = (*GO[:4], "Dylan Ashdown", "Kerrow Police", *GO[6:], "", "")

    rows = ((*GO, "done", "Rang"), (*GO, "", ""), newcomer, of_police)
    assert refused_for(office, tmp_path, *rows) == [RowRule.OWNER_NOT_TOLD] * 4
    assert actions(office, kezia) == []
    with office.desk.read() as look:
        assert "Jory Pascoe" not in [one.name for one in look.directory.professionals()]


def test_other_owners_and_other_people_arrive_as_ever(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    other = register_person(office.desk, given_name="Ysolt", family_name="Rowe").result
    exclude_worker(office.desk, other, professional_id=WORKER, reason="a cousin")
    assert bring_in(office, tmp_path, (*GO, "", "")).counts.arrived == 1
    assert len(actions(office, kezia)) == 1


def test_a_newcomer_who_may_be_somebody_from_whom_something_is_kept_is_entered_by_hand(
    office: Office, tmp_path: Path, kezia: UUID
) -> None:
    other = register_person(office.desk, given_name="Ysolt", family_name="Rowe").result
    exclude_worker(office.desk, other, professional_id=WORKER, reason="a cousin")
    row = (*GO[:4], "R. Roskilly", "Kerrow Police", *GO[6:], "", "")
    assert refused_for(office, tmp_path, row) == [RowRule.OWNER_MAYBE_KEPT]
