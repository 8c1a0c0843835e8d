"""The forms over the page about a person: people around them, assessments, letters, copies."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from coordinator.ui.places.every import PersonPlace
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.screens.person.view import PersonView
from tests.ui.driving import Shown, at_place, shown_widget
from tests.ui.panels import MadeUp

_STEPS = {
    "tie": Step.TIE,
    "forum": Step.FORUM,
    "assessment": Step.ASSESSMENT,
    "needs": Step.NEEDS,
    "enquiry": Step.ENQUIRY,
    "risk": Step.RISK,
    "about": Step.ABOUT,
    "basis": Step.BASIS,
    "own-letter": Step.OWN_LETTER,
    "texts": Step.COPY_OUT,
}


def every_form_about_them(panel: MadeUp) -> Iterator[Shown]:
    """Give each form by name."""
    for name, step in _STEPS.items():
        yield Shown(f"person-form-{name}", partial(_form, panel, step))


def _form(panel: MadeUp, step: Step) -> QWidget:
    window = at_place(panel, PersonPlace(panel.person))
    window.resize(1024, 700)
    page = shown_widget(window)
    assert isinstance(page, PersonView)
    page.wished.emit(step, None)
    sheet = page.sheets.shown
    assert sheet is not None
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet
