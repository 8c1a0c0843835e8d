"""Two bars for each measure, before and after, all on one scale; what is not known has none.

The figures stand behind the bars, and the whole chart is read out in the words of its read model.
"""

from collections.abc import Iterator
from dataclasses import replace

from coordinator.domain.charts import Shade
from coordinator.domain.pair_charts import PairBars, PairChart, Side
from coordinator.exports.layout.bars import shaded
from coordinator.exports.layout.blocks import Block, Room, Taken
from coordinator.exports.layout.canvas import PaperCanvas, figure
from coordinator.exports.layout.paragraphs import line_at, width_of
from coordinator.exports.layout.safety import one_line
from coordinator.exports.layout.tokens import SOFT, Style, Type

_NAMES, _WORDS = 0.3, 0.3  # parts of the width: for the names, and for what stands behind a bar
_TALL, _GAP, _SWATCH = 10.0, 7.0, 10.0
_BEFORE, _AFTER = Shade.FULL, Shade.STRIPED
_MOST = 8
"""Pairs of one figure: few enough that what is left of a page is not left empty."""


def pair_charts(chart: PairChart, type_: Type) -> Iterator[Block]:
    """Give a chart, in several figures on one scale where it has many pairs.

    Where nothing at all is known there is nothing to draw.
    """
    if all(one.before.count is None and one.after.count is None for one in chart.pairs):
        return
    for start in range(0, len(chart.pairs), _MOST):
        yield Pairs(chart, chart.pairs[start : start + _MOST], type_)


class Pairs(Block):
    """A chart, or a part of one, with its key above it."""

    def __init__(self, chart: PairChart, pairs: tuple[PairBars, ...], type_: Type) -> None:
        self.longest = chart.longest
        self.chart = replace(chart, pairs=pairs)
        self.small = Style(type_.small.size, type_.small.leading, colour=SOFT)
        self.type = type_
        self.before, self.after = 10.0, 10.0

    def take(self, room: Room, /) -> Taken:
        """Take all of it or nothing."""
        height = self.small.leading + 8 + len(self.chart.pairs) * (2 * _TALL + 2 + _GAP)
        if height > room.left and room.left < room.full:
            return None, self
        return _Drawn(self, room.width, height), None


class _Drawn:
    __slots__ = ("_pairs", "_width", "height")

    def __init__(self, pairs: Pairs, width: float, height: float) -> None:
        self._pairs, self._width, self.height = pairs, width, height

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        box = x, top - self.height, x + self._width, top
        with figure(canvas, one_line(self._pairs.chart.words), box):
            self._draw(canvas, x, top)

    def _draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        small, chart = self._pairs.small, self._pairs.chart
        low, along = top - small.leading, 0.0
        for words, shade in ((chart.before, _BEFORE), (chart.after, _AFTER)):
            shaded(canvas, (x + along, low + 2, _SWATCH, _SWATCH), shade)
            begins = along + _SWATCH + 5
            place = (x + begins, max(self._width - begins, 1.0), low + 3)
            canvas.put(line_at(canvas, words, small, place))
            along = begins + width_of(words, small) + 16
        top = low - 8
        for one in chart.pairs:
            self._draw_pair(canvas, one, x, top)
            top -= 2 * _TALL + 2 + _GAP

    def _draw_pair(self, canvas: PaperCanvas, one: PairBars, x: float, top: float) -> None:
        names = self._width * _NAMES
        cell = self._pairs.type.cell
        canvas.put(line_at(canvas, one.name, cell, (x, names - 10, top - _TALL - 3)))
        self._draw_side(canvas, one.before, (x + names, top - _TALL), _BEFORE)
        self._draw_side(canvas, one.after, (x + names, top - 2 * _TALL - 2), _AFTER)

    def _draw_side(
        self, canvas: PaperCanvas, side: Side, place: tuple[float, float], shade: Shade
    ) -> None:
        left, low = place
        whole = self._width * (1 - _NAMES - _WORDS)
        wide = whole * (side.count or 0) / self._pairs.longest
        if side.count is not None:
            shaded(canvas, (left, low, max(wide, 1.5), _TALL), shade)
        begins = left + wide + (6 if side.count is not None else 0)
        room = max(self._width * (1 - _NAMES) - wide - 6, 1.0)
        canvas.put(line_at(canvas, side.words, self._pairs.small, (begins, room, low + 2)))
