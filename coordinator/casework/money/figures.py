"""The money of a period, summed up for reports that name nobody."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.db.models import BudgetEntry, BudgetLine
from coordinator.db.transaction import Reading
from coordinator.domain.lists.measures import FundingSource, MoneyMove
from coordinator.domain.money.ledger import standing_of
from coordinator.domain.money.rules import GRANTED
from coordinator.domain.money.views import MoneyFigures, PeopleSum, SourceFigures, Sums
from coordinator.domain.roles import Right
from coordinator.domain.states import BudgetStatus

_WAS_AGREED = GRANTED | {BudgetStatus.SETTLED}


def read_money_figures(desk: Desk, first: date, last: date) -> MoneyFigures:
    """Sum up the money of a period, both days included.

    Raises:
        NotPermittedError: The role does not see the panel's figures.
    """
    with desk.count(Right.SEE_FIGURES) as look:
        return figures_of(look, first, last)


def figures_of(look: Reading, first: date, last: date) -> MoneyFigures:
    """Sum up the same as part of a larger count."""
    lines = look.money.lines()
    entries: dict[UUID, list[BudgetEntry]] = defaultdict(list)
    for one in look.money.every_entry():
        if one.ended_on is None:
            entries[one.line_id].append(one)
    period = _Period(first, last, entries)
    by_source: dict[FundingSource, list[BudgetLine]] = defaultdict(list)
    for line in lines:
        by_source[line.funding].append(line)
    summed = ((source, period.summed(by_source[source])) for source in FundingSource)
    told = tuple(SourceFigures(source, sums) for source, sums in summed if sums.is_anything)
    helped = {
        line.person_id
        for line in lines
        if line.person_id and any(period.moves(line, MoneyMove.SPENT))
    }
    return MoneyFigures(first, last, told, period.summed(lines), len(helped))


@dataclass(frozen=True, slots=True)
class _Period:
    first: date
    last: date
    entries: dict[UUID, list[BudgetEntry]]

    def summed(self, lines: Sequence[BudgetLine]) -> Sums:
        return Sums(
            _sum(lines, self.asked),
            _sum(lines, self.agreed),
            _sum(lines, lambda one: self.moves(one, MoneyMove.SPENT)),
            _sum(lines, lambda one: self.moves(one, MoneyMove.RETURNED)),
            _sum(lines, self.left),
        )

    def asked(self, line: BudgetLine) -> Iterable[int]:
        return [line.asked_pence] if self._holds(line.asked_on) else []

    def agreed(self, line: BudgetLine) -> Iterable[int]:
        counts = line.status in _WAS_AGREED and self._holds(line.decided_on)
        return [line.agreed_pence or 0] if counts else []

    def moves(self, line: BudgetLine, move: MoneyMove) -> list[int]:
        found = self.entries.get(line.id, ())
        return [one.pence for one in found if one.move is move and self._holds(one.happened_on)]

    def left(self, line: BudgetLine) -> Iterable[int]:
        if line.status not in GRANTED:
            return []
        return [standing_of(line, self.entries.get(line.id, ())).balance]

    def _holds(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last


def _sum(lines: Iterable[BudgetLine], of: Callable[[BudgetLine], Iterable[int]]) -> PeopleSum:
    parts = [(pence, line.person_id) for line in lines for pence in of(line)]
    whom = frozenset(person for _pence, person in parts if person is not None)
    return PeopleSum(sum(pence for pence, _person in parts), whom)
