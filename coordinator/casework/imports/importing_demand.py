"""Counts of demand from an agency's list: told first, then done as one act. Never deletes."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.imports.doing import do_import
from coordinator.casework.imports.mappings import KeptMapping
from coordinator.casework.imports.on_file import read_on_file
from coordinator.casework.imports.planning_demand import (
    DemandPlan,
    NewCounted,
    Of,
    Standing,
    Whose,
    plan_demand,
    senders_of,
)
from coordinator.casework.stores.opening import Office
from coordinator.db.bulk import Rows
from coordinator.db.models import Agency, DemandCount
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.demand.rules import Source, source_of
from coordinator.domain.lists.measures import Completeness, MeasureMethod
from coordinator.domain.outcomes import Done
from coordinator.domain.progress import Progress
from coordinator.domain.returns.imports import ArrivingCount, Counts, Imported, Remark
from coordinator.domain.roles import Right
from coordinator.domain.states import AgencyStatus
from coordinator.sheets.demand import DemandRow
from coordinator.sheets.reading import SheetRead

DEMAND_IMPORTED = "demand.imported"


@dataclass(frozen=True, slots=True)
class DemandPreview:
    """What bringing a list in would do; the sheet's own problems are in what was read."""

    counts: Counts
    arriving: tuple[ArrivingCount, ...]
    remarks: tuple[Remark, ...]


def preview_demand(desk: Desk, sheet: SheetRead[DemandRow], source: str) -> DemandPreview:
    """Say what bringing a list in would do; nothing is written.

    Args:
        desk: Where and by whom.
        sheet: What was read.
        source: Who counted: an agency of the directory by its name, or in other words.

    Raises:
        NotPermittedError: The role may not import.
    """
    with desk.read(Right.IMPORT) as look:
        plan = _plan(desk, look, sheet, _sender(look, source))
    return DemandPreview(
        _counts(sheet, plan), tuple(map(_arriving, plan.arriving)), tuple(plan.remarks)
    )


def import_demand(
    office: Office,
    sheet: SheetRead[DemandRow],
    source: str,
    *,
    as_at: date | None = None,
    mapping: KeptMapping | None = None,
    progress: Progress | None = None,
) -> Done[Imported]:
    """Bring counts in as one act, after a verified backup; nothing happens when nothing is new.

    Args:
        office: The open store.
        sheet: What was read.
        source: Who counted, and issued the numbers in the list.
        as_at: The day the list was drawn up, where its rows do not say; today when nothing.
        mapping: Kept in the store for the next list of this sender.
        progress: Of the backup, told in pages.

    Raises:
        NotPermittedError: The role may not import.
        BackupError, StoreError: Nothing was written.
    """
    desk = office.desk

    def plan(look: Reading) -> _Planned:
        sender = _sender(look, source)
        planned = _plan(desk, look, sheet, sender)
        return _Planned(desk, planned, _counts(sheet, planned), sender.source, as_at)

    return do_import(office, plan, DEMAND_IMPORTED, source, mapping=mapping, progress=progress)


@dataclass(frozen=True, slots=True)
class _Sender:
    """Who counted, and under which names they may have issued numbers."""

    source: Source
    names: tuple[str, ...]


@dataclass(frozen=True)
class _Planned:
    """The rows of one list, decided about."""

    desk: Desk
    plan: DemandPlan
    counts: Counts
    source: Source
    as_at: date | None

    @property
    def is_empty(self) -> bool:
        """Whether no count is new."""
        return not self.plan.arriving

    def batches(self, _look: Reading) -> Iterator[Rows]:
        """Give the counts."""
        yield Rows(DemandCount, [self._row(new) for new in self.plan.arriving])

    def fill(self, tx: Transaction) -> None:
        """Write nothing: what stands is never changed."""

    def _row(self, new: NewCounted) -> dict[str, Any]:
        return {
            "id": self.desk.new_id(),
            "person_id": new.person,
            "measure": new.measure,
            "from_on": new.row.first,
            "to_on": new.row.last,
            "count": new.count,
            "agency_id": self.source[0],
            "source": self.source[1],
            "as_at": self._looked_on(new.row),
            "completeness": Completeness.FULL,
            "method": MeasureMethod.AGENCY_LIST,
        }

    def _looked_on(self, row: DemandRow) -> date:
        """Give the day the source looked, never later than it said: it saw no more days than that.

        A count of days that began after the list was drawn up cannot be whole.
        """
        today = self.desk.today()
        said = row.as_at or self.as_at or today
        return min(max(said, row.first), today)


def _sender(look: Reading, source: str) -> _Sender:
    """Take a sender for the one agency of that name; where none is, for the words themselves."""
    said = " ".join(source.split())
    found = [one for one in look.directory.agencies() if _is_called(one, said)]
    if len(found) == 1:
        (one,) = found
        return _Sender((one.id, ""), senders_of(said, (one.name, one.short_name)))
    return _Sender((None, said), senders_of(said, ()))


def _is_called(agency: Agency, said: str) -> bool:
    names = {agency.name.casefold(), agency.short_name.casefold()}
    return agency.status is AgencyStatus.ACTIVE and said.casefold() in names - {""}


def _plan(desk: Desk, look: Reading, sheet: SheetRead[DemandRow], sender: _Sender) -> DemandPlan:
    whose = Whose(read_on_file(desk, look), sender.names)
    asked = {one.id for row in sheet.rows if (one := whose.find(row)) is not None}
    return plan_demand(sheet.rows, whose, _standing(look, asked, sender.source))


def _standing(look: Reading, people: set[UUID], source: Source) -> dict[Of, list[Standing]]:
    found: dict[Of, list[Standing]] = defaultdict(list)
    wanted = source_of(*source)
    for one in look.demand.counts_of(people):
        if source_of(one.agency_id, one.source) == wanted:
            was_taken_back = one.ended_on is not None
            held = Standing(one.from_on, one.to_on, one.count, was_taken_back)
            found[one.person_id, one.measure].append(held)
    return found


def _arriving(new: NewCounted) -> ArrivingCount:
    row = new.row
    return ArrivingCount(
        row.sheet, row.row, new.reference, new.measure, row.first, row.last, new.count
    )


def _counts(sheet: SheetRead[DemandRow], plan: DemandPlan) -> Counts:
    return Counts(plan.with_new, plan.repeated, sheet.refused + plan.refused)
