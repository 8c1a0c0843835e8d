"""Asks whom, for what and by when, once somebody says that a barrier is to be escalated. No Qt."""

from functools import partial
from uuid import UUID

from coordinator.casework.stuck.reading import read_ground
from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveMeeting
from coordinator.domain.stuck.views import Ground
from coordinator.ui.screens.live_meeting.between import Marked
from coordinator.ui.screens.live_meeting.escalating.flow import EscalateFlow
from coordinator.ui.screens.live_meeting.outcomes.lines import lines_of, stuck_by
from coordinator.ui.screens.live_meeting.questions import Runner, View
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.screens.live_meeting.texts import Texts
from coordinator.wording.translation import _

FORM = "live.escalation"
FIELD = "live.escalate."


class EscalatingPresenter:
    """The question; what is typed waits with the line of the agenda."""

    def __init__(self, room: Room, view: View) -> None:
        self._room = room
        self._texts = Texts(room, FORM)
        self.runner = Runner(room, view, self._texts)
        self._about: UUID | None = None
        self._came_from = room.field
        room.between.answers(FORM, self.ask)
        room.between.when_hiding(self.runner.leave)

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Nothing of its own."""

    def show_item(self, item: LiveItem | None) -> None:
        """Go over to another line; what was typed stays with the one before."""
        key = item.record.entry.id if item is not None else self._room.open_id
        if key != self._about:
            self._texts.keep()
            self.runner.end()
            self._about = key
            if key is not None:
                self._texts.go_to(key, self.runner.take_up)
        if self._room.item is not None and self._came_from:
            self._go_back_to_question(self._room.item)

    def _go_back_to_question(self, item: LiveItem) -> None:
        """Ask again, once, about the barrier that was asked about when the program ended."""
        place, self._came_from = self._came_from, ""
        meeting = self._room.meeting
        if meeting is None or not place.startswith(FIELD):
            return
        barrier = UUID(hex=place.removeprefix(FIELD))
        for line in lines_of(item, meeting):
            if line.stopped_by is not None and line.stopped_by[0] == barrier:
                self._room.between.marked = Marked(barrier, *stuck_by(line))
                self.ask()
                return

    def ask(self) -> None:
        """Ask about the barrier that was marked."""
        if (marked := self._room.between.marked) is not None:
            read = partial(read_ground, barrier_id=marked.barrier)
            self._room.jobs.query(read, self._begin, replaces="live ground")

    def _begin(self, ground: Ground) -> None:
        marked, self._room.between.marked = self._room.between.marked, None
        if marked is None:
            return
        if not ground.ladder:
            self._room.ways.toast(_("The panel has no ladder: see The panel, Escalation."), None)
            return
        flow = EscalateFlow(marked, ground, self._room.id, self._tell)
        self.runner.begin(flow)

    def _tell(self, words: str) -> None:
        self._room.ways.toast(words, None)
