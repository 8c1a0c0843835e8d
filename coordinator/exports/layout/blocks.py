"""What a paper is made of: blocks that can be cut where a page ends, and pieces that are drawn.

A block is asked for as much of itself as fits (`take`), never for all of it: so a table of 20,000
rows costs as much per page as one of twenty. Cutting never fails: what cannot be cut is moved to
the next page, and drawn there as it is.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from coordinator.exports.layout.canvas import PaperCanvas

BOUNDLESS = 10.0**9
_COMPANY = 48.0
"""Points: less than that of a group does not stand on its last page alone."""


class Room(NamedTuple):
    """Where a block may go: its width, the height that is left, the height of an empty page."""

    width: float
    left: float
    full: float

    def without(self, height: float) -> "Room":
        """The same, with less height left."""
        return Room(self.width, self.left - height, self.full)

    def narrowed(self, width: float, height: float = 0.0) -> "Room":
        """Of another width, and with less height on every page."""
        return Room(width, self.left - height, self.full - height)

    def boundless(self) -> "Room":
        """Of the same width, as high as needed."""
        return Room(self.width, BOUNDLESS, self.full)


class Piece(Protocol):
    """Something laid out, of a fixed height."""

    height: float

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        """Draw with the upper left corner at (x, top)."""


Taken = tuple[Piece | None, "Block | None"]
"""What fits (nothing: start on the next page), and what is left over."""


class Block:
    """A part of a paper.

    `before` and `after` are the least distances to its neighbours in points; the larger of two
    that meet holds. A block that `keeps` stays on the page of the one after it.
    """

    before: float = 0.0
    after: float = 0.0
    keeps: bool = False

    def take(self, room: Room, /) -> Taken:
        """Lay out as much as fits."""
        raise NotImplementedError

    def least(self, room: Room, /) -> float:
        """The height it needs to start on a page at all."""
        return self.height(room)

    def height(self, room: Room, /) -> float:
        """The height it needs as a whole."""
        piece, _ = self.take(room.boundless())
        return piece.height if piece else 0.0


class Stack:
    """Pieces under each other."""

    __slots__ = ("height", "parts")

    def __init__(self, parts: list[tuple[float, Piece]], height: float) -> None:
        self.parts = parts
        self.height = height

    def draw(self, canvas: PaperCanvas, x: float, top: float) -> None:
        """Draw from the first to the last."""
        for depth, piece in self.parts:
            piece.draw(canvas, x, top - depth)


def stack(blocks: Sequence[Block], room: Room) -> tuple[Stack | None, list[Block]]:
    """Lay blocks out under each other; returns what fits, and the blocks left over."""
    parts: list[tuple[float, Piece]] = []
    depth = after = 0.0
    for index, block in enumerate(blocks):
        gap = max(after, block.before) if parts else 0.0
        piece, rest = block.take(room.without(depth + gap))
        if piece is None:
            kept = _without_tail(blocks, index)
            if not kept and room.left >= room.full:
                kept = len(parts)  # a heading as high as a page: no page would hold it otherwise
            return _cut(parts[:kept], blocks)
        parts.append((depth + gap, piece))
        depth += gap + piece.height
        after = block.after
        if rest is not None:
            return Stack(parts, depth), [rest, *blocks[index + 1 :]]
    return Stack(parts, depth), []


def _without_tail(blocks: Sequence[Block], index: int) -> int:
    """Say how many stay: no heading is left behind when what it heads goes to the next page."""
    while index and blocks[index - 1].keeps:
        index -= 1
    return index


def _cut(
    parts: list[tuple[float, Piece]], blocks: Sequence[Block]
) -> tuple[Stack | None, list[Block]]:
    if not parts:
        return None, list(blocks)
    depth, last = parts[-1]
    return Stack(parts, depth + last.height), list(blocks[len(parts) :])


class Story(Block):
    """Blocks under each other that may be cut anywhere."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = list(blocks)
        self.after = blocks[-1].after if blocks else 0.0

    def take(self, room: Room, /) -> Taken:
        """Take what fits."""
        piece, rest = stack(self.blocks, room)
        if piece is None:
            return None, self
        return piece, Story(rest) if rest else None

    def least(self, room: Room, /) -> float:
        """The start of the first."""
        return start_of(self.blocks, room)


class Group(Block):
    """Blocks that stay on one page where one page can hold them.

    Where none can, the last page of them has more than their last line.
    """

    def __init__(self, blocks: Sequence[Block], *, after: float = 0.0) -> None:
        self.blocks = list(blocks)
        self.before = blocks[0].before if blocks else 0.0
        self.after = max(after, blocks[-1].after if blocks else 0.0)

    def take(self, room: Room, /) -> Taken:
        """Take all of it, or nothing while the next page could hold it."""
        piece, rest = stack(self.blocks, room)
        if not rest:
            return piece, None
        if room.left < room.full and self.height(room) <= room.full:
            return None, self
        if not stack(rest, Room(room.width, _COMPANY, room.full))[1]:
            fewer, more = stack(self.blocks, room.without(_COMPANY))
            piece, rest = (piece, rest) if fewer is None else (fewer, more)
        return piece, Group(rest, after=self.after)

    def least(self, room: Room, /) -> float:
        """All of it, or the start of what no page can hold."""
        whole = self.height(room)
        return whole if whole <= room.full else start_of(self.blocks, room)


def with_company(blocks: Sequence[Block], height: float, width: float) -> list[Block]:
    """Keep the last blocks together, so that a last page holds so many points at least."""
    room, tail = Room(width, BOUNDLESS, BOUNDLESS), list(blocks[-1:])
    rest = list(blocks[:-1])
    while rest and (rest[-1].keeps or Group(tail).height(room) < height):
        tail.insert(0, rest.pop())
    return [*rest, Group(tail)] if tail else []


class Blank(Block):
    """Empty room of a height, to write in by hand."""

    def __init__(self, points: float) -> None:
        self.points = points

    def take(self, _room: Room, /) -> Taken:
        """Take it as it is."""
        return Stack([], self.points), None


class NewPage(Block):
    """What follows starts on a new page, of another size if one is given.

    With `unless`, only when fewer points than that are left.
    """

    def __init__(
        self, size: tuple[float, float] | None = None, *, unless: float | None = None
    ) -> None:
        self.size = size
        self.unless = unless

    def take(self, _room: Room, /) -> Taken:
        """Nothing to draw: `Flow` turns the page."""
        return Stack([], 0.0), None


def start_of(blocks: Sequence[Block], room: Room) -> float:
    """The height the first blocks need: what keeps to its follower, and the follower's start."""
    needed = after = 0.0
    for block in blocks:
        needed += max(after, block.before) if needed else 0.0
        if not block.keeps:
            return needed + block.least(room)
        needed += block.height(room)
        after = block.after
    return needed
