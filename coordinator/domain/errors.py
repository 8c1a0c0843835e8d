"""Every way the work can be refused or fail, as one tree.

    CoordinatorError
    ├── RuleError                   the request breaks a rule; nothing was written
    │   ├── InvalidFieldsError      which fields, which rule each
    │   ├── TransitionError         the record cannot go from this status to that one
    │   ├── GuardError              the move is blocked by what is still open, or lacks something
    │   ├── ReasonNeededError       allowed, but only with a reason
    │   ├── SameWorkerError         may be a worker from whom something is kept: say whether
    │   ├── NotPermittedError       this role may not do this
    │   ├── WithheldError           this reader may not see this
    │   │   └── KeptFromReceiverError   whoever asks for it may see it, its receiver may not
    │   │   └── BasisLackingError   nobody may, until the information basis is complete
    │   ├── StaleRecordError        somebody else changed the record first
    │   └── DuplicateRecordError    there may be only one of these
    ├── MissingRecordError          no such record in this store
    │   └── SeveralFitError         more than one is called so
    ├── VaultError                  keys
    │   ├── PassphraseNeededError   nobody gave a passphrase and there is nobody to ask
    │   ├── WrongSecretError        no key slot opens with this passphrase or recovery code
    │   ├── RecoveryCodeError       the recovery code is mistyped
    │   ├── WeakPassphraseError     too easy to guess
    │   ├── KeyFileDamagedError     the key file was altered or cannot be read
    │   ├── KeyFileMissingError     there is no key file
    │   ├── KeyFileForeignError     the key file belongs to another store, or is an older one
    │   ├── KeyFileNewerError       the key file was written by a newer program
    │   ├── LastKeyError            the last passphrase or the last recovery code would go
    │   ├── SealForOthersError      sealed for nobody whose key is here, or no sealed file
    │   └── SealBrokenError         a sealed file was altered or cut short
    ├── StoreError                  the encrypted store cannot be used
    │   ├── WrongKeyError           the key does not open the database
    │   ├── StoreMissingError       there is no store in this folder
    │   ├── StoreExistsError        the folder already holds something
    │   ├── StoreBusyError          another copy of the program holds it
    │   ├── StoreDamagedError       it cannot be read back whole
    │   ├── StoreFullError          the disk has no room
    │   ├── StoreReadOnlyError      the folder cannot be written to
    │   ├── StorePlaceError         the folder is on a network or is copied to a cloud
    │   ├── StoreNewerError         a newer program wrote it
    │   ├── CipherMissingError      this process would have written in clear
    │   └── BackupError             the copy could not be made or does not check out
    ├── MergeError                  work from another install cannot be brought in
    │   ├── ChangeDamagedError      a change does not have the shape every change has
    │   ├── OddShapeError           something from elsewhere is oddly written
    │   ├── PackRefusedError        a work pack is not taken
    │   └── CardRefusedError        a contact card is not taken
    ├── FileUnreadableError         a file somebody chose is gone, locked, or no file
    ├── SheetError                  a spreadsheet that cannot be brought in
    ├── SheetCellsError             some of its cells cannot: which, and why
    ├── ExportError                 a paper could not be made
    │   ├── ExportTargetError       no room or no right where it should go
    │   ├── PrinterError            no printer took it
    │   └── ExportFontError         a bundled font is missing
    └── CancelledError              the person stopped it

An error carries facts (ids, states, field names, paths the person chose), never sentences and
never personal data: the words a person reads are made in `coordinator.wording.refusals.notices`.
Anything outside this tree is a bug.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from coordinator.domain.cell_faults import CellFault
    from coordinator.domain.kept_posts import KeptPost


class CoordinatorError(Exception):
    """Base of everything the program raises on purpose."""

    def __str__(self) -> str:
        return repr(self)  # the facts, for the log; never shown to a person


class RuleError(CoordinatorError):
    """The request breaks a rule; nothing was written."""


@dataclass(eq=False)
class InvalidFieldsError(RuleError):
    """Some fields cannot be kept as they are: field name -> the rule it breaks."""

    fields: Mapping[str, str]


@dataclass(eq=False)
class TransitionError(RuleError):
    """A record cannot go from one status to another."""

    was: StrEnum
    wanted: StrEnum


@dataclass(eq=False)
class GuardError(RuleError):
    """A move is blocked: `guard` names the rule, `count` how many records stand in its way."""

    guard: str
    count: int = 0


@dataclass(eq=False)
class ReasonNeededError(RuleError):
    """Allowed by exception only: say why. `prompts` names each rule that asks for the reason."""

    prompts: tuple[str, ...]


@dataclass(eq=False)
class SameWorkerError(RuleError):
    """Who is entered may be a worker from whom something is kept: say whether it is the same.

    Names of the directory only, never about whom something is kept. Never in a log.
    """

    name: str = field(repr=False)
    posts: tuple[KeptPost, ...] = field(repr=False)


@dataclass(eq=False)
class NotPermittedError(RuleError):
    """The role of the person at the desk does not allow this."""

    role: StrEnum
    right: StrEnum


@dataclass(eq=False)
class WithheldError(RuleError):
    """The reader may not see this record."""

    record: UUID


@dataclass(eq=False)
class KeptFromReceiverError(WithheldError):
    """Whoever this would be sent to may not see it, though its sender may."""


@dataclass(eq=False)
class BasisLackingError(WithheldError):
    """The record goes to nobody as long as the person's information basis is not complete.

    Where it is one of several, `references` names everybody it is so of and whom whoever asked
    may know of; `count` is how many they are.
    """

    references: tuple[str, ...] = field(default=(), repr=False)
    count: int = 1


@dataclass(eq=False)
class StaleRecordError(RuleError):
    """The record changed after the form was opened.

    `theirs` holds the fields both sides changed, with the value now in the store (as logged:
    text, number, yes/no or nothing), so that both can be shown side by side.
    """

    record: UUID
    seen: int
    found: int
    theirs: Mapping[str, object] = field(default_factory=dict, repr=False)  # never in a log


@dataclass(eq=False)
class DuplicateRecordError(RuleError):
    """There may be only one of these: `rule` names which, `record` the one that stands."""

    rule: str
    record: UUID | None = None


@dataclass(eq=False)
class MissingRecordError(CoordinatorError):
    """No such record in this store: `what` is its kind, `key` the reference that was asked for."""

    what: str
    key: str


@dataclass(eq=False)
class SeveralFitError(MissingRecordError):
    """What was asked for fits several records: `fits` says which, to choose one of them.

    Agencies and colleagues only: whoever asked may read the directory. Never in a log.
    """

    fits: tuple[str, ...] = field(repr=False)


class VaultError(CoordinatorError):
    """Something is wrong with the keys."""


class PassphraseNeededError(VaultError):
    """Nobody gave a passphrase, and there is no terminal to ask at."""


class WrongSecretError(VaultError):
    """No key slot opens with this; the key file may be damaged instead."""


class RecoveryCodeError(VaultError):
    """The recovery code has a slip in it: its check characters do not match."""


@dataclass(eq=False)
class WeakPassphraseError(VaultError):
    """Too easy to guess (`rule`: `short`, `common`, `repeated`), or another's (`taken`).

    `opens-store`: of a file that leaves, which the store's own must not open.
    """

    rule: str


class KeyFileDamagedError(VaultError):
    """The key file was altered or cannot be read."""


class KeyFileMissingError(VaultError):
    """There is no key file in the folder."""


class KeyFileForeignError(VaultError):
    """The key file belongs to another store, or is an older one put back."""


class KeyFileNewerError(VaultError):
    """A newer program wrote the key file."""


class LastKeyError(VaultError):
    """Nobody could open the store afterwards."""


class SealForOthersError(VaultError):
    """Sealed for nobody whose key is here; or not a sealed file, which nobody can tell apart."""


class SealBrokenError(VaultError):
    """A sealed file was altered or cut short."""


class StoreError(CoordinatorError):
    """The encrypted store cannot be used as it is."""


class WrongKeyError(StoreError):
    """The key does not open the database, or its first page is damaged."""


class StoreMissingError(StoreError):
    """There is no store in this folder."""


class StoreExistsError(StoreError):
    """The folder already holds something; nothing is ever written over."""


@dataclass(eq=False)
class StoreBusyError(StoreError):
    """Another copy of the program works on it; `owner` is its process number, 0 when unknown."""

    owner: int = 0


class StoreDamagedError(StoreError):
    """It cannot be read back whole."""


class StoreFullError(StoreError):
    """The disk has no room for the change."""


class StoreReadOnlyError(StoreError):
    """The folder or the file cannot be written to."""


@dataclass(eq=False)
class StorePlaceError(StoreError):
    """No place to work in: `kind` is `network` or `cloud`."""

    kind: str


@dataclass(eq=False)
class StoreNewerError(StoreError):
    """A newer program wrote it; both schema numbers, ours and the store's."""

    ours: int
    found: int


class CipherMissingError(StoreError):
    """The SQLite in this process has no encryption; nothing was written."""


@dataclass(eq=False)
class BackupError(StoreError):
    """A copy could not be made or does not check out: `fault` names what failed."""

    fault: str


class MergeError(CoordinatorError):
    """Work from another install cannot be brought in."""


@dataclass(eq=False)
class ChangeDamagedError(MergeError):
    """A change does not have the shape every change has: `part` names what is wrong with it."""

    part: str


class OddShapeError(MergeError):
    """Something from elsewhere is not written as it should be; its reader says what it is."""


@dataclass(eq=False)
class PackRefusedError(MergeError):
    """A work pack is not taken; nothing of it was used.

    Attributes:
        fault: A `PackFault`.
        sender: An identity, where it is known.
    """

    fault: StrEnum
    sender: str | None = None


@dataclass(eq=False)
class CardRefusedError(MergeError):
    """A contact card is not taken: `fault` is a `CardFault`."""

    fault: StrEnum


@dataclass(eq=False)
class FileUnreadableError(CoordinatorError):
    """A file somebody chose is gone, locked, or no file."""

    path: Path


@dataclass(eq=False)
class SheetError(CoordinatorError):
    """A spreadsheet that cannot be brought in: `fault` names why (told in `wording.refusals`)."""

    path: Path
    fault: str
    details: tuple[str, ...] = ()


@dataclass(eq=False)
class SheetCellsError(CoordinatorError):
    """A spreadsheet came back with cells nobody can take as they are; nothing of it is."""

    path: Path
    faults: tuple[CellFault, ...]


class ExportError(CoordinatorError):
    """A paper could not be made."""


@dataclass(eq=False)
class ExportTargetError(ExportError):
    """The paper could not be written where it should go."""

    path: Path


@dataclass(eq=False)
class PrinterError(ExportError):
    """No printer took the paper: `fault` is `none` (there is no printer) or `refused`."""

    fault: str


@dataclass(eq=False)
class ExportFontError(ExportError):
    """A bundled font cannot be found: the installation is not whole."""

    name: str


class CancelledError(CoordinatorError):
    """The person stopped it; nothing was kept."""
