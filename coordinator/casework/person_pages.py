"""Opening a person: everything the sitter may know, and the journal saying who looked."""

from uuid import UUID

from coordinator.casework.around_reads import around_of
from coordinator.casework.case_periods import periods_of
from coordinator.casework.caseload import overdue_before, sensitivities
from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.finding import person_row
from coordinator.casework.referral_lists import referral_rows
from coordinator.casework.safety import safety_of
from coordinator.casework.sharing import shown_person
from coordinator.casework.sharing_reads import sharing_of
from coordinator.db.models import Alias, Identifier, Person, Referral
from coordinator.db.repositories.caseload import ActionCounts
from coordinator.db.transaction import Reading
from coordinator.domain.caseload import day_of
from coordinator.domain.person_pages import AliasRow, IdentifierRow, PersonDetails, PersonPage
from coordinator.domain.referrals import ReferralRow
from coordinator.domain.roles import Right

_OPENED = "person.opened"


def read_person(desk: Desk, person_id: UUID) -> PersonPage:
    """Open a person. The first time in a sitting, the journal says who opened whom.

    Nothing is shown that could not be journalled.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    _journal_opening(desk, person_id)
    with desk.read() as look:
        return _page(desk, look, shown_person(desk, look, person_id))


def _journal_opening(desk: Desk, person_id: UUID) -> None:
    if (_OPENED, person_id) in desk.opened:
        return
    with desk.act(Right.SEE_PEOPLE) as tx:
        shown_person(desk, tx, person_id)
        tx.journal(_OPENED, record=person_id, scope=person_id)
    desk.opened.add((_OPENED, person_id))


def _page(desk: Desk, look: Reading, person: Person) -> PersonPage:
    reader, today = desk.reader(look), desk.today()
    counts = look.caseload.actions([person.id], overdue_before(today), sensitivities(reader))
    seen = look.contacts.last_seen([person.id]).get(person.id)
    open_actions, overdue = counts.get(person.id, ActionCounts(0, 0))
    return PersonPage(
        person=person_row(person),
        details=_details(person),
        aliases=tuple(AliasRow(a.id, a.name) for a in look.people.about(Alias, [person.id])),
        identifiers=tuple(
            IdentifierRow(number.id, number.issuer, number.value)
            for number in look.people.about(Identifier, [person.id])
        ),
        sharing=sharing_of(look, person.id, today),
        around=around_of(desk, look, person.id),
        safety=safety_of(look, reader, person.id, today),
        referrals=_referrals(look, person.id),
        cases=periods_of(look, [person.id], today).get(person.id, ()),
        last_seen_on=day_of(seen, LONDON) if seen else None,
        open_actions=open_actions,
        overdue_actions=overdue,
    )


def _referrals(look: Reading, person: UUID) -> tuple[ReferralRow, ...]:
    made = look.people.about(Referral, [person])
    return tuple(referral_rows(look, made, [person])[::-1])


def _details(person: Person) -> PersonDetails:
    return PersonDetails(
        pronouns=person.pronouns,
        estimated_age=person.estimated_age,
        gender=person.gender,
        ethnicity=person.ethnicity,
        language=person.language,
        needs_interpreter=person.needs_interpreter,
        communication=person.communication,
        phone=person.phone,
        safe_to_call=person.safe_to_call,
        safe_contact=person.safe_contact,
        usual_places=person.usual_places,
        address=person.address,
        place=person.place,
        housing=person.housing,
        gp=person.gp,
        children_affected=person.children_affected,
        pets=person.pets,
        mobility=person.mobility,
        died_on=person.died_on,
        death_source=person.death_source,
        death_review=person.death_review,
    )
