"""Outreach today before and after its sheet is made, and a contact noted from anywhere."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QMainWindow, QWidget

from coordinator.casework.outreach.missing import find_missing, note_missing
from coordinator.casework.outreach.reads import find_sheet, read_to_find
from coordinator.casework.outreach.sheets import make_sheet
from coordinator.domain.lists.contacts import ContactResult
from coordinator.domain.people.missing import LastKnown
from coordinator.domain.states import Answer
from coordinator.ui.places.every import OutreachPlace, Place
from coordinator.ui.screens.outreach.view import OutreachView
from tests.ui.panels import MadeUp

Open = Callable[[MadeUp, Place], QMainWindow]
AREA = "Looked for"
"""A sheet of its own, so that today's stays unmade for the page that shows who is proposed."""


def every_page_of_outreach(
    panel: MadeUp, open_: Open
) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    """Give each by name."""
    yield "outreach", partial(_sheet, panel, open_)
    yield "outreach-to-find", partial(open_, panel, OutreachPlace())
    yield "outreach-none", partial(_none, panel, open_)
    yield "outreach-contact", partial(_contact, panel, open_)


def sheet_in(panel: MadeUp) -> UUID:
    """Give the sheet of the made-up panel, made when it is first asked for."""
    desk = panel.sitting.writing
    if (found := find_sheet(desk, desk.today(), AREA)) is not None:
        return found.id
    people = [one.person for one in read_to_find(desk, desk.today())][:12]
    if not find_missing(desk).missing:
        known = LastKnown(
            seen_on=desk.today() - timedelta(days=9),
            where="The bus station",
            police_told=Answer.YES,
            police_told_on=desk.today() - timedelta(days=1),
            police_reference="KP-4471",
        )
        note_missing(desk, people[0], known)
    return make_sheet(desk, desk.today(), AREA, people=people).result


def _sheet(panel: MadeUp, open_: Open) -> QMainWindow:
    sheet_in(panel)
    window = open_(panel, OutreachPlace(area=AREA))
    view = _view(window)
    entry = view.table.chosen()
    view.said.emit(entry.line.id, ContactResult.NOT_THERE)  # type: ignore[attr-defined]
    return window


def _none(panel: MadeUp, open_: Open) -> QMainWindow:
    return open_(panel, OutreachPlace(panel.sitting.writing.today(), "Nowhere at all"))


def _contact(panel: MadeUp, open_: Open) -> QWidget:
    window = open_(panel, OutreachPlace(contact=1))
    window.resize(1024, 700)
    sheet = _view(window).sheets.shown
    assert sheet is not None
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet


def _view(window: QMainWindow) -> OutreachView:
    found = window.findChild(OutreachView)
    assert found is not None
    return found
