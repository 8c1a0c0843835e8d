"""What is shown of demand: the counts of one person, and sums of a panel."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.demand.cohorts import LeftOut, Totals
from coordinator.domain.demand.windows import USUAL_MONTHS, Edges, Pair, Span, Start
from coordinator.domain.lists.measures import Completeness, DemandMeasure, MeasureMethod
from coordinator.domain.need_to_know.sharing import ListedName
from coordinator.domain.states import Sensitivity


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which windows are asked for, and whose.

    Attributes:
        closed_too: People whose case was closed as well; else those under way.
        programme: Only those who have or had a place in it; their windows lie around the day
            they joined it, not around their plan.
        measures: Only these; every one that was ever counted when nothing is said.
    """

    months: int = USUAL_MONTHS
    edges: Edges = Edges.WHOLE_MONTHS
    closed_too: bool = False
    programme: UUID | None = None
    measures: tuple[DemandMeasure, ...] = ()


@dataclass(frozen=True, slots=True)
class CountRow:
    """One count of one person.

    Attributes:
        agency: The name of the agency that counted; empty when none did.
        is_part: Not of the whole period: said so, or its source looked before it was over.
    """

    id: UUID
    revision: int
    person_id: UUID
    measure: DemandMeasure
    span: Span
    count: int | None
    agency_id: UUID | None
    agency: str
    source: str = field(repr=False)
    as_at: date
    completeness: Completeness
    is_part: bool
    method: MeasureMethod
    note: str = field(repr=False)
    sensitivity: Sensitivity
    ended_on: date | None = None
    end_reason: str = field(repr=False, default="")


def newest_counts(rows: Iterable[CountRow]) -> tuple[CountRow, ...]:
    """Give of each measure and source the count whose period ended last, in a fixed order."""
    newest: dict[tuple[DemandMeasure, str, str], CountRow] = {}
    for one in rows:
        key = (one.measure, one.agency, one.source)
        stood = newest.get(key)
        if stood is None or _age(one) > _age(stood):
            newest[key] = one
    order = {measure: place for place, measure in enumerate(DemandMeasure)}
    return tuple(sorted(newest.values(), key=lambda one: (order[one.measure], one.agency)))


def _age(one: CountRow) -> tuple[date, date, date]:
    return one.span.last, one.span.first, one.as_at


@dataclass(frozen=True, slots=True)
class CostRow:
    """What one of a measure is said to cost; indicative, never money that can be saved."""

    id: UUID
    revision: int
    measure: DemandMeasure
    pence: int
    price_year: str
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class PublicFigure:
    """A figure somebody published, of a person and not of one event: nothing is made of it."""

    pence: int
    what: str
    source: str
    year: str


@dataclass(frozen=True, slots=True)
class CostPage:
    """Unit costs as they stand, and published figures to read beside them."""

    costs: tuple[CostRow, ...]
    public: tuple[PublicFigure, ...]
    may_change: bool


@dataclass(frozen=True, slots=True)
class MeasurePair:
    """Before and after, of one measure of one person."""

    measure: DemandMeasure
    pair: Pair


@dataclass(frozen=True, slots=True)
class PersonDemand:
    """What is known of how often one person needed services.

    Attributes:
        counts: Those that stand, by measure, the newest period first; `ended` those taken back.
        start: Around which day; none where nobody opened a case.
        pairs: Of the measures that were ever counted.
    """

    person: UUID
    today: date
    may_change: bool
    counts: tuple[CountRow, ...]
    ended: tuple[CountRow, ...]
    start: Start | None
    months: int
    edges: Edges
    pairs: tuple[MeasurePair, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeName:
    """A programme whose people can be looked at apart from the others."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class CohortPerson:
    """One person of a sum, with what is known of each measure that was ever counted."""

    person: UUID
    reference: str
    name: ListedName
    start: Start | None
    died_on: date | None
    pairs: Mapping[DemandMeasure, Pair]


@dataclass(frozen=True, slots=True)
class MeasureTotals:
    """The sums of one measure, with what one of it is said to cost where somebody said so."""

    measure: DemandMeasure
    totals: Totals
    cost: CostRow | None

    @property
    def pence_before(self) -> int | None:
        """What those counted before are said to have cost."""
        return self.cost.pence * self.totals.before if self.cost else None

    @property
    def pence_after(self) -> int | None:
        """What those counted after are said to have cost."""
        return self.cost.pence * self.totals.after if self.cost else None


@dataclass(frozen=True, slots=True)
class PanelDemand:
    """Before and after for everybody on the caseload, as far as the sitter may see them.

    Attributes:
        programmes: Those that can be asked for.
    """

    today: date
    wanted: Wanted
    programmes: tuple[ProgrammeName, ...]
    people: tuple[CohortPerson, ...]
    measures: tuple[MeasureTotals, ...]

    def left_out(self, measure: DemandMeasure) -> tuple[tuple[LeftOut, int], ...]:
        """Say who is not in the sums of a measure, and why."""
        found = next((one for one in self.measures if one.measure is measure), None)
        return found.totals.left_out if found else ()
