"""The rail: where one can go, with the lock at its foot; icons alone when the window is narrow."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from coordinator.ui.kit.buttons import button, give_icon
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XS, M, S

_WIDE, _NARROW = 190, 62
ROOM_FOR_WORDS = 900
"""Width of the window from which the rail has words, in pixels at text scale 1.0."""


class Rail(QFrame):
    """One button for each action; the one where we are is pressed."""

    def __init__(
        self,
        panel: str,
        places: Sequence[tuple[QAction, str]],
        foot: Sequence[tuple[QAction, str]],
        below: Sequence[tuple[QAction, str]],
    ) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[QAction, QPushButton] = {}
        self._icons = dict((*places, *foot, *below))
        self._name = label(panel, "rail", wraps=True)
        self._box = QVBoxLayout(self._scrolling())
        self._box.setSpacing(px(XS))
        self._box.addWidget(self._name)
        self._box.addSpacing(px(M))
        for action, _icon in places:
            self._box.addWidget(self._button(action, is_place=True))
        self._box.addStretch(1)
        for action, _icon in foot:
            self._box.addWidget(self._button(action, is_place=True))
        for action, _icon in below:
            self._box.addWidget(self._button(action, is_place=False))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.fit(0)

    def _scrolling(self) -> QWidget:
        """Make what holds the buttons; with large text in a low window Tab and wheel scroll it."""
        inner, area = QWidget(), QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # no room for one
        inner.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        return inner

    def mark(self, action: QAction) -> None:
        """Press the button of where we are."""
        self._group.setExclusive(False)
        for one, shown in self._buttons.items():
            shown.setChecked(one is action)
        self._group.setExclusive(True)

    def fit(self, window: int) -> None:
        """Take as much room as a window of this width has for a rail."""
        has_words = window >= px(ROOM_FOR_WORDS)
        self.setFixedWidth(px(_WIDE if has_words else _NARROW))
        side = px(M if has_words else S)
        self._box.setContentsMargins(side, px(M), side, px(M))
        self._name.setVisible(has_words)
        for action, shown in self._buttons.items():
            shown.setText(action.text() if has_words else "")
            give_icon(shown, self._icons[action], "rail_text")

    def _button(self, action: QAction, *, is_place: bool) -> QPushButton:
        made = button(action.text(), "rail")
        keys = action.shortcut().toString()
        made.setCheckable(is_place)
        made.setToolTip(f"{action.text()} ({keys})")
        made.setAccessibleDescription(keys)
        made.clicked.connect(_trigger(action))
        if is_place:
            self._group.addButton(made)
        self._buttons[action] = made
        return made


def _trigger(action: QAction) -> Callable[[], None]:
    return lambda: action.trigger()  # noqa: PLW0108 - `clicked` would hand over whether it is checked
