"""Lists of an escalation's way: what happened to it, and what its answer did to the plan."""

from enum import StrEnum


class EscalationStep(StrEnum):
    """What one line of an escalation's thread says was done."""

    RAISED = "raised"
    SENT = "sent"
    CHASED = "chased"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    NOT_ANSWERED = "not_answered"
    REOPENED = "reopened"
    NOTE = "note"
    CLOSED = "closed"


class EscalationEffect(StrEnum):
    """What the answer changed for the person. Source: domain lifecycles, escalation closed."""

    ACTION_ADDED = "action_added"
    ACTION_CHANGED = "action_changed"
    GOAL_CHANGED = "goal_changed"
    PLAN_CHANGED = "plan_changed"
    GAP_RAISED = "gap_raised"
    NONE = "none"


class GapTheme(StrEnum):
    """What part of the system is missing; the barriers of one theme feed the same gaps."""

    HOUSING = "housing"
    MENTAL_HEALTH = "mental_health"
    SUBSTANCE_USE = "substance_use"
    DUAL_DIAGNOSIS = "dual_diagnosis"
    PHYSICAL_HEALTH = "physical_health"
    SOCIAL_CARE = "social_care"
    MONEY = "money"
    INFORMATION = "information"
    AGENCIES = "agencies"
    ENGAGEMENT = "engagement"
    TRANSITIONS = "transitions"
    COMMISSIONING = "commissioning"
    LAW = "law"
    OTHER = "other"
