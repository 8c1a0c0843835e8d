"""Rows of people: columns found by name, headings found below titles, problems told by cell."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coordinator.domain.errors import SheetError
from coordinator.domain.lists.people import HousingStatus
from coordinator.sheets.columns import Target, folded
from coordinator.sheets.mappings import mapping_from, mapping_of, mapping_text
from coordinator.sheets.people import PersonRow
from coordinator.sheets.people_names import SplitName, split_name
from coordinator.sheets.problems import Rule, Severity, letter
from coordinator.sheets.reading import SheetRead, read_people
from coordinator.sheets.repeats import SameBy
from tests.sheets import makers

TODAY = date(2026, 11, 20)


def people(tmp_path: Path, *rows: list[object]) -> SheetRead[PersonRow]:
    return read_people(makers.delimited(tmp_path / "people.csv", rows), today=TODAY)


def told(read: SheetRead[PersonRow]) -> list[tuple[int, str, Rule]]:
    return [(problem.row, problem.column, problem.rule) for problem in read.problems]


def test_a_whole_row_arrives_in_its_fields(tmp_path: Path) -> None:
    read = people(
        tmp_path,
        ["Client ID", "Ref", "Title", "First Name", "Middle Name", "Surname", "Known as", "AKA",
         "Pronouns", "D.O.B. (dd/mm/yyyy)", "Sex", "Ethnic origin", "First language",
         "Interpreter required?", "Mobile no.", "Safe to call?", "Address line 1",
         "Address line 2", "Post code", "Town/Area", "Housing status", "GP surgery", "NHS No"],
        ["A17", "SC-0142", "Ms", "Kezia", "Anne", "Trelawny", "Kez", "Kezi; K. Tee", "she/her",
         "1/2/1980", "F", "White British", "Cornish", "no", "7700900001", "Y", "1 Quay Street",
         "Old Town", "tr11aa", "Truro", "Sofa surfing", "Three Spires", "943 476 5919"],
    )  # fmt: skip
    assert read.rows == (
        PersonRow(
            sheet="",
            row=2,
            given_name="Kezia Anne",
            family_name="Trelawny",
            source_id="A17",
            reference="SC-0142",
            title="Ms",
            preferred_name="Kez",
            aliases=("Kezi", "K. Tee"),
            pronouns="she/her",
            born_on=date(1980, 2, 1),
            gender="F",
            ethnicity="White British",
            language="Cornish",
            needs_interpreter=False,
            phone="07700 900001",
            safe_to_call=True,
            address="1 Quay Street, Old Town, TR1 1AA",
            place="Truro",
            housing=HousingStatus.SOFA,
            gp="Three Spires",
            nhs_number="9434765919",
            problems=1,
        ),
    )
    assert told(read) == [(2, "O", Rule.LEADING_ZERO)]
    assert (read.seen, read.refused) == (1, 0)


@pytest.mark.parametrize(
    ("heading", "plain"),
    [
        ("D.O.B. (dd/mm/yyyy)", "dob"),
        ("DateOfBirth", "date of birth"),
        ("date_of_birth", "date of birth"),
        ("PersonalID", "personal id"),
        ("  First   Name* ", "first name"),
        ("NHS No.", "nhs no"),
        ("DOB", "dob"),
        ("Client's name", "clients name"),
    ],
)
def test_headings_are_compared_by_their_plain_words(heading: str, plain: str) -> None:
    assert folded(heading) == plain


def test_headings_are_found_below_titles_notes_and_empty_lines(tmp_path: Path) -> None:
    read = people(
        tmp_path,
        ["Complex needs panel: by-name list"],
        ["Printed on", "19/11/2026"],
        [],
        ["Name", "DOB"],
        ["Trelawny, Kezia", "1/2/1980"],
        [],
        ["Name", "DOB"],
        ["Penrose, Jago", "3/4/1981"],
    )
    assert [(row.row, row.family_name) for row in read.rows] == [(5, "Trelawny"), (8, "Penrose")]
    assert told(read) == [(7, "", Rule.HEADING_AGAIN)]
    assert read.seen == 2


@pytest.mark.parametrize(
    "last", [["Total", "1", "", ""], ["", "", "Total:", ""], ["", "Totals", "1", ""]]
)
def test_a_row_that_adds_up_the_others_is_nobody(tmp_path: Path, last: list[object]) -> None:
    read = people(
        tmp_path, ["Ref No.", "Surname", "Forename", "DOB"], ["A1", "Hale", "Jo", ""], last
    )
    assert [row.family_name for row in read.rows] == ["Hale"]
    assert Rule.NO_NAME in [rule for row, _column, rule in told(read) if row == 3]


def test_somebody_may_be_called_total(tmp_path: Path) -> None:
    read = people(tmp_path, ["Surname", "Forename"], ["Total", "Jo"])
    assert [row.family_name for row in read.rows] == ["Total"]


def test_headings_over_two_rows_are_joined(tmp_path: Path) -> None:
    read = people(
        tmp_path,
        ["First", "Family", "Date of", "Contact", "NHS"],
        ["name", "name", "birth", "Telephone", "number"],
        ["Kezia", "Trelawny", "1/2/1980", "01632 960001", ""],
    )
    (row,) = read.rows
    assert (row.given_name, row.family_name, row.born_on) == (
        "Kezia",
        "Trelawny",
        date(1980, 2, 1),
    )
    assert row.phone == "01632 960001"
    assert row.row == 3


def test_a_row_of_data_is_never_taken_for_a_second_row_of_headings(tmp_path: Path) -> None:
    read = people(tmp_path, ["Name", "Town"], ["Kezia Trelawny", "Truro"], ["Jago", "Bodmin"])
    assert [row.row for row in read.rows] == [2, 3]


def test_a_list_of_bare_names_is_enough(tmp_path: Path) -> None:
    read = people(tmp_path, ["Name"], ["TRELAWNY Kezia"], ["Spud"])
    assert [(row.given_name, row.family_name) for row in read.rows] == [
        ("Kezia", "TRELAWNY"),
        ("Spud", ""),
    ]


@pytest.mark.parametrize(
    ("said", "split"),
    [
        ("Kezia Trelawny", SplitName("Kezia", "Trelawny", rule=Rule.NAME_SPLIT)),
        ("Kezia Anne Trelawny", SplitName("Kezia Anne", "Trelawny", rule=Rule.NAME_SPLIT)),
        ("Jan van der Berg", SplitName("Jan", "van der Berg", rule=Rule.NAME_SPLIT)),
        ("Trelawny, Kezia Anne", SplitName("Kezia Anne", "Trelawny")),
        ("Mr Jago Penrose", SplitName("Jago", "Penrose", rule=Rule.NAME_SPLIT)),
        ("Siobhan O'NEILL", SplitName("Siobhan", "O'NEILL")),
        ("J. Penrose", SplitName("J.", "Penrose", rule=Rule.NAME_SPLIT)),
        ("KEZIA TRELAWNY", SplitName("KEZIA", "TRELAWNY", rule=Rule.NAME_SPLIT)),
        ("Spud", SplitName("Spud")),
        ("K.T.", SplitName("K", "T", rule=Rule.INITIALS)),
        ("KT", SplitName("K", "T", rule=Rule.INITIALS)),
        ("K A T", SplitName("K A", "T", rule=Rule.INITIALS)),
        ("Jo", SplitName("Jo")),
        ('Kezia "Kez" Trelawny', SplitName("Kezia", "Trelawny", "Kez", rule=Rule.NAME_SPLIT)),
        ("Penrose, Jago (Jay)", SplitName("Jago", "Penrose", "Jay")),
        ("Penrose, Jago aka Smithy", SplitName("Jago", "Penrose", aliases=("Smithy",))),
        ("Kezia Trelawny and Jago Penrose", SplitName(rule=Rule.SEVERAL_PEOPLE)),
        ("Kezia Trelawny\nJago Penrose", SplitName(rule=Rule.SEVERAL_PEOPLE)),
        ("Sandy Andrews", SplitName("Sandy", "Andrews", rule=Rule.NAME_SPLIT)),
        ("محمد علي", SplitName("محمد", "علي", rule=Rule.NAME_SPLIT)),
    ],
)
def test_a_name_in_one_cell_is_taken_apart_and_choices_are_told(
    said: str, split: SplitName
) -> None:
    assert split_name(said) == split


def test_problems_are_told_by_row_and_cell_and_say_nothing_of_what_stands_there(
    tmp_path: Path,
) -> None:
    read = people(
        tmp_path,
        ["Forename", "Surname", "DOB", "NHS No", "Housing", "Safe to call", "Age"],
        ["Kezia", "Trelawny", "31/02/1980", "943 476 5918", "the moon", "perhaps", "old"],
        ["", "", "1/2/1980", "", "", "", ""],
        ["Jago", "Penrose", "1/2/2030", "", "", "", ""],
        ["Mab", "Angove", "1/2/1890", "", "", "", ""],
        ["Wella", "Hicks", "1/2/2015", "", "", "", "11"],
        ["42", "Nance", "", "", "", "", ""],
        ["=cmd()", "Rowe", "1/2/80", "", "", "", "", "stray"],
    )
    assert told(read) == [
        (2, "C", Rule.DATE_IMPOSSIBLE),
        (2, "G", Rule.NOT_A_NUMBER),
        (2, "F", Rule.NOT_YES_NO),
        (2, "E", Rule.NOT_IN_LIST),
        (2, "D", Rule.NHS_NUMBER),
        (3, "", Rule.NO_NAME),
        (4, "C", Rule.BIRTH_IN_FUTURE),
        (5, "C", Rule.BIRTH_TOO_OLD),
        (6, "C", Rule.UNDER_16),
        (7, "", Rule.NAME_ODD),
        (8, "", Rule.CELLS_BEYOND),
        (8, "A", Rule.FORMULA),
        (8, "C", Rule.DATE_SHORT_YEAR),
    ]
    assert "Trelawny" not in repr(read.problems)
    assert "Trelawny" not in repr(read.rows)
    assert [row.row for row in read.rows] == [2, 4, 5, 6, 7, 8]
    assert (read.seen, len(read.rows), read.refused) == (7, 6, 1)
    severities = {problem.rule: problem.severity for problem in read.problems}
    assert severities[Rule.NO_NAME] is Severity.REFUSED
    assert severities[Rule.NHS_NUMBER] is Severity.LEFT_OUT
    assert severities[Rule.UNDER_16] is Severity.CHECK
    assert read.rows[-1].is_birth_doubtful


def test_repeated_people_are_told_and_do_not_arrive_twice(tmp_path: Path) -> None:
    read = people(
        tmp_path,
        ["ID", "First name", "Last name", "DOB"],
        ["1", "Kezia", "Trelawny", "1/2/1980"],
        ["1", "Kezia", "Trelawny", "1/2/1980"],
        ["2", "KEZIA", "Trelawny", "01 Feb 1980"],
        ["3", "Kezia", "Trelawny", "5/6/1990"],
        ["4", "Jago", "Penrose", ""],
        ["5", "Jago", "Penrose", ""],
        ["4", "Mab", "Angove", ""],
    )
    assert [row.row for row in read.rows] == [2, 5, 6, 7]
    assert [(one.row.row, one.first.row, one.same_by) for one in read.repeats] == [
        (3, 2, SameBy.SOURCE_ID),
        (4, 2, SameBy.NAME_AND_BIRTH),
        (8, 6, SameBy.SOURCE_ID),
    ]
    assert told(read) == [(8, "", Rule.SAME_ID_OTHER_NAME)]
    assert read.seen == len(read.rows) + len(read.repeats) + read.refused


def test_two_columns_of_one_meaning_are_told_and_the_first_counts(tmp_path: Path) -> None:
    read = people(tmp_path, ["Name", "DOB", "Date of birth"], ["Spud", "1/2/1980", "5/6/1990"])
    assert read.rows[0].born_on == date(1980, 2, 1)
    assert told(read) == [(0, "C", Rule.COLUMN_TWICE)]


def test_codes_without_their_standard_are_left_out(tmp_path: Path) -> None:
    read = people(tmp_path, ["Name", "Gender"], ["Spud", "1"], ["Kez", "Woman"])
    assert [row.gender for row in read.rows] == ["", "Woman"]
    assert told(read) == [(2, "B", Rule.CODE_UNKNOWN)]


def test_a_second_sheet_that_is_no_list_of_people_is_told_and_passed_over(tmp_path: Path) -> None:
    lookups = (
        '<table:table table:name="Lookups">'
        "<table:table-row><table:table-cell office:value-type='string'><text:p>Colour</text:p>"
        "</table:table-cell></table:table-row></table:table>"
    )
    names = '<table:table table:name="Names">' + "".join(
        "<table:table-row><table:table-cell office:value-type='string'>"
        f"<text:p>{said}</text:p></table:table-cell></table:table-row>"
        for said in ("Name", "Spud")
    )
    path = makers.raw_ods(tmp_path / "two.ods", lookups + names + "</table:table>")
    read = read_people(path, today=TODAY)
    assert [(row.sheet, row.given_name) for row in read.rows] == [("Names", "Spud")]
    assert [(p.sheet, p.rule) for p in read.problems] == [("Lookups", Rule.SHEET_WITHOUT_HEADING)]


def test_a_saved_mapping_names_columns_we_could_not_know(tmp_path: Path) -> None:
    path = makers.delimited(
        tmp_path / "odd.csv",
        [
            ["Who is it", "Arrived on earth", "Town", "Sex"],
            ["Trelawny, Kezia", "1/2/1980", "Truro", "F"],
        ],
    )
    with pytest.raises(SheetError) as caught:
        read_people(path, today=TODAY)
    assert caught.value.fault == "no-name-column"
    assert caught.value.details == ("Who is it", "Arrived on earth", "Town", "Sex")

    saved = tmp_path / "odd.toml"
    saved.write_text(
        'target = "people"\n[columns]\nfull_name = "Who is it"\nborn_on = "Arrived on earth"\n'
    )
    mapping = mapping_from(saved, Target.PEOPLE)
    read = read_people(path, today=TODAY, mapping=mapping)
    assert [(row.family_name, row.born_on, row.place) for row in read.rows] == [
        ("Trelawny", date(1980, 2, 1), "Truro")
    ]
    again = mapping_of(Target.PEOPLE, read.columns)
    saved.write_text(mapping_text(again), encoding="utf-8")
    assert mapping_from(saved, Target.PEOPLE) == again
    assert again.columns == {
        "full_name": "Who is it",
        "born_on": "Arrived on earth",
        "place": "Town",
        "gender": "Sex",
    }


def test_a_mapping_overrules_the_names(tmp_path: Path) -> None:
    path = makers.delimited(
        tmp_path / "x.csv", [["Name", "DOB", "Real DOB"], ["Spud", "1/1/1970", "1/2/1980"]]
    )
    saved = tmp_path / "x.toml"
    saved.write_text('[columns]\nborn_on = "Real DOB"\n')
    read = read_people(path, today=TODAY, mapping=mapping_from(saved, Target.PEOPLE))
    assert read.rows[0].born_on == date(1980, 2, 1)


@pytest.mark.parametrize(
    ("text", "fault", "details"),
    [
        ("not toml [", "bad-mapping", ()),
        ('target = "actions"\n[columns]\ntext = "What"\n', "bad-mapping", ()),
        ('[columns]\ncolour = "Colour"\n', "bad-mapping", ("colour",)),
        ("[columns]\nborn_on = 3\n", "bad-mapping", ()),
        ('target = "people"\n', "bad-mapping", ()),
    ],
)
def test_a_mapping_that_makes_no_sense_is_refused(
    tmp_path: Path, text: str, fault: str, details: tuple[str, ...]
) -> None:
    saved = tmp_path / "bad.toml"
    saved.write_text(text)
    with pytest.raises(SheetError) as caught:
        mapping_from(saved, Target.PEOPLE)
    assert (caught.value.fault, caught.value.details) == (fault, details)


def test_a_mapping_for_another_file_is_refused_with_the_columns_it_misses(tmp_path: Path) -> None:
    path = makers.delimited(tmp_path / "x.csv", [["Name", "DOB"], ["Spud", "1/1/1970"]])
    saved = tmp_path / "x.toml"
    saved.write_text('[columns]\nplace = "Where"\n')
    with pytest.raises(SheetError) as caught:
        read_people(path, today=TODAY, mapping=mapping_from(saved, Target.PEOPLE))
    assert (caught.value.fault, caught.value.details) == ("unknown-columns", ("Where",))


@pytest.mark.parametrize(
    ("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_lettered_as_spreadsheets_letter_them(place: int, name: str) -> None:
    assert letter(place) == name


CONTROLS = [chr(code) for code in range(1, 32)]  # a file of them is no text, and refused whole
CELLS = st.sampled_from(
    ["", "Kezia", "Penrose, Jago", "K. Rowe and M. Rowe", "1/2/1980", "31/2/80", "7", "n/k", "\0"]
) | st.text(st.characters(codec="utf-8", exclude_characters=CONTROLS), max_size=12)


@given(
    st.permutations(["ID", "Name", "DOB", "Sex", "Phone"]),
    st.lists(st.lists(CELLS, max_size=6), max_size=8),
)
@settings(max_examples=60)
def test_every_row_arrives_repeats_or_is_refused_and_none_is_lost(
    headings: list[str], rows: list[list[str]]
) -> None:
    with TemporaryDirectory() as folder:
        path = makers.delimited(Path(folder) / "any.csv", [headings, *rows])
        read = read_people(path, today=TODAY)
    assert read.seen == len(read.rows) + len(read.repeats) + read.refused
    places = [row.row for row in read.rows] + [one.row.row for one in read.repeats]
    assert len(places) == len(set(places))
    assert all(row.given_name or row.family_name or row.preferred_name for row in read.rows)
