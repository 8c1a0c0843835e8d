"""Type made as large as a number of pages allows, counted on the pages themselves."""

from collections.abc import Callable, Sequence

from coordinator.exports.layout.blocks import Block, with_company
from coordinator.exports.layout.canvas import PaperCanvas
from coordinator.exports.layout.flow import Flow
from coordinator.exports.layout.furniture import FOOT_ROOM, HEAD_ROOM
from coordinator.exports.layout.press import MARGIN
from coordinator.exports.layout.tokens import A4, Type

_SCALES = (1.0, 0.96, 0.92, 0.88)  # below that it is not read any more, only filed
_FEW = 0.3  # of a page: what ends with less is worth a somewhat smaller type
_SPARING = (0.966, 0.933, 0.9)


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


def sparing_a_page(
    make: Callable[[Type], list[Block]], type_: Type, scales: Sequence[float] = _SPARING
) -> list[Block]:
    """Make blocks in the largest type that spares a last page of a few lines.

    Where none of the scales spares it, some of what is before goes along onto it.
    """
    pages, filled = extent_of(make(type_))
    if pages == 1 or filled >= _FEW:
        return make(type_)
    for smaller in (type_.scaled(scale) for scale in scales):
        if pages_of(make(smaller)) < pages:
            return make(smaller)
    height = _FEW * (A4[1] - HEAD_ROOM - FOOT_ROOM)
    return with_company(make(type_), height, A4[0] - 2 * MARGIN)


def pages_of(blocks: Sequence[Block]) -> int:
    """Count the pages of upright A4 that blocks take; they are not to be drawn again."""
    return extent_of(blocks)[0]


def extent_of(blocks: Sequence[Block]) -> tuple[int, float]:
    """Count the pages of upright A4 that blocks take, and say how much of the last, 0 to 1."""
    canvas = PaperCanvas(A4)
    flow = Flow(canvas, margin=MARGIN, head=HEAD_ROOM, foot=FOOT_ROOM, start_page=lambda: None)
    flow.place(blocks, lambda _done: None)
    filled = flow.filled
    flow.finish()
    return canvas.pages, filled
