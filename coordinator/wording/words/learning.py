"""Words for what the panel learns."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.lists.learning import (
    Harm,
    LearningTag,
    Mitigation,
    Overall,
    ReviewKind,
    SharedWith,
)
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    Harm: {
        Harm.HIGH: N_("High"),
        Harm.SIGNIFICANT: N_("Significant"),
        Harm.MODERATE: N_("Moderate"),
        Harm.MINOR: N_("Minor"),
    },
    Mitigation: {
        Mitigation.SIGNIFICANT_LIMITS: N_("Significant limitations"),
        Mitigation.SOME_LIMITS: N_("Some limitations"),
        Mitigation.GOOD: N_("Good"),
    },
    Overall: {
        Overall.HIGH: N_("High"),
        Overall.MODERATE_HIGH: N_("Moderate to high"),
        Overall.MODERATE: N_("Moderate"),
        Overall.STANDARD: N_("Standard"),
    },
    ReviewKind: {
        ReviewKind.DEATH: N_("After a death"),
        ReviewKind.GROUP: N_("Of a group"),
        ReviewKind.PERSON: N_("Of one person's story"),
    },
    LearningTag: {
        LearningTag.WORKED: N_("What worked"),
        LearningTag.BARRIER: N_("What was in the way"),
        LearningTag.TEAMWORK: N_("How agencies worked together"),
        LearningTag.VOICE: N_("The person's voice"),
        LearningTag.PRACTICE: N_("How we work"),
        LearningTag.SYSTEM: N_("How the system works"),
    },
    SharedWith: {
        SharedWith.PANEL: N_("The panel"),
        SharedWith.BOARD: N_("The board"),
        SharedWith.PARTNERSHIP: N_("The whole partnership"),
    },
}
