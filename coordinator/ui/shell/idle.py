"""Noticing that nobody is there: no key and no pointer for a while."""

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
_MINUTE_MS = 60_000
_DESERTED_MIN = 30
"""A meeting that is live is locked no sooner."""
_REST_MS = 1_000
"""After a sign of life nothing is watched for so long, and the time counts from its end: the watch
hears of everything that goes on in the program, which would slow down all that a key begins."""


class IdleWatch(QObject):
    """Watches the whole program for a sign of life, between start and stop.

    Signals:
        idle: There was none for the time that was set.
        deserted: There was none for half an hour, nor for the time that was set.
    """

    idle = Signal()
    deserted = Signal()

    def __init__(self, parent: QObject, after_min: int) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fall_idle)
        self._longer = QTimer(self)
        self._longer.setSingleShot(True)
        self._longer.timeout.connect(self.deserted)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._watch_again)
        self.wait(after_min)

    def wait(self, after_min: int) -> None:
        """Wait so many minutes from now on; a watch under way begins anew."""
        self.wait_ms(after_min * _MINUTE_MS, max(_DESERTED_MIN - after_min, 0) * _MINUTE_MS)

    def wait_ms(self, first: int, then: int) -> None:
        """Wait so many milliseconds until it is idle, and so many more until it is deserted."""
        self._timer.setInterval(first)
        self._longer.setInterval(then)

    def start(self) -> None:
        """Begin to watch: somebody has unlocked."""
        self._app().installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Nothing to lock any more."""
        self._app().removeEventFilter(self)
        for one in (self._timer, self._longer, self._rest):
            one.stop()

    def _watch_again(self) -> None:
        if self._timer.isActive():
            self._timer.start()
        self._app().installEventFilter(self)

    def _fall_idle(self) -> None:
        self._longer.start()  # before anybody is told: a lock stops the watch
        self.idle.emit()

    @staticmethod
    def _app() -> QCoreApplication:
        app = QCoreApplication.instance()
        if app is None:
            raise LookupError("no application")
        return app

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_watching = self._timer.isActive() or self._longer.isActive()
        if is_watching and event.type() in _SIGNS_OF_LIFE:
            self._longer.stop()
            self._timer.start()
            self._app().removeEventFilter(self)
            self._rest.start()
        return False
