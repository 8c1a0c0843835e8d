"""What the papers of a meeting share: its facts and who came, in words."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.meetings.rules import Quorum
from coordinator.domain.meetings.views import MeetingHeader, MeetingRecord, PresenceRow
from coordinator.domain.papers.imprint import Label, Tone
from coordinator.domain.papers.meeting import AttendanceLine, MeetingFacts
from coordinator.wording.dates import clock, day
from coordinator.wording.labels import label
from coordinator.wording.translation import _, ngettext

_TONES = {
    Attendance.PRESENT: Tone.GOOD,
    Attendance.PART: Tone.GOOD,
    Attendance.SUBSTITUTE: Tone.GOOD,
    Attendance.PERSON_PRESENT: Tone.GOOD,
    Attendance.APOLOGIES_INFORMED: Tone.NOTE,
    Attendance.APOLOGIES: Tone.NOTE,
    Attendance.ABSENT: Tone.WARN,
    Attendance.VACANT: Tone.WARN,
}


def meeting_facts(header: MeetingHeader, record: MeetingRecord | None = None) -> MeetingFacts:
    """Introduce a meeting: as planned, or as it was when its record is given."""
    row = header.row
    return MeetingFacts(
        kind=label(row.meeting_type),
        day=row.on,
        starts=(record.began_at if record else None) or row.starts_at,
        ends=record.ended_at if record else None,
        place=row.place,
        chair=header.chair,
        minute_taker=header.minute_taker,
        quorum=_quorum(record.quorum) if record else _needed(header.quorum_needed),
        next_day=header.next_on,
    )


def _needed(count: int) -> str:
    return ngettext("{count} agency", "{count} agencies", count)


def _quorum(reached: Quorum) -> str:
    if reached.is_met:
        return _(
            "Quorate: {present} agencies, {needed} needed",
            present=reached.present,
            needed=reached.needed,
        )
    return _(
        "Not quorate: {present} of {needed} agencies",
        present=reached.present,
        needed=reached.needed,
    )


def attendance_lines(
    rows: Iterable[PresenceRow], today: date, *, for_agency: bool = False
) -> tuple[AttendanceLine, ...]:
    """List who came for which agency, and how.

    A copy for one agency does not say whom somebody has a conflict about, nor who of those talked
    about was there: that may be somebody this agency must not be told about. Nor does it say when
    anybody came and went: who leaves the room for one item tells of it.
    """
    return tuple(_line(_kept_short(row) if for_agency else row, today) for row in rows)


def _kept_short(row: PresenceRow) -> PresenceRow:
    row = replace(row, arrived_at=None, left_at=None)
    conflict = _("declared") if row.conflict else ""
    if row.result is Attendance.PERSON_PRESENT:
        return replace(row, name=_("Not named here"), job="", conflict=conflict)
    return replace(row, conflict=conflict)


def _line(row: PresenceRow, today: date) -> AttendanceLine:
    result = Label()
    if row.result:
        result = Label(label(row.result), _TONES.get(row.result, Tone.PLAIN))
    vacant = row.result is Attendance.VACANT and not row.name
    name = _("Nobody yet") if vacant else row.name
    return AttendanceLine(row.agency, name, row.job, result, "; ".join(_said(row, today)))


def _said(row: PresenceRow, today: date) -> Iterable[str]:
    if row.instead_of:
        yield _("For {name}", name=row.instead_of)
    if row.information_sent:
        on = row.information_on
        yield _("Information sent {day}", day=day(on, today)) if on else _("Information sent")
    if row.arrived_at:
        yield _("Arrived {time}", time=clock(row.arrived_at))
    if row.left_at:
        yield _("Left {time}", time=clock(row.left_at))
    if row.result is Attendance.OBSERVER:
        signed = row.confidentiality_signed
        yield _("Confidentiality signed") if signed else _("Confidentiality not signed")
    if row.conflict:
        yield _("Conflict of interest: {what}", what=row.conflict)
