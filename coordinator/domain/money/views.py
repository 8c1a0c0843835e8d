"""What is shown of money: one request with its ledger, somebody's, and the whole panel's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.lists.measures import FundingSource, MoneyMove
from coordinator.domain.long_over import is_long_over
from coordinator.domain.money.ledger import Position, Standing
from coordinator.domain.money.rules import GRANTED, Fund, fund_of
from coordinator.domain.need_to_know.sharing import ListedName
from coordinator.domain.states import BudgetStatus, Sensitivity


@dataclass(frozen=True, slots=True)
class EntryRow:
    """Money that went out or came back; `ended_on` when it was taken back as wrong."""

    id: UUID
    revision: int
    move: MoneyMove
    pence: int
    happened_on: date
    recorded_by: str
    receipt: str = field(repr=False, default="")
    note: str = field(repr=False, default="")
    ended_on: date | None = None
    end_reason: str = field(repr=False, default="")

    @property
    def lacks_receipt(self) -> bool:
        """Whether money went out and nobody said where its receipt is."""
        is_spent = self.move is MoneyMove.SPENT and self.ended_on is None
        return is_spent and not self.receipt.strip()


@dataclass(frozen=True, slots=True)
class LineRow:
    """One request and what became of it."""

    id: UUID
    revision: int
    person: UUID | None
    purpose: str = field(repr=False)
    goal_id: UUID | None
    goal: str = field(repr=False)
    funding: FundingSource
    own_funding: str
    asked_on: date
    asked_by_id: UUID
    asked_by: str
    asked_pence: int
    status: BudgetStatus
    decided_on: date | None
    decided_by: str
    reason: str = field(repr=False)
    meeting: str
    standing: Standing
    entries: tuple[EntryRow, ...]
    sensitivity: Sensitivity = Sensitivity.STANDARD

    @property
    def fund(self) -> Fund:
        """Whose money it is."""
        return fund_of(self.funding, self.own_funding)

    @property
    def may_be_spent(self) -> bool:
        """Whether money may go out on it."""
        return self.status in GRANTED

    @property
    def is_waiting(self) -> bool:
        """Whether nothing was said to it yet."""
        return self.status is BudgetStatus.ASKED

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done: to be decided, spent or settled."""
        return self.is_waiting or self.may_be_spent

    def is_long_over(self, today: date) -> bool:
        """Whether all of it happened more than a year ago, and nothing is still to be done."""
        days = (self.decided_on or self.asked_on, *(one.happened_on for one in self.entries))
        return not self.is_open and is_long_over(max(days), today)

    @property
    def without_receipt(self) -> int:
        """How many of its payments have no receipt named."""
        return sum(one.lacks_receipt for one in self.entries)


@dataclass(frozen=True, slots=True)
class GoalChoice:
    """A goal money can be tied to."""

    id: UUID
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PersonMoney:
    """One person's money.

    Attributes:
        is_on: Whether the panel uses budgets; what is on file is shown all the same.
        goals: What a request can be tied to.
        positions: Of the funds, on this day; for whoever decides.
        chairs: Who can decide.
        has_died: Nothing is asked or decided any more; what is open is brought to its end.
    """

    person: UUID
    today: date
    is_on: bool
    may_ask: bool
    may_decide: bool
    lines: tuple[LineRow, ...]
    goals: tuple[GoalChoice, ...] = ()
    positions: Mapping[Fund, Position] = field(default_factory=dict)
    chairs: tuple[tuple[UUID, str], ...] = ()
    may_restrict: bool = False
    has_died: bool = False

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to show or to do."""
        return self.is_on or bool(self.lines)

    @property
    def balance(self) -> int:
        """What is left of all that was agreed and is not settled."""
        return sum(one.standing.balance for one in self.lines if one.may_be_spent)


@dataclass(frozen=True, slots=True)
class MoneyHere:
    """What a meeting has to say about one person's money.

    Attributes:
        waiting: Nothing was said to these yet, the one that has waited longest first.
        decided: Decided at this meeting, and nothing went out on them.
        positions: Of the funds, on this day.
        chairs: Who can decide.
    """

    waiting: tuple[LineRow, ...] = ()
    decided: tuple[LineRow, ...] = ()
    positions: Mapping[Fund, Position] = field(default_factory=dict)
    chairs: tuple[tuple[UUID, str], ...] = ()

    @property
    def lines(self) -> tuple[LineRow, ...]:
        """All that can be decided here, or decided anew."""
        return (*self.waiting, *self.decided)


NO_MONEY = MoneyHere()


@dataclass(frozen=True, slots=True)
class ListedLine:
    """A request in the panel's list, by reference; the name as a list may hold it.

    Attributes:
        has_died: Nothing is decided any more; what is open is brought to its end.
    """

    line: LineRow
    reference: str
    name: ListedName | None
    has_died: bool = False


@dataclass(frozen=True, slots=True)
class AllocationRow:
    """What the panel was given from one fund for a period, and what is left of it."""

    id: UUID
    revision: int
    funding: FundingSource
    own_funding: str
    from_on: date
    to_on: date
    pence: int
    source: str
    note: str
    position: Position
    ended_on: date | None = None
    end_reason: str = ""

    def is_long_over(self, today: date) -> bool:
        """Whether its last day is more than a year ago: nothing is settled from it any more."""
        return is_long_over(self.to_on, today)


@dataclass(frozen=True, slots=True)
class FundPosition:
    """What is asked and agreed of a fund on days nobody was given anything for."""

    funding: FundingSource
    own_funding: str
    position: Position


@dataclass(frozen=True, slots=True)
class PanelMoney:
    """The panel's money: what was given, what is asked, what is left."""

    today: date
    is_on: bool
    may_decide: bool
    may_allocate: bool
    lines: tuple[ListedLine, ...]
    allocations: tuple[AllocationRow, ...]
    ended: tuple[AllocationRow, ...]
    unallocated: tuple[FundPosition, ...]
    positions: Mapping[Fund, Position] = field(default_factory=dict)
    chairs: tuple[tuple[UUID, str], ...] = ()

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to show or to do."""
        return self.is_on or bool(self.lines or self.allocations or self.ended)

    @property
    def waiting(self) -> tuple[ListedLine, ...]:
        """What nothing was said to yet, the one that has waited longest first."""
        found = [one for one in self.lines if one.line.is_waiting]
        return tuple(sorted(found, key=lambda one: (one.line.asked_on, one.reference)))

    @property
    def overspent(self) -> tuple[ListedLine, ...]:
        """Where more went out than was agreed."""
        return tuple(one for one in self.lines if one.line.standing.is_overspent)


@dataclass(frozen=True, slots=True)
class PeopleSum:
    """A sum, and whom it is about; of a place plan's money nobody.

    A sum about one to four people is as telling as the count of them: nobody prints it where they
    would not print the count, nor beside a total from which it can be worked out.
    """

    pence: int = 0
    whom: frozenset[UUID] = field(default=frozenset(), repr=False)

    @property
    def people(self) -> int:
        """How many people it is about."""
        return len(self.whom)


@dataclass(frozen=True, slots=True)
class Sums:
    """The money of a period."""

    asked: PeopleSum = PeopleSum()
    agreed: PeopleSum = PeopleSum()
    spent: PeopleSum = PeopleSum()
    returned: PeopleSum = PeopleSum()
    open_now: PeopleSum = PeopleSum()

    @property
    def is_anything(self) -> bool:
        """Whether there is any of it."""
        every = (self.asked, self.agreed, self.spent, self.returned, self.open_now)
        return any(one != PeopleSum() for one in every)


@dataclass(frozen=True, slots=True)
class SourceFigures:
    """The money of one source in a period."""

    funding: FundingSource
    sums: Sums


@dataclass(frozen=True, slots=True)
class MoneyFigures:
    """The money of a period, for reports that name nobody.

    Asked counts on the day of asking, agreed on that of the decision, spent and given back on
    theirs. `open_now` is what is left of what is agreed and not settled as this is read, whatever
    the period: it is not known what it was on an earlier day. `helped` counts the people for whom
    money went out in the period.

    Everything in it is exact. Whoever prints it hides each sum of which `PeopleSum.people` is
    below five, and further ones until none can be worked out from a total.
    """

    first: date
    last: date
    sources: tuple[SourceFigures, ...]
    total: Sums
    helped: int
