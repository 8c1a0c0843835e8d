"""One copy of the program for each store: the second rings, the first comes to the front.

The bell is an empty file in this user's cache; ringing it needs no network code, and it says
nothing but that somebody rang.
"""

from contextlib import suppress
from pathlib import Path

import platformdirs
from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

_FOLDER_MODE = 0o700


def bell_of(store: Path, folder: Path | None = None) -> Path:
    """Name the bell of a store; its name does not tell which store that is."""
    import hashlib  # not before the first page: no store is open there

    shared = folder or platformdirs.user_cache_path("coordinator", appauthor=False) / "bells"
    where = str(store.resolve()).encode("utf-8", "surrogateescape")
    return shared / f"{hashlib.sha256(where).hexdigest()[:24]}.bell"


def ring(bell: Path) -> bool:
    """Ask the copy that works on the store to come to the front.

    Returns:
        Whether there is a bell to ring.
    """
    if not bell.exists():
        return False
    with suppress(OSError):
        bell.write_bytes(b"." if bell.stat().st_size == 0 else b"")
        return True
    return False


class Bell(QObject):
    """Hangs while a store is open and tells when somebody rings.

    Signals:
        rang: Another copy was started on the same store.
    """

    rang = Signal()

    def __init__(self, bell: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bell = bell
        self._watch = QFileSystemWatcher(self)
        self._watch.fileChanged.connect(lambda _path: self.rang.emit())
        with suppress(OSError):  # no such folder here: then the second copy says it is busy
            bell.parent.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
            bell.write_bytes(b"")
            self._watch.addPath(str(bell))

    def take_down(self) -> None:
        """The store is closed."""
        self._watch.removePath(str(self._bell))
        with suppress(OSError):
            self._bell.unlink(missing_ok=True)
