"""Somebody who has no row yet, or sits in another's place: name, agency, signature. No Qt."""

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from functools import partial
from uuid import UUID

from coordinator.casework.meetings.attendance import Attendee, add_attendee, record_substitute
from coordinator.domain.directory.rules import is_in_post
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.meetings.live_views import LiveAround
from coordinator.domain.meetings.rooms import (
    Somebody,
    Understood,
    already_there,
    understand_agency,
    understand_name,
)
from coordinator.domain.meetings.rules import HERE
from coordinator.domain.meetings.views import PresenceRow
from coordinator.ui.screens.live_meeting.questions import (
    Asked,
    Choice,
    Flow,
    Leave,
    Meant,
    Objection,
    Runner,
    Step,
)
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.screens.live_meeting.who import words
from coordinator.ui.screens.live_meeting.who.asking import Deed, line_of, name_of_line
from coordinator.ui.screens.live_meeting.who.state import RoomRows
from coordinator.ui.screens.live_meeting.who.telling import Telling, View
from coordinator.wording.labels import label
from coordinator.wording.translation import _

NEW: Mapping[Deed, Attendance] = {
    Deed.OBSERVER: Attendance.OBSERVER,
    Deed.GUEST: Attendance.PRESENT,
    Deed.PERSON: Attendance.PERSON_PRESENT,
}


class Coming:
    """Asks who came, and writes them down."""

    def __init__(
        self, room: Room, view: View, rows: RoomRows, runner: Runner, telling: Telling
    ) -> None:
        self._room, self._view, self._rows = room, view, rows
        self._runner, self._telling = runner, telling

    def ask_new(self, deed: Deed) -> None:
        """Ask who came without a seat."""
        if deed is Deed.PERSON:
            about = words.matter(self._room.line, hidden=self._room.names_hidden)
            offered = tuple(filter(None, (about, _("Advocate of {whom}", whom=about))))
            asked = _("Who is here for themselves, or with the person?")
            value = about if self._room.line and self._room.line.entry.person else ""
            self._begin(deed, None, line_of(asked, name_of_line(deed, None), value, offered))
        elif deed is Deed.OBSERVER:
            self._ask_name(deed, None, _("Who observes? Name, then agency after a comma"))
        else:
            self._ask_name(deed, None, _("Who else came? Name, then agency after a comma"))

    def ask_substitute(self, row: PresenceRow) -> None:
        """Ask who came in place of the holder of a seat."""
        if row.seat_id is None:
            self._telling.wrong(_("Only a seat of the panel has a substitute."))
            return
        seat = self._rows.seats.get(row.seat_id)
        whose = (seat.holder or seat.name) if seat else row.agency
        self._ask_name(Deed.SUBSTITUTE, row.id, _("Who came for {name}?", name=whose))

    def lead_to(self, there: PresenceRow) -> None:
        """Put the keys on somebody who is there already."""
        self._view.go_to(there.id)
        told = _("{name} is on the list already: the current row.", name=there.name)
        self._telling.wrong(told)

    def write_down(self, deed: Deed, of: UUID | None, somebody: Attendee) -> None:
        """Write somebody down who came, or who sits for the holder of a seat."""
        row = self._rows.get(of)
        if row is None:
            self._add(NEW[deed], somebody)
        else:
            self._telling.record(row, record_substitute, somebody.name, somebody=somebody)

    def _ask_name(self, deed: Deed, row: UUID | None, asked: str) -> None:
        around, on = self._rows.around, self._rows.day
        people = around.professionals if around else ()
        offered = tuple(words.in_directory(one) for one in people if is_in_post(one.left_on, on))
        line = line_of(asked, name_of_line(deed, row), suggested=offered)
        self._begin(deed, row, line)

    def _begin(self, deed: Deed, row: UUID | None, line: Asked) -> None:
        self._runner.begin(ComingFlow(self, self._rows, deed, row, line))

    def _add(self, how: Attendance, somebody: Attendee) -> None:
        act = partial(add_attendee, meeting_id=self._room.id, result=how, somebody=somebody)
        told = _("{name}: {how}", name=somebody.name, how=label(how))

        def done(row: UUID) -> None:
            self._view.go_to(row)
            self._view.say(told)

        self._room.do(act, told, then=done, refused=self._telling.refused)


class Stage(Enum):
    """What is asked now."""

    NAME = "name"
    AGENCY = "agency"
    SIGNED = "signed"


class ComingFlow(Flow):
    """Somebody about to be written down: who, and what is not known of them yet."""

    name = "who"
    keeps = False

    def __init__(
        self, coming: Coming, rows: RoomRows, deed: Deed, row: UUID | None, line: Asked
    ) -> None:
        self._coming, self._rows = coming, rows
        self._deed, self._row, self._line = deed, row, line
        self._stage = Stage.NAME
        self._who = Somebody()
        self._agency: UUID | None = None

    def asked(self) -> Asked:
        """Tell what is asked now."""
        match self._stage:
            case Stage.NAME:
                return self._line
            case Stage.AGENCY:
                asked = _("From which agency is {name}? Empty: none", name=self._who.name)
                agencies = self._rows.around.agencies if self._rows.around else ()
                offered = tuple(one.name for one in agencies)
                name = f"{self._line.name}.{Stage.AGENCY.value}"
                return line_of(asked, name, suggested=offered)
            case Stage.SIGNED:
                asked = _("Has {name} signed the confidentiality statement?", name=self._who.name)
                choices = (Choice("Y", _("Yes"), True), Choice("N", _("No"), False))  # noqa: FBT003
                return Asked(asked, choices=choices)

    def typed(self, text: str) -> Meant:
        """Tell who is meant."""
        if self._stage is not Stage.NAME or self._deed is Deed.PERSON:
            return Meant()
        return Meant(words.understood(self._understand(text), self._rows.today))

    def enter(self, text: str) -> Step:
        """Take the name; or the agency, where one not in the directory is kept as their job."""
        if self._stage is Stage.NAME:
            return self._named(text.strip())
        self._who = replace(self._who, job=text.strip())
        return self._go_on()

    def choose(self, value: object) -> Step:
        """Take whether they signed, the last that is asked."""
        return self._written(has_signed=value is True)

    def _understand(self, typed: str) -> Understood:
        """Say who is meant by what is typed; the person and their advocate are as typed."""
        around = self._rows.around
        if self._deed is Deed.PERSON or around is None:
            name = typed.strip()
            return Understood(Somebody(None, name) if name else None)
        return understand_name(typed, around.professionals, self._rows.day)

    def _named(self, said: str) -> Step:
        found = self._understand(said)
        if found.who is None:
            several = words.understood(found, self._rows.today)
            return Objection(several or _("Write a name, or Esc."))
        if (there := self._there(found.who)) is not None:
            return Leave(partial(self._coming.lead_to, there))
        self._who, self._agency = found.who, None
        return self._go_on()

    def _there(self, who: Somebody) -> PresenceRow | None:
        rows = self._rows.meeting.attendance if self._rows.meeting else ()
        if self._deed is Deed.SUBSTITUTE:  # whoever did not come for a seat may sit for another
            rows = tuple(row for row in rows if row.result in HERE)
        return already_there(who, rows, but=self._row)

    def _go_on(self) -> Step:
        around = self._rows.around
        if around is not None and self._wants_agency(around):
            self._stage = Stage.AGENCY
            return None
        known = self._who.professional
        if self._deed is Deed.PERSON or (known and known.confidentiality_signed_on):
            return self._written(has_signed=known is not None)
        self._stage = Stage.SIGNED
        return None

    def _wants_agency(self, around: LiveAround) -> bool:
        """Find the agency that was named; gives whether it is still to be asked for."""
        who = self._who
        if who.professional is not None or self._deed not in (Deed.OBSERVER, Deed.GUEST):
            return False
        found = understand_agency(who.job, around.agencies) if who.job else None
        if found is not None:
            self._who, self._agency = replace(who, job=""), found.id
        return not who.job and self._stage is Stage.NAME

    def _written(self, *, has_signed: bool) -> Step:
        known = self._who.professional
        somebody = Attendee(
            professional_id=known.id if known else None,
            agency_id=self._agency,
            name=self._who.name,
            job=self._who.job,
            has_signed=has_signed,
        )
        return Leave(partial(self._coming.write_down, self._deed, self._row, somebody))
