"""How often services were needed: by one person, and summed up over everybody the sitter sees."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from coordinator.casework.demand.costing import costs_of
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import listed_names, shown_person
from coordinator.casework.need_to_know.sight import Sight, sight_of, sight_of_one
from coordinator.db.models import Agency, DemandCount, Person
from coordinator.db.repositories.demand import CountOf
from coordinator.db.transaction import Reading
from coordinator.domain.demand.cohorts import totals_of
from coordinator.domain.demand.rules import source_of
from coordinator.domain.demand.views import (
    CohortPerson,
    CountRow,
    MeasurePair,
    MeasureTotals,
    PanelDemand,
    PersonDemand,
    ProgrammeName,
    Wanted,
)
from coordinator.domain.demand.windows import (
    Around,
    Counted,
    Pair,
    Span,
    Start,
    StartedBy,
    check_months,
    pair_around,
    start_of,
)
from coordinator.domain.lists.measures import DemandMeasure
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.roles import Right, may
from coordinator.domain.states import CaseStatus

_UNDER_WAY = (CaseStatus.OPEN, CaseStatus.PAUSED)
CountLike = DemandCount | CountOf
"""A count on file, or as much of it as windows are made of."""


def read_demand(
    desk: Desk, person_id: UUID, *, wanted: Wanted | None = None, reader: Reader | None = None
) -> PersonDemand:
    """Show how often one person needed services, and what that says before and after.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read(reader=reader) as look:
        person = shown_person(desk, look, person_id)
        return demand_of(desk, look, person, wanted=wanted, reader=reader)


def demand_of(
    desk: Desk,
    look: Reading,
    person: Person,
    *,
    wanted: Wanted | None = None,
    reader: Reader | None = None,
) -> PersonDemand:
    """Show the same as part of a larger read."""
    asked, sight = wanted or Wanted(), sight_of_one(desk, look, person.id, reader)
    found = _shown(look, sight, [person.id])
    start = _starts(look, [person.id]).get(person.id)
    pairs = _pairs(desk, asked, start, person, [one for one in found if one.ended_on is None])
    rows = _rows(look, found)
    return PersonDemand(
        person.id,
        desk.today(),
        may(desk.sitter.role, Right.EDIT_PEOPLE) and person.died_on is None,
        tuple(row for row in rows if row.ended_on is None),
        tuple(row for row in rows if row.ended_on is not None),
        start,
        asked.months,
        asked.edges,
        tuple(MeasurePair(one, pairs[one]) for one in DemandMeasure if one in pairs),
    )


def read_panel_demand(
    desk: Desk, *, wanted: Wanted | None = None, reader: Reader | None = None
) -> PanelDemand:
    """Sum up before and after over everybody on the caseload whom the sitter may see.

    Args:
        desk: Where and by whom.
        wanted: Which windows, and whose.
        reader: For whom a paper is made, besides the sitter.

    Raises:
        InvalidFieldsError: There is no window of so many months.
    """
    asked = wanted or Wanted()
    with desk.read(reader=reader) as look:
        check_months(asked.months)
        starts = _cohort_starts(look, asked)
        sight = sight_of(desk, look, starts, reader)
        seen = look.get_many(Person, [one for one in starts if sight.sees(one)])
        people = _cohort(desk, look, sight, (seen, starts), asked)
        costs = costs_of(look)
        programmes = tuple(ProgrammeName(one.id, one.name) for one in look.learning.programmes())
    counted = {measure for one in people for measure in one.pairs} | set(asked.measures)
    unknown = {one.person: _unknown(one, desk, asked) for one in people}
    measures = tuple(
        MeasureTotals(
            measure,
            totals_of(one.pairs.get(measure, unknown[one.person]) for one in people),
            costs.get(measure),
        )
        for measure in DemandMeasure
        if measure in counted and (not asked.measures or measure in asked.measures)
    )
    return PanelDemand(desk.today(), asked, programmes, people, measures)


def _cohort_starts(look: Reading, asked: Wanted) -> dict[UUID, Start | None]:
    """Give whose windows are asked for, and around which day they lie."""
    if asked.programme is not None:
        joined = look.learning.joined(asked.programme)
        return {key: Start(on, StartedBy.JOINED) for key, on in joined.items()}
    listed = look.demand.on_caseload(tuple(CaseStatus) if asked.closed_too else _UNDER_WAY)
    found = _starts(look, listed)
    return {key: found.get(key) for key in listed}


def _cohort(
    desk: Desk,
    look: Reading,
    sight: Sight,
    whose: tuple[Mapping[UUID, Person], Mapping[UUID, Start | None]],
    asked: Wanted,
) -> tuple[CohortPerson, ...]:
    seen, starts = whose
    counts: dict[UUID, list[CountOf]] = defaultdict(list)
    for one in look.demand.counted_of(list(seen)):
        if sight.sees(one.person_id, one.sensitivity):
            counts[one.person_id].append(one)
    names = listed_names(look, seen.values())
    in_order = sorted(seen.values(), key=lambda person: person.reference)
    return tuple(
        CohortPerson(
            one.id,
            one.reference,
            names[one.id],
            starts.get(one.id),
            one.died_on,
            _pairs(desk, asked, starts.get(one.id), one, counts[one.id]),
        )
        for one in in_order
    )


def _unknown(one: CohortPerson, desk: Desk, asked: Wanted) -> Pair | None:
    """Give somebody's pair of a measure of which nothing was counted: nobody knows either side."""
    if one.start is None:
        return None
    around = Around(one.start.on, asked.months, asked.edges, desk.today(), one.died_on)
    return pair_around((), around)


def _shown(look: Reading, sight: Sight, people: Iterable[UUID]) -> list[DemandCount]:
    found = look.demand.counts_of(list(people))
    return [one for one in found if sight.sees(one.person_id, one.sensitivity)]


def _starts(look: Reading, people: Iterable[UUID]) -> dict[UUID, Start]:
    found = look.demand.begun(list(people))
    starts = {key: start_of(one.first_agreed, one.opened_on) for key, one in found.items()}
    return {key: start for key, start in starts.items() if start is not None}


def _pairs(
    desk: Desk, asked: Wanted, start: Start | None, person: Person, counts: Sequence[CountLike]
) -> dict[DemandMeasure, Pair]:
    if start is None:
        return {}
    around = Around(start.on, asked.months, asked.edges, desk.today(), person.died_on)
    by_measure: dict[DemandMeasure, list[Counted]] = defaultdict(list)
    for one in counts:
        by_measure[one.measure].append(_counted(one))
    return {measure: pair_around(some, around) for measure, some in by_measure.items()}


def _counted(one: CountLike) -> Counted:
    return Counted(
        one.id,
        Span(one.from_on, one.to_on),
        one.count,
        source_of(one.agency_id, one.source),
        one.method,
        one.completeness,
        one.as_at,
    )


def _rows(look: Reading, found: Sequence[DemandCount]) -> list[CountRow]:
    agencies = look.get_many(Agency, [one.agency_id for one in found if one.agency_id])
    names = {key: one.name for key, one in agencies.items()}
    return [_row(one, names.get(one.agency_id, "") if one.agency_id else "") for one in found]


def _row(one: DemandCount, agency: str) -> CountRow:
    return CountRow(
        one.id,
        one.revision,
        one.person_id,
        one.measure,
        Span(one.from_on, one.to_on),
        one.count,
        one.agency_id,
        agency,
        one.source,
        one.as_at,
        one.completeness,
        one.count is not None and not _counted(one).is_full,
        one.method,
        one.note,
        one.sensitivity,
        one.ended_on,
        one.end_reason,
    )
