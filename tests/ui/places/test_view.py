"""Place plans in a window: what is offered when, the way there, what the list of actions says."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from coordinator.casework.actions.lists import find_actions
from coordinator.casework.desk import Desk
from coordinator.casework.places.plans import end_place_plan
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.lists.panel import Feature
from coordinator.domain.roles import Role
from coordinator.ui.kit import theme
from coordinator.ui.places.place_plans import PlacePlansPlace
from coordinator.ui.screens.actions.columns import about
from coordinator.ui.screens.places import screen
from coordinator.ui.screens.places.presenter import Around
from coordinator.ui.screens.places.view import PlacesView
from tests.casework.places.planned import a_place_plan, a_priority, an_action
from tests.stores import HEALTH, NURSE, sitting
from tests.switched import switch_off, switch_on
from tests.ui.driving import nothing
from tests.ui.immediate import ImmediateJobs


def opened(desk: Desk, qtbot: QtBot, *, ended_too: bool = False) -> PlacesView:
    jobs = ImmediateJobs(desk)
    around = Around(nothing, nothing, nothing, nothing)
    made = screen.build(jobs, around, PlacePlansPlace(ended_too=ended_too))
    jobs.listeners.append(made.look_again)
    view = made.widget
    assert isinstance(view, PlacesView)
    view.setProperty("kept", made)  # a screen keeps its presenter
    qtbot.addWidget(view)
    view.resize(1024, 700)
    view.show()
    return view


def offered(view: PlacesView) -> list[str]:
    return [one.text() for one in view.findChildren(QPushButton) if one.isVisibleTo(view)]


def _says(view: PlacesView) -> str:
    told = (one.text() for one in view.findChildren(QLabel) if one.isVisibleTo(view))
    return " ".join(told).replace("\u200b", "")


def test_a_page_without_plans_says_what_a_plan_is(
    desk: Desk, qtbot: QtBot, look: theme.Look
) -> None:
    switch_on(desk, Feature.PLACES)
    assert "Draft the first plan" in offered(opened(desk, qtbot))


def test_where_places_are_off_nothing_is_begun_and_what_is_on_file_goes_on(
    desk: Desk, qtbot: QtBot, look: theme.Look
) -> None:
    begins = {"New place plan", "Set up a group", "Draft the first plan", "Draft the next plan"}
    view = opened(desk, qtbot)
    assert not begins & set(offered(view))
    assert "This panel does not use place plans and groups." in _says(view)
    a_priority(desk, a_place_plan(desk))
    view = opened(desk, qtbot)
    assert begins & set(offered(view))
    switch_off(desk, Feature.PLACES)
    view = opened(desk, qtbot)
    assert not begins & set(offered(view))
    assert {"It is agreed", "Add a priority", "Add an action"} <= set(offered(view))


def test_a_page_whose_plans_all_ended_does_not_say_that_there_are_none(
    desk: Desk, qtbot: QtBot, look: theme.Look
) -> None:
    end_place_plan(desk, a_place_plan(desk), seen=1, reason="Over.")
    view = opened(desk, qtbot)
    said = _says(view)
    assert "Every place plan has ended." in said
    assert "No place plan is on file" not in said
    assert "Draft the next plan" in offered(view)


def test_only_what_can_follow_is_offered(desk: Desk, qtbot: QtBot, look: theme.Look) -> None:
    plan = a_place_plan(desk)
    an_action(desk, a_priority(desk, plan))
    view = opened(desk, qtbot)
    assert {"It is agreed", "Add a priority", "Add an action"} <= set(offered(view))
    end_place_plan(desk, plan, seen=1, reason="Over.")
    view = opened(desk, qtbot, ended_too=True)
    assert "Open it again" in offered(view)
    assert not {"It is agreed", "Add a priority", "Add an action"} & set(offered(view))
    said = " ".join(one.text() for one in view.findChildren(QLabel)).replace("\u200b", "")
    assert "Walk the harbour front" in said
    assert "Told to be done by: Walked on 10 of 12 Fridays" in said


@pytest.mark.parametrize("role", [Role.COMMISSIONER, Role.AUDITOR])
def test_whoever_only_reads_is_offered_nothing_to_change(
    desk: Desk, qtbot: QtBot, look: theme.Look, role: Role
) -> None:
    an_action(desk)
    view = opened(sitting(desk, NURSE, role, HEALTH), qtbot)
    assert not {"New place plan", "Set up a group", "Change", "Add an action"} & set(offered(view))


def test_the_list_of_actions_says_which_plan_one_belongs_to(desk: Desk) -> None:
    an_action(desk)
    (row,) = find_actions(desk, ActionFilter()).rows
    assert about(row) == "P26-001 Penzance"
