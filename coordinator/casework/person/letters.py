"""What letters about a person are made of, each read for the one who gets it."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from uuid import UUID

from coordinator.casework.actions import lists as action_lists
from coordinator.casework.cases.periods import periods_of
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import check_may_be_told, shown_person
from coordinator.casework.need_to_know.sight import Sight, sight_of_one
from coordinator.casework.people.contacts import last_seen_of
from coordinator.casework.plans.reading import warnings_of
from coordinator.casework.plans.state import State, goal_line, offer_line, state_of
from coordinator.casework.voice.wishes import wishes_about
from coordinator.db.models import Agency, Case, Panel, Person, Plan, Professional, Referral
from coordinator.db.transaction import Reading
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.cases.rules import CasePeriod, LeadPeriod
from coordinator.domain.errors import GuardError
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.people.rules import PersonName, check_living
from coordinator.domain.person.case_sheets import Audience
from coordinator.domain.person.letters import (
    AnsweredFacts,
    ClosureFacts,
    HandOverFacts,
    OwnFacts,
    Reach,
)
from coordinator.domain.plans.rules import SECTIONS
from coordinator.domain.plans.snapshots import OfferLine
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import (
    AgencyStatus,
    CaseStatus,
    OfferStatus,
    ReferralStatus,
)

_ANSWERS = (ReferralStatus.ACCEPTED, ReferralStatus.NOT_FOR_US)
_IN_PLACE = frozenset({OfferStatus.AGREED, OfferStatus.DELIVERED})
_MADE = frozenset(OfferStatus) - {OfferStatus.WITHDRAWN}
_LATEST = 20  # contacts among which the next try is looked for


def read_answer_letter(
    desk: Desk, person_id: UUID, *, status: ReferralStatus | None = None
) -> AnsweredFacts:
    """Give the panel's last answer about somebody, for whoever referred them.

    Args:
        desk: Who writes.
        person_id: About whom.
        status: Which answer is meant; the last one, whatever it was, when nothing.

    Raises:
        GuardError: `no-answer-yet`; `agency-not-told`, `worker-not-told`: they must not be told;
            `agency-closed`: there is nobody to write to.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read(Right.EXPORT_PANEL) as whole:
        shown_person(desk, whole, person_id)
        asked = _answered(whole, person_id, _ANSWERS if status is None else (status,))
        to, audience = _referrer(desk, whole, asked)
        with desk.read(Right.EXPORT_PANEL, reader=audience.reader) as look:
            person, referral = look.get(Person, person_id), look.get(Referral, asked.id)
            sight_of_one(desk, look, person_id, audience.reader)
            case = look.cases.last_of(person_id)
            if case is not None and case.referral_id != referral.id:
                case = None
            return AnsweredFacts(
                person=person_id,
                reference=person.reference,
                name=_name(person),
                to=to,
                audience=audience,
                status=referral.status,
                referred_on=referral.referred_on,
                decided_on=referral.decided_on,
                because=referral.not_accepted_reason,
                destination=referral.destination,
                reason=referral.decision_reason,
                offer=referral.offer,
                lead=_lead_of(look, case),
                next_review_on=case.next_review_on if case else None,
                coordinator=_coordinator(look),
            )


def read_own_letter(desk: Desk, person_id: UUID) -> OwnFacts:
    """Give what somebody is told in a letter of their own, as things stand.

    Raises:
        GuardError: `no-answer-yet`: the panel has not answered; `person-died`.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read(Right.EXPORT_PANEL) as look:
        person = shown_person(desk, look, person_id)
        check_living(person.died_on)
        case = look.cases.last_of(person_id)
        referral = None if case else _answered(look, person_id, (ReferralStatus.NOT_FOR_US,))
        return OwnFacts(
            person=person_id,
            reference=person.reference,
            name=_name(person),
            accepted_on=case.opened_on if case else None,
            closed_on=case.closed_on if case else None,
            ended=case.close_reason if case else None,
            because=referral.not_accepted_reason if referral else None,
            lead=_lead_of(look, case),
            next_review_on=case.next_review_on if case else None,
            coordinator=_coordinator(look),
        )


def read_closure(desk: Desk, person_id: UUID, *, reader: Reader | None = None) -> ClosureFacts:
    """Give how somebody's last period on the caseload ended.

    Raises:
        GuardError: `case-not-closed`.
        MissingRecordError, WithheldError: No such person, or not the sitter's or reader's to see.
    """
    with desk.read(Right.EXPORT_PANEL, reader=reader) as look:
        person = look.get(Person, person_id)
        sight = sight_of_one(desk, look, person_id, reader)
        period = _last_period(desk, look, person_id)
        if period is None or period.status is not CaseStatus.CLOSED or not period.closed_on:
            raise GuardError("case-not-closed")
        case = look.get(Case, period.id)
        state = _state(look, look.plans.ended_last(person_id), case)
        return ClosureFacts(
            person=person_id,
            reference=person.reference,
            name=_name(person),
            opened_on=period.opened_on,
            closed_on=period.closed_on,
            because=period.close_reason,
            note=period.close_note,
            phase=period.phase,
            lead=_of_period(look, period.leads[0]) if period.leads else None,
            goals=tuple(
                goal_line(one)
                for one in (state.goals if state else ())
                if sight.sees(person_id, one.sensitivity)
            ),
            offers=_offers(state, sight, _IN_PLACE),
            actions=_open_actions(desk, look, person_id, sight),
            remaining_risk=period.remaining_risk,
            risk_held_by=period.risk_held_by,
            person_told=case.person_told,
            ring=state.plan.who_to_ring if state else "",
            coordinator=_coordinator(look),
        )


def read_hand_over(desk: Desk, person_id: UUID) -> HandOverFacts:
    """Give what the last lead professional handed to the present one, for the present one.

    Raises:
        GuardError: `no-hand-over`: nobody took over from somebody; `agency-not-told`,
            `worker-not-told`: they must not be told.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read(Right.EXPORT) as whole:
        shown_person(desk, whole, person_id)
        taken, _from = _handed_over(_last_period(desk, whole, person_id))
        reader = _new_lead(whole, person_id, taken)
        with desk.read(Right.EXPORT, reader=reader) as look:
            return _hand_over(desk, look, person_id, reader)


def _hand_over(desk: Desk, look: Reading, person_id: UUID, reader: Reader) -> HandOverFacts:
    person, period = look.get(Person, person_id), _last_period(desk, look, person_id)
    new, old = _handed_over(period)
    sight = sight_of_one(desk, look, person_id, reader)
    plan = look.plans.live_of(person_id)
    state = _state(look, plan, look.get(Case, new.case))
    seen = last_seen_of(desk, look, [person_id]).get(person_id)
    return HandOverFacts(
        person=person_id,
        reference=person.reference,
        name=_name(person),
        given_by=_of_period(look, old),
        to=_of_period(look, new),
        audience=Audience(new.agency, reader.agency, reader),
        on=new.from_on,
        accepted_on=new.accepted_on,
        note=old.handover_note,
        texts={name: getattr(plan, name) if plan else "" for name in SECTIONS},
        warnings=warnings_of(look, person_id, sight),
        safe_contact=person.safe_contact,
        actions=_open_actions(desk, look, person_id, sight),
        offers=_offers(state, sight, _MADE),
        wishes=tuple(
            one for one in wishes_about(desk, look, person_id, reader) if one.told_on is None
        ),
        last_seen_on=seen.on if seen else None,
        next_try_on=_next_try(desk, look, person_id, sight),
        rhythm=period.move_in.contact_rhythm if period else "",
        next_review_on=period.next_review_on if period else None,
    )


def _answered(look: Reading, person: UUID, statuses: Collection[ReferralStatus]) -> Referral:
    found = [one for one in look.people.about(Referral, [person]) if one.status in statuses]
    if not found:
        raise GuardError("no-answer-yet")
    return max(found, key=lambda one: (one.decided_on or one.referred_on, one.id))


def _referrer(desk: Desk, look: Reading, referral: Referral) -> tuple[Reach, Audience]:
    """Say who is written to: whoever referred, while they are in post; else their agency."""
    who = look.get(Professional, referral.referrer_id) if referral.referrer_id else None
    if who is not None and who.left_on is not None and who.left_on <= desk.today():
        who = None
    key = who.agency_id if who else referral.agency_id  # theirs by now, where agencies merged
    if key is None:
        raise GuardError("agency-closed")
    agency = look.get(Agency, key)
    if agency.status is not AgencyStatus.ACTIVE:
        raise GuardError("agency-closed")
    check_may_be_told(look, referral.person_id, [key, *((who.id,) if who else ())])
    theirs = frozenset({referral.person_id})  # whoever referred somebody knows of them
    seat = look.readers.seated(Role.REPRESENTATIVE, key)
    reader = replace(seat, professional=who.id if who else None, shared_people=theirs)
    to = _reach(who, agency.name) if who else Reach("", agency=agency.name)
    return to, Audience(agency.name, key, reader)


def _new_lead(look: Reading, person: UUID, lead: LeadPeriod) -> Reader:
    agency = look.get(Professional, lead.professional_id).agency_id
    check_may_be_told(look, person, [agency, lead.professional_id])
    return look.readers.of(
        role=Role.LEAD_PROFESSIONAL, agency=agency, professional=lead.professional_id
    )


def _handed_over(period: CasePeriod | None) -> tuple[LeadPeriod, LeadPeriod]:
    """Give the present lead and whom they took over from."""
    leads = period.leads if period else ()
    new = next((one for one in leads if one.to_on is None), None)
    before = [one for one in leads if one.to_on is not None]
    old = max(before, key=lambda one: (one.to_on, one.id), default=None)
    if new is None or old is None:
        raise GuardError("no-hand-over")
    return new, old


def _last_period(desk: Desk, look: Reading, person: UUID) -> CasePeriod | None:
    return next(iter(periods_of(look, [person], desk.today()).get(person, ())), None)


def _state(look: Reading, plan: Plan | None, case: Case) -> State | None:
    """Give a plan with what belongs to it, where it is the plan of this period."""
    return state_of(look, plan) if plan is not None and plan.case_id == case.id else None


def _offers(
    state: State | None, sight: Sight, statuses: Collection[OfferStatus]
) -> tuple[OfferLine, ...]:
    if state is None:
        return ()
    return tuple(
        offer_line(one, state.agencies)
        for one in state.offers
        if one.status in statuses and sight.sees(one.person_id, one.sensitivity)
    )


def _open_actions(desk: Desk, look: Reading, person: UUID, sight: Sight) -> tuple[ActionRow, ...]:
    found = [one for one in look.actions.open_of([person]) if sight.sees(person, one.sensitivity)]
    return action_lists.rows_of(look, found, desk.today())


def _next_try(desk: Desk, look: Reading, person: UUID, sight: Sight) -> date | None:
    found = look.contacts.of_person(person, before=None, limit=_LATEST)
    ahead = [
        one.next_try_on
        for one in found
        if one.next_try_on is not None
        and one.next_try_on >= desk.today()
        and sight.sees(person, one.sensitivity)
    ]
    return min(ahead, default=None)


def _lead_of(look: Reading, case: Case | None) -> Reach | None:
    role = look.cases.current_lead(case.id) if case else None
    if role is None and case is not None and case.status is CaseStatus.CLOSED:
        role = look.cases.last_lead(case.id)
    if role is None:
        return None
    who = look.get(Professional, role.professional_id)
    return _reach(who, look.get(Agency, who.agency_id).name)


def _of_period(look: Reading, lead: LeadPeriod) -> Reach:
    return _reach(look.get(Professional, lead.professional_id), lead.agency)


def _coordinator(look: Reading) -> Reach | None:
    key = look.get(Panel, look.info.panel_id).coordinator_id
    if key is None:
        return None
    who = look.get(Professional, key)
    return _reach(who, look.get(Agency, who.agency_id).name)


def _reach(who: Professional, agency: str) -> Reach:
    return Reach(who.name, who.job, agency, who.phone, who.email)


def _name(person: Person) -> PersonName:
    return PersonName(person.given_name, person.family_name, person.preferred_name)
