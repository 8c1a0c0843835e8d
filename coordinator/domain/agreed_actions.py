"""Actions as a meeting agreed them, for its minutes: whatever has become of them since."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from coordinator.domain.action_rows import ActionRow, Owner
from coordinator.domain.actions import DueState
from coordinator.domain.states import ActionStatus


def agreed_row(row: ActionRow, said: Mapping[str, Any], names: Mapping[str, str]) -> ActionRow:
    """Give an action without what happened to it after the meeting.

    Args:
        row: As it is now.
        said: Words and owner when the minutes went out, as logged; nothing while they have not.
        names: Of the owners, by their id as logged.
    """
    return replace(
        row,
        text=said.get("text", row.text),
        owner=_owner(row.owner, said, names),
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
        to_accept=False,
    )


def _owner(owner: Owner, said: Mapping[str, Any], names: Mapping[str, str]) -> Owner:
    """Name who took it on; that they have left since is no matter of these minutes."""
    if not said.get("owner_id"):
        return replace(owner, needs_owner=False, contact_point="")
    agency = said.get("owner_agency_id")
    return Owner(
        id=UUID(hex=said["owner_id"]),
        name=names.get(said["owner_id"], ""),
        agency_id=UUID(hex=agency) if agency else None,
        agency=said.get("owner_agency", ""),
    )
