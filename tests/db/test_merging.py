"""Two stores that write the same records and hand each other their changes."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from coordinator.casework.desk import Desk
from coordinator.casework.people.entering import correct_person, register_person
from coordinator.db.checking import check_store
from coordinator.db.models import Dispute, LoggedChange, Person
from coordinator.db.search import find
from coordinator.db.store import Store
from coordinator.domain.merging.changes import Change
from coordinator.domain.roles import Right
from tests.stores import keyspec


@pytest.fixture
def away(desk: Desk, template: Path, tmp_path: Path) -> Iterator[Desk]:
    """Another install of the same panel."""
    path = tmp_path / "away" / "panel.db"
    path.parent.mkdir()
    shutil.copy(template, path)
    store = Store(path, keyspec)
    there = replace(desk, store=store)
    with there.act(Right.EDIT_PEOPLE) as tx:
        tx.info.install_id = UUID(int=77)
        tx.journal("store.restored")
    yield there
    store.close()


def changes(desk: Desk) -> list[Change]:
    with desk.store.reading() as look:
        records = set(look.session.scalars(select(LoggedChange.record)))
        return [change for record in records for change in look.history.changes_of(record)]


def hand_over(here: Desk, there: Desk) -> int:
    with there.act(Right.SETTLE) as tx:
        merged = tx.bring_in(changes(here))
        tx.journal("changes.brought_in")
    return len(merged.new)


def disputes(desk: Desk) -> list[str]:
    with desk.store.reading() as look:
        return sorted(look.session.scalars(select(Dispute.field)))


def person(desk: Desk, person_id: UUID) -> Person:
    with desk.read() as look:
        return look.get(Person, person_id)


def test_what_was_written_here_arrives_there_once(desk: Desk, away: Desk) -> None:
    tomos = register_person(desk, given_name="Tomos", family_name="Gray").result

    assert hand_over(desk, away) == 3
    assert hand_over(desk, away) == 0

    assert (person(away, tomos).given_name, person(away, tomos).revision) == ("Tomos", 1)
    with away.read() as look:
        assert [row.record for row in find(look.session, "tomos gray")] == [tomos]
    assert check_store(away.store).is_whole


def test_an_edit_that_saw_the_other_wins_without_a_word(desk: Desk, away: Desk) -> None:
    tomos = register_person(desk, given_name="Tomos").result
    hand_over(desk, away)
    correct_person(away, tomos, seen=1, given_name="Tom")
    hand_over(away, desk)

    assert person(desk, tomos).given_name == "Tom"
    assert person(desk, tomos).revision == 2
    assert disputes(desk) == []


def test_edits_of_different_fields_both_stand(desk: Desk, away: Desk) -> None:
    tomos = register_person(desk, given_name="Tomos").result
    hand_over(desk, away)
    correct_person(desk, tomos, seen=1, phone="01632 960001")
    correct_person(away, tomos, seen=1, pronouns="he")
    hand_over(away, desk)
    hand_over(desk, away)

    for here in (desk, away):
        assert (person(here, tomos).phone, person(here, tomos).pronouns) == ("01632 960001", "he")
        assert disputes(here) == []
        assert check_store(here.store).is_whole


def test_two_values_of_one_field_are_a_disagreement_until_settled(desk: Desk, away: Desk) -> None:
    tomos = register_person(desk, given_name="Tomos").result
    hand_over(desk, away)
    correct_person(desk, tomos, seen=1, phone="01632 960001")
    correct_person(away, tomos, seen=1, phone="01632 960002")
    hand_over(away, desk)
    hand_over(desk, away)

    assert person(desk, tomos).phone == "01632 960001"
    assert person(away, tomos).phone == "01632 960002"
    assert person(desk, tomos).disputed
    assert disputes(desk) == disputes(away) == ["phone"]
    assert check_store(desk.store).disagreements == 1
    assert check_store(desk.store).is_whole


def test_an_ordinary_save_leaves_the_value_it_was_not_shown(desk: Desk, away: Desk) -> None:
    tomos = register_person(desk, given_name="Tomos").result
    hand_over(desk, away)
    correct_person(desk, tomos, seen=1, phone="01632 960001")
    correct_person(away, tomos, seen=1, phone="01632 960002")
    hand_over(away, desk)
    correct_person(desk, tomos, seen=person(desk, tomos).revision, phone="01632 960003")
    hand_over(desk, away)

    assert disputes(away) == ["phone"]


def test_a_record_removed_there_is_gone_here_unless_edited_meanwhile(
    desk: Desk, away: Desk
) -> None:
    tomos = register_person(desk, given_name="Tomos").result
    anna = register_person(desk, given_name="Anna").result
    hand_over(desk, away)
    with away.act(Right.EDIT_PEOPLE) as tx:
        for gone in (tomos, anna):
            tx.get(Person, gone).removed = True
        tx.journal("person.removed")
    correct_person(desk, anna, seen=1, phone="01632 960001")
    hand_over(away, desk)

    with desk.read() as look:
        assert look.people.count() == 1
    assert not person(desk, anna).removed
    assert disputes(desk) == ["*"]
    assert check_store(desk.store).is_whole
