"""What a look at the store leaves out because it is more sensitive than its readers may have.

Every kind of record that says how far it may travel is held back by the same rule, in every
question asked through the look: lists, counts, days and whether there is one at all. Whoever asks
for such a record by its id is refused.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria

from coordinator.db.models import Record
from coordinator.domain.states import Sensitivity

WHATEVER = {"with_held_back": True}
"""For a question that must know everything, such as how far something else may travel."""

_MAY_HAVE = "may_have"


@contextmanager
def holding_back(session: Session, wanted: Collection[Sensitivity]) -> Iterator[None]:
    """Narrow a session to what its readers may have, for as long as the block lasts."""
    around: frozenset[Sensitivity] | None = session.info.get(_MAY_HAVE)
    if not wanted:
        yield
        return
    session.info[_MAY_HAVE] = frozenset(wanted) & (around or frozenset(wanted))
    try:
        yield
    finally:
        session.info[_MAY_HAVE] = around


def held_back(state: ORMExecuteState) -> Sequence[Any]:
    """Give what a question is narrowed by; nothing where its readers may have everything."""
    narrowed = state.session.info.get(_MAY_HAVE)
    if not narrowed or state.execution_options.get("with_held_back", False):
        return ()
    return _narrowing(narrowed)


def may_have(session: Session, sensitivity: Sensitivity) -> bool:
    """Whether the readers of a session may have what is as sensitive as this."""
    narrowed: frozenset[Sensitivity] = session.info.get(_MAY_HAVE) or frozenset(Sensitivity)
    return sensitivity in narrowed


def is_held_back(session: Session, record: Record) -> bool:
    """Whether the readers of a session may not have this record."""
    return not may_have(session, getattr(record, "sensitivity", Sensitivity.STANDARD))


@cache
def guarded_models() -> tuple[Any, ...]:
    """Name the kinds of record that say how far they may travel."""
    models = {mapper.class_ for mapper in Record.registry.mappers}
    found = (one for one in models if hasattr(one, "sensitivity"))
    return tuple(sorted(found, key=lambda one: one.__name__))


@cache
def _narrowing(narrowed: frozenset[Sensitivity]) -> tuple[Any, ...]:
    wanted = sorted(narrowed)
    return tuple(
        with_loader_criteria(one, one.sensitivity.in_(wanted), include_aliases=True)
        for one in guarded_models()
    )
