"""Type made as large as a page allows."""

from collections.abc import Callable, Sequence

from coordinator.exports.blocks import BOUNDLESS, Block, Room, stack
from coordinator.exports.tokens import Type

_SCALES = (0.96, 0.92, 0.88, 0.84, 0.8)  # of body 12 pt down to 9.6 pt
_SPARE = 1.02


def height_of(blocks: Sequence[Block], room: Room) -> float:
    """How tall blocks are under each other, however tall a page is."""
    piece, _rest = stack(blocks, Room(room.width, BOUNDLESS, BOUNDLESS))
    return piece.height if piece else 0.0


def largest(make: Callable[[Type], list[Block]], type_: Type, page: Room) -> list[Block]:
    """Make blocks in the largest type that leaves them on one page, or in the smallest."""
    blocks = make(type_)
    height = height_of(blocks, page)
    if height <= page.left:
        return blocks
    for scale in _SCALES:
        # Text grows with the square of its size at most: sizes that cannot fit are not tried.
        if scale * scale * height <= page.left * _SPARE:
            blocks = make(type_.scaled(scale))
            if height_of(blocks, page) <= page.left:
                return blocks
    return make(type_.scaled(_SCALES[-1]))
