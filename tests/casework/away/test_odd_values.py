"""Tests that a value no field can hold is kept aside, whoever wrote it, and stops nothing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.away.returning import apply_hand_back, review_hand_back
from coordinator.casework.away.sorting import sort_hand_back
from coordinator.casework.desk import Desk
from coordinator.casework.people.contacts import log_contact
from coordinator.db.checking import check_store
from coordinator.db.fitting import fits
from coordinator.db.logging_rules import logged_fields
from coordinator.db.merging import models_by_kind
from coordinator.domain.exchange.lead_grants import writes
from coordinator.domain.exchange.parcels import HandBack
from coordinator.domain.merging.changes import Value
from coordinator.domain.roles import Right
from tests.casework.away.planted import Planted, a_contact_with, planted
from tests.casework.away.stores import RHYS, an_away_store, hand_back_of, know_rhys, send, took
from tests.stores import WORKER, Clock

ODD: tuple[Value, ...] = ("bogus", 7, True, 2**70, ["a"], {"a": "b"}, None, "2026-13-45", "")


@pytest.fixture
def kept(desk: Desk) -> Planted:
    made = planted(desk)
    know_rhys(desk)
    return made


@pytest.fixture
def away(tmp_path: Path, desk: Desk, clock: Clock, kept: Planted) -> Iterator[Desk]:
    made = an_away_store(tmp_path / "away.db", 1, clock)
    yield took(made, send(desk))[0]
    made.store.close()


def tried(desk: Desk, pack: HandBack) -> None:
    """Merge it, and leave the store as it was."""
    with desk.act(Right.SETTLE) as tx:
        found = sort_hand_back(tx, RHYS, WORKER, pack.changes, lambda _who: False)
        tx.bring_in(found.accepted)
        tx.session.flush()
        raise ZeroDivisionError


def test_whatever_stands_in_a_field_nothing_breaks(desk: Desk, away: Desk, kept: Planted) -> None:
    log_contact(away, a_contact_with(away, kept.kezia, note="Met by the quay"))
    pack = hand_back_of(away, 1)
    with desk.store.reading() as look:
        known = {one.kind: one.record for one in look.away.changes_of(kept.kezia)}
    fields = [
        (kind, field)
        for kind, model in models_by_kind().items()
        for field in logged_fields(model)
        if writes(kind, field)
    ]
    for number, odd in enumerate(ODD, 1):
        changes = []
        for place, (kind, field) in enumerate(fields, 1000):
            columns = logged_fields(models_by_kind()[kind])[field]
            value: Any = dict.fromkeys(columns, odd) if len(columns) > 1 and odd != ["a"] else odd
            record = known.get(kind, UUID(int=place)) if field != "row" else UUID(int=place)
            one = replace(pack.changes[0], kind=kind, field=field, record=record, value=value)
            changes.append(replace(one, number=place, replaces=()))
        forged = replace(
            pack,
            changes=tuple(changes),
            envelope=replace(pack.envelope, pack=f"{number:032x}", seq=number),
        )
        review_hand_back(desk, forged)
        with pytest.raises(ZeroDivisionError):
            tried(desk, forged)
    apply_hand_back(desk, replace(pack, envelope=replace(pack.envelope, pack="f" * 32)))
    assert check_store(desk.store).faults == ()


def test_what_the_store_holds_itself_fits(desk: Desk, kept: Planted) -> None:
    with desk.store.reading() as look:
        for scope in look.away.scopes():
            for one in look.away.changes_of(scope):
                assert fits(models_by_kind()[one.kind], one.field, one.value), one
