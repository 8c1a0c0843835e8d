"""What becomes of each row about a person: new, on file already, or refused. Writes nothing.

A row is somebody on file when the sender's own number, a reference of this panel or an NHS number
says so *and* name or date of birth agree. Such a row fills fields that are empty on file; where
both say something, what is on file stays and the difference is told. A row with the name and the
date of birth of somebody on file is passed over and told. Initials are no name in this: with them
alone a row arrives, and whose they may be is told. Nobody is ever merged.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.imports.on_file import (
    Known,
    Number,
    OnFile,
    likeness_of,
    number,
    values_of,
)
from coordinator.domain.people.duplicates import (
    Candidate,
    KnownPeople,
    Likeness,
    Reason,
    compare,
    fold_name,
    is_initials,
)
from coordinator.domain.returns.imports import (
    NHS,
    AlikeRow,
    MatchedBy,
    OnFileRow,
    References,
    Remark,
    RowRule,
)
from coordinator.sheets.people import PersonRow

_MOST_ALIKE = 5
"""Told of one row; many people share the initials *J S*."""


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A row that arrives, with the reference and the numbers that nobody else has."""

    row: PersonRow
    reference: str
    own_numbers: tuple[str, ...]
    nhs_number: str
    died_on: date | None


@dataclass(frozen=True, slots=True)
class Filling:
    """What a row adds to somebody on file."""

    person: UUID
    fields: dict[str, Any] = field(repr=False)
    nhs_number: str = field(repr=False, default="")


@dataclass(slots=True)
class PeoplePlan:
    """What would become of each row; `repeats` repeat an earlier row by its reference."""

    source: str
    arriving: list[NewPerson] = field(default_factory=list)
    on_file: list[OnFileRow] = field(default_factory=list)
    fillings: list[Filling] = field(default_factory=list)
    repeats: int = 0
    remarks: list[Remark] = field(default_factory=list)


def plan_people(
    rows: Iterable[PersonRow], people: OnFile, references: References, source: str, today: date
) -> PeoplePlan:
    """Decide about every row of a file, in its order.

    References of this panel that the file brings and that are free are kept; the others get the
    next free ones.
    """
    planner = _Planner(people, references, PeoplePlan(source), today)
    for row in rows:
        planner.take(row)
    plan = planner.plan
    plan.arriving = [
        new if new.reference else replace(new, reference=references.next())
        for new in plan.arriving
    ]
    return plan


def find_alike(plan: PeoplePlan, people: OnFile) -> tuple[AlikeRow, ...]:
    """List who among those arriving may be somebody on file or in an earlier row, and why."""
    references = {person.id: person.reference for person in people.people}
    known = KnownPeople(person.likeness for person in people.people)
    found: list[AlikeRow] = []
    for at, new in enumerate(plan.arriving):
        likeness = likeness_of(new.row, _numbers_of(new, plan.source), at)
        found += [
            _alike(new.row, candidate, plan.arriving, references)
            for candidate in known.like(likeness)[:_MOST_ALIKE]
        ]
        known.add(likeness)
    return tuple(found)


def _alike(
    row: PersonRow,
    candidate: Candidate,
    arriving: Sequence[NewPerson],
    references: dict[UUID, str],
) -> AlikeRow:
    told = AlikeRow(row.sheet, row.row, candidate.score, candidate.reasons)
    if isinstance(candidate.key, UUID):
        return replace(told, reference=references[candidate.key])
    return replace(told, other_row=arriving[candidate.key].row.row)


def _numbers_of(new: NewPerson, source: str) -> list[Number]:
    numbers = [number(source, value) for value in new.own_numbers]
    return [*numbers, number(NHS, new.nhs_number)] if new.nhs_number else numbers


@dataclass(slots=True)
class _Planner:
    """Goes through the rows of one file, remembering what earlier rows took."""

    people: OnFile
    references: References
    plan: PeoplePlan
    today: date
    _seen: dict[Number, PersonRow] = field(default_factory=dict)

    def take(self, row: PersonRow) -> None:
        """Decide about one row."""
        own = [number(self.plan.source, value) for value in self._own_numbers(row)]
        if any(one in self._seen for one in own):
            self._repeat(row, next(self._seen[one] for one in own if one in self._seen))
            return
        self._seen.update(dict.fromkeys(own, row))
        likeness = likeness_of(row, [*own, *_nhs(row)], 0)
        holder = next((self.people.by_number[n] for n in own if n in self.people.by_number), None)
        if holder and not _agree(likeness, holder.likeness):
            self._remark(row, RowRule.NUMBER_OF_ANOTHER)
        elif holder:
            self._fill(row, holder, MatchedBy.OWN_NUMBER)
        elif match := self._otherwise_on_file(row, likeness):
            self._fill(row, *match)
        else:
            self._arrive(row)

    def _own_numbers(self, row: PersonRow) -> tuple[str, ...]:
        """Give the numbers the sender knows the person by; a reference of ours is none."""
        foreign = "" if self.references.own(row.reference) else row.reference
        return tuple(dict.fromkeys(value for value in (row.source_id, foreign) if value))

    def _repeat(self, row: PersonRow, earlier: PersonRow) -> None:
        if _whole_name(row) == _whole_name(earlier):
            self.plan.repeats += 1
        else:
            self._remark(row, RowRule.NUMBER_OF_ANOTHER)

    def _otherwise_on_file(
        self, row: PersonRow, likeness: Likeness
    ) -> tuple[Known, MatchedBy] | None:
        """Find somebody on file by reference, NHS number, or name and birth together."""
        known = self.people.by_reference.get(self.references.own(row.reference))
        if known and _agree(likeness, known.likeness):
            return known, MatchedBy.REFERENCE
        for one in _nhs(row):
            known = self.people.by_number.get(one)
            if known and _same_name_and_birth(likeness, known.likeness):
                return known, MatchedBy.NHS_NUMBER
        if row.born_on and not is_initials(_whole_name(row)):
            for known in self.people.named(_whole_name(row), row.born_on):
                if Reason.OTHER_NUMBER not in compare(likeness, known.likeness).reasons:
                    return known, MatchedBy.NAME_AND_BIRTH
        return None

    def _fill(self, row: PersonRow, known: Known, why: MatchedBy) -> None:
        """Note what a row says about somebody on file; only what was empty is taken."""
        told = OnFileRow(row.sheet, row.row, known.reference, why)
        if why is MatchedBy.NAME_AND_BIRTH:
            self.plan.on_file.append(told)
            return
        said = values_of(row)
        empty = {n: v for n, v in said.items() if known.fields[n] in {"", None}}
        fills = {} if known.has_died else empty
        differs = [n for n, v in said.items() if n not in empty and known.fields[n] != v]
        nhs = self._new_nhs_number(row, known)
        self.plan.on_file.append(
            replace(
                told,
                fills=(*fills, *(["nhs_number"] if nhs else [])),
                differs=tuple(differs),
            )
        )
        known.fields.update(fills)
        if fills or nhs:
            self.plan.fillings.append(Filling(known.id, fills, nhs))

    def _new_nhs_number(self, row: PersonRow, known: Known) -> str:
        """Give the row's NHS number when the person has none and nobody else has it."""
        has_one = any(issuer == NHS.casefold() for issuer, _ in known.likeness.numbers)
        if known.has_died or has_one:
            return ""
        return self._free_nhs_number(row)

    def _free_nhs_number(self, row: PersonRow) -> str:
        for one in _nhs(row):
            if one in self.people.by_number or one in self._seen:
                self._remark(row, RowRule.NHS_OF_ANOTHER)
                return ""
            self._seen[one] = row
        return row.nhs_number

    def _arrive(self, row: PersonRow) -> None:
        reference = self.references.own(row.reference)
        if reference and self.references.was_erased(reference):
            self._remark(row, RowRule.WAS_ERASED)
            return
        if reference and not self.references.claim(reference):
            self._remark(row, RowRule.REFERENCE_TAKEN)
            reference = ""
        died_on = row.died_on
        if died_on and not (row.born_on or date.min) <= died_on <= self.today:
            self._remark(row, RowRule.DEATH_ODD)
            died_on = None
        self.plan.arriving.append(
            NewPerson(row, reference, self._own_numbers(row), self._free_nhs_number(row), died_on)
        )

    def _remark(self, row: PersonRow, rule: RowRule) -> None:
        self.plan.remarks.append(Remark(row.sheet, row.row, rule))


def _nhs(row: PersonRow) -> list[Number]:
    return [number(NHS, row.nhs_number)] if row.nhs_number else []


def _whole_name(row: PersonRow) -> str:
    return fold_name(f"{row.given_name} {row.family_name}")


def _agree(one: Likeness, other: Likeness) -> bool:
    """Whether the same number and what else is known speak for one person."""
    reasons = compare(one, other).reasons
    if Reason.SAME_NAME in reasons or Reason.SAME_BIRTH in reasons:
        return True
    likely = {Reason.NAME_ALIKE, Reason.SAME_INITIALS}
    return not likely.isdisjoint(reasons) and Reason.OTHER_BIRTH not in reasons


def _same_name_and_birth(one: Likeness, other: Likeness) -> bool:
    reasons = compare(one, other).reasons
    names = {Reason.SAME_NAME, Reason.SAME_INITIALS}
    return Reason.SAME_BIRTH in reasons and not names.isdisjoint(reasons)
