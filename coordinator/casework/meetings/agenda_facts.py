"""Gathering what is open, for the rules that write an agenda."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID

from coordinator.casework.desk import LONDON
from coordinator.casework.escalations.counting import pressing_on
from coordinator.casework.panel.lines import days, rundown
from coordinator.db.models import Action, AgendaItem, Case, Escalation, Meeting, Person, Referral
from coordinator.db.transaction import Reading
from coordinator.domain.lists.meetings import MeetingType
from coordinator.domain.lists.panel import TimeKey
from coordinator.domain.meetings.agendas import (
    AgendaFacts,
    CaseFacts,
    EscalationFacts,
    LeftOpen,
    ReferralFacts,
)
from coordinator.domain.meetings.kinds import kind_of
from coordinator.domain.states import CasePhase, EscalationStatus

_FORTNIGHT = timedelta(days=14)
WRITES_ITSELF = frozenset({MeetingType.TASKING, MeetingType.REVIEW})
"""Meetings that go through everything open. Others are made by hand for one purpose; what they
leave open goes to the next of these."""


def facts_for(look: Reading, meeting: Meeting) -> AgendaFacts:
    """Gather everything open on the day of a meeting; nothing for a meeting made by hand.

    For a place meeting it is what is due in place plans: nobody is talked about there.
    """
    if meeting.meeting_type not in WRITES_ITSELF:
        about_places = kind_of(meeting.meeting_type).about_places
        due = len(actions_due(look, meeting)) if about_places else 0
        return AgendaFacts(meeting.on, actions_due=due, rundown=rundown(look))
    cases = look.agendas.open_cases()
    referrals = look.agendas.waiting_referrals()
    left = look.agendas.left_open(meeting.id)
    asked = pressing_on(look, meeting.on)
    people = _people(look, [*cases, *referrals, *left, *asked])
    return AgendaFacts(
        on=meeting.on,
        actions_due=len(actions_due(look, meeting)),
        cases=_cases(look, cases, people, meeting.on),
        referrals=tuple(_referral(one, people) for one in referrals if one.person_id in people),
        left_open=tuple(
            _left(i, people) for i in left if i.person_id is None or i.person_id in people
        ),
        escalations=tuple(
            _escalation(one, people)
            for one in asked
            if one.person_id is None or one.person_id in people
        ),
        not_seen_days=days(look)[TimeKey.NOT_SEEN],
        rundown=rundown(look),
    )


def seen_days(
    look: Reading, people: Iterable[UUID], until: date | None = None
) -> Mapping[UUID, date]:
    """Give the local day each of these people was last seen, where they were.

    Args:
        look: Where to look.
        people: Who.
        until: The last day that counts; every day when nothing.
    """
    seen = look.contacts.last_seen(list(people), day_after(until) if until else None)
    return {person: at.astimezone(LONDON).date() for person, at in seen.items()}


def day_after(on: date) -> datetime:
    """Give the moment a local day is over."""
    return datetime.combine(on + timedelta(days=1), time.min, LONDON)


def actions_checked(look: Reading, meeting: Meeting) -> list[Action]:
    """Give the actions a meeting goes through: open and due, or closed since the one before."""
    closed = look.agendas.actions_closed(day_before(look, meeting), meeting.on)
    return [*actions_due(look, meeting), *_of_its_kind(look, meeting, closed)]


def actions_due(look: Reading, meeting: Meeting) -> list[Action]:
    """Give the open actions a meeting goes through, by agency, the longest overdue first."""
    return _of_its_kind(look, meeting, look.agendas.actions_due(meeting.on))


def _of_its_kind(look: Reading, meeting: Meeting, actions: Sequence[Action]) -> list[Action]:
    """Leave of some actions at a place meeting those of place plans."""
    if not kind_of(meeting.meeting_type).about_places:
        return list(actions)
    plans = look.places.plans_of([one.id for one in actions if one.person_id is None])
    return [one for one in actions if one.id in plans]


def day_before(look: Reading, meeting: Meeting) -> date:
    """Give the day of the meeting before; a fortnight ago when there was none."""
    last = look.meetings.before(meeting)
    return last.on if last else meeting.on - _FORTNIGHT


def _people(
    look: Reading, rows: Iterable[Case | Referral | AgendaItem | Escalation]
) -> Mapping[UUID, Person]:
    return look.get_many(Person, sorted({row.person_id for row in rows if row.person_id}))


def _cases(
    look: Reading, cases: Iterable[Case], people: Mapping[UUID, Person], on: date
) -> tuple[CaseFacts, ...]:
    standing = [case for case in cases if case.person_id in people]
    leads = look.agendas.leads([case.id for case in standing], on)
    seen = seen_days(look, [case.person_id for case in standing])
    protocols = look.protocols.reviews([case.id for case in standing])
    missing = {one.person_id for one in look.outreach.missing()}
    risks: dict[UUID | None, date | None] = {}
    for barrier in look.barriers.to_look_at_again(on):
        risks.setdefault(barrier.person_id, barrier.review_on)  # the longest due comes first
    return tuple(
        CaseFacts(
            case_id=case.id,
            person_id=case.person_id,
            reference=people[case.person_id].reference,
            status=case.status,
            opened_on=case.opened_on,
            phase=case.phase,
            priority=case.priority,
            next_review_on=case.next_review_on,
            look_again_on=case.look_again_on,
            last_seen_on=seen.get(case.person_id),
            has_lead=case.id in leads,
            is_closure_proposed=_is_closure_proposed(case, on),
            has_died=people[case.person_id].died_on is not None,
            protocol_review_on=protocols.get(case.id),
            risk_review_on=risks.get(case.person_id),
            is_missing=case.person_id in missing,
        )
        for case in standing
    )


def _is_closure_proposed(case: Case, on: date) -> bool:
    """Whether it is time to ask *ready to step down?*: the review of a case on its last steps."""
    is_due = case.next_review_on is not None and case.next_review_on <= on
    return case.phase is CasePhase.STEPPING_DOWN and is_due


def _referral(referral: Referral, people: Mapping[UUID, Person]) -> ReferralFacts:
    return ReferralFacts(
        referral_id=referral.id,
        person_id=referral.person_id,
        reference=people[referral.person_id].reference,
        referred_on=referral.referred_on,
        status=referral.status,
    )


def _left(item: AgendaItem, people: Mapping[UUID, Person]) -> LeftOpen:
    return LeftOpen(
        item_id=item.id,
        kind=item.item_kind,
        was=item.status,
        title=item.title,
        person_id=item.person_id,
        case_id=item.case_id,
        referral_id=item.referral_id,
        escalation_id=item.escalation_id,
        reference=people[item.person_id].reference if item.person_id else "",
        outcome_sought=item.outcome_sought,
        urgent_reason=item.urgent_reason,
        minutes_planned=item.minutes_planned,
    )


def _escalation(one: Escalation, people: Mapping[UUID, Person]) -> EscalationFacts:
    return EscalationFacts(
        escalation_id=one.id,
        number=one.number,
        since=one.answered_on or one.respond_by or one.raised_on,
        is_answered=one.status is EscalationStatus.ANSWERED,
        person_id=one.person_id,
        reference=people[one.person_id].reference if one.person_id else "",
    )
