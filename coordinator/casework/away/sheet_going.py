"""For whom an update sheet can be made, and what it would hold: asked before it is made."""

from uuid import UUID

from coordinator.casework.away.led import lendable
from coordinator.casework.away.sheet_making import SheetOwner, read_update_sheet
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import listed_names
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.db.models import Agency, Person, Professional
from coordinator.db.transaction import Reading
from coordinator.domain.directory.rules import is_in_post
from coordinator.domain.errors import GuardError
from coordinator.domain.exchange.away_pages import AwayPerson, SheetGoing
from coordinator.domain.roles import Right


def find_sheet_leads(desk: Desk) -> tuple[SheetOwner, ...]:
    """List who leads people, or stands in for who does, and could be given a sheet.

    Raises:
        NotPermittedError: Nobody sends work but the coordinator and the chair.
    """
    with desk.read(Right.SETTLE) as look:
        leading = set(look.cases.leading())
        posts = [(one.professional, one.agency.name) for one in look.imports.in_post()]
        found = [
            SheetOwner(who.id, who.name, agency)
            for who, agency in posts
            if leading & {who.id, who.deputy_of_id} and is_in_post(who.left_on, desk.today())
        ]
    return tuple(sorted(found, key=lambda one: (one.name, one.agency, one.id)))


def read_sheet_going(desk: Desk, professional: UUID) -> SheetGoing:
    """Say what somebody would be given now, and what is asked about it.

    Raises:
        NotPermittedError, MissingRecordError, GuardError: As `read_update_sheet`;
            `leads-nobody`: nor does anybody they stand in for.
    """
    draft = read_update_sheet(desk, professional)
    parts, lacking = draft.outgoing.parts, draft.outgoing.lacking
    with desk.read(Right.SETTLE) as look:
        sight = sight_of(desk, look, parts)
        post = look.get(Professional, professional)
        secure = look.get(Agency, post.agency_id).secure_email
        lent = _lendable(desk, look, professional)
    if not (parts or lent):
        raise GuardError("leads-nobody")
    people = tuple(
        AwayPerson(
            one.person,
            one.reference,
            one.name,
            kept=parts[one.person].kept,
            lacks=one.person in lacking,
        )
        for one in draft.people
        if sight.sees(one.person)
    )
    return SheetGoing(
        professional,
        draft.lead,
        people,
        has_secure_email=secure,
        lendable=lent,
        lent=frozenset(one.person for one in lent) & parts.keys(),
    )


def _lendable(desk: Desk, look: Reading, professional: UUID) -> tuple[AwayPerson, ...]:
    """Give the people of whoever they stand in for, as far as the sitter may know of them."""
    others = lendable(look, professional)
    sight = sight_of(desk, look, others)
    seen = look.get_many(Person, sorted(one for one in others if sight.sees(one)))
    names = listed_names(look, seen.values())
    found = (
        AwayPerson(one.id, one.reference, names[one.id])
        for one in seen.values()
        if one.died_on is None
    )
    return tuple(sorted(found, key=lambda one: one.reference))
