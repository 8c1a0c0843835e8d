"""The ledger of a period: every movement in the order of its day, and each fund at both ends."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from coordinator.domain.accountability import Period
from coordinator.domain.lists.measures import FundingSource, MoneyMove
from coordinator.domain.merging.unsettled import Unsettled
from coordinator.domain.money.views import LineRow
from coordinator.domain.states import BudgetStatus


class LedgerEvent(StrEnum):
    """What a line of the ledger tells, in the order of one day."""

    ASKED = "asked"
    AGREED = "agreed"
    PART_AGREED = "part_agreed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    SPENT = "spent"
    RETURNED = "returned"
    TAKEN_BACK = "taken_back"


_ORDER = tuple(LedgerEvent)
_PAID = {MoneyMove.SPENT: LedgerEvent.SPENT, MoneyMove.RETURNED: LedgerEvent.RETURNED}


@dataclass(frozen=True, slots=True)
class Amounts:
    """What was asked for, agreed, spent and given back, in pence."""

    asked: int = 0
    agreed: int = 0
    spent: int = 0
    returned: int = 0

    def __sub__(self, other: "Amounts") -> "Amounts":
        """Give what is left without some of it."""
        return Amounts(
            self.asked - other.asked,
            self.agreed - other.agreed,
            self.spent - other.spent,
            self.returned - other.returned,
        )

    @property
    def is_anything(self) -> bool:
        """Whether any of it is not nought."""
        return any((self.asked, self.agreed, self.spent, self.returned))


NO_AMOUNTS = Amounts()


@dataclass(frozen=True, slots=True)
class LedgerMove:
    """One line of the ledger of a period: by reference, without the name of whom it is for.

    Attributes:
        record: The request, or what went out or came back.
        reference: Of the person or the place plan it is for.
        by: Who asked, decided or noted it.
        amounts: What it counts for; nothing for what was refused, withdrawn or taken back.
        void: What an entry that was taken back had said.
        note: Why it was decided so, or taken back.
    """

    record: UUID
    on: date
    what: LedgerEvent
    reference: str
    funding: FundingSource
    own_funding: str
    purpose: str = field(repr=False)
    goal: str = field(repr=False, default="")
    by: str = ""
    amounts: Amounts = NO_AMOUNTS
    void: int = 0
    receipt: str = field(repr=False, default="")
    note: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True)
class FundFlow:
    """A fund over a period; of days nothing was given for, without what was left.

    Attributes:
        from_on, to_on: The days it was given for; nothing where nothing was given.
        opening: What was there as the period began and had not gone out; none where nothing was
            given.
        given: What was given in the period.
    """

    funding: FundingSource
    own_funding: str
    from_on: date | None
    to_on: date | None
    opening: int | None
    given: int
    spent: int
    returned: int

    @property
    def closing(self) -> int | None:
        """What is there as the period ends; none where nothing was given."""
        if self.opening is None:
            return None
        return self.opening + self.given - self.spent + self.returned


@dataclass(frozen=True, slots=True)
class Ledger:
    """The money of a period.

    Attributes:
        moves: Those the sitter may see, in order.
        whole: Of every request, also of those that are not shown.
        unsettled: Which of the moves say two things, by entry and field.
    """

    period: Period
    moves: tuple[LedgerMove, ...]
    whole: Amounts
    funds: tuple[FundFlow, ...]
    unsettled: tuple[Unsettled, ...] = ()

    @property
    def others(self) -> Amounts:
        """What stands behind requests they may not see: in the sums, and nowhere else."""
        return self.whole - sum_of(one.amounts for one in self.moves)


def sum_of(some: Iterable[Amounts]) -> Amounts:
    """Add amounts up."""
    found = tuple(some)
    return Amounts(
        sum(one.asked for one in found),
        sum(one.agreed for one in found),
        sum(one.spent for one in found),
        sum(one.returned for one in found),
    )


def in_order(moves: Iterable[LedgerMove]) -> tuple[LedgerMove, ...]:
    """Put moves in the order of their days, those of one request one after the other."""

    def place(one: LedgerMove) -> tuple[date, str, int, str]:
        return one.on, one.reference, _ORDER.index(one.what), one.purpose

    return tuple(sorted(moves, key=place))


def moves_of(row: LineRow, reference: str, period: Period) -> Iterator[LedgerMove]:
    """Tell what became of one request in a period, both days included."""
    for one in (_asked(row, reference), _decided(row, reference), *_paid(row, reference)):
        if one is not None and period.from_on <= one.on <= period.until_on:
            yield one


def _asked(row: LineRow, reference: str) -> LedgerMove:
    told = _move(row, reference, row.asked_on, LedgerEvent.ASKED)
    return replace(told, by=row.asked_by, amounts=Amounts(asked=row.asked_pence))


def _decided(row: LineRow, reference: str) -> LedgerMove | None:
    if row.decided_on is None:
        return None
    agreed = Amounts(agreed=row.standing.agreed)
    told = _move(row, reference, row.decided_on, _decision(row))
    return replace(told, by=row.decided_by, amounts=agreed, note=row.reason)


def _paid(row: LineRow, reference: str) -> Iterator[LedgerMove]:
    for one in row.entries:
        told = _move(row, reference, one.happened_on, _PAID[one.move])
        told = replace(told, record=one.id, by=one.recorded_by, receipt=one.receipt, note=one.note)
        if one.ended_on is not None:
            yield replace(told, what=LedgerEvent.TAKEN_BACK, void=one.pence, note=one.end_reason)
        elif one.move is MoneyMove.RETURNED:
            yield replace(told, amounts=Amounts(returned=one.pence))
        else:
            yield replace(told, amounts=Amounts(spent=one.pence))


def _move(row: LineRow, reference: str, on: date, what: LedgerEvent) -> LedgerMove:
    of = (row.funding, row.own_funding, row.purpose, row.goal)
    return LedgerMove(row.id, on, what, reference, *of)


def _decision(row: LineRow) -> LedgerEvent:
    if row.status is BudgetStatus.REFUSED:
        return LedgerEvent.REFUSED
    if row.status is BudgetStatus.WITHDRAWN:
        return LedgerEvent.WITHDRAWN
    is_part = row.standing.agreed < row.asked_pence
    return LedgerEvent.PART_AGREED if is_part else LedgerEvent.AGREED
