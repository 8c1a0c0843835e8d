"""What is restricted while it stands on the display of the room is gone from it at once."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

import pytest

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.desk import Desk
from coordinator.casework.meetings.decisions import Decided, record_decision
from coordinator.casework.need_to_know.field_guards import set_part_sensitivity
from coordinator.casework.need_to_know.restrictions import set_sensitivity
from coordinator.db.models import AgendaItem
from coordinator.domain.actions.rules import NewAction
from coordinator.domain.lists.meetings import DecidedHow
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import Done, RecordKind
from coordinator.domain.roles import Right
from coordinator.domain.states import Sensitivity
from tests.stores import TODAY, WORKER
from tests.ui.live_meeting.test_wall import Live, desk, live, seen_in_room

__all__ = ["desk", "live"]  # fixtures from elsewhere

WORD, RESTRICTED = "zzhidden", Sensitivity.RESTRICTED
Restrict = Callable[[Desk], Done[Any]]


def a_text(live: Live, name: str) -> Restrict:
    """Write a text of the open item; give the act that holds it back."""
    item = live.made.items["Kezia"]
    with live.jobs.desk.act(Right.RUN_MEETINGS) as tx:
        row = tx.get(AgendaItem, item)
        setattr(row, name, WORD)
        tx.journal("test.written", record=item, scope=row.person_id)
    part = Part(RecordKind.AGENDA_ITEM, item, name)
    return partial(set_part_sensitivity, part=part, sensitivity=RESTRICTED, seen=0)


def an_action(live: Live) -> Restrict:
    new = NewAction(WORD, WORKER, TODAY, live.made.people["Kezia"])
    return whole(RecordKind.ACTION, add_action(live.jobs.desk, new).result)


def a_decision(live: Live) -> Restrict:
    made = Decided(WORD, "Because", how=DecidedHow.CHAIR)
    key = record_decision(live.jobs.desk, live.made.items["Kezia"], made).result
    return whole(RecordKind.DECISION, key)


def whole(kind: RecordKind, key: UUID) -> Restrict:
    return partial(set_sensitivity, kind=kind, record_id=key, sensitivity=RESTRICTED, seen=1)


SHOWN: dict[str, Callable[[Live], Restrict]] = {
    "an action": an_action,
    "a decision": a_decision,
    "why it is urgent": partial(a_text, name="urgent_reason"),
    "what is sought": partial(a_text, name="outcome_sought"),
}


@pytest.mark.parametrize("what", SHOWN)
def test_what_is_restricted_leaves_the_display_at_once(live: Live, what: str) -> None:
    restrict = SHOWN[what](live)
    live.room.load()
    live.do("Open the room display")
    live.show_names()
    live.open("Kezia")
    assert WORD in seen_in_room(live)
    live.jobs.command(restrict)
    assert WORD not in seen_in_room(live)
