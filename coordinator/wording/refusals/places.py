"""What was done to place plans, what stops a change to one, what asks for a reason."""

from collections.abc import Mapping

from coordinator.wording.translation import N_

ACTS: Mapping[str, str] = {
    "group_seat.added": N_("Added a seat to a group"),
    "group_seat.ended": N_("Took a seat off a group"),
    "group_seat.filled": N_("Said who holds a seat of a group"),
    "group_seat.vacated": N_("Said that nobody holds a seat of a group"),
    "place_action.agreed": N_("Agreed an action of a place plan"),
    "place_action.described": N_("Described an action of a place plan"),
    "place_group.described": N_("Described a group"),
    "place_group.ended": N_("Ended a group"),
    "place_group.founded": N_("Set up a group"),
    "place_measure.added": N_("Added a measure to a place plan"),
    "place_measure.described": N_("Described a measure of a place plan"),
    "place_measure.ended": N_("Ended a measure of a place plan"),
    "place_plan.agreed": N_("Agreed a place plan"),
    "place_plan.described": N_("Described a place plan"),
    "place_plan.drafted": N_("Drafted a place plan"),
    "place_plan.ended": N_("Ended a place plan"),
    "place_plan.reopened": N_("Opened a place plan again"),
    "place_priority.added": N_("Added a priority to a place plan"),
    "place_priority.described": N_("Described a priority of a place plan"),
    "place_priority.ended": N_("Ended a priority of a place plan"),
    "place_reading.recorded": N_("Recorded what a measure stood at"),
    "place_reading.removed": N_("Took back what a measure stood at"),
}

GUARDS: Mapping[str, tuple[str | tuple[str, str], str]] = {
    "place-plan-ended": (
        N_("This place plan has ended."),
        N_("Open it again, or write in another plan."),
    ),
    "place-plan-empty": (
        N_("This place plan has no priority yet."),
        N_("Add what it sets out to change, then agree it."),
    ),
    "ended-already": (
        N_("This has ended already."),
        N_("What was said of it stays to be read; add a new one."),
    ),
    "group-ended": (
        N_("This group meets no longer."),
        N_("Set up another group."),
    ),
}

PROMPTS: Mapping[str, str] = {
    "place-plan-ended": N_("A place plan ends."),
    "place-plan-reopened": N_("The place plan had ended."),
    "place-priority-ended": N_("A priority ends."),
    "place-measure-ended": N_("A measure is read no longer."),
    "place-reading-removed": N_("A figure that was recorded is taken back."),
    "place-group-ended": N_("A group meets no longer."),
    "group-seat-ended": N_("A seat is taken off the group."),
}

FIELD_NAMES: Mapping[str, str] = {
    "baseline_on": N_("Day of the baseline"),
    "read_on": N_("Day it was read"),
    "until_on": N_("Last day"),
    "holder": N_("Who holds it"),
}

UNTOLD = frozenset({"priority_id", "measure_id", "group_id"})

MOVES: Mapping[tuple[str, str], str] = {
    ("place_group", "name"): N_("Name"),
    ("place_group", "group_kind"): N_("Kind"),
    ("place_group", "place"): N_("Place"),
    ("place_group", "under_id"): N_("Set up by"),
    ("place_group", "task"): N_("Task"),
    ("place_group", "until_on"): N_("Last day"),
    ("group_seat", "name"): N_("Seat"),
    ("group_seat", "agency_id"): N_("Agency"),
    ("group_seat", "agency"): N_("Agency"),
    ("group_seat", "holder_id"): N_("Who holds it"),
    ("group_seat", "holder"): N_("Who holds it"),
    ("group_seat", "vacant_since"): N_("Vacant since"),
    ("place_plan", "place"): N_("Place"),
    ("place_plan", "title"): N_("Title"),
    ("place_plan", "from_on"): N_("From"),
    ("place_plan", "to_on"): N_("Until"),
    ("place_plan", "summary"): N_("What it is about"),
    ("place_plan", "no_names"): N_("Words that are nobody's name here"),
    ("place_priority", "title"): N_("Priority"),
    ("place_priority", "why"): N_("Why"),
    ("place_priority", "owner_agency_id"): N_("Agency that leads"),
    ("place_measure", "title"): N_("Measure"),
    ("place_measure", "unit"): N_("Unit"),
    ("place_measure", "baseline"): N_("Baseline"),
    ("place_measure", "baseline_on"): N_("Baseline of"),
    ("place_measure", "target"): N_("Target"),
    ("place_measure", "target_on"): N_("Target by"),
    ("place_measure", "source"): N_("Source"),
    ("place_measure", "caveat"): N_("What it cannot say"),
    ("place_reading", "read_on"): N_("Read on"),
    ("place_reading", "value"): N_("What it stood at"),
    ("place_reading", "source"): N_("Source"),
    ("action_tie", "measure"): N_("How it is told to be done"),
}
"""The columns of place plans in words: see `wording.moving`."""
