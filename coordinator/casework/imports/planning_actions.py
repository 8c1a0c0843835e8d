"""What becomes of each row about an action: new, on file already, or refused. Writes nothing.

An action needs somebody on file, one named owner in the directory and a date; a row that lacks one
of them does not arrive, and says so. Owners whom the directory does not know can be put into it,
and a date taken where there is none, when somebody says so.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.casework.imports.on_file import Known, OnFile
from coordinator.casework.imports.owners import Key, Owner, Owners, Untold
from coordinator.db.repositories.imports import InPost, SameAction
from coordinator.domain.actions.enforcement import is_against
from coordinator.domain.actions.rules import STILL_OPEN
from coordinator.domain.people.duplicates import fold_name, is_initials
from coordinator.domain.returns.imports import ActionChoices, NewOwner, Remark, RowRule
from coordinator.domain.states import ActionStatus, AgencyStatus
from coordinator.sheets.actions import ActionRow


@dataclass(frozen=True, slots=True)
class NewAction:
    """A row that arrives, with whom it is about, who owns it, and its days."""

    row: ActionRow
    person: UUID
    reference: str
    owner: Owner
    status: ActionStatus
    set_on: date
    due_on: date
    done_on: date | None


@dataclass(slots=True)
class ActionsPlan:
    """What would become of each row; `repeated` ones are on file, or stand further up.

    `strangers` are owners the directory does not know, whether or not they are to be added.
    """

    arriving: list[NewAction] = field(default_factory=list)
    repeated: int = 0
    strangers: dict[Key, NewOwner] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)


class _RefusedError(Exception):
    """A row does not arrive; never leaves this module."""

    def __init__(self, rule: RowRule) -> None:
        super().__init__(rule.value)
        self.rule = rule


@dataclass(frozen=True, slots=True)
class Around:
    """The day, what was chosen, who may not own what, and where ids of new owners come from."""

    today: date
    new_id: Callable[[], UUID]
    choices: ActionChoices = field(default_factory=ActionChoices)
    untold: Untold = field(default_factory=Untold)


def plan_actions(
    rows: Iterable[ActionRow],
    people: OnFile,
    owners: Owners,
    standing: set[SameAction],
    around: Around,
) -> ActionsPlan:
    """Decide about every row of a file, in its order."""
    planner = _Planner(people, owners, set(standing), around)
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
    around: Around
    plan: ActionsPlan = field(default_factory=ActionsPlan)
    _agencies: dict[str, UUID] = field(default_factory=dict)
    _added: dict[Key, Owner] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day of the import."""
        return self.around.today

    def take(self, row: ActionRow) -> None:
        """Decide about one row."""
        try:
            new = self._planned(row)
        except _RefusedError as refused:
            self._remark(row, refused.rule)
            return
        same = SameAction(new.person, row.text, new.due_on, new.owner.id)
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
        due_on = row.due_on or self.around.choices.due_on
        owner = self._owner(row, is_open=is_open)
        if self.around.untold.holds(person.id, owner):
            raise _RefusedError(RowRule.OWNER_NOT_TOLD)
        if due_on is None:
            raise _RefusedError(RowRule.DUE_MISSING)
        done_on = row.done_on if status is ActionStatus.DONE else None
        set_on = _set_on(row, self.today, due_on, done_on)
        if done_on and not set_on <= done_on <= self.today:
            done_on = None
        return NewAction(row, person.id, person.reference, owner, status, set_on, due_on, done_on)

    def _owner(self, row: ActionRow, *, is_open: bool) -> Owner:
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
        if here:
            professional, agency = here[0]
            return Owner(professional.id, professional.name, agency.id, agency.name)
        if found:
            raise _RefusedError(RowRule.OWNER_LEFT)
        return self._stranger(row)

    def _stranger(self, row: ActionRow) -> Owner:
        """Note somebody the directory does not know; give them as its newcomer when asked to.

        Raises:
            _RefusedError: They are not to be added, nobody says whose they are, an agency stands
                where a person should, or they may be a worker from whom something is kept.
        """
        choices = self.around.choices
        agency = row.agency or choices.agency.strip()
        name = fold_name(row.owner)
        if self.owners.knows_agency(row.owner) or name == fold_name(agency):
            raise _RefusedError(RowRule.OWNER_MISSING)
        key = name, fold_name(agency)
        is_new = not self.owners.knows_agency(agency)
        self.plan.strangers.setdefault(key, NewOwner(row.owner, agency, is_new))
        if not (choices.add_owners and agency):
            raise _RefusedError(RowRule.OWNER_NOT_FOUND)
        if self.around.untold.may_be(row.owner):
            raise _RefusedError(RowRule.OWNER_MAYBE_KEPT)
        if key not in self._added:
            self._added[key] = self._newcomer(row.owner, agency)
        return self._added[key]

    def _newcomer(self, name: str, agency: str) -> Owner:
        standing = self.owners.standing(agency)
        folded = fold_name(agency)
        if standing is None and self.owners.knows_agency(agency):
            raise _RefusedError(RowRule.OWNER_LEFT)  # their agency is no more
        agency_id = standing.id if standing else self._agencies.get(folded)
        if agency_id is None:
            agency_id = self._agencies[folded] = self.around.new_id()
        shown = standing.name if standing else agency
        return Owner(
            self.around.new_id(),
            name,
            agency_id,
            shown,
            is_new=True,
            has_new_agency=standing is None,
        )

    def _is_here(self, one: InPost) -> bool:
        left_on = one.professional.left_on
        stands = one.agency.status is AgencyStatus.ACTIVE
        return stands and (left_on is None or left_on > self.today)

    def _tell_oddities(self, new: NewAction) -> None:
        row = new.row
        if not row.reference and is_initials(fold_name(f"{row.given_name} {row.family_name}")):
            self._remark(row, RowRule.BY_INITIALS)
        if row.due_on is None:
            self._remark(row, RowRule.DUE_ASSUMED)
        if row.agency and not new.owner.is_new and not self.owners.knows_agency(row.agency):
            self._remark(row, RowRule.AGENCY_UNKNOWN)
        if row.set_on and row.set_on != new.set_on:
            self._remark(row, RowRule.SET_ODD)
        if new.status is ActionStatus.DONE and row.done_on != new.done_on:
            self._remark(row, RowRule.DONE_ODD)
        if new.status is ActionStatus.COULD_NOT:
            self._remark(row, RowRule.BARRIER_UNSAID)
        if new.status in STILL_OPEN and row.kind and is_against(row.kind, row.text):
            self._remark(row, RowRule.EFFECT_UNSAID)

    def _remark(self, row: ActionRow, rule: RowRule) -> None:
        self.plan.remarks.append(Remark(row.sheet, row.row, rule))


def _set_on(row: ActionRow, today: date, due_on: date, done_on: date | None) -> date:
    """Give the day an action was agreed; where it is not said, or cannot be, the latest it was."""
    latest = min(day for day in (today, due_on, done_on) if day)
    usable = row.set_on and row.set_on <= min(today, due_on)
    return row.set_on if row.set_on and usable else latest


def _candidates(row: ActionRow, people: OnFile) -> Sequence[Known]:
    """List whom a row may be about: by reference or number when it has one, else by name.

    Initials are anybody's who may have them, so that they are only enough when nobody else has.
    """
    if row.reference:
        known = people.by_reference.get(row.reference.upper())
        return [known] if known else people.numbered(row.reference)
    name = f"{row.given_name} {row.family_name}"
    if is_initials(fold_name(name)):
        return people.initialled(name, row.born_on)
    return people.named(name, row.born_on)


def _only(found: Sequence[Known]) -> Known:
    if not found:
        raise _RefusedError(RowRule.PERSON_NOT_FOUND)
    if len(found) > 1:
        raise _RefusedError(RowRule.PERSON_UNCLEAR)
    return found[0]
