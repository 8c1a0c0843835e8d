"""Lists of what the panel learns: bands of a theme, kinds of review, who is told."""

from enum import StrEnum


class Harm(StrEnum):
    """How great the risk of an issue is, gravest first. Source: domain page 5.5, MoRiLE values."""

    HIGH = "high"
    SIGNIFICANT = "significant"
    MODERATE = "moderate"
    MINOR = "minor"


class Mitigation(StrEnum):
    """How far agencies can do something about an issue. Source as for the harm."""

    SIGNIFICANT_LIMITS = "significant_limits"
    SOME_LIMITS = "some_limits"
    GOOD = "good"


class Overall(StrEnum):
    """What an issue is taken for as a whole; entered by a person, never worked out."""

    HIGH = "high"
    MODERATE_HIGH = "moderate_high"
    MODERATE = "moderate"
    STANDARD = "standard"


class ReviewKind(StrEnum):
    """What a learning review looks back on."""

    DEATH = "death"
    GROUP = "group"
    PERSON = "person"


class LearningTag(StrEnum):
    """What a learning note is about."""

    WORKED = "worked"
    BARRIER = "barrier"
    TEAMWORK = "teamwork"
    VOICE = "voice"
    PRACTICE = "practice"
    SYSTEM = "system"


class SharedWith(StrEnum):
    """How far a learning note goes. Source: domain entities, learning note."""

    PANEL = "panel"
    BOARD = "board"
    PARTNERSHIP = "partnership"
