"""Which passphrases are accepted, and a plain word for how strong one is."""

import math
import re
import unicodedata
from enum import StrEnum
from itertools import pairwise

from coordinator.domain.errors import WeakPassphraseError

SHORTEST = 12
"""In characters; four short words reach it."""

_FEWEST_DIFFERENT = 6
_LEAST_BEYOND_COMMON = 5

# What people reach for first (https://github.com/danielmiessler/SecLists, top of the common
# lists), and the words that anybody would try on this program.
_COMMON = re.compile(
    "passwor[dt]|passwd|passphrase|pa55word|p4ssw0rd|letmein|welcome|qwertyuiop|qwerty|asdfghjkl|"
    "asdfgh|zxcvbnm|1q2w3e4r5t|1q2w3e4r|1qaz2wsx|qazwsx|iloveyou|administrator|admin|changeme|"
    "default|secret|monkey|dragon|football|liverpool|arsenal|chelsea|sunshine|princess|trustno1|"
    "computer|coordinator|multiagency|agency|panel|council|police|secure|access|login|"
    "january|february|march|april|june|july|august|september|october|november|december|"
    "spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|friday|correcthorsebatterystaple"
)
_DISGUISES = str.maketrans("@4310$57!", "aaeiossti")
_PIECE = re.compile(r"[^\W\d_]+|\d+|[\W_]+")
_YEAR = re.compile(r"(19|20)\d\d")
_WORD_BITS = 11.0  # one of 2,000 words that come to mind
_REPEATED_BITS = 1.0


class Strength(StrEnum):
    """How long a passphrase holds against somebody who took the store away."""

    WEAK = "weak"
    FAIR = "fair"
    GOOD = "good"
    STRONG = "strong"


def check_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that would be among the first to be tried.

    Raises:
        WeakPassphraseError: `short`, under 12 characters; `repeated`, little more than one piece
            over and over; `common`, little more than words everybody uses.
    """
    text = _plain(passphrase)
    if len(text) < SHORTEST:
        raise WeakPassphraseError("short")
    if len(set(text)) < _FEWEST_DIFFERENT or _is_one_piece_repeated(text):
        raise WeakPassphraseError("repeated")
    if _beyond_common(text) < _LEAST_BEYOND_COMMON:
        raise WeakPassphraseError("common")


def strength_of(passphrase: str) -> Strength:
    """Estimate the strength, rather too low than too high; what is refused is always weak."""
    try:
        check_passphrase(passphrase)
    except WeakPassphraseError:
        return Strength.WEAK
    bits = _bits(passphrase)
    if bits < 30:  # noqa: PLR2004 - a day for one computer at the usual cost is 17 bits
        return Strength.WEAK
    if bits < 42:  # noqa: PLR2004 - three words and something
        return Strength.FAIR
    return Strength.GOOD if bits < 55 else Strength.STRONG  # noqa: PLR2004 - five words


def _plain(passphrase: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", passphrase).casefold().split())


def _is_one_piece_repeated(text: str) -> bool:
    solid = text.replace(" ", "")
    return (solid + solid).find(solid, 1) < len(solid)


def _beyond_common(text: str) -> int:
    # How many letters are left beside the common words, in the plainest reading; a text without
    # a common word counts whole, unless its characters only count up or down.
    if _runs_on(text):
        return 0
    readings = (text, _letters(text), _letters(text.translate(_DISGUISES)))
    rests = [(reading, _COMMON.sub("", reading)) for reading in readings]
    return min(len(text) if rest == all_ else len(_letters(rest)) for all_, rest in rests)


def _letters(text: str) -> str:
    return re.sub(r"[\W\d_]", "", text)


def _runs_on(text: str) -> bool:
    solid = text.replace(" ", "")
    steps = [ord(after) - ord(before) for before, after in pairwise(solid)]
    return sum(step in {1, -1, -9, 9} for step in steps) > 2 * len(steps) // 3


def _bits(passphrase: str) -> float:
    seen: set[str] = set()
    total = 0.0
    for piece in _PIECE.findall(unicodedata.normalize("NFKC", passphrase)):
        known = piece.casefold()
        total += _REPEATED_BITS if known in seen else _piece_bits(piece)
        seen.add(known)
    return total


def _piece_bits(piece: str) -> float:
    if piece.isdigit():
        return 6.0 if _YEAR.fullmatch(piece) else min(len(piece), 10) * math.log2(10)
    if not piece.isalpha():
        return min(len(piece), 3) * 2.0  # marks between words are mostly the same few
    if len(piece) <= 3 or not (piece.islower() or piece.istitle()):  # noqa: PLR2004
        return len(piece) * 4.0
    return _WORD_BITS + max(0, len(piece) - 9) * 2.0
