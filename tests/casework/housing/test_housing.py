"""The housing log: applications, refusals in the provider's words, appeals, constraints."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.actions.barriers import find_barriers
from coordinator.casework.desk import Desk
from coordinator.casework.housing.log import (
    appeal_refusal,
    apply_for_home,
    barrier_from_refusal,
    end_constraint,
    move_application,
    note_constraint,
    refuse_home,
    settle_appeal,
)
from coordinator.casework.housing.reading import find_constraints, find_refusals, read_housing
from coordinator.casework.plans.reading import read_plan
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    ReasonNeededError,
    StaleRecordError,
    TransitionError,
    WithheldError,
)
from coordinator.domain.housing import ApplicationRow, NewApplication, RefusalCount, Refused
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.housing import AppealResult, ConstraintKind, HousingRefusal
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.roles import Role
from coordinator.domain.states import HousingStep, Sensitivity
from tests.casework.entries_on_file import a_person, a_plan
from tests.stores import HOUSING, NURSE, TODAY, WORKER, Clock, sitting

DAY = timedelta(days=1)
HOMES = NewApplication(provider_id=HOUSING, what="Two rooms")


@pytest.fixture
def person(desk: Desk) -> UUID:
    return a_person(desk)


def shown(desk: Desk, person: UUID) -> ApplicationRow:
    return read_housing(desk, person).applications[0]


def refused(desk: Desk, person: UUID, because: HousingRefusal = HousingRefusal.ARREARS) -> UUID:
    key = apply_for_home(desk, person, HOMES).result
    refuse_home(desk, key, Refused(because, "They owe us"), seen=1)
    return key


def test_an_application_is_to_an_agency_or_to_somebody_known_by_name(
    desk: Desk, person: UUID
) -> None:
    apply_for_home(desk, person, NewApplication(provider="A private landlord"))
    apply_for_home(desk, person, HOMES)
    names = {row.provider for row in read_housing(desk, person).applications}
    assert names == {"Kerrow Homes", "A private landlord"}
    with pytest.raises(InvalidFieldsError) as wrong:
        apply_for_home(desk, person, NewApplication(applied_on=TODAY + DAY))
    assert wrong.value.fields == {"provider": "required", "applied_on": "in-the-future"}


def test_an_offer_is_accepted_and_an_ended_application_stays(desk: Desk, person: UUID) -> None:
    key = apply_for_home(desk, person, HOMES).result
    with pytest.raises(TransitionError):
        move_application(desk, key, HousingStep.ACCEPTED, seen=1)
    move_application(desk, key, HousingStep.OFFERED, seen=1)
    with pytest.raises(StaleRecordError):
        move_application(desk, key, HousingStep.WITHDRAWN, seen=1)
    move_application(desk, key, HousingStep.ACCEPTED, seen=2)
    assert (shown(desk, person).status, shown(desk, person).status_on) == (
        HousingStep.ACCEPTED,
        TODAY,
    )
    move_application(desk, key, HousingStep.WITHDRAWN, seen=3)
    with pytest.raises(TransitionError):
        move_application(desk, key, HousingStep.OFFERED, seen=4)


def test_a_refusal_has_a_reason_and_the_providers_words(desk: Desk, person: UUID) -> None:
    key = apply_for_home(desk, person, HOMES).result
    with pytest.raises(GuardError, match="reason-needed"):
        move_application(desk, key, HousingStep.REFUSED, seen=1)
    with pytest.raises(InvalidFieldsError) as wrong:
        refuse_home(desk, key, Refused(HousingRefusal.OTHER, " ", appeal_by=TODAY - DAY), seen=1)
    assert wrong.value.fields == {"refusal_words": "required", "appeal_by": "before-start"}
    said = Refused(HousingRefusal.RISK, "Too high a risk", appeal_by=TODAY + 20 * DAY)
    refuse_home(desk, key, said, seen=1)
    row = shown(desk, person)
    assert (row.refusal, row.refusal_words) == (HousingRefusal.RISK, "Too high a risk")
    assert row.appeal_is_due
    assert "Too high" not in repr(row)


@pytest.mark.parametrize(
    ("result", "then"),
    [
        (AppealResult.WON, HousingStep.OFFERED),
        (AppealResult.PART_WON, HousingStep.OFFERED),
        (AppealResult.LOST, HousingStep.REFUSED),
        (AppealResult.WITHDRAWN, HousingStep.REFUSED),
    ],
)
def test_an_appeal_turns_a_refusal_round_or_leaves_it(
    desk: Desk, clock: Clock, person: UUID, result: AppealResult, then: HousingStep
) -> None:
    key = refused(desk, person)
    with pytest.raises(GuardError, match="not-appealed"):
        settle_appeal(desk, key, result, seen=2)
    appeal_refusal(desk, key, seen=2, note="Arrears are paid off by plan")
    with pytest.raises(GuardError, match="reason-needed"):
        move_application(desk, key, HousingStep.OFFERED, seen=3)
    clock.move(days=9)
    settle_appeal(desk, key, result, seen=3)
    row = shown(desk, person)
    assert (row.status, row.appeal_result, row.appeal_on) == (then, result, TODAY + 9 * DAY)
    assert row.appeal_note == "Arrears are paid off by plan"


def test_a_refusal_becomes_a_barrier_in_one_step(desk: Desk, person: UUID) -> None:
    key = refused(desk, person)
    barrier = barrier_from_refusal(desk, key).result
    (row,) = find_barriers(desk, [person])[person]
    assert (row.id, row.category, row.agency) == (
        barrier,
        BarrierCategory.HOUSING_ARREARS,
        "Kerrow Homes",
    )
    assert (row.description, shown(desk, person).barrier_id) == (
        "Kerrow Homes: They owe us",
        barrier,
    )
    with pytest.raises(GuardError, match="barrier-named"):
        barrier_from_refusal(desk, key)
    other = apply_for_home(desk, person, HOMES).result
    with pytest.raises(GuardError, match="not-refused"):
        barrier_from_refusal(desk, other)


def test_refusals_are_counted_and_a_persons_own_no_is_none(
    desk: Desk, clock: Clock, person: UUID
) -> None:
    refused(desk, person)
    refused(desk, a_person(desk))
    refused(desk, person, HousingRefusal.PERSON_SAID_NO)
    turned = refused(desk, person, HousingRefusal.OFFENCE)
    appeal_refusal(desk, turned, seen=2)
    settle_appeal(desk, turned, AppealResult.WON, seen=3)
    clock.move(days=40)
    refused(desk, person)
    counted = find_refusals(desk, TODAY, TODAY + 30 * DAY)
    assert counted == (
        RefusalCount("Kerrow Homes", HousingRefusal.ARREARS, 2),
        RefusalCount("Kerrow Homes", HousingRefusal.OFFENCE, 1),
    )
    stranger = sitting(desk, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)
    assert find_refusals(stranger, TODAY, TODAY + 30 * DAY) == ()


def test_what_few_may_read_is_kept_from_the_others(desk: Desk, person: UUID) -> None:
    note_constraint(desk, person, ConstraintKind.PET, details="A lurcher")
    note_constraint(desk, person, ConstraintKind.ARSON)
    note_constraint(desk, person, ConstraintKind.OFFENCE, sensitivity=Sensitivity.STANDARD)
    mine = {row.constraint for row in find_constraints(desk, [person])[person]}
    assert mine == {ConstraintKind.PET, ConstraintKind.ARSON, ConstraintKind.OFFENCE}
    paper = Reader(Role.REPRESENTATIVE, HOUSING, shared_people=frozenset({person}))
    theirs = read_housing(desk, person, reader=paper).constraints
    assert theirs == find_constraints(desk, [person], reader=paper)[person]
    assert {row.constraint: row.details for row in theirs} == {
        ConstraintKind.PET: "A lurcher",
        ConstraintKind.OFFENCE: "",
    }


def test_constraints_stand_on_the_plan_as_far_as_its_reader_may_know(
    desk: Desk, person: UUID
) -> None:
    a_plan(desk, person)
    note_constraint(desk, person, ConstraintKind.PET)
    note_constraint(desk, person, ConstraintKind.REGISTERED)
    paper = Reader(Role.REPRESENTATIVE, HOUSING, shared_people=frozenset({person}))
    assert len(read_plan(desk, person).constraints) == 2
    assert [one.constraint for one in read_plan(desk, person, reader=paper).constraints] == [
        ConstraintKind.PET
    ]


def test_a_constraint_ends_with_a_reason(desk: Desk, person: UUID) -> None:
    with pytest.raises(InvalidFieldsError):
        note_constraint(desk, person, ConstraintKind.DISTANCE)
    key = note_constraint(desk, person, ConstraintKind.COUPLE).result
    with pytest.raises(ReasonNeededError):
        end_constraint(desk, key, reason="")
    end_constraint(desk, key, reason="They live apart now")
    with pytest.raises(GuardError, match="constraint-ended"):
        end_constraint(desk, key, reason="Again")
    assert find_constraints(desk, [person]) == {}


def test_the_log_is_for_those_who_may_see_the_person(desk: Desk, person: UUID) -> None:
    key = refused(desk, person)
    stranger = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HOUSING)
    with pytest.raises(WithheldError):
        read_housing(stranger, person)
    with pytest.raises(WithheldError):
        appeal_refusal(stranger, key, seen=2)
    assert find_constraints(stranger, [person]) == {}
