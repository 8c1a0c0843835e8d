"""What the room sees: the display of a meeting in which secrets were planted."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.meetings.attendance import record_attendance
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import close_meeting
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.lists.meetings import AgendaKind, Attendance
from coordinator.ui.kit import theme
from coordinator.ui.kit.boxes import fill
from coordinator.ui.kit.chips import Chip
from coordinator.ui.kit.screen import Screen
from coordinator.ui.places.every import LiveMeetingPlace
from coordinator.ui.screens.live_meeting import screen
from coordinator.ui.screens.live_meeting.agenda.view import AgendaPart
from coordinator.ui.screens.live_meeting.head.view import HeadPart
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.screens.live_meeting.wall import part as wall
from coordinator.ui.screens.live_meeting.wall.view import AskLine, WallPart
from coordinator.ui.screens.live_meeting.wall.window import WallWindow
from tests.meetings import TEN
from tests.planted import KEPT_FROM_POLICE, WITHOUT_BASIS, Planted, told
from tests.stores import TODAY, WORKER
from tests.ui.driving import clear_away
from tests.ui.immediate import ImmediateJobs

ORDERS, ITEMS = 200, 5


@dataclass
class Live:
    """The screen of the meeting, open in a window, and its display."""

    made: Planted
    shown: Screen
    jobs: ImmediateJobs

    @property
    def room(self) -> Room:
        found = self.shown.presenter[0]  # type: ignore[index]
        assert isinstance(found, Room)
        return found

    @property
    def part(self) -> WallPart:
        found = self.shown.widget.findChild(WallPart)
        assert isinstance(found, WallPart)
        return found

    @property
    def line(self) -> str:
        found = self.shown.widget.findChild(AskLine)
        assert isinstance(found, AskLine)
        return found.text

    @property
    def display(self) -> WallWindow:
        assert self.part.window_shown is not None
        return self.part.window_shown

    @property
    def chip(self) -> str:
        return next(
            one.accessibleName()
            for one in self.part.findChildren(Chip)
            if one.accessibleName().startswith(("The room sees", "This screen"))
        )

    def do(self, words: str) -> None:
        next(one for one in self.shown.actions if one.text() == words).trigger()

    def answer(self, words: str) -> None:
        line = self.shown.widget.findChild(AskLine)
        assert isinstance(line, AskLine)
        buttons = line.findChildren(QAbstractButton)
        next(b for b in buttons if b.text() == words and b.isVisible()).click()

    def open(self, of: str) -> None:
        self.room.open(self.made.items[of])

    def show_names(self) -> None:
        if not self.room.names_hidden:
            self.do("Hide names")
        self.do("Show names")
        self.answer("In the room too")


@pytest.fixture
def desk(planted_desk: Desk) -> Desk:
    return planted_desk


@pytest.fixture
def live(planted: Planted, desk: Desk, look: theme.Look) -> Iterator[Live]:
    jobs = ImmediateJobs(desk)
    place = LiveMeetingPlace(planted.meeting, planted.items["Kezia"])
    shown = screen.build(jobs, WAYS, place)
    jobs.listeners.append(shown.look_again)
    shown.widget.resize(1200, 800)
    shown.widget.show()
    yield Live(planted, shown, jobs)
    clear_away()


WAYS = screen.Ways(
    go=lambda _place: None,
    stays_at=lambda _place: None,
    toast=lambda _text, _undo: None,
    notify=lambda _notice: None,
)


class AskedOnce(ImmediateJobs):
    """The store does not change while orders are tried: one question has one answer.

    What is kept of who has left is written each time.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._answers: dict[Any, Any] = {}

    def query(self, read: Any, then: Any, **how: Any) -> None:
        if how.get("journalled"):
            super().query(read, then, **how)
            return
        key = (read.func, tuple(sorted(read.keywords.items())))
        if key not in self._answers:
            self._answers[key] = read(self.desk)
        then(self._answers[key])


@pytest.fixture
def alone(planted: Planted, desk: Desk, look: theme.Look) -> Iterator[Live]:
    """The part by itself, without the rest of the screen."""
    jobs = AskedOnce(desk)
    room = Room(jobs, WAYS, LiveMeetingPlace(planted.meeting, planted.items["Kezia"]))
    joined = wall.build(room)
    page = QWidget()
    assert joined.below is not None
    fill(page, joined.widget, joined.below)
    room.load()
    page.show()
    yield Live(planted, Screen(page, (room, joined), actions=joined.actions), jobs)
    clear_away()


def everything_on(widget: QWidget) -> list[str]:
    """Every text a widget could show, say or whisper; also those of parts that were replaced."""
    texts: list[str] = []
    for one in (widget, *widget.findChildren(QWidget)):
        texts += [one.accessibleName(), one.accessibleDescription(), one.toolTip()]
        texts += [one.windowTitle(), one.whatsThis(), one.statusTip(), one.objectName()]
        if isinstance(one, QLabel | QAbstractButton | QLineEdit):
            texts.append(one.text())
    return [text for text in texts if text]


def seen_in_room(live: Live) -> str:
    QApplication.processEvents()
    labels = live.display.findChildren(QLabel)
    return " | ".join(one.text() for one in labels if one.isVisibleTo(live.display))


@pytest.mark.slow
def test_no_planted_secret_is_on_the_display_in_any_order_of_items(alone: Live) -> None:
    live, chance = alone, random.Random(20261119)
    live.do("Open the room display")
    keys = list(live.made.items)
    for order in range(ORDERS):
        if chance.random() < 0.3:
            live.show_names()
        elif not live.room.names_hidden:
            live.do("Hide names")
        for of in chance.sample(keys, ITEMS):
            live.open(of)
            if live.line and chance.random() < 0.3:
                live.answer("They have left")
            own = of if live.chip == "The room sees: names" and of in live.made.people else ""
            assert told(everything_on(live.display), live.made, shown=own) == set(), (order, of)
            if of in live.made.people and live.chip != "The room sees: please wait":
                assert "Book the joint visit with" in " ".join(everything_on(live.display))
        flush()


def test_the_display_shows_what_the_room_works_on(live: Live) -> None:
    live.do("Open the room display")
    seen = seen_in_room(live)
    for words in (
        "Kerrow Complex Needs Panel",
        "KT (KP-0001)",
        "The room sees: initials",
        "Agreed today",
        "Kerrow Homes (Rhys Roskilly). By Thu 26 Nov",
        "Go on with the plan of",
        "Next review Thu 3 Dec",
        "Open actions",
        "Due Wed 18 Nov",
        "0 of 5 min",
    ):
        assert words in seen, words


def test_what_is_agreed_grows_on_the_display_as_it_is_recorded(live: Live, desk: Desk) -> None:
    live.do("Open the room display")
    done = add_action(
        desk,
        NewAction(
            "Ring the surgery",
            WORKER,
            TODAY,
            person_id=live.made.people["Kezia"],
            meeting_id=live.made.meeting,
        ),
    )
    live.shown.look_again(done.changes)
    assert "Ring the surgery" in seen_in_room(live)


def test_what_is_being_typed_is_never_on_the_display(live: Live) -> None:
    live.do("Open the room display")
    for one in live.shown.widget.findChildren(QLineEdit):
        one.setText("housing, ask the ferrywoman, by Fri")
    QApplication.processEvents()
    assert "ferrywoman" not in " ".join(everything_on(live.display))


def test_the_chip_says_on_both_screens_what_the_room_sees(live: Live) -> None:
    assert live.chip == "This screen: names"
    live.do("Open the room display")
    assert live.chip == "The room sees: initials"
    live.show_names()
    assert live.chip == "The room sees: names"
    assert "Kez Trelawny" in seen_in_room(live)
    assert "The room sees: names" in seen_in_room(live)
    live.open(WITHOUT_BASIS)
    assert live.chip == "The room sees: initials"
    live.do("Hide names")
    live.open("Kezia")
    assert live.chip == "The room sees: initials"
    assert "KT (KP-0001)" in seen_in_room(live)
    live.do("Close the room display")
    assert live.chip == "This screen: initials"  # which may be the one that is shared
    assert live.part.window_shown is None


def test_names_are_not_shown_again_by_opening_the_display_anew(live: Live) -> None:
    live.do("Open the room display")
    live.show_names()
    live.do("Close the room display")
    live.do("Open the room display")
    assert live.chip == "The room sees: initials"


def test_before_an_item_the_chair_is_told_who_must_leave_and_the_display_waits(
    live: Live,
) -> None:
    live.do("Open the room display")
    live.open(KEPT_FROM_POLICE)
    assert live.line == (
        "Kerrow Police must not hear this: ask Dylan Ashdown to leave. Enter when they have left."
    )
    assert live.chip == "The room sees: please wait"
    assert seen_in_room(live) == (
        "Kerrow Complex Needs Panel | The room sees: please wait | Please wait"
    )
    live.answer("They have left")
    assert live.line == ""
    assert "PA (KP-0002)" in seen_in_room(live)


def test_enter_says_they_have_left_and_a_space_does_not(live: Live, qtbot: QtBot) -> None:
    live.do("Open the room display")
    live.open(KEPT_FROM_POLICE)
    button = next(b for b in live.shown.widget.findChildren(QAbstractButton) if "left" in b.text())
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert live.chip == "The room sees: please wait"
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert live.chip == "The room sees: initials"


def test_who_comes_back_or_comes_late_has_to_leave_again(live: Live, desk: Desk) -> None:
    rows = {row.agency: row for row in read_meeting(desk, live.made.meeting).attendance}
    police = rows["Kerrow Police"]
    gone = record_attendance(desk, police.id, Attendance.ABSENT, seen=police.revision)
    live.open(KEPT_FROM_POLICE)
    live.shown.look_again(gone.changes)
    live.do("Open the room display")
    assert live.chip == "The room sees: initials"
    back = record_attendance(desk, police.id, Attendance.PRESENT, seen=gone.result)
    live.shown.look_again(back.changes)
    assert live.chip == "The room sees: please wait"
    assert "KP-0002" not in " ".join(everything_on(live.display.face)[-20:])


def test_while_names_are_hidden_here_nobody_is_named_who_must_leave(live: Live) -> None:
    live.do("Hide names")
    live.open(KEPT_FROM_POLICE)
    assert "Police" not in live.line
    assert live.line.startswith("Somebody in the room must not hear this.")


def test_names_hidden_on_this_screen_are_nowhere_in_head_and_agenda(live: Live) -> None:
    live.do("Hide names")
    agenda, head = live.shown.widget.findChild(AgendaPart), live.shown.widget.findChild(HeadPart)
    assert isinstance(agenda, AgendaPart)
    assert isinstance(head, HeadPart)
    lines = [agenda.list.item(at) for at in range(agenda.list.count())]
    texts = [text for one in lines for text in (one.text(), one.toolTip())]
    texts += everything_on(agenda) + everything_on(head)
    assert told(texts, live.made) == set()
    assert "Police" not in " ".join(texts)
    assert "KT (KP-0001)" in texts


def test_showing_names_asks_one_key_and_escape_leaves_them_hidden(
    live: Live, qtbot: QtBot
) -> None:
    live.do("Open the room display")
    live.do("Hide names")
    live.do("Show names")
    assert live.line == "Show names?"
    first = next(
        b for b in live.shown.widget.findChildren(QAbstractButton) if b.text() == "On this screen"
    )
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert live.line == ""
    live.do("Show names")
    live.answer("On this screen")
    assert live.room.names_hidden is False
    assert live.chip == "The room sees: initials"


def test_a_screen_that_is_unplugged_closes_the_display_and_nothing_else(live: Live) -> None:
    live.do("Open the room display")
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    only = QGuiApplication.primaryScreen()
    live.display._screen = only
    app.screenRemoved.emit(only)
    assert live.chip == "This screen: names"
    assert live.part.window_shown is None
    assert live.room.open_id == live.made.items["Kezia"]


def test_the_display_goes_with_its_screen(live: Live) -> None:
    live.do("Open the room display")
    display = live.display
    live.shown.widget.hide()
    assert not display.isVisible()
    assert [one.text() for one in display.findChildren(QLabel)] == []
    flush()
    assert not isValid(display)


def flush() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_once_the_meeting_is_over_the_display_shows_no_item(live: Live, desk: Desk) -> None:
    live.do("Open the room display")
    over = close_meeting(desk, live.made.meeting, at=TEN.replace(hour=12))
    live.shown.look_again(over.changes)
    assert "KT (KP-0001)" not in seen_in_room(live)
    assert "Kerrow Complex Needs Panel" in seen_in_room(live)


def test_idling_hides_names_while_the_meeting_is_live_and_says_whether_it_is(
    live: Live, desk: Desk
) -> None:
    live.do("Open the room display")
    live.show_names()
    assert live.shown.when_idle is not None
    assert live.shown.when_idle()
    assert live.chip == "The room sees: initials"
    assert live.room.names_hidden
    over = close_meeting(desk, live.made.meeting, at=TEN.replace(hour=12))
    live.shown.look_again(over.changes)
    assert not live.shown.when_idle()


def test_the_check_of_actions_is_read_out_by_number(live: Live) -> None:
    live.do("Open the room display")
    live.open(AgendaKind.ACTION_CHECK.value)
    seen = seen_in_room(live)
    assert "A26-" in seen
    assert "Ask " not in seen
