"""The open store: a connection that writes, one that only reads, and transactions on them."""

import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Engine, event, false
from sqlalchemy.orm import ORMExecuteState, Session, sessionmaker, with_loader_criteria

from coordinator.db.copies import compact
from coordinator.db.engine import Access, KeySpec, make_engine
from coordinator.db.faults import translated
from coordinator.db.holding_back import held_back, holding_back
from coordinator.db.journal import Stamp
from coordinator.db.models import Record
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.states import Sensitivity
from coordinator.runtime.collecting import held_off


class Store:
    """One unlocked database. Each of its two connections belongs to the thread that uses it first.

    The window writes on one lane and reads on another; the command line does both on its one
    thread. `was_erased` says of whom nothing may come back.
    """

    def __init__(self, path: Path, keyspec: KeySpec) -> None:
        self.path = path
        self.keyspec = keyspec
        self.was_erased: Callable[[UUID], bool] = _nobody
        self._writer = _Lane(Access(path, keyspec))
        self._reader = _Lane(Access(path, keyspec, read_only=True))

    @contextmanager
    def transaction(self, stamp: Stamp) -> Iterator[Transaction]:
        """Commit when the block ends; roll back and re-raise when it does not.

        Raises:
            StoreError: The file refused the work; nothing of it was kept.
        """
        with translated(), self._writer.session() as session:
            tx = Transaction(session, stamp, self.was_erased)
            yield tx
            tx.finish()

    @contextmanager
    def reading(self, may_have: Collection[Sensitivity] | None = None) -> Iterator[Reading]:
        """Look at the store; everything seen in the block is of one moment.

        Args:
            may_have: How sensitive what is seen may be; whatever there is with `None`, nothing
                that says how far it travels with an empty set. A look inside a look never sees
                more than the one around it.

        Raises:
            StoreError: The file could not be read.
        """
        with translated(), self._reader.session() as session, holding_back(session, may_have):
            yield Reading(session)

    def compact(self) -> None:
        """Write the file anew without the gaps that filling it in bulk left.

        Nobody else may be at work on it; it goes on working afterwards.

        Raises:
            StoreFullError: There is no room for a second copy; nothing was changed.
        """
        self.close()
        compact(Access(self.path, self.keyspec))

    def scour(self) -> bool:
        """Write the file anew so that no page keeps what was erased; whether all of it was.

        Where somebody reads meanwhile, the last old pages go when the store is closed.
        """
        with translated():
            return self._writer.scour()

    def close(self) -> None:
        """Let go of both connections; the write-ahead log is folded in by the last of them."""
        self._reader.close()
        self._writer.close()


def _nobody(_person: UUID) -> bool:
    return False


class _Lane:
    """One connection and the thread it belongs to."""

    def __init__(self, access: Access) -> None:
        self._access = access
        self._engine: Engine | None = None
        self._sessions: sessionmaker[Session] | None = None
        self._owner = 0
        self._under_way: Session | None = None

    @contextmanager
    def session(self) -> Iterator[Session]:
        sessions = self._made()
        if self._under_way is not None:
            if not self._access.read_only:
                raise RuntimeError("an act inside an act: which of them would be undone?")
            yield self._under_way  # a look inside a look sees the same moment
            return
        try:
            with held_off(), sessions.begin() as self._under_way:
                yield self._under_way
        finally:
            self._under_way = None

    def scour(self) -> bool:
        self._made()
        if self._engine is None or self._under_way is not None:
            raise RuntimeError("nobody scours a file while writing to it")
        connection = self._engine.raw_connection()
        try:
            driven: Any = connection.driver_connection
            driven.execute("VACUUM")
            busy = driven.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            return not busy
        finally:
            connection.close()

    def close(self) -> None:
        if self._engine is not None:
            self._engine.dispose()
        self._engine = self._sessions = None

    def _made(self) -> sessionmaker[Session]:
        if self._sessions is None:
            self._owner = threading.get_ident()
            self._engine = make_engine(self._access)
            self._sessions = sessionmaker(self._engine, expire_on_commit=False)
            event.listen(self._sessions, "do_orm_execute", _guard)
        if threading.get_ident() != self._owner:
            raise RuntimeError("a connection of the store was touched from another thread")
        return self._sessions


def _guard(state: ORMExecuteState) -> None:
    """Leave out what was removed or is held back; refuse bulk writes the log would not see."""
    if state.is_select:
        standing = () if state.execution_options.get("with_removed", False) else (_STANDING,)
        state.statement = state.statement.options(*standing, *held_back(state))
    elif (state.is_update or state.is_delete) and _is_logged(state):
        raise RuntimeError("a logged table is written record by record")


def _is_logged(state: ORMExecuteState) -> bool:
    mapper = state.bind_mapper
    return mapper is not None and issubclass(mapper.class_, Record)


_STANDING: Any = with_loader_criteria(
    Record, lambda model: model.removed == false(), include_aliases=True
)
