"""What happened and what to do next: a line that stays until dismissed, toasts, and progress."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QHideEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from coordinator.ui.kit.boxes import Part, fill, row, wide
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import label, sign
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M, S, Tone
from coordinator.wording.translation import _

_TOAST_MS = 8_000
_PATIENCE_MS = 500
_SIGNS = {
    Tone.URGENT: "triangle-alert",
    Tone.CAREFUL: "circle-alert",
    Tone.GOOD: "circle-check",
    Tone.NEUTRAL: "info",
}


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say a sentence without moving the focus."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # not before a first page

    event = QAccessibleAnnouncementEvent(widget, sentence)
    QAccessible.updateAccessibility(event)


class NoticeLine(QFrame):
    """One notice above a page, until somebody dismisses it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._what = label("", "strong", wraps=True)
        self._next = label("", wraps=True)
        self._dismiss = button(_("Dismiss"), "link", name=_("Dismiss this notice"))
        self._dismiss.clicked.connect(self.hide)
        words = QWidget()
        fill(words, self._what, self._next, gap=2)
        parts: tuple[Part, ...] = (wide(words), self._dismiss)
        box = row(*parts, gap=M)
        box.setContentsMargins(px(L), px(S), px(S), px(S))
        self.setLayout(box)
        self.hide()

    def say(self, what: str, then: str = "", tone: Tone = Tone.URGENT) -> None:
        """Show a notice instead of the one before."""
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._what.setText(what)
        self._next.setText(then)
        self._next.setVisible(bool(then))
        self.show()
        announce(self, f"{what} {then}".strip())

    @property
    def text(self) -> str:
        """What it says now; nothing when it was dismissed."""
        return "" if self.isHidden() else f"{self._what.text()} {self._next.text()}".strip()


class Toast(QFrame):
    """What was just done, with a way back; stays under the pointer and the keys, else goes."""

    def __init__(self, parent: QWidget, text: str, undo: Callable[[], object] | None) -> None:
        super().__init__(parent)
        self._around = parent
        self.setObjectName("toast")
        parts: list[Part] = [sign("circle-check", "ground"), label(text)]
        if undo is not None:
            back = button(_("Undo"), "link", name=_("Undo: {what}", what=text))
            back.clicked.connect(undo)
            back.clicked.connect(self.close)
            parts.append(back)
        box = row(*parts, gap=M)
        box.setContentsMargins(px(L), px(S), px(L), px(S))
        self.setLayout(box)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._leave)
        parent.installEventFilter(self)
        self._rise()
        announce(self, text)

    def _rise(self) -> None:
        self.adjustSize()
        self.move(0, self._around.height())  # a pointer at the top must not hold it there
        self.show()
        self._sit()
        self.raise_()
        self._timer.start(_TOAST_MS)

    def _sit(self) -> None:
        """Stand at the foot of the page; what was said before and still stands, above it."""
        others = [one for one in self._around.findChildren(Toast) if one.isVisible()]
        foot = self._around.height()
        for one in reversed(others):  # the latest first
            foot -= one.height() + px(S)
            one.move((self._around.width() - one.width()) // 2, foot - px(L) + px(S))

    def _leave(self) -> None:
        if self.underMouse() or self._holds_focus():
            self._timer.start(_TOAST_MS)
        else:
            self.close()
            self.deleteLater()

    def _holds_focus(self) -> bool:
        return any(part.hasFocus() for part in self.findChildren(QWidget))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._sit()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._sit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.start(_TOAST_MS)


class ProgressLine(QFrame):
    """How far long work is, with Cancel; shown only once it has taken half a second.

    Signals:
        cancelled: Somebody wants it stopped.
    """

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._what = label("", "strong")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = button(_("Cancel"))
        self._cancel.clicked.connect(self._stop)
        box = row(self._what, wide(self._bar), self._cancel, gap=M)
        box.setContentsMargins(px(L), px(S), px(S), px(S))
        self.setLayout(box)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        self.hide()

    def begin(self, what: str) -> None:
        """Get ready to show work; nothing is seen of what is over at once."""
        self._what.setText(what)
        self._bar.setAccessibleName(what)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self._cancel.setAccessibleName(_("Cancel: {what}", what=what))
        self._patience.start()

    def step(self, done: int, total: int) -> None:
        """Show how far it is; `total` 0 when nobody can know."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def end(self) -> None:
        """Hide again, whatever came of it."""
        self._patience.stop()
        self.hide()

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self.cancelled.emit()
