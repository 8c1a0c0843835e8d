"""What the closing page does: settles what is open, ends the meeting. No Qt."""

from collections.abc import Callable, Mapping, Sequence
from datetime import time
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from coordinator.casework.desk import LONDON
from coordinator.casework.live.closing import Closing, read_closing
from coordinator.casework.live.covering import cover_closing
from coordinator.casework.meetings.discussions import (
    defer_item,
    defer_items,
    take_item,
    withdraw_item,
)
from coordinator.casework.meetings.minutes import draft_minutes
from coordinator.casework.meetings.running import close_meeting, write_meeting_notes
from coordinator.casework.records.drafts import DraftView, read_drafts
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.meetings.closing_check import Left, OpenLine
from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveMeeting
from coordinator.domain.outcomes import Done
from coordinator.domain.states import ItemStatus
from coordinator.ui.lanes.autosave import Autosave, Slot
from coordinator.ui.screens.live_meeting.closing.shown import Shown, shown
from coordinator.ui.screens.live_meeting.room import Act, Room
from coordinator.wording.refusals.rules import field_words
from coordinator.wording.translation import _

if TYPE_CHECKING:
    from coordinator.casework.desk import Desk

FIELD = "live.closing"
NOTES = ("meeting.learning", "meeting.other_business")
FIELDS: Mapping[Left, str] = {
    Left.STATEMENT: "live.statement",
    Left.ITEM: "live.action",
    Left.QUORUM: "live.decision",
    Left.DISSENT: "live.decision",
    Left.OWNER: "live.agreed",
    Left.BARRIER: "live.outcomes",
    Left.LEAD: "live.decision",
    Left.REVIEW: "live.decision",
    Left.TELL: "live.agreed",
    Left.SILENT: "who",
}
"""Where each thing left open is settled, by the permanent name of the field."""


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_way_in(self, words: str) -> None:
        """Name the button that opens the page; none where there is nothing to open."""

    def show_open(self, *, is_open: bool) -> None:
        """Show the page, or the items again."""

    def show_closing(self, page: Shown) -> None:
        """Show what is left open and what comes next."""

    def cover(self) -> None:
        """Put away at once what is not for others."""

    def show_fault(self, sentence: str) -> None:
        """Say under the time why the meeting was not ended."""


class ClosingPresenter:
    """The closing check and the end of the meeting."""

    def __init__(self, room: Room, view: View, autosave: Autosave) -> None:
        self._room, self._view, self._autosave = room, view, autosave
        self._page: Shown | None = None
        self._is_open = self._has_begun = False
        room.between.when_hiding(view.cover)
        self.shown_anew: Callable[[Shown], object] = lambda _page: None
        """Told whenever the page is shown; what follows the meeting listens."""

    @property
    def is_open(self) -> bool:
        """Whether the page stands in the place of the items."""
        return self._is_open

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Keep up with the meeting; reopened where the keys were."""
        self._name_way_in()
        if not self._has_begun:
            self._has_begun = True
            if self._room.field.startswith(FIELD):
                self.open()
        elif self._is_open:
            self._read()

    def show_item(self, item: LiveItem | None) -> None:
        """Give way to an item somebody chose."""
        if item is None:
            self.close()

    def toggle(self) -> None:
        """Open the page, or go back to the items."""
        if self._is_open:
            self.close()
        else:
            self.open()

    def open(self) -> None:
        """Show the page."""
        self._is_open = True
        self._name_way_in()
        self._view.show_open(is_open=True)
        self._read()

    def close(self) -> None:
        """Show the items again."""
        if self._is_open:
            self._is_open = False
            self._name_way_in()
            self._view.show_open(is_open=False)

    def go_to(self, line: OpenLine) -> None:
        """Lead to the item and the field where something is settled."""
        self.close()
        if line.item is not None:
            self._room.open(line.item, FIELDS[line.what])
        else:
            self._room.go_to_field(FIELDS[line.what])

    def settle(self, line: OpenLine, status: ItemStatus, reason: str) -> None:
        """Say what became of an item."""
        if line.item is None:
            return
        acts: Mapping[ItemStatus, tuple[Act, str]] = {
            ItemStatus.TAKEN: (partial(take_item, item_id=line.item), _("Taken")),
            ItemStatus.DEFERRED: (
                partial(defer_item, item_id=line.item, reason=reason),
                _("Put off"),
            ),
            ItemStatus.WITHDRAWN: (
                partial(withdraw_item, item_id=line.item, reason=reason),
                _("Withdrawn"),
            ),
        }
        self._room.do(*acts[status], once=line.item, of=line.item)

    def defer_all(self, reason: str) -> None:
        """Put off everything that was not reached, with one reason."""
        act = partial(defer_items, meeting_id=self._room.id, reason=reason)
        self._room.do(act, _("All put off"))

    def end(self, at: time | None) -> None:
        """End the meeting and draft its minutes, whatever is left open.

        Args:
            at: When; now, when nobody said otherwise.
        """
        self._view.show_fault("")
        act = partial(_closed, meeting_id=self._room.id, at=at)
        self._autosave.settle(
            lambda: self._room.do(
                act,
                _("Meeting ended"),
                then=self._draft,
                refused=self._not_ended,
                once=self._room.id,
            )
        )

    def draft(self) -> None:
        """Draft the minutes of a meeting that is over."""
        act = partial(draft_minutes, meeting_id=self._room.id)
        self._room.do(act, _("Minutes in draft"), once="minutes")

    def _name_way_in(self) -> None:
        meeting = self._room.meeting
        if self._is_open:
            words = _("Back to the items")
        elif meeting is not None and meeting.ended_at is not None:
            words = _("Minutes")
        else:
            words = _("End meeting")
        self._view.show_way_in(words)

    def _draft(self, _left: object) -> None:
        if self._page is not None and self._page.closing.kind.has_minutes:
            self.draft()

    def _not_ended(self, error: Exception) -> bool:
        if not isinstance(error, InvalidFieldsError):
            return False
        sentences = (field_words(name, rule) for name, rule in error.fields.items())
        self._view.show_fault(" ".join(sentences))
        return True

    def _read(self) -> None:
        read = partial(_read, meeting_id=self._room.id, covered=self._room.names_hidden)
        self._room.jobs.query(read, self._show, replaces="live closing")

    def _show(self, found: tuple[Closing, Sequence[DraftView], bool]) -> None:
        closing, drafts, is_covered = found
        if self._room.meeting is None or is_covered is not self._room.names_hidden:
            return
        page = shown(closing, self._room.meeting, hidden=is_covered)
        first, self._page = self._page is None, page
        texts = (closing.learning, closing.other_business)
        for form, text in zip(NOTES, texts, strict=True):
            self._autosave.stand(Slot(self._room.id, form), text, closing.revision)
        if first:
            self._autosave.restore(drafts)
        if self._is_open:
            self._view.show_closing(self._page)
            self.shown_anew(self._page)


def saving(slot: Slot, text: str, seen: int) -> "Callable[[Desk], Done[int]]":
    """Make the act that gives the meeting one of its notes."""
    said: dict[str, Any] = {slot.column: text}
    return partial(write_meeting_notes, meeting_id=slot.record, seen=seen, **said)


def _read(
    desk: "Desk", meeting_id: UUID, *, covered: bool
) -> tuple[Closing, Sequence[DraftView], bool]:
    drafts = [one for one in read_drafts(desk) if one.form in NOTES]
    closing = read_closing(desk, meeting_id)
    return cover_closing(desk, closing) if covered else closing, drafts, covered


def _closed(desk: "Desk", meeting_id: UUID, at: time | None) -> Done[int]:
    now = desk.now().astimezone(LONDON).time().replace(second=0, microsecond=0)
    return close_meeting(desk, meeting_id, at=at or now)
