"""Place plans as they are read; people in them are counted and never named.

Who decides reads what was written. Everybody else, and every paper, reads it with each word
blotted that could be the name of somebody on file: a plan may be older than a person's entry.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from coordinator.casework.actions.lists import rows_of
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.casework.places.nameless import naming_nobody
from coordinator.db.models import (
    Action,
    ActionTie,
    Agency,
    PlaceGroup,
    PlaceMeasure,
    PlacePlan,
    PlacePriority,
    PlaceReading,
)
from coordinator.db.transaction import Reading
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.places.views import (
    PlaceActionRow,
    PlaceMeasureRow,
    PlacePlanPage,
    PlacePlanRow,
    PlacePriorityRow,
    PlaceReadingRow,
)
from coordinator.domain.roles import Right, may
from coordinator.domain.small_numbers import Told, told
from coordinator.domain.states import PlacePlanStatus

_ALL = tuple(PlacePlanStatus)


def find_place_plans(
    desk: Desk, *, statuses: Collection[PlacePlanStatus] = _ALL
) -> tuple[PlacePlanRow, ...]:
    """List the plans of some statuses, by place."""
    with desk.read(Right.SEE_COUNTS) as look:
        around = _around(desk, look, look.places.plans(statuses))
        rows = [_plan_row(plan, around) for plan in around.plans]
        return tuple(rows if reads_whole(desk) else _naming_nobody(desk, look, rows))


def find_place_plan(desk: Desk, plan_number: str) -> UUID:
    """Give the plan of a number.

    Raises:
        MissingRecordError: No such plan.
    """
    with desk.read(Right.SEE_COUNTS) as look:
        plan = look.places.numbered(plan_number)
        if plan is None:
            raise MissingRecordError(what="place_plan", key=plan_number)
        return plan.id


def read_place_plan(desk: Desk, plan_id: UUID, *, to_print: bool = False) -> PlacePlanPage:
    """Show one plan whole.

    Args:
        desk: Who reads.
        plan_id: Which.
        to_print: It goes on paper: blotted, and small numbers hidden, whoever asks.

    Raises:
        MissingRecordError: No such plan.
    """
    with desk.read(Right.SEE_COUNTS) as look:
        return _pages(desk, look, [look.get(PlacePlan, plan_id)], to_print=to_print)[0]


def read_place_register(desk: Desk) -> tuple[PlacePlanPage, ...]:
    """Read every plan as it may be printed, those that ended last."""
    with desk.read(Right.SEE_COUNTS) as look:
        plans = sorted(
            look.places.plans(_ALL), key=lambda one: one.status is PlacePlanStatus.ENDED
        )
        return _pages(desk, look, plans, to_print=True)


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around some plans, asked for once."""

    plans: Sequence[PlacePlan]
    priorities: Sequence[PlacePriority]
    actions: Sequence[tuple[ActionTie, Action]]
    groups: Mapping[UUID, PlaceGroup]
    people: Mapping[str, int]
    rows: Mapping[UUID, ActionRow]
    whole: bool

    def ties_of(self, priority: UUID) -> list[tuple[ActionTie, Action]]:
        """Give what is done about a priority, as far as the reader may see it."""
        return [one for one in self.actions if one[0].priority_id == priority]


def _around(
    desk: Desk, look: Reading, plans: Sequence[PlacePlan], *, to_print: bool = False
) -> _Around:
    priorities = look.places.priorities([one.id for one in plans])
    found = look.places.actions([one.id for one in priorities])
    sight = sight_of(desk, look, (action.person_id for _tie, action in found))
    seen = [pair for pair in found if sight.sees(pair[1].person_id, pair[1].sensitivity)]
    found_rows = rows_of(look, [action for _tie, action in seen], desk.today())
    rows = {row.id: replace(row, place="") for row in found_rows}  # they stand in their plan
    return _Around(
        plans=plans,
        priorities=priorities,
        actions=seen,
        groups=look.get_many(PlaceGroup, [one.group_id for one in plans if one.group_id]),
        people=look.places.people_at(),
        rows=rows,
        whole=may(desk.sitter.role, Right.SEE_RESTRICTED) and not to_print,
    )


def _pages(
    desk: Desk, look: Reading, plans: Sequence[PlacePlan], *, to_print: bool
) -> tuple[PlacePlanPage, ...]:
    around = _around(desk, look, plans, to_print=to_print)
    found = look.places.measures([one.id for one in plans])
    readings = look.places.readings([one.id for one in found])
    agencies = look.get_many(
        Agency, [one.owner_agency_id for one in around.priorities if one.owner_agency_id]
    )
    measures: dict[UUID, list[PlaceMeasureRow]] = {}
    for one in found:
        row = _measure_row(one, readings.get(one.id, ()))
        measures.setdefault(one.priority_id or one.plan_id, []).append(row)
    pages = tuple(
        PlacePlanPage(
            _plan_row(plan, around),
            tuple(
                _priority_row(one, around, agencies, measures.get(one.id, ()))
                for one in around.priorities
                if one.plan_id == plan.id
            ),
            tuple(measures.get(plan.id, ())),
        )
        for plan in plans
    )
    if reads_whole(desk) and not to_print:
        return pages
    left = [page.plan.no_names for page in pages]
    kept = [replace(page, plan=replace(page.plan, no_names=())) for page in pages]
    return tuple(naming_nobody(desk, look, kept, left))


def _plan_row(plan: PlacePlan, around: _Around) -> PlacePlanRow:
    mine = [one for one in around.priorities if one.plan_id == plan.id]
    rows = [around.rows[action.id] for one in mine for _tie, action in around.ties_of(one.id)]
    group = around.groups.get(plan.group_id) if plan.group_id else None
    return PlacePlanRow(
        id=plan.id,
        revision=plan.revision,
        number=plan.number,
        place=plan.place,
        title=plan.title,
        group_id=plan.group_id,
        group=group.name if group else "",
        from_on=plan.from_on,
        to_on=plan.to_on,
        summary=plan.summary,
        status=plan.status,
        agreed_on=plan.agreed_on,
        ended_on=plan.ended_on,
        end_reason=plan.end_reason,
        priorities=sum(one.ended_on is None for one in mine),
        open_actions=sum(row.is_open for row in rows),
        overdue=sum(row.is_overdue for row in rows),
        people=_people(plan.place, around),
        no_names=tuple(plan.no_names),
    )


def _people(place: str, around: _Around) -> Told:
    count = around.people.get(place.strip().casefold(), 0)
    return count if around.whole else told(count)


def _priority_row(
    one: PlacePriority,
    around: _Around,
    agencies: Mapping[UUID, Agency],
    measures: Iterable[PlaceMeasureRow],
) -> PlacePriorityRow:
    agency = agencies.get(one.owner_agency_id) if one.owner_agency_id else None
    return PlacePriorityRow(
        id=one.id,
        revision=one.revision,
        rank=one.rank,
        title=one.title,
        why=one.why,
        owner_agency_id=one.owner_agency_id,
        owner_agency=agency.name if agency else "",
        ended_on=one.ended_on,
        end_reason=one.end_reason,
        actions=tuple(
            PlaceActionRow(around.rows[action.id], tie.measure)
            for tie, action in around.ties_of(one.id)
        ),
        measures=tuple(measures),
    )


def _measure_row(one: PlaceMeasure, readings: Iterable[PlaceReading]) -> PlaceMeasureRow:
    return PlaceMeasureRow(
        id=one.id,
        revision=one.revision,
        priority_id=one.priority_id,
        title=one.title,
        unit=one.unit,
        baseline=one.baseline,
        baseline_on=one.baseline_on,
        target=one.target,
        target_on=one.target_on,
        source=one.source,
        caveat=one.caveat,
        ended_on=one.ended_on,
        end_reason=one.end_reason,
        readings=tuple(
            PlaceReadingRow(read.id, read.read_on, read.value, read.source) for read in readings
        ),
    )


def _naming_nobody(desk: Desk, look: Reading, rows: list[PlacePlanRow]) -> list[PlacePlanRow]:
    kept = [replace(row, no_names=()) for row in rows]
    return naming_nobody(desk, look, kept, [row.no_names for row in rows])


def reads_whole(desk: Desk) -> bool:
    """Whether the sitter reads what was written, with no word blotted."""
    return may(desk.sitter.role, Right.DECIDE)
