"""Shapes of who holds: a full disc, a dotted ring, an empty ring, a triangle; no colour tells."""

from collections.abc import Sequence
from datetime import date
from enum import Enum

from coordinator.domain.papers.tonight import DayStates
from coordinator.domain.tonight import PartState
from coordinator.exports.layout.blocks import Block, Piece, Room, Taken
from coordinator.exports.layout.canvas import PaperCanvas
from coordinator.exports.layout.paragraphs import Text, baseline, line_at
from coordinator.exports.layout.tokens import INK, WASH, Style, operands
from coordinator.wording.holding import weekday_words

_KAPPA = 0.5523  # how far a Bezier handle reaches for a quarter circle, as a part of its radius
_RADIUS = 3.1
_IN = 11.0  # how far words stand in beside their shape
_DAY, _STEP, _PARTS = 19.0, 8.6, 3
_SATURDAY = 5
_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Shape(Enum):
    """What stands beside a word."""

    FULL = "full"
    DOTTED = "dotted"
    EMPTY = "empty"
    TRIANGLE = "triangle"


_OF_STATES = {
    PartState.PROMISED: Shape.FULL,
    PartState.PLANNED: Shape.DOTTED,
    PartState.NOBODY: Shape.EMPTY,
}


def shape_of(state: PartState) -> Shape:
    """Give the shape of how a part is held."""
    return _OF_STATES[state]


def drawn(shape: Shape, x: float, y: float, radius: float = _RADIUS) -> str:
    """Operators that draw a shape around a point."""
    ink = operands(INK)
    if shape is Shape.TRIANGLE:
        low, high = y - 0.75 * radius, y + radius
        corners = f"{x - radius:.2f} {low:.2f} m {x + radius:.2f} {low:.2f} l"
        return f"{ink} rg {corners} {x:.2f} {high:.2f} l h f"
    if shape is Shape.FULL:
        return f"{ink} rg {_circle(x, y, radius)} f"
    ring = f"{ink} RG 0.9 w {_circle(x, y, radius - 0.3)} S"
    return ring if shape is Shape.EMPTY else f"{ring} {ink} rg {_circle(x, y, 0.42 * radius)} f"


def _circle(x: float, y: float, r: float) -> str:
    k = r * _KAPPA
    return (
        f"{x + r:.2f} {y:.2f} m "
        f"{x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
        f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c "
        f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
        f"{x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c h"
    )


class Marked(Block):
    """A paragraph with a shape beside its first line; the words say what the shape shows."""

    def __init__(self, shape: Shape, text: Text) -> None:
        self._shape, self._text = shape, text
        self.before, self.after = text.before, text.after

    def take(self, room: Room, /) -> Taken:
        """Take whole lines; the shape goes with the first."""
        piece, rest = self._text.take(room.narrowed(room.width - _IN))
        if piece is None:
            return None, self
        return _MarkedPiece(piece, self._shape, self._text.style), rest

    def least(self, room: Room, /) -> float:
        """As its text."""
        return self._text.least(room.narrowed(room.width - _IN))


class _MarkedPiece:
    __slots__ = ("_piece", "_shape", "_style", "height")

    def __init__(self, piece: Piece, shape: Shape, style: Style) -> None:
        self._piece, self._shape, self._style = piece, shape, style
        self.height = piece.height

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        middle = top - baseline(self._style) + 0.34 * self._style.size
        with canvas.decoration():
            canvas.put(drawn(self._shape, x + _RADIUS, middle))
        self._piece.draw(canvas, x + _IN, top)


class DayStrip(Block):
    """The days beside each other, each with its day, evening and night under its name.

    It is not read out: the words beside it say the same.
    """

    def __init__(self, days: Sequence[date], states: Sequence[DayStates], style: Style) -> None:
        self._days, self._states, self._style = days, states, style

    @staticmethod
    def width_for(days: int) -> float:
        """How wide so many days are, in points."""
        return days * _DAY

    def take(self, room: Room, /) -> Taken:
        """Take all of it or nothing."""
        piece = _StripPiece(self._days, self._states, self._style, room.width)
        return (None, self) if piece.height > room.left else (piece, None)


class _StripPiece:
    __slots__ = ("_days", "_states", "_step", "_style", "height")

    def __init__(
        self, days: Sequence[date], states: Sequence[DayStates], style: Style, width: float
    ) -> None:
        self._days, self._states, self._style = days, states, style
        self._step = min(_DAY, width / max(len(days), 1))
        self.height = style.leading + _PARTS * _STEP + 1

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        with canvas.decoration():
            for place, (on, states) in enumerate(zip(self._days, self._states, strict=False)):
                self._day(canvas, x + place * self._step, top, on, states)

    def _day(self, canvas: PaperCanvas, x: float, top: float, on: date, states: DayStates) -> None:
        if on.weekday() >= _SATURDAY:
            box = f"{x:.2f} {top - self.height:.2f} {self._step:.2f} {self.height:.2f} re f"
            canvas.put(f"{operands(WASH)} rg {box}")
        middle = x + self._step / 2
        name = weekday_words(_WEEK[on.weekday()])
        low = top - self._style.leading
        canvas.put(line_at(canvas, name, self._style, (middle, 0, top - baseline(self._style))))
        for row, state in enumerate(states):
            if state is not None:
                y = low - (row + 0.5) * _STEP
                canvas.put(drawn(shape_of(state), middle, y))
