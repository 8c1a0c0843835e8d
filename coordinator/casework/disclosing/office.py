"""What the information-governance officer asks of the panel, read from the store itself."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.reading import find_disclosures
from coordinator.casework.need_to_know.sharing import visible
from coordinator.casework.panel.lines import lines_of, texts
from coordinator.db.models import Agency, Basis, Professional
from coordinator.db.transaction import Reading
from coordinator.domain.disclosing.log import DisclosureFilter, DisclosureRow
from coordinator.domain.disclosing.office import OfficeAgency, OfficeFacts, OfficeUser
from coordinator.domain.lists.panel import Topic
from coordinator.domain.lists.sharing import Gateway, ScheduleCondition, SpecialCondition
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right
from coordinator.domain.states import AgencyStatus, BasisStatus
from coordinator.wording.labels import label

_TESTED, _RENEWED = "store.backup_checked", "store.master_key_changed"
_PAGE, _MOST_OUT = 500, 5_000


def read_office_facts(desk: Desk) -> OfficeFacts:
    """Gather it; nobody on the caseload is in it but by the reference a paper went out with.

    Raises:
        NotPermittedError: The role does not manage users: it is not theirs to tell.
    """
    with desk.read(Right.MANAGE_USERS) as look:
        known = visible(look, desk.reader(look), [one.id for one in look.people.everybody()])
        bases = [
            one
            for one in look.people.about(Basis, known)
            if one.status is not BasisStatus.WITHDRAWN
        ]
        return OfficeFacts(
            people=len(known),
            without_basis=len(known - {one.person_id for one in bases if one.lawful_basis}),
            bases=Counter(one.lawful_basis for one in bases if one.lawful_basis),
            conditions=Counter(chain.from_iterable(map(_conditions, bases))),
            gateways=Counter(chain.from_iterable(map(_gateways, bases))),
            offence_data=sum(bool(one.offence_data) for one in bases),
            agencies=_agencies(look),
            users=_users(look),
            texts=texts(look),
            retention=lines_of(look, Topic.RETENTION)[Topic.RETENTION],
            entries=look.history.head()[0],
            restore_tested_at=look.trail.newest(_TESTED),
            keys_renewed_at=look.trail.newest(_RENEWED),
        )


def read_papers_out(desk: Desk) -> tuple[DisclosureRow, ...]:
    """List the papers others hold, newest first; the journal says who asked.

    Raises:
        NotPermittedError: The role does not read the log.
    """
    found: list[DisclosureRow] = []
    before: tuple[datetime, UUID] | None = None
    while len(found) < _MOST_OUT:
        page = find_disclosures(desk, DisclosureFilter(before=before, limit=_PAGE))
        found += [one for one in page.rows if _is_out(one)]
        before = page.before
        if before is None:
            break
    return tuple(found[:_MOST_OUT])


def _is_out(row: DisclosureRow) -> bool:
    """Whether somebody else holds it: the panel's own copies stay with the panel."""
    return row.has_copy and not row.came_back and bool(row.recipient or row.agency)


def note_restore_test(desk: Desk) -> Done[None]:
    """Note that a backup was opened and every page of it found whole, today.

    Raises:
        NotPermittedError: The role does not keep the store: it may check a backup, and vouches
            to the officer for nothing.
    """
    with desk.act(Right.MANAGE_USERS) as tx:
        tx.journal(_TESTED, record=tx.info.panel_id)
    return Done(None, tx.changes)


def _conditions(basis: Basis) -> Iterator[SpecialCondition | ScheduleCondition]:
    for one in (basis.special_condition, basis.schedule_condition):
        if one is not None:
            yield one


def _gateways(basis: Basis) -> frozenset[Gateway]:
    """Give every power to share of one basis, each once."""
    more = {Gateway(one) for one in basis.more_gateways}
    return frozenset(more | ({basis.gateway} if basis.gateway else set()))


def _agencies(look: Reading) -> tuple[OfficeAgency, ...]:
    standing = [
        one for one in look.actions.by_agency.agencies() if one.status is AgencyStatus.ACTIVE
    ]
    return tuple(
        OfficeAgency(
            one.name,
            label(one.agency_kind) if one.agency_kind else "",
            one.agreement_signed_on,
            one.agreement_expires_on,
        )
        for one in sorted(standing, key=lambda one: one.name.casefold())
    )


def _users(look: Reading) -> tuple[OfficeUser, ...]:
    users = look.local.users()
    posts = look.get_many(Professional, [one.professional_id for one in users])
    agencies = look.get_many(Agency, [one.agency_id for one in posts.values()])
    return tuple(
        OfficeUser(
            name=posts[one.professional_id].name,
            agency=agencies[posts[one.professional_id].agency_id].name,
            role=one.role,
            has_way_in=one.slot is not None,
            since=one.added_at,
        )
        for one in users
        if one.professional_id in posts
    )
