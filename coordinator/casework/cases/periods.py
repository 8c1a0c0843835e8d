"""A person's periods on the caseload, each with the leads it had."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.db.models import Agency, Case, LeadRole, Professional
from coordinator.db.transaction import Reading
from coordinator.domain.cases.leads import LeadEnd
from coordinator.domain.cases.rules import CasePeriod, LeadPeriod, MoveIn


def read_cases(desk: Desk, person_id: UUID) -> tuple[CasePeriod, ...]:
    """Show every period of a person on the caseload, newest first.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read() as look:
        shown_person(desk, look, person_id)
        return periods_of(look, [person_id], desk.today()).get(person_id, ())


def periods_of(
    look: Reading, people: Collection[UUID], today: date
) -> dict[UUID, tuple[CasePeriod, ...]]:
    """Gather the periods of people the reader may see, newest first, with one question each."""
    cases = look.people.about(Case, people)
    leads = _leads(look, [case.id for case in cases], today)
    found: dict[UUID, tuple[CasePeriod, ...]] = {}
    for case in sorted(cases, key=lambda one: (one.opened_on, one.id), reverse=True):
        found[case.person_id] = (*found.get(case.person_id, ()), _period(case, leads))
    return found


def _leads(
    look: Reading, cases: Collection[UUID], today: date
) -> dict[UUID, tuple[LeadPeriod, ...]]:
    roles = look.cases.leads_of(cases)
    professionals = look.get_many(Professional, [role.professional_id for role in roles])
    agencies = look.get_many(Agency, [one.agency_id for one in professionals.values()])
    found: dict[UUID, tuple[LeadPeriod, ...]] = {}
    for role in roles:
        professional = professionals[role.professional_id]
        agency = agencies[professional.agency_id].name
        lead = _lead(role, professional, agency, today)
        found[role.case_id] = (*found.get(role.case_id, ()), lead)
    return found


def _lead(role: LeadRole, professional: Professional, agency: str, today: date) -> LeadPeriod:
    return LeadPeriod(
        id=role.id,
        revision=role.revision,
        case=role.case_id,
        professional_id=professional.id,
        professional=professional.name,
        agency=agency,
        phone=professional.phone,
        from_on=role.from_on,
        to_on=role.to_on,
        ended=_ended(role.end_reason),
        handover_note=role.handover_note,
        accepted_on=role.accepted_on,
        has_left=professional.left_on is not None and professional.left_on <= today,
    )


def _ended(reason: str) -> LeadEnd | None:
    """Read how a role ended; what another program wrote there counts as plainly ended."""
    if not reason:
        return None
    return LeadEnd(reason) if reason in set(LeadEnd) else LeadEnd.ENDED


def _home(case: Case) -> MoveIn:
    return MoveIn(case.moved_in_on, case.contact_rhythm, case.tenancy_contact, case.contact_every)


def _period(case: Case, leads: Mapping[UUID, tuple[LeadPeriod, ...]]) -> CasePeriod:
    before = leads.get(case.reopened_from_id, ()) if case.reopened_from_id else ()
    return CasePeriod(
        id=case.id,
        revision=case.revision,
        person=case.person_id,
        status=case.status,
        phase=case.phase,
        priority=case.priority,
        priority_reason=case.priority_reason,
        opened_on=case.opened_on,
        next_review_on=case.next_review_on,
        move_in=_home(case),
        paused_on=case.paused_on,
        pause_reason=case.pause_reason,
        look_again_on=case.look_again_on,
        closed_on=case.closed_on,
        close_reason=case.close_reason,
        close_note=case.close_note,
        remaining_risk=case.remaining_risk,
        risk_held_by=case.risk_held_by,
        learning=case.learning,
        reopened_from=case.reopened_from_id,
        former_lead=before[0].professional if before else "",
        leads=leads.get(case.id, ()),
    )
