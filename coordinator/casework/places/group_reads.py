"""The groups behind place plans as they are read, with who holds their seats."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.places.nameless import naming_nobody
from coordinator.casework.places.reading import reads_whole
from coordinator.db.models import GroupSeat, PlaceGroup, Professional
from coordinator.domain.places.views import GroupSeatRow, PlaceGroupRow
from coordinator.domain.roles import Right


def find_place_groups(
    desk: Desk, *, with_ended: bool = False, to_print: bool = False
) -> tuple[PlaceGroupRow, ...]:
    """List the groups with their seats, by name.

    Args:
        desk: Who reads.
        with_ended: Also those that ended.
        to_print: They go on paper: blotted, whoever asks.
    """
    with desk.read(Right.SEE_COUNTS) as look:
        groups = look.places.groups(with_ended=with_ended)
        above = look.get_many(PlaceGroup, [one.under_id for one in groups if one.under_id])
        seats = look.places.seats([one.id for one in groups])
        held = [one.holder_id for some in seats.values() for one in some if one.holder_id]
        posts = look.get_many(Professional, held)
        rows = [
            _group_row(desk, one, above, _seat_rows(seats.get(one.id, ()), posts, desk.today()))
            for one in groups
        ]
        if reads_whole(desk) and not to_print:
            return tuple(rows)
        return tuple(naming_nobody(desk, look, rows, [()] * len(rows)))


def _group_row(
    desk: Desk,
    one: PlaceGroup,
    above: Mapping[UUID, PlaceGroup],
    seats: tuple[GroupSeatRow, ...],
) -> PlaceGroupRow:
    under = above.get(one.under_id) if one.under_id else None
    late = one.until_on is not None and one.until_on < desk.today()
    return PlaceGroupRow(
        id=one.id,
        revision=one.revision,
        name=one.name,
        kind=one.group_kind,
        place=one.place,
        under_id=one.under_id,
        under=under.name if under else "",
        task=one.task,
        until_on=one.until_on,
        ended_on=one.ended_on,
        end_reason=one.end_reason,
        seats=seats,
        is_over=late and one.ended_on is None,
    )


def _seat_rows(
    seats: Iterable[GroupSeat], posts: Mapping[UUID, Professional], today: date
) -> tuple[GroupSeatRow, ...]:
    return tuple(_seat_row(one, posts, today) for one in seats)


def _seat_row(one: GroupSeat, posts: Mapping[UUID, Professional], today: date) -> GroupSeatRow:
    """Describe a seat; one whose holder has left their post is vacant since then."""
    post = posts.get(one.holder_id) if one.holder_id else None
    left = post.left_on if post and post.left_on and post.left_on <= today else None
    return GroupSeatRow(
        id=one.id,
        revision=one.revision,
        name=one.name,
        agency=one.agency,
        holder_id=None if left else one.holder_id,
        holder="" if left else (post.name if post else one.holder),
        vacant_since=left or one.vacant_since,
    )
