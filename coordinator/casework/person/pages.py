"""Opening a person: everything the sitter may know, and the journal saying who looked."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from uuid import UUID

from coordinator.casework.assessments.reading import histories_about
from coordinator.casework.cases.caseload import overdue_before, sensitivities
from coordinator.casework.cases.periods import periods_of
from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.disclosing.sharing_reads import sharing_of
from coordinator.casework.need_to_know.field_guards import parts_kept_back
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.casework.needs.enquiries import enquiries_about
from coordinator.casework.needs.reading import needs_about
from coordinator.casework.panel.lines import features
from coordinator.casework.people.around_reads import around_of
from coordinator.casework.people.assessments import assessments_about
from coordinator.casework.people.finding import person_row
from coordinator.casework.people.safety import safety_of
from coordinator.casework.referrals.children import children_of
from coordinator.casework.referrals.lists import referral_rows
from coordinator.db.models import Alias, FieldGuard, Identifier, Person, Referral
from coordinator.db.repositories.caseload import ActionCounts
from coordinator.db.transaction import Reading
from coordinator.domain.cases.caseload import day_of
from coordinator.domain.cases.referrals import ReferralRow
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.panel import Feature
from coordinator.domain.needs.views import NOT_ASKED
from coordinator.domain.outcomes import Done
from coordinator.domain.person.pages import AliasRow, IdentifierRow, PersonDetails, PersonPage
from coordinator.domain.roles import Right
from coordinator.domain.states import Sensitivity
from coordinator.domain.texts import is_blank

_OPENED, _RESTRICTED = "person.opened", "person.restricted_shown"


def read_person(desk: Desk, person_id: UUID) -> PersonPage:
    """Open a person. The first time in a sitting, the journal says who opened whom.

    Nothing is shown that could not be journalled; restricted entries are journalled of their own.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    _journal(desk, _OPENED, person_id)
    with desk.read() as look:
        page = _page(desk, look, shown_person(desk, look, person_id))
    if _holds_restricted(page):
        _journal(desk, _RESTRICTED, person_id)
    return page


def say_why_opened(desk: Desk, person_id: UUID, *, reason: str) -> Done[None]:
    """Note why somebody is looked at: never asked for, and kept in the journal alone.

    Raises:
        InvalidFieldsError: `reason` is `required`.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    if is_blank(reason):
        raise InvalidFieldsError({"reason": "required"})
    with desk.act(Right.SEE_PEOPLE) as tx:
        shown_person(desk, tx, person_id)
        tx.journal("person.opened_because", record=person_id, scope=person_id, reason=reason)
    return Done(None, tx.changes)


def _journal(desk: Desk, act: str, person_id: UUID) -> None:
    """Let the journal say it, once in a sitting for each person: not for every look."""
    if (act, person_id) in desk.opened:
        return
    with desk.act(Right.SEE_PEOPLE) as tx:
        shown_person(desk, tx, person_id)
        tx.journal(act, record=person_id, scope=person_id)
    desk.opened.add((act, person_id))


def _holds_restricted(page: PersonPage) -> bool:
    """Whether anything on the page was not for everybody who may know the person."""
    shown = (
        page.safety,
        page.around,
        page.aliases,
        page.identifiers,
        page.assessments,
        page.needs,
        page.enquiries,
        page.scored,
    )
    return bool(page.parts) or any(any(_sensitivities(one)) for one in shown)


def _sensitivities(found: object) -> Iterator[bool]:
    if isinstance(found, Sensitivity):
        yield found is not Sensitivity.STANDARD
    elif isinstance(found, tuple | list):
        for one in found:
            yield from _sensitivities(one)
    elif is_dataclass(found):
        for part in fields(found):
            yield from _sensitivities(getattr(found, part.name))


def _page(desk: Desk, look: Reading, person: Person) -> PersonPage:
    reader, today = desk.reader(look), desk.today()
    counts = look.caseload.actions([person.id], overdue_before(today), sensitivities(reader))
    seen = look.contacts.last_seen([person.id]).get(person.id)
    open_actions, overdue = counts.get(person.id, ActionCounts(0, 0))
    sight = sight_of(desk, look, [person.id])
    return PersonPage(
        person=person_row(person),
        details=_details(person),
        aliases=tuple(
            AliasRow(a.id, a.name, a.sensitivity) for a in look.people.about(Alias, [person.id])
        ),
        identifiers=tuple(
            IdentifierRow(number.id, number.issuer, number.value, number.sensitivity)
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
        assessments=assessments_about(look, [person.id], sight).get(person.id, ()),
        needs=needs_about(look, [person.id], sight, today).get(person.id, NOT_ASKED),
        enquiries=enquiries_about(look, [person.id], sight).get(person.id, ()),
        scored=histories_about(look, [person.id], sight).get(person.id, ()),
        assesses=Feature.ASSESSMENTS in features(look),
        children=children_of(look, person.id, sight),
        parts=_parts(look, person.id),
        held=_held(look, person.id),
    )


def _held(look: Reading, person: UUID) -> frozenset[str]:
    basis = look.people.basis(person)
    entries = [person, *([basis.id] if basis is not None else [])]
    return frozenset[str]().union(*(look.kept.get(one, frozenset()) for one in entries))


def _parts(look: Reading, person: UUID) -> Mapping[UUID, Mapping[str, Sensitivity]]:
    guards = look.people.about(FieldGuard, [person])
    return parts_kept_back(look, {one.entry_id for one in guards})


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
