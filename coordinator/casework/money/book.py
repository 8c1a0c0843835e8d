"""The ledger of a period, as the sitter may see it, in sums that hold for everybody's money."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.money.figures import figures_of
from coordinator.casework.money.positions import lines_by_fund
from coordinator.casework.money.reading import rows_of
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.db.models import BudgetAllocation, BudgetLine, Person, PlacePlan
from coordinator.db.transaction import Reading
from coordinator.domain.accountability import Period, check_period, quarter_to
from coordinator.domain.lists.measures import MoneyMove
from coordinator.domain.money.book import (
    Amounts,
    FundFlow,
    Ledger,
    LedgerMove,
    in_order,
    moves_of,
)
from coordinator.domain.money.ledger import Entry, Line
from coordinator.domain.roles import Right


def read_ledger(desk: Desk, period: Period | None = None) -> Ledger:
    """Tell every movement of a period, and each fund at both its ends.

    A request about somebody the sitter may not know of, or one that is held back, is in the sums
    alone: a balance without it would be wrong.

    Args:
        desk: Who asks.
        period: Both days included; a rolling quarter when nothing.

    Raises:
        NotPermittedError: The role does not see the panel's figures.
        InvalidFieldsError: `until_on`: see `check_period`.
    """
    period = period or quarter_to(desk.today())
    check_period(period, desk.today())
    with desk.count(Right.SEE_FIGURES) as look:
        total = figures_of(look, period.from_on, period.until_on).total
        whole = Amounts(
            total.asked.pence, total.agreed.pence, total.spent.pence, total.returned.pence
        )
        funds = tuple(_flows(look, period))
    with desk.read() as look:
        return Ledger(period, in_order(_moves(desk, look, period)), whole, funds)


def _moves(desk: Desk, look: Reading, period: Period) -> Iterator[LedgerMove]:
    found = look.money.in_figures(period.from_on, period.until_on)
    rows = rows_of(look, sight_of(desk, look, [one.person_id for one in found]), found)
    called = _called(look, found)
    for row in rows:
        yield from moves_of(row, called.get(row.id, ""), period)


def _called(look: Reading, found: Sequence[BudgetLine]) -> Mapping[UUID, str]:
    """Give the reference of whom each request is for: somebody, or a place plan."""
    people = look.get_many(Person, [one.person_id for one in found if one.person_id])
    plans = look.get_many(PlacePlan, [one.place_plan_id for one in found if one.place_plan_id])
    called = {key: one.reference for key, one in people.items()}
    called |= {key: one.number for key, one in plans.items()}
    return {one.id: called.get(one.person_id or one.place_plan_id or one.id, "") for one in found}


def _flows(look: Reading, period: Period) -> Iterator[FundFlow]:
    """Tell each fund that was there in a period, or from which money moved in it."""
    requests, moves = look.money.ledger()
    entries: dict[UUID, list[Entry]] = defaultdict(list)
    for one in moves:
        if one.ended_on is None and one.happened_on <= period.until_on:
            entries[one.line_id].append(one)
    for given, lines in lines_by_fund(look.money.allocations(), requests):
        paid = [one for line in lines for one in entries[line.id]]
        if any(one.happened_on >= period.from_on for one in paid) or _is_there(given, period):
            yield _flow(given, lines, paid, period)


def _is_there(given: BudgetAllocation | None, period: Period) -> bool:
    return given is not None and given.from_on <= period.until_on and given.to_on >= period.from_on


def _flow(
    given: BudgetAllocation | None,
    lines: Sequence[Line],
    paid: Sequence[Entry],
    period: Period,
) -> FundFlow:
    since = [one for one in paid if one.happened_on >= period.from_on]
    flow = FundFlow(
        funding=(given or lines[0]).funding,
        own_funding=(given or lines[0]).own_funding,
        from_on=None,
        to_on=None,
        opening=None,
        given=0,
        spent=_sum(since, MoneyMove.SPENT),
        returned=_sum(since, MoneyMove.RETURNED),
    )
    if given is None:
        return flow
    before = [one for one in paid if one.happened_on < period.from_on]
    was_there = given.from_on < period.from_on
    out = _sum(before, MoneyMove.SPENT) - _sum(before, MoneyMove.RETURNED)
    return replace(
        flow,
        from_on=given.from_on,
        to_on=given.to_on,
        opening=(given.pence if was_there else 0) - out,
        given=0 if was_there else given.pence,
    )


def _sum(entries: Iterable[Entry], move: MoneyMove) -> int:
    return sum(one.pence for one in entries if one.move is move)
