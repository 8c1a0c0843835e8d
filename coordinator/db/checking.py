"""Is this store whole? Pages, references, log against tables, journal chain, search words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coordinator.db import journal
from coordinator.db.backups import Signed
from coordinator.db.changelog import read_change
from coordinator.db.copies import page_faults
from coordinator.db.engine import Access
from coordinator.db.logging_rules import logged_value
from coordinator.db.merging import current_of, replaced_by
from coordinator.db.models import Act, Dispute, LoggedChange, Record
from coordinator.db.projecting import by_field, project, same
from coordinator.db.store import Store
from coordinator.db.transaction import Reading
from coordinator.domain.merging.changes import Change
from coordinator.domain.progress import Progress, Unwatched
from coordinator.domain.records import chain
from coordinator.domain.records.trail import TrailReport
from coordinator.domain.stores.checking import CheckReport, StoreFault, StoreFaultKind
from coordinator.vault.signing import is_signed, verifying_key

_PAGE = 500  # records compared at a time


def check_store(
    store: Store, signed: Sequence[Signed] = (), progress: Progress | None = None
) -> CheckReport:
    """Look at everything; changes nothing.

    Args:
        store: The open store; nobody else may be writing.
        signed: Checkpoints that lie outside it, such as in its backups.
        progress: Told in kinds of record.

    Raises:
        StoreDamagedError: It cannot be read far enough to tell more.
    """
    pages = [
        StoreFault(StoreFaultKind(fault))
        for fault in page_faults(Access(store.path, store.keyspec))
    ]
    if any(fault.kind is not StoreFaultKind.REFERENCES for fault in pages):
        return CheckReport(tuple(pages), 0, 0, 0, 0)
    with store.reading() as look:
        session = look.session
        key = verifying_key(look.info.signing_key) if look.info.signing_key else b""
        found = [
            *pages,
            *_log_faults(session),
            *_row_faults(session, progress or Unwatched()),
            *_chain_faults(session, key, signed),
        ]
        return CheckReport(
            faults=_summed(found),
            records=sum(_count(session, model) for model in _models()),
            changes=_count(session, LoggedChange),
            acts=_count(session, Act),
            disagreements=_count(session, Dispute),
            erased=len(journal.erased_entries(session)),
        )


def _models() -> list[type[Record]]:
    found = [mapper.class_ for mapper in Record.registry.mappers]
    logged = [model for model in found if issubclass(model, Record)]
    return sorted(logged, key=lambda model: model.__tablename__)


def _count(session: Session, model: type[Any]) -> int:
    counted = select(func.count()).select_from(model.__table__)
    return session.scalar(counted) or 0


def _summed(faults: Sequence[StoreFault]) -> tuple[StoreFault, ...]:
    counts: Counter[tuple[StoreFaultKind, str]] = Counter()
    for fault in faults:
        counts[fault.kind, fault.place] += fault.count
    return tuple(StoreFault(kind, place, count) for (kind, place), count in counts.items())


def _log_faults(session: Session) -> Iterator[StoreFault]:
    """Recompute the id of every change, and hold the log against the journal's lists of ids."""
    for changes in all_changes(session):
        for row_id, change in changes:
            if change.id != row_id:
                yield StoreFault(StoreFaultKind.CHANGE_ALTERED, change.kind)
    missing, found = 0, set[bytes]()
    accounted = journal.erased_entries(session)
    for number, joined in session.execute(select(Act.number, Act.changes).order_by(Act.number)):
        ids = journal.change_ids(joined)
        known = _known(session, ids)
        found |= known
        missing += len(ids) - len(known) if number not in accounted else 0
    unlisted = _count(session, LoggedChange) - len(found)
    if missing:
        yield StoreFault(StoreFaultKind.CHANGE_MISSING, count=missing)
    if unlisted:
        yield StoreFault(StoreFaultKind.CHANGE_WITHOUT_ACT, count=unlisted)


def _known(session: Session, ids: Sequence[bytes]) -> set[bytes]:
    known: set[bytes] = set()
    for start in range(0, len(ids), _PAGE):
        some = LoggedChange.id.in_(ids[start : start + _PAGE])
        known.update(session.scalars(select(LoggedChange.id).where(some)))
    return known


def all_changes(session: Session) -> Iterator[list[tuple[bytes, Change]]]:
    """Read the whole log in the order it was written, some hundred changes at a time."""
    last = 0
    while True:
        page = (
            select(LoggedChange)
            .where(LoggedChange.key > last)
            .order_by(LoggedChange.key)
            .limit(_PAGE)
        )
        rows = list(session.scalars(page))
        if not rows:
            return
        replaced = replaced_by(session, [row.id for row in rows])
        yield [(row.id, read_change(row, replaced.get(row.id, ()))) for row in rows]
        last = rows[-1].key
        session.expunge_all()


def _row_faults(session: Session, watch: Progress) -> Iterator[StoreFault]:
    models = _models()
    for number, model in enumerate(models, 1):
        watch.step(number, len(models))
        known = 0
        for rows in _pages(session, model):
            known += len(rows)
            yield from _unlike_log(session, model, rows)
        logged = select(func.count(LoggedChange.record.distinct())).where(
            LoggedChange.kind == model.kind.value
        )
        if (session.scalar(logged) or 0) > known:
            yield StoreFault(StoreFaultKind.LOG_WITHOUT_ROW, model.kind.value)


def _pages(session: Session, model: type[Record]) -> Iterator[list[Record]]:
    last = UUID(int=0)
    while True:
        query = select(model).where(model.id > last).order_by(model.id).limit(_PAGE)
        rows = list(session.scalars(query.execution_options(with_removed=True)))
        if not rows:
            return
        yield rows
        last = rows[-1].id
        session.expunge_all()


def _unlike_log(
    session: Session, model: type[Record], rows: Sequence[Record]
) -> Iterator[StoreFault]:
    ids = [row.id for row in rows]
    current, listed = current_of(session, ids), _listed_disputes(session, ids)
    for row in rows:
        if row.id not in current:
            yield StoreFault(StoreFaultKind.ROW_WITHOUT_LOG, model.kind.value)
            continue
        values = {a.key: logged_value(getattr(row, a.key)) for a in model.__mapper__.column_attrs}
        told = project(model, by_field(current[row.id]), values)
        is_alike = all(same(values[name], value) for name, value in told.values.items())
        if not is_alike or told.disputed != listed.get(row.id, set()):
            yield StoreFault(StoreFaultKind.ROW_UNLIKE_LOG, model.kind.value)


def _listed_disputes(session: Session, records: Sequence[UUID]) -> dict[UUID, set[str]]:
    """Give what is listed as disputed: a disagreement left out would never be settled."""
    found: dict[UUID, set[str]] = {}
    query = select(Dispute.record, Dispute.field).where(Dispute.record.in_(records))
    for record, field in session.execute(query):
        found.setdefault(record, set()).add(field)
    return found


def _chain_faults(session: Session, key: bytes, signed: Sequence[Signed]) -> Iterator[StoreFault]:
    points = [point for one in signed if (point := _checkpoint(one))]
    found = chain.faults(
        journal.entries(session), points, lambda line, mark: is_signed(key, line, mark)
    )
    for fault in found:
        yield StoreFault(StoreFaultKind.CHAIN, f"{fault.kind}:{fault.first}")


def chain_report(look: Reading, signed: Sequence[Signed]) -> TrailReport:
    """Follow the journal's chain from its first entry, and say how far checkpoints speak for it.

    Args:
        look: Where to look.
        signed: Checkpoints that lie outside the store.
    """
    key = verifying_key(look.info.signing_key) if look.info.signing_key else b""
    points = [point for one in signed if (point := _checkpoint(one))]
    good = [point.number for point in points if _is_ours(key, point)]
    seen = Counter[bool]()
    entries = _counted(journal.entries(look.session), seen)
    faults = tuple(chain.faults(entries, points, lambda line, mark: is_signed(key, line, mark)))
    return TrailReport(seen.total(), seen[True], faults, len(good), max(good, default=0))


def _counted(entries: Iterable[chain.Entry], seen: Counter[bool]) -> Iterator[chain.Entry]:
    """Pass entries on, and count how many were blanked."""
    for one in entries:
        seen[one.private is None] += 1
        yield one


def _is_ours(key: bytes, point: chain.Checkpoint) -> bool:
    return is_signed(key, chain.checkpoint_line(point.number, point.hash), point.signature)


def _checkpoint(signed: Signed) -> chain.Checkpoint | None:
    try:
        number, head = signed.line.decode("ascii").split()[-2:]
        return chain.Checkpoint(int(number), bytes.fromhex(head), signed.signature)
    except ValueError:  # not a checkpoint at all: it proves nothing, for or against
        return None
