"""What lies where in a store's folder, and whether the folder can be used at all."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from coordinator.domain.errors import StoreFullError, StoreReadOnlyError
from coordinator.runtime.writing import store_faults, sweep_parts

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

    def database(self, name: str) -> Path:
        """The database of the name that the key file gives."""
        return self.path / name

    def databases(self) -> list[Path]:
        """Every database that lies here, by name; more than one after an unfinished key change."""
        return sorted(self.path.glob(f"*{DATABASE_SUFFIX}"))

    def is_fresh(self) -> bool:
        """Whether nothing is here yet, so that a store may be made."""
        return not self.path.exists() or (self.path.is_dir() and not any(self.path.iterdir()))

    def make(self) -> None:
        """Make the folder and its backups, closed to everybody but their owner.

        Raises:
            StoreFullError, StoreReadOnlyError: It could not be made.
        """
        with store_faults():
            for folder in (self.path, self.backups):
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                folder.chmod(0o700)

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
    """
    if free_bytes(folder) < needed:
        raise StoreFullError
