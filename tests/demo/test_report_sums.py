"""The report of each demo, against sums made another way: every record read, one by one."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from coordinator.casework.reports.quarter import read_quarter
from coordinator.casework.stores.opening import Office
from coordinator.db.models import Barrier, Case, Escalation, Gap, Need, Referral
from coordinator.domain.accountability import Period
from coordinator.domain.lists.people import NeedDomain, NeedSeverity
from coordinator.domain.lists.reports import (
    CameAndWent,
    ComplexityBand,
    EscalationCount,
    FigureTable,
    GapCount,
)
from coordinator.domain.months import after_months
from coordinator.domain.reports.figures import Counts
from coordinator.domain.reports.quarter import QuarterReport
from coordinator.domain.states import ReferralStatus
from tests.demo.conftest import TODAY
from tests.demo.reading import Demo

YEAR = Period(TODAY - timedelta(days=364), TODAY)
_DAY = timedelta(days=1)


def tables(report: QuarterReport) -> Mapping[FigureTable, Counts]:
    return {one.table: one for one in report.tables}


def within(day: date | None, period: Period) -> bool:
    return day is not None and period.from_on <= day <= period.until_on


def stood(case: Case, day: date) -> bool:
    return case.opened_on <= day and (case.closed_on is None or case.closed_on > day)


def check_came_and_went(demo: Demo, period: Period) -> None:
    found = tables(read_quarter(demo.desk, period))
    cases = demo.every(Case)
    moved = found[FigureTable.CAME_AND_WENT]
    at_end = [one for one in cases if stood(one, period.until_on)]
    closed = [one for one in cases if within(one.closed_on, period)]
    assert dict(moved.lines) == {
        CameAndWent.BEFORE: sum(stood(one, period.from_on - _DAY) for one in cases),
        CameAndWent.NEW: sum(
            within(one.opened_on, period) and one.reopened_from_id is None for one in cases
        ),
        CameAndWent.AGAIN: sum(
            within(one.opened_on, period) and one.reopened_from_id is not None for one in cases
        ),
        CameAndWent.CLOSED: len(closed),
        CameAndWent.AFTER: len(at_end),
    }
    assert dict(found[FigureTable.PHASES].lines) == Counter(one.phase for one in at_end)
    assert dict(found[FigureTable.CLOSED].lines) == Counter(
        one.close_reason for one in closed if one.close_reason
    )


def test_who_came_and_went(demo: Demo, period: Period) -> None:
    check_came_and_went(demo, period)


def test_the_days_at_both_ends_count(demo: Demo) -> None:
    """A period of one day: somebody closed on it is gone when it ends, and was there before."""
    closed = sorted({one.closed_on for one in demo.every(Case) if one.closed_on})
    begun = sorted({one.opened_on for one in demo.every(Case)})
    for day in (one for one in (*closed[-5:], *begun[-5:]) if one <= demo.today):
        check_came_and_went(demo, Period(day, day))


def test_how_many_areas_of_need_there_are(demo: Demo, period: Period) -> None:
    found = tables(read_quarter(demo.desk, period))[FigureTable.COMPLEXITY]
    there = {one.person_id for one in demo.every(Case) if stood(one, period.until_on)}
    latest_of: dict[UUID, dict[NeedDomain, Need]] = {person: {} for person in there}
    for one in sorted(demo.every(Need), key=lambda need: need.seen_on):
        if one.person_id in there and one.seen_on <= period.until_on:
            latest_of[one.person_id][one.area] = one
    bands: Counter[ComplexityBand] = Counter()
    for latest in latest_of.values():
        is_known = any(one.severity is not NeedSeverity.NOT_KNOWN for one in latest.values())
        many = sum(
            one.severity in {NeedSeverity.SOME, NeedSeverity.HIGH} for one in latest.values()
        )
        few = (ComplexityBand.NONE, *(ComplexityBand.FEW,) * 2, *(ComplexityBand.SEVERAL,) * 2)
        band = few[many] if many < len(few) else ComplexityBand.MANY
        bands[band if is_known else ComplexityBand.NOT_ASKED] += 1
    assert dict(found.lines) == bands
    assert sum(bands.values()) == len(there)


def test_what_was_referred(demo: Demo, period: Period) -> None:
    found = tables(read_quarter(demo.desk, period))
    made = [
        one.status
        for one in demo.every(Referral)
        if within(one.referred_on, period) and one.status is not ReferralStatus.DRAFT
    ]
    assert dict(found[FigureTable.REFERRALS].lines) == Counter(made)


def test_what_was_in_the_way(demo: Demo, period: Period) -> None:
    found = tables(read_quarter(demo.desk, period))
    stopped = {
        (one.category, one.person_id)
        for one in demo.every(Barrier)
        if one.person_id and one.since <= period.until_on
        if one.settled_on is None or one.settled_on >= period.from_on
    }
    assert dict(found[FigureTable.BARRIERS].lines) == Counter(what for what, _who in stopped)
    gaps = demo.every(Gap)
    old = after_months(period.until_on, -6)
    stands = [
        one
        for one in gaps
        if one.first_raised_on <= period.until_on
        if one.closed_on is None or one.closed_on > period.until_on
    ]
    assert dict(found[FigureTable.GAPS].lines) == {
        GapCount.RAISED: sum(within(one.first_raised_on, period) for one in gaps),
        GapCount.CLOSED: sum(within(one.closed_on, period) for one in gaps),
        GapCount.STANDING: len(stands),
        GapCount.OVER_HALF_A_YEAR: sum(one.first_raised_on < old for one in stands),
    }


def test_what_was_asked_of_people_with_more_authority(demo: Demo, period: Period) -> None:
    report = read_quarter(demo.desk, period)
    asked = tables(report)[FigureTable.ESCALATIONS]
    every_one = demo.every(Escalation)
    answered = [one for one in every_one if within(one.answered_on, period)]
    waits = [
        one
        for one in every_one
        if one.sent_on
        and one.sent_on <= period.until_on
        and not (one.answered_on and one.answered_on <= period.until_on)
        and not (one.closed_on and one.closed_on <= period.until_on)
    ]
    assert dict(asked.lines) == {
        EscalationCount.SENT: sum(within(one.sent_on, period) for one in every_one),
        EscalationCount.ANSWERED: len(answered),
        EscalationCount.ANSWERED_LATE: sum(
            one.respond_by is not None and one.answered_on > one.respond_by
            for one in answered
            if one.answered_on
        ),
        EscalationCount.UNANSWERED: sum(
            one.sent_on is not None and one.answered_on is None and within(one.closed_on, period)
            for one in every_one
        ),
        EscalationCount.WAITING: len(waits),
        EscalationCount.OVERDUE: sum(
            one.respond_by is not None and one.respond_by < period.until_on for one in waits
        ),
    }
    spans = sorted(
        (one.answered_on - one.sent_on).days for one in answered if one.answered_on and one.sent_on
    )
    assert report.answered_in == (spans[(len(spans) - 1) // 2] if spans else None)


def test_there_is_something_to_count(small: Office, filled: Office) -> None:
    """Else the sums above could not fail."""
    both = [tables(read_quarter(one.desk, YEAR)) for one in (small, filled)]
    for table in FigureTable:
        assert any(table in one and one[table].lines for one in both), table
    assert both[0][FigureTable.COMPLEXITY][ComplexityBand.MANY]
    assert all(one[FigureTable.CAME_AND_WENT][CameAndWent.NEW] for one in both)
