"""A finished paper read back from memory: its pages as pictures, its words and where they stand.

No Qt. One thread only: the library underneath keeps no order between several.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # ships no types

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points, from the top left corner of the page."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as pixels: blue, green, red and one unused byte each, row by row."""

    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Match:
    """Words that were found: on which page, and the boxes they fill."""

    page: int
    boxes: tuple[Box, ...]


class Document:
    """Pages of a paper, drawn when they are asked for."""

    def __init__(self, content: bytes) -> None:
        self._pdf = pdfium.PdfDocument(content)
        self.sizes: tuple[tuple[float, float], ...] = tuple(
            self._pdf.get_page_size(at) for at in range(len(self._pdf))
        )

    def picture(self, at: int, scale: float) -> Picture:
        """Draw a page; `scale` in pixels for each point."""
        page = self._pdf[at]
        drawn = page.render(scale=scale, prefer_bgrx=True, rev_byteorder=False)
        picture = Picture(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer))
        drawn.close()
        page.close()
        return picture

    def words(self, at: int) -> str:
        """Give the words of a page, for those who hear it."""
        page = self._pdf[at]
        text = page.get_textpage()
        said: str = text.get_text_bounded()
        text.close()
        page.close()
        return said

    def find(self, words: str) -> tuple[Match, ...]:
        """Find words wherever they stand, capitals or not; nothing typed finds nothing."""
        if not words.strip():
            return ()
        return tuple(
            match for at in range(len(self.sizes)) for match in self._find_on(at, words.strip())
        )

    def close(self) -> None:
        """Let the paper go."""
        self._pdf.close()

    def _find_on(self, at: int, words: str) -> Iterator[Match]:
        page = self._pdf[at]
        text = page.get_textpage()
        high = self.sizes[at][1]
        search = text.search(words)
        while (found := search.get_next()) is not None:
            first, count = found
            yield Match(at, tuple(_boxes(text, first, count, high)))
        search.close()
        text.close()
        page.close()


def _boxes(text: pdfium.PdfTextPage, first: int, count: int, high: float) -> Iterator[Box]:
    for at in range(text.count_rects(first, count)):
        left, bottom, right, top = text.get_rect(at)
        yield left, high - top, right, high - bottom
