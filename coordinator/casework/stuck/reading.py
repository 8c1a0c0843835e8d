"""What is stuck: open barriers of everybody, what is asked about them, and from what to choose."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from coordinator.casework.actions.barriers import find_barriers
from coordinator.casework.actions.barriers import rows_of as barrier_rows
from coordinator.casework.actions.escalation_drafts import usual_deadline
from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.escalations.reading import find_escalations, read_board
from coordinator.casework.need_to_know.sharing import listed_names
from coordinator.casework.panel.lines import lines_of
from coordinator.casework.people.contacts import since_seen_of
from coordinator.db.models import Barrier, Gap, Person
from coordinator.db.transaction import Reading
from coordinator.domain.actions.barriers import BarrierRow
from coordinator.domain.directory.rules import is_in_post
from coordinator.domain.escalations.views import EscalationBoard, EscalationFilter
from coordinator.domain.lists.barriers import EscalationOutcome, EscalationTrack
from coordinator.domain.lists.panel import Topic
from coordinator.domain.need_to_know.sharing import ListedName
from coordinator.domain.panel.settings import LadderLevel, ladder_of
from coordinator.domain.roles import Right, may
from coordinator.domain.states import BarrierStatus
from coordinator.domain.stuck.views import (
    FedGap,
    Ground,
    PersonStuck,
    Standing,
    StuckPage,
    StuckRow,
)

MOST_SETTLED = 500
"""Of settled barriers a list holds the latest; nobody reads a longer one."""


def read_stuck(desk: Desk, *, standing: Standing = Standing.OPEN) -> StuckPage:
    """Read barriers and every open escalation the sitter may see.

    Args:
        desk: Who asks.
        standing: Barriers that stand, with accepted risks whose day to look again has come; or
            those that are settled, the latest of them.

    Raises:
        NotPermittedError: The role sees no people.
    """
    board = read_board(desk)
    with desk.read() as look:
        kept = _kept(desk, look, standing)
        has_more = standing is not Standing.OPEN and len(kept) > MOST_SETTLED
        found = barrier_rows(desk, look, kept[:MOST_SETTLED] if has_more else kept, None)
        gaps = look.gaps.of_barriers([one.id for one in found if one.status is BarrierStatus.GAP])
        asked = look.stuck.concerning(desk.sitter.professional)
        named = _named(look, found)
        seen = since_seen_of(desk, look, (*named, *_asked_about(board)))
    me = desk.sitter.professional
    worked_on = {row.id for row in found if row.worker_id == me}
    return StuckPage(
        barriers=tuple(_with_gap(row, gaps) for row in _rows(found, named, board)),
        board=board,
        mine=asked | worked_on,
        today=desk.today(),
        may_raise=may(desk.sitter.role, Right.UPDATE_ACTIONS),
        may_run=may(desk.sitter.role, Right.RUN_MEETINGS),
        seen=seen,
        standing=standing,
        has_more=has_more,
    )


def _kept(desk: Desk, look: Reading, standing: Standing) -> Sequence[Barrier]:
    if standing is not Standing.OPEN:
        return look.stuck.settled_barriers(standing.statuses, MOST_SETTLED + 1)
    return [*look.barriers.to_look_at_again(desk.today()), *look.stuck.open_barriers()]


def _with_gap(row: StuckRow, gaps: Mapping[UUID, Gap]) -> StuckRow:
    gap = gaps.get(row.id)
    return row if gap is None else replace(row, gap=FedGap(gap.id, gap.number, gap.title))


def read_stuck_of(desk: Desk, person_id: UUID) -> PersonStuck:
    """Read the open barriers and escalations of one person, whom the sitter may see."""
    barriers = find_barriers(desk, [person_id]).get(person_id, ())
    asked = find_escalations(desk, EscalationFilter(person_id=person_id))
    of = {row.barrier.id: row for row in asked if row.barrier is not None}
    known = {row.id for row in barriers}
    return PersonStuck(
        tuple(StuckRow(row, "", None, of.get(row.id)) for row in barriers),
        tuple(row for row in asked if row.barrier is None or row.barrier.id not in known),
    )


def find_open_escalation(desk: Desk, barrier_id: UUID) -> UUID | None:
    """Give the open escalation of a barrier, the most pressing; nothing while nobody is asked."""
    found = find_escalations(desk, EscalationFilter(barrier_id=barrier_id))
    return found[0].id if found else None


def read_ground(desk: Desk, barrier_id: UUID | None = None) -> Ground:
    """Read from what a receiver and a level are chosen, for a barrier if one is meant."""
    with desk.read() as look:
        ladder = ladder_of(lines_of(look, Topic.LADDER)[Topic.LADDER])
    page, today = read_directory(desk), desk.today()
    posts = [one for one in page.professionals if is_in_post(one.left_on, today)]
    return Ground(
        ladder=ladder,
        people=tuple((one.id, ", ".join(filter(None, (one.name, one.agency)))) for one in posts),
        contacts=tuple((one.agency, one.id) for one in posts if one.is_contact_point),
        until={one.level: _until(desk, one.level, ladder) for one in ladder},
        chairs=tuple(page.panel.chairs),
        today=today,
        asked_before=_asked_before(desk, barrier_id) if barrier_id is not None else None,
    )


def _asked_before(desk: Desk, barrier_id: UUID) -> int | None:
    """Give the highest level that was asked about a barrier, whatever was answered."""
    every = find_escalations(desk, EscalationFilter(open_only=False, barrier_id=barrier_id))
    asked = (
        one.level
        for one in every
        if one.sent_on is not None and one.outcome is not EscalationOutcome.WITHDRAWN
    )
    return max((level for level in asked if level is not None), default=None)


def _until(desk: Desk, level: int, ladder: tuple[LadderLevel, ...]) -> date:
    return usual_deadline(desk, EscalationTrack.BARRIER, level, ladder).on


def _asked_about(board: EscalationBoard) -> Iterable[UUID | None]:
    return (row.person_id for one in board.columns for row in one.rows)


def _named(look: Reading, found: Sequence[BarrierRow]) -> Mapping[UUID, tuple[str, ListedName]]:
    people = look.get_many(Person, [row.person_id for row in found if row.person_id])
    names = listed_names(look, people.values())
    return {key: (one.reference, names[key]) for key, one in people.items()}


def _rows(
    found: Sequence[BarrierRow],
    named: Mapping[UUID, tuple[str, ListedName]],
    board: EscalationBoard,
) -> Iterable[StuckRow]:
    asked = {
        row.barrier.id: row
        for column in board.columns
        for row in column.rows
        if row.barrier is not None
    }
    for row in found:
        known = named.get(row.person_id) if row.person_id else None
        reference, name = known or ("", None)
        yield StuckRow(row, reference, name, asked.get(row.id))
