"""Words for the way of an escalation and for what its answer did."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.lists.escalations import EscalationEffect, EscalationStep, GapTheme
from coordinator.domain.stuck.gaps import GapNews
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    EscalationStep: {
        EscalationStep.RAISED: N_("Raised"),
        EscalationStep.SENT: N_("Sent"),
        EscalationStep.CHASED: N_("Chased"),
        EscalationStep.ACKNOWLEDGED: N_("Acknowledged"),
        EscalationStep.ANSWERED: N_("Answered"),
        EscalationStep.NOT_ANSWERED: N_("Not answered"),
        EscalationStep.REOPENED: N_("Opened again"),
        EscalationStep.NOTE: N_("Note"),
        EscalationStep.CLOSED: N_("Closed"),
    },
    EscalationEffect: {
        EscalationEffect.ACTION_ADDED: N_("A new action"),
        EscalationEffect.ACTION_CHANGED: N_("An action changed"),
        EscalationEffect.GOAL_CHANGED: N_("A goal changed"),
        EscalationEffect.PLAN_CHANGED: N_("The plan changed"),
        EscalationEffect.GAP_RAISED: N_("A gap for commissioners"),
        EscalationEffect.NONE: N_("Nothing changed"),
    },
    GapNews: {
        GapNews.RAISED: N_("New in the register"),
        GapNews.REOPENED: N_("Opened again"),
        GapNews.PUT: N_("Put to somebody who could close it"),
        GapNews.DECIDED: N_("Decided"),
        GapNews.CLOSED: N_("Closed"),
    },
    GapTheme: {
        GapTheme.HOUSING: N_("Housing"),
        GapTheme.MENTAL_HEALTH: N_("Mental health"),
        GapTheme.SUBSTANCE_USE: N_("Substance use"),
        GapTheme.DUAL_DIAGNOSIS: N_("Dual diagnosis"),
        GapTheme.PHYSICAL_HEALTH: N_("Physical health"),
        GapTheme.SOCIAL_CARE: N_("Social care"),
        GapTheme.MONEY: N_("Benefits and debt"),
        GapTheme.INFORMATION: N_("Sharing information"),
        GapTheme.AGENCIES: N_("Agencies taking part"),
        GapTheme.ENGAGEMENT: N_("Reaching people"),
        GapTheme.TRANSITIONS: N_("Moving between services"),
        GapTheme.COMMISSIONING: N_("Commissioning and funding"),
        GapTheme.LAW: N_("Law and courts"),
        GapTheme.OTHER: N_("Other"),
    },
}
