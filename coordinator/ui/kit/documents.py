"""A finished paper read back from memory: its pages as pictures, its words and where they stand.

No Qt. One thread after the other: the library underneath keeps no order between several, not even
of different papers.
"""

import math
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # ships no types

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points, from the top left corner of the page."""
_alone = threading.RLock()
_STRIP = 2_000_000  # pixels: 8 MB, and drawn in a blink while the window waits for its turn


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
        with _alone:
            self._pdf = pdfium.PdfDocument(content)
            self.sizes: tuple[tuple[float, float], ...] = tuple(
                self._pdf.get_page_size(at) for at in range(len(self._pdf))
            )

    def picture(self, at: int, scale: float) -> Picture:
        """Draw a page; `scale` in pixels for each point."""
        with _alone, self._page(at) as page:
            return _drawn(page, scale)

    def strips(self, at: int, scale: float) -> Iterator[tuple[int, Picture]]:
        """Draw a page from top to bottom in strips, each with the row of pixels it begins in.

        A whole page as sharp as a printer wants it would take some hundred megabytes, and
        nobody else could draw meanwhile.
        """
        wide, high = (math.ceil(side * scale) for side in self.sizes[at])
        rows, top = max(_STRIP // wide, 1), 0
        while top < high:
            below = max(high - top - rows, 0)
            with _alone, self._page(at) as page:
                strip = _drawn(page, scale, above=top, below=below)
            strip = _cut_between_lines(strip) if below else strip
            yield top, strip
            top += strip.height

    def words(self, at: int) -> str:
        """Give the words of a page, for those who hear it."""
        with _alone, self._page(at) as page, closing(page.get_textpage()) as text:
            said: str = text.get_text_bounded()
            return said

    def find(self, words: str) -> tuple[Match, ...]:
        """Find words wherever they stand, capitals or not; nothing typed finds nothing."""
        if not words.strip():
            return ()
        with _alone:
            return tuple(
                match
                for at in range(len(self.sizes))
                for match in self._find_on(at, words.strip())
            )

    def close(self) -> None:
        """Let the paper go."""
        with _alone:
            self._pdf.close()

    def _page(self, at: int) -> closing[pdfium.PdfPage]:
        return closing(self._pdf[at])

    def _find_on(self, at: int, words: str) -> Iterator[Match]:
        high = self.sizes[at][1]
        with (
            self._page(at) as page,
            closing(page.get_textpage()) as text,
            closing(text.search(words)) as search,
        ):
            while (found := search.get_next()) is not None:
                first, count = found
                yield Match(at, tuple(_boxes(text, first, count, high)))


def _drawn(page: pdfium.PdfPage, scale: float, *, above: int = 0, below: int = 0) -> Picture:
    """Draw a page, or what is left of it without so many rows of pixels above and below."""
    # Cut in points and rounded up to pixels: half a pixel less keeps the rounding where it is.
    left_out = (0, max(below - 0.5, 0) / scale, 0, max(above - 0.5, 0) / scale)
    drawn = page.render(scale=scale, crop=left_out, prefer_bgrx=True, rev_byteorder=False)
    picture = Picture(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer))
    drawn.close()
    return picture


def _cut_between_lines(strip: Picture) -> Picture:
    """Leave out the rows below the last that is white: no letter is parted by the edge of a strip.

    Whoever makes the sheet coarser again would otherwise show where two strips meet.
    """
    white = b"\xff" * strip.stride
    for row in range(strip.height - 1, 0, -1):
        if strip.pixels[row * strip.stride : (row + 1) * strip.stride] == white:
            return replace(strip, height=row, pixels=strip.pixels[: row * strip.stride])
    return strip


def _boxes(text: pdfium.PdfTextPage, first: int, count: int, high: float) -> Iterator[Box]:
    for at in range(text.count_rects(first, count)):
        left, bottom, right, top = text.get_rect(at)
        yield left, high - top, right, high - bottom
