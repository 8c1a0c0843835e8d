"""Writing the journal: one entry per act, each holding the hash of the one before it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from coordinator.db.models import Act
from coordinator.domain.merging.changes import ID_BYTES, SALT_BYTES, Change
from coordinator.domain.records import chain


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who acts, when, and where the act's id and salts come from.

    `at` is aware. `act` is the id of the act about to happen; `random` gives so many bytes.
    """

    actor: UUID
    at: datetime
    act: UUID
    random: Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class Entry:
    """What an act says about itself."""

    act: str
    record: UUID | None
    scope: UUID | None
    reason: str


def write(
    session: Session,
    entry: Entry,
    stamp: Stamp,
    changes: Sequence[Change],
    erases: Sequence[int] = (),
) -> None:
    """Add one entry to the chain; `erases` are the entries that lost something with it."""
    last = session.execute(
        select(Act.number, Act.hash).order_by(Act.number.desc()).limit(1)
    ).first()
    number, before = (last[0] + 1, last[1]) if last else (1, chain.START)
    salt = stamp.random(SALT_BYTES)
    whole = chain.sealed(
        chain.Entry(
            number=number,
            at=stamp.at,
            actor=stamp.actor,
            act=entry.act,
            act_id=stamp.act,
            changes=tuple(change.id for change in changes),
            erases=tuple(erases),
            private=chain.Private(entry.scope, entry.record, entry.reason, "", salt),
            content=b"",
            hash=b"",
        ),
        before,
    )
    session.add(_row(whole))
    session.flush()


def _row(entry: chain.Entry) -> Act:
    private = entry.private
    return Act(
        number=entry.number,
        id=entry.act_id,
        at=entry.at,
        actor=entry.actor,
        name=entry.act,
        changes=b"".join(entry.changes),
        erases=[str(number) for number in entry.erases],
        scope=private.scope if private else None,
        record=private.record if private else None,
        reason=private.reason if private else "",
        salt=private.salt if private else None,
        content=entry.content,
        hash=entry.hash,
    )


def entries(session: Session) -> Iterator[chain.Entry]:
    """Read the whole chain from its first entry, a thousand rows at a time."""
    rows = session.scalars(select(Act).order_by(Act.number).execution_options(yield_per=1000))
    for row in rows:
        yield _entry(row)


def _entry(row: Act) -> chain.Entry:
    private = row.salt and chain.Private(row.scope, row.record, row.reason, "", row.salt)
    return chain.Entry(
        number=row.number,
        at=row.at,
        actor=row.actor,
        act=row.name,
        act_id=row.id,
        changes=change_ids(row.changes),
        erases=tuple(int(number) for number in row.erases),
        private=private or None,
        content=row.content,
        hash=row.hash,
    )


def change_ids(joined: bytes) -> tuple[bytes, ...]:
    """Take the joined ids of an entry's changes apart."""
    return tuple(joined[i : i + ID_BYTES] for i in range(0, len(joined), ID_BYTES))


def erased_entries(session: Session) -> frozenset[int]:
    """Give the entries of the journal that a later one says lost something by an erasure."""
    query = select(Act.number, Act.erases).where(Act.erases != [])
    return frozenset(
        int(lost)
        for number, erases in session.execute(query)
        for lost in erases
        if int(lost) < number
    )
