"""Text as people, machines and enemies write it, put into every field of a read model."""

import random
from dataclasses import fields, is_dataclass, replace
from typing import Any

PIECES = (
    "<b>",
    "</para>",
    "&",
    "&#x0;",
    '<img src="/etc/passwd"/>',
    "W" * 300,
    "x" * 2000,
    "\x00\x07",
    "\ud800",
    "محمد علي",
    "١٢٣",
    "שלום (עולם)",
    "陈伟",
    "😀👍🏽",
    "Tŷ Gŵyr",
    "Dębska",
    "Kernewek",
    "Żółć",
    "\n",
    "\t",
    "  ",
    "\u2028",
    "\x000\x00",
    "%SLOT0%",
    "ET",
    "(\\)",
    "%PDF",
    "\u202e\u200f",
    "e\u0301",
    "https://example.org/" + "a/" * 120,
    "ﷺ",
    "\U000e0041",
    "ab\u00adcd",
    "\ufffd\ufffe",
    "Ελλάδα",
    "Україна",
    "→✓☐",
    "न",
    "=1+1",
    "\u0301\u0301",
    "ffi",
    "½ £ €",
    "\u00a0",
    "{name}",
    "%s",
)
WORDS = ("word", "panel", "plan", "housing", "met", "at", "home")


def text(chance: random.Random) -> str:
    """A text of any length and any letters."""
    kind = chance.random()
    if kind < 0.08:
        return ""
    if kind < 0.11:
        return " ".join(chance.choices(WORDS, k=chance.randint(500, 2000)))
    if kind < 0.25:
        return "".join(_letter(chance) for _ in range(chance.randint(1, 200)))
    return " ".join(chance.choices(PIECES + WORDS * 12, k=chance.randint(1, 60)))


def _letter(chance: random.Random) -> str:
    ranges = ((32, 126), (0, 0x2FFF), (0x4E00, 0x9FFF), (0, 0x1FFFF), (0xD7F0, 0xE010))
    return chr(chance.randint(*chance.choice(ranges)))


def spoiled(model: Any, chance: random.Random) -> Any:
    """The same read model with hostile text in its texts, dates and numbers left as they are."""
    changes: dict[str, Any] = {}
    for field in fields(model):
        changes[field.name] = _spoil(getattr(model, field.name), chance)
    return replace(model, **changes)


def _spoil(value: Any, chance: random.Random) -> Any:
    if is_dataclass(value):
        return spoiled(value, chance)
    if isinstance(value, tuple):
        return tuple(_spoil(one, chance) for one in value)
    if type(value) is str:
        return text(chance)
    return value
