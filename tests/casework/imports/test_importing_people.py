"""People from a spreadsheet: who arrives, who is on file already, what is told and never done."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coordinator.casework.desk import Sitter
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.imports.importing_people import (
    PeoplePreview,
    import_people,
    preview_people,
)
from coordinator.casework.imports.mappings import KeptMapping, choose_mapping
from coordinator.casework.people.entering import register_person
from coordinator.casework.stores.opening import Office
from coordinator.casework.stores.restoring import check_office
from coordinator.db.backups import list_backups
from coordinator.db.models import Alias, Identifier, Person
from coordinator.domain.errors import NotPermittedError, SheetError
from coordinator.domain.people.duplicates import Reason
from coordinator.domain.returns.imports import Counts, Imported, MatchedBy, RowRule
from coordinator.domain.roles import Role
from coordinator.domain.states import PersonStatus
from coordinator.sheets.columns import Target
from coordinator.sheets.mappings import ColumnMapping
from coordinator.sheets.people import PersonRow
from coordinator.sheets.reading import SheetRead, read_people
from tests.casework.counting import queries
from tests.sheets import makers
from tests.stores import POLICE

HEAD = ("Client ID", "First name", "Surname", "DOB", "Phone", "NHS number", "Ref")
KEZIA = ("C1", "Kezia", "Trelawny", "14/05/1981", "01632 960001", "943 476 5919", "")
TOMOS = ("C2", "Tomos", "Gray", "02/11/1990", "", "", "")
LIKE = Path(__file__).parents[2] / "sheets" / "data" / "hud_like.csv"
SAMPLE = Path(__file__).parents[3].parent / "shared" / "data" / "hud-sample" / "Client.csv"

Sheet = SheetRead[PersonRow]


def sheet(office: Office, folder: Path, *rows: Sequence[str]) -> Sheet:
    path = makers.delimited(folder / "people.csv", [HEAD, *rows])
    return read_people(path, today=office.desk.today())


def bring_in(office: Office, folder: Path, *rows: Sequence[str]) -> Imported:
    return import_people(office, sheet(office, folder, *rows), "Street team").result


def preview(office: Office, folder: Path, *rows: Sequence[str]) -> PeoplePreview:
    return preview_people(office.desk, sheet(office, folder, *rows), "Street team")


def everybody(office: Office) -> list[Person]:
    with office.desk.read() as look:
        return sorted(look.people.everybody(), key=lambda person: person.reference)


def numbers(office: Office) -> set[tuple[str, str]]:
    with office.desk.read() as look:
        found = look.people.about(Identifier, [person.id for person in everybody(office)])
        return {(one.issuer, one.value) for one in found}


def acts(office: Office) -> list[str]:
    with office.desk.read() as look:
        return [act.name for act in look.history.acts()]


def test_people_arrive_as_one_act_prospective_and_with_their_numbers(
    office: Office, tmp_path: Path
) -> None:
    before = len(acts(office))
    done = bring_in(office, tmp_path, KEZIA, TOMOS)

    assert done.counts == Counts(arrived=2, repeated=0, refused=0)
    assert acts(office)[0] == "people.imported"
    assert len(acts(office)) == before + 1
    kezia, tomos = everybody(office)
    assert (kezia.reference, kezia.given_name, kezia.phone) == (
        "KP-0001",
        "Kezia",
        "01632 960001",
    )
    assert (tomos.reference, tomos.status) == ("KP-0002", PersonStatus.PROSPECTIVE)
    assert numbers(office) == {
        ("Street team", "C1"),
        ("Street team", "C2"),
        ("NHS", "9434765919"),
    }
    with office.desk.read() as look:
        assert [hit.scope for found in look.people.search("kez", limit=5) for hit in found] == [
            kezia.id
        ]
        assert look.people.basis(kezia.id) is None
    assert check_office(office).is_whole


def test_a_backup_is_made_first_and_only_when_something_arrives(
    office: Office, tmp_path: Path
) -> None:
    bring_in(office, tmp_path, KEZIA)
    assert [backup.reason for backup in list_backups(office.folder.backups)] == ["import"]
    bring_in(office, tmp_path, KEZIA)
    assert len(list_backups(office.folder.backups)) == 1


def test_a_preview_tells_the_same_and_writes_nothing(office: Office, tmp_path: Path) -> None:
    before = acts(office)
    told = preview(office, tmp_path, KEZIA, TOMOS, KEZIA)

    assert told.counts == Counts(arrived=2, repeated=1, refused=0)
    assert everybody(office) == []
    assert acts(office) == before


def test_the_same_file_again_brings_nothing_and_is_no_act(office: Office, tmp_path: Path) -> None:
    bring_in(office, tmp_path, KEZIA, TOMOS)
    before = acts(office)
    again = bring_in(office, tmp_path, KEZIA, TOMOS)

    assert again == Imported(Counts(arrived=0, repeated=2, refused=0))
    assert acts(office) == before


def test_somebody_known_by_number_gets_empty_fields_filled_and_nothing_overwritten(
    office: Office, tmp_path: Path
) -> None:
    bring_in(office, tmp_path, ("C1", "Kezia", "Trelawny", "", "01632 960001", "", ""))
    later = ("C1", "Kezia", "Trelawny", "14/05/1981", "01632 960777", "943 476 5919", "")
    told = preview(office, tmp_path, later)
    done = bring_in(office, tmp_path, later)

    assert done.counts == Counts(arrived=0, repeated=1, refused=0, filled=1)
    (row,) = told.on_file
    assert (row.reference, row.matched_by) == ("KP-0001", MatchedBy.OWN_NUMBER)
    assert (row.fills, row.differs) == (("born_on", "nhs_number"), ("phone",))
    (kezia,) = everybody(office)
    assert (str(kezia.born_on), kezia.phone) == ("1981-05-14", "01632 960001")
    assert ("NHS", "9434765919") in numbers(office)


def test_a_number_that_another_name_holds_is_refused(office: Office, tmp_path: Path) -> None:
    bring_in(office, tmp_path, KEZIA)
    other = ("C1", "Bartek", "Nowak", "01/02/1970", "", "", "")
    told = preview(office, tmp_path, other)

    assert told.counts == Counts(arrived=0, repeated=0, refused=1)
    assert [remark.rule for remark in told.remarks] == [RowRule.NUMBER_OF_ANOTHER]
    assert bring_in(office, tmp_path, other).counts.arrived == 0


def test_the_same_name_and_birth_is_passed_over_and_told(office: Office, tmp_path: Path) -> None:
    born = sheet(office, tmp_path, KEZIA).rows[0].born_on
    register_person(office.desk, given_name="KEZIA", family_name="Trelawny", born_on=born)
    told = preview(office, tmp_path, KEZIA)

    assert told.counts == Counts(arrived=0, repeated=1, refused=0)
    assert told.on_file[0].matched_by is MatchedBy.NAME_AND_BIRTH
    bring_in(office, tmp_path, KEZIA)
    assert len(everybody(office)) == 1
    assert numbers(office) == set()


def test_another_number_of_the_same_sender_makes_a_namesake_arrive_and_be_listed(
    office: Office, tmp_path: Path
) -> None:
    bring_in(office, tmp_path, KEZIA)
    namesake = ("C8", *KEZIA[1:4], "", "", "")
    told = preview(office, tmp_path, namesake)

    assert (told.counts.arrived, told.on_file) == (1, ())
    assert told.alike[0].reference == "KP-0001"
    assert Reason.OTHER_NUMBER in told.alike[0].reasons
    assert bring_in(office, tmp_path, namesake).counts.arrived == 1


def test_possible_duplicates_are_listed_with_reasons_and_arrive_all_the_same(
    office: Office, tmp_path: Path
) -> None:
    register_person(office.desk, given_name="Keziah", family_name="Trelawney")
    again = ("C9", "Kezia", "Trelawny", "15/05/1981", "", "", "")
    told = preview(office, tmp_path, KEZIA, again)

    assert told.counts.arrived == 2
    on_file = [one for one in told.alike if one.reference]
    assert {(one.row, one.reference) for one in on_file} == {(2, "KP-0001"), (3, "KP-0001")}
    (other,) = [one for one in told.alike if one.other_row]
    assert (other.row, other.other_row) == (3, 2)
    assert Reason.SAME_NAME in other.reasons
    assert bring_in(office, tmp_path, KEZIA, again).counts.arrived == 2


def test_references_of_this_panel_are_kept_when_free_and_others_become_numbers(
    office: Office, tmp_path: Path
) -> None:
    register_person(office.desk, given_name="Somebody", reference="KP-0003")
    rows = [
        ("", "Ann", "First", "", "", "", "kp 7"),
        ("", "Bea", "Second", "", "", "", "KP-0003"),
        ("", "Cat", "Third", "", "", "", "H/118"),
    ]
    told = preview(office, tmp_path, *rows)
    bring_in(office, tmp_path, *rows)

    assert {person.given_name: person.reference for person in everybody(office)} == {
        "Somebody": "KP-0003",
        "Ann": "KP-0007",
        "Bea": "KP-0008",
        "Cat": "KP-0009",
    }
    assert [remark.rule for remark in told.remarks] == [RowRule.REFERENCE_TAKEN]
    assert numbers(office) == {("Street team", "H/118")}


def test_a_reference_names_somebody_on_file_only_when_the_name_agrees(
    office: Office, tmp_path: Path
) -> None:
    register_person(office.desk, given_name="Kezia", family_name="Trelawny")
    told = preview(office, tmp_path, ("", "Kezia", "Trelawny", "14/05/1981", "", "", "KP-0001"))

    assert told.on_file[0].matched_by is MatchedBy.REFERENCE
    assert told.on_file[0].fills == ("born_on",)


def test_an_nhs_number_is_kept_by_whoever_has_it(office: Office, tmp_path: Path) -> None:
    bring_in(office, tmp_path, KEZIA)
    other = ("C5", "Bartek", "Nowak", "01/02/1970", "", "943 476 5919", "")
    third = ("C6", "Iona", "Reed", "", "", "401 023 2137", "")
    fourth = ("C7", "Olek", "Dudek", "", "", "401 023 2137", "")
    told = preview(office, tmp_path, other, third, fourth)
    done = bring_in(office, tmp_path, other, third, fourth)

    assert done.counts.arrived == 3
    assert [(one.row, one.rule) for one in told.remarks] == [
        (2, RowRule.NHS_OF_ANOTHER),
        (4, RowRule.NHS_OF_ANOTHER),
    ]
    assert sum(issuer == "NHS" for issuer, _value in numbers(office)) == 2


def test_somebody_the_sitter_must_not_know_of_is_neither_told_nor_filled(
    office: Office, tmp_path: Path
) -> None:
    bring_in(office, tmp_path, ("C1", "Kezia", "Trelawny", "", "", "", ""))
    (kezia,) = everybody(office)
    exclude_agency(office.desk, kezia.id, agency_id=POLICE, reason="Works there")
    desk = replace(office.desk, sitter=replace(office.desk.sitter, agency=POLICE))
    police = replace(office, desk=desk)
    told = preview(police, tmp_path, KEZIA)

    assert (told.on_file, told.alike) == ((), ())
    assert told.counts.arrived == 1


def test_odd_deaths_are_left_out_and_others_name_their_source(
    office: Office, tmp_path: Path
) -> None:
    head = ("First name", "Surname", "DOB", "Date of death")
    rows = (
        ("Ann", "First", "01/01/1970", "01/01/1960"),
        ("Bea", "Second", "01/01/1970", "01/03/2025"),
    )
    path = makers.delimited(tmp_path / "dead.csv", [head, *rows])
    read = read_people(path, today=office.desk.today())
    told = preview_people(office.desk, read, "Registrar")
    import_people(office, read, "Registrar")

    assert [(one.row, one.rule) for one in told.remarks] == [(2, RowRule.DEATH_ODD)]
    ann, bea = everybody(office)
    assert (ann.died_on, ann.death_source) == (None, "")
    assert (str(bea.died_on), bea.death_source) == ("2025-03-01", "Registrar")


def test_odd_letters_arrive_as_written(office: Office, tmp_path: Path) -> None:
    rows = [
        ("1", "\u05d3\u05d5\u05d3", "\u05db\u05d4\u05df", "", "", "", ""),
        ("2", "Zo\u00eb \U0001f33c", "O'Neill", "", "", "", ""),
        ("3", "=HYPERLINK(1)", "Cell", "", "", "", ""),
        ("4", "Bell\x07", "Ringer", "", "", "", ""),
    ]
    bring_in(office, tmp_path, *rows)

    assert [person.given_name for person in everybody(office)] == [
        "\u05d3\u05d5\u05d3",
        "Zo\u00eb \U0001f33c",
        "=HYPERLINK(1)",
        "Bell",
    ]
    assert check_office(office).is_whole


def test_a_mapping_is_kept_under_its_name_and_used_again(office: Office, tmp_path: Path) -> None:
    rows = [("Vorname", "Nachname"), ("Kezia", "Trelawny")]
    path = makers.xlsx(tmp_path / "fremd.xlsx", rows)
    chosen = tmp_path / "berlin.toml"
    chosen.write_text(
        'target = "people"\n[columns]\ngiven_name = "Vorname"\nfamily_name = "Nachname"\n'
    )
    kept = choose_mapping(office.desk, str(chosen), Target.PEOPLE)
    read = read_people(path, today=office.desk.today(), mapping=kept.mapping)
    import_people(office, read, "Berlin", mapping=kept)

    assert everybody(office)[0].family_name == "Trelawny"
    again = choose_mapping(office.desk, "berlin", Target.PEOPLE)
    assert again == KeptMapping(
        "berlin",
        ColumnMapping(Target.PEOPLE, {"given_name": "Vorname", "family_name": "Nachname"}),
    )
    with pytest.raises(SheetError) as wrong:
        choose_mapping(office.desk, "berlin", Target.ACTIONS)
    assert wrong.value.fault == "bad-mapping"
    with pytest.raises(SheetError) as missing:
        choose_mapping(office.desk, "nowhere", Target.PEOPLE)
    assert missing.value.fault == "no-mapping"


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COORDINATOR])
def test_only_the_coordinator_imports(office: Office, tmp_path: Path, role: Role) -> None:
    read = sheet(office, tmp_path, KEZIA)
    sitter = Sitter(office.desk.sitter.professional, role, office.desk.sitter.agency)
    other = replace(office, desk=replace(office.desk, sitter=sitter))
    with pytest.raises(NotPermittedError):
        import_people(other, read, "Street team")
    with pytest.raises(NotPermittedError):
        preview_people(other.desk, read, "Street team")
    assert everybody(office) == []


def test_a_disk_that_breaks_half_way_leaves_nothing(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: Any, **_named: Any) -> None:
        raise OSError("broken")

    monkeypatch.setattr("coordinator.casework.imports.importing_people._fill", fail)
    with pytest.raises(OSError, match="broken"):
        bring_in(office, tmp_path, KEZIA, TOMOS)
    assert everybody(office) == []
    assert check_office(office).is_whole


def test_the_look_alike_of_the_published_sample_arrives(office: Office) -> None:
    read = read_people(LIKE, today=office.desk.today())
    done = import_people(office, read, "HMIS").result

    assert done.counts == Counts(arrived=28, repeated=2, refused=1)
    assert len(everybody(office)) == 28
    with office.desk.read() as look:
        ids = [person.id for person in everybody(office)]
        assert any(alias.name.endswith(" Jr") for alias in look.people.about(Alias, ids))
    assert import_people(office, read, "HMIS").result.counts == Counts(0, 30, 1)
    assert check_office(office).is_whole


@pytest.mark.skipif(not SAMPLE.exists(), reason="the published sample is not beside the checkout")
def test_all_people_of_the_published_sample_arrive_with_few_questions(office: Office) -> None:
    read = read_people(SAMPLE, today=office.desk.today())
    with queries(office.desk) as asked:
        done = import_people(office, read, "HMIS").result

    assert done.counts == Counts(arrived=4034, repeated=0, refused=0)
    assert len({person.reference for person in everybody(office)}) == 4034
    assert len(asked) < 150
