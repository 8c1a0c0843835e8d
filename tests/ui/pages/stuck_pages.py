"""Pages about what is stuck."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QMainWindow, QWidget

from coordinator.casework.escalations.reading import find_escalations
from coordinator.domain.escalations.views import EscalationFilter, EscalationRow
from coordinator.domain.states import EscalationStatus
from coordinator.domain.stuck.views import Standing
from coordinator.ui.places.every import (
    EscalationPlace,
    PapersPlace,
    PersonPlace,
    StuckPlace,
    StuckShown,
)
from coordinator.ui.screens.escalation.deeds import Deed
from coordinator.ui.screens.escalation.view import EscalationView
from coordinator.ui.screens.stuck.presenter import Deed as StuckDeed
from coordinator.ui.screens.stuck.view import StuckView
from tests.ui.driving import Shown, at_place, shown_widget
from tests.ui.panels import MadeUp


def every_stuck(panel: MadeUp) -> Iterator[Shown]:
    """Give each by name."""
    for way in StuckShown:
        yield Shown(f"stuck-{way.value}", partial(_stuck, panel, StuckPlace(way)))
    none = StuckPlace(StuckShown.ESCALATIONS, agency="Nobody's agency")
    yield Shown("stuck-none", partial(_stuck, panel, none))
    settled = StuckPlace(standing=Standing.SETTLED)
    yield Shown("stuck-settled", partial(_stuck, panel, settled))
    yield Shown("escalate", partial(_escalate, panel))
    for status in (EscalationStatus.DRAFT, EscalationStatus.SENT, EscalationStatus.ANSWERED):
        yield Shown(f"escalation-{status.value}", partial(_escalation, panel, status))
    yield Shown("escalation-close", partial(_form, panel, EscalationStatus.ANSWERED, Deed.CLOSE))
    yield Shown("escalation-letter", partial(_form, panel, EscalationStatus.SENT, Deed.TEXT))
    yield Shown("briefing", partial(_briefing, panel))
    yield Shown("person-stuck", partial(_person, panel))


def _stuck(panel: MadeUp, place: StuckPlace) -> QMainWindow:
    return at_place(panel.stuck, place)


def _one(panel: MadeUp, status: EscalationStatus) -> EscalationRow:
    rows = find_escalations(panel.stuck.desk, EscalationFilter(open_only=False))
    return next(row for row in rows if row.status is status and row.barrier is not None)


def _escalation(panel: MadeUp, status: EscalationStatus) -> QMainWindow:
    return at_place(panel.stuck, EscalationPlace(_one(panel, status).id))


def _escalate(panel: MadeUp) -> QWidget:
    window = at_place(panel.stuck, StuckPlace())
    window.resize(1024, 700)
    page = shown_widget(window)
    assert isinstance(page, StuckView)
    rows = page.tables[StuckShown.BARRIERS].rows.rows
    free = next(row for row in rows if row.escalation is None)
    page.deed_asked.emit(StuckDeed.ESCALATE, free)
    sheet = page.sheets.shown
    assert sheet is not None
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet


def _form(panel: MadeUp, status: EscalationStatus, deed: Deed) -> QWidget:
    window = _escalation(panel, status)
    window.resize(1024, 700)
    page = shown_widget(window)
    assert isinstance(page, EscalationView)
    page.deed_asked.emit(deed)
    sheet = page.sheets.shown
    assert sheet is not None
    sheet.owner = window  # type: ignore[attr-defined]
    return sheet


def _person(panel: MadeUp) -> QMainWindow:
    who = _one(panel, EscalationStatus.SENT).person_id
    assert who is not None
    return at_place(panel.stuck, PersonPlace(who))


def _briefing(panel: MadeUp) -> QMainWindow:
    number = _one(panel, EscalationStatus.SENT).number
    return at_place(panel.stuck, PapersPlace(kind="escalation", escalation=number))
