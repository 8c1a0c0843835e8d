"""Lists of the meeting: its types, who came and how, what is on the agenda, how it was decided."""

from enum import StrEnum


class MeetingType(StrEnum):
    """Why people meet. Source: the enumerations of the domain, meeting types."""

    TASKING = "tasking"
    OUTREACH = "outreach"
    PROFESSIONALS = "professionals"
    EXTRAORDINARY = "extraordinary"
    REVIEW = "review"
    STRATEGIC = "strategic"
    CREATIVE_SOLUTIONS = "creative_solutions"
    PLACE = "place"
    CONFERENCE = "conference"
    LEARNING_REVIEW = "learning_review"


class Attendance(StrEnum):
    """How a seat was filled at one meeting. Source: domain enumerations, attendance."""

    PRESENT = "present"
    PART = "part"
    SUBSTITUTE = "substitute"
    APOLOGIES_INFORMED = "apologies_informed"
    APOLOGIES = "apologies"
    ABSENT = "absent"
    VACANT = "vacant"
    OBSERVER = "observer"
    PERSON_PRESENT = "person_present"
    NOT_REQUIRED = "not_required"


IN_THE_ROOM = frozenset(
    {
        Attendance.PRESENT,
        Attendance.PART,
        Attendance.SUBSTITUTE,
        Attendance.OBSERVER,
        Attendance.PERSON_PRESENT,
    }
)
"""Attendance that means somebody sat there; quorum counts fewer (observers never)."""


class AgendaKind(StrEnum):
    """Why a line stands on the agenda. Source: domain entities, agenda item types."""

    ACTION_CHECK = "action_check"
    ESCALATION_ANSWER = "escalation_answer"
    URGENT = "urgent"
    REVIEW = "review"
    NEW_REFERRAL = "new_referral"
    CLOSURE = "closure"
    SYSTEM = "system"
    LEARNING = "learning"
    OTHER = "other"


class DecidedHow(StrEnum):
    """How a decision was reached. Source: domain entities, decision."""

    AGREED = "agreed"
    CHAIR = "chair"
    VOTE = "vote"


class DecisionAuthority(StrEnum):
    """Whose decision it is. Source: domain entities, decision."""

    PANEL = "panel"
    AGENCY = "agency"


class WhyListed(StrEnum):
    """Why a line stands on an agenda; one line may have several reasons.

    `ADDED` and `URGENT` are a person's choice, all others come from what is on file.
    """

    OVERDUE_ACTIONS = "overdue_actions"
    URGENT = "urgent"
    URGENT_PRIORITY = "urgent_priority"
    REVIEW_DUE = "review_due"
    NO_REVIEW_DATE = "no_review_date"
    LOOK_AGAIN = "look_again"
    NOT_SEEN = "not_seen"
    PROTOCOL_REVIEW = "protocol_review"
    RISK_REVIEW = "risk_review"
    MISSING = "missing"
    LEAD_TO_AGREE = "lead_to_agree"
    NEW_REFERRAL = "new_referral"
    REFERRAL_DEFERRED = "referral_deferred"
    HAS_DIED = "has_died"
    CLOSURE_PROPOSED = "closure_proposed"
    ESCALATION_ANSWERED = "escalation_answered"
    ESCALATION_OVERDUE = "escalation_overdue"
    DEFERRED_LAST_TIME = "deferred_last_time"
    LEFT_OPEN_LAST_TIME = "left_open_last_time"
    ADDED = "added"


class MinutesAccuracy(StrEnum):
    """What a meeting said about the minutes of the one before."""

    AGREED = "agreed"
    AMENDED = "amended"
