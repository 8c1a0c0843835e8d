"""How large a packed spreadsheet would become, and what is not in it, without building it.

An .xlsx or .ods is a zip of XML parts. A small file can name a cell a million rows down, share one
long text a million times, or unpack to gigabytes; readers then ask for more memory than there is.
Every part is therefore unpacked to a limit and walked once, keeping counts only.

On the way it is noted which cells hold a formula without its result: programs that write a
spreadsheet without working it out leave that to whoever opens it, and readers give such a cell as
an empty one.
"""

import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.parsers import expat

from coordinator.domain.errors import SheetError
from coordinator.sheets.limits import (
    LONGEST_SHARED_TEXT,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_FORMULAS,
    MOST_PARTS,
    MOST_ROWS,
    MOST_TEXT,
    MOST_UNPACKED_BYTES,
)

Lacking = Mapping[str, frozenset[tuple[int, int]]]
"""Cells with a formula and no result, by row and column from 0, under the name of their part."""

_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_A_BLOCK = 1 << 16
_HOLDS_SOMETHING = frozenset({"v", "is", "f"})
"""Inside an .xlsx cell; one without is drawn otherwise than its neighbours, and is not read."""


class _TooLargeError(Exception):
    """The part goes beyond a limit; never leaves this module."""


def check_size(path: Path, content: bytes) -> Lacking:
    """Refuse a packed spreadsheet that is too large to be read safely.

    Returns:
        The cells whose formulas have no result, by the name of their part.

    Raises:
        SheetError: `too-large`, or `unreadable` when it is no whole zip of XML parts.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return _check_parts(packed)
    except _TooLargeError as error:
        raise SheetError(path, "too-large") from error
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise SheetError(path, "unreadable") from error
    except (expat.ExpatError, ValueError, zlib.error) as error:
        raise SheetError(path, "unreadable") from error


def _check_parts(packed: zipfile.ZipFile) -> Lacking:
    parts = packed.infolist()
    if len(parts) > MOST_PARTS:
        raise _TooLargeError
    left = MOST_UNPACKED_BYTES
    totals = _Totals()
    for part in parts:
        left -= _walk(packed, part, totals, left)
    if totals.said() > MOST_TEXT or totals.cells > MOST_CELLS:
        raise _TooLargeError
    return {name: frozenset(cells) for name, cells in totals.lacking.items()}


def _walk(packed: zipfile.ZipFile, part: zipfile.ZipInfo, totals: "_Totals", left: int) -> int:
    """Walk one part; give back its unpacked size.

    What is no XML (a picture) breaks off the walk; it is counted all the same.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    walker = _Walker(totals)
    parser.StartElementHandler = walker.opened
    parser.EndElementHandler = walker.closed
    parser.CharacterDataHandler = walker.said
    is_xml = part.filename.lower().endswith((".xml", ".rels"))
    size = 0
    with packed.open(part) as unpacked:
        feed: Callable[[bytes], object] | None = parser.Parse
        while block := unpacked.read(_A_BLOCK):
            size += len(block)
            if size > left:
                raise _TooLargeError
            feed = _fed(feed, block, is_xml=is_xml)
    walker.ended()
    if walker.lacking:
        totals.lacking[part.filename] = walker.lacking
    if is_xml:
        parser.Parse(b"", is_xml)
    return size


def _fed(
    feed: Callable[[bytes], object] | None, block: bytes, *, is_xml: bool
) -> Callable[[bytes], object] | None:
    """Feed a block to the parser; stop feeding what turns out to be no XML."""
    if feed is None:
        return None
    try:
        feed(block)
    except expat.ExpatError:
        if is_xml:
            raise
        return None
    return feed


def _refuse_doctype(*_declared: object) -> None:
    raise ValueError("doctype")  # spreadsheets have none; entities can multiply without end


class _Totals:
    """What all sheets together come to.

    `lengths` of the texts that cells share and how often each is used; the characters of cells
    that are `repeated`; the `cells` that the sheets cover, empty ones included; by part, those
    with a formula that is `lacking` its result.
    """

    def __init__(self) -> None:
        self.lengths: list[int] = []
        self.uses: Counter[int] = Counter()
        self.repeated = 0
        self.cells = 0
        self.lacking: dict[str, set[tuple[int, int]]] = {}

    def said(self) -> int:
        """Add up the characters as if no text were shared."""
        known = (
            (number, uses) for number, uses in self.uses.items() if number < len(self.lengths)
        )
        return self.repeated + sum(self.lengths[number] * uses for number, uses in known)


class _Walker:
    """Counts rows, columns and texts of one part, by the element names of both formats."""

    def __init__(self, totals: _Totals) -> None:
        self._totals = totals
        self._row = self._column = 0
        self._widest = self._lowest = 0
        self._text = 0
        self._value = ""
        self._in_value = self._is_shared = self._is_text = self._is_formula = False
        self.lacking: set[tuple[int, int]] = set()
        self._row_repeats = self._cell_repeats = 1

    def opened(self, name: str, facts: dict[str, str]) -> None:
        kind = name.rpartition(":")[2]
        if kind == "row":
            self._row = int(facts.get("r", self._row + 1))
            self._column = 0
        elif kind == "c":
            self._cell(facts)
        elif kind in _HOLDS_SOMETHING:
            self._place(self._row, self._column)
            self._in_value = kind == "v"
            self._is_formula |= kind == "f"
            self._value = "" if kind == "v" else self._value
        elif kind == "si":
            self._text = 0
        elif "table" in kind:
            self._opened_table_part(kind, facts)

    def closed(self, name: str) -> None:
        kind = name.rpartition(":")[2]
        if kind == "v":
            self._in_value = False
            if self._is_shared:
                self._totals.uses[int(self._value)] += 1
        elif kind == "c" and self._is_formula and not (self._value or self._is_text):
            self._note_lacking()
        elif kind == "si":
            self._totals.lengths.append(self._text)
        elif kind == "table-cell" and self._text:
            self._place(self._row, self._column)
            self._totals.repeated += self._text * self._cell_repeats * self._row_repeats

    def said(self, text: str) -> None:
        if self._in_value:
            self._value += text
        self._text += len(text)
        if self._text > LONGEST_SHARED_TEXT and self._row == 0:
            raise _TooLargeError

    def ended(self) -> None:
        """Add what the sheet covers to the total, and begin another."""
        self._totals.cells += self._lowest * self._widest
        self._row = self._lowest = self._widest = 0

    def _cell(self, facts: dict[str, str]) -> None:
        """Note the address of an .xlsx cell; without one it stands right of the last."""
        self._is_shared, self._is_text = facts.get("t") == "s", facts.get("t") == "str"
        self._is_formula, self._value = False, ""
        self._column += 1
        if address := _ADDRESS.fullmatch(facts.get("r", "")):
            self._column = _number(address[1])
            self._row = int(address[2])

    def _note_lacking(self) -> None:
        if len(self.lacking) < MOST_FORMULAS:
            self.lacking.add((self._row - 1, self._column - 1))

    def _opened_table_part(self, kind: str, facts: dict[str, str]) -> None:
        """Note a row or cell of an .ods, which may say that it repeats."""
        repeats = {key.rpartition(":")[2]: value for key, value in facts.items()}
        if kind == "table":
            self.ended()
        elif kind == "table-row":
            self._row_repeats = int(repeats.get("number-rows-repeated", "1"))
            self._row += self._row_repeats
            self._column = 0
        elif kind.endswith("table-cell"):
            self._cell_repeats = int(repeats.get("number-columns-repeated", "1"))
            self._column += self._cell_repeats
            self._text = 0
            if "value" in repeats or "value-type" in repeats:
                self._place(self._row, self._column)

    def _place(self, row: int, column: int) -> None:
        """Widen what the sheet covers to this cell."""
        self._lowest = max(self._lowest, row)
        self._widest = max(self._widest, column)
        too_many = self._lowest * self._widest > MOST_CELLS
        if too_many or self._lowest > MOST_ROWS or self._widest > MOST_COLUMNS:
            raise _TooLargeError


def _number(letters: str) -> int:
    """Read a column's letters: A is 1, Z 26, AA 27."""
    number = 0
    for one in letters:
        number = number * 26 + ord(one) - ord("A") + 1
    return number
