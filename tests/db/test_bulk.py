"""Writing many records at once leaves exactly what writing them one by one leaves."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from coordinator.casework.desk import Desk
from coordinator.db.bulk import Rows
from coordinator.db.checking import check_store
from coordinator.db.models import (
    Action,
    Case,
    Contact,
    LoggedChange,
    Person,
    Record,
    Risk,
    SearchText,
)
from coordinator.db.store import Store
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.roles import Right
from coordinator.domain.states import Sensitivity
from tests.stores import NOON, TODAY, WORKER, keyspec

PERSON, CASE = UUID(int=5 << 64 | 1), UUID(int=5 << 64 | 2)
GIVEN: tuple[tuple[type[Record], dict[str, Any]], ...] = (
    (
        Person,
        {
            "id": PERSON,
            "reference": "KP-0001",
            "given_name": "Siôn",
            "born_on": date(1980, 2, 29),
            "needs_interpreter": False,
        },
    ),
    (Case, {"id": CASE, "person_id": PERSON, "opened_on": TODAY}),
    (
        Risk,
        {
            "id": UUID(int=5 << 64 | 3),
            "person_id": PERSON,
            "text": "May fall",
            "noted_on": TODAY,
            "noted_by_id": WORKER,
            "review_on": TODAY,
            "sensitivity": Sensitivity.RESTRICTED,
        },
    ),
    (
        Action,
        {
            "id": UUID(int=5 << 64 | 4),
            "number": "A26-0001",
            "person_id": PERSON,
            "text": "Ring the harbour office",
            "owner_id": WORKER,
            "set_on": TODAY,
            "due_on": TODAY,
            "original_due_on": TODAY,
        },
    ),
    (
        Contact,
        {
            "id": UUID(int=5 << 64 | 5),
            "person_id": PERSON,
            "at": NOON,
            "recorded_at": NOON,
            "worker_id": WORKER,
            "contact_type": ContactType.STREET,
            "result": ContactResult.MET_BRIEF,
            "note": "Said hello",
            "restricted_note": "A neighbour rang",
        },
    ),
)


def one_by_one(desk: Desk) -> None:
    with desk.act(Right.IMPORT) as tx:
        for model, row in GIVEN:
            tx.add(model(**row))
            tx.session.flush()
        tx.journal("test.written")


def at_once(desk: Desk) -> None:
    with desk.act(Right.IMPORT) as tx:
        tx.add_many(Rows(model, [row]) for model, row in GIVEN)
        tx.journal("test.written")


def left_behind(desk: Desk) -> tuple[Any, ...]:
    """Give rows, changes and search words, without what is new each time."""
    with desk.read() as look:
        session = look.session
        rows = [
            {c.key: getattr(one, c.key) for c in model.__mapper__.column_attrs}
            for model, _ in GIVEN
            for one in session.scalars(select(model))
        ]
        changes = [
            (c.scope, c.record, c.kind, c.field, c.value, c.number, c.revision)
            for c in session.scalars(select(LoggedChange).order_by(LoggedChange.number))
        ]
        words = [
            (w.record, w.kind, w.scope, w.restricted, w.words)
            for w in session.scalars(select(SearchText).order_by(SearchText.record))
        ]
    return rows, changes, words


def test_at_once_leaves_what_one_by_one_leaves(desk: Desk, template: Path, tmp_path: Path) -> None:
    one_by_one(desk)
    copy = tmp_path / "other.db"
    shutil.copy(template, copy)
    other = Store(copy, keyspec)
    try:
        beside = replace(desk, store=other)
        at_once(beside)
        assert left_behind(beside) == left_behind(desk)
    finally:
        other.close()


def test_what_was_written_at_once_is_whole(desk: Desk) -> None:
    at_once(desk)
    assert check_store(desk.store).faults == ()


def test_text_is_tidied_before_it_is_logged(desk: Desk) -> None:
    with desk.act(Right.IMPORT) as tx:
        name = "Sio\u0302n\tthe\r\nelder"  # a letter and its mark apart, a tab, a foreign line end
        row = {"id": PERSON, "reference": "KP-0001", "given_name": name}
        tx.add_many([Rows(Person, [row])])
        tx.journal("test.written")
    assert check_store(desk.store).faults == ()


def test_what_was_written_at_once_can_be_changed_like_anything_else(desk: Desk) -> None:
    at_once(desk)
    with desk.act(Right.EDIT_PEOPLE) as tx:
        tx.get(Person, PERSON, seen=1).given_name = "Iestyn"
        tx.journal("test.changed", record=PERSON)
    assert check_store(desk.store).faults == ()


def test_an_act_that_writes_at_once_says_what_it_did(desk: Desk) -> None:
    with pytest.raises(RuntimeError, match="says what it did"), desk.act(Right.IMPORT) as tx:
        tx.add_many([Rows(*_first())])
    with desk.read() as look:
        assert look.people.count() == 0


def test_a_row_without_its_parent_leaves_nothing(desk: Desk) -> None:
    with pytest.raises(IntegrityError):
        _write_an_orphan(desk)
    with desk.read() as look:
        assert not list(look.session.scalars(select(Case)))


def _write_an_orphan(desk: Desk) -> None:
    with desk.act(Right.IMPORT) as tx:
        tx.add_many([Rows(Case, [GIVEN[1][1]])])
        tx.journal("test.written")


def _first() -> tuple[type[Record], list[dict[str, Any]]]:
    model, row = GIVEN[0]
    return model, [row]
