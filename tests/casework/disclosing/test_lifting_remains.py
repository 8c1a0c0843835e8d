"""Somebody who may lift it can always be told: the panel never locks itself out of a person."""

from collections.abc import Callable
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.directory.agencies import merge_agency
from coordinator.casework.directory.professionals import change_professional
from coordinator.casework.disclosing import exclusions
from coordinator.casework.disclosing.exclusions import (
    exclude_agency,
    exclude_worker,
    lift_exclusion,
    lift_worker,
)
from coordinator.casework.disclosing.sharing_reads import read_sharing
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.people.entering import register_person
from coordinator.casework.stores.opening import Office
from coordinator.casework.stores.users import add_user, read_users, remove_user
from coordinator.domain.directory.same_workers import SameWorker
from coordinator.domain.errors import GuardError, WithheldError
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Role
from coordinator.domain.states import Answer
from tests.meetings import add_case
from tests.offices import NAMESAKE, OFFICER, WORKER
from tests.stores import HOUSING, POLICE, sitting

WHY = "They asked for it"
Exclude = Callable[[Desk, UUID], Done[UUID]]


def _own_agency(desk: Desk, person: UUID) -> Done[UUID]:
    with desk.store.reading() as look:
        user, *_ = look.local.users()
        agency = look.local.agency_of(user)
    assert agency is not None
    return exclude_agency(desk, person, agency_id=agency, reason=WHY)


def _own_self(desk: Desk, person: UUID) -> Done[UUID]:
    with desk.store.reading() as look:
        user, *_ = look.local.users()
    return exclude_worker(desk, person, professional_id=user.professional_id, reason=WHY)


BOTH = pytest.mark.parametrize("exclude", [_own_agency, _own_self])


@pytest.fixture
def person(office: Office) -> UUID:
    made = register_person(
        office.desk, given_name="Petroc", family_name="Penrose", children_affected=Answer.NO
    )
    return made.result


@BOTH
def test_nobody_is_kept_from_all_who_could_lift_it(
    office: Office, person: UUID, exclude: Exclude
) -> None:
    _refused(exclude, office.desk, person)

    assert read_sharing(office.desk, person).exclusions == ()


@BOTH
def test_a_user_who_decides_nothing_does_not_count(
    office: Office, person: UUID, exclude: Exclude
) -> None:
    add_user(office, OFFICER, Role.AUDITOR, "lantern quarry thistle mule")

    _refused(exclude, office.desk, person)


@BOTH
def test_nor_does_one_whose_way_in_was_taken_away(
    office: Office, person: UUID, exclude: Exclude
) -> None:
    chair = add_user(office, OFFICER, Role.CHAIR, "lantern quarry thistle mule")
    remove_user(office, chair, reason="left")

    _refused(exclude, office.desk, person)


@BOTH
def test_it_is_noted_where_one_remains_and_they_can_lift_it(
    office: Office, person: UUID, exclude: Exclude
) -> None:
    add_user(office, OFFICER, Role.CHAIR, "lantern quarry thistle mule")
    chair = sitting(office.desk, OFFICER, Role.CHAIR, POLICE)

    exclude(office.desk, person)

    with pytest.raises(WithheldError):
        read_sharing(office.desk, person)
    (row,) = read_sharing(chair, person).exclusions
    assert row.reason == WHY
    with pytest.raises(GuardError) as refused:  # nor does the last of them
        exclude_agency(chair, person, agency_id=POLICE, reason=WHY)
    assert refused.value.guard == "nobody-to-lift"


@BOTH
def test_nor_may_a_lead_lock_the_panel_out(office: Office, exclude: Exclude) -> None:
    person, case = add_case(office.desk)
    agree_lead(office.desk, case, WORKER)
    lead = sitting(office.desk, WORKER, Role.LEAD_PROFESSIONAL, HOUSING)

    _refused(exclude, lead, person)

    exclude_agency(lead, person, agency_id=POLICE, reason=WHY)
    assert [row.reason for row in read_sharing(office.desk, person).exclusions] == [WHY]


def test_the_one_who_remains_lifts_it(office: Office, person: UUID) -> None:
    add_user(office, OFFICER, Role.CHAIR, "lantern quarry thistle mule")
    made = _own_agency(office.desk, person).result

    lift_exclusion(sitting(office.desk, OFFICER, Role.CHAIR, POLICE), made, reason="They agree")

    assert read_sharing(office.desk, person).exclusions == ()


def test_an_agency_of_nobody_who_decides_is_noted_as_ever(office: Office, person: UUID) -> None:
    exclude_agency(office.desk, person, agency_id=HOUSING, reason=WHY)
    exclude_worker(office.desk, person, professional_id=WORKER, reason=WHY)

    assert len(read_sharing(office.desk, person).exclusions) == 2


def _two_who_decide(office: Office) -> UUID:
    """Let a chair of another agency open the store too; gives their way in."""
    return add_user(office, OFFICER, Role.CHAIR, "lantern quarry thistle mule")


@BOTH
def test_the_last_who_could_lift_it_keeps_their_way_in(
    office: Office, person: UUID, exclude: Exclude
) -> None:
    chair = _two_who_decide(office)
    exclude(office.desk, person)
    before = (office.folder.keys.read_bytes(), read_users(office.desk))
    with pytest.raises(GuardError, match="nobody-left-to-lift"):
        remove_user(office, chair, reason="left")
    assert (office.folder.keys.read_bytes(), read_users(office.desk)) == before
    other = add_user(office, WORKER, Role.CHAIR, "quartz bramble window fern")
    remove_user(office, chair, reason="left")  # another of yet another agency is left
    with pytest.raises(GuardError, match="nobody-left-to-lift"):
        remove_user(office, other, reason="left")


def test_agencies_that_merge_leave_one_who_could_lift_it(office: Office, person: UUID) -> None:
    _two_who_decide(office)
    _own_agency(office.desk, person)
    with office.desk.store.reading() as look:
        own = look.local.agency_of(look.local.users()[0])
    assert own is not None
    with pytest.raises(GuardError, match="nobody-left-to-lift"):
        merge_agency(office.desk, POLICE, into=own)
    merge_agency(office.desk, POLICE, into=HOUSING)  # nobody is shut out by that


def test_the_same_worker_entered_anew_is_not_the_last_who_could_lift_it(
    office: Office, person: UUID
) -> None:
    _two_who_decide(office)
    _own_agency(office.desk, person)
    exclude_worker(
        sitting(office.desk, OFFICER, Role.CHAIR, POLICE),
        person,
        professional_id=NAMESAKE,
        reason=WHY,
    )
    said = SameWorker((NAMESAKE,))
    with pytest.raises(GuardError, match="nobody-left-to-lift"):
        change_professional(office.desk, OFFICER, seen=1, same_worker=said, name="Dylan Ashdowne")


@BOTH
def test_whoever_was_shut_out_before_there_was_a_rule_is_freed_by_another_who_decides(
    office: Office, person: UUID, exclude: Exclude, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:
        before.setattr(exclusions, "may_one_lift", lambda _tx, _person: True)
        made = exclude(office.desk, person).result
    lift = lift_exclusion if exclude is _own_agency else lift_worker
    with pytest.raises(WithheldError):
        lift(office.desk, made, reason="They agree")
    chair = _two_who_decide(office)
    lift(sitting(office.desk, OFFICER, Role.CHAIR, POLICE), made, reason="They agree")
    remove_user(office, chair, reason="It was for that alone")
    assert read_sharing(office.desk, person).exclusions == ()


def _refused(exclude: Exclude, desk: Desk, person: UUID) -> None:
    with pytest.raises(GuardError) as refused:
        exclude(desk, person)
    assert refused.value.guard == "nobody-to-lift"
