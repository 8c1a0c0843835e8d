"""Places in the small demo: groups with their seats, plans, what is done and measured; made up."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from coordinator.casework.actions.outcomes import set_outcome
from coordinator.casework.places.actions import agree_place_action
from coordinator.casework.places.groups import add_group_seat, fill_group_seat, found_place_group
from coordinator.casework.places.measures import add_place_measure, record_place_reading
from coordinator.casework.places.plans import (
    add_place_priority,
    agree_place_plan,
    draft_place_plan,
    end_place_plan,
)
from coordinator.db.models import Action, PlacePlan
from coordinator.demo.sitting import seen
from coordinator.demo.story import Stage, Told
from coordinator.demo.switching import switch_on
from coordinator.demo.words import bundled
from coordinator.domain.actions.enforcement import Thought
from coordinator.domain.actions.rules import Outcome
from coordinator.domain.lists.panel import Feature
from coordinator.domain.lists.places import GroupKind
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.places.rules import (
    NewGroup,
    NewMeasure,
    NewPlaceAction,
    NewPlacePlan,
    NewPriority,
    NewReading,
)
from coordinator.domain.states import ActionStatus


@dataclass(slots=True)
class Places:
    """The stage, and what earlier steps left for later ones, by kind and key."""

    stage: Stage
    made: dict[str, UUID] = field(default_factory=dict)

    def of(self, kind: str, told: Told) -> UUID:
        """Give what a step goes on from."""
        return self.made[f"{kind} {told[kind]}"]

    def keep(self, kind: str, told: Told, made: UUID) -> None:
        """Leave what a step made to later ones."""
        self.made[f"{kind} {told['key']}"] = made

    def ahead(self, days: int | None) -> date | None:
        """Give the day so many days from now."""
        return None if days is None else self.stage.desk.today() + timedelta(days=days)


def work_on_places(places: Places, week: int) -> None:
    """Do what is written for places for the morning after a meeting."""
    if week == 1:
        switch_on(places.stage.desk, Feature.PLACES)
    for told in bundled("places")["step"]:
        if told["week"] == week:
            _STEPS[told["do"]](places, told)


def _group(places: Places, told: Told) -> None:
    new = NewGroup(
        told["name"],
        GroupKind(told["kind"]),
        told.get("place", ""),
        under_id=places.made[f"group {told['under']}"] if "under" in told else None,
        task=told.get("task", ""),
        until_on=places.ahead(told.get("until")),
        with_seats=False,
    )
    group = found_place_group(places.stage.desk, new).result
    places.keep("group", told, group)
    for seat in told["seats"]:
        _seat(places, group, seat)


def _seat(places: Places, group: UUID, told: Told) -> None:
    desk, since = places.stage.desk, told.get("vacant")
    agency = places.stage.agencies[told["agency"]] if "agency" in told else None
    vacant = None if since is None else places.ahead(-since)
    seat = add_group_seat(
        desk, group, name=told["name"], agency_id=agency, vacant_since=vacant
    ).result
    if "post" in told:
        fill_group_seat(desk, seat, seen=1, holder_id=places.stage.posts[told["post"]])
    elif "holder" in told:
        fill_group_seat(desk, seat, seen=1, holder=told["holder"])


def _plan(places: Places, told: Told) -> None:
    new = NewPlacePlan(
        told["place"],
        told["title"],
        places.ahead(told["first"]),
        places.ahead(told["last"]),
        places.of("group", told),
        told["summary"],
    )
    places.keep("plan", told, draft_place_plan(places.stage.desk, new).result)


def _priority(places: Places, told: Told) -> None:
    agency = places.stage.agencies[told["agency"]] if "agency" in told else None
    new = NewPriority(told["title"], told["why"], agency)
    made = add_place_priority(places.stage.desk, places.of("plan", told), new).result
    places.keep("priority", told, made)


def _measure(places: Places, told: Told) -> None:
    new = NewMeasure(
        told["title"],
        told["source"],
        places.of("priority", told) if "priority" in told else None,
        told.get("unit", ""),
        told.get("baseline", ""),
        places.ahead(told.get("baseline_on")),
        told.get("target", ""),
        places.ahead(told.get("target_on")),
        told.get("caveat", ""),
    )
    made = add_place_measure(places.stage.desk, places.of("plan", told), new).result
    places.keep("measure", told, made)
    for one in told.get("readings", ()):
        reading = NewReading(one["value"], places.ahead(one["on"]))
        record_place_reading(places.stage.desk, made, reading)


def _reading(places: Places, told: Told) -> None:
    new = NewReading(told["value"])
    record_place_reading(places.stage.desk, places.of("measure", told), new)


def _action(places: Places, told: Told) -> None:
    posts = places.stage.posts
    new = NewPlaceAction(
        told["text"],
        told["measure"],
        posts[told["owner"]],
        places.ahead(told["days"]),
        tuple(posts[one] for one in told.get("helps", ())),
        ActionKind(told.get("kind", "support")),
        thought=Thought(told["victims"], told["engagement"]) if "victims" in told else None,
    )
    made = agree_place_action(places.stage.desk, places.of("priority", told), new).result
    places.keep("action", told, made)


def _done(places: Places, told: Told) -> None:
    desk, action = places.stage.desk, places.of("action", told)
    done = Outcome(ActionStatus.DONE, told["said"], desk.today())
    set_outcome(desk, action, done, seen=seen(places.stage, Action, action))


def _agree(places: Places, told: Told) -> None:
    plan = places.of("plan", told)
    agree_place_plan(places.stage.desk, plan, seen=seen(places.stage, PlacePlan, plan))


def _end(places: Places, told: Told) -> None:
    plan = places.of("plan", told)
    revision = seen(places.stage, PlacePlan, plan)
    end_place_plan(places.stage.desk, plan, seen=revision, reason=told["why"])


_STEPS: Mapping[str, Callable[[Places, Told], None]] = {
    "group": _group,
    "plan": _plan,
    "priority": _priority,
    "measure": _measure,
    "reading": _reading,
    "action": _action,
    "done": _done,
    "agree": _agree,
    "end": _end,
}
