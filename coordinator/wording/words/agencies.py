"""Words for agencies and markings."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.lists.agencies import (
    AgencyKind,
    Marking,
)
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    AgencyKind: {
        AgencyKind.POLICE_NEIGHBOURHOOD: N_("Police: neighbourhood"),
        AgencyKind.POLICE_PROTECTION: N_("Police: public protection"),
        AgencyKind.POLICE_IOM: N_("Police: integrated offender management"),
        AgencyKind.PROBATION: N_("Probation"),
        AgencyKind.YOUTH_JUSTICE: N_("Youth justice"),
        AgencyKind.ADULT_SOCIAL_CARE: N_("Adult social care"),
        AgencyKind.CHILDRENS_SERVICES: N_("Children's services"),
        AgencyKind.SAFEGUARDING_ADULTS: N_("Safeguarding adults unit"),
        AgencyKind.HOUSING_OPTIONS: N_("Housing options"),
        AgencyKind.SOCIAL_LANDLORD: N_("Social landlord"),
        AgencyKind.SUPPORTED_HOUSING: N_("Supported housing provider"),
        AgencyKind.OUTREACH: N_("Rough sleeping outreach"),
        AgencyKind.SUBSTANCE_USE: N_("Substance use treatment"),
        AgencyKind.MENTAL_HEALTH: N_("Mental health trust"),
        AgencyKind.COMMUNITY_NURSING: N_("Community nursing"),
        AgencyKind.ACUTE_HOSPITAL: N_("Acute hospital or emergency department"),
        AgencyKind.GP: N_("GP practice"),
        AgencyKind.AMBULANCE: N_("Ambulance service"),
        AgencyKind.PUBLIC_HEALTH: N_("Public health"),
        AgencyKind.ICB: N_("Integrated care board"),
        AgencyKind.FIRE: N_("Fire and rescue: prevention"),
        AgencyKind.DWP: N_("Jobcentre"),
        AgencyKind.DEBT_ADVICE: N_("Benefits and debt advice"),
        AgencyKind.DASV: N_("Domestic abuse and sexual violence service"),
        AgencyKind.MODERN_SLAVERY: N_("Modern slavery support"),
        AgencyKind.PRISON: N_("Prison or resettlement"),
        AgencyKind.COURTS: N_("Courts"),
        AgencyKind.ASB: N_("Local authority: anti-social behaviour"),
        AgencyKind.COMMUNITY_SAFETY: N_("Community safety"),
        AgencyKind.LICENSING: N_("Licensing"),
        AgencyKind.ENVIRONMENTAL_PROTECTION: N_("Environmental protection"),
        AgencyKind.CORONER: N_("Coroner or registrar (information only)"),
        AgencyKind.VCS_ADVICE: N_("Voluntary sector: advice"),
        AgencyKind.VCS_DAY_CENTRE: N_("Voluntary sector: day centre"),
        AgencyKind.VCS_FAITH: N_("Voluntary sector: faith group"),
        AgencyKind.VCS_FOOD: N_("Voluntary sector: food"),
        AgencyKind.VETERANS: N_("Veterans' service"),
        AgencyKind.EDUCATION: N_("Education or college"),
        AgencyKind.ADVOCACY: N_("Advocacy"),
        AgencyKind.IMMIGRATION_ADVICE: N_("Immigration advice"),
        AgencyKind.BUSINESS: N_("Business group"),
        AgencyKind.LOCAL_COUNCIL: N_("Town or parish council"),
        AgencyKind.ELECTED_MEMBER: N_("Elected member"),
        AgencyKind.COMMISSIONER_HOUSING: N_("Commissioner: housing"),
        AgencyKind.COMMISSIONER_PUBLIC_HEALTH: N_("Commissioner: public health"),
        AgencyKind.COMMISSIONER_MENTAL_HEALTH: N_("Commissioner: mental health"),
        AgencyKind.COMMISSIONER_SOCIAL_CARE: N_("Commissioner: adult social care"),
        AgencyKind.COMMISSIONER_OPCC: N_("Commissioner: police and crime commissioner's office"),
        AgencyKind.LIVED_EXPERIENCE: N_("Lived experience group"),
    },
    Marking: {
        Marking.OFFICIAL: N_("OFFICIAL"),
        Marking.OFFICIAL_SENSITIVE: N_("OFFICIAL-SENSITIVE"),
        Marking.OFFICIAL_SENSITIVE_PERSONAL: N_("OFFICIAL-SENSITIVE: PERSONAL"),
    },
}
