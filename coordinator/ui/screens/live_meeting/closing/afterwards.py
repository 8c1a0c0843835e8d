"""What follows the meeting: minutes looked at, issued and approved; texts for agencies. No Qt.

What lays papers out is loaded with the first paper: a meeting opens without it.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from coordinator.casework.meetings.minutes import (
    approve_minutes,
    issue_minutes,
    record_approval,
    take_back_minutes,
)
from coordinator.domain.errors import InvalidFieldsError, RuleError
from coordinator.domain.outcomes import Done
from coordinator.ui.lanes.autosave import Autosave
from coordinator.ui.places.every import MeetingPlace, PapersPlace
from coordinator.ui.screens.live_meeting.closing.shown import Shown
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.shared.chasing import Chase, read_agreed
from coordinator.wording.refusals.notices import notice_for
from coordinator.wording.translation import _

if TYPE_CHECKING:
    from coordinator.casework.desk import Desk
    from coordinator.domain.progress import Progress
    from coordinator.papers.orders import Draft

_MINUTES = "minutes"


class View(Protocol):
    """What is asked of the widgets."""

    def show_making(self) -> None:
        """Say that the paper is being made, where none is shown yet."""

    def show_paper(self, content: bytes) -> None:
        """Show the paper."""

    def show_no_paper(self) -> None:
        """Say that there is none."""

    def show_texts(self, texts: Sequence[Chase]) -> None:
        """Show the texts for agencies, to copy."""

    def show_approval_faults(self, faults: Mapping[str, str]) -> None:
        """Say what is wrong with an approval that was given elsewhere."""


class Afterwards:
    """From the draft to approved minutes."""

    def __init__(self, room: Room, view: View, autosave: Autosave) -> None:
        self._room, self._view, self._autosave = room, view, autosave
        self._page: Shown | None = None
        self._wanted = 0

    def show(self, page: Shown) -> None:
        """Make the paper anew: something in it may be another now."""
        self._page = page
        if page.has_paper:
            self.make()

    def make(self) -> None:
        """Lay the minutes out as they would be sent to the whole panel."""
        if self._page is None:
            return
        self._wanted += 1
        self._view.show_making()
        self._room.jobs.query(
            partial(_draft, meeting=self._page.closing.row.reference),
            partial(self._lay_out, self._wanted),
            replaces="live minutes",
            refused=self._not_made,
        )

    def issue(self) -> None:
        """Issue the minutes; what they leave unsaid hinders it."""
        act = partial(issue_minutes, meeting_id=self._room.id)
        self._autosave.settle(lambda: self._do(act, _("The minutes are issued.")))

    def approve(self) -> None:
        """Approve them, as the chair, at the desk."""
        act = partial(approve_minutes, meeting_id=self._room.id)
        self._do(act, _("The minutes are approved."))

    def record(self, by: UUID, on: date, how: str) -> None:
        """Record that the chair approved them elsewhere."""
        act = partial(record_approval, meeting_id=self._room.id, by_id=by, on=on, how=how)
        self._view.show_approval_faults({})
        self._do(act, _("The approval is recorded."))

    def take_back(self, reason: str) -> None:
        """Take them back into draft, because the chair wants them changed."""
        act = partial(take_back_minutes, meeting_id=self._room.id, reason=reason)
        self._do(act, _("The minutes are in draft again."))

    def ask_texts(self) -> None:
        """Write what each agency took on, for the same day."""
        read = partial(read_agreed, meeting_id=self._room.id)
        self._room.jobs.query(read, self._show_texts, replaces="live texts")

    def open_papers(self) -> None:
        """Go where the minutes are saved and printed, and copies are made for one agency."""
        if self._page is not None:
            reference = self._page.closing.row.reference
            self._room.ways.go(PapersPlace(self._room.id, reference, _MINUTES))

    def correct(self) -> None:
        """Go where approved minutes get their dated corrections."""
        self._room.ways.go(MeetingPlace(self._room.id))

    def _do(self, act: "Callable[[Desk], Done[Any]]", told: str) -> None:
        """Do what no key takes back: it has gone out, or is signed."""
        self._room.jobs.command(
            act, then=lambda _done: self._room.ways.toast(told, None), refused=self._refused
        )

    def _refused(self, error: Exception) -> bool:
        if isinstance(error, InvalidFieldsError):
            self._view.show_approval_faults(error.fields)
            return True
        if isinstance(error, RuleError):
            self._room.ways.notify(notice_for(error))
            return True
        return False

    def _show_texts(self, texts: Sequence[Chase]) -> None:
        if texts:
            self._view.show_texts(texts)
        else:
            self._room.ways.toast(_("There is nothing to send to any agency."), None)

    def _lay_out(self, wanted: int, draft: "Draft") -> None:
        if wanted != self._wanted:
            return
        self._room.jobs.apart(
            _("The minutes are laid out"),
            partial(_laid_out, draft),
            partial(self._show_paper, wanted),
            refused=self._not_made,
        )

    def _show_paper(self, wanted: int, content: bytes) -> None:
        if wanted == self._wanted:
            self._view.show_paper(content)

    def _not_made(self, _error: Exception) -> bool:
        self._view.show_no_paper()
        return False  # the window says why


def _draft(desk: "Desk", meeting: str) -> "Draft":
    from coordinator.exports.composing import PaperKind
    from coordinator.papers.drafting import draft_papers
    from coordinator.papers.orders import Order

    (draft,) = draft_papers(desk, Order(PaperKind(_MINUTES), Path(), meeting=meeting))
    return draft


def _laid_out(draft: "Draft", progress: "Progress") -> bytes:
    from coordinator.papers.making import lay_out

    return lay_out(draft, progress=progress)
