"""Lists of outreach: what is ahead of somebody, who covers which part of the day, services."""

from enum import StrEnum


class ComingMoveKind(StrEnum):
    """A change ahead that leaves somebody without cover unless a worker is named for it."""

    HOSPITAL_DISCHARGE = "hospital_discharge"
    PRISON_RELEASE = "prison_release"
    CUSTODY_RELEASE = "custody_release"
    COURT = "court"
    EVICTION = "eviction"
    PLACEMENT_ENDS = "placement_ends"
    MOVE_IN = "move_in"
    OTHER = "other"


class DayPart(StrEnum):
    """The three parts of a day that somebody can be covered in."""

    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"


class WhyFind(StrEnum):
    """Why somebody is to be found today; one person may have several reasons."""

    MISSING = "missing"
    MAYBE_MISSING = "maybe_missing"
    TRY_AGAIN = "try_again"
    MOVED_IN = "moved_in"
    STEP_DUE = "step_due"
    ACTIONS_DUE = "actions_due"
    NOT_SEEN = "not_seen"
    HUDDLE = "huddle"


class ServiceKind(StrEnum):
    """What a place in the service directory is."""

    HUB = "hub"
    DROP_IN = "drop_in"
    DAY_CENTRE = "day_centre"
    FOOD = "food"
    ADVICE = "advice"
    TREATMENT = "treatment"
    HEALTH = "health"
    MENTAL_HEALTH = "mental_health"
    HOUSING = "housing"
    VICTIM_SUPPORT = "victim_support"
    CRISIS_LINE = "crisis_line"
    OTHER = "other"
