"""Colours, sizes and spaces of the windows, by what they are for; no Qt, so contrast is a test.

Contrast asked for: 4.5 to 1 for text, 3 to 1 for outlines and icons (WCAG 2.2, 1.4.3 and 1.4.11).
"""

from dataclasses import dataclass
from enum import StrEnum


class Scheme(StrEnum):
    """How the windows look."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Tone(StrEnum):
    """What a state means, told by word and shape as well; the value prefixes two colours."""

    NEUTRAL = "neutral"
    GOOD = "good"
    CAREFUL = "careful"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme as `#RRGGBB`.

    `ground` lies behind everything, `surface` under cards and fields, `sunk` under what is pressed
    or striped; `line` parts, `edge` outlines what can be used; `tint` marks what is chosen.
    """

    ground: str
    surface: str
    sunk: str
    line: str
    edge: str
    text: str
    quiet: str
    accent: str
    on_accent: str
    tint: str
    urgent: str
    urgent_ground: str
    careful: str
    careful_ground: str
    good: str
    good_ground: str
    neutral: str
    neutral_ground: str
    rail: str
    rail_text: str
    rail_chosen: str
    on_rail: str


LIGHT = Tokens(
    ground="#F3F5F7",
    surface="#FFFFFF",
    sunk="#EAEEF2",
    line="#D5DDE5",
    edge="#6C7986",
    text="#17212B",
    quiet="#495765",
    accent="#17568C",
    on_accent="#FFFFFF",
    tint="#E3EEF8",
    urgent="#941D21",
    urgent_ground="#FBE8E6",
    careful="#724500",
    careful_ground="#FBF0D9",
    good="#125239",
    good_ground="#DFF2E7",
    neutral="#424F5C",
    neutral_ground="#E7EBF0",
    rail="#12314D",
    rail_text="#D7E3EE",
    rail_chosen="#23507A",
    on_rail="#FFFFFF",
)

DARK = Tokens(
    ground="#11161B",
    surface="#1A2128",
    sunk="#242D36",
    line="#36434F",
    edge="#8493A2",
    text="#E9EEF3",
    quiet="#AEBAC6",
    accent="#8BC0EE",
    on_accent="#0B1A28",
    tint="#1E3448",
    urgent="#F6ADA9",
    urgent_ground="#452022",
    careful="#EDCA80",
    careful_ground="#3D2F12",
    good="#93DBB4",
    good_ground="#16382A",
    neutral="#BDC8D2",
    neutral_ground="#2B353F",
    rail="#0C1116",
    rail_text="#BCCAD6",
    rail_chosen="#26405A",
    on_rail="#FFFFFF",
)

CONTRAST = Tokens(
    ground="#FFFFFF",
    surface="#FFFFFF",
    sunk="#EDEDED",
    line="#000000",
    edge="#000000",
    text="#000000",
    quiet="#1C1C1C",
    accent="#002F6C",
    on_accent="#FFFFFF",
    tint="#DCE9FF",
    urgent="#6B0006",
    urgent_ground="#FFFFFF",
    careful="#4A2A00",
    careful_ground="#FFFFFF",
    good="#00361F",
    good_ground="#FFFFFF",
    neutral="#1C1C1C",
    neutral_ground="#FFFFFF",
    rail="#000000",
    rail_text="#FFFFFF",
    rail_chosen="#003D8F",
    on_rail="#FFFFFF",
)

SCHEMES = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK, Scheme.CONTRAST: CONTRAST}

TEXT_PAIRS = (
    ("text", "ground"),
    ("text", "surface"),
    ("text", "sunk"),
    ("text", "tint"),
    ("quiet", "ground"),
    ("quiet", "surface"),
    ("quiet", "sunk"),
    ("quiet", "tint"),
    ("accent", "ground"),
    ("accent", "surface"),
    ("accent", "tint"),
    ("accent", "sunk"),
    ("on_accent", "accent"),
    ("urgent", "urgent_ground"),
    ("careful", "careful_ground"),
    ("good", "good_ground"),
    ("neutral", "neutral_ground"),
    ("urgent", "surface"),
    ("urgent", "ground"),
    ("careful", "surface"),
    ("good", "surface"),
    ("rail_text", "rail"),
    ("on_rail", "rail_chosen"),
    ("rail_text", "rail_chosen"),
    ("ground", "text"),
)
"""Every colour of words on every ground they stand on."""

OUTLINE_PAIRS = (
    ("edge", "ground"),
    ("edge", "surface"),
    ("accent", "ground"),
    ("accent", "surface"),
    ("on_rail", "rail"),
)
"""Every outline of something that can be used, and the ring of the focus."""

BODY, SMALL, SECTION, TITLE, FIGURE = 15, 14, 17, 26, 34
"""Heights of letters in pixels at text scale 1.0."""

XS, S, M, L, XL = 4, 8, 12, 16, 24
"""Spaces in pixels at text scale 1.0."""

TARGET = 32
"""Least height of what is clicked, in pixels at text scale 1.0 (WCAG 2.5.8 asks for 24)."""


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, 1 (none) to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB
