"""The list of contents: links, and page numbers that are filled in when all pages are known."""

from collections.abc import Sequence
from itertools import groupby

from coordinator.exports.layout.blocks import Block, Room, Taken
from coordinator.exports.layout.canvas import PaperCanvas
from coordinator.exports.layout.paragraphs import Shared, baseline, line_at, width_of
from coordinator.exports.layout.safety import one_line
from coordinator.exports.layout.tokens import RULE, Style, operands
from coordinator.wording.dates import not_recorded

_NUMBER = 34.0  # room for a page number of four figures
_INDENT = 16.0
_LEAST_DOTS = 24.0
_BETWEEN = 18.0  # columns
_AIR = 2.0  # between lines, where there is room


class _Entry:
    """One entry of the contents: what, where, on which page."""

    def __init__(self, words: str, key: str, style: Style, shared: Shared, *, level: int) -> None:
        self._words, self._key = one_line(words) or not_recorded(), key
        self.style, self._list, self._level = style, shared, level

    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        """Draw the words, the dots and an open page number, all one link."""
        x, width = x + self._level * _INDENT, width - self._level * _INDENT
        style, y = self.style, top - baseline(self.style)
        low = top - style.leading
        structure = canvas.structure
        with (
            structure.within(self._list.get(canvas, "TOC")),
            structure.within(structure.element("TOCI")),
            structure.within(structure.element("Reference")),
        ):
            link = structure.element("Link", alternative=self._words)
        most = width - _NUMBER - _LEAST_DOTS
        with canvas.content(link):
            canvas.put(line_at(canvas, self._words + " ", style, (x, most, y)))
            canvas.put_late(lambda sheet: self._number(sheet, x + width, y))
        with canvas.decoration():
            canvas.put(
                _dots(x + min(width_of(self._words, style), most) + 5, x + width - _NUMBER, y)
            )
        canvas.link(link, self._key, (x, low, x + width, top))

    def _number(self, canvas: PaperCanvas, right: float, y: float) -> str:
        page = str(canvas.page_of.get(self._key, ""))
        return line_at(canvas, page, self.style, (right, -_NUMBER, y))


class _Abreast(Block):
    """Entries of the same level on one line, read from left to right."""

    def __init__(self, entries: Sequence[_Entry], columns: int, after: float) -> None:
        self.entries, self._columns = list(entries), columns
        self.after = after

    def take(self, room: Room, /) -> Taken:
        """Take the line, where there is room for it."""
        if self.entries[0].style.leading > room.left:
            return None, self
        return _AbreastPiece(self.entries, room.width, self._columns), None


class _AbreastPiece:
    __slots__ = ("_columns", "_entries", "_width", "height")

    def __init__(self, entries: Sequence[_Entry], width: float, columns: int) -> None:
        self._entries, self._width, self._columns = entries, width, columns
        self.height = entries[0].style.leading

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        gaps = _BETWEEN * (self._columns - 1)
        each = (self._width - gaps) / self._columns
        for at, entry in enumerate(self._entries):
            entry.draw(canvas, x + at * (each + _BETWEEN), top, each)


def _dots(left: float, right: float, y: float) -> str:
    return (
        f"q {operands(RULE)} RG 0.8 w [0.8 3.2] 0 d {left:.2f} {y + 1:.2f} m "
        f"{right:.2f} {y + 1:.2f} l S Q"
    )


def contents(
    entries: Sequence[tuple[str, str, int]], style: Style, columns: int = 1
) -> list[Block]:
    """Make a list of contents from words, key and level (0 or 1) of each entry.

    With `columns`, so many of the second level stand on a line.
    """
    shared, air = Shared(), _AIR if columns == 1 else 0.0
    blocks: list[Block] = []
    for level, found in groupby(entries, key=lambda one: one[2]):
        made = [_Entry(words, key, style, shared, level=level) for words, key, _level in found]
        wide = columns if level else 1
        starts = range(0, len(made), wide)
        blocks += [_Abreast(made[at : at + wide], wide, air) for at in starts]
    return blocks
