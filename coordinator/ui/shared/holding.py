"""From a list of meetings straight into the one that is held: it is opened on the way. No Qt."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.live.rooms import is_of_today
from coordinator.casework.meetings.coming_and_going import clock_of
from coordinator.casework.meetings.running import open_meeting
from coordinator.domain.errors import TransitionError
from coordinator.domain.outcomes import Done
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.every import LiveMeetingPlace, Place


def hold(jobs: Jobs, go: Callable[[Place], None], meeting: UUID, *, is_open: bool) -> None:
    """Go into a meeting; one of today that nobody has opened yet begins now.

    One of another day is asked about there, before it begins.
    """
    place = LiveMeetingPlace(meeting)
    if is_open:
        go(place)
        return

    def opened_meanwhile(error: Exception) -> bool:
        if isinstance(error, TransitionError):
            go(place)
        return isinstance(error, TransitionError)

    def begin(now: bool) -> None:  # noqa: FBT001 - an answer
        if now:
            act = partial(_open_now, meeting_id=meeting)
            jobs.command(act, then=lambda _seats: go(place), refused=opened_meanwhile)
        else:
            go(place)

    jobs.query(partial(is_of_today, meeting_id=meeting), begin)


def _open_now(desk: Desk, meeting_id: UUID) -> Done[int]:
    return open_meeting(desk, meeting_id, at=clock_of(desk))
