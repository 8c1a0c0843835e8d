"""Words for what is ahead of somebody, the parts of a day, and kinds of service."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.lists.outreach import ComingMoveKind, DayPart, ServiceKind, WhyFind
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    ComingMoveKind: {
        ComingMoveKind.HOSPITAL_DISCHARGE: N_("Discharge from hospital"),
        ComingMoveKind.PRISON_RELEASE: N_("Release from prison"),
        ComingMoveKind.CUSTODY_RELEASE: N_("Release from police custody"),
        ComingMoveKind.COURT: N_("Court"),
        ComingMoveKind.EVICTION: N_("Eviction"),
        ComingMoveKind.PLACEMENT_ENDS: N_("Placement ends"),
        ComingMoveKind.MOVE_IN: N_("Moving in"),
        ComingMoveKind.OTHER: N_("Other"),
    },
    DayPart: {
        DayPart.DAY: N_("Day"),
        DayPart.EVENING: N_("Evening"),
        DayPart.NIGHT: N_("Night"),
    },
    WhyFind: {
        WhyFind.MISSING: N_("Missing"),
        WhyFind.MAYBE_MISSING: N_("Missing?"),
        WhyFind.TRY_AGAIN: N_("To be tried again"),
        WhyFind.MOVED_IN: N_("Contact after moving in is due"),
        WhyFind.STEP_DUE: N_("A step of the protocol is due"),
        WhyFind.ACTIONS_DUE: N_("An action is due"),
        WhyFind.NOT_SEEN: N_("Not seen for some time"),
        WhyFind.HUDDLE: N_("Named at the huddle"),
    },
    ServiceKind: {
        ServiceKind.HUB: N_("Hub"),
        ServiceKind.DROP_IN: N_("Drop-in"),
        ServiceKind.DAY_CENTRE: N_("Day centre"),
        ServiceKind.FOOD: N_("Food"),
        ServiceKind.ADVICE: N_("Advice"),
        ServiceKind.TREATMENT: N_("Drug and alcohol treatment"),
        ServiceKind.HEALTH: N_("Health"),
        ServiceKind.MENTAL_HEALTH: N_("Mental health"),
        ServiceKind.HOUSING: N_("Housing"),
        ServiceKind.VICTIM_SUPPORT: N_("Support for victims"),
        ServiceKind.CRISIS_LINE: N_("Crisis line"),
        ServiceKind.OTHER: N_("Other"),
    },
}
