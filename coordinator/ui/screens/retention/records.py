"""One record as the page shows it: what may be done with it, and the words for it. No Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from uuid import UUID

from coordinator.domain.people.rules import PersonName
from coordinator.domain.retention import (
    DisposalRow,
    Hold,
    PersonRetention,
    RetentionPage,
    Standing,
    Time,
)
from coordinator.domain.states import DisposalStatus
from coordinator.wording.names import NameParts, hidden_name


class Deed(Enum):
    """One thing that can be done with a record of the list."""

    ERASE = "erase"
    CONFIRM = "confirm"
    PROPOSE = "propose"
    SIGNED = "signed"
    HOLD = "hold"
    DECLINE = "decline"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Record:
    """A record on the page.

    Attributes:
        standing: Nothing while its time has long to run, or none runs.
        told: For one person's own page: how long it is kept, in a sentence.
    """

    person: UUID
    reference: str
    name: PersonName = field(repr=False)
    time: Time | None
    standing: Standing | None
    holds: tuple[Hold, ...] = ()
    disposal: DisposalRow | None = None
    has_died: bool = False
    told: str = ""

    @property
    def who(self) -> str:
        """Initials and reference."""
        name = self.name
        parts = NameParts(self.reference, name.given, name.family, name.preferred)
        return hidden_name(parts)


def records_of(page: RetentionPage) -> tuple[Record, ...]:
    """Give every record of the list, with the disposal that waits for it."""
    waiting = {one.reference: one for one in page.waiting}
    return tuple(
        Record(
            one.person,
            one.reference,
            one.name,
            one.time,
            one.standing,
            one.holds,
            waiting.get(one.reference),
            one.has_died,
        )
        for one in page.rows
    )


def record_of_one(page: RetentionPage, found: PersonRetention, person: UUID, told: str) -> Record:
    """Give the record of one person, whether its time is over or not."""
    known = next((one for one in records_of(page) if one.person == person), None)
    standing = known.standing if known else None
    return Record(
        person,
        found.reference,
        found.name,
        found.time,
        standing,
        found.holds,
        found.disposal,
        told=told,
    )


def deeds_of(record: Record, page: RetentionPage) -> tuple[Deed, ...]:
    """Tell what may be done with a record by whoever sits there, the likeliest first."""
    return tuple(_deeds(record, page))


def _deeds(record: Record, page: RetentionPage) -> Iterator[Deed]:
    status = record.disposal.status if record.disposal else None
    is_held = any(one.released_on is None for one in record.holds)
    if page.may_propose and not is_held:
        yield from _of_disposal(record, page, status)
    if page.may_propose:
        yield Deed.HOLD
        if status is not None:
            yield Deed.DECLINE
    yield Deed.PERSON


def _of_disposal(
    record: Record, page: RetentionPage, status: DisposalStatus | None
) -> Iterator[Deed]:
    if status is DisposalStatus.CONFIRMED:
        yield Deed.ERASE
    elif status is DisposalStatus.PROPOSED:
        mine = record.disposal is not None and record.disposal.proposed_by == page.me
        if page.may_confirm and not mine:
            yield Deed.CONFIRM
        yield Deed.SIGNED
    elif record.standing is Standing.OVER:
        yield Deed.PROPOSE


def is_any_proposed(records: Sequence[Record]) -> bool:
    """Whether there is something to print a list of."""
    return any(
        one.disposal is not None and one.disposal.status is DisposalStatus.PROPOSED
        for one in records
    )
