"""Money in the room: what waits for a decision about the person who is talked about."""

from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.money.positions import positions_on
from coordinator.casework.money.reading import chairs_of, rows_of
from coordinator.casework.need_to_know.sight import Sight
from coordinator.db.models import Meeting
from coordinator.db.transaction import Reading
from coordinator.domain.money.rules import OVER
from coordinator.domain.money.views import NO_MONEY, MoneyHere
from coordinator.domain.states import BudgetStatus


def money_here(
    desk: Desk, look: Reading, meeting: Meeting, person: UUID | None, sight: Sight
) -> MoneyHere:
    """Give the requests a meeting can decide, and what to know for it; nothing costs nothing."""
    found = look.money.lines_of([person]) if person is not None else ()
    waiting = [one for one in found if one.status is BudgetStatus.ASKED]
    here = [one for one in found if one.meeting_id == meeting.id and one.status not in OVER]
    lines = rows_of(look, sight, [*reversed(waiting), *reversed(here)])
    if not lines:
        return NO_MONEY
    return MoneyHere(
        tuple(one for one in lines if one.is_waiting),
        tuple(one for one in lines if not one.is_waiting and not one.entries),
        positions_on(desk, look),
        chairs_of(desk, look),
    )
