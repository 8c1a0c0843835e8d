"""Whatever people type or send: row, log, journal and search words say the same."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coordinator.casework.desk import Desk
from coordinator.casework.people.entering import correct_person, register_person
from coordinator.casework.records.drafts import keep_draft, read_draft
from coordinator.db.bulk import Rows
from coordinator.db.checking import check_store
from coordinator.db.models import Person, Risk
from coordinator.db.search import find
from coordinator.db.types import tidied
from coordinator.domain.merging.changes import Change
from coordinator.domain.roles import Right
from tests.stores import COORDINATOR, NOON, NURSE

ODD = [
    "Zoe\u0308",
    "tab\tand\r\nline",
    "null\0bell\x07",
    "half \ud83d of a pair",
    "\u202eright to left",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467",
    "\uffff\ufffe\ufeff",
    "\u212b ngstrom",
    "long " * 20_000,
]


def logged(desk: Desk, record: UUID, field: str) -> list[object]:
    with desk.read() as look:
        return [one.value for one in look.history.current_of([record]) if one.field == field]


@pytest.mark.parametrize("text", ODD)
def test_odd_text_leaves_a_store_that_checks_out(desk: Desk, text: str) -> None:
    person = register_person(desk, given_name="Tomos", usual_places=text).result
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.get(Person, person).address = text
        tx.journal("person.corrected", record=person, scope=person, reason=text)

    with desk.read() as look:
        kept = look.get(Person, person).address
        assert look.history.acts(limit=1)[0].reason == kept
    assert logged(desk, person, "address") == [kept]
    assert check_store(desk.store).is_whole


@given(st.text(max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_whatever_is_typed_is_logged_as_it_is_kept(desk: Desk, typed: str) -> None:
    person = register_person(desk, given_name="Tomos", usual_places=typed).result
    with desk.read() as look:
        kept = look.get(Person, person).usual_places
    assert logged(desk, person, "usual_places") == ([kept] if kept else [])


def test_text_that_differs_only_in_what_is_dropped_is_no_change(desk: Desk) -> None:
    person = register_person(desk, given_name="Zoë").result
    before = len(desk_changes(desk, person))
    correct_person(desk, person, seen=1, given_name="Zoe\u0308\0")
    assert len(desk_changes(desk, person)) == before
    with desk.read() as look:
        assert [row.record for row in find(look.session, "zoë")] == [person]


def desk_changes(desk: Desk, record: UUID) -> list[Change]:
    with desk.read() as look:
        return look.history.changes_of(record)


@pytest.mark.parametrize("text", ODD)
def test_many_at_once_and_a_merge_keep_odd_text_alike(desk: Desk, text: str) -> None:
    person, risk = UUID(int=900), UUID(int=901)
    new = {
        "id": risk, "person_id": person, "text": text, "noted_on": date(2026, 11, 2),
        "noted_by_id": COORDINATOR, "review_on": date(2026, 12, 1),
    }  # fmt: skip
    named = {"id": person, "reference": "KP-0900", "given_name": "Made"}
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.add_many([Rows(Person, [named]), Rows(Risk, [new])])
        tx.journal("test.made")
    sent = Change(
        scope=person, record=person, kind="person", field="address", value=text,
        author=NURSE, install=UUID(int=77), number=1, made=NOON, act=UUID(int=78),
        salt=bytes(16),
    )  # fmt: skip
    with desk.act(Right.SETTLE) as tx:
        tx.bring_in([sent])
        tx.journal("changes.brought_in")

    with desk.read() as look:
        assert look.get(Person, person).address == tidied(text) == look.get(Risk, risk).text
    report = check_store(desk.store)
    assert (report.is_whole, report.disagreements) == (True, 0)


@pytest.mark.parametrize("text", ODD)
def test_a_draft_keeps_odd_text(desk: Desk, text: str) -> None:
    record = UUID(int=5)
    keep_draft(desk, "plan.text", record, seen=0, values={"summary": text, "goals": [text]})
    found = read_draft(desk, "plan.text", record)
    assert found is not None
    assert found.values == {"summary": tidied(text), "goals": [tidied(text)]}
