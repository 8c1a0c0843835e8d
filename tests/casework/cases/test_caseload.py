"""The caseload: what each row says, how it is narrowed and paged, and what is left out."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.cases.caseload import overdue_before, read_caseload
from coordinator.casework.cases.phases import close_case, move_phase, pause_case, set_next_review
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.leads.agreeing import accept_lead, agree_lead
from coordinator.casework.need_to_know.bases import record_basis, withdraw_basis
from coordinator.casework.needs.profile import record_needs
from coordinator.casework.people.safety import add_warning, end_warning
from coordinator.db.models import Action, Basis, Case, Contact, LeadRole, Person
from coordinator.domain.cases.caseload import CaseloadFilter, CaseloadMark, CaseloadRow
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.lists.people import NeedDomain, NeedSeverity
from coordinator.domain.lists.reasons import PauseReason
from coordinator.domain.needs.rules import Complexity, Finding, NeedsRound
from coordinator.domain.people.rules import PersonName
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import (
    ActionStatus,
    Answer,
    CasePhase,
    CaseStatus,
    Sensitivity,
)
from coordinator.reference.working_days import working_days_after
from tests.casework.cases.test_cases import GOOD, opened
from tests.casework.need_to_know.test_sharing import COMPLETE
from tests.stores import HEALTH, HOUSING, NURSE, TODAY, WORKER, Clock, sitting


@pytest.fixture
def case(chair: Desk) -> UUID:
    return opened(chair)


def person_of(desk: Desk, case: UUID) -> UUID:
    with desk.store.reading() as look:
        return look.get(Case, case).person_id


def rows(desk: Desk, **narrowed: Any) -> list[CaseloadRow]:
    return list(read_caseload(desk, wanted=CaseloadFilter(**narrowed)).rows)


def cases(desk: Desk, **narrowed: Any) -> list[UUID]:
    return [row.case for row in rows(desk, **narrowed)]


def act_on(desk: Desk, person: UUID, due_on: date, **more: Any) -> None:
    action = Action(
        id=desk.new_id(),
        number=f"P-{desk.new_id()}",
        person_id=person,
        text="Ring the duty desk",
        owner_id=WORKER,
        set_on=TODAY,
        due_on=due_on,
        original_due_on=due_on,
        **more,
    )
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        tx.add(action)
        tx.journal("action.set", record=action.id, scope=person)


def meet(desk: Desk, person: UUID, days_ago: int, **how: Any) -> None:
    at = datetime(2026, 11, 19, 0, 30, tzinfo=UTC) - timedelta(days=days_ago)
    fields = {"contact_type": ContactType.STREET, "result": ContactResult.MET_BRIEF, **how}
    contact = Contact(
        id=desk.new_id(), person_id=person, at=at, recorded_at=at, worker_id=WORKER, **fields
    )
    with desk.act(Right.LOG_CONTACTS) as tx:
        tx.add(contact)
        tx.journal("contact.logged", record=contact.id, scope=person)


def test_without_a_complete_basis_a_person_is_listed_by_initials_only(
    chair: Desk, case: UUID
) -> None:
    person = person_of(chair, case)
    record_basis(chair, person, **{**COMPLETE, "gateway": None})
    (row,) = rows(chair)
    assert (row.name, row.initials_only, row.basis_complete) == (PersonName("T"), True, False)
    assert cases(chair, basis_incomplete=True) == [case]

    record_basis(chair, person, **COMPLETE)
    (row,) = rows(chair)
    assert (row.name, row.initials_only) == (PersonName("Tomos"), False)
    assert cases(chair, basis_incomplete=True) == []

    withdraw_basis(chair, person, reason="objected")
    assert rows(chair)[0].initials_only


def test_a_row_says_who_leads_or_that_nobody_does(chair: Desk, case: UUID) -> None:
    assert rows(chair)[0].lead is None
    assert cases(chair, without_lead=True) == [case]
    role = agree_lead(chair, case, NURSE).result
    lead = rows(chair)[0].lead
    assert lead is not None
    assert (lead.name, lead.agency, lead.accepted) == (
        "Kasia Dębska",
        "Kerrow Mental Health",
        False,
    )
    accept_lead(chair, role)
    lead = rows(chair)[0].lead
    assert lead is not None
    assert lead.accepted
    assert cases(chair, without_lead=True) == cases(chair, lead=WORKER) == []
    assert cases(chair, lead=NURSE) == [case]


def test_actions_are_overdue_once_a_working_day_has_passed(
    chair: Desk, case: UUID, clock: Clock
) -> None:
    person = person_of(chair, case)
    friday = date(2026, 11, 20)
    act_on(chair, person, friday)
    act_on(chair, person, friday, status=ActionStatus.DONE)
    clock.move(days=3)  # Sunday
    assert (rows(chair)[0].open_actions, rows(chair)[0].overdue_actions) == (1, 0)
    assert cases(chair, with_overdue=True) == []
    clock.move(days=1)  # Monday
    assert rows(chair)[0].overdue_actions == 1
    assert cases(chair, with_overdue=True) == [case]


@pytest.mark.parametrize("ahead", range(0, 400, 7))
def test_what_is_overdue_agrees_with_the_working_days(ahead: int) -> None:
    today = TODAY + timedelta(days=ahead)
    for back in range(12):
        due = today - timedelta(days=back)
        assert (due < overdue_before(today)) is (working_days_after(due, today) > 0)


def test_seen_means_with_ones_own_eyes_by_the_clock_of_the_panel(chair: Desk, case: UUID) -> None:
    person = person_of(chair, case)
    assert rows(chair)[0].days_since_seen is None
    assert cases(chair, not_seen_since=TODAY) == [case]
    meet(chair, person, 9)
    meet(chair, person, 5, result=ContactResult.NOT_THERE)
    meet(chair, person, 3, contact_type=ContactType.PHONE, result=ContactResult.MET_ENGAGED)
    (row,) = rows(chair)
    assert (row.last_seen_on, row.days_since_seen) == (date(2026, 11, 10), 9)
    assert cases(chair, not_seen_since=date(2026, 11, 10)) == []
    assert cases(chair, not_seen_since=date(2026, 11, 11)) == [case]


def test_warnings_that_hold_are_counted(chair: Desk, case: UUID) -> None:
    person = person_of(chair, case)
    first = add_warning(chair, person, text="Dog", person_told=Answer.YES).result
    add_warning(
        chair, person, text="x", person_told=Answer.YES, sensitivity=Sensitivity.RESTRICTED
    )
    assert rows(chair)[0].warnings == 2
    end_warning(chair, first, reason="rehomed")
    assert rows(chair)[0].warnings == 1


def test_the_list_narrows_by_status_phase_place_and_review(chair: Desk, case: UUID) -> None:
    other, gone = opened(chair), opened(chair)
    close_case(chair, gone, GOOD)
    pause_case(chair, other, because=PauseReason.PRISON, look_again_on=TODAY + timedelta(days=9))
    move_phase(chair, case, CasePhase.BUILDING)
    set_next_review(chair, case, TODAY + timedelta(days=7))
    with chair.act(Right.EDIT_PEOPLE) as tx:
        tx.get(Person, person_of(chair, other)).place = "Penzance"
        tx.journal("person.corrected", record=other)

    assert cases(chair) == [case, other]
    assert cases(chair, statuses=frozenset({CaseStatus.CLOSED})) == [gone]
    assert cases(chair, statuses=frozenset({CaseStatus.PAUSED})) == [other]
    assert cases(chair, phases=frozenset({CasePhase.BUILDING})) == [case]
    assert cases(chair, place="Penzance") == [other]
    assert cases(chair, review_until=TODAY + timedelta(days=7)) == [case]
    assert cases(chair, review_until=TODAY + timedelta(days=6)) == []
    assert rows(chair)[1].look_again_on == TODAY + timedelta(days=9)


def test_the_list_is_paged_by_reference_and_nobody_is_lost(chair: Desk) -> None:
    made = [opened(chair) for _ in range(5)]
    seen: list[UUID] = []
    after: CaseloadMark | None = None
    while True:
        page = read_caseload(chair, after=after, limit=2)
        seen += [row.case for row in page.rows]
        if page.after is None:
            break
        after = page.after
    assert seen == made
    assert read_caseload(chair, limit=5).after is None


def test_each_reader_sees_their_own_people_and_their_own_counts(chair: Desk) -> None:
    mine, others, kept = opened(chair), opened(chair), opened(chair)
    for case in (mine, others, kept):
        agree_lead(chair, case, NURSE if case != others else WORKER)
    person = person_of(chair, mine)
    act_on(chair, person, TODAY - timedelta(days=9), sensitivity=Sensitivity.RESTRICTED)
    add_warning(
        chair, person, text="x", person_told=Answer.YES, sensitivity=Sensitivity.RESTRICTED
    )
    exclude_agency(chair, person_of(chair, kept), agency_id=HEALTH, reason="works there")

    nurse = sitting(chair, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    (row,) = rows(nurse)
    assert (row.case, row.open_actions, row.warnings) == (mine, 0, 0)
    assert cases(nurse, with_overdue=True) == []
    assert cases(chair, with_overdue=True) == [mine]
    assert cases(sitting(chair, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)) == [others]
    assert cases(sitting(chair, NURSE, Role.COORDINATOR, HEALTH)) == [mine, others]
    assert read_caseload(nurse, limit=1).after is None


def test_what_was_removed_narrows_nothing(chair: Desk, case: UUID) -> None:
    person = person_of(chair, case)
    record_basis(chair, person, **COMPLETE)
    role = agree_lead(chair, case, NURSE).result
    meet(chair, person, 1)
    act_on(chair, person, TODAY - timedelta(days=9))
    assert cases(chair, with_overdue=True) == [case]
    with chair.act(Right.EDIT_PEOPLE) as tx:
        for record in (
            tx.get(LeadRole, role),
            *tx.people.about(Basis, [person]),
            *tx.people.about(Action, [person]),
            *tx.people.about(Contact, [person]),
        ):
            record.removed = True
        tx.journal("person.corrected", record=person, scope=person)

    assert cases(chair, with_overdue=True) == []
    for narrowed in (
        {"without_lead": True},
        {"basis_incomplete": True},
        {"not_seen_since": TODAY - timedelta(days=20)},
    ):
        assert cases(chair, **narrowed) == [case]
    (row,) = rows(chair)
    assert (row.lead, row.open_actions, row.last_seen_on, row.initials_only) == (
        None,
        0,
        None,
        True,
    )


def test_the_list_counts_needs_for_whoever_may_know_and_is_narrowed_to_many(
    desk: Desk, chair: Desk, case: UUID
) -> None:
    person = person_of(desk, case)
    assert [row.needs for row in rows(desk)] == [None]
    five = tuple(Finding(area, NeedSeverity.SOME) for area in list(NeedDomain)[:5])
    record_needs(desk, person, NeedsRound(five, TODAY - timedelta(days=3)))
    assert [row.needs for row in rows(desk)] == [Complexity(5, 0, 0, 5)]
    assert cases(desk, many_needs=True) == [case]
    better = (Finding(NeedDomain.HOUSING, NeedSeverity.NONE),)
    record_needs(desk, person, NeedsRound(better, TODAY))
    assert cases(desk, many_needs=True) == []
    assert [row.needs for row in rows(desk)] == [Complexity(4, 0, 0, 5)]


def test_a_need_that_few_may_know_of_counts_for_them_alone(
    desk: Desk, chair: Desk, case: UUID
) -> None:
    person = person_of(desk, case)
    agree_lead(chair, case, NURSE)
    nurse = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    four = tuple(Finding(area, NeedSeverity.SOME) for area in list(NeedDomain)[:4])
    record_needs(desk, person, NeedsRound(four, TODAY))
    apart = (Finding(NeedDomain.VICTIM, NeedSeverity.HIGH),)
    record_needs(desk, person, NeedsRound(apart, TODAY, sensitivity=Sensitivity.RESTRICTED))
    assert [row.needs for row in rows(nurse)] == [Complexity(4, 0, 0, 4)]
    assert cases(nurse, many_needs=True) == []
    assert cases(desk, many_needs=True) == [case]
