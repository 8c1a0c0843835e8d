"""Words for how a lead role ended, why nobody leads, and where an agreement stands."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.cases.leads import Absence, LeadEnd
from coordinator.domain.directory.rules import AgreementState
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    LeadEnd: {
        LeadEnd.HANDED_OVER: N_("Handed over"),
        LeadEnd.CASE_CLOSED: N_("The case closed"),
        LeadEnd.LEFT: N_("Left the post"),
        LeadEnd.ENDED: N_("Ended"),
    },
    Absence: {
        Absence.NEVER: N_("No lead was ever agreed"),
        Absence.ENDED: N_("The last lead's role ended"),
        Absence.LEFT: N_("The lead has left"),
    },
    AgreementState: {
        AgreementState.SIGNED: N_("Signed"),
        AgreementState.EXPIRING: N_("Runs out soon"),
        AgreementState.EXPIRED: N_("Run out"),
        AgreementState.NOT_SIGNED: N_("Not signed"),
    },
}
