"""A day as it is typed in the room. No Qt."""

from datetime import date

from coordinator.domain.live_views import LiveAround
from coordinator.ui.kit.asks import read_day
from coordinator.wording.translation import _


def understood_day(text: str, _today: date, _around: LiveAround) -> "date | str":
    """Give the day, or the sentence that says why there is none."""
    try:
        on = read_day(text)
    except ValueError:
        on = None
    return on or _("'{words}' is no day. Such as 10/12/2026.", words=text.strip())
