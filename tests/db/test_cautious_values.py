"""While two sides disagree how far something may travel, what one of them closed stays closed."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.field_guards import set_part_sensitivity
from coordinator.casework.need_to_know.restrictions import set_sensitivity
from coordinator.casework.people.entering import correct_person
from coordinator.casework.people.safety import read_safety
from coordinator.casework.records.disagreements import read_disagreements, settle_disagreement
from coordinator.db.checking import check_store
from coordinator.db.models import (
    Agency,
    Basis,
    Exclusion,
    FieldGuard,
    Person,
    Record,
    Relationship,
    SearchText,
    Warning,  # noqa: A004 - the word the panel uses
)
from coordinator.domain.errors import StaleRecordError
from coordinator.domain.lists.agencies import AgencyKind
from coordinator.domain.lists.sharing import RelationKind
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.roles import Right
from coordinator.domain.states import Answer, BasisStatus, Sensitivity
from tests.casework.entries_on_file import a_person
from tests.stores import COORDINATOR, COUNCIL, HEALTH, POLICE, TODAY
from tests.told_elsewhere import told_elsewhere

S, R, T = Sensitivity.STANDARD, Sensitivity.RESTRICTED, Sensitivity.THIRD_PARTY


@pytest.fixture
def person(desk: Desk) -> UUID:
    return a_person(desk)


def written(desk: Desk, record: Record) -> UUID:
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.add(record)
        tx.journal("test.written")
        return record.id


def warning(desk: Desk, person: UUID, said: Sensitivity) -> UUID:
    """A warning of which this side said how far it may go."""
    made = Warning(
        id=uuid4(), person_id=person, text="zircon", noted_on=TODAY, review_on=TODAY,
        noted_by_id=COORDINATOR, person_told=Answer.YES, sensitivity=R,
    )  # fmt: skip
    key = written(desk, made)
    if said is not R:
        set_level(desk, key, said)
    return key


def set_level(desk: Desk, record: UUID, said: Sensitivity) -> None:
    seen = stored(desk, Warning, record).revision
    set_sensitivity(desk, RecordKind.WARNING, record, said, seen=seen, reason="Known to all")


def stored(desk: Desk, model: type[Any], record: UUID) -> Any:
    with desk.store.reading() as look:
        return look.get(model, record)


def for_everybody(desk: Desk, person: UUID) -> list[str]:
    """What those read of somebody's warnings who may have nothing restricted."""
    with desk.store.reading({S}) as look:
        return [one.text for one in look.people.about(Warning, [person])]


def is_found(desk: Desk, record: UUID) -> bool:
    """Whether those find it by its words who may have nothing restricted."""
    with desk.store.reading() as look:
        asked = select(SearchText.restricted).where(SearchText.record == record)
        return not look.session.scalars(asked).one()


@pytest.mark.parametrize(("here", "there"), [(S, R), (S, T), (R, S), (R, T), (T, R)])
def test_the_stricter_side_holds_whichever_was_here_first(
    desk: Desk, person: UUID, here: Sensitivity, there: Sensitivity
) -> None:
    made = warning(desk, person, here)
    told_elsewhere(desk, "warning", made, "sensitivity", there.value)

    assert stored(desk, Warning, made).sensitivity is (T if T in {here, there} else R)
    assert (for_everybody(desk, person), is_found(desk, made)) == ([], False)
    assert check_store(desk.store).is_whole


def test_what_is_settled_holds(desk: Desk, person: UUID) -> None:
    made = warning(desk, person, S)
    told_elsewhere(desk, "warning", made, "sensitivity", R.value)
    (row,) = read_disagreements(desk).rows
    assert {one.value for one in row.values} == {"standard", "restricted"}

    settle_disagreement(desk, made, "sensitivity", "standard", seen=row.revision)
    assert (for_everybody(desk, person), is_found(desk, made)) == (["zircon"], True)
    assert [one.sensitivity for one in read_safety(desk, person).warnings] == [S]
    assert check_store(desk.store).is_whole


def test_lowering_what_was_seen_leaves_what_was_not(desk: Desk, person: UUID) -> None:
    made = warning(desk, person, S)
    told_elsewhere(desk, "warning", made, "sensitivity", R.value)
    told_elsewhere(desk, "warning", made, "sensitivity", T.value)
    set_level(desk, made, S)  # shown as about others: only that is replaced

    assert stored(desk, Warning, made).sensitivity is R
    assert (for_everybody(desk, person), is_found(desk, made)) == ([], False)
    assert check_store(desk.store).is_whole

    set_level(desk, made, S)
    assert (for_everybody(desk, person), is_found(desk, made)) == (["zircon"], True)
    assert read_disagreements(desk).rows == ()
    assert check_store(desk.store).is_whole


def test_a_form_filled_before_it_was_restricted_elsewhere_is_stale(
    desk: Desk, person: UUID
) -> None:
    made = warning(desk, person, S)
    seen = stored(desk, Warning, made).revision
    told_elsewhere(desk, "warning", made, "sensitivity", R.value)
    with pytest.raises(StaleRecordError):
        set_sensitivity(desk, RecordKind.WARNING, made, T, seen=seen)


def test_a_part_that_one_side_keeps_stays_blank(desk: Desk, person: UUID) -> None:
    correct_person(desk, person, seen=1, address="4 Quay Street")
    part = Part(RecordKind.PERSON, person, "address")
    set_part_sensitivity(desk, part, R, seen=0)
    with desk.store.reading() as look:
        (guard,) = look.readers.guards_on([person])
    set_part_sensitivity(desk, part, S, seen=guard.revision, reason="Known to all")
    told_elsewhere(desk, "field_guard", guard.id, "level", R.value)

    assert stored(desk, FieldGuard, guard.id).level is R
    with desk.store.reading({S}) as look:
        assert look.get(Person, person).address == ""


def test_whatever_else_keeps_something_back_holds_too(desk: Desk, person: UUID) -> None:
    tie = Relationship(
        id=uuid4(), person_id=person, name="Ann", relation=RelationKind.FRIEND,
        not_discussed_with=True,
    )  # fmt: skip
    kept = Exclusion(id=uuid4(), person_id=person, agency_id=POLICE, since=TODAY)
    written(desk, tie)
    written(desk, kept)
    with desk.store.reading() as look:
        basis = look.people.basis(person)
        assert basis is not None
    cases: list[tuple[type[Any], UUID, str, Any, Any]] = [
        (Agency, COUNCIL, "may_have_restricted", [True, False], False),
        (Agency, HEALTH, "agency_kind", ["police", "elected_member"],
         AgencyKind.ELECTED_MEMBER),
        (Relationship, tie.id, "not_discussed_with", [False, True], True),
        (Exclusion, kept.id, "since", ["2026-11-20", "2026-10-01"], date(2026, 10, 1)),
        (Basis, basis.id, "status", ["withdrawn", "incomplete"], BasisStatus.WITHDRAWN),
        (Person, person, "safe_to_call", [True, False], False),
    ]  # fmt: skip
    for model, record, column, told, expected in cases:
        for value in told:
            told_elsewhere(desk, model.kind.value, record, column, value)
        assert getattr(stored(desk, model, record), column) == expected, column
    assert check_store(desk.store).is_whole
