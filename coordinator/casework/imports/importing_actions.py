"""Actions from a tracker kept in a spreadsheet: told first, then done as one act."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.imports.finishing import imported
from coordinator.casework.imports.mappings import KeptMapping, keep
from coordinator.casework.imports.on_file import read_on_file
from coordinator.casework.imports.planning_actions import (
    ActionsPlan,
    NewAction,
    Owners,
    people_of,
    plan_actions,
)
from coordinator.casework.opening import Office
from coordinator.db.bulk import Rows
from coordinator.db.models import Action, ActionNote, Barrier
from coordinator.db.transaction import Reading
from coordinator.domain.actions import STILL_OPEN
from coordinator.domain.imports import Counts, Imported, Remark
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.plans import ActionKind, ActionPriority
from coordinator.domain.progress import Progress
from coordinator.domain.roles import Right, check
from coordinator.domain.states import ActionStatus
from coordinator.sheets.actions import ActionRow
from coordinator.sheets.reading import SheetRead

ACTIONS_IMPORTED = "actions.imported"


@dataclass(frozen=True, slots=True)
class ActionsPreview:
    """What bringing a file in would do; the sheet's own problems are in what was read."""

    counts: Counts
    remarks: tuple[Remark, ...]


def preview_actions(desk: Desk, sheet: SheetRead[ActionRow]) -> ActionsPreview:
    """Say what bringing a file in would do; nothing is written.

    Raises:
        NotPermittedError: The role may not import.
    """
    with desk.read(Right.IMPORT) as look:
        plan = _plan(desk, look, sheet)
        return ActionsPreview(_counts(sheet, plan), tuple(plan.remarks))


def import_actions(
    office: Office,
    sheet: SheetRead[ActionRow],
    source: str,
    *,
    mapping: KeptMapping | None = None,
    progress: Progress | None = None,
) -> Imported:
    """Bring actions in as one act, after a verified backup; nothing happens when nothing is new.

    Args:
        office: The open store.
        sheet: What was read.
        source: Whose tracker it is; told in the journal.
        mapping: Kept in the store for the next file of this sender.
        progress: Of the backup, told in pages.

    Raises:
        NotPermittedError: The role may not import.
        BackupError, StoreError: Nothing was written.
    """
    desk = office.desk
    check(desk.sitter.role, Right.IMPORT)
    with desk.read(Right.IMPORT) as look:
        plan = _plan(desk, look, sheet)
        counts = _counts(sheet, plan)
    if not plan.arriving:
        return Imported(counts)
    office.back_up("import", progress=progress)
    with desk.act(Right.IMPORT) as tx:
        plan = _plan(desk, tx, sheet)
        tx.add_many(_batches(desk, tx, plan))
        keep(desk, tx, mapping)
        tx.journal(ACTIONS_IMPORTED, reason=source)
    return imported(desk, _counts(sheet, plan), tx.stamp.act)


def _plan(desk: Desk, look: Reading, sheet: SheetRead[ActionRow]) -> ActionsPlan:
    imports = look.imports
    people = read_on_file(desk, look)
    standing = imports.actions_of(people_of(sheet.rows, people))
    return plan_actions(sheet.rows, people, Owners(imports.in_post()), standing, desk.today())


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
        "owner_id": new.owner.professional.id,
        "owner_agency_id": new.owner.agency.id,
        "owner_agency": new.owner.agency.name,
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
