"""How the opening of a meeting is written. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from coordinator.domain.lists.meetings import MinutesAccuracy
from coordinator.domain.meetings.kinds import kind_of
from coordinator.domain.meetings.live_views import LiveLine, LiveMeeting
from coordinator.domain.meetings.rooms import OpeningFacts, is_in_room, is_unsaid
from coordinator.domain.meetings.rules import UNDER_WAY
from coordinator.domain.meetings.views import PresenceRow
from coordinator.domain.states import MeetingStatus
from coordinator.ui.screens.live_meeting.opening.beginning import question
from coordinator.ui.screens.live_meeting.questions import Asked
from coordinator.ui.screens.live_meeting.who.words import matter
from coordinator.wording import dates
from coordinator.wording.translation import _, ngettext


@dataclass(frozen=True, slots=True)
class OpeningShown:
    """What the card says; an empty sentence is not shown.

    Attributes:
        day: That the meeting is of another day, and what can be done.
        officers: Who chairs and who takes the minutes; `officer_trouble` what is wrong with it.
        statement: To be read out; empty once it was.
        read: When it was read, and by whom.
        last: Which minutes are to be agreed; empty once they were, or without any.
        agreed: What was said of them.
        unsaid: How many seats nobody has spoken of.
        begin: How the meeting begins, asked before anything else.
        is_done: Nothing is left to do here.
    """

    day: str
    officers: str
    officer_trouble: str
    statement: str = field(repr=False)
    read: str
    last: str
    agreed: str
    unsaid: int
    may: bool
    begin: Asked | None = None

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do here."""
        left = (self.day, self.officer_trouble, self.statement, self.last, self.unsaid)
        return self.begin is None and not (self.may and any(left))

    @property
    def can_wait(self) -> bool:
        """Whether what is left can be done at any time: nothing of it stops the meeting."""
        return not (self.day or self.officer_trouble or self.statement)

    @property
    def left_in_words(self) -> str:
        """What is left to do, in one line."""
        seats = ngettext("one seat not said yet", "{count} seats not said yet", self.unsaid)
        minutes = _("minutes of {meeting} to be agreed", meeting=self.last)
        left = "; ".join((*((minutes,) if self.last else ()), *((seats,) if self.unsaid else ())))
        return _("From the opening: {what}.", what=left)


def opening_shown(
    meeting: LiveMeeting, facts: OpeningFacts, statement: str, line: LiveLine | None
) -> OpeningShown:
    """Write the card.

    Args:
        meeting: As it is now.
        facts: Who runs it, and the day.
        statement: In the words of the panel.
        line: The line that is open.
    """
    is_read = meeting.statement_read_at is not None
    kind = kind_of(meeting.header.row.meeting_type)
    has_last = bool(meeting.last_reference) and kind.follows_last
    is_settled = meeting.last_minutes_accuracy is not None or not has_last
    return OpeningShown(
        day=_other_day(meeting, facts),
        officers=_officers(facts),
        officer_trouble=_trouble(meeting.attendance, facts, line),
        statement="" if is_read else statement or _("The panel has no statement of its own yet."),
        read=_read(meeting),
        last="" if is_settled else meeting.last_reference,
        agreed=_agreed(meeting),
        unsaid=sum(is_unsaid(row) for row in meeting.attendance),
        may=meeting.may_run and meeting.header.row.status in UNDER_WAY,
        begin=question(meeting, facts),
    )


def before_statement(line: LiveLine | None, *, hidden: bool = False) -> str:
    """Say why somebody cannot be talked about yet."""
    return _(
        "The statement has not been read: until it is, {whom} cannot be taken.",
        whom=matter(line, hidden=hidden),
    )


def _other_day(meeting: LiveMeeting, facts: OpeningFacts) -> str:
    row = meeting.header.row
    if row.status is not MeetingStatus.IN_PROGRESS or row.on == facts.today:
        return ""
    on, today = dates.day(row.on, facts.today), dates.day(facts.today)
    if row.on > facts.today:
        return _(
            "This computer says that today is {today}, but the meeting is of {day}. All of it can"
            " be written; check the clock, and say times yourself.",
            today=today,
            day=on,
        )
    return _(
        "This meeting is of {day} and was not ended; today is {today}. All of it can still be"
        " written, with times you say yourself; end it when it is over.",
        today=today,
        day=on,
    )


def _officers(facts: OpeningFacts) -> str:
    nobody = _("nobody yet")
    return _(
        "Chair: {chair}. Minutes: {minutes}.",
        chair=facts.chair or nobody,
        minutes=facts.minute_taker or nobody,
    )


def _trouble(attendance: Iterable[PresenceRow], facts: OpeningFacts, line: LiveLine | None) -> str:
    if facts.chair_id is None:
        return _("Say who chairs today.")
    if facts.minute_taker_id is None:
        return _("Say who takes the minutes today.")
    rows = _rows_of(attendance, facts.chair_id)
    about = matter(line)
    if about and any(about in row.conflict for row in rows):
        return _(
            "{chair} has a conflict of interest in this item: somebody else chairs it.",
            chair=facts.chair,
        )
    if rows and not any(is_in_room(row) or is_unsaid(row) for row in rows):
        return _("{chair} is not in the room: who chairs?", chair=facts.chair)
    return ""


def _rows_of(attendance: Iterable[PresenceRow], professional: UUID) -> list[PresenceRow]:
    return [row for row in attendance if row.professional_id == professional]


def _read(meeting: LiveMeeting) -> str:
    if meeting.statement_read_at is None:
        return ""
    at = dates.clock(meeting.statement_read_at)
    return _("Statement read at {time} by {who}.", time=at, who=meeting.statement_read_by)


def _agreed(meeting: LiveMeeting) -> str:
    reference = meeting.last_reference
    if meeting.last_minutes_accuracy is MinutesAccuracy.AMENDED:
        what = meeting.last_minutes
        return _("Minutes of {meeting} agreed with changes: {what}", meeting=reference, what=what)
    if meeting.last_minutes_accuracy is MinutesAccuracy.AGREED:
        return _("Minutes of {meeting} agreed.", meeting=reference)
    return ""
