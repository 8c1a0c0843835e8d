"""Words of the plan."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.actions import DueState
from coordinator.domain.lists.plans import (
    ActionKind,
    ActionPriority,
    EcologicalLevel,
    GoalDomain,
    PanelPriority,
    StrengthKind,
)
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    GoalDomain: {
        GoalDomain.HOUSING: N_("Housing and homelessness"),
        GoalDomain.MENTAL_HEALTH: N_("Mental health"),
        GoalDomain.SELF_HARM: N_("Suicide and self-harm"),
        GoalDomain.ALCOHOL: N_("Alcohol"),
        GoalDomain.DRUGS: N_("Drugs"),
        GoalDomain.PHYSICAL_HEALTH: N_("Physical health"),
        GoalDomain.COGNITION: N_("Cognition, learning disability, autism, brain injury"),
        GoalDomain.OFFENDING: N_("Offending and justice"),
        GoalDomain.ASB: N_("Anti-social behaviour and neighbours"),
        GoalDomain.VICTIM: N_("Abuse, exploitation or slavery suffered"),
        GoalDomain.MONEY: N_("Money, debt, benefits, ID"),
        GoalDomain.FAMILY: N_("Family, relationships, parenting"),
        GoalDomain.DAILY_LIVING: N_("Daily living and self-neglect"),
        GoalDomain.MEANING: N_("Work, learning, belonging, faith"),
        GoalDomain.SAFETY: N_("Safety"),
        GoalDomain.IDENTITY: N_("Identity and things that matter to me"),
        GoalDomain.CONNECTION: N_("Connection"),
    },
    ActionKind: {
        ActionKind.SUPPORT: N_("Support"),
        ActionKind.ENGAGEMENT: N_("Engagement"),
        ActionKind.ASSESSMENT: N_("Assessment"),
        ActionKind.ACCESS: N_("Access to a service"),
        ActionKind.ACCOMMODATION: N_("Accommodation"),
        ActionKind.HEALTH: N_("Health"),
        ActionKind.SAFEGUARDING: N_("Safeguarding"),
        ActionKind.ENFORCEMENT: N_("Enforcement"),
        ActionKind.LEGAL: N_("Court or legal"),
        ActionKind.MONEY: N_("Money or budget"),
        ActionKind.FIND_OUT: N_("Find out"),
        ActionKind.TELL_OTHERS: N_("Tell others"),
        ActionKind.ESCALATE: N_("Escalate"),
        ActionKind.MEETING: N_("Plan or meeting"),
        ActionKind.SYSTEM_CHANGE: N_("System change"),
        ActionKind.VICTIM_PROTECTION: N_("Victim protection"),
    },
    ActionPriority: {
        ActionPriority.URGENT: N_("Urgent, within 48 hours"),
        ActionPriority.HIGH: N_("High, within a week"),
        ActionPriority.NORMAL: N_("Normal, by the next panel"),
        ActionPriority.WHEN_POSSIBLE: N_("When possible"),
    },
    DueState: {
        DueState.NOT_DUE: N_("Not due yet"),
        DueState.THIS_WEEK: N_("Due this week"),
        DueState.TODAY: N_("Due today"),
        DueState.OVERDUE: N_("Past its date"),
    },
    PanelPriority: {
        PanelPriority.URGENT: N_("Urgent"),
        PanelPriority.HIGH: N_("High"),
        PanelPriority.MEDIUM: N_("Medium"),
        PanelPriority.STEADY: N_("Steady"),
    },
    EcologicalLevel: {
        EcologicalLevel.INDIVIDUAL: N_("The person"),
        EcologicalLevel.FAMILY: N_("Family and friends"),
        EcologicalLevel.COMMUNITY: N_("Community and services"),
        EcologicalLevel.SOCIETY: N_("Society"),
    },
    StrengthKind: {
        StrengthKind.PROBLEM_SOLVING: N_("Solves problems"),
        StrengthKind.COPING: N_("Ways of coping"),
        StrengthKind.SKILLS: N_("Skills"),
        StrengthKind.HOPES: N_("Hopes"),
        StrengthKind.MOTIVATION: N_("Motivation"),
        StrengthKind.SAFE_HOME: N_("A safe home"),
        StrengthKind.CARING_RELATIONSHIP: N_("A caring relationship"),
        StrengthKind.TRUSTED_PERSON: N_("A trusted person"),
        StrengthKind.POSITIVE_FRIEND: N_("A good friend"),
        StrengthKind.BELONGING: N_("Belonging somewhere"),
        StrengthKind.TRUSTED_PROFESSIONAL: N_("A trusted professional"),
        StrengthKind.ACTIVITIES: N_("Things to do"),
        StrengthKind.SERVICES: N_("Access to services"),
        StrengthKind.INCOME: N_("A chance of income"),
        StrengthKind.FAIR_TREATMENT: N_("Fair treatment"),
        StrengthKind.RIGHTS: N_("Rights upheld"),
        StrengthKind.NO_STIGMA: N_("Access without stigma"),
        StrengthKind.OTHER: N_("Other strength"),
    },
}
