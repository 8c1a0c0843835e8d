"""Counting the questions a read puts to the store."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

from coordinator.casework.desk import Desk


@contextmanager
def queries(desk: Desk) -> Iterator[list[str]]:
    """Gather every statement sent to any store while the block runs."""
    sent: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", note)
