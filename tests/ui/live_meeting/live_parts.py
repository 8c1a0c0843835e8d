"""Parts of the live meeting on a real store: a meeting in progress, the room, what it says."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from coordinator.casework.actions.lists import read_action
from coordinator.casework.desk import Desk
from coordinator.domain.actions.rows import ActionRow
from coordinator.ui.places.every import LiveMeetingPlace
from coordinator.ui.screens.live_meeting.joined import Joined
from coordinator.ui.screens.live_meeting.room import Room, Ways
from coordinator.wording.refusals.notices import Notice
from tests.meetings import add_action, add_case, add_seats, items_of, opened_meeting
from tests.stores import TODAY
from tests.ui.driving import settle
from tests.ui.immediate import ImmediateJobs

YESTERDAY = TODAY - timedelta(days=1)


@dataclass
class MeetingOn:
    """A meeting in progress with one person's item, and actions that were agreed before."""

    desk: Desk
    person: UUID
    case: UUID
    actions: list[UUID]
    meeting: UUID
    item: UUID

    def row(self, at: int = 0) -> ActionRow:
        return read_action(self.desk, self.actions[at]).row


def meeting_on(desk: Desk, actions: int = 3) -> MeetingOn:
    add_seats(desk)
    person, case = add_case(desk)
    texts = ("Ring the surgery", "Ask for a room", "Find the birth certificate")
    made = [
        add_action(desk, person, YESTERDAY + timedelta(days=at), f"A26-000{at + 1}", texts[at])
        for at in range(actions)
    ]
    meeting = opened_meeting(desk)
    item = next(one.id for one in items_of(desk, meeting) if one.person_id == person)
    return MeetingOn(desk, person, case, made, meeting, item)


@dataclass
class OpenRoom:
    """A room with some of its parts on the screen, and whatever it said."""

    room: Room
    jobs: ImmediateJobs
    page: QWidget
    parts: list[Joined]
    notices: list[Notice] = field(default_factory=list)
    toasts: list[str] = field(default_factory=list)

    def press(self, *keys: object) -> None:
        """Press keys, or type words, wherever the keys are."""
        for one in keys:
            where = QApplication.focusWidget() or self.page
            if isinstance(one, str):
                QTest.keyClicks(where, one)
            else:
                QTest.keyClick(where, one)  # type: ignore[call-overload]
            settle()

    def look(self) -> None:
        """Read everything again, as after somebody else's act."""
        self.room.load()
        settle()

    def undo(self) -> None:
        """Take back the last act."""
        self.room.undo()
        settle()

    def do(self, name: str) -> None:
        """Trigger what can be done from anywhere on the screen."""
        action = next(one for part in self.parts for one in part.actions if one.text() == name)
        action.trigger()
        settle()


@contextmanager
def open_room(
    on: MeetingOn,
    builds: Sequence[Callable[[Room], Joined]],
    *,
    desk: Desk | None = None,
    field: str = "",
) -> Iterator[OpenRoom]:
    """Open the room at the person's item, with these parts; the keys were last in `field`."""
    jobs, page = ImmediateJobs(desk or on.desk), QWidget()
    made = OpenRoom(None, jobs, page, [])  # type: ignore[arg-type]
    ways = Ways(
        go=lambda _place: None,
        stays_at=lambda _place: None,
        toast=lambda told, _undo: made.toasts.append(told),
        notify=made.notices.append,
    )
    made.room = Room(jobs, ways, LiveMeetingPlace(on.meeting, on.item, field))
    made.parts = [build(made.room) for build in builds]
    box = QVBoxLayout()
    for part in made.parts:
        box.addWidget(part.widget)
    page.setLayout(box)
    page.resize(700, 900)
    jobs.listeners.append(made.room.look_again)
    made.room.load()
    page.show()
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page)
    settle()
    yield made
    page.close()
    page.deleteLater()
    settle()
