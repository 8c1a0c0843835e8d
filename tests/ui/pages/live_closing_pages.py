"""Pages of a meeting that ends, and of its minutes, with real rows."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMainWindow

from coordinator.casework.live.closing import read_closing
from coordinator.casework.live.reads import read_live_meeting
from coordinator.domain.states import MeetingStatus
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.drafting import draft_papers
from coordinator.papers.orders import Order
from coordinator.ui.places.every import LiveMeetingPlace
from coordinator.ui.screens.live_meeting.closing.shown import shown
from coordinator.ui.screens.live_meeting.closing.view import ClosingPage
from tests.ui.driving import Shown, at_place
from tests.ui.live_meeting.live_panels import LivePanel
from tests.ui.panels import MadeUp

_LAID: dict[str, bytes] = {}


def every_place_of_closing(panel: MadeUp) -> Iterator[Shown]:
    """Give the closing check and what comes after it."""
    yield Shown("live-closing", partial(_closing, panel))
    yield Shown("live-minutes", partial(_minutes, panel, MeetingStatus.MINUTES_DRAFT))
    yield Shown("live-approval", partial(_minutes, panel, MeetingStatus.MINUTES_ISSUED))


def _live(panel: MadeUp) -> QMainWindow:
    return at_place(panel.live, LiveMeetingPlace(panel.live.meeting))


def _closing(panel: MadeUp) -> QMainWindow:
    """What is left open when it is about to end."""
    window = _live(panel)
    _page(window).way_in.trigger()
    return window


def _minutes(panel: MadeUp, status: MeetingStatus) -> QMainWindow:
    """The meeting is over; its minutes are looked at."""
    window, live = _live(panel), panel.live
    closing = read_closing(live.desk, live.meeting)
    row = replace(closing.row, status=status, issued_on=closing.now.date())
    page = _page(window)
    page.show_open(is_open=True)
    meeting = read_live_meeting(live.desk, live.meeting)
    page.show_closing(shown(replace(closing, row=row, agreed=3), meeting))
    page.show_paper(_paper(live, row.reference))
    return window


def _page(window: QMainWindow) -> ClosingPage:
    found = window.findChild(ClosingPage)
    assert found is not None
    return found


def _paper(live: LivePanel, reference: str) -> bytes:
    if reference not in _LAID:
        (draft,) = draft_papers(live.desk, Order(PaperKind.MINUTES, Path(), meeting=reference))
        _LAID[reference] = lay_out(draft.kind, draft.model)
    return _LAID[reference]
