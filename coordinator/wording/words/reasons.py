"""Words for why."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.lists.reasons import (
    CloseReason,
    NotAcceptedReason,
    PauseReason,
)
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    NotAcceptedReason: {
        NotAcceptedReason.BELOW_CRITERIA: N_("Below the criteria"),
        NotAcceptedReason.OTHER_FORUM: N_("Better heard in another forum"),
        NotAcceptedReason.DUPLICATE: N_("Already referred"),
        NotAcceptedReason.TOO_LITTLE_INFORMATION: N_("Not enough information after two requests"),
        NotAcceptedReason.OUT_OF_AREA: N_("Out of area"),
        NotAcceptedReason.NO_LAWFUL_BASIS: N_("No lawful basis"),
    },
    PauseReason: {
        PauseReason.PRISON: N_("In prison for more than three months"),
        PauseReason.HOSPITAL: N_("In hospital for a long time"),
        PauseReason.MOVED: N_("Moved out of area, contact kept"),
        PauseReason.NOT_FOUND: N_("Cannot be found, protocol in hand"),
        PauseReason.ASKED_FOR_BREAK: N_("Asked for a break"),
    },
    CloseReason: {
        CloseReason.GOALS_MET: N_("Goals met, planned step-down"),
        CloseReason.STABLE_WITH_LEAD: N_("Stable, with a mainstream lead"),
        CloseReason.OTHER_FORUM: N_("Another forum took over"),
        CloseReason.TRANSFERRED: N_("Transferred out of area"),
        CloseReason.DECLINED_AFTER_PROTOCOL: N_("Declined, after the full disengagement protocol"),
        CloseReason.CRITERIA_NOT_MET: N_("No longer meets the criteria"),
        CloseReason.PRISON: N_("Long prison sentence, with a release plan"),
        CloseReason.LONG_TERM_CARE: N_("Long-term care"),
        CloseReason.DIED: N_("Died"),
        CloseReason.DUPLICATE: N_("Duplicate, or opened in error"),
        CloseReason.ADMINISTRATIVE: N_("Administrative"),
    },
}
