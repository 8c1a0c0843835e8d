"""The main screen of a live meeting while it is the one that is shared: names are hidden on it."""

import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from coordinator.casework.actions.barriers import identify_barrier
from coordinator.casework.desk import Desk
from coordinator.casework.live.reads import read_live_item
from coordinator.casework.meetings.attendance import declare_conflict
from coordinator.casework.meetings.discussions import defer_item, take_item
from coordinator.casework.meetings.reading import read_meeting
from coordinator.casework.meetings.running import close_meeting
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.ui.kit import theme
from coordinator.ui.kit.screen import carried_by, carry_into
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.places.every import LiveMeetingPlace, MeetingPlace
from coordinator.ui.screens.live_meeting import screen
from coordinator.ui.screens.live_meeting.deciding.view import DecidingPart
from coordinator.ui.screens.live_meeting.outcomes.view import OutcomesPart
from coordinator.ui.screens.live_meeting.said.view import SaidPart
from coordinator.ui.screens.live_meeting.wall.window import WallWindow
from tests.meetings import TEN
from tests.planted import KEPT_FROM_POLICE, NAMES, OTHERS, Planted, told
from tests.ui.driving import clear_away, settle
from tests.ui.immediate import ImmediateJobs
from tests.ui.live_meeting.live_rooms import LiveRoom, a_live_panel, live_room, room
from tests.ui.live_meeting.test_wall import WAYS, Live

__all__ = ["a_live_panel", "room"]  # fixtures from elsewhere

ORDERS = 3


@pytest.fixture
def desk(planted_desk: Desk) -> Desk:
    return planted_desk


@pytest.fixture
def live(planted: Planted, desk: Desk, look: theme.Look) -> Iterator[Live]:
    """The whole screen, in a meeting with a barrier, a conflict and items that are done with."""
    named = f"{NAMES[0][0]} {NAMES[0][1]} and {OTHERS[0][0]} {OTHERS[0][1]}"
    for given, _family, _preferred, _alias in NAMES:
        barrier = NewBarrier(
            BarrierCategory.NOT_FOUND, person_id=planted.people[given], description=named
        )
        identify_barrier(desk, barrier)
    take_item(desk, planted.items["Hope"])
    defer_item(desk, planted.items["Ysolt"], reason=f"{named} cannot come")
    row = read_meeting(desk, planted.meeting).attendance[0]
    declare_conflict(desk, row.id, seen=row.revision, conflict=named)
    jobs = ImmediateJobs(desk)
    shown = screen.build(jobs, WAYS, LiveMeetingPlace(planted.meeting, planted.items["Kezia"]))
    jobs.listeners.append(shown.look_again)
    shown.widget.resize(1500, 1000)
    shown.widget.show()
    shown.widget.activateWindow()
    settle()
    yield Live(planted, shown, jobs)
    clear_away()


def seen_on(page: QWidget) -> list[str]:
    """Every text of the widgets that are to be seen: written, spoken, or under the pointer."""
    settle()
    texts: list[str] = []
    for one in (page, *page.findChildren(QWidget)):
        if not one.isVisible():
            continue
        texts += [one.accessibleName(), one.accessibleDescription(), one.toolTip()]
        texts += [one.windowTitle(), one.whatsThis(), one.statusTip()]
        if isinstance(one, QLabel | QAbstractButton | QLineEdit):
            texts.append(one.text())
        if isinstance(one, QLineEdit):
            texts.append(one.placeholderText())
        if isinstance(one, QPlainTextEdit | QTextEdit):
            texts.append(one.toPlainText())
        if isinstance(one, QComboBox):
            texts += [one.itemText(at) for at in range(one.count())]
        if isinstance(one, QListWidget):
            items = [one.item(at) for at in range(one.count())]
            texts += [text for item in items for text in (item.text(), item.toolTip())]
    return [text for text in texts if text]


def secrets_on(live: Live) -> set[str]:
    return told(seen_on(live.shown.widget), live.made)


def press(live: Live, key: Key) -> None:
    action = next(one for one in live.shown.actions if one.shortcut().toString() == key.value)
    action.trigger()


def test_no_planted_secret_is_on_the_main_screen_while_names_are_hidden(live: Live) -> None:
    chance, keys = random.Random(20261120), list(live.made.items)
    assert secrets_on(live)  # what is looked for is there to be found
    for order in range(ORDERS):
        if live.room.names_hidden:
            live.do("Show names")
            live.answer("On this screen")
        live.open(chance.choice(keys))
        live.do("Hide names")
        assert secrets_on(live) == set(), order
        for of in chance.sample(keys, len(keys)):
            live.open(of)
            assert secrets_on(live) == set(), (order, of)
            for key in (Key.LIVE_RESTRICTED, Key.LIVE_VIEW, Key.LIVE_OUTCOMES, Key.LIVE_AGREED):
                press(live, key)
                assert secrets_on(live) == set(), (order, of, key)


def test_what_was_agreed_and_decided_can_still_be_read_by_initials(live: Live) -> None:
    live.do("Hide names")
    said = " | ".join(seen_on(live.shown.widget))
    assert "Book the joint visit with" in said
    assert "Go on with the plan of" in said
    assert "KT (KP-0001)'s" in said
    assert "HT (KP-0005): " in said
    assert "Not to be told" not in said
    live.open(KEPT_FROM_POLICE)
    assert "Leaves for this item" not in " ".join(seen_on(live.shown.widget))


def test_everything_comes_back_when_names_are_shown(live: Live) -> None:
    before = sorted(seen_on(live.shown.widget))
    live.do("Hide names")
    assert sorted(seen_on(live.shown.widget)) != before
    live.do("Show names")
    live.answer("On this screen")
    settle()
    after = seen_on(live.shown.widget)
    assert {"jadeite", "opaline"} <= told(after, live.made)
    assert "Kez Trelawny" in " ".join(after)


def test_what_is_being_typed_stays_as_it_is(live: Live) -> None:
    said = live.shown.widget.findChild(SaidPart)
    assert isinstance(said, SaidPart)
    said.line.setFocus()
    said.line.insert("police: Kez rang twice")
    said.line.textEdited.emit(said.line.text())
    live.do("Hide names")
    assert said.line.text() == "police: Kez rang twice"


def test_hiding_names_changes_nothing_that_is_recorded(live: Live, desk: Desk) -> None:
    item = live.made.items["Kezia"]
    before = read_live_item(desk, live.made.meeting, item)
    for key in (Key.LIVE_VIEW, Key.LIVE_RESTRICTED, Key.LIVE_OUTCOMES, Key.LIVE_AGREED):
        press(live, key)
        live.do("Hide names")
        live.open("Jory")
        live.open("Kezia")
        live.do("Show names")
        live.answer("On this screen")
    assert read_live_item(desk, live.made.meeting, item) == before


def test_what_is_recorded_is_not_opened_for_change_while_names_are_hidden(live: Live) -> None:
    live.do("Hide names")
    settle()
    wanted = ("Change", "Say more", "What exactly")
    tried = 0
    for one in live.shown.widget.findChildren(QAbstractButton):
        if one.isVisible() and one.isEnabled() and one.text().startswith(wanted):
            one.click()
            tried += 1
            assert secrets_on(live) == set(), one.text()
    assert tried
    rows = live.shown.widget.findChild(OutcomesPart)
    assert isinstance(rows, OutcomesPart)
    for line in list(rows._lines):
        rows.more_asked.emit(line)
        assert secrets_on(live) == set()


def test_a_decision_that_is_being_corrected_goes_when_names_are_hidden(live: Live) -> None:
    part = live.shown.widget.findChild(DecidingPart)
    assert isinstance(part, DecidingPart)
    assert live.room.item is not None
    (decision,) = live.room.item.record.decisions
    part.change_asked.emit(decision.id)
    settle()
    assert decision.text in seen_on(live.shown.widget)
    live.do("Hide names")
    assert secrets_on(live) == set()


def test_who_is_urgent_is_offered_by_initials(live: Live) -> None:
    live.do("Hide names")
    press(live, Key.LIVE_URGENT)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    focused.insert("Tams")
    focused.textEdited.emit(focused.text())
    settle()
    assert "TP (KP-" in " ".join(seen_on(live.shown.widget))
    assert secrets_on(live) == set()


def test_the_closing_page_names_nobody_while_names_are_hidden(live: Live, desk: Desk) -> None:
    press(live, Key.LIVE_END)
    settle()
    assert secrets_on(live)
    live.do("Hide names")
    assert "PA (KP-0002)" in " ".join(seen_on(live.shown.widget))
    assert secrets_on(live) == set()
    over = close_meeting(desk, live.made.meeting, at=TEN.replace(hour=12))
    live.shown.look_again(over.changes)
    assert secrets_on(live) == set()


def test_an_item_that_is_opened_again_keeps_its_texts(live: Live, desk: Desk) -> None:
    item = live.made.items["Kezia"]
    before = read_live_item(desk, live.made.meeting, item).record
    for key in (Key.LIVE_VIEW, Key.LIVE_RESTRICTED):
        press(live, key)
        live.open("Jory")
        live.open("Kezia")
    assert read_live_item(desk, live.made.meeting, item).record == before


def displays() -> list[WallWindow]:
    settle()
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, WallWindow)]
    return [one for one in found if one.isVisible()]


def read_on(display: WallWindow) -> str:
    return " ".join(one.text() for one in display.findChildren(QLabel))


def test_the_display_stays_with_the_same_sight_when_the_page_is_read_again(
    room: LiveRoom,
) -> None:
    room.open_person()
    room.do(Key.LIVE_WALL)
    (display,) = displays()
    seen = read_on(display)
    assert "The room sees: initials" in seen
    room.work.refresh()
    assert displays() == [display]
    assert read_on(display) == seen
    room.do(Key.LIVE_NEXT)
    assert read_on(display) != seen
    room.do(Key.LIVE_WALL)
    assert displays() == []


def test_the_display_stays_when_everything_is_built_anew_for_another_look(room: LiveRoom) -> None:
    item = room.open_person()
    assert item.record.entry.person is not None
    room.do(Key.LIVE_WALL)
    room.do(Key.LIVE_HIDE)
    (display,) = displays()
    carried = carried_by(room.work.screen_shown)
    again = live_room(room.panel, room.place)
    carry_into(again.work.screen_shown, carried)
    assert displays() == [display]
    assert "The room sees: initials" in read_on(display)
    family = item.record.entry.person.name.family
    assert family not in " ".join(seen_on(again.view))
    again.leave()
    assert displays() == []


def test_names_stay_hidden_when_the_page_is_read_again(room: LiveRoom) -> None:
    item = room.open_person()
    assert item.record.entry.person is not None
    room.do(Key.LIVE_HIDE)
    room.work.refresh()
    assert item.record.entry.person.name.family not in " ".join(seen_on(room.view))


def test_going_to_another_page_closes_the_display_and_coming_back_leaves_it_closed(
    room: LiveRoom,
) -> None:
    room.do(Key.LIVE_WALL)
    assert displays()
    room.work.go(MeetingPlace(room.panel.meeting))
    assert displays() == []
    room.work.back()
    assert displays() == []


def test_the_display_shows_the_minutes_of_the_one_clock(live: Live) -> None:
    live.do("Open the room display")
    assert "0 of 5 min" in read_on(live.display)
    live.room.between.count(3)
    assert "3 of 5 min" in read_on(live.display)


def test_the_key_that_asks_for_names_finds_the_question_again(room: LiveRoom) -> None:
    room.do(Key.LIVE_HIDE)
    room.do(Key.LIVE_HIDE)  # asks
    room.do(Key.LIVE_ACTION)
    room.write("Elowen")  # in the middle of a word nothing takes the keys by itself
    room.do(Key.LIVE_HIDE)
    room.press(Qt.Key.Key_Return)
    assert "Show names?" not in room.says()
    names = [one.text() for one in room.view.findChildren(QAbstractButton) if one.isVisible()]
    assert "Hide names" in names
