"""The store is locked while a line is half typed: afterwards everything is where it was."""

from collections.abc import Callable, Iterator
from functools import partial
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from coordinator.casework.drafts import drop_draft, read_drafts
from coordinator.casework.live.reads import read_live_item
from coordinator.domain.live_views import LiveItem
from coordinator.domain.states import ActionStatus
from coordinator.ui.kit import theme
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.screens.live_meeting.agenda.view import AgendaPart
from tests.ui import driving
from tests.ui.desks import WaitingJobs
from tests.ui.driving import settle
from tests.ui.live_panels import LivePanel, live_panel
from tests.ui.live_rooms import LiveRoom, live_room

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
}


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
    read = partial(read_live_item, room.panel.desk, room.panel.meeting)
    item = next(found for line in room.meeting.lines if _is_fit(found := read(line.entry.id)))
    room.view.findChild(AgendaPart).chosen.emit(item.record.entry.id)  # type: ignore[union-attr]
    settle()
    return item.record.entry.id


def _is_fit(item: LiveItem) -> bool:
    person = item.record.entry.person
    is_open_to_all = person is not None and not person.must_not_hear
    return (
        is_open_to_all
        and item.case_id is not None
        and any(one.status is ActionStatus.OPEN for one in item.open_actions)
    )


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
