"""Words for what gets in the way."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.lists.barriers import (
    BarrierCategory,
    EscalationOutcome,
    EscalationTrack,
)
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    BarrierCategory: {
        BarrierCategory.HOUSING_NONE_SUITABLE: N_("Housing: none suitable"),
        BarrierCategory.HOUSING_REFUSED: N_("Housing: refused by provider"),
        BarrierCategory.HOUSING_LOCAL_CONNECTION: N_("Housing: no local connection"),
        BarrierCategory.HOUSING_ARREARS: N_("Housing: arrears, exclusion or ban"),
        BarrierCategory.HOUSING_COUPLES_PETS: N_("Housing: couples or pets"),
        BarrierCategory.HOUSING_OFFENCE: N_("Housing: arson or other offence excludes"),
        BarrierCategory.MH_THRESHOLD: N_("Mental health: threshold"),
        BarrierCategory.MH_SUBSTANCE_USE: N_("Mental health: drug or alcohol use excludes"),
        BarrierCategory.MH_WAITING: N_("Mental health: waiting"),
        BarrierCategory.MH_NOT_ASSESSED: N_('Mental health: not assessed because "not engaging"'),
        BarrierCategory.SUBSTANCE_USE: N_("Substance use: wait, no detox or no funding"),
        BarrierCategory.DUAL_DIAGNOSIS: N_("Dual diagnosis exclusion"),
        BarrierCategory.PHYSICAL_HEALTH: N_("Physical health: access or registration"),
        BarrierCategory.CARE_NO_NEED: N_("Social care: decided no eligible need"),
        BarrierCategory.CARE_DISPUTE: N_(
            "Social care: capacity of the service, or dispute about the Act"
        ),
        BarrierCategory.CAPACITY_DISPUTED: N_("Mental capacity assessment disputed"),
        BarrierCategory.BENEFITS: N_("Benefits, ID or no recourse to public funds"),
        BarrierCategory.DEBT: N_("Debt or arrears"),
        BarrierCategory.NOT_SHARED: N_("Information not shared"),
        BarrierCategory.BASIS_UNCLEAR: N_("Basis for sharing unclear"),
        BarrierCategory.AGENCY_ABSENT: N_("Agency not attending"),
        BarrierCategory.AGENCY_NOT_ACTING: N_("Agency has not done its action"),
        BarrierCategory.NO_LEAD: N_("Lead to agree"),
        BarrierCategory.NOT_FOUND: N_("Person not found"),
        BarrierCategory.DECLINES: N_("Person declines"),
        BarrierCategory.COERCION: N_("Relationship or coercion"),
        BarrierCategory.STAFF_RISK: N_("Risk to staff"),
        BarrierCategory.TRANSPORT: N_("Transport or rural distance"),
        BarrierCategory.TRANSITION: N_("Transition at 16 to 18 or 18 to 25"),
        BarrierCategory.PRISON_RELEASE: N_("Prison release with no plan"),
        BarrierCategory.OUT_OF_AREA: N_("Out of area or dispersal"),
        BarrierCategory.COMMISSIONING_GAP: N_("Commissioning gap"),
        BarrierCategory.FUNDING_ENDED: N_("Funding ended"),
        BarrierCategory.DATA_NOT_SHAREABLE: N_("Data or systems cannot be shared"),
        BarrierCategory.LAW_OR_COURT: N_("Law or court order"),
        BarrierCategory.CULTURE: N_("Culture or language"),
        BarrierCategory.OTHER: N_("Other"),
    },
    EscalationTrack: {
        EscalationTrack.BARRIER: N_("Barrier"),
        EscalationTrack.PROFESSIONAL_DISAGREEMENT: N_("Professional disagreement"),
        EscalationTrack.SAFEGUARDING: N_("Safeguarding"),
    },
    EscalationOutcome: {
        EscalationOutcome.RESOLVED: N_("Resolved as asked"),
        EscalationOutcome.PARTLY: N_("Partly resolved"),
        EscalationOutcome.WORKAROUND: N_("Workaround agreed"),
        EscalationOutcome.EXCEPTION: N_("Exception agreed"),
        EscalationOutcome.MONEY: N_("Money agreed"),
        EscalationOutcome.POLICY_CHANGED: N_("Contract or policy changed"),
        EscalationOutcome.UPHELD: N_("Decision upheld, reason given"),
        EscalationOutcome.PASSED_ON: N_("Passed on"),
        EscalationOutcome.RISK_ACCEPTED: N_("Risk accepted by a named person"),
        EscalationOutcome.NO_REPLY: N_("No reply, goes to the next level"),
        EscalationOutcome.WITHDRAWN: N_("Withdrawn"),
        EscalationOutcome.BECAME_GAP: N_("Became a gap"),
    },
}
