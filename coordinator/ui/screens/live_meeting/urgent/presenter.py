"""Raising something urgent in the room: one question after the other, then its line is open."""

from functools import partial
from uuid import UUID

from coordinator.casework.people.finding import find_people
from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveMeeting
from coordinator.domain.person.pages import PeoplePage
from coordinator.domain.states import MeetingStatus
from coordinator.ui.screens.live_meeting.questions import Runner, View
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.screens.live_meeting.texts import Texts
from coordinator.ui.screens.live_meeting.urgent.raising import UrgentFlow
from coordinator.wording.translation import _

FORM = "live.urgent"
_LIMIT = 20


class UrgentPresenter:
    """The question of who is urgent; what is typed waits with the meeting."""

    def __init__(self, room: Room, view: View) -> None:
        self._room = room
        self._texts = Texts(room, FORM)
        self.runner = Runner(room, view, self._texts)
        self._has_begun = False
        room.between.answers(FORM, self.ask)
        room.between.when_hiding(self.runner.take_up)

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Take up what was typed when the program ended."""
        if not self._has_begun:
            self._has_begun = True
            self._texts.go_to(self._room.id, self.runner.take_up)
            place = self._room.field  # before the question has the keys
            if place.startswith(FORM):
                self.ask()
                self.runner.go_back_to(place.removeprefix("live."))

    def show_item(self, item: LiveItem | None) -> None:
        """Nothing of its own."""

    def ask(self) -> None:
        """Ask who is urgent."""
        meeting = self._room.meeting
        if meeting is None or not meeting.may_run:
            return
        if meeting.header.row.status is not MeetingStatus.IN_PROGRESS:
            self._room.ways.toast(_("Urgent items are raised while the meeting is held."), None)
            return
        listed = {
            one.entry.person.id: one.entry.id
            for one in meeting.lines
            if one.entry.person is not None
        }
        flow = UrgentFlow(
            self._room.id,
            listed,
            is_hidden=lambda: self._room.names_hidden,
            look_for=lambda words: self._look_for(flow, words),
            lead_to=self._lead_to,
            opened=self._room.open,
        )
        self.runner.begin(flow)

    def _look_for(self, flow: UrgentFlow, words: str) -> None:
        read = partial(find_people, words=words, limit=_LIMIT)

        def found(page: PeoplePage) -> None:
            flow.found(words, page.rows)
            self.runner.know_more(flow)

        self._room.jobs.query(read, found, replaces="live urgent")

    def _lead_to(self, line: UUID) -> None:
        self._texts.take(("urgent", "urgent_reason"))
        self._texts.keep()
        self._room.ways.toast(_("On the agenda already: opened."), None)
        self._room.open(line)
