"""People from a spreadsheet: what would happen, told first, then done as one act.

Imports never delete. Somebody who arrives is *prospective* and has no information basis: lists
show initials until it is recorded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from coordinator.casework.desk import Desk
from coordinator.casework.imports.finishing import imported
from coordinator.casework.imports.mappings import KeptMapping, keep
from coordinator.casework.imports.on_file import OnFile, read_on_file, values_of
from coordinator.casework.imports.planning_people import (
    NewPerson,
    PeoplePlan,
    find_alike,
    plan_people,
)
from coordinator.casework.opening import Office
from coordinator.db.bulk import Rows
from coordinator.db.models import Alias, Identifier, Person
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.imports import (
    NHS,
    AlikeRow,
    Counts,
    Imported,
    OnFileRow,
    References,
    Remark,
)
from coordinator.domain.progress import Progress
from coordinator.domain.roles import Right, check
from coordinator.sheets.people import PersonRow
from coordinator.sheets.reading import SheetRead

PEOPLE_IMPORTED = "people.imported"


@dataclass(frozen=True, slots=True)
class PeoplePreview:
    """What bringing a file in would do; the sheet's own problems are in what was read."""

    counts: Counts
    on_file: tuple[OnFileRow, ...]
    alike: tuple[AlikeRow, ...]
    remarks: tuple[Remark, ...]


def preview_people(desk: Desk, sheet: SheetRead[PersonRow], source: str) -> PeoplePreview:
    """Say what bringing a file in would do; nothing is written.

    Args:
        desk: Where and by whom.
        sheet: What was read.
        source: Who issues the numbers in the file: its sender.

    Raises:
        NotPermittedError: The role may not import.
    """
    with desk.read(Right.IMPORT) as look:
        people, plan = _plan(desk, look, sheet, source)
    return PeoplePreview(
        _counts(sheet, plan), tuple(plan.on_file), find_alike(plan, people), tuple(plan.remarks)
    )


def import_people(
    office: Office,
    sheet: SheetRead[PersonRow],
    source: str,
    *,
    mapping: KeptMapping | None = None,
    progress: Progress | None = None,
) -> Imported:
    """Bring people in as one act, after a verified backup; nothing happens when nothing is new.

    Args:
        office: The open store.
        sheet: What was read.
        source: Who issues the numbers in the file: its sender.
        mapping: Kept in the store for the next file of this sender.
        progress: Of the backup, told in pages.

    Raises:
        NotPermittedError: The role may not import.
        BackupError, StoreError: Nothing was written.
    """
    desk = office.desk
    check(desk.sitter.role, Right.IMPORT)
    with desk.read(Right.IMPORT) as look:
        _people, plan = _plan(desk, look, sheet, source)
    if not (plan.arriving or plan.fillings):
        return Imported(_counts(sheet, plan))
    office.back_up("import", progress=progress)
    with desk.act(Right.IMPORT) as tx:
        _people, plan = _plan(desk, tx, sheet, source)
        tx.add_many(_batches(desk, plan))
        _fill(desk, tx, plan)
        keep(desk, tx, mapping)
        tx.journal(PEOPLE_IMPORTED, reason=source)
    return imported(desk, _counts(sheet, plan), tx.stamp.act)


def _plan(
    desk: Desk, look: Reading, sheet: SheetRead[PersonRow], source: str
) -> tuple[OnFile, PeoplePlan]:
    people = read_on_file(desk, look)
    prefix = look.imports.prefix()
    references = References(prefix, look.imports.references(prefix))
    return people, plan_people(sheet.rows, people, references, source, desk.today())


def _counts(sheet: SheetRead[PersonRow], plan: PeoplePlan) -> Counts:
    return Counts(
        arrived=len(plan.arriving),
        repeated=len(sheet.repeats) + len(plan.on_file) + plan.repeats,
        refused=sheet.refused + sum(remark.refuses for remark in plan.remarks),
        filled=len(plan.fillings),
    )


def _batches(desk: Desk, plan: PeoplePlan) -> Iterator[Rows]:
    ids = [desk.new_id() for _new in plan.arriving]
    pairs = list(zip(ids, plan.arriving, strict=True))
    yield Rows(Person, [_person(key, new, plan.source) for key, new in pairs])
    yield Rows(
        Alias,
        [
            {"id": desk.new_id(), "person_id": key, "name": name}
            for key, new in pairs
            for name in _other_names(new.row)
        ],
    )
    yield Rows(
        Identifier,
        [
            {"id": desk.new_id(), "person_id": key, "issuer": issuer, "value": value}
            for key, new in pairs
            for issuer, value in _numbers(new, plan.source)
        ],
    )


def _person(key: Any, new: NewPerson, source: str) -> dict[str, Any]:
    died = {"died_on": new.died_on, "death_source": source} if new.died_on else {}
    return {"id": key, "reference": new.reference, **values_of(new.row), **died}


def _other_names(row: PersonRow) -> list[str]:
    """Give the other names; a name with its *Jr* is one, as a suffix has no field of its own."""
    whole = f"{row.given_name} {row.family_name} {row.suffix}".strip() if row.suffix else ""
    return list(dict.fromkeys(name for name in (*row.aliases, whole) if name))


def _numbers(new: NewPerson, source: str) -> list[tuple[str, str]]:
    numbers = [(source, value) for value in new.own_numbers]
    return [*numbers, (NHS, new.nhs_number)] if new.nhs_number else numbers


def _fill(desk: Desk, tx: Transaction, plan: PeoplePlan) -> None:
    people = tx.get_many(Person, [filling.person for filling in plan.fillings])
    for filling in plan.fillings:
        for name, value in filling.fields.items():
            setattr(people[filling.person], name, value)
        if filling.nhs_number:
            tx.add(
                Identifier(
                    id=desk.new_id(),
                    person_id=filling.person,
                    issuer=NHS,
                    value=filling.nhs_number,
                )
            )
