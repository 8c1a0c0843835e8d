"""Lines out of words: greedy, left-aligned, never hyphenated, from widths that are remembered."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from coordinator.exports.layout.fonts import Font, chain
from coordinator.exports.layout.scripts import runs_from_right, visual
from coordinator.exports.layout.tokens import Style


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of clean text in one weight and colour; what is not said comes from the style."""

    text: str
    bold: bool | None = None
    colour: str | None = None


Part = tuple[Font, str]
_JOINS = "@-/_:=&?"  # what parts of an address or a reference are joined by, besides stops


class Span(NamedTuple):
    """Text of one colour in drawing order; `spoken` is what it stands for, where that differs.

    It differs where letters are joined or run from right to left, and where no font has them.
    """

    parts: tuple[Part, ...]
    colour: str
    spoken: str = ""


Line = tuple[tuple[Span, ...], float]
"""The spans of a line from left to right, and its width in points."""


class _Word(NamedTuple):
    """One word with its fonts; `width` in points, the blank after it not counted.

    One that `goes_on` is the start of a word too wide for a line: what follows belongs to it.
    """

    text: str
    spans: tuple[Span, ...]
    width: float
    goes_on: bool = False


def wrap(runs: Sequence[Run], style: Style, width: float) -> list[Line]:
    """Break runs into lines of at most `width` points; a longer word is cut."""
    if len(runs) == 1 and runs[0].text.isascii():
        return _wrap_plain(runs[0], style, width)
    return _fill(_words(runs, style, width), style, width)


def _wrap_plain(run: Run, style: Style, width: float) -> list[Line]:
    """The short way for one run of plain letters, which most text is."""
    font = chain(bold=style.bold if run.bold is None else run.bold).first
    colour, size = run.colour or style.colour, style.size
    most, blank = width / size, font.width(" ")
    lines: list[Line] = []
    words: list[str] = []
    used = 0.0
    for word in run.text.split():
        wide = font.width(word)
        if wide > most:
            return _fill(_words([run], style, width), style, width)
        if words and used + blank + wide > most:
            lines.append(((Span(((font, " ".join(words) + " "),), colour),), used * size))
            words, used = [word], wide
        else:
            used += wide + (blank if words else 0.0)
            words.append(word)
    if words:
        lines.append(((Span(((font, " ".join(words)),), colour),), used * size))
    return lines


def _words(runs: Sequence[Run], style: Style, width: float) -> list[_Word]:
    """Cut runs into words; one that spans two runs (a bold "Decision" and its stop) stays one."""
    words: list[_Word] = []
    glued = False
    for run in runs:
        bold = style.bold if run.bold is None else run.bold
        parts = run.text.split(" ")
        for place, part in enumerate(parts):
            if part:
                made = _word(part, style, run.colour or style.colour, bold=bold)
                if place == 0 and glued and words:
                    made = _joined(words.pop(), made)
                words.extend(_cut(made, width, style.size))
        glued = bool(parts[-1])
    return words


def _word(text: str, style: Style, colour: str, *, bold: bool) -> _Word:
    parts, spoken, width = _shaped(text, bold)
    return _Word(text, (Span(parts, colour, spoken),), width * style.size)


@lru_cache(maxsize=50_000)
def _shaped(text: str, bold: bool) -> tuple[tuple[Part, ...], str, float]:  # noqa: FBT001 (cached)
    """A word's fonts, what it stands for where it is drawn otherwise, its width at one point."""
    parts = tuple(chain(bold=bold).runs(visual(text)))
    drawn = "".join([part for _, part in parts])
    width = sum([font.width(part) for font, part in parts])
    return parts, "" if drawn == text else text, width


def _joined(first: _Word, second: _Word) -> _Word:
    return _Word(first.text + second.text, first.spans + second.spans, first.width + second.width)


def _cut(word: _Word, width: float, size: float) -> list[_Word]:
    """Cut a word that is wider than the line into stretches that fit."""
    if word.width <= width:
        return [word]
    cut: list[_Word] = []
    for span in word.spans:
        for font, text in span.parts:
            cut.extend(
                _stretch(font, part, span.colour, size) for part in _bits(font, text, width / size)
            )
    return [*(bit._replace(goes_on=True) for bit in cut[:-1]), *cut[-1:]]


def _stretch(font: Font, text: str, colour: str, size: float) -> _Word:
    return _Word(text, (Span(((font, text),), colour),), font.width(text) * size)


def _bits(font: Font, text: str, most: float) -> list[str]:
    """Cut a word where an address or a reference has a joint, else between two letters."""
    bits: list[str] = []
    start, used = 0, 0.0
    for place, char in enumerate(text):
        wide = font.width(char)
        if place > start and used + wide > most:
            joint = _last_joint(text, start, place)
            bits.append(text[start:joint])
            start, used = joint, font.width(text[joint:place])
        used += wide
    return [*bits, text[start:]]


def _last_joint(text: str, start: int, stop: int) -> int:
    """Find where a word is best parted: before a stop, behind another mark that joins."""
    for place in range(stop, start + 1, -1):
        if text[place] == "." or text[place - 1] in _JOINS:
            return place
    return stop


def _fill(words: Sequence[_Word], style: Style, width: float) -> list[Line]:
    # The pen takes the blank of the font at hand, so the wider of the two is counted.
    blank = max(chain(bold=bold).first.width(" ") for bold in (False, True)) * style.size
    lines: list[Line] = []
    line: list[_Word] = []
    used = 0.0
    for word in words:
        gap = 0.0 if not line or line[-1].goes_on else blank
        if line and used + gap + word.width > width:
            lines.append((_spans(line, style, last=False), used))
            line, used = [word], word.width
        else:
            used += word.width + gap
            line.append(word)
    if line:
        lines.append((_spans(line, style, last=True), used))
    return lines


def _spans(words: Sequence[_Word], style: Style, *, last: bool) -> tuple[Span, ...]:
    """The spans of one line in drawing order, joined where font and colour stay the same.

    A blank follows the last word of every line but the last, so that words taken out of the paper
    do not run together.
    """
    pen = _Pen(style)
    place = 0
    for start, stop in runs_from_right([word.text for word in words]):
        pen.write(words[place:start])
        pen.write_turned(words[start:stop])
        place = stop
    pen.write(words[place:])
    return pen.spans(last=last)


class _Pen:
    """Writes words into spans, one span as long as font and colour stay the same."""

    def __init__(self, style: Style) -> None:
        self._plain = chain(bold=style.bold).first
        self._fonts = (chain(bold=False).first, chain(bold=True).first)
        self._colour = style.colour
        self._done: list[Span] = []
        self._font: Font | None = None
        self._ink = style.colour
        self._texts: list[str] = []

    def write(self, words: Sequence[_Word]) -> None:
        """Write words from left to right, a blank after each."""
        for word in words:
            for span in word.spans:
                if span.spoken:
                    self._finish()
                    self._done.append(span)
                else:
                    for font, text in span.parts:
                        self._put(font, text, span.colour)
            if not word.goes_on:
                self._blank()

    def write_turned(self, words: Sequence[_Word]) -> None:
        """Write words that run from the right, as one span drawn from left to right."""
        self._finish()
        parts: list[Part] = []
        for word in reversed(words):
            if parts and not word.goes_on:
                parts.append((self._plain, " "))
            parts.extend([part for span in word.spans for part in span.parts])
        spoken = "".join([word.text + ("" if word.goes_on else " ") for word in words]).rstrip(" ")
        self._done.append(Span(tuple(parts), words[0].spans[0].colour, spoken))
        if not words[-1].goes_on:
            self._blank()

    def spans(self, *, last: bool) -> tuple[Span, ...]:
        """What was written; without its last blank at the end of a paragraph."""
        if last and self._texts:
            self._texts.pop()
        self._finish()
        return tuple(self._done)

    def _put(self, font: Font, text: str, colour: str) -> None:
        if font is not self._font or colour != self._ink:
            self._finish()
            self._font, self._ink = font, colour
        self._texts.append(text)

    def _blank(self) -> None:
        """A blank in the font at hand, where that is one that has it for sure."""
        if self._font in self._fonts:
            self._texts.append(" ")
        else:
            self._put(self._plain, " ", self._colour)

    def _finish(self) -> None:
        if self._font is not None and self._texts:
            self._done.append(Span(((self._font, "".join(self._texts)),), self._ink))
        self._font, self._texts = None, []
