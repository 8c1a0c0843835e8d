"""From a paper's blocks to its file, in this process."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from coordinator.domain.papers.imprint import Imprint
from coordinator.domain.progress import Progress, Unwatched
from coordinator.exports.layout.blocks import Block, Room
from coordinator.exports.layout.canvas import PaperCanvas
from coordinator.exports.layout.finishing import Particulars, check_password, finish
from coordinator.exports.layout.flow import Flow
from coordinator.exports.layout.furniture import FOOT_ROOM, HEAD_ROOM, draw_furniture
from coordinator.exports.layout.safety import one_line
from coordinator.exports.layout.tokens import A4

MARGIN = 51.0
_HIGH = A4[1] - HEAD_ROOM - FOOT_ROOM
PAGE = Room(A4[0] - 2 * MARGIN, _HIGH, _HIGH)
"""The room of an empty page of upright A4."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper ready to be laid out.

    `title` is what the reader's window shows; it never holds a person's name. `margin` is left
    and right, in points; `head` and `foot` are kept free for header and footer.
    """

    title: str
    imprint: Imprint
    blocks: Sequence[Block]
    size: tuple[float, float] = A4
    margin: float = MARGIN
    head: float = HEAD_ROOM
    foot: float = FOOT_ROOM
    furniture: Callable[[PaperCanvas, Imprint, float], None] = draw_furniture

    @property
    def day(self) -> date:
        """The day it is made."""
        return self.imprint.issued_on


def print_paper(paper: Paper, *, password: str = "", progress: Progress | None = None) -> bytes:
    """Lay a paper out and give its file.

    Raises:
        ExportFontError: A bundled font is missing.
        InvalidFieldsError: The password is too long.
        CancelledError: The person stopped it.
    """
    check_password(password)
    watched = progress or Unwatched()
    canvas = PaperCanvas(paper.size)
    flow = Flow(
        canvas,
        margin=paper.margin,
        head=paper.head,
        foot=paper.foot,
        start_page=lambda: paper.furniture(canvas, paper.imprint, paper.margin),
    )
    total = len(paper.blocks)
    flow.place(paper.blocks, lambda done: watched.step(done, total))
    flow.finish()
    return finish(canvas.close(), Particulars(one_line(paper.title), paper.day), password)
