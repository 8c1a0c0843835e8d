"""What is stuck, as its screen shows it: barriers, and what was asked about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from uuid import UUID

from coordinator.domain.actions.barriers import SETTLED_BARRIERS, BarrierRow
from coordinator.domain.escalations.views import EscalationBoard, EscalationRow
from coordinator.domain.need_to_know.sharing import ListedName
from coordinator.domain.panel.settings import LadderLevel
from coordinator.domain.people.contacts import SinceSeen
from coordinator.domain.states import BarrierStatus


class Standing(Enum):
    """Which barriers a list shows: those that stand, or what became of the others."""

    OPEN = "open"
    SETTLED = "settled"
    RESOLVED = "resolved"
    ACCEPTED = "accepted"
    GAP = "gap"

    @property
    def statuses(self) -> frozenset[BarrierStatus]:
        """The statuses of settled barriers it shows; none for those that stand."""
        if self is Standing.SETTLED:
            return SETTLED_BARRIERS
        return frozenset(one for one in SETTLED_BARRIERS if one.value == self.value)


@dataclass(frozen=True, slots=True)
class FedGap:
    """The gap a barrier became, or is counted to."""

    id: UUID
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class StuckRow:
    """One barrier with the person it is about, and what is asked about it now.

    Attributes:
        name: Nothing for a barrier of the panel itself.
        escalation: The one that is open; nothing while nobody was asked.
        gap: What it became, of one that is settled so.
    """

    barrier: BarrierRow
    reference: str
    name: ListedName | None = field(repr=False)
    escalation: EscalationRow | None = None
    gap: FedGap | None = None

    @property
    def id(self) -> UUID:
        """Of the barrier."""
        return self.barrier.id

    @property
    def is_overdue(self) -> bool:
        """Whether an answer about it should have come by now."""
        return self.escalation is not None and self.escalation.is_overdue


@dataclass(frozen=True, slots=True)
class StuckPage:
    """Everything that is stuck and the sitter may see.

    Attributes:
        barriers: Accepted risks to look at again, then what stands, the longest first; of
            settled ones, the latest first.
        standing: Which barriers these are.
        has_more: There are more settled ones than a list holds.
        board: Escalations by level; what presses comes first in each.
        seen: When each person it is about was last seen.
        mine: Barriers the sitter works on, escalations they raised or are to answer.
        may_raise, may_run: What the sitter's role lets them do.
    """

    barriers: tuple[StuckRow, ...]
    board: EscalationBoard
    mine: frozenset[UUID]
    today: date
    may_raise: bool
    may_run: bool
    seen: Mapping[UUID, SinceSeen] = field(default_factory=dict)
    standing: Standing = Standing.OPEN
    has_more: bool = False

    @property
    def escalations(self) -> tuple[EscalationRow, ...]:
        """All that are open: what is overdue first, the longest first; drafts last."""
        rows = [row for column in self.board.columns for row in column.rows]
        return tuple(sorted(rows, key=_pressing))


@dataclass(frozen=True, slots=True)
class PersonStuck:
    """What is stuck about one person.

    Attributes:
        barriers: Open ones, the longest standing first, each with what is asked about it.
        besides: Open escalations about no open barrier: a disagreement, safeguarding.
    """

    barriers: tuple[StuckRow, ...] = ()
    besides: tuple[EscalationRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """What raising an escalation is chosen from.

    Attributes:
        people: Professionals in post, each with what they are called in a list.
        contacts: Who answers for an agency, by its name.
        until: For each level, the day to answer by if it is raised today.
        chairs: Who may decide as the chair, the one at the desk first.
        asked_before: The highest level that was asked about the barrier that is meant.
    """

    ladder: tuple[LadderLevel, ...]
    people: tuple[tuple[UUID, str], ...]
    contacts: tuple[tuple[str, UUID], ...]
    until: Mapping[int | None, date]
    chairs: tuple[tuple[UUID, str], ...]
    today: date
    asked_before: int | None = None


def _pressing(row: EscalationRow) -> tuple[bool, date, str]:
    return row.sent_on is None, row.respond_by or date.max, row.number
