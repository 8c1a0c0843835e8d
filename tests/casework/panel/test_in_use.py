"""What a panel works with: switched on, or on file although it is off."""

from collections.abc import Callable

import pytest

from coordinator.casework.assessments.reading import read_assessments
from coordinator.casework.assessments.scoring import end_scoring, score_person
from coordinator.casework.desk import Desk
from coordinator.casework.learning.themes import add_theme
from coordinator.casework.money.allocating import add_allocation
from coordinator.casework.money.deciding import decide_money
from coordinator.casework.money.reading import read_money
from coordinator.casework.money.requests import ask_for_money
from coordinator.casework.money.spending import note_move
from coordinator.casework.panel.in_use import find_features_in_use
from coordinator.casework.panel.settings import read_features
from coordinator.casework.people.assessments import note_assessment
from coordinator.casework.places.groups import found_place_group
from coordinator.casework.places.plans import draft_place_plan, end_place_plan
from coordinator.casework.places.reading import find_place_plans
from coordinator.domain.assessments.rules import Scoring
from coordinator.domain.errors import GuardError
from coordinator.domain.learning.themes import NewTheme
from coordinator.domain.lists.panel import Feature
from coordinator.domain.lists.places import GroupKind
from coordinator.domain.people.assessments import Assessment
from coordinator.domain.places.rules import NewGroup, NewPlacePlan
from coordinator.domain.states import PlacePlanStatus
from coordinator.wording.refusals.notices import notice_for
from tests.casework.money.asked_for import (
    a_request,
    asked,
    given,
    somebody_with_a_goal,
    spent,
    yes,
)
from tests.casework.places.planned import FROM, UNTIL, a_place_plan
from tests.requests import known_case
from tests.scored import FACTORS, needs, score, tool
from tests.stores import TODAY
from tests.switched import switch_off, switch_on

ASKED = {Feature.MONEY, Feature.PLACES}


def test_what_is_off_and_has_nothing_on_file_is_not_in_use(desk: Desk) -> None:
    assert find_features_in_use(desk) & ASKED == set()
    switch_on(desk, Feature.MONEY)
    assert find_features_in_use(desk) & ASKED == {Feature.MONEY}


def test_what_is_on_file_is_in_use_although_it_is_off(desk: Desk) -> None:
    a_place_plan(desk)
    switch_off(desk, Feature.PLACES)
    assert find_features_in_use(desk) & ASKED == {Feature.PLACES}


def test_nothing_new_is_begun_of_what_is_off(desk: Desk) -> None:
    person, goal = somebody_with_a_goal(desk)
    begins: dict[Feature, tuple[Callable[[], object], ...]] = {
        Feature.ASSESSMENTS: (
            lambda: score_person(desk, person, Scoring(tool(desk).id, TODAY, needs(3))),
            lambda: score_person(desk, person, Scoring(tool(desk, FACTORS).id, TODAY, {})),
        ),
        Feature.MONEY: (
            lambda: ask_for_money(desk, person, a_request(goal)),
            lambda: add_allocation(desk, given()),
        ),
        Feature.PLACES: (
            lambda: draft_place_plan(desk, NewPlacePlan("Bodmin", "Calm", FROM, UNTIL)),
            lambda: found_place_group(desk, NewGroup("Safer Towns: Bodmin", GroupKind.PLACE)),
        ),
        Feature.THEMES: (lambda: add_theme(desk, NewTheme("County lines")),),
    }
    for feature, acts in begins.items():
        switch_off(desk, feature)
        for act in acts:
            with pytest.raises(GuardError) as refused:
                act()
            told = notice_for(refused.value)
            assert told.what.startswith("This panel "), feature
            assert "It is switched on on the page The panel" in told.next


def test_what_is_on_file_is_brought_to_its_end_although_it_is_off(desk: Desk) -> None:
    person, goal = somebody_with_a_goal(desk)
    waits, scored, plan = (
        asked(desk, person, goal),
        score(desk, person, needs(3)),
        a_place_plan(desk),
    )
    for feature in (Feature.ASSESSMENTS, Feature.MONEY, Feature.PLACES):
        switch_off(desk, feature)
    decide_money(desk, waits, yes(100), seen=1)
    note_move(desk, waits, spent(100))
    end_scoring(desk, scored, reason="Of somebody else")
    end_place_plan(desk, plan, seen=1, reason="It did what it set out to")
    (line,) = read_money(desk, person).lines
    assert line.standing.net == 100
    (history,) = read_assessments(desk, person).histories
    assert history.latest is None
    assert [one.status for one in find_place_plans(desk)] == [PlacePlanStatus.ENDED]


def test_what_was_assessed_elsewhere_is_kept_whatever_the_panel_itself_scores_with(
    desk: Desk,
) -> None:
    person = known_case(desk)
    note_assessment(desk, person, Assessment("DASH", TODAY, "High"))
    assert Feature.ASSESSMENTS not in read_features(desk)
    assert [one.assessment.tool for one in read_assessments(desk, person).elsewhere] == ["DASH"]
