"""Doing something to a row of the room, and saying in the card what came of it. No Qt."""

from collections.abc import Callable
from typing import Any, Protocol
from uuid import UUID

from coordinator.domain.errors import (
    DuplicateRecordError,
    InvalidFieldsError,
    RuleError,
    StaleRecordError,
)
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.meeting_views import PresenceRow
from coordinator.domain.outcomes import Done
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.screens.live_meeting.who.asking import Question
from coordinator.ui.screens.live_meeting.who.state import RoomRows
from coordinator.wording.labels import label
from coordinator.wording.notices import notice_for
from coordinator.wording.translation import _


class View(Protocol):
    """What is asked of the widgets."""

    def ask(self, question: Question) -> None:
        """Put a question in the card, instead of one that stood there."""

    def end_question(self) -> None:
        """Take the question away; the keys go back to the list."""

    def say(self, sentence: str, *, is_wrong: bool = False) -> None:
        """Say something in the card, until something else is said."""

    def show_understood(self, words: str) -> None:
        """Say under the line what it means."""

    def go_to(self, row: UUID) -> None:
        """Put the current row somewhere."""


class Telling:
    """One way to act on a row: what was done is said, what was refused too, and nothing stops."""

    def __init__(self, room: Room, view: View, rows: RoomRows) -> None:
        self._room, self._view, self._rows = room, view, rows

    def record(
        self, row: PresenceRow, act: Callable[..., Done[int]], told: str, **said: Any
    ) -> None:
        """Say how a seat is filled, and go on to the next of which nothing was said."""
        was_unsaid = row.result is None
        next_row = self._rows.next_unsaid(row.id) if was_unsaid else None
        self._view.go_to(next_row or row.id)
        bound = self._rows.act_on(row.id, act, **said)
        self._room.do(bound, told_of(row, told), refused=self.refused)

    def change(
        self, row: PresenceRow, act: Callable[..., Done[int]], told: str, **said: Any
    ) -> None:
        """Do something else to a row; a question about it stays when it is refused."""

        def done(_revision: int) -> None:
            self._view.end_question()
            self._view.say(told)

        bound = self._rows.act_on(row.id, act, **said)
        self._room.do(bound, told.rstrip("."), then=done, refused=self.refused)

    def wrong(self, sentence: str) -> None:
        """Object to something."""
        self._view.say(sentence, is_wrong=True)

    def refused(self, error: Exception) -> bool:
        """Say in the card why something was not written."""
        if isinstance(error, StaleRecordError):
            self._stale(error)
        elif isinstance(error, DuplicateRecordError):
            if error.record is not None:
                self._view.go_to(error.record)
            self.wrong(_("They are on the list already: the current row."))
        elif isinstance(error, InvalidFieldsError) and "left_at" in error.fields:
            self.wrong(_("They cannot have left before they came."))
        elif isinstance(error, RuleError):
            notice = notice_for(error)
            self.wrong(f"{notice.what} {notice.next}".strip())
        else:
            return False
        return True

    def _stale(self, error: StaleRecordError) -> None:
        row = self._rows.get(error.record)
        name = name_of(row) if row is not None else ""
        self._room.read_again()
        self._view.go_to(error.record)
        theirs = error.theirs.get("result")
        if isinstance(theirs, Attendance):
            how = label(theirs)
            self.wrong(
                _(
                    "Somebody else wrote of {name} meanwhile: {how}. Yours was not written.",
                    name=name,
                    how=how,
                )
            )
        else:
            self.wrong(
                _("Somebody else changed {name} meanwhile. Yours was not written.", name=name)
            )


def told_of(row: PresenceRow, what: str) -> str:
    """Say what was done to a row."""
    return _("{name}: {how}", name=name_of(row), how=what)


def name_of(row: PresenceRow) -> str:
    """Name a row: who sits there, else the agency."""
    return row.name or row.agency
