"""Other forums, ties, and single workers who must not be told."""

from datetime import timedelta
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency, exclude_worker, lift_worker
from coordinator.casework.disclosing.sharing_reads import read_sharing
from coordinator.casework.people.around import (
    change_forum,
    change_tie,
    end_tie,
    note_forum,
    note_tie,
)
from coordinator.casework.people.around_reads import read_around
from coordinator.casework.people.entering import register_person
from coordinator.casework.people.finding import find_people
from coordinator.casework.records.history import read_history, read_person_history
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.errors import (
    DuplicateRecordError,
    GuardError,
    InvalidFieldsError,
    ReasonNeededError,
    StaleRecordError,
    WithheldError,
)
from coordinator.domain.lists.sharing import ForumKind, ForumStatus, RelationEffect, RelationKind
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.people.around import Forum, Tie
from coordinator.domain.roles import Role
from coordinator.domain.states import Answer, Sensitivity
from tests.casework.test_nothing_leaks import words_in
from tests.stores import HEALTH, NURSE, OFFICER, POLICE, TODAY, sitting

PARTNER = Tie(RelationKind.FORMER_PARTNER, name="Rex Holt", effect=RelationEffect.RISKY)


@pytest.fixture
def person(desk: Desk) -> UUID:
    return register_person(desk, given_name="Tomos", family_name="Gray").result


def test_a_forum_that_can_put_a_life_at_risk_is_restricted_unless_somebody_says_else(
    desk: Desk, person: UUID
) -> None:
    note_forum(desk, person, Forum(ForumKind.MARAC, reference="M-12"))
    note_forum(desk, person, Forum(ForumKind.CARE_PROGRAMME))
    note_forum(desk, person, Forum(ForumKind.MAPPA, sensitivity=Sensitivity.STANDARD))
    kept = {one.forum.forum: one.forum.sensitivity for one in read_around(desk, person).forums}
    assert kept == {
        ForumKind.MARAC: Sensitivity.RESTRICTED,
        ForumKind.CARE_PROGRAMME: Sensitivity.STANDARD,
        ForumKind.MAPPA: Sensitivity.STANDARD,
    }
    reader = Reader(Role.REPRESENTATIVE, POLICE, shared_people=frozenset({person}))
    told = {one.forum.forum for one in read_around(desk, person, reader=reader).forums}
    assert told == {ForumKind.CARE_PROGRAMME, ForumKind.MAPPA}


def test_a_forum_needs_a_name_and_a_day_that_has_been(desk: Desk, person: UUID) -> None:
    with pytest.raises(InvalidFieldsError):
        note_forum(desk, person, Forum(ForumKind.OTHER, own_forum=" "))
    with pytest.raises(InvalidFieldsError):
        note_forum(desk, person, Forum(ForumKind.MARAC, status_on=TODAY + timedelta(days=1)))
    assert read_around(desk, person).forums == ()


def test_two_who_change_a_forum_at_once_are_told(desk: Desk, person: UUID) -> None:
    key = note_forum(desk, person, Forum(ForumKind.CHANNEL)).result
    closed = Forum(ForumKind.CHANNEL, status=ForumStatus.CLOSED, status_on=TODAY)
    change_forum(desk, key, closed, seen=1)
    with pytest.raises(StaleRecordError):
        change_forum(desk, key, Forum(ForumKind.CHANNEL, status=ForumStatus.REFERRED), seen=1)
    (row,) = read_around(desk, person).forums
    assert row.forum.status is ForumStatus.CLOSED


def test_a_tie_is_third_party_and_says_with_whom_nothing_is_discussed(
    desk: Desk, person: UUID
) -> None:
    key = note_tie(desk, person, PARTNER).result
    change_tie(desk, key, seen=1, not_discussed_with=True, lives_with=Answer.NO)
    around = read_around(desk, person)
    assert [one.name.given for one in around.not_discussed_with] == ["Rex Holt"]
    assert around.ties[0].tie.sensitivity is Sensitivity.THIRD_PARTY
    reader = Reader(Role.REPRESENTATIVE, POLICE, shared_people=frozenset({person}))
    assert read_around(desk, person, reader=reader).ties == ()

    with pytest.raises(ReasonNeededError):
        end_tie(desk, key, reason="")
    end_tie(desk, key, reason="they never met")
    assert read_around(desk, person).not_discussed_with == ()
    with pytest.raises(GuardError, match="tie-ended"):
        change_tie(desk, key, seen=3, note="again")


def test_a_tie_is_to_somebody_else(desk: Desk, person: UUID) -> None:
    with pytest.raises(InvalidFieldsError):
        note_tie(desk, person, Tie(RelationKind.FRIEND))
    with pytest.raises(InvalidFieldsError):
        note_tie(desk, person, Tie(RelationKind.FRIEND, other=person))
    assert read_around(desk, person).ties == ()


def test_a_tie_to_somebody_on_file_gives_initials_and_is_kept_from_who_may_not_know_them(
    desk: Desk, person: UUID
) -> None:
    other = register_person(desk, given_name="Wenna", family_name="Pascoe").result
    tie = Tie(RelationKind.SIBLING, other=other, sensitivity=Sensitivity.STANDARD)
    note_tie(desk, person, tie)
    (row,) = read_around(desk, person).ties
    assert (row.name.given, row.name.family, bool(row.reference)) == ("W", "P", True)

    nurse = sitting(desk, NURSE, Role.COORDINATOR, HEALTH)
    assert len(read_around(nurse, person).ties) == 1
    exclude_agency(desk, other, agency_id=HEALTH, reason="asked")
    assert read_around(nurse, person).ties == ()
    with pytest.raises(WithheldError):
        note_tie(nurse, person, tie)


def test_a_tie_to_somebody_on_file_stands_on_both_pages_for_who_may_know_of_both(
    desk: Desk, person: UUID
) -> None:
    other = register_person(desk, given_name="Jory", family_name="Bolitho").result
    note_tie(desk, person, Tie(RelationKind.CHILD, other=other, note="Lives with her"))
    (row,) = read_around(desk, other).ties
    assert (row.tie.relation, row.tie.other, row.is_theirs) == (RelationKind.PARENT, person, True)
    assert (row.tie.note, row.tie.not_discussed_with) == ("", False)
    nurse = sitting(desk, NURSE, Role.COORDINATOR, HEALTH)
    assert len(read_around(nurse, other).ties) == 1
    exclude_agency(desk, person, agency_id=HEALTH, reason="asked")
    assert read_around(nurse, other).ties == ()
    note_tie(desk, other, Tie(RelationKind.PARENT, other=person))
    (row,) = read_around(desk, other).ties  # said on both pages, it stands once on each
    assert not row.is_theirs


def test_the_history_tells_nothing_of_a_tie_to_somebody_the_reader_may_not_know(
    desk: Desk, person: UUID
) -> None:
    other = register_person(desk, given_name="Wenna", family_name="Pascoe").result
    tie = Tie(RelationKind.SIBLING, other=other, note="Heron", sensitivity=Sensitivity.STANDARD)
    key = note_tie(desk, person, tie).result
    nurse = sitting(desk, NURSE, Role.COORDINATOR, HEALTH)
    before = len(read_person_history(nurse, person).happenings)
    exclude_agency(desk, other, agency_id=HEALTH, reason="asked")

    told = read_person_history(nurse, person)
    assert len(told.happenings) == before - 1
    assert not {"heron", other.hex, "kp-0002"} & set(words_in(told))
    with pytest.raises(WithheldError):
        read_history(nurse, key)
    assert "heron" in set(words_in(read_history(desk, key)))


def test_one_worker_who_must_not_be_told_sees_nothing_and_colleagues_do(
    desk: Desk, person: UUID
) -> None:
    nurse = sitting(desk, NURSE, Role.COORDINATOR, HEALTH)
    kept = exclude_worker(desk, person, professional_id=NURSE, reason="a cousin").result
    with pytest.raises(WithheldError):
        read_sharing(nurse, person)
    assert find_people(nurse, "Tomos").rows == ()
    colleague = sitting(desk, OFFICER, Role.COORDINATOR, HEALTH)
    (row,) = read_sharing(colleague, person).exclusions
    assert row.worker_id == NURSE
    with pytest.raises(DuplicateRecordError):
        exclude_worker(desk, person, professional_id=NURSE, reason="again")

    lift_worker(desk, kept, reason="it was a mistake")
    assert read_sharing(nurse, person).exclusions == ()


def test_a_worker_who_must_not_be_told_is_given_no_part(desk: Desk, person: UUID) -> None:
    exclude_worker(desk, person, professional_id=NURSE, reason="a cousin")
    with pytest.raises(GuardError, match="worker-not-told"):
        add_action(desk, NewAction("Ring", NURSE, TODAY, person_id=person))
