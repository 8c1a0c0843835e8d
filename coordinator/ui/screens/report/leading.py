"""To which list a figure of the report leads; no Qt."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.accountability import Period
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.cases.caseload import CaseloadFilter
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.reports import (
    CameAndWent,
    Deed,
    EscalationCount,
    FigureTable,
    GapCount,
)
from coordinator.domain.reports.figures import Key
from coordinator.domain.states import CasePhase, CaseStatus
from coordinator.ui.places.every import (
    ActionsPlace,
    GapsPlace,
    PeoplePlace,
    Place,
    ReferralsPlace,
    StuckPlace,
    StuckShown,
)

_T = FigureTable
_CLOSED = CaseloadFilter(statuses=frozenset({CaseStatus.CLOSED}))
_LISTS: Mapping[Key, Place] = {
    (_T.CAME_AND_WENT, CameAndWent.AFTER.value): PeoplePlace(),
    (_T.CAME_AND_WENT, CameAndWent.CLOSED.value): PeoplePlace(_CLOSED),
    **{(_T.GAPS, one.value): GapsPlace(closed_too=one is GapCount.CLOSED) for one in GapCount},
    (_T.ESCALATIONS, EscalationCount.WAITING.value): StuckPlace(shown=StuckShown.ESCALATIONS),
    (_T.ESCALATIONS, EscalationCount.OVERDUE.value): StuckPlace(
        shown=StuckShown.ESCALATIONS, overdue=True
    ),
}
_STILL_OPEN = (Deed.PAST, Deed.STILL_OPEN)


def list_behind(
    table: FigureTable, line: StrEnum, period: Period, *, ends_today: bool
) -> Place | None:
    """Give the list a line counts, as it stands today; nothing where there is none.

    Args:
        table: Which table.
        line: Which line of it.
        period: The days the figures are of.
        ends_today: The period goes on to this day: else a list of those who are there now is not
            what was counted.
    """
    if table is FigureTable.DEEDS:
        wanted = ActionFilter(
            due_from=period.from_on, due_until=period.until_on, open_only=line in _STILL_OPEN
        )
        return ActionsPlace(wanted)
    return _of_now(table, line) if ends_today else None


def _of_now(table: FigureTable, line: StrEnum) -> Place | None:
    match table, line:
        case FigureTable.PHASES, CasePhase():
            return PeoplePlace(CaseloadFilter(phases=frozenset({line})))
        case FigureTable.BARRIERS, BarrierCategory():
            return StuckPlace(category=line)
        case (FigureTable.CLOSED, _):
            return PeoplePlace(_CLOSED)
        case (FigureTable.REFERRALS, _):
            return ReferralsPlace()
        case _:
            return _LISTS.get((table, line.value))
