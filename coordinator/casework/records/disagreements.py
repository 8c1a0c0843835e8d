"""What people disagree about, and settling it: nothing is ever chosen for them."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import listed_names
from coordinator.casework.need_to_know.sight import sight_of, sight_of_one
from coordinator.casework.records.history import id_in, names_of
from coordinator.db.logging_rules import is_plain_text
from coordinator.db.merging import models_by_kind
from coordinator.db.models import Person, Professional
from coordinator.db.transaction import Reading
from coordinator.db.types import tidy
from coordinator.db.uniqueness import only_one
from coordinator.domain.errors import InvalidFieldsError, MissingRecordError, StaleRecordError
from coordinator.domain.merging.changes import (
    REMOVED,
    Change,
    RecordKey,
    Value,
    canonical,
    scalars_in,
)
from coordinator.domain.merging.disagreements import Disagreement, disagreements_in
from coordinator.domain.merging.heads import by_record, heads
from coordinator.domain.need_to_know.sharing import ListedName
from coordinator.domain.outcomes import Done
from coordinator.domain.records.history import Standing
from coordinator.domain.records.settling import Against, DisagreementRow, DisagreementsView
from coordinator.domain.roles import Right
from coordinator.domain.texts import is_blank


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
        return DisagreementsView(rows, _names(look, rows), _said(look, rows), _people(look, rows))


def settle_disagreement(
    desk: Desk,
    record_id: UUID,
    name: str,
    value: Value,
    *,
    seen: int,
    reason: str = "",
    anew: bool = False,
) -> Done[None]:
    """Decide between the values that stand: the chosen one replaces them all.

    Args:
        desk: Where and by whom.
        record_id: Whose field it is.
        name: The field as listed; `*` for a removal.
        value: One of those listed; for `*` yes to let the record be gone, no to keep it.
        seen: The revision that was listed; what arrived since has to be looked at first.
        reason: In the words of whoever settles it.
        anew: The value is none of those but what they should have said; a plain text only.

    Raises:
        NotPermittedError, WithheldError: Not theirs to settle, or to see.
        MissingRecordError: No such record.
        StaleRecordError: The record changed since it was listed, or somebody settled it.
        InvalidFieldsError: The value is none of those that stand (`not-in-list`), or nothing was
            written anew (`required`).
        DuplicateRecordError: The chosen value may stand only once and does elsewhere.
    """
    with only_one("settled", record_id), desk.act(Right.SETTLE) as tx:
        found = _disputed(tx, record_id, name, seen)
        scope = found.place.scope
        person = None if scope == tx.info.panel_id else scope
        sight_of_one(desk, tx, person)
        value = _checked(found, value, anew=anew)
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


def _checked(found: Disagreement, value: Value, *, anew: bool) -> Value:
    """Give the value as it is kept; one of those that stand, or a text written anew."""
    kind, name = found.place.kind, found.place.field
    if canonical(value) in _choices(found):
        return value
    if not (anew and isinstance(value, str) and is_plain_text(models_by_kind()[kind], name)):
        raise InvalidFieldsError({name: "not-in-list"})
    if is_blank(value):
        raise InvalidFieldsError({name: "required"})
    return tidy(value.strip())


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
            is_text=is_plain_text(models_by_kind()[kind], name),
        )


def _oldest_first(changes: Sequence[Change]) -> Sequence[Change]:
    return sorted(changes, key=lambda change: (change.made, change.install, change.number))


def _standing(change: Change) -> Standing:
    return Standing(change.value, change.author, change.made)


def _names(look: Reading, rows: Sequence[DisagreementRow]) -> dict[UUID, str]:
    told = [one for row in rows for one in (*row.values, *(it.standing for it in row.against))]
    people = look.get_many(Professional, [one.by for one in told])
    return {key: person.name for key, person in people.items()}


def _said(look: Reading, rows: Sequence[DisagreementRow]) -> dict[str, str]:
    """Name what the values and the records of the rows are."""
    told = [one for row in rows for one in (*row.values, *(it.standing for it in row.against))]
    ids = {key for one in told for part in scalars_in(one.value) if (key := id_in(part))}
    about = {key for row in rows for key in (row.record, row.person) if key is not None}
    return names_of(look, ids | about)


def _people(look: Reading, rows: Sequence[DisagreementRow]) -> dict[UUID, ListedName]:
    about = {row.person for row in rows if row.person is not None}
    return listed_names(look, look.get_many(Person, sorted(about)).values())
