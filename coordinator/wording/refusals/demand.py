"""What stops a count of demand or a unit cost, and what was done to them; see `rules`."""

from collections.abc import Mapping

from coordinator.wording.translation import N_

GUARDS: Mapping[str, tuple[str, str]] = {
    "count-ended": (
        N_("This count was taken back and does not change."),
        N_("Note it anew if it was right after all."),
    ),
    "cost-ended": (
        N_("This unit cost is out of use and does not change."),
        N_("Add it anew if it is to be used again."),
    ),
}

FIELDS: Mapping[str, str] = {
    "overlaps": N_(
        "begins a period of which this source has counted some days already;"
        " change the count that stands, or choose other days"
    ),
    "not-available": N_("was not available, so there is none, not even nought"),
    "more-than-nights": N_("is more than the nights of the period"),
    "not-an-amount": N_("is not an amount; write it as 123.45"),
    "costs-nothing": N_(
        "is nought, which would say that it costs nothing; where it is not known, keep none"
    ),
    "not-a-year": N_("is not a year; write it as 2024 or 2023/24"),
    "cost-stands": N_("has a unit cost already; change that one"),
}

PROMPTS: Mapping[str, str] = {
    "count-ended": N_("The count is taken back and counts no more."),
    "cost-ended": N_("The unit cost is taken out of use."),
}

FIELD_NAMES: Mapping[str, str] = {
    "from_on": N_("From"),
    "count": N_("The count"),
    "as_at": N_("The day the source looked"),
    "source": N_("Who counted"),
    "measure": N_("What is counted"),
    "pence": N_("The cost of one"),
    "price_year": N_("The price year"),
}

ACTS: Mapping[str, str] = {
    "demand.noted": N_("Noted how often a service was needed"),
    "demand.changed": N_("Changed a count of how often a service was needed"),
    "demand.ended": N_("Took back a count of how often a service was needed"),
    "demand.imported": N_("Brought in an agency's list of counts"),
    "unit_cost.added": N_("Added a unit cost"),
    "unit_cost.changed": N_("Changed a unit cost"),
    "unit_cost.ended": N_("Took a unit cost out of use"),
}
