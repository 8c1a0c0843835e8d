"""What is said of who is in the room: by one key where that is enough, else asked. No Qt."""

from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from functools import partial

from coordinator.casework.attendance import (
    declare_conflict,
    record_apologies,
    record_attendance,
    record_signature,
)
from coordinator.casework.coming_and_going import (
    record_arrival,
    record_departure,
    record_everybody_else,
    remove_attendee,
)
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.meeting_views import PresenceRow
from coordinator.domain.meetings import HERE
from coordinator.domain.past_days import understand_past_day
from coordinator.domain.rooms import is_in_room
from coordinator.reference.working_days import is_working_day
from coordinator.ui.kit.asks import read_time
from coordinator.ui.screens.live_meeting.room import Room, may_see
from coordinator.ui.screens.live_meeting.who import words
from coordinator.ui.screens.live_meeting.who.asking import Asked, Deed, Question
from coordinator.ui.screens.live_meeting.who.coming import NEW, Coming
from coordinator.ui.screens.live_meeting.who.state import RoomRows
from coordinator.ui.screens.live_meeting.who.telling import Telling, View, name_of, told_of
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.translation import _, ngettext

_ONE_KEY: Mapping[Deed, Attendance] = {
    Deed.HERE: Attendance.PRESENT,
    Deed.ABSENT: Attendance.ABSENT,
    Deed.PART: Attendance.PART,
    Deed.NOT_REQUIRED: Attendance.NOT_REQUIRED,
    Deed.VACANT: Attendance.VACANT,
}


class Deeds:
    """Does what the keys and the answers say."""

    def __init__(self, room: Room, view: View, rows: RoomRows) -> None:
        self._room, self._view, self._rows = room, view, rows
        self._telling = Telling(room, view, rows)
        self._coming = Coming(room, view, rows, self._telling)
        self._do: Mapping[Deed, Callable[[PresenceRow], None]] = {
            **{deed: partial(self._say_how, result=how) for deed, how in _ONE_KEY.items()},
            Deed.APOLOGIES: self._apologise,
            Deed.INFORMED: self._ask_day,
            Deed.TIMES: self._come_or_go,
            Deed.CAME_AT: self._ask_arrival,
            Deed.LEFT_AT: self._ask_departure,
            Deed.CONFLICT: self._ask_conflict,
            Deed.SIGNED: self._sign,
            Deed.SUBSTITUTE: self._coming.ask_substitute,
            Deed.REMOVE: self._remove,
        }
        self._answer: Mapping[Asked, Callable[[Question, str], None]] = {
            Asked.INFORMED_ON: self._informed,
            Asked.CAME_AT: self._came_at,
            Asked.LEFT_AT: self._left_at,
            Asked.CONFLICT: self._declare,
            Asked.NAME: self._coming.named,
            Asked.AGENCY: self._coming.from_agency,
            Asked.SIGNED: self._coming.signed,
        }

    def do(self, deed: Deed, row: PresenceRow | None) -> None:
        """Do what a key asks."""
        self._view.say("")
        if deed is Deed.EVERYBODY:
            self._everybody()
        elif deed in NEW:
            self._coming.ask_new(deed)
        elif row is not None:
            self._do[deed](row)

    def answer(self, question: Question, said: str) -> None:
        """Take the answer to a question."""
        self._view.say("")
        self._answer[question.asked](question, said.strip())

    def understand(self, question: Question, typed: str) -> None:
        """Say what is understood of what is typed so far."""
        told = ""
        if question.asked is Asked.NAME and question.deed is not Deed.PERSON:
            told = words.understood(self._coming.understand(question, typed), self._rows.today)
        elif question.asked is Asked.INFORMED_ON:
            on = understand_past_day(typed, self._rows.today)
            told = dates.ago(on, self._rows.today) if on else ""
        self._view.show_understood(told)

    def _say_how(self, row: PresenceRow, result: Attendance) -> None:
        if result in HERE and not row.name:
            self._telling.wrong(_("This seat is vacant: T says who came for it."))
            return
        self._telling.record(row, record_attendance, label(result), result=result)

    def _apologise(self, row: PresenceRow) -> None:
        self._telling.record(row, record_apologies, label(Attendance.APOLOGIES))

    def _everybody(self) -> None:
        def done(count: int) -> None:
            some = ngettext("{count} more is here.", "{count} more are here.", count)
            self._view.say(some if count else _("Something was said of every seat already."))

        act = partial(record_everybody_else, meeting_id=self._room.id)
        refused = self._telling.refused
        self._room.do(act, _("Everybody else is here"), then=done, refused=refused)

    def _come_or_go(self, row: PresenceRow) -> None:
        goes = is_in_room(row)
        is_back = row.result in HERE and not goes
        if not self._rows.is_now and not is_back:
            (self._ask_departure if goes else self._ask_arrival)(row)
            return
        if not row.name:
            self._telling.wrong(_("This seat is vacant: T says who came for it."))
            return
        item = self._room.line.entry.number if self._room.line else 0
        if goes:
            told = _("{name} leaves at item {item}.", name=row.name, item=item)
            self._telling.change(row, record_departure, told)
        else:
            told = _("{name} is here from item {item} on.", name=row.name, item=item)
            self._telling.change(row, record_arrival, told)

    def _ask_arrival(self, row: PresenceRow) -> None:
        asked = _("When did {name} come?", name=name_of(row))
        value = dates.clock(row.arrived_at) if row.arrived_at else ""
        self._view.ask(Question(Asked.CAME_AT, Deed.CAME_AT, row.id, asked, value))

    def _ask_departure(self, row: PresenceRow) -> None:
        asked = _("When did {name} leave?", name=name_of(row))
        value = dates.clock(row.left_at) if row.left_at else ""
        self._view.ask(Question(Asked.LEFT_AT, Deed.LEFT_AT, row.id, asked, value))

    def _came_at(self, question: Question, said: str) -> None:
        row, at = self._timed(question, said)
        if row is not None and at is not None:
            told = told_of(row, _("Came {time}", time=dates.clock(at)))
            self._telling.change(row, record_arrival, told, at=at)

    def _left_at(self, question: Question, said: str) -> None:
        row, at = self._timed(question, said)
        if row is not None and at is not None:
            told = told_of(row, _("Left {time}", time=dates.clock(at)))
            self._telling.change(row, record_departure, told, at=at)

    def _timed(self, question: Question, said: str) -> tuple[PresenceRow | None, time | None]:
        at = _time(said)
        if at is None:
            self._telling.wrong(_("This is not a time; write it as 10:40."))
        return self._rows.get(question.row), at

    def _ask_day(self, row: PresenceRow) -> None:
        usual = dates.day(_working_day_before(self._rows.day), self._rows.today)
        asked = _("{name} sends apologies. Day the information was sent", name=name_of(row))
        self._view.ask(Question(Asked.INFORMED_ON, Deed.INFORMED, row.id, asked, usual))

    def _informed(self, question: Question, said: str) -> None:
        row, on = self._rows.get(question.row), understand_past_day(said, self._rows.today)
        if row is None or on is None:
            self._telling.wrong(_("This is no day gone by; write it as 18 Nov, Wed or yesterday."))
            return
        self._view.end_question()
        told = label(Attendance.APOLOGIES_INFORMED)
        self._telling.record(row, record_apologies, told, information_on=on)

    def _ask_conflict(self, row: PresenceRow) -> None:
        if row.result not in HERE:
            self._telling.wrong(
                _("Only who is here declares a conflict; say first that they are.")
            )
            return
        if row.conflict and not may_see(self._room):
            return
        about = words.matter(self._room.line, hidden=self._room.names_hidden)
        value = row.conflict
        if about and about not in value:
            value = f"{value}; {about}: " if value else f"{about}: "
        asked = _("Conflict of interest of {name}; empty takes it back", name=row.name)
        self._view.ask(Question(Asked.CONFLICT, Deed.CONFLICT, row.id, asked, value))

    def _declare(self, question: Question, said: str) -> None:
        row, conflict = self._rows.get(question.row), said.rstrip(" :;,")
        if row is None or conflict == row.conflict:
            self._view.end_question()
            return
        told = _("Conflict of interest noted") if conflict else _("No conflict of interest")
        self._telling.change(row, declare_conflict, told_of(row, told), conflict=conflict)

    def _sign(self, row: PresenceRow) -> None:
        if row.result not in HERE:
            self._telling.wrong(_("Only who is here signs; say first that they are."))
            return
        has_signed = not row.confidentiality_signed
        told = _("Confidentiality signed") if has_signed else _("Confidentiality not signed")
        self._telling.change(row, record_signature, told_of(row, told), has_signed=has_signed)

    def _remove(self, row: PresenceRow) -> None:
        act = partial(remove_attendee, presence_id=row.id)
        told = told_of(row, _("Taken off the list"))
        self._room.do(act, told, refused=self._telling.refused)


def _time(said: str) -> time | None:
    try:
        return read_time(said)
    except ValueError:
        return None


def _working_day_before(on: date) -> date:
    """Give the day information usually comes in by: the last working day before a meeting."""
    day = on - timedelta(days=1)
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day
