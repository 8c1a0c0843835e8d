"""Where assessments lead: places as those of `places`."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class AssessmentsPlace:
    """What one person was scored here, and assessed with elsewhere."""

    person: UUID


@dataclass(frozen=True, slots=True)
class ToolsPlace:
    """The tools the panel scores with, and how often factors are found."""
