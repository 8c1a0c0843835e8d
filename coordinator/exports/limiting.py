"""Type made as large as a number of pages allows, counted on the pages themselves."""

from collections.abc import Callable, Sequence

from coordinator.exports.blocks import Block
from coordinator.exports.canvas import PaperCanvas
from coordinator.exports.flow import Flow
from coordinator.exports.furniture import FOOT_ROOM, HEAD_ROOM
from coordinator.exports.press import MARGIN
from coordinator.exports.tokens import A4, Type

_SCALES = (1.0, 0.96, 0.92, 0.88)  # below that it is not read any more, only filed


def within_pages(
    make: Callable[[Type], list[Block]], type_: Type, pages: int
) -> tuple[list[Block], int]:
    """Make blocks in the largest type that keeps them to so many pages, or in the smallest.

    Gives the blocks and how many pages they take on upright A4. Blocks are made anew for the
    count: what was drawn once knows where it stands.
    """
    sizes = [type_.scaled(scale) for scale in _SCALES]
    counts = {}
    for place, size in enumerate(sizes):
        counts[place] = pages_of(make(size))
        if counts[place] <= pages:
            break
    last = max(counts)
    return make(sizes[last]), counts[last]


def pages_of(blocks: Sequence[Block]) -> int:
    """Count the pages of upright A4 that blocks take; they are not to be drawn again."""
    canvas = PaperCanvas(A4)
    flow = Flow(canvas, margin=MARGIN, head=HEAD_ROOM, foot=FOOT_ROOM, start_page=lambda: None)
    flow.place(blocks, lambda _done: None)
    flow.finish()
    return canvas.pages
