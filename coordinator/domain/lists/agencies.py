"""Lists of the agencies: what kind each is, and how its papers are marked."""

from enum import StrEnum


class AgencyKind(StrEnum):
    """What an agency does at the panel. Source: domain enumerations, agency kinds."""

    POLICE_NEIGHBOURHOOD = "police_neighbourhood"
    POLICE_PROTECTION = "police_protection"
    POLICE_IOM = "police_iom"
    PROBATION = "probation"
    YOUTH_JUSTICE = "youth_justice"
    ADULT_SOCIAL_CARE = "adult_social_care"
    CHILDRENS_SERVICES = "childrens_services"
    SAFEGUARDING_ADULTS = "safeguarding_adults"
    HOUSING_OPTIONS = "housing_options"
    SOCIAL_LANDLORD = "social_landlord"
    SUPPORTED_HOUSING = "supported_housing"
    OUTREACH = "outreach"
    SUBSTANCE_USE = "substance_use"
    MENTAL_HEALTH = "mental_health"
    COMMUNITY_NURSING = "community_nursing"
    ACUTE_HOSPITAL = "acute_hospital"
    GP = "gp"
    AMBULANCE = "ambulance"
    PUBLIC_HEALTH = "public_health"
    ICB = "icb"
    FIRE = "fire"
    DWP = "dwp"
    DEBT_ADVICE = "debt_advice"
    DASV = "dasv"
    MODERN_SLAVERY = "modern_slavery"
    PRISON = "prison"
    COURTS = "courts"
    ASB = "asb"
    COMMUNITY_SAFETY = "community_safety"
    LICENSING = "licensing"
    ENVIRONMENTAL_PROTECTION = "environmental_protection"
    CORONER = "coroner"
    VCS_ADVICE = "vcs_advice"
    VCS_DAY_CENTRE = "vcs_day_centre"
    VCS_FAITH = "vcs_faith"
    VCS_FOOD = "vcs_food"
    VETERANS = "veterans"
    EDUCATION = "education"
    ADVOCACY = "advocacy"
    IMMIGRATION_ADVICE = "immigration_advice"
    BUSINESS = "business"
    LOCAL_COUNCIL = "local_council"
    ELECTED_MEMBER = "elected_member"
    COMMISSIONER_HOUSING = "commissioner_housing"
    COMMISSIONER_PUBLIC_HEALTH = "commissioner_public_health"
    COMMISSIONER_MENTAL_HEALTH = "commissioner_mental_health"
    COMMISSIONER_SOCIAL_CARE = "commissioner_social_care"
    COMMISSIONER_OPCC = "commissioner_opcc"
    LIVED_EXPERIENCE = "lived_experience"


NEVER_NAMED_DATA = frozenset({AgencyKind.ELECTED_MEMBER})
"""Kinds that never receive anything about a named person."""


class Marking(StrEnum):
    """Protective marking of a paper.

    OFFICIAL-SENSITIVE is a handling caveat on OFFICIAL, not a tier of its own.
    Source: Government Security Classifications Policy, revised 5 August 2024.
    """

    OFFICIAL = "official"
    OFFICIAL_SENSITIVE = "official_sensitive"
    OFFICIAL_SENSITIVE_PERSONAL = "official_sensitive_personal"
