"""Lists of the quarterly report: its parts, its tables, and the lines that are its own."""

from enum import StrEnum


class ReportPart(StrEnum):
    """The parts of the report, in their order; words may stand beside the figures of each."""

    CASELOAD = "caseload"
    NEEDS = "needs"
    DEMAND = "demand"
    ACTIONS = "actions"
    ATTENDANCE = "attendance"
    STUCK = "stuck"
    ESCALATIONS = "escalations"
    MONEY = "money"
    LEARNING = "learning"


class FigureTable(StrEnum):
    """The tables of counts, each told in one part."""

    REFERRALS = "referrals"
    CAME_AND_WENT = "came_and_went"
    CLOSED = "closed"
    PHASES = "phases"
    COMPLEXITY = "complexity"
    DEEDS = "deeds"
    BARRIERS = "barriers"
    GAPS = "gaps"
    ESCALATIONS = "escalations"
    ANSWERS = "answers"


class CameAndWent(StrEnum):
    """How the caseload changed in a period: before, and new and again, less closed, make after."""

    BEFORE = "before"
    NEW = "new"
    AGAIN = "again"
    CLOSED = "closed"
    AFTER = "after"


class ComplexityBand(StrEnum):
    """How many areas of need somebody has at some or high; five or more is told apart.

    Source: domain page 1b, row 73 (the assessment counts those with five areas or more).
    """

    NOT_ASKED = "not_asked"
    NONE = "none"
    FEW = "few"
    SEVERAL = "several"
    MANY = "many"


class Deed(StrEnum):
    """What became of the actions that were due in a period. Source: domain page 5.4."""

    ON_TIME = "on_time"
    LATE = "late"
    NOT_DONE = "not_done"
    COULD_NOT = "could_not"
    NEUTRAL = "neutral"
    PAST = "past"
    STILL_OPEN = "still_open"


class GapCount(StrEnum):
    """How the register of gaps changed in a period."""

    RAISED = "raised"
    CLOSED = "closed"
    STANDING = "standing"
    OVER_HALF_A_YEAR = "over_half_a_year"


class EscalationCount(StrEnum):
    """What was asked of people with more authority in a period, and what came back."""

    SENT = "sent"
    ANSWERED = "answered"
    ANSWERED_LATE = "answered_late"
    UNANSWERED = "unanswered"
    WAITING = "waiting"
    OVERDUE = "overdue"


class Lack(StrEnum):
    """What can be missing on file of somebody on the caseload."""

    BASIS = "basis"
    LEAD = "lead"
    PLAN = "plan"
    WHAT_MATTERS = "what_matters"
    NEEDS = "needs"
    REVIEW = "review"
    CONTACT = "contact"
    BIRTH = "birth"
    CHILDREN = "children"
    OWNER = "owner"
    DEMAND = "demand"
