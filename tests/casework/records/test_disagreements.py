"""What people disagree about is listed with both sides, and ends only when somebody decides."""

from dataclasses import replace
from datetime import timedelta
from itertools import count
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.people.entering import correct_person, register_person
from coordinator.casework.records.disagreements import read_disagreements, settle_disagreement
from coordinator.db.checking import check_store
from coordinator.db.models import Person
from coordinator.domain.errors import (
    InvalidFieldsError,
    MissingRecordError,
    NotPermittedError,
    StaleRecordError,
    WithheldError,
)
from coordinator.domain.merging.changes import Change, sorted_ids
from coordinator.domain.roles import Right, Role
from coordinator.domain.stores.checking import StoreFaultKind
from tests.stores import COORDINATOR, NOON, NURSE, OFFICER, POLICE, sitting

MINE, THEIRS = "01632 960001", "01632 960002"
_numbers = count(1)


def current(desk: Desk, record: UUID, field: str) -> list[Change]:
    with desk.read() as look:
        return [one for one in look.history.current_of([record]) if one.field == field]


def told_elsewhere(
    desk: Desk, record: UUID, field: str, value: object, seen: list[Change]
) -> None:
    """Bring in what the nurse wrote on another computer, having seen those changes."""
    number = next(_numbers)
    change = Change(
        scope=record,
        record=record,
        kind="person",
        field=field,
        value=value,  # type: ignore[arg-type]  # whatever a test says
        author=NURSE,
        install=UUID(int=77),
        number=number,
        made=NOON + timedelta(minutes=number),
        act=UUID(int=7_000 + number),
        salt=number.to_bytes(16),
        replaces=sorted_ids(seen),
    )
    with desk.act(Right.SETTLE) as tx:
        tx.bring_in([change])
        tx.journal("changes.brought_in")


@pytest.fixture
def disputed(desk: Desk) -> UUID:
    """Somebody with one telephone number here and another one elsewhere."""
    person = register_person(desk, given_name="Tomos", phone="01632 960000").result
    first = current(desk, person, "phone")
    correct_person(desk, person, seen=1, phone=MINE)
    told_elsewhere(desk, person, "phone", THEIRS, first)
    return person


def revision(desk: Desk, person: UUID) -> int:
    with desk.read() as look:
        return look.get(Person, person).revision


def phone(desk: Desk, person: UUID) -> str:
    with desk.read() as look:
        return look.get(Person, person).phone


def test_both_values_are_listed_with_who_wrote_them_and_when(desk: Desk, disputed: UUID) -> None:
    view = read_disagreements(desk)
    (row,) = view.rows
    assert (row.person, row.record, row.kind, row.field) == (disputed, disputed, "person", "phone")
    assert row.revision == revision(desk, disputed)
    assert [(one.value, view.names[one.by]) for one in row.values] == [
        (MINE, "Aled Hâf"),
        (THEIRS, "Kasia Dębska"),
    ]
    assert row.values[0].at == NOON < row.values[1].at
    assert read_disagreements(desk, person_id=disputed).rows == view.rows
    assert read_disagreements(desk, person_id=UUID(int=4)).rows == ()


@pytest.mark.parametrize("chosen", [MINE, THEIRS])
def test_settling_leaves_one_value_and_no_question(
    desk: Desk, disputed: UUID, chosen: str
) -> None:
    done = settle_disagreement(
        desk, disputed, "phone", chosen, seen=revision(desk, disputed), reason="asked him"
    )

    assert disputed in done.changes.records
    assert read_disagreements(desk).rows == ()
    assert phone(desk, disputed) == chosen
    (standing,) = current(desk, disputed, "phone")
    assert (standing.value, standing.author) == (chosen, COORDINATOR)
    with desk.read() as look:
        assert not look.get(Person, disputed).disputed
        last = look.history.acts(limit=1)[0]
        assert (last.name, last.reason) == ("disagreement.settled", "asked him")
    report = check_store(desk.store)
    assert (report.is_whole, report.disagreements) == (True, 0)


def test_what_was_settled_goes_on_as_an_ordinary_field(desk: Desk, disputed: UUID) -> None:
    settle_disagreement(desk, disputed, "phone", MINE, seen=revision(desk, disputed))
    correct_person(desk, disputed, seen=revision(desk, disputed), phone="")
    assert phone(desk, disputed) == ""
    assert read_disagreements(desk).rows == ()
    assert check_store(desk.store).is_whole


@pytest.mark.parametrize("gone", [True, False])
def test_a_removal_that_met_an_edit_is_settled_either_way(desk: Desk, gone: bool) -> None:
    person = register_person(desk, given_name="Tomos").result
    with desk.read() as look:
        seen = look.history.current_of([person])
    correct_person(desk, person, seen=1, phone=MINE)
    told_elsewhere(desk, person, "*", True, seen)
    (row,) = read_disagreements(desk).rows
    assert row.field == "*"
    assert [(one.value, one.by) for one in row.values] == [(True, NURSE)]
    assert [(one.field, one.standing.value) for one in row.against] == [("phone", MINE)]

    settle_disagreement(desk, person, "*", gone, seen=row.revision)

    assert read_disagreements(desk).rows == ()
    with desk.read() as look:
        assert look.people.count() == (0 if gone else 1)
    report = check_store(desk.store)
    assert (report.is_whole, report.disagreements) == (True, 0)


def test_a_value_that_arrived_since_is_looked_at_before_settling(
    desk: Desk, disputed: UUID
) -> None:
    shown = read_disagreements(desk).rows[0].revision
    told_elsewhere(desk, disputed, "phone", "01632 960003", [])
    with pytest.raises(StaleRecordError):
        settle_disagreement(desk, disputed, "phone", MINE, seen=shown)
    assert len(read_disagreements(desk).rows[0].values) == 3


def test_settling_twice_is_refused(desk: Desk, disputed: UUID) -> None:
    seen = revision(desk, disputed)
    settle_disagreement(desk, disputed, "phone", THEIRS, seen=seen)
    with pytest.raises(StaleRecordError):
        settle_disagreement(desk, disputed, "phone", MINE, seen=seen)
    with pytest.raises(MissingRecordError):
        settle_disagreement(desk, UUID(int=5), "phone", MINE, seen=1)


def test_only_a_value_that_stands_can_be_chosen(desk: Desk, disputed: UUID) -> None:
    with pytest.raises(InvalidFieldsError):
        settle_disagreement(desk, disputed, "phone", "01632 960009", seen=revision(desk, disputed))
    assert len(read_disagreements(desk).rows) == 1


def test_only_coordinator_and_chair_see_and_settle(
    desk: Desk, chair: Desk, disputed: UUID
) -> None:
    for role in (Role.LEAD_PROFESSIONAL, Role.REPRESENTATIVE, Role.AUDITOR, Role.COMMISSIONER):
        other = sitting(desk, OFFICER, role, POLICE)
        with pytest.raises(NotPermittedError):
            read_disagreements(other)
        with pytest.raises(NotPermittedError):
            settle_disagreement(other, disputed, "phone", MINE, seen=3)
    assert len(read_disagreements(chair).rows) == 1


def test_an_agency_that_must_not_be_told_is_asked_nothing(desk: Desk, disputed: UUID) -> None:
    exclude_agency(desk, disputed, agency_id=POLICE, reason="a relative works there")
    chair_of_police = replace(desk, sitter=replace(desk.sitter, role=Role.CHAIR, agency=POLICE))
    assert read_disagreements(chair_of_police).rows == ()
    with pytest.raises(WithheldError):
        settle_disagreement(chair_of_police, disputed, "phone", MINE, seen=3)


def test_a_form_filled_before_a_merge_does_not_write_over_what_arrived(desk: Desk) -> None:
    person = register_person(desk, given_name="Tomos", phone=MINE).result
    told_elsewhere(desk, person, "phone", THEIRS, current(desk, person, "phone"))

    with pytest.raises(StaleRecordError) as refused:
        correct_person(desk, person, seen=1, phone="01632 960003")

    assert refused.value.theirs == {"phone": THEIRS}
    correct_person(desk, person, seen=1, pronouns="he")  # another field does no harm


def test_a_form_filled_before_a_disagreement_saves_over_what_it_showed_only(
    desk: Desk,
) -> None:
    person = register_person(desk, given_name="Tomos", phone=MINE).result
    told_elsewhere(desk, person, "phone", THEIRS, [])

    correct_person(desk, person, seen=1, phone="01632 960003")

    values = {one.value for one in read_disagreements(desk).rows[0].values}
    assert values == {"01632 960003", THEIRS}


def test_a_disagreement_taken_off_the_list_past_the_program_is_found(
    desk: Desk, disputed: UUID
) -> None:
    with desk.store.transaction(desk.stamp()) as tx:
        tx.session.connection().exec_driver_sql("DELETE FROM dispute")
        tx.is_local()
    assert [one.kind for one in check_store(desk.store).faults] == [StoreFaultKind.ROW_UNLIKE_LOG]


def test_a_text_may_be_settled_with_other_words_when_somebody_says_so(
    desk: Desk, disputed: UUID
) -> None:
    seen = revision(desk, disputed)
    settle_disagreement(desk, disputed, "phone", " 01632 960009 ", seen=seen, anew=True)

    assert read_disagreements(desk).rows == ()
    assert phone(desk, disputed) == "01632 960009"
    assert check_store(desk.store).is_whole


def test_what_is_written_anew_says_something_and_is_no_word_of_a_list(
    desk: Desk, disputed: UUID
) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        settle_disagreement(desk, disputed, "phone", " ", seen=revision(desk, disputed), anew=True)
    assert refused.value.fields == {"phone": "required"}
    seen = current(desk, disputed, "housing")
    correct_person(desk, disputed, seen=revision(desk, disputed), housing="hostel")
    told_elsewhere(desk, disputed, "housing", "sofa", seen)
    with pytest.raises(InvalidFieldsError):
        settle_disagreement(
            desk, disputed, "housing", "castle", seen=revision(desk, disputed), anew=True
        )
