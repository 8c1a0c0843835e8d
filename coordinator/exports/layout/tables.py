"""Tables that run over pages: one table to a reader, a repeated header to the eye.

Rows are made when their turn comes and forgotten when drawn, so that the cost of a page does not
depend on the length of the table. A row stays whole unless it is taller than a page.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from coordinator.domain.papers.imprint import Label
from coordinator.exports.layout.at_right import written
from coordinator.exports.layout.blocks import BOUNDLESS, Block, Room, Stack, Taken, stack
from coordinator.exports.layout.canvas import PaperCanvas
from coordinator.exports.layout.panels import Chip
from coordinator.exports.layout.paragraphs import Shared, width_of
from coordinator.exports.layout.tagging import Element
from coordinator.exports.layout.tokens import ACCENT, RULE, WASH, Style, Type, operands

Cell = str | Label | Block | Sequence[Block]

_SIDE = 6.0  # points beside a cell's text
_HEAD, _FOOT = 0.4, 0.5  # room above and under it, as parts of the size
_ROW_RULE, _HEAD_RULE = 0.6, 1.4
_MEASURED = 500  # texts that decide how wide a fitted column is
_WIDEST = 10.0  # of the size
_MOST_FIXED = 0.72  # part of the width that columns of fixed width may take from the others
_KEPT_ROWS, _KEPT_PART = 6, 0.3  # a table as short as this stays on one page
_LEAST_SPLIT = 60.0  # points of a tall row that must fit before it is begun on this page


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `width` in points, or a `share` of the rest; `right` where figures end there."""

    title: str
    width: float = 0.0
    share: float = 0.0
    bold: bool = False
    right: bool = False


def fitted(
    title: str, texts: Sequence[str], type_: Type, *, bold: bool = False, widest: float = _WIDEST
) -> Column:
    """A column as wide as its texts, to `widest` sizes: numbers and dates stay on a line."""
    style = Style(type_.cell.size, type_.cell.leading, bold=bold)
    head = Style(type_.cell.size, type_.cell.leading, bold=True)
    widest = max([width_of(text, style) for text in texts[:_MEASURED]], default=0.0)
    wanted = max(widest, width_of(title, head)) + 2 * _SIDE + 1
    return Column(title, width=min(wanted, widest * type_.cell.size), bold=bold)


class Table(Block):
    """A table with a header row.

    Args:
        columns: From left to right.
        rows: Cells of each row; text of any origin, a status, or blocks.
        type_: The sizes of the paper.
        heads: How many columns, from the left, name their row.
        air: How much of the usual room its rows have around them.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Cell]],
        type_: Type,
        *,
        heads: int = 1,
        air: float = 1.0,
    ) -> None:
        self.after = 0.9 * type_.cell.size
        self.before = 0.4 * type_.cell.size
        self.book = _Book(columns, rows, type_, heads)
        self.book.give_air(air * type_.cell.size)

    def take(self, room: Room, /) -> Taken:
        """Take whole rows."""
        return _take(_Place(self.book, 0, None), self, room)

    def least(self, room: Room, /) -> float:
        """The header and the first row."""
        return _least(_Place(self.book, 0, None), room)


class _Row:
    """One row: its cells as blocks, and the elements they were given."""

    __slots__ = ("cells", "elements", "tr")

    def __init__(self, cells: list[list[Block]]) -> None:
        self.cells = cells
        self.tr: Element | None = None
        self.elements: list[Element] = []


class _Book:
    """What all parts of one table share."""

    def __init__(
        self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], type_: Type, heads: int
    ) -> None:
        self.columns = columns
        self.rows = rows
        self.heads = heads
        self.shared = Shared()
        self._cell = type_.cell
        self._bold = Style(type_.cell.size, type_.cell.leading, bold=True)
        self._chip = type_.chip
        self._head = Style(type_.cell.size, type_.cell.leading, bold=True, colour=ACCENT)
        self._width = -1.0
        self.widths: list[float] = []
        self.drawn_header = False
        self.head = self.pads = 0.0
        self._ready: dict[int, tuple[_Row, float]] = {}

    def give_air(self, size: float) -> None:
        """Keep room above and under each row, as for text of this size."""
        self.head = _HEAD * size
        self.pads = self.head + _FOOT * size

    def fit(self, width: float) -> None:
        """Share the width out to the columns."""
        if width == self._width:
            return
        self._width = width
        fixed = sum(column.width for column in self.columns)
        shares = sum(column.share for column in self.columns)
        most = width * _MOST_FIXED if shares else width
        squeeze = min(1.0, most / fixed) if fixed else 1.0
        left = width - fixed * squeeze
        self.widths = [
            column.width * squeeze if column.width else left * column.share / shares
            for column in self.columns
        ]
        self._ready.clear()

    def header(self) -> _Row:
        """The header row."""
        return _Row(
            [[written(column.title, self._head, right=column.right)] for column in self.columns]
        )

    def row(self, index: int, full: float) -> tuple[_Row, float]:
        """A row and its height."""
        found = self._ready.get(index)
        if found is None:
            cells = zip(self.rows[index], self.columns, strict=True)
            row = _Row([self._blocks(cell, column) for cell, column in cells])
            found = self._ready[index] = row, self.height_of(row, full)
        return found

    def forget(self, stop: int) -> None:
        """Drop the rows before `stop`."""
        for index in [index for index in self._ready if index < stop]:
            del self._ready[index]

    def _blocks(self, cell: Cell, column: Column) -> list[Block]:
        style = self._bold if column.bold else self._cell
        if isinstance(cell, str):
            return [written(cell, style, right=column.right)]
        if isinstance(cell, Label):
            return [Chip(cell, self._chip)]
        if isinstance(cell, Block):
            return [cell]
        return list(cell)

    def height_of(self, row: _Row, full: float) -> float:
        """How tall a row is: its tallest cell and the room around it."""
        heights = [
            _height(blocks, Room(width - 2 * _SIDE, BOUNDLESS, full))
            for blocks, width in zip(row.cells, self.widths, strict=True)
        ]
        return max(heights, default=0.0) + self.pads


def _height(blocks: list[Block], room: Room) -> float:
    if len(blocks) == 1:
        return blocks[0].height(room)
    piece, _ = stack(blocks, room)
    return piece.height if piece else 0.0


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a table goes on: the next row, and what is left of a row that was cut."""

    book: _Book
    row: int
    left: _Row | None


class _Rest(Block):
    """What is left of a table on the next page."""

    def __init__(self, place: _Place) -> None:
        self._place = place
        self.after = 2 * place.book.pads

    def take(self, room: Room, /) -> Taken:
        """Take more rows."""
        return _take(self._place, self, room)

    def least(self, room: Room, /) -> float:
        """The header and the next row."""
        return _least(self._place, room)


def _least(place: _Place, room: Room) -> float:
    """The header and the first row, or the start of a row that is taller than a page."""
    book = place.book
    book.fit(room.width)
    header = book.height_of(book.header(), room.full)
    if place.left is not None:
        return header + _LEAST_SPLIT
    if place.row >= len(book.rows):
        return 0.0
    if place.row == 0 and (whole := _short(book, header, room.full)):
        return whole
    _, first = book.row(place.row, room.full)
    return header + (first if header + first <= room.full else _LEAST_SPLIT)


def _short(book: _Book, header: float, full: float) -> float:
    """The height of a table short enough to stay on one page; 0 for others."""
    if len(book.rows) > _KEPT_ROWS:
        return 0.0
    whole = header + sum(book.row(index, full)[1] for index in range(len(book.rows)))
    return whole if whole <= full * _KEPT_PART else 0.0


def _take(place: _Place, whole: Block, room: Room) -> Taken:
    book = place.book
    book.fit(room.width)
    header = book.header()
    page = _Page(book, header, book.height_of(header, room.full))
    if place.left is not None and (left := page.add_cut(place.left, room)) is not None:
        return page, _Rest(_Place(book, place.row, left))
    index, left = _fill(page, place.row, room)
    book.forget(index)
    if left is None and index >= len(book.rows):
        return page, None
    if page.is_empty:
        return None, whole
    return page, _Rest(_Place(book, index, left))


def _fill(page: "_Page", index: int, room: Room) -> tuple[int, "_Row | None"]:
    """Put rows on a page from `index` on; returns the next row, and what is left of a cut one."""
    book = page.book
    while index < len(book.rows):
        row, height = book.row(index, room.full)
        if page.height + height <= room.left:
            page.add(row, height)
            index += 1
        elif page.header_height + height > room.full and page.has_room(room):
            return index + 1, page.add_cut(row, room)
        else:
            break
    return index, None


class _Page:
    """The part of a table that stands on one page."""

    __slots__ = ("_header", "_rows", "book", "header_height", "height")

    def __init__(self, book: _Book, header: _Row, height: float) -> None:
        self.book, self._header = book, header
        self.header_height = self.height = height
        self._rows: list[tuple[_Row, list[list[Block]], float]] = []

    @property
    def is_empty(self) -> bool:
        """Whether it has a header only."""
        return not self._rows

    def has_room(self, room: Room) -> bool:
        """Whether a row that no page can hold may begin here."""
        return room.left - self.height > _LEAST_SPLIT

    def add(self, row: _Row, height: float) -> None:
        """Put a whole row on the page."""
        self._rows.append((row, row.cells, height))
        self.height += height

    def add_cut(self, row: _Row, room: Room) -> _Row | None:
        """Put as much of a row on the page as fits; returns what is left of it."""
        inner = room.left - self.height - self.book.pads
        fitting: list[list[Block]] = []
        rest: list[list[Block]] = []
        tallest = 0.0
        for blocks, width in zip(row.cells, self.book.widths, strict=True):
            piece, left = stack(blocks, Room(width - 2 * _SIDE, inner, room.full))
            fitting.append([_Ready(piece)] if piece else [])
            rest.append(left)
            tallest = max(tallest, piece.height if piece else 0.0)
        if tallest == 0.0 and self._rows == [] and any(rest):
            self.add(row, self.book.height_of(row, BOUNDLESS))  # neither cut nor held by a page
            return None
        self._rows.append((row, fitting, tallest + self.book.pads))
        self.height += tallest + self.book.pads
        if not any(rest):
            return None
        row.cells = rest
        return row

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        """Draw grounds and rules, then the cells row by row."""
        book = self.book
        with canvas.decoration():
            self._draw_rules(canvas, x, top)
        structure = canvas.structure
        if structure.is_silent:
            self._draw_rows(canvas, x, top)
            return
        with structure.within(book.shared.get(canvas, "Table")):
            self._draw_rows(canvas, x, top)

    def _draw_rows(self, canvas: PaperCanvas, x: float, top: float) -> None:
        if self.book.drawn_header:
            with canvas.decoration("<</Type/Pagination>>"):
                self._draw_row(canvas, x, top, (self._header, self._header.cells))
        else:
            self.book.drawn_header = True
            self._draw_row(canvas, x, top, (self._header, self._header.cells), is_header=True)
        y = top - self.header_height
        for row, cells, height in self._rows:
            self._draw_row(canvas, x, y, (row, cells))
            y -= height

    def _draw_rules(self, canvas: PaperCanvas, x: float, top: float) -> None:
        width = sum(self.book.widths)
        low = top - self.header_height
        rules = [
            f"{operands(WASH)} rg {x:.2f} {low:.2f} {width:.2f} {self.header_height:.2f} re f",
            f"{_HEAD_RULE} w {operands(ACCENT)} RG",
            f"{x:.2f} {low:.2f} m {x + width:.2f} {low:.2f} l S",
            f"{_ROW_RULE} w {operands(RULE)} RG",
        ]
        for _, _, height in self._rows:
            low -= height
            rules.append(f"{x:.2f} {low:.2f} m {x + width:.2f} {low:.2f} l S")
        canvas.put("\n".join(rules))

    def _draw_row(
        self,
        canvas: PaperCanvas,
        x: float,
        top: float,
        what: tuple[_Row, list[list[Block]]],
        *,
        is_header: bool = False,
    ) -> None:
        row, cells = what
        structure = canvas.structure
        if not structure.is_silent and row.tr is None:
            row.tr = structure.element("TR")
            with structure.within(row.tr):
                row.elements = [
                    _cell(canvas, is_header=is_header, names_row=place < self.book.heads)
                    for place in range(len(cells))
                ]
        for place, blocks in enumerate(cells):
            width = self.book.widths[place]
            if structure.is_silent:
                _draw_cell(canvas, blocks, x, top - self.book.head, width)
            else:
                with structure.within(row.elements[place]):
                    _draw_cell(canvas, blocks, x, top - self.book.head, width)
            x += width


def _cell(canvas: PaperCanvas, *, is_header: bool, names_row: bool) -> Element:
    if is_header:
        return canvas.structure.element("TH", "/O/Table/Scope/Column")
    if names_row:
        return canvas.structure.element("TH", "/O/Table/Scope/Row")
    return canvas.structure.element("TD")


def _draw_cell(
    canvas: PaperCanvas, blocks: list[Block], x: float, top: float, width: float
) -> None:
    piece, _ = stack(blocks, Room(width - 2 * _SIDE, BOUNDLESS, BOUNDLESS))
    if piece is not None:
        piece.draw(canvas, x + _SIDE, top)


class _Ready(Block):
    """A piece that is laid out already, as a block."""

    def __init__(self, piece: Stack) -> None:
        self._piece = piece

    def take(self, _room: Room, /) -> Taken:
        """Take it as it is."""
        return self._piece, None
