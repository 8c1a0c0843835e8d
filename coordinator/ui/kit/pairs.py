"""A quiet chart of two figures side by side, all bars on one scale, with a key above them.

Before is filled, after is striped; what is known in part is an outline, and what nobody knows has
no bar at all.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from coordinator.domain.pair_charts import PairChart, Side
from coordinator.ui.kit.charts import ChartWidget, key_places, say_key
from coordinator.ui.kit.theme import px, tokens
from coordinator.ui.kit.tokens import S

_TALL, _GAP, _SWATCH = 14, 12, 14
_WORDS = 0.42
"""Of the width, kept for what is said behind the longest bar."""


class PairsWidget(ChartWidget[PairChart]):
    """Two bars of each measure."""

    def __init__(self) -> None:
        super().__init__(PairChart("", "", "", ()))

    def heightForWidth(self, width: int) -> int:
        return round(self._rows_from(width) + len(self._chart.pairs) * self._row())

    def draw(self, painter: QPainter) -> None:
        """Draw the key, then pair by pair."""
        for place, words, is_after in self._key(self.width()):
            _paint_key(painter, place, words, is_after=is_after)
        top = self._rows_from(self.width())
        for one in self._chart.pairs:
            painter.setPen(QColor(tokens().text))
            painter.drawText(QPointF(0, top + painter.fontMetrics().ascent()), one.name)
            low = top + self._line()
            self._paint_side(painter, low, one.before, is_after=False)
            self._paint_side(painter, low + self._bar(), one.after, is_after=True)
            top += self._row()

    def _line(self) -> int:
        return self.measure().height() + px(2)

    def _bar(self) -> int:
        return max(px(_TALL), self._line()) + px(2)

    def _row(self) -> int:
        return self._line() + 2 * self._bar() + px(_GAP)

    def _rows_from(self, width: int) -> float:
        last = 0.0
        for place, _words, _is_after in self._key(width):
            last = place.y() + self._line()
        return last + px(S)

    def _key(self, width: int) -> Iterator[tuple[QPointF, str, bool]]:
        named = ((self._chart.before, False), (self._chart.after, True))
        return key_places(named, self.measure(), width, _SWATCH)

    def _paint_side(self, painter: QPainter, top: float, side: Side, *, is_after: bool) -> None:
        room = self.width() * (1 - _WORDS)
        wide = room * (side.count or 0) / self._chart.longest
        if side.count is not None:
            box = QRectF(0.5, top + 1, max(wide, 2.0), self._bar() - px(3))
            _paint_box(painter, box, is_after=is_after, is_part=side.is_part)
        left = wide + px(S) if side.count is not None else 0.0
        painter.setPen(QColor(tokens().quiet if side.count is None else tokens().text))
        place = QRectF(left, top, self.width() - left, self._bar())
        shown = painter.fontMetrics().elidedText(
            side.words, Qt.TextElideMode.ElideRight, int(place.width())
        )
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)


def _paint_key(painter: QPainter, place: QPointF, words: str, *, is_after: bool) -> None:
    side = px(_SWATCH)
    down = (painter.fontMetrics().height() - side) / 2
    box = QRectF(place.x() + 0.5, place.y() + down, side, side)
    _paint_box(painter, box, is_after=is_after, is_part=False)
    say_key(painter, place, words, _SWATCH)


def _paint_box(painter: QPainter, box: QRectF, *, is_after: bool, is_part: bool) -> None:
    accent, surface = QColor(tokens().accent), QColor(tokens().surface)
    pen = QPen(accent, 1, Qt.PenStyle.DashLine if is_part else Qt.PenStyle.SolidLine)
    painter.setPen(pen)
    painter.setBrush(QBrush(surface if is_part or is_after else accent))
    painter.drawRect(box)
    if is_after and not is_part:
        painter.setBrush(QBrush(accent, Qt.BrushStyle.BDiagPattern))
        painter.drawRect(box)
