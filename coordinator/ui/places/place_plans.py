"""Where one can be among place plans and groups; see `places`."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class PlacePlansPlace:
    """Place plans and groups.

    Attributes:
        plan: The plan to begin on.
        ended_too: Plans and groups that ended are listed as well.
    """

    plan: UUID | None = None
    ended_too: bool = False
