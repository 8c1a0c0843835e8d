"""What the person asked for and has no answer to, first on their item. No Qt."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import Protocol
from uuid import UUID

from coordinator.casework.voice.wishes import tell_person
from coordinator.domain.directory.rules import is_in_post
from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveMeeting
from coordinator.domain.meetings.rules import HERE, UNDER_WAY
from coordinator.domain.people.wishes import WishRow
from coordinator.ui.screens.live_meeting.asked.flows import (
    ANSWER,
    WORDS,
    AnswerFlow,
    NoteWishFlow,
    WishAround,
)
from coordinator.ui.screens.live_meeting.questions import Runner
from coordinator.ui.screens.live_meeting.questions import View as QuestionView
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.screens.live_meeting.texts import Texts
from coordinator.wording.translation import _

FORM = "live.wish"
_USUALLY = timedelta(days=7)


class View(QuestionView, Protocol):
    """What the presenter asks of the widgets."""

    def show_wishes(self, wishes: Sequence[WishRow], today: date, *, may_write: bool) -> None:
        """Show what was asked for; nothing asked leaves no room."""


class AskedPresenter:
    """The wishes of whom the open item is about."""

    def __init__(self, room: Room, view: View) -> None:
        self._room, self._view = room, view
        self._texts = Texts(room, FORM)
        self.runner = Runner(room, view, self._texts)
        self._came_from = room.field
        room.between.when_hiding(self._hide)

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Nothing of its own: it is about the item."""

    def show_item(self, item: LiveItem | None) -> None:
        """Show what the person asked for."""
        around = self._room.around
        if item is None or around is None:
            self.runner.end()
            self._view.show_wishes((), date.min, may_write=False)
            return
        if self._texts.record != item.record.entry.id:
            self.runner.end()
            self._texts.go_to(item.record.entry.id, self.runner.take_up)
        self._view.show_wishes(item.wishes, around.today, may_write=self._may_write)
        self._go_back_to_question()

    def note(self) -> None:
        """Ask for something new the person asks for; what they said here stands there already."""
        item, meeting, around = self._room.item, self._room.meeting, self._room.around
        if item is None or meeting is None or around is None or not self._may_write:
            return
        if item.record.entry.person is None:
            self._room.ways.toast(_("This item is about nobody in particular."), None)
        elif self._room.may_see():
            self.runner.begin(NoteWishFlow(_around(item, meeting, around)))

    def answer(self, wish: UUID | None = None) -> None:
        """Ask for the answer to a wish; without one named, to the first that waits."""
        found = self._wish(wish)
        if found is None:
            self._room.ways.toast(_("Nothing waits for an answer here."), None)
        elif self._may_write and self._room.may_see():
            self.runner.begin(AnswerFlow(found))

    def tell(self, wish: UUID) -> None:
        """Say that whoever speaks for the person tells them, today."""
        found, item = self._wish(wish), self._room.item
        if found is None or item is None or not self._may_write:
            return
        person = item.record.entry.person
        by = (person.lead if person else "") or found.answered_by or found.owner.name
        act = partial(tell_person, wish_id=found.id, seen=found.revision, told_by=by)
        self._room.do(act, _("Noted that they were told"), once=found.id)

    @property
    def _may_write(self) -> bool:
        meeting = self._room.meeting
        return meeting is not None and meeting.may_run and meeting.header.row.status in UNDER_WAY

    def _go_back_to_question(self) -> None:
        """Open the question again, once, in which the keys were when the program ended."""
        place, self._came_from = self._came_from.removeprefix("live."), ""
        if place == WORDS:
            self.note()
        elif place.startswith(f"{ANSWER}."):
            self.answer(UUID(hex=place.removeprefix(f"{ANSWER}.")))

    def _wish(self, key: UUID | None) -> WishRow | None:
        wishes = self._room.item.wishes if self._room.item else ()
        if key is None:
            return next((one for one in wishes if one.is_waiting), None)
        return next((one for one in wishes if one.id == key), None)

    def _hide(self) -> None:
        self._texts.keep()
        self.runner.end()
        self._view.show_wishes((), date.min, may_write=False)


def _around(item: LiveItem, meeting: LiveMeeting, around: LiveAround) -> WishAround:
    person = item.record.entry.person
    if person is None:
        raise LookupError("a wish is somebody's")
    here = {row.professional_id for row in meeting.attendance if row.result in HERE}
    posts = [
        one
        for one in around.professionals
        if is_in_post(one.left_on, around.today) and person.may_be_told(one.id, one.agency_id)
    ]
    posts.sort(key=lambda one: (one.id not in here, one.name))
    said = item.record.person_view
    is_new = said and said not in {one.words for one in item.wishes}
    return WishAround(
        person.id,
        meeting.header.row.id,
        said if is_new else "",
        tuple((f"{one.name}, {one.agency}", one.id) for one in posts),
        person.lead_id if person.lead_id in {one.id for one in posts} else None,
        around.next_meeting_on or around.today + _USUALLY,
    )
