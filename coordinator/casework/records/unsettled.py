"""What of some entries says two things: one reading, for every page and paper that shows them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from coordinator.casework.records.history import id_in
from coordinator.db.logging_rules import logged_fields
from coordinator.db.merging import models_by_kind
from coordinator.db.models import Agency, Goal, Meeting, Professional
from coordinator.db.transaction import Reading
from coordinator.domain.merging.changes import (
    REMOVED,
    RESTRICTED,
    ROW,
    Change,
    RecordKey,
    Value,
    canonical,
    scalars_in,
)
from coordinator.domain.merging.disagreements import Disagreement, disagreements_in
from coordinator.domain.merging.heads import by_record, heads
from coordinator.domain.merging.unsettled import OneSays, Unsettled
from coordinator.domain.states import Sensitivity

_SENSITIVITY = "sensitivity"
Marks = Mapping[UUID, tuple[Unsettled, ...]]
"""What says two things, by the entry; entries that say one thing are not in it."""


def unsettled_of(look: Reading, records: Iterable[UUID]) -> Marks:
    """Give what of these entries says two things, as far as the readers of the look may have it.

    Args:
        look: Narrowed to them.
        records: Entries they were found to see.
    """
    wanted = set(records)
    listed = {one.record for one in look.history.disputed() if one.record in wanted}
    if not listed:
        return {}
    found: dict[UUID, tuple[Unsettled, ...]] = {}
    for record, current in look.history.standing(listed).items():
        if marks := tuple(_marks(look, current)):
            found[record] = marks
    return found


def those_of(marks: Marks, records: Iterable[UUID | None]) -> tuple[Unsettled, ...]:
    """Give what of some of the entries says two things, in their order."""
    return tuple(mark for one in records if one for mark in marks.get(one, ()))


def _marks(look: Reading, current: Sequence[Change]) -> Iterator[Unsettled]:
    for key, fields in by_record(heads(current)).items():
        levels = _levels(fields)
        may_have_all = all(map(look.may_have, levels))
        for one in disagreements_in(RecordKey(*key), fields):
            columns = logged_fields(models_by_kind()[key.kind])[one.place.field]
            if _is_kept(look, key.record, columns):
                continue  # that there is a text is no news to them
            if not may_have_all and _SENSITIVITY in columns:
                continue
            few = levels != {Sensitivity.STANDARD} or not _is_for_all(look, key.record, columns)
            yield _mark(look, one, columns, few=few and may_have_all, told=may_have_all)


def _levels(fields: Mapping[str, Sequence[Change]]) -> set[Sensitivity]:
    """Give how far an entry may travel, in the words of everybody who says so."""
    said = [one.value for one in fields.get(_SENSITIVITY, ())]
    rows = (one.value for one in fields.get(ROW, ()))
    said += [row.get(_SENSITIVITY) for row in rows if isinstance(row, Mapping)]
    return {Sensitivity(str(one)) for one in said if one is not None} or {Sensitivity.STANDARD}


def _is_kept(look: Reading, record: UUID, columns: Collection[str]) -> bool:
    if RESTRICTED in columns and not look.may_have(Sensitivity.RESTRICTED):
        return True
    return not look.kept.get(record, frozenset()).isdisjoint(columns)


def _is_for_all(look: Reading, record: UUID, columns: Collection[str]) -> bool:
    return RESTRICTED not in columns and look.guarded(record).keys().isdisjoint(columns)


def _mark(
    look: Reading, one: Disagreement, columns: Sequence[str], *, few: bool, told: bool
) -> Unsettled:
    _scope, record, kind, name = one.place
    if name == REMOVED:
        return Unsettled(record, kind, name, is_for_few=few)
    differ = tuple(name for name in columns if _differs(name, one.current))
    mark = Unsettled(record, kind, name, differ, is_for_few=few)
    return _told(look, mark, _each_once(one.current)) if told else mark


def _told(look: Reading, mark: Unsettled, current: Sequence[Change]) -> Unsettled:
    """Add what each says; nothing where a value stands for what the readers are not told."""
    values = [_only(one.value, mark.columns) for one in current]
    ids = {key for value in values for part in scalars_in(value) if (key := id_in(part))}
    goals = look.get_many(Goal, sorted(ids))
    names = _names(look, ids, goals.values())
    if {key.hex for key in ids} - names.keys():
        return mark
    few = mark.is_for_few or any(g.sensitivity is not Sensitivity.STANDARD for g in goals.values())
    agencies = _agencies(look, {one.author for one in current})
    says = tuple(
        OneSays(value, agencies.get(one.author, ""), one.made.date())
        for value, one in zip(values, current, strict=True)
    )
    return replace(mark, says=says, names=names, is_for_few=few)


def _names(look: Reading, ids: Collection[UUID], goals: Iterable[Goal]) -> dict[str, str]:
    """Name workers, agencies, meetings and those goals the readers may have; nobody else."""
    wanted = sorted(ids)
    named = {one.id: one.name for one in look.get_many(Professional, wanted).values()}
    named |= {one.id: one.name for one in look.get_many(Agency, wanted).values()}
    named |= {one.id: one.reference for one in look.get_many(Meeting, wanted).values()}
    named |= {one.id: one.own_words or one.panel_words for one in goals}
    return {key.hex: name for key, name in named.items()}


def _agencies(look: Reading, authors: Collection[UUID]) -> dict[UUID, str]:
    posts = look.get_many(Professional, sorted(authors))
    agencies = look.get_many(Agency, sorted({one.agency_id for one in posts.values()}))
    names = {key: one.name for key, one in agencies.items()}
    return {key: names.get(one.agency_id, "") for key, one in posts.items()}


def _only(value: Value, columns: Sequence[str]) -> Value:
    """Give of fields that are said together those that differ."""
    if not isinstance(value, Mapping):
        return value
    return {name: value[name] for name in columns if name in value}


def _differs(column: str, current: Iterable[Change]) -> bool:
    return len({canonical(_part(one.value, column)) for one in current}) > 1


def _part(value: Value, column: str) -> Value:
    return value.get(column) if isinstance(value, Mapping) else value


def _each_once(current: Iterable[Change]) -> list[Change]:
    """Give the first who says each thing, oldest first: who says the same has nothing to add."""
    found: dict[str, Change] = {}
    for one in sorted(current, key=lambda change: (change.made, change.install, change.number)):
        found.setdefault(canonical(one.value), one)
    return list(found.values())
