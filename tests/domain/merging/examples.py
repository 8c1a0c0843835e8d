"""Invented changes: keyword overrides over a plain one, and strategies that draw them."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from coordinator.domain.merging.changes import Change

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def uuid_no(number: int) -> UUID:
    """An id that reads easily in a failing test."""
    return UUID(int=number)


def change(**parts: Any) -> Change:
    """A change of a goal's status by professional 3 on install 4, unless said otherwise."""
    plain: dict[str, Any] = {
        "scope": uuid_no(1),
        "record": uuid_no(2),
        "kind": "goal",
        "field": "status",
        "value": "open",
        "author": uuid_no(3),
        "install": uuid_no(4),
        "number": 1,
        "made": NOON,
        "act": uuid_no(5),
        "salt": bytes(16),
        "replaces": (),
    }
    return Change(**(plain | parts))


def removal(*seen: Change, value: bool = True, **parts: Any) -> Change:
    """A removal (or restoring) of the record whose changes its author saw."""
    ids = tuple(sorted(one.id for one in seen))
    return change(**({"field": "*", "value": value, "replaces": ids} | parts))


names = st.from_regex(r"[a-z][a-z0-9_]{0,10}", fullmatch=True).filter(
    lambda name: name not in {"row", "restricted"}
)
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
scalars = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts
lists = st.lists(scalars, max_size=4)
values = scalars | lists | st.dictionaries(names, scalars | lists, max_size=4)
moments = st.datetimes(
    min_value=datetime(1, 1, 3),  # noqa: DTZ001 - hypothesis adds the zone itself
    max_value=datetime(9999, 12, 29),  # noqa: DTZ001 - as above
    timezones=st.sampled_from([UTC, datetime.now(UTC).astimezone().tzinfo or UTC]),
)
ids = st.binary(min_size=16, max_size=16)

changes = st.builds(
    Change,
    scope=st.uuids(),
    record=st.uuids(),
    kind=names,
    field=names,
    value=values,
    author=st.uuids(),
    install=st.uuids(),
    number=st.integers(1, 2**53 - 1),
    made=moments,
    act=st.uuids(),
    salt=ids,
    replaces=st.sets(ids, max_size=4).map(lambda found: tuple(sorted(found))),
)


def later(hours: int) -> datetime:
    """A moment some hours after (or before) noon: clocks in these tests are wild."""
    return NOON + timedelta(hours=hours)
