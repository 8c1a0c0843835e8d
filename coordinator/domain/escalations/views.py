"""Escalations as lists, the board and one page of their own show them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from coordinator.domain.escalations.clock import Clock
from coordinator.domain.lists.barriers import (
    BarrierCategory,
    EscalationOutcome,
    EscalationTrack,
)
from coordinator.domain.lists.escalations import EscalationEffect, EscalationStep
from coordinator.domain.panel.settings import LadderLevel
from coordinator.domain.people.rules import PersonName
from coordinator.domain.states import BarrierStatus, EscalationStatus, Sensitivity


@dataclass(frozen=True, slots=True)
class EscalationFilter:
    """Which escalations a list shows; what is empty does not narrow it.

    Attributes:
        open_only: Leave out what is closed.
    """

    open_only: bool = True
    person_id: UUID | None = None
    barrier_id: UUID | None = None
    track: EscalationTrack | None = None
    meeting_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class StuckBarrier:
    """The barrier an escalation is about, as its row and page name it.

    Attributes:
        own_category: The panel's own word for it, instead of `category`'s.
        action: The number of the action it stops; empty when it stops none.
    """

    id: UUID
    revision: int
    category: BarrierCategory
    own_category: str
    status: BarrierStatus
    agency: str
    since: date
    action_id: UUID | None
    action: str
    description: str = field(repr=False)
    tried: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class EscalationRow:
    """One escalation with everything its line in a list or on the board says.

    Attributes:
        level: Of the ladder; nothing off the barrier track.
        reference: The person's; empty for one about nobody in particular.
        name: For the windows of the panel alone; papers go by `names_shown`.
        barrier: Nothing for a disagreement or safeguarding raised without one.
        receiver_left: The receiver, known to the directory, is no longer in post.
        clock: Days left, or overdue.
        next_level: Proposed once the answer is overdue; never stored, never taken by itself.
        is_top: Its level has none above: what stays unanswered there may be a gap.
        reopened: How often it was opened again.
    """

    id: UUID
    revision: int
    number: str
    track: EscalationTrack
    level: int | None
    status: EscalationStatus
    person_id: UUID | None
    reference: str
    name: PersonName | None = field(repr=False)
    barrier: StuckBarrier | None
    receiver_id: UUID | None
    receiver: str
    receiver_role: str
    receiver_left: bool
    ask: str = field(repr=False)
    raised_on: date
    raised_by: str
    sent_on: date | None
    respond_by: date | None
    clock: Clock
    next_level: LadderLevel | None
    is_top: bool
    answered_on: date | None
    outcome: EscalationOutcome | None
    closed_on: date | None
    previous_id: UUID | None
    meeting_id: UUID | None
    names_shown: bool
    reopened: int
    sensitivity: Sensitivity
    answer: str = field(default="", repr=False)
    conditions: str = field(default="", repr=False)
    answered_by: str = ""

    @property
    def is_overdue(self) -> bool:
        """Whether somebody should have answered by now."""
        return self.clock.is_overdue

    @property
    def bypasses_ladder(self) -> bool:
        """Whether it goes past every level at once."""
        return self.track is EscalationTrack.SAFEGUARDING


@dataclass(frozen=True, slots=True)
class ThreadEntry:
    """One line of the thread: what was done or said, on which day, and who wrote it down."""

    id: UUID
    step: EscalationStep
    on: date
    recorded_at: datetime
    by: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class EscalationLink:
    """An earlier or later escalation of the same chain."""

    id: UUID
    number: str
    level: int | None
    receiver: str
    status: EscalationStatus
    outcome: EscalationOutcome | None


@dataclass(frozen=True, slots=True)
class EscalationStory:
    """One escalation whole.

    Attributes:
        row: As the list has it.
        respond_by_usual: The day its level gives from today, for the form that sends it.
        answered_by: As they are called there.
        effect_action: The number of the action its answer added or changed.
        thread: First to last.
        chain: The earlier ones it goes on from, then those that go on from it.
        possible_level: The level above, overdue or not; nothing at the top or off the ladder.
        ladder: All levels as the panel has them, to choose another while it is a draft.
        names_reason: Why the chair lets the name be written in its papers.
        kept_from_receiver: The rule by which whoever was asked must not be told about the person
            any more; empty while they may be.
    """

    row: EscalationRow
    authority: str = field(repr=False)
    options: tuple[str, ...] = field(repr=False)
    recommendation: str = field(repr=False)
    agency_position: str = field(repr=False)
    impact: str = field(repr=False)
    risk_if_nothing: str = field(repr=False)
    respond_by_usual: date
    acknowledged_on: date | None
    answered_by: str
    answer: str = field(repr=False)
    conditions: str = field(repr=False)
    effect_kind: EscalationEffect | None
    effect: str = field(repr=False)
    effect_action: str
    names_reason: str = field(repr=False)
    meeting: str
    thread: tuple[ThreadEntry, ...]
    chain: tuple[EscalationLink, ...]
    possible_level: LadderLevel | None
    ladder: tuple[LadderLevel, ...]
    kept_from_receiver: str = ""


@dataclass(frozen=True, slots=True)
class AskedLine:
    """An escalation in a line or two, on an agenda: what was asked, and what came back."""

    id: UUID
    number: str
    track: EscalationTrack
    level: int | None
    status: EscalationStatus
    receiver: str
    receiver_role: str
    ask: str = field(repr=False)
    sent_on: date | None
    respond_by: date | None
    outcome: EscalationOutcome | None
    answer: str = field(repr=False)
    conditions: str = field(repr=False)
    answered_by: str
    answered_on: date | None


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """One column of the board: a level of the ladder, or a track that has none.

    Attributes:
        level: As the panel has it; nothing for the other tracks, and for a level it gave up,
            which `number` still says.
        rows: Overdue ones first, the longest first, then by the day to answer; drafts last.
    """

    track: EscalationTrack
    number: int | None
    level: LadderLevel | None
    rows: tuple[EscalationRow, ...]

    @property
    def overdue(self) -> int:
        """How many of them should have been answered by now."""
        return sum(row.is_overdue for row in self.rows)


@dataclass(frozen=True, slots=True)
class EscalationBoard:
    """What is open, by level; then what goes past the ladder.

    Attributes:
        columns: Every level of the ladder, empty ones too, then disagreements, then safeguarding.
    """

    columns: tuple[BoardColumn, ...]

    @property
    def open(self) -> int:
        """How many are open in all."""
        return sum(len(column.rows) for column in self.columns)


@dataclass(frozen=True, slots=True)
class Awaited:
    """What the first screen counts: answers to take to the panel, answers that are overdue.

    Attributes:
        drafts: Raised and not sent yet.
    """

    answered: int = 0
    overdue: int = 0
    drafts: int = 0


NOTHING_AWAITED = Awaited()


@dataclass(frozen=True, slots=True)
class Drafted:
    """What raising or changing a draft gives.

    Attributes:
        moved_from: The day chosen, when offices are closed then and it was moved on.
        bypasses_ladder: It is about safeguarding: no level holds it up.
    """

    id: UUID
    number: str
    revision: int
    respond_by: date | None
    moved_from: date | None = None
    bypasses_ladder: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """What sending gives; as `Drafted`, with the day it counts as sent."""

    revision: int
    sent_on: date
    respond_by: date
    moved_from: date | None = None
    bypasses_ladder: bool = False
