"""Rows in brief, side by side in columns that are read one after the other, page by page.

Which row stands in which column of which page is worked out beforehand: a column that ran on to
the next page would send the eye back and forth.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from coordinator.exports.layout.blocks import BOUNDLESS, Block, NewPage, Room
from coordinator.exports.layout.fitting import height_of
from coordinator.exports.layout.panels import Columns
from coordinator.exports.layout.tables import Cell, Column, Table
from coordinator.exports.layout.tokens import Type

_GAP = 12.0
_AIR = 0.5
_STEP = 6.0
"""So finely, in points, the columns of the last page are made equally long."""


@dataclass(frozen=True, slots=True)
class Brief:
    """Rows to be shared out.

    Attributes:
        columns: Of each of the tables beside each other.
        heading: What stands over the first of them.
        again: What stands over those of further pages.
        beside: How many stand beside each other.
    """

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    type_: Type
    heading: Sequence[Block] = ()
    again: Sequence[Block] = ()
    beside: int = 3


class Columned:
    """Brief rows with their heights at the width of a page."""

    def __init__(self, brief: Brief, page: Room) -> None:
        self._brief, self._page = brief, page
        wide = (page.width - _GAP * (brief.beside - 1)) / brief.beside
        self._room = Room(wide, BOUNDLESS, page.full)
        self._gap = 1.1 * brief.type_.cell.size  # to what stands above, with a little to spare
        self._head = self._height([])
        self._heights = [self._height([row]) - self._head for row in brief.rows]

    def pages(self, start: int, left: float) -> list[list[int]]:
        """Share the rows from `start` on out: for each page the edges of its columns.

        Args:
            start: The first row that is brief.
            left: The height left on the page before, which holds nothing when not a row fits.
        """
        found: list[list[int]] = []
        tall = left - self._over(self._brief.heading)
        if self._fill(start, tall)[-1] == start:
            found.append([])
            tall = self._page.full - self._over(self._brief.heading)
        while start < len(self._heights):
            edges = self._fill(start, tall)
            if edges[-1] == start:  # taller than a page: the table cuts it
                edges = [start, start + 1]
            elif edges[-1] == len(self._heights):
                edges = self._evened(start, tall)
            found.append(edges)
            start, tall = edges[-1], self._page.full - self._over(self._brief.again)
        return found

    def blocks(self, pages: Sequence[Sequence[int]]) -> Iterator[Block]:
        """Give the columns of each page under what stands over them."""
        over = self._brief.heading
        for place, edges in enumerate(pages):
            if place:
                yield NewPage()
            if edges:
                yield from over
                yield self._columns(edges)
                over = self._brief.again

    def _over(self, heading: Sequence[Block]) -> float:
        """The height that is not there for rows."""
        under = heading[-1].after if heading else 0.0
        return height_of(heading, self._page) + under + self._gap + self._head

    def _columns(self, edges: Sequence[int]) -> Columns:
        stories: list[list[Block]] = [
            [self._table(self._brief.rows[start:stop])] if stop > start else []
            for start, stop in pairwise(edges)
        ]
        stories += [[]] * (self._brief.beside - len(stories))
        return Columns(stories, [1.0] * self._brief.beside, _GAP)

    def _table(self, rows: Sequence[Sequence[Cell]]) -> Table:
        return Table(self._brief.columns, rows, self._brief.type_, air=_AIR)

    def _height(self, rows: Sequence[Sequence[Cell]]) -> float:
        return self._table(rows).height(self._room)

    def _fill(self, start: int, tall: float) -> list[int]:
        """Fill the columns of a page of this height; where each ends."""
        edges = [start]
        for _column in range(self._brief.beside):
            at, used = edges[-1], 0.0
            while at < len(self._heights) and used + self._heights[at] <= tall:
                used += self._heights[at]
                at += 1
            edges.append(at)
        return edges

    def _evened(self, start: int, tall: float) -> list[int]:
        """Make the columns of the last page as short as they can be."""
        low = sum(self._heights[start:]) / self._brief.beside
        while low < tall:
            edges = self._fill(start, low)
            if edges[-1] == len(self._heights):
                return edges
            low += _STEP
        return self._fill(start, tall)
