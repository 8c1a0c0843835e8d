"""Lists of the plan: goals, actions, priorities, strengths."""

from enum import StrEnum
from types import MappingProxyType


class GoalDomain(StrEnum):
    """What a goal is about: the areas of need, and three that are nobody's need but matter."""

    HOUSING = "housing"
    MENTAL_HEALTH = "mental_health"
    SELF_HARM = "self_harm"
    ALCOHOL = "alcohol"
    DRUGS = "drugs"
    PHYSICAL_HEALTH = "physical_health"
    COGNITION = "cognition"
    OFFENDING = "offending"
    ASB = "asb"
    VICTIM = "victim"
    MONEY = "money"
    FAMILY = "family"
    DAILY_LIVING = "daily_living"
    MEANING = "meaning"
    SAFETY = "safety"
    IDENTITY = "identity"
    CONNECTION = "connection"


class ActionKind(StrEnum):
    """What an action does. Source: domain enumerations, action kinds."""

    SUPPORT = "support"
    ENGAGEMENT = "engagement"
    ASSESSMENT = "assessment"
    ACCESS = "access"
    ACCOMMODATION = "accommodation"
    HEALTH = "health"
    SAFEGUARDING = "safeguarding"
    ENFORCEMENT = "enforcement"
    LEGAL = "legal"
    MONEY = "money"
    FIND_OUT = "find_out"
    TELL_OTHERS = "tell_others"
    ESCALATE = "escalate"
    MEETING = "meeting"
    SYSTEM_CHANGE = "system_change"
    VICTIM_PROTECTION = "victim_protection"


SAFETY_KINDS = frozenset({ActionKind.SAFEGUARDING, ActionKind.VICTIM_PROTECTION})
"""Safety actions: a case cannot close while one is open, and one overdue prompts the chair."""


class ActionPriority(StrEnum):
    """How soon: 48 hours, one week, by the next panel, when possible."""

    URGENT = "urgent"
    HIGH = "high"
    NORMAL = "normal"
    WHEN_POSSIBLE = "when_possible"


class PanelPriority(StrEnum):
    """How urgently the panel takes a person; set by the chair with a reason, never computed."""

    URGENT = "urgent"
    HIGH = "high"
    MEDIUM = "medium"
    STEADY = "steady"


class EcologicalLevel(StrEnum):
    """Levels of the ecological model, nearest the person first.

    Source: Preventing Serious Violence, a framework for Cornwall and the Isles of Scilly.
    """

    INDIVIDUAL = "individual"
    FAMILY = "family"
    COMMUNITY = "community"
    SOCIETY = "society"


class StrengthKind(StrEnum):
    """Protective factors, by level from `LEVEL_OF`. Source as for the levels, adults added."""

    PROBLEM_SOLVING = "problem_solving"
    COPING = "coping"
    SKILLS = "skills"
    HOPES = "hopes"
    MOTIVATION = "motivation"
    SAFE_HOME = "safe_home"
    CARING_RELATIONSHIP = "caring_relationship"
    TRUSTED_PERSON = "trusted_person"
    POSITIVE_FRIEND = "positive_friend"
    BELONGING = "belonging"
    TRUSTED_PROFESSIONAL = "trusted_professional"
    ACTIVITIES = "activities"
    SERVICES = "services"
    INCOME = "income"
    FAIR_TREATMENT = "fair_treatment"
    RIGHTS = "rights"
    NO_STIGMA = "no_stigma"
    OTHER = "other"


LEVEL_OF = MappingProxyType(
    {
        StrengthKind.PROBLEM_SOLVING: EcologicalLevel.INDIVIDUAL,
        StrengthKind.COPING: EcologicalLevel.INDIVIDUAL,
        StrengthKind.SKILLS: EcologicalLevel.INDIVIDUAL,
        StrengthKind.HOPES: EcologicalLevel.INDIVIDUAL,
        StrengthKind.MOTIVATION: EcologicalLevel.INDIVIDUAL,
        StrengthKind.SAFE_HOME: EcologicalLevel.FAMILY,
        StrengthKind.CARING_RELATIONSHIP: EcologicalLevel.FAMILY,
        StrengthKind.TRUSTED_PERSON: EcologicalLevel.FAMILY,
        StrengthKind.POSITIVE_FRIEND: EcologicalLevel.FAMILY,
        StrengthKind.BELONGING: EcologicalLevel.COMMUNITY,
        StrengthKind.TRUSTED_PROFESSIONAL: EcologicalLevel.COMMUNITY,
        StrengthKind.ACTIVITIES: EcologicalLevel.COMMUNITY,
        StrengthKind.SERVICES: EcologicalLevel.COMMUNITY,
        StrengthKind.INCOME: EcologicalLevel.COMMUNITY,
        StrengthKind.FAIR_TREATMENT: EcologicalLevel.SOCIETY,
        StrengthKind.RIGHTS: EcologicalLevel.SOCIETY,
        StrengthKind.NO_STIGMA: EcologicalLevel.SOCIETY,
    }
)
"""Where each listed strength usually sits; *other* has no usual level, the person says it."""


class OwnPlanVariant(StrEnum):
    """The forms in which a person can have their own plan. Source: domain, easy-read plan."""

    EASY_READ = "easy_read"
    LARGE_PRINT = "large_print"
    PLAIN = "plain"


class OwnView(StrEnum):
    """What the person thinks of their plan."""

    HAPPY = "happy"
    OK = "ok"
    NOT_HAPPY = "not_happy"
