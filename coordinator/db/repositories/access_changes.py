"""What happened to entries after an officer decided about them, as log and journal tell it."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coordinator.db.journal import change_ids, erased_entries
from coordinator.db.models import Act, ChangeRow, FieldGuard, FieldName
from coordinator.db.repositories.pieces import in_pieces
from coordinator.domain.access.entries import HeldEntry
from coordinator.domain.access.judging import above
from coordinator.domain.merging.changes import ROW
from coordinator.domain.states import Sensitivity

_SAYS_HOW_FAR = ("sensitivity", ROW)
"""Fields of a change that say how far a record may travel: some kinds are written whole."""
_MANY = 500


def changed_after(
    session: Session, decided: Mapping[UUID, UUID], held: Collection[HeldEntry]
) -> frozenset[UUID]:
    """Give the entries that are no longer what was decided about.

    An entry changed itself, a part of it was restricted; or what it was made about was restricted,
    whole or in part: a note of an action, an escalation of a barrier.

    Args:
        session: What is asked.
        decided: The decision about each entry, by the entry.
        held: Everything about the person.
    """
    higher = {one: up for one, up in above(held).items() if one in decided}
    around = frozenset[UUID]().union(*higher.values())
    guards = _guards(session, {*decided, *around})
    written = _last_written(session, {*decided, *decided.values(), *guards})
    last = {one: written.get(one, 0) for one in decided}
    said = _restricted_at(session, held, around)
    for guard, (entry, level) in guards.items():
        if entry in last:
            last[entry] = max(last[entry], written.get(guard, 0))
        if level is not Sensitivity.STANDARD:
            said[entry] = max(said.get(entry, 0), written.get(guard, 0))
    return frozenset(
        one
        for one, decision in decided.items()
        if max(last[one], *(said.get(up, 0) for up in higher.get(one, ())), 0)
        > written.get(decision, 0)
    )


def written_beside_erased(session: Session, records: Collection[UUID]) -> frozenset[UUID]:
    """Give those of some records that were written in an act of which something was erased since.

    The entry of the erasure keeps which acts those were. What was said in them may have been said
    of whoever is gone as well.
    """
    lost = sorted(erased_entries(session)) if records else []
    rows = ChangeRow.__table__.c
    mine: dict[bytes, UUID] = {}
    for some in in_pieces(records):
        asked = select(rows.id, rows.record).where(rows.record.in_(some))
        mine |= {row.id: row.record for row in session.execute(asked)}
    found: set[UUID] = set()
    for start in range(0, len(lost), _MANY):
        acts = select(Act.changes).where(Act.number.in_(lost[start : start + _MANY]))
        for joined in session.scalars(acts):
            found |= {mine[one] for one in change_ids(joined) if one in mine}
    return frozenset(found)


def _guards(
    session: Session, entries: Collection[UUID]
) -> Mapping[UUID, tuple[UUID, Sensitivity]]:
    """Give what says how far a part of these entries may travel: of which, and how far."""
    found: dict[UUID, tuple[UUID, Sensitivity]] = {}
    for some in in_pieces(entries):
        asked = select(FieldGuard.id, FieldGuard.entry_id, FieldGuard.level)
        rows = session.execute(asked.where(FieldGuard.entry_id.in_(some)))
        found |= {row.id: (row.entry_id, row.level) for row in rows}
    return found


def _restricted_at(
    session: Session, held: Collection[HeldEntry], records: Collection[UUID]
) -> dict[UUID, int]:
    """Give when it was last said how far a record may travel, of those that may not go far."""
    restricted = {
        one.id for one in held if one.id in records and one.sensitivity is not Sensitivity.STANDARD
    }
    rows, names = ChangeRow.__table__.c, FieldName.__table__.c
    found: dict[UUID, int] = {}
    for some in in_pieces(restricted):
        query = (
            select(rows.record, func.max(rows.key).label("at"))
            .join(FieldName.__table__, names.key == rows.name_key)
            .where(rows.record.in_(some), names.field.in_(_SAYS_HOW_FAR))
            .group_by(rows.record)
        )
        found |= {row.record: row.at for row in session.execute(query)}
    return found


def _last_written(session: Session, records: Collection[UUID]) -> dict[UUID, int]:
    """Give when each record was written last, as a place in the log."""
    rows, found = ChangeRow.__table__.c, dict[UUID, int]()
    for some in in_pieces(records):
        query = select(rows.record, func.max(rows.key).label("at"))
        asked = session.execute(query.where(rows.record.in_(some)).group_by(rows.record))
        found |= {row.record: row.at for row in asked}
    return found
