"""Tinted parts: facts in a grid, panels with a bar, a status as a pill, columns side by side."""

from collections.abc import Sequence
from itertools import islice

from coordinator.domain.papers.imprint import Fact, Label, Tone
from coordinator.exports.layout.blocks import (
    Block,
    Piece,
    Room,
    Stack,
    Story,
    Taken,
    stack,
    start_of,
)
from coordinator.exports.layout.canvas import PaperCanvas
from coordinator.exports.layout.paragraphs import HOLD_TEXT, Shared, Text, set_lines
from coordinator.exports.layout.safety import one_line
from coordinator.exports.layout.tokens import TINTS, WASH, Style, Type, operands
from coordinator.exports.layout.wrapping import Line, Run, wrap

_PAD, _BAR, _RADIUS = 10.0, 4.0, 3.0
_KAPPA = 0.5523  # how far a Bezier handle reaches for a quarter circle, as a part of its radius


def tinted_box(box: tuple[float, float, float, float], colour: str, radius: float = 0.0) -> str:
    """Operators that fill a box (left, bottom, width, height), its corners rounded."""
    x, y, w, h = box
    if radius <= 0:
        return f"{operands(colour)} rg {x:.2f} {y:.2f} {w:.2f} {h:.2f} re f"
    r = min(radius, w / 2, h / 2)
    k = r * (1 - _KAPPA)
    right, top = x + w, y + h
    return (
        f"{operands(colour)} rg {x + r:.2f} {y:.2f} m {right - r:.2f} {y:.2f} l "
        f"{right - k:.2f} {y:.2f} {right:.2f} {y + k:.2f} {right:.2f} {y + r:.2f} c "
        f"{right:.2f} {top - r:.2f} l "
        f"{right:.2f} {top - k:.2f} {right - k:.2f} {top:.2f} {right - r:.2f} {top:.2f} c "
        f"{x + r:.2f} {top:.2f} l "
        f"{x + k:.2f} {top:.2f} {x:.2f} {top - k:.2f} {x:.2f} {top - r:.2f} c "
        f"{x:.2f} {y + r:.2f} l {x:.2f} {y + k:.2f} {x + k:.2f} {y:.2f} {x + r:.2f} {y:.2f} c f"
    )


class Chip(Block):
    """A status: its word in a tinted pill; nothing at all when there is no word."""

    _SIDE = 6.0
    _MOST_LINES = 4  # a longer one is no status: it is set as text, which pages can cut

    def __init__(self, label: Label, style: Style) -> None:
        self.label, self._style = label, style
        self._lines: list[Line] = []
        self._width = -1.0

    def take(self, room: Room, /) -> Taken:
        """Take all of it or nothing."""
        if not self.label.text.strip():
            return Stack([], 0.0), None
        style, lines = self._style, self._wrapped(room.width)
        if not lines:
            return Stack([], 0.0), None  # a word of unseen characters alone
        if len(lines) > self._MOST_LINES:
            return Text(self.label.text, style, kind="").take(room)
        if len(lines) * style.leading + 3 > room.left:
            return None, self
        return _ChipPiece(lines, style, self.label.tone, self._SIDE), None

    def _wrapped(self, width: float) -> list[Line]:
        if width != self._width:
            ink = TINTS[self.label.tone].ink
            run = Run(one_line(self.label.text), colour=ink)
            self._lines = wrap([run], self._style, width - 2 * self._SIDE)
            self._width = width
        return self._lines


class _ChipPiece:
    __slots__ = ("_lines", "_side", "_style", "_tone", "height")

    def __init__(self, lines: list[Line], style: Style, tone: Tone, side: float) -> None:
        self._lines, self._style, self._tone, self._side = lines, style, tone, side
        self.height = len(lines) * style.leading + 3

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        wide = max(width for _, width in self._lines) + 2 * self._side
        box = (x, top - self.height + 0.5, wide, self.height - 1)
        with canvas.decoration():
            canvas.put(tinted_box(box, TINTS[self._tone].wash, 4))
        shown = set_lines(canvas, self._lines, self._style, x + self._side, top - 1.5)
        structure = canvas.structure
        if structure.is_silent:
            canvas.put(shown)
        elif structure.current.kind in HOLD_TEXT:
            canvas.put_content(structure.current, shown)
        else:
            canvas.put_content(structure.element("P"), shown)


class Panel(Block):
    """Blocks on a tinted ground with a bar at the left."""

    def __init__(
        self, blocks: Sequence[Block], tone: Tone = Tone.ACCENT, *, pad: float = _PAD
    ) -> None:
        self.blocks = list(blocks)
        self.tone = tone
        self._pad = pad
        self.before, self.after = 0.7 * pad, 0.9 * pad

    def take(self, room: Room, /) -> Taken:
        """Take what fits on a ground of its own."""
        piece, rest = stack(self.blocks, self._inside(room))
        if piece is None:
            return None, self
        made = _PanelPiece(piece, room.width, self.tone, self._pad)
        return made, Panel(rest, self.tone, pad=self._pad) if rest else None

    def least(self, room: Room, /) -> float:
        """A short panel stays whole; a long one may begin with its first lines."""
        whole = self.height(room)
        if whole <= room.full / 4:
            return whole
        return start_of(self.blocks, self._inside(room)) + 2 * self._pad

    def _inside(self, room: Room) -> Room:
        return room.narrowed(room.width - 2 * self._pad - _BAR, 2 * self._pad)


class _PanelPiece:
    __slots__ = ("_pad", "_piece", "_tone", "_width", "height")

    def __init__(self, piece: Stack, width: float, tone: Tone, pad: float) -> None:
        self._piece, self._width, self._tone, self._pad = piece, width, tone, pad
        self.height = piece.height + 2 * pad

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        tint, low = TINTS[self._tone], top - self.height
        with canvas.decoration():
            canvas.put(tinted_box((x, low, self._width, self.height), tint.wash, _RADIUS))
            canvas.put(tinted_box((x, low, _BAR, self.height), tint.ink))
        self._piece.draw(canvas, x + _BAR + self._pad, top - self._pad)


class Facts(Block):
    """Labels over their values in a tinted grid; read out pair by pair.

    Args:
        facts: In reading order, row by row.
        columns: How many beside each other.
        type_: The sizes of the paper.
        value: How values are set, if not as in tables.
    """

    def __init__(
        self, facts: Sequence[Fact], columns: int, type_: Type, value: Style | None = None
    ) -> None:
        self.facts = list(facts)
        self._columns = columns
        self._type = type_
        self._value = value or type_.cell
        self.before, self.after = 4.0, 9.0
        self._ready: list[_FactRow] = []
        self._width = -1.0

    def take(self, room: Room, /) -> Taken:
        """Take whole rows."""
        rows = self._rows(room)
        if any(row.height > room.full / 2 for row in rows):
            return Story(self._plain()).take(room)
        parts: list[tuple[float, Piece]] = []
        depth = 0.0
        for row in rows:
            if depth + row.height > room.left and (parts or room.left < room.full):
                break
            parts.append((depth, row))
            depth += row.height
        if not parts and self.facts:
            return None, self
        return _Ground(Stack(parts, depth), room.width), self._rest(len(parts) * self._columns)

    def least(self, room: Room, /) -> float:
        """All of it, or the start of a long one."""
        return min(self.height(room), room.full / 4)

    def _rows(self, room: Room) -> list["_FactRow"]:
        if room.width != self._width:
            starts = range(0, len(self.facts), self._columns)
            self._ready = [_FactRow(self._row(start), room, self._columns) for start in starts]
            self._width = room.width
        return self._ready

    def _plain(self) -> list[Block]:
        """Pairs under each other: values too long for a grid, which a page could not cut."""
        return [
            Text([Run(fact.label + " ", bold=True), Run(fact.value)], self._value)
            for fact in self.facts
        ]

    def _row(self, start: int) -> list[list[Block]]:
        """The pairs of one row; label and value share one paragraph."""
        pairs: list[list[Block]] = []
        for fact in islice(self.facts, start, start + self._columns):
            shared = Shared()
            pairs.append(
                [
                    Text(fact.label + " ", self._type.label, element=shared),
                    Text(fact.value, self._value, element=shared),
                ]
            )
        return pairs

    def _rest(self, taken: int) -> "Facts | None":
        if taken >= len(self.facts):
            return None
        return Facts(self.facts[taken:], self._columns, self._type, self._value)


class _FactRow:
    __slots__ = ("_pieces", "_step", "height")

    def __init__(self, pairs: list[list[Block]], room: Room, columns: int) -> None:
        self._step = room.width / columns
        inner = self._step - _PAD - 4
        cell = Room(inner, room.full, room.full)
        self._pieces = [stack(pair, cell)[0] for pair in pairs]
        self.height = max((p.height for p in self._pieces if p), default=0.0) + 10

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        for place, piece in enumerate(self._pieces):
            if piece is not None:
                piece.draw(canvas, x + place * self._step + _PAD, top - 5)


class _Ground:
    """A piece on a tinted ground."""

    __slots__ = ("_piece", "_width", "height")

    def __init__(self, piece: Stack, width: float) -> None:
        self._piece, self._width, self.height = piece, width, piece.height

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        with canvas.decoration():
            canvas.put(tinted_box((x, top - self.height, self._width, self.height), WASH))
        self._piece.draw(canvas, x, top)


class Columns(Block):
    """Stories side by side, read one after the other; what is left of each goes to the next page.

    Args:
        stories: The blocks of each column.
        shares: How the width is shared out.
        gap: Points between columns.
    """

    def __init__(
        self, stories: Sequence[Sequence[Block]], shares: Sequence[float], gap: float = 16.0
    ) -> None:
        self.stories = [list(story) for story in stories]
        self._shares = shares
        self._gap = gap
        self._shared = [Shared() for _ in stories]

    def take(self, room: Room, /) -> Taken:
        """Take what fits of each column."""
        pieces: list[tuple[float, Stack, Shared]] = []
        rests: list[list[Block]] = []
        x = 0.0
        widths = self._widths(room.width)
        for story, wide, shared in zip(self.stories, widths, self._shared, strict=True):
            piece, rest = stack(story, room.narrowed(wide))
            if piece is not None:
                pieces.append((x, piece, shared))
            rests.append(rest)
            x += wide + self._gap
        if not pieces:
            return None, self
        return _Beside(pieces), self._left_over(rests) if any(rests) else None

    def _left_over(self, rests: list[list[Block]]) -> "Columns":
        left = Columns(rests, self._shares, self._gap)
        left._shared = self._shared
        return left

    def least(self, room: Room, /) -> float:
        """The start of each column."""
        starts = (
            start_of(story, room.narrowed(wide))
            for story, wide in zip(self.stories, self._widths(room.width), strict=True)
            if story
        )
        return max(starts, default=0.0)

    def _widths(self, width: float) -> list[float]:
        left = width - self._gap * (len(self._shares) - 1)
        return [left * share / sum(self._shares) for share in self._shares]


class _Beside:
    __slots__ = ("_pieces", "height")

    def __init__(self, pieces: list[tuple[float, Stack, Shared]]) -> None:
        self._pieces = pieces
        self.height = max(piece.height for _, piece, _ in pieces)

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        structure = canvas.structure
        for offset, piece, shared in self._pieces:
            if structure.is_silent or not piece.parts:
                piece.draw(canvas, x + offset, top)
                continue
            with structure.within(shared.get(canvas, "Div")):
                piece.draw(canvas, x + offset, top)
