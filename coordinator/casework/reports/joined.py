"""Where other rooms join the report, each with what it counts of a period.

A room that counts people gives `Counts`: they are told together with all the others, so that none
of them gives another away. A room whose figures are of another kind gives tables as they may leave
the panel, and has hidden in them itself what is small.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from uuid import UUID

from coordinator.casework.demand.reading import read_panel_demand
from coordinator.casework.desk import Desk
from coordinator.casework.learning.figures import read_learning_figures
from coordinator.casework.money.figures import figures_of
from coordinator.db.repositories.reports import NeedFound
from coordinator.db.transaction import Reading
from coordinator.domain.accountability import Period
from coordinator.domain.demand.views import PanelDemand, Wanted
from coordinator.domain.lists.reports import (
    CameAndWent,
    ComplexityBand,
    FigureTable,
    ReportPart,
)
from coordinator.domain.needs.rules import complexity_of, standing
from coordinator.domain.reports.figures import Counts
from coordinator.domain.reports.parts import PartTable
from coordinator.domain.reports.quarter import band_of
from coordinator.wording import joined_reports as words

_Counting = Callable[[Reading, Period, Collection[UUID]], Iterator[Counts]]
_Telling = Callable[[Desk, Reading, Period, Collection[UUID]], Iterator[PartTable]]


def _needs(look: Reading, period: Period, hidden: Collection[UUID]) -> Iterator[Counts]:
    """Count the people on the caseload at the end by how many areas of need they have."""
    people = look.reports.people_on(period.until_on, hidden)
    found: dict[UUID, list[NeedFound]] = {}
    for one in look.reports.needs_of(people):
        found.setdefault(one.person_id, []).append(one)
    bands = Counter(_band(found.get(person, []), period) for person in people)
    lines = tuple((band, bands[band]) for band in ComplexityBand if bands[band])
    after = (FigureTable.CAME_AND_WENT, CameAndWent.AFTER.value)
    yield Counts(FigureTable.COMPLEXITY, lines, makes=after)


def _band(found: Collection[NeedFound], period: Period) -> ComplexityBand:
    stands = standing(found, period.until_on).values()
    counted = complexity_of(one.severity for one in stands)
    if counted is None or counted.not_known == counted.asked:
        return band_of(None)
    return band_of(counted.present)


def _demand(
    desk: Desk, _look: Reading, _period: Period, _hidden: Collection[UUID]
) -> Iterator[PartTable]:
    """Tell before and after of everybody on the caseload, or of the one programme that is known.

    Never of both: one taken from the other would tell of those who are in one alone.
    """
    everybody = read_panel_demand(desk)
    of_each = (
        read_panel_demand(desk, wanted=Wanted(programme=one.id)) for one in everybody.programmes
    )
    found = everybody if _known(everybody) else max(of_each, key=_known, default=everybody)
    if _known(found):
        yield words.demand_table(found)


def _known(found: PanelDemand) -> int:
    """Count the people known before and after, of the measure that is known best."""
    return max((one.totals.people for one in found.measures), default=0)


def _money(
    _desk: Desk, look: Reading, period: Period, _hidden: Collection[UUID]
) -> Iterator[PartTable]:
    found = figures_of(look, period.from_on, period.until_on)
    if found.total.is_anything:
        yield words.money_table(found)


def _learning(
    desk: Desk, _look: Reading, period: Period, _hidden: Collection[UUID]
) -> Iterator[PartTable]:
    yield from words.learning_tables(read_learning_figures(desk, period))


COUNTED: tuple[_Counting, ...] = (_needs,)
"""Rooms that count people."""

TOLD: Mapping[ReportPart, _Telling] = {
    ReportPart.DEMAND: _demand,
    ReportPart.MONEY: _money,
    ReportPart.LEARNING: _learning,
}
"""Rooms that tell a part of their own."""


def joined_counts(look: Reading, period: Period, hidden: Collection[UUID]) -> Iterator[Counts]:
    """Give what the other rooms count of people."""
    for count in COUNTED:
        yield from count(look, period, hidden)


def joined_parts(
    desk: Desk, look: Reading, period: Period, hidden: Collection[UUID]
) -> Mapping[ReportPart, tuple[PartTable, ...]]:
    """Give what the other rooms tell of their own; a room without anything is left out."""
    told = {part: tuple(tell(desk, look, period, hidden)) for part, tell in TOLD.items()}
    return {part: tables for part, tables in told.items() if tables}
