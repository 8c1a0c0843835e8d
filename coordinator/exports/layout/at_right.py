"""Words at the right side of a cell: figures stand under figures and under their heading."""

from coordinator.exports.layout.blocks import Block, Piece, Room, Taken
from coordinator.exports.layout.canvas import PaperCanvas
from coordinator.exports.layout.paragraphs import Text
from coordinator.exports.layout.tokens import Style


def written(words: str, style: Style, *, right: bool) -> Block:
    """Give the words of a cell, at its right side or as text begins."""
    return AtRight(words, style) if right else Text(words, style, kind="")


class AtRight(Block):
    """A paragraph whose widest line ends where its cell does."""

    def __init__(self, words: str, style: Style) -> None:
        self._text = Text(words, style, kind="")

    def take(self, room: Room, /) -> Taken:
        """Take it; what is wider than the cell stands as a text does."""
        piece, rest = self._text.take(room)
        if piece is None:
            return None, self
        widest = max((wide for _spans, wide in self._text.lines(room.width)), default=0.0)
        return _Shifted(piece, room.width - widest), rest

    def height(self, room: Room, /) -> float:
        """All lines."""
        return self._text.height(room)


class _Shifted:
    __slots__ = ("_piece", "_shift", "height")

    def __init__(self, piece: Piece, shift: float) -> None:
        self._piece, self._shift, self.height = piece, max(shift, 0.0), piece.height

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        self._piece.draw(canvas, x + self._shift, top)
