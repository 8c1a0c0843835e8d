"""Who may open the store: adding, changing and removing users; a new master key after one left.

The key file is saved first and the store follows in its act. A crash between the two leaves a slot
that opens for nobody, or a user without a slot: `ways_in` mends that when the store is opened, and
before the next step here.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.lifting import check_one_is_left
from coordinator.casework.stores.erased_ids import knower
from coordinator.casework.stores.opening import Office
from coordinator.casework.stores.ways_in import bring_together
from coordinator.db.copies import copy_database
from coordinator.db.engine import Access
from coordinator.db.keys import keyspec_of
from coordinator.db.models import Professional, User
from coordinator.db.store import Store
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import DuplicateRecordError, LastKeyError
from coordinator.domain.progress import Progress
from coordinator.domain.roles import Right, Role, check, may
from coordinator.vault.access import (
    add_passphrase,
    change_passphrase,
    remove_slot,
    renew_recovery_code,
)
from coordinator.vault.keyring import Keyring
from coordinator.vault.making import renew_master


@dataclass(frozen=True, slots=True)
class UserRow:
    """Somebody who may open the store; `has_way_in` is false until they have a passphrase."""

    id: UUID
    professional: UUID
    name: str = field(repr=False)
    role: Role
    has_way_in: bool
    added_at: datetime


@dataclass(frozen=True, slots=True)
class NewMaster:
    """What came of a new master key: the code to print, and who must be given a passphrase."""

    recovery_code: str = field(repr=False)
    without_way_in: tuple[UUID, ...] = ()


def read_users(desk: Desk) -> Sequence[UserRow]:
    """List everybody who may open the store, in the order they were added.

    Raises:
        NotPermittedError: The role may not manage users.
    """
    with desk.read(Right.MANAGE_USERS) as look:
        users = look.local.users()
        people = look.get_many(Professional, [user.professional_id for user in users])
        return [_row(user, people) for user in users]


def _row(user: User, people: Mapping[UUID, Professional]) -> UserRow:
    person = people.get(user.professional_id)
    return UserRow(
        id=user.id,
        professional=user.professional_id,
        name=person.name if person else "",
        role=user.role,
        has_way_in=user.slot is not None,
        added_at=user.added_at,
    )


def add_user(office: Office, professional: UUID, role: Role, passphrase: str) -> UUID:
    """Let somebody on file open the store with a passphrase of their own.

    Raises:
        NotPermittedError: The role may not manage users.
        MissingRecordError: No such professional.
        DuplicateRecordError: They may open it already (`user`).
        WeakPassphraseError: Too easy, or somebody else's.
    """
    desk = office.desk
    check(desk.sitter.role, Right.MANAGE_USERS)
    _mend(office)
    with desk.read(Right.MANAGE_USERS) as look:
        look.get(Professional, professional)
        if any(user.professional_id == professional for user in look.local.users()):
            raise DuplicateRecordError(rule="user", record=professional)
    keys, slot = add_passphrase(office.keys, passphrase, weak_allowed=office.is_demo)
    _save(office, keys)
    with desk.act(Right.MANAGE_USERS) as tx:
        user = User(
            id=desk.new_id(),
            slot=slot,
            professional_id=professional,
            role=role,
            added_at=desk.now(),
        )
        tx.session.add(user)
        _note_generation(tx, keys)
        tx.journal("user.added", record=professional)
    return user.id


def give_passphrase(office: Office, user_id: UUID, passphrase: str) -> None:
    """Give a user another passphrase, or a first one after a new master key.

    Everybody may change their own; other people's only whoever manages users.

    Raises:
        NotPermittedError: It is somebody else's and the role may not manage users.
        MissingRecordError: No such user.
        WeakPassphraseError: Too easy, or somebody else's.
    """
    desk = office.desk
    _mend(office)
    with desk.store.reading() as look:
        user = look.local.user(user_id)
    is_own = user.professional_id == desk.sitter.professional
    if not is_own:
        check(desk.sitter.role, Right.MANAGE_USERS)
    if user.slot is None:
        keys, slot = add_passphrase(office.keys, passphrase, weak_allowed=office.is_demo)
    else:
        slot = user.slot
        keys = change_passphrase(office.keys, slot, passphrase, weak_allowed=office.is_demo)
    _save(office, keys)
    with desk.act(Right.OWN_WAY_IN if is_own else Right.MANAGE_USERS) as tx:
        tx.local.user(user_id).slot = slot
        _note_generation(tx, keys)
        tx.journal("user.passphrase_changed", record=user.professional_id)


def remove_user(office: Office, user_id: UUID, *, reason: str = "") -> None:
    """Take somebody's way in away; offer a new master key after it.

    Whoever kept an older copy of the folder can still open that copy: only a new master key ends
    it for what is written from then on.

    Raises:
        NotPermittedError: The role may not manage users.
        MissingRecordError: No such user.
        LastKeyError: Nobody who manages users could open the store afterwards.
        GuardError: `nobody-left-to-lift`: they alone could lift what is kept about somebody.
    """
    desk = office.desk
    check(desk.sitter.role, Right.MANAGE_USERS)
    _mend(office)
    with desk.read(Right.MANAGE_USERS) as look:
        user = look.local.user(user_id)
        others = [other for other in look.local.users() if other.slot and other.id != user_id]
        check_one_is_left(look, user_id)
    if not _manage(others):
        raise LastKeyError
    keys = remove_slot(office.keys, user.slot) if user.slot else office.keys
    if user.slot:
        _save(office, keys)
    with desk.act(Right.MANAGE_USERS) as tx:
        gone = tx.local.user(user_id)
        gone.slot, gone.removed_at = None, desk.now()
        _note_generation(tx, keys)
        tx.journal("user.removed", record=user.professional_id, reason=reason)


def new_recovery_code(office: Office, code: str = "") -> str:
    """Let a new recovery code open the store; the one before stops working. Kept nowhere.

    Args:
        office: The open store.
        code: One that was shown and noted before, so that nobody is ever without a code that
            works; made here when not given.

    Raises:
        NotPermittedError: The role may not manage users.
        RecoveryCodeError: There is a slip in the code that was given.
    """
    check(office.desk.sitter.role, Right.MANAGE_USERS)
    _mend(office)
    keys, code = renew_recovery_code(office.keys, code)
    _save(office, keys)
    with office.desk.act(Right.MANAGE_USERS) as tx:
        _note_generation(tx, keys)
        tx.journal("store.recovery_code_renewed")
    return code


def change_master_key(
    office: Office,
    passphrases: Mapping[UUID, str],
    *,
    code: str = "",
    progress: Progress | None = None,
) -> NewMaster:
    """Give the store a new master key, for the users whose passphrases are typed in now.

    A backup comes first. The database is copied under the new key, and one rename of the key file
    makes the new pair the store; until then nothing has happened. Everybody else must be given a
    passphrase again.

    Args:
        office: The open store; its desk works on the new database afterwards.
        passphrases: By user; the sitter's own among them.
        code: The recovery code from now on, when it was shown and noted before.
        progress: Told in pages.

    Raises:
        NotPermittedError: The role may not manage users.
        LastKeyError: No passphrase of anybody who manages users was given.
        WeakPassphraseError: A passphrase will not do.
    """
    with office.copying:  # a backup under way ends first: it was begun with the keys of now
        return _change_master(office, passphrases, code, progress)


def _change_master(
    office: Office, passphrases: Mapping[UUID, str], code: str, progress: Progress | None
) -> NewMaster:
    desk = office.desk
    check(desk.sitter.role, Right.MANAGE_USERS)
    _mend(office)
    with desk.read(Right.MANAGE_USERS) as look:
        given = [look.local.user(user) for user in passphrases]
    if not _manage([user for user in given if user.slot]):
        raise LastKeyError
    slots = {user.slot: passphrases[user.id] for user in given}
    known = {slot: words for slot, words in slots.items() if slot}
    office.back_up("keys")
    made = renew_master(office.keys, known, code=code, weak_allowed=office.is_demo)
    before = desk.store.path
    target = office.folder.database(made.keys.document.database)
    _remove_database(office, target.name)  # half a copy of an earlier try
    copy_database(
        Access(before, desk.store.keyspec), Access(target, keyspec_of(made.keys)), progress
    )
    desk.store.close()
    made.keys.save(office.folder)
    office.keys = made.keys
    office.desk = replace(desk, store=Store(target, keyspec_of(made.keys)))
    office.desk.store.was_erased = knower(made.keys, office.folder)
    with suppress(OSError):  # still open for somebody who reads: it goes at the next opening
        _remove_database(office, before.name)
    return NewMaster(made.recovery_code, _without_way_in(office, made.lost))


def _without_way_in(office: Office, lost: frozenset[str]) -> tuple[UUID, ...]:
    with office.desk.act(Right.MANAGE_USERS) as tx:
        shut_out = [user for user in tx.local.users() if user.slot in lost]
        for user in shut_out:
            user.slot = None
        _note_generation(tx, office.keys)
        tx.journal("store.master_key_changed")
    return tuple(user.id for user in shut_out)


def _remove_database(office: Office, name: str) -> None:
    for end in ("", "-wal", "-shm"):
        office.folder.database(name + end).unlink(missing_ok=True)


def _mend(office: Office) -> None:
    office.keys = bring_together(office.desk, office.keys, office.folder)


def _manage(users: Sequence[User]) -> bool:
    """Whether somebody among them may let others in and out."""
    return any(may(user.role, Right.MANAGE_USERS) for user in users)


def _save(office: Office, keys: Keyring) -> None:
    keys.save(office.folder)
    office.keys = keys


def _note_generation(tx: Transaction, keys: Keyring) -> None:
    """Keep the key file's generation inside the store: an older one put back is then noticed."""
    tx.info.key_generation = keys.document.generation
