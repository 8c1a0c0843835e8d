"""Several people erased one after the other, in whatever order."""

import random
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.db.checking import check_store
from coordinator.db.store import Store
from coordinator.db.whose import find_all_of
from coordinator.domain.roles import Right
from tests.erased import everything_in, on_disk
from tests.planted import Planted


@pytest.mark.parametrize("seed", range(2))
def test_whoever_goes_in_whatever_order_all_of_it_goes_and_no_more(
    planted: Planted, planted_desk: Desk, seed: int
) -> None:
    """Several people in one meeting, one after the other; the texts of others stay theirs."""
    store = planted_desk.store
    order = list(planted.people)
    random.Random(seed).shuffle(order)
    for given in order[:4]:
        own = {text for text in texts_of(store, planted.people[given]) if len(text) > SHORT}
        before = everything_in(store)
        with planted_desk.act(Right.DECIDE) as tx:
            done = tx.erase(planted.people[given])
            tx.journal("record.erased")
        gone = done.merged.records - {one.record for one in done.merged.new}
        assert check_store(store).is_whole
        after = everything_in(store)
        assert after.keys() == {key for key in before if key[1] not in gone}
        assert {key[0] for key, row in after.items() if row != before[key]} <= {"meeting"}
        left = own - said_by_others(after)
        assert own
        held = on_disk(store)
        assert [one for one in left if one.lower().encode() in held] == []
    assert store.scour()


SHORT = 7


def texts_of(store: Store, person: UUID) -> set[str]:
    """Give every text that stands in what is kept about somebody."""
    with store.reading() as look:
        gone = find_all_of(look.session, person).ids
    rows = (row for key, row in everything_in(store).items() if key[1] in gone)
    return {value for row in rows for name, value in row.items() if is_words(name, value)}


def said_by_others(rows: Mapping[tuple[str, UUID], dict[str, Any]]) -> set[str]:
    """Give every word of every text that stands: what others say too cannot be gone."""
    return {value for row in rows.values() for name, value in row.items() if is_words(name, value)}


def is_words(name: str, value: object) -> bool:
    """Whether a value is what somebody wrote: no id, no day, no word of a list."""
    return isinstance(value, str) and " " in value and not name.endswith(("_id", "_on", "_at"))
