"""What is said of a clock that cannot be right; apart, because days in words are slow to load."""

from datetime import datetime

from coordinator.wording import dates
from coordinator.wording.refusals.notices import Notice
from coordinator.wording.translation import _


def clock_behind(newest: datetime) -> Notice:
    """Say that the clock is behind what is on file: nothing is changed for it."""
    return Notice(
        _(
            "This computer's clock is behind what is on file: the newest entry was made on {day}.",
            day=dates.plain_day(newest.date()),
        ),
        _("Check the date of the computer before you write anything down."),
    )
