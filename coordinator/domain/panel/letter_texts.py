"""The panel's own words of its letters: what may stand in braces, and what comes of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from coordinator.domain.lists.panel import TextKey

LONGEST_LETTER = 2_000
FIELDS: Mapping[TextKey, frozenset[str]] = {
    TextKey.LETTER_TAKEN_ON: frozenset({"day", "panel"}),
    TextKey.LETTER_NOT_FOR_US: frozenset({"day", "panel"}),
    TextKey.LETTER_CLOSED: frozenset({"panel"}),
    TextKey.LETTER_OWN: frozenset({"panel"}),
    TextKey.LETTER_HAND_OVER: frozenset({"day", "panel"}),
}
"""What the program puts in for a name in braces, for each text of a letter."""

_FIELD = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class LetterText:
    """A text as a letter has it: what it opens with, and the points it ends with."""

    opening: str
    points: tuple[str, ...] = ()


def fault_of(key: str, text: str) -> str:
    """Name what is wrong with the text of a letter; nothing for every other text.

    Too long, or a brace that is no field of this letter and would be printed as it stands.
    """
    known = FIELDS.get(TextKey(key)) if key in set(TextKey) else None
    if known is None:
        return ""
    if len(text) > LONGEST_LETTER:
        return "too-long"
    rest = _FIELD.sub(lambda found: "" if found[1] in known else found[0], text)
    return "unknown-in-braces" if set("{}") & set(rest) else ""


def letter_text(text: str, values: Mapping[str, str]) -> LetterText:
    """Put the values in, each once, and take the first line as the opening.

    What a value says is never looked through for fields.
    """
    filled = _FIELD.sub(lambda found: values.get(found[1], found[0]), text)
    opening, *points = [line.strip() for line in filled.splitlines() if line.strip()] or [""]
    return LetterText(opening, tuple(points))
