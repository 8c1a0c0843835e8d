"""Ctrl+K: one line that finds a person, an action or a command, from anywhere."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtCore import QPersistentModelIndex as Persistent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListView, QWidget

from coordinator.ui.kit import drawing
from coordinator.ui.kit.boxes import fill
from coordinator.ui.kit.forms import line
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.locking import let_lock
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.theme import px, tokens
from coordinator.ui.kit.tokens import L, M
from coordinator.wording.translation import _, ngettext

Index = QModelIndex | Persistent
_ROOT = QModelIndex()
_SETTLE_MS = 100
_MOST = 40


@dataclass(frozen=True, slots=True)
class Target:
    """Something to go to or to do.

    Attributes:
        about: A few quiet words: whose, or which keys.
        icon: A file of `resources/icons`.
    """

    text: str = field(repr=False)
    about: str = field(repr=False)
    icon: str
    go: Callable[[], object]


class Targets(QAbstractListModel):
    """What the words find, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._targets: tuple[Target, ...] = ()

    def show(self, targets: Sequence[Target]) -> None:
        """Show these."""
        self.beginResetModel()
        self._targets = tuple(targets[:_MOST])
        self.endResetModel()

    def target(self, index: Index) -> Target | None:
        """Give what stands there."""
        return self._targets[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._targets)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        one = self._targets[index.row()]
        words = f"{one.text}   {one.about}" if one.about else one.text
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return words
        if role == Qt.ItemDataRole.DecorationRole:
            return drawing.icon(one.icon, tokens().quiet, px(18))
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(px(100), px(36))
        return None


class Finder(QDialog):
    """The line and what it finds.

    Signals:
        searched: The words changed (str).
    """

    searched = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.presenter: object = None  # kept here: nobody else does
        self.setWindowTitle(_("Find a person, an action or a command"))
        self.setModal(True)
        let_lock(self)
        self._line = line(placeholder=_("A person, an action or a command"))
        self._line.setAccessibleName(_("Find a person, an action or a command"))
        self._line.installEventFilter(self)
        self._targets = Targets(self)
        self._list = QListView()
        self._list.setModel(self._targets)
        self._list.setAccessibleName(_("Found"))
        self._list.setUniformItemSizes(True)
        self._list.setIconSize(QSize(px(18), px(18)))
        self._list.activated.connect(self._go)
        self._list.clicked.connect(self._go)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLE_MS)
        self._settled.timeout.connect(lambda: self.searched.emit(self._line.text().strip()))
        self._line.textChanged.connect(self._wait)
        self._is_all, self._in_hurry = True, False
        self._told = label("", "quiet", wraps=True)
        fill(self, self._line, self._list, self._told, gap=M, margin=L)
        self.setFixedWidth(min(px(680), parent.width() - px(L)))
        self.setFixedHeight(min(px(460), parent.height() - px(L)))

    def show_targets(self, targets: Sequence[Target], *, is_all: bool = True) -> None:
        """Show what was found; the first is chosen, and opened when Enter was pressed before.

        Args:
            targets: Best first.
            is_all: Nothing more is being looked for.
        """
        self._is_all = is_all
        self._targets.show(targets)
        self._told.setText(_words_under(is_empty=is_all and not targets))
        if targets:
            self._list.setCurrentIndex(self._targets.index(0, 0))
        count = min(len(targets), _MOST)
        announce(self._line, ngettext("{count} found", "{count} found", count))
        if is_all and self._in_hurry:
            self._in_hurry = False
            self._go(self._list.currentIndex())

    def _wait(self, _text: str) -> None:
        self._is_all, self._in_hurry = False, False
        self._settled.start()

    def _open(self) -> None:
        """Open what is chosen; what is still being looked for, as soon as it is found."""
        if self._is_all:
            self._go(self._list.currentIndex())
            return
        self._in_hurry = True
        if self._settled.isActive():
            self._settled.stop()
            self.searched.emit(self._line.text().strip())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._pressed(event.key())
        return super().eventFilter(watched, event)

    def _pressed(self, key: int) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8}
        if key in steps:
            self._move(steps[Qt.Key(key)])
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
            return True
        return False

    def _move(self, by: int) -> None:
        last = self._targets.rowCount() - 1
        at = min(max(self._list.currentIndex().row() + by, 0), last)
        index = self._targets.index(at, 0)
        self._list.setCurrentIndex(index)
        if (target := self._targets.target(index)) is not None:
            announce(self._line, f"{target.text} {target.about}")

    def _go(self, index: Index) -> None:
        target = self._targets.target(index)
        if target is not None:
            self.accept()
            target.go()


def _words_under(*, is_empty: bool) -> str:
    if is_empty:
        return _("Nothing was found. Try a name, a reference, or a word of what is to be done.")
    return _("Up and Down to move, Enter to open, Esc to close")
