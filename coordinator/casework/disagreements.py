"""What people disagree about, and settling it: nothing is ever chosen for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.sight import sight_of, sight_of_one
from coordinator.db.models import Professional
from coordinator.db.transaction import Reading
from coordinator.db.uniqueness import only_one
from coordinator.domain.errors import InvalidFieldsError, MissingRecordError, StaleRecordError
from coordinator.domain.history import Standing
from coordinator.domain.merging.changes import REMOVED, Change, RecordKey, Value, canonical
from coordinator.domain.merging.disagreements import Disagreement, disagreements_in
from coordinator.domain.merging.heads import by_record, heads
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right


@dataclass(frozen=True, slots=True)
class Against:
    """A field written by somebody who did not know of the removal, and what they wrote."""

    field: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class DisagreementRow:
    """One field with several current values.

    Attributes:
        person: Whose record it is; nothing for the panel's own.
        field: As the log names it; `*` for a removal that met what its author had not seen.
        revision: Of the record now; settling asks for it.
        values: Every current value with who wrote it and when, oldest first.
        against: For `*`, what stands against the removal.
    """

    person: UUID | None
    record: UUID
    kind: str
    field: str
    revision: int
    values: tuple[Standing, ...]
    against: tuple[Against, ...] = ()


@dataclass(frozen=True, slots=True)
class DisagreementsView:
    """All disagreements the sitter may see, those of one record together.

    `names` says who wrote what, by their ids.
    """

    rows: tuple[DisagreementRow, ...]
    names: Mapping[UUID, str] = field(repr=False)


def read_disagreements(desk: Desk, *, person_id: UUID | None = None) -> DisagreementsView:
    """List what waits to be settled, everywhere or about one person.

    Raises:
        NotPermittedError: The role may not settle.
    """
    with desk.read(Right.SETTLE) as look:
        listed = [
            one for one in look.history.disputed() if person_id is None or one.scope == person_id
        ]
        panel = look.info.panel_id
        sight = sight_of(desk, look, {one.scope for one in listed} - {panel})
        shown = [one for one in listed if one.scope == panel or sight.sees(one.scope)]
        standing = look.history.standing({one.record for one in shown})
        revisions = look.revisions({one.record: one.kind for one in shown})
        rows = tuple(row for found in standing.values() for row in _rows(found, panel, revisions))
        return DisagreementsView(rows, _names(look, rows))


def settle_disagreement(
    desk: Desk,
    record_id: UUID,
    name: str,
    value: Value,
    *,
    seen: int,
    reason: str = "",
) -> Done[None]:
    """Decide between the values that stand: the chosen one replaces them all.

    Args:
        desk: Where and by whom.
        record_id: Whose field it is.
        name: The field as listed; `*` for a removal.
        value: One of those listed; for `*` yes to let the record be gone, no to keep it.
        seen: The revision that was listed; what arrived since has to be looked at first.
        reason: In the words of whoever settles it.

    Raises:
        NotPermittedError, WithheldError: Not theirs to settle, or to see.
        MissingRecordError: No such record.
        StaleRecordError: The record changed since it was listed, or somebody settled it.
        InvalidFieldsError: The value is none of those that stand (`not-in-list`).
        DuplicateRecordError: The chosen value may stand only once and does elsewhere.
    """
    with only_one("settled", record_id), desk.act(Right.SETTLE) as tx:
        found = _disputed(tx, record_id, name, seen)
        scope = found.place.scope
        person = None if scope == tx.info.panel_id else scope
        sight_of_one(desk, tx, person)
        if canonical(value) not in _choices(found):
            raise InvalidFieldsError({name: "not-in-list"})
        record = tx.find(found.place.kind, record_id, seen=seen)
        tx.settle(record, name, value)
        tx.journal("disagreement.settled", record=record_id, scope=person, reason=reason)
    return Done(None, tx.changes)


def _disputed(look: Reading, record_id: UUID, name: str, seen: int) -> Disagreement:
    current = look.history.standing([record_id]).get(record_id, ())
    for one in _disagreements(current):
        if one.place.field == name:
            return one
    for change in current[:1]:
        found = look.find(change.kind, record_id).revision
        raise StaleRecordError(record=record_id, seen=seen, found=found)
    raise MissingRecordError(what="record", key=str(record_id))


def _disagreements(current: Sequence[Change]) -> Iterator[Disagreement]:
    for key, fields in by_record(heads(current)).items():
        yield from disagreements_in(RecordKey(*key), fields)


def _choices(found: Disagreement) -> set[str]:
    if found.place.field == REMOVED:
        return {"true", "false"}  # gone, or kept
    return {canonical(change.value) for change in found.current}


def _rows(
    current: Sequence[Change], panel: UUID, revisions: Mapping[UUID, int]
) -> Iterator[DisagreementRow]:
    for one in _disagreements(current):
        scope, record, kind, name = one.place
        yield DisagreementRow(
            person=None if scope == panel else scope,
            record=record,
            kind=kind,
            field=name,
            revision=revisions[record],
            values=tuple(_standing(change) for change in _oldest_first(one.current)),
            against=tuple(
                Against(change.field, _standing(change)) for change in _oldest_first(one.unseen)
            ),
        )


def _oldest_first(changes: Sequence[Change]) -> Sequence[Change]:
    return sorted(changes, key=lambda change: (change.made, change.install, change.number))


def _standing(change: Change) -> Standing:
    return Standing(change.value, change.author, change.made)


def _names(look: Reading, rows: Sequence[DisagreementRow]) -> dict[UUID, str]:
    told = [one for row in rows for one in (*row.values, *(it.standing for it in row.against))]
    people = look.get_many(Professional, [one.by for one in told])
    return {key: person.name for key, person in people.items()}
