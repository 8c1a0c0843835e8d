"""Who is in the room: what is shown of it, and when the quorum falls. No Qt."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol
from uuid import UUID

from coordinator.casework.live.rooms import read_room_facts
from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveMeeting
from coordinator.domain.meetings.rooms import RoomFacts
from coordinator.domain.meetings.rules import UNDER_WAY
from coordinator.domain.states import MeetingStatus
from coordinator.ui.screens.live_meeting.questions import Runner
from coordinator.ui.screens.live_meeting.questions import View as QuestionView
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.screens.live_meeting.texts import Texts
from coordinator.ui.screens.live_meeting.who import telling, words
from coordinator.ui.screens.live_meeting.who.asking import Deed, read_name
from coordinator.ui.screens.live_meeting.who.deeds import Deeds
from coordinator.ui.screens.live_meeting.who.state import RoomRows
from coordinator.ui.screens.live_meeting.who.words import CountShown, RowShown

FORM = "live.who"


class View(telling.View, QuestionView, Protocol):
    """What the presenter asks of the widgets."""

    def show_rows(self, rows: Sequence[RowShown]) -> None:
        """Show who came; the current row stays where it is."""

    def show_count(self, count: CountShown) -> None:
        """Show how many agencies are there."""

    def show_quorum(self, sentence: str, *, has_fallen: bool) -> None:
        """Say aloud that the quorum fell or rose; what fell stays in sight."""

    def show_to_tell(self, sentence: str) -> None:
        """Show who is to be told today what they took on."""

    def let_write(self, *, may: bool) -> None:
        """Let things be said of the rows, or only read."""


class WhoPresenter:
    """The room."""

    def __init__(self, room: Room, view: View) -> None:
        self._room, self._view, self._rows = room, view, RoomRows()
        self._texts = Texts(room, FORM)
        self.runner = Runner(room, view, self._texts)
        self._deeds = Deeds(room, view, self._rows, self.runner)
        self._was_met: bool | None = None
        self._leaving: frozenset[UUID] = frozenset()
        room.between.when_hiding(lambda: self.show_item(None))

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Show who came."""
        self._rows.take(meeting, around)
        may = meeting.may_run and meeting.header.row.status in UNDER_WAY
        self._view.let_write(may=may)
        if not may:
            self.runner.end()
        self._show_rows()
        self._view.show_count(words.count_shown(meeting))
        self._watch_quorum(meeting)
        read = partial(read_room_facts, meeting_id=self._room.id)
        self._room.jobs.query(read, self._take_facts, replaces="live room")
        if self._texts.record is None:
            self._texts.go_to(self._room.id, self.runner.take_up)
            self._go_back_to_question()

    def show_item(self, item: LiveItem | None) -> None:
        """Mark who must not hear of the person that is open."""
        leaving = frozenset(row.id for row in item.must_leave) if item is not None else frozenset()
        if leaving != self._leaving:
            self._leaving = leaving
            self._show_rows()

    def do(self, deed: Deed, row: UUID | None) -> None:
        """Do what a key asks."""
        meeting = self._rows.meeting
        if meeting is not None and meeting.may_run:
            self._deeds.do(deed, self._rows.get(row))

    def _go_back_to_question(self) -> None:
        """Ask again where the keys were when the program ended."""
        about = read_name(self._room.field.removeprefix("live."))
        if about is not None:
            self.do(*about)

    def _show_rows(self) -> None:
        if self._rows.meeting is not None:
            rows = words.rows_shown(
                self._rows.meeting,
                self._rows.seats,
                self._leaving,
                self._rows.today,
                self._rows.short_names,
                hidden=self._room.names_hidden,
            )
            self._view.show_rows(rows)

    def _watch_quorum(self, meeting: LiveMeeting) -> None:
        is_met, was_met = meeting.quorum.is_met, self._was_met
        self._was_met = is_met
        is_held = meeting.header.row.status is MeetingStatus.IN_PROGRESS
        if was_met is None or was_met == is_met or not meeting.quorum.needed or not is_held:
            return
        sentence = words.quorum_rose(meeting) if is_met else words.quorum_fell(meeting)
        self._view.show_quorum(sentence, has_fallen=not is_met)

    def _take_facts(self, facts: RoomFacts) -> None:
        self._rows.today = facts.today
        self._view.show_to_tell(words.to_tell(facts.to_tell))
