"""Lists of what gets in the way, and what came of asking somebody with more authority."""

from enum import StrEnum


class BarrierCategory(StrEnum):
    """What stops an action or a goal. Source: domain enumerations, barriers."""

    HOUSING_NONE_SUITABLE = "housing_none_suitable"
    HOUSING_REFUSED = "housing_refused"
    HOUSING_LOCAL_CONNECTION = "housing_local_connection"
    HOUSING_ARREARS = "housing_arrears"
    HOUSING_COUPLES_PETS = "housing_couples_pets"
    HOUSING_OFFENCE = "housing_offence"
    MH_THRESHOLD = "mh_threshold"
    MH_SUBSTANCE_USE = "mh_substance_use"
    MH_WAITING = "mh_waiting"
    MH_NOT_ASSESSED = "mh_not_assessed"
    SUBSTANCE_USE = "substance_use"
    DUAL_DIAGNOSIS = "dual_diagnosis"
    PHYSICAL_HEALTH = "physical_health"
    CARE_NO_NEED = "care_no_need"
    CARE_DISPUTE = "care_dispute"
    CAPACITY_DISPUTED = "capacity_disputed"
    BENEFITS = "benefits"
    DEBT = "debt"
    NOT_SHARED = "not_shared"
    BASIS_UNCLEAR = "basis_unclear"
    AGENCY_ABSENT = "agency_absent"
    AGENCY_NOT_ACTING = "agency_not_acting"
    NO_LEAD = "no_lead"
    NOT_FOUND = "not_found"
    DECLINES = "declines"
    COERCION = "coercion"
    STAFF_RISK = "staff_risk"
    TRANSPORT = "transport"
    TRANSITION = "transition"
    PRISON_RELEASE = "prison_release"
    OUT_OF_AREA = "out_of_area"
    COMMISSIONING_GAP = "commissioning_gap"
    FUNDING_ENDED = "funding_ended"
    DATA_NOT_SHAREABLE = "data_not_shareable"
    LAW_OR_COURT = "law_or_court"
    CULTURE = "culture"
    OTHER = "other"


class EscalationTrack(StrEnum):
    """Which road a disagreement or a barrier takes; the three are never mixed."""

    BARRIER = "barrier"
    PROFESSIONAL_DISAGREEMENT = "professional_disagreement"
    SAFEGUARDING = "safeguarding"


class EscalationOutcome(StrEnum):
    """What came back. Source: domain enumerations, escalation outcomes."""

    RESOLVED = "resolved"
    PARTLY = "partly"
    WORKAROUND = "workaround"
    EXCEPTION = "exception"
    MONEY = "money"
    POLICY_CHANGED = "policy_changed"
    UPHELD = "upheld"
    PASSED_ON = "passed_on"
    RISK_ACCEPTED = "risk_accepted"
    NO_REPLY = "no_reply"
    WITHDRAWN = "withdrawn"
    BECAME_GAP = "became_gap"
