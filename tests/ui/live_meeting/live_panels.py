"""A made-up panel on the morning of its meeting: the agenda out, the room full, one item open."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from coordinator.app import _seat
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.live.reads import read_live_meeting
from coordinator.casework.meetings.agendas import issue_agenda, write_agenda
from coordinator.casework.meetings.attendance import record_attendance
from coordinator.casework.meetings.reading import next_meeting, read_meeting
from coordinator.casework.meetings.running import open_meeting, record_statement_read
from coordinator.casework.packs.paper_reads import read_officers
from coordinator.casework.stores.opening import Office
from coordinator.demo.holding import MovingClock
from coordinator.demo.making import make_filled
from coordinator.demo.volume import Volume
from coordinator.domain.errors import DuplicateRecordError
from coordinator.domain.lists.meetings import Attendance
from coordinator.ui.sitting import Sitting
from coordinator.vault.costs import TEST_COST

FEW = Volume(people=14, actions=70, contacts=120, years=1)
_MONDAY = date(2026, 11, 16)
_LATE = 2  # seats nobody has said anything about yet


@dataclass
class LivePanel:
    """An open office on the day of its meeting, who sits in it, and the clock on the wall."""

    office: Office
    sitting: Sitting
    meeting: UUID
    clock: MovingClock

    @property
    def desk(self) -> Desk:
        """The coordinator's desk on that day."""
        return self.sitting.writing

    def close(self) -> None:
        """Close both desks."""
        self.sitting.reading.store.close()
        self.office.close(back_up=False)


def live_panel(folder: Path, *, begun: bool = True, volume: Volume = FEW) -> LivePanel:
    """Make a panel whose meeting is on: opened at ten, statement read, most seats filled.

    Args:
        folder: Of the store to be made.
        begun: Whether the meeting was opened; else its agenda is out and it is five to ten.
        volume: How much is on file.
    """
    office = make_filled(folder, volume, seed=5, today=_MONDAY, cost=TEST_COST)
    clock = MovingClock(datetime(2026, 11, 16, 9, tzinfo=ZoneInfo("Europe/London")))
    office.desk = replace(office.desk, now=clock)
    desk = office.desk
    meeting = next_meeting(desk)
    assert meeting is not None
    write_agenda(desk, meeting.id)
    issue_agenda(desk, meeting.id)
    clock.at = datetime.combine(meeting.on, time(9, 55), ZoneInfo("Europe/London"))
    if begun:
        _begin(desk, meeting.id)
        clock.at = datetime.combine(meeting.on, time(10, 20), ZoneInfo("Europe/London"))
    sitting = _seat(office)
    return LivePanel(office, sitting, meeting.id, clock)


def just_opened(folder: Path) -> LivePanel:
    """Make a panel whose meeting has this minute been opened: nothing is read or said yet."""
    made = live_panel(folder, begun=False)
    open_meeting(made.desk, made.meeting, at=time(9, 55))
    return made


def _begin(desk: Desk, meeting: UUID) -> None:
    open_meeting(desk, meeting, at=time(10, 0))
    chair = read_officers(desk).chair
    assert chair is not None
    record_statement_read(desk, meeting, at=time(10, 3), by_id=chair)
    seats = read_meeting(desk, meeting).attendance
    filled = [row for row in seats if row.result is not Attendance.VACANT]
    for row in filled[:-_LATE]:
        record_attendance(desk, row.id, Attendance.PRESENT, seen=row.revision)


def keep_from_the_room(panel: LivePanel) -> UUID:
    """Keep somebody on the agenda from an agency that sits in the room; gives their item."""
    meeting = read_live_meeting(panel.desk, panel.meeting)
    line = next(one for one in meeting.lines if one.entry.person is not None)
    here = next(
        row.agency_id
        for row in meeting.attendance
        if row.result is Attendance.PRESENT
        and row.agency_id not in {None, panel.desk.sitter.agency}
    )
    assert line.entry.person is not None
    assert here is not None
    with suppress(DuplicateRecordError):  # by an earlier test in the same room
        exclude_agency(
            panel.desk, line.entry.person.id, agency_id=here, reason="They asked for it"
        )
    return line.entry.id
