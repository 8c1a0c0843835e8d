"""Hearing from the desktop that it was locked, so that the store is locked with it (Linux).

The desktops tell it on the bus of the session, the system's login service on its own bus. Without
a bus nothing is heard; the lock for an empty desk stays.
"""

from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

_SCREEN_SAVERS = (
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
    ("/org/mate/ScreenSaver", "org.mate.ScreenSaver"),
    ("/org/cinnamon/ScreenSaver", "org.cinnamon.ScreenSaver"),
)
_LOGIN = "org.freedesktop.login1"


class SessionLock(QObject):
    """Listens to the desktop.

    Signals:
        locked: The desktop was locked, or is about to be put to sleep.
    """

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        session = QDBusConnection.sessionBus()
        if session.isConnected():
            for path, interface in _SCREEN_SAVERS:
                session.connect(
                    "", path, interface, "ActiveChanged", self, _slot("_hear_saver(bool)")
                )
        system = QDBusConnection.systemBus()
        if system.isConnected():
            one = f"{_LOGIN}.Session"
            all_ = f"{_LOGIN}.Manager"
            system.connect(_LOGIN, "", one, "Lock", self, _slot("_hear_lock()"))
            system.connect(_LOGIN, "", all_, "PrepareForSleep", self, _slot("_hear_saver(bool)"))

    @Slot(bool)
    def _hear_saver(self, active: bool) -> None:  # noqa: FBT001 - as the bus hands it over
        if active:
            self.locked.emit()

    @Slot()
    def _hear_lock(self) -> None:
        self.locked.emit()


def _slot(name: str) -> Any:
    return SLOT(name)  # text, whatever the stubs say: bytes are refused
