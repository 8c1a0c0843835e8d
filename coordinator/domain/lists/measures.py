"""Lists of what is counted and what is spent."""

from enum import StrEnum


class DemandMeasure(StrEnum):
    """Uses of public services per period. Source: domain enumerations, demand measures."""

    POLICE_CALLS = "police_calls"
    ARRESTS = "arrests"
    CUSTODY_NIGHTS = "custody_nights"
    COURT_APPEARANCES = "court_appearances"
    ASB_REPORTS = "asb_reports"
    AE_ATTENDANCES = "ae_attendances"
    AMBULANCE_CONVEYANCES = "ambulance_conveyances"
    ADMISSIONS = "admissions"
    BED_NIGHTS = "bed_nights"
    MH_CRISIS = "mh_crisis"
    SECTION_136 = "section_136"
    SAFEGUARDING_CONCERNS = "safeguarding_concerns"
    EVICTIONS = "evictions"
    ACCOMMODATION_REFUSALS = "accommodation_refusals"
    NIGHTS_ROUGH = "nights_rough"
    FIRE_CALLS = "fire_calls"
    MISSED_APPOINTMENTS = "missed_appointments"
    TREATMENT_ATTENDED = "treatment_attended"
    NIGHTS_HOUSED = "nights_housed"
    TIME_CREDITS = "time_credits"


POSITIVE_MEASURES = frozenset(
    {DemandMeasure.TREATMENT_ATTENDED, DemandMeasure.NIGHTS_HOUSED, DemandMeasure.TIME_CREDITS}
)
"""Measures in which more is better."""


class Completeness(StrEnum):
    """How much of the period a figure covers; a figure not available is not zero."""

    FULL = "full"
    PART = "part"
    NOT_AVAILABLE = "not_available"


class MeasureMethod(StrEnum):
    """Where a figure comes from. Source: domain entities, demand measure."""

    AGENCY_LIST = "agency_list"
    OWN_WORDS = "own_words"
    ESTIMATE = "estimate"


class FundingSource(StrEnum):
    """Where the money of a budget line comes from. Source: domain entities, budget line."""

    PERSONAL_BUDGET = "personal_budget"
    DONATED_FUND = "donated_fund"
    DHP = "dhp"
    AGENCY = "agency"
    CHARITY = "charity"
    GRANT = "grant"


class MoneyMove(StrEnum):
    """Whether money went out or came back."""

    SPENT = "spent"
    RETURNED = "returned"
