"""Accountability without blame: what agencies brought in a period, read for those who may."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID

from coordinator.casework.cases.caseload import overdue_before
from coordinator.casework.desk import LONDON, Desk
from coordinator.db.models import Agency, Professional, Seat
from coordinator.db.repositories.accountability import DueAction, SeatFilled
from coordinator.db.transaction import Reading
from coordinator.domain import accountability as rules
from coordinator.domain.accountability import (
    Accountability,
    AgencyFigures,
    Beside,
    Came,
    Context,
    Did,
    Kept,
    Past,
    Period,
    Promise,
    VacantSeat,
)
from coordinator.domain.ids import made_at, uuid7
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.roles import Right
from coordinator.domain.states import ActionStatus, AgencyStatus

_CAME: Mapping[Attendance | None, str] = {
    Attendance.PRESENT: "holder",
    Attendance.SUBSTITUTE: "substitute",
    Attendance.PART: "part",
    Attendance.APOLOGIES_INFORMED: "informed",
    Attendance.APOLOGIES: "apologies",
    Attendance.ABSENT: "absent",
    Attendance.VACANT: "vacant",
    Attendance.NOT_REQUIRED: "not_required",
    None: "unsaid",
}
_DAY = timedelta(days=1)
_SeatRow = tuple[Seat, Agency | None, Professional | None]


def read_accountability(
    desk: Desk, period: Period | None = None, *, kept_from: UUID | None = None
) -> Accountability:
    """Show what each agency brought in a period: a rolling quarter unless another is asked for.

    What was done under a name keeps it: an agency that became part of another, or ended, stands
    in a row of its own for as long as it did something in the period. Everything is counted as it
    stands now, by the same eight questions to the store whatever is on file.

    Args:
        desk: Who asks. Actions and offers about people the sitter's agency must not be told
            about are not counted.
        period: Both days included; a year at most.
        kept_from: An agency a paper is made for, besides the sitter's.

    Raises:
        NotPermittedError: The role may not see figures.
        InvalidFieldsError: `until_on`: see `check_period`.
    """
    today = desk.today()
    period = period or rules.quarter_to(today)
    rules.check_period(period, today)
    with desk.count(Right.SEE_FIGURES) as look:
        hidden = _own(desk, look) | look.readers.kept_from(kept_from)
        seats = _with_holders(look.paper_facts.seats(), today)
        return Accountability(
            period=period,
            today=today,
            meetings=look.actions.by_agency.meetings_held(period),
            rows=tuple(_rows(look, period, today, seats, hidden)),
            vacant=tuple(_vacant(seats)),
        )


def _own(desk: Desk, look: Reading) -> frozenset[UUID]:
    return look.readers.kept_from(desk.sitter.agency, desk.sitter.professional)


def _rows(
    look: Reading,
    period: Period,
    today: date,
    seats: Sequence[_SeatRow],
    hidden: Collection[UUID],
) -> Iterable[AgencyFigures]:
    agencies = {one.id: one for one in look.actions.by_agency.agencies()}
    came = look.actions.by_agency.seats_filled(period)
    did = _done(look, period, today, hidden)
    kept = _offered(look, period, hidden)
    for one in _in_order(seats, agencies, {row.agency for row in came}, did, kept):
        counts, acted = _filled(came, one.id), did.get(one.id, Did())
        beside = (
            *_of_seats(one, seats),
            *_of_agency(one, agencies, period, came),
            *_of_nothing(counts, acted),
        )
        yield AgencyFigures(one.id, one.name, counts, acted, kept.get(one.id, Kept()), beside)


def read_promises(desk: Desk, agency_id: UUID) -> tuple[Promise, ...]:
    """Say how an agency's actions went over the last year, by kind: for the chair's eyes only.

    What could not be done, was overtaken, declined or passed on counts neither for nor against;
    kinds with fewer than five actions are left out.

    Raises:
        NotPermittedError: Somebody else than the chair asks.
    """
    today = desk.today()
    late_before = overdue_before(today)
    with desk.read(Right.SEE_PROMISES) as look:
        hidden = _own(desk, look)
        period = Period(today - rules.LOOKED_BACK, today)
        found = look.actions.by_agency.due_of(agency_id, period, hidden)
        return rules.promises(_past(one) for one in found if _counts(one, late_before))


def _counts(one: DueAction, late_before: date) -> bool:
    ended = one.status in {ActionStatus.DONE, ActionStatus.NOT_DONE}
    return ended or one.due_on < late_before


def _past(one: DueAction) -> Past:
    if one.status is not ActionStatus.DONE or one.done_on is None:
        return Past(one.kind, on_time=False)
    return Past(one.kind, one.done_on <= one.due_on, max((one.done_on - one.set_on).days, 0))


def _with_holders(seats: Iterable[_SeatRow], today: date) -> list[_SeatRow]:
    """Take those who have left out of their seats: nobody fills them any more."""
    return [
        (seat, agency, holder if holder and _stays(holder, today) else None)
        for seat, agency, holder in seats
    ]


def _stays(holder: Professional, today: date) -> bool:
    return holder.left_on is None or holder.left_on > today


def _agency_of(row: _SeatRow) -> UUID | None:
    _seat, agency, holder = row
    if agency is not None:
        return agency.id
    return holder.agency_id if holder else None


def _done(
    look: Reading, period: Period, today: date, hidden: Collection[UUID]
) -> Mapping[UUID, Did]:
    found = look.actions.by_agency.actions(period, overdue_before(today), hidden)
    return {row.agency: Did(*row[1:]) for row in found}


def _offered(look: Reading, period: Period, hidden: Collection[UUID]) -> Mapping[UUID, Kept]:
    made = (_first_id(period.from_on), _first_id(period.until_on + _DAY))
    found = look.actions.by_agency.offers(made, period, hidden)
    return {row.agency: Kept(*row[1:]) for row in found}


def _first_id(day: date) -> UUID:
    """Give the least id a record made on a day can have, by the clock of the panel's place."""
    midnight = datetime.combine(day, time(0), LONDON)
    return uuid7(int(midnight.timestamp() * 1000), 0)


def _filled(came: Sequence[SeatFilled], agency: UUID) -> Came:
    counts: dict[str, int] = {}
    for row in came:
        if row.agency == agency:
            name = _CAME[row.result]
            counts[name] = counts.get(name, 0) + row.meetings
    return Came(**counts)


def _in_order(
    seats: Sequence[_SeatRow],
    agencies: Mapping[UUID, Agency],
    *acted: Collection[UUID | None],
) -> list[Agency]:
    """Give the agencies in the order of their seats, then the others that did something."""
    seated = [key for key in map(_agency_of, seats) if key is not None]
    others = set().union(*acted) - set(seated)
    by_name = [one.id for one in agencies.values() if one.id in others]
    return [agencies[key] for key in dict.fromkeys([*seated, *by_name]) if key in agencies]


def _vacant(seats: Iterable[_SeatRow]) -> Iterable[VacantSeat]:
    for seat, agency, holder in seats:
        if holder is None:
            yield VacantSeat(seat.name, agency.name if agency else "", _since(seat))


def _since(seat: Seat) -> date | None:
    return seat.vacant_since if seat.holder_id is None else None


def _of_seats(agency: Agency, seats: Sequence[_SeatRow]) -> Iterable[Context]:
    mine = [row for row in seats if _agency_of(row) == agency.id]
    for seat, _agency, holder in mine:
        if holder is None:
            yield Context(Beside.VACANT, _since(seat), seat.name)
    if not mine and agency.status is AgencyStatus.ACTIVE:
        yield Context(Beside.NO_SEAT)


def _of_agency(
    agency: Agency,
    agencies: Mapping[UUID, Agency],
    period: Period,
    came: Sequence[SeatFilled],
) -> Iterable[Context]:
    known_since = made_at(agency.id).astimezone(LONDON).date()
    if known_since > period.from_on and agency.status is AgencyStatus.ACTIVE:
        yield Context(Beside.NEW, known_since)
    for name in sorted({row.name for row in came if row.agency == agency.id} - {agency.name}):
        yield Context(Beside.CALLED, None, name)
    if agency.status is AgencyStatus.MERGED:
        successor = agencies.get(agency.successor_id) if agency.successor_id else None
        yield Context(Beside.PART_OF, agency.ended_on, successor.name if successor else "")
    elif agency.status is AgencyStatus.CLOSED:
        yield Context(Beside.ENDED, agency.ended_on)
    for one in agencies.values():
        if one.successor_id == agency.id and one.ended_on and one.ended_on >= period.from_on:
            yield Context(Beside.TOOK_OVER, one.ended_on, one.name)


def _of_nothing(came: Came, did: Did) -> Iterable[Context]:
    if not came.meetings:
        yield Context(Beside.NO_MEETINGS)
    if not did.set and not did.due:
        yield Context(Beside.NO_ACTIONS)
