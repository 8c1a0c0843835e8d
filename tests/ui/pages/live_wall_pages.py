"""Pages of the room's display, and of the line that asks what it may show."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QMainWindow

from coordinator.domain.lists.meetings import AgendaKind, WhyListed
from coordinator.domain.meetings.wall import WallAction, WallDecision, WallItem, WallPerson
from coordinator.domain.people.rules import PersonName
from coordinator.domain.states import ActionStatus
from coordinator.ui.places.every import LiveMeetingPlace
from coordinator.ui.screens.live_meeting.wall.face import WallFace
from coordinator.ui.screens.live_meeting.wall.shown import Seen
from coordinator.ui.screens.live_meeting.wall.shown import Shown as OnWall
from coordinator.ui.shell.workplace import Workplace
from tests.ui.driving import Shown, at_place
from tests.ui.panels import MadeUp


def every_place_of_walls(panel: MadeUp) -> Iterator[Shown]:
    """Give the display as the room sees it, and what is asked before names are shown."""
    yield Shown("live-names", partial(_asked_for_names, panel))
    yield Shown("live-wall", partial(_display, panel, Seen.INITIALS))
    yield Shown("live-wall-wait", partial(_display, panel, Seen.WAIT))
    yield Shown("live-wall-between", partial(_display, panel, Seen.NOTHING))


def _live(panel: MadeUp) -> QMainWindow:
    return at_place(panel.live, LiveMeetingPlace(panel.live.meeting))


def _asked_for_names(panel: MadeUp) -> QMainWindow:
    """The screen with names hidden, asking whether to show them."""
    window = _live(panel)
    work = window.centralWidget()
    assert isinstance(work, Workplace)
    assert work.screen_shown is not None
    for words in ("Hide names", "Show names"):
        next(one for one in work.screen_shown.actions if one.text() == words).trigger()
    return window


def _display(panel: MadeUp, seen: Seen) -> QMainWindow:
    """The room's display, in a window as any page."""
    window, face = QMainWindow(), WallFace()
    item = _ITEM if seen is Seen.INITIALS else None
    name = "Kerrow Complex Needs Panel"
    day = "Tasking meeting, Thu 19 November 2026"
    face.show_this(OnWall(seen, name, day, item, 4, date(2026, 11, 19)))
    window.setCentralWidget(face)
    return window


def _action(words: str, on: date, status: ActionStatus = ActionStatus.OPEN) -> WallAction:
    return WallAction("M26-047/1", words, "Housing Options", "Priya Nair", on, status)


_ITEM = WallItem(
    id=UUID(int=1),
    number=3,
    of=9,
    kind=AgendaKind.REVIEW,
    title="",
    person=WallPerson("KP-0142", PersonName("K", "T"), by_name=False),
    why=(WhyListed.REVIEW_DUE, WhyListed.NOT_SEEN),
    urgent_reason="leaves hospital on Friday",
    outcome_sought="Somewhere safe to go, and a prescription that starts the same day.",
    minutes_planned=8,
    next_review_on=date(2026, 12, 3),
    open_actions=(
        _action("Confirm the room past Friday", date(2026, 11, 18), ActionStatus.COULD_NOT),
        _action("Start the Housing First referral", date(2026, 11, 23), ActionStatus.IN_PROGRESS),
        _action("Find ID documents with [name hidden]", date(2026, 11, 9), ActionStatus.DONE),
    ),
    agreed=(
        _action("Send the ward the discharge prescription plan", date(2026, 11, 19)),
        _action("Meet KT (KP-0142) at the ward at 11:00", date(2026, 11, 20)),
    ),
    decisions=(
        WallDecision("Go on with the plan.", "A room is promised until the tenancy begins."),
    ),
)
