"""Requests for information as they come back from an agency: whole, sorted, or cut down.

The words on them are ours, so they are handed in: this package knows none.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from coordinator.domain.errors import SheetError
from coordinator.domain.lists.sharing import Known
from coordinator.domain.meetings.request_codes import RequestCode, find_request_code
from coordinator.sheets.cells import text_of
from coordinator.sheets.files import read_tables
from coordinator.sheets.filled_in import FilledIn, find_filled_in
from coordinator.sheets.rows import Row
from coordinator.sheets.tables import Tables

_NEEDED = frozenset({"reference", "answer"})
_SAID: Mapping[str, Known] = {
    "yes": Known.KNOWN,
    "y": Known.KNOWN,
    "known": Known.KNOWN,
    "will share": Known.WILL_SHARE,
    "yes will share": Known.WILL_SHARE,
    "known will share": Known.WILL_SHARE,
    "known and will share": Known.WILL_SHARE,
    "cannot share": Known.CANNOT_SHARE,
    "known cannot share": Known.CANNOT_SHARE,
    "known but cannot share": Known.CANNOT_SHARE,
    "no": Known.NOT_KNOWN,
    "n": Known.NOT_KNOWN,
    "nk": Known.NOT_KNOWN,
    "unknown": Known.NOT_KNOWN,
    "not known": Known.NOT_KNOWN,
    "no trace": Known.NOT_KNOWN,
    "nothing known": Known.NOT_KNOWN,
}
"""What agencies write instead of what the list offers, without commas and points."""


@dataclass(frozen=True, slots=True)
class SaidOf:
    """One row that came back; `written` is what stands in the answer when nobody can read it."""

    row: int
    reference: str
    answer: Known | None
    note: str = field(repr=False)
    written: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ReplySheet:
    """A sheet that came back; no code when somebody took it off."""

    code: RequestCode | None
    rows: tuple[SaidOf, ...]


@dataclass(frozen=True, slots=True)
class RequestWords:
    """The words of a request, folded: heading to field, answer to value."""

    headings: Mapping[str, str]
    answers: Mapping[str, Known]


def is_reply(tables: Tables, words: RequestWords) -> bool:
    """Whether a file is a request for information, by its headings and its code."""
    found = _find(tables, words)
    return found is not None and _code(found) is not None


def read_reply_sheet(path: Path, words: RequestWords) -> ReplySheet:
    """Read a request that came back; rows that say nothing are left out.

    Raises:
        SheetError: It cannot be read, or `not-a-request`.
    """
    found = _find(read_tables(path), words)
    if found is None:
        raise SheetError(path, "not-a-request")
    found.check_length(path)
    said = (_said(row, words) for row in found.rows())
    return ReplySheet(_code(found), tuple(one for one in said if one is not None))


def _find(tables: Tables, words: RequestWords) -> FilledIn | None:
    return find_filled_in(tables, words.headings, _NEEDED)


def _code(found: FilledIn) -> RequestCode | None:
    return next((code for text in found.at_the_top() if (code := find_request_code(text))), None)


def _said(row: Row, words: RequestWords) -> SaidOf | None:
    # As it stands: elsewhere *not known* in a cell means that nothing is recorded.
    written, note = " ".join(text_of(row.cell("answer")).split()), row.line("note")
    plain = plain_answer(written)
    answer = words.answers.get(plain) or _SAID.get(plain)
    if not written and not note:
        return None
    reference = row.line("reference").upper()
    return SaidOf(row.number, reference, answer, note, "" if answer else written)


def plain_answer(text: str) -> str:
    """Fold an answer: no capitals, commas, points or dashes."""
    return " ".join(re.sub(r"[^\w\s]", " ", text.casefold()).split())
