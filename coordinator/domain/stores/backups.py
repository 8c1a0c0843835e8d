"""Which backups are kept: the last of each of 7 days, 8 weeks and 12 months."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

DAYS, WEEKS, MONTHS = 7, 8, 12
LAST_ONES = 3
"""Of each kind that was made before something risky (a migration, an import ...)."""
CLOSING = "closing"
ASKED = "asked"
ERASING = "erasing"
OLDEST_DAYS = 400
"""So many days before the newest one no backup is kept, whatever for: who was erased since ages
out of all of them."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: where it lies, when it was made and what for."""

    path: Path
    made: datetime
    reason: str


def is_overdue(last: date | None, today: date, after_days: int) -> bool:
    """Whether it is time for a backup elsewhere.

    Args:
        last: Day of the last one; nothing when there never was one.
        today: The day at the desk.
        after_days: How old it may be; 0 when nobody wants to be reminded.
    """
    if not after_days:
        return False
    return last is None or (today - last).days > after_days


def to_drop(backups: Iterable[Backup]) -> set[Path]:
    """Say which backups may go; the newest one never may."""
    newest_first = sorted(backups, key=lambda backup: backup.made, reverse=True)
    keep = {backup.path for backup in newest_first[:1]}
    for period, count in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        keep |= _newest_of_each(newest_first, period, count)
    for reason in {backup.reason for backup in newest_first} - {CLOSING}:
        keep |= {b.path for b in [b for b in newest_first if b.reason == reason][:LAST_ONES]}
    keep -= {b.path for b in newest_first if _is_too_old(b, newest_first[0])}
    return {backup.path for backup in newest_first} - keep


def _is_too_old(backup: Backup, newest: Backup) -> bool:
    return (newest.made - backup.made).days > OLDEST_DAYS


def _newest_of_each(
    newest_first: list[Backup], period: Callable[[Backup], Hashable], count: int
) -> set[Path]:
    found: dict[Hashable, Path] = {}
    for backup in newest_first:
        found.setdefault(period(backup), backup.path)
    return set(list(found.values())[:count])


def _day(backup: Backup) -> Hashable:
    return backup.made.date()


def _week(backup: Backup) -> Hashable:
    return backup.made.isocalendar()[:2]


def _month(backup: Backup) -> Hashable:
    return backup.made.year, backup.made.month
