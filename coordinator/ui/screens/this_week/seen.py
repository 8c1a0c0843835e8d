"""When somebody on a line was last seen, lent to every card that names people; no Qt."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from coordinator.domain.week.this_week import ThisWeek
from coordinator.wording.seeing import told_seen

TellSeen = Callable[[UUID | None], str]
"""Says it in a sentence without its stop; nothing of whom nothing is to be said."""


def seen_in(week: ThisWeek, today: date) -> TellSeen:
    """Give what says it for the people of a week."""
    return lambda person: told_seen(week.seen.get(person) if person else None, today)


def joined(*told: str) -> str:
    """Put what is told of a line one after the other."""
    return ". ".join(filter(None, told))
