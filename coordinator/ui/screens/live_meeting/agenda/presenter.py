"""Going through the agenda: the next line, taking it, putting it off, withdrawing it. No Qt."""

from collections.abc import Sequence
from functools import partial
from typing import Protocol
from uuid import UUID

from coordinator.casework.meetings.discussions import (
    defer_item,
    put_back_item,
    take_item,
    withdraw_item,
)
from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveLine, LiveMeeting
from coordinator.domain.states import ItemStatus
from coordinator.ui.lanes.kept import Kept, Texts
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.wording.labels import label
from coordinator.wording.translation import _

ASIDE = "live.aside"
_DONE_WITH = (ItemStatus.TAKEN, ItemStatus.DEFERRED, ItemStatus.WITHDRAWN)


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_lines(self, lines: Sequence[LiveLine], chosen: UUID | None, *, hidden: bool) -> None:
        """Show the agenda and which line is open; without names when they are hidden."""

    def ask_why(
        self, line: LiveLine, status: ItemStatus, why: str = "", *, told: str = ""
    ) -> None:
        """Ask in a line below why an item is put off or withdrawn; `why` was typed before.

        Args:
            line: Of which item.
            status: Which of the two.
            why: Stands in the line at first.
            told: To be known before it is answered.
        """


class AgendaPresenter:
    """The lines, and which of them is open."""

    def __init__(self, room: Room, view: View) -> None:
        self._room, self._view = room, view
        self._kept = Kept(room.jobs, ASIDE)
        self._has_begun = False
        self._was: LiveLine | None = None

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Show the lines."""
        self._view.show_lines(meeting.lines, self._room.open_id, hidden=self._room.names_hidden)

    def show_item(self, item: LiveItem | None) -> None:
        """Ask again, once, what was being answered when the program ended."""
        if item is not None and not self._has_begun:
            self._has_begun = True
            if self._room.field == ASIDE:
                self._kept.look(item.record.entry.id, self._take_up)

    def open(self, item: UUID) -> None:
        """Open a line somebody chose."""
        self._room.open(item)

    def go_on(self) -> None:
        """Take the open line, if nothing was said of it yet, and open the next to come."""
        line = self._room.line
        if line is None:
            return
        if line.entry.status is ItemStatus.PLANNED:
            act = partial(take_item, item_id=line.entry.id)
            self._room.do(
                act,
                _("Taken"),
                then=lambda _done: self._open_next(line),
                once=line.entry.id,
                of=line.entry.id,
            )
        else:
            self._open_next(line)

    def go_back(self) -> None:
        """Open the line before."""
        meeting = self._room.meeting
        if meeting is None:
            return
        ids = [one.entry.id for one in meeting.lines]
        if self._room.open_id in ids and (at := ids.index(self._room.open_id)):
            self._room.open(ids[at - 1])

    def ask(self, status: ItemStatus) -> None:
        """Ask why the open line is put off or withdrawn."""
        if (line := self._room.line) is not None:
            self._was = line
            self._kept.look(line.entry.id, lambda _texts: None)
            self._view.ask_why(line, status)

    def keep(self, status: ItemStatus, why: str) -> None:
        """Keep the reason so far."""
        self._kept.typed(status=status.value if why else "", why=why)

    def _take_up(self, texts: Texts) -> None:
        if (line := self._room.line) is not None:
            self._was = line
            self._view.ask_why(line, ItemStatus(texts["status"]), texts["why"])

    def set_aside(self, item: UUID, status: ItemStatus, reason: str) -> None:
        """Put a line off for the next meeting, or withdraw it, and go on."""
        line = self._room.meeting.line(item) if self._room.meeting else None
        if line is None:
            return
        if self._was is not None and told_meanwhile(self._was, line):
            told, self._was = told_meanwhile(self._was, line), line
            self._view.ask_why(line, status, reason, told=told)
            return
        act = defer_item if status is ItemStatus.DEFERRED else withdraw_item
        told = _("Put off") if status is ItemStatus.DEFERRED else _("Withdrawn")
        self._room.do(
            self._kept.ended_by(partial(act, item_id=item, reason=reason)),
            told,
            then=lambda _done: self._open_next(line),
            once=item,
            of=item,
        )

    def raise_urgent(self) -> None:
        """Ask who is urgent, where that is asked."""
        self._room.between.ask("live.urgent")

    def put_back(self, item: UUID) -> None:
        """Plan a line again that was taken, put off or withdrawn by mistake."""
        self._room.do(partial(put_back_item, item_id=item), _("Planned again"), of=item)

    def _open_next(self, line: LiveLine) -> None:
        """Open what comes after a line, unless the room has gone elsewhere by itself."""
        meeting = self._room.meeting
        if meeting is None or self._room.open_id != line.entry.id:
            return
        ids = [one.entry.id for one in meeting.lines]
        at = ids.index(line.entry.id)
        after = [*meeting.lines[at + 1 :], *meeting.lines[:at]]
        to_come = [one.entry.id for one in after if one.entry.status not in _DONE_WITH]
        if to_come:
            self._room.open(to_come[0])


def told_meanwhile(was: LiveLine, now: LiveLine) -> str:
    """Say what somebody else made of an item since it was asked about; nothing if nobody did."""
    if was.entry.id != now.entry.id or was.entry.status is now.entry.status:
        return ""
    why = now.status_reason.rstrip(".")
    came = label(now.entry.status)
    if why:
        came = _("{status}, {why}", status=came, why=why)
    return _("Somebody else said meanwhile: {came}. Enter puts yours in its place.", came=came)
