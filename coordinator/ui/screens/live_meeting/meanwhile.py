"""What is said when somebody else changed the same field while it was typed here. No Qt."""

from collections.abc import Callable
from datetime import date

from coordinator.domain.errors import StaleRecordError
from coordinator.wording import dates
from coordinator.wording.translation import _


def theirs_words(error: StaleRecordError, name: Callable[[object], str] = str) -> str:
    """Show what somebody else wrote beside what still stands in the line, and what keys do.

    Args:
        error: What they changed.
        name: Gives words for a value that is neither words nor a day.
    """
    said = "; ".join(_shown(value, name) for value in error.theirs.values())
    return _(
        "Somebody else wrote meanwhile: {theirs}. Yours still stands here: the same key again"
        " puts it in its place, Esc leaves theirs.",
        theirs=said.rstrip("."),
    )


def _shown(value: object, name: Callable[[object], str]) -> str:
    if isinstance(value, date):
        return dates.day(value)
    return value if isinstance(value, str) else name(value)
