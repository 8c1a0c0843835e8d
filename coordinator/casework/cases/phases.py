"""A person's period on the caseload: its phase, its rests, its end, and its beginning anew."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.leads.roles import end_role
from coordinator.casework.need_to_know.sharing import living_person, shown_person
from coordinator.casework.plans.writing import copy_ended_plan
from coordinator.casework.referrals.answering import named_decider
from coordinator.db.models import Case, Person
from coordinator.db.transaction import Reading
from coordinator.domain.cases import rules
from coordinator.domain.cases.leads import LeadEnd
from coordinator.domain.cases.protocols import check_declined
from coordinator.domain.cases.rules import Closing, InTheWay, MoveIn, Reopened, check_home
from coordinator.domain.errors import DuplicateRecordError, GuardError, InvalidFieldsError
from coordinator.domain.lists.plans import PanelPriority
from coordinator.domain.lists.reasons import PauseReason
from coordinator.domain.outcomes import Done
from coordinator.domain.people.rules import check_living
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right
from coordinator.domain.states import (
    CasePhase,
    CaseStatus,
    PersonStatus,
    PlanStatus,
    ProtocolStatus,
)

_HOME = frozenset({"moved_in_on", "contact_every", "contact_rhythm", "tenancy_contact"})


def move_phase(
    desk: Desk,
    case_id: UUID,
    phase: CasePhase,
    *,
    move_in: MoveIn | None = None,
    reasons: Mapping[str, str] | None = None,
) -> Done[None]:
    """Say where the person is now.

    Args:
        desk: Where and by whom.
        case_id: Which case.
        phase: Any but the present one; people go back, too.
        move_in: The new home, when the phase becomes *sustaining*.
        reasons: Why a question about the new home has no answer yet, by prompt.

    Raises:
        ReasonNeededError: `move-in-date`, `contact-rhythm`, `tenancy-contact`.
        TransitionError: It is the phase they are in.
        GuardError: `case-closed`, `person-died`.
        InvalidFieldsError: The move-in is in the future, or the rhythm cannot be.
        MissingRecordError, WithheldError: No such case, or the person is not theirs to see.
    """
    given, home = dict(reasons or {}), move_in or MoveIn()
    check_home(home, desk.today())
    with desk.act(Right.EDIT_PLAN) as tx:
        case = case_under_way(desk, tx, case_id)
        known = MoveIn(
            home.moved_in_on or case.moved_in_on,
            home.contact_rhythm or case.contact_rhythm,
            home.tenancy_contact or case.tenancy_contact,
            home.contact_every or case.contact_every,
        )
        rules.check_phase(case.phase, phase, known, given)
        case.phase = phase
        case.moved_in_on, case.contact_every = known.moved_in_on, known.contact_every
        case.contact_rhythm, case.tenancy_contact = known.contact_rhythm, known.tenancy_contact
        tx.journal("case.phase_moved", record=case_id, scope=case.person_id, reason=_told(given))
    return Done(None, tx.changes)


def change_home(desk: Desk, case_id: UUID, *, seen: int, **fields: Any) -> Done[int]:
    """Put right what was agreed about a new home; gives the new revision.

    Args:
        desk: Where and by whom.
        case_id: Which case.
        seen: The revision the form was filled from.
        fields: Of `moved_in_on`, `contact_every`, `contact_rhythm` and `tenancy_contact`.

    Raises:
        InvalidFieldsError: `unknown` field, a move-in in the future, a rhythm that cannot be.
        GuardError: `case-closed`, `person-died`.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError, WithheldError: No such case, or the person is not theirs to see.
    """
    if unknown := set(fields) - _HOME:
        raise InvalidFieldsError(dict.fromkeys(unknown, "unknown"))
    check_home(MoveIn(**fields), desk.today())
    with desk.act(Right.EDIT_PLAN) as tx:
        case = case_under_way(desk, tx, case_id)
        put(tx, case, seen=seen, fields=fields)
        tx.journal("case.home_changed", record=case_id, scope=case.person_id)
    return Done(case.revision, tx.changes)


def pause_case(
    desk: Desk,
    case_id: UUID,
    *,
    because: PauseReason | None,
    look_again_on: date | None,
    reason: str = "",
) -> Done[None]:
    """Let a case rest until a day on which it is on the agenda again.

    Raises:
        GuardError: `look-again-needed`, `person-died`.
        InvalidFieldsError: No reason from the list, or the day has passed.
        TransitionError: It rests already, or is closed.
        MissingRecordError, WithheldError: No such case, or the person is not theirs to see.
    """
    rules.check_pause(because, look_again_on, desk.today())
    with desk.act(Right.DECIDE) as tx:
        case = _changeable(desk, tx, case_id)
        rules.check_move(case.status, CaseStatus.PAUSED)
        case.status, case.paused_on = CaseStatus.PAUSED, desk.today()
        case.pause_reason, case.look_again_on = because, look_again_on
        tx.journal("case.paused", record=case_id, scope=case.person_id, reason=reason)
    return Done(None, tx.changes)


def resume_case(desk: Desk, case_id: UUID, *, reason: str = "") -> Done[None]:
    """Take a resting case up again.

    Raises:
        TransitionError: It does not rest.
        GuardError: `person-died`.
        MissingRecordError, WithheldError: No such case, or the person is not theirs to see.
    """
    with desk.act(Right.DECIDE) as tx:
        case = _changeable(desk, tx, case_id)
        rules.check_move(case.status, CaseStatus.OPEN)
        case.status = CaseStatus.OPEN
        case.paused_on = case.pause_reason = case.look_again_on = None
        tx.journal("case.resumed", record=case_id, scope=case.person_id, reason=reason)
    return Done(None, tx.changes)


def close_case(desk: Desk, case_id: UUID, closing: Closing) -> Done[None]:
    """End the period, its lead role, live plan and running protocol; the person is *former* now.

    Works on somebody who has died, too: their file is frozen, not their case.

    Raises:
        GuardError: `open-safety-actions`, `unanswered-escalations`, with how many;
            `protocol-not-completed`: closed as declined with steps not taken.
        ReasonNeededError: `not-told`, `remaining-risk`, `no-learning`, `recently-moved-in`.
        InvalidFieldsError: The reason from the list needs a note.
        TransitionError: It is closed.
        MissingRecordError, WithheldError: No such case, or the person is not theirs to see.
    """
    today = desk.today()
    with desk.act(Right.DECIDE) as tx:
        case, person = _with_person(desk, tx, case_id)
        rules.check_move(case.status, CaseStatus.CLOSED)
        check_declined(closing.because, is_completed=tx.protocols.is_completed(case_id))
        rules.check_close(case.phase, closing, _in_the_way(tx, case), today)
        _write_closing(case, closing, today)
        person.status = PersonStatus.FORMER
        if role := tx.cases.current_lead(case_id):
            end_role(role, today, LeadEnd.CASE_CLOSED)
        if plan := tx.plans.live_of(case.person_id):
            plan.status = PlanStatus.ENDED
        if protocol := tx.protocols.running_of(case.person_id):  # its steps are nobody's any more
            protocol.status, protocol.ended_on = ProtocolStatus.STOPPED, today
            protocol.ended_by_id = desk.sitter.professional
        tx.journal("case.closed", record=case_id, scope=case.person_id, reason=closing.note)
    return Done(None, tx.changes)


def reopen_case(desk: Desk, closed_id: UUID, *, reason: str) -> Done[Reopened]:
    """Begin a new period after the last one, with the old plan as a draft.

    Names who led before, and reinstates nobody.

    Raises:
        ReasonNeededError: `case-reopened`.
        DuplicateRecordError: `open-case`: the person is on the caseload.
        GuardError: `not-last-case` (a later period stands), `case-not-closed`, `person-died`.
        MissingRecordError, WithheldError: No such case, or the person is not theirs to see.
    """
    need_reason(reason, "case-reopened")
    with desk.act(Right.DECIDE) as tx:
        closed, person = _with_person(desk, tx, closed_id)
        _check_reopening(tx, closed, person)
        case = tx.cases.begin(
            Case(
                id=desk.new_id(),
                person_id=person.id,
                reopened_from_id=closed_id,
                opened_on=desk.today(),
            )
        )
        person.status = PersonStatus.CURRENT
        former = tx.cases.last_lead(closed_id)
        plan = copy_ended_plan(tx, desk, person_id=person.id, case_id=case.id)
        tx.journal("case.reopened", record=case.id, scope=person.id, reason=reason)
    lead = former.professional_id if former else None
    return Done(Reopened(case.id, lead, plan.id if plan else None), tx.changes)


def set_priority(
    desk: Desk,
    case_id: UUID,
    priority: PanelPriority,
    *,
    reason: str,
    decided_by: UUID | None = None,
) -> Done[None]:
    """Say how urgently the panel takes a person; the chair decides, with a reason.

    Raises:
        ReasonNeededError: `priority`.
        GuardError: `chair-decides`, `case-closed`, `person-died`.
        MissingRecordError, WithheldError: No such case, or the person is not theirs to see.
    """
    need_reason(reason, "priority")
    with desk.act(Right.DECIDE) as tx:
        case = case_under_way(desk, tx, case_id)
        named_decider(desk, tx, decided_by)
        case.priority, case.priority_reason = priority, reason
        tx.journal("case.priority_set", record=case_id, scope=case.person_id, reason=reason)
    return Done(None, tx.changes)


def set_next_review(desk: Desk, case_id: UUID, on: date, *, reason: str = "") -> Done[None]:
    """Say when the panel looks at the plan again.

    Raises:
        InvalidFieldsError: The day has passed.
        GuardError: `case-closed`, `person-died`.
        MissingRecordError, WithheldError: No such case, or the person is not theirs to see.
    """
    if on < desk.today():
        raise InvalidFieldsError({"next_review_on": "in-the-past"})
    with desk.act(Right.EDIT_PLAN) as tx:
        case = case_under_way(desk, tx, case_id)
        case.next_review_on = on
        tx.journal("case.review_set", record=case_id, scope=case.person_id, reason=reason)
    return Done(None, tx.changes)


def case_under_way(desk: Desk, tx: Reading, case_id: UUID) -> Case:
    """Give a case that is not closed, of a living person the sitter may see.

    Raises:
        GuardError: `case-closed`, `person-died`.
        MissingRecordError, WithheldError: No such case, or the person is not theirs to see.
    """
    case = _changeable(desk, tx, case_id)
    rules.check_under_way(case.status)
    return case


def _changeable(desk: Desk, tx: Reading, case_id: UUID) -> Case:
    case = tx.get(Case, case_id)
    living_person(desk, tx, case.person_id)
    return case


def _with_person(desk: Desk, tx: Reading, case_id: UUID) -> tuple[Case, Person]:
    case = tx.get(Case, case_id)
    return case, shown_person(desk, tx, case.person_id)


def _in_the_way(tx: Reading, case: Case) -> InTheWay:
    return InTheWay(
        safety_actions=tx.cases.open_safety_actions(case.person_id),
        escalations=tx.escalations.unanswered_of(case.person_id),
        moved_in_on=case.moved_in_on,
        money=tx.money.count_open(case.person_id),
    )


def _write_closing(case: Case, closing: Closing, today: date) -> None:
    case.status, case.closed_on = CaseStatus.CLOSED, today
    case.paused_on = case.pause_reason = case.look_again_on = None
    case.close_reason, case.close_note = closing.because, closing.note
    case.closing_prompts = _told(closing.reasons)
    case.remaining_risk, case.risk_held_by = closing.remaining_risk, closing.risk_held_by
    case.person_told, case.learning = closing.person_told, closing.learning


def _told(reasons: Mapping[str, str]) -> str:
    """Write the reasons given for each prompt in one stable line; nothing when none was given."""
    return json.dumps(dict(reasons), ensure_ascii=False, sort_keys=True) if reasons else ""


def _check_reopening(tx: Reading, closed: Case, person: Person) -> None:
    check_living(person.died_on)
    if standing := tx.cases.open_of(person.id):
        raise DuplicateRecordError("open-case", standing.id)
    if closed.status is not CaseStatus.CLOSED:
        raise GuardError("case-not-closed")
    last = tx.cases.last_of(person.id)
    if last is not None and last.id != closed.id:
        raise GuardError("not-last-case")
