"""Demand before and after: a panel with counts, its unit costs, and nothing counted of anybody."""

from collections.abc import Iterator
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coordinator.domain.demand.views import Wanted
from coordinator.ui.places.demand import DemandPlace
from coordinator.ui.places.every import PersonPlace
from coordinator.ui.screens.demand.view import DemandView, Part
from coordinator.ui.screens.person.view import PersonView
from coordinator.ui.shared.demand_forms import count_question
from coordinator.ui.shared.keeping_forms import read_named
from tests.ui.driving import Shown, at_place, shown_widget
from tests.ui.panels import MadeUp


def every_place_of_demand(panel: MadeUp) -> Iterator[Shown]:
    """Give each by name."""
    yield Shown("demand", partial(_page, panel, Part.FIGURES))
    yield Shown("demand-costs", partial(_page, panel, Part.COSTS))
    none = Wanted(programme=UUID(int=7))
    yield Shown("demand-none", partial(at_place, panel, DemandPlace(none)))
    yield Shown("demand-form", partial(_form, panel))


def _page(panel: MadeUp, part: Part) -> QWidget:
    window = at_place(panel, DemandPlace())
    page = shown_widget(window)
    assert isinstance(page, DemandView)
    page.show_part(part)
    return window


def _form(panel: MadeUp) -> QWidget:
    window = at_place(panel, PersonPlace(panel.person))
    window.resize(1024, 700)
    page = shown_widget(window)
    assert isinstance(page, PersonView)
    page.sheets.ask(count_question(read_named(panel.sitting.writing)), lambda _values: None)
    sheet = page.sheets.shown
    assert sheet is not None
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet
