"""Where one can be among what is learnt."""

from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from coordinator.domain.lists.learning import LearningTag


class LearningPart(Enum):
    """The parts of what is learnt; each has a list of its own."""

    NOTES = "notes"
    REVIEWS = "reviews"
    PROGRAMMES = "programmes"
    THEMES = "themes"


@dataclass(frozen=True, slots=True)
class LearningPlace:
    """What is learnt: one part of it, narrowed.

    Attributes:
        about: A person, a meeting or a gap whose notes alone are listed.
    """

    part: LearningPart = LearningPart.NOTES
    tag: LearningTag | None = None
    ended_too: bool = False
    about: UUID | None = None
