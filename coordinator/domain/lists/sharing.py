"""Lists of information sharing: on which basis, through which gateway, told or not, sent how."""

from enum import StrEnum


class LawfulBasis(StrEnum):
    """UK GDPR Article 6(1), points a to f. Consent is not the same as agreement to the plan."""

    PUBLIC_TASK = "public_task"
    LEGAL_OBLIGATION = "legal_obligation"
    VITAL_INTERESTS = "vital_interests"
    LEGITIMATE_INTERESTS = "legitimate_interests"
    CONSENT = "consent"
    CONTRACT = "contract"


class SpecialCondition(StrEnum):
    """UK GDPR Article 9(2) conditions that panels rely on."""

    SUBSTANTIAL_PUBLIC_INTEREST = "substantial_public_interest"
    HEALTH_OR_SOCIAL_CARE = "health_or_social_care"
    VITAL_INTERESTS = "vital_interests"
    EXPLICIT_CONSENT = "explicit_consent"
    NONE = "none"


class Gateway(StrEnum):
    """The power that allows sharing; a power, not a duty, unless the statute says so."""

    CRIME_AND_DISORDER = "crime_and_disorder"
    CRIME_REDUCTION_DUTY = "crime_reduction_duty"
    CARE_ACT_COOPERATION = "care_act_cooperation"
    CARE_ACT_ENQUIRY = "care_act_enquiry"
    CARE_ACT_INFORMATION = "care_act_information"
    CHILDREN_ACT = "children_act"
    MENTAL_CAPACITY = "mental_capacity"
    HOMELESSNESS_REDUCTION = "homelessness_reduction"
    SERIOUS_VIOLENCE = "serious_violence"
    DOMESTIC_ABUSE = "domestic_abuse"
    DATA_PROTECTION = "data_protection"
    OVERRIDING_INTEREST = "overriding_interest"


class ToldAboutPanel(StrEnum):
    """Whether the person knows that the panel talks about them."""

    YES = "yes"
    NOT_YET = "not_yet"
    NO = "no"


class Channel(StrEnum):
    """How something was disclosed. Source: domain entities, disclosure."""

    READ_IN_MEETING = "read_in_meeting"
    SECURE_MAIL = "secure_mail"
    SEALED_PACK = "sealed_pack"
    PRINTED = "printed"
    SPOKEN = "spoken"


class Known(StrEnum):
    """What an agency answers when it is asked about a person before a meeting."""

    KNOWN = "known"
    WILL_SHARE = "will_share"
    CANNOT_SHARE = "cannot_share"
    NOT_KNOWN = "not_known"
