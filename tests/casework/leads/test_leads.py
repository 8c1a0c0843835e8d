"""Who leads, since when, how it was handed over, and where nobody does."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.cases.phases import close_case
from coordinator.casework.desk import Desk
from coordinator.casework.directory.agencies import merge_agency
from coordinator.casework.directory.professionals import record_leaving
from coordinator.casework.disclosing.exclusions import exclude_agency, exclude_worker
from coordinator.casework.leads.agreeing import (
    accept_lead,
    agree_lead,
    end_lead,
    find_cases_without_lead,
    find_often_changed,
    find_possible_leads,
    hand_over,
)
from coordinator.casework.need_to_know.bases import record_basis
from coordinator.casework.records.undoing import undo_act
from coordinator.db.models import Case, LeadRole, Offer, Professional
from coordinator.domain.cases.leads import UNNOTICED_FOR, Absence, LeadEnd
from coordinator.domain.errors import (
    DuplicateRecordError,
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
    ReasonNeededError,
    WithheldError,
)
from coordinator.domain.people.rules import PersonName
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import Answer
from tests.casework.cases.test_cases import GOOD, opened
from tests.casework.need_to_know.test_sharing import COMPLETE
from tests.meetings import add_case, keep_from
from tests.stores import (
    CHAIR,
    COORDINATOR,
    HEALTH,
    HOUSING,
    NURSE,
    OFFICER,
    POLICE,
    TODAY,
    WORKER,
    Clock,
    sitting,
)


@pytest.fixture
def case(chair: Desk) -> UUID:
    return opened(chair)


def roles(desk: Desk, case: UUID) -> list[LeadRole]:
    with desk.store.reading() as look:
        return look.cases.leads_of([case])


def test_a_case_has_one_lead_at_a_time(chair: Desk, case: UUID) -> None:
    role = agree_lead(chair, case, NURSE, person_told=Answer.YES).result
    with pytest.raises(DuplicateRecordError) as refused:
        agree_lead(chair, case, WORKER)
    assert (refused.value.rule, refused.value.record) == ("current-lead", role)
    assert [r.professional_id for r in roles(chair, case)] == [NURSE]


def test_the_database_itself_holds_one_current_lead(chair: Desk, case: UUID) -> None:
    standing = roles(chair, case)
    agree_lead(chair, case, NURSE)
    second = LeadRole(
        id=chair.new_id(),
        person_id=roles(chair, case)[0].person_id,
        case_id=case,
        professional_id=WORKER,
        from_on=TODAY,
    )
    with pytest.raises(DuplicateRecordError), chair.act(Right.DECIDE) as tx:
        tx.cases.begin_lead(second)
    assert len(roles(chair, case)) == len(standing) + 1


def test_handing_over_ends_one_role_and_begins_one_that_waits(
    chair: Desk, case: UUID, clock: Clock
) -> None:
    agree_lead(chair, case, NURSE)
    clock.move(days=10)
    with pytest.raises(ReasonNeededError) as asked:
        hand_over(chair, case, WORKER, note="")
    assert asked.value.prompts == ("no-handover", "not-told")
    with pytest.raises(InvalidFieldsError):
        hand_over(chair, case, NURSE, note="back to me", person_told=Answer.YES)
    assert len(roles(chair, case)) == 1

    new = hand_over(chair, case, WORKER, note="Likes mornings", person_told=Answer.YES).result

    current, former = roles(chair, case)
    assert (current.id, current.professional_id, current.accepted_on) == (new, WORKER, None)
    assert (former.to_on, former.end_reason, former.handover_note) == (
        TODAY + timedelta(days=10),
        LeadEnd.HANDED_OVER,
        "Likes mornings",
    )


def test_the_new_lead_accepts_their_own_role_only(chair: Desk, case: UUID) -> None:
    role = agree_lead(chair, case, WORKER).result
    nurse = sitting(chair, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    worker = sitting(chair, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)
    with pytest.raises(WithheldError):
        accept_lead(nurse, role)
    with pytest.raises(NotPermittedError):
        accept_lead(sitting(chair, OFFICER, Role.REPRESENTATIVE, HOUSING), role)
    accept_lead(worker, role)
    assert roles(chair, case)[0].accepted_on == TODAY
    with pytest.raises(GuardError, match="lead-accepted"):
        accept_lead(worker, role)


def test_not_even_a_worker_who_knows_the_person_accepts_for_another(
    chair: Desk, case: UUID
) -> None:
    role = agree_lead(chair, case, WORKER).result
    offer = Offer(
        id=chair.new_id(),
        person_id=roles(chair, case)[0].person_id,
        agency_id=HEALTH,
        what="Weekly visits",
    )
    with chair.act(Right.EDIT_PLAN) as tx:
        tx.add(offer)
        tx.journal("offer.made", record=offer.id)
    nurse = sitting(chair, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    with pytest.raises(WithheldError):
        accept_lead(nurse, role)
    assert roles(chair, case)[0].accepted_on is None
    accept_lead(chair, role)  # the chair writes it down for them


def test_absence_of_a_lead_is_never_silent(chair: Desk, case: UUID, clock: Clock) -> None:
    (row,) = find_cases_without_lead(chair)
    assert (row.why, row.days, row.since) == (Absence.NEVER, 0, TODAY)
    assert find_cases_without_lead(chair, at_least_days=UNNOTICED_FOR) == []
    agree_lead(chair, case, NURSE)
    assert find_cases_without_lead(chair) == []
    clock.move(days=3)
    end_lead(chair, case, reason="on long leave")
    clock.move(days=8)

    (row,) = find_cases_without_lead(chair, at_least_days=UNNOTICED_FOR)
    assert (row.why, row.days, row.former_lead) == (Absence.ENDED, 8, "Kasia Dębska")
    with pytest.raises(GuardError, match="no-lead"):
        end_lead(chair, case, reason="again")
    with pytest.raises(GuardError, match="no-lead"):
        hand_over(chair, case, WORKER, note="x", person_told=Answer.YES)


def test_a_list_gives_initials_until_the_basis_is_complete(chair: Desk, case: UUID) -> None:
    (row,) = find_cases_without_lead(chair)
    record_basis(chair, row.person, gateway=None)
    (row,) = find_cases_without_lead(chair)
    assert (row.name, row.initials_only) == (PersonName("T"), True)
    record_basis(chair, row.person, **COMPLETE)
    (row,) = find_cases_without_lead(chair)
    assert (row.name, row.initials_only) == (PersonName("Tomos"), False)


def test_a_lead_who_has_left_counts_as_none(chair: Desk, case: UUID) -> None:
    agree_lead(chair, case, NURSE)
    with chair.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, NURSE).left_on = TODAY
        tx.journal("professional.left", record=NURSE)
    (row,) = find_cases_without_lead(chair)
    assert (row.why, row.former_lead) == (Absence.LEFT, "Kasia Dębska")


def test_a_lead_whose_agency_must_not_be_told_leads_no_longer(chair: Desk, case: UUID) -> None:
    agree_lead(chair, case, NURSE)
    person = roles(chair, case)[0].person_id
    exclude_agency(chair, person, agency_id=HOUSING, reason="a relative works there")
    assert find_cases_without_lead(chair) == []
    exclude_agency(chair, person, agency_id=HEALTH, reason="a relative works there")
    (row,) = find_cases_without_lead(chair)
    assert (row.why, row.former_lead, row.since) == (Absence.ENDED, "Kasia Dębska", TODAY)
    agree_lead(chair, case, OFFICER)


def test_a_lead_whose_agency_becomes_one_that_must_not_be_told_leads_no_longer(
    chair: Desk, case: UUID
) -> None:
    other = opened(chair)
    agree_lead(chair, case, NURSE)
    agree_lead(chair, other, NURSE)
    exclude_agency(chair, roles(chair, case)[0].person_id, agency_id=POLICE, reason="not safe")

    merge_agency(chair, POLICE, into=HEALTH)

    assert [row.case for row in find_cases_without_lead(chair)] == [case]
    assert roles(chair, case)[0].to_on == TODAY


@pytest.mark.parametrize(
    ("agency", "refused"), [(HEALTH, "agency-not-told"), (None, "worker-not-told")]
)
def test_taking_back_a_hand_over_gives_nobody_the_lead_who_must_not_be_told_meanwhile(
    chair: Desk, case: UUID, agency: UUID | None, refused: str
) -> None:
    agree_lead(chair, case, NURSE)
    done = hand_over(chair, case, WORKER, note="All is quiet", person_told=Answer.YES)
    person = roles(chair, case)[0].person_id
    if agency is None:
        exclude_worker(chair, person, professional_id=NURSE, reason="they are related")
    else:
        exclude_agency(chair, person, agency_id=agency, reason="a relative works there")

    assert done.changes.act is not None
    with pytest.raises(GuardError, match=refused):
        undo_act(chair, done.changes.act)
    assert [one.professional_id for one in roles(chair, case) if one.to_on is None] == [WORKER]


def test_nobody_who_has_left_or_must_not_be_told_becomes_lead(chair: Desk, case: UUID) -> None:
    with chair.store.reading() as look:
        person = look.get(Case, case).person_id
    exclude_agency(chair, person, agency_id=HEALTH, reason="a relative works there")
    with pytest.raises(GuardError, match="agency-not-told"):
        agree_lead(chair, case, NURSE)
    with chair.act(Right.EDIT_DIRECTORY) as tx:
        tx.get(Professional, WORKER).left_on = TODAY
        tx.journal("professional.left", record=WORKER)
    with pytest.raises(GuardError, match="professional-left"):
        agree_lead(chair, case, WORKER)
    assert roles(chair, case) == []


def test_a_lead_begins_neither_before_the_case_nor_tomorrow(chair: Desk, case: UUID) -> None:
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        with pytest.raises(InvalidFieldsError):
            agree_lead(chair, case, NURSE, from_on=day)
    assert roles(chair, case) == []


def test_no_lead_is_agreed_on_a_closed_case(chair: Desk, case: UUID) -> None:
    close_case(chair, case, GOOD)
    with pytest.raises(GuardError, match="case-closed"):
        agree_lead(chair, case, NURSE)
    assert find_cases_without_lead(chair) == []


def test_three_leads_in_a_year_are_too_many(chair: Desk, case: UUID, clock: Clock) -> None:
    agree_lead(chair, case, NURSE)
    for who in (WORKER, OFFICER):
        assert find_often_changed(chair) == []
        clock.move(days=40)
        hand_over(chair, case, who, note="as agreed", person_told=Answer.YES)
    (row,) = find_often_changed(chair)
    assert (row.case, row.leads, row.since) == (case, 3, TODAY)
    clock.move(days=340)
    assert find_often_changed(chair) == []


def test_who_must_not_be_told_does_not_see_the_lists(chair: Desk, case: UUID) -> None:
    with chair.store.reading() as look:
        person = look.get(Case, case).person_id
    exclude_agency(chair, person, agency_id=HEALTH, reason="a relative works there")
    assert find_cases_without_lead(sitting(chair, NURSE, Role.COORDINATOR, HEALTH)) == []


def test_who_may_lead_is_in_post_at_an_agency_that_may_be_told(desk: Desk) -> None:
    person, _case = add_case(desk)
    keep_from(desk, person, POLICE)
    record_leaving(desk, WORKER, on=TODAY)
    found = find_possible_leads(desk, person)
    assert {one.id for one in found} == {COORDINATOR, CHAIR, NURSE}
    assert ("Kasia Dębska", "Kerrow Mental Health") in [(one.name, one.agency) for one in found]
