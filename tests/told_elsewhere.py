"""What somebody wrote on another computer, not knowing what stands here: two values."""

from datetime import timedelta
from itertools import count
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.domain.merging.changes import Change
from coordinator.domain.roles import Right
from tests.stores import NOON, NURSE

_numbers = count(1)


def told_elsewhere(
    desk: Desk, kind: str, record: UUID, field: str, value: object, *, by: UUID = NURSE
) -> None:
    """Bring in another value of a field, a minute after noon of the tests' day or later."""
    number = next(_numbers)
    with desk.act(Right.SETTLE) as tx:
        scope = tx.history.current_of([record])[0].scope
        change = Change(
            scope=scope,
            record=record,
            kind=kind,
            field=field,
            value=value,  # type: ignore[arg-type]  # whatever a test says
            author=by,
            install=UUID(int=78),
            number=number,
            made=NOON + timedelta(minutes=number % 60),
            act=UUID(int=8_000 + number),
            salt=number.to_bytes(16),
            replaces=(),
        )
        tx.bring_in([change])
        tx.journal("changes.brought_in")
