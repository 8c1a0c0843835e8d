"""Records that begin with what was brought are as the log, read back, would have them."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from random import Random
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from coordinator.db.journal import Stamp
from coordinator.db.merging import follow_again
from coordinator.db.models import Dispute, Person, SearchText
from coordinator.db.store import Store
from coordinator.domain.merging.changes import Change, sorted_ids
from tests.domain.merging.examples import NOON, change
from tests.stores import COORDINATOR

PEOPLE = (UUID(int=1_001), UUID(int=1_002))


class RolledBackError(Exception):
    """Ends a transaction without keeping anything of it."""


which = st.sampled_from(PEOPLE)
histories = st.lists(
    st.tuples(
        which,
        st.sampled_from([True, True, True, False]),
        st.sampled_from(["given_name", "*"]),
        st.integers(0, 2),
        st.sets(st.integers(0, 12), max_size=6),
    ),
    min_size=4,
    max_size=12,
)


def told(history: Sequence[tuple[UUID, bool, str, int, set[int]]]) -> list[Change]:
    """Two people who begin at home; the rest names whom it likes, stolen ids among them."""
    made = [
        change(scope=one, record=one, kind="person", field="reference", value=one.hex)
        for one in PEOPLE
    ]
    for number, (record, is_home, field, value, seen) in enumerate(history, start=2):
        made.append(
            change(
                scope=record if is_home else next(one for one in PEOPLE if one != record),
                record=record,
                kind="person",
                field=field,
                value=bool(value) if field == "*" else f"Word {value}",
                number=number,
                replaces=sorted_ids(made[index] for index in seen if index < len(made)),
            )
        )
    return made


def shown(session: Session) -> Mapping[str, Any]:
    """What screens read of them: rows, what is disputed, what search finds them by."""
    table: Any = Person.__table__
    columns = [column for column in table.c if column.name != "revision"]
    rows = select(*columns).where(table.c.id.in_(PEOPLE)).order_by(table.c.id)
    asked = select(Dispute.record, Dispute.field, Dispute.scope).where(Dispute.record.in_(PEOPLE))
    words = select(SearchText.record, SearchText.words).where(SearchText.record.in_(PEOPLE))
    return {
        "rows": [tuple(row) for row in session.execute(rows)],
        "disputed": sorted(tuple(row) for row in session.execute(asked)),
        "words": sorted(tuple(row) for row in session.execute(words)),
    }


@given(histories, st.integers(2, 14))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_at_once_is_what_the_log_says(
    store: Store, history: list[tuple[UUID, bool, str, int, set[int]]], cut: int
) -> None:
    made = told(history)
    stamp = Stamp(COORDINATOR, NOON, UUID(int=80_000), Random(3).randbytes)
    with suppress(RolledBackError), store.transaction(stamp) as tx:
        for some in (made[:cut], made[cut:]):
            tx.bring_in(some)
        first = shown(tx.session)
        assert len(first["rows"]) == len(PEOPLE)

        follow_again(tx.session, dict.fromkeys(PEOPLE, "person"))
        assert shown(tx.session) == first
        raise RolledBackError
