"""One quiet bar as long as its count; read in black and white, its count stands beside it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coordinator.domain.charts import Shade
from coordinator.ui.kit.bars import paint_part
from coordinator.ui.kit.theme import px

_TALL, _LEAST = 16, 24


class LengthBar(QWidget):
    """Draws a part of its width; nothing is read out for it, the words beside it say it."""

    def __init__(self, part: float, shade: Shade = Shade.FULL) -> None:
        super().__init__()
        self._part, self._shade = part, shade
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(px(_LEAST), px(_TALL))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_LEAST), px(_TALL))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide = (self.width() - 1) * self._part
        if wide:
            box = QRectF(0.5, 0.5, max(wide - 0.5, 1.0), self.height() - 1.5)
            paint_part(painter, box, self._shade)
        painter.end()
