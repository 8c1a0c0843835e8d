"""Words for what is ahead of somebody, the parts of a day, and kinds of service."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.lists.outreach import ComingMoveKind, DayPart, ServiceKind
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
