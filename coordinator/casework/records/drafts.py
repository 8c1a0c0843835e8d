"""What somebody is typing: kept as they type, outside the history, until it becomes an act.

A form has one draft per person at the desk. Saving it again writes over it; the act that takes the
form's values drops it. Drafts belong to this store alone: no pack, no log, no paper holds one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.db.models import Draft
from coordinator.domain.roles import Right
from coordinator.domain.texts import AS_TYPED


@dataclass(frozen=True, slots=True)
class DraftView:
    """An unfinished form: its fields as typed, and the revision it was filled from."""

    form: str
    record: UUID
    seen: int
    values: Mapping[str, Any] = field(repr=False, metadata=AS_TYPED)
    typed_at: datetime


def keep_draft(
    desk: Desk, form: str, record: UUID, *, seen: int, values: Mapping[str, Any]
) -> None:
    """Keep what is typed so far.

    Args:
        desk: Who types.
        form: A permanent name such as `plan.text`.
        record: What the form is about; for something new an id of its own.
        seen: The revision the form was filled from; 0 for something new.
        values: Field -> text, number, yes/no or nothing, as typed.
    """
    with desk.act(Right.SEE_PEOPLE) as tx:
        tx.is_local()
        draft = tx.local.draft(form, record, desk.sitter.professional)
        if draft is None:
            draft = Draft(form=form, record=record, user=desk.sitter.professional)
            tx.session.add(draft)
        draft.seen_revision, draft.values, draft.typed_at = seen, dict(values), desk.now()


def read_draft(desk: Desk, form: str, record: UUID) -> DraftView | None:
    """Give what the person at the desk was typing in a form; nothing when they had finished."""
    with desk.read() as look:
        draft = look.local.draft(form, record, desk.sitter.professional)
        return _view(draft) if draft else None


def read_drafts(desk: Desk) -> tuple[DraftView, ...]:
    """List the unfinished forms of the person at the desk, the latest first."""
    with desk.read() as look:
        return tuple(_view(draft) for draft in look.local.drafts(desk.sitter.professional))


def drop_draft(desk: Desk, form: str, record: UUID) -> None:
    """Forget a draft: its values became an act, or the person let them go."""
    with desk.act(Right.SEE_PEOPLE) as tx:
        tx.is_local()
        draft = tx.local.draft(form, record, desk.sitter.professional)
        if draft is not None:
            tx.session.delete(draft)


def _view(draft: Draft) -> DraftView:
    return DraftView(draft.form, draft.record, draft.seen_revision, draft.values, draft.typed_at)
