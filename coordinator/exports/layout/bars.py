"""Bars of one length, each shared out by its counts: told apart by how dark and striped they are.

All bars are as long as each other, so that none looks better for being longer; the counts stand in
them, and the whole chart is read out in the words of its read model.
"""

from collections.abc import Iterator
from dataclasses import replace

from coordinator.domain.charts import Bar, BarChart, Shade
from coordinator.exports.layout.blocks import Block, Room, Taken
from coordinator.exports.layout.canvas import PaperCanvas, figure
from coordinator.exports.layout.paragraphs import line_at, width_of
from coordinator.exports.layout.safety import one_line
from coordinator.exports.layout.tokens import ACCENT, INK, PAPER, RULE, SOFT, Style, Type, operands

_HALF, _PALE = "#A9C6CC", "#E7ECEF"
_GROUNDS = {
    Shade.FULL: ACCENT,
    Shade.HALF: _HALF,
    Shade.STRIPED: PAPER,
    Shade.PALE: _PALE,
    Shade.EMPTY: PAPER,
}
_NAMES, _TOTALS = 0.3, 76.0  # part of the width for names; points for what stands behind a bar
_TALL, _GAP, _SWATCH = 13.0, 6.0, 10.0
_LEAST_FOR_COUNT = 12.0
_STRIPES = 4.0
_MOST = 8
"""Bars of one figure: few enough that what is left of a page is not left empty."""


def bar_charts(chart: BarChart, type_: Type) -> Iterator[Block]:
    """Give a chart, in several figures where it has many bars."""
    for start in range(0, len(chart.bars), _MOST):
        yield Bars(replace(chart, bars=chart.bars[start : start + _MOST]), type_)


class Bars(Block):
    """A chart with its key above it."""

    def __init__(self, chart: BarChart, type_: Type) -> None:
        self.chart = chart
        self.small = Style(type_.small.size, type_.small.leading, colour=SOFT)
        self.type = type_
        self.before, self.after = 10.0, 10.0

    def take(self, room: Room, /) -> Taken:
        """Take all of it or nothing."""
        key = self._key(room.width)
        height = len(key) * (self.small.leading + 2) + 6 + len(self.chart.bars) * (_TALL + _GAP)
        if height > room.left and room.left < room.full:
            return None, self
        return _Drawn(self, key, room.width, height), None

    def _key(self, width: float) -> list[list[tuple[float, str, Shade]]]:
        """Lay the words of the key out in lines: how far along each begins."""
        lines: list[list[tuple[float, str, Shade]]] = [[]]
        along = 0.0
        for part in self.chart.parts:
            wide = _SWATCH + 5 + width_of(part.words, self.small) + 16
            if along and along + wide > width:
                lines.append([])
                along = 0.0
            lines[-1].append((along, part.words, part.shade))
            along += wide
        return lines


class _Drawn:
    __slots__ = ("_bars", "_key", "_width", "height")

    def __init__(
        self,
        bars: Bars,
        key: list[list[tuple[float, str, Shade]]],
        width: float,
        height: float,
    ) -> None:
        self._bars, self._key, self._width, self.height = bars, key, width, height

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        box = x, top - self.height, x + self._width, top
        with figure(canvas, one_line(self._bars.chart.words), box):
            self._draw(canvas, x, top)

    def _draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        small = self._bars.small
        for line in self._key:
            low = top - small.leading
            for along, words, shade in line:
                shaded(canvas, (x + along, low + 2, _SWATCH, _SWATCH), shade)
                begins = along + _SWATCH + 5
                place = (x + begins, max(self._width - begins, 1.0), low + 3)
                canvas.put(line_at(canvas, words, small, place))
            top -= small.leading + 2
        top -= 6
        for bar in self._bars.chart.bars:
            self._draw_bar(canvas, bar, x, top - _TALL)
            top -= _TALL + _GAP

    def _draw_bar(self, canvas: PaperCanvas, bar: Bar, x: float, low: float) -> None:
        names = self._width * _NAMES
        cell, small = self._bars.type.cell, self._bars.small
        canvas.put(line_at(canvas, bar.name, cell, (x, names - 10, low + 2.6)))
        left, whole = x + names, self._width - names - _TOTALS
        if bar.is_empty:
            canvas.put(line_across(left, low + _TALL / 2, left + whole))
        else:
            self._draw_parts(canvas, bar, (left, low, whole))
        canvas.put(line_at(canvas, bar.total, small, (left + whole + 8, _TOTALS - 12, low + 3)))

    def _draw_parts(
        self, canvas: PaperCanvas, bar: Bar, place: tuple[float, float, float]
    ) -> None:
        left, low, whole = place
        unit = whole / sum(bar.counts)
        for part, count in zip(self._bars.chart.parts, bar.counts, strict=True):
            if not count:
                continue
            wide = unit * count
            shaded(canvas, (left, low, wide, _TALL), part.shade)
            if wide >= _LEAST_FOR_COUNT + 4 * (len(str(count)) - 1):
                _write_count(canvas, count, part.shade, (left + wide / 2, low + 3.2))
            left += wide


def shaded(canvas: PaperCanvas, box: tuple[float, float, float, float], shade: Shade) -> None:
    """Draw a box (left, bottom, width, height) in one shade."""
    x, y, wide, high = box
    square = f"{x:.2f} {y:.2f} {wide:.2f} {high:.2f} re"
    ground = operands(_GROUNDS[shade])
    canvas.put(f"q 0.6 w {operands(ACCENT)} RG {ground} rg {square} B")
    if shade is Shade.STRIPED:
        canvas.put(f"{square} W n 0.5 w {_stripes(box)} S")
    canvas.put("Q")


def _stripes(box: tuple[float, float, float, float]) -> str:
    x, y, wide, high = box
    starts = range(int((wide + high) // _STRIPES) + 1)
    lines = (
        f"{x - high + at * _STRIPES:.2f} {y:.2f} m {x + at * _STRIPES:.2f} {y + high:.2f} l"
        for at in starts
    )
    return " ".join(lines)


def _write_count(
    canvas: PaperCanvas, count: int, shade: Shade, place: tuple[float, float]
) -> None:
    middle, low = place
    ink = PAPER if shade is Shade.FULL else INK
    bold = Style(8.5, 11, bold=True, colour=ink)
    if shade is Shade.STRIPED:  # a clear ground, so that the stripes do not cross the figure
        half = width_of(str(count), bold) / 2 + 1.5
        square = f"{middle - half:.2f} {low - 1.2:.2f} {2 * half:.2f} 9.2 re"
        canvas.put(f"{operands(PAPER)} rg {square} f")
    canvas.put(line_at(canvas, str(count), bold, (middle, 0, low)))


def line_across(left: float, y: float, right: float) -> str:
    """Operators of the line that stands where there is nothing to draw."""
    return f"0.6 w {operands(RULE)} RG {left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S"
