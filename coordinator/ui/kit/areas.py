"""Texts of several lines: as high as what is in them, left with Tab, told when they are left."""

from math import ceil

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from coordinator.ui.kit.theme import px
from coordinator.ui.kit.undoing import is_idle_undo

_SETTLE_MS = 400  # how long what is typed may be in the window only
_FEWEST, _MOST = 2, 18  # lines shown
_FRAME = 26  # around the lines; less, and one line alone would scroll


class Area(QPlainTextEdit):
    """A text that grows with what is typed.

    Signals:
        typed: The text changed, told a few times a second however long somebody types on (str).
        left: The keys went elsewhere, or the page did (str).
    """

    typed = Signal(str)
    left = Signal(str)

    def __init__(self, name: str, text: str = "", *, lines: int = _FEWEST) -> None:
        super().__init__()
        self._lines = lines
        self._is_filling = self._is_typing = False
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLE_MS)
        self._settled.timeout.connect(lambda: self.typed.emit(self.text()))
        self.textChanged.connect(self._changed)
        self.fill(text)
        self._grow()

    def text(self) -> str:
        """Give what stands there."""
        return self.toPlainText()

    def fill(self, text: str) -> None:
        """Show another text; nobody is told. The same text again leaves the cursor alone.

        What was typed a moment ago and not told yet is told now, and stays.
        """
        if text == self.text():
            return
        if self._settled.isActive():
            self._settled.stop()
            self.typed.emit(self.text())
            return
        self._is_filling, self._is_typing = True, False
        self.setPlainText(text)
        self._is_filling = False

    def event(self, event: QEvent) -> bool:
        """Let go of the key for undoing when nothing typed here is left to be undone."""
        if is_idle_undo(event, is_available=self.document().isUndoAvailable()):
            if self._settled.isActive():  # the letters are back as they were: that is told first
                self._settled.stop()
                self.typed.emit(self.text())
            event.ignore()
            return False
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Say how high it is: a style that knows a least height forgets what was fixed."""
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def _changed(self) -> None:
        self._grow()
        if self._is_filling:
            return
        if not self._is_typing:
            self._is_typing = True
            self.typed.emit(self.text())  # at once: from what stood here just now, it began
        elif not self._settled.isActive():
            self._settled.start()

    def _tell_left(self) -> None:
        self._settled.stop()
        self._is_typing = False
        if not self.isReadOnly():
            self.left.emit(self.text())

    def _grow(self) -> None:
        lines = round(self.document().size().height())
        shown = max(self._lines, min(lines, _MOST))
        line = ceil(QFontMetricsF(self.font()).lineSpacing())  # a text is laid out in whole pixels
        self.setFixedHeight(line * shown + px(_FRAME))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell_left()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tell_left()  # going to another page leaves the field, whatever has the focus

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()
