"""The figures of one part: lines with their bars and true counts, each leading to its list."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtWidgets import QGridLayout, QWidget

from coordinator.domain.charts import BarChart, LengthChart, Shade
from coordinator.domain.pair_charts import PairChart
from coordinator.domain.reports.figures import Counts, Key
from coordinator.domain.reports.parts import PartTable
from coordinator.domain.small_numbers import Hidden, Told
from coordinator.ui.kit.bars import BarsWidget
from coordinator.ui.kit.boxes import column, holder
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import heading, label, widest_word
from coordinator.ui.kit.lengths import LengthBar
from coordinator.ui.kit.pairs import PairsWidget
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import M, S
from coordinator.ui.places.every import Place
from coordinator.wording import labels
from coordinator.wording.reports import counted, written
from coordinator.wording.translation import _

_NAMES = 110
"""Least room for what a line is of: its longest words stay whole."""
_LONG = 40
"""Letters from which on a column takes more lines, no more room from those beside it."""
_WIDEST_COUNT = "0000"
_MANY = 6
"""Columns a table has room for beside one another in large text on a small screen."""
_LEAST_HIGH = 32
"""Of a line, whether it leads anywhere or not."""
Leads = Callable[[Counts, StrEnum], Place | None]
Open = Callable[[Place], object]


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    count: int | str
    part: float
    is_hidden: bool = False
    place: Place | None = None


def counts_table(
    counts: Counts, told: Mapping[Key, Told], leads: Leads, open_it: Open
) -> Iterator[QWidget]:
    """Give one table with true counts, and a mark on what the paper does not give."""
    yield heading(labels.label(counts.table), "strong")
    if not counts.lines:
        yield label(_("Nothing to count in this period."), "quiet", wraps=True)
        return
    longest = max(count for _line, count in counts.lines) or 1
    lines = [
        _Line(
            labels.label(line),
            count,
            count / longest,
            isinstance(told[counts.table, line.value], Hidden),
            leads(counts, line) if count else None,
        )
        for line, count in counts.lines
    ]
    yield _grid(lines, open_it)
    yield label(counted(counts.table), "quiet", wraps=True)


def told_table(table: PartTable) -> Iterator[QWidget]:
    """Give a table of another room, as it may leave the panel."""
    yield heading(table.title, "strong")
    if not table.rows:
        yield label(_("Nothing to count in this period."), "quiet", wraps=True)
        return
    yield holder(_stacked(table) if len(table.heads) > _MANY else _plain(table))
    if isinstance(table.chart, BarChart):
        bars = BarsWidget()
        bars.show_chart(table.chart)
        yield bars
    if isinstance(table.chart, PairChart):
        pairs = PairsWidget()
        pairs.show_chart(table.chart)
        yield pairs
    if table.explained:
        yield label(table.explained, "quiet", wraps=True)


def _plain(table: PartTable) -> QGridLayout:
    grid = _columns_of(table, list(range(len(table.heads))), every=1)
    bars = table.chart.bars if isinstance(table.chart, LengthChart) else ()
    longest = table.chart.longest if isinstance(table.chart, LengthChart) else 1
    for at, bar in enumerate(bars[: len(table.rows)], 1):
        shade = Shade.FULL if bar.count is not None else Shade.STRIPED
        grid.addWidget(LengthBar((bar.count or 0) / longest, shade), at, len(table.heads))
    return grid


def _stacked(table: PartTable) -> QGridLayout:
    """Lay out a table with many columns: what a row is of stands above its figures."""
    figures = list(range(1, len(table.heads)))
    grid = _columns_of(table, figures, every=2)
    for at, row in enumerate(table.rows):
        words = label(written(row[0]), "strong", wraps=True)
        grid.addWidget(words, 2 * at + 1, 0, 1, len(figures))
    return grid


def _columns_of(table: PartTable, wanted: Sequence[int], *, every: int) -> QGridLayout:
    """Lay out some columns, each as wide as its longest word at least, a row in every so many."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(px(S))
    for place, which in enumerate(wanted):
        cells = [label(table.heads[which], "quiet", wraps=True)]
        cells += [label(written(row[which]), wraps=True) for row in table.rows]
        for at, cell in enumerate(cells):
            grid.addWidget(cell, every * at, place)
        grid.setColumnMinimumWidth(place, max(map(widest_word, cells)))
        grid.setColumnStretch(place, min(max(len(cell.text()) for cell in cells), _LONG))
    return grid


def _grid(lines: Sequence[_Line], open_it: Open) -> QWidget:
    grid = QGridLayout()
    grid.setHorizontalSpacing(px(M))
    grid.setVerticalSpacing(px(S))
    for at, line in enumerate(lines):
        shade = Shade.STRIPED if line.is_hidden else Shade.FULL
        grid.setRowMinimumHeight(at, px(_LEAST_HIGH))
        grid.addWidget(label(line.words, wraps=True), at, 0)
        grid.addWidget(LengthBar(line.part, shade), at, 1)
        grid.addWidget(label(str(line.count), "strong"), at, 2)
        grid.addWidget(_mark(is_hidden=line.is_hidden), at, 3)
        if line.place is not None:
            grid.addWidget(_way(line, line.place, open_it), at, 4)
    grid.setColumnMinimumWidth(0, px(_NAMES))
    # The same behind every bar of the page, so that all bars begin and end on one line.
    behind = (label(_WIDEST_COUNT, "strong"), _mark(is_hidden=True), button(_("Show"), "link"))
    for at, one in enumerate(behind, 2):
        grid.setColumnMinimumWidth(at, one.sizeHint().width())
    grid.setColumnStretch(0, 4)
    grid.setColumnStretch(1, 5)
    return holder(column(holder(grid)))


def _mark(*, is_hidden: bool) -> QWidget:
    return label(_("not printed") if is_hidden else "", "quiet")


def _way(line: _Line, place: Place, open_it: Open) -> QWidget:
    name = _("Show the list: {what}, {count}", what=line.words, count=line.count)
    way = button(_("Show"), "link", name=name)
    way.clicked.connect(lambda: open_it(place))
    return way
