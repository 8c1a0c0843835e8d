"""What is said of who is in the room: by one key where that is enough, else asked. No Qt."""

from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from functools import partial

from coordinator.casework.meetings.attendance import (
    declare_conflict,
    record_apologies,
    record_attendance,
    record_signature,
)
from coordinator.casework.meetings.coming_and_going import (
    record_arrival,
    record_departure,
    record_everybody_else,
    remove_attendee,
)
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.meetings.rooms import is_in_room
from coordinator.domain.meetings.rules import HERE
from coordinator.domain.meetings.views import PresenceRow
from coordinator.domain.past_days import understand_past_day
from coordinator.reference.working_days import is_working_day
from coordinator.ui.kit.asks import read_time
from coordinator.ui.screens.live_meeting.questions import (
    Leave,
    Meant,
    Objection,
    Runner,
    Step,
)
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.screens.live_meeting.who import words
from coordinator.ui.screens.live_meeting.who.asking import (
    Deed,
    LineFlow,
    line_of,
    name_of_line,
)
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

    def __init__(self, room: Room, view: View, rows: RoomRows, runner: Runner) -> None:
        self._room, self._view, self._rows, self._runner = room, view, rows, runner
        self._telling = Telling(room, view, rows)
        self._coming = Coming(room, view, rows, runner, self._telling)
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

    def do(self, deed: Deed, row: PresenceRow | None) -> None:
        """Do what a key asks."""
        self._view.say("")
        if deed is Deed.EVERYBODY:
            self._everybody()
        elif deed in NEW:
            self._coming.ask_new(deed)
        elif row is not None:
            self._do[deed](row)

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
        self._ask(Deed.CAME_AT, row, asked, value, self._came_at)

    def _ask_departure(self, row: PresenceRow) -> None:
        asked = _("When did {name} leave?", name=name_of(row))
        value = dates.clock(row.left_at) if row.left_at else ""
        self._ask(Deed.LEFT_AT, row, asked, value, self._left_at)

    def _came_at(self, row: PresenceRow, said: str) -> Step:
        at = _time(said)
        if at is None:
            return Objection(_("This is not a time; write it as 10:40."))
        told = told_of(row, _("Came {time}", time=dates.clock(at)))
        return self._telling.answered(Deed.CAME_AT, row, record_arrival, told, at=at)

    def _left_at(self, row: PresenceRow, said: str) -> Step:
        at = _time(said)
        if at is None:
            return Objection(_("This is not a time; write it as 10:40."))
        told = told_of(row, _("Left {time}", time=dates.clock(at)))
        return self._telling.answered(Deed.LEFT_AT, row, record_departure, told, at=at)

    def _ask_day(self, row: PresenceRow) -> None:
        usual = dates.day(_working_day_before(self._rows.day), self._rows.today)
        asked = _("{name} sends apologies. Day the information was sent", name=name_of(row))
        self._ask(Deed.INFORMED, row, asked, usual, self._informed, self._day_meant)

    def _day_meant(self, typed: str) -> Meant:
        on = understand_past_day(typed, self._rows.today)
        return Meant(dates.ago(on, self._rows.today) if on else "")

    def _informed(self, row: PresenceRow, said: str) -> Step:
        on = understand_past_day(said, self._rows.today)
        if on is None:
            return Objection(_("This is no day gone by; write it as 18 Nov, Wed or yesterday."))
        told = label(Attendance.APOLOGIES_INFORMED)
        record = self._telling.record
        return Leave(partial(record, row, record_apologies, told, information_on=on))

    def _ask(
        self,
        deed: Deed,
        row: PresenceRow,
        asked: str,
        value: str,
        answer: Callable[[PresenceRow, str], Step],
        typed: Callable[[str], Meant] = lambda _text: Meant(),
    ) -> None:
        def enter(said: str) -> Step:
            now = self._rows.get(row.id)
            return answer(now, said) if now is not None else Leave()

        line = line_of(asked, name_of_line(deed, row.id), value)
        self._runner.begin(LineFlow(line, enter, self._telling.objection, typed))

    def _ask_conflict(self, row: PresenceRow) -> None:
        if row.result not in HERE:
            self._telling.wrong(
                _("Only who is here declares a conflict; say first that they are.")
            )
            return
        if row.conflict and not self._room.may_see():
            return
        about = words.matter(self._room.line, hidden=self._room.names_hidden)
        value = row.conflict
        if about and about not in value:
            value = f"{value}; {about}: " if value else f"{about}: "
        asked = _("Conflict of interest of {name}; empty takes it back", name=row.name)
        self._ask(Deed.CONFLICT, row, asked, value, self._declare)

    def _declare(self, row: PresenceRow, said: str) -> Step:
        conflict = said.rstrip(" :;,")
        if conflict == row.conflict:
            return Leave()
        noted = _("Conflict of interest noted") if conflict else _("No conflict of interest")
        told = told_of(row, noted)
        return self._telling.answered(
            Deed.CONFLICT, row, declare_conflict, told, conflict=conflict
        )

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
