"""Who sits in the room of a meeting, as it is at this moment, and who a typed name means."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.directory.rules import AgencyRow, ProfessionalRow
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.meetings.rules import HERE
from coordinator.domain.meetings.views import PresenceRow
from coordinator.domain.people.duplicates import fold_name

_NO_SEAT_COUNTS = frozenset({Attendance.OBSERVER, Attendance.PERSON_PRESENT})


def is_in_room(row: PresenceRow) -> bool:
    """Whether somebody sits there now: they came, and have not left."""
    return row.result in HERE and row.left_at is None


def is_unsaid(row: PresenceRow) -> bool:
    """Whether nobody has said yet how a seat is filled."""
    return row.result is None


def agencies_asked(rows: Iterable[PresenceRow]) -> int:
    """Count the agencies that could be there: of every seat that has one, and of guests."""
    return len({row.agency_id or row.agency for row in rows if _is_asked(row)})


def _is_asked(row: PresenceRow) -> bool:
    if row.result is Attendance.VACANT:
        return row.agency_id is not None
    has_agency = bool(row.agency_id or row.agency)
    return has_agency and (row.seat_id is not None or row.result not in _NO_SEAT_COUNTS)


@dataclass(frozen=True, slots=True)
class RoomFacts:
    """What the room needs beside its attendance.

    Attributes:
        today: The desk's day now; a meeting left open over night is of another.
        to_tell: Owners of actions agreed at the meeting who do not sit there, by name or, where
            an action has no owner, by agency; each once.
    """

    today: date
    to_tell: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpeningFacts:
    """Who runs a meeting, and on which day it is looked at.

    Attributes:
        revision: Of the meeting, for the form that changes its officers.
    """

    today: date
    revision: int
    chair_id: UUID | None
    chair: str
    minute_taker_id: UUID | None
    minute_taker: str


@dataclass(frozen=True, slots=True)
class Somebody:
    """Who a typed name means: somebody in the directory, or a name only."""

    professional: ProfessionalRow | None = None
    name: str = ""
    job: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """What was understood of a typed name.

    Attributes:
        who: Nobody while nothing is typed, or while several are meant.
        several: People of the directory the words fit; whoever types has to say more.
        left: Somebody of exactly this name who is no longer in post.
    """

    who: Somebody | None = None
    several: tuple[ProfessionalRow, ...] = ()
    left: ProfessionalRow | None = field(default=None)


def understand_name(typed: str, professionals: Sequence[ProfessionalRow], on: date) -> Understood:
    """Say who is meant by *rhys ro*, *Rhys Roskilly, Kerrow Homes* or *Ann Lee, student*.

    Words begin the parts of one name of the directory; behind a comma stands the agency, or what
    somebody not in the directory does. Nobody is guessed: two who fit are both given.

    Args:
        typed: As it stands in the line.
        professionals: Of the directory, those who left lately too.
        on: The day of the meeting: who has left by then is not meant.
    """
    name, _comma, rest = (part.strip() for part in typed.partition(","))
    if not name:
        return Understood()
    fitting = [one for one in professionals if _fits(name, one.name)]
    exact = [one for one in fitting if fold_name(one.name) == fold_name(name)]
    found = [one for one in exact or fitting if one.left_on is None or one.left_on > on]
    if rest:
        found = [one for one in found if fold_name(one.agency).startswith(fold_name(rest))]
    if len(found) == 1:
        one = found[0]
        return Understood(Somebody(one, one.name, one.job))
    if found:
        return Understood(several=tuple(found))
    gone = next((one for one in exact if one.left_on is not None and one.left_on <= on), None)
    return Understood(Somebody(None, name, rest), left=gone)


def _fits(typed: str, name: str) -> bool:
    """Whether each word typed begins another word of a name, in their order."""
    words = iter(fold_name(name).split())
    return all(any(word.startswith(part) for word in words) for part in fold_name(typed).split())


def understand_agency(typed: str, agencies: Iterable[AgencyRow]) -> AgencyRow | None:
    """Give the one agency a name or short name means; nothing when none or several do."""
    wanted = fold_name(typed)
    rows = list(agencies)
    exact = [one for one in rows if wanted in (fold_name(one.name), fold_name(one.short_name))]
    near = exact or [one for one in rows if wanted and fold_name(one.name).startswith(wanted)]
    return near[0] if len(near) == 1 else None


def already_there(
    who: Somebody, rows: Iterable[PresenceRow], but: UUID | None = None
) -> PresenceRow | None:
    """Give the row on which somebody stands already.

    Args:
        who: Who is to be written down.
        rows: Of the meeting.
        but: The row they are to be written on.
    """
    others = [row for row in rows if row.id != but]
    if who.professional is not None:
        same = [row for row in others if row.professional_id == who.professional.id]
    else:
        same = [row for row in others if row.name and fold_name(row.name) == fold_name(who.name)]
    return same[0] if same else None
