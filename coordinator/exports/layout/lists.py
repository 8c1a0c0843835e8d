"""Bulleted and numbered lists."""

from collections.abc import Sequence

from coordinator.exports.layout.blocks import Block, Piece, Room, Taken
from coordinator.exports.layout.canvas import PaperCanvas
from coordinator.exports.layout.fonts import chain
from coordinator.exports.layout.paragraphs import Shared, Text, Words, baseline, runs_of
from coordinator.exports.layout.tagging import Element
from coordinator.exports.layout.tokens import ACCENT, Style, operands

_INDENT = 1.25  # of the size
_BULLET = "\u2022"


def bullets(items: Sequence[Words], style: Style, *, numbered: bool = False) -> list[Block]:
    """Make a list; each item is one block, together they are one list in the structure.

    Items that say nothing are left out.
    """
    shared = Shared()
    told = [words for words in items if any(run.text.strip() for run in runs_of(words))]
    made = [
        Item(words, style, shared, place if numbered else 0) for place, words in enumerate(told, 1)
    ]
    if made:
        made[-1].after = style.after
    return list(made)


class Item(Block):
    """One item: its sign in the margin, its text beside it."""

    def __init__(self, words: Words, style: Style, shared: Shared, number: int) -> None:
        self.text = Text(words, style, kind="LBody")
        self._list = shared
        self.sign = f"{number}." if number else _BULLET
        self._attributes = f"/O/List/ListNumbering/{'Decimal' if number else 'Disc'}"
        self.after = style.after / 2

    @property
    def indent(self) -> float:
        """How far its text stands in, in points."""
        return self.text.style.size * (_INDENT if self.sign == _BULLET else _INDENT + 0.4)

    def take(self, room: Room, /) -> Taken:
        """Take the lines that fit; the sign goes with the first."""
        piece, rest = self.text.take(room.narrowed(room.width - self.indent))
        if piece is None:
            return None, self
        return _ItemPiece(self, piece), _ItemRest(self, rest) if rest else None

    def least(self, room: Room, /) -> float:
        """As its text."""
        return self.text.least(room.narrowed(room.width - self.indent))

    def draw(self, canvas: PaperCanvas, x: float, top: float, piece: Piece) -> None:
        """Draw the first part of the item, with its sign."""
        structure = canvas.structure
        operators = self._sign_operators(canvas, x, top)
        if structure.is_silent:
            canvas.put(operators)
            piece.draw(canvas, x + self.indent, top)
            return
        with structure.within(self._list.get(canvas, "L", self._attributes)):
            entry = structure.element("LI")
        with structure.within(entry):
            canvas.put_content(self._label(canvas), operators)
            piece.draw(canvas, x + self.indent, top)

    def _label(self, canvas: PaperCanvas) -> Element:
        return canvas.structure.element("Lbl")

    def _sign_operators(self, canvas: PaperCanvas, x: float, top: float) -> str:
        style = self.text.style
        return set_sign(canvas, self.sign, style, (x + 2, top - baseline(style)))


def set_sign(canvas: PaperCanvas, sign: str, style: Style, at: tuple[float, float]) -> str:
    """Operators that print a bullet or a number."""
    shown = canvas.glyphs(chain(bold=False).first, style.size, sign)
    return f"BT {operands(ACCENT)} rg 1 0 0 1 {at[0]:.2f} {at[1]:.2f} Tm {shown} ET"


class _ItemPiece:
    __slots__ = ("_item", "_piece", "height")

    def __init__(self, item: Item, piece: Piece) -> None:
        self._item, self._piece, self.height = item, piece, piece.height

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        self._item.draw(canvas, x, top, self._piece)


class _ItemRest(Block):
    """What is left of an item on the next page; its text knows its element."""

    def __init__(self, item: Item, rest: Block) -> None:
        self._item, self._rest = item, rest
        self.after = item.after

    def take(self, room: Room, /) -> Taken:
        """Take more lines."""
        indent = self._item.indent
        piece, rest = self._rest.take(room.narrowed(room.width - indent))
        if piece is None:
            return None, self
        return Inset(piece, indent), _ItemRest(self._item, rest) if rest else None

    def least(self, room: Room, /) -> float:
        """As its text."""
        return self._rest.least(room.narrowed(room.width - self._item.indent))


class Inset:
    """A piece moved to the right."""

    __slots__ = ("_by", "_piece", "height")

    def __init__(self, piece: Piece, by: float) -> None:
        self._piece, self._by, self.height = piece, by, piece.height

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        """Draw it `by` points further right."""
        self._piece.draw(canvas, x + self._by, top)
