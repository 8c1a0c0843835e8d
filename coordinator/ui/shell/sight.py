"""Keeping a window where it can be seen: on a screen that is there, no larger than it."""

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_GRIP = 80  # so much of a window's head has to be on a screen to be taken hold of


def bring_into_sight(window: QWidget) -> None:
    """Move a window that no screen shows to the first one; make it no larger than its screen."""
    rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if not rooms:
        return
    place = window.geometry()
    room = next((one for one in rooms if _can_be_held(place, one)), None)
    wide, high = (room or rooms[0]).size().toTuple()
    size = min(place.width(), wide), min(place.height(), high)
    if room is None:
        window.setGeometry(QRect(rooms[0].topLeft(), place.size()))
    if size != (place.width(), place.height()):
        window.resize(*size)


def stay_in_sight(window: QWidget) -> QObject:
    """Bring a window back when its screen is unplugged; gives what watches over it."""
    watch = QTimer(window)
    watch.setSingleShot(True)
    watch.setInterval(0)  # the system moves windows itself first, if it does
    watch.timeout.connect(lambda: bring_into_sight(window))
    app = QGuiApplication.instance()
    if isinstance(app, QGuiApplication):
        app.screenRemoved.connect(watch.start)
    return watch


def _can_be_held(place: QRect, room: QRect) -> bool:
    head = QRect(place.left(), place.top(), place.width(), _GRIP)
    seen = head.intersected(room)
    return seen.width() >= _GRIP and seen.height() >= _GRIP // 2
