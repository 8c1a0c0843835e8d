"""What Bring in shows of a sheet before it is brought in. No Qt, no store: plain values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from uuid import UUID

from coordinator.casework.imports.bringing import Preview
from coordinator.casework.imports.importing_demand import DemandPreview
from coordinator.casework.imports.importing_people import PeoplePreview
from coordinator.domain.returns.imports import (
    AlikeRow,
    ArrivingAction,
    ArrivingCount,
    ArrivingPerson,
    Counts,
    ImportRow,
    NewOwner,
    OnFileRow,
)
from coordinator.sheets.actions import ActionRow
from coordinator.sheets.columns import Target
from coordinator.sheets.demand import DemandRow
from coordinator.sheets.people import PersonRow
from coordinator.sheets.problems import Problem, Severity
from coordinator.sheets.reading import Place, SheetRead
from coordinator.sheets.repeats import Repeat, SameBy
from coordinator.sheets.understanding import Understood
from coordinator.wording import imports as words
from coordinator.wording.refusals.sheet_faults import problem_words
from coordinator.wording.translation import _


class After(Enum):
    """What one goes on to."""

    PEOPLE = "people"
    ACTIONS = "actions"
    AGENDA = "agenda"
    DEMAND = "demand"


@dataclass(frozen=True, slots=True)
class Start:
    """What the page knows before a sheet is chosen.

    Attributes:
        may_import: Whether the sitter may bring anything in.
        is_first: Nobody is on the caseload yet: what comes in is most likely just that.
        agencies: Names of those in the directory.
        meeting: The next one, on `meets_on`.
    """

    may_import: bool
    today: date
    imports: tuple[ImportRow, ...] = ()
    is_first: bool = False
    agencies: tuple[str, ...] = ()
    meeting: UUID | None = None
    meets_on: date | None = None


@dataclass(frozen=True, slots=True)
class AlikeLine:
    """A row that may be somebody else once more, and whom; `likely` ones are left out at first."""

    place: Place
    name: str = field(repr=False)
    others: str = field(repr=False)
    is_likely: bool = False


@dataclass(frozen=True, slots=True)
class LookLine:
    """Something about a row or the whole file that somebody should look at."""

    where: str
    what: str
    severity: Severity


Arriving = Sequence[ArrivingPerson] | Sequence[ArrivingAction] | Sequence[ArrivingCount]
Read = SheetRead[PersonRow] | SheetRead[ActionRow] | SheetRead[DemandRow]


@dataclass(frozen=True, slots=True)
class Told:
    """What would come of a sheet."""

    counts: Counts
    arriving: Arriving = field(repr=False)
    alike: tuple[AlikeLine, ...] = field(repr=False)
    look_at: tuple[LookLine, ...] = field(repr=False)
    strangers: tuple[NewOwner, ...] = ()
    without_date: int = 0


@dataclass(frozen=True, slots=True)
class Shown:
    """A sheet as the page shows it; nothing is told while its columns do not say enough."""

    target: Target
    understood: Understood
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """How it ended; `act` when it can be taken back."""

    sentence: str
    target: Target
    act: UUID | None = None


def told_of(sheet: Read, preview: Preview) -> Told:
    """Put what is to be shown into lines; with thousands of rows this takes a moment."""
    if isinstance(preview, PeoplePreview):
        return Told(
            preview.counts,
            preview.arriving,
            tuple(_alike_lines(preview)),
            _look_lines(sheet, preview),
        )
    if isinstance(preview, DemandPreview):
        return Told(preview.counts, preview.arriving, (), _look_lines(sheet, preview))
    return Told(
        preview.counts,
        preview.arriving,
        (),
        _look_lines(sheet, preview),
        preview.strangers,
        preview.without_date,
    )


def _alike_lines(preview: PeoplePreview) -> Iterator[AlikeLine]:
    """Give one line for each row, with everybody it may be."""
    names = {(one.sheet, one.row): _name(one) for one in preview.arriving}
    by_row: dict[Place, list[AlikeRow]] = {}
    for one in preview.alike:
        by_row.setdefault((one.sheet, one.row), []).append(one)
    for place, ones in by_row.items():
        others = "; ".join(_other(one, place[0], names) for one in ones)
        likely = any(one.is_likely for one in ones)
        yield AlikeLine(place, names.get(place, ""), others, likely)


def _name(one: ArrivingPerson) -> str:
    parts = (one.name.given, one.name.family)
    name = " ".join(part for part in parts if part) or one.name.preferred
    return _("{name} (row {number})", name=name, number=one.row)


def _other(one: AlikeRow, sheet: str, names: Mapping[Place, str]) -> str:
    why = words.reasons_line(one.reasons)
    other = one.reference or names.get((sheet, one.other_row), "")
    other = other or _("row {number}", number=one.other_row)
    return _("{other}: {why}", other=other, why=why)


def _look_lines(sheet: Read, preview: Preview) -> tuple[LookLine, ...]:
    """Give everything worth a look, what keeps a row out first, then row by row."""
    found = [*map(_of_problem, sheet.problems), *map(_of_repeat, sheet.repeats)]
    for remark in preview.remarks:
        severity = Severity.REFUSED if remark.refuses else Severity.CHECK
        where = words.place_words(remark.sheet, remark.row)
        found.append(LookLine(where, words.remark_words(remark.rule), severity))
    if isinstance(preview, PeoplePreview):
        found += map(_of_known, preview.on_file)
    order = list(Severity)
    return tuple(sorted(found, key=lambda one: order.index(one.severity)))


def _of_problem(one: Problem) -> LookLine:
    where = words.place_words(one.sheet, one.row)
    column = one.heading or one.column
    if column:
        where = _("{row}, {column}", row=where, column=column)
    return LookLine(where, problem_words(one.rule.value), one.severity)


def _of_repeat(one: Repeat) -> LookLine:
    where = words.place_words(one.row.sheet, one.row.row)
    why = _("same number") if one.same_by is SameBy.SOURCE_ID else _("same name and birth")
    what = _("repeats row {number} ({why})", number=one.first.row, why=why)
    return LookLine(where, what, Severity.CHECK)


def _of_known(one: OnFileRow) -> LookLine:
    where = words.place_words(one.sheet, one.row)
    return LookLine(where, words.known_words(one), Severity.CHECK)
