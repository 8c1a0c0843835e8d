"""A returns sheet of the made-up panel that came back with a bit of everything."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from coordinator.exports.files.return_sheet import return_sheet
from coordinator.papers.returns import Wanted, draft_returns
from tests.returns import BARRIER, DONE_ON, HEADING, LINE, NEW_DATE, OUTCOME, changed
from tests.ui.panels import MadeUp


def returned_sheet(panel: MadeUp) -> Path:
    """Give the file; made once, beside the store, which is only looked at."""
    folder = panel.office.folder.path.parent / "returned"
    folder.mkdir(exist_ok=True)
    return next(folder.glob("*.xlsx"), None) or _made(panel, folder)


def _made(panel: MadeUp, folder: Path) -> Path:
    desk = panel.office.desk
    drafts = draft_returns(desk, Wanted(all_open=True))
    draft = max(drafts, key=lambda one: len(one.model.lines))
    path = folder / draft.name
    path.write_bytes(return_sheet(draft.model))
    today = desk.today()
    answers: tuple[dict[int, Any], ...] = (
        {OUTCOME: "Done", DONE_ON: today, LINE: "He came with his sister."},
        {OUTCOME: "Done", LINE: "Registered with the surgery in Fore Street."},
        {
            OUTCOME: "Could not be done",
            BARRIER: "Housing: none suitable",
            LINE: "Two flats were viewed; neither takes a dog.",
        },
        {OUTCOME: "Could not be done", LINE: "No bus on Sundays."},
        {OUTCOME: "Not done", NEW_DATE: today + timedelta(days=14), LINE: "Worker was ill."},
        {OUTCOME: "Done", DONE_ON: today + timedelta(days=2)},
        {},
    )
    numbered = list(enumerate(answers, HEADING + 1))

    def fill(sheet: Worksheet) -> None:
        for row, cells in numbered[: len(draft.model.lines)]:
            for column, value in cells.items():
                sheet.cell(row, column).value = value
        sheet.append(["A24-9999", "", "Ring the landlord", "", "", "", "In progress"])

    return changed(path, fill)
