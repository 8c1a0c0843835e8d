"""Actions as minutes keep them: whatever has become of them since the minutes went out."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.domain.actions.rows import ActionBarrier, ActionRow, Owner
from coordinator.domain.actions.rules import DueState
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.states import ActionStatus, BarrierStatus

_AGREED = frozenset({"text", "owner_id"})
"""What minutes print of an action as it was agreed, and somebody may have written since."""


def row_when_issued(
    row: ActionRow,
    said: Mapping[str, Any],
    names: Mapping[str, str],
    barrier: ActionBarrier | None,
) -> ActionRow:
    """Give an action as it stood when the minutes went out.

    Args:
        row: As it is now.
        said: Its words, owner, date and outcome then, as logged; nothing while the minutes have
            not gone out: then it is shown as it is.
        names: Of the owners, by their id as logged.
        barrier: What stopped it, in the words of then.
    """
    if not said:
        return row
    stopped_by = said.get("barrier_category")
    return replace(
        row,
        text=said.get("text", row.text),
        owner=_owner(said, names),
        due_on=_day(said.get("due_on")) or row.due_on,
        moved=max(said.get("moved", 0), 0),
        status=ActionStatus(said.get("status", ActionStatus.OPEN)),
        done_on=_day(said.get("done_on")),
        closed_on=_day(said.get("closed_on")),
        outcome_note=said.get("outcome_note", ""),
        waiting_on=said.get("waiting_on", ""),
        waiting_since=_day(said.get("waiting_since")),
        barrier_category=BarrierCategory(stopped_by) if stopped_by else None,
        barrier=barrier if stopped_by else None,
        unsettled=(),
        due=DueState.NOT_DUE,
        late=0,
        last=None,
        carried=0,
        meetings_late=0,
        to_accept=False,
    )


def barrier_when_issued(key: UUID, said: Mapping[str, Any]) -> ActionBarrier:
    """Give a barrier in the words it had when the minutes went out.

    Args:
        key: Its id.
        said: Its category, status and details then, as logged.
    """
    description = str(said.get("description", ""))
    status = BarrierStatus(said.get("status", BarrierStatus.IDENTIFIED))
    category = BarrierCategory(said["category"])
    own = str(said.get("own_category", ""))
    return ActionBarrier(key, category, status, bool(description.strip()), description, own=own)


def as_agreed(row: ActionRow) -> ActionRow:
    """Give an action as the meeting agreed it, without anything that became of it."""
    return replace(
        row,
        owner=replace(row.owner, needs_owner=False, contact_point=""),
        due_on=row.original_due_on,
        due=DueState.NOT_DUE,
        late=0,
        status=ActionStatus.OPEN,
        closed_on=None,
        done_on=None,
        outcome_note="",
        waiting_on="",
        waiting_since=None,
        barrier_category=None,
        barrier=None,
        last=None,
        moved=0,
        carried=0,
        meetings_late=0,
        to_accept=False,
        unsettled=tuple(one for one in row.unsettled if one.field in _AGREED),
    )


def _day(logged: str | None) -> date | None:
    return date.fromisoformat(logged) if logged else None


def _owner(said: Mapping[str, Any], names: Mapping[str, str]) -> Owner:
    """Name who owned it; that they have left since is no matter of these minutes."""
    owner, agency = said.get("owner_id"), said.get("owner_agency_id")
    return Owner(
        id=UUID(hex=owner) if owner else None,
        name=names.get(owner, "") if owner else "",
        agency_id=UUID(hex=agency) if agency else None,
        agency=said.get("owner_agency", ""),
    )
