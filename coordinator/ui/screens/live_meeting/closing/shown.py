"""What the closing page shows, in words. No Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from coordinator.casework.live.closing import Closing
from coordinator.casework.meetings.minutes import AT_THE_DESK
from coordinator.domain.meetings.closing_check import Left, OpenLine
from coordinator.domain.meetings.live_views import LiveMeeting
from coordinator.domain.states import MeetingStatus
from coordinator.ui.screens.live_meeting.words import title
from coordinator.wording import dates
from coordinator.wording.closing import below_of, head_of
from coordinator.wording.translation import _

_S = MeetingStatus
WRITABLE = frozenset({_S.IN_PROGRESS, _S.HELD, _S.MINUTES_DRAFT})
AFTER = frozenset({_S.HELD, _S.MINUTES_DRAFT, _S.MINUTES_ISSUED, _S.APPROVED})


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One thing left open: what it is about, and what is open."""

    line: OpenLine
    head: str = field(repr=False)
    below: str = field(repr=False)

    @property
    def is_item(self) -> bool:
        """Whether it can be taken, put off or withdrawn from here."""
        return self.line.what is Left.ITEM


@dataclass(frozen=True, slots=True)
class Shown:
    """The page.

    Attributes:
        stands: Where the minutes stand, in a sentence; empty before the meeting is over.
        next_meeting: When people meet again.
        is_hidden: Others may be looking: no paper, no text that was typed.
    """

    closing: Closing
    lines: tuple[ShownLine, ...]
    stands: str
    next_meeting: str
    may_run: bool
    is_hidden: bool = False

    @property
    def status(self) -> MeetingStatus:
        """How far the meeting is."""
        return self.closing.row.status

    @property
    def can_write(self) -> bool:
        """Whether anything of it can still be written by the sitter."""
        return self.may_run and self.status in WRITABLE

    @property
    def has_paper(self) -> bool:
        """Whether its minutes are to be looked at."""
        is_there = self.closing.kind.has_minutes and self.status in AFTER
        return is_there and not self.is_hidden


def shown(closing: Closing, meeting: LiveMeeting, *, hidden: bool = False) -> Shown:
    """Put the page into words; without names when they are hidden."""
    about = {one.entry.id: title(one.entry, hidden=hidden) for one in meeting.lines}
    return Shown(
        closing=closing,
        lines=tuple(_lines(closing.lines, about)),
        stands=_stands(closing),
        next_meeting=_next(closing),
        may_run=meeting.may_run,
        is_hidden=hidden,
    )


def _lines(lines: Iterable[OpenLine], about: Mapping[UUID, str]) -> Iterable[ShownLine]:
    for one in lines:
        item = about.get(one.item, "") if one.item else ""
        yield ShownLine(one, head_of(one, item), below_of(one))


def _next(closing: Closing) -> str:
    if closing.next_on is None:
        return _("No next meeting is in the calendar.")
    return _("Next meeting: {day}", day=dates.long_day(closing.next_on))


def _stands(closing: Closing) -> str:
    row = closing.row
    if row.status not in AFTER:
        return ""
    if not closing.kind.has_minutes:
        return _("It is over. A meeting of this kind has no minutes.")
    match row.status:
        case _S.HELD:
            return _("The meeting is over; its minutes are to be drafted.")
        case _S.MINUTES_DRAFT:
            return _("The minutes are in draft. Choose a line of the agenda to correct it.")
        case _S.MINUTES_ISSUED:
            return _("Minutes issued {day}; the chair is to approve them.", day=_day(closing))
        case _:
            return _approved(closing)


def _day(closing: Closing) -> str:
    return dates.day(closing.row.issued_on, closing.now.date())


def _approved(closing: Closing) -> str:
    day = dates.day(closing.row.approved_on, closing.now.date())
    told = _("Minutes approved {day} by {name}.", day=day, name=closing.approved_by)
    if closing.approval_how in {"", AT_THE_DESK}:
        return told
    return _("{approved} {how}", approved=told, how=closing.approval_how)
