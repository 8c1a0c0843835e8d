"""What happened to records, told from their changes: who, when, which field, from what to what.

What a reader may not have is told as a move without its values: that something was changed stays
visible, what it says does not.
"""

import dataclasses
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias
from uuid import UUID

from coordinator.domain.merging.changes import REMOVED, ROW, Change, ChangeId, RecordKey, Value
from coordinator.domain.merging.disagreements import disagreements_in

Withheld: TypeAlias = Callable[[Change], bool]
"""Whether a reader may not have the values of a change."""
Untold: TypeAlias = Callable[[Change], Collection[str]]
"""Which columns of a change a reader is not even told were changed."""


def all_told(_change: Change) -> Collection[str]:
    """Leave no column out."""
    return ()


_NOT_TOLD = frozenset({"content", "restricted_content"})
"""Whole versions of a plan; they are read as such, never as a line of history."""


@dataclass(frozen=True, slots=True)
class Move:
    """One field that was given a value.

    Attributes:
        field: A column's name; `*` for a removal.
        before: What it replaced, each different value once: nothing when nobody had said
            anything, several when a disagreement was settled.
        after: As logged: text, number, yes/no, nothing, or a list.
        is_withheld: Both are left out, because the reader may not have them.
    """

    record: UUID
    kind: str
    field: str
    before: tuple[Value, ...] = dataclasses.field(default=(), repr=False)
    after: Value = dataclasses.field(default=None, repr=False)
    is_withheld: bool = False


@dataclass(frozen=True, slots=True)
class ActFacts:
    """What the journal says about an act."""

    name: str
    reason: str = dataclasses.field(default="", repr=False)
    record: UUID | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """One act, with what it changed.

    Attributes:
        act: Its permanent name (`case.opened`); empty for one done elsewhere and brought in.
        reason: In the words of whoever did it.
    """

    id: UUID
    at: datetime
    by: UUID
    act: str
    reason: str = dataclasses.field(repr=False)
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """One of several current values of a field: people have not settled it yet."""

    value: Value = dataclasses.field(repr=False)
    by: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class Dispute:
    """A field with several current values, oldest first; none are shown where withheld."""

    record: UUID
    kind: str
    field: str
    values: tuple[Standing, ...]
    is_withheld: bool = False


@dataclass(frozen=True, slots=True)
class HistoryView:
    """What happened, newest first.

    Attributes:
        names: Whom and what the ids in it stand for, by their 32 hexadecimal digits.
        before: Where the next, older page begins; nothing at the beginning of it all.
    """

    happenings: tuple[Happening, ...]
    disputes: tuple[Dispute, ...]
    names: Mapping[str, str] = dataclasses.field(repr=False)
    before: tuple[datetime, int, UUID] | None = None


def happenings(
    changes: Iterable[Change],
    *,
    known: Mapping[ChangeId, Change],
    acts: Mapping[UUID, ActFacts],
    withheld: Withheld,
    hidden: Collection[UUID] = (),
    untold: Untold = all_told,
) -> tuple[Happening, ...]:
    """Tell changes as what happened, newest first; the fields of one act in their order.

    Args:
        changes: What is told.
        known: What they replace, by id, as far as it is on file.
        acts: The journal's entries.
        withheld: Asked about every change.
        hidden: Records whose reasons are not told either.
        untold: What is left out without a sign; an act that changed nothing else did not happen.
    """
    gathered: dict[UUID, list[Change]] = {}
    for change in sorted(changes, key=_order):
        gathered.setdefault(change.act, []).append(change)
    places = _places(gathered.values())
    newest = sorted(gathered.values(), key=lambda some: places[some[0].act], reverse=True)
    limits = _Limits(withheld, untold, hidden)
    told = (_happening(some, known, acts, limits) for some in newest)
    return tuple(one for one in told if one is not None)


@dataclass(frozen=True, slots=True)
class _Limits:
    """What a reader of happenings does not get."""

    withheld: Withheld
    untold: Untold
    hidden: Collection[UUID]


def _happening(
    changes: Sequence[Change],
    known: Mapping[ChangeId, Change],
    acts: Mapping[UUID, ActFacts],
    limits: _Limits,
) -> Happening | None:
    first = changes[0]
    facts = acts.get(first.act, ActFacts(""))
    every = [move for one in changes for move in _moves(one, known, limits.withheld)]
    untold = {one.record: limits.untold(one) for one in changes}
    moves = tuple(move for move in every if move.field not in untold[move.record])
    if every and not moves:
        return None
    is_hidden = facts.record in limits.hidden or len(moves) < len(every)
    is_hidden = is_hidden or any(move.is_withheld for move in moves)
    return Happening(
        id=first.act,
        at=first.made,
        by=first.author,
        act=facts.name,
        reason="" if is_hidden else facts.reason,
        moves=moves,
    )


def _moves(change: Change, known: Mapping[ChangeId, Change], withheld: Withheld) -> Iterator[Move]:
    olds = [known[key].value for key in change.replaces if key in known]
    if change.field == REMOVED:
        olds = []
    for name in _columns(change.field, change.value, olds):
        if name in _NOT_TOLD:
            continue
        before, after = _distinct(_part(old, name) for old in olds), _part(change.value, name)
        if before == (after,):
            continue
        if withheld(change):
            yield Move(change.record, change.kind, name, is_withheld=True)
        else:
            yield Move(change.record, change.kind, name, before, after)


def _columns(name: str, value: Value, olds: Sequence[Value]) -> list[str]:
    """Name the columns of a change: one, or those that move together, or a whole row."""
    if not isinstance(value, Mapping):
        return [name]
    if name == ROW or not olds:
        return [column for column, said in value.items() if said not in (None, "", [])]
    return list(value)


def _part(value: Value, name: str) -> Any:
    return value.get(name) if isinstance(value, Mapping) else value


def _distinct(values: Iterable[Any]) -> tuple[Any, ...]:
    found: list[Any] = []
    for value in values:
        if value not in found:
            found.append(value)
    return tuple(found)


def disputes(
    key: RecordKey,
    fields: Mapping[str, Sequence[Change]],
    withheld: Withheld,
    untold: Untold = all_told,
) -> tuple[Dispute, ...]:
    """Tell the fields of one record that have several current values."""
    return tuple(
        _dispute(one.place.field, one.current, withheld)
        for one in disagreements_in(key, fields)
        if not any(_is_untold(change, untold) for change in one.current)
    )


def _is_untold(change: Change, untold: Untold) -> bool:
    return not {*_columns(change.field, change.value, ())}.isdisjoint(untold(change))


def _dispute(name: str, current: Sequence[Change], withheld: Withheld) -> Dispute:
    first = current[0]
    if any(withheld(change) for change in current):
        return Dispute(first.record, first.kind, name, (), is_withheld=True)
    told = sorted(current, key=_order)
    values = tuple(Standing(change.value, change.author, change.made) for change in told)
    return Dispute(first.record, first.kind, name, values)


def _places(acts: Iterable[Sequence[Change]]) -> dict[UUID, tuple[datetime, int, UUID]]:
    """Say where each act stands among the others, from its changes in order.

    What one computer did stands in the order in which it was done: a clock that was set back
    between two acts does not put the second before the first.
    """
    places: dict[UUID, tuple[datetime, int, UUID]] = {}
    latest: dict[UUID, datetime] = {}
    for first in sorted((changes[0] for changes in acts), key=lambda change: change.number):
        at = max(first.made, latest.get(first.install, first.made))
        latest[first.install] = at
        places[first.act] = (at, first.number, first.act)
    return places


def _order(change: Change) -> tuple[datetime, UUID, int]:
    return (change.made, change.install, change.number)
