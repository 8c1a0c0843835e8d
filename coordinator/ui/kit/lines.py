"""A line that is typed in a room: kept as typed, done with Enter, emptied with Escape."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from coordinator.ui.kit.undoing import is_idle_undo

_SETTLE_MS = 400  # how long what is typed may be in the window only


class Line(QLineEdit):
    """One line of words.

    Signals:
        changed: What stands there now, at each key (str).
        settled: The same a few times a second, and when the keys leave: for keeping (str).
        entered: Enter was pressed (str).
        emptied: Escape was pressed; nothing stands there any more.
        number_pressed: Alt and a digit: something offered below is chosen, 1 is the first (int).
    """

    changed = Signal(str)
    settled = Signal(str)
    entered = Signal(str)
    emptied = Signal()
    number_pressed = Signal(int)

    def __init__(self, name: str, hint: str = "", *, field: str = "") -> None:
        """Make a line.

        Args:
            name: For screen readers.
            hint: An example, shown while nothing is typed.
            field: Its permanent name, under which the keys come back here after a crash.
        """
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setProperty("field", field)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._settling.timeout.connect(lambda: self.settled.emit(self.text()))
        self.textEdited.connect(self._edited)
        self.returnPressed.connect(self._enter)

    def fill(self, text: str) -> None:
        """Show other words; nobody is told that they should be kept."""
        self._settling.stop()
        if text != self.text():
            self.setText(text)
            self.changed.emit(text)

    def empty(self) -> None:
        """Take the words away for good: nothing of them is kept."""
        self.fill("")
        self.settled.emit("")

    def show_wrong(self, *, wrong: bool) -> None:
        """Mark the line as the one that is objected to."""
        if self.property("wrong") == str(wrong).lower():
            return  # asked at every key
        self.setProperty("wrong", str(wrong).lower())
        self.style().unpolish(self)
        self.style().polish(self)

    def _edited(self, text: str) -> None:
        self.changed.emit(text)
        if not self._settling.isActive():
            self._settling.start()

    def _enter(self) -> None:
        self._settle_now()  # Enter may lead to a question only: the words have to be kept
        self.entered.emit(self.text())

    def _settle_now(self) -> None:
        if self._settling.isActive():
            self._settling.stop()
            self.settled.emit(self.text())

    def event(self, event: QEvent) -> bool:
        """Let go of the key for undoing when nothing typed here is left to be undone."""
        if is_idle_undo(event, is_available=self.isUndoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.fill("")
            self.settled.emit("")
            self.emptied.emit()
            return
        digit = event.key() - Qt.Key.Key_0
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and 1 <= digit <= 9:  # noqa: PLR2004
            self.number_pressed.emit(digit)
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._settle_now()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._settle_now()


class KeptLine(Line):
    """A line that Escape leaves as it is typed: the question is let go, the words are kept.

    Signals:
        let_go: Escape was pressed.
    """

    let_go = Signal()

    def show_text(self, text: str) -> None:
        """Show other words; nobody is told."""
        self.blockSignals(True)  # noqa: FBT003 - Qt takes it so
        self.fill(text)
        self.blockSignals(False)  # noqa: FBT003 - Qt takes it so

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.let_go.emit()
            return
        super().keyPressEvent(event)
