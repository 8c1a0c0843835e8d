"""What the large demos hold of the rooms: enough, and nothing an act would have refused."""

from collections import Counter, defaultdict
from datetime import date
from uuid import UUID

import pytest

from coordinator.casework.learning.themes import read_theme_register, read_themes
from coordinator.casework.panel.lines import features
from coordinator.casework.places.reading import (
    find_place_plans,
    read_place_plan,
    read_place_register,
)
from coordinator.casework.stores.opening import Office
from coordinator.db.models import (
    Assessment,
    AssessmentScore,
    Barrier,
    BudgetAllocation,
    BudgetEntry,
    BudgetLine,
    DemandCount,
    Goal,
    GroupSeat,
    LearningNote,
    LearningReview,
    Need,
    Person,
    PlacePlan,
    PlaceReading,
    Programme,
    ProgrammePlace,
    Record,
    Theme,
    ThemeLink,
    ToolItem,
    TraumaEnquiry,
)
from coordinator.domain.assessments.rules import Item
from coordinator.domain.demand.rules import NewCount, check_count, check_overlap
from coordinator.domain.learning.themes import NewTheme, check_theme
from coordinator.domain.lists.learning import SharedWith
from coordinator.domain.lists.measures import Completeness, MoneyMove
from coordinator.domain.lists.panel import Feature
from coordinator.domain.lists.people import NeedPart, NeedSeverity
from coordinator.domain.money.rules import (
    GRANTED,
    NewAllocation,
    NewRequest,
    check_allocation,
    check_only_allocation,
    check_request,
)
from coordinator.domain.needs.rules import Finding, NeedsRound, check_round
from coordinator.domain.states import (
    BarrierStatus,
    BudgetStatus,
    PlacePlanStatus,
    ReviewStatus,
    Sensitivity,
)
from tests.demo.conftest import TODAY
from tests.demo.reading import every

HELD: dict[type[Record], int] = {
    Need: 500,
    TraumaEnquiry: 5,
    Assessment: 20,
    AssessmentScore: 200,
    DemandCount: 400,
    BudgetLine: 20,
    BudgetEntry: 15,
    BudgetAllocation: 4,
    PlacePlan: 3,
    PlaceReading: 5,
    GroupSeat: 20,
    LearningNote: 5,
    LearningReview: 2,
    Theme: 5,
    ThemeLink: 15,
    Programme: 4,
    ProgrammePlace: 3,
}
"""At the least, of a twentieth of a county."""


@pytest.mark.parametrize("model", HELD)
def test_there_is_enough_of_each_kind(filled: Office, model: type[Record]) -> None:
    assert len(every(filled, model)) >= HELD[model]


def test_all_of_it_is_switched_on(filled: Office) -> None:
    wanted = {Feature.ASSESSMENTS, Feature.MONEY, Feature.PLACES, Feature.THEMES}
    with filled.desk.read() as look:
        assert wanted <= features(look)


def test_each_round_of_needs_could_have_been_recorded(filled: Office) -> None:
    rounds: dict[tuple[UUID, date], list[Need]] = defaultdict(list)
    for one in every(filled, Need):
        rounds[one.person_id, one.seen_on].append(one)
    for (_person, day), found in rounds.items():
        said = tuple(Finding(one.area, one.severity, one.need_part) for one in found)
        check_round(NeedsRound(said, day), TODAY)
        assert sum(one.need_part is NeedPart.MAIN for one in found) <= 1
    severities = Counter(one.severity for one in every(filled, Need))
    assert all(severities[one] for one in NeedSeverity)
    assert {one.sensitivity for one in every(filled, TraumaEnquiry)} == {Sensitivity.RESTRICTED}


def test_each_score_could_have_been_given(filled: Office) -> None:
    items = {
        (one.tool_id, one.key): Item(one.key, one.words, one.highest, one.lowest, one.step)
        for one in every(filled, ToolItem)
    }
    tool_of = {one.id: one.tool_id for one in every(filled, Assessment)}
    found = every(filled, AssessmentScore)
    for one in found:
        item = items[tool_of[one.assessment_id], one.item]
        assert one.value is None or item.takes(one.value)
        assert (one.value is None) == (not one.reason)
    assert any(one.value is None for one in found)


def test_each_count_could_have_been_noted_and_none_stands_twice(filled: Office) -> None:
    died = {one.id: one.died_on for one in every(filled, Person)}
    kept: dict[tuple[UUID, object], list[NewCount]] = defaultdict(list)
    for one in every(filled, DemandCount):
        new = NewCount(
            one.measure, one.from_on, one.to_on, one.count, one.agency_id, one.source, one.as_at,
            one.completeness,
        )  # fmt: skip
        check_count(new, TODAY)
        check_overlap(new, kept[one.person_id, one.measure])  # type: ignore[arg-type]
        kept[one.person_id, one.measure].append(new)
        assert one.note == "Made up for the demo."
        assert died[one.person_id] is None or one.to_on < died[one.person_id]
    whole = Counter(one.completeness for one in every(filled, DemandCount))
    assert all(whole[one] for one in Completeness)
    assert 0 < len({one.person_id for one in every(filled, DemandCount)}) < len(died)


def test_each_sum_of_money_could_have_been_asked_decided_and_paid(filled: Office) -> None:
    goals = {one.id: one.person_id for one in every(filled, Goal)}
    out: Counter[UUID] = Counter()
    lines = {one.id: one for one in every(filled, BudgetLine)}
    for entry in every(filled, BudgetEntry):
        line = lines[entry.line_id]
        assert line.status in GRANTED | {BudgetStatus.SETTLED}
        assert line.person_id == entry.person_id
        assert line.decided_on <= entry.happened_on <= TODAY
        out[line.id] += entry.pence if entry.move is MoneyMove.SPENT else -entry.pence
    for one in lines.values():
        assert one.asked_by_id != one.decided_by_id
        assert (one.agreed_pence is None) == (one.status not in GRANTED | {BudgetStatus.SETTLED})
        assert one.decided_on is None or one.asked_on <= one.decided_on <= TODAY
        assert out[one.id] >= 0
        if one.person_id:
            assert goals[one.goal_id] == one.person_id
            check_request(
                NewRequest(one.purpose, one.asked_pence, one.funding, one.goal_id), TODAY
            )
    assert {BudgetStatus.ASKED, BudgetStatus.REFUSED, BudgetStatus.SETTLED} <= {
        one.status for one in lines.values()
    }


def test_the_panel_was_given_each_fund_once_for_a_year(filled: Office) -> None:
    kept: list[BudgetAllocation] = []
    for one in every(filled, BudgetAllocation):
        new = NewAllocation(
            one.funding, one.from_on, one.to_on, one.pence, one.source, one.own_funding
        )
        check_allocation(new)
        check_only_allocation(new, kept)
        kept.append(one)


def test_what_goes_beyond_the_panel_is_told_in_words_of_its_own(filled: Office) -> None:
    for one in every(filled, LearningNote):
        assert (one.shared_with is SharedWith.PANEL) == (not one.told_without_names)
    numbers = [one.number for one in every(filled, LearningReview)]
    assert len(numbers) == len(set(numbers))
    assert any(one.status is ReviewStatus.CLOSED for one in every(filled, LearningReview))


def test_some_place_plans_run_with_work_to_do_and_those_that_are_over_have_none(
    filled: Office,
) -> None:
    plans = find_place_plans(filled.desk, statuses=tuple(PlacePlanStatus))
    running = [one for one in plans if one.status is PlacePlanStatus.AGREED]
    over = [one for one in plans if one.status is PlacePlanStatus.ENDED]
    assert len(running) >= 2
    assert over
    assert all(one.open_actions for one in running)
    assert not any(one.open_actions for one in over)
    for plan in running:
        page = read_place_plan(filled.desk, plan.id)
        assert all(one.readings for own in page.priorities for one in own.measures)
        assert plan.to_on is not None
        assert plan.to_on >= TODAY


def test_nobody_is_named_by_chance_in_themes_and_place_plans(filled: Office) -> None:
    """Else their words would be blotted wherever they are told."""
    told = [(one.title, one.description) for one in read_theme_register(filled.desk).rows]
    assert told == [(one.title, one.description) for one in read_themes(filled.desk).rows]
    for theme in every(filled, Theme):
        check_theme(NewTheme(theme.title, theme.description, theme.unknowns), TODAY)
    kept = {one.id: (one.title, one.summary) for one in every(filled, PlacePlan)}
    pages = read_place_register(filled.desk)
    assert {one.plan.id: (one.plan.title, one.plan.summary) for one in pages} == kept


def test_what_stood_in_the_way_stands_no_longer_where_it_was_settled(filled: Office) -> None:
    for one in every(filled, Barrier):
        assert (one.status is BarrierStatus.RESOLVED) == (one.settled_on is not None)
