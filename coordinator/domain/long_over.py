"""What is long over: pages show it only to whoever asks for what was earlier."""

from datetime import date, timedelta

_A_YEAR = timedelta(days=366)


def is_long_over(last: date, today: date) -> bool:
    """Whether the last day of something is more than a year ago."""
    return last < today - _A_YEAR
