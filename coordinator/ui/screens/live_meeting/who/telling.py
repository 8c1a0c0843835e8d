"""Doing something to a row of the room, and saying in the card what came of it. No Qt."""

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.domain.errors import (
    DuplicateRecordError,
    InvalidFieldsError,
    RuleError,
    StaleRecordError,
)
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.meetings.views import PresenceRow
from coordinator.domain.outcomes import Done
from coordinator.ui.screens.live_meeting.questions import Objection, Ready
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.screens.live_meeting.who.asking import Deed, name_of_line
from coordinator.ui.screens.live_meeting.who.state import RoomRows
from coordinator.wording.labels import label
from coordinator.wording.refusals.notices import notice_for
from coordinator.wording.translation import _


class View(Protocol):
    """What is asked of the widgets."""

    def say(self, sentence: str, *, is_wrong: bool = False) -> None:
        """Say something in the card, until something else is said."""

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
        """Do something else to a row."""
        bound = self._rows.act_on(row.id, act, **said)
        done = partial(self._say, told)
        self._room.do(bound, told.rstrip("."), then=done, refused=self.refused)

    def answered(
        self, deed: Deed, row: PresenceRow, act: Callable[..., Done[int]], told: str, **said: Any
    ) -> Ready:
        """Do something to a row that was asked for: its question stays when it is refused."""
        bound = self._rows.act_on(row.id, act, **said)
        ends = (name_of_line(deed, row.id),)
        return Ready(bound, told.rstrip("."), ends, partial(self._say, told))

    def wrong(self, sentence: str) -> None:
        """Object to something."""
        self._view.say(sentence, is_wrong=True)

    def refused(self, error: Exception) -> bool:
        """Say in the card why something was not written."""
        said = self.objection(error)
        if said is not None:
            self.wrong(said.sentence)
        return said is not None

    def objection(self, error: Exception) -> Objection | None:
        """Say why something was not written, with the keys on the row it is about."""
        if isinstance(error, StaleRecordError):
            return Objection(self._stale(error))
        if isinstance(error, DuplicateRecordError):
            if error.record is not None:
                self._view.go_to(error.record)
            return Objection(_("They are on the list already: the current row."))
        if isinstance(error, InvalidFieldsError) and "left_at" in error.fields:
            return Objection(_("They cannot have left before they came."))
        if isinstance(error, RuleError):
            notice = notice_for(error)
            return Objection(f"{notice.what} {notice.next}".strip())
        return None

    def _say(self, told: str, _result: object) -> None:
        self._view.say(told)

    def _stale(self, error: StaleRecordError) -> str:
        row = self._rows.get(error.record)
        name = name_of(row) if row is not None else ""
        self._room.read_again()
        self._view.go_to(error.record)
        theirs = error.theirs.get("result")
        if not isinstance(theirs, Attendance):
            return _("Somebody else changed {name} meanwhile. Yours was not written.", name=name)
        how = label(theirs)
        return _(
            "Somebody else wrote of {name} meanwhile: {how}. Yours was not written.",
            name=name,
            how=how,
        )


def told_of(row: PresenceRow, what: str) -> str:
    """Say what was done to a row."""
    return _("{name}: {how}", name=name_of(row), how=what)


def name_of(row: PresenceRow) -> str:
    """Name a row: who sits there, else the agency."""
    return row.name or row.agency
