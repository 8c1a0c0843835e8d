"""What the pages before a store is open have in common: one quiet column in the middle."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coordinator.ui.kit.boxes import Part, card, column
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XL, L

_WIDTH = 520


class GatePage(QWidget):
    """A card in the middle of the window, scrolling when the window is small."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._inner = QWidget()
        self._inner.setObjectName("page")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def hold(self, *parts: Part, width: int = _WIDTH) -> None:
        """Put the parts of the page into its card, once."""
        frame = card(*parts, gap=L)
        frame.setMaximumWidth(px(width))
        frame.setMinimumWidth(px(280))
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(frame, 100)
        middle.addStretch(1)
        whole = column(None, middle, None, None)
        whole.setContentsMargins(px(XL), px(XL), px(XL), px(XL))
        self._inner.setLayout(whole)
