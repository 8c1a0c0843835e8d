"""The caseload: everybody the panel works with, a page at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from coordinator.casework.cases.rhythms import next_contacts_of
from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.need_to_know.sharing import basis_statuses, visible
from coordinator.casework.need_to_know.sight import Sight
from coordinator.casework.needs.reading import complexity_about
from coordinator.db.models import Case, Person
from coordinator.db.repositories.caseload import ActionCounts, Led, Page
from coordinator.db.transaction import Reading
from coordinator.domain.cases.caseload import (
    CaseLead,
    CaseloadFilter,
    CaseloadMark,
    CaseloadPage,
    CaseloadRow,
    day_of,
)
from coordinator.domain.cases.rhythms import NextContact
from coordinator.domain.need_to_know.rule import Entry, Reader, may_see
from coordinator.domain.need_to_know.sharing import listed
from coordinator.domain.needs.rules import Complexity
from coordinator.domain.people.rules import PersonName
from coordinator.domain.states import BasisStatus, Sensitivity
from coordinator.reference.working_days import add_working_days, is_working_day

PAGE = 200
_NOTHING = ActionCounts(0, 0)


def read_caseload(
    desk: Desk,
    *,
    wanted: CaseloadFilter | None = None,
    after: CaseloadMark | None = None,
    limit: int = PAGE,
) -> CaseloadPage:
    """Show a page of the caseload by reference.

    Args:
        desk: Where and by whom.
        wanted: What it is narrowed to; everything under way when nothing.
        after: The mark of the page before.
        limit: Rows on the page; costs the same wherever the page begins.
    """
    with desk.read() as look:
        reader = desk.reader(look)
        page = _page(desk, look, reader, wanted or CaseloadFilter(), after, limit + 1)
        found = look.caseload.page(page)
        has_more, found = len(found) > limit, found[:limit]
        shown = visible(look, reader, [person.id for _, person in found])
        allowed = [(case, person) for case, person in found if person.id in shown]
        sight = Sight((reader,), shown)
        about = _gather(desk, look, page, allowed, sight)
        rows = tuple(_row(case, person, about, desk.today()) for case, person in allowed)
        mark = CaseloadMark(found[-1][1].reference, found[-1][0].id) if has_more else None
    return CaseloadPage(rows, mark)


def overdue_before(today: date) -> date:
    """Give the day before which an open action was due to be overdue now.

    An action is overdue once a working day has passed since the day it was due.
    """
    return today if is_working_day(today) else add_working_days(today, -1)


@dataclass(frozen=True, slots=True)
class _About:
    """What is known about the people of one page, asked once for all."""

    leads: Mapping[UUID, Led]
    actions: Mapping[UUID, ActionCounts]
    seen: Mapping[UUID, datetime]
    bases: Mapping[UUID, BasisStatus]
    warnings: Mapping[UUID, int]
    contacts: Mapping[UUID, NextContact]
    missing: Mapping[UUID, date]
    needs: Mapping[UUID, Complexity]


def _page(
    desk: Desk,
    look: Reading,
    reader: Reader,
    wanted: CaseloadFilter,
    after: CaseloadMark | None,
    limit: int,
) -> Page:
    since = wanted.not_seen_since
    return Page(
        wanted=wanted,
        on=desk.today(),
        due_before=overdue_before(desk.today()),
        not_seen_since=datetime.combine(since, time(), LONDON) if since else None,
        only=reader.people,
        hidden=look.readers.kept_from(reader.agency, reader.professional),
        may_have=sensitivities(reader),
        after=after,
        limit=limit,
    )


def _gather(
    desk: Desk, look: Reading, page: Page, found: Sequence[tuple[Case, Person]], sight: Sight
) -> _About:
    people = [person.id for _, person in found]
    return _About(
        leads=look.caseload.leads([case.id for case, _ in found]),
        actions=look.caseload.actions(people, page.due_before, page.may_have),
        seen=look.contacts.last_seen(people),
        bases=basis_statuses(look, people),
        warnings=look.caseload.warnings(people, page.may_have),
        contacts=next_contacts_of(desk, look, people),
        missing={one.person_id: one.noted_on for one in look.outreach.missing()},
        needs=complexity_about(look, people, sight, desk.today()),
    )


def sensitivities(reader: Reader) -> tuple[Sensitivity, ...]:
    """Give the kinds of entry a reader may have about the people they may see."""
    return tuple(one for one in Sensitivity if may_see(reader, Entry(None, one)))


def _row(case: Case, person: Person, about: _About, today: date) -> CaseloadRow:
    name = PersonName(person.given_name, person.family_name, person.preferred_name)
    shown = listed(name, about.bases.get(person.id))
    at = about.seen.get(person.id)
    seen_on = day_of(at, LONDON) if at else None
    counts = about.actions.get(person.id, _NOTHING)
    return CaseloadRow(
        case=case.id,
        revision=case.revision,
        person=person.id,
        reference=person.reference,
        name=shown.name,
        initials_only=shown.initials_only,
        lead=_lead(about.leads.get(case.id), today),
        status=case.status,
        phase=case.phase,
        priority=case.priority,
        place=person.place,
        opened_on=case.opened_on,
        look_again_on=case.look_again_on,
        next_review_on=case.next_review_on,
        last_seen_on=seen_on,
        days_since_seen=(today - seen_on).days if seen_on else None,
        open_actions=counts.open,
        overdue_actions=counts.overdue,
        basis_complete=not shown.initials_only,
        warnings=about.warnings.get(person.id, 0),
        next_contact=about.contacts.get(person.id),
        missing_since=about.missing.get(person.id),
        needs=about.needs.get(person.id),
    )


def _lead(led: Led | None, today: date) -> CaseLead | None:
    if led is None:
        return None
    left = led.professional.left_on
    return CaseLead(
        professional=led.professional.id,
        name=led.professional.name,
        agency=led.agency,
        accepted=led.role.accepted_on is not None,
        has_left=left is not None and left <= today,
    )
