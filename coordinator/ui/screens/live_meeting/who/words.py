"""How the room is written: each row, who counts, what is asked. No Qt."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from uuid import UUID

from coordinator.domain.directory.rules import ProfessionalRow, SeatRow
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.meetings.live_views import LiveLine, LiveMeeting
from coordinator.domain.meetings.rooms import Understood, agencies_asked, is_in_room
from coordinator.domain.meetings.rules import HERE
from coordinator.domain.meetings.views import PresenceRow
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.kit.words import letters
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.translation import _, ngettext


@dataclass(frozen=True, slots=True)
class RowShown:
    """One row as it is painted.

    Attributes:
        beside: Whom they sit for, as short as it is known; beside the name where that is all.
        is_unsaid: Nobody has said how the seat is filled.
        is_here: They sit in the room now.
        came: They were there at some time, whether they still are or not.
        is_guest: No seat of the panel.
        warnings: What the chair has to see: who leaves for the open item, a conflict.
    """

    id: UUID
    name: str
    state: str
    about: str
    sign: str
    tone: Tone
    beside: str = ""
    warnings: tuple[str, ...] = field(default=(), repr=False)
    is_unsaid: bool = False
    is_here: bool = False
    came: bool = False
    is_guest: bool = False

    @property
    def words(self) -> str:
        """All of it, as it is read out."""
        return ". ".join(filter(None, (self.name, self.state, self.about, *self.warnings)))


@dataclass(frozen=True, slots=True)
class CountShown:
    """How many agencies are there, as the chip says it."""

    words: str
    tone: Tone
    sign: str


def rows_shown(
    meeting: LiveMeeting,
    seats: Mapping[UUID, SeatRow],
    leaving: Collection[UUID],
    today: date,
    short: Mapping[str, str] = MappingProxyType({}),
    *,
    hidden: bool = False,
) -> tuple[RowShown, ...]:
    """Write every row.

    Args:
        meeting: As it is now.
        seats: Of the panel, by id: for whom a substitute sits, since when one is vacant.
        leaving: Rows of those who must not hear of the person that is open.
        today: The desk's day.
        short: Short names of agencies, by name.
        hidden: Others may be looking: the person themselves is not named, nor what a conflict of
            interest is about.
    """
    rows = (_for_others(row) if hidden else row for row in meeting.attendance)
    return tuple(
        replace(
            _shown(row, seats.get(row.seat_id) if row.seat_id else None, row.id in leaving, today),
            beside=short.get(row.agency) or row.agency,
        )
        for row in rows
    )


def _for_others(row: PresenceRow) -> PresenceRow:
    is_own = row.result is Attendance.PERSON_PRESENT
    return replace(
        row,
        name=label(Attendance.PERSON_PRESENT) if is_own else row.name,
        conflict=_("noted") if row.conflict else "",
    )


def _shown(row: PresenceRow, seat: SeatRow | None, leaves: bool, today: date) -> RowShown:  # noqa: FBT001
    sign, tone = _sign(row)
    return RowShown(
        id=row.id,
        name=_name(row, seat),
        state=_state(row, seat, today),
        about=", ".join(_about(row, seat)),
        sign=sign,
        tone=tone,
        warnings=tuple(_warnings(row, leaves=leaves)),
        is_unsaid=row.result is None,
        is_here=is_in_room(row),
        came=row.result in HERE,
        is_guest=row.seat_id is None,
    )


def _name(row: PresenceRow, seat: SeatRow | None) -> str:
    return row.name or (seat.name if seat else "") or row.agency


def _about(row: PresenceRow, seat: SeatRow | None) -> Iterator[str]:
    if row.agency and row.agency != _name(row, seat):
        yield row.agency
    elif not row.agency and row.job:
        yield row.job


_SIGNS: Mapping[Attendance | None, tuple[str, Tone]] = {
    None: ("circle", Tone.NEUTRAL),
    Attendance.PRESENT: ("circle-check", Tone.GOOD),
    Attendance.PART: ("circle-check", Tone.GOOD),
    Attendance.SUBSTITUTE: ("circle-check", Tone.GOOD),
    Attendance.OBSERVER: ("eye", Tone.GOOD),
    Attendance.PERSON_PRESENT: ("user-round", Tone.GOOD),
    Attendance.APOLOGIES: ("message-square", Tone.NEUTRAL),
    Attendance.APOLOGIES_INFORMED: ("message-square", Tone.NEUTRAL),
    Attendance.ABSENT: ("x", Tone.CAREFUL),
    Attendance.VACANT: ("user-round-x", Tone.CAREFUL),
    Attendance.NOT_REQUIRED: ("circle-pause", Tone.NEUTRAL),
}


def _sign(row: PresenceRow) -> tuple[str, Tone]:
    if row.result in HERE and row.left_at is not None:
        return "door-open", Tone.NEUTRAL
    return _SIGNS[row.result]


def _state(row: PresenceRow, seat: SeatRow | None, today: date) -> str:
    match row.result:
        case None:
            return _("Not said yet")
        case Attendance.VACANT:
            since = seat.vacant_since if seat else None
            return _("Vacant since {day}", day=dates.day(since, today)) if since else _("Vacant")
        case Attendance.APOLOGIES_INFORMED if row.information_on is not None:
            return _("Apologies, information {day}", day=dates.day(row.information_on, today))
        case Attendance.APOLOGIES:
            return _("Apologies")
        case _ if row.result in HERE:
            return _came(row, seat)
        case _:
            return label(row.result)


def _came(row: PresenceRow, seat: SeatRow | None) -> str:
    how = _("Here")
    if row.result is Attendance.SUBSTITUTE:
        holder = seat.holder if seat else ""
        how = _("Here for {name}", name=holder) if holder else label(row.result)
    elif row.result in (Attendance.OBSERVER, Attendance.PERSON_PRESENT):
        how = label(row.result)
    elif row.result is Attendance.PART and not (row.arrived_at or row.left_at):
        how = _("Here for part of it")
    return ", ".join(filter(None, (how, _times(row))))


def _times(row: PresenceRow) -> str:
    if row.arrived_at and row.left_at:
        return _("{start} to {end}", start=_at(row.arrived_at), end=_at(row.left_at))
    if row.arrived_at:
        return _("from {time} on", time=_at(row.arrived_at))
    return _("left {time}", time=_at(row.left_at)) if row.left_at else ""


def _at(time: object) -> str:
    return dates.clock(time)  # type: ignore[arg-type]


def _warnings(row: PresenceRow, *, leaves: bool) -> Iterator[str]:
    if leaves:
        yield _("Leaves for this item")
    if row.conflict:
        yield _("Conflict of interest: {what}", what=row.conflict)
    wants_signature = row.result in HERE and row.result is not Attendance.PERSON_PRESENT
    if wants_signature and not row.confidentiality_signed:
        yield _("Confidentiality not signed")


def count_shown(meeting: LiveMeeting) -> CountShown:
    """Write how many agencies are there, and whether that is enough."""
    here, needed = meeting.quorum.present, meeting.quorum.needed
    asked = max(agencies_asked(meeting.attendance), here)
    if not needed:
        words = _("{here} of {asked} agencies", here=here, asked=asked)
        return CountShown(words, Tone.NEUTRAL, "users")
    if meeting.quorum.is_met:
        words = _(
            "{here} of {asked} agencies, quorum {needed}", here=here, asked=asked, needed=needed
        )
        return CountShown(words, Tone.GOOD, "circle-check")
    words = _(
        "{here} of {asked} agencies, quorum {needed} not met",
        here=here,
        asked=asked,
        needed=needed,
    )
    return CountShown(words, Tone.CAREFUL, "triangle-alert")


def quorum_fell(meeting: LiveMeeting) -> str:
    """Say that too few are left, and what that means."""
    return _(
        "The quorum is no longer met: {here} of {needed} agencies are here. Decisions are now"
        " the chair's.",
        here=meeting.quorum.present,
        needed=meeting.quorum.needed,
    )


def quorum_rose(meeting: LiveMeeting) -> str:
    """Say that enough are there."""
    return _("The quorum is met: {here} agencies are here.", here=meeting.quorum.present)


def to_tell(names: Collection[str]) -> str:
    """Say who took something on today and is not here to hear of it."""
    if not names:
        return ""
    count = ngettext("{count} to be told today", "{count} to be told today", len(names))
    return _("{count}: {names}", count=count, names=", ".join(names))


def matter(line: LiveLine | None, *, hidden: bool = False) -> str:
    """Name what the open line is about, as a list that leaves may: initials and reference.

    Args:
        line: Which.
        hidden: Others may be looking: no words somebody typed either.
    """
    if line is None:
        return ""
    person = line.entry.person
    if person is None:
        return ("" if hidden else line.entry.title) or label(line.entry.kind)
    short = letters(person.name, person.reference)
    return person.reference if short == person.reference else f"{short} {person.reference}"


def in_directory(one: ProfessionalRow) -> str:
    """Write somebody of the directory as the line offers them."""
    return _("{name}, {agency}", name=one.name, agency=one.agency)


def understood(found: Understood, today: date) -> str:
    """Say under the line whom a typed name means."""
    if found.several:
        names = "; ".join(in_directory(one) for one in found.several[:4])
        return _("Who of these? Go on typing: {names}", names=names)
    who = found.who
    if who is None:
        return ""
    if who.professional is not None:
        return _("From the directory: {who}", who=in_directory(who.professional))
    if found.left is not None:
        return _(
            "{name} has left {agency} ({day}). Enter writes the name only.",
            name=found.left.name,
            agency=found.left.agency,
            day=dates.day(found.left.left_on, today),
        )
    return _("Not in the directory: {name}", name=", ".join(filter(None, (who.name, who.job))))
