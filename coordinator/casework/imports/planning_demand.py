"""What becomes of each count of a list: new, on file already, or refused. Writes nothing.

Whose it is is told by the panel's reference, or by a number the sender issued; never by a name.
What stands on file is never changed by a list.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.casework.imports.on_file import Known, OnFile, number
from coordinator.domain.demand.rules import IN_NIGHTS
from coordinator.domain.lists.measures import DemandMeasure
from coordinator.domain.people.rules import is_before_birth
from coordinator.domain.returns.imports import Remark, RowRule
from coordinator.sheets.demand import DemandRow

Of = tuple[UUID, DemandMeasure]
SaidOf = tuple[UUID, DemandMeasure, date, date]


@dataclass(frozen=True, slots=True)
class Standing:
    """A count of this source that is on file, or stands further up."""

    first: date
    last: date
    count: int | None
    was_taken_back: bool = False


@dataclass(frozen=True, slots=True)
class NewCounted:
    """A count that arrives, with whom it is about."""

    row: DemandRow
    person: UUID
    reference: str
    measure: DemandMeasure
    count: int


@dataclass(slots=True)
class DemandPlan:
    """What would become of each row; `repeated` ones say nothing that is not on file."""

    arriving: list[NewCounted] = field(default_factory=list)
    repeated: int = 0
    refused: int = 0
    with_new: int = 0
    remarks: list[Remark] = field(default_factory=list)


class Whose:
    """Finds people by reference, or by a number that the sender of a list issued."""

    def __init__(self, people: OnFile, senders: Iterable[str]) -> None:
        self._people, self._senders = people, tuple(senders)

    def find(self, row: DemandRow) -> Known | None:
        """Find whose a row is; nobody where its two numbers are of two people."""
        found = {
            one.id: one
            for said in filter(None, (row.reference, row.source_id))
            for one in self._called(said)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _called(self, said: str) -> Iterator[Known]:
        if (one := self._people.by_reference.get(said.upper())) is not None:
            yield one
        for sender in self._senders:
            if (one := self._people.by_number.get(number(sender, said))) is not None:
                yield one


def plan_demand(
    rows: Sequence[DemandRow], whose: Whose, standing: dict[Of, list[Standing]]
) -> DemandPlan:
    """Decide about every row.

    Args:
        rows: Of the list.
        whose: Finds people.
        standing: What this source counted already, those taken back too; grows by what arrives.
    """
    plan = DemandPlan()
    held = defaultdict(list, {key: list(some) for key, some in standing.items()})
    found = [(row, whose.find(row)) for row in rows]
    unsure = _said_two_ways(found)
    for row, person in found:
        _take(row, person, unsure, held, plan)
    return plan


def _said_two_ways(found: Iterable[tuple[DemandRow, Known | None]]) -> frozenset[SaidOf]:
    """Give what a list itself counts in two ways: which of them is right is nobody's guess."""
    said: defaultdict[SaidOf, set[int]] = defaultdict(set)
    known = ((row, person) for row, person in found if person is not None)
    for row, person in known:
        for measure, count in row.counts:
            said[person.id, measure, row.first, row.last].add(count)
    return frozenset(key for key, counts in said.items() if len(counts) > 1)


def _take(
    row: DemandRow,
    person: Known | None,
    unsure: frozenset[SaidOf],
    held: defaultdict[Of, list[Standing]],
    plan: DemandPlan,
) -> None:
    why = _not_counted(person, row)
    if why is not None or person is None:
        plan.remarks.append(Remark(row.sheet, row.row, why or RowRule.REFERENCE_UNKNOWN))
        plan.refused += 1
        return
    arrived = wrong = 0
    for measure, count in row.counts:
        of = person.id, measure
        is_unsure = (*of, row.first, row.last) in unsure
        rule = RowRule.COUNTED_TWICE if is_unsure else _refusal(row, measure, count, held[of])
        if rule is not None:
            plan.remarks.append(Remark(row.sheet, row.row, rule))
            wrong += 1
        elif not any(_is_same(row, count, one) for one in held[of]):
            held[of].append(Standing(row.first, row.last, count))
            plan.arriving.append(NewCounted(row, person.id, person.reference, measure, count))
            arrived += 1
    plan.with_new += bool(arrived)
    plan.refused += bool(wrong and not arrived)
    plan.repeated += not arrived and not wrong


def _not_counted(person: Known | None, row: DemandRow) -> RowRule | None:
    """Say why nothing of a row can be kept about somebody; nothing when it can."""
    if person is None:
        return RowRule.REFERENCE_UNKNOWN
    if person.has_died:
        return RowRule.PERSON_FROZEN
    return RowRule.BEFORE_BIRTH if is_before_birth(row.first, person.born_on) else None


def _refusal(
    row: DemandRow, measure: DemandMeasure, count: int, held: Iterable[Standing]
) -> RowRule | None:
    """Say why a count does not arrive; nothing when it does, or is on file."""
    if measure in IN_NIGHTS and count > (row.last - row.first).days + 1:
        return RowRule.COUNT_ODD
    given = list(held)
    if any(_is_same(row, count, one) and not one.was_taken_back for one in given):
        return None
    if any(_is_same(row, count, one) for one in given):
        return RowRule.COUNT_TAKEN_BACK
    over = [
        one
        for one in given
        if not one.was_taken_back and row.first <= one.last and one.first <= row.last
    ]
    if any((one.first, one.last) == (row.first, row.last) for one in over):
        return RowRule.COUNT_DIFFERS
    return RowRule.COUNT_OVERLAPS if over else None


def _is_same(row: DemandRow, count: int, one: Standing) -> bool:
    return (row.first, row.last, count) == (one.first, one.last, one.count)


def senders_of(source: str, names: Iterable[str]) -> tuple[str, ...]:
    """Give the names under which a sender may have issued numbers."""
    return tuple(dict.fromkeys(one for one in (source, *names) if one.strip()))
