"""Room for a pen: boxes to tick, and a box for a time and a line or two."""

from collections.abc import Sequence

from coordinator.exports.blocks import Block, Room, Taken
from coordinator.exports.canvas import PaperCanvas
from coordinator.exports.paragraphs import HOLD_TEXT, runs_of, set_lines
from coordinator.exports.tokens import RULE, SOFT, Style, operands
from coordinator.exports.wrapping import Line, wrap

_SQUARE, _GAP = 7.4, 3.4
_TIME = 62.0
_INSET = 3.0


class Ticks(Block):
    """Words in a grid, each with a square to tick before it."""

    def __init__(self, words: Sequence[str], columns: int, style: Style) -> None:
        self._words, self._columns, self._style = words, columns, style
        self.after = 2.0

    def take(self, room: Room, /) -> Taken:
        """Take all of it or nothing."""
        wide = room.width / self._columns
        inside = wide - _SQUARE - 2 * _GAP
        cells = [wrap(runs_of(one), self._style, inside) for one in self._words]
        piece = _TicksPiece(cells, self._columns, wide, self._style)
        return (None, self) if piece.height > room.left else (piece, None)


class _TicksPiece:
    __slots__ = ("_cells", "_columns", "_style", "_wide", "height")

    def __init__(
        self, cells: Sequence[list[Line]], columns: int, wide: float, style: Style
    ) -> None:
        self._cells, self._columns, self._wide, self._style = cells, columns, wide, style
        self.height = sum(high for _row, high in self._rows())

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        for row, high in self._rows():
            for place, lines in enumerate(row):
                self._draw_one(canvas, lines, x + place * self._wide, top)
            top -= high

    def _rows(self) -> list[tuple[Sequence[list[Line]], float]]:
        starts = range(0, len(self._cells), self._columns)
        rows = [self._cells[start : start + self._columns] for start in starts]
        return [(row, max(map(len, row)) * self._style.leading) for row in rows]

    def _draw_one(self, canvas: PaperCanvas, lines: list[Line], x: float, top: float) -> None:
        low = top - (self._style.leading + _SQUARE) / 2
        with canvas.decoration():
            canvas.put(
                f"{operands(SOFT)} RG 0.8 w {x:.2f} {low:.2f} {_SQUARE:.2f} {_SQUARE:.2f} re S"
            )
        _write(canvas, lines, self._style, x + _SQUARE + _GAP, top)


class HandBox(Block):
    """A box to write in: a time at the left, the rest beside it."""

    def __init__(self, title: str, height: float, style: Style) -> None:
        self._title, self._height, self._style = title, height, style

    def take(self, room: Room, /) -> Taken:
        """Take all of it or nothing."""
        if self._height > room.left:
            return None, self
        lines = wrap(runs_of(self._title), self._style, _TIME - 2 * _INSET)
        return _BoxPiece(lines, self._style, room.width, self._height), None


class _BoxPiece:
    __slots__ = ("_lines", "_style", "_width", "height")

    def __init__(self, lines: list[Line], style: Style, width: float, height: float) -> None:
        self._lines, self._style, self._width = lines, style, width
        self.height = height

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        low, wide = top - self.height + 1, self._width
        edge = x + _TIME
        with canvas.decoration():
            canvas.put(
                f"{operands(RULE)} RG 0.8 w {x:.2f} {low:.2f} {wide:.2f} {self.height - 2:.2f} re"
                f" {edge:.2f} {low:.2f} m {edge:.2f} {top - 1:.2f} l S"
            )
        _write(canvas, self._lines, self._style, x + _INSET, top - 1)


def _write(canvas: PaperCanvas, lines: list[Line], style: Style, x: float, top: float) -> None:
    shown = set_lines(canvas, lines, style, x, top)
    structure = canvas.structure
    if structure.is_silent:
        canvas.put(shown)
    elif structure.current.kind in HOLD_TEXT:
        canvas.put_content(structure.current, shown)
    else:
        canvas.put_content(structure.element("P"), shown)
