"""The cover sheet for a deputy, read and put into words: what they may know, and no secret."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.meetings.reading import read_header
from coordinator.casework.packs.paper_reads import (
    read_case_facts,
    read_panel_face,
    read_seat_contacts,
)
from coordinator.casework.week.this_week import read_this_week
from coordinator.domain.directory.rules import DirectoryPage
from coordinator.domain.papers.cover import AgencyLine, CoverSheet, StepRow, WaitingLine
from coordinator.domain.papers.imprint import Fact, Label, Tone
from coordinator.domain.person.case_sheets import Audience, SeatContact
from coordinator.domain.week.steps import StepLine, StepState
from coordinator.domain.week.this_week import AgencyDue, ThisWeek
from coordinator.papers import lines
from coordinator.papers.meetings import meeting_facts
from coordinator.wording.labels import label
from coordinator.wording.translation import _
from coordinator.wording.weeks import standing_in, step_note, step_state

_MOST = 12  # of one kind on the sheet; the counts say how many there are
_TONES = {
    StepState.DONE: Tone.GOOD,
    StepState.LATE: Tone.WARN,
    StepState.TODAY: Tone.ACCENT,
    StepState.COMING: Tone.PLAIN,
}


def cover_model(desk: Desk, audience: Audience) -> CoverSheet:
    """Read what somebody finds who stands in.

    Nobody is on it of whom the agency it is for must not be told, nor those who stand in or their
    agencies.

    Raises:
        NotPermittedError: The role does not run the panel's meetings.
    """
    directory, panel = read_directory(desk), read_panel_face(desk)
    week = read_this_week(desk, kept_from=_whom(directory, audience))
    today = desk.today()
    known = _known(desk, week, audience)
    header = read_header(desk, week.meeting.id) if week.meeting else None
    return CoverSheet(
        imprint=lines.imprint(panel, audience, _("Cover sheet"), today),
        standing_in=tuple(standing_in(one, today) for one in week.covers),
        meeting=meeting_facts(header) if header else None,
        stage=label(header.row.status) if header else "",
        steps=tuple(_step(one, week, desk) for one in week.steps),
        waiting=tuple(_counts(week)),
        referrals=tuple(
            WaitingLine(
                lines.in_a_list(one.reference, one.name), _from(one.agency), one.referred_on
            )
            for one in week.referrals
            if one.person in known
        )[:_MOST],
        leads=tuple(
            WaitingLine(lines.in_a_list(one.reference, one.name), label(one.why), one.since)
            for one in week.leads_to_agree
            if one.person in known
        )[:_MOST],
        unsigned=tuple(
            WaitingLine(one.reference, label(one.status), one.on) for one in week.unsigned
        )[:_MOST],
        agencies=tuple(_agency_lines(week.due, read_seat_contacts(desk))),
    )


def _agency_lines(due: Iterable[AgencyDue], seats: Iterable[SeatContact]) -> Iterator[AgencyLine]:
    """Give the agencies that owe something, most of it late first, then the other seats."""
    held = {one.agency or one.seat: one for one in seats if one.name}
    for one in due:
        name = one.name or _("No agency")
        yield _agency_line(name, one, held.pop(name, None))
    for name, contact in held.items():
        yield _agency_line(name, None, contact)


def _agency_line(name: str, due: AgencyDue | None, contact: SeatContact | None) -> AgencyLine:
    line = AgencyLine(name)
    if due is not None:
        line = replace(line, due=due.due, overdue=due.overdue, unheard=due.unheard)
    if contact is None:
        return line
    return replace(line, name=contact.name, phone=contact.phone, email=contact.email)


def _whom(directory: DirectoryPage, audience: Audience) -> frozenset[UUID]:
    """Give who reads it: those who stand in, their agencies, and the agency it is made for."""
    posts = {one.id: one.agency_id for one in directory.professionals}
    workers = {one.professional_id for one in directory.covers}
    found = workers | {posts[one] for one in workers if one in posts}
    return frozenset(found | ({audience.agency} if audience.agency else set()))


def _known(desk: Desk, week: ThisWeek, audience: Audience) -> Collection[UUID]:
    """Give of those who wait whom the reader may know."""
    people = [one.person for one in week.referrals]
    people += [one.person for one in week.leads_to_agree]
    return read_case_facts(desk, list(dict.fromkeys(people)), reader=audience.reader).keys()


def _from(agency: str) -> str:
    return _("From {agency}", agency=agency) if agency else ""


def _step(one: StepLine, week: ThisWeek, desk: Desk) -> StepRow:
    today = desk.today()
    shown = step_state(one, today) if one.state is not StepState.COMING else ""
    note = step_note(one, week.due, today)
    return StepRow(one.on, label(one.step), Label(shown, _TONES[one.state]), note)


def _counts(week: ThisWeek) -> Iterator[Fact]:
    yield Fact(_("Referrals waiting"), str(len(week.referrals)))
    yield Fact(_("Without an offer"), str(_number(not one.has_offer for one in week.referrals)))
    yield Fact(_("Leads to agree"), str(len(week.leads_to_agree)))
    yield Fact(_("Minutes to approve"), str(len(week.unsigned)))
    yield Fact(_("Actions past their date"), str(sum(one.overdue for one in week.due)))
    yield Fact(_("Actions without an owner"), str(week.without_owner))


def _number(of: Iterable[bool]) -> int:
    return sum(of)
