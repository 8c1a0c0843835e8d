"""What becomes of each row about an action: new, on file already, or refused. Writes nothing.

An action needs somebody on file, one named owner in the directory and a date; a row that lacks one
of them does not arrive, and says so.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.casework.imports.on_file import Known, OnFile
from coordinator.db.repositories.imports import InPost, SameAction
from coordinator.domain.actions import STILL_OPEN
from coordinator.domain.duplicates import fold_name
from coordinator.domain.imports import Remark, RowRule
from coordinator.domain.states import ActionStatus, AgencyStatus
from coordinator.sheets.actions import ActionRow


@dataclass(frozen=True, slots=True)
class NewAction:
    """A row that arrives, with whom it is about, who owns it, and its days."""

    row: ActionRow
    person: UUID
    owner: InPost
    status: ActionStatus
    set_on: date
    due_on: date
    done_on: date | None


@dataclass(slots=True)
class ActionsPlan:
    """What would become of each row; `repeated` ones are on file, or stand further up."""

    arriving: list[NewAction] = field(default_factory=list)
    repeated: int = 0
    remarks: list[Remark] = field(default_factory=list)


class _RefusedError(Exception):
    """A row does not arrive; never leaves this module."""

    def __init__(self, rule: RowRule) -> None:
        super().__init__(rule.value)
        self.rule = rule


class Owners:
    """The professionals of the directory, by name."""

    def __init__(self, in_post: Iterable[InPost]) -> None:
        self._by_name: dict[str, list[InPost]] = defaultdict(list)
        self._agencies: set[str] = set()
        for one in in_post:
            self._by_name[fold_name(one.professional.name)].append(one)
            self._agencies |= _agency_names(one)

    def knows_agency(self, agency: str) -> bool:
        """Whether anybody in the directory works for an agency of this name."""
        return fold_name(agency) in self._agencies

    def named(self, name: str, agency: str) -> list[InPost]:
        """List who has this name, at this agency when it is one we know."""
        found = self._by_name.get(fold_name(name), [])
        if not self.knows_agency(agency):
            return found
        return [one for one in found if fold_name(agency) in _agency_names(one)]


def plan_actions(
    rows: Iterable[ActionRow],
    people: OnFile,
    owners: Owners,
    standing: set[SameAction],
    today: date,
) -> ActionsPlan:
    """Decide about every row of a file, in its order."""
    planner = _Planner(people, owners, set(standing), today)
    for row in rows:
        planner.take(row)
    return planner.plan


def people_of(rows: Iterable[ActionRow], people: OnFile) -> set[UUID]:
    """Gather everybody the rows may be about."""
    return {known.id for row in rows for known in _candidates(row, people)}


@dataclass(slots=True)
class _Planner:
    """Goes through the rows of one file, remembering what stands already."""

    people: OnFile
    owners: Owners
    standing: set[SameAction]
    today: date
    plan: ActionsPlan = field(default_factory=ActionsPlan)

    def take(self, row: ActionRow) -> None:
        """Decide about one row."""
        try:
            new = self._planned(row)
        except _RefusedError as refused:
            self._remark(row, refused.rule)
            return
        same = SameAction(new.person, row.text, new.due_on, new.owner.professional.id)
        if same in self.standing:
            self.plan.repeated += 1
            return
        self.standing.add(same)
        self._tell_oddities(new)
        self.plan.arriving.append(new)

    def _planned(self, row: ActionRow) -> NewAction:
        status = row.status or ActionStatus.OPEN
        is_open = status in STILL_OPEN
        person = _only(_candidates(row, self.people))
        if person.has_died and is_open:
            raise _RefusedError(RowRule.PERSON_DIED)
        owner = self._owner(row, is_open=is_open)
        if row.due_on is None:
            raise _RefusedError(RowRule.DUE_MISSING)
        done_on = row.done_on if status is ActionStatus.DONE else None
        set_on = _set_on(row, self.today, done_on)
        if done_on and not set_on <= done_on <= self.today:
            done_on = None
        return NewAction(row, person.id, owner, status, set_on, row.due_on, done_on)

    def _owner(self, row: ActionRow, *, is_open: bool) -> InPost:
        """Find the one owner; somebody who left can own what is closed.

        Raises:
            _RefusedError: There is none, or several.
        """
        if not row.owner:
            raise _RefusedError(RowRule.OWNER_MISSING)
        found = self.owners.named(row.owner, row.agency)
        here = [one for one in found if self._is_here(one)] or ([] if is_open else found)
        if len(here) > 1:
            raise _RefusedError(RowRule.OWNER_UNCLEAR)
        if not here:
            raise _RefusedError(RowRule.OWNER_LEFT if found else RowRule.OWNER_NOT_FOUND)
        return here[0]

    def _is_here(self, one: InPost) -> bool:
        left_on = one.professional.left_on
        stands = one.agency.status is AgencyStatus.ACTIVE
        return stands and (left_on is None or left_on > self.today)

    def _tell_oddities(self, new: NewAction) -> None:
        row = new.row
        if row.agency and not self.owners.knows_agency(row.agency):
            self._remark(row, RowRule.AGENCY_UNKNOWN)
        if row.set_on and row.set_on != new.set_on:
            self._remark(row, RowRule.SET_ODD)
        if new.status is ActionStatus.DONE and row.done_on != new.done_on:
            self._remark(row, RowRule.DONE_ODD)
        if new.status is ActionStatus.COULD_NOT:
            self._remark(row, RowRule.BARRIER_UNSAID)

    def _remark(self, row: ActionRow, rule: RowRule) -> None:
        self.plan.remarks.append(Remark(row.sheet, row.row, rule))


def _set_on(row: ActionRow, today: date, done_on: date | None) -> date:
    """Give the day an action was agreed; where it is not said, or cannot be, the latest it was."""
    latest = min(day for day in (today, row.due_on, done_on) if day)
    usable = row.set_on and row.set_on <= today and (not row.due_on or row.set_on <= row.due_on)
    return row.set_on if row.set_on and usable else latest


def _candidates(row: ActionRow, people: OnFile) -> Sequence[Known]:
    """List whom a row may be about: by reference or number when it has one, else by name."""
    if row.reference:
        known = people.by_reference.get(row.reference.upper())
        return [known] if known else people.numbered(row.reference)
    name = f"{row.given_name} {row.family_name}"
    return people.named(name, row.born_on)


def _only(found: Sequence[Known]) -> Known:
    if not found:
        raise _RefusedError(RowRule.PERSON_NOT_FOUND)
    if len(found) > 1:
        raise _RefusedError(RowRule.PERSON_UNCLEAR)
    return found[0]


def _agency_names(one: InPost) -> set[str]:
    names = {fold_name(one.agency.name), fold_name(one.agency.short_name)}
    return names - {""}
