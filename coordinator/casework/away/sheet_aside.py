"""What a lead is told on their next sheet: what of theirs was kept aside, and what became of it.

Who has no store of their own hears of it nowhere else. Of somebody who is not on the sheet it is
said that there is something, not whom it is about.
"""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from coordinator.casework.away.sending import ACCEPTED
from coordinator.casework.away.taking import change_of
from coordinator.db.transaction import Reading
from coordinator.domain.exchange.update_sheets import Aside
from coordinator.domain.merging.receiving import HoldReason


@dataclass(frozen=True, slots=True)
class SheetAside:
    """Something of one record that was kept aside; no person where they are not on the sheet."""

    person: UUID | None
    kind: str
    fields: tuple[str, ...]
    reason: HoldReason
    became: Aside


def aside_of(look: Reading, sender: UUID, people: Collection[UUID]) -> tuple[SheetAside, ...]:
    """List what of somebody's waits aside, and what was settled since they heard of it last.

    Args:
        look: The whole store.
        sender: Who wrote it.
        people: Who is on the sheet.
    """
    records: dict[tuple[object, ...], list[str]] = {}
    for one in look.away.held(sender):
        if one.settled_at is not None and one.told_in is not None:
            continue
        change = change_of(one.body) if one.body else None
        became = _became(one.settled_how)
        if change is None or change.scope not in people:
            record = one.id if change is None else change.record
            records.setdefault((None, record, "", one.reason, became), [])
            continue
        key = (change.scope, change.record, change.kind, one.reason, became)
        records.setdefault(key, []).append(change.field)
    return tuple(
        SheetAside(
            person=person if isinstance(person, UUID) else None,
            kind=str(kind),
            fields=tuple(fields),
            reason=HoldReason(str(reason)),
            became=Aside(str(became)),
        )
        for (person, _record, kind, reason, became), fields in records.items()
    )


def _became(settled: str) -> Aside:
    if not settled:
        return Aside.WAITS
    return Aside.TAKEN if settled == ACCEPTED else Aside.LEFT
