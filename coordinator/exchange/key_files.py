"""Our sealing key as a file of its own, for the day the program is not there."""

from pathlib import Path
from typing import Final

from coordinator.casework.away.key_leaving import take_key_out
from coordinator.casework.stores.opening import Office
from coordinator.runtime.writing import free_path, target_faults, write_atomically

_OF_ID: Final = 8  # digits of the identity in a file's name, as in that of a card


def save_key_file(office: Office, folder: Path, *, passphrase: str, reason: str) -> Path:
    """Write our sealing keys into a folder, under a passphrase, in one act; gives where.

    The file is for its owner's eyes alone, and whole or not there; so is the line in the journal.

    Raises:
        ExportTargetError: No room or no right there.
        CoordinatorError: As `take_key_out`.
    """
    target: Path | None = None
    try:
        with take_key_out(office, passphrase=passphrase, reason=reason) as leaving:
            with target_faults(folder):
                folder.mkdir(parents=True, exist_ok=True)
                path = free_path(folder / f"key-{leaving.identity[:_OF_ID]}.age")
                write_atomically(path, leaving.sealed)
            target = path
    except BaseException:
        if target is not None:  # it could not be written down that it left
            target.unlink(missing_ok=True)
        raise
    return target
