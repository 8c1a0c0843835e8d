"""What is left of each fund: what was given, held against everything asked, agreed and paid."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.db.models import BudgetAllocation
from coordinator.db.transaction import Reading
from coordinator.domain.money.ledger import (
    Entry,
    Line,
    Position,
    Standing,
    day_of,
    fund_of_line,
    position_of,
    standing_of,
)
from coordinator.domain.money.rules import Fund, fund_of
from coordinator.domain.money.views import AllocationRow, FundPosition


@dataclass(frozen=True, slots=True)
class Funds:
    """Every fund as it stands: for each allocation, and for days nothing was given for."""

    given: tuple[AllocationRow, ...]
    ended: tuple[AllocationRow, ...]
    not_given: tuple[FundPosition, ...]

    def on(self, day: date) -> Mapping[Fund, Position]:
        """Give what is left of each fund for the period a day lies in."""
        found = {fund_of(one.funding, one.own_funding): one.position for one in self.not_given}
        for one in self.given:
            if one.from_on <= day <= one.to_on:
                found[fund_of(one.funding, one.own_funding)] = one.position
        return found


def funds_of(look: Reading) -> Funds:
    """Hold what was given against every request, whoever it is about: of sums only."""
    lines, entries = look.money.ledger()
    every: dict[UUID, list[Entry]] = defaultdict(list)
    for entry in entries:
        every[entry.line_id].append(entry)
    standings = {one.id: standing_of(one, every[one.id]) for one in lines}
    allocations = look.money.allocations()
    parted = lines_by_fund(allocations, lines)
    return Funds(
        tuple(_row(one, some, standings) for one, some in parted if one is not None),
        tuple(_row(one, [], standings) for one in allocations if one.ended_on is not None),
        tuple(_not_given(some, standings) for one, some in parted if one is None),
    )


def lines_by_fund(
    allocations: Iterable[BudgetAllocation], lines: Iterable[Line]
) -> list[tuple[BudgetAllocation | None, list[Line]]]:
    """Part requests by the allocation they fall to; those without one follow, by fund."""
    standing = [one for one in allocations if one.ended_on is None]
    falls: dict[UUID | Fund, list[Line]] = defaultdict(list)
    for one in lines:
        falls[_falls_to(one, standing)].append(one)
    others = (some for key, some in falls.items() if not isinstance(key, UUID))
    given = ((one, falls.get(one.id, [])) for one in standing)
    return [*given, *((None, some) for some in others)]


def positions_on(desk: Desk, look: Reading) -> Mapping[Fund, Position]:
    """Give what is left of each fund on this day."""
    return funds_of(look).on(desk.today())


def _falls_to(line: Line, standing: list[BudgetAllocation]) -> UUID | Fund:
    fund, day = fund_of_line(line), day_of(line)
    for one in standing:
        if fund_of(one.funding, one.own_funding) == fund and one.from_on <= day <= one.to_on:
            return one.id
    return fund


def _row(
    one: BudgetAllocation, lines: list[Line], standings: Mapping[UUID, Standing]
) -> AllocationRow:
    return AllocationRow(
        one.id,
        one.revision,
        one.funding,
        one.own_funding,
        one.from_on,
        one.to_on,
        one.pence,
        one.source,
        one.note,
        position_of(one.pence, lines, standings),
        one.ended_on,
        one.end_reason,
    )


def _not_given(lines: list[Line], standings: Mapping[UUID, Standing]) -> FundPosition:
    first = lines[0]
    return FundPosition(first.funding, first.own_funding, position_of(None, lines, standings))
