"""How such actions by an agency went, while one is typed: read once an agency and sitting. No Qt.

For the chair alone. It is never asked for at the desk of somebody else, nor shown while names are
hidden: this screen may be the one that is shared.
"""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from coordinator.casework.reports.accountability import read_promises
from coordinator.domain.accountability import Promise
from coordinator.domain.errors import NotPermittedError
from coordinator.domain.lists.plans import ActionKind
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.wording.accountability import promise_for_chair


class Promises:
    """What was read so far of the agencies that were named."""

    def __init__(self, room: Room, arrived: Callable[[], object]) -> None:
        """Begin knowing nothing.

        Args:
            room: The meeting that is held.
            arrived: Told when there is something to show that was not there before.
        """
        self._room, self._arrived = room, arrived
        self._known: dict[UUID, Sequence[Promise]] = {}
        self._asked: set[UUID] = set()
        self._are_ours = True

    def words(self, agency: UUID, name: str, kind: ActionKind) -> str:
        """Say how such actions went; nothing while it is not known, or there is too little.

        Asked at every key: it looks into what is there and never waits.
        """
        if not self._are_ours or self._room.names_hidden:
            return ""
        if agency not in self._asked:
            self._asked.add(agency)
            read = partial(read_promises, agency_id=agency)
            self._room.jobs.query(
                read,
                partial(self._take, agency),
                replaces=f"promises {agency}",
                refused=self._refuse,
            )
        found = next((one for one in self._known.get(agency, ()) if one.kind is kind), None)
        return promise_for_chair(found, name) if found is not None else ""

    def _take(self, agency: UUID, promises: Sequence[Promise]) -> None:
        self._known[agency] = promises
        if promises:
            self._arrived()

    def _refuse(self, error: Exception) -> bool:
        self._are_ours = not isinstance(error, NotPermittedError)
        return not self._are_ours
