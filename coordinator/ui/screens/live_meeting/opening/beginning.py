"""A meeting that nobody has begun: how it begins, asked once and in place. No Qt."""

from collections.abc import Callable
from enum import Enum
from functools import partial
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.coming_and_going import clock_of
from coordinator.casework.meetings.running import open_meeting, open_meeting_today
from coordinator.domain.meetings.live_views import LiveMeeting
from coordinator.domain.meetings.rooms import OpeningFacts
from coordinator.domain.meetings.rules import TO_COME
from coordinator.domain.outcomes import Done
from coordinator.ui.places.every import MeetingPlace
from coordinator.ui.screens.live_meeting.questions import Asked, Choice
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.wording import dates
from coordinator.wording.translation import _


class Begin(Enum):
    """How a meeting is begun."""

    NOW = "now"
    ON_ITS_DAY = "on_its_day"
    MOVED_TO_TODAY = "moved_to_today"
    NOT_NOW = "not_now"


def question(meeting: LiveMeeting, facts: OpeningFacts) -> Asked | None:
    """Ask how a meeting is begun; nothing once it was, or of whoever may not."""
    row = meeting.header.row
    if row.status not in TO_COME or not meeting.may_run:
        return None
    on, today = dates.day(row.on, facts.today), dates.day(facts.today)
    leave = (_("Not now"), Begin.NOT_NOW)
    if row.on == facts.today:
        return _asked(_("This meeting has not begun."), (_("Begin it now"), Begin.NOW), leave)
    moved = (_("Held today: move it to {today}, and begin", today=today), Begin.MOVED_TO_TODAY)
    if row.on > facts.today:
        early = _(
            "This meeting is of {day}; today is {today}. Is it held today?", day=on, today=today
        )
        return _asked(early, moved, leave)
    at = dates.clock(row.starts_at)
    then = (_("Held on {day}: write it up, begun at {time}", day=on, time=at), Begin.ON_ITS_DAY)
    late = _(
        "This meeting was to be held on {day}; today is {today}. When was it held?",
        day=on,
        today=today,
    )
    return _asked(late, then, moved, leave)


def _asked(title: str, *answers: tuple[str, Begin]) -> Asked:
    choices = (Choice(str(at), words, one) for at, (words, one) in enumerate(answers, start=1))
    return Asked(title, choices=tuple(choices))


class Beginning:
    """Begins a meeting as it was answered."""

    def __init__(self, room: Room, refused: Callable[[Exception], bool]) -> None:
        self._room, self._refused = room, refused

    def choose(self, how: Begin) -> None:
        """Begin it in this way, or go back to its page."""
        meeting = self._room.meeting
        if meeting is None:
            return
        row = meeting.header.row
        match how:
            case Begin.NOT_NOW:
                self._room.ways.go(MeetingPlace(row.id))
            case Begin.NOW:
                self._begin(_now)
            case Begin.ON_ITS_DAY:
                self._begin(partial(open_meeting, at=row.starts_at))
            case Begin.MOVED_TO_TODAY:
                self._begin(partial(_today, seen=row.revision))

    def _begin(self, act: Callable[..., Done[int]]) -> None:
        bound = partial(act, meeting_id=self._room.id)
        self._room.do(bound, _("Meeting begun"), refused=self._refused, once=Begin)


def _now(desk: Desk, meeting_id: UUID) -> Done[int]:
    return open_meeting(desk, meeting_id, at=clock_of(desk))


def _today(desk: Desk, meeting_id: UUID, seen: int) -> Done[int]:
    return open_meeting_today(desk, meeting_id, seen=seen, at=clock_of(desk))
