"""The display itself: a window of its own, on the second screen when there is one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator.ui.screens.live_meeting.wall.face import WallFace
from coordinator.ui.screens.live_meeting.wall.shown import Shown
from coordinator.wording.translation import _

_SHARED = (1280, 720)
"""Size of the window that is shared when there is no second screen."""


class WallWindow(QWidget):
    """What the room sees; never takes the keys from whoever writes.

    Signals:
        went: It was closed, or its screen was unplugged.
    """

    went = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setWindowTitle(_("Room display"))
        self.setAccessibleName(_("Room display"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)  # noqa: FBT003 - Qt's own
        self.face = WallFace()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.face)
        self._screen: QScreen | None = None
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._leave_screen)

    def open_beside(self, main: QWidget) -> None:
        """Open on a screen where the main window is not; else as a window that can be shared."""
        here = main.screen()
        other = next((one for one in QGuiApplication.screens() if one != here), None)
        if other is None:
            self.resize(*_SHARED)
            self.show()
            return
        self._screen = other
        self.setScreen(other)
        self.setGeometry(other.geometry())
        self.showFullScreen()

    def show_this(self, shown: Shown) -> None:
        """Show this to the room."""
        self.face.show_this(shown)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.face.wipe()
        super().closeEvent(event)
        self.went.emit()

    def _leave_screen(self, screen: QScreen) -> None:
        if self._screen is not None and screen == self._screen:
            self.close()
