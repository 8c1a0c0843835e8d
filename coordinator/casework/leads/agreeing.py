"""Agreeing who holds a plan together, handing over, and seeing where nobody does."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.leads.roles import end_role
from coordinator.casework.need_to_know.sharing import (
    check_may_be_told,
    listed_names,
    living_person,
    shown_person,
    visible,
)
from coordinator.casework.need_to_know.urgent_work import check_work
from coordinator.db.models import Case, LeadRole, Person, Professional
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.cases import leads as rules
from coordinator.domain.cases.leads import (
    Absence,
    LeadEnd,
    LeadlessCase,
    OftenChanged,
    PossibleLead,
)
from coordinator.domain.cases.rules import check_under_way
from coordinator.domain.directory.rules import is_in_post
from coordinator.domain.errors import DuplicateRecordError, GuardError, WithheldError
from coordinator.domain.lists.agencies import NEVER_NAMED_DATA
from coordinator.domain.outcomes import Done
from coordinator.domain.people.rules import check_living
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import Answer


def agree_lead(
    desk: Desk,
    case_id: UUID,
    professional_id: UUID,
    *,
    from_on: date | None = None,
    person_told: Answer | None = None,
) -> Done[UUID]:
    """Name the lead professional of a case that has none.

    Args:
        desk: Where and by whom.
        case_id: Which case.
        professional_id: Somebody in post, at any agency that may be told about the person.
        from_on: Since when; today when nothing.
        person_told: Whether the person knows.

    Raises:
        DuplicateRecordError: `current-lead`: hand over instead.
        GuardError: `case-closed`, `person-died`, `professional-left`, `agency-not-told`; as
            `check_work` has it.
        ReasonNeededError: As `check_work` has it.
        InvalidFieldsError: The day is before the case or in the future.
        MissingRecordError, WithheldError: No such case, or the person is not theirs to see.
    """
    with desk.act(Right.DECIDE) as tx:
        case = _led_case(desk, tx, case_id)
        if standing := tx.cases.current_lead(case_id):
            raise DuplicateRecordError("current-lead", standing.id)
        start = from_on or desk.today()
        _check_fit(desk, tx, case, professional_id, start)
        role = _begin(desk, tx, case, professional_id, start, person_told)
        tx.journal("lead.agreed", record=role.id, scope=case.person_id)
    return Done(role.id, tx.changes)


def hand_over(
    desk: Desk,
    case_id: UUID,
    professional_id: UUID,
    *,
    note: str,
    person_told: Answer | None = None,
    on: date | None = None,
    reasons: Mapping[str, str] | None = None,
) -> Done[UUID]:
    """End the present lead's role and begin the next one's, which waits to be accepted.

    Raises:
        ReasonNeededError: `no-handover` (no note), `not-told` (the person does not know); as
            `check_work` has it.
        GuardError: `no-lead` (agree one instead), and as for `agree_lead`.
        InvalidFieldsError: It is the same person, or the day cannot be true.
        MissingRecordError, WithheldError: No such case, or the person is not theirs to see.
    """
    given = dict(reasons or {})
    with desk.act(Right.DECIDE) as tx:
        case = _led_case(desk, tx, case_id)
        old = _current(tx, case_id)
        rules.check_handover(old.professional_id, professional_id, note, person_told, given)
        day = on or desk.today()
        rules.check_start(day, old.from_on, desk.today())
        _check_fit(desk, tx, case, professional_id, day)
        end_role(old, day, LeadEnd.HANDED_OVER, note)
        tx.session.flush()  # the old role ends before the new one counts as current
        role = _begin(desk, tx, case, professional_id, day, person_told)
        why = "; ".join(given.values())
        tx.journal("lead.handed_over", record=role.id, scope=case.person_id, reason=why)
    return Done(role.id, tx.changes)


def accept_lead(desk: Desk, role_id: UUID) -> Done[None]:
    """Take the role on, or record that the lead professional has.

    Raises:
        GuardError: `lead-ended`, `lead-accepted`, `person-died`.
        WithheldError: A lead professional accepts their own role only.
        MissingRecordError: No such role.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        role = tx.get(LeadRole, role_id)
        living_person(desk, tx, role.person_id)
        own = role.professional_id == desk.sitter.professional
        if desk.sitter.role is Role.LEAD_PROFESSIONAL and not own:
            raise WithheldError(record=role_id)
        if role.to_on is not None or role.accepted_on is not None:
            raise GuardError("lead-ended" if role.to_on else "lead-accepted")
        role.accepted_on = desk.today()
        tx.journal("lead.accepted", record=role_id, scope=role.person_id)
    return Done(None, tx.changes)


def end_lead(desk: Desk, case_id: UUID, *, reason: str, note: str = "") -> Done[None]:
    """End the lead's role without a successor: from today the case is listed as without a lead.

    Raises:
        ReasonNeededError: `lead-ended`.
        GuardError: `no-lead`.
        MissingRecordError, WithheldError: No such case, or the person is not theirs to see.
    """
    need_reason(reason, "lead-ended")
    with desk.act(Right.DECIDE) as tx:
        case = tx.get(Case, case_id)
        shown_person(desk, tx, case.person_id)
        role = _current(tx, case_id)
        end_role(role, desk.today(), LeadEnd.ENDED, note)
        tx.journal("lead.ended", record=role.id, scope=case.person_id, reason=reason)
    return Done(None, tx.changes)


def find_possible_leads(desk: Desk, person_id: UUID) -> list[PossibleLead]:
    """List who may lead somebody's case, by name: in post, at an agency that may be told.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read() as look:
        shown_person(desk, look, person_id)
        kept = look.readers.not_told([person_id]).get(person_id, frozenset())
        agencies = {
            one.id: one.name
            for one in look.directory.agencies()
            if one.id not in kept and one.agency_kind not in NEVER_NAMED_DATA
        }
        return [
            PossibleLead(one.id, one.name, one.job, agencies[one.agency_id])
            for one in look.directory.professionals()
            if one.agency_id in agencies
            and one.id not in kept
            and is_in_post(one.left_on, desk.today())
        ]


def find_cases_without_lead(desk: Desk, *, at_least_days: int = 0) -> list[LeadlessCase]:
    """List the cases under way that nobody leads, or whose lead has left, longest first.

    Args:
        desk: Where and by whom.
        at_least_days: Only those without a lead for so many days
            (`domain.cases.leads.UNNOTICED_FOR` for the chair's list).
    """
    with desk.read() as look:
        found = _Gathered(desk, look, look.cases.without_lead(desk.today()))
        rows = [found.leadless(case) for case in found.cases]
    late = [row for row in rows if row.days >= at_least_days]
    return sorted(late, key=lambda row: (row.since, row.reference))


def find_often_changed(desk: Desk) -> list[OftenChanged]:
    """List the cases under way whose lead has changed too often within a year."""
    today = desk.today()
    with desk.read() as look:
        busy = look.cases.often_led(today - rules.WITHIN, rules.OFTEN)
        found = _Gathered(desk, look, busy)
        return [found.often_changed(case) for case in found.cases]


class _Gathered:
    """Cases the sitter may see, with what their rows say, asked once for all of them."""

    def __init__(self, desk: Desk, look: Reading, cases: list[Case]) -> None:
        shown = visible(look, desk.reader(look), [case.person_id for case in cases])
        self.cases = [case for case in cases if case.person_id in shown]
        self.today = desk.today()
        self._people = look.get_many(Person, [case.person_id for case in self.cases])
        self._names = listed_names(look, self._people.values())
        self._roles: dict[UUID, list[LeadRole]] = {}
        for role in look.cases.leads_of([case.id for case in self.cases]):
            self._roles.setdefault(role.case_id, []).append(role)
        led_by = [role.professional_id for roles in self._roles.values() for role in roles]
        self._professionals = look.get_many(Professional, led_by)

    def leadless(self, case: Case) -> LeadlessCase:
        person, listed = self._people[case.person_id], self._names[case.person_id]
        why, since, former = self._absence(case)
        return LeadlessCase(
            case=case.id,
            person=person.id,
            reference=person.reference,
            name=listed.name,
            initials_only=listed.initials_only,
            why=why,
            since=since,
            days=(self.today - since).days,
            former_lead=former,
        )

    def often_changed(self, case: Case) -> OftenChanged:
        person, listed = self._people[case.person_id], self._names[case.person_id]
        starts = rules.recent((role.from_on for role in self._roles[case.id]), self.today)
        return OftenChanged(
            case=case.id,
            person=person.id,
            reference=person.reference,
            name=listed.name,
            initials_only=listed.initials_only,
            leads=len(starts),
            since=starts[0],
        )

    def _absence(self, case: Case) -> tuple[Absence, date, str]:
        roles = self._roles.get(case.id)
        if not roles:
            return Absence.NEVER, case.opened_on, ""
        last = max(roles, key=lambda role: (role.to_on is None, role.to_on or role.from_on))
        former = self._professionals[last.professional_id]
        if last.to_on is None:
            return Absence.LEFT, former.left_on or self.today, former.name
        left = last.end_reason == LeadEnd.LEFT
        return (Absence.LEFT if left else Absence.ENDED), last.to_on, former.name


def _led_case(desk: Desk, tx: Reading, case_id: UUID) -> Case:
    case = tx.get(Case, case_id)
    check_living(shown_person(desk, tx, case.person_id).died_on)
    check_under_way(case.status)
    return case


def _current(tx: Reading, case_id: UUID) -> LeadRole:
    role = tx.cases.current_lead(case_id)
    if role is None:
        raise GuardError("no-lead")
    return role


def _check_fit(desk: Desk, tx: Transaction, case: Case, who: UUID, from_on: date) -> None:
    """Refuse a lead who has left, or must not be told; to lead somebody is to work on them.

    Accepting it waits for nothing, it says that what was agreed is known; ending it takes work
    away.
    """
    check_work(desk, tx, case.person_id)
    professional = tx.get(Professional, who)
    rules.check_in_post(professional.left_on, desk.today())
    rules.check_start(from_on, case.opened_on, desk.today())
    check_may_be_told(tx, case.person_id, [professional.agency_id, professional.id])


def _begin(
    desk: Desk, tx: Transaction, case: Case, who: UUID, from_on: date, told: Answer | None
) -> LeadRole:
    return tx.cases.begin_lead(
        LeadRole(
            id=desk.new_id(),
            person_id=case.person_id,
            case_id=case.id,
            professional_id=who,
            from_on=from_on,
            person_told=told,
        )
    )
