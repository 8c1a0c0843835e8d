"""Where other rooms join the report, each with what it counts of a period.

A room that counts people gives `Counts`: they are told together with all the others, so that none
of them gives another away. A room whose figures are of another kind gives tables as they may leave
the panel, and has hidden in them itself what is small.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.db.transaction import Reading
from coordinator.domain.accountability import Period
from coordinator.domain.lists.reports import ReportPart
from coordinator.domain.reports.figures import Counts
from coordinator.domain.reports.parts import PartTable

_Counting = Callable[[Reading, Period, Collection[UUID]], Iterator[Counts]]
_Telling = Callable[[Desk, Reading, Period, Collection[UUID]], Iterator[PartTable]]

COUNTED: tuple[_Counting, ...] = ()
"""Rooms that count people: needs (`FigureTable.COMPLEXITY`, by `complexity_of`, of the people
`look.reports.people_on(period.until_on, hidden)`; it makes `CAME_AND_WENT` *after*)."""

TOLD: Mapping[ReportPart, _Telling] = {}
"""Rooms that tell a part of their own: demand, money, learning."""


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
