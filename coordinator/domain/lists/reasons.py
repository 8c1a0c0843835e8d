"""Lists of reasons: why a referral is not taken, why a case pauses, why it closes."""

from enum import StrEnum


class NotAcceptedReason(StrEnum):
    """Why the panel does not take a referral. Source: domain enumerations."""

    BELOW_CRITERIA = "below_criteria"
    OTHER_FORUM = "other_forum"
    DUPLICATE = "duplicate"
    TOO_LITTLE_INFORMATION = "too_little_information"
    OUT_OF_AREA = "out_of_area"
    NO_LAWFUL_BASIS = "no_lawful_basis"


class PauseReason(StrEnum):
    """Why a case rests; every pause carries a look-again date."""

    PRISON = "prison"
    HOSPITAL = "hospital"
    MOVED = "moved"
    NOT_FOUND = "not_found"
    ASKED_FOR_BREAK = "asked_for_break"


class CloseReason(StrEnum):
    """Why a case ends. Not engaging is no reason: the whole disengagement protocol is."""

    GOALS_MET = "goals_met"
    STABLE_WITH_LEAD = "stable_with_lead"
    OTHER_FORUM = "other_forum"
    TRANSFERRED = "transferred"
    DECLINED_AFTER_PROTOCOL = "declined_after_protocol"
    CRITERIA_NOT_MET = "criteria_not_met"
    PRISON = "prison"
    LONG_TERM_CARE = "long_term_care"
    DIED = "died"
    DUPLICATE = "duplicate"
    ADMINISTRATIVE = "administrative"
