"""A little page in a look that is not worn yet, so that it can be judged before it is."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coordinator.ui.kit import theme
from coordinator.ui.kit.theme import Look
from coordinator.wording.translation import _

_MARGIN, _GAP, _ROUND = 18, 8, 10
_TITLE = 17 / 15  # of plain text
_SMALL = 14 / 15


class Sample(QWidget):
    """Paints a title, a sentence and a quiet line in a look."""

    def __init__(self) -> None:
        super().__init__()
        self._look = theme.Look()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def show_look(self, look: Look, name: str) -> None:
        """Show another look; `name` is read out for the picture."""
        self._look = look
        self.setAccessibleName(name)
        self._fit()
        self.update()

    def _lines(self) -> list[tuple[str, QFont, str]]:
        plain = theme.letters(self._look)
        title, small = QFont(plain), QFont(plain)
        title.setPixelSize(round(plain.pixelSize() * _TITLE))
        title.setWeight(QFont.Weight.Bold)
        small.setPixelSize(round(plain.pixelSize() * _SMALL))
        return [
            (_("Next meeting: Thu 19 Nov, 10:00"), title, "text"),
            (_("Agree a lead professional, then read out what was agreed."), plain, "text"),
            (_("Ilo1 O0: letters and figures that must not be mistaken."), small, "quiet"),
        ]

    def _scaled(self, length: float) -> int:
        return round(length * self._look.scale)

    def _placed(self) -> list[tuple[QRect, str, QFont, str]]:
        side = 2 * self._scaled(_MARGIN)
        room, top = max(self.width() - 2 * side, 40), side
        placed = []
        for text, font, ink in self._lines():
            box = QFontMetrics(font).boundingRect(
                QRect(side, top, room, 10_000), int(Qt.TextFlag.TextWordWrap), text
            )
            placed.append((QRect(side, top, room, box.height()), text, font, ink))
            top += box.height() + self._scaled(_GAP)
        return placed

    def _fit(self) -> None:
        last = self._placed()[-1][0]
        wanted = last.bottom() + 2 * self._scaled(_MARGIN)
        if wanted != self.height():
            self.setFixedHeight(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.ground))
        around = self.rect().adjusted(0, 0, -1, -1)
        painter.drawRoundedRect(around, self._scaled(_ROUND), self._scaled(_ROUND))
        margin = self._scaled(_MARGIN)
        painter.setBrush(QColor(colours.surface))
        inner = around.adjusted(margin, margin, -margin, -margin)
        painter.drawRoundedRect(inner, self._scaled(_ROUND), self._scaled(_ROUND))
        for box, text, font, ink in self._placed():
            painter.setFont(font)
            painter.setPen(QColor(getattr(colours, ink)))
            painter.drawText(box, int(Qt.TextFlag.TextWordWrap), text)
        painter.end()
