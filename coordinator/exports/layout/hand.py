"""Room for a pen: boxes to tick, a box for a time and a line or two, one for a number alone."""

from collections.abc import Sequence

from coordinator.exports.layout.blocks import Block, Room, Taken
from coordinator.exports.layout.canvas import PaperCanvas
from coordinator.exports.layout.paragraphs import HOLD_TEXT, runs_of, set_lines
from coordinator.exports.layout.tokens import RULE, SOFT, Style, operands
from coordinator.exports.layout.wrapping import Line, wrap

BOX = 14.6
"""A little more than 5 mm: what a cold hand can tick."""

_CORNER = 2.0
_TIME = 50.0
_INSET = 3.0


class Boxes(Block):
    """A row of boxes to tick, each with its number in the corner."""

    def __init__(self, numbers: Sequence[str], style: Style) -> None:
        self._numbers, self._style = numbers, style
        self.after = 0.6

    def take(self, room: Room, /) -> Taken:
        """Take all of them or none."""
        if room.left < BOX:
            return None, self
        return _BoxesPiece(self._numbers, self._style, room.width / len(self._numbers)), None


class _BoxesPiece:
    __slots__ = ("_numbers", "_style", "_wide", "height")

    def __init__(self, numbers: Sequence[str], style: Style, wide: float) -> None:
        self._numbers, self._style, self._wide = numbers, style, wide
        self.height = BOX

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        for place, number in enumerate(self._numbers):
            left = x + place * self._wide
            with canvas.decoration():
                box = f"{left:.2f} {top - BOX:.2f} {BOX:.2f} {BOX:.2f} re S"
                canvas.put(f"{operands(SOFT)} RG 0.8 w {box}")
            lines = wrap(runs_of(number), self._style, BOX)
            _write(canvas, lines, self._style, left + _CORNER, top)


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


class SmallBox(Block):
    """An empty box of one line: its column says what goes in."""

    def take(self, room: Room, /) -> Taken:
        """Take all of it or nothing."""
        return (None, self) if room.left < BOX else (_SmallPiece(room.width), None)


class _SmallPiece:
    __slots__ = ("_width", "height")

    def __init__(self, width: float) -> None:
        self._width, self.height = width, BOX

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        with canvas.decoration():
            box = f"{x:.2f} {top - BOX:.2f} {self._width:.2f} {BOX:.2f} re S"
            canvas.put(f"{operands(RULE)} RG 0.8 w {box}")


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
