"""The page that brings a sheet in, empty, with sheets of each kind, and when it is done."""

from collections.abc import Callable, Iterator
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QMainWindow, QWidget

from coordinator.casework.cases.caseload import read_caseload
from coordinator.domain.returns.imports import ImportRow
from coordinator.sheets.columns import Target
from coordinator.ui.places.every import ImportPlace, Place
from coordinator.ui.screens.bringing_in.shown import Result, Start
from coordinator.ui.screens.bringing_in.view import BringingView
from tests.old_sheets import PEOPLE, STRANGE, TRACKER
from tests.ui.panels import MadeUp

Open = Callable[[MadeUp, Place], QMainWindow]
LETTERS = ("KT", "JB", "KM")
"""Of the people the tracker is about; here they are those of the made-up panel."""
COUNTS = """Ref\tMonth\tPolice calls\tA&E attendances
CN-001\tJune 2019\t4\t1
CN-001\tJuly 2019\t2\t
CN-002\tJune 2019\t1\tn/a
P-77\tJune 2019\t3\t2
"""


def every_sheet(panel: MadeUp, open_: Open) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    """Give each by name."""
    yield "bring-in", partial(_bring_in, panel, open_, "")
    for name, text in {"people": PEOPLE, "actions": TRACKER, "columns": STRANGE}.items():
        yield f"bring-in-{name}", partial(_bring_in, panel, open_, text)
    yield "bring-in-demand", partial(_bring_in, panel, open_, COUNTS)
    yield "bring-in-done", partial(_brought_in, panel, open_)


def _bring_in(panel: MadeUp, open_: Open, text: str) -> QMainWindow:
    window = open_(panel, ImportPlace())
    text = _of_the_panel(panel, text) if text == COUNTS else text
    rows = read_caseload(panel.sitting.writing).rows[:3] if text == TRACKER else ()
    for at, row in enumerate(rows, start=1):
        text = text.replace(f"CN-00{at}\t{LETTERS[at - 1]}", f"{row.reference}\t")
    if text:
        _page(window).zone.text_given.emit(text)
    return window


def _of_the_panel(panel: MadeUp, text: str) -> str:
    for at, row in enumerate(read_caseload(panel.sitting.writing).rows[:2], start=1):
        text = text.replace(f"CN-00{at}", row.reference)
    return text


def _brought_in(panel: MadeUp, open_: Open) -> QWidget:
    window = _bring_in(panel, open_, "")
    now = panel.sitting.writing.now()
    acts = [
        ImportRow(UUID(int=at), at, f"{what}.imported", now, undone, "Our old spreadsheet")
        for at, what, undone in ((9, "people", False), (8, "actions", True), (7, "people", True))
    ]
    page = _page(window)
    page.show_start(Start(may_import=True, today=now.date(), imports=tuple(acts)))
    page.show_result(Result("6 people came in. 1 row did not.", Target.PEOPLE, act=acts[0].act))
    return window


def _page(window: QMainWindow) -> BringingView:
    found = window.findChild(BringingView)
    assert found is not None
    return found
