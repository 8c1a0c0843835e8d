"""What an act leaves in the log: every value that changed, once, naming what it replaces."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text, update

from coordinator.casework.desk import Desk
from coordinator.casework.people.entering import correct_person, register_person
from coordinator.db import journal
from coordinator.db.logging_rules import logged_fields, usual_value
from coordinator.db.merging import models_by_kind
from coordinator.db.models import Act, LoggedChange, Person, Record
from coordinator.domain.errors import InvalidFieldsError, StaleRecordError
from coordinator.domain.merging.heads import heads
from coordinator.domain.merging.wire import check_change
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.records.chain import faults
from coordinator.domain.roles import Right
from tests.domain.merging.examples import change
from tests.stores import Clock


def logged(desk: Desk, record: UUID) -> list[tuple[str, object]]:
    with desk.store.reading() as look:
        return [(c.field, c.value) for c, _ in look.history.of_record(record)]


def test_a_new_record_logs_only_what_differs_from_an_empty_one(desk: Desk) -> None:
    done = register_person(desk, given_name="Tomos", family_name="Gray")

    assert logged(desk, done.result) == [
        ("reference", '"KP-0001"'),
        ("given_name", '"Tomos"'),
        ("family_name", '"Gray"'),
    ]
    assert done.changes.touch(RecordKind.PERSON)
    assert done.changes.records == {done.result}


def test_a_value_that_did_not_change_or_changed_back_leaves_no_trace(desk: Desk) -> None:
    person = register_person(desk, given_name="Tomos").result
    with desk.act(Right.EDIT_PEOPLE) as tx:
        row = tx.get(Person, person)
        row.phone = "01632 960001"
        row.given_name = "Tomos"
        tx.session.flush()
        row.phone = ""
        row.pronouns = "he"
        tx.journal("person.corrected", record=person, scope=person)

    assert [field for field, _ in logged(desk, person)] == ["reference", "given_name", "pronouns"]


def test_a_change_names_what_it_replaces(desk: Desk) -> None:
    person = register_person(desk, given_name="Tomos").result
    correct_person(desk, person, seen=1, given_name="Tom")
    correct_person(desk, person, seen=2, given_name="Tommo")

    with desk.store.reading() as look:
        changes = look.history.changes_of(person)
    current = {place.field: [c.value for c in found] for place, found in heads(changes).items()}
    assert current == {"given_name": ["Tommo"], "reference": ["KP-0001"]}


@pytest.mark.parametrize(("kind", "model"), models_by_kind().items())
def test_every_field_is_logged_as_another_install_reads_it(kind: str, model: type[Record]) -> None:
    for field in logged_fields(model):
        check_change(change(kind=kind, field=field, value=usual_value(model, field)))


def test_two_people_editing_different_fields_do_not_clash(desk: Desk) -> None:
    person = register_person(desk, given_name="Tomos").result
    correct_person(desk, person, seen=1, phone="01632 960001")
    correct_person(desk, person, seen=1, pronouns="he")

    with desk.read() as look:
        row = look.get(Person, person)
    assert (row.phone, row.pronouns, row.revision) == ("01632 960001", "he", 3)


def test_a_stale_edit_of_the_same_field_is_refused_and_shows_the_other_value(desk: Desk) -> None:
    person = register_person(desk, given_name="Tomos").result
    correct_person(desk, person, seen=1, phone="01632 960001")

    with pytest.raises(StaleRecordError) as refused:
        correct_person(desk, person, seen=1, phone="01632 960002", pronouns="he")

    assert refused.value.theirs == {"phone": "01632 960001"}
    with desk.read() as look:
        assert look.get(Person, person).pronouns == ""


def test_every_act_is_one_entry_of_a_chain_that_holds(desk: Desk, clock: Clock) -> None:
    person = register_person(desk, given_name="Tomos").result
    clock.move(hours=1)
    correct_person(desk, person, seen=1, phone="01632 960001")

    with desk.store.reading() as look:
        entries = list(journal.entries(look.session))
        known = {row.id for row in look.session.scalars(select(LoggedChange))}
    assert [entry.act for entry in entries] == [
        "store.made",
        "person.registered",
        "person.corrected",
    ]
    assert not list(faults(entries, [], lambda _line, _signature: True))
    assert {change for entry in entries for change in entry.changes} == known


def test_an_act_that_says_nothing_is_a_bug_and_writes_nothing(desk: Desk) -> None:
    with pytest.raises(RuntimeError), desk.act(Right.EDIT_PEOPLE) as tx:
        tx.add(Person(id=desk.new_id(), reference="KP-0009"))
    with desk.read() as look:
        assert look.people.count() == 0


def test_a_refused_act_writes_nothing(desk: Desk) -> None:
    with pytest.raises(InvalidFieldsError):
        register_person(desk, given_name="  ".strip())
    with desk.read() as look:
        assert look.people.count() == 0
        assert len(look.history.acts()) == 1


def test_bulk_writes_past_the_log_are_refused(desk: Desk) -> None:
    with pytest.raises(RuntimeError, match="record by record"), desk.act(Right.EDIT_PEOPLE) as tx:
        tx.session.execute(update(Person).values(phone="01632 960001"))


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM change_row",
        "UPDATE change_row SET value = NULL",
        "DELETE FROM act",
        "UPDATE act SET actor = id",
        "DELETE FROM replaced",
    ],
)
def test_the_log_cannot_be_rewritten_by_accident(desk: Desk, statement: str) -> None:
    person = register_person(desk, given_name="Tomos").result
    correct_person(desk, person, seen=1, given_name="Tom")
    with pytest.raises(Exception, match=r"is_kept|is_final"), desk.act(Right.EDIT_PEOPLE) as tx:
        tx.session.execute(text(statement))


def test_removed_records_are_left_out_of_every_read(desk: Desk) -> None:
    person = register_person(desk, given_name="Tomos").result
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.get(Person, person).removed = True
        tx.journal("person.removed", record=person, scope=person)
    with desk.read() as look:
        assert look.people.count() == 0
    changes = dict(logged(desk, person))
    assert changes["*"] == "true"


def test_search_finds_beginnings_of_words_and_forgets_what_was_changed(desk: Desk) -> None:
    from coordinator.db.search import find

    person = register_person(desk, given_name="Tomos", family_name="Dębska").result
    register_person(desk, given_name="Anna")
    with desk.read() as look:
        assert [row.record for row in find(look.session, "tom deb")] == [person]
        assert find(look.session, "t") == []
        assert find(look.session, '"*) OR') == []
    correct_person(desk, person, seen=1, given_name="Petroc")
    with desk.read() as look:
        assert find(look.session, "tomos") == []
        assert [row.record for row in find(look.session, "petr", kinds=["person"])] == [person]
        assert find(look.session, "petr", kinds=["action"]) == []


@given(st.text(max_size=40))
def test_tidying_text_twice_changes_nothing_more(typed: str) -> None:
    from coordinator.db.types import tidy

    kept = tidy(typed)
    assert tidy(kept) == kept
    kept.encode()


def test_a_store_shows_nothing_in_clear(desk: Desk) -> None:
    register_person(desk, given_name="Zebedee", family_name="Quillfeather")
    folder = desk.store.path.parent
    for file in folder.iterdir():
        content = file.read_bytes()
        assert b"Zebedee" not in content
        assert b"Quillfeather" not in content
    assert (folder / "panel.db-wal").exists()


def test_the_journal_names_the_act_for_the_person(desk: Desk) -> None:
    person = register_person(desk, given_name="Tomos").result
    with desk.read() as look:
        acts = [act.name for act in look.history.acts(scope=person)]
        assert acts == ["person.registered"]
        assert look.session.scalar(select(Act.reason).where(Act.scope == person)) == ""
