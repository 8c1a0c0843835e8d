"""The opening of a meeting: read, agreed, said; each by one key, and gone once done. No Qt."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from functools import partial
from typing import Protocol
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.live.rooms import read_opening
from coordinator.casework.meetings.coming_and_going import clock_of
from coordinator.casework.meetings.running import (
    name_officers,
    record_statement_read,
    settle_last_minutes,
)
from coordinator.domain.directory.rules import is_in_post
from coordinator.domain.errors import RuleError, StaleRecordError
from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveMeeting
from coordinator.domain.meetings.rooms import OpeningFacts
from coordinator.domain.outcomes import Done
from coordinator.domain.states import MeetingStatus
from coordinator.ui.kit.asks import read_time
from coordinator.ui.screens.live_meeting.opening.beginning import Begin, Beginning
from coordinator.ui.screens.live_meeting.opening.words import (
    OpeningShown,
    before_statement,
    opening_shown,
)
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.screens.live_meeting.who.words import in_directory
from coordinator.wording.refusals.notices import notice_for
from coordinator.wording.translation import _

Choice = tuple[UUID, str]


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_opening(self, shown: OpeningShown) -> None:
        """Show what is still to be done; nothing once it is."""

    def say(self, sentence: str) -> None:
        """Say something in the card, until something else is said."""

    def ask_time(self) -> None:
        """Ask when the statement was read."""

    def ask_officers(
        self, people: Sequence[Choice], chair: UUID | None, minutes: UUID | None
    ) -> None:
        """Ask who chairs and who takes the minutes."""

    def end_asking(self) -> None:
        """What was asked was answered."""

    def begin_here(self) -> None:
        """Put the keys on what is to be done first, if they are nowhere yet."""


class OpeningPresenter:
    """The opening."""

    def __init__(self, room: Room, view: View) -> None:
        self._room, self._view = room, view
        self._facts: OpeningFacts | None = None
        self._beginning = Beginning(room, self._refused)
        self._has_told = self._has_begun = False

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Read who runs it, and show what is to be done."""
        read = partial(read_opening, meeting_id=self._room.id)
        self._room.jobs.query(read, self._take, replaces="live opening")

    def show_item(self, item: LiveItem | None) -> None:
        """Say once, when somebody is opened, that the statement comes first."""
        meeting = self._room.meeting
        if item is None or meeting is None:
            return
        is_before = item.record.entry.person is not None and meeting.statement_read_at is None
        if is_before and not self._has_told and self._is_held(meeting):
            self._has_told = True
            self._view.say(before_statement(self._room.line, hidden=self._room.names_hidden))
        if self._facts is not None:
            self._begin_here()

    def begin(self, how: Begin) -> None:
        """Begin the meeting in this way."""
        self._beginning.choose(how)

    def read(self) -> None:
        """Record that the chair has read the statement, now."""
        facts, meeting = self._facts, self._room.meeting
        if facts is None or meeting is None:
            return
        if facts.chair_id is None:
            self.change_officers()
        elif not self._is_held(meeting) or meeting.header.row.on != facts.today:
            self._view.ask_time()
        else:
            act = partial(_read_now, meeting_id=self._room.id, by_id=facts.chair_id)
            self._do(act, _("Statement read"))

    def read_at(self, said: str) -> None:
        """Record that the chair has read it at another time."""
        chair, at = self._facts.chair_id if self._facts else None, _time(said)
        if at is None:
            self._view.say(_("This is not a time; write it as 10:03."))
        elif chair is not None:
            act = partial(record_statement_read, meeting_id=self._room.id, at=at, by_id=chair)
            self._do(act, _("Statement read"))

    def agree(self, changes: str = "") -> None:
        """Record that the last minutes were agreed, as they are or with changes."""
        act = partial(settle_last_minutes, meeting_id=self._room.id, amendments=changes)
        told = _("Last minutes agreed with changes") if changes else _("Last minutes agreed")
        self._do(act, told)

    def change_officers(self) -> None:
        """Ask who chairs and who takes the minutes."""
        facts, around, meeting = self._facts, self._room.around, self._room.meeting
        if facts is None or around is None or meeting is None:
            return
        on = meeting.header.row.on
        people = [one for one in around.professionals if is_in_post(one.left_on, on)]
        choices = [(one.id, in_directory(one)) for one in people]
        self._view.ask_officers(choices, facts.chair_id, facts.minute_taker_id)

    def name_officers(self, chair: UUID | None, minutes: UUID | None) -> None:
        """Record who chairs and who takes the minutes."""
        if self._facts is not None:
            act = partial(
                name_officers,
                meeting_id=self._room.id,
                seen=self._facts.revision,
                chair_id=chair,
                minute_taker_id=minutes,
            )
            self._do(act, _("Chair and minutes of today"))

    def _do(self, act: partial[Done[None]] | partial[Done[int]], told: str) -> None:
        def done(_result: object) -> None:
            self._view.end_asking()
            self._view.say("")

        self._room.do(act, told, then=done, refused=self._refused)

    def _refused(self, error: Exception) -> bool:
        if isinstance(error, StaleRecordError):
            self._room.read_again()
            self._view.say(_("Somebody else changed this meanwhile. Yours was not written."))
            return True
        if isinstance(error, RuleError):
            notice = notice_for(error)
            self._view.say(f"{notice.what} {notice.next}".strip())
            return True
        return False

    def _take(self, facts: OpeningFacts) -> None:
        self._facts = facts
        meeting, around = self._room.meeting, self._room.around
        if meeting is not None and around is not None:
            if self._room.names_hidden:
                meeting = replace(meeting, last_minutes=_("[hidden]"))
            shown = opening_shown(meeting, facts, around.statement, self._room.line)
            self._view.show_opening(shown)
            if shown.begin is not None:
                self._view.begin_here()
            elif meeting.lines:
                self.show_item(self._room.item)
            else:
                self._begin_here()  # a huddle nobody is on yet

    def _begin_here(self) -> None:
        """Once: have the card take the keys, unless they were somewhere before a crash."""
        if not self._has_begun:
            self._has_begun = True
            if not self._room.field:
                self._view.begin_here()

    def _is_held(self, meeting: LiveMeeting) -> bool:
        return meeting.header.row.status is MeetingStatus.IN_PROGRESS


def _read_now(desk: Desk, meeting_id: UUID, by_id: UUID) -> Done[None]:
    return record_statement_read(desk, meeting_id, at=clock_of(desk), by_id=by_id)


def _time(said: str) -> time | None:
    try:
        return read_time(said)
    except ValueError:
        return None
