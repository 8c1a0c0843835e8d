"""What comes of a returns sheet: for each row whether it is taken, kept back, or refused, and why.

Nothing is guessed: what an agency may have meant in two ways is refused with its reason, what
changed here since the sheet was made is put beside what they say, and ours stays until somebody
chooses.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from coordinator.domain.actions.rules import (
    STILL_OPEN,
    Outcome,
    check_new_date,
    check_outcome,
)
from coordinator.domain.errors import InvalidFieldsError, RuleError
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.returns.codes import Basis, SheetCode
from coordinator.domain.states import ActionStatus
from coordinator.domain.texts import is_blank

_S = ActionStatus
OFFERED = (
    _S.DONE,
    _S.IN_PROGRESS,
    _S.PARTLY_DONE,
    _S.WAITING,
    _S.NOT_DONE,
    _S.COULD_NOT,
    _S.NOT_NEEDED,
    _S.DECLINED,
)
"""What an agency can say on a sheet. Passing an action on needs a new owner: that is agreed."""


class Fate(StrEnum):
    """What comes of a row."""

    APPLIED = "applied"
    CHANGED = "changed"
    SAME = "same"
    NOTHING = "nothing"
    CLOSED = "closed"
    NOT_THEIRS = "not_theirs"
    TWICE = "twice"
    UNKNOWN = "unknown"
    REFUSED = "refused"


CHOOSABLE = frozenset({Fate.APPLIED, Fate.CHANGED})
"""Rows about which the person at the desk decides."""


@dataclass(frozen=True, slots=True)
class Said:
    """One row as it came back.

    Attributes:
        row: As the spreadsheet numbers it.
        number: Of the action, as written.
        basis: What the row was made from; nothing when its code is gone.
        stood: How the action stood when the sheet was made, as printed; `due_on` likewise.
        written: What stands under *What happened*, as written.
        barrier_words: What stands under *What stopped it*, where it is not on our list.
        unread: Cells that say something nobody can read, or a number that is another action's
            than the row was made for: the field and the rule.
    """

    row: int
    number: str = ""
    basis: Basis | None = None
    stood: ActionStatus | None = None
    due_on: date | None = None
    outcome: ActionStatus | None = None
    written: str = field(default="", repr=False)
    barrier: BarrierCategory | None = None
    barrier_words: str = field(default="", repr=False)
    done_on: date | None = None
    new_date: date | None = None
    line: str = field(default="", repr=False)
    unread: tuple[tuple[str, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the agency filled nothing in."""
        return not (self.unread or any(self.filled))

    def says_as(self, other: "Said") -> bool:
        """Whether another row says the very same."""
        return self.filled == other.filled and self.unread == other.unread

    @property
    def filled(self) -> tuple[object, ...]:
        """What the agency filled in."""
        return (
            self.outcome,
            self.barrier,
            self.barrier_words,
            self.done_on,
            self.new_date,
            " ".join(self.line.split()),
        )


@dataclass(frozen=True, slots=True)
class Returned:
    """A sheet as it came back; without a code nobody can tell whose it is."""

    rows: tuple[Said, ...]
    code: SheetCode | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The action of a row as it is now.

    Attributes:
        reports: Everything ever reported about it, each on one line.
        moved: Columns that changed since the revision the row was made from.
    """

    id: UUID
    status: ActionStatus
    set_on: date
    due_on: date
    done_on: date | None = None
    barrier: BarrierCategory | None = None
    agency: UUID | None = None
    reports: frozenset[str] = field(default=frozenset(), repr=False)
    moved: frozenset[str] = frozenset()

    def has_heard(self, line: str) -> bool:
        """Whether a line was reported before, or says nothing."""
        return is_blank(line) or " ".join(line.split()) in self.reports


@dataclass(frozen=True, slots=True)
class Steps:
    """What taking a row would do: settle the action, note a report, move its date."""

    outcome: Outcome | None = None
    report: str = field(default="", repr=False)
    move_to: date | None = None

    @property
    def is_nothing(self) -> bool:
        """Whether everything it says is on file already."""
        return self.outcome is None and not self.report and self.move_to is None


@dataclass(frozen=True, slots=True)
class Planned:
    """A row with what comes of it. `error` says why it is refused, where a rule does."""

    said: Said
    fate: Fate
    standing: Standing | None = None
    steps: Steps = Steps()
    error: RuleError | None = None

    @property
    def can_be_taken(self) -> bool:
        """Whether somebody may choose to take it."""
        return self.fate in CHOOSABLE


def plan_rows(
    rows: Iterable[Said], standing: Mapping[int, Standing], agency: UUID | None, today: date
) -> tuple[Planned, ...]:
    """Say what comes of every row.

    Args:
        rows: As they came back.
        standing: The action of each row that has one here, by the row's number.
        agency: Whose sheet it is; nothing when nobody can tell.
        today: The desk's day.
    """
    once = tuple(rows)
    differing = _said_differently(once, standing)
    seen: set[UUID] = set()
    planned = []
    for said in once:
        found = standing.get(said.row)
        again = found is not None and found.id in seen
        if found is not None and not said.is_empty:
            seen.add(found.id)
        if found is not None and found.id in differing and not said.is_empty:
            planned.append(Planned(said, Fate.TWICE, found))
        elif again and not said.is_empty:
            planned.append(Planned(said, Fate.SAME, found))
        else:
            planned.append(plan_row(said, found, agency, today))
    return tuple(planned)


def plan_row(said: Said, standing: Standing | None, agency: UUID | None, today: date) -> Planned:
    """Say what comes of one row."""
    if said.is_empty:
        return Planned(said, Fate.NOTHING, standing)
    if standing is None:
        return Planned(said, Fate.UNKNOWN)
    if agency is not None and standing.agency != agency:
        return Planned(said, Fate.NOT_THEIRS, standing)
    if said.unread:
        return Planned(said, Fate.REFUSED, standing)
    if standing.status not in STILL_OPEN:
        fate = Fate.SAME if _agrees(said, standing) else Fate.CLOSED
        return Planned(said, fate, standing)
    return _plan_open(said, standing, today)


def _plan_open(said: Said, standing: Standing, today: date) -> Planned:
    try:
        steps = steps_of(said, standing, today)
    except RuleError as error:
        return Planned(said, Fate.REFUSED, standing, error=error)
    if steps.is_nothing:
        return Planned(said, Fate.SAME, standing)
    fate = Fate.CHANGED if has_changed(said, standing, steps) else Fate.APPLIED
    return Planned(said, fate, standing, steps)


def steps_of(said: Said, standing: Standing, today: date) -> Steps:
    """Work out what a row would do to an open action.

    *Not done* with a new date is *not done yet*: the action stays open and its date moves. A day
    that is missing under *Done on* is today's.

    Raises:
        TransitionError: The outcome cannot follow.
        GuardError: `barrier-needed`.
        InvalidFieldsError: Something is missing, cannot be true, or fits nothing else in the row;
            by the names of the sheet's columns.
    """
    try:
        return _steps(said, standing, today)
    except InvalidFieldsError as error:
        fields = {_COLUMN_OF.get(name, name): rule for name, rule in error.fields.items()}
        raise InvalidFieldsError(fields) from error


_COLUMN_OF = {"outcome_note": "line", "waiting_on": "line", "due_on": "new_date"}


def _steps(said: Said, standing: Standing, today: date) -> Steps:
    _check_whole(said)
    outcome = _outcome(said, standing, today)
    if outcome is not None:
        check_outcome(standing.status, outcome, set_on=standing.set_on, today=today)
        report = ""
    else:
        report = "" if standing.has_heard(said.line) else said.line.strip()
    return Steps(outcome, report, _new_date(said, standing, today))


def _check_whole(said: Said) -> None:
    """Refuse a row whose cells do not fit each other."""
    wrong: dict[str, str] = {}
    if said.done_on is not None and said.outcome is not _S.DONE:
        wrong["outcome"] = "done-unsaid"
    if (said.barrier or said.barrier_words) and said.outcome is not _S.COULD_NOT:
        wrong["barrier"] = "barrier-unfit"
    if said.new_date is not None and said.outcome not in {None, _S.NOT_DONE, *STILL_OPEN}:
        wrong["new_date"] = "date-unfit"
    if said.outcome is _S.NOT_DONE and is_blank(said.line):
        wrong["line"] = "required"
    if wrong:
        raise InvalidFieldsError(wrong)


def _outcome(said: Said, standing: Standing, today: date) -> Outcome | None:
    """Give what became of the action, when the row says anything new about that."""
    status = said.outcome
    is_not_yet = status is _S.NOT_DONE and said.new_date is not None
    if status is None or status is standing.status or is_not_yet:
        return None
    could_not = status is _S.COULD_NOT
    other = BarrierCategory.OTHER if said.barrier_words else None
    details = "; ".join(part for part in (said.barrier_words, said.line.strip()) if part)
    return Outcome(
        status,
        note=said.line.strip(),
        done_on=(said.done_on or today) if status is _S.DONE else None,
        waiting_on=said.line.strip() if status is _S.WAITING else "",
        barrier=(said.barrier or other) if could_not else None,
        barrier_details=details if could_not else "",
    )


def _new_date(said: Said, standing: Standing, today: date) -> date | None:
    if said.new_date is None or said.new_date == standing.due_on:
        return None
    # Why it moves is said when it is moved: who proposed it, and their line.
    check_new_date(standing.status, standing.due_on, said.new_date, reason="proposed", today=today)
    return said.new_date


def has_changed(said: Said, standing: Standing, steps: Steps) -> bool:
    """Whether what a row would do was done otherwise here since the sheet was made."""
    basis = said.basis
    stood = basis.status if basis else said.stood
    due_on = basis.due_on if basis else said.due_on
    settles = steps.outcome is not None
    moves = steps.move_to is not None
    return (settles and (stood not in {None, standing.status} or "status" in standing.moved)) or (
        moves and (due_on not in {None, standing.due_on} or "due_on" in standing.moved)
    )


def _agrees(said: Said, standing: Standing) -> bool:
    """Whether an action that has come to its outcome came to the one the row says."""
    outcome_agrees = said.outcome in {None, standing.status}
    day_agrees = said.done_on in {None, standing.done_on}
    barrier = BarrierCategory.OTHER if said.barrier_words else said.barrier
    barrier_agrees = barrier in {None, standing.barrier}
    date_agrees = said.new_date in {None, standing.due_on}
    heard = standing.has_heard(said.line)
    return outcome_agrees and day_agrees and barrier_agrees and date_agrees and heard


def _said_differently(rows: Sequence[Said], standing: Mapping[int, Standing]) -> frozenset[UUID]:
    """Name the actions about which several rows say different things."""
    first: dict[UUID, Said] = {}
    differing = set()
    for said in rows:
        found = standing.get(said.row)
        if found is None or said.is_empty:
            continue
        if not first.setdefault(found.id, said).says_as(said):
            differing.add(found.id)
    return frozenset(differing)


def agency_of(standing: Iterable[Standing]) -> UUID | None:
    """Tell whose actions most rows of a sheet without a code are; nobody's on a draw."""
    counted = Counter(one.agency for one in standing if one.agency is not None).most_common(2)
    if not counted or (len(counted) > 1 and counted[0][1] == counted[1][1]):
        return None
    return counted[0][0]
