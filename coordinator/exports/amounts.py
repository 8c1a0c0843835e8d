"""Amounts of money in a cell: at its right side, so that pounds stand under pounds."""

from coordinator.exports.blocks import Block, Piece, Room, Taken
from coordinator.exports.canvas import PaperCanvas
from coordinator.exports.paragraphs import Text
from coordinator.exports.tokens import Style
from coordinator.wording.money import pounds


class Amount(Block):
    """An amount; nothing at all for none."""

    def __init__(self, pence: int | None, style: Style) -> None:
        self._text = Text("" if pence is None else pounds(pence), style, kind="")

    def take(self, room: Room, /) -> Taken:
        """Take it; what is wider than the cell stands as a text does."""
        piece, rest = self._text.take(room)
        if piece is None:
            return None, self
        widest = max((wide for _spans, wide in self._text.lines(room.width)), default=0.0)
        return _AtRight(piece, room.width - widest), rest


class _AtRight:
    __slots__ = ("_piece", "_shift", "height")

    def __init__(self, piece: Piece, shift: float) -> None:
        self._piece, self._shift, self.height = piece, max(shift, 0.0), piece.height

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        self._piece.draw(canvas, x + self._shift, top)
