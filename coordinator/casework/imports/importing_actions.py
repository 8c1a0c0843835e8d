"""Actions from a tracker kept in a spreadsheet: told first, then done as one act."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.directory.same_workers import sitter_name
from coordinator.casework.imports.doing import do_import
from coordinator.casework.imports.mappings import KeptMapping
from coordinator.casework.imports.on_file import read_on_file
from coordinator.casework.imports.owners import Owners, Untold
from coordinator.casework.imports.planning_actions import (
    ActionsPlan,
    Around,
    NewAction,
    people_of,
    plan_actions,
)
from coordinator.casework.stores.opening import Office
from coordinator.db.bulk import Rows
from coordinator.db.models import Action, ActionNote, Agency, Barrier, Professional
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.actions.rules import STILL_OPEN
from coordinator.domain.lists.agencies import NEVER_NAMED_DATA
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.plans import ActionKind, ActionPriority
from coordinator.domain.need_to_know.typed_names import same_name
from coordinator.domain.outcomes import Done
from coordinator.domain.progress import Progress
from coordinator.domain.returns.imports import (
    ActionChoices,
    ArrivingAction,
    Counts,
    Imported,
    NewOwner,
    Remark,
)
from coordinator.domain.roles import Right, check
from coordinator.domain.states import ActionStatus
from coordinator.sheets.actions import ActionRow
from coordinator.sheets.reading import SheetRead

ACTIONS_IMPORTED = "actions.imported"


@dataclass(frozen=True, slots=True)
class ActionsPreview:
    """What bringing a file in would do; the sheet's own problems are in what was read.

    Attributes:
        strangers: Owners whom the directory does not know, to be added or not.
        without_date: How many rows say no date and are not closed for another reason.
    """

    counts: Counts
    arriving: tuple[ArrivingAction, ...]
    remarks: tuple[Remark, ...]
    strangers: tuple[NewOwner, ...]
    without_date: int


def preview_actions(
    desk: Desk, sheet: SheetRead[ActionRow], *, choices: ActionChoices | None = None
) -> ActionsPreview:
    """Say what bringing a file in would do; nothing is written.

    Raises:
        NotPermittedError: The role may not import.
    """
    with desk.read(Right.IMPORT) as look:
        plan = _plan(desk, look, sheet, choices or ActionChoices())
    return ActionsPreview(
        _counts(sheet, plan),
        tuple(map(_arriving, plan.arriving)),
        tuple(plan.remarks),
        tuple(plan.strangers.values()),
        sum(row.due_on is None for row in sheet.rows),
    )


def import_actions(
    office: Office,
    sheet: SheetRead[ActionRow],
    source: str,
    *,
    choices: ActionChoices | None = None,
    mapping: KeptMapping | None = None,
    progress: Progress | None = None,
) -> Done[Imported]:
    """Bring actions in as one act, after a verified backup; nothing happens when nothing is new.

    Args:
        office: The open store.
        sheet: What was read.
        source: Whose tracker it is; told in the journal.
        choices: What somebody says beyond what stands in it.
        mapping: Kept in the store for the next file of this sender.
        progress: Of the backup, told in pages.

    Raises:
        NotPermittedError: The role may not import, or not add to the directory.
        BackupError, StoreError: Nothing was written.
    """
    desk, said = office.desk, choices or ActionChoices()
    if said.add_owners:
        check(desk.sitter.role, Right.EDIT_DIRECTORY)

    def plan(look: Reading) -> _Planned:
        planned = _plan(desk, look, sheet, said)
        return _Planned(desk, planned, _counts(sheet, planned))

    return do_import(office, plan, ACTIONS_IMPORTED, source, mapping=mapping, progress=progress)


@dataclass(frozen=True)
class _Planned:
    """The rows of one tracker, decided about."""

    desk: Desk
    plan: ActionsPlan
    counts: Counts

    @property
    def is_empty(self) -> bool:
        """Whether no action is new."""
        return not self.plan.arriving

    def batches(self, look: Reading) -> Iterator[Rows]:
        """Give the newcomers of the directory, then the actions with what was said of them."""
        yield from _newcomers(self.plan)
        yield from _batches(self.desk, look, self.plan)

    def fill(self, tx: Transaction) -> None:
        """Write nothing: what stands is never changed."""


def _plan(
    desk: Desk, look: Reading, sheet: SheetRead[ActionRow], choices: ActionChoices
) -> ActionsPlan:
    imports = look.imports
    people = read_on_file(desk, look)
    asked = people_of(sheet.rows, people)
    standing = imports.actions_of(asked)
    owners = Owners(imports.in_post(), look.directory.agencies())
    around = Around(desk.today(), desk.new_id, choices, _untold(desk, look, asked))
    return plan_actions(sheet.rows, people, owners, standing, around)


def _untold(desk: Desk, look: Reading, people: set[UUID]) -> Untold:
    agencies = look.directory.agencies()
    workers = look.readers.kept_workers()
    return Untold(
        look.readers.not_told(people),
        frozenset(one.id for one in agencies if one.agency_kind in NEVER_NAMED_DATA),
        # Whether something is kept from themselves is not told to whoever brings the file in.
        tuple(one.name for one in workers if not same_name(one.name, sitter_name(desk, look))),
    )


def _arriving(new: NewAction) -> ArrivingAction:
    row, owner = new.row, new.owner
    return ArrivingAction(
        row.sheet,
        row.row,
        new.reference,
        row.text,
        owner.name,
        owner.agency,
        new.due_on,
        new.status,
    )


def _newcomers(plan: ActionsPlan) -> Iterator[Rows]:
    """Give the owners of what arrives whom the directory does not know, agencies first."""
    owners = {new.owner.id: new.owner for new in plan.arriving if new.owner.is_new}
    agencies = {one.agency_id: one.agency for one in owners.values() if one.has_new_agency}
    yield Rows(Agency, [{"id": key, "name": name} for key, name in agencies.items()])
    yield Rows(
        Professional,
        [{"id": one.id, "name": one.name, "agency_id": one.agency_id} for one in owners.values()],
    )


def _counts(sheet: SheetRead[ActionRow], plan: ActionsPlan) -> Counts:
    return Counts(
        arrived=len(plan.arriving),
        repeated=plan.repeated,
        refused=sheet.refused + sum(remark.refuses for remark in plan.remarks),
    )


def _batches(desk: Desk, look: Reading, plan: ActionsPlan) -> Iterator[Rows]:
    cases = look.imports.open_cases({new.person for new in plan.arriving})
    numbers = _Numbers(look)
    pairs = [(desk.new_id(), new) for new in plan.arriving]
    today = desk.today()
    yield Rows(
        Action,
        [
            _action(key, new, today)
            | {"number": numbers.next(new.set_on.year), "case_id": _case(new, cases)}
            for key, new in pairs
        ],
    )
    yield Rows(ActionNote, [_note(desk, key, new) for key, new in pairs if new.row.update])
    yield Rows(
        Barrier,
        [_barrier(desk, key, new) for key, new in pairs if new.status is ActionStatus.COULD_NOT],
    )


class _Numbers:
    """Gives out the next running numbers of each year."""

    def __init__(self, look: Reading) -> None:
        self._look = look
        self._last: dict[int, tuple[str, int]] = {}

    def next(self, year: int) -> str:
        """Give the next number of a year: `A26-0143`."""
        if year not in self._last:
            prefix, _, figures = self._look.actions.next_of_year(year).rpartition("-")
            self._last[year] = prefix, int(figures) - 1
        prefix, last = self._last[year]
        self._last[year] = prefix, last + 1
        return f"{prefix}-{last + 1:04d}"


def _case(new: NewAction, cases: dict[UUID, UUID]) -> UUID | None:
    """Give the open case an action belongs to; what is closed may be of an earlier one."""
    return cases.get(new.person) if new.status in STILL_OPEN else None


def _action(key: UUID, new: NewAction, today: date) -> dict[str, Any]:
    row, is_open = new.row, new.status in STILL_OPEN
    note = "" if new.status in {ActionStatus.OPEN, ActionStatus.IN_PROGRESS} else row.update
    could_not = new.status is ActionStatus.COULD_NOT
    return {
        "id": key,
        "person_id": new.person,
        "text": row.text,
        "action_kind": row.kind or ActionKind.SUPPORT,
        "priority": row.priority or ActionPriority.NORMAL,
        "owner_id": new.owner.id,
        "owner_agency_id": new.owner.agency_id,
        "owner_agency": new.owner.agency,
        "set_on": new.set_on,
        "due_on": new.due_on,
        "original_due_on": new.due_on,
        "status": new.status,
        "done_on": new.done_on,
        "outcome_note": note,
        "barrier_category": BarrierCategory.OTHER if could_not else None,
        "closed_on": None if is_open else new.done_on or today,
    }


def _note(desk: Desk, action: UUID, new: NewAction) -> dict[str, Any]:
    return {
        "id": desk.new_id(),
        "person_id": new.person,
        "action_id": action,
        "noted_on": desk.today(),
        "noted_by_id": desk.sitter.professional,
        "status": new.status,
        "text": new.row.update,
    }


def _barrier(desk: Desk, action: UUID, new: NewAction) -> dict[str, Any]:
    return {
        "id": desk.new_id(),
        "person_id": new.person,
        "action_id": action,
        "category": BarrierCategory.OTHER,
        "description": new.row.update,
        "since": new.set_on,
    }
