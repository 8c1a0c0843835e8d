"""The end of a meeting through its widgets: what is open, settled by keys, ended, sent out."""

from dataclasses import dataclass
from datetime import time
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.casework.live.reads import read_live_meeting
from coordinator.casework.meetings.attendance import record_attendance
from coordinator.casework.meetings.decisions import Decided, record_decision
from coordinator.casework.meetings.discussions import take_item
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import write_meeting_notes
from coordinator.domain.lists.meetings import Attendance, DecidedHow
from coordinator.domain.lists.plans import PanelPriority
from coordinator.domain.states import ItemStatus, MeetingStatus
from coordinator.ui.kit import theme
from coordinator.ui.kit.lines import Line
from coordinator.ui.places.every import MeetingPlace, PapersPlace
from coordinator.ui.screens.live_meeting.closing import part
from coordinator.ui.screens.live_meeting.closing.view import ClosingPage
from coordinator.ui.screens.live_meeting.room import Room
from tests.meetings import add_case, add_seats, items_of, opened_meeting
from tests.stores import COUNCIL, Clock
from tests.ui.closing.rooms import Around, room_of
from tests.ui.desktops import says
from tests.ui.immediate import ImmediateJobs


@dataclass
class Ending:
    """A meeting of three people, and its closing page open on the screen."""

    desk: Desk
    meeting: UUID
    room: Room
    page: ClosingPage
    around: Around
    went: list[str]

    @property
    def lines(self) -> list[str]:
        return [self.page.check.list.item(at).text() for at in range(self.page.check.list.count())]

    def status(self) -> MeetingStatus:
        return read_live_meeting(self.desk, self.meeting).header.row.status

    def statuses(self) -> list[ItemStatus]:
        return [one.status for one in items_of(self.desk, self.meeting)]

    def key(self, key: Qt.Key, where: QWidget | None = None) -> None:
        QTest.keyClick(where or self.page.check.list, key)

    def say(self, words: str) -> None:
        """Type into the line that asks why, and press Enter."""
        line = next(one for one in self.page.check.findChildren(Line) if one.isVisible())
        QTest.keyClicks(line, words)
        self.key(Qt.Key.Key_Return, line)

    def press(self, words: str) -> None:
        found = [one for one in self.page.findChildren(QPushButton) if one.text() == words]
        next(one for one in found if one.isVisible()).click()


@pytest.fixture
def ending(desk: Desk, clock: Clock, qtbot: QtBot, look: theme.Look) -> Ending:
    add_seats(desk)
    for name in ("Tomos", "Kerra", "Petroc"):
        add_case(desk, name, priority=PanelPriority.URGENT)
    meeting = opened_meeting(desk)
    clock.move(hours=1)
    around = Around()
    went: list[str] = []
    room = room_of(ImmediateJobs(desk), meeting, around)
    joined = part.build(room)
    page = joined.instead
    assert isinstance(page, ClosingPage)
    qtbot.addWidget(page)
    qtbot.addWidget(joined.widget)
    page.setProperty("joined", joined)  # kept: signals hold bound methods weakly
    page.opened.connect(page.setVisible)
    room.go_to_field = went.append
    room.load()
    page.way_in.trigger()
    page.activateWindow()
    QApplication.processEvents()
    return Ending(desk, meeting, room, page, around, went)


def test_lines_without_an_outcome_are_settled_by_one_key_each(ending: Ending) -> None:
    assert len(ending.lines) == 3
    ending.key(Qt.Key.Key_1)
    ending.key(Qt.Key.Key_2)
    ending.say("No time left.")
    ending.key(Qt.Key.Key_3)
    ending.say("Heard elsewhere.")
    assert set(ending.statuses()) == {
        ItemStatus.TAKEN,
        ItemStatus.DEFERRED,
        ItemStatus.WITHDRAWN,
    }


def test_everything_is_put_off_with_one_reason_and_comes_back_with_one_key(ending: Ending) -> None:
    ending.key(Qt.Key.Key_4)
    ending.say("The fire alarm.")
    assert ending.statuses() == [ItemStatus.DEFERRED] * 3
    assert {one.status_reason for one in items_of(ending.desk, ending.meeting)} == {
        "The fire alarm."
    }
    ending.room.undo()
    assert ending.statuses() == [ItemStatus.PLANNED] * 3


def test_a_line_leads_to_its_item_and_field(ending: Ending) -> None:
    first, second, _third = items_of(ending.desk, ending.meeting)
    take_item(ending.desk, first.id)
    _decide(ending, first.id)
    ending.page.way_in.trigger()
    ending.page.way_in.trigger()
    rows = ["Does anyone disagree" in one for one in ending.lines]
    ending.page.check.list.setCurrentRow(rows.index(True))
    ending.key(Qt.Key.Key_Return)
    assert ending.room.open_id == first.id
    assert ending.went == ["live.decision"]
    assert not ending.page.isVisible()
    assert second.status is ItemStatus.PLANNED


def test_the_meeting_ends_though_lines_are_open_and_its_minutes_are_drafted(
    ending: Ending,
) -> None:
    QTest.keyClick(ending.page.check.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert ending.status() is MeetingStatus.MINUTES_DRAFT
    assert read_meeting(ending.desk, ending.meeting).ended_at == time(13, 0)
    assert len(ending.lines) == 3
    ending.press("Issue the minutes")
    assert ending.status() is MeetingStatus.MINUTES_DRAFT
    assert len(ending.around.notices) == 1


def test_another_time_is_taken_and_one_before_the_start_is_refused_under_it(
    ending: Ending,
) -> None:
    at = ending.page.ending._at
    at.setTime(at.time().addSecs(-5 * 3600))
    ending.press("End the meeting")
    assert ending.status() is MeetingStatus.IN_PROGRESS
    assert ending.page.ending.fault
    at.setTime(at.time().addSecs(4 * 3600 + 1800))
    ending.press("End the meeting")
    assert ending.page.ending.fault == ""
    assert read_meeting(ending.desk, ending.meeting).ended_at == time(12, 30)


def test_a_wrong_end_is_taken_back_key_by_key(ending: Ending) -> None:
    ending.press("End the meeting")
    ending.room.undo()
    ending.room.undo()
    assert ending.status() is MeetingStatus.IN_PROGRESS
    assert read_meeting(ending.desk, ending.meeting).ended_at is None


def test_what_was_typed_up_to_the_key_that_ends_the_meeting_is_in_its_minutes(
    ending: Ending,
) -> None:
    learning, other = ending.page.slot_fields
    other.area.setPlainText("The room is closed in December.")
    other.area.left.emit(other.area.text())
    learning.area.setFocus()
    QTest.keyClicks(learning.area, "Ask the hospital first.")
    QTest.keyClick(learning.area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    record = read_meeting(ending.desk, ending.meeting)
    assert ending.status() is MeetingStatus.MINUTES_DRAFT
    assert record.other_business == "The room is closed in December."
    assert record.learning == "Ask the hospital first."


def test_what_was_typed_a_moment_ago_stays_when_somebody_else_writes(ending: Ending) -> None:
    learning, other = ending.page.slot_fields
    QTest.keyClicks(learning.area, "Ask the hospital")
    seen = read_live_meeting(ending.desk, ending.meeting).header.row.revision
    ending.room.do(
        lambda desk: write_meeting_notes(
            desk, ending.meeting, seen=seen, other_business="The room is closed."
        )
    )
    assert other.area.text() == "The room is closed."
    assert learning.area.text() == "Ask the hospital"


def test_minutes_go_out_and_the_chairs_word_from_elsewhere_ends_them(ending: Ending) -> None:
    ending.key(Qt.Key.Key_4)
    ending.say("The fire alarm.")
    ending.press("End the meeting")
    ending.press("Issue the minutes")
    assert ending.status() is MeetingStatus.MINUTES_ISSUED
    how = next(one for one in ending.page.steps.findChildren(Line) if one.isVisible())
    ending.key(Qt.Key.Key_Return, how)
    assert ending.status() is MeetingStatus.MINUTES_ISSUED
    assert "required" not in says(ending.page)
    QTest.keyClicks(how, "E-mail of 19 November, 16:40")
    ending.key(Qt.Key.Key_Return, how)
    assert ending.status() is MeetingStatus.APPROVED
    assert "E-mail of 19 November, 16:40" in says(ending.page)
    ending.room.undo()
    assert ending.status() is MeetingStatus.APPROVED
    assert ending.statuses() == [ItemStatus.DEFERRED] * 3
    ending.press("Add a correction")
    assert ending.around.places == [MeetingPlace(ending.meeting)]


def test_issued_minutes_are_taken_back_with_a_reason(ending: Ending) -> None:
    ending.key(Qt.Key.Key_4)
    ending.say("The fire alarm.")
    ending.press("End the meeting")
    ending.press("Issue the minutes")
    ending.press("Take the minutes back")
    why = [one for one in ending.page.steps.findChildren(Line) if one.isVisible()][-1]
    QTest.keyClicks(why, "The chair wants the wording changed")
    ending.key(Qt.Key.Key_Return, why)
    assert ending.status() is MeetingStatus.MINUTES_DRAFT


def test_the_minutes_are_shown_and_are_a_key_from_being_saved(ending: Ending) -> None:
    ending.press("End the meeting")
    assert ending.page.paper._preview is not None
    assert ending.page.paper._preview.pages >= 1
    ending.press("Save or print")
    reference = read_meeting(ending.desk, ending.meeting).header.row.reference
    assert ending.around.places == [PapersPlace(ending.meeting, reference, "minutes")]


def test_a_seat_that_said_nothing_is_named(ending: Ending) -> None:
    seats = read_meeting(ending.desk, ending.meeting).attendance
    police = next(row for row in seats if row.agency == "Kerrow Police")
    record_attendance(ending.desk, police.id, Attendance.PRESENT, seen=police.revision)
    assert "Kerrow Police\nNothing was heard from them" not in ending.lines
    take_item(ending.desk, items_of(ending.desk, ending.meeting)[0].id)
    ending.page.way_in.trigger()
    ending.page.way_in.trigger()
    assert "Kerrow Police\nNothing was heard from them" in ending.lines
    assert not any(COUNCIL.hex in one for one in ending.lines)


def _decide(ending: Ending, item: UUID) -> None:
    record_decision(
        ending.desk,
        item,
        Decided("Ask for a room.", reason="Nothing else is left.", how=DecidedHow.CHAIR),
    )
