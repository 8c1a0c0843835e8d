"""The change that ends a disagreement: an ordinary one that replaces all it decides over."""

from sqlalchemy.orm import Session

from coordinator.db.appending import next_number
from coordinator.db.changelog import Authorship
from coordinator.db.logging_rules import scope_of
from coordinator.db.merging import current_of
from coordinator.db.models import Record
from coordinator.db.projecting import by_field
from coordinator.domain.merging.changes import REMOVED, Change, ChangeId, Value
from coordinator.domain.merging.heads import Fields
from coordinator.domain.merging.saving import (
    replaced_by_removal,
    replaced_by_restoring,
    replaced_by_settling,
)


def settling_change(
    session: Session, record: Record, field: str, value: Value, by: Authorship
) -> Change:
    """Make the change; it is also needed when the row has the value already.

    Args:
        session: The transaction's.
        record: Whose field is disputed.
        field: As the log names it; for `*` the value says whether the record is removed.
        value: As the log keeps it.
        by: Whose decision it is.
    """
    fields = by_field(current_of(session, [record.id]).get(record.id, ()))
    return Change(
        scope=scope_of(record, by.panel),
        record=record.id,
        kind=record.kind.value,
        field=field,
        value=value,
        author=by.author,
        install=by.install,
        number=next_number(session, by.install),
        made=by.at,
        act=by.act,
        salt=by.salts(16),
        replaces=_replaced(fields, field, value),
    )


def _replaced(fields: Fields, field: str, value: Value) -> tuple[ChangeId, ...]:
    if field != REMOVED:
        return replaced_by_settling(fields.get(field, ()))
    return replaced_by_removal(fields) if value is True else replaced_by_restoring(fields)
