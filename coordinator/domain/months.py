"""Calendar months, as rules count them."""

from calendar import monthrange
from datetime import date

_A_YEAR = 12


def after_months(day: date, months: int) -> date:
    """Give the same day so many months on; the last of the month where there is no such day."""
    years, month = divmod(day.month - 1 + months, _A_YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
