"""What a hand-back would change, shown before it is applied."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from coordinator.domain.cell_faults import CellFault
from coordinator.domain.exchange.parcels import Envelope
from coordinator.domain.merging.changes import Change, Place, Value, canonical
from coordinator.domain.merging.heads import Heads, heads, removes
from coordinator.domain.merging.receiving import HeldBack, HoldReason
from coordinator.domain.need_to_know.sharing import ListedName


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One field as it stands, and as it would stand.

    Attributes:
        before: Every value that stands; none where there is none.
        after: What was written away.
        disagrees: Whether both would stand: neither side had seen the other's.
        removes: Whether it takes the whole entry away.
        is_new: Whether the entry began away.
    """

    place: Place
    before: tuple[Value, ...] = field(repr=False)
    after: Value = field(repr=False)
    made: datetime
    disagrees: bool
    removes: bool = False
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class HandBackReview:
    """A hand-back as it would be applied now.

    Attributes:
        rows: By person, then as it was written.
        names: Everybody the rows are about, as a list may name them.
        accepted: How many of its changes would come in; a field written twice has two.
        held: What would be kept aside, and why.
        known: How many of its changes are here already.
        is_late: It is older than one that was taken before; it is merged all the same.
        is_store_older: Its sender saw a newer pack of ours than the last we know of: our store
            was brought back from an older backup.
        forks: Numbers two copies of one store both gave: to changes, or else to the pack itself.
        unread: Pages of a sheet that are none of ours, and hold something.
        left: Cells of a sheet that cannot be taken as they are, where the rest is.
    """

    envelope: Envelope
    sender: str
    professional: UUID
    rows: tuple[ReviewRow, ...]
    names: Mapping[UUID, ListedName]
    accepted: int
    held: tuple[HeldBack, ...]
    known: int
    is_late: bool
    is_store_older: bool
    forks: int
    unread: tuple[str, ...] = ()
    left: tuple[CellFault, ...] = ()

    @property
    def disagreements(self) -> int:
        """How many fields people will have to settle."""
        return sum(row.disagrees for row in self.rows)

    @property
    def held_by_reason(self) -> Mapping[HoldReason, int]:
        """How much is kept aside for which reason."""
        return Counter(one.reason for one in self.held)


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of a hand-back: what its review counted, counted alike."""

    accepted: int
    held: int
    known: int
    disagreements: int
    is_late: bool = False
    forks: int = 0
    left: tuple[CellFault, ...] = ()


def review_rows(standing: Sequence[Change], accepted: Sequence[Change]) -> tuple[ReviewRow, ...]:
    """Hold what comes against what stands.

    Args:
        standing: The current changes of the records concerned.
        accepted: What would be brought in.
    """
    before, after = heads(standing), heads([*standing, *accepted])
    known = {one.record for one in standing}
    mine = {one.id for one in accepted}
    rows = [
        _row(place, before, current, known, mine)
        for place, current in after.items()
        if any(one.id in mine for one in current)
    ]
    return tuple(sorted(rows, key=_order))


def count_disagreements(standing: Sequence[Change], accepted: Sequence[Change]) -> int:
    """Say how many of the rows of a review disagree."""
    mine = {one.id for one in accepted}
    after = heads([*standing, *accepted]).values()
    return sum(_disagree(some) for some in after if any(one.id in mine for one in some))


def _order(row: ReviewRow) -> tuple[int, datetime, int, str, str]:
    place = row.place  # ids as the numbers they are: to compare those takes a tenth of the time
    return place.scope.int, row.made, place.record.int, place.kind, place.field


def _disagree(current: Sequence[Change]) -> bool:
    return len(current) > 1 and len({canonical(one.value) for one in current}) > 1


def _row(
    place: Place, before: Heads, current: Sequence[Change], known: set[UUID], mine: set[bytes]
) -> ReviewRow:
    written = next(one for one in current if one.id in mine)
    return ReviewRow(
        place=place,
        before=tuple(one.value for one in before.get(place, ())),
        after=written.value,
        made=written.made,
        disagrees=_disagree(current),
        removes=removes(written),
        is_new=place.record not in known,
    )
