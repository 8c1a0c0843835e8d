"""What a look at the store leaves out because it is more sensitive than its readers may have.

Every kind of record that says how far it may travel is held back by the same rule, in every
question asked through the look: lists, counts, days and whether there is one at all. Whoever asks
for such a record by its id is refused. Of a record that is shown to everybody, the parts that are
held back alone are blank (`hidden_parts`).
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria

from coordinator.db.hidden_parts import keep_as_before, keep_parts
from coordinator.db.models import FieldGuard, Record
from coordinator.domain.states import Sensitivity

WHATEVER = {"with_held_back": True}
"""For a question that must know everything, such as how far something else may travel."""

_MAY_HAVE = "may_have"


@contextmanager
def holding_back(session: Session, wanted: Collection[Sensitivity] | None) -> Iterator[None]:
    """Narrow a session to what its readers may have, for as long as the block lasts.

    Args:
        session: What is asked.
        wanted: How sensitive an entry may be. `None` leaves the session as narrow as it is; none
            at all is nothing that says how far it travels, never everything.
    """
    around: frozenset[Sensitivity] | None = session.info.get(_MAY_HAVE)
    if wanted is None:
        yield
        return
    narrowed = frozenset(wanted) if around is None else frozenset(wanted) & around
    if narrowed == around:
        yield
        return
    session.info[_MAY_HAVE] = narrowed
    before = keep_parts(session, narrowed)
    try:
        yield
    finally:
        session.info[_MAY_HAVE] = around
        keep_as_before(session, before)


def held_back(state: ORMExecuteState) -> Sequence[Any]:
    """Give what a question is narrowed by; nothing where its readers may have everything."""
    narrowed = state.session.info.get(_MAY_HAVE)
    if narrowed is None or state.execution_options.get("with_held_back", False):
        return ()
    return _narrowing(narrowed)


def may_have(session: Session, sensitivity: Sensitivity) -> bool:
    """Whether the readers of a session may have what is as sensitive as this."""
    narrowed: frozenset[Sensitivity] | None = session.info.get(_MAY_HAVE)
    return narrowed is None or sensitivity in narrowed


def is_held_back(session: Session, record: Record) -> bool:
    """Whether the readers of a session may not have this record."""
    if isinstance(record, FieldGuard):
        return not may_have(session, record.level)
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
    levels = [(one, one.sensitivity) for one in guarded_models()]
    return tuple(
        with_loader_criteria(one, level.in_(wanted), include_aliases=True)
        for one, level in [*levels, (FieldGuard, FieldGuard.level)]
    )
