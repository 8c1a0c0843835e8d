"""Buttons for what can be done here, the likeliest first, with a figure as key; then More."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from coordinator.ui.kit.boxes import fill, flow
from coordinator.ui.kit.buttons import button
from coordinator.wording.translation import _

_FIGURES = "1234567890"


class Numbered(QWidget):
    """A row of buttons; which are offered changes, their keys follow. The last stand under More.

    Signals:
        asked: One is wanted (what it stands for).
    """

    asked = Signal(object)

    def __init__(self, most: int, front: int = 0) -> None:
        """Begin with nothing.

        Args:
            most: So many can be offered at once.
            front: So many are buttons; all of them when 0.
        """
        super().__init__()
        self._front = front or most
        self._offered: tuple[tuple[object, str], ...] = ()
        self._buttons = [self._button(at) for at in range(self._front)]
        self.actions_here = tuple(self._action(at) for at in range(most))
        self._more = self._build_more()
        fill(self, flow(*self._buttons, self._more))
        self.offer(())

    def offer(self, offered: Sequence[tuple[object, str]], *, about: str = "") -> None:
        """Offer these, in this order.

        Args:
            offered: What each stands for, and its words.
            about: What they are done with, for screen readers.
        """
        self._offered = tuple(offered)
        for at, action in enumerate(self.actions_here):
            is_on = at < len(self._offered)
            action.setEnabled(is_on)
            action.setVisible(is_on)
            if is_on:
                action.setText(self._offered[at][1])
        for at, made in enumerate(self._buttons):
            made.setVisible(at < len(self._offered))
            if at < len(self._offered):
                words = self._offered[at][1]
                name = _("{what}: {about}", what=words, about=about) if about else words
                made.setAccessibleName(name)
                made.setText(_in_front(at, words))
        self._more.setVisible(len(self._offered) > self._front)

    def _do(self, at: int) -> None:
        if at < len(self._offered):
            self.asked.emit(self._offered[at][0])

    def _button(self, at: int) -> QPushButton:
        made = button(str(at), "primary" if at == 0 else "")
        made.clicked.connect(lambda: self._do(at))
        return made

    def _build_more(self) -> QPushButton:
        made = button(_("More"), name=_("More that can be done"))
        menu = QMenu(made)
        menu.setAccessibleName(_("More that can be done"))
        menu.addActions(self.actions_here[self._front :])
        made.setMenu(menu)
        return made

    def _action(self, at: int) -> QAction:
        made = QAction(str(at), self)
        if at < min(self._front, len(_FIGURES)):
            made.setShortcut(QKeySequence(_FIGURES[at]))
        # Only on the page itself: a figure typed into a form is a figure.
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(lambda _on=False: self._do(at))
        return made


def _in_front(at: int, words: str) -> str:
    if at >= len(_FIGURES):
        return words
    return _("{key} {what}", key=_FIGURES[at], what=words)
