"""Words for how actions are balanced, and how far what somebody asked for has come."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.people.wishes import WishState
from coordinator.domain.plans.balance import KindGroup
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    KindGroup: {
        KindGroup.SUPPORT: N_("Support"),
        KindGroup.ENGAGEMENT: N_("Engagement"),
        KindGroup.ACCESS: N_("Access to services"),
        KindGroup.SAFEGUARDING: N_("Safeguarding"),
        KindGroup.ENFORCEMENT: N_("Enforcement"),
        KindGroup.SYSTEM: N_("Work between agencies"),
    },
    WishState: {
        WishState.WAITING: N_("Not answered yet"),
        WishState.ANSWERED: N_("Answered, not told yet"),
        WishState.TOLD: N_("Answered and told"),
    },
}
