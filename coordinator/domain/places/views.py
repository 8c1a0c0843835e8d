"""Place plans and groups as they are shown; people are counted in them and never named."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.lists.places import GroupKind
from coordinator.domain.small_numbers import Told
from coordinator.domain.states import PlacePlanStatus


@dataclass(frozen=True, slots=True)
class PlacePlanRow:
    """One plan of the list.

    Attributes:
        group: Whose plan it is; empty when it belongs to no group on file.
        people: On the caseload and tagged with the place; small numbers are hidden from readers
            who do not work with the whole panel, and on every paper.
        no_names: Words in it that are somebody's name on file, and nobody's here.
    """

    id: UUID
    revision: int
    number: str
    place: str = field(repr=False)
    title: str = field(repr=False)
    group_id: UUID | None
    group: str = field(repr=False)
    from_on: date
    to_on: date
    summary: str = field(repr=False)
    status: PlacePlanStatus
    agreed_on: date | None
    ended_on: date | None
    end_reason: str = field(repr=False)
    priorities: int
    open_actions: int
    overdue: int
    people: Told
    no_names: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class PlaceReadingRow:
    """What a measure stood at on one day."""

    id: UUID
    read_on: date
    value: str = field(repr=False)
    source: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PlaceMeasureRow:
    """A measure with its readings, the first first; `caveat` goes wherever a figure of it goes."""

    id: UUID
    revision: int
    priority_id: UUID | None
    title: str = field(repr=False)
    unit: str
    baseline: str = field(repr=False)
    baseline_on: date | None
    target: str = field(repr=False)
    target_on: date | None
    source: str = field(repr=False)
    caveat: str = field(repr=False)
    ended_on: date | None
    end_reason: str = field(repr=False)
    readings: tuple[PlaceReadingRow, ...]

    @property
    def latest(self) -> PlaceReadingRow | None:
        """The newest reading."""
        return self.readings[-1] if self.readings else None


@dataclass(frozen=True, slots=True)
class PlaceActionRow:
    """An action of a priority, and by what it is told to be done."""

    row: ActionRow
    measure: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PlacePriorityRow:
    """A priority with what is done about it and by what it is told to work."""

    id: UUID
    revision: int
    rank: int
    title: str = field(repr=False)
    why: str = field(repr=False)
    owner_agency_id: UUID | None
    owner_agency: str
    ended_on: date | None
    end_reason: str = field(repr=False)
    actions: tuple[PlaceActionRow, ...]
    measures: tuple[PlaceMeasureRow, ...]


@dataclass(frozen=True, slots=True)
class PlacePlanPage:
    """One plan, whole; `measures` are those of the plan and of no priority."""

    plan: PlacePlanRow
    priorities: tuple[PlacePriorityRow, ...]
    measures: tuple[PlaceMeasureRow, ...]


@dataclass(frozen=True, slots=True)
class PlanDue:
    """A place plan at a meeting about places, with what of it is due by then."""

    id: UUID
    number: str
    place: str = field(repr=False)
    title: str = field(repr=False)
    status: PlacePlanStatus
    actions: tuple[ActionRow, ...]


@dataclass(frozen=True, slots=True)
class GroupSeatRow:
    """A seat of a group; nobody holds one that is vacant since a day."""

    id: UUID
    revision: int
    name: str
    agency: str
    holder_id: UUID | None
    holder: str = field(repr=False)
    vacant_since: date | None


@dataclass(frozen=True, slots=True)
class PlaceGroupRow:
    """A group with the seats that stand.

    Attributes:
        is_over: Its last day has passed and nobody has said that it ended.
    """

    id: UUID
    revision: int
    name: str = field(repr=False)
    kind: GroupKind
    place: str = field(repr=False)
    under_id: UUID | None
    under: str = field(repr=False)
    task: str = field(repr=False)
    until_on: date | None
    ended_on: date | None
    end_reason: str = field(repr=False)
    seats: tuple[GroupSeatRow, ...]
    is_over: bool

    @property
    def vacant(self) -> int:
        """How many seats nobody holds."""
        return sum(seat.vacant_since is not None for seat in self.seats)
