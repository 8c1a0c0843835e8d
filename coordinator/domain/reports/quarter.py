"""The quarterly report: what the panel did in a period and how things stand at its end."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.accountability import Accountability, Period
from coordinator.domain.lists.reports import CameAndWent, ComplexityBand, FigureTable, ReportPart
from coordinator.domain.reports.figures import Counts, Key, tell
from coordinator.domain.reports.parts import PartTable
from coordinator.domain.small_numbers import Told
from coordinator.domain.telling_together import Sum

_T, _C = FigureTable, CameAndWent
_FEW, _SEVERAL = 2, 4

CASELOAD_SUM: Sum[Key] = Sum(
    (_T.CAME_AND_WENT, _C.AFTER.value),
    tuple((_T.CAME_AND_WENT, one.value) for one in (_C.BEFORE, _C.NEW, _C.AGAIN)),
    ((_T.CAME_AND_WENT, _C.CLOSED.value),),
)

PART_OF: Mapping[FigureTable, ReportPart] = {
    _T.REFERRALS: ReportPart.CASELOAD,
    _T.CAME_AND_WENT: ReportPart.CASELOAD,
    _T.CLOSED: ReportPart.CASELOAD,
    _T.PHASES: ReportPart.CASELOAD,
    _T.COMPLEXITY: ReportPart.NEEDS,
    _T.DEEDS: ReportPart.ACTIONS,
    _T.BARRIERS: ReportPart.STUCK,
    _T.GAPS: ReportPart.STUCK,
    _T.ESCALATIONS: ReportPart.ESCALATIONS,
    _T.ANSWERS: ReportPart.ESCALATIONS,
}


@dataclass(frozen=True, slots=True)
class Said:
    """What was said beside the figures of a part, and the revision it stands at."""

    id: UUID
    revision: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class QuarterReport:
    """The figures of a period, as those who work with the whole panel may see them.

    Attributes:
        tables: In the order they are read.
        agencies: Attendance and actions by agency, which name nobody.
        answered_in: Days from sending to answer of what was answered, the middle one; nothing
            when nothing was.
        notes: What somebody said beside the figures of a part.
        said_for: The days words were written for lately, the last first.
        joined: Tables of other rooms, as they may leave the panel.
    """

    period: Period
    made_on: date
    tables: tuple[Counts, ...]
    agencies: Accountability
    answered_in: int | None = None
    notes: Mapping[ReportPart, Said] = field(default_factory=dict)
    said_for: tuple[Period, ...] = ()
    joined: Mapping[ReportPart, tuple[PartTable, ...]] = field(default_factory=dict)

    def said(self, part: ReportPart) -> str:
        """Give what was said beside the figures of a part; nothing where nobody said anything."""
        note = self.notes.get(part)
        return note.text if note else ""

    def told(self) -> Mapping[Key, Told]:
        """Give every count as it may leave the panel."""
        return tell(self.tables, (CASELOAD_SUM,))


def band_of(areas: int | None) -> ComplexityBand:
    """Say how complex somebody's needs are by the number of areas at some or high, where known."""
    if areas is None:
        return ComplexityBand.NOT_ASKED
    if not areas:
        return ComplexityBand.NONE
    if areas <= _FEW:
        return ComplexityBand.FEW
    return ComplexityBand.SEVERAL if areas <= _SEVERAL else ComplexityBand.MANY
