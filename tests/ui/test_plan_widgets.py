"""What the widgets of a plan show and tell."""

from typing import Any
from uuid import UUID

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.field_guards import set_part_sensitivity
from coordinator.casework.plans.goals import add_goal
from coordinator.casework.plans.writing import begin_plan
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Sensitivity
from coordinator.ui.kit import theme
from coordinator.ui.kit.areas import Area
from coordinator.ui.kit.chips import Chip
from coordinator.ui.kit.slots import SlotField
from coordinator.ui.lanes.autosave import Clash, Slot
from coordinator.ui.screens.plan.view import PlanPage
from coordinator.ui.screens.plan.wishes import Wish, steps_of
from tests.meetings import add_case
from tests.ui.pages.plan_pages import PlanOnPage


@pytest.fixture
def person(desk: Desk) -> UUID:
    who, _case = add_case(desk)
    return who


@pytest.fixture
def page(desk: Desk, person: UUID) -> PlanOnPage:
    plan = begin_plan(desk, person).result
    for words in ("A door that locks", "To see my sister", "To sleep"):
        add_goal(desk, plan, own_words=words)
    return PlanOnPage(desk, person)


def _view(qtbot: QtBot, page: PlanOnPage) -> PlanPage:
    view = PlanPage()
    qtbot.addWidget(view)
    assert page.shown.opened is not None
    view.show_plan(page.shown.opened, steps_of(page.shown.opened))
    view.resize(1024, 700)
    view.show()
    return view


def _area(view: PlanPage, name: str) -> Area:
    return next(one for one in view.findChildren(Area) if one.accessibleName() == name)


def test_the_widgets_tell_what_is_typed_and_what_is_left(
    page: PlanOnPage, qtbot: QtBot, look: theme.Look
) -> None:
    view = _view(qtbot, page)
    told: list[tuple[Slot, str]] = []
    view.left.connect(lambda slot, text: told.append((slot, text)))
    area = _area(view, "What matters to me")
    with qtbot.waitSignal(view.typed) as typed:
        area.setPlainText("My dog")
    area.focusOutEvent(_focus_out())

    slot = Slot(page.plan.id, "plan.what_matters")
    assert typed.args == [slot, "My dog"]
    assert told == [(slot, "My dog")]


def test_reading_the_page_again_keeps_the_fields_and_the_cursor(
    page: PlanOnPage, qtbot: QtBot, look: theme.Look
) -> None:
    view = _view(qtbot, page)
    area = _area(view, "Goal 1, in the person's own words")
    view.show_text(Slot(page.plan.goals[0].line.id, "goal.own_words"), "A door that locks")
    cursor = area.textCursor()
    cursor.setPosition(4)
    area.setTextCursor(cursor)
    page.presenter.do(Wish.GOAL_DOWN, page.plan.goals[0])
    assert page.shown.opened is not None
    view.show_plan(page.shown.opened, page.shown.steps)
    view.show_text(Slot(page.plan.goals[1].line.id, "goal.own_words"), "A door that locks")

    assert area.accessibleName() == "Goal 2, in the person's own words"
    assert area.textCursor().position() == 4


def test_a_text_few_may_read_says_so_above_it_and_no_more_once_everybody_may(
    desk: Desk, page: PlanOnPage, qtbot: QtBot, look: theme.Look
) -> None:
    part = Part(RecordKind.PLAN, page.plan.id, "formulation")
    held = set_part_sensitivity(desk, part, Sensitivity.RESTRICTED, seen=0).result
    page.presenter.load()
    view = _view(qtbot, page)
    assert [one.accessibleName() for one in _marks_of(view, "formulation")] == ["Restricted"]
    assert _marks_of(view, "what_matters") == []

    set_part_sensitivity(desk, part, Sensitivity.STANDARD, seen=held, reason="They told all")
    page.presenter.load()
    assert page.shown.opened is not None
    view.show_plan(page.shown.opened, page.shown.steps)
    assert _marks_of(view, "formulation") == []


def _marks_of(view: PlanPage, section: str) -> list[Chip]:
    (field,) = (one for one in view.findChildren(SlotField) if one.slot.column == section)
    return field.findChildren(Chip)


def test_a_clash_can_be_settled_with_one_key(
    page: PlanOnPage, qtbot: QtBot, look: theme.Look
) -> None:
    view = _view(qtbot, page)
    slot = Slot(page.plan.id, "plan.what_matters")
    view.show_clash(slot, Clash("My dog", "My daughter", 3, "Morwenna Tregear"))
    chosen: list[Any] = []
    view.theirs_asked.connect(chosen.append)
    texts = {action.text(): action for action in _actions(view) if action.isEnabled()}
    texts["Take theirs (Alt+T)"].trigger()

    assert chosen == [slot]
    view.show_clash(slot, None)
    assert [action for action in _actions(view) if action.isEnabled()] == []


def _actions(view: PlanPage) -> list[Any]:
    return [one for one in view.findChildren(QAction) if "(Alt+" in one.text()]


def _focus_out() -> Any:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent

    return QFocusEvent(QEvent.Type.FocusOut)


def test_goals_move_by_keys_and_the_keys_stay_on_a_button_that_works(
    page: PlanOnPage, qtbot: QtBot, look: theme.Look
) -> None:
    view = _view(qtbot, page)
    view.wished.connect(page.presenter.do)
    keys = [one for one in view.findChildren(QAction) if one.shortcut().toString() == "Alt+Up"]
    assert [one.isEnabled() for one in keys] == [False, True, True]
    button = next(
        one for one in view.findChildren(QPushButton) if one.accessibleName() == "Goal 2: Move up"
    )
    button.setFocus()
    keys[1].trigger()
    assert page.shown.opened is not None
    view.show_plan(page.shown.opened, page.shown.steps)

    assert page.goals() == ["To see my sister", "A door that locks", "To sleep"]
    assert not button.isEnabled()
    assert view.focusWidget().accessibleName() == "Goal 1: Move down"


def test_tab_goes_through_the_goals_as_they_stand(
    page: PlanOnPage, qtbot: QtBot, look: theme.Look
) -> None:
    view = _view(qtbot, page)
    page.presenter.do(Wish.GOAL_UP, page.plan.goals[2])
    assert page.shown.opened is not None
    view.show_plan(page.shown.opened, page.shown.steps)
    names: list[str] = []
    one: QWidget | None = view.nextInFocusChain()
    while one is not None and one is not view and len(names) < 1_000:
        names.append(one.accessibleName())
        one = one.nextInFocusChain()
    own = [name for name in names if name.endswith("in the person's own words")]

    assert own == [f"Goal {place}, in the person's own words" for place in (1, 2, 3)]
