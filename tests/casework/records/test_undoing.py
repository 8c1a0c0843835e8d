"""An import taken back as a whole, and refused once somebody has built on it."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from coordinator.casework.desk import Sitter
from coordinator.casework.imports.importing_people import import_people
from coordinator.casework.imports.undoing import list_imports, undo_import
from coordinator.casework.people.entering import correct_person, register_person
from coordinator.casework.stores.opening import Office
from coordinator.casework.stores.restoring import check_office
from coordinator.db.backups import list_backups
from coordinator.db.models import Case, Person
from coordinator.domain.errors import GuardError, MissingRecordError, NotPermittedError
from coordinator.domain.returns.imports import Imported
from coordinator.domain.roles import Right, Role
from coordinator.sheets.reading import read_people
from tests.casework.imports.test_importing_actions import GO
from tests.casework.imports.test_importing_actions import bring_in as bring_actions_in
from tests.casework.imports.test_importing_people import KEZIA, TOMOS, bring_in, everybody, numbers
from tests.sheets import makers
from tests.stores import TODAY


def act_of(done: Imported) -> UUID:
    assert done.act is not None
    return done.act


def test_everything_an_import_brought_is_taken_back_and_may_come_again(
    office: Office, tmp_path: Path
) -> None:
    register_person(office.desk, given_name="Standing")
    done = bring_in(office, tmp_path, KEZIA, TOMOS)
    undone = undo_import(office, act_of(done))

    assert undone.result == 5  # two people, three numbers
    assert [person.given_name for person in everybody(office)] == ["Standing"]
    assert numbers(office) == set()
    with office.desk.read() as look:
        assert list(look.people.search("trelawny", limit=5)) == []
        assert look.history.acts()[0].name == "import.undone"
        assert look.history.acts()[0].record == done.act
    assert [backup.reason for backup in list_backups(office.folder.backups)] == ["import"] * 2

    again = bring_in(office, tmp_path, KEZIA, TOMOS)
    assert again.counts.arrived == 2
    assert {person.reference for person in everybody(office)} == {"KP-0001", "KP-0004", "KP-0005"}
    assert check_office(office).is_whole


def test_references_of_people_taken_back_are_never_given_again(
    office: Office, tmp_path: Path
) -> None:
    undo_import(office, act_of(bring_in(office, tmp_path, KEZIA)))
    person = register_person(office.desk, given_name="New").result
    with office.desk.read() as look:
        assert look.get(Person, person).reference == "KP-0002"


def test_fields_that_were_filled_are_empty_again(office: Office, tmp_path: Path) -> None:
    bring_in(office, tmp_path, ("C1", "Kezia", "Trelawny", "", "01632 960001", "", ""))
    done = bring_in(office, tmp_path, KEZIA)
    (kezia,) = everybody(office)
    assert kezia.born_on is not None

    undo_import(office, act_of(done))
    (kezia,) = everybody(office)
    assert (kezia.born_on, kezia.phone) == (None, "01632 960001")
    assert numbers(office) == {("Street team", "C1")}
    assert check_office(office).is_whole


def test_an_import_that_was_edited_since_is_not_undone(office: Office, tmp_path: Path) -> None:
    done = bring_in(office, tmp_path, KEZIA, TOMOS)
    kezia = everybody(office)[0]
    correct_person(office.desk, kezia.id, seen=kezia.revision, pronouns="she")

    with pytest.raises(GuardError) as refused:
        undo_import(office, act_of(done))
    assert (refused.value.guard, refused.value.count) == ("changed-since", 1)
    assert len(everybody(office)) == 2


def test_an_import_that_was_used_since_is_not_undone(office: Office, tmp_path: Path) -> None:
    done = bring_in(office, tmp_path, KEZIA, TOMOS)
    with office.desk.act(Right.EDIT_PEOPLE) as tx:
        for person in everybody(office):
            tx.add(Case(id=office.desk.new_id(), person_id=person.id, opened_on=TODAY))
        tx.journal("test.arranged")

    with pytest.raises(GuardError) as refused:
        undo_import(office, act_of(done))
    assert refused.value.count == 2
    assert len(everybody(office)) == 2


def test_a_filled_field_that_was_corrected_since_stays(office: Office, tmp_path: Path) -> None:
    bring_in(office, tmp_path, ("C1", "Kezia", "Trelawny", "", "", "", ""))
    done = bring_in(office, tmp_path, KEZIA)
    (kezia,) = everybody(office)
    correct_person(office.desk, kezia.id, seen=kezia.revision, phone="01632 960002")

    with pytest.raises(GuardError):
        undo_import(office, act_of(done))
    assert everybody(office)[0].phone == "01632 960002"


def test_what_was_said_of_a_filled_field_before_the_import_does_not_stop_the_undoing(
    office: Office, tmp_path: Path
) -> None:
    bring_in(office, tmp_path, ("C1", "Kezia", "Trelawny", "", "01632 960005", "", ""))
    (kezia,) = everybody(office)
    correct_person(office.desk, kezia.id, seen=kezia.revision, phone="")
    done = bring_in(office, tmp_path, KEZIA)

    undo_import(office, act_of(done))
    assert everybody(office)[0].phone == ""


def test_another_field_corrected_since_does_not_stop_the_undoing(
    office: Office, tmp_path: Path
) -> None:
    bring_in(office, tmp_path, ("C1", "Kezia", "Trelawny", "", "", "", ""))
    done = bring_in(office, tmp_path, KEZIA)
    (kezia,) = everybody(office)
    correct_person(office.desk, kezia.id, seen=kezia.revision, pronouns="she")

    undo_import(office, act_of(done))
    (kezia,) = everybody(office)
    assert (kezia.pronouns, kezia.phone) == ("she", "")


def test_actions_are_taken_back_with_their_notes(office: Office, tmp_path: Path) -> None:
    person = register_person(office.desk, given_name="Kezia").result
    done = bring_actions_in(office, tmp_path, (*GO, "could not be done", "No flat"))
    assert undo_import(office, act_of(done)).result == 3
    with office.desk.read() as look:
        assert look.actions.open_of([person]) == []
    with pytest.raises(GuardError):
        undo_import(office, act_of(done))
    assert bring_actions_in(office, tmp_path, GO).counts.arrived == 1
    assert check_office(office).is_whole


def test_the_list_names_every_import_and_what_was_undone(office: Office, tmp_path: Path) -> None:
    first = bring_in(office, tmp_path, KEZIA)
    second = bring_in(office, tmp_path, TOMOS)
    undo_import(office, act_of(first))

    rows = list_imports(office.desk)
    assert [(row.number, row.act, row.is_undone) for row in rows] == [
        (second.number, second.act, False),
        (first.number, first.act, True),
    ]
    assert {row.source for row in rows} == {"Street team"}


def test_what_is_no_import_cannot_be_undone(office: Office) -> None:
    with office.desk.read() as look:
        other = look.history.acts()[0].id
    for act in (other, uuid4()):
        with pytest.raises(MissingRecordError):
            undo_import(office, act)


def test_only_the_coordinator_undoes(office: Office, tmp_path: Path) -> None:
    done = bring_in(office, tmp_path, KEZIA)
    chair = Sitter(office.desk.sitter.professional, Role.CHAIR, office.desk.sitter.agency)
    with pytest.raises(NotPermittedError):
        undo_import(replace(office, desk=replace(office.desk, sitter=chair)), act_of(done))
    assert len(everybody(office)) == 1


def test_hundreds_of_records_are_taken_back_together(office: Office, tmp_path: Path) -> None:
    rows = [(f"C{n}", f"Name{n}", "Common", "", "", "", "") for n in range(1200)]
    head = ("Client ID", "First name", "Surname", "DOB", "Phone", "NHS number", "Ref")
    path = makers.delimited(tmp_path / "many.csv", [head, *rows])
    read = read_people(path, today=office.desk.today())
    done = import_people(office, read, "Street team").result
    assert done.counts.arrived == 1200
    assert undo_import(office, act_of(done)).result == 2400
    assert everybody(office) == []
    assert check_office(office).is_whole
