"""What is stuck: open barriers of everybody, what is asked about them, and from what to choose."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from coordinator.casework.barriers import find_barriers
from coordinator.casework.barriers import rows_of as barrier_rows
from coordinator.casework.desk import Desk
from coordinator.casework.directory import read_directory
from coordinator.casework.escalation_drafts import usual_deadline
from coordinator.casework.escalations.reading import find_escalations, read_board
from coordinator.casework.panel_lines import lines_of
from coordinator.casework.sharing import listed_names
from coordinator.db.models import Person
from coordinator.db.transaction import Reading
from coordinator.domain.barriers import BarrierRow
from coordinator.domain.directory import is_in_post
from coordinator.domain.escalation_views import EscalationBoard, EscalationFilter
from coordinator.domain.lists.barriers import EscalationOutcome, EscalationTrack
from coordinator.domain.lists.panel import Topic
from coordinator.domain.panel_settings import LadderLevel, ladder_of
from coordinator.domain.roles import Right, may
from coordinator.domain.sharing import ListedName
from coordinator.domain.stuck import Ground, PersonStuck, StuckPage, StuckRow


def read_stuck(desk: Desk) -> StuckPage:
    """Read every open barrier and escalation the sitter may see.

    Raises:
        NotPermittedError: The role sees no people.
    """
    board = read_board(desk)
    with desk.read() as look:
        found = barrier_rows(desk, look, look.stuck.open_barriers(), None)
        asked = look.stuck.concerning(desk.sitter.professional)
        named = _named(look, found)
    me = desk.sitter.professional
    worked_on = {row.id for row in found if row.worker_id == me}
    return StuckPage(
        barriers=tuple(_rows(found, named, board)),
        board=board,
        mine=asked | worked_on,
        today=desk.today(),
        may_raise=may(desk.sitter.role, Right.UPDATE_ACTIONS),
        may_run=may(desk.sitter.role, Right.RUN_MEETINGS),
    )


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
