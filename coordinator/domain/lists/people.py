"""Lists about a person: needs, housing, why they were referred, who else is involved."""

from enum import StrEnum


class NeedDomain(StrEnum):
    """The fourteen areas of need. Source: domain enumerations, need domains."""

    HOUSING = "housing"
    MENTAL_HEALTH = "mental_health"
    SELF_HARM = "self_harm"
    ALCOHOL = "alcohol"
    DRUGS = "drugs"
    PHYSICAL_HEALTH = "physical_health"
    COGNITION = "cognition"
    OFFENDING = "offending"
    ASB = "asb"
    VICTIM = "victim"
    MONEY = "money"
    FAMILY = "family"
    DAILY_LIVING = "daily_living"
    MEANING = "meaning"


class NeedSeverity(StrEnum):
    """How much of a need there is; complexity counts the areas at some or high."""

    NONE = "none"
    SOME = "some"
    HIGH = "high"
    NOT_KNOWN = "not_known"


class NeedPart(StrEnum):
    """What a need is to the others: the main one, or one that lies beneath them."""

    MAIN = "main"
    UNDERLYING = "underlying"


class EnquiryAnswer(StrEnum):
    """What came of asking about past harm. Source: domain page 1a, row 30."""

    OFFERED = "offered"
    DECLINED = "declined"
    NOT_APPROPRIATE = "not_appropriate"
    SUPPORTED = "supported"


class HousingStatus(StrEnum):
    """Where a person sleeps. *At risk of losing it* is a flag beside this, not a value."""

    ROUGH_SLEEPING = "rough_sleeping"
    SOFA = "sofa"
    HOSTEL = "hostel"
    SUPPORTED = "supported"
    TEMPORARY = "temporary"
    PRIVATE_RENTED = "private_rented"
    SOCIAL_TENANCY = "social_tenancy"
    OWNER = "owner"
    HOSPITAL = "hospital"
    CUSTODY = "custody"
    REFUGE = "refuge"
    TIED = "tied"
    NOT_KNOWN = "not_known"


class ReferralCriterion(StrEnum):
    """Why a panel may take somebody on. Source: domain enumerations, referral criteria."""

    SEVERAL_NEEDS = "several_needs"
    EMERGENCY_SERVICES = "emergency_services"
    NO_THRESHOLD = "no_threshold"
    PLANS_NOT_WORKING = "plans_not_working"
    RISK_TO_SELF = "risk_to_self"
    RISK_TO_OTHERS = "risk_to_others"
    RISK_FROM_OTHERS = "risk_from_others"
    NO_HOME = "no_home"
    REPEAT_SAFEGUARDING = "repeat_safeguarding"
    FREQUENT_MARAC = "frequent_marac"
    JUDGEMENT = "judgement"


class OtherForum(StrEnum):
    """Where else a person is heard. A register only: never the content of those meetings."""

    MARAC = "marac"
    MAPPA = "mappa"
    IOM = "iom"
    CTP = "ctp"
    MACE = "mace"
    LDSM = "ldsm"
    SECTION_42 = "section_42"
    OTHER = "other"


class RelationshipEffect(StrEnum):
    """What a relationship does to the person's safety. Source: domain entities, relationship."""

    PROTECTIVE = "protective"
    RISKY = "risky"
    BOTH = "both"
    UNKNOWN = "unknown"
