"""The room of a meeting under way, on a real store, with every job done at once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from coordinator.ui.places.every import LiveMeetingPlace, Place
from coordinator.ui.screens.live_meeting.room import Room, Ways
from coordinator.wording.refusals.notices import Notice
from tests.ui.immediate import ImmediateJobs


@dataclass
class Around:
    """What the shell was asked for."""

    places: list[Place] = field(default_factory=list)
    toasts: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def room_of(jobs: ImmediateJobs, meeting: UUID, around: Around | None = None) -> Room:
    """Give the room, not loaded yet: parts join first."""
    seen = around or Around()

    def toast(text: str, _undo: Callable[[], object] | None) -> None:
        seen.toasts.append(text)

    ways = Ways(seen.places.append, lambda _place: None, toast, seen.notices.append)
    room = Room(jobs, ways, LiveMeetingPlace(meeting))
    jobs.listeners.append(room.look_again)
    return room
