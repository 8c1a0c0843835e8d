"""A quiet chart of values over time: gaps stay open, lines differ by their dashes and points."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF

from coordinator.domain.charts import Line, LineChart, Point, Stroke
from coordinator.ui.kit.charts import ChartWidget, key_places, say_key
from coordinator.ui.kit.theme import px, tokens
from coordinator.ui.kit.tokens import L, M, S

_TALL, _SAMPLE, _DOT = 170, 34, 4
_STYLES = {
    Stroke.SOLID: Qt.PenStyle.SolidLine,
    Stroke.DASHED: Qt.PenStyle.DashLine,
    Stroke.DOTTED: Qt.PenStyle.DotLine,
}


@dataclass(frozen=True, slots=True)
class _Laid:
    """Where the parts of a chart stand at one width."""

    key: tuple[tuple[QPointF, str, Stroke | None], ...]
    field: QRectF
    line: int
    height: int


class LineChartWidget(ChartWidget[LineChart]):
    """Values over time."""

    def __init__(self) -> None:
        super().__init__(LineChart("", (), 0, 0))

    def heightForWidth(self, width: int) -> int:
        return self._laid(width).height

    def draw(self, painter: QPainter) -> None:
        """Draw the key, the scale and its days, then line by line."""
        laid = self._laid(self.width())
        for place, words, stroke in laid.key:
            _paint_key(painter, place, words, stroke)
        self._paint_scale(painter, laid)
        self._paint_days(painter, laid)
        for line in self._chart.lines:
            self._paint_line(painter, line, laid.field)

    def _laid(self, width: int) -> _Laid:
        measure = self.measure()
        line = measure.height() + px(4)
        key = tuple(key_places(self._named(), measure, width, _SAMPLE))
        top = (key[-1][0].y() + line if key else 0.0) + line
        scale = max(
            (measure.horizontalAdvance(str(one)) for one in self._chart.ticks), default=0
        ) + px(S)
        field = QRectF(scale, top, max(width - scale - 1, 1), px(_TALL))
        below = line * (2 if self._chart.uprights else 1)
        return _Laid(key, field, line, round(field.bottom() + below + px(S)))

    def _named(self) -> Iterator[tuple[str, Stroke | None]]:
        yield from ((one.words, one.stroke) for one in self._chart.lines if one.words)
        if self._chart.has_gaps and self._chart.unknown:
            yield self._chart.unknown, None

    def _along(self, field: QRectF, part: float) -> float:
        inset = px(L)
        return field.left() + inset + (field.width() - 2 * inset) * part

    def _place(self, field: QRectF, point: Point) -> QPointF:
        up = self._chart.up(point.value or 0)
        x = self._along(field, self._chart.along(point.on))
        return QPointF(x, field.bottom() - field.height() * up)

    def _paint_scale(self, painter: QPainter, laid: _Laid) -> None:
        colours, measure, field = tokens(), painter.fontMetrics(), laid.field
        for value in self._chart.ticks:
            y = field.bottom() - field.height() * self._chart.up(value)
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
            painter.setPen(QColor(colours.quiet))
            wide = measure.horizontalAdvance(str(value))
            down = y + measure.ascent() / 2 - 1
            painter.drawText(QPointF(field.left() - px(S) - wide + px(2), down), str(value))

    def _paint_days(self, painter: QPainter, laid: _Laid) -> None:
        colours, measure, field = tokens(), painter.fontMetrics(), laid.field
        below = field.bottom() + px(4) + measure.ascent()
        painter.setPen(QColor(colours.quiet))
        for words, begins in self._labels(measure, field):
            painter.drawText(QPointF(begins, below), words)
        for one in self._chart.uprights:
            x = self._along(field, self._chart.along(one.on))
            painter.setPen(QPen(QColor(colours.quiet), 1))
            painter.drawLine(QPointF(x, field.top()), QPointF(x, field.bottom()))
            wide = measure.horizontalAdvance(one.words)
            begins = min(max(x - wide / 2, 0), max(field.right() - wide, 0))
            painter.drawText(QPointF(begins, below + laid.line), one.words)

    def _labels(self, measure: QFontMetrics, field: QRectF) -> Iterator[tuple[str, float]]:
        """Give the labels that do not run into the one before, and where each begins."""
        labels = {one.on: one.label for line in self._chart.lines for one in line.points}
        taken = 0.0
        for on in sorted(labels):
            wide = measure.horizontalAdvance(labels[on])
            x = self._along(field, self._chart.along(on)) - wide / 2
            begins = min(max(x, field.left()), max(field.right() - wide, 0))
            if labels[on] and begins >= taken:
                yield labels[on], begins
                taken = begins + wide + px(M)

    def _paint_line(self, painter: QPainter, line: Line, field: QRectF) -> None:
        colours, measure = tokens(), painter.fontMetrics()
        for point in line.gaps:
            x = self._along(field, self._chart.along(point.on))
            painter.setPen(QPen(QColor(colours.quiet), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, field.top()), QPointF(x, field.bottom()))
        for run in line.runs:
            places = [self._place(field, point) for point in run]
            painter.setPen(QPen(QColor(colours.accent), px(2), _STYLES[line.stroke]))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF(places))
            for point, place in zip(run, places, strict=True):
                _paint_dot(painter, place, line.stroke)
                painter.setPen(QColor(colours.text))
                words = str(point.value)
                left = place.x() - measure.horizontalAdvance(words) / 2
                painter.drawText(QPointF(left, place.y() - px(8)), words)


def _paint_key(painter: QPainter, place: QPointF, words: str, stroke: Stroke | None) -> None:
    colours, measure = tokens(), painter.fontMetrics()
    middle = place.y() + measure.height() / 2
    sample = px(_SAMPLE)
    if stroke is None:
        x = place.x() + sample / 2
        painter.setPen(QPen(QColor(colours.quiet), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, place.y()), QPointF(x, place.y() + measure.height()))
    else:
        painter.setPen(QPen(QColor(colours.accent), px(2), _STYLES[stroke]))
        painter.drawLine(QPointF(place.x(), middle), QPointF(place.x() + sample, middle))
        _paint_dot(painter, QPointF(place.x() + sample / 2, middle), stroke)
    say_key(painter, place, words, _SAMPLE)


def _paint_dot(painter: QPainter, place: QPointF, stroke: Stroke) -> None:
    """Paint a point: a full square, an open square, a full diamond."""
    colours, side = tokens(), px(_DOT)
    painter.setPen(QPen(QColor(colours.accent), 1.5))
    is_open = stroke is Stroke.DASHED
    painter.setBrush(QColor(colours.surface if is_open else colours.accent))
    if stroke is Stroke.DOTTED:
        wide = side * 1.35
        ways = ((-wide, 0), (0, -wide), (wide, 0), (0, wide))
        painter.drawPolygon(QPolygonF([QPointF(place.x() + x, place.y() + y) for x, y in ways]))
    else:
        painter.drawRect(QRectF(place.x() - side, place.y() - side, 2 * side, 2 * side))
