"""The register of gaps with some at every step, without any, and its form with a name in it."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from coordinator.casework.stuck.gap_reads import find_gaps
from coordinator.domain.lists.escalations import GapTheme
from coordinator.ui.places.every import GapsPlace
from coordinator.ui.screens.gaps.view import GapsView
from tests.ui.driving import Shown, at_place, shown_widget
from tests.ui.panels import MadeUp


def every_place_of_gaps(panel: MadeUp) -> Iterator[Shown]:
    """Give each by name."""
    yield Shown("gaps", partial(_register, panel))
    yield Shown("gaps-empty", partial(at_place, panel, GapsPlace(theme=GapTheme.LAW)))
    yield Shown("gap-form", partial(_form, panel))


def _register(panel: MadeUp) -> QWidget:
    first = find_gaps(panel.sitting.writing)[0].id
    return at_place(panel, GapsPlace(first, closed_too=True))


def _form(panel: MadeUp) -> QWidget:
    window = at_place(panel, GapsPlace())
    window.resize(1024, 700)
    page = shown_widget(window)
    assert isinstance(page, GapsView)
    page.raise_asked.emit()
    page.warn({"title": "“Kezia”: the name of somebody on file."})
    sheet = page.sheets.shown
    assert sheet is not None
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet
