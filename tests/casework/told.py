"""Somebody about whom everything is on file, in words that tell how far they may travel."""

import dataclasses
from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest

from coordinator.casework.access.requests import begin_access_request
from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.barriers import find_barriers, identify_barrier
from coordinator.casework.actions.outcomes import report_action, set_outcome
from coordinator.casework.desk import Desk
from coordinator.casework.escalations.answering import answer_escalation
from coordinator.casework.escalations.raising import raise_from_action
from coordinator.casework.escalations.sending import send_escalation
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.meetings.agendas import NewItem, add_item
from coordinator.casework.meetings.decisions import Decided, record_decision
from coordinator.casework.meetings.discussions import add_note, take_item, write_facts
from coordinator.casework.meetings.minutes import (
    approve_minutes,
    correct_minutes,
    draft_minutes,
    issue_minutes,
)
from coordinator.casework.meetings.offers import record_offer
from coordinator.casework.meetings.running import (
    close_meeting,
    open_meeting,
    record_statement_read,
)
from coordinator.casework.need_to_know.bases import record_basis
from coordinator.casework.need_to_know.comms import agree_comms_line
from coordinator.casework.people.around import note_forum, note_tie
from coordinator.casework.people.assessments import note_assessment
from coordinator.casework.people.contacts import log_contact
from coordinator.casework.people.entering import add_alias, add_identifier, register_person
from coordinator.casework.people.safety import add_risk, add_strength, add_warning
from coordinator.casework.plans.goals import add_goal
from coordinator.casework.plans.reading import read_plan, read_versions
from coordinator.casework.plans.writing import agree_plan, begin_plan, edit_plan, propose_plan
from coordinator.casework.referrals.asking import (
    accept_referral,
    draft_referral,
    screen_referral,
    submit_referral,
)
from coordinator.casework.stuck.gaps import raise_gap
from coordinator.casework.voice.wishes import answer_wish, note_wish
from coordinator.domain.access.rules import NewAccessRequest
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.actions.rules import NewAction, Outcome
from coordinator.domain.escalations.rules import NewEscalation, Reply
from coordinator.domain.lists.barriers import BarrierCategory, EscalationOutcome
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.lists.meetings import DecidedHow
from coordinator.domain.lists.people import NeedDomain
from coordinator.domain.lists.sharing import ForumKind, RelationKind
from coordinator.domain.people.around import Forum, Tie
from coordinator.domain.people.assessments import Assessment
from coordinator.domain.people.comms import NewCommsLine
from coordinator.domain.people.contacts import NewContact
from coordinator.domain.people.wishes import NewWish
from coordinator.domain.plans.rules import Agreement
from coordinator.domain.states import ActionStatus, Answer, Sensitivity
from coordinator.domain.stuck.gaps import NewGap
from tests.based import COMPLETE
from tests.casework.entries_on_file import case_of
from tests.casework.known import keep_all
from tests.casework.needs_on_file import note_needs
from tests.meetings import NOON as MIDDAY
from tests.meetings import TEN, add_seats, next_meeting_of, weekly
from tests.scored import needs, score
from tests.stores import (
    CHAIR,
    COORDINATOR,
    HEALTH,
    NOON,
    NURSE,
    TODAY,
)

PLAIN, GUARDED = "heronwater", "nightjarhill"
"""Two words that stand in every text about the person: the second in restricted ones alone."""
WEEK = TODAY + timedelta(days=7)
RESTRICTED = Sensitivity.RESTRICTED


@dataclasses.dataclass(frozen=True)
class Told:
    """Somebody about whom everything is on file, and where it stands."""

    person: UUID
    referral: UUID
    meeting: UUID
    actions: tuple[UUID, ...]
    versions: tuple[UUID, ...]
    records: tuple[UUID, ...]
    barriers: tuple[UUID, ...]
    escalations: tuple[UUID, ...]
    gaps: tuple[UUID, ...]
    sheet: UUID
    case: UUID
    items: tuple[UUID, ...]
    request: UUID


@pytest.fixture
def told(desk: Desk, chair: Desk) -> Told:
    """Petroc Heronwater, taken on, planned for, talked about and minuted."""
    return tell_everything(desk, chair)


def tell_everything(desk: Desk, chair: Desk) -> Told:
    """Put everything on file about one new person, in words that tell how far they may travel."""
    add_seats(desk)
    return tell_all(desk, chair)


def tell_all(desk: Desk, chair: Desk) -> Told:
    """Put somebody on file of whom everything is known."""
    person = register_person(
        desk, given_name="Petroc", family_name=PLAIN, children_affected=Answer.NO
    ).result
    add_alias(desk, person, f"Pete {PLAIN}")
    add_identifier(desk, person, issuer="NHS", value=f"{PLAIN} 1")
    record_basis(desk, person, **COMPLETE, told_by=PLAIN)
    note_forum(desk, person, Forum(ForumKind.CARE_PROGRAMME, contact=PLAIN))
    note_forum(desk, person, Forum(ForumKind.MARAC, contact=GUARDED))
    note_assessment(desk, person, Assessment("DASH", desk.today(), result=PLAIN))
    score(desk, person, needs(3, why=PLAIN), note=PLAIN, purpose=PLAIN)
    score(desk, person, needs(4, why=GUARDED), note=GUARDED, sensitivity=RESTRICTED)
    note_tie(desk, person, Tie(RelationKind.SIBLING, name=GUARDED, note=GUARDED))
    referral = _taken_on(chair, person)
    actions = _set(desk, person)
    _noted(desk, person)
    meeting = _talked_about(desk, chair, person)
    barriers, escalations, gaps = _stuck(desk, person, actions, meeting)
    sheet = keep_all(desk, person, TODAY, PLAIN, GUARDED)
    with desk.store.reading() as look:
        items = tuple(one.id for one in look.meetings.items(meeting) if one.person_id == person)
        changes = look.history.changes_in(person, [act.id for act in look.history.acts()])
    return Told(
        person,
        referral,
        meeting,
        actions,
        tuple(row.id for row in read_versions(desk, person)),
        tuple({change.record for change in changes}),
        barriers,
        escalations,
        gaps,
        sheet,
        case_of(desk, person),
        items,
        begin_access_request(desk, person, NewAccessRequest(TODAY, PLAIN)).result,
    )


def _taken_on(chair: Desk, person: UUID) -> UUID:
    said = {"why_now": PLAIN, "offer": PLAIN, "risk": PLAIN}
    referral = draft_referral(chair, person, referrer_id=NURSE, **said).result
    submit_referral(chair, referral)
    screen_referral(chair, referral, note=PLAIN)
    agree_lead(chair, accept_referral(chair, referral, reason=PLAIN).result, NURSE)
    return referral


def _set(desk: Desk, person: UUID) -> tuple[UUID, ...]:
    plain = add_action(desk, NewAction(PLAIN, NURSE, WEEK, person)).result
    guarded = add_action(desk, NewAction(GUARDED, NURSE, WEEK, person, sensitivity=RESTRICTED))
    report_action(desk, plain, PLAIN)
    report_action(desk, guarded.result, GUARDED)
    stopped = partial(Outcome, ActionStatus.COULD_NOT, barrier=BarrierCategory.DEBT)
    set_outcome(desk, plain, stopped(barrier_details=PLAIN), seen=1)
    set_outcome(desk, guarded.result, stopped(GUARDED, barrier_details=GUARDED), seen=1)
    return plain, guarded.result


def _stuck(
    desk: Desk, person: UUID, actions: tuple[UUID, ...], meeting: UUID
) -> tuple[tuple[UUID, ...], tuple[UUID, ...], tuple[UUID, ...]]:
    """Ask somebody about what stopped both actions; give barriers, escalations and gaps."""
    raised = []
    for action, words in zip(actions, (PLAIN, GUARDED), strict=True):
        said = NewEscalation(receiver=words, ask=words, impact=words, meeting_id=meeting)
        key = raise_from_action(desk, action, said).result.id
        send_escalation(desk, key, seen=1)
        reply = Reply(EscalationOutcome.PARTLY, words, words, words)
        answer_escalation(desk, key, reply, seen=2)
        raised.append(key)
    barriers = tuple(one.id for one in find_barriers(desk, [person])[person])
    gap = raise_gap(desk, NewGap("No help with debts"), barriers=barriers).result
    return barriers, tuple(raised), (gap,)


def _noted(desk: Desk, person: UUID) -> None:
    for words, sensitivity in ((PLAIN, Sensitivity.STANDARD), (GUARDED, RESTRICTED)):
        add_risk(desk, person, text=words, sensitivity=sensitivity, person_told=Answer.YES)
        add_warning(desk, person, text=words, sensitivity=sensitivity, person_told=Answer.YES)
    note_needs(desk, person, PLAIN, area=NeedDomain.ALCOHOL)
    note_needs(desk, person, GUARDED, RESTRICTED, NeedDomain.DRUGS)
    add_strength(desk, person, text=PLAIN)
    add_strength(desk, person, text=GUARDED, sensitivity=Sensitivity.PRIVILEGED)
    record_offer(desk, person, HEALTH, what=GUARDED, sensitivity=Sensitivity.SERIOUS_HARM)
    wish = note_wish(desk, NewWish(person, PLAIN, COORDINATOR)).result
    answer_wish(desk, wish, seen=1, answer=PLAIN)
    note_wish(desk, NewWish(person, PLAIN, COORDINATOR))
    note_wish(desk, NewWish(person, GUARDED, COORDINATOR, sensitivity=Sensitivity.THIRD_PARTY))
    agree_comms_line(desk, NewCommsLine(person, may_say=PLAIN, not_say=PLAIN, said_by=PLAIN))
    seen = partial(NewContact, person, NOON, ContactType.STREET, ContactResult.MET_ENGAGED)
    log_contact(desk, seen(note=PLAIN, with_whom=PLAIN, restricted_note=GUARDED))
    kept = partial(seen, place=GUARDED, words=GUARDED, sensitivity=RESTRICTED)
    log_contact(desk, kept(note=GUARDED, with_whom=GUARDED, next_try_on=TODAY))
    plan = begin_plan(desk, person).result
    add_goal(desk, plan, own_words=PLAIN)
    kept_goal = add_goal(desk, plan, own_words=GUARDED, sensitivity=Sensitivity.THIRD_PARTY).result
    stands = partial(NewBarrier, BarrierCategory.MH_THRESHOLD, person)
    identify_barrier(desk, stands(description=GUARDED, tried=GUARDED, sensitivity=RESTRICTED))
    identify_barrier(desk, stands(description=GUARDED, goal_id=kept_goal))
    seen_at = read_plan(desk, person).revision
    edit_plan(desk, plan, seen=seen_at, what_matters=PLAIN)
    propose_plan(desk, plan, seen=read_plan(desk, person).revision)


def _talked_about(desk: Desk, chair: Desk, person: UUID) -> UUID:
    meeting = next_meeting_of(desk, weekly(desk))
    item = add_item(desk, meeting, NewItem(title=PLAIN, person_id=person)).result
    open_meeting(desk, meeting, at=TEN)
    record_statement_read(desk, meeting, at=TEN, by_id=CHAIR)
    take_item(desk, item)
    with desk.read() as look:
        (row,) = [one for one in look.meetings.items(meeting) if one.id == item]
    write_facts(desk, item, seen=row.revision, summary=PLAIN, restricted=GUARDED)
    add_note(desk, item, agency_id=HEALTH, text=PLAIN)
    add_note(desk, item, agency_id=HEALTH, text=GUARDED, sensitivity=RESTRICTED)
    record_decision(desk, item, Decided(PLAIN, PLAIN, how=DecidedHow.CHAIR))
    kept = Decided(GUARDED, GUARDED, how=DecidedHow.CHAIR, sensitivity=Sensitivity.SERIOUS_HARM)
    record_decision(desk, item, kept)
    plan = read_plan(desk, person)
    agree_plan(desk, plan.id, Agreement(meeting_id=meeting), seen=plan.revision)
    add_action(desk, NewAction(PLAIN, NURSE, WEEK, person, meeting_id=meeting))
    close_meeting(desk, meeting, at=MIDDAY)
    draft_minutes(desk, meeting)
    issue_minutes(desk, meeting)
    approve_minutes(chair, meeting)
    correct_minutes(desk, meeting, text=PLAIN, item_id=item)
    return meeting
