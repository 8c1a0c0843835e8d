"""A store of one's own away from the panel: made first, with an own card; the work comes later.

Until its first pack it holds nobody: a folder, a passphrase, the keys of its owner.
"""

from pathlib import Path
from uuid import UUID

from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.opening import Office, Source, in_the_making
from coordinator.db.journal import Stamp
from coordinator.db.keys import keyspec_of
from coordinator.db.migrating import make_database
from coordinator.db.models import AwayInfo, StoreInfo, User
from coordinator.db.store import Store
from coordinator.domain.errors import StoreExistsError
from coordinator.domain.roles import Role
from coordinator.runtime.folders import StoreFolder
from coordinator.runtime.places import check_place
from coordinator.vault.costs import USUAL_COST, Cost
from coordinator.vault.keyring import Keyring
from coordinator.vault.making import new_keys
from coordinator.vault.signing import new_signing_key


def start_away_store(
    path: Path,
    passphrase: str,
    *,
    source: Source | None = None,
    cost: Cost = USUAL_COST,
    weak_allowed: bool = False,
) -> tuple[Office, str]:
    """Make an empty store for somebody who takes work away, and sit down in it.

    Returns:
        The open office, and the recovery code: shown once, kept nowhere.

    Raises:
        StoreExistsError: Something lies in the folder.
        StorePlaceError: It is on a network or copied to a cloud.
        WeakPassphraseError: The passphrase is too easy.
        StoreFullError, StoreReadOnlyError: It cannot be written.
    """
    source = source or Source()
    folder = StoreFolder(path)
    if not folder.is_fresh():
        raise StoreExistsError
    check_place(path)
    made = new_keys([passphrase], cost=cost, weak_allowed=weak_allowed)
    with in_the_making(folder) as lock:
        database = folder.database(made.keys.document.database)
        make_database(database, keyspec_of(made.keys))
        store = Store(database, keyspec_of(made.keys))
        try:
            sitter = _furnish(store, made.keys, source)
            made.keys.save(folder)
        except BaseException:
            store.close()
            raise
    desk = Desk(store, sitter, now=source.now, random=source.random)
    return Office(folder, lock, made.keys, desk), made.recovery_code


def _furnish(store: Store, keys: Keyring, source: Source) -> Sitter:
    """Write what the store is; who sits there is known to the panel only with the first pack."""
    me, nowhere = source.new_id(), source.new_id()
    with store.transaction(Stamp(me, source.now(), source.new_id(), source.random)) as tx:
        tx.session.add(_info(keys, source, nowhere))
        tx.session.add(
            User(
                id=source.new_id(),
                slot=keys.slot_id,
                professional_id=me,
                role=Role.LEAD_PROFESSIONAL,
                added_at=source.now(),
            )
        )
        tx.session.add(AwayInfo(key=1))
        tx.session.flush()
        tx.journal("store.made")
    return Sitter(me, Role.LEAD_PROFESSIONAL, None)


def _info(keys: Keyring, source: Source, nowhere: UUID) -> StoreInfo:
    return StoreInfo(
        key=1,
        store_id=UUID(keys.document.store_id),
        install_id=source.new_id(),
        panel_id=nowhere,
        key_generation=keys.document.generation,
        signing_key=new_signing_key(),
        made_at=source.now(),
    )
