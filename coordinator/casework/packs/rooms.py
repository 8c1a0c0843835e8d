"""Who is sent a pack of a meeting: officers, who holds a seat, who stands in, observers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from coordinator.casework.desk import LONDON, Desk
from coordinator.db.models import (
    Agency,
    AgencyPassword,
    Meeting,
    Panel,
    Presence,
    Professional,
    Seat,
)
from coordinator.db.transaction import Reading
from coordinator.domain.directory.rules import agreement_state, is_in_post
from coordinator.domain.disclosing.packs import PasswordNote, Recipient
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.lists.weeks import PanelPost
from coordinator.domain.roles import Role
from coordinator.domain.states import AgencyStatus

_AWAY = frozenset(
    {
        Attendance.APOLOGIES,
        Attendance.APOLOGIES_INFORMED,
        Attendance.ABSENT,
        Attendance.SUBSTITUTE,
        Attendance.VACANT,
    }
)


def recipients(desk: Desk, look: Reading, meeting: Meeting) -> Sequence[Recipient]:
    """List who could be sent a pack, each once.

    Who holds a seat and behind them their deputy, in the order of the seats; then the officers and
    who stands in for them, on that day or as their deputy; then observers.
    """
    room = _room(desk, look, meeting)
    found: dict[UUID, Recipient] = {}
    for one in (*_seated(look, room), *_officers(look, room), *_observers(look, room)):
        found.setdefault(one.key, one)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class _Room:
    """What is known of the panel and of who comes.

    Attributes:
        away: Seats and professionals that do not come.
        chairs: Officers, and who acts for one that is away.
        covers: Each officer for whom somebody stands in on the day of the meeting, and who.
    """

    panel: Panel | None
    seats: Sequence[Seat]
    attendance: Sequence[Presence]
    away: frozenset[UUID]
    chairs: frozenset[UUID]
    covers: Sequence[tuple[UUID | None, UUID]]
    passwords: Mapping[UUID, PasswordNote]
    today: date

    @property
    def holders(self) -> frozenset[UUID]:
        return frozenset(one.holder_id for one in self.seats if one.holder_id is not None)

    @property
    def posts(self) -> Sequence[tuple[UUID | None, UUID | None]]:
        """Each officer and who stands in for them."""
        panel = self.panel
        if panel is None:
            return ()
        return (
            (panel.chair_id, panel.vice_chair_id),
            (panel.coordinator_id, panel.deputy_coordinator_id),
        )


def _room(desk: Desk, look: Reading, meeting: Meeting) -> _Room:
    attendance = look.meetings.attendance(meeting.id)
    gone = [row for row in attendance if row.result in _AWAY]
    away = {key for row in gone for key in (row.seat_id, row.professional_id) if key is not None}
    room = _Room(
        panel=look.meetings.panel(),
        seats=look.meetings.seats(),
        attendance=attendance,
        away=frozenset(away),
        chairs=frozenset(),
        covers=(),
        passwords={one.agency_id: _noted(one) for one in look.local.agency_passwords()},
        today=desk.today(),
    )
    away |= {one.holder_id for one in room.seats if one.holder_id and one.id in away}
    covers = _covers(look, room.panel, meeting.on)
    acting = {one for one, _deputy in room.posts} | {one for _holder, one in covers}
    acting |= {deputy for one, deputy in room.posts if one in away}
    chairs = frozenset(one for one in acting if one is not None)
    return replace(room, away=frozenset(away), chairs=chairs, covers=covers)


def _covers(look: Reading, panel: Panel | None, on: date) -> list[tuple[UUID | None, UUID]]:
    if panel is None:
        return []
    posts = {PanelPost.CHAIR: panel.chair_id, PanelPost.COORDINATOR: panel.coordinator_id}
    found = [(holder, look.week.covering(post, on)) for post, holder in posts.items()]
    return [(holder, cover) for holder, cover in found if cover is not None]


def _noted(row: AgencyPassword) -> PasswordNote:
    told = row.told_at.astimezone(LONDON).date() if row.told_at else None
    return PasswordNote(row.made_at.astimezone(LONDON).date(), told, row.told_how)


def _seated(look: Reading, room: _Room) -> Iterator[Recipient]:
    for seat in room.seats:
        holder = look.get(Professional, seat.holder_id) if seat.holder_id else None
        yield _recipient(look, room, holder, seat)
        if seat.deputy_id is not None and seat.deputy_id not in room.holders | room.chairs:
            whom = holder.name if holder else seat.name
            is_away = holder is None or bool({seat.id, holder.id} & room.away)
            yield _deputy(look, room, seat.deputy_id, whom, is_away=is_away)


def _officers(look: Reading, room: _Room) -> Iterator[Recipient]:
    posts = look.get_many(Professional, [one for one, _deputy in room.posts if one is not None])
    for post in posts.values():
        yield _recipient(look, room, post, None)
    for who, cover in room.covers:
        whom = posts[who].name if who in posts else ""
        made = _deputy(look, room, cover, whom, is_away=True)
        yield replace(made, is_officer=True)
    for who, deputy in room.posts:
        if deputy is not None:
            whom = posts[who].name if who in posts else ""
            made = _deputy(look, room, deputy, whom, is_away=who is None or who in room.away)
            yield replace(made, is_officer=True)


def _deputy(look: Reading, room: _Room, deputy: UUID, whom: str, *, is_away: bool) -> Recipient:
    made = _recipient(look, room, look.get(Professional, deputy), None)
    return replace(made, deputy_for=whom, is_away=is_away)


def _observers(look: Reading, room: _Room) -> Iterator[Recipient]:
    for row in room.attendance:
        if row.result is not Attendance.OBSERVER:
            continue
        who = look.get(Professional, row.professional_id) if row.professional_id else None
        made = _recipient(look, room, who, None)
        if who is None and row.agency_id is not None:
            made = _with_agency(made, look.get(Agency, row.agency_id), None, room)
        yield replace(
            made,
            key=row.professional_id or row.id,
            name=row.name or made.name,
            is_observer=True,
            invitation=row.id,
            has_signed=made.has_signed or row.confidentiality_signed,
        )


def _recipient(
    look: Reading, room: _Room, who: Professional | None, seat: Seat | None
) -> Recipient:
    agency_id = who.agency_id if who else seat.agency_id if seat else None
    key = who.id if who else seat.id if seat else UUID(int=0)
    made = Recipient(
        key=key,
        professional=who.id if who else None,
        name=who.name if who else "",
        seat=seat.name if seat else "",
        role=who.role if who else Role.REPRESENTATIVE,
        agency=None,
        agency_name="",
        is_officer=who is not None and who.id in room.chairs,
        has_signed=who is not None and who.confidentiality_signed_on is not None,
        has_left=who is not None and not is_in_post(who.left_on, room.today),
    )
    agency = look.get(Agency, agency_id) if agency_id else None
    return _with_agency(made, agency, who, room) if agency else made


def _with_agency(
    made: Recipient, agency: Agency, who: Professional | None, room: _Room
) -> Recipient:
    signed, until = agency.agreement_signed_on, agency.agreement_expires_on
    return replace(
        made,
        agency=agency.id,
        agency_name=agency.name,
        kind=agency.agency_kind,
        wanted=agency.pack_variant,
        agency_revision=agency.revision,
        agreement=agreement_state(signed, until, room.today),
        agreement_until=until,
        has_secure_email=agency.secure_email,
        email=(who.email if who else "") or agency.email,
        password=room.passwords.get(agency.id),
        has_left=made.has_left or agency.status is AgencyStatus.CLOSED,
    )
