"""From an old spreadsheet to a caseload with actions: initials are enough, nobody is merged."""

from dataclasses import replace
from datetime import date

import pytest

from coordinator.casework.cases.caseload import read_caseload
from coordinator.casework.imports.bringing import (
    ActionsToBring,
    PeopleToBring,
    bring_in,
    preview,
)
from coordinator.casework.imports.importing_actions import ActionsPreview
from coordinator.casework.imports.importing_people import PeoplePreview
from coordinator.casework.imports.mappings import KeptMapping, find_mapping
from coordinator.casework.imports.undoing import undo_import
from coordinator.casework.people.entering import add_alias, register_person
from coordinator.casework.stores.opening import Office
from coordinator.casework.stores.restoring import check_office
from coordinator.db.models import Action, Person
from coordinator.domain.errors import GuardError, NotPermittedError
from coordinator.domain.people.duplicates import Reason
from coordinator.domain.people.rules import PersonName
from coordinator.domain.returns.imports import ActionChoices, Counts, Imported, NewOwner, RowRule
from coordinator.domain.roles import Role
from coordinator.domain.states import PersonStatus
from coordinator.sheets.columns import Target
from coordinator.sheets.mappings import ColumnMapping
from coordinator.sheets.reading import actions_in, people_in
from coordinator.sheets.texts import read_pasted
from tests.stores import TODAY

ADDING = ActionChoices(add_owners=True)


def people(office: Office, text: str, *, on_caseload: bool = True) -> PeopleToBring:
    sheet = people_in(read_pasted(text), today=office.desk.today())
    return PeopleToBring(sheet, "Old list", on_caseload)


def actions(office: Office, text: str, choices: ActionChoices | None = None) -> ActionsToBring:
    sheet = actions_in(read_pasted(text), today=office.desk.today())
    return ActionsToBring(sheet, "Old list", choices or ActionChoices())


def told(office: Office, text: str) -> PeoplePreview:
    found = preview(office.desk, people(office, text))
    assert isinstance(found, PeoplePreview)
    return found


def told_of(office: Office, text: str, choices: ActionChoices | None = None) -> ActionsPreview:
    found = preview(office.desk, actions(office, text, choices))
    assert isinstance(found, ActionsPreview)
    return found


def done(office: Office, wanted: PeopleToBring | ActionsToBring) -> Imported:
    return bring_in(office, wanted).result


def everybody(office: Office) -> list[Person]:
    with office.desk.read() as look:
        return sorted(look.people.everybody(), key=lambda person: person.reference)


def names(office: Office) -> list[str]:
    with office.desk.read() as look:
        return sorted(one.professional.name for one in look.imports.in_post())


def agencies(office: Office) -> list[str]:
    with office.desk.read() as look:
        return sorted(agency.name for agency in look.directory.agencies())


def test_initials_alone_make_a_person_on_the_caseload(office: Office) -> None:
    assert done(office, people(office, "Initials\nKT\nJB\n")).counts == Counts(2, 0, 0)
    kt, _jb = everybody(office)
    assert (kt.given_name, kt.family_name, kt.status) == ("K", "T", PersonStatus.CURRENT)
    rows = read_caseload(office.desk).rows
    assert [(row.reference, row.name, row.opened_on) for row in rows] == [
        ("KP-0001", PersonName("K", "T"), TODAY),
        ("KP-0002", PersonName("J", "B"), TODAY),
    ]
    assert check_office(office).is_whole


def test_without_being_asked_nobody_is_put_on_the_caseload(office: Office) -> None:
    done(office, people(office, "Initials\nKT\n", on_caseload=False))
    assert read_caseload(office.desk).rows == ()
    assert everybody(office)[0].status is PersonStatus.PROSPECTIVE


def test_the_days_of_the_sheet_are_those_of_the_case(office: Office) -> None:
    text = "Initials\tDate accepted\tNext review\nKT\t01/09/2026\t26/11/2026\nJB\t01/09/2031\t\n"
    done(office, people(office, text))
    kt, jb = read_caseload(office.desk).rows
    assert (kt.opened_on, kt.next_review_on) == (date(2026, 9, 1), date(2026, 11, 26))
    assert (jb.opened_on, jb.next_review_on) == (TODAY, None)


def test_somebody_who_has_died_gets_no_case(office: Office) -> None:
    done(office, people(office, "Initials\tDate of death\nKT\t01/09/2026\n"))
    assert read_caseload(office.desk).rows == ()


@pytest.mark.parametrize("births", [("", ""), ("14/05/1981", "14/05/1981")])
def test_two_people_with_the_same_initials_are_two_and_are_told(
    office: Office, births: tuple[str, str]
) -> None:
    text = f"Initials\tDOB\nKT\t{births[0]}\nK.T.\t{births[1]}\n"
    found = told(office, text)
    assert found.counts == Counts(2, 0, 0)
    (alike,) = found.alike
    assert (alike.row, alike.other_row) == (3, 2)
    assert Reason.SAME_INITIALS in alike.reasons
    assert alike.is_likely is bool(births[0])
    done(office, people(office, text))
    assert len(everybody(office)) == 2


def test_the_same_initials_with_another_birth_are_not_even_told(office: Office) -> None:
    found = told(office, "Initials\tDOB\nKT\t14/05/1981\nKT\t02/11/1990\n")
    assert (found.counts, found.alike) == (Counts(2, 0, 0), ())


def test_initials_of_somebody_on_file_with_a_whole_name_are_told(office: Office) -> None:
    register_person(office.desk, given_name="Kezia Anne", family_name="Trelawny")
    found = told(office, "Initials\nKT\nKZ\n")
    assert [(one.row, one.reference) for one in found.alike] == [(2, "KP-0001")]
    assert found.counts == Counts(2, 0, 0)


def test_initials_with_the_reference_of_the_panel_are_that_person(office: Office) -> None:
    register_person(office.desk, given_name="Kezia", family_name="Trelawny")
    found = told(office, "Ref\tInitials\nKP-0001\tKT\nKP-1\tJB\n")
    assert [one.reference for one in found.on_file] == ["KP-0001"]
    assert [one.rule for one in found.remarks] == [RowRule.REFERENCE_TAKEN]


def test_the_same_list_of_references_and_initials_again_brings_nothing(office: Office) -> None:
    text = "Ref\tInitials\nM-17\tKT\nM-18\tKT\n"
    assert done(office, people(office, text)).counts == Counts(2, 0, 0)
    assert done(office, people(office, text)).counts == Counts(0, 2, 0)


def test_a_row_that_is_left_out_does_not_arrive(office: Office) -> None:
    wanted = people(office, "Initials\nKT\nKT\n")
    left = replace(wanted, sheet=wanted.sheet.without({("", 3)}))
    assert done(office, left).counts == Counts(1, 0, 0)


def test_the_first_rows_are_told_as_they_will_arrive(office: Office) -> None:
    (one,) = told(office, "Initials\tDOB\nKT\t14/05/1981\n").arriving
    assert (one.reference, one.name, one.born_on) == (
        "KP-0001",
        PersonName("K", "T"),
        date(1981, 5, 14),
    )


HEAD = "Initials\tAction\tOwner\tAgency\tDue\n"


def test_actions_find_their_person_by_initials_when_only_one_has_them(office: Office) -> None:
    register_person(office.desk, given_name="Kezia", family_name="Trelawny")
    done(office, people(office, "Initials\nJB\nJB\n"))
    text = f"{HEAD}KT\tRing\tRhys Roskilly\t\t27/11/2026\nJB\tRing\tRhys Roskilly\t\t27/11/2026\n"
    found = told_of(office, text)
    assert [one.reference for one in found.arriving] == ["KP-0001"]
    assert [(one.row, one.rule) for one in found.remarks] == [
        (2, RowRule.BY_INITIALS),
        (3, RowRule.PERSON_UNCLEAR),
    ]


def test_owners_the_directory_does_not_know_are_added_only_when_asked(office: Office) -> None:
    done(office, people(office, "Initials\nKT\n"))
    text = (
        f"{HEAD}KT\tRing\tJo Patel\tKerrow Health\t27/11/2026\n"
        "KT\tWrite\tJo Patel\tKerrow Health\t27/11/2026\n"
        "KT\tVisit\tMo Carne\tKerrow Homes\t27/11/2026\n"
        "KT\tAsk\tSam Rowe\t\t27/11/2026\n"
    )
    found = told_of(office, text)
    assert found.counts == Counts(0, 0, 4)
    assert found.strangers == (
        NewOwner("Jo Patel", "Kerrow Health", is_new_agency=True),
        NewOwner("Mo Carne", "Kerrow Homes"),
        NewOwner("Sam Rowe", "", is_new_agency=True),
    )
    before, known = names(office), agencies(office)

    brought = done(office, actions(office, text, ADDING))

    assert brought.counts == Counts(3, 0, 1)
    assert names(office) == sorted([*before, "Jo Patel", "Mo Carne"])
    assert agencies(office) == sorted([*known, "Kerrow Health"])
    (person,) = everybody(office)
    with office.desk.read() as look:
        in_post = {one.professional.id: one.professional.name for one in look.imports.in_post()}
        found_actions = look.people.about(Action, [person.id])
        assert {(a.owner_agency, in_post[a.owner_id]) for a in found_actions if a.owner_id} == {
            ("Kerrow Health", "Jo Patel"),
            ("Kerrow Homes", "Mo Carne"),
        }
    assert check_office(office).is_whole

    assert brought.act is not None
    undo_import(office, brought.act)
    assert (names(office), agencies(office)) == (before, known)


def test_an_agency_said_for_owners_without_one_is_theirs(office: Office) -> None:
    done(office, people(office, "Initials\nKT\n"))
    text = f"{HEAD}KT\tAsk\tSam Rowe\t\t27/11/2026\n"
    choices = ActionChoices(add_owners=True, agency="Kerrow Homes")
    assert done(office, actions(office, text, choices)).counts == Counts(1, 0, 0)
    assert "Sam Rowe" in names(office)


def test_an_owner_of_an_agency_by_its_short_name_brings_no_second_agency(office: Office) -> None:
    done(office, people(office, "Initials\nKT\n"))
    known = agencies(office)
    text = f"{HEAD}KT\tAsk\tSam Rowe\tkh\t27/11/2026\nKT\tCall\tMo Carne\tK.H.\t27/11/2026\n"
    assert done(office, actions(office, text, ADDING)).counts == Counts(2, 0, 0)
    assert agencies(office) == known
    with office.desk.read() as look:
        theirs = {one.professional.name: one.agency.name for one in look.imports.in_post()}
    assert (theirs["Sam Rowe"], theirs["Mo Carne"]) == ("Kerrow Homes", "Kerrow Homes")


def test_an_agency_is_never_put_into_the_directory_as_a_person(office: Office) -> None:
    done(office, people(office, "Initials\nKT\n"))
    text = f"{HEAD}KT\tAsk\tKerrow Police\t\t27/11/2026\nKT\tAsk\tHealth\tHealth\t27/11/2026\n"
    found = told_of(office, text, ADDING)
    assert [one.rule for one in found.remarks] == [RowRule.OWNER_MISSING] * 2
    assert found.strangers == ()


def test_a_date_for_actions_without_one_is_taken_and_told(office: Office) -> None:
    done(office, people(office, "Initials\nKT\n"))
    text = f"{HEAD}KT\tAsk\tRhys Roskilly\t\t\n"
    assert told_of(office, text).without_date == 1
    assert told_of(office, text).counts.refused == 1
    chosen = ActionChoices(due_on=date(2026, 11, 26))
    found = told_of(office, text, chosen)
    assert [one.due_on for one in found.arriving] == [date(2026, 11, 26)]
    assert RowRule.DUE_ASSUMED in [one.rule for one in found.remarks]


def test_an_import_others_built_on_is_not_taken_back(office: Office) -> None:
    brought = done(office, people(office, "Initials\nKT\n"))
    assert brought.act is not None
    add_alias(office.desk, everybody(office)[0].id, "Kez")
    with pytest.raises(GuardError) as caught:
        undo_import(office, brought.act)
    assert caught.value.guard == "changed-since"


def test_the_chair_may_not_bring_anything_in(office: Office) -> None:
    wanted = people(office, "Initials\nKT\n")
    chair = replace(office.desk.sitter, role=Role.CHAIR)
    with pytest.raises(NotPermittedError):
        bring_in(replace(office, desk=replace(office.desk, sitter=chair)), wanted)


def test_what_a_sender_sent_before_is_understood_the_same_way_again(office: Office) -> None:
    mapping = ColumnMapping(Target.PEOPLE, {"initials": "Punter"}, ignored=("Phone",))
    tables = read_pasted("Punter\tPhone\nKT\t01632 960001\n")
    sheet = people_in(tables, today=TODAY, mapping=mapping)
    kept = KeptMapping("Street team", mapping)
    done(office, PeopleToBring(sheet, "Street team", mapping=kept))
    tracker = ColumnMapping(Target.ACTIONS, {"text": "To do"})
    done(
        office,
        ActionsToBring(
            actions_in(
                read_pasted("Initials\tTo do\tOwner\tDue\nKT\tRing\tRhys Roskilly\t27/11/2026\n"),
                today=TODAY,
                mapping=tracker,
            ),
            "Street team",
            mapping=KeptMapping("Street team", tracker),
        ),
    )

    assert find_mapping(office.desk, Target.PEOPLE, ["PUNTER", "Phone", "Other"]) == kept
    assert find_mapping(office.desk, Target.PEOPLE, ["Punter"]) is None
    found = find_mapping(office.desk, Target.ACTIONS, ["To do", "Initials"])
    assert found == KeptMapping("Street team", tracker)
