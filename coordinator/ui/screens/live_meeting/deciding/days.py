"""A day as it is typed in the room: read in British English, asked where it can be two. No Qt."""

import re
from datetime import date, timedelta

from coordinator.domain.meetings.live_views import LiveAround
from coordinator.domain.spoken.days import settled, understand_day
from coordinator.domain.spoken.values import Calendar, DayState, SpokenDay
from coordinator.wording.spoken import day_sentence
from coordinator.wording.translation import _

_WEEKS = re.compile(r"(?:in\s+)?(\d{1,2})\s*(?:w|wk|wks|weeks?)?", re.IGNORECASE)
MOST_WEEKS = 52


def read_review(text: str, held_on: date, around: LiveAround) -> SpokenDay | None:
    """Read when the panel looks again: a number is weeks from the day of the meeting.

    Returns:
        What is said; nothing when it says no day.
    """
    calendar = Calendar(held_on, around.closed_days, around.next_meeting_on)
    if found := _WEEKS.fullmatch(text.strip()):
        weeks = int(found.group(1))
        if 0 < weeks <= MOST_WEEKS:
            return settled(held_on + timedelta(weeks=weeks), calendar)
    return understand_day(text, calendar)


def sentence(day: SpokenDay | None, text: str, today: date) -> str:
    """Ask or tell about a day; empty when there is nothing to say."""
    if day is None or day.state is DayState.NOT_SAID:
        return _("'{words}' is no day. Type weeks, or such as Thu 10 Dec.", words=text.strip())
    return day_sentence(day, today)
