"""Text of any origin made fit to print. Nothing printed skips `clean`."""

import re
import unicodedata

# Left out: control characters, soft hyphens, zero-width and direction controls (they can turn a
# sentence round), variation selectors, surrogates, non-characters, language tags and skin tones.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\ufff0-\uffff\ud800-\udfff"
    "\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)
_BREAKS = re.compile("\r\n|[\r\u0085\u2028\u2029\x0b\x0c]")
_BLANKS = re.compile(r"[^\S\n\u00a0\u202f]+")
_ALIKE = str.maketrans({"\u2010": "-", "\u2011": "-", "\u202f": "\u00a0"})


def clean(value: object) -> str:
    """Turn any value into printable text in NFC; line ends stay, other blanks become one space."""
    if value is None:
        return ""
    text = value if isinstance(value, str) else str(value)
    if text.isascii() and text.isprintable():
        return text
    text = _UNPRINTABLE.sub("", _BREAKS.sub("\n", text))
    return unicodedata.normalize("NFC", _BLANKS.sub(" ", text)).translate(_ALIKE)


def one_line(value: object) -> str:
    """Like `clean`, on one line."""
    return " ".join(clean(value).split())


def paragraphs(value: object) -> list[str]:
    """Split a text at its line ends; no empty paragraphs."""
    return [part for line in clean(value).split("\n") if (part := line.strip())]
