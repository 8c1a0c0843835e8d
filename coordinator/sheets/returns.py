"""Returns sheets as they come back from an agency: whole, sorted, cut down, or typed anew.

The words on them are ours, so they are handed in: this package knows none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coordinator.domain.errors import SheetError
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.returns.codes import basis_of, find_code
from coordinator.domain.returns.rules import Returned, Said
from coordinator.domain.states import ActionStatus
from coordinator.sheets.cells import read_date, text_of
from coordinator.sheets.files import read_tables
from coordinator.sheets.filled_in import FilledIn, find_filled_in
from coordinator.sheets.problems import Severity
from coordinator.sheets.rows import Row
from coordinator.sheets.tables import Tables

_NEEDED = frozenset({"number", "outcome"})
_ANSWERS = ("outcome", "barrier", "done_on", "new_date", "line")


@dataclass(frozen=True, slots=True)
class ReturnWords:
    """The words of a returns sheet, all folded: what they are to us.

    Attributes:
        headings: Heading to field; the fields are those of `Said`, with `stood` and `code`.
    """

    headings: Mapping[str, str]
    outcomes: Mapping[str, ActionStatus]
    barriers: Mapping[str, BarrierCategory]


def is_return(tables: Tables, words: ReturnWords) -> bool:
    """Whether a file is a returns sheet, by its headings."""
    return _find(tables, words) is not None


def read_return(path: Path, today: date, words: ReturnWords) -> Returned:
    """Read a returns sheet.

    Raises:
        SheetError: It cannot be read, or `not-a-return`.
    """
    tables = read_tables(path)
    found = _find(tables, words)
    if found is None:
        raise SheetError(path, "not-a-return")
    found.check_length(path)
    rows = tuple(said_in(row, words, today) for row in found.rows())
    code = next((code for text in found.at_the_top() if (code := find_code(text))), None)
    return Returned(rows, code)


def _find(tables: Tables, words: ReturnWords) -> FilledIn | None:
    return find_filled_in(tables, words.headings, _NEEDED)


def said_in(row: Row, words: ReturnWords, today: date) -> Said:
    """Say what one row says of its action."""
    barrier = row.line("barrier")
    known = words.barriers.get(_folded(barrier))
    return Said(
        row=row.number,
        number=row.line("number"),
        basis=basis_of(text_of(row.cell("code"))),
        stood=words.outcomes.get(_folded(text_of(row.cell("stood")))),
        due_on=read_date(row.cell("due_on"), today).value,
        outcome=row.choice("outcome", words.outcomes),
        written=row.line("outcome"),
        barrier=known,
        barrier_words="" if known else barrier,
        done_on=row.day("done_on", today),
        new_date=row.day("new_date", today),
        line=row.text("line"),
        unread=tuple(_unread(row)),
    )


def _folded(text: str) -> str:
    return text.casefold().strip(" .")


def _unread(row: Row) -> Iterator[tuple[str, str]]:
    """Name the cells whose value was left out because nobody can read it."""
    said = dict.fromkeys(
        (problem.heading, problem.rule.value)
        for problem in row.problems
        if problem.severity is Severity.LEFT_OUT
    )
    for heading, rule in said:
        field = row.field_of(heading)
        if field in _ANSWERS:
            yield field, rule
