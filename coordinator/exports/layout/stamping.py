"""Every copy is stamped with its number and whom it is for, then sealed; one layout serves many.

Laying out is what takes time; a copy of the same content only says on its cover and on the foot
of every page whose it is. On the cover it is a line of text that is read out, for which the
layout leaves its place (`CopyLine`); at the foot it is decoration, like the rest there.
"""

import io
from collections.abc import Callable
from functools import partial

import pikepdf
from pikepdf import Name

from coordinator.exports.layout.blocks import Block, Room, Taken
from coordinator.exports.layout.canvas import PaperCanvas
from coordinator.exports.layout.finishing import check_password, sealed
from coordinator.exports.layout.paragraphs import line_at
from coordinator.exports.layout.press import MARGIN
from coordinator.exports.layout.tokens import INK, SOFT, Style

_HEAD = Style(11.5, 16.0, bold=True, colour=INK)
_FOOT = Style(8.5, 11.0, colour=SOFT)
_HEAD_ABOVE, _FOOT_ABOVE = 4.0, 14.0  # points from the lower edge of the line, of the page
_ON_PAGE, _AT_HEAD = "/CopyFoot", "/CopyHead"
_ARTIFACT = b"/Artifact <</Type/Pagination/Subtype/Footer>> BDC q %s Do Q EMC\n"


class CopyLine(Block):
    """The line of a cover that says whose copy it is, left open until the copy is stamped."""

    def take(self, room: Room, /) -> Taken:
        """Take it as it is."""
        del room
        return _CopyPiece(), None


class _CopyPiece:
    __slots__ = ("height",)

    def __init__(self) -> None:
        self.height = _HEAD.leading

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        """Draw what the stamp will bring, as a paragraph of its own."""
        at = f"1 0 0 1 {x:.2f} {top - _HEAD.leading:.2f} cm"
        canvas.put_content(canvas.structure.element("P"), f"q {at} {_AT_HEAD} Do Q")


def stamp(
    laid: bytes, words: str, password: str = "", *, on_cover: bool = True, margin: float = MARGIN
) -> bytes:
    """Give a laid out paper as one recipient's copy.

    Args:
        laid: As `finish` gave it, without a password.
        words: Its number and whose it is, as it stands on every page.
        password: Of the recipient; nothing leaves the file open.
        on_cover: Its cover left a place for the same words (`CopyLine`).
        margin: Of its pages, left and right.

    Raises:
        InvalidFieldsError: The password is too long.
    """
    check_password(password)
    with pikepdf.open(io.BytesIO(laid)) as pdf:
        feet: dict[tuple[float, float], pikepdf.Object] = {}
        for page in pdf.pages:
            size = _size_of(page)
            if size not in feet:
                feet[size] = _form(pdf, size, words, partial(_foot, margin))
            page.add_resource(feet[size], Name.XObject, Name(_ON_PAGE))
            page.contents_add(pdf.make_stream(_ARTIFACT % _ON_PAGE.encode()))
        if on_cover:
            cover = pdf.pages[0]
            head = _form(pdf, _size_of(cover), words, _head)
            cover.add_resource(head, Name.XObject, Name(_AT_HEAD))
        return sealed(pdf, password)


def _size_of(page: pikepdf.Page) -> tuple[float, float]:
    left, low, right, high = (float(edge) for edge in page.mediabox)
    return right - left, high - low


Draw = Callable[[PaperCanvas, str], str]


def _form(pdf: pikepdf.Pdf, size: tuple[float, float], words: str, draw: Draw) -> pikepdf.Object:
    canvas = PaperCanvas(size)
    with canvas.structure.silence():
        canvas.put(draw(canvas, words))
    canvas.end_page()
    with pikepdf.open(io.BytesIO(canvas.close())) as drawn:
        return pdf.copy_foreign(drawn.pages[0].as_form_xobject())


def _head(canvas: PaperCanvas, words: str) -> str:
    return line_at(canvas, words, _HEAD, (0, canvas.size[0] - 2 * MARGIN, _HEAD_ABOVE))


def _foot(margin: float, canvas: PaperCanvas, words: str) -> str:
    width = canvas.size[0] - 2 * margin
    return line_at(canvas, words, _FOOT, (margin, width, _FOOT_ABOVE))
