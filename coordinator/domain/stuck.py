"""What is stuck, as its screen shows it: barriers, and what was asked about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.barriers import BarrierRow
from coordinator.domain.escalation_views import EscalationBoard, EscalationRow
from coordinator.domain.panel_settings import LadderLevel
from coordinator.domain.sharing import ListedName


@dataclass(frozen=True, slots=True)
class StuckRow:
    """One open barrier with the person it is about, and what is asked about it now.

    Attributes:
        name: Nothing for a barrier of the panel itself.
        escalation: The one that is open; nothing while nobody was asked.
    """

    barrier: BarrierRow
    reference: str
    name: ListedName | None = field(repr=False)
    escalation: EscalationRow | None = None

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
        barriers: The longest standing first.
        board: Escalations by level; what presses comes first in each.
        mine: Barriers the sitter works on, escalations they raised or are to answer.
        may_raise, may_run: What the sitter's role lets them do.
    """

    barriers: tuple[StuckRow, ...]
    board: EscalationBoard
    mine: frozenset[UUID]
    today: date
    may_raise: bool
    may_run: bool

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
