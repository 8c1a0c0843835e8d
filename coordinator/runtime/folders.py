"""What lies where in a store's folder, and whether the folder can be used at all."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from coordinator.domain.errors import StoreFullError, StoreReadOnlyError
from coordinator.runtime.writing import PART, is_part_folder, is_part_of, store_faults, sweep_parts

DATABASE_SUFFIX = ".db"


@dataclass(frozen=True, slots=True)
class StoreFolder:
    """The places in one store's folder. Names say nothing about the panel or its people."""

    path: Path

    @property
    def keys(self) -> Path:
        """The key file: names the database and holds the key slots."""
        return self.path / "keys.json"

    @property
    def spare_keys(self) -> Path:
        """A second copy of the key file, written right after it."""
        return self.path / "keys.json.spare"

    @property
    def backups(self) -> Path:
        """Where backups go by default; each is a folder with a database and its own key file."""
        return self.path / "backups"

    @property
    def lock(self) -> Path:
        """Held while a program works on the store."""
        return self.path / "store.lock"

    @property
    def lock_owner(self) -> Path:
        """The process number of the holder; means nothing unless the lock is held."""
        return self.path / "store.lock.owner"

    @property
    def demo_note(self) -> Path:
        """Says that the store holds made-up people only."""
        return self.path / "demo.txt"

    def database(self, name: str) -> Path:
        """The database of the name that the key file gives."""
        return self.path / name

    def databases(self) -> list[Path]:
        """Every database that lies here, by name; more than one after an unfinished key change."""
        return sorted(self.path.glob(f"*{DATABASE_SUFFIX}"))

    @property
    def unfinished(self) -> Path:
        """Lies here while a store is being made; what a crash left then is nobody's."""
        return self.path / f"store{PART}"

    def is_fresh(self) -> bool:
        """Whether nothing is here yet, so that a store may be made.

        Raises:
            StoreReadOnlyError: The folder may not even be looked into.
        """
        with store_faults():
            if not self.path.exists():
                return True
            if not self.path.is_dir():
                return False
            return self._was_given_up() or all(map(self._means_nothing, self.path.iterdir()))

    def _means_nothing(self, found: Path) -> bool:
        """Whether it is what a store that could not be made leaves: a lock, an empty folder."""
        if found == self.backups:
            return found.is_dir() and not any(found.iterdir())
        if is_part_of(found, self.lock_owner) or is_part_folder(found):
            return True
        return found in {self.lock, self.lock_owner}

    def _was_given_up(self) -> bool:
        return self.unfinished.is_file() and not self.keys.exists()

    def make(self) -> None:
        """Make the folder and its backups, closed to everybody but their owner.

        Raises:
            StoreFullError, StoreReadOnlyError: It could not be made.
        """
        with store_faults():
            for folder in (self.path, self.backups):
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                folder.chmod(0o700)

    def begin(self) -> None:
        """Note that a store is being made here; only under the lock, in a fresh folder.

        Raises:
            StoreFullError, StoreReadOnlyError: It could not be noted.
        """
        with store_faults():
            self.clear()
            self.unfinished.touch(mode=0o600)

    def finish(self) -> None:
        """The key file stands: from now on this is a store."""
        self.unfinished.unlink(missing_ok=True)

    def clear(self) -> None:
        """Remove what an unfinished store left; nothing else that lies here."""
        if not self._was_given_up():
            return
        for database in self.databases():
            for end in ("", "-wal", "-shm", "-journal"):
                database.with_name(database.name + end).unlink(missing_ok=True)
        self.spare_keys.unlink(missing_ok=True)
        self.demo_note.unlink(missing_ok=True)
        sweep_parts(self.path)

    def sweep(self) -> int:
        """Remove half-written files of an earlier crash; only under the lock. How many went."""
        with store_faults():
            return sweep_parts(self.path)


def check_writable(folder: Path) -> None:
    """Refuse a folder that cannot be written to, before any work is typed.

    Raises:
        StoreReadOnlyError: The folder or its file system is read-only.
    """
    if not os.access(folder, os.W_OK | os.X_OK) or _is_mounted_read_only(folder):
        raise StoreReadOnlyError


def _is_mounted_read_only(folder: Path) -> bool:
    if os.name == "nt":
        return False
    return bool(os.statvfs(folder).f_flag & os.ST_RDONLY)


def free_bytes(folder: Path) -> int:
    """How much this user may still write where the folder is, in bytes."""
    return shutil.disk_usage(folder).free


def check_room(folder: Path, needed: int) -> None:
    """Refuse to begin what would not fit.

    Args:
        folder: Where it would be written.
        needed: In bytes.

    Raises:
        StoreFullError: There is less room than that.
        StoreReadOnlyError: The folder cannot be asked, such as on a drive that is gone.
    """
    with store_faults():
        free = free_bytes(folder)
    if free < needed:
        raise StoreFullError
