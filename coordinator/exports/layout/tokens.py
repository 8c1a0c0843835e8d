"""The look of the papers: colours, sizes of type, spaces. Nothing here draws.

Colour only supports a word, it never carries meaning alone. Every pair of ink and ground that is
printed stands in `PAIRS`; a test holds each at 4.5 to 1 or better (WCAG 2.2, 1.4.3).
"""

from dataclasses import dataclass, replace
from functools import cache

from coordinator.domain.papers.imprint import Tone

INK = "#16202B"
SOFT = "#45525F"
ACCENT = "#0B4F5C"
WASH = "#EAF2F3"
RULE = "#B9C6CC"
PAPER = "#FFFFFF"

A4 = (595.28, 841.89)
A4_LANDSCAPE = (841.89, 595.28)


@dataclass(frozen=True, slots=True)
class Tint:
    """A ground and the ink that is printed on it."""

    ink: str
    wash: str


TINTS: dict[Tone, Tint] = {
    Tone.PLAIN: Tint(SOFT, "#EEF1F3"),
    Tone.GOOD: Tint("#14532D", "#E4F3E9"),
    Tone.WARN: Tint("#6B3F00", "#FFF0D4"),
    Tone.BAD: Tint("#8A1C1C", "#FCE8E6"),
    Tone.NOTE: Tint("#1F3A7A", "#E8EEFB"),
    Tone.ACCENT: Tint(ACCENT, WASH),
}

PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in (INK, SOFT, ACCENT) for ground in (PAPER, WASH)),
    *((INK, tint.wash) for tint in TINTS.values()),
    *((tint.ink, tint.wash) for tint in TINTS.values()),
)


@dataclass(frozen=True, slots=True)
class Style:
    """How a stretch of text is set; every measure in points."""

    size: float
    leading: float
    bold: bool = False
    colour: str = INK
    before: float = 0.0
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Type:
    """The sizes of one paper, from the title down to the small print."""

    title: Style
    subtitle: Style
    section: Style
    person: Style
    minor: Style
    body: Style
    cell: Style
    label: Style
    small: Style
    chip: Style

    def scaled(self, factor: float) -> "Type":
        """The same type, larger or smaller."""
        names = self.__dataclass_fields__
        return Type(**{name: _scaled(getattr(self, name), factor) for name in names})


def _scaled(style: Style, factor: float) -> Style:
    return replace(
        style,
        size=style.size * factor,
        leading=style.leading * factor,
        before=style.before * factor,
        after=style.after * factor,
    )


TYPE = Type(
    title=Style(25, 30, bold=True, colour=ACCENT, after=1),
    subtitle=Style(13, 18, colour=SOFT, after=9),
    section=Style(16, 21, bold=True, colour=ACCENT, before=15, after=5),
    person=Style(13, 18, bold=True, before=16, after=4),
    minor=Style(12, 16, bold=True, before=7, after=3),
    body=Style(12, 16.5, after=6),
    cell=Style(11, 14.5, after=2),
    label=Style(9.5, 12.5, bold=True, colour=ACCENT),
    small=Style(10, 13.5, colour=SOFT, after=5),
    chip=Style(9.5, 13.5, bold=True),
)


_LINEAR_BELOW = 0.03928  # WCAG 2.2, relative luminance


def _channel(value: int) -> float:
    part = value / 255
    return part / 12.92 if part <= _LINEAR_BELOW else float(((part + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (_channel(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """How well two colours stand apart, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


@cache
def operands(colour: str) -> str:
    """`#RRGGBB` as the three numbers a PDF colour operator takes."""
    return " ".join(f"{int(colour[i : i + 2], 16) / 255:.3f}" for i in (1, 3, 5))
