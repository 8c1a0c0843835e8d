"""What the pages before a store is open have in common: one quiet column in the middle."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coordinator.ui.kit.boxes import Part, card, column
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XL, L

_WIDTH = 520


class GatePage(QWidget):
    """A card in the middle of the window, scrolling when the window is small."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._frame: QFrame | None = None
        self._width = _WIDTH
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
        self._frame, self._width = frame, width
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(frame, 100)
        middle.addStretch(1)
        whole = column(None, middle, None, None)
        whole.setContentsMargins(px(XL), px(XL), px(XL), px(XL))
        self._inner.setLayout(whole)
        self._measure()

    def _measure(self) -> None:
        if self._frame is not None:
            self._frame.setMaximumWidth(px(self._width))
            self._frame.setMinimumWidth(px(280))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._measure()  # a page keeps what is typed when the text gets larger
