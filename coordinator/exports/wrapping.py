"""Lines out of words: greedy, left-aligned, never hyphenated, from widths that are remembered."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from coordinator.exports.fonts import Font, chain
from coordinator.exports.scripts import runs_from_right, visual
from coordinator.exports.tokens import Style


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of clean text in one weight and colour; what is not said comes from the style."""

    text: str
    bold: bool | None = None
    colour: str | None = None


Part = tuple[Font, str]


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
    """One word with its fonts; `width` in points, the blank after it not counted."""

    text: str
    spans: tuple[Span, ...]
    width: float


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
    parts = tuple(chain(bold=bold).runs(visual(text)))
    drawn = "".join([part for _, part in parts])
    span = Span(parts, colour, "" if drawn == text else text)
    return _Word(text, (span,), _width(parts) * style.size)


def _width(parts: Sequence[Part]) -> float:
    return sum([font.width(text) for font, text in parts])


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
    return cut


def _stretch(font: Font, text: str, colour: str, size: float) -> _Word:
    return _Word(text, (Span(((font, text),), colour),), font.width(text) * size)


def _bits(font: Font, text: str, most: float) -> list[str]:
    bits: list[str] = []
    start, used = 0, 0.0
    for place, char in enumerate(text):
        wide = font.width(char)
        if place > start and used + wide > most:
            bits.append(text[start:place])
            start, used = place, 0.0
        used += wide
    return [*bits, text[start:]]


def _fill(words: Sequence[_Word], style: Style, width: float) -> list[Line]:
    blank = chain(bold=style.bold).first.width(" ") * style.size
    lines: list[Line] = []
    line: list[_Word] = []
    used = 0.0
    for word in words:
        if line and used + blank + word.width > width:
            lines.append((_spans(line, style, last=False), used))
            line, used = [word], word.width
        else:
            used += word.width + (blank if line else 0.0)
            line.append(word)
    if line:
        lines.append((_spans(line, style, last=True), used))
    return lines


def _spans(words: Sequence[_Word], style: Style, *, last: bool) -> tuple[Span, ...]:
    """The spans of one line in drawing order, joined where font and colour stay the same.

    A blank follows the last word of every line but the last, so that words taken out of the paper
    do not run together.
    """
    blank = Span(((chain(bold=style.bold).first, " "),), style.colour)
    spans: list[Span] = []
    place = 0
    for start, stop in [*runs_from_right([word.text for word in words]), (len(words), 0)]:
        for word in words[place:start]:
            _append(spans, [*word.spans, blank])
        if stop:
            _append(spans, [_turned(words[start:stop], blank), blank])
        place = stop
    if last:
        _drop_blank(spans)
    return tuple(spans)


def _turned(words: Sequence[_Word], blank: Span) -> Span:
    """Words that run from the right, as one span drawn from left to right."""
    parts: list[Part] = []
    for word in reversed(words):
        parts.extend(blank.parts if parts else ())
        parts.extend([part for span in word.spans for part in span.parts])
    return Span(tuple(parts), words[0].spans[0].colour, " ".join([word.text for word in words]))


def _append(spans: list[Span], more: Sequence[Span]) -> None:
    for span in more:
        before = spans[-1] if spans else None
        if before and not before.spoken and not span.spoken and _same_pen(before, span):
            font, text = before.parts[-1]
            joined = (font, text + span.parts[0][1])
            spans[-1] = before._replace(parts=(*before.parts[:-1], joined, *span.parts[1:]))
        else:
            spans.append(span)


def _same_pen(first: Span, second: Span) -> bool:
    blank = len(second.parts) == 1 and second.parts[0][1] == " "
    return first.parts[-1][0] is second.parts[0][0] and (blank or first.colour == second.colour)


def _drop_blank(spans: list[Span]) -> None:
    span = spans[-1]
    font, text = span.parts[-1]
    if text == " " and len(span.parts) == 1:
        spans.pop()
    elif text.endswith(" "):
        spans[-1] = span._replace(parts=(*span.parts[:-1], (font, text[:-1])))
