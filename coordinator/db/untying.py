"""What others hold of somebody who goes: a tie is emptied, and its history is written anew.

A change cannot be altered, its id is the hash of what it says. Those that name what goes are
dropped, and where one of them was what stood, another one without the name is written.
"""

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import Text, cast, select
from sqlalchemy.orm import Session

from coordinator.db.appending import next_number
from coordinator.db.changelog import Authorship
from coordinator.db.logging_rules import logged_fields
from coordinator.db.merging import current_of, models_by_kind
from coordinator.db.models import (
    ChangeRow,
    Disclosure,
    DisclosureEnd,
    FieldName,
    Record,
    Relationship,
)
from coordinator.db.repositories.pieces import in_pieces
from coordinator.db.types import Json
from coordinator.db.whose import Gone, papers_about, references
from coordinator.domain.disclosing.log import NOT_MADE
from coordinator.domain.merging.changes import Change, ChangeId, Value

_ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}(?![0-9a-f])")
_UNSAID = ("subject", "what", "reason", "proportionality")
_UNSAID_AT_END = ("by", "note")
Place = tuple[UUID, str]
"""A record and one of its fields."""


@dataclass(frozen=True, slots=True)
class Ties:
    """What names something that goes, in what stays.

    Attributes:
        tainted: Key and id of each change that does.
        places: The fields those changes set.
        stripped: Disclosures about the person and their ends, with the kind of each: all that was
            ever said of each goes.
    """

    tainted: Mapping[int, ChangeId]
    places: frozenset[Place]
    stripped: Mapping[UUID, type[Record]]


def ids_in(value: object) -> frozenset[UUID]:
    """Give every id that stands in a value, however it is written."""
    told = value if isinstance(value, str) else json.dumps(value)
    return frozenset(UUID(found) for found in _ID.findall(told.lower()))


def ties_to(session: Session, gone: Gone) -> Ties:
    """Find every change of what stays that names something that goes, standing or replaced."""
    tainted: dict[int, ChangeId] = {}
    places: set[Place] = set()
    stripped = papers_about(session, gone.person)
    rows, names = ChangeRow.__table__, FieldName.__table__
    wanted = select(names.c.key, names.c.kind, names.c.field)
    fields = {key: field for key, kind, field in session.execute(wanted) if _ties(kind, field)}
    query = select(rows.c.key, rows.c.id, rows.c.record, rows.c.name_key, rows.c.value)
    query = query.where(rows.c.name_key.in_(fields))
    for key, id_, record, name, value in session.connection().execute(query):
        if record in gone.ids or not value or record in stripped:
            continue
        if ids_in(value) & gone.ids:
            tainted[key] = id_
            places.add((record, fields[name]))
    return Ties(tainted, frozenset(places), stripped)


def written_anew(
    session: Session, ties: Ties, gone: Gone, by: Authorship
) -> Callable[[Session], list[Change]]:
    """Remember what stood; what it gives is called once the tainted changes are dropped.

    A change that was replaced by a dropped one would stand again: the new one replaces it too.
    """
    records = sorted({record for record, _field in ties.places} | ties.stripped.keys())
    before = _heads(session, records)
    bad = set(ties.tainted.values())

    def make(session: Session) -> list[Change]:
        after = _heads(session, records)
        told = [
            _told(before.get(place, []), after.get(place, []), bad, gone)
            for place in sorted(ties.places)
        ]
        told += [
            replace(head, value=_without(head, gone), scope=by.panel, replaces=())
            for one, model in sorted(ties.stripped.items())
            for field in logged_fields(model)
            for head in before.get((one, field), ())
        ]
        first = next_number(session, by.install)
        return [
            _signed(change, by, number)
            for number, change in enumerate([one for one in told if one], first)
        ]

    return make


def _told(
    before: list[Change],
    after: list[Change],
    bad: Collection[ChangeId],
    gone: Gone,
) -> Change | None:
    """Say anew what stood, without what goes; nothing where what stands says it already."""
    were = {one.id for one in before}
    risen = [one.id for one in after if one.id not in were]
    lost = [one for one in before if one.id in bad]
    if lost:
        head = lost[0]
        return replace(head, value=_without(head, gone), replaces=tuple(sorted(risen)))
    if risen and before:
        return replace(before[0], replaces=tuple(sorted([*risen, before[0].id])))
    return None


def _signed(change: Change, by: Authorship, number: int) -> Change:
    return replace(
        change,
        author=by.author,
        install=by.install,
        number=number,
        made=by.at,
        act=by.act,
        salt=by.salts(16),
    )


def _without(change: Change, gone: Gone) -> Value:
    """Give the value of a change without the ids that go, and what else told of the person."""
    columns = logged_fields(models_by_kind()[change.kind])[change.field]
    if change.kind == DisclosureEnd.kind.value:
        return _end_without(change)
    if not isinstance(change.value, Mapping):
        plain: Value = _cleared(change.value, gone)
        return plain
    value: dict[str, Any] = {name: _cleared(part, gone) for name, part in change.value.items()}
    if change.kind == Relationship.kind.value and "other_id" in columns:
        value["name"] = ""
    if change.kind == Disclosure.kind.value and value.get("person_id") is None:
        value |= dict.fromkeys([name for name in _UNSAID if name in value], "")
        if not value.get("recipient_id"):
            value["recipient"] = ""
    return value


def _end_without(change: Change) -> Value:
    """Give what is noted of a paper's end without words: who took it back may have said whose."""
    if isinstance(change.value, Mapping):
        said = [name for name in _UNSAID_AT_END if name in change.value]
        return {**change.value, **dict.fromkeys(said, "")}
    is_typed = change.field in _UNSAID_AT_END and change.value != NOT_MADE
    return "" if is_typed else change.value


def _cleared(value: Any, gone: Gone) -> Any:
    if isinstance(value, list):
        return [part for part in value if not ids_in(part) & gone.ids]
    return None if isinstance(value, str) and ids_in(value) & gone.ids else value


def _heads(session: Session, records: list[UUID]) -> dict[Place, list[Change]]:
    found: dict[Place, list[Change]] = {}
    for some in in_pieces(records):
        for record, changes in current_of(session, list(some)).items():
            for change in changes:
                found.setdefault((record, change.field), []).append(change)
    return found


def _ties(kind: str, field: str) -> bool:
    """Whether a field of a kind can name another record at all."""
    model = models_by_kind().get(kind)
    columns = logged_fields(model).get(field, ()) if model else ()
    return any(_can_name(model.__table__.c[name]) for name in columns) if model else False


def _can_name(column: Any) -> bool:
    return bool(column.foreign_keys) or isinstance(column.type, Json)


def rows_naming(session: Session, gone: Gone) -> Iterator[tuple[type[Record], UUID]]:
    """Give every row that stays and names one that goes: there is none after an erasure."""
    for model, column, target in references():
        for some in in_pieces(gone.records.get(target, frozenset())):
            query = select(model.__table__.c.id).where(column.in_(some))
            yield from ((model, one) for one in session.connection().scalars(query))
    for model in models_by_kind().values():
        for listed in model.__table__.c:
            if isinstance(listed.type, Json):
                yield from _lists_naming(session, model, listed, gone)


def _lists_naming(
    session: Session, model: type[Record], column: Any, gone: Gone
) -> Iterator[tuple[type[Record], UUID]]:
    told = cast(column, Text)
    query = select(model.__table__.c.id, told).where(told.not_in(["[]", "{}"]))
    for record, value in session.connection().execute(query):
        if ids_in(str(value)) & gone.ids:
            yield model, record
