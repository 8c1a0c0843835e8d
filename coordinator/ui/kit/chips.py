"""Chips: a state as a word, a shape and a colour, never a colour alone."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coordinator.ui.kit import drawing
from coordinator.ui.kit.theme import px, tokens
from coordinator.ui.kit.tokens import Tone

_LETTERS, _HEIGHT, _SIDE, _SIGN, _GAP = 13, 24, 9, 14, 4


@dataclass(frozen=True, slots=True)
class Mark:
    """What a chip says: the word, what it means, and its shape (a file of `resources/icons`)."""

    text: str
    tone: Tone = Tone.NEUTRAL
    sign: str = ""


class Chip(QWidget):
    """One mark on a page. Words that do not fit end in three points; the tip has them whole."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self._mark = mark
        self.setFont(chip_font(self.font()))
        self.setAccessibleName(mark.text)
        self.setToolTip(mark.text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_mark(self, mark: Mark) -> None:
        """Show another mark in its place; the same again changes nothing."""
        if mark == self._mark:
            return
        self._mark = mark
        self.setAccessibleName(mark.text)
        self.setToolTip(mark.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self._mark, self.font())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_HEIGHT + 2 * _SIDE), px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, self.rect(), self._mark, self.font())
        painter.end()


def chip_font(font: QFont) -> QFont:
    """Give the letters of a chip."""
    small = QFont(font)
    small.setPixelSize(px(_LETTERS))
    small.setWeight(QFont.Weight.DemiBold)
    return small


def chip_size(mark: Mark, font: QFont) -> QSize:
    """Tell how much room a mark takes."""
    words = QFontMetrics(font).horizontalAdvance(mark.text)
    return QSize(words + px(2 * _SIDE) + _sign_width(mark) + 2, px(_HEIGHT))


def paint_chip(painter: QPainter, place: QRect, mark: Mark, font: QFont) -> None:
    """Paint a mark, on a page or in a cell of a table."""
    colours = tokens()
    ink = QColor(getattr(colours, mark.tone.value))
    ground = getattr(colours, f"{mark.tone.value}_ground")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outlined = ground == colours.surface  # high contrast: a white chip needs its edge
    painter.setPen(QPen(ink, 1) if outlined else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    shape = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
    left = place.x() + px(_SIDE)
    if mark.sign:
        top = place.y() + (place.height() - px(_SIGN)) // 2
        picture = drawing.icon(mark.sign, ink.name(), px(_SIGN))
        picture.paint(painter, left, top, px(_SIGN), px(_SIGN))
        left += _sign_width(mark)
    words = QRect(left, place.y(), place.right() - px(_SIDE) - left + 2, place.height())
    painter.setPen(ink)
    painter.setFont(font)
    fitting = painter.fontMetrics().elidedText(
        mark.text, Qt.TextElideMode.ElideRight, words.width() + 1
    )
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, fitting)
    painter.restore()


def _sign_width(mark: Mark) -> int:
    return px(_SIGN + _GAP) if mark.sign else 0
