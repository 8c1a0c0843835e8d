"""A word of its own for each part of an entry that can be held back alone."""

import json
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.db.models import AgendaItem, FieldGuard, Meeting, Person, Record
from coordinator.db.types import Words
from coordinator.domain.need_to_know.field_guards import GUARDABLE
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Sensitivity


def planted_parts(tx: Any, person: UUID) -> dict[Part, str]:
    """Write these words about one person and at their meetings, and give them."""
    words: dict[Part, str] = {}
    for kind in GUARDABLE:
        for entry in _entries_of(tx, kind, person):
            for name in GUARDABLE[kind]:
                if isinstance(type(entry).__table__.c[name].type, Words):
                    word = f"zp{len(words):04d}w"
                    kept = json.dumps({"no-move": word}) if name == "closing_prompts" else word
                    setattr(entry, name, kept)
                    words[Part(kind, entry.id, name)] = word
    return words


def _entries_of(tx: Any, kind: RecordKind, person: UUID) -> list[Any]:
    if kind is RecordKind.PERSON:
        return [tx.get(Person, person)]
    if kind is RecordKind.MEETING:
        held = {one.meeting_id for one in tx.people.about(AgendaItem, [person])}
        return [tx.get(Meeting, one) for one in sorted(held)]
    mappers = Record.registry.mappers
    (model,) = [one.class_ for one in mappers if getattr(one.class_, "kind", None) is kind]
    return list(tx.people.about(model, [person]))


def guard_of(desk: Desk, person: UUID, part: Part) -> FieldGuard:
    return FieldGuard(
        id=desk.new_id(),
        person_id=None if part.kind is RecordKind.MEETING else person,
        entry_kind=part.kind,
        entry_id=part.entry,
        field=part.field,
        level=Sensitivity.STANDARD,
    )
