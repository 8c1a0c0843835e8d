"""Actions as lists, agendas and the tracker show them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.actions.rules import STILL_OPEN, DueState
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.plans import SAFETY_KINDS, ActionKind, ActionPriority
from coordinator.domain.merging.unsettled import Unsettled
from coordinator.domain.people.contacts import SinceSeen
from coordinator.domain.people.rules import PersonName
from coordinator.domain.states import ActionStatus, BarrierStatus, Sensitivity

MEETINGS_BORNE = 2
"""Overdue over more meetings than this, an action prompts the chair (domain rule)."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Who does it, and the agency by the name it had when it was agreed.

    Attributes:
        needs_owner: The owner has left, was never named or must not be told; `contact_point` of
            the agency, when there is one, looks after it until somebody is.
    """

    id: UUID | None
    name: str
    agency_id: UUID | None
    agency: str
    needs_owner: bool = False
    contact_point: str = ""

    @property
    def asked(self) -> str:
        """Whom a text for the agency names: nobody who must not be told; nothing for nobody."""
        return self.contact_point if self.needs_owner else self.name


@dataclass(frozen=True, slots=True)
class ActionUpdate:
    """What was last reported."""

    on: date
    by: str
    status: ActionStatus
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ActionBarrier:
    """What stopped it, as far as it has been said."""

    id: UUID
    category: BarrierCategory
    status: BarrierStatus
    has_details: bool
    description: str = field(default="", repr=False)
    revision: int = 0
    own: str = ""


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action with everything its line in the tracker says.

    Attributes:
        reference: The person's; empty for an action of the panel itself.
        late: Working days past the due date while it is open, else 0.
        moved: How often the due date was changed.
        carried: Meetings since it was set at which it stood open.
        to_accept: Passed on to its owner, who has not accepted it yet.
        continues: The number of the action it goes on from.
        meetings_late: Meetings since its due date at which it stood open.
        seen: When the person was last seen; only lists on a screen ask for it.
        unsettled: What of it says two things until somebody settles it.
        place: The place plan it belongs to, in words that name nobody: its number and its place.
    """

    id: UUID
    revision: int
    number: str
    set_on: date
    person_id: UUID | None
    reference: str
    name: PersonName | None = field(repr=False)
    text: str = field(repr=False)
    kind: ActionKind
    priority: ActionPriority
    sensitivity: Sensitivity
    owner: Owner
    coworkers: tuple[str, ...]
    due_on: date
    original_due_on: date
    due: DueState
    late: int
    status: ActionStatus
    closed_on: date | None
    done_on: date | None
    outcome_note: str = field(repr=False)
    waiting_on: str
    waiting_since: date | None
    barrier_category: BarrierCategory | None
    barrier: ActionBarrier | None
    last: ActionUpdate | None
    moved: int
    carried: int
    goal_id: UUID | None
    goal: str = field(repr=False)
    meeting_id: UUID | None
    case_id: UUID | None
    to_accept: bool
    continues: str
    meetings_late: int = 0
    seen: SinceSeen | None = None
    unsettled: tuple[Unsettled, ...] = field(default=(), hash=False)
    place: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it comes back on the next agenda."""
        return self.status in STILL_OPEN

    @property
    def is_safety(self) -> bool:
        """Whether somebody's safety hangs on it."""
        return self.kind in SAFETY_KINDS

    @property
    def is_overdue(self) -> bool:
        """Whether at least one working day has passed since its date."""
        return self.is_open and self.due is DueState.OVERDUE

    @property
    def is_for_chair(self) -> bool:
        """Whether the chair is prompted: overdue and about safety, or over several meetings."""
        return self.is_overdue and (self.is_safety or self.meetings_late > MEETINGS_BORNE)


@dataclass(frozen=True, slots=True)
class ActionMoved:
    """One change of the due date."""

    on: date
    by: str
    from_on: date
    to_on: date
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ActionStory:
    """One action with all its reports and moves, first to last."""

    row: ActionRow
    updates: tuple[ActionUpdate, ...]
    moves: tuple[ActionMoved, ...]


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page of actions ended: the next page begins after it."""

    due_on: date
    id: UUID


@dataclass(frozen=True, slots=True)
class ActionPage:
    """Some actions in order of their due date; `after` is nothing at the end of the list."""

    rows: tuple[ActionRow, ...]
    after: Cursor | None


@dataclass(frozen=True, slots=True)
class TrackerFilter:
    """What a tracker is narrowed to, besides the agency its copy is for; empty is all of it."""

    owner_id: UUID | None = None
    person_id: UUID | None = None
    overdue: bool = False
    of_places: bool = False

    def fits(self, row: ActionRow) -> bool:
        """Whether an action stands in it."""
        return (
            self.owner_id in {None, row.owner.id}
            and self.person_id in {None, row.person_id}
            and (not self.overdue or row.is_overdue)
            and (not self.of_places or bool(row.place))
        )


@dataclass(frozen=True, slots=True)
class ActionFilter:
    """Which actions a list shows; what is empty does not narrow it."""

    owner_id: UUID | None = None
    agency_id: UUID | None = None
    person_id: UUID | None = None
    goal_id: UUID | None = None
    due_from: date | None = None
    due_until: date | None = None
    open_only: bool = True
    case_id: UUID | None = None
    action_id: UUID | None = None

    def of_tracker(self, today: date | None) -> TrackerFilter:
        """Give what the tracker of the same actions is narrowed to."""
        past = self.due_until is not None and today is not None and self.due_until < today
        return TrackerFilter(self.owner_id, self.person_id, overdue=past)


@dataclass(frozen=True, slots=True)
class Totals:
    """The strip over the tracker. What nobody could help (barriers, refusals) is no lateness."""

    open: int = 0
    overdue: int = 0
    on_time: int = 0
    done_late: int = 0
    not_done: int = 0
    could_not: int = 0

    @property
    def on_time_percent(self) -> int | None:
        """Done by the date agreed, of what its agency did or left undone; nothing when none."""
        return _percent(self.on_time, self.on_time + self.done_late + self.not_done)

    @property
    def could_not_percent(self) -> int | None:
        """Stopped by a barrier, of what came to an outcome that is not neutral."""
        judged = self.on_time + self.done_late + self.not_done + self.could_not
        return _percent(self.could_not, judged)


def _percent(part: int, whole: int) -> int | None:
    return (200 * part + whole) // (2 * whole) if whole else None


def totals(rows: Iterable[ActionRow]) -> Totals:
    """Count the rows of a tracker."""
    counts = dict.fromkeys(("open", "overdue", "on_time", "done_late", "not_done", "could_not"), 0)
    for row in rows:
        for name in _counted_as(row):
            counts[name] += 1
    return Totals(**counts)


def _counted_as(row: ActionRow) -> tuple[str, ...]:
    if row.is_open:
        return ("open", "overdue") if row.is_overdue else ("open",)
    if row.status is ActionStatus.DONE:
        return ("on_time",) if row.done_on and row.done_on <= row.due_on else ("done_late",)
    if row.status in {ActionStatus.NOT_DONE, ActionStatus.COULD_NOT}:
        return (row.status.value,)
    return ()


@dataclass(frozen=True, slots=True)
class Tracker:
    """Every open action and those closed lately, of the whole panel or one agency."""

    rows: tuple[ActionRow, ...]
    totals: Totals
    closed_since: date
    agency: str = ""
