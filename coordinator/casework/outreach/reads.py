"""Reading a day's outreach: who is proposed, a sheet with everything on it, the sheets there are.

A sheet costs the same questions however many people stand on it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agenda_facts import day_after, seen_days
from coordinator.casework.need_to_know.sharing import listed_names
from coordinator.casework.need_to_know.sight import Sight, sight_of
from coordinator.casework.outreach.facts import (
    around,
    may_be_asked,
    missing_since,
    proposals,
    where_on_paper,
)
from coordinator.casework.outreach.naming import named_for
from coordinator.casework.people.contacts import contact_rows
from coordinator.db.models import (
    Action,
    Agency,
    Contact,
    OutreachLine,
    OutreachSheet,
    Person,
    Professional,
    Warning,  # noqa: A004 - the word the panel uses
)
from coordinator.db.transaction import Reading
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.need_to_know.sharing import ListedName, review_is_due
from coordinator.domain.outreach import (
    LAST_TRIES,
    DueLine,
    Proposal,
    Sheet,
    SheetLine,
    SheetRow,
    WarningLine,
)
from coordinator.domain.people.contacts import ContactRow
from coordinator.domain.states import RiskStatus

_LATELY = timedelta(days=14)


def read_to_find(desk: Desk, on: date, area: str = "") -> tuple[Proposal, ...]:
    """Say who is to be found on a day, whether or not they stand on a sheet."""
    with desk.read() as look:
        return proposals(look, around(desk, look, on), on, area)


def find_areas(desk: Desk) -> tuple[str, ...]:
    """Name the places people under way belong to."""
    with desk.read() as look:
        hidden = look.readers.kept_from(desk.sitter.agency, desk.sitter.professional)
        return tuple(look.outreach.areas(hidden, desk.reader(look).people))


def find_sheets(desk: Desk, until: date | None = None) -> tuple[SheetRow, ...]:
    """List the sheets of a fortnight up to a day, and those made ahead; the latest day first."""
    last = until or desk.today()
    with desk.read() as look:
        found = look.outreach.sheets(last - _LATELY, last + _LATELY)
        lines = look.outreach.lines([one.id for one in found])
        sight = sight_of(desk, look, [line.person_id for line in lines])
        shown = [line for line in lines if sight.sees(line.person_id)]
        return tuple(_sheet_row(one, shown) for one in found)


def find_sheet(desk: Desk, on: date, area: str = "") -> Sheet | None:
    """Give the sheet of a day and an area; nothing when none was made."""
    with desk.read() as look:
        found = look.outreach.sheet_of(on, area)
        return _sheet(desk, look, found, None, None) if found else None


def read_sheet(
    desk: Desk, sheet_id: UUID, *, reader: Reader | None = None, agency: UUID | None = None
) -> Sheet:
    """Give a sheet with everything that stands on it.

    Args:
        desk: Who asks.
        sheet_id: Which.
        reader: For whom a paper is made, besides the sitter; nobody else is named to them.
        agency: Only what its workers carry, and what nobody carries yet.

    Raises:
        MissingRecordError: No such sheet.
    """
    with desk.read(reader=reader) as look:
        return _sheet(desk, look, look.get(OutreachSheet, sheet_id), reader, agency)


def carried_by(desk: Desk, sheet_id: UUID, agency: UUID) -> frozenset[UUID]:
    """Give the people of a sheet whom workers of an agency look for: theirs to know today."""
    with desk.read() as look:
        sheet = look.get(OutreachSheet, sheet_id)
        lines = [line for line in look.outreach.lines([sheet_id]) if line.worker_id]
        posts = look.get_many(Professional, _workers(lines))
        pairs = [
            (line.person_id, line.worker_id)
            for line in lines
            if line.worker_id in posts and posts[line.worker_id].agency_id == agency
        ]
        return frozenset(may_be_asked(look, pairs, sheet.on))


@dataclass(frozen=True, slots=True)
class _Known:
    """What stands around the lines of a sheet, asked for once."""

    on: date
    people: Mapping[UUID, Person]
    names: Mapping[UUID, ListedName]
    carriers: Mapping[UUID, Professional]
    agencies: Mapping[UUID, Agency]
    seen: Mapping[UUID, date]
    missing: Mapping[UUID, date]
    warnings: Mapping[UUID, tuple[WarningLine, ...]]
    actions: Mapping[UUID, tuple[DueLine, ...]]
    contacts: Mapping[UUID, ContactRow]
    tries: Mapping[UUID, tuple[ContactRow, ...]]
    is_paper: bool = False


def _sheet(
    desk: Desk,
    look: Reading,
    sheet: OutreachSheet,
    reader: Reader | None,
    agency: UUID | None,
) -> Sheet:
    lines = look.outreach.lines([sheet.id])
    sight = sight_of(desk, look, [line.person_id for line in lines], reader)
    posts = look.get_many(Professional, [*_workers(lines), sheet.made_by_id])
    carriers = _carriers(look, lines, posts, is_past=sheet.on < desk.today())
    shown = [
        line for line in lines if sight.sees(line.person_id) and _is_for(line, carriers, agency)
    ]
    known = _known(look, sheet.on, shown, carriers, sight)
    known = replace(known, is_paper=reader is not None)
    read = Sheet(
        id=sheet.id,
        revision=sheet.revision,
        on=sheet.on,
        area=sheet.area,
        made_by=posts[sheet.made_by_id].name if sheet.made_by_id in posts else "",
        meeting_id=sheet.meeting_id,
        lines=tuple(_line(line, known) for line in shown if line.person_id in known.people),
    )
    return named_for(desk, look, read, reader) if reader is not None else read


def _workers(lines: Sequence[OutreachLine]) -> list[UUID]:
    return [line.worker_id for line in lines if line.worker_id]


def _carriers(
    look: Reading,
    lines: Sequence[OutreachLine],
    posts: Mapping[UUID, Professional],
    *,
    is_past: bool,
) -> Mapping[UUID, Professional]:
    """Give who looks for whom, by line.

    Whoever must no longer be told looks for nobody from then on; what is over keeps its names.
    """
    not_told = {} if is_past else look.readers.not_told([line.person_id for line in lines])
    found: dict[UUID, Professional] = {}
    for line in lines:
        worker = posts.get(line.worker_id) if line.worker_id else None
        kept = not_told.get(line.person_id, frozenset()) if line.contact_id is None else ()
        if worker is not None and worker.id not in kept and worker.agency_id not in kept:
            found[line.id] = worker
    return found


def _is_for(
    line: OutreachLine, carriers: Mapping[UUID, Professional], agency: UUID | None
) -> bool:
    worker = carriers.get(line.id)
    return agency is None or worker is None or worker.agency_id == agency


def _known(
    look: Reading,
    on: date,
    lines: Sequence[OutreachLine],
    carriers: Mapping[UUID, Professional],
    sight: Sight,
) -> _Known:
    ids = [line.person_id for line in lines]
    people = look.get_many(Person, ids)
    rows = _contacts(look, on, lines, sight)
    entered = {line.contact_id for line in lines}
    tries: dict[UUID, tuple[ContactRow, ...]] = {}
    for row in rows:
        if row.id not in entered and len(tries.get(row.person_id, ())) < LAST_TRIES:
            tries[row.person_id] = (*tries.get(row.person_id, ()), row)
    return _Known(
        on=on,
        people=people,
        names=listed_names(look, people.values()),
        carriers=carriers,
        agencies=look.get_many(Agency, [post.agency_id for post in carriers.values()]),
        seen=seen_days(look, ids, on),
        missing=missing_since(look, on),
        warnings=_warnings(look, ids, sight, on),
        actions=_actions(look, ids, sight, on),
        contacts={row.id: row for row in rows},
        tries=tries,
    )


def _contacts(
    look: Reading, on: date, lines: Sequence[OutreachLine], sight: Sight
) -> tuple[ContactRow, ...]:
    """Give the contacts a sheet shows, newest first: the last ones, and those it led to.

    Read again later, a sheet tells of its own day: what happened after it is on no sheet.
    """
    people = [line.person_id for line in lines]
    last = look.outreach.last_tries(people, LAST_TRIES + 1, day_after(on))
    found: dict[UUID, Contact] = {one.id: one for tries in last.values() for one in tries}
    wanted = [line.contact_id for line in lines if line.contact_id]
    found |= look.get_many(Contact, wanted)
    newest = sorted(found.values(), key=lambda one: (one.at, one.id), reverse=True)
    return contact_rows(look, newest, sight)


def _warnings(
    look: Reading, people: Collection[UUID], sight: Sight, on: date
) -> dict[UUID, tuple[WarningLine, ...]]:
    found: dict[UUID, tuple[WarningLine, ...]] = {}
    for one in look.people.about(Warning, people):
        if one.status is not RiskStatus.ENDED and sight.sees(one.person_id, one.sensitivity):
            line = WarningLine(
                one.text, one.source, one.review_on, review_is_due(one.review_on, on)
            )
            found[one.person_id] = (*found.get(one.person_id, ()), line)
    return found


def _actions(
    look: Reading, people: Collection[UUID], sight: Sight, on: date
) -> dict[UUID, tuple[DueLine, ...]]:
    known = {one.id: one for one in look.actions.open_of(people)}
    known |= {one.id: one for one in look.outreach.closed_after(people, on)}  # open on that day
    due = [
        one
        for one in sorted(known.values(), key=lambda one: (one.due_on, one.id))
        if one.set_on <= on and one.due_on <= on and sight.sees(one.person_id, one.sensitivity)
    ]
    owners = look.get_many(Professional, [one.owner_id for one in due if one.owner_id])
    found: dict[UUID, tuple[DueLine, ...]] = {}
    for one in due:
        if one.person_id is not None:
            line = DueLine(one.number, one.text, _owner(one, owners), one.due_on)
            found[one.person_id] = (*found.get(one.person_id, ()), line)
    return found


def _owner(action: Action, owners: Mapping[UUID, Professional]) -> str:
    owner = owners.get(action.owner_id) if action.owner_id else None
    return owner.name if owner else action.owner_agency


def _line(line: OutreachLine, known: _Known) -> SheetLine:
    person, name = known.people[line.person_id], known.names[line.person_id]
    worker = known.carriers.get(line.id)
    agency = known.agencies.get(worker.agency_id) if worker else None
    seen = known.seen.get(person.id)
    return SheetLine(
        id=line.id,
        revision=line.revision,
        person=person.id,
        reference=person.reference,
        name=name.name,
        initials_only=name.initials_only,
        place=person.place,
        where=where_on_paper(line.where, person) if known.is_paper else line.where,
        why=line.why,
        worker_id=worker.id if worker else None,
        worker=worker.name if worker else "",
        agency_id=agency.id if agency else None,
        agency=agency.name if agency else "",
        phone=person.phone,
        safe_to_call=person.safe_to_call,
        safe_contact=person.safe_contact,
        days_since_seen=max((known.on - seen).days, 0) if seen else None,
        missing_since=known.missing.get(person.id),
        warnings=known.warnings.get(person.id, ()),
        tries=known.tries.get(person.id, ()),
        actions=known.actions.get(person.id, ()),
        contact=known.contacts.get(line.contact_id) if line.contact_id else None,
    )


def _sheet_row(sheet: OutreachSheet, lines: Sequence[OutreachLine]) -> SheetRow:
    own = [line for line in lines if line.sheet_id == sheet.id]
    entered = sum(line.contact_id is not None for line in own)
    return SheetRow(sheet.id, sheet.on, sheet.area, len(own), entered)
