"""The clock of this computer: moments are kept in UTC, days are counted where the panel sits."""

import time
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

PANEL_ZONE = "Europe/London"


def utc_now() -> datetime:
    """Tell the moment, aware and in UTC."""
    return datetime.now(UTC)


def day_of(moment: datetime, zone: str = PANEL_ZONE) -> date:
    """Name the day of a moment as the panel's wall calendar does.

    Args:
        moment: Aware, in any zone.
        zone: IANA name.

    Raises:
        ValueError: The moment does not say its zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without its zone")
    return moment.astimezone(ZoneInfo(zone)).date()


def today(zone: str = PANEL_ZONE) -> date:
    """Tell the day at the panel's place, whatever zone this computer is set to."""
    return day_of(utc_now(), zone)


def steady() -> float:
    """Tell seconds that only ever go on: for how long something took, never for when it was.

    They go on while the computer sleeps, too, where the system can tell; whoever sets its clock
    changes nothing about them. Between two starts of the computer they begin anew.
    """
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        if (clock := getattr(time, name, None)) is not None:
            return time.clock_gettime(clock)
    return time.monotonic()
