"""The store is locked while a line is half typed: afterwards everything is where it was."""

from collections.abc import Callable, Iterator
from datetime import time, timedelta
from functools import partial
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.live.reads import read_live_around, read_live_item, read_live_meeting
from coordinator.casework.meetings.discussions import add_note
from coordinator.casework.meetings.running import close_meeting
from coordinator.casework.records.drafts import drop_draft, read_draft, read_drafts
from coordinator.casework.records.undoing import undo_act
from coordinator.casework.voice.wishes import note_wish
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.meetings.live_views import LiveItem
from coordinator.domain.people.wishes import NewWish
from coordinator.domain.states import ActionStatus
from coordinator.ui.kit import theme
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.screens.live_meeting.agenda.view import AgendaPart
from tests.casework.cases.test_cases import opened
from tests.ui import driving
from tests.ui.desks import WaitingJobs
from tests.ui.driving import settle
from tests.ui.live_meeting.live_panels import LivePanel, keep_from_the_room, live_panel
from tests.ui.live_meeting.live_rooms import LiveRoom, live_room

ENTER, UP = Qt.Key.Key_Return, Qt.Key.Key_Up
Begin = Callable[[LiveRoom], object]


def by(*steps: Key | Qt.Key | str) -> Begin:
    """Go to a line by keys, by single letters where the keys are, and by words in between."""

    def begin(room: LiveRoom) -> None:
        for step in steps:
            if isinstance(step, Key):
                room.do(step)
            elif isinstance(step, Qt.Key):
                room.press(step)
            elif len(step) == 1:
                room.press(Qt.Key(ord(step.upper())))
            else:
                room.write(step)

    return begin


def pressing(name: str, key: Key | None = None) -> Begin:
    """Go to a line by a button."""

    def begin(room: LiveRoom) -> None:
        if key is not None:
            room.do(key)
        buttons = room.view.findChildren(QPushButton)
        next(one for one in buttons if one.accessibleName() == name and one.isVisible()).click()

    return begin


SAID_BY = "Kerris Bay Hospital"
ASKED = "Enter when they have left."
ENFORCED = (Key.LIVE_ACTION, "Rhodri, apply for an injunction, by Fri", ENTER, "y")
KINDS = {
    "action": by(Key.LIVE_ACTION),
    "said": by(Key.LIVE_SAID),
    "view": by(Key.LIVE_VIEW),
    "facts": pressing("Summary"),
    "restricted": by(Key.LIVE_RESTRICTED),
    "decision": by(Key.LIVE_DECIDE),
    "reason": by(Key.LIVE_DECIDE, "Keep the bed", ENTER),
    "lead": by(Key.LEAD),
    "review": by(Key.REVIEW),
    "offer": by(Key.LIVE_OFFER),
    "details": by(Key.LIVE_OUTCOMES, "4", "1"),
    "escalation": by(Key.LIVE_OUTCOMES, "4", "2", ENTER, UP, "e"),
    "deferred": by(Key.LIVE_LATER),
    "withdrawn": by(Key.LIVE_WITHDRAW),
    "urgent": pressing("Urgent item"),
    "read at": pressing("Change when the statement was read", Key.LIVE_OPENING),
    "last minutes": pressing("The last minutes, with changes", Key.LIVE_OPENING),
    "guest": by(Key.LIVE_WHO, "n"),
    "wish": by(Key.LIVE_WISH),
    "victims": by(*ENFORCED),
    "engagement": by(*ENFORCED, "The shop has peace", ENTER),
    "answer": by(Key.LIVE_ANSWER),
    "agreed": by(Key.LIVE_AGREED, ENTER),
    "note": pressing(f"Change what {SAID_BY} said"),
    "lead's note": by(Key.LEAD, "Karl Nance", ENTER),
    "urgent reason": by(Key.LIVE_URGENT, "PK-0015", ENTER),
}

IN_SECOND = {
    "engagement": "live.engagement_effect",
    "lead's note": "live.lead_note",
    "urgent reason": "live.urgent_reason",
}
"""The questions that come after another one, which is answered by words."""


def stands() -> tuple[str, str]:
    """Give the field that has the keys, and its words."""
    found = QApplication.focusWidget()
    assert isinstance(found, QLineEdit | QPlainTextEdit), found
    words = found.text() if isinstance(found, QLineEdit) else found.toPlainText()
    return str(found.property("field")), words


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LivePanel]:
    """One meeting for all: what was half typed in it is forgotten in between."""
    made = live_panel(tmp_path_factory.mktemp("live") / "store")
    opened(made.desk)  # PK-0015, on no agenda yet
    for item in _those(made, _is_fit):
        _say_something(made, item)
    yield made
    made.close()


@pytest.fixture
def rooms(panel: LivePanel, look: theme.Look) -> Iterator[list[LiveRoom]]:
    made = [live_room(panel)]
    yield made
    for one in made:
        one.leave()
    for draft in read_drafts(panel.desk):
        drop_draft(panel.desk, draft.form, draft.record)


def open_with_actions(room: LiveRoom) -> UUID:
    """Open somebody with open actions, of whom everybody in the room may hear."""
    return open_item(room, _find(room.panel, _is_fit))


def open_item(room: LiveRoom, item: LiveItem) -> UUID:
    room.view.findChild(AgendaPart).chosen.emit(item.record.entry.id)  # type: ignore[union-attr]
    settle()
    return item.record.entry.id


def kept_from_the_room(room: LiveRoom) -> LiveItem:
    """Give an item of whose person somebody in the room must not hear."""
    item = keep_from_the_room(room.panel)
    return read_live_item(room.panel.desk, room.panel.meeting, item)


def _find(panel: LivePanel, fits: Callable[[LiveItem], bool]) -> LiveItem:
    return next(_those(panel, fits))


def _those(panel: LivePanel, fits: Callable[[LiveItem], bool]) -> Iterator[LiveItem]:
    lines = read_live_meeting(panel.desk, panel.meeting).lines
    read = partial(read_live_item, panel.desk, panel.meeting)
    return (found for line in lines if fits(found := read(line.entry.id)))


def _is_fit(item: LiveItem) -> bool:
    person = item.record.entry.person
    if person is None or person.must_not_hear or person.lead_id is None:
        return False
    return (
        person.show_detail
        and item.case_id is not None
        and any(one.status is ActionStatus.OPEN for one in item.open_actions)
    )


def _say_something(panel: LivePanel, item: LiveItem) -> None:
    """Have something said of an item already: asked for, agreed, noted."""
    desk, entry = panel.desk, item.record.entry
    assert entry.person is not None
    owner = entry.person.lead_id
    note_wish(desk, NewWish(entry.person.id, "A room of her own", owner))
    by_then = desk.today() + timedelta(days=4)
    new = NewAction("Ring the ward", owner, by_then, entry.person.id, meeting_id=panel.meeting)
    add_action(desk, new)
    agencies = read_live_around(desk, panel.meeting).agencies
    said_by = next(one.id for one in agencies if one.name == SAID_BY)
    add_note(desk, entry.id, agency_id=said_by, text="Seen twice.")


def lock(rooms: list[LiveRoom]) -> LiveRoom:
    """Lock the store as its window does, which drops the page at once; then unlock it."""
    was = rooms.pop()
    place = was.place
    was.work.let_go()
    was.window.setCentralWidget(QWidget())
    settle()
    was.leave()
    with pytest.MonkeyPatch.context() as later:  # as the lanes do: in order, once it is shown
        later.setattr(driving, "ImmediateJobs", WaitingJobs)
        rooms.append(live_room(was.panel, place))
    rooms[0].view.setFocus()
    rooms[0].window.lanes.jobs.go_on()  # type: ignore[attr-defined]
    settle()
    return rooms[0]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_half_typed_stands_in_its_field_after_the_lock(
    rooms: list[LiveRoom], kind: str
) -> None:
    item = open_with_actions(rooms[0])
    KINDS[kind](rooms[0])
    field, before = stands()
    assert kind not in IN_SECOND or (field, before) == (IN_SECOND[kind], "")
    rooms[0].write("Half a th")
    again = lock(rooms)
    assert again.place.item == item
    assert stands() == (field, f"{before}Half a th")


def test_who_disagrees_is_asked_again_after_the_lock_and_the_words_stand_there(
    rooms: list[LiveRoom],
) -> None:
    open_with_actions(rooms[0])
    by(Key.LIVE_DECIDE, "Keep the bed because it is warm", ENTER, "y", "Half a th")(rooms[0])
    field, words = stands()
    again = lock(rooms)
    assert "Does anyone disagree?" in again.says()
    again.press(Qt.Key.Key_Y)
    assert stands() == (field, words)


def test_those_who_have_left_are_not_asked_to_leave_again_after_the_lock(
    rooms: list[LiveRoom],
) -> None:
    kept_from = kept_from_the_room(rooms[0])
    open_item(rooms[0], kept_from)
    assert ASKED in rooms[0].says()
    rooms[0].do(Key.LIVE_LEFT)
    assert ASKED not in rooms[0].says()
    again = lock(rooms)
    assert again.place.item == kept_from.record.entry.id
    assert ASKED not in again.says()


def test_what_is_kept_of_those_who_have_left_goes_with_the_end_of_the_meeting(
    rooms: list[LiveRoom],
) -> None:
    desk, meeting = rooms[0].panel.desk, rooms[0].panel.meeting
    open_item(rooms[0], kept_from_the_room(rooms[0]))
    rooms[0].do(Key.LIVE_LEFT)
    assert read_draft(desk, "live.left", meeting) is not None
    closed = close_meeting(desk, meeting, at=time(11, 30))
    rooms[0].window.lanes.changed.emit(closed.changes)  # type: ignore[attr-defined]
    settle()
    assert read_draft(desk, "live.left", meeting) is None
    assert closed.changes.act is not None
    undo_act(desk, closed.changes.act)
