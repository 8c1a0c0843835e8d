"""A sheet is known again however it was saved, and its rows whatever became of them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from coordinator.casework.actions.lists import read_action
from coordinator.casework.actions.outcomes import set_outcome
from coordinator.casework.actions.passing_on import change_owner
from coordinator.casework.desk import Desk, Sitter
from coordinator.db.models import Panel
from coordinator.domain.actions.rules import Outcome
from coordinator.domain.errors import (
    NotPermittedError,
    SheetError,
)
from coordinator.domain.returns.codes import SheetCode, token
from coordinator.domain.returns.rules import Fate
from coordinator.domain.roles import Role
from coordinator.domain.states import ActionStatus
from coordinator.wording.returns import fate_sentence
from tests.returns import (
    CODE,
    FULL,
    HEADING,
    ONE,
    OUTCOME,
    THREE,
    TWO,
    YESTERDAY,
    changed,
    fates,
    filled,
    looked_at,
    rows_of,
    status,
    taken_in,
    values,
)
from tests.sheets import makers
from tests.stores import COUNCIL, HOUSING, NURSE, OFFICER, POLICE, WORKER


def test_another_agencys_action_is_refused(
    desk: Desk, actions: dict[str, UUID], sheet: Path
) -> None:
    row = read_action(desk, actions[ONE]).row
    change_owner(desk, row.id, seen=row.revision, owner_id=OFFICER, reason="Theirs now")
    preview = looked_at(desk, filled(sheet, FULL))
    assert fates(preview)[ONE] is Fate.NOT_THEIRS
    (theirs,) = (one.action for one in preview.rows if one.planned.said.number == ONE)
    assert theirs is not None
    assert theirs.owner.agency == "Kerrow Police"


def test_a_row_added_by_the_agency_is_found_by_its_number_or_told_as_unknown(
    desk: Desk, actions: dict[str, UUID], sheet: Path
) -> None:
    def add(rows: Worksheet) -> None:
        rows.append(["A26-9999", None, "Something new", None, None, None, "Done"])
        rows.append(["a26-0001 ", None, "Copied", None, None, None, "Done", None, YESTERDAY])

    preview = looked_at(desk, changed(sheet, add))
    assert [row.planned.fate for row in preview.rows] == [
        Fate.NOTHING,
        Fate.NOTHING,
        Fate.NOTHING,
        Fate.UNKNOWN,
        Fate.APPLIED,
    ]


def test_a_number_that_is_not_that_of_the_code_beside_it_is_refused(
    desk: Desk, actions: dict[str, UUID], sheet: Path
) -> None:
    def sort_numbers_alone(rows: Worksheet) -> None:
        at = rows_of(rows)
        rows.cell(at[ONE], 1).value, rows.cell(at[TWO], 1).value = TWO, ONE
        rows.cell(at[ONE], OUTCOME).value = "Done"
        rows.cell(at[THREE], OUTCOME).value = "In progress"

    preview = looked_at(desk, changed(sheet, sort_numbers_alone))
    assert fates(preview) == {TWO: Fate.REFUSED, ONE: Fate.NOTHING, THREE: Fate.APPLIED}
    (refused,) = (one for one in preview.rows if one.planned.fate is Fate.REFUSED)
    assert fate_sentence(refused.planned, refused.action).startswith(
        "'No.' is not that of the action this row was made for."
    )
    taken_in(desk, sheet)
    assert {status(desk, actions[one]) for one in (ONE, TWO)} == {ActionStatus.OPEN}
    assert status(desk, actions[THREE]) is ActionStatus.IN_PROGRESS


def test_a_number_that_was_spoilt_is_found_by_its_code(
    desk: Desk, actions: dict[str, UUID], sheet: Path
) -> None:
    taken_in(desk, filled(sheet, {ONE: {1: "1st", OUTCOME: "In progress"}}))
    assert status(desk, actions[ONE]) is ActionStatus.IN_PROGRESS


def sorted_backwards(path: Path) -> Path:
    def turn(sheet: Worksheet) -> None:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEADING + 1)]
        for at, row in enumerate(reversed(rows), HEADING + 1):
            for column, value in enumerate(row, 1):
                sheet.cell(at, column).value = value

    return changed(path, turn)


def without_codes(path: Path) -> Path:
    """As somebody who copies what they see into a sheet of their own."""
    rows = [row[: CODE - 1] for row in values(path)[HEADING - 1 :]]
    return makers.xlsx(path, rows)


def without_the_lists(path: Path) -> Path:
    from openpyxl import load_workbook

    book = load_workbook(path)
    del book["Lists"]
    book.save(path)
    return path


def as_csv(path: Path) -> Path:
    rows = [["" if cell is None else _day(cell) for cell in row] for row in values(path)]
    return makers.delimited(path.with_suffix(".csv"), rows, separator=";", encoding="cp1252")


def as_ods(path: Path) -> Path:
    return makers.ods(
        path.with_suffix(".ods"), [[_day(one) for one in row] for row in values(path)]
    )


def as_xls(path: Path) -> Path:
    rows = [["" if one is None else _day(one) for one in row] for row in values(path)]
    return makers.xls(path.with_suffix(".xls"), rows)


def _day(cell: object) -> object:
    return cell.date() if hasattr(cell, "date") else cell


@pytest.mark.parametrize(
    "resave",
    [sorted_backwards, without_codes, without_the_lists, as_csv, as_ods, as_xls],
)
def test_a_sheet_is_known_again_however_it_was_saved(
    desk: Desk, actions: dict[str, UUID], sheet: Path, resave: Callable[[Path], Path]
) -> None:
    path = resave(filled(sheet, FULL))
    preview = looked_at(desk, path)
    assert preview.agency == "Kerrow Homes"
    assert fates(preview) == dict.fromkeys((ONE, TWO, THREE), Fate.APPLIED)
    assert taken_in(desk, path).count == 3
    assert set(fates(looked_at(desk, path)).values()) == {Fate.SAME}


def test_without_codes_the_printed_status_tells_what_changed_here(
    desk: Desk, actions: dict[str, UUID], sheet: Path
) -> None:
    path = without_codes(filled(sheet, FULL))
    row = read_action(desk, actions[ONE]).row
    set_outcome(desk, row.id, Outcome(ActionStatus.IN_PROGRESS), seen=row.revision)
    preview = looked_at(desk, path)
    assert not preview.is_coded
    assert fates(preview) == {ONE: Fate.CHANGED, TWO: Fate.APPLIED, THREE: Fate.APPLIED}


def test_a_sheet_of_another_panel_is_refused_as_a_whole(
    desk: Desk, actions: dict[str, UUID], sheet: Path
) -> None:
    code = SheetCode(token(UUID(int=99)), token(HOUSING), 3).text
    with pytest.raises(SheetError) as refused:
        looked_at(desk, changed(sheet, lambda rows: rows.cell(2, 1, f"Code: {code}")))
    assert refused.value.fault == "other-panel"


def test_a_merged_agencys_sheet_is_its_successors(
    desk: Desk, actions: dict[str, UUID], sheet: Path
) -> None:
    from coordinator.casework.directory.agencies import merge_agency

    merge_agency(desk, HOUSING, into=COUNCIL)
    preview = looked_at(desk, filled(sheet, FULL))
    assert preview.agency == "Kerrow Council"


def test_an_agency_may_take_in_its_own_actions_only(
    desk: Desk, actions: dict[str, UUID], sheet: Path
) -> None:
    filled(sheet, FULL)
    theirs = replace(desk, sitter=Sitter(OFFICER, Role.REPRESENTATIVE, POLICE))
    assert {row.planned.fate for row in looked_at(theirs, sheet).rows} == {Fate.UNKNOWN}
    auditor = replace(desk, sitter=Sitter(NURSE, Role.AUDITOR, None))
    with pytest.raises(NotPermittedError):
        looked_at(auditor, sheet)


def test_the_panel_is_known_by_a_token_that_does_not_lead_back(desk: Desk, sheet: Path) -> None:
    with desk.read() as look:
        panel = look.info.panel_id
        assert look.get(Panel, panel).name
    written = str(values(sheet))
    assert panel.hex not in written
    assert HOUSING.hex not in written
    assert WORKER.hex not in written
