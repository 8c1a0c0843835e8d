"""The arithmetic of the ledger: what is left of what was agreed, and of what the panel was given.

A sum never depends on the order in which its entries came, nor on how often one of them did: an
entry that stands in two copies of a store is one entry.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from coordinator.domain.lists.measures import FundingSource, MoneyMove
from coordinator.domain.money.rules import GRANTED, Fund, fund_of
from coordinator.domain.states import BudgetStatus


class Entry(Protocol):
    """Money that went out or came back, as far as sums need it."""

    id: UUID
    line_id: UUID
    move: MoneyMove
    pence: int
    happened_on: date
    ended_on: date | None


class Line(Protocol):
    """A request, as far as sums need it."""

    id: UUID
    funding: FundingSource
    own_funding: str
    asked_on: date
    asked_pence: int
    status: BudgetStatus
    decided_on: date | None
    agreed_pence: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one request stands, in pence.

    Attributes:
        agreed: What was agreed; nought as long as nothing is, or when it was refused.
        is_over: Settled or withdrawn: what is left of it is free again.
    """

    agreed: int = 0
    spent: int = 0
    returned: int = 0
    is_over: bool = False

    @property
    def net(self) -> int:
        """What is out: spent less given back."""
        return self.spent - self.returned

    @property
    def balance(self) -> int:
        """What is left of what was agreed; below nought when more went out."""
        return self.agreed - self.net

    @property
    def is_overspent(self) -> bool:
        """Whether more went out than was agreed."""
        return self.balance < 0

    @property
    def bound(self) -> int:
        """What the panel cannot agree again: all that was agreed, or what went out instead."""
        return self.net if self.is_over else max(self.agreed, self.net)


def standing_of(line: Line, entries: Iterable[Entry]) -> Standing:
    """Sum one request up.

    Args:
        line: Which.
        entries: Any, of any line; those taken back count no more.
    """
    sums = dict.fromkeys(MoneyMove, 0)
    for one in {one.id: one for one in entries}.values():
        if one.line_id == line.id and one.ended_on is None:
            sums[one.move] += one.pence
    was_agreed = line.status in GRANTED or line.status is BudgetStatus.SETTLED
    return Standing(
        agreed=(line.agreed_pence or 0) if was_agreed else 0,
        spent=sums[MoneyMove.SPENT],
        returned=sums[MoneyMove.RETURNED],
        is_over=line.status not in GRANTED,
    )


@dataclass(frozen=True, slots=True)
class Position:
    """How much of a fund is still there, in pence.

    Attributes:
        allocated: What the panel was given; none where nothing was said about this fund.
        bound: What is agreed and not settled, and what went out.
        net: What went out less what came back.
        waiting: What is asked for and not decided.
    """

    allocated: int | None
    bound: int = 0
    net: int = 0
    waiting: int = 0

    @property
    def free(self) -> int | None:
        """What may still be agreed; below nought when more was; none where nothing was given."""
        return None if self.allocated is None else self.allocated - self.bound

    @property
    def left(self) -> int | None:
        """What has not gone out yet; none where nothing was given."""
        return None if self.allocated is None else self.allocated - self.net


def day_of(line: Line) -> date:
    """Give the day that says in which period a request counts: of its decision, or its asking."""
    return line.decided_on or line.asked_on


def position_of(
    allocated: int | None, lines: Iterable[Line], standings: Mapping[UUID, Standing]
) -> Position:
    """Sum up requests against what was given.

    Args:
        allocated: What was given for them.
        lines: Each once.
        standings: Of these.
    """
    found = list(lines)
    return Position(
        allocated,
        bound=sum(standings[one.id].bound for one in found),
        net=sum(standings[one.id].net for one in found),
        waiting=sum(one.asked_pence for one in found if one.status is BudgetStatus.ASKED),
    )


def fund_of_line(line: Line) -> Fund:
    """Say whose money a request asks for."""
    return fund_of(line.funding, line.own_funding)
