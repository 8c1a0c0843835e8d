"""What papers ask beside the families' own reads: the panel, an audience, cases in a few facts."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from uuid import UUID

from coordinator.casework.assessments.reading import histories_about
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import shown_person, status_on, visible
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.casework.needs.enquiries import enquiries_about
from coordinator.casework.needs.reading import needs_about
from coordinator.casework.people.assessments import assessments_about
from coordinator.casework.people.contacts import last_seen_of
from coordinator.casework.records.unsettled import those_of, unsettled_of
from coordinator.casework.referrals.children import children_about
from coordinator.db.models import Agency, Basis, Case, Decision, Person, Professional
from coordinator.db.repositories.caseload import Led
from coordinator.db.transaction import Reading
from coordinator.domain.errors import GuardError, MissingRecordError, SeveralFitError
from coordinator.domain.lists.agencies import Marking
from coordinator.domain.lists.sharing import Gateway
from coordinator.domain.need_to_know.bases import detail_allowed
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.needs.views import NOT_ASKED
from coordinator.domain.people.contacts import LastSeen
from coordinator.domain.people.rules import PersonName, initialled
from coordinator.domain.person.case_sheets import (
    Audience,
    BasisFacts,
    CaseFacts,
    FoundMeeting,
    Officers,
    PanelFace,
    SeatContact,
)
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import AgencyStatus


def read_panel_face(desk: Desk) -> PanelFace:
    """Give the panel as its papers introduce it; a store always has one."""
    with desk.read() as look:
        panel = look.paper_facts.panel()
        if panel is None:
            return PanelFace("", Marking.OFFICIAL_SENSITIVE, 0)
        return PanelFace(
            panel.name,
            panel.marking,
            panel.quorum,
            panel.terms,
            panel.prefix,
            is_made_up=look.info.is_demo,
        )


def read_officers(desk: Desk) -> Officers:
    """Say who chairs and who coordinates."""
    with desk.read() as look:
        panel = look.paper_facts.panel()
        chair = panel.chair_id if panel else None
        agency = look.get(Professional, chair).agency_id if chair else None
        return Officers(chair, agency, panel.coordinator_id if panel else None)


def find_meeting(desk: Desk, words: str) -> FoundMeeting:
    """Find a meeting by its reference, or the `next` or `last` one.

    The last one is the one that began last, or the next while none has.

    Raises:
        MissingRecordError: There is no such meeting.
    """
    with desk.read() as look:
        found = None
        if words == "last":
            found = look.paper_facts.last_meeting()
        if words == "next" or (words == "last" and found is None):
            found = look.meetings.next_from(desk.today())
        elif found is None:
            found = look.paper_facts.meeting(words)
        if found is None:
            raise MissingRecordError(what="meeting", key=words)
        return FoundMeeting(found.id, found.reference)


def find_person(desk: Desk, reference: str) -> UUID:
    """Find a person by the reference people say.

    Raises:
        MissingRecordError: Nobody on file has it.
        WithheldError: Not theirs to see.
    """
    with desk.read() as look:
        return shown_person(desk, look, look.people.by_reference(reference).id).id


def read_moment(desk: Desk) -> tuple[object, ...]:
    """Mark the store as it is: while the mark is the same, a paper read anew is the same.

    Every act stands in the journal; besides them only the day and who sits there decide what a
    paper says.
    """
    with desk.read() as look:
        return (*look.history.head(), desk.today(), desk.sitter)


def read_audience(desk: Desk, agency: str) -> Audience:
    """Find for whom a copy is made, by the name of an agency or its beginning.

    Raises:
        MissingRecordError: No agency is called that.
        SeveralFitError: More than one is.
        GuardError: `agency-closed`: it stands no more.
    """
    with desk.read(Right.EXPORT) as look:
        found = look.paper_facts.agencies_named(agency)
        if len(found) > 1:
            names = tuple(one.name for one in found)
            raise SeveralFitError(what="agency", key=agency, fits=names)
        if not found:
            raise MissingRecordError(what="agency", key=agency)
        if found[0].status is not AgencyStatus.ACTIVE:
            raise GuardError("agency-closed")
        return _audience(desk, look, found[0])


def read_audience_of(desk: Desk, agency_id: UUID) -> Audience:
    """Say for whom a copy is made that goes to this agency.

    Raises:
        MissingRecordError: No such agency.
    """
    with desk.read(Right.EXPORT) as look:
        return _audience(desk, look, look.get(Agency, agency_id))


def _audience(desk: Desk, look: Reading, agency: Agency) -> Audience:
    # Of the people the agency works with only those the sitter may know of: a copy is never made
    # of more than both may see, and whom else the agency works with is not the sitter's to learn.
    reader = look.readers.of(role=Role.REPRESENTATIVE, agency=agency.id)
    known = visible(look, desk.reader(look), reader.shared_people)
    return Audience(agency.name, agency.id, replace(reader, shared_people=known))


def read_seat_contacts(desk: Desk) -> tuple[SeatContact, ...]:
    """List the seats of the panel in their order, vacant ones too."""
    with desk.read() as look:
        return tuple(
            SeatContact(
                seat=seat.name,
                agency=agency.name if agency else "",
                name=person.name if person else "",
                job=person.job if person else "",
                phone=person.phone if person else "",
                email=person.email if person else "",
                vacant_since=seat.vacant_since,
            )
            for seat, agency, person in look.paper_facts.seats()
        )


def read_case_facts(
    desk: Desk, people: Collection[UUID], *, reader: Reader | None = None
) -> Mapping[UUID, CaseFacts]:
    """Give the few facts of some people's cases; those the reader may not see are left out.

    Args:
        desk: Who asks.
        people: Whose.
        reader: For whom a paper is made, besides the sitter.
    """
    with desk.read(reader=reader) as look:
        sight = sight_of(desk, look, people, reader)
        shown = [person for person in people if sight.sees(person)]
        facts = _facts(desk, look, shown)
        known = list(look.get_many(Person, shown).values())
        children = children_about(look, known, sight)
        assessed = assessments_about(look, shown, sight)
        needs = needs_about(look, shown, sight, desk.today())
        asked = enquiries_about(look, shown, sight)
        scored = histories_about(look, shown, sight)
        return {
            key: replace(
                one,
                children=children[key],
                assessments=assessed.get(key, ()),
                needs=needs.get(key, NOT_ASKED),
                enquiries=asked.get(key, ()),
                scored=scored.get(key, ()),
            )
            for key, one in facts.items()
        }


def _facts(desk: Desk, look: Reading, shown: list[UUID]) -> dict[UUID, CaseFacts]:
    cases = look.paper_facts.latest_cases(shown)
    leads = look.caseload.leads([case.id for case in cases.values()])
    seen = last_seen_of(desk, look, shown)
    decisions = look.paper_facts.last_decisions(shown)
    bases = look.paper_facts.bases(shown)
    rows = (*cases.values(), *bases.values(), *decisions.values())
    roles = {one.role.case_id: one.role.id for one in leads.values()}
    unsettled = unsettled_of(look, [*shown, *(one.id for one in rows), *roles.values()])
    found = {}
    for person in look.get_many(Person, shown).values():
        case = cases.get(person.id)
        led = leads.get(case.id) if case else None
        basis = bases.get(person.id)
        decision = decisions.get(person.id)
        one = _one(person, case, led, _basis(basis, desk), seen.get(person.id), decision)
        ids = [row.id for row in (case, basis, decision) if row is not None]
        marks = those_of(unsettled, [person.id, *ids, roles.get(case.id) if case else None])
        found[person.id] = replace(one, unsettled=marks)
    return found


def _basis(row: Basis | None, desk: Desk) -> BasisFacts | None:
    if row is None:
        return None
    powers = (row.gateway, *map(Gateway, row.more_gateways))
    named = tuple(one for one in powers if one is not None)
    status = status_on(row, desk.today())
    return BasisFacts(status, row.lawful_basis, row.told, row.told_on, named)


def _one(
    person: Person,
    case: Case | None,
    led: Led | None,
    basis: BasisFacts | None,
    seen: LastSeen | None,
    decision: Decision | None,
) -> CaseFacts:
    shows = detail_allowed(basis.status if basis else None)
    name = PersonName(person.given_name, person.family_name, person.preferred_name)
    return CaseFacts(
        person=person.id,
        reference=person.reference,
        name=name if shows else initialled(name),
        show_detail=shows,
        status=case.status if case else None,
        phase=case.phase if case else None,
        opened_on=case.opened_on if case else None,
        next_review_on=case.next_review_on if case else None,
        lead=led.professional.name if led else "",
        lead_agency=led.agency if led else "",
        lead_phone=led.professional.phone if led else "",
        last_seen_on=seen.on if seen else None,
        basis=basis,
        safe_contact=person.safe_contact,
        last_decision=decision.text if decision and shows else "",
    )
