"""Locking when nobody is there: no key and no pointer for a while."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletMove,
    }
)


class IdleWatch(QObject):
    """Watches the whole program for a sign of life, between start and stop.

    Signals:
        idle: There was none for the time that was set.
    """

    idle = Signal()

    def __init__(self, parent: QObject, after_min: int) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        self.wait(after_min)

    def wait(self, after_min: int) -> None:
        """Wait so many minutes from now on; a watch under way begins anew."""
        self._timer.setInterval(after_min * 60_000)

    def start(self) -> None:
        """Begin to watch: somebody has unlocked."""
        self._app().installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Nothing to lock any more."""
        self._app().removeEventFilter(self)
        self._timer.stop()

    @staticmethod
    def _app() -> QCoreApplication:
        app = QCoreApplication.instance()
        if app is None:
            raise LookupError("no application")
        return app

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._timer.isActive() and event.type() in _SIGNS_OF_LIFE:
            self._timer.start()
        return False
