"""A place plan as tests need it: agreed words, a priority, a measure, an action."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.places.actions import agree_place_action
from coordinator.casework.places.plans import add_place_priority, draft_place_plan
from coordinator.domain.lists.panel import Feature
from coordinator.domain.places.rules import NewPlaceAction, NewPlacePlan, NewPriority
from tests.stores import OFFICER, TODAY
from tests.switched import switch_on

FROM, UNTIL = date(2026, 4, 1), date(2027, 3, 31)
DUE = TODAY + timedelta(days=14)


def a_place_plan(desk: Desk, place: str = "Penzance", **parts: Any) -> UUID:
    """Draft a plan, at a panel that has some."""
    switch_on(desk, Feature.PLACES)
    told: dict[str, Any] = {"title": "Safer after dark", "from_on": FROM, "to_on": UNTIL} | parts
    return draft_place_plan(desk, NewPlacePlan(place, **told)).result


def a_priority(desk: Desk, plan: UUID | None = None, title: str = "Street drinking") -> UUID:
    """Add a priority, to a new plan where none is given."""
    return add_place_priority(desk, plan or a_place_plan(desk), NewPriority(title)).result


def new_action(**parts: Any) -> NewPlaceAction:
    """Give what one officer does."""
    told: dict[str, Any] = {
        "text": "Walk the harbour front on Friday evenings",
        "measure": "Walked on 10 of 12 Fridays",
        "owner_id": OFFICER,
        "due_on": DUE,
    } | parts
    return NewPlaceAction(**told)


def an_action(desk: Desk, priority: UUID | None = None, **parts: Any) -> UUID:
    """Agree an action of a priority."""
    return agree_place_action(desk, priority or a_priority(desk), new_action(**parts)).result
