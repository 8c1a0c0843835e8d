"""The text that asks an agency how its actions go: initials and references, never a name.

It leaves the list, so each agency's text holds only what that agency may be told.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from coordinator.casework.action_lists import find_actions
from coordinator.casework.desk import Desk
from coordinator.casework.directory import read_directory
from coordinator.casework.meeting_reads import next_meeting
from coordinator.casework.paper_reads import read_audience
from coordinator.domain.action_rows import ActionFilter, ActionRow
from coordinator.domain.directory import AgencyRow
from coordinator.wording import dates
from coordinator.wording.names import NameParts, hidden_name
from coordinator.wording.translation import _

USUALLY = timedelta(days=7)
"""How far ahead is asked when no meeting is in the calendar."""
_MOST = 200


@dataclass(frozen=True, slots=True)
class Chase:
    """What is sent to one agency."""

    agency: str
    count: int
    text: str = field(repr=False)


def read_chases(desk: Desk) -> tuple[Chase, ...]:
    """Write the text for every agency with actions due by the next meeting.

    Raises:
        NotPermittedError: The role may send nothing out.
    """
    today, meeting = desk.today(), next_meeting(desk)
    until = max(meeting.on, today) if meeting else today + USUALLY
    page = read_directory(desk)
    found = ((agency, _due(desk, agency, until)) for agency in page.agencies)
    return tuple(
        Chase(agency.name, len(rows), chase_text(page.panel.name, agency.name, rows, today, until))
        for agency, rows in found
        if rows
    )


def _due(desk: Desk, agency: AgencyRow, until: date) -> Sequence[ActionRow]:
    wanted = ActionFilter(agency_id=agency.id, due_until=until)
    if not find_actions(desk, wanted, limit=1).rows:
        return ()
    reader = read_audience(desk, agency.name).reader
    return find_actions(desk, wanted, limit=_MOST, reader=reader).rows


def chase_text(
    panel: str, agency: str, rows: Iterable[ActionRow], today: date, until: date
) -> str:
    """Write the text for one agency: what is past its date first, then what is due."""
    late = [row for row in rows if row.is_overdue]
    due = [row for row in rows if not row.is_overdue]
    parts = [_("{panel}: actions of {agency}, {day}", panel=panel, agency=agency, day=_on(today))]
    if late:
        parts.append("\n".join((_("Past their date"), *_lines(late))))
    if due:
        parts.append("\n".join((_("Due by {day}", day=_on(until)), *_lines(due))))
    parts.append(
        _(
            "Please say for each: done, in progress, not done, could not be done (and what stopped"
            " it), or no longer needed."
        )
    )
    return "\n\n".join(parts)


def _on(day: date) -> str:
    return dates.long_day(day)


def _lines(rows: Iterable[ActionRow]) -> Iterator[str]:
    for row in rows:
        yield _(
            "- {number}, {who}: {what} ({owner}, due {day})",
            number=row.number,
            who=hidden(row),
            what=row.text.rstrip(". "),
            owner=row.owner.name or row.owner.contact_point or _("owner to agree"),
            day=dates.day(row.due_on),
        )


def hidden(row: ActionRow) -> str:
    """Write whom an action is about for anything that leaves the list."""
    if row.name is None:
        return _("the panel")
    return hidden_name(NameParts(row.reference, row.name.given, row.name.family))
