"""Who has what away from the panel, as pages show it: at the panel, and in an away store."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias
from uuid import UUID

from coordinator.domain.cell_faults import CellFault
from coordinator.domain.exchange.contacts import NOTHING_OLD, Renewals
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.merging.changes import ChangeId, Value
from coordinator.domain.need_to_know.sharing import ListedName


@dataclass(frozen=True, slots=True)
class AwayPerson:
    """Somebody who went along.

    Attributes:
        name: As a list may hold it.
        since: Since when they are away; nothing where the page does not say.
        changes: How many entries go, or were written and are not home yet.
        kept: How many entries and parts stay because they name somebody else.
        lacks: Whether their information basis is not complete, so that nothing goes or comes.
    """

    person: UUID
    reference: str
    name: ListedName = field(repr=False)
    since: datetime | None = None
    changes: int = 0
    kept: int = 0
    lacks: bool = False


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who was given people, by a pack or on a sheet.

    Attributes:
        contact: Their identity; of a sheet, who they are in the directory.
        people: Whom they have now.
        kind: What the newest pack for them was.
        number: Of the newest pack made for them, and when.
        came_back: When work that had seen this pack was taken over.
        brought: When anything of theirs was last taken over; `accepted` and `held` what it was.
    """

    contact: str
    name: str
    agency: str
    is_revoked: bool
    people: tuple[AwayPerson, ...]
    number: int
    sent: datetime
    due: date | None = None
    came_back: datetime | None = None
    brought: datetime | None = None
    accepted: int = 0
    held: int = 0
    kind: PackKind = PackKind.TAKE_AWAY

    def is_overdue(self, today: date) -> bool:
        """Whether it should have come back by now."""
        return self.due is not None and self.came_back is None and self.due < today

    @property
    def may_be_given_again(self) -> bool:
        """Whether a newer pack of their own people can be made for them."""
        return self.kind is PackKind.TAKE_AWAY and not self.is_revoked


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """One field that comes back: what stands, and what was written away."""

    person: UUID | None
    record: UUID
    kind: str
    column: str
    before: tuple[Value, ...] = field(repr=False)
    after: Value = field(repr=False)
    made: datetime
    disagrees: bool = False
    removes: bool = False
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class HeldLine:
    """One field of an entry that is kept aside."""

    id: ChangeId
    column: str
    value: Value = field(repr=False)
    reason: str
    made: datetime


@dataclass(frozen=True, slots=True)
class HeldEntry:
    """What of one record is kept aside or not home yet; its fields go together.

    Attributes:
        person: Whom it is about; nothing for the panel's own, or who is not on file.
        by: Who wrote it.
        may_take: Whether it can be taken over after all.
    """

    record: UUID
    kind: str
    person: UUID | None
    by: str
    lines: tuple[HeldLine, ...]
    may_take: bool = False

    @property
    def ids(self) -> tuple[ChangeId, ...]:
        """Its changes."""
        return tuple(one.id for one in self.lines)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What ids stand for.

    Attributes:
        said: By their 32 hexadecimal digits; people by reference.
        people: Everybody named, as a list may name them.
    """

    said: Mapping[str, str] = field(default_factory=dict, repr=False)
    people: Mapping[UUID, ListedName] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class AwayBeside:
    """What a person's own page says of work that went away and came back.

    Attributes:
        stayed: Whether something about them stayed with the panel: that is all that is said of it.
        held: What is kept aside about them, by the entry it belongs to.
    """

    stayed: bool = False
    held: tuple[HeldEntry, ...] = ()
    spoken: Spoken = field(default_factory=Spoken, repr=False)
    is_away: bool = False

    def held_of(self, record: UUID) -> tuple[HeldEntry, ...]:
        """Give what is kept aside of one entry."""
        return tuple(one for one in self.held if one.record == record)

    def held_besides(self, records: Collection[UUID]) -> tuple[HeldEntry, ...]:
        """Give what is kept aside of all other entries."""
        return tuple(one for one in self.held if one.record not in records)


@dataclass(frozen=True, slots=True)
class PanelAway:
    """What is away from a panel.

    Attributes:
        contacts: Whom something can be given to: identity, and words.
        meetings: Those to come, of which a copy can be made: which, what it is called, its day.
        disagreements: Entries that say two things and wait.
        renew: What has grown old.
    """

    holders: tuple[Holder, ...]
    held: tuple[HeldEntry, ...]
    spoken: Spoken
    contacts: tuple[tuple[str, str], ...]
    disagreements: int
    now: datetime
    renew: Renewals = NOTHING_OLD
    meetings: tuple[tuple[UUID, str, date], ...] = ()


@dataclass(frozen=True, slots=True)
class OwnAway:
    """What somebody took away, in a store of their own.

    Attributes:
        taken: When the newest pack was taken; nothing before the first.
        people: Theirs, with what was written and is not home yet.
        elsewhere: How many such changes are about the panel, or about nobody who is theirs still.
        handed: When something was last handed back.
        held: What the panel keeps aside.
        renew: What has grown old.
        kind: What the newest pack was.
        written: What was written and is not home yet, record by record, as it stands now.
    """

    panel: str
    taken: datetime | None
    due: date | None
    people: tuple[AwayPerson, ...]
    elsewhere: int
    handed: datetime | None
    held: tuple[HeldEntry, ...]
    spoken: Spoken
    now: datetime
    renew: Renewals = NOTHING_OLD
    kind: PackKind = PackKind.TAKE_AWAY
    written: tuple[HeldEntry, ...] = ()

    @property
    def changes(self) -> int:
        """How much is not home yet."""
        return self.elsewhere + sum(one.changes for one in self.people)


AwayPage: TypeAlias = PanelAway | OwnAway


@dataclass(frozen=True, slots=True)
class Going:
    """What a contact would be given now.

    Attributes:
        changes: All that goes, the panel's own lists among it.
        kind: What they are given; `meeting` which one, of a copy for a meeting.
        lendable: People of somebody they stand in for; `lent` are those of them they have now.
    """

    contact: str
    name: str
    people: tuple[AwayPerson, ...]
    changes: int
    lendable: tuple[AwayPerson, ...] = ()
    lent: frozenset[UUID] = frozenset()
    kind: PackKind = PackKind.TAKE_AWAY
    meeting: UUID | None = None

    @property
    def lacking(self) -> bool:
        """Whether somebody's information basis is not complete."""
        return any(one.lacks for one in self.people)


@dataclass(frozen=True, slots=True)
class SheetGoing:
    """What a lead professional would be given now on a sheet that is not sealed.

    Attributes:
        has_secure_email: Their agency has; how else it goes has to be said.
        lendable: People of somebody they stand in for; `lent` are those of them on it now.
    """

    professional: UUID
    name: str
    people: tuple[AwayPerson, ...]
    has_secure_email: bool = False
    lendable: tuple[AwayPerson, ...] = ()
    lent: frozenset[UUID] = frozenset()

    @property
    def lacking(self) -> bool:
        """Whether somebody's information basis is not complete."""
        return any(one.lacks for one in self.people)


@dataclass(frozen=True, slots=True)
class Return:
    """A hand-back that waits to be taken over or left.

    Attributes:
        is_revoked: Its sender was revoked since.
        is_late: A newer one was taken before.
        is_store_older: Its sender saw a newer pack of ours than the last this store knows of.
        forks: Numbers that two copies of the sender's store both gave: to changes, or else to
            the pack itself.
        accepted: How many of its changes would come in, a field written twice has two; `aside` how
            many would be kept aside, `known` how many are here already.
        unread: Pages of a sheet that are none of ours, and hold something.
        left: Cells of a sheet that cannot be taken as they are; the rest is.
    """

    sender: str
    sent: datetime
    is_revoked: bool
    is_late: bool
    is_store_older: bool
    forks: int
    accepted: int
    aside: int
    known: int
    rows: tuple[ReturnRow, ...]
    held: tuple[HeldEntry, ...]
    spoken: Spoken
    now: datetime
    unread: tuple[str, ...] = ()
    left: tuple[CellFault, ...] = ()

    @property
    def disagreements(self) -> int:
        """How many fields would say two things."""
        return sum(row.disagrees for row in self.rows)

    @property
    def entries(self) -> tuple[tuple[ReturnRow, ...], ...]:
        """The fields of each entry, entries of one person together, in the order given."""
        found: dict[object, dict[object, list[ReturnRow]]] = {}
        for row in self.rows:
            found.setdefault(row.person, {}).setdefault(row.record, []).append(row)
        return tuple(tuple(entry) for person in found.values() for entry in person.values())
