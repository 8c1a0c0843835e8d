"""Erasing one record that two people agreed on: a backup, one transaction, a file written anew."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.casework.retention.deciding import check_may_go
from coordinator.casework.stores.erased_ids import (
    Marks,
    erased_among,
    mark_of,
    remember_begun,
    settle,
)
from coordinator.casework.stores.opening import Office
from coordinator.db.backups import list_backups
from coordinator.db.models import Disposal, Person
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import GuardError, StoreError
from coordinator.domain.lists.sharing import DisposalWay
from coordinator.domain.outcomes import Done
from coordinator.domain.progress import Progress
from coordinator.domain.retention import Kept, written
from coordinator.domain.roles import Right, check
from coordinator.domain.states import DisposalStatus
from coordinator.domain.stores.backups import ERASING, OLDEST_DAYS, Backup
from coordinator.vault.keyring import Keyring


def erase_record(
    office: Office, disposal: UUID, *, progress: Progress | None = None
) -> Done[bool]:
    """Erase a record that was confirmed; gives whether no page of the file holds it any more.

    A verified backup comes first; it holds the person and is named on the certificate. Where
    somebody reads meanwhile, the last pages go when the store is closed.

    Args:
        office: The open store, and who sits there.
        disposal: What was confirmed.
        progress: Of the backup, told in pages.

    Raises:
        NotPermittedError: The role neither proposes nor confirms.
        GuardError: `not-confirmed`; `record-open`, `record-kept`, `record-held`: it may no longer
            go; `erasing-tangled`, `erasing-incomplete`: it cannot be done whole, nothing went;
            `erased-at-panel`: this store is away from the panel.
        BackupError: No backup could be made; nothing went.
        MissingRecordError, WithheldError: No such record, or not theirs to see.
    """
    desk = office.desk
    check(desk.sitter.role, Right.PROPOSE_ERASING)
    with desk.read(Right.PROPOSE_ERASING) as look:
        if look.away.info is not None:
            raise GuardError("erased-at-panel")  # else the panel's own would stand
        row = look.get(Disposal, disposal)
        person = look.people.by_reference(row.reference).id
    with desk.store.reading() as look:
        _check_confirmed(row)
        check_may_go(desk, look, shown_person(desk, look, person))
    office.back_up(ERASING, progress=progress)
    backups = list_backups(office.folder.backups)
    with _marked(office, person, disposal), desk.act(Right.PROPOSE_ERASING) as tx:
        row = tx.get(Disposal, disposal)
        _check_confirmed(row)
        check_may_go(desk, tx, shown_person(desk, tx, person))
        _erase(tx, row, person, desk, backups)
        tx.journal("record.erased", record=disposal)
    return Done(_scoured(desk), tx.changes)


@contextmanager
def _marked(office: Office, person: UUID, disposal: UUID) -> Iterator[None]:
    """Keep a mark of somebody beside the database while they are erased, and after if they were.

    The mark is on the disk before anything goes. However the erasure ends, the database says what
    became of it; where the mark cannot be written anew now, that is done at the next opening.
    """
    remember_begun(office.folder, {mark_of(office.keys, person): disposal.hex})
    try:
        yield
    finally:
        with suppress(StoreError):
            settle(office.desk, office.folder)


def erase_again(desk: Desk, keys: Keyring, marks: Marks, backups: list[Backup]) -> int:
    """Erase from a store that was restored whoever was erased since its backup; gives how many.

    Nobody is asked: it was decided. The disposal is written down where the backup has none. The
    backups the store came from still hold them; the certificate names those.
    """
    with desk.store.reading() as look:
        people = [one.id for one in look.retention.everybody()]
    found = erased_among(keys, marks, people)
    for person, disposal in found:
        with desk.store.transaction(desk.stamp()) as tx:
            row = tx.get_many(Disposal, [disposal]).get(disposal)
            _erase(tx, row or _unknown(tx, desk, disposal, person), person, desk, backups)
            tx.journal("record.erased_again", record=disposal)
    if found:
        _scoured(desk)
    return len(found)


def agree_again(desk: Desk, keys: Keyring, begun: Marks) -> int:
    """List whoever was being erased when the other store ended as agreed to be; gives how many.

    Nobody can tell here whether they went. They neither come back without a word nor go a second
    time without one: whoever keeps the panel's records finishes it.
    """
    with desk.store.reading() as look:
        people = [one.id for one in look.retention.everybody()]
    found = erased_among(keys, begun, people)
    for person, disposal in found:
        with desk.store.transaction(desk.stamp()) as tx:
            row = tx.get_many(Disposal, [disposal]).get(disposal)
            row = row or _unknown(tx, desk, disposal, person)
            row.status = DisposalStatus.CONFIRMED
            tx.journal("record.agreed_again", record=disposal)
    return len(found)


def last_day_of(backup: Backup) -> date:
    """Give the day by which a backup in the store's own folder is gone at the latest."""
    return (backup.made + timedelta(days=OLDEST_DAYS)).date()


def _erase(
    tx: Transaction, row: Disposal, person: UUID, desk: Desk, backups: list[Backup]
) -> None:
    words = tx.retention.words_of(person)
    papers = tx.retention.papers_out(person)
    done = tx.erase(person)
    texts = tx.retention.naming(words)
    kept = Kept(
        tuple((one.made.date(), one.reason, last_day_of(one)) for one in backups), texts, papers
    )
    row.status, row.done_at = DisposalStatus.DONE, desk.now()
    row.rows, row.journal_entries = done.rows, len(done.entries)
    row.backups = written(kept)


def _unknown(tx: Transaction, desk: Desk, disposal: UUID, person: UUID) -> Disposal:
    """Write down a disposal that the backup is older than."""
    found = tx.session.get(Person, person, execution_options={"with_removed": True})
    return tx.add(
        Disposal(
            id=disposal,
            reference=found.reference if found else "",
            proposed_on=desk.today(),
            proposed_by_id=desk.sitter.professional,
            confirmed_on=desk.today(),
            way=DisposalWay.IN_PROGRAM,
        )
    )


def _check_confirmed(row: Disposal) -> None:
    if row.status is not DisposalStatus.CONFIRMED:
        raise GuardError("not-confirmed")


def _scoured(desk: Desk) -> bool:
    try:
        return desk.store.scour()
    except StoreError:  # it is erased; what is left in freed pages goes when the store is closed
        return False
