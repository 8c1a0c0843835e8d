"""Making a store: a fresh folder, new keys, what stands in it from the first day.

The key file is written last, in one step: until then there is no store, and what is cut short
leaves no trace.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.stores.erased_ids import knower
from coordinator.casework.stores.opening import Office, Source, mark_as_demo
from coordinator.db.journal import Stamp
from coordinator.db.keys import keyspec_of
from coordinator.db.migrating import make_database
from coordinator.db.models import Agency, Panel, Professional, StoreInfo, User
from coordinator.db.store import Store
from coordinator.domain.errors import StoreExistsError
from coordinator.domain.lists.agencies import AgencyKind, Marking
from coordinator.domain.roles import Role
from coordinator.runtime.folders import StoreFolder
from coordinator.runtime.locks import StoreLock
from coordinator.runtime.places import check_place
from coordinator.runtime.writing import store_faults
from coordinator.vault.costs import USUAL_COST, Cost
from coordinator.vault.keyring import Keyring
from coordinator.vault.making import new_keys
from coordinator.vault.signing import new_signing_key


@dataclass(frozen=True, slots=True)
class NewStore:
    """What somebody says about a panel when its store is made, and who they are."""

    panel: str
    prefix: str
    agency: str
    person: str
    passphrase: str
    area: str = ""
    job: str = ""
    role: Role = Role.COORDINATOR
    agency_kind: AgencyKind = AgencyKind.COMMUNITY_SAFETY
    marking: Marking = Marking.OFFICIAL_SENSITIVE
    quorum: int = 3
    is_demo: bool = False

    def __repr__(self) -> str:
        return "NewStore(hidden)"


@dataclass(frozen=True, slots=True)
class Founding:
    """How a store is made: whose passphrase opens it, and how dear a guess at it is.

    A demo's passphrase may be weak, and its folder says that everybody in it is made up.
    """

    passphrase: str
    cost: Cost = USUAL_COST
    is_demo: bool = False

    def __repr__(self) -> str:
        return "Founding(hidden)"


Furnishing = Callable[[Store, Keyring, Source], Sitter]
"""Write what a new store holds on its first day; say who sits down in it."""


def make_store(
    path: Path, new: NewStore, *, source: Source | None = None, cost: Cost = USUAL_COST
) -> tuple[Office, str]:
    """Make a panel's store and sit down in it.

    Returns, raises:
        As `found_store`.
    """
    return found_store(
        path,
        Founding(new.passphrase, cost, new.is_demo),
        lambda store, keys, source: _furnish(store, new, keys, source),
        source or Source(),
    )


def found_store(
    path: Path, founding: Founding, furnish: Furnishing, source: Source
) -> tuple[Office, str]:
    """Make a store, let it be furnished, and sit down in it.

    Returns:
        The open office, and the recovery code: shown once, kept nowhere.

    Raises:
        StoreExistsError: Something lies in the folder.
        StorePlaceError: It is on a network or copied to a cloud.
        WeakPassphraseError: The passphrase is too easy.
        StoreFullError, StoreReadOnlyError: It cannot be written.
    """
    folder = StoreFolder(path)
    if not folder.is_fresh():
        raise StoreExistsError
    check_place(path)
    made = new_keys([founding.passphrase], cost=founding.cost, weak_allowed=founding.is_demo)
    with in_the_making(folder) as lock:
        database = folder.database(made.keys.document.database)
        make_database(database, keyspec_of(made.keys))
        store = Store(database, keyspec_of(made.keys))
        try:
            sitter = furnish(store, made.keys, source)
            if founding.is_demo:
                _note_demo(folder)
            made.keys.save(folder)
        except BaseException:
            store.close()
            raise
    store.was_erased = knower(made.keys, folder)
    desk = Desk(store, sitter, now=source.now, random=source.random)
    return Office(folder, lock, made.keys, desk, founding.is_demo), made.recovery_code


@contextmanager
def in_the_making(folder: StoreFolder) -> Iterator[StoreLock]:
    """Make a store in a fresh folder: what fails half way, or is cut short, leaves no trace.

    The block saves the key file last. The lock is held on after it.
    """
    folder.make()
    lock = StoreLock(folder)
    lock.acquire()
    try:
        folder.begin()
        yield lock
        folder.finish()
    except BaseException:
        folder.clear()
        lock.release()
        raise


def new_info(keys: Keyring, source: Source, panel: UUID, *, is_demo: bool = False) -> StoreInfo:
    """Say what a new store is: whose keys open it, which panel's, and its own signing key."""
    return StoreInfo(
        key=1,
        store_id=UUID(keys.document.store_id),
        install_id=source.new_id(),
        panel_id=panel,
        key_generation=keys.document.generation,
        signing_key=new_signing_key(),
        is_demo=is_demo,
        made_at=source.now(),
    )


def first_user(keys: Keyring, source: Source, me: UUID, role: Role) -> User:
    """Give whoever makes a store the way in that their passphrase opened."""
    return User(
        id=source.new_id(),
        slot=keys.slot_id,
        professional_id=me,
        role=role,
        added_at=source.now(),
    )


def _note_demo(folder: StoreFolder) -> None:
    with store_faults():
        mark_as_demo(folder)


def _furnish(store: Store, new: NewStore, keys: Keyring, source: Source) -> Sitter:
    """Write the panel, its first agency and the person who made the store."""
    me, agency_id, panel_id = source.new_id(), source.new_id(), source.new_id()
    stamp = Stamp(me, source.now(), source.new_id(), source.random)
    with store.transaction(stamp) as tx:
        tx.session.add(new_info(keys, source, panel_id, is_demo=new.is_demo))
        tx.session.add(first_user(keys, source, me, new.role))
        tx.add(Agency(id=agency_id, name=new.agency, agency_kind=new.agency_kind))
        tx.session.flush()
        tx.add(
            Professional(id=me, name=new.person, job=new.job, agency_id=agency_id, role=new.role)
        )
        tx.session.flush()
        tx.add(_panel(new, panel_id, me))
        tx.journal("store.made", record=panel_id)
    return Sitter(me, new.role, agency_id)


def _panel(new: NewStore, panel_id: UUID, me: UUID) -> Panel:
    return Panel(
        id=panel_id,
        name=new.panel,
        area=new.area,
        prefix=new.prefix.strip().upper(),
        marking=new.marking,
        quorum=new.quorum,
        coordinator_id=me if new.role is Role.COORDINATOR else None,
        chair_id=me if new.role is Role.CHAIR else None,
    )
