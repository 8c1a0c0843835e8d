"""Words about a person."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.lists.people import (
    EnquiryAnswer,
    HousingStatus,
    NeedDomain,
    NeedPart,
    NeedSeverity,
    OtherForum,
    ReferralCriterion,
    RelationshipEffect,
)
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    NeedDomain: {
        NeedDomain.HOUSING: N_("Housing and homelessness"),
        NeedDomain.MENTAL_HEALTH: N_("Mental health"),
        NeedDomain.SELF_HARM: N_("Suicide and self-harm"),
        NeedDomain.ALCOHOL: N_("Alcohol"),
        NeedDomain.DRUGS: N_("Drugs"),
        NeedDomain.PHYSICAL_HEALTH: N_("Physical health"),
        NeedDomain.COGNITION: N_("Cognition, learning disability, autism, brain injury"),
        NeedDomain.OFFENDING: N_("Offending and justice"),
        NeedDomain.ASB: N_("Anti-social behaviour and neighbours"),
        NeedDomain.VICTIM: N_("Abuse, exploitation or slavery suffered"),
        NeedDomain.MONEY: N_("Money, debt, benefits, ID"),
        NeedDomain.FAMILY: N_("Family, relationships, parenting"),
        NeedDomain.DAILY_LIVING: N_("Daily living and self-neglect"),
        NeedDomain.MEANING: N_("Work, learning, belonging, faith"),
    },
    NeedSeverity: {
        NeedSeverity.NONE: N_("None"),
        NeedSeverity.SOME: N_("Some"),
        NeedSeverity.HIGH: N_("High"),
        NeedSeverity.NOT_KNOWN: N_("Not known"),
    },
    HousingStatus: {
        HousingStatus.ROUGH_SLEEPING: N_("Rough sleeping"),
        HousingStatus.SOFA: N_("Staying with others, insecure"),
        HousingStatus.HOSTEL: N_("Hostel"),
        HousingStatus.SUPPORTED: N_("Supported housing"),
        HousingStatus.TEMPORARY: N_("Temporary accommodation"),
        HousingStatus.PRIVATE_RENTED: N_("Private rented"),
        HousingStatus.SOCIAL_TENANCY: N_("Social tenancy"),
        HousingStatus.OWNER: N_("Own home"),
        HousingStatus.HOSPITAL: N_("Hospital"),
        HousingStatus.CUSTODY: N_("Prison or custody"),
        HousingStatus.REFUGE: N_("Refuge"),
        HousingStatus.TIED: N_("Tied home, caravan or boat"),
        HousingStatus.NOT_KNOWN: N_("Not known"),
    },
    ReferralCriterion: {
        ReferralCriterion.SEVERAL_NEEDS: N_("Three or more areas of need"),
        ReferralCriterion.EMERGENCY_SERVICES: N_("Repeated contact with emergency services"),
        ReferralCriterion.NO_THRESHOLD: N_("Does not meet the threshold of any single service"),
        ReferralCriterion.PLANS_NOT_WORKING: N_("Services' own plans are not working"),
        ReferralCriterion.RISK_TO_SELF: N_("High risk to self"),
        ReferralCriterion.RISK_TO_OTHERS: N_("High risk to others"),
        ReferralCriterion.RISK_FROM_OTHERS: N_("High risk from others"),
        ReferralCriterion.NO_HOME: N_("Rough sleeping or repeat evictions"),
        ReferralCriterion.REPEAT_SAFEGUARDING: N_("Repeat safeguarding concerns"),
        ReferralCriterion.FREQUENT_MARAC: N_("Heard often at MARAC"),
        ReferralCriterion.JUDGEMENT: N_("Professional judgement"),
    },
    OtherForum: {
        OtherForum.MARAC: N_("MARAC"),
        OtherForum.MAPPA: N_("MAPPA"),
        OtherForum.IOM: N_("Integrated offender management"),
        OtherForum.CTP: N_("Channel panel"),
        OtherForum.MACE: N_("MACE"),
        OtherForum.LDSM: N_("LDSM"),
        OtherForum.SECTION_42: N_("Section 42 enquiry"),
        OtherForum.OTHER: N_("Other forum"),
    },
    RelationshipEffect: {
        RelationshipEffect.PROTECTIVE: N_("Protective"),
        RelationshipEffect.RISKY: N_("Risky"),
        RelationshipEffect.BOTH: N_("Protective and risky"),
        RelationshipEffect.UNKNOWN: N_("Not known"),
    },
    NeedPart: {
        NeedPart.MAIN: N_("Main need"),
        NeedPart.UNDERLYING: N_("Beneath the others"),
    },
    EnquiryAnswer: {
        EnquiryAnswer.OFFERED: N_("Offered"),
        EnquiryAnswer.DECLINED: N_("Declined"),
        EnquiryAnswer.NOT_APPROPRIATE: N_("Not appropriate now"),
        EnquiryAnswer.SUPPORTED: N_("Asked, and supported"),
    },
}
