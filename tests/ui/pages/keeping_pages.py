"""Pages about who holds somebody, with real rows."""

from PySide6.QtWidgets import QWidget

from coordinator.ui.places.every import PersonPlace, TonightPlace
from coordinator.ui.screens.person.keeping.steps import Keep
from coordinator.ui.screens.person.view import PersonView
from tests.ui.driving import at_place, shown_widget
from tests.ui.panels import MadeUp


def tonight(panel: MadeUp) -> QWidget:
    """Who holds tonight."""
    return at_place(panel, TonightPlace())


def holding_form(panel: MadeUp) -> QWidget:
    """The form that says who holds somebody, over their page."""
    window = at_place(panel, PersonPlace(panel.person))
    window.resize(1024, 700)
    page = shown_widget(window)
    assert isinstance(page, PersonView)
    page.keeping.wished.emit(Keep.HOLD, None)
    sheet = page.sheets.shown
    assert sheet is not None
    sheet.show_faults({"parts": "required"})
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet
