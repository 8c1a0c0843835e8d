"""Days gone by as people type them."""

from datetime import date

import pytest

from coordinator.domain.past_days import understand_past_day

THURSDAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("today", THURSDAY),
        ("Yesterday", date(2026, 11, 18)),
        ("wed", date(2026, 11, 18)),
        ("Thursday", THURSDAY),
        ("fri", date(2026, 11, 13)),
        ("18", date(2026, 11, 18)),
        ("20", date(2026, 10, 20)),
        ("18/11", date(2026, 11, 18)),
        ("18 Nov", date(2026, 11, 18)),
        ("Wed 18 November 2026", date(2026, 11, 18)),
        ("18.11.2026", date(2026, 11, 18)),
        ("1st dec", date(2025, 12, 1)),
    ],
)
def test_the_last_such_day_is_meant(typed: str, meant: date) -> None:
    assert understand_past_day(typed, THURSDAY) == meant


@pytest.mark.parametrize("typed", ["", "soon", "32", "18/13", "Tue 18 Nov", "18 Nov 1999"])
def test_what_is_no_day_is_none(typed: str) -> None:
    assert understand_past_day(typed, THURSDAY) is None
