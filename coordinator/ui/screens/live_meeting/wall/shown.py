"""What the display shows at one moment; all that it is ever given. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from coordinator.domain.meetings.wall import WallItem


class Seen(StrEnum):
    """What the room sees, in one word."""

    NOTHING = "nothing"
    WAIT = "wait"
    INITIALS = "initials"
    NAMES = "names"


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands on the display.

    Attributes:
        panel: Its name, and `meeting` which one it is: all that stands there between items.
        item: Nothing between items, and while somebody must leave first.
        minutes_used: Of the item, as the clock of the meeting counts.
    """

    seen: Seen
    panel: str = ""
    meeting: str = ""
    item: WallItem | None = field(default=None, repr=False)
    minutes_used: int = 0
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Sight:
    """How far the room sees: what a screen that is built anew goes on with.

    Attributes:
        names_hidden: On the main screen.
        gone: Who has left for an item, by item.
    """

    is_open: bool
    names_shown: bool
    names_hidden: bool
    gone: Mapping[UUID, frozenset[UUID]]
