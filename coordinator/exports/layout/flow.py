"""Blocks over pages: from the first to the last, headings with what they head."""

from collections.abc import Callable, Sequence

from coordinator.exports.layout.blocks import BOUNDLESS, Block, NewPage, Room, start_of
from coordinator.exports.layout.canvas import PaperCanvas

_CHAIN = 6  # how far ahead a heading looks for what it heads


class Flow:
    """Fills pages from the top down.

    Args:
        canvas: Where it draws.
        margin: Points left and right.
        head: Points kept free at the top.
        foot: Points kept free at the bottom.
        start_page: Draws header and footer of each page.
    """

    def __init__(
        self,
        canvas: PaperCanvas,
        *,
        margin: float,
        head: float,
        foot: float,
        start_page: Callable[[], None],
    ) -> None:
        self._canvas = canvas
        self._margin, self._head, self._foot = margin, head, foot
        self._start_page = start_page
        self._after = 0.0
        self._begin()

    def place(self, blocks: Sequence[Block], step: Callable[[int], None]) -> None:
        """Place all blocks; `step` is told how many are done."""
        for index, block in enumerate(blocks):
            if isinstance(block, NewPage):
                self._turn_for(block)
            else:
                ahead = blocks[index : index + _CHAIN] if block.keeps else [block]
                self._place(block, self._needed(ahead))
            step(index + 1)

    def finish(self) -> None:
        """Close the last page."""
        self._canvas.end_page()

    @property
    def filled(self) -> float:
        """How much of the page at hand is taken, from 0 to 1."""
        return 1 - self._room.left / self._room.full

    @property
    def _room(self) -> Room:
        width, height = self._canvas.size
        full = height - self._head - self._foot
        return Room(width - 2 * self._margin, self._y - self._foot, full)

    @property
    def _at_top(self) -> bool:
        return self._room.left >= self._room.full

    def _needed(self, ahead: Sequence[Block]) -> float:
        stories = [block for block in ahead if not isinstance(block, NewPage)]
        return start_of(stories, self._room)

    def _place(self, block: Block, needed: float) -> None:
        gap = 0.0 if self._at_top else max(self._after, block.before)
        if not self._at_top and needed + gap > self._room.left:
            self._turn()
            gap = 0.0
        rest: Block | None = block
        while rest is not None:
            rest = self._draw(rest, gap)
            gap = 0.0
            if rest is not None:
                self._turn()
        self._after = block.after

    def _draw(self, block: Block, gap: float) -> Block | None:
        """Draw what fits; on an empty page something is always drawn, so that it ends."""
        piece, rest = block.take(self._room.without(gap))
        if piece is None and self._at_top:
            piece, rest = block.take(Room(self._room.width, BOUNDLESS, BOUNDLESS))
        if piece is None:
            return block
        piece.draw(self._canvas, self._margin, self._y - gap)
        self._y -= gap + piece.height
        return rest

    def _turn_for(self, block: NewPage) -> None:
        if block.unless is not None and self._room.left >= block.unless:
            return
        sized = block.size is not None and block.size != self._canvas.size
        if self._at_top and not sized:
            return
        self._turn(block.size)

    def _turn(self, size: tuple[float, float] | None = None) -> None:
        self._canvas.end_page(size)
        self._begin()

    def _begin(self) -> None:
        self._start_page()
        self._y = self._canvas.size[1] - self._head
        self._after = 0.0
