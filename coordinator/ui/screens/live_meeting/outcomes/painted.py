"""Some lines of words with chips beside them, painted in one go."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coordinator.ui.kit.chips import Mark, chip_font, chip_size, paint_chip
from coordinator.ui.kit.theme import px, tokens
from coordinator.ui.kit.tokens import BODY, M

_QUIET, _GAP, _BETWEEN = 14, 2, 6
_FAR = 100_000
_WRAPS = int(Qt.TextFlag.TextWordWrap)
Words = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Places:
    words: Sequence[QRect]
    chips: Sequence[QRect]
    height: int


@dataclass(frozen=True, slots=True)
class _Measured:
    lines: Sequence[tuple[QFontMetrics, int]]
    chips: Sequence[QSize]
    needed: int


class PaintedLines(QWidget):
    """Words, each kind in its letters; chips at the end of a line with room, else below."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[Words] = ()
        self._marks: Sequence[Mark] = ()
        self._places: dict[int, _Places] = {}
        self._measured: _Measured | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_lines(self, lines: Sequence[Words], marks: Sequence[Mark]) -> None:
        """Show these: text and kind (`strong`, `quiet`, or none)."""
        self._lines, self._marks = lines, marks
        self._forget()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._at(width).height

    def sizeHint(self) -> QSize:
        return QSize(px(100), len(self._lines) * px(BODY + _BETWEEN))  # the width says the rest

    def minimumSizeHint(self) -> QSize:
        return QSize(px(100), px(_QUIET))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), tokens()
        words, chips = self._at(self.width()).words, self._at(self.width()).chips
        for (text, kind), place in zip(self._lines, words, strict=True):
            painter.setFont(_letters(self.font(), kind))
            painter.setPen(QColor(colours.quiet if kind == "quiet" else colours.text))
            painter.drawText(place, _WRAPS, text)
        small = chip_font(self.font())
        for mark, place in zip(self._marks, chips, strict=True):
            paint_chip(painter, place, mark, small)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._forget()
            self.updateGeometry()

    def _at(self, width: int) -> _Places:
        """Measure once for a width: a layout asks some forty times."""
        if width not in self._places:
            words, chips = self._placed(width)
            height = max((one.bottom() + 1 for one in (*words, *chips)), default=0)
            self._places[width] = _Places(words, chips, height)
        return self._places[width]

    def _measure(self) -> _Measured:
        """Measure what no width changes."""
        if self._measured is None:
            kinds = {kind: QFontMetrics(_letters(self.font(), kind)) for _, kind in self._lines}
            lines = [
                (kinds[kind], kinds[kind].horizontalAdvance(text)) for text, kind in self._lines
            ]
            small = chip_font(self.font())
            sizes = [chip_size(one, small) for one in self._marks]
            needed = sum(one.width() + px(_BETWEEN) for one in sizes) + px(M)
            self._measured = _Measured(lines, sizes, needed)
        return self._measured

    def _forget(self) -> None:
        self._places.clear()
        self._measured = None

    def _placed(self, width: int) -> tuple[list[QRect], list[QRect]]:
        """Give where each line and each chip stands at a width."""
        measured = self._measure()
        sizes, needed = measured.chips, measured.needed
        words, top, beside = [], 0, -1
        for (text, _kind), (metrics, along) in zip(self._lines, measured.lines, strict=True):
            height = metrics.height()
            if along > width:
                height = metrics.boundingRect(QRect(0, 0, width, _FAR), _WRAPS, text).height()
            words.append(QRect(0, top, width, height))
            if beside < 0 and sizes and along + needed <= width:
                beside = top + (height - sizes[0].height()) // 2
            top += height + px(_GAP)
        if beside >= 0:
            return words, _in_a_row(sizes, width - needed + px(M + _BETWEEN), max(beside, 0))
        return words, _wrapped(sizes, width, top)


def _in_a_row(sizes: Sequence[QSize], left: int, top: int) -> list[QRect]:
    places = []
    for size in sizes:
        places.append(QRect(left, top, size.width(), size.height()))
        left += size.width() + px(_BETWEEN)
    return places


def _wrapped(sizes: Sequence[QSize], width: int, top: int) -> list[QRect]:
    places, left = [], 0
    for size in sizes:
        along = min(size.width(), width)
        if left and left + along > width:
            left, top = 0, top + size.height() + px(_GAP)
        places.append(QRect(left, top, along, size.height()))
        left += along + px(_BETWEEN)
    return places


def _letters(usual: QFont, kind: str) -> QFont:
    font = QFont(usual)
    font.setPixelSize(px(_QUIET if kind == "quiet" else BODY))
    if kind == "strong":
        font.setWeight(QFont.Weight.DemiBold)
    return font
