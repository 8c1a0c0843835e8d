"""The texts for an agency: how its actions go, what it took on. Initials and references only.

They leave the list, so each agency's text holds only what that agency may be told.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from coordinator.casework.actions.lists import find_actions
from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.meetings.reading import next_meeting, read_meeting
from coordinator.casework.need_to_know.naming import with_initials
from coordinator.casework.need_to_know.withholding import hide_withheld
from coordinator.casework.packs.paper_reads import read_audience, read_audience_of
from coordinator.casework.panel.settings import read_texts
from coordinator.casework.people.deaths import find_who_died
from coordinator.casework.voice.wishes import find_wishes_owed, find_wishes_waiting
from coordinator.domain.actions.rows import ActionFilter, ActionRow
from coordinator.domain.directory.rules import AgencyRow
from coordinator.domain.lists.panel import TextKey
from coordinator.domain.meetings.views import MeetingRecord
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.people.wishes import WishRow
from coordinator.papers.copies import Still
from coordinator.wording import dates
from coordinator.wording.names import NameParts, hidden_name
from coordinator.wording.translation import _, ngettext

USUALLY = timedelta(days=7)
"""How far ahead is asked when no meeting is in the calendar."""
_MOST = 200
_ACTIONS = "{actions}"


@dataclass(frozen=True, slots=True)
class Chase:
    """What is sent to one agency; `count` is of actions, and of answers it owes to people.

    `still` writes it anew.
    """

    agency: str
    count: int
    text: str = field(repr=False)
    still: Still | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Heads:
    """What stands around the actions: whose they are, the days, and the panel's own words."""

    panel: str
    agency: str
    today: date
    until: date
    texts: Mapping[TextKey, str]


def read_chases(desk: Desk) -> tuple[Chase, ...]:
    """Write the text for every agency with actions due by the next meeting, or answers owed.

    Raises:
        NotPermittedError: The role may send nothing out.
    """
    today, meeting = desk.today(), next_meeting(desk)
    until = max(meeting.on, today) if meeting else today + USUALLY
    page, texts = read_directory(desk), read_texts(desk)
    asked = {one.owner.agency_id for one in find_wishes_waiting(desk)}
    chases = []
    for agency in page.agencies:
        rows = _due(desk, agency, until)
        wishes = _owed(desk, agency) if agency.id in asked else ()
        if rows or wishes:
            heads = Heads(page.panel.name, agency.name, today, until, texts)
            text = _fit(desk, chase_text(heads, rows, wishes), agency, (*rows, *wishes))
            still = partial(_still, read=read_chases, agency=agency.name)
            chases.append(Chase(agency.name, len(rows) + len(wishes), text, still))
    return tuple(chases)


def _still(desk: Desk, read: Callable[[Desk], Iterable[Chase]], agency: str) -> str:
    return next((one.text for one in read(desk) if one.agency == agency), "")


def _due(desk: Desk, agency: AgencyRow, until: date) -> Sequence[ActionRow]:
    wanted = ActionFilter(agency_id=agency.id, due_until=until)
    if not find_actions(desk, wanted, limit=1).rows:
        return ()
    reader = read_audience(desk, agency.name).reader
    found = find_actions(desk, wanted, limit=_MOST, reader=reader).rows
    dead = find_who_died(desk, {row.person_id for row in found if row.person_id})
    rows = [row for row in found if row.person_id not in dead]  # nobody is chased about the dead
    return _initialled(desk, rows, {row.person_id for row in rows}, reader)


def _owed(desk: Desk, agency: AgencyRow) -> Sequence[WishRow]:
    reader = read_audience_of(desk, agency.id).reader
    return find_wishes_owed(desk, reader) if reader is not None else ()


def _fit(desk: Desk, text: str, agency: AgencyRow, about: Iterable[ActionRow | WishRow]) -> str:
    """Take out of a text whom the agency may not know of, whoever typed it where."""
    reader = read_audience_of(desk, agency.id).reader
    return hide_withheld(desk, text, reader, {one.reference for one in about}) if reader else text


def chase_text(heads: Heads, rows: Iterable[ActionRow], wishes: Sequence[WishRow] = ()) -> str:
    """Write the text for one agency: what is past its date, what is due, who waits for an answer.

    The words around the actions are the panel's own; a text that forgets to say where they go has
    them at its end.
    """
    late = [row for row in rows if row.is_overdue]
    due = [row for row in rows if not row.is_overdue]
    parts = []
    if late:
        parts.append("\n".join((_("Past their date"), *_lines(late))))
    if due:
        parts.append("\n".join((_("Due by {day}", day=_on(heads.until)), *_lines(due))))
    if wishes:
        parts.append(_asked(wishes))
    text = heads.texts[TextKey.CHASE_LATE if late else TextKey.CHASE_DUE]
    if _ACTIONS not in text:
        text = f"{text}\n\n{_ACTIONS}"
    said = {
        "{panel}": heads.panel,
        "{agency}": heads.agency,
        "{today}": _on(heads.today),
        "{by}": _on(heads.until),
    }
    for placeholder, value in said.items():
        text = text.replace(placeholder, value)
    return text.replace(_ACTIONS, "\n\n".join(parts))


def read_agreed(desk: Desk, meeting_id: UUID) -> tuple[Chase, ...]:
    """Write the text of what each agency took on at a meeting, for the same day.

    Raises:
        NotPermittedError: The role may send nothing out.
        MissingRecordError: No such meeting.
    """
    record = read_meeting(desk, meeting_id)
    owing = {row.owner.agency_id for row in _agreed(record)}
    meeting, waiting = record.header.row, find_wishes_waiting(desk)
    here = {one.owner.agency_id for one in waiting if one.meeting == meeting.reference}
    asked = {one.owner.agency_id for one in waiting}
    people = _talked_about(record)
    page, chases = read_directory(desk), []
    for agency in page.agencies:
        rows = _told(desk, meeting_id, agency, people) if agency.id in owing else []
        wishes = _owed(desk, agency) if agency.id in asked else ()
        if rows or (wishes and agency.id in here):
            said = agreed_text(page.panel.name, agency.name, rows, meeting.on, wishes)
            text = _fit(desk, said, agency, (*rows, *wishes))
            again = partial(read_agreed, meeting_id=meeting_id)
            still = partial(_still, read=again, agency=agency.name)
            chases.append(Chase(agency.name, len(rows) + len(wishes), text, still))
    return tuple(chases)


def _talked_about(record: MeetingRecord) -> frozenset[UUID]:
    """Give who stood on the agenda."""
    people = (item.entry.person for item in record.items)
    return frozenset(one.id for one in people if one is not None)


def _told(
    desk: Desk, meeting_id: UUID, agency: AgencyRow, people: Collection[UUID]
) -> list[ActionRow]:
    reader = read_audience(desk, agency.name).reader
    record = read_meeting(desk, meeting_id, reader=reader)
    rows = [row for row in _agreed(record) if row.owner.agency_id == agency.id]
    return _initialled(desk, rows, people, reader)


def _initialled(
    desk: Desk, rows: Sequence[ActionRow], people: Collection[UUID | None], reader: Reader | None
) -> list[ActionRow]:
    """Write initials also for whoever is named in what was typed."""
    known = {one for one in people if one is not None}
    texts = with_initials(desk, [row.text for row in rows], people=known, reader=reader)
    return [replace(row, text=text) for row, text in zip(rows, texts, strict=True)]


def _agreed(record: MeetingRecord) -> list[ActionRow]:
    of_items = [row for item in record.items for row in item.actions]
    return sorted([*of_items, *record.other_actions], key=lambda row: (row.due_on, row.number))


def agreed_text(
    panel: str,
    agency: str,
    rows: Sequence[ActionRow],
    on: date,
    wishes: Sequence[WishRow] = (),
) -> str:
    """Write what one agency took on, the first due first, and which answers it owes to people.

    Its first line says all a busy reader needs: whose, from where, how many (domain 6.9).
    """
    head = ngettext(
        "Actions for {agency} from {panel}, {day} - {count} item",
        "Actions for {agency} from {panel}, {day} - {count} items",
        len(rows),
        panel=panel,
        agency=agency,
        day=_on(on),
    )
    ends = _("Please say at once if one of these is not as it was agreed.")
    asked = [_asked(wishes)] if wishes else []
    return "\n\n".join(filter(None, (head, "\n".join(_lines(rows)), *asked, ends)))


def _asked(wishes: Sequence[WishRow]) -> str:
    """Write who waits for an answer: what they asked in their own words, who owes it by when."""
    head = _("People asked, and wait for your answer (No, because ... is an answer)")
    lines = (
        _(
            "- {who}, asked {day}: “{words}” ({owner})",
            who=hidden(one),
            day=dates.day(one.asked_on),
            words=" ".join(one.words.split()).rstrip("."),
            owner=_by_whom(one),
        )
        for one in wishes
    )
    return "\n".join((head, *lines))


def _by_whom(wish: WishRow) -> str:
    owner = _("owner to agree") if wish.owner.needs_owner else wish.owner.name
    if wish.answer_by is None:
        return owner
    if wish.late:
        return _("{owner}, promised by {day}", owner=owner, day=dates.day(wish.answer_by))
    return _("{owner}, by {day}", owner=owner, day=dates.day(wish.answer_by))


def _on(day: date) -> str:
    return dates.long_day(day)


def _lines(rows: Iterable[ActionRow]) -> Iterator[str]:
    for row in rows:
        yield _(
            "- {number}, {who}: {what} ({owner}, due {day})",
            number=row.number,
            who=hidden(row),
            what=row.text.rstrip(". "),
            owner=row.owner.asked or _("owner to agree"),
            day=dates.day(row.due_on),
        )


def hidden(row: ActionRow | WishRow) -> str:
    """Write whom an action or a wish is about for anything that leaves the list."""
    if row.name is None:
        return _("the panel")
    name = row.name
    return hidden_name(NameParts(row.reference, name.given, name.family, name.preferred))
