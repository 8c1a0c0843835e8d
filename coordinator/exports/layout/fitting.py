"""Type made as large as a page allows."""

from collections.abc import Callable, Sequence

from coordinator.exports.layout.blocks import BOUNDLESS, Block, Room, stack
from coordinator.exports.layout.tokens import Type

_SCALES = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8)  # of body 12 pt, down to 9.6 pt
_SPARE = 1.02


def height_of(blocks: Sequence[Block], room: Room) -> float:
    """How tall blocks are under each other, however tall a page is."""
    piece, _rest = stack(blocks, Room(room.width, BOUNDLESS, BOUNDLESS))
    return piece.height if piece else 0.0


class Fitting:
    """Finds sizes for one page after the other, beginning with the one that fitted last."""

    def __init__(self, type_: Type) -> None:
        self._types = [type_, *(type_.scaled(scale) for scale in _SCALES[1:])]
        self._last = 0

    def largest(self, make: Callable[[Type], list[Block]], page: Room) -> list[Block]:
        """Make blocks in the largest type that leaves them on one page, or in the smallest."""
        place = self._last
        blocks = make(self._types[place])
        height = height_of(blocks, page)
        if height <= page.left:
            return self._larger(make, page, place, blocks)
        for smaller in range(place + 1, len(_SCALES)):
            # Text grows with the square of its size at most: what cannot fit is not tried.
            grown = (_SCALES[smaller] / _SCALES[place]) ** 2 * height
            if grown > page.left * _SPARE and smaller < len(_SCALES) - 1:
                continue
            blocks = make(self._types[smaller])
            self._last = smaller
            if height_of(blocks, page) <= page.left:
                break
        return blocks

    def _larger(
        self, make: Callable[[Type], list[Block]], page: Room, place: int, blocks: list[Block]
    ) -> list[Block]:
        """Try the larger sizes from `place` on; `blocks` fit at `place`."""
        height = height_of(blocks, page)
        while place and _SCALES[place - 1] / _SCALES[place] * height <= page.left:
            tried = make(self._types[place - 1])
            if (height := height_of(tried, page)) > page.left:
                break
            place, blocks = place - 1, tried
        self._last = place
        return blocks


def run_over(blocks: Sequence[Block], page: Room) -> tuple[int, float]:
    """Count the pages that blocks run over, and give the height left on the last.

    Turns pages where `Flow` does, for blocks without headings that keep to what they head.
    """
    pages, left, after = 1, page.full, 0.0
    for block in blocks:
        gap = 0.0 if left >= page.full else max(after, block.before)
        room = Room(page.width, left - gap, page.full)
        if left < page.full and block.least(room) > room.left:
            pages, room = pages + 1, page
        turned, left = _taken(block, room)
        pages, after = pages + turned, block.after
    return pages, left


def _taken(block: Block, room: Room) -> tuple[int, float]:
    """Take all of a block; how many pages are turned, and the height left on the last."""
    turned, rest = 0, block
    while True:
        piece, more = rest.take(room)
        if piece is None and room.left >= room.full:
            piece, more = rest.take(room.boundless())  # drawn as it is, so that it ends
        left = room.left - (piece.height if piece else 0.0)
        if more is None:
            return turned, left
        turned, rest, room = turned + 1, more, Room(room.width, room.full, room.full)
