"""Which backups are kept."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.stores.backups import CLOSING, Backup, is_overdue, to_drop

NOW = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)


def backup(age: timedelta, reason: str = CLOSING) -> Backup:
    return Backup(Path(f"{reason}-{int(age.total_seconds())}"), NOW - age, reason)


def kept(backups: list[Backup]) -> list[Backup]:
    gone = to_drop(backups)
    return [one for one in backups if one.path not in gone]


def test_a_year_of_daily_closings_leaves_days_weeks_and_months() -> None:
    found = kept([backup(timedelta(days=day)) for day in range(365)])

    ages = [(NOW - one.made).days for one in found]
    assert ages[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert len({one.made.isocalendar()[:2] for one in found}) >= 8
    assert len({(one.made.year, one.made.month) for one in found}) == 12
    assert len(found) <= 7 + 8 + 12


def test_of_one_day_the_last_is_kept() -> None:
    hours = [backup(timedelta(hours=hour)) for hour in (0, 2, 4)]
    assert kept(hours) == hours[:1]


def test_what_was_made_before_something_risky_is_kept_beside_the_daily_ones() -> None:
    risky = [backup(timedelta(minutes=minute), "import") for minute in (5, 10, 15, 20)]
    assert kept([backup(timedelta()), *risky]) == [backup(timedelta()), *risky[:3]]


@given(age=st.integers(-5, 400), after=st.integers(1, 90))
def test_a_backup_elsewhere_is_asked_for_once_the_last_one_is_older_than_so_many_days(
    age: int, after: int
) -> None:
    today = date(2026, 11, 20)
    last = today - timedelta(days=age)
    assert is_overdue(last, today, after) is (age > after)
    assert is_overdue(None, today, after)
    assert not is_overdue(last, today, 0)
    assert not is_overdue(None, today, 0)


@given(st.lists(st.integers(0, 800 * 24), max_size=60, unique=True))
def test_the_newest_is_never_dropped_and_dropping_twice_drops_nothing_more(
    hours: list[int],
) -> None:
    found = [backup(timedelta(hours=hour)) for hour in hours]
    left = kept(found)
    if found:
        assert min(found, key=lambda one: NOW - one.made) in left
    assert kept(left) == left
