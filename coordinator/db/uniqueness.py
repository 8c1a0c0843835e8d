"""What the database holds to one: a second one that slipped past the rule is refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from coordinator.domain.errors import DuplicateRecordError, GuardError

_SQLITE_CONSTRAINT = 19  # https://www.sqlite.org/rescode.html
_POSTGRESQL_UNIQUE = "23505"  # unique_violation, PostgreSQL's appendix A


@contextmanager
def only_one(rule: str, record: UUID | None = None) -> Iterator[None]:
    """Name the rule that a unique index holds; every other fault passes through.

    Raises:
        DuplicateRecordError: There is one already; the transaction is lost with it.
    """
    try:
        yield
    except IntegrityError as error:
        if _is_unique(error.orig):
            raise DuplicateRecordError(rule, record) from None  # the text can quote values
        raise


def _is_unique(cause: BaseException | None) -> bool:
    """Tell a unique index from a missing parent; SQLCipher's driver says which in words only."""
    if getattr(cause, "sqlstate", None) == _POSTGRESQL_UNIQUE:
        return True
    is_constraint = getattr(cause, "sqlite_errorcode", None) == _SQLITE_CONSTRAINT
    return is_constraint and str(cause).startswith("UNIQUE")


@contextmanager
def unless_leaned_on(session: Session) -> Iterator[None]:
    """Write what is taken back; what the database refuses rests on it, whichever rule it breaks.

    Raises:
        GuardError: `act-built-on`; the transaction is lost with it.
    """
    try:
        yield
        session.flush()
    except IntegrityError:
        raise GuardError("act-built-on", count=1) from None  # the text can quote values
