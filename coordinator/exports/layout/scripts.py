"""Words written from right to left: joined letters, and the order they stand in on a line.

A short form of the Unicode bidirectional algorithm (UAX 9) for lines that read left to right:
enough for names and sentences of Arabic and Hebrew inside English papers. The text a reader or a
screen reader takes out of the paper stays in its written order (see `paragraphs`).
"""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_STRETCH = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]+")
_DIGITS = re.compile("[0-9\u0660-\u0669\u06f0-\u06f9][0-9\u0660-\u0669\u06f0-\u06f9.,:/-]*")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


class _Forms(NamedTuple):
    """The shapes of one Arabic letter by its neighbours; nothing where it has no such shape."""

    isolated: str | None
    final: str | None
    initial: str | None
    medial: str | None


def is_right_to_left(text: str) -> bool:
    """Tell whether any letter in `text` is written from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


@cache
def _shapes() -> dict[str, dict[str, str]]:
    """Presentation forms from the Unicode data: letters -> shape name -> character."""
    found: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD)):
        parts = unicodedata.decomposition(chr(code)).split()
        if parts and parts[0] in {"<isolated>", "<final>", "<initial>", "<medial>"}:
            letters = "".join(chr(int(part, 16)) for part in parts[1:])
            found.setdefault(letters, {}).setdefault(parts[0][1:-1], chr(code))
    return found


def _forms(letters: str) -> _Forms | None:
    shapes = _shapes().get(letters)
    if shapes is None:
        return None
    return _Forms(*(shapes.get(name) for name in _Forms._fields))


def _letters(word: str) -> list[str]:
    """The word's letters with their marks; lam and alef, which share one shape, together."""
    found: list[str] = []
    for char in word:
        if (found and unicodedata.combining(char)) or (
            found and len(found[-1]) == 1 and found[-1] + char in _shapes()
        ):
            found[-1] += char
        else:
            found.append(char)
    return found


def _shaped(letters: list[str]) -> list[str]:
    shaped: list[str] = []
    joins = False  # does the letter before reach out to this one?
    for index, letter in enumerate(letters):
        base = letter.rstrip("".join(c for c in letter if unicodedata.combining(c)))
        forms = _forms(base)
        following = _forms(_base_of(letters, index + 1))
        reaches = bool(forms and forms.initial and following and following.final)
        shaped.append(_shape(base, forms, joins=joins, reaches=reaches) + letter[len(base) :])
        joins = reaches
    return shaped


def _base_of(letters: list[str], index: int) -> str:
    if index >= len(letters):
        return ""
    return "".join(c for c in letters[index] if not unicodedata.combining(c))


def _shape(base: str, forms: _Forms | None, *, joins: bool, reaches: bool) -> str:
    if forms is None:
        return base
    wanted = (
        (forms.medial if reaches else forms.final)
        if joins
        else (forms.initial if reaches else forms.isolated)
    )
    return wanted or forms.isolated or base


def visual(word: str) -> str:
    """One word as it is drawn from left to right: shaped, turned round, its numbers not.

    Of a word that begins with a letter of the other way, only its stretches from right to left.
    """
    if not is_right_to_left(word):
        return word
    first = next((char for char in word if char.isalpha()), word)
    if not is_right_to_left(first):
        return _STRETCH.sub(lambda found: _turned(found.group()), word)
    return _turned(word)


def _turned(word: str) -> str:
    turned = "".join(reversed(_shaped(_letters(word.translate(_MIRRORED)))))
    return _DIGITS.sub(lambda found: found.group()[::-1], turned)


def runs_from_right(words: list[str]) -> list[tuple[int, int]]:
    """The stretches of a line's words that are drawn from right to left, as start and stop.

    Numbers and signs between two such words belong to the stretch.
    """
    if "".join(words).isascii():
        return []
    turns = [is_right_to_left(word) for word in words]
    found: list[tuple[int, int]] = []
    start = 0
    while True in turns[start:]:
        start = turns.index(True, start)
        stop = _end_of_run(words, turns, start)
        found.append((start, stop))
        start = stop
    return found


def _end_of_run(words: list[str], turns: list[bool], start: int) -> int:
    stop = start + 1
    for index in range(start + 1, len(words)):
        if turns[index]:
            stop = index + 1
        elif any(char.isalpha() for char in words[index]):
            break
    return stop
