"""A small meeting under way on a store of its own, and one screen of it without the shell."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget
from shiboken6 import isValid

from coordinator.casework.desk import Desk
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.live.reads import read_live_item, read_live_meeting
from coordinator.casework.meetings.attendance import record_attendance
from coordinator.casework.meetings.reading import read_meeting
from coordinator.db.models import Person
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.meetings.live_views import LiveItem, LiveMeeting
from coordinator.domain.meetings.views import DecisionRow
from coordinator.domain.outcomes import Changes, RecordKind
from coordinator.domain.roles import Right
from coordinator.domain.states import PersonStatus, ReferralStatus
from coordinator.ui.kit import theme
from coordinator.ui.kit.lines import Line
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.places.every import LiveMeetingPlace, Place
from coordinator.ui.screens.live_meeting.room import Ways
from coordinator.ui.screens.live_meeting.screen import build
from coordinator.wording.refusals.notices import Notice
from tests.meetings import add_case, add_referral, add_seats, opened_meeting
from tests.stores import HEALTH, HOUSING, NURSE, POLICE, TODAY
from tests.ui.driving import settle
from tests.ui.immediate import ImmediateJobs

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
ALT = Qt.KeyboardModifier.AltModifier
AGENCIES = {POLICE, HOUSING, HEALTH}
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Meeting:
    """A meeting about three people.

    Attributes:
        tomos: Nobody leads his case; `anna`: led by the nurse; `petroc` is referred.
        bran: On file with a case, and not on the agenda.
    """

    desk: Desk
    id: UUID
    tomos: UUID
    anna: UUID
    petroc: UUID
    referral: UUID
    bran: UUID


def hold(desk: Desk, *, here: set[UUID] | None = None) -> Meeting:
    """Open a meeting; `here` are the agencies in the room, all three when not said."""
    add_seats(desk)
    tomos, _case = add_case(desk, "Tomos", next_review_on=TODAY)
    anna, case = add_case(desk, "Anna", next_review_on=TODAY)
    bran, brans = add_case(desk, "Bran", next_review_on=TODAY + 3 * WEEK)
    agree_lead(desk, case, NURSE)
    agree_lead(desk, brans, NURSE)
    with desk.act(Right.DECIDE) as tx:
        tx.get(Person, bran).status = PersonStatus.CURRENT
        tx.journal("test.current", scope=bran)
    petroc, referral = add_referral(desk, status=ReferralStatus.SCREENED)
    meeting = opened_meeting(desk)
    for row in read_meeting(desk, meeting).attendance:
        if row.agency_id in (AGENCIES if here is None else here):
            record_attendance(desk, row.id, Attendance.PRESENT, seen=row.revision)
    return Meeting(desk, meeting, tomos, anna, petroc, referral, bran)


class JobsAfterPaint(ImmediateJobs):
    """Begins once the window is there, as the lanes do; from then on waits for nobody."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._waiting: list[Callable[[], None]] | None = []

    def query(self, read: Any, then: Any, **how: Any) -> None:
        ask = partial(super().query, read, then, **how)
        if self._waiting is None:
            ask()
        else:
            self._waiting.append(ask)

    def begin(self) -> None:
        """Answer what was asked so far."""
        waiting, self._waiting = self._waiting or [], None
        for ask in waiting:
            ask()


@dataclass
class Table:
    """The screen of a meeting, and somebody at its keys."""

    meeting: Meeting
    place: LiveMeetingPlace
    jobs: ImmediateJobs
    window: QMainWindow
    went: list[Place] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    @property
    def live(self) -> LiveMeeting:
        return read_live_meeting(self.meeting.desk, self.meeting.id)

    @property
    def item(self) -> LiveItem:
        """The open line, as the store says it is."""
        assert self.place.item is not None
        return read_live_item(self.meeting.desk, self.meeting.id, self.place.item)

    @property
    def line(self) -> Line:
        """The line that has the keys."""
        found = QApplication.focusWidget()
        assert isinstance(found, Line), found
        return found

    def says(self) -> str:
        """Everything that is written on the screen and seen."""
        shown = [one for one in self.window.findChildren(QLabel) if one.isVisible()]
        return " ".join(one.text() for one in shown)

    def do(self, key: Key) -> None:
        """Press a key that works from anywhere on the screen."""
        view = self.window.centralWidget()
        assert view is not None
        wanted = [one for one in view.actions() if one.shortcut().toString() == key.value]
        assert len(wanted) == 1, f"{key} does {len(wanted)} things"
        wanted[0].trigger()
        settle()

    def press(self, *keys: Qt.Key | str, alt: bool = False) -> None:
        """Press keys where the keys are."""
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            how = ALT if alt else Qt.KeyboardModifier.NoModifier
            QTest.keyClick(focused, key, how)  # type: ignore[arg-type]
            settle()

    def write(self, words: str) -> None:
        """Type words where the keys are."""
        line = self.line
        line.insert(words)  # keys of the test library stop at ASCII
        line.textEdited.emit(line.text())
        settle()

    def look_again(self) -> None:
        """Hear of what somebody else wrote."""
        self.window.kept.look_again(Changes(frozenset({RecordKind.DECISION})))  # type: ignore[attr-defined]
        settle()

    def open(self, person: UUID) -> None:
        """Go to the line about somebody."""
        entry = next(
            one.entry
            for one in self.live.lines
            if one.entry.person is not None and one.entry.person.id == person
        )
        room, _parts = self.window.kept.presenter  # type: ignore[attr-defined]
        room.open(entry.id)
        settle()

    def kill(self) -> LiveMeetingPlace:
        """End the program as a power cut does: nothing is left but what the store holds."""
        if not isValid(self.window):
            return self.place
        for one in self.window.findChildren(QWidget):
            one.blockSignals(True)
        self.window.close()
        self.window.deleteLater()
        settle()
        return self.place


def sit(meeting: Meeting, place: LiveMeetingPlace | None = None) -> Table:
    """Open the screen of a meeting."""
    begun = place or LiveMeetingPlace(meeting.id)
    jobs = JobsAfterPaint(meeting.desk)
    window = QMainWindow()
    table = Table(meeting, begun, jobs, window)

    def stay(at: Place) -> None:
        assert isinstance(at, LiveMeetingPlace)
        table.place = at

    def tell(notice: Notice) -> None:
        table.told.append(notice.text)

    ways = Ways(table.went.append, stay, lambda text, _undo: table.told.append(text), tell)
    screen = build(jobs, ways, begun)
    jobs.listeners.append(screen.look_again)
    window.kept = screen  # type: ignore[attr-defined]
    window.setCentralWidget(screen.widget)
    window.resize(1500, 1000)
    window.show()
    window.activateWindow()
    settle()
    screen.widget.setFocus()
    jobs.begin()
    settle()
    return table


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    return hold(desk)


@pytest.fixture
def table(meeting: Meeting, look: theme.Look) -> Iterator[Table]:
    made = sit(meeting)
    yield made
    assert made.jobs.failures == []
    made.kill()


def decisions(table: Table) -> tuple[DecisionRow, ...]:
    """The decisions of the open line."""
    return table.item.record.decisions


def typed_in(table: Table) -> list[str]:
    """What stands in any line of the screen."""
    return [one.text() for one in table.window.findChildren(Line)]
