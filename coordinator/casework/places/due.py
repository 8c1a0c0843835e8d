"""Place plans at a meeting about places: each that stands, with what of it is due by then."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from uuid import UUID

from coordinator.casework.actions.lists import rows_of
from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agenda_facts import actions_due
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.casework.places.nameless import naming_nobody
from coordinator.casework.places.reading import reads_whole
from coordinator.db.models import Meeting, PlacePlan
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.meetings.kinds import kind_of
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.places.views import PlanDue
from coordinator.domain.states import PlacePlanStatus

_STANDING = (PlacePlanStatus.AGREED, PlacePlanStatus.DRAFT)


def find_plans_due(
    desk: Desk, meeting_id: UUID, *, to_print: bool = False, reader: Reader | None = None
) -> tuple[PlanDue, ...]:
    """List the place plans a meeting about places goes through; none at every other meeting.

    One that ended is there as long as something of it is due.

    Args:
        desk: Who asks.
        meeting_id: Which.
        to_print: It goes on paper, and is blotted whoever asks.
        reader: For whom a paper is made, besides the sitter.

    Raises:
        MissingRecordError: No such meeting.
    """
    with desk.read(reader=reader) as look:
        meeting = look.get(Meeting, meeting_id)
        if not kind_of(meeting.meeting_type).about_places:
            return ()
        found = actions_due(look, meeting)
        sight = sight_of(desk, look, [one.person_id for one in found], reader)
        seen = [one for one in found if sight.sees(one.person_id, one.sensitivity)]
        plan_of = look.places.plans_of([one.id for one in seen])
        rows = rows_of(look, seen, desk.today())
        plans = {one.id: one for one in (*look.places.plans(_STANDING), *plan_of.values())}
        made = [_due(plan, rows, plan_of) for plan in plans.values()]
        if reads_whole(desk) and not to_print:
            return tuple(made)
        left = [plan.no_names for plan in plans.values()]
        return tuple(naming_nobody(desk, look, made, left))


def _due(
    plan: PlacePlan, rows: Collection[ActionRow], plan_of: Mapping[UUID, PlacePlan]
) -> PlanDue:
    mine = [replace(row, place="") for row in rows if plan_of[row.id].id == plan.id]
    mine.sort(key=lambda row: (row.due_on, row.number))
    return PlanDue(plan.id, plan.number, plan.place, plan.title, plan.status, tuple(mine))
