"""Passphrases as somebody at the desk changes them: what is typed first is tried first."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from coordinator.casework.directory.professionals import add_professional
from coordinator.casework.stores.opening import Office
from coordinator.casework.stores.users import (
    NewMaster,
    add_user,
    change_master_key,
    give_passphrase,
    new_recovery_code,
    remove_user,
)
from coordinator.domain.errors import InvalidFieldsError, MissingRecordError, WeakPassphraseError
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.progress import Progress
from coordinator.domain.roles import Right, Role, check
from coordinator.domain.texts import is_blank
from coordinator.vault.access import passphrase_slots
from coordinator.vault.keyring import slot_of
from coordinator.vault.passphrases import check_passphrase
from coordinator.vault.recovery import new_code

USERS = Changes(frozenset({RecordKind.USER}))
"""What a change of the ways in touches: users are never in the log, so nobody else tells it."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who is not in the directory yet."""

    name: str = field(repr=False)
    agency: UUID
    job: str = ""


def came_by_code(office: Office) -> bool:
    """Whether the store was opened with the recovery code, so that nobody knows a passphrase."""
    return office.keys.slot_id not in passphrase_slots(office.keys.document)


def draft_code() -> str:
    """Make a recovery code that opens nothing yet, to be noted before it takes over."""
    return new_code()


def take_code(office: Office, code: str) -> None:
    """Let a code that was noted open the store; the one before stops working.

    Raises:
        NotPermittedError: The role may not manage users.
        RecoveryCodeError: There is a slip in it.
    """
    new_recovery_code(office, code)


def remove_with_reason(office: Office, user: UUID, reason: str) -> None:
    """Remove a user, saying why.

    Raises:
        InvalidFieldsError: `reason` is `required`.
        LastKeyError, MissingRecordError, NotPermittedError: As `remove_user`.
    """
    if is_blank(reason):
        raise InvalidFieldsError({"reason": "required"})
    remove_user(office, user, reason=reason.strip())


def change_master(
    office: Office, typed: Mapping[UUID, str], code: str, progress: Progress
) -> NewMaster:
    """Give the store a new master key, with the passphrases and the code people have.

    Raises:
        InvalidFieldsError: A passphrase is not its user's of now.
        CoordinatorError: As `change_master_key`; the store is as it was.
    """
    check_present(office, typed)
    return change_master_key(office, typed, code=code, progress=progress)


def add_newcomer(office: Office, who: Newcomer, role: Role, passphrase: str) -> Done[UUID]:
    """Put somebody in the directory and let them open the store.

    The passphrase is tried first: nobody is left in the directory for want of a better one.

    Raises:
        NotPermittedError, WeakPassphraseError: As `add_user`.
        InvalidFieldsError, GuardError, MissingRecordError: As `add_professional`.
    """
    check(office.desk.sitter.role, Right.MANAGE_USERS)
    _check_new(office, passphrase)
    made = add_professional(
        office.desk, name=who.name.strip(), agency_id=who.agency, job=who.job.strip(), role=role
    )
    user = add_user(office, made.result, role, passphrase)
    kinds, records = made.changes.kinds | USERS.kinds, made.changes.records
    return Done(user, Changes(kinds, records))


def change_own_passphrase(office: Office, present: str, passphrase: str) -> None:
    """Change the passphrase of whoever sits at the desk.

    Args:
        office: The open store.
        present: Theirs of now; it must open the store. Not asked for after the recovery code.
        passphrase: From now on.

    Raises:
        InvalidFieldsError: `present` is `wrong-passphrase`; the new one is the `same`.
        WeakPassphraseError: Too easy, or somebody else's.
        MissingRecordError: Whoever sits there is no user of the store any more.
    """
    me = _own_user(office)
    if not came_by_code(office):
        check_present(office, {me: present}, {me: "present"})
        if present == passphrase:
            raise InvalidFieldsError({"passphrase": "same"})
    give_passphrase(office, me, passphrase)


def check_present(
    office: Office, typed: Mapping[UUID, str], names: Mapping[UUID, str] | None = None
) -> None:
    """Refuse passphrases that do not open the store for the users they are said to be of.

    Args:
        office: The open store.
        typed: By user.
        names: What the fields are called; the users' ids when not given.

    Raises:
        InvalidFieldsError: Each that does not is `wrong-passphrase`.
        MissingRecordError: No such user.
    """
    with office.desk.store.reading() as look:
        slots = {user: look.local.user(user).slot for user in typed}
    wrong = {
        names[user] if names else str(user): "wrong-passphrase"
        for user, words in typed.items()
        if slots[user] is None or slot_of(office.keys.document, words) != slots[user]
    }
    if wrong:
        raise InvalidFieldsError(wrong)


def check_apart(office: Office, passphrase: str) -> None:
    """Refuse a passphrase for a file that leaves, in a demo too; a file is tried at leisure.

    Raises:
        WeakPassphraseError: Too easy, or it `opens-store`.
    """
    check_passphrase(passphrase)
    if slot_of(office.keys.document, passphrase) is not None:
        raise WeakPassphraseError("opens-store")


def _check_new(office: Office, passphrase: str) -> None:
    if not office.is_demo:
        check_passphrase(passphrase)
    if slot_of(office.keys.document, passphrase) is not None:
        raise WeakPassphraseError("taken")


def _own_user(office: Office) -> UUID:
    me = office.desk.sitter.professional
    with office.desk.store.reading() as look:
        for user in look.local.users():
            if user.professional_id == me:
                return user.id
    raise MissingRecordError(what="user", key=str(me))
