"""A small meeting in a window: ten seats, one person to talk about, keys where the keys are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time
from functools import partial
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QPushButton, QWidget

from coordinator.casework.desk import Desk
from coordinator.casework.live.reads import read_live_meeting
from coordinator.casework.meetings.agendas import write_agenda
from coordinator.casework.meetings.running import open_meeting, record_statement_read
from coordinator.casework.meetings.series import read_series, schedule_next
from coordinator.db.models import Agency, Professional
from coordinator.domain.meetings.live_views import LiveMeeting
from coordinator.domain.meetings.views import PersonLine, PresenceRow
from coordinator.domain.roles import Right, Role
from coordinator.ui.kit import theme
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.places.every import LiveMeetingPlace, Place
from coordinator.ui.screens.live_meeting import screen
from coordinator.wording.refusals.notices import Notice
from tests.meetings import add_case, add_seats, weekly
from tests.stores import (
    CHAIR,
    COORDINATOR,
    NURSE,
    OFFICER,
    TODAY,
    WORKER,
    Clock,
)
from tests.ui.driving import settle
from tests.ui.immediate import ImmediateJobs

LONDON = ZoneInfo("Europe/London")
MORE = tuple(UUID(int=7 << 64 | number) for number in range(1, 6))
NAMES = ("Ewa Lis", "Jas Gill", "Bev Stone", "Noor Haddad", "Tom Pell")


class _AfterShowing(ImmediateJobs):
    """Reads nothing until the window is there, as the lanes do; everything at once from then."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._held: list[Callable[[], None]] | None = []

    def query(self, read: Any, then: Any, **how: Any) -> None:
        if self._held is None:
            super().query(read, then, **how)
        else:
            self._held.append(partial(super().query, read, then, **how))

    def begin(self) -> None:
        held, self._held = self._held or [], None
        for one in held:
            one()


@dataclass
class SmallRoom:
    """A window on a meeting, and what it said."""

    desk: Desk
    clock: Clock
    meeting_id: UUID
    window: QMainWindow = field(default_factory=QMainWindow)
    told: list[Notice] = field(default_factory=list)
    toasts: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    def open(self, desk: Desk | None = None, *, field: str = "") -> "SmallRoom":
        """Show the screen as this desk's sitter; the keys were last in `field`."""
        jobs = _AfterShowing(desk or self.desk)
        ways = screen.Ways(
            self.places.append,
            self.places.append,
            lambda text, _undo: self.toasts.append(text),
            self.told.append,
        )
        made = screen.build(jobs, ways, LiveMeetingPlace(self.meeting_id, field=field))
        jobs.listeners.append(made.look_again)
        self.screen, self.jobs = made, jobs
        self.window.setCentralWidget(made.widget)
        self.window.resize(1500, 1000)
        self.window.show()
        self.window.activateWindow()
        made.widget.setFocus()
        settle()
        jobs.begin()
        settle()
        return self

    @property
    def meeting(self) -> LiveMeeting:
        return read_live_meeting(self.desk, self.meeting_id)

    def row(self, name: str) -> PresenceRow:
        """Give a row by who sits there."""
        return next(one for one in self.meeting.attendance if one.name == name)

    def says(self) -> str:
        """Give every word of the labels in sight."""
        shown = self.window.findChildren(QLabel)
        return " ".join(one.text() for one in shown if one.isVisible())

    def do(self, key: Key) -> None:
        """Press a key that works all over the screen."""
        actions = self.screen.widget.actions()
        wanted = [one for one in actions if one.shortcut().toString() == key.value]
        assert len(wanted) == 1, f"{key} does {len(wanted)} things"
        wanted[0].trigger()
        settle()

    def begin_next(self) -> None:
        """Go on to the meeting of the week after."""
        series = read_series(self.desk)[0].id
        self.clock.move(days=7)
        self.meeting_id = schedule_next(self.desk, series).result
        write_agenda(self.desk, self.meeting_id)
        open_meeting(self.desk, self.meeting_id, at=time(10, 0))

    def person(self) -> PersonLine:
        """Say who the item that is open is about: the first of the agenda."""
        entry = self.meeting.lines[0].entry
        assert entry.person is not None
        return entry.person

    def press(self, *keys: str | Qt.Key) -> None:
        """Press keys where the keys are: a letter, `shift+h`, or a key of Qt."""
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            if isinstance(key, Qt.Key):
                QTest.keyClick(focused, key)
            else:
                shift = Qt.KeyboardModifier.ShiftModifier
                plain = Qt.KeyboardModifier.NoModifier
                how = shift if key.startswith("shift+") else plain
                QTest.keyClick(focused, Qt.Key(ord(key[-1].upper())), how)
            settle()

    def write(self, words: str) -> None:
        """Type words into the line that has the keys; what is offered below stays closed."""
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit)
        line.insert(words)  # keys of the test library stop at ASCII
        line.textEdited.emit(line.text())
        settle()

    def click(self, words: str) -> None:
        """Press a button in sight by its words."""
        buttons = self.window.findChildren(QPushButton)
        next(one for one in buttons if one.text() == words and one.isVisible()).click()
        settle()

    def find(self, kind: type[QWidget], name: str) -> QWidget:
        """Find a control in sight by the name it is read out by."""
        return next(one for one in self.window.findChildren(kind) if one.accessibleName() == name)


@pytest.fixture
def small(desk: Desk, clock: Clock, look: theme.Look) -> Iterator[Callable[..., SmallRoom]]:
    """Make a room of ten seats whose meeting began at ten, or was not begun; it is twenty past."""
    made: list[SmallRoom] = []

    def make(*, is_read: bool = True, is_begun: bool = True) -> SmallRoom:
        room = SmallRoom(desk, clock, _planned(desk))
        clock.at = datetime.combine(TODAY, time(10, 0), LONDON)
        if is_begun:
            open_meeting(desk, room.meeting_id, at=time(10, 0))
        clock.at = datetime.combine(TODAY, time(10, 20), LONDON)
        if is_read and is_begun:
            record_statement_read(desk, room.meeting_id, at=time(10, 3), by_id=CHAIR)
        made.append(room)
        return room

    yield make
    for room in made:
        room.window.close()
        room.window.deleteLater()
    settle()


def _planned(desk: Desk) -> UUID:
    _ten_seats(desk)
    add_case(desk, "Tomos", next_review_on=TODAY)
    meeting = schedule_next(desk, weekly(desk)).result
    write_agenda(desk, meeting)
    return meeting


def _ten_seats(desk: Desk) -> None:
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        for number, (key, name) in enumerate(zip(MORE, NAMES, strict=True)):
            agency = UUID(int=8 << 64 | number)
            tx.add(Agency(id=agency, name=f"Kerrow Agency {name.split()[0]}"))
            tx.session.flush()
            role = Role.REPRESENTATIVE
            tx.add(Professional(id=key, name=name, agency_id=agency, role=role))
        tx.journal("test.people")
    known = (CHAIR, COORDINATOR, OFFICER, WORKER, NURSE, *MORE)
    add_seats(desk, [(f"Seat {at}", None, one) for at, one in enumerate(known, start=1)])
