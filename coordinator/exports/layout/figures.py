"""Figures, drawn with the pen; their numbers stand in the text that is read out for them."""

from collections.abc import Sequence
from typing import NamedTuple

from coordinator.exports.layout.blocks import Block, Piece, Room, Taken
from coordinator.exports.layout.canvas import PaperCanvas, figure
from coordinator.exports.layout.paragraphs import line_at
from coordinator.exports.layout.safety import one_line
from coordinator.exports.layout.tokens import ACCENT, PAPER, RULE, SOFT, Style, Type, operands
from coordinator.wording.translation import _

_MOST = 10
_WIDEST = 360.0
_MOST_ROWS = 12  # as many as half a page holds
_CIRCLE = 0.5523  # Bezier handle of a quarter circle, as a part of its radius


class Step(NamedTuple):
    """Where somebody stood and stands, 0 (hard) to 10 (going well)."""

    label: str
    then: int
    now: int


class Steps(Block):
    """Then and now on a scale from 0 to 10: an open circle, a line, a filled circle."""

    def __init__(self, steps: Sequence[Step], type_: Type) -> None:
        self.steps = [_within(step) for step in steps[:_MOST_ROWS]]
        self.type = type_
        self.before, self.after = 4.0, 8.0

    @property
    def row(self) -> float:
        """Points from one row to the next."""
        return self.type.cell.leading + 3

    def take(self, room: Room, /) -> Taken:
        """Take all of it or nothing."""
        height = self.row * len(self.steps) + 18
        if height > room.left:
            return None, self
        piece: Piece = _Drawn(self, min(room.width, _WIDEST), height)
        return piece, None

    def alternative(self) -> str:
        """What is read out in its place."""
        values = "; ".join(
            _("{label}: {then} then, {now} now", label=s.label, then=s.then, now=s.now)
            for s in self.steps
        )
        return _("Chart from 0, hard, to 10, going well. {values}.", values=values)


def _within(step: Step) -> Step:
    then, now = (min(max(value, 0), _MOST) for value in (step.then, step.now))
    return Step(one_line(step.label), then, now)


class _Drawn:
    __slots__ = ("_steps", "_width", "height")

    def __init__(self, steps: Steps, width: float, height: float) -> None:
        self._steps, self._width, self.height = steps, width, height

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        box = x, top - self.height, x + self._width, top
        with figure(canvas, self._steps.alternative(), box):
            self._draw(canvas, x, top)

    def _draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        label = self._width * 0.45
        left, right = x + label + 8, x + self._width - 18
        unit = (right - left) / _MOST
        bottom = top - self._steps.row * len(self._steps.steps)
        small = Style(9, 12, colour=SOFT)
        for value in (0, 5, 10):
            at = left + unit * value
            canvas.put(f"0.5 w {operands(RULE)} RG {at:.2f} {bottom:.2f} m {at:.2f} {top:.2f} l S")
            canvas.put(line_at(canvas, str(value), small, (at, 0, bottom - 11)))
        for place, step in enumerate(self._steps.steps):
            y = top - self._steps.row * (place + 0.5)
            cell = self._steps.type.cell
            canvas.put(line_at(canvas, step.label, cell, (x, label, y - cell.size * 0.34)))
            self._draw_step(canvas, step, (left, unit, y))

    def _draw_step(
        self, canvas: PaperCanvas, step: Step, scale: tuple[float, float, float]
    ) -> None:
        left, unit, y = scale
        then, now = left + unit * step.then, left + unit * step.now
        ink = operands(ACCENT)
        canvas.put(f"2.2 w {ink} RG {then:.2f} {y:.2f} m {now:.2f} {y:.2f} l S")
        canvas.put(f"1.3 w {ink} RG {operands(PAPER)} rg {_circle(then, y, 3.3)} B")
        canvas.put(f"{ink} rg {_circle(now, y, 4.2)} f")
        beside = now + 7 if step.now >= step.then else now - 7
        bold = Style(9.5, 12, bold=True, colour=ACCENT)
        box = (beside, 40.0 if step.now >= step.then else -40.0, y - 3.3)
        canvas.put(line_at(canvas, str(step.now), bold, box))


def _circle(x: float, y: float, r: float) -> str:
    k = r * _CIRCLE
    return (
        f"{x + r:.2f} {y:.2f} m "
        f"{x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
        f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c "
        f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
        f"{x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c"
    )
