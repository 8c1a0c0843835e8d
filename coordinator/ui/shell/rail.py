"""The rail: where one can go, with the lock at its foot; icons alone when the window is narrow."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from coordinator.ui.kit.boxes import fill
from coordinator.ui.kit.buttons import Button, dress, give_icon
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XS, M, S

_WIDE, _NARROW = 190, 62
_HIGH = (
    44  # a button; where the window is low for all of them, it becomes as low as its style says
)
_CLOSE = 1  # between two buttons where there is no room for more
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
        self._buttons: dict[QAction, _Stop] = {}
        self._icons = dict((*places, *foot, *below))
        self._name = label(panel, "rail", wraps=True)
        self._going, self._staying = QWidget(), QWidget()
        fill(
            self._going,
            self._name,
            *(self._button(action, is_place=True) for action, _icon in places),
            None,
            gap=XS,
        )
        fill(
            self._staying,
            *(self._button(action, is_place=True) for action, _icon in foot),
            *(self._button(action, is_place=False) for action, _icon in below),
            gap=XS,
        )
        self._staying.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        fill(self, _scrolling(self._going), self._staying, gap=XS)  # the lock stays in sight
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.fit(0)

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
        self._name.setContentsMargins(0, 0, 0, px(M))
        self._going.setContentsMargins(side, px(M), side, 0)
        self._staying.setContentsMargins(side, 0, side, px(M))
        self._name.setVisible(has_words)
        for action, shown in self._buttons.items():
            shown.setText(action.text() if has_words else "")
            give_icon(shown, self._icons[action], "rail_text")
        self._share(self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share(event.size().height())

    def _share(self, height: int) -> None:
        """Give every button the same of this height."""
        name = self._name.sizeHint().height() if self._name.isVisibleTo(self) else 0
        left, least = height - name - 2 * px(M), sum(one.least for one in self._buttons.values())
        count = len(self._buttons) + 2
        between = px(XS) if least + count * px(XS) <= left else px(_CLOSE)
        for box in (self.layout(), self._going.layout(), self._staying.layout()):
            if box is not None:
                box.setSpacing(between)
        for shown in self._buttons.values():
            shown.have((left - count * between) // len(self._buttons))

    def _button(self, action: QAction, *, is_place: bool) -> QPushButton:
        made = _Stop(action.text())
        keys = action.shortcut().toString()
        made.setCheckable(is_place)
        made.setToolTip(f"{action.text()} ({keys})")
        made.setAccessibleDescription(keys)
        made.clicked.connect(_trigger(action))
        if is_place:
            self._group.addButton(made)
        self._buttons[action] = made
        return made


class _Stop(Button):
    """A button that gives way in a low window."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        dress(self, "rail")
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._high = px(_HIGH)

    @property
    def least(self) -> int:
        """How low it can be."""
        return super().sizeHint().height()

    def have(self, height: int) -> None:
        """Be so high, if that is neither too much nor too little."""
        self._high = min(max(height, self.least), px(_HIGH))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._high)


def _scrolling(inner: QWidget) -> QScrollArea:
    """Let a part of the rail scroll; with large text in a low window Tab and wheel do it."""
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # no room for one
    inner.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area


def _trigger(action: QAction) -> Callable[[], None]:
    return lambda: action.trigger()  # noqa: PLW0108 - `clicked` would hand over whether it is checked
