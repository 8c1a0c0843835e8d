"""Seats on the panel: made, filled, given a deputy, vacant since a day."""

from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.db.models import Agency, Panel, Professional, Seat
from coordinator.db.transaction import Transaction
from coordinator.domain.cases.leads import check_in_post
from coordinator.domain.directory import rules
from coordinator.domain.errors import DuplicateRecordError, GuardError, InvalidFieldsError
from coordinator.domain.lists.weeks import PanelPost
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right
from coordinator.domain.states import AgencyStatus
from coordinator.reference.panels import PanelTemplate, SeatTemplate, panel_templates

_FIELDS = frozenset({"name", "agency_id", "required", "rank"})


def add_template_seats(desk: Desk, template: str) -> Done[tuple[UUID, ...]]:
    """Give the panel the seats such a panel starts with, vacant from today.

    A seat goes to the one standing agency of a kind that may hold it; where there are several or
    none, nobody is guessed. The chair's and the coordinator's are held by whoever the panel says
    is. Seats the panel has already are left as they are.

    Raises:
        InvalidFieldsError: `template` is `unknown`.
    """
    known: dict[str, PanelTemplate] = {found.key: found for found in panel_templates()}
    if template not in known:
        raise InvalidFieldsError({"template": "unknown"})
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        standing = {seat.name for seat in tx.directory.seats()}
        wanted = [seat for seat in known[template].seats if seat.name not in standing]
        first = tx.directory.last_rank() + 1
        made = [_from_template(desk, tx, seat, first + at) for at, seat in enumerate(wanted)]
        tx.journal("panel.seats_added", record=tx.info.panel_id)
    return Done(tuple(seat.id for seat in made), tx.changes)


def add_seat(desk: Desk, *, name: str, **fields: Any) -> Done[UUID]:
    """Make a seat, vacant from today, after the others.

    Args:
        desk: Where and by whom.
        name: Of the seat.
        fields: `agency_id` (none: a person's seat, such as the chair's), `required`, `rank`.

    Raises:
        InvalidFieldsError: `name` is `required`, or a field is `unknown`.
        DuplicateRecordError: `seat`: there is one of this name and agency.
        GuardError: `agency-closed`.
        MissingRecordError: No such agency.
    """
    rules.check_name({"name": name})
    rules.check_known(fields, _FIELDS - {"name"})
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        _check_agency(tx, fields.get("agency_id"))
        _check_is_new(tx, name, fields.get("agency_id"))
        rank = fields.pop("rank", tx.directory.last_rank() + 1)
        made = _make(desk, tx, name=name.strip(), rank=rank, **fields)
        tx.journal("seat.added", record=made.id)
    return Done(made.id, tx.changes)


def change_seat(desk: Desk, seat_id: UUID, *, seen: int, **fields: Any) -> Done[int]:
    """Rename a seat, give it to another agency, say whether it is needed; gives the revision.

    Raises:
        InvalidFieldsError: `name` is `required`, or a field is `unknown`.
        GuardError: `agency-closed`.
        MissingRecordError, StaleRecordError: As elsewhere.
    """
    rules.check_name(fields)
    rules.check_known(fields, _FIELDS)
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        seat = tx.get(Seat, seat_id)
        _check_agency(tx, fields.get("agency_id"))
        put(tx, seat, seen=seen, fields=fields)
        tx.journal("seat.changed", record=seat_id)
    return Done(seat.revision, tx.changes)


def fill_seat(
    desk: Desk, seat_id: UUID, holder_id: UUID, *, deputy_id: UUID | None = None
) -> Done[None]:
    """Give a seat to somebody in post, with a deputy when one is named.

    Raises:
        GuardError: `professional-left`; `other-agency`: the seat is another agency's.
        InvalidFieldsError: Holder and deputy are the `same`.
        MissingRecordError: No such seat, or nobody of that id.
    """
    if holder_id == deputy_id:
        raise InvalidFieldsError({"deputy_id": "same"})
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        seat = tx.get(Seat, seat_id)
        _check_fits(desk, tx, seat, holder_id)
        seat.holder_id, seat.vacant_since = holder_id, None
        if deputy_id is not None:
            _check_fits(desk, tx, seat, deputy_id)
        if deputy_id is not None or seat.deputy_id == holder_id:
            seat.deputy_id = deputy_id
        tx.journal("seat.filled", record=seat_id)
    return Done(None, tx.changes)


def name_deputy(desk: Desk, seat_id: UUID, deputy_id: UUID | None) -> Done[None]:
    """Say who comes when the holder cannot; nobody when nothing.

    Raises:
        GuardError: `professional-left`, `other-agency`.
        InvalidFieldsError: Holder and deputy are the `same`.
        MissingRecordError: No such seat, or nobody of that id.
    """
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        seat = tx.get(Seat, seat_id)
        if deputy_id is not None:
            _check_fits(desk, tx, seat, deputy_id)
            if deputy_id == seat.holder_id:
                raise InvalidFieldsError({"deputy_id": "same"})
        seat.deputy_id = deputy_id
        tx.journal("seat.deputy_named", record=seat_id)
    return Done(None, tx.changes)


def vacate_seat(
    desk: Desk, seat_id: UUID, *, since: date | None = None, reason: str = ""
) -> Done[None]:
    """Say that nobody holds a seat, and since when.

    Raises:
        GuardError: `seat-vacant`: nobody does already.
        InvalidFieldsError: The day is in the future.
        MissingRecordError: No such seat.
    """
    day = since or desk.today()
    rules.check_ending(day, desk.today())
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        seat = tx.get(Seat, seat_id)
        if seat.holder_id is None:
            raise GuardError("seat-vacant")
        seat.holder_id, seat.vacant_since = None, day
        tx.journal("seat.vacated", record=seat_id, reason=reason)
    return Done(None, tx.changes)


def remove_seat(desk: Desk, seat_id: UUID, *, reason: str = "") -> Done[None]:
    """Take a seat off the panel; past attendance keeps it.

    Raises:
        MissingRecordError: No such seat.
    """
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Seat, seat_id).removed = True
        tx.journal("seat.removed", record=seat_id, reason=reason)
    return Done(None, tx.changes)


def _make(desk: Desk, tx: Transaction, **fields: Any) -> Seat:
    vacant = None if fields.get("holder_id") else desk.today()
    seat = Seat(id=desk.new_id(), panel_id=tx.info.panel_id, vacant_since=vacant, **fields)
    return tx.add(seat)


def _from_template(desk: Desk, tx: Transaction, template: SeatTemplate, rank: int) -> Seat:
    able = [
        agency.id
        for agency in tx.directory.agencies()
        if agency.status is AgencyStatus.ACTIVE and agency.agency_kind in template.kinds
    ]
    only = able[0] if len(able) == 1 else None
    return _make(
        desk,
        tx,
        name=template.name,
        agency_id=only,
        holder_id=_in_post(tx, template.post),
        required=template.is_required,
        rank=rank,
    )


def _in_post(tx: Transaction, post: PanelPost | None) -> UUID | None:
    panel = tx.get(Panel, tx.info.panel_id)
    match post:
        case PanelPost.CHAIR:
            return panel.chair_id
        case PanelPost.COORDINATOR:
            return panel.coordinator_id
        case _:
            return None


def _check_agency(tx: Transaction, agency: UUID | None) -> None:
    if agency is not None:
        rules.check_standing(tx.get(Agency, agency).status)


def _check_is_new(tx: Transaction, name: str, agency: UUID | None) -> None:
    for seat in tx.directory.seats():
        if seat.name.casefold() == name.strip().casefold() and seat.agency_id == agency:
            raise DuplicateRecordError("seat", seat.id)


def _check_fits(desk: Desk, tx: Transaction, seat: Seat, who: UUID) -> None:
    professional = tx.get(Professional, who)
    check_in_post(professional.left_on, desk.today())
    if seat.agency_id not in {None, professional.agency_id}:
        raise GuardError("other-agency")
