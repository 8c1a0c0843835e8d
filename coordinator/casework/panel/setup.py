"""Starting a panel from a published example: its agencies, its seats, its towns, as one act."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.db.models import Agency, Panel, Seat
from coordinator.db.transaction import Transaction
from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right
from coordinator.reference.places import towns
from coordinator.reference.seats import Group, PublishedSeat, SeatState, seats_of
from coordinator.wording.labels import label

_HELD = frozenset({SeatState.FILLED, SeatState.WHERE_APPLICABLE})


@dataclass(frozen=True, slots=True)
class PanelSetUp:
    """What was made: agencies and seats; what the panel had already is not among them."""

    agencies: tuple[UUID, ...]
    seats: tuple[UUID, ...]


def set_up_panel(desk: Desk, group: Group = Group.SAFER_TOWN) -> Done[PanelSetUp]:
    """Give the panel the agencies, seats and towns of a published group.

    The source names posts, never people: a seat it calls filled has no holder yet and is not
    vacant either; one it calls vacant or to be confirmed is vacant from today. Departments of one
    council are agencies of their own, since each is told only what it needs; so are its elected
    members, who are told nothing about a named person. Agencies, seats and places the panel has
    already stay as they are.

    Raises:
        NotPermittedError: The role may not change the directory.
    """
    published = seats_of(group)
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        agencies, made = _agencies(desk, tx, published)
        tx.session.flush()  # seats refer to their agencies
        seats = _seats(desk, tx, published, agencies)
        panel = tx.get(Panel, tx.info.panel_id)
        panel.places = panel.places or list(towns())
        tx.journal("panel.set_up", record=panel.id)
    return Done(PanelSetUp(made, seats), tx.changes)


def _agencies(
    desk: Desk, tx: Transaction, published: Sequence[PublishedSeat]
) -> tuple[Mapping[str, UUID], tuple[UUID, ...]]:
    """Give the agency of each name, and those that had to be made."""
    kinds: dict[str, AgencyKind | None] = {
        _agency_name(seat, published): seat.agency_kind for seat in published
    }
    ids: dict[str, UUID] = {}
    made: list[UUID] = []
    for name, kind in kinds.items():
        standing = tx.directory.agencies_called([name])
        if standing:
            ids[name] = standing[0].id
            continue
        agency = tx.add(Agency(id=desk.new_id(), name=name, agency_kind=kind))
        ids[name] = agency.id
        made.append(agency.id)
    return ids, tuple(made)


def _seats(
    desk: Desk,
    tx: Transaction,
    published: Sequence[PublishedSeat],
    agencies: Mapping[str, UUID],
) -> tuple[UUID, ...]:
    standing = {(seat.name.casefold(), seat.agency_id) for seat in tx.directory.seats()}
    rank = tx.directory.last_rank()
    made: list[UUID] = []
    for seat in published:
        agency = agencies[_agency_name(seat, published)]
        name = seat.title or seat.agency
        if (name.casefold(), agency) not in standing:
            rank += 1
            made.append(tx.add(_seat(desk, tx, seat, agency, rank)).id)
    return tuple(made)


def _seat(desk: Desk, tx: Transaction, seat: PublishedSeat, agency: UUID, rank: int) -> Seat:
    return Seat(
        id=desk.new_id(),
        panel_id=tx.info.panel_id,
        name=seat.title or seat.agency,
        agency_id=agency,
        vacant_since=_vacant_since(seat.state, desk.today()),
        rank=rank,
    )


def _vacant_since(state: SeatState, today: date) -> date | None:
    return None if state in _HELD else today


def _agency_name(seat: PublishedSeat, published: Sequence[PublishedSeat]) -> str:
    """Name the agency of a seat; with its department where one name stands for several kinds."""
    kinds = {other.agency_kind for other in published if other.agency == seat.agency}
    if len(kinds) == 1 or seat.agency_kind is None:
        return seat.agency
    return f"{seat.agency}: {label(seat.agency_kind)}"
