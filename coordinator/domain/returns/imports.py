"""What comes of bringing a spreadsheet in: who arrives, who is on file already, what is odd."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from coordinator.domain.lists.measures import DemandMeasure
from coordinator.domain.people.duplicates import Reason
from coordinator.domain.people.rules import PersonName
from coordinator.domain.states import ActionStatus

NHS = "NHS"
"""Who issues NHS numbers, as an identifier names its issuer."""


class RowRule(StrEnum):
    """What is odd about a row once it is held against what is on file."""

    # The row does not arrive.
    NUMBER_OF_ANOTHER = "number-of-another"
    PERSON_NOT_FOUND = "person-not-found"
    PERSON_UNCLEAR = "person-unclear"
    PERSON_DIED = "person-died"
    WAS_ERASED = "was-erased"
    OWNER_MISSING = "owner-missing"
    OWNER_NOT_FOUND = "owner-not-found"
    OWNER_UNCLEAR = "owner-unclear"
    OWNER_LEFT = "owner-left"
    OWNER_NOT_TOLD = "owner-not-told"
    OWNER_MAYBE_KEPT = "owner-maybe-kept"
    DUE_MISSING = "due-missing"
    PERSON_FROZEN = "person-frozen"
    COUNT_DIFFERS = "count-differs"
    COUNTED_TWICE = "counted-twice"
    COUNT_OVERLAPS = "count-overlaps"
    COUNT_TAKEN_BACK = "count-taken-back"
    COUNT_ODD = "count-odd"
    BEFORE_BIRTH = "before-birth"
    REFERENCE_UNKNOWN = "reference-unknown"

    # It arrives; somebody should look.
    REFERENCE_TAKEN = "reference-taken"
    NHS_OF_ANOTHER = "nhs-of-another"
    DEATH_ODD = "death-odd"
    AGENCY_UNKNOWN = "agency-unknown"
    SET_ODD = "set-odd"
    DONE_ODD = "done-odd"
    BARRIER_UNSAID = "barrier-unsaid"
    EFFECT_UNSAID = "effect-unsaid"
    BY_INITIALS = "by-initials"
    DUE_ASSUMED = "due-assumed"


_REFUSING = frozenset(
    {
        RowRule.NUMBER_OF_ANOTHER,
        RowRule.PERSON_NOT_FOUND,
        RowRule.PERSON_UNCLEAR,
        RowRule.PERSON_DIED,
        RowRule.WAS_ERASED,
        RowRule.OWNER_MISSING,
        RowRule.OWNER_NOT_FOUND,
        RowRule.OWNER_UNCLEAR,
        RowRule.OWNER_LEFT,
        RowRule.OWNER_NOT_TOLD,
        RowRule.OWNER_MAYBE_KEPT,
        RowRule.DUE_MISSING,
        RowRule.PERSON_FROZEN,
        RowRule.COUNT_DIFFERS,
        RowRule.COUNTED_TWICE,
        RowRule.COUNT_OVERLAPS,
        RowRule.COUNT_TAKEN_BACK,
        RowRule.COUNT_ODD,
        RowRule.BEFORE_BIRTH,
        RowRule.REFERENCE_UNKNOWN,
    }
)


@dataclass(frozen=True, slots=True)
class Remark:
    """One odd thing about one row, as the spreadsheet numbers it."""

    sheet: str
    row: int
    rule: RowRule

    @property
    def refuses(self) -> bool:
        """Whether it keeps the row out."""
        return self.rule in _REFUSING


class MatchedBy(StrEnum):
    """Why a row is taken for somebody who is on file already."""

    OWN_NUMBER = "own_number"
    REFERENCE = "reference"
    NHS_NUMBER = "nhs_number"
    NAME_AND_BIRTH = "name_and_birth"


@dataclass(frozen=True, slots=True)
class OnFileRow:
    """A row about somebody on file.

    `fills` are the empty fields it fills, `differs` those where the file says something else and
    what is on file stays.
    """

    sheet: str
    row: int
    reference: str
    matched_by: MatchedBy
    fills: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()


_LIKELY_FROM = 70
"""The same initials and the same date of birth are 75; see `domain.people.duplicates`."""


@dataclass(frozen=True, slots=True)
class AlikeRow:
    """A row that arrives and may be somebody else once more: on file, or in an earlier row.

    `reference` is empty when it is another row; `other_row` is 0 when it is somebody on file.
    """

    sheet: str
    row: int
    score: int
    reasons: tuple[Reason, ...]
    reference: str = ""
    other_row: int = 0

    @property
    def is_likely(self) -> bool:
        """Whether more than one thing speaks for it, so that leaving it out is the safer guess."""
        return self.score >= _LIKELY_FROM


@dataclass(frozen=True, slots=True)
class ArrivingPerson:
    """A row as it would arrive; `reference` is the one it brings or the next free one."""

    sheet: str
    row: int
    reference: str
    name: PersonName = field(repr=False)
    born_on: date | None = field(repr=False, default=None)
    opened_on: date | None = None


@dataclass(frozen=True, slots=True)
class ArrivingAction:
    """A row as it would arrive, with whom it is about."""

    sheet: str
    row: int
    reference: str
    text: str = field(repr=False)
    owner: str
    agency: str
    due_on: date
    status: ActionStatus


@dataclass(frozen=True, slots=True)
class ArrivingCount:
    """A count as it would arrive, with whom it is about."""

    sheet: str
    row: int
    reference: str
    measure: DemandMeasure
    first: date
    last: date
    count: int


@dataclass(frozen=True, slots=True)
class NewOwner:
    """Somebody named as the owner of actions whom the directory does not know.

    `agency` is empty where neither the sheet nor anybody says whose they are: then their actions
    do not arrive.
    """

    name: str
    agency: str
    is_new_agency: bool = False


@dataclass(frozen=True, slots=True)
class ActionChoices:
    """What somebody says about a tracker beyond what stands in it.

    Attributes:
        add_owners: Put owners the directory does not know into it, with their agencies.
        agency: Of those owners for whom the sheet names none.
        due_on: Of actions for which the sheet has no date.
    """

    add_owners: bool = False
    agency: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """What becomes of the rows of a file; together they are all its rows.

    `filled` of the repeated ones said something new about somebody on file.
    """

    arrived: int
    repeated: int
    refused: int
    filled: int = 0


@dataclass(frozen=True, slots=True)
class Imported:
    """An import as done. `number` and `act` name it for undoing; none when it wrote nothing."""

    counts: Counts
    act: UUID | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One import in the list of them."""

    act: UUID
    number: int
    name: str
    at: datetime
    is_undone: bool
    source: str = field(repr=False, default="")


_MOST_FIGURES = 5  # a longer number is no count of people on one panel


class References:
    """Gives out the references of the panel's own series, each once."""

    def __init__(self, prefix: str, taken: Iterable[str], erased: Iterable[str] = ()) -> None:
        """Begin after what was ever given, people who were removed or erased included."""
        self._prefix = prefix
        self._erased = frozenset(erased)
        self._taken = set(taken) | self._erased
        self._highest = max(map(self._number, self._taken), default=0)

    def own(self, written: str) -> str:
        """Give a reference of the panel's series in its usual form; empty when it is none."""
        shape = rf"{re.escape(self._prefix)}[- ]?0*(\d{{1,{_MOST_FIGURES}}})"
        found = re.fullmatch(shape, written.strip(), re.IGNORECASE | re.ASCII)
        return self._written(int(found[1])) if found else ""

    def was_erased(self, reference: str) -> bool:
        """Whether it was the reference of somebody who was erased."""
        return reference in self._erased

    def claim(self, reference: str) -> bool:
        """Take a reference that is free; whether it was."""
        if reference in self._taken:
            return False
        self._taken.add(reference)
        self._highest = max(self._highest, self._number(reference))
        return True

    def next(self) -> str:
        """Take the one after the highest."""
        reference = self._written(self._highest + 1)
        self.claim(reference)
        return reference

    def _written(self, number: int) -> str:
        return f"{self._prefix}-{number:04d}"

    def _number(self, reference: str) -> int:
        figures = reference.removeprefix(f"{self._prefix}-")
        return int(figures) if figures.isascii() and figures.isdigit() else 0
