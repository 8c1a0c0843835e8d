"""The acts behind the forms of what is stuck; no Qt."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from coordinator.casework.actions.barriers import (
    describe_barrier,
    resolve_barrier,
    work_on_barrier,
)
from coordinator.casework.desk import Desk
from coordinator.domain.actions.barriers import BarrierRow
from coordinator.domain.outcomes import Done
from coordinator.ui.kit.asks import Question

Said = Mapping[str, Any]
Act = Callable[[Desk], Done[Any]]


def described(row: BarrierRow, question: Question, said: Said, seen: int) -> Act:
    """Say what is in the way and what was tried."""
    return partial(describe_barrier, barrier_id=row.id, seen=seen, **question.changed(said))


def worked_on(row: BarrierRow, said: Said, seen: int) -> Act:
    """Say who works on it."""
    return partial(work_on_barrier, barrier_id=row.id, seen=seen, **said)


def resolved(row: BarrierRow, said: Said, seen: int) -> Act:
    """Say how it went out of the way."""
    return partial(resolve_barrier, barrier_id=row.id, seen=seen, **said)
