"""Counts in tables, and how a whole set of them may leave the panel."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from coordinator.domain.lists.reports import FigureTable
from coordinator.domain.small_numbers import Told
from coordinator.domain.telling_together import Sum, tell_together

Key = tuple[FigureTable, str]
"""One count: its table and the value its line is of."""


@dataclass(frozen=True, slots=True)
class Counts:
    """One table: a line for each value of a list, in the order they are read.

    Attributes:
        lines: What each line is of, and its count.
        of_people: Whether people are counted: then what is small is hidden when it leaves.
        makes: The count of another table that these lines add up to, where they do.
    """

    table: FigureTable
    lines: tuple[tuple[StrEnum, int], ...]
    of_people: bool = True
    makes: Key | None = None

    def __getitem__(self, line: StrEnum) -> int:
        """Give the count of a line; nought where there is no such line."""
        return dict(self.lines).get(line, 0)

    def keys(self) -> tuple[Key, ...]:
        """Name its counts."""
        return tuple((self.table, line.value) for line, _count in self.lines)


def tell(tables: Iterable[Counts], sums: Iterable[Sum[Key]] = ()) -> Mapping[Key, Told]:
    """Give every count as it may leave the panel beside all the others.

    Args:
        tables: Those that are told in one paper: a table left out gives nothing away.
        sums: How counts of people make one another, besides what `Counts.makes` says.
    """
    kept = tuple(tables)
    people = {
        (one.table, line.value): count
        for one in kept
        if one.of_people
        for line, count in one.lines
    }
    made = [Sum(one.makes, one.keys()) for one in kept if one.makes is not None and one.of_people]
    known = [one for one in (*sums, *made) if all(name in people for name, _s in one.members())]
    others = {
        (one.table, line.value): count
        for one in kept
        if not one.of_people
        for line, count in one.lines
    }
    return others | tell_together(people, known)
