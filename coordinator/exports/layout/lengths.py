"""Bars as long as their counts, on one scale; what is not told is drawn alike, however much it is.

The count stands in words behind each bar, and the whole chart is read out in the words of its read
model.
"""

from collections.abc import Iterator
from dataclasses import replace

from coordinator.domain.charts import Length, LengthChart, Shade
from coordinator.exports.layout.bars import line_across, shaded
from coordinator.exports.layout.blocks import Block, Room, Taken
from coordinator.exports.layout.canvas import PaperCanvas, figure
from coordinator.exports.layout.paragraphs import line_at
from coordinator.exports.layout.safety import one_line
from coordinator.exports.layout.tokens import SOFT, Style, Type

_NAMES, _TOLD = 0.46, 0.2  # parts of the width for names, and for what stands behind the bars
_TALL, _GAP = 13.0, 6.0
_STUB = 10.0
_MOST = 12
"""Bars of one figure: few enough that what is left of a page is not left empty."""


def length_charts(chart: LengthChart, type_: Type) -> Iterator[Block]:
    """Give a chart, in several figures on one scale where it has many bars."""
    for start in range(0, len(chart.bars), _MOST):
        some = replace(chart, bars=chart.bars[start : start + _MOST])
        yield Lengths(some, chart.longest, type_)


class Lengths(Block):
    """A chart without a key: each bar is of one count."""

    def __init__(self, chart: LengthChart, longest: int, type_: Type) -> None:
        self.chart, self.longest, self.type = chart, longest, type_
        self.small = Style(type_.small.size, type_.small.leading, colour=SOFT)
        self.before, self.after = 8.0, 10.0

    def take(self, room: Room, /) -> Taken:
        """Take all of it or nothing."""
        height = len(self.chart.bars) * (_TALL + _GAP)
        if height > room.left and room.left < room.full:
            return None, self
        return _Drawn(self, room.width, height), None


class _Drawn:
    __slots__ = ("_lengths", "_width", "height")

    def __init__(self, lengths: Lengths, width: float, height: float) -> None:
        self._lengths, self._width, self.height = lengths, width, height

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        box = x, top - self.height, x + self._width, top
        with figure(canvas, one_line(self._lengths.chart.words), box):
            self._draw(canvas, x, top)

    def _draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        for bar in self._lengths.chart.bars:
            self._draw_bar(canvas, bar, x, top - _TALL)
            top -= _TALL + _GAP

    def _draw_bar(self, canvas: PaperCanvas, bar: Length, x: float, low: float) -> None:
        names, behind = self._width * _NAMES, self._width * _TOLD
        whole, left = self._width - names - behind, x + names
        canvas.put(line_at(canvas, bar.name, self._lengths.type.cell, (x, names - 10, low + 2.6)))
        wide, shade = self._drawn(bar, whole)
        if wide:
            shaded(canvas, (left, low, wide, _TALL), shade)
        else:
            canvas.put(line_across(left, low + _TALL / 2, left + _STUB))
        begins = left + max(wide, _STUB) + 6
        place = (begins, max(x + self._width - begins, 1.0), low + 3)
        canvas.put(line_at(canvas, bar.told, self._lengths.small, place))

    def _drawn(self, bar: Length, whole: float) -> tuple[float, Shade]:
        if bar.count is None:
            return _STUB, Shade.STRIPED
        return whole * bar.count / self._lengths.longest, Shade.FULL
