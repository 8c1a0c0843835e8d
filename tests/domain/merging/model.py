"""A panel and its professionals in memory: the reference that a real store is compared with.

The rules are asked through their modules, so that a test may put a wrong rule in their place.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from coordinator.domain.merging import disagreements as disagreeing
from coordinator.domain.merging import grants, receiving, saving
from coordinator.domain.merging import heads as current
from coordinator.domain.merging.changes import (
    REMOVED,
    Change,
    ChangeId,
    Place,
    RecordKey,
    Value,
    canonical,
)
from coordinator.domain.merging.disagreements import Disagreement
from coordinator.domain.merging.grants import Grant
from coordinator.domain.merging.receiving import HeldBack


class Shown(Protocol):
    """What a store shows of its log, and what is checked of any."""

    def changes(self) -> Collection[Change]:
        """Everything in the log."""

    def heads(self) -> Mapping[Place, Sequence[Change]]:
        """What nothing replaces."""

    def state(self) -> Mapping[RecordKey, Mapping[str, Sequence[Change]]]:
        """The records that stand, with the current changes of each field."""

    def disagreements(self) -> Sequence[Disagreement]:
        """What people are asked."""


class Log(Shown, Protocol):
    """What the machine needs of a store; a second implementation is plugged in by these names."""

    def add(self, changes: Iterable[Change]) -> None:
        """Bring changes in, in any order; one that is there already changes nothing."""

    def set(
        self, key: RecordKey, field: str, value: Value, *, made: datetime, settle: bool = False
    ) -> Change | None:
        """Write one field as a form does; nothing when the value is the one the form showed."""

    def forget(self, ids: Collection[ChangeId]) -> None:
        """Delete changes for good."""


class MemoryLog:
    """The reference: a set of changes, and the rules asked afresh each time."""

    def __init__(self, author: UUID, install: UUID) -> None:
        self._author, self._install = author, install
        self._changes: dict[ChangeId, Change] = {}
        self._number = 0

    def add(self, changes: Iterable[Change]) -> None:
        for change in changes:
            self._changes.setdefault(change.id, change)

    def changes(self) -> tuple[Change, ...]:
        return tuple(self._changes.values())

    def heads(self) -> Mapping[Place, Sequence[Change]]:
        return current.heads(self._changes.values())

    def state(self) -> Mapping[RecordKey, Mapping[str, Sequence[Change]]]:
        return current.state(self._changes.values())

    def disagreements(self) -> Sequence[Disagreement]:
        return disagreeing.disagreements(self._changes.values())

    def set(
        self, key: RecordKey, field: str, value: Value, *, made: datetime, settle: bool = False
    ) -> Change | None:
        fields = current.by_record(self.heads()).get(key, {})
        found = fields.get(field, ())
        if not settle and field != REMOVED and found and _same(found[0].value, value):
            return None
        self._number += 1
        change = Change(
            *key,
            field=field,
            value=value,
            author=self._author,
            install=self._install,
            number=self._number,
            made=made,
            act=UUID(int=self._number),
            salt=hashlib.sha256(f"{self._install} {self._number}".encode()).digest()[:16],
            replaces=_replaces(fields, field, value, settle=settle),
        )
        self.add([change])
        return change

    def forget(self, ids: Collection[ChangeId]) -> None:
        for gone in ids:
            self._changes.pop(gone, None)


def _same(one: Value, two: Value) -> bool:
    return canonical(one) == canonical(two)


def _replaces(
    fields: Mapping[str, tuple[Change, ...]], field: str, value: Value, *, settle: bool
) -> tuple[ChangeId, ...]:
    if field == REMOVED:
        return (
            saving.replaced_by_removal(fields) if value else saving.replaced_by_restoring(fields)
        )
    found = fields.get(field, ())
    if settle or not found:
        return saving.replaced_by_settling(found)
    return saving.replaced_by_save(found, found[0].value)  # a form shows one, here the first


@dataclass(frozen=True)
class Pack:
    """What the panel gives a professional to take away."""

    to: UUID
    number: int
    grant: Grant
    changes: tuple[Change, ...]
    confirmed: frozenset[ChangeId]


@dataclass(frozen=True)
class HandBack:
    """What a professional hands back: everything of their own, every time."""

    sender: UUID
    changes: tuple[Change, ...]


class Home(Protocol):
    """Where everything comes home: a log, and what was kept aside."""

    @property
    def log(self) -> Shown:
        """What was taken over."""

    @property
    def held(self) -> Collection[ChangeId]:
        """The ids of what was not."""


class Hub:
    """The panel's own store."""

    def __init__(self, log: Log, home_of: Callable[[UUID], RecordKey | None]) -> None:
        self.log, self._home_of = log, home_of
        self.held: dict[ChangeId, HeldBack] = {}
        self._packs = 0

    def receive(self, pack: HandBack, grant: Grant) -> None:
        sorted_out = receiving.receive(pack.sender, pack.changes, grant, self._home_of)
        self.log.add(sorted_out.accepted)
        for held in sorted_out.held:
            self.held.setdefault(held.change.id, held)

    def pack_for(self, author: UUID, grant: Grant) -> Pack:
        self._packs += 1
        known = [*self.log.changes(), *(held.change for held in self.held.values())]
        return Pack(
            author,
            self._packs,
            grant,
            grants.carried(self.log.changes(), grant),
            frozenset(change.id for change in known if change.author == author),
        )


class Desk:
    """The install of one lead professional; one professional may have several."""

    def __init__(self, author: UUID, log: Log, grant: Grant) -> None:
        self.author, self.log, self.grant = author, log, grant
        self.newest = 0

    def take(self, pack: Pack) -> None:
        if pack.number > self.newest:  # a late pack brings changes, never an older grant
            self.newest, self.grant = pack.number, pack.grant
        self.log.add(grants.carried(pack.changes, self.grant))
        gone = grants.to_forget(self.log.changes(), self.grant, self.author, pack.confirmed)
        self.log.forget(gone)

    def hand_back(self) -> HandBack:
        own = (change for change in self.log.changes() if change.author == self.author)
        return HandBack(self.author, tuple(own))
