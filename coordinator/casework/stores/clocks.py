"""Whether this computer's clock agrees with what is on file."""

from datetime import datetime, timedelta

from coordinator.casework.desk import LONDON, Desk

_SLACK = timedelta(hours=1)
"""Two computers of one panel are never quite agreed."""
_LOOKED_AT = 20


def read_newest_ahead(desk: Desk) -> datetime | None:
    """Give when the newest entry was made, at the panel's place, where that is still to come.

    Returns:
        Nothing while the clock is at or after it, give or take an hour.
    """
    with desk.read() as look:
        newest = max((act.at for act in look.history.acts(limit=_LOOKED_AT)), default=None)
    if newest is None or newest <= desk.now() + _SLACK:
        return None
    return newest.astimezone(LONDON)
