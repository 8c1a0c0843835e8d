"""Who was erased, remembered outside the database: no backup brings them back without a word.

A file beside the database holds a keyed hash of each id. It is written before the erasure is
done, as one that was begun, so that a crash at any moment leaves the mark of whatever went. Which
of the two it was, the disposal in the database says: at once when the program lives on, else when
the store is opened next, the mark counts as done or is dropped.
"""

import json
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.db.models import Disposal
from coordinator.db.transaction import Reading
from coordinator.domain.errors import KeyFileDamagedError
from coordinator.domain.states import DisposalStatus
from coordinator.runtime.folders import StoreFolder
from coordinator.runtime.writing import store_faults, write_atomically
from coordinator.vault.keyring import Keyring

Marks = dict[str, str]
"""The keyed hash of somebody's id -> the id of the disposal it belongs to."""


def file_of(folder: StoreFolder) -> Path:
    """Where it is kept: beside the database, so that no backup of that holds it."""
    return folder.path / "erased.json"


def mark_of(keys: Keyring, person: UUID) -> str:
    """Give the keyed hash of an id, as the file keeps it."""
    return keys.erased_mark(person.bytes).hex()


def read_marks(folder: StoreFolder) -> Marks:
    """Read who was erased, or is just being; nobody where there is no file.

    Raises:
        KeyFileDamagedError: The file cannot be read: nobody could tell who must stay away.
    """
    return _read(folder)[0]


def read_begun(folder: StoreFolder) -> Marks:
    """Read of whom only the database can tell whether they are erased: a crash came between.

    Raises:
        KeyFileDamagedError: The file cannot be read.
    """
    marks, begun = _read(folder)
    return {mark: marks[mark] for mark in begun}


def _read(folder: StoreFolder) -> tuple[Marks, frozenset[str]]:
    if not file_of(folder).is_file():
        return {}, frozenset()
    try:
        read = json.loads(file_of(folder).read_bytes())["erased"]
        marks = {str(one["mark"]): str(one["disposal"]) for one in read}
        return marks, frozenset(str(one["mark"]) for one in read if one.get("begun"))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise KeyFileDamagedError from None


def remember(folder: StoreFolder, marks: Marks) -> None:
    """Add to who was erased.

    Raises:
        StoreFullError, StoreReadOnlyError: It could not be written; nothing was.
    """
    known, begun = _read(folder)
    _write(folder, known | marks, begun - marks.keys())


def remember_begun(folder: StoreFolder, marks: Marks) -> None:
    """Add to who is just being erased; whoever writes it settles it.

    Raises:
        StoreFullError, StoreReadOnlyError: It could not be written; nothing was.
    """
    known, begun = _read(folder)
    _write(folder, known | marks, begun | marks.keys())


def settle(desk: Desk, folder: StoreFolder) -> None:
    """Say of erasures that were begun whether they were done; drop the marks of those never done.

    A file that cannot be read is left as it is: the store opens, and nothing is merged into it.
    """
    try:
        marks, begun = _read(folder)
    except KeyFileDamagedError:
        return
    if not marks:
        return
    with desk.store.reading() as look:
        standing = {mark: one for mark, one in marks.items() if not _was_given_up(look, one)}
    if standing != marks or begun:
        _write(folder, standing, frozenset())


def knower(keys: Keyring, folder: StoreFolder) -> Callable[[UUID], bool]:
    """Give what tells whether somebody of this id was erased here."""

    def knows(person: UUID) -> bool:
        marks = read_marks(folder)
        return bool(marks) and mark_of(keys, person) in marks

    return knows


def erased_among(keys: Keyring, marks: Marks, people: Iterable[UUID]) -> list[tuple[UUID, UUID]]:
    """Give those of these people who were erased, with the disposal each belongs to."""
    known = ((person, marks.get(mark_of(keys, person))) for person in (people if marks else ()))
    return [(person, UUID(hex=disposal)) for person, disposal in known if disposal]


def _was_given_up(look: Reading, disposal: str) -> bool:
    row = look.get_many(Disposal, [UUID(hex=disposal)]).get(UUID(hex=disposal))
    return row is not None and row.status is not DisposalStatus.DONE


def _write(folder: StoreFolder, marks: Marks, begun: Collection[str]) -> None:
    listed: list[dict[str, object]] = [
        {"mark": mark, "disposal": marks[mark], **({"begun": True} if mark in begun else {})}
        for mark in sorted(marks)
    ]
    with store_faults():
        write_atomically(file_of(folder), json.dumps({"erased": listed}, indent=1).encode())
