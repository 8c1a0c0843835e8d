"""Header and footer of every page, and the marking once in words.

Headers and footers are decoration to a screen reader, so the marking also stands as text under
the title of page 1 (`marking_line`).
"""

from coordinator.domain.papers.imprint import Imprint
from coordinator.exports.layout.blocks import Block, Room, Taken
from coordinator.exports.layout.canvas import PaperCanvas
from coordinator.exports.layout.paragraphs import line_at, shortened, width_of
from coordinator.exports.layout.tokens import INK, RULE, SOFT, Style, operands
from coordinator.wording.dates import plain_day
from coordinator.wording.translation import _, ngettext

_HEADER = "<</Type/Pagination/Subtype/Header>>"
_FOOTER = "<</Type/Pagination/Subtype/Footer>>"
_PLAIN = Style(9.5, 12.5, colour=SOFT)
_MARK = Style(10.5, 13.5, bold=True, colour=INK)
_SMALLER = (_PLAIN, *(Style(size, size + 3, colour=SOFT) for size in (9.0, 8.5, 8.0)))
_GAP = 14.0  # between the marking and what stands beside it
HEAD_ROOM, FOOT_ROOM = 48.0, 52.0


def draw_furniture(canvas: PaperCanvas, imprint: Imprint, margin: float) -> None:
    """Draw header and footer of the current page; the total of pages is filled in late."""
    width, height = canvas.size
    with canvas.decoration(_HEADER):
        _rule(canvas, height - 34, margin)
        _line(canvas, height - 26, margin, (imprint.panel, imprint.marking, _reference(imprint)))
    page = canvas.page
    with canvas.decoration(_FOOTER):
        _rule(canvas, 40, margin)
        _line(canvas, 26, margin, (_foot(imprint), imprint.marking, ""))
        canvas.put_late(lambda sheet: _page_number(sheet, page, width - margin))


class PageTotal(Block):
    """At the top right of a page, how many there are in all; takes no room."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def take(self, room: Room, /) -> Taken:
        """Take it as it is."""
        return _TotalPiece(self._style, room.width), None


class _TotalPiece:
    __slots__ = ("_style", "_width", "height")

    def __init__(self, style: Style, width: float) -> None:
        self._style, self._width = style, width
        self.height = 0.0

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        right, low = x + self._width, top - self._style.leading

        def write(sheet: PaperCanvas) -> str:
            words = ngettext("{count} page", "{count} pages", sheet.pages)
            return line_at(sheet, words, self._style, (right, -120, low))

        with canvas.decoration():
            canvas.put_late(write)


def _reference(imprint: Imprint) -> str:
    return ", ".join(part for part in (imprint.reference, imprint.version) if part)


def _foot(imprint: Imprint) -> str:
    issued = plain_day(imprint.issued_on)
    return f"{issued}. {imprint.handling}" if imprint.handling else issued


def _page_number(canvas: PaperCanvas, page: int, right: float) -> str:
    words = _("Page {page} of {pages}", page=page, pages=canvas.pages)
    return line_at(canvas, words, _PLAIN, (right, -120, 26))


def _line(canvas: PaperCanvas, y: float, margin: float, words: tuple[str, str, str]) -> None:
    """Something at the left, the marking in the middle, something at the right."""
    width = canvas.size[0]
    left, middle, right = words
    middle = shortened(middle, _MARK, (width - 2 * margin) / 2)
    side = (width - 2 * margin - width_of(middle, _MARK)) / 2 - _GAP
    if left:
        canvas.put(line_at(canvas, left, _beside(left, side), (margin, side, y)))
    if middle:
        canvas.put(line_at(canvas, middle, _MARK, (width / 2, 0, y)))
    if right:
        canvas.put(line_at(canvas, right, _beside(right, side), (width - margin, -side, y)))


def _beside(words: str, room: float) -> Style:
    """The type in which words fit beside the marking; where none does, they are cut off."""
    fits = (style for style in _SMALLER if width_of(words, style) <= room)
    return next(fits, _PLAIN)


def _rule(canvas: PaperCanvas, y: float, margin: float) -> None:
    right = canvas.size[0] - margin
    canvas.put(f"0.6 w {operands(RULE)} RG {margin:.2f} {y:.2f} m {right:.2f} {y:.2f} l S")
