"""Pages of a meeting that is held, with real rows."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QMainWindow

from coordinator.ui.places import LiveMeetingPlace
from coordinator.ui.screens.live_meeting.who.asking import Deed
from coordinator.ui.screens.live_meeting.who.view import WhoPart
from tests.ui.driving import Shown, at_place
from tests.ui.panels import MadeUp


def every_place_of_live_meetings(panel: MadeUp) -> Iterator[Shown]:
    """Give the screen of a meeting under way."""
    yield Shown("live-meeting", partial(_live, panel))
    yield Shown("live-opening", partial(_opening, panel))
    yield Shown("live-who", partial(_substitute, panel))


def _live(panel: MadeUp) -> QMainWindow:
    return at_place(panel.live, LiveMeetingPlace(panel.live.meeting))


def _opening(panel: MadeUp) -> QMainWindow:
    return at_place(panel.opening, LiveMeetingPlace(panel.opening.meeting))


def _substitute(panel: MadeUp) -> QMainWindow:
    window = _live(panel)
    who = window.findChild(WhoPart)
    assert who is not None
    row = next(one for one in who.list.rows() if one.is_unsaid)
    who.asked.emit(Deed.SUBSTITUTE, row.id)
    who.box.line.fill("Gwen Osei, deputy manager")
    return window
