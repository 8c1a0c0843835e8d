"""People from a spreadsheet: what would happen, told first, then done as one act.

Imports never delete. Somebody who arrives is *prospective*, unless the panel works with them
already and says so; either way they have no information basis: lists show initials until it is
recorded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.imports.doing import do_import
from coordinator.casework.imports.mappings import KeptMapping
from coordinator.casework.imports.on_file import OnFile, read_on_file, values_of
from coordinator.casework.imports.planning_people import (
    NewPerson,
    PeoplePlan,
    find_alike,
    plan_people,
)
from coordinator.casework.stores.opening import Office
from coordinator.db.bulk import Rows
from coordinator.db.models import Alias, Case, Identifier, Person
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.outcomes import Done
from coordinator.domain.people.rules import PersonName
from coordinator.domain.progress import Progress
from coordinator.domain.returns.imports import (
    NHS,
    AlikeRow,
    ArrivingPerson,
    Counts,
    Imported,
    OnFileRow,
    References,
    Remark,
)
from coordinator.domain.roles import Right
from coordinator.domain.states import PersonStatus
from coordinator.sheets.people import PersonRow
from coordinator.sheets.reading import SheetRead

PEOPLE_IMPORTED = "people.imported"


@dataclass(frozen=True, slots=True)
class PeoplePreview:
    """What bringing a file in would do; the sheet's own problems are in what was read."""

    counts: Counts
    arriving: tuple[ArrivingPerson, ...]
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
        _counts(sheet, plan),
        tuple(map(_arriving, plan.arriving)),
        tuple(plan.on_file),
        find_alike(plan, people),
        tuple(plan.remarks),
    )


def import_people(
    office: Office,
    sheet: SheetRead[PersonRow],
    source: str,
    *,
    on_caseload: bool = False,
    mapping: KeptMapping | None = None,
    progress: Progress | None = None,
) -> Done[Imported]:
    """Bring people in as one act, after a verified backup; nothing happens when nothing is new.

    Args:
        office: The open store.
        sheet: What was read.
        source: Who issues the numbers in the file: its sender.
        on_caseload: The panel works with them already: each gets an open case, as of the day the
            sheet says or else today, unless they have died. Otherwise they are prospective and
            wait for a referral.
        mapping: Kept in the store for the next file of this sender.
        progress: Of the backup, told in pages.

    Raises:
        NotPermittedError: The role may not import.
        BackupError, StoreError: Nothing was written.
    """
    desk = office.desk

    def plan(look: Reading) -> _Planned:
        _people, planned = _plan(desk, look, sheet, source)
        return _Planned(desk, planned, _counts(sheet, planned), on_caseload)

    return do_import(office, plan, PEOPLE_IMPORTED, source, mapping=mapping, progress=progress)


@dataclass(frozen=True)
class _Planned:
    """The rows of one sheet, decided about."""

    desk: Desk
    plan: PeoplePlan
    counts: Counts
    on_caseload: bool

    @property
    def is_empty(self) -> bool:
        """Whether nobody is new and nothing about anybody."""
        return not (self.plan.arriving or self.plan.fillings)

    def batches(self, _look: Reading) -> Iterator[Rows]:
        """Give the people with their names and numbers, and their cases."""
        return _batches(self.desk, self.plan, on_caseload=self.on_caseload)

    def fill(self, tx: Transaction) -> None:
        """Write what was empty about people on file."""
        _fill(self.desk, tx, self.plan)


def _plan(
    desk: Desk, look: Reading, sheet: SheetRead[PersonRow], source: str
) -> tuple[OnFile, PeoplePlan]:
    people = read_on_file(desk, look)
    prefix = look.imports.prefix()
    references = References(prefix, look.imports.references(prefix), look.retention.erased())
    return people, plan_people(sheet.rows, people, references, source, desk.today())


def _arriving(new: NewPerson) -> ArrivingPerson:
    row = new.row
    name = PersonName(row.given_name, row.family_name, row.preferred_name)
    return ArrivingPerson(row.sheet, row.row, new.reference, name, row.born_on, row.opened_on)


def _counts(sheet: SheetRead[PersonRow], plan: PeoplePlan) -> Counts:
    return Counts(
        arrived=len(plan.arriving),
        repeated=len(sheet.repeats) + len(plan.on_file) + plan.repeats,
        refused=sheet.refused + sum(remark.refuses for remark in plan.remarks),
        filled=len(plan.fillings),
    )


def _batches(desk: Desk, plan: PeoplePlan, *, on_caseload: bool) -> Iterator[Rows]:
    ids = [desk.new_id() for _new in plan.arriving]
    pairs = list(zip(ids, plan.arriving, strict=True))
    taken = {key: new.row for key, new in pairs if on_caseload and not new.died_on}
    yield Rows(
        Person,
        [
            _person(key, new, plan.source)
            | ({"status": PersonStatus.CURRENT} if key in taken else {})
            for key, new in pairs
        ],
    )
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
    today = desk.today()
    yield Rows(Case, [_case(desk.new_id(), key, row, today) for key, row in taken.items()])


def _case(key: UUID, person: UUID, row: PersonRow, today: date) -> dict[str, Any]:
    return {
        "id": key,
        "person_id": person,
        "opened_on": row.opened_on or today,
        "next_review_on": row.next_review_on,
    }


def _person(key: UUID, new: NewPerson, source: str) -> dict[str, Any]:
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
