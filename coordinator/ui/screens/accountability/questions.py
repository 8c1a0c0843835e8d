"""The form of the page: which days are looked back on; no Qt."""

from datetime import date

from coordinator.domain.accountability import Period
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.wording.translation import _


def other_days(period: Period, today: date) -> Question:
    """Ask for a period, both days included."""
    last = min(period.until_on, today)
    return Question(
        _("Look back on other days"),
        (
            Ask("from_on", _("First day"), Kind.CALENDAR, period.from_on),
            Ask("until_on", _("Last day"), Kind.CALENDAR, last, hint=_("A year at most.")),
        ),
        _("Look back"),
    )
