"""Groups behind place plans: who sits in them, which seats nobody holds, when they end.

A seat is a post at an agency, or a name its own agency gave; nobody on file is named in a group.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.panel.lines import check_switched_on
from coordinator.casework.places.nameless import check_group_nameless
from coordinator.casework.places.plans import trimmed
from coordinator.db.models import Agency, GroupSeat, PlaceGroup, Professional
from coordinator.db.transaction import Transaction
from coordinator.domain.cases.leads import check_in_post
from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.panel import Feature
from coordinator.domain.lists.places import GroupKind
from coordinator.domain.outcomes import Done
from coordinator.domain.places import rules
from coordinator.domain.places.rules import GROUP_TEXTS, NewGroup
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right
from coordinator.domain.texts import is_blank
from coordinator.reference.seats import Group, PublishedSeat, SeatState, seats_of

PUBLISHED: Mapping[GroupKind, Group] = MappingProxyType(
    {
        GroupKind.PLACE: Group.SAFER_TOWN,
        GroupKind.BOARD: Group.STRATEGIC_BOARD,
        GroupKind.MANAGEMENT: Group.MANAGEMENT_GROUP,
    }
)
"""Which published seats a group of each kind may begin with."""
_NOBODY_YET = frozenset({SeatState.VACANT, SeatState.TO_BE_CONFIRMED})


def found_place_group(desk: Desk, new: NewGroup, *, nobody_is_meant: bool = False) -> Done[UUID]:
    """Set up a group, with the published seats of its kind where that is wanted.

    The source names posts, never people: a seat it calls filled has no holder yet and is not
    vacant either; one it calls vacant or to be confirmed is vacant from today.

    Raises:
        InvalidFieldsError: Name, place, task or last day are missing or cannot be, or somebody on
            file is named.
        GuardError: `places-off`.
        MissingRecordError: No such group above it.
    """
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        check_switched_on(tx, Feature.PLACES)
        fields: dict[str, Any] = {
            "name": new.name.strip(),
            "place": new.place.strip(),
            "task": new.task.strip(),
            "until_on": new.until_on,
        }
        rules.check_group(new.kind, fields, desk.today())
        check_group_nameless(desk, tx, fields, GROUP_TEXTS, nobody_is_meant=nobody_is_meant)
        if new.under_id is not None:
            tx.get(PlaceGroup, new.under_id)
        group = PlaceGroup(id=desk.new_id(), group_kind=new.kind, under_id=new.under_id, **fields)
        tx.add(group)
        tx.session.flush()  # seats refer to it
        if new.with_seats and new.kind in PUBLISHED:
            _add_published(desk, tx, group.id, PUBLISHED[new.kind])
        tx.journal("place_group.founded", record=group.id)
    return Done(group.id, tx.changes)


def describe_place_group(
    desk: Desk, group_id: UUID, *, seen: int, nobody_is_meant: bool = False, **fields: Any
) -> Done[int]:
    """Change the name, place, task or last day of a group; gives the new revision.

    Raises:
        InvalidFieldsError: `unknown` field, one that cannot be, or somebody on file is named.
        GuardError: `group-ended`.
        StaleRecordError, MissingRecordError: As elsewhere.
    """
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        rules.check_known("group", fields)
        group = _standing_group(tx, group_id)
        rules.check_group(group.group_kind, fields, desk.today())
        if fields.get("under_id") == group.id:
            raise InvalidFieldsError({"under_id": "same"})
        check_group_nameless(desk, tx, fields, GROUP_TEXTS, nobody_is_meant=nobody_is_meant)
        put(tx, group, seen=seen, fields=trimmed(fields))
        tx.journal("place_group.described", record=group.id)
    return Done(group.revision, tx.changes)


def end_place_group(
    desk: Desk, group_id: UUID, *, seen: int, reason: str, nobody_is_meant: bool = False
) -> Done[int]:
    """Say that a group meets no longer, and how that came; its plans stay.

    Raises:
        ReasonNeededError: No reason.
        InvalidFieldsError: The reason names somebody on file.
        GuardError: `group-ended`.
        StaleRecordError, MissingRecordError: As elsewhere.
    """
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        need_reason(reason, "place-group-ended")
        group = _standing_group(tx, group_id)
        fields = {"end_reason": reason}
        check_group_nameless(desk, tx, fields, GROUP_TEXTS, nobody_is_meant=nobody_is_meant)
        ended = {"ended_on": desk.today(), "end_reason": reason.strip()}
        put(tx, group, seen=seen, fields=ended)
        tx.journal("place_group.ended", record=group.id, reason=reason.strip())
    return Done(group.revision, tx.changes)


def add_group_seat(
    desk: Desk,
    group_id: UUID,
    *,
    name: str,
    agency_id: UUID | None = None,
    vacant_since: date | None = None,
) -> Done[UUID]:
    """Add a seat to a group; to be confirmed is vacant.

    Raises:
        InvalidFieldsError: No name, or a day to come.
        GuardError: `group-ended`.
        MissingRecordError: No such group or agency.
    """
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        rules.check_seat(name, vacant_since, desk.today())
        group = _standing_group(tx, group_id)
        check_group_nameless(desk, tx, {"name": name}, {"name"}, nobody_is_meant=True)
        agency = tx.get(Agency, agency_id).name if agency_id else ""
        standing = tx.places.seats([group.id]).get(group.id, ())
        seat = GroupSeat(
            id=desk.new_id(),
            group_id=group.id,
            name=name.strip(),
            agency_id=agency_id,
            agency=agency,
            vacant_since=vacant_since,
            rank=max((one.rank for one in standing), default=0) + 1,
        )
        tx.add(seat)
        tx.journal("group_seat.added", record=group.id)
    return Done(seat.id, tx.changes)


def fill_group_seat(
    desk: Desk, seat_id: UUID, *, seen: int, holder_id: UUID | None = None, holder: str = ""
) -> Done[int]:
    """Say who holds a seat: somebody in the directory, or a name; gives the new revision.

    Raises:
        InvalidFieldsError: Neither was given.
        GuardError: `professional-left`, `group-ended`.
        StaleRecordError, MissingRecordError: As elsewhere.
    """
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        if holder_id is None and is_blank(holder):
            raise InvalidFieldsError({"holder": "required"})
        seat = _standing_seat(tx, seat_id)
        name = holder.strip()
        if holder_id is not None:
            post = tx.get(Professional, holder_id)
            check_in_post(post.left_on, desk.today())
            name = ""
        held = {"holder_id": holder_id, "holder": name, "vacant_since": None}
        put(tx, seat, seen=seen, fields=held)
        tx.journal("group_seat.filled", record=seat.group_id)
    return Done(seat.revision, tx.changes)


def vacate_group_seat(
    desk: Desk, seat_id: UUID, *, seen: int, since: date | None = None
) -> Done[int]:
    """Say that nobody holds a seat, and since when; gives the new revision.

    Raises:
        InvalidFieldsError: A day to come.
        GuardError: `seat-vacant`: nobody does already; `group-ended`.
        StaleRecordError, MissingRecordError: As elsewhere.
    """
    day = since or desk.today()
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        rules.check_seat("-", day, desk.today())
        seat = _standing_seat(tx, seat_id)
        if seat.vacant_since is not None:
            raise GuardError("seat-vacant")  # a holder who left may still be said to have
        left = {"holder_id": None, "holder": "", "vacant_since": day}
        put(tx, seat, seen=seen, fields=left)
        tx.journal("group_seat.vacated", record=seat.group_id)
    return Done(seat.revision, tx.changes)


def end_group_seat(desk: Desk, seat_id: UUID, *, seen: int, reason: str) -> Done[None]:
    """Take a seat off a group, such as one that does not apply there.

    Raises:
        ReasonNeededError: No reason.
        GuardError: `group-ended`, `ended-already`.
        StaleRecordError, MissingRecordError: As elsewhere.
    """
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        need_reason(reason, "group-seat-ended")
        seat = _standing_seat(tx, seat_id)
        ended = {"ended_on": desk.today(), "end_reason": reason.strip()}
        put(tx, seat, seen=seen, fields=ended)
        tx.journal("group_seat.ended", record=seat.group_id, reason=reason.strip())
    return Done(None, tx.changes)


def _add_published(desk: Desk, tx: Transaction, group: UUID, published: Group) -> None:
    for rank, one in enumerate(seats_of(published), 1):
        standing = tx.directory.agencies_called([one.agency])
        tx.add(
            GroupSeat(
                id=desk.new_id(),
                group_id=group,
                name=one.title or one.agency,
                agency_id=standing[0].id if standing else None,
                agency=one.agency,
                vacant_since=_vacant_since(one, desk.today()),
                rank=rank,
            )
        )


def _vacant_since(seat: PublishedSeat, today: date) -> date | None:
    return today if seat.state in _NOBODY_YET else None


def _standing_group(tx: Transaction, group_id: UUID) -> PlaceGroup:
    group = tx.get(PlaceGroup, group_id)
    if group.ended_on is not None:
        raise GuardError("group-ended")
    return group


def _standing_seat(tx: Transaction, seat_id: UUID) -> GroupSeat:
    seat = tx.get(GroupSeat, seat_id)
    _standing_group(tx, seat.group_id)
    if seat.ended_on is not None:
        raise GuardError("ended-already")
    return seat
