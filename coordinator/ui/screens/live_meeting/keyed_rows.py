"""Rows of which one is under the keys: it stays there when the rows are shown again.

One place for the focus however many rows there are, so that nothing is lost when they change; what
belongs to the row under the keys is shown below it.
"""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from coordinator.ui.kit.boxes import fill, holder
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import M, S

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_NAMED = {
    Qt.Key.Key_Escape: "Esc",
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Delete: "Del",
}
_PLAIN = Qt.KeyboardModifier.NoModifier
_TYPED = (_PLAIN, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier)
_AIR = 24
_FEW = 3


class _Marked(QFrame):
    """Something that shows whether the keys are there."""

    def mark(self, state: str) -> None:
        """Show where the keys are: `here`, `away` (on it, but elsewhere now), or on another."""
        if self.property("current") != state:
            self.setProperty("current", state)
            self.style().unpolish(self)
            self.style().polish(self)


class Below(_Marked):
    """What belongs to the row under the keys, shown below it and of one piece with it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("keypanel")


class KeyRow(_Marked):
    """One row.

    Signals:
        clicked: The pointer chose it.
    """

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("keyrow")
        self.says = ""
        self.inside = QVBoxLayout()
        self.inside.setContentsMargins(px(M), px(S), px(S), px(S))
        self.inside.setSpacing(px(2))
        self.setLayout(self.inside)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()
        event.accept()


class KeyRows(QWidget):
    """Rows in order.

    Signals:
        moved: Another row is under the keys (UUID).
    """

    moved = Signal(object)

    def __init__(self, name: str, below: Below, takes: Callable[[str], bool]) -> None:
        super().__init__()
        self.setObjectName("keyrows")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._below, self._takes = below, takes
        self._rows: dict[UUID, KeyRow] = {}
        self._order: list[UUID] = []
        self._current: UUID | None = None
        self._belongs_to: UUID | None = None
        self._box = QVBoxLayout()
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(below)
        self._list = holder(self._box)
        fill(self, self._list)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keys_went)

    @property
    def current(self) -> UUID | None:
        """The row under the keys."""
        return self._current

    @property
    def order(self) -> Sequence[UUID]:
        """Every row, first to last."""
        return tuple(self._order)

    def row(self, key: UUID) -> KeyRow:
        """Give one row."""
        return self._rows[key]

    def show_rows(self, keys: Sequence[UUID], make: Callable[[UUID], KeyRow]) -> None:
        """Show these rows; those that stand already stay as they are.

        Args:
            keys: First to last.
            make: Makes a row that is new here.
        """
        was = self._order.index(self._current) if self._current in self._order else 0
        is_asking = self._list.isAncestorOf(QApplication.focusWidget() or self)
        # Many rows come in one go, out of sight: in sight, each of them lays out all anew.
        is_many = not is_asking and len(set(keys) - set(self._rows)) > _FEW
        self._list.setVisible(not is_many)
        for gone in set(self._rows) - set(keys):
            self._let_go(self._rows.pop(gone))
        for key in keys:
            if key not in self._rows:
                self._rows[key] = self._made(key, make)
        if list(keys) != self._order:
            self._order = list(keys)
            self._lay_out()
        if self._current not in self._rows:
            self._current = self._order[min(was, len(self._order) - 1)] if self._order else None
        self._mark()
        self._list.show()

    def choose(self, key: UUID | None, *, aloud: bool = False) -> None:
        """Put a row under the keys."""
        if key is not None and key not in self._rows:
            return
        self._current = key
        self._mark()
        self.moved.emit(key)
        self.come_into_sight()
        if aloud and key is not None:
            announce(self, self._rows[key].says)

    def show_below(self, key: UUID | None) -> None:
        """Show what belongs to a row below it; before all rows when it belongs to none."""
        self._belongs_to = key if key in self._order else None
        at = self._order.index(key) + 1 if key in self._order else 0
        if self._box.indexOf(self._below) != at:
            self._box.removeWidget(self._below)
            self._box.insertWidget(at, self._below)
        self._mark()
        QTimer.singleShot(0, self, self.come_into_sight)  # once it is laid out

    def has_keys(self) -> bool:
        """Whether the keys are on the rows, or in what is asked below one of them."""
        now = QApplication.focusWidget()
        return now is not None and (now is self or self.isAncestorOf(now))

    def come_into_sight(self) -> None:
        """Scroll the page so that the row under the keys is seen, and what is asked below it."""
        row = self._rows.get(self._current) if self._current else None
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is None or not self.has_keys():
            return
        if self._below.isVisible():
            area.ensureWidgetVisible(self._below, 0, px(_AIR))
        if row is not None:
            area.ensureWidgetVisible(row, 0, px(_AIR))

    def _made(self, key: UUID, make: Callable[[UUID], KeyRow]) -> KeyRow:
        row = make(key)
        row.clicked.connect(lambda: self._take(key))
        return row

    def _take(self, key: UUID) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.choose(key)

    def _let_go(self, row: KeyRow) -> None:
        self._box.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _lay_out(self) -> None:
        for row in self._rows.values():
            self._box.removeWidget(row)
        self._box.removeWidget(self._below)
        for key in self._order:
            self._box.addWidget(self._rows[key])
        self._box.addWidget(self._below)

    def _mark(self) -> None:
        on = "here" if self.has_keys() else "away"
        for key, row in self._rows.items():
            row.mark(on if key == self._current else "")
        self._below.mark(on if self._belongs_to is not None else "")
        row_now = self._rows.get(self._current) if self._current else None
        self.setAccessibleDescription(row_now.says if row_now is not None else "")

    def _keys_went(self, _before: QWidget | None, _now: QWidget | None) -> None:
        self._mark()

    def _step(self, by: int) -> None:
        if not self._order:
            return
        at = self._order.index(self._current) if self._current in self._order else -by
        self.choose(self._order[max(0, min(at + by, len(self._order) - 1))], aloud=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() in _TYPED:
            if key in _STEPS:
                self._step(_STEPS[key])
                return
            if key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
                self._step(len(self._order) * (1 if key is Qt.Key.Key_End else -1))
                return
            said = _NAMED.get(key, event.text().upper())
            if said and self._takes(said):
                return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.come_into_sight()
