"""What people in a meeting call agencies of a kind."""

from coordinator.domain.lists.agencies import AgencyKind


def ways_of(kind: AgencyKind | None) -> tuple[str, ...]:
    """Give the ways a kind of agency is called: *police*; *mental health*, *cmht*."""
    raise NotImplementedError
