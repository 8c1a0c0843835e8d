"""What a meeting noted to be in the way, and the gaps it raised, as its minutes tell it."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from coordinator.casework.actions.barriers import rows_of
from coordinator.casework.desk import Desk
from coordinator.casework.meetings.came_of import OUT, made_at_meeting
from coordinator.casework.need_to_know.naming import without_names
from coordinator.casework.stuck.gap_reads import gap_rows
from coordinator.db.models import Gap, Meeting
from coordinator.db.transaction import Reading
from coordinator.domain.actions.barriers import BarrierRow
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.states import GapStatus, Sensitivity
from coordinator.domain.stuck.gaps import GapRow


def find_barriers_noted_at(
    desk: Desk, meeting_id: UUID, people: Collection[UUID], *, reader: Reader | None = None
) -> tuple[BarrierRow, ...]:
    """Give what was named at a meeting to be in the way of people who stood on its agenda.

    A barrier knows its day, not its meeting: it belongs to the last meeting of that day that had
    begun when it was recorded. What is restricted has no line in the minutes, whoever reads them;
    once they went out, each stands in the words it had then.

    Args:
        desk: Who asks.
        meeting_id: Where it was named.
        people: Those whose item is printed.
        reader: For whom a paper is made, besides the sitter.

    Raises:
        MissingRecordError: No such meeting.
    """
    with desk.read(reader=reader) as look:
        meeting = look.get(Meeting, meeting_id)
        found = look.barriers.of_people(list(people), open_only=False)
        here = made_at_meeting(look, meeting, [one.id for one in found if one.since == meeting.on])
        said = look.agendas.said_when_issued(meeting.id, here) if meeting.status in OUT else {}
        rows = rows_of(desk, look, [one for one in found if one.id in here], reader)
        return tuple(
            _then(one, said.get(one.id, {}))
            for one in rows
            if one.sensitivity is Sensitivity.STANDARD
        )


def find_gaps_noted_at(
    desk: Desk, meeting_id: UUID, *, reader: Reader | None = None
) -> tuple[GapRow, ...]:
    """Give the gaps a meeting raised; none that only people a reader may not know of feed.

    Names of people on file are taken out of their titles.

    Args:
        desk: Who asks.
        meeting_id: Where they were raised.
        reader: For whom a paper is made, besides the sitter.

    Raises:
        MissingRecordError: No such meeting.
    """
    with desk.read(reader=reader) as look:
        meeting = look.get(Meeting, meeting_id)
        listed = {one.id: one for one in look.gaps.listed(tuple(GapStatus))}
        here = made_at_meeting(look, meeting, list(listed))
        kept = [listed[key] for key in here if _fed(desk, look, listed[key], reader)]
        kept.sort(key=lambda one: one.number)
        titles = without_names(desk, look, {one.id.hex: one.title for one in kept})
        rows = gap_rows(look, kept, desk.today(), whole=False)
        return tuple(replace(one, title=titles[one.id.hex]) for one in rows)


def _fed(desk: Desk, look: Reading, gap: Gap, reader: Reader | None) -> bool:
    feeding = [barrier for _link, barrier in look.gaps.feeding(gap.id)]
    return not feeding or bool(rows_of(desk, look, feeding, reader))


def _then(row: BarrierRow, said: Mapping[str, Any]) -> BarrierRow:
    if not said:
        return row
    return replace(row, description=str(said.get("description", "")))
