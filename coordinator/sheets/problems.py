"""What is odd in a spreadsheet, told by row and cell before anything is written.

A problem names a place and a rule, never what stands in the cell. The words for each rule are in
`coordinator.wording.refusals.sheet_faults`, keyed by the rule's value.
"""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What a problem does to the row it is in."""

    REFUSED = "refused"
    LEFT_OUT = "left_out"
    CHECK = "check"


class Rule(StrEnum):
    """What can be odd. REFUSED: the row does not arrive."""

    NO_NAME = "no-name"
    NO_TEXT = "no-text"
    NO_PERSON = "no-person"
    SEVERAL_PEOPLE = "several-people"
    DELETED = "deleted"
    NO_REFERENCE = "no-reference"
    NO_PERIOD = "no-period"
    PERIOD_ODD = "period-odd"
    PERIOD_AHEAD = "period-ahead"
    MEASURE_UNKNOWN = "measure-unknown"
    NO_COUNT = "no-count"

    # LEFT_OUT: the row arrives without the value of this cell.
    NOT_A_DATE = "not-a-date"
    DATE_IMPOSSIBLE = "date-impossible"
    YEAR_ONLY = "year-only"
    BIRTH_IN_FUTURE = "birth-in-future"
    BIRTH_TOO_OLD = "birth-too-old"
    AFTER_TODAY = "after-today"
    AS_AT_ODD = "as-at-odd"
    NOT_A_NUMBER = "not-a-number"
    BELOW_NOUGHT = "below-nought"
    NO_RESULT = "no-result"
    NUMBER_ROUNDED = "number-rounded"
    NHS_NUMBER = "nhs-number"
    NOT_YES_NO = "not-yes-no"
    NOT_IN_LIST = "not-in-list"
    CODE_UNKNOWN = "code-unknown"
    TOO_LONG = "too-long"

    # CHECK: taken as it stands, or as said; somebody should look.
    DATE_SERIAL = "date-serial"
    DATE_SHORT_YEAR = "date-short-year"
    BIRTH_DOUBTFUL = "birth-doubtful"
    UNDER_16 = "under-16"
    NAME_SPLIT = "name-split"
    NAME_ODD = "name-odd"
    INITIALS = "initials"
    LEADING_ZERO = "leading-zero"
    PHONE_ODD = "phone-odd"
    POSTCODE_ODD = "postcode-odd"
    CONTROL_CHARACTERS = "control-characters"
    FORMULA = "formula"
    SAME_ID_OTHER_NAME = "same-id-other-name"
    NO_OWNER = "no-owner"
    OWNER_IS_GROUP = "owner-is-group"
    NO_DUE_DATE = "no-due-date"
    SEVERAL_ACTIONS = "several-actions"
    DONE_WITHOUT_DATE = "done-without-date"
    HEADING_AGAIN = "heading-again"
    CELLS_BEYOND = "cells-beyond"

    # CHECK, about the whole file or a whole sheet (row 0).
    ENCODING_GUESSED = "encoding-guessed"
    QUOTES_ODD = "quotes-odd"
    SHEET_HIDDEN = "sheet-hidden"
    SHEET_WITHOUT_HEADING = "sheet-without-heading"
    COLUMN_TWICE = "column-twice"


_REFUSED = frozenset(
    {
        Rule.NO_NAME,
        Rule.NO_TEXT,
        Rule.NO_PERSON,
        Rule.SEVERAL_PEOPLE,
        Rule.DELETED,
        Rule.NO_REFERENCE,
        Rule.NO_PERIOD,
        Rule.PERIOD_ODD,
        Rule.PERIOD_AHEAD,
        Rule.MEASURE_UNKNOWN,
        Rule.NO_COUNT,
    }
)
_LEFT_OUT = frozenset(
    {
        Rule.NOT_A_DATE,
        Rule.DATE_IMPOSSIBLE,
        Rule.YEAR_ONLY,
        Rule.BIRTH_IN_FUTURE,
        Rule.BIRTH_TOO_OLD,
        Rule.AFTER_TODAY,
        Rule.AS_AT_ODD,
        Rule.NOT_A_NUMBER,
        Rule.BELOW_NOUGHT,
        Rule.NO_RESULT,
        Rule.NUMBER_ROUNDED,
        Rule.NHS_NUMBER,
        Rule.NOT_YES_NO,
        Rule.NOT_IN_LIST,
        Rule.CODE_UNKNOWN,
        Rule.TOO_LONG,
    }
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One odd thing: the sheet's name, the row as the spreadsheet numbers it, the column's letter.

    Row 0 means the whole sheet or file, no column the whole row; `heading` is the column's name.
    """

    sheet: str
    row: int
    column: str
    rule: Rule
    heading: str = ""

    @property
    def severity(self) -> Severity:
        """What it does to the row."""
        if self.rule in _REFUSED:
            return Severity.REFUSED
        return Severity.LEFT_OUT if self.rule in _LEFT_OUT else Severity.CHECK


def letter(column: int) -> str:
    """Name a column as spreadsheets do: 0 is A, 25 Z, 26 AA."""
    name = ""
    column += 1
    while column:
        column, place = divmod(column - 1, 26)
        name = chr(ord("A") + place) + name
    return name
