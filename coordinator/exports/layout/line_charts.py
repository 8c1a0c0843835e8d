"""Values over time on paper: lines told apart by their dashes and points, gaps left open.

Nothing is smoothed and nothing bridged: where a value is not known the line stops, a dotted
upright stands in its place, and the key says what that means. The whole chart is read out in the
words of its read model.
"""

from collections.abc import Iterator
from itertools import pairwise

from coordinator.domain.charts import Line, LineChart, Point, Stroke
from coordinator.exports.layout.blocks import Block, Room, Taken
from coordinator.exports.layout.canvas import PaperCanvas, figure
from coordinator.exports.layout.paragraphs import line_at, width_of
from coordinator.exports.layout.safety import one_line
from coordinator.exports.layout.tokens import ACCENT, INK, PAPER, RULE, SOFT, Style, Type, operands

_TALL, _TOP = 120.0, 14.0  # points, of the field and above it, where the highest value is written
_SCALE, _INSET = 26.0, 16.0  # points left of the field, and from its sides to the first and last
_SAMPLE, _DOT = 24.0, 2.6
_DASHES = {Stroke.SOLID: "[] 0 d", Stroke.DASHED: "[5 3] 0 d", Stroke.DOTTED: "[1.2 2.4] 0 d"}
_UNKNOWN = "[0.8 2.2] 0 d"


class LinesOverTime(Block):
    """A chart with its key above it; it is not cut."""

    def __init__(self, chart: LineChart, type_: Type) -> None:
        self.chart = chart
        self.small = Style(type_.small.size, type_.small.leading, colour=SOFT)
        self.figure = Style(type_.small.size, type_.small.leading, bold=True, colour=INK)
        self.before, self.after = 10.0, 10.0

    def take(self, room: Room, /) -> Taken:
        """Take all of it or nothing."""
        key = self._key(room.width)
        line = self.small.leading + 2
        height = len(key) * line + _TOP + _TALL + line * (2 if self.chart.uprights else 1) + 4
        if height > room.left and room.left < room.full:
            return None, self
        return _Drawn(self, key, room.width, height), None

    def _key(self, width: float) -> list[list[tuple[float, str, Stroke | None]]]:
        """Lay the words of the key out in lines; without a stroke it is what is not known."""
        named: list[tuple[str, Stroke | None]] = [(one.words, one.stroke) for one in self._named()]
        if self.chart.has_gaps and self.chart.unknown:
            named.append((self.chart.unknown, None))
        lines: list[list[tuple[float, str, Stroke | None]]] = []
        along = 0.0
        for words, stroke in named:
            wide = _SAMPLE + 5 + width_of(words, self.small) + 16
            if not lines or along + wide > width:
                lines.append([])
                along = 0.0
            lines[-1].append((along, words, stroke))
            along += wide
        return lines

    def _named(self) -> tuple[Line, ...]:
        return tuple(one for one in self.chart.lines if one.words)


class _Drawn:
    __slots__ = ("_block", "_key", "_width", "height")

    def __init__(
        self,
        block: LinesOverTime,
        key: list[list[tuple[float, str, Stroke | None]]],
        width: float,
        height: float,
    ) -> None:
        self._block, self._key, self._width, self.height = block, key, width, height

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        box = x, top - self.height, x + self._width, top
        with figure(canvas, one_line(self._block.chart.words), box):
            self._draw(canvas, x, top)

    def _draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        small = self._block.small
        for line in self._key:
            low = top - small.leading
            for along, words, stroke in line:
                self._draw_sample(canvas, (x + along, low + 5), stroke)
                begins = along + _SAMPLE + 5
                place = (x + begins, max(self._width - begins, 1.0), low + 3)
                canvas.put(line_at(canvas, words, small, place))
            top -= small.leading + 2
        field = _Field(x + _SCALE, top - _TOP - _TALL, self._width - _SCALE)
        self._draw_scale(canvas, x, field)
        self._draw_days(canvas, field)
        for one in self._block.chart.lines:
            self._draw_line(canvas, one, field)

    def _draw_sample(
        self, canvas: PaperCanvas, place: tuple[float, float], stroke: Stroke | None
    ) -> None:
        x, y = place
        if stroke is None:
            canvas.put(_rule((x + _SAMPLE / 2, y - 5), (x + _SAMPLE / 2, y + 6), _UNKNOWN, SOFT))
            return
        canvas.put(_rule((x, y), (x + _SAMPLE, y), _DASHES[stroke], ACCENT, 1.4))
        canvas.put(_dot(x + _SAMPLE / 2, y, stroke))

    def _draw_scale(self, canvas: PaperCanvas, x: float, field: "_Field") -> None:
        small = self._block.small
        for value in self._block.chart.ticks:
            y = field.low + _TALL * self._block.chart.up(value)
            canvas.put(_rule((field.left, y), (field.left + field.width, y), "[] 0 d", RULE))
            wide = width_of(str(value), small)
            place = (x + _SCALE - 6 - wide, wide + 1, y - small.size * 0.34)
            canvas.put(line_at(canvas, str(value), small, place))

    def _draw_days(self, canvas: PaperCanvas, field: "_Field") -> None:
        chart, small = self._block.chart, self._block.small
        below = field.low - small.leading
        for words, middle in _labels(chart, field, small):
            place = (middle, width_of(words, small) + 1, below)
            canvas.put(line_at(canvas, words, small, place))
        for one in chart.uprights:
            at = field.along(chart.along(one.on))
            canvas.put(_rule((at, field.low), (at, field.low + _TALL), "[] 0 d", SOFT, 1.0))
            wide = width_of(one.words, small)
            begins = min(max(at - wide / 2, field.left), field.left + field.width - wide)
            place = (begins, wide + 1, below - small.leading - 2)
            canvas.put(line_at(canvas, one.words, small, place))

    def _draw_line(self, canvas: PaperCanvas, line: Line, field: "_Field") -> None:
        chart, figure = self._block.chart, self._block.figure
        for point in line.gaps:
            at = field.along(chart.along(point.on))
            canvas.put(_rule((at, field.low), (at, field.low + _TALL), _UNKNOWN, SOFT))
        for run in line.runs:
            places = [field.place(chart, point) for point in run]
            for start, end in pairwise(places):
                canvas.put(_rule(start, end, _DASHES[line.stroke], ACCENT, 1.4))
            for point, (at, y) in zip(run, places, strict=True):
                canvas.put(_dot(at, y, line.stroke))
                words = str(point.value)
                wide = width_of(words, figure)
                canvas.put(line_at(canvas, words, figure, (at - wide / 2, wide + 1, y + 5)))


class _Field:
    """Where the values stand: its lower left corner and its width."""

    __slots__ = ("left", "low", "width")

    def __init__(self, left: float, low: float, width: float) -> None:
        self.left, self.low, self.width = left, low, width

    def along(self, part: float) -> float:
        return self.left + _INSET + (self.width - 2 * _INSET) * part

    def place(self, chart: LineChart, point: Point) -> tuple[float, float]:
        return self.along(chart.along(point.on)), self.low + _TALL * chart.up(point.value or 0)


def _labels(chart: LineChart, field: _Field, style: Style) -> Iterator[tuple[str, float]]:
    """Give the labels of days that do not run into the one before, and where each begins."""
    labels = {point.on: point.label for line in chart.lines for point in line.points}
    taken = field.left - 4.0
    for on in sorted(labels):
        wide = width_of(labels[on], style)
        middle = field.along(chart.along(on)) - wide / 2
        begins = min(max(middle, field.left), field.left + field.width - wide)
        if labels[on] and begins >= taken + 4:
            yield labels[on], begins
            taken = begins + wide


def _rule(
    start: tuple[float, float],
    end: tuple[float, float],
    dashes: str,
    colour: str,
    wide: float = 0.6,
) -> str:
    (x, y), (to_x, to_y) = start, end
    return (
        f"q {wide} w {dashes} {operands(colour)} RG {x:.2f} {y:.2f} m {to_x:.2f} {to_y:.2f} l S Q"
    )


def _dot(x: float, y: float, stroke: Stroke) -> str:
    """Draw a point: a full square, an open square, a full diamond."""
    side = _DOT
    fill = PAPER if stroke is Stroke.DASHED else ACCENT
    if stroke is Stroke.DOTTED:
        wide = side * 1.35
        shape = (
            f"{x - wide:.2f} {y:.2f} m {x:.2f} {y + wide:.2f} l"
            f" {x + wide:.2f} {y:.2f} l {x:.2f} {y - wide:.2f} l h"
        )
    else:
        shape = f"{x - side:.2f} {y - side:.2f} {2 * side:.2f} {2 * side:.2f} re"
    return f"q 1 w [] 0 d {operands(ACCENT)} RG {operands(fill)} rg {shape} B Q"
