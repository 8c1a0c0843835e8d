"""The journey map: lanes over time on a landscape page, and a table that says the same."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coordinator.domain.papers.journey import (
    JourneyBar,
    JourneyChart,
    JourneyLane,
    JourneyMap,
    JourneyMark,
)
from coordinator.exports.documents.opening import opening, section
from coordinator.exports.layout.blocks import Block, NewPage, Room, Taken
from coordinator.exports.layout.canvas import PaperCanvas, figure
from coordinator.exports.layout.panels import tinted_box
from coordinator.exports.layout.paragraphs import Text, line_at
from coordinator.exports.layout.press import Paper
from coordinator.exports.layout.safety import one_line
from coordinator.exports.layout.tables import Column, Table
from coordinator.exports.layout.tokens import (
    A4_LANDSCAPE,
    ACCENT,
    INK,
    PAPER,
    RULE,
    SOFT,
    TYPE,
    WASH,
    Style,
    operands,
)
from coordinator.wording.translation import _

_MARGIN = 36.0
_NAMES = 104.0
_BAR, _STEP = 15.0, 18.0
_MARK = 6.6
_PAD = 7.0
_MOST_DEEP = 4
_DENSITY = 26.0
_AXIS = 16.0
_KAPPA = 0.5523
_BAND, _TRIED = "#F6F9FA", "#B7D3D8"
_TICK, _TICK_ROOM = 42.0, 30.0  # points between names of months, and before the edge
_COUNTED, _WORDED = 9.0, 24.0  # as wide is what has a number above it, or words in it
_TYPE = replace(
    TYPE.scaled(0.85),
    cell=Style(10, 13, after=2),
    section=replace(TYPE.section, size=13, leading=17, before=8, after=4),
)
_NAME = Style(10, 13, bold=True, colour=INK)
_SMALL = Style(8.5, 11, colour=SOFT)
_IN_BAR = Style(8.5, 11, colour=INK)
_NUMBER = Style(7.5, 9, bold=True, colour=PAPER)


def journey_paper(journey: JourneyMap) -> Paper:
    """Compose the map."""
    blocks: list[Block] = [*opening(journey.imprint, journey.title, journey.subtitle, _TYPE)]
    if journey.note:
        blocks.append(Text(journey.note, _TYPE.body))
    for place, chart in enumerate(journey.charts):
        blocks += _stretch(chart, place)
    told = _("{reference}: journey map", reference=journey.person)
    name = told if journey.person else _("Journey map, for learning")
    return Paper(name, journey.imprint, blocks, size=A4_LANDSCAPE, margin=_MARGIN)


def _stretch(chart: JourneyChart, place: int) -> Iterator[Block]:
    if place:
        yield NewPage()
    yield section(chart.title, _TYPE, key=f"stretch-{place}", level=1)
    if not chart.lanes:
        yield Text(_("Nothing is on file about this time."), _TYPE.body)
        return
    yield _Chart(chart)
    yield _key()
    columns = [
        Column(_("No."), width=34),
        Column(_("When"), width=150),
        Column(_("What it is about"), width=120),
        Column(_("What happened"), share=1),
    ]
    rows = [(one.number, one.when, one.lane, one.what) for one in chart.rows]
    yield section(_("The same in words"), _TYPE)
    yield Table(columns, rows, _TYPE)


def _key() -> Text:
    words = _(
        "Numbers are those of the table. Contact: the height is how often it was tried in a month,"
        " the dark part how often they were met."
    )
    return Text(words, _TYPE.small)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A lane with the rows its bars and marks need so that none covers another."""

    lane: JourneyLane
    bars: tuple[tuple[int, JourneyBar], ...]
    marks: tuple[tuple[int, JourneyMark], ...]
    rows: int

    @property
    def height(self) -> float:
        """How high it is."""
        if self.lane.density:
            return _DENSITY + 2 * _PAD
        return self.rows * _STEP + 2 * _PAD - (_STEP - _BAR)


class _Chart(Block):
    """The lanes of one stretch; taken as a whole."""

    def __init__(self, chart: JourneyChart) -> None:
        self._chart = chart
        self.before, self.after = 4.0, 6.0

    def take(self, room: Room, /) -> Taken:
        """Take all of it or nothing."""
        placed = [_placed(one, room.width - _NAMES) for one in self._chart.lanes]
        height = sum(one.height for one in placed) + _AXIS
        if height > room.left and room.left < room.full:
            return None, self
        return _ChartPiece(self._chart, placed, room.width, height), None


def _placed(lane: JourneyLane, width: float) -> _Placed:
    bars = tuple(_rows_of_bars(lane.bars, width))
    below = max((row + 1 for row, _bar in bars), default=0)
    marks = tuple(_rows_of_marks(lane.marks, width, below))
    rows = max([below, *(row + 1 for row, _mark in marks)], default=1)
    return _Placed(lane, bars, marks, max(rows, 1))


def _rows_of_bars(bars: tuple[JourneyBar, ...], width: float) -> Iterator[tuple[int, JourneyBar]]:
    ends: list[float] = []
    for bar in bars:
        begins = bar.begins * width
        free = (row for row, end in enumerate(ends) if end <= begins + 0.5)
        row = next(free, len(ends))
        if row == len(ends) and row < _MOST_DEEP:
            ends.append(0.0)
        row = min(row, _MOST_DEEP - 1)
        ends[row] = bar.ends * width
        yield row, bar


def _rows_of_marks(
    marks: tuple[JourneyMark, ...], width: float, first: int
) -> Iterator[tuple[int, JourneyMark]]:
    """Put marks that would cover each other under each other; past so many they touch."""
    ends: list[float] = []
    for mark in marks:
        begins = mark.at * width
        free = (row for row, end in enumerate(ends) if end <= begins)
        row = next(free, len(ends))
        if row == len(ends) and row < _MOST_DEEP:
            ends.append(0.0)
        row = min(row, _MOST_DEEP - 1)
        ends[row] = begins + 2 * _MARK + 1.5
        yield first + row, mark


class _ChartPiece:
    __slots__ = ("_chart", "_placed", "_width", "height")

    def __init__(
        self, chart: JourneyChart, placed: list[_Placed], width: float, height: float
    ) -> None:
        self._chart, self._placed, self._width, self.height = chart, placed, width, height

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        box = x, top - self.height, x + self._width, top
        with figure(canvas, one_line(self._chart.words), box):
            self._draw(canvas, x, top)

    def _draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        left, whole = x + _NAMES, self._width - _NAMES
        self._axis(canvas, left, whole, top)
        self._bands(canvas, x, top)
        self._ticks(canvas, left, whole, top)
        y = top - _AXIS
        for one in self._placed:
            low = y - _PAD - 11
            canvas.put(line_at(canvas, one.lane.name, _NAME, (x + 4, _NAMES - 10, low)))
            self._density(canvas, one, left, whole, y)
            for row, bar in one.bars:
                _bar(canvas, bar, (left, whole, y - _PAD - row * _STEP))
            for row, mark in one.marks:
                _mark(canvas, mark, (left, whole, y - _PAD - row * _STEP))
            y -= one.height

    def _bands(self, canvas: PaperCanvas, x: float, top: float) -> None:
        y = top - _AXIS
        for place, one in enumerate(self._placed):
            if place % 2 == 0:
                band = (x, y - one.height, self._width, one.height)
                canvas.put(tinted_box(band, _BAND))
            y -= one.height

    def _axis(self, canvas: PaperCanvas, left: float, whole: float, top: float) -> None:
        before = -1000.0
        for at, words in self._chart.ticks:
            along = left + at * whole
            room = left + whole - along
            if along - before >= _TICK and room >= _TICK_ROOM:
                canvas.put(line_at(canvas, words, _SMALL, (along + 2, 60, top - 11)))
                before = along

    def _ticks(self, canvas: PaperCanvas, left: float, whole: float, top: float) -> None:
        low = top - self.height
        for at, _words in self._chart.ticks:
            along = left + at * whole
            line = f"{along:.2f} {top - 2:.2f} m {along:.2f} {low:.2f} l S"
            canvas.put(f"0.35 w {operands(RULE)} RG {line}")

    @staticmethod
    def _density(canvas: PaperCanvas, one: _Placed, left: float, whole: float, y: float) -> None:
        most = max((tried for *_at, tried, _met in one.lane.density), default=0)
        floor = y - _PAD - _DENSITY
        for begins, ends, tried, met in one.lane.density:
            start, wide = left + begins * whole + 0.6, max((ends - begins) * whole - 1.2, 1.0)
            unit = (_DENSITY - 9) / max(most, 1)
            canvas.put(tinted_box((start, floor, wide, tried * unit), _TRIED))
            if met:
                canvas.put(tinted_box((start, floor, wide, met * unit), ACCENT))
            if wide >= _COUNTED:
                place = (start + wide / 2, 0, floor + tried * unit + 1.5)
                canvas.put(line_at(canvas, str(tried), _SMALL, place))


def _bar(canvas: PaperCanvas, bar: JourneyBar, at: tuple[float, float, float]) -> None:
    left, whole, top = at
    start = left + bar.begins * whole
    wide = max((bar.ends - bar.begins) * whole - 1.0, 2.0)
    canvas.put(tinted_box((start, top - _BAR, wide, _BAR), WASH, 3))
    canvas.put(tinted_box((start, top - _BAR, 2.2, _BAR), ACCENT))
    if wide > _WORDED:
        canvas.put(line_at(canvas, bar.words, _IN_BAR, (start + 5, wide - 7, top - 10.6)))


def _mark(canvas: PaperCanvas, mark: JourneyMark, at: tuple[float, float, float]) -> None:
    left, whole, top = at
    x = min(max(left + mark.at * whole, left + _MARK), left + whole - _MARK)
    y = top - _BAR / 2
    canvas.put(f"{operands(ACCENT)} rg {_circle(x, y, _MARK)} f")
    canvas.put(line_at(canvas, str(mark.number), _NUMBER, (x, 0, y - 2.6)))


def _circle(x: float, y: float, r: float) -> str:
    k = r * _KAPPA
    return (
        f"{x + r:.2f} {y:.2f} m "
        f"{x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
        f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c "
        f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
        f"{x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c"
    )
