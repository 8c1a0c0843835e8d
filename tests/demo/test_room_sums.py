"""What the rooms sum up in each demo, against sums made another way: every record, one by one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from uuid import UUID

import pytest

from coordinator.casework.assessments.reading import read_tools
from coordinator.casework.demand.reading import read_panel_demand
from coordinator.casework.learning.figures import read_learning_figures
from coordinator.casework.learning.themes import read_themes
from coordinator.casework.money.figures import read_money_figures
from coordinator.casework.money.reading import read_panel_money
from coordinator.casework.places.reading import find_place_plans, read_place_plan
from coordinator.db.models import (
    Action,
    ActionTie,
    Assessment,
    AssessmentScore,
    BudgetEntry,
    BudgetLine,
    Case,
    DemandCount,
    LearningNote,
    LearningReview,
    Person,
    PlacePriority,
    PlaceReading,
    Plan,
    PlanVersion,
    ProgrammePlace,
    Theme,
    ThemeLink,
)
from coordinator.domain.accountability import Period
from coordinator.domain.demand.views import Wanted
from coordinator.domain.lists.measures import Completeness, DemandMeasure, MoneyMove
from coordinator.domain.months import after_months
from coordinator.domain.states import ActionStatus, BudgetStatus, CaseStatus, PlacePlanStatus
from tests.demo.reading import Demo
from tests.demo.test_report_sums import within

_DAY = timedelta(days=1)
_GRANTED = {BudgetStatus.AGREED, BudgetStatus.PART_AGREED}


def begun(demo: Demo) -> Mapping[UUID, date]:
    """When each person's last case had its first plan agreed, or else was opened."""
    cases = {one.id: one for one in sorted(demo.every(Case), key=lambda one: one.opened_on)}
    case_of = {one.id: one.case_id for one in demo.every(Plan)}
    agreed: dict[UUID, list[date]] = defaultdict(list)
    for one in demo.every(PlanVersion):
        agreed[case_of[one.plan_id]].append(one.agreed_on)
    return {one.person_id: min(agreed[one.id], default=one.opened_on) for one in cases.values()}


def known(counts: Iterable[DemandCount], first: date, last: date) -> int | None:
    """Sum the counts within days that they cover to the last one; nothing where they do not."""
    days: set[date] = set()
    found = 0
    for one in counts:
        if one.count is None or not (first <= one.from_on and one.to_on <= last):
            continue
        if one.completeness is Completeness.FULL and one.as_at >= one.to_on:
            days |= {
                one.from_on + number * _DAY for number in range((one.to_on - one.from_on).days + 1)
            }
            found += one.count
    return found if len(days) == (last - first).days + 1 else None


def summed(
    demo: Demo, starts: Mapping[UUID, date], months: int
) -> Mapping[DemandMeasure, tuple[int, int, int]]:
    """Sum up, by hand: of how many people both sides are known, and how much before and after."""
    died = {one.id: one.died_on for one in demo.every(Person)}
    by_person: dict[tuple[UUID, DemandMeasure], list[DemandCount]] = defaultdict(list)
    for one in demo.every(DemandCount):
        if one.ended_on is None:
            by_person[one.person_id, one.measure].append(one)
    sums: dict[DemandMeasure, list[tuple[int, int]]] = defaultdict(list)
    for (person, measure), counts in by_person.items():
        if person not in starts:
            continue
        month = starts[person].replace(day=1)
        after = month if starts[person] == month else after_months(month, 1)
        over = after_months(after, months) - _DAY
        on = died[person]
        before = known(counts, after_months(month, -months), month - _DAY)
        then = known(counts, after, over)
        if before is None or then is None or over >= demo.today or (on is not None and on <= over):
            sums[measure] += []
        else:
            sums[measure].append((before, then))
    return {
        measure: (len(pairs), sum(one for one, _ in pairs), sum(two for _, two in pairs))
        for measure, pairs in sums.items()
    }


@pytest.mark.parametrize("closed_too", [False, True])
@pytest.mark.parametrize("months", [3, 6, 12])
def test_demand_before_and_after(demo: Demo, months: int, closed_too: bool) -> None:
    starts = begun(demo)
    there = {
        one.person_id
        for one in demo.every(Case)
        if closed_too or one.status is not CaseStatus.CLOSED
    }
    found = read_panel_demand(demo.desk, wanted=Wanted(months=months, closed_too=closed_too))
    told = {
        one.measure: (one.totals.people, one.totals.before, one.totals.after)
        for one in found.measures
    }
    assert told == summed(demo, {key: starts[key] for key in there}, months)
    assert all(one.totals.everybody == len(there) for one in found.measures)


def test_demand_of_each_programme(demo: Demo) -> None:
    programmes = read_panel_demand(demo.desk).programmes
    assert programmes
    for programme in programmes:
        joined: dict[UUID, date] = {}
        for one in demo.every(ProgrammePlace):
            if one.programme_id == programme.id:
                joined[one.person_id] = min(one.from_on, joined.get(one.person_id, one.from_on))
        found = read_panel_demand(demo.desk, wanted=Wanted(programme=programme.id))
        told = {
            one.measure: (one.totals.people, one.totals.before, one.totals.after)
            for one in found.measures
        }
        assert told == summed(demo, joined, 6)


def test_the_money_of_a_period(demo: Demo, period: Period) -> None:
    found = read_money_figures(demo.desk, period.from_on, period.until_on)
    lines, entries = demo.every(BudgetLine), demo.every(BudgetEntry)
    granted = _GRANTED | {BudgetStatus.SETTLED}
    moved = [one for one in entries if one.ended_on is None and within(one.happened_on, period)]
    total = found.total
    assert (total.asked.pence, total.agreed.pence, total.spent.pence, total.returned.pence) == (
        sum(one.asked_pence for one in lines if within(one.asked_on, period)),
        sum(
            one.agreed_pence or 0
            for one in lines
            if one.status in granted and within(one.decided_on, period)
        ),
        sum(one.pence for one in moved if one.move is MoneyMove.SPENT),
        sum(one.pence for one in moved if one.move is MoneyMove.RETURNED),
    )
    paid = {one.person_id for one in moved if one.move is MoneyMove.SPENT and one.person_id}
    assert found.helped == len(paid)


def test_what_is_left_of_what_the_panel_was_given(demo: Demo) -> None:
    page = read_panel_money(demo.desk)
    lines = demo.every(BudgetLine)
    assert len(page.lines) == len(lines)
    out: Counter[UUID] = Counter()
    for one in demo.every(BudgetEntry):
        if one.ended_on is None:
            out[one.line_id] += one.pence if one.move is MoneyMove.SPENT else -one.pence
    for given in page.allocations:
        mine = [
            one
            for one in lines
            if (one.funding, one.own_funding) == (given.funding, given.own_funding)
            and given.from_on <= (one.decided_on or one.asked_on) <= given.to_on
        ]
        bound = [
            max(one.agreed_pence or 0, out[one.id]) if one.status in _GRANTED else out[one.id]
            for one in mine
        ]
        position = given.position
        assert (position.net, position.bound, position.left, position.waiting) == (
            sum(out[one.id] for one in mine),
            sum(bound),
            given.pence - sum(out[one.id] for one in mine),
            sum(one.asked_pence for one in mine if one.status is BudgetStatus.ASKED),
        )


def test_what_was_learnt(demo: Demo, period: Period) -> None:
    found = read_learning_figures(demo.desk, period)
    notes = [
        one
        for one in demo.every(LearningNote)
        if one.ended_on is None and within(one.noted_on, period)
    ]
    assert dict(found.by_tag) == Counter(one.tag for one in notes)
    reviews = demo.every(LearningReview)
    assert found.reviews_begun == sum(within(one.begun_on, period) for one in reviews)
    assert found.reviews_closed == sum(within(one.closed_on, period) for one in reviews)
    counted = {
        one.id
        for one in reviews
        if one.begun_on <= period.until_on
        and (one.closed_on is None or one.closed_on >= period.from_on)
    }
    wanted = {one.action_id for one in demo.every(ActionTie) if one.review_id in counted}
    actions = [
        one for one in demo.every(Action) if one.id in wanted and one.set_on <= period.until_on
    ]
    assert found.recommended == len(actions)
    assert found.acted_on == sum(
        one.status is ActionStatus.DONE and one.done_on <= period.until_on for one in actions
    )


def test_how_many_people_and_gaps_each_theme_is_seen_with(demo: Demo) -> None:
    links = demo.every(ThemeLink)
    for row in read_themes(demo.desk).rows:
        mine = [one for one in links if one.theme_id == row.id]
        assert row.people == len({one.person_id for one in mine if one.person_id})
        assert row.gaps == len({one.gap_id for one in mine if one.gap_id})
    assert len(read_themes(demo.desk).rows) == len(demo.every(Theme))


def test_how_often_factors_are_found_on_the_caseload(demo: Demo) -> None:
    there = {one.person_id for one in demo.every(Case) if one.status is not CaseStatus.CLOSED}
    scores: dict[UUID, list[AssessmentScore]] = defaultdict(list)
    for one in demo.every(AssessmentScore):
        scores[one.assessment_id].append(one)
    for list_ in read_tools(demo.desk).prevalence:
        latest: dict[UUID, Assessment] = {}
        for one in sorted(demo.every(Assessment), key=lambda one: one.done_on):
            if one.tool_id == list_.tool.id and one.person_id in there and one.ended_on is None:
                latest[one.person_id] = one
        values = Counter(
            (score.called, score.value) for one in latest.values() for score in scores[one.id]
        )
        assert (list_.people, list_.asked) == (len(there), len(latest))
        for factor in list_.factors:
            told = factor.there, factor.not_there, factor.not_known
            assert told == tuple(values[factor.words, value] for value in (1, 0, None))


def test_what_place_plans_count(demo: Demo) -> None:
    rows = find_place_plans(demo.desk, statuses=tuple(PlacePlanStatus))
    measured: dict[UUID, int] = {}
    actions = {one.id: one for one in demo.every(Action)}
    ties, priorities = demo.every(ActionTie), demo.every(PlacePriority)
    readings = Counter(one.measure_id for one in demo.every(PlaceReading))
    for row in rows:
        mine = {one.id for one in priorities if one.plan_id == row.id and one.ended_on is None}
        open_ones = [
            actions[one.action_id]
            for one in ties
            if one.priority_id in mine and actions[one.action_id].closed_on is None
        ]
        assert (row.priorities, row.open_actions) == (len(mine), len(open_ones))
        page = read_place_plan(demo.desk, row.id)
        of_all = (one for priority in page.priorities for one in priority.measures)
        measured |= {one.id: len(one.readings) for one in (*page.measures, *of_all)}
    assert measured
    assert measured == {one: readings[one] for one in measured}
