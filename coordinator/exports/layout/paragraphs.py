"""Paragraphs and headings."""

from collections.abc import Sequence
from functools import lru_cache

from coordinator.exports.layout.blocks import BOUNDLESS, Block, Room, Taken
from coordinator.exports.layout.canvas import PaperCanvas
from coordinator.exports.layout.safety import one_line
from coordinator.exports.layout.tagging import Element
from coordinator.exports.layout.tokens import Style, operands
from coordinator.exports.layout.wrapping import Line, Run, Span, wrap
from coordinator.wording.dates import not_recorded

Words = str | Run | Sequence[Run]

# Where the middle of a capital lies above the baseline, as a part of the size: lines sit in the
# middle of their leading.
_MIDDLE = 0.34
_MOST_ON_A_LINE = 1000  # letters; no page is so wide
HOLD_TEXT = frozenset({"TD", "TH", "LBody"})  # elements that may hold text themselves
_LEAST_LINES = 2  # of a paragraph on either side of a page's end


def runs_of(words: Words) -> tuple[Run, ...]:
    """Make words of any origin fit to print, on one paragraph."""
    if isinstance(words, str):
        return (Run(one_line(words)),)
    if isinstance(words, Run):
        return (Run(one_line(words.text), words.bold, words.colour),)
    return tuple(Run(_kept(run.text), run.bold, run.colour) for run in words)


def _kept(text: str) -> str:
    """One line, but with a blank at its ends where there was one: it parts two runs."""
    flat = one_line(text)
    if not flat:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{flat}{' ' if text[-1].isspace() else ''}"


class Text(Block):
    """One paragraph.

    Args:
        words: What it says; cleaned here, whatever its origin.
        style: How it is set.
        kind: Its structure element (P, H1 to H6, LBody); nothing: content of the element it is in.
        element: An element that already stands; several texts may belong to one.
        key: A name that links lead to.
        bookmark: Level in the reader's side bar, from 0; nothing: not listed.
        bookmark_as: What the side bar says instead, such as initials in place of a name.
    """

    def __init__(
        self,
        words: Words,
        style: Style,
        kind: str = "P",
        *,
        element: "Shared | None" = None,
        key: str = "",
        bookmark: int | None = None,
        bookmark_as: str = "",
    ) -> None:
        self.runs = runs_of(words)
        self.style = style
        self.kind = kind
        self.key = key
        self.level = bookmark
        self.listed_as = one_line(bookmark_as)
        self.keeps = kind[:1] == "H"
        if self.keeps and not self.words.strip():
            self.runs = (Run(not_recorded()),)  # what it heads would stand without a heading
        self.before, self.after = style.before, style.after
        self.shared = element or Shared()
        self._lines: list[Line] = []
        self._width = -1.0

    def lines(self, width: float) -> list[Line]:
        """Its lines at a width, kept until another width is asked for."""
        if width != self._width:
            self._lines = wrap(self.runs, self.style, width)
            self._width = width
        return self._lines

    def take(self, room: Room, /) -> Taken:
        """Take whole lines, at least two on either side of a page's end."""
        return take_lines(self, 0, room)

    def least(self, room: Room, /) -> float:
        """Two lines."""
        return min(_LEAST_LINES, len(self.lines(room.width))) * self.style.leading

    def height(self, room: Room, /) -> float:
        """All lines."""
        return len(self.lines(room.width)) * self.style.leading

    @property
    def words(self) -> str:
        """What it says, in one string."""
        return "".join([run.text for run in self.runs])


class Shared:
    """A structure element made when its first part is drawn; parts on later pages join it."""

    __slots__ = ("element",)

    def __init__(self) -> None:
        self.element: Element | None = None

    def get(self, canvas: PaperCanvas, kind: str, attributes: str = "") -> Element:
        """The element, under the one that is open when it is first asked for."""
        if self.element is None:
            self.element = canvas.structure.element(kind, attributes)
        return self.element


class _Tail(Block):
    """What is left of a paragraph on the next page."""

    def __init__(self, text: Text, start: int) -> None:
        self._text, self._start = text, start
        self.after = text.after

    def take(self, room: Room, /) -> Taken:
        """Take more lines."""
        return take_lines(self._text, self._start, room)

    def least(self, room: Room, /) -> float:
        """Two lines."""
        left = len(self._text.lines(room.width)) - self._start
        return min(_LEAST_LINES, left) * self._text.style.leading


def take_lines(text: Text, start: int, room: Room) -> Taken:
    """Take the lines from `start` on that fit; at least two on either side of a page's end."""
    lines = text.lines(room.width)
    left = len(lines) - start
    fits = int((room.left + 0.001) / text.style.leading)
    if fits >= left:
        return _Lines(text, lines[start:] if start else lines, first=start == 0), None
    if fits == left - 1:
        fits -= 1
    if fits < _LEAST_LINES:
        return None, text if start == 0 else _Tail(text, start)
    stop = start + fits
    return _Lines(text, lines[start:stop], first=start == 0), _Tail(text, stop)


class _Lines:
    """Lines of a paragraph, ready to draw."""

    __slots__ = ("_first", "_lines", "_text", "height")

    def __init__(self, text: Text, lines: Sequence[Line], *, first: bool) -> None:
        self._text, self._lines, self._first = text, lines, first
        self.height = len(lines) * text.style.leading

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        text = self._text
        if self._first and text.key and not canvas.structure.is_silent:
            canvas.name_place(text.key, top)
            if text.level is not None:
                canvas.bookmark(text.listed_as or text.words, text.key, text.level)
        if not self._lines:
            return
        operators = set_lines(canvas, self._lines, text.style, x, top)
        if canvas.structure.is_silent:
            canvas.put(operators)
        else:
            canvas.put_content(_element(canvas, text), operators)


def _element(canvas: PaperCanvas, text: Text) -> Element:
    current = canvas.structure.current
    if not text.kind and current.kind in HOLD_TEXT:
        return current
    return text.shared.get(canvas, text.kind or "P")


def baseline(style: Style) -> float:
    """How far the first baseline lies under the top of its line."""
    return style.leading / 2 + style.size * _MIDDLE


def set_lines(
    canvas: PaperCanvas, lines: Sequence[Line], style: Style, x: float, top: float
) -> str:
    """Operators that print lines under each other."""
    shown = [f"BT 1 0 0 1 {x:.2f} {top - baseline(style):.2f} Tm"]
    colour = ""
    for place, (spans, _) in enumerate(lines):
        if place:
            shown.append(f"0 {-style.leading:.3f} Td")
        for span in spans:
            if span.colour != colour:
                colour = span.colour
                shown.append(f"{operands(colour)} rg")
            shown.append(_set_span(canvas, span, style.size))
    shown.append("ET")
    return "\n".join(shown)


def _set_span(canvas: PaperCanvas, span: Span, size: float) -> str:
    operators = " ".join([canvas.glyphs(font, size, text) for font, text in span.parts])
    return canvas.spoken(operators, span.spoken) if span.spoken else operators


def line_at(canvas: PaperCanvas, words: str, style: Style, box: tuple[float, float, float]) -> str:
    """Operators that print one line; too long a line is cut with three dots.

    Args:
        canvas: Where it is printed.
        words: Any text.
        style: Its size and colour.
        box: Left, width and baseline; a negative width is measured leftwards from a right edge,
            nothing (0) centres around it.
    """
    x, width, y = box
    lines = wrap(runs_of(shortened(words, style, abs(width) or BOUNDLESS)), style, BOUNDLESS)
    if not lines:
        return ""
    wide = lines[0][1]
    left = x - wide if width < 0 else x - wide / 2 if width == 0 else x
    return set_lines(canvas, lines, style, left, y + baseline(style))


def width_of(words: str, style: Style) -> float:
    """How wide words are on one line, in points."""
    lines = wrap(runs_of(words), style, BOUNDLESS)
    return lines[0][1] if lines else 0.0


@lru_cache(maxsize=256)
def shortened(words: str, style: Style, width: float) -> str:
    """Words that fit on one line of `width` points, with three dots where some were cut off."""
    flat = one_line(words)[:_MOST_ON_A_LINE]
    if width_of(flat, style) <= width:
        return flat
    low, high = 0, len(flat)
    while low < high:
        middle = (low + high + 1) // 2
        fits = width_of(flat[:middle].rstrip() + "\u2026", style) <= width
        low, high = (middle, high) if fits else (low, middle - 1)
    return flat[:low].rstrip() + "\u2026"
