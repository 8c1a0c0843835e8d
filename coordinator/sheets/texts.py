"""Text files (.csv and its kin) as tables: which letters they are in, what parts the columns."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from coordinator.domain.errors import SheetError
from coordinator.sheets.limits import MOST_BYTES, MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from coordinator.sheets.problems import Problem, Rule
from coordinator.sheets.tables import Table, Tables

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSED = ("cp1252", "mac_roman")
_SEPARATORS = ",;\t|"
_LOOK_AT = 40  # rows read to find the separator
_OTHER_KINDS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"MZ", b"\x7fELF", b"{\\rtf", b"<")
_MOST_CONTROLS = 0.05  # beyond this share of control characters it is no text


def read_pasted(text: str) -> Tables:
    """Read cells as a spreadsheet puts them on the clipboard, or the text of a .csv file.

    Raises:
        SheetError: `empty`, `too-large`, or `unreadable`: hardly any of it is text.
    """
    nowhere = Path()
    if not text.strip():
        raise SheetError(nowhere, "empty")
    if len(text) > MOST_BYTES:
        raise SheetError(nowhere, "too-large")
    # A name in one cell may hold commas; cells that were copied are parted by tabs.
    return read_text_file(nowhere, text.encode("utf-8", "replace"), "\t" * ("\t" in text))


def read_text_file(path: Path, content: bytes, separator: str = "") -> Tables:
    """Read a text file as one table.

    Args:
        path: Named in what is raised.
        content: Of the file.
        separator: What parts the columns, when that is known.

    Raises:
        SheetError: `unreadable` (no text), `too-large`.
    """
    if content.lstrip()[:8].startswith(_OTHER_KINDS):
        raise SheetError(path, "unreadable")
    text, problems = _decoded(path, content)
    text = text.replace("\0", "\ufffd")  # the reader breaks off at nulls; told as controls later
    try:
        rows, is_odd = _rows(text, separator) if separator else _split(text)
    except csv.Error as error:
        raise SheetError(path, "too-large") from error  # one cell runs on beyond all limits
    widest = max(map(len, rows), default=0)
    if len(rows) > MOST_ROWS or widest > MOST_COLUMNS or len(rows) * widest > MOST_CELLS:
        raise SheetError(path, "too-large")
    if is_odd:
        problems = (*problems, Problem("", 0, "", Rule.QUOTES_ODD))
    return Tables((Table("", tuple(tuple(row) for row in rows)),), problems)


def _decoded(path: Path, content: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Decode by mark, by shape, as UTF-8, or by the likelier of the two old alphabets."""
    encoding = _certain(content)
    problems: tuple[Problem, ...] = ()
    if encoding is None:
        encoding = max(_GUESSED, key=lambda name: _likeness_to_words(content, name))
        problems = (Problem("", 0, "", Rule.ENCODING_GUESSED),)
    text = content.decode(encoding, errors="replace" if problems else "strict")
    controls = sum(text.count(chr(code)) for code in range(32) if chr(code) not in "\t\r\n\0")
    if controls > max(len(text) * _MOST_CONTROLS, 8):
        raise SheetError(path, "unreadable")
    return text, problems


def _certain(content: bytes) -> str | None:
    """Name the encoding when there is no doubt about it."""
    for mark, name in _BOMS:
        if content.startswith(mark):
            return name if _decodes(content, name) else None
    if shape := _wide(content):
        return shape
    return "utf-8" if _decodes(content, "utf-8") else None


def _wide(content: bytes) -> str | None:
    """Recognise UTF-16 without its mark: every other byte of plain letters is nothing."""
    head = content[: min(len(content), 2000) // 2 * 2]
    for name, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if zeros and zeros.count(0) > 0.6 * len(zeros) and _decodes(content, name):
            return name
    return None


def _likeness_to_words(content: bytes, encoding: str) -> int:
    """Score a decoding by its accented letters: within words, in the case of those around them.

    The wrong alphabet gives signs inside words (a per mille sign in *Siân*) and capitals after
    small letters. On the names of a few rows this is surer than measures of whole languages.
    """
    text = f" {content.decode(encoding, errors='replace')} "
    return sum(
        _fits(text[at - 1], one, text[at + 1]) for at, one in enumerate(text) if not one.isascii()
    )


def _fits(before: str, one: str, after: str) -> int:
    """Say whether a letter beyond ASCII looks at home (1), out of place (-1) or neither (0)."""
    inside = before.isalpha() and after.isalpha()
    if one == "\u2019" or not one.isalpha():
        return (1 if one == "\u2019" else -1) if inside else -(one not in _COMMON_SIGNS)
    if one.isupper():
        return -1 if before.islower() else 1
    return -1 if after.isupper() else 1


_COMMON_SIGNS = "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u20ac\xa3\xb0\xbd\xa0"


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _split(text: str) -> tuple[list[list[str]], bool]:
    """Split into rows and cells; whether the quotes were odd (then they were taken loosely)."""
    first, _, rest = text.partition("\n")
    declared = first.strip().lower().removeprefix('"').removesuffix('"')
    if declared.startswith("sep=") and len(declared) == len("sep=") + 1:
        return _rows(rest, declared[-1])
    return _rows(text, _separator(text))


def _rows(text: str, separator: str) -> tuple[list[list[str]], bool]:
    try:
        return list(_reader(text, separator, strict=True)), False
    except csv.Error:
        return list(_reader(text, separator, strict=False)), True


def _reader(text: str, separator: str, *, strict: bool) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)


def _separator(text: str) -> str:
    """Find what parts the columns: the mark that gives the most rows of one same width."""
    return max(_SEPARATORS, key=lambda mark: _evenness(text, mark))


def _evenness(text: str, separator: str) -> tuple[int, int]:
    """Score a separator: cells in rows of the commonest width above one, then that width."""
    widths: Counter[int] = Counter()
    try:
        for row in islice(_reader(text, separator, strict=False), _LOOK_AT):
            widths[len(row)] += len(row) > 1
    except csv.Error:
        return (0, 0)
    width, rows = max(widths.items(), key=lambda found: found[0] * found[1], default=(0, 0))
    return (width * rows, width)
