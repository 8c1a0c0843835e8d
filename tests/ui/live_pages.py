"""Pages of a meeting that is held, with real rows."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QMainWindow

from coordinator.ui.places import LiveMeetingPlace
from tests.ui.driving import Shown, at_place
from tests.ui.panels import MadeUp


def every_place_of_live_meetings(panel: MadeUp) -> Iterator[Shown]:
    """Give the screen of a meeting under way."""
    yield Shown("live-meeting", partial(_live, panel))


def _live(panel: MadeUp) -> QMainWindow:
    return at_place(panel.live, LiveMeetingPlace(panel.live.meeting))
