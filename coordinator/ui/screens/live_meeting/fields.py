"""Where the keys are on the screen, by permanent names; and bringing them back there."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from coordinator.ui.kit.lending import lend_keys
from coordinator.ui.kit.theme import px

FIELD = "field"
_OF_ITEM = "item."
_AROUND = 140  # seen above and below where the keys are: the question, and what is understood


_MOVES = {QEvent.Type.Resize, QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}
"""What may come between the eyes and the keys: the page grew above them, or was scrolled away."""


class Fields(QObject):
    """Watches which named widget of a page has the keys, and that it stays in sight."""

    def __init__(self, page: QWidget, at_field: Callable[[str], None]) -> None:
        super().__init__(page)
        self._page, self._at_field = page, at_field
        self._focused: QWidget | None = None
        self._sheet: QWidget | None = None
        self._soon = QTimer(self)  # once everything has its place
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._stay)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._look)

    def go_to(self, name: str) -> bool:
        """Put the keys on a widget by its name; gives whether it is there."""
        for one in self._page.findChildren(QWidget):
            if name and one.property(FIELD) == name and one.isVisibleTo(self._page):
                lend_keys(self._page, one)
                one.setFocus()
                return True
        return False

    def stay_with_lines(self, usual: str) -> None:
        """Another item is being opened: keys in a text of the one before go to the usual field."""
        focused: QWidget | None = self._page.window().focusWidget()
        name = str(focused.property(FIELD) or "") if focused is not None else ""
        if name.startswith(_OF_ITEM):
            self.go_to(usual)

    def has_keys(self) -> bool:
        """Whether the keys are anywhere on the page, or will be when its window has them."""
        focused: QWidget | None = self._page.window().focusWidget()
        return focused is not None and self._page.isAncestorOf(focused)

    def _look(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._page.isAncestorOf(now):
            return
        if name := now.property(FIELD):
            lend_keys(self._page, now)  # who comes back to the page comes back here
            self._at_field(str(name))
        self._watch(now)
        QTimer.singleShot(0, self, partial(_show, now))  # once it has its place

    def _watch(self, now: QWidget) -> None:
        area = _around(now)
        sheet = area.widget() if area is not None else None
        for one in (self._focused, self._sheet):
            if one is not None and isValid(one):
                one.removeEventFilter(self)
        self._focused, self._sheet = now, sheet
        for one in (now, sheet):
            if one is not None:
                one.installEventFilter(self)

    def _stay(self) -> None:
        """Keep the keys in sight; what is larger than the page scrolls by itself."""
        one = self._focused
        if one is None or not isValid(one) or not one.hasFocus():
            return
        area = _around(one)
        if area is not None and one.height() < area.viewport().height():
            _show(one)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._soon.start()
        return False


def _show(focused: QWidget) -> None:
    """Scroll to where the keys are: only Tab does that by itself."""
    if isValid(focused) and (around := _around(focused)) is not None:
        around.ensureWidgetVisible(focused, 0, px(_AROUND))


def _around(one: QWidget) -> QScrollArea | None:
    around = one.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around
