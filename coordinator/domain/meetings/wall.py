"""What the people in a meeting's room may read on its wall: the item that is open, no more.

Nothing restricted has a place here, nor a number or an address, nor whom else the meeting is
about. A name has one only when names are shown; else the model holds initials.
"""

from dataclasses import dataclass, field
from datetime import date, time
from uuid import UUID

from coordinator.domain.lists.meetings import AgendaKind, Attendance, WhyListed
from coordinator.domain.meetings.rules import HERE
from coordinator.domain.meetings.views import PresenceRow
from coordinator.domain.need_to_know.typed_names import means
from coordinator.domain.people.rules import PersonName
from coordinator.domain.states import ActionStatus


@dataclass(frozen=True, slots=True)
class WallPerson:
    """Whom the item is about; `name` has first letters alone unless `by_name`."""

    reference: str
    name: PersonName = field(repr=False)
    by_name: bool


@dataclass(frozen=True, slots=True)
class WallAction:
    """Who does what by when; `text` is empty where only numbers are read out."""

    number: str
    text: str = field(repr=False)
    agency: str
    owner: str
    due_on: date
    status: ActionStatus


@dataclass(frozen=True, slots=True)
class WallDecision:
    """What was decided, and why."""

    text: str = field(repr=False)
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class WallItem:
    """The item that is open, as everybody in the room may read it.

    Attributes:
        number: Counted as everybody in the room may count, `of` so many.
        title: Of an item that is about nobody.
        open_actions: Agreed before today, with what became of them.
        agreed: Here, today.
    """

    id: UUID
    number: int
    of: int
    kind: AgendaKind
    title: str = field(repr=False)
    person: WallPerson | None
    why: tuple[WhyListed, ...]
    urgent_reason: str = field(repr=False)
    outcome_sought: str = field(repr=False)
    minutes_planned: int
    next_review_on: date | None
    open_actions: tuple[WallAction, ...]
    agreed: tuple[WallAction, ...]
    decisions: tuple[WallDecision, ...]


@dataclass(frozen=True, slots=True)
class WallView:
    """What the wall shows now, and what the chair is told besides.

    Attributes:
        item: Nothing while somebody sits there who must not hear of the person.
        must_leave: Who that is; told to the chair alone.
    """

    id: UUID
    item: WallItem | None
    must_leave: tuple[PresenceRow, ...] = ()


def sits_there(result: Attendance | None, left_at: time | None, now: time) -> bool:
    """Whether somebody may be in the room; who was not ticked off yet may well be.

    Args:
        result: How they came, as far as it was noted.
        left_at: When they left for good.
        now: The time of day where the meeting is.
    """
    return (result is None or result in HERE) and (left_at is None or left_at > now)


@dataclass(frozen=True, slots=True)
class Sitting:
    """Somebody in the room: every agency they may speak for, and what theirs was called.

    Attributes:
        name: Their own.
        called: What the agencies they speak for are called in the directory.
    """

    agencies: frozenset[UUID]
    named: str
    worker: UUID | None = None
    name: str = ""
    called: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptFrom:
    """The agencies and workers that must not be told of somebody, and the agencies' names.

    A guest's agency may be typed.

    Attributes:
        not_discussed_with: The names of those it is noted of, as they were typed.
    """

    whom: frozenset[UUID]
    names: frozenset[str]
    not_discussed_with: tuple[str, ...] = field(default=(), repr=False)

    def bars(self, one: Sitting) -> bool:
        """Whether somebody must leave before the person is talked about."""
        named = one.named.strip().casefold()
        if one.agencies & self.whom or one.worker in self.whom:
            return True
        if any(means(typed, one.name, one.called) for typed in self.not_discussed_with):
            return True
        return named in {n.casefold() for n in self.names}
