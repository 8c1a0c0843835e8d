"""A quiet chart: bars of one length, shared out by their counts, with a key above them.

Parts are told apart by how dark and striped they are, not by colour alone.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from coordinator.domain.charts import Bar, BarChart, Shade
from coordinator.ui.kit.charts import ChartWidget, key_places, say_key
from coordinator.ui.kit.theme import px, tokens
from coordinator.ui.kit.tokens import M, S

_NARROW = 560
"""Below this width, in pixels at text scale 1.0, names stand above their bars."""
_TALL, _GAP, _SWATCH = 20, 10, 14
_NAMES, _TOTALS = 0.3, 96
_HALF = 0.35  # of the accent, on the surface


@dataclass(frozen=True, slots=True)
class _Laid:
    """Where everything of a chart stands at one width."""

    key: tuple[tuple[QPointF, str, Shade], ...]
    bars: tuple[tuple[QRectF, QRectF, Bar], ...]
    height: int


class BarsWidget(ChartWidget[BarChart]):
    """Bars shared out by their counts."""

    def __init__(self) -> None:
        super().__init__(BarChart("", (), ()))

    def heightForWidth(self, width: int) -> int:
        return self._laid(width).height

    def draw(self, painter: QPainter) -> None:
        """Draw the key, then bar by bar."""
        laid = self._laid(self.width())
        for place, words, shade in laid.key:
            _paint_key(painter, place, words, shade)
        for name, box, bar in laid.bars:
            self._paint_bar(painter, name, box, bar)

    def _laid(self, width: int) -> _Laid:
        measure = self.measure()
        line = measure.height() + px(4)
        named = [(part.words, part.shade) for part in self._chart.parts]
        key = tuple(key_places(named, measure, width, _SWATCH))
        top = (key[-1][0].y() + line + px(S)) if key else 0.0
        is_narrow = width < px(_NARROW)
        bars = []
        for bar in self._chart.bars:
            name, box = _places(top, width, line, is_narrow=is_narrow)
            bars.append((name, box, bar))
            top = box.bottom() + px(_GAP)
        return _Laid(key, tuple(bars), round(top))

    def _paint_bar(self, painter: QPainter, name: QRectF, box: QRectF, bar: Bar) -> None:
        colours, measure = tokens(), painter.fontMetrics()
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(colours.text))
        shown = measure.elidedText(bar.name, Qt.TextElideMode.ElideRight, int(name.width()))
        painter.drawText(name, int(middle), shown)
        total = QRectF(box.right() + px(S), box.top(), px(_TOTALS), box.height())
        painter.setPen(QColor(colours.quiet))
        painter.drawText(total, int(middle), bar.total)
        if bar.is_empty:
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(
                QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y())
            )
            return
        left, unit = box.left(), box.width() / sum(bar.counts)
        for part, count in zip(self._chart.parts, bar.counts, strict=True):
            if count:
                piece = QRectF(left, box.top(), unit * count, box.height())
                paint_part(painter, piece, part.shade)
                _paint_count(painter, piece, count, part.shade)
                left += unit * count


def _paint_key(painter: QPainter, place: QPointF, words: str, shade: Shade) -> None:
    side = px(_SWATCH)
    down = (painter.fontMetrics().height() - side) / 2
    paint_part(painter, QRectF(place.x(), place.y() + down, side, side), shade)
    say_key(painter, place, words, _SWATCH)


def _places(top: float, width: int, line: int, *, is_narrow: bool) -> tuple[QRectF, QRectF]:
    """Give where the name and the bar of one row stand."""
    tall, totals = px(_TALL), px(_TOTALS + S)
    if is_narrow:
        name = QRectF(0, top, width, line)
        return name, QRectF(0.5, top + line, width - totals, tall)
    names = int(width * _NAMES)
    name = QRectF(0, top, names - px(M), tall)
    return name, QRectF(names + 0.5, top, width - names - totals, tall)


def paint_part(painter: QPainter, box: QRectF, shade: Shade) -> None:
    """Paint a box in one shade."""
    colours = tokens()
    accent, surface = QColor(colours.accent), QColor(colours.surface)
    grounds = {
        Shade.FULL: accent,
        Shade.HALF: _mixed(accent, surface),
        Shade.STRIPED: surface,
        Shade.PALE: QColor(colours.sunk),
        Shade.EMPTY: surface,
    }
    painter.setPen(QPen(accent, 1))
    painter.setBrush(QBrush(grounds[shade]))
    painter.drawRect(box)
    if shade is Shade.STRIPED:
        painter.setBrush(QBrush(accent, Qt.BrushStyle.BDiagPattern))
        painter.drawRect(box)


def _paint_count(painter: QPainter, box: QRectF, count: int, shade: Shade) -> None:
    colours, measure = tokens(), painter.fontMetrics()
    wide = measure.horizontalAdvance(str(count))
    if wide + px(4) > box.width():
        return
    if shade is Shade.STRIPED:  # a clear ground, so that the stripes do not cross the figure
        clear = QRectF(0, 0, wide + px(4), box.height() - 2)
        clear.moveCenter(box.center())
        painter.fillRect(clear, QColor(colours.surface))
    painter.setPen(QColor(colours.on_accent if shade is Shade.FULL else colours.text))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(count))


def _mixed(colour: QColor, ground: QColor) -> QColor:
    parts = (
        round(a * _HALF + b * (1 - _HALF))
        for a, b in zip(colour.getRgb()[:3], ground.getRgb()[:3], strict=True)  # type: ignore[index]
    )
    return QColor(*parts)
