"""How often services met one person of a large demo, before their plan began and after. Made up.

Lists came every month in the last three years; before that, somebody asked once for the half-year
before and once for the one after. Of some people lists have gaps, and of some there are none: what
is not there is not nought.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from coordinator.db.models import DemandCount
from coordinator.demo.lives import Telling
from coordinator.demo.outline import Life, Oddity
from coordinator.domain.lists.measures import Completeness, DemandMeasure
from coordinator.domain.months import after_months

_DAY, _TWO_WEEKS = timedelta(days=1), timedelta(days=14)
_MONTHLY_FOR = 36  # months until today in which lists came every month
_HALF, _YEAR = 6, 12
_SHORTEST_MONTH = 28
_NOTE = "Made up for the demo."


@dataclass(frozen=True, slots=True)
class _List:
    """What one agency sends.

    Attributes:
        late: Months until its figures come: those of hospitals come late (domain page 1b, row 69).
        share: Of how many people it tells anything.
        most: Times a month at the outside, before.
    """

    measure: DemandMeasure
    agency: str
    called: str
    late: int
    share: float
    most: int


_LISTS = (
    _List(DemandMeasure.POLICE_CALLS, "police", "Monthly list", 1, 0.9, 4),
    _List(DemandMeasure.AE_ATTENDANCES, "hospital", "Emergency department list", 3, 0.85, 3),
    _List(DemandMeasure.ASB_REPORTS, "council", "Reports of the month", 1, 0.25, 3),
    _List(DemandMeasure.NIGHTS_ROUGH, "outreach", "Counted by outreach", 1, 0.3, 20),
)
Days = tuple[date, date]


def tell_counted(tell: Telling, life: Life) -> None:
    """Write the counts of one person; of every seventh nobody ever asked."""
    if not tell.dice.chance(0.86):
        return
    gaps = tell.dice.weighted({0.0: 65, 0.05: 20, 0.25: 15})
    for one in _LISTS:
        if tell.dice.chance(one.share):
            most = tell.dice.between(1, one.most)
            better = tell.dice.weighted({0.4: 45, 0.8: 35, 1.3: 20})
            for days, is_after in _periods(tell, life, one):
                _count(tell, life, one, days, (most * (better if is_after else 1.0), gaps))


def _periods(tell: Telling, life: Life, one: _List) -> Iterator[tuple[Days, bool]]:
    """Give the times that are counted around each plan, none twice; never after somebody died."""
    known = after_months(tell.today.replace(day=1), -one.late)
    last = min(known, life.spans[-1].closed or known) if life.oddity is Oddity.DIED else known
    free_from = date.min
    for span in life.spans:
        begun = (span.opened + _TWO_WEEKS).replace(day=1)
        came_monthly = begun >= after_months(known, -_MONTHLY_FOR)
        around = _monthly(begun, life) if came_monthly else _halves(begun)
        for (first, ends), is_after in around:
            if free_from <= first and ends < last:
                yield (first, ends), is_after
                free_from = ends + _DAY


def _monthly(begun: date, life: Life) -> Iterator[tuple[Days, bool]]:
    """Give every month around a plan: a year of them while somebody is on the caseload."""
    around = _YEAR if life.is_current else _HALF
    for months in range(-around, around + 1):
        yield _days(after_months(begun, months), 1), months >= 0


def _halves(begun: date) -> Iterator[tuple[Days, bool]]:
    """Give the half-years around the month in which a plan began."""
    yield _days(after_months(begun, -_HALF), _HALF), False
    yield _days(after_months(begun, 1), _HALF), True


def _days(first: date, months: int) -> Days:
    return first, after_months(first, months) - _DAY


def _count(tell: Telling, life: Life, one: _List, days: Days, how: tuple[float, float]) -> None:
    (first, ends), (most, gaps) = days, how
    if tell.dice.chance(gaps):
        return
    months = ((ends - first).days + 1) // _SHORTEST_MONTH
    found = sum(tell.dice.between(0, round(most)) for _ in range(months))
    whole = tell.dice.weighted(
        {
            Completeness.FULL: 1 - gaps,
            Completeness.PART: gaps / 2,
            Completeness.NOT_AVAILABLE: gaps / 2,
        }
    )
    tell.sheaf.add(
        DemandCount,
        id=tell.dice.new_id(ends),
        person_id=life.id,
        measure=one.measure,
        from_on=first,
        to_on=ends,
        count=None if whole is Completeness.NOT_AVAILABLE else found,
        agency_id=tell.town.agencies[one.agency],
        source=one.called,
        as_at=min(after_months(ends, one.late), tell.today),
        completeness=whole,
        note=_NOTE,
    )
