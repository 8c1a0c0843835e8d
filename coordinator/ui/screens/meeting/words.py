"""How a meeting's page writes lines of an agenda and what is to be done next. No Qt."""

from collections.abc import Iterator

from coordinator.casework.meetings.minutes import AT_THE_DESK
from coordinator.domain.meetings.kinds import kind_of
from coordinator.domain.meetings.views import AgendaEntry, MeetingRow
from coordinator.domain.states import MeetingStatus
from coordinator.ui.kit.words import chosen, letters
from coordinator.ui.screens.meeting.shown import MeetingPage
from coordinator.wording import dates
from coordinator.wording.labels import label
from coordinator.wording.translation import _, ngettext


def about(entry: AgendaEntry) -> str:
    """Say what a line is about: somebody, or a topic."""
    person = entry.person
    if person is None:
        return entry.title or label(entry.kind)
    write = chosen if person.show_detail else letters
    name = write(person.name, person.reference)
    return _("{name} ({reference})", name=name, reference=person.reference)


def why(entry: AgendaEntry) -> str:
    """Say why it stands there."""
    said = "; ".join(label(one) for one in entry.why)
    number = entry.escalation.number if entry.escalation else ""
    return ": ".join(part for part in (said, number, entry.urgent_reason) if part)


def when(row: MeetingRow) -> str:
    """Say when a meeting is."""
    return _("{day}, {time}", day=dates.long_day(row.on), time=dates.clock(row.starts_at))


def facts(page: MeetingPage) -> Iterator[str]:
    """Say what stands at the head of the page, part by part."""
    head, row = page.record.header, page.record.header.row
    yield row.reference
    yield label(row.meeting_type)
    if row.place:
        yield row.place
    yield dates.length(row.minutes_planned)
    if head.chair:
        yield _("Chair: {name}", name=head.chair)
    if head.minute_taker:
        yield _("Minutes: {name}", name=head.minute_taker)


def next_step(page: MeetingPage) -> str:
    """Say in one sentence what is to be done now."""
    today, agenda = page.today, page.agenda
    papers = dates.day(agenda.papers_by, today)
    match page.record.header.row.status:
        case MeetingStatus.SCHEDULED if not page.lines:
            return _to_be_written(page)
        case MeetingStatus.SCHEDULED:
            return _("Put the agenda in order and issue it; papers go out {day}.", day=papers)
        case MeetingStatus.AGENDA_ISSUED:
            return _("The agenda is out. Late items need their reason.")
        case MeetingStatus.IN_PROGRESS:
            return _("The meeting is under way.")
        case MeetingStatus.CANCELLED:
            return _("Cancelled: {why}", why=page.record.header.row.cancel_reason)
        case _:
            return _after(page)


def _to_be_written(page: MeetingPage) -> str:
    if kind_of(page.record.header.row.meeting_type).about_places:
        return _("Write the agenda: what is due in place plans goes onto it.")
    day = dates.day(page.agenda.referrals_by, page.today)
    return _("Write the agenda from what is open. Referrals close {day}.", day=day)


def _after(page: MeetingPage) -> str:
    row, today = page.record.header.row, page.today
    match row.status:
        case MeetingStatus.HELD if not kind_of(row.meeting_type).has_minutes:
            return _("Held. A meeting of this kind has no minutes.")
        case MeetingStatus.HELD:
            return _("Held. Its minutes are to be drafted.")
        case MeetingStatus.MINUTES_ISSUED:
            day = dates.day(row.issued_on, today)
            return _("Minutes issued {day}; the chair is to approve them.", day=day)
        case MeetingStatus.APPROVED:
            return _approved(page)
        case _:
            return " ".join(waiting(page)) or _("Nothing is missing; the minutes can be issued.")


def _approved(page: MeetingPage) -> str:
    record = page.record
    day, name = dates.day(record.header.row.approved_on, page.today), record.approved_by
    if record.approval_how in {"", AT_THE_DESK}:
        return _("Minutes approved {day} by {name}.", day=day, name=name)
    how = record.approval_how.rstrip(".")
    return _("Minutes approved {day} by {name}: {how}.", day=day, name=name, how=how)


def waiting(page: MeetingPage) -> Iterator[str]:
    """Say what keeps the minutes from being issued."""
    if page.unresolved:
        yield ngettext(
            "{count} item is neither taken nor put off.",
            "{count} items are neither taken nor put off.",
            page.unresolved,
        )
    if page.without_details:
        yield ngettext(
            "{count} barrier has no details yet.",
            "{count} barriers have no details yet.",
            page.without_details,
        )
