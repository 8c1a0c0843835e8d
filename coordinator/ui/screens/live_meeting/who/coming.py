"""Somebody who has no row yet, or sits in another's place: name, agency, signature. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from coordinator.casework.attendance import Attendee, add_attendee, record_substitute
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.live_views import LiveAround
from coordinator.domain.meeting_views import PresenceRow
from coordinator.domain.meetings import HERE
from coordinator.domain.rooms import (
    Somebody,
    Understood,
    already_there,
    understand_agency,
    understand_name,
)
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.screens.live_meeting.who import words
from coordinator.ui.screens.live_meeting.who.asking import Asked, Deed, Question
from coordinator.ui.screens.live_meeting.who.state import RoomRows
from coordinator.ui.screens.live_meeting.who.telling import Telling, View
from coordinator.wording.labels import label
from coordinator.wording.translation import _

NEW: Mapping[Deed, Attendance] = {
    Deed.OBSERVER: Attendance.OBSERVER,
    Deed.GUEST: Attendance.PRESENT,
    Deed.PERSON: Attendance.PERSON_PRESENT,
}


@dataclass(frozen=True, slots=True)
class _Coming:
    """Somebody about to be written down, while more is asked about them."""

    who: Somebody
    agency: UUID | None = None


class Coming:
    """Asks who came, and writes them down."""

    def __init__(self, room: Room, view: View, rows: RoomRows, telling: Telling) -> None:
        self._room, self._view, self._rows, self._telling = room, view, rows, telling
        self._coming: _Coming | None = None

    def ask_new(self, deed: Deed) -> None:
        """Ask who came without a seat."""
        if deed is Deed.PERSON:
            about = words.matter(self._room.line, hidden=self._room.names_hidden)
            offered = tuple(filter(None, (about, _("Advocate of {whom}", whom=about))))
            asked = _("Who is here for themselves, or with the person?")
            value = about if self._room.line and self._room.line.entry.person else ""
            self._view.ask(Question(Asked.NAME, deed, None, asked, value, offered))
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

    def understand(self, question: Question, typed: str) -> Understood:
        """Say who is meant by what is typed; the person and their advocate are as typed."""
        around = self._rows.around
        if question.deed is Deed.PERSON or around is None:
            name = typed.strip()
            return Understood(Somebody(None, name) if name else None)
        return understand_name(typed, around.professionals, self._rows.day)

    def named(self, question: Question, said: str) -> None:
        """Take the name, and ask what is not known yet."""
        found = self.understand(question, said)
        if found.who is None:
            several = words.understood(found, self._rows.today)
            self._telling.wrong(several or _("Write a name, or Esc."))
            return
        if (there := self._there(found.who, question)) is not None:
            self._view.end_question()
            self._view.go_to(there.id)
            told = _("{name} is on the list already: the current row.", name=there.name)
            self._telling.wrong(told)
            return
        self._coming = _Coming(found.who)
        self._ask_on(question)

    def from_agency(self, question: Question, said: str) -> None:
        """Take the agency; one that is not in the directory is kept as what they do."""
        if self._coming is not None:
            who = replace(self._coming.who, job=said)
            self._coming = replace(self._coming, who=who)
            self._ask_on(question)

    def signed(self, question: Question, said: str) -> None:
        """Take whether they signed, the last that is asked."""
        self._write_down(question, has_signed=bool(said))

    def _ask_name(self, deed: Deed, row: UUID | None, asked: str) -> None:
        around, on = self._rows.around, self._rows.day
        people = around.professionals if around else ()
        offered = tuple(
            words.in_directory(one) for one in people if one.left_on is None or one.left_on > on
        )
        self._coming = None
        self._view.ask(Question(Asked.NAME, deed, row, asked, offered=offered))

    def _there(self, who: Somebody, question: Question) -> PresenceRow | None:
        rows = self._rows.meeting.attendance if self._rows.meeting else ()
        if question.deed is Deed.SUBSTITUTE:  # whoever did not come for a seat may sit for another
            rows = tuple(row for row in rows if row.result in HERE)
        return already_there(who, rows, but=question.row)

    def _ask_on(self, question: Question) -> None:
        around = self._rows.around
        if self._coming is None or around is None:
            return
        if self._wants_agency(question, around):
            offered = tuple(one.name for one in around.agencies)
            name = self._coming.who.name
            asked = _("From which agency is {name}? Empty: none", name=name)
            self._view.ask(Question(Asked.AGENCY, question.deed, None, asked, offered=offered))
            return
        known = self._coming.who.professional
        if question.deed is Deed.PERSON or (known and known.confidentiality_signed_on):
            self._write_down(question, has_signed=known is not None)
            return
        name = self._coming.who.name
        asked = _("Has {name} signed the confidentiality statement?", name=name)
        self._view.ask(
            Question(Asked.SIGNED, question.deed, question.row, asked, is_yes_or_no=True)
        )

    def _wants_agency(self, question: Question, around: LiveAround) -> bool:
        """Find the agency that was named; gives whether it is still to be asked for."""
        who = self._coming.who if self._coming else Somebody()
        if who.professional is not None or question.deed not in (Deed.OBSERVER, Deed.GUEST):
            return False
        found = understand_agency(who.job, around.agencies) if who.job else None
        if found is not None:
            self._coming = _Coming(replace(who, job=""), found.id)
        return not who.job and question.asked is Asked.NAME

    def _write_down(self, question: Question, *, has_signed: bool) -> None:
        coming, self._coming = self._coming, None
        if coming is None:
            return
        known = coming.who.professional
        somebody = Attendee(
            professional_id=known.id if known else None,
            agency_id=coming.agency,
            name=coming.who.name,
            job=coming.who.job,
            has_signed=has_signed,
        )
        self._view.end_question()
        row = self._rows.get(question.row)
        if row is None:
            self._add(NEW[question.deed], somebody)
        else:
            self._telling.record(row, record_substitute, somebody.name, somebody=somebody)

    def _add(self, how: Attendance, somebody: Attendee) -> None:
        act = partial(add_attendee, meeting_id=self._room.id, result=how, somebody=somebody)
        told = _("{name}: {how}", name=somebody.name, how=label(how))

        def done(row: UUID) -> None:
            self._view.go_to(row)
            self._view.say(told)

        self._room.do(act, told, then=done, refused=self._telling.refused)
