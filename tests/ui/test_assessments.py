"""Scoring somebody and setting up tools in the windows: by keys, at the field, nothing lost."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from coordinator.casework.assessments.reading import read_assessments
from coordinator.casework.desk import Desk
from coordinator.domain.assessments.rules import Score
from coordinator.domain.assessments.views import ToolRow
from coordinator.domain.lists.panel import Feature
from coordinator.domain.roles import Role
from coordinator.ui.kit import theme
from coordinator.ui.kit.line_charts import LineChartWidget
from coordinator.ui.kit.sheet import Sheet
from coordinator.ui.places.assessments import AssessmentsPlace, ToolsPlace
from coordinator.ui.places.every import PapersPlace, PersonPlace, Place
from coordinator.ui.screens.assessments.presenter import AssessmentsPresenter, Shown
from coordinator.ui.screens.assessments.screen import build
from coordinator.ui.screens.assessments.view import AssessmentsView
from coordinator.ui.screens.person.presenter import PersonPresenter
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.shared.asking import Asking
from tests.requests import known_case
from tests.scored import FACTORS, needs, score, tool
from tests.stores import OFFICER, POLICE, TODAY, sitting
from tests.switched import switch_off, switch_on
from tests.ui.desks import Forms
from tests.ui.immediate import ImmediateJobs
from tests.ui.said import buttons, press, says

EARLIER = (4, 2, 2, 6, 6, 3, 3, 4, 2, 2)
LATER = (3, 2, 1, 4, 6, 2, 3, 4, 1, 2)


class Page:
    """Somebody's assessments as they would be shown."""

    def __init__(self, desk: Desk, person: UUID) -> None:
        self.shown: Shown | None = None
        self.gone: list[Place] = []
        self.notices: list[str] = []
        self.forms, self.jobs = Forms(), ImmediateJobs(desk)
        asking = Asking(self.jobs, self.forms)
        self.presenter = AssessmentsPresenter(
            self.jobs, self, asking, self._notify, self.gone.append, person
        )
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    def _notify(self, notice: object) -> None:
        self.notices.append(notice.what)  # type: ignore[attr-defined]

    def show_assessments(self, shown: Shown) -> None:
        self.shown = shown

    def show_nobody(self) -> None:
        self.shown = None

    def tool(self, name: str = "Needs score") -> ToolRow:
        assert self.shown is not None
        return next(one for one in self.shown.page.tools if one.tool.name == name)


@pytest.fixture
def person(desk: Desk) -> UUID:
    switch_on(desk, Feature.ASSESSMENTS)
    return known_case(desk)


def test_all_of_it_is_a_press_away_as_a_paper(desk: Desk) -> None:
    person = known_case(desk)
    score(desk, person, needs(*LATER))
    page = Page(desk, person)
    page.presenter.open_paper()
    assert page.gone == [PapersPlace(kind="assessments", person="KP-0001")]


def test_a_score_is_typed_as_numbers_and_told_at_the_field(desk: Desk, person: UUID) -> None:
    page = Page(desk, person)
    page.presenter.score(page.tool())
    page.forms.answer(**{"value engagement": 5, "value risk_to_others": 3})
    assert page.forms.faults == {
        "value engagement": "out-of-range",
        "value risk_to_others": "off-step",
    }
    page.forms.answer(**{"value engagement": 3, "value risk_to_others": 4})
    assert page.forms.faults == {
        "why engagement": "required",
        "why risk_to_others": "required",
    }
    why = {"why engagement": "Talks", "why risk_to_others": "Shouts"}
    page.forms.answer(**{"value engagement": 3, "value risk_to_others": 4}, **why)
    (history,) = read_assessments(desk, person).histories
    assert history.latest is not None
    assert history.latest.scores["engagement"] == Score(3, "Talks")
    assert history.latest.scores["housing"] == Score()
    assert history.latest.total.known == 2


def test_what_was_typed_half_way_is_there_again_nought_too(
    qtbot: QtBot, look: theme.Look, desk: Desk, person: UUID
) -> None:
    view = _page(qtbot, desk, person)
    view.score_asked.emit(tool(desk))
    sheet = _sheet(view)
    _type(qtbot, sheet, "Engagement", "0")
    _type(qtbot, sheet, "Housing", "3")
    _type(qtbot, sheet, "Why: Housing", "Sleeps in the porch")
    sheet.keep_now()
    sheet.give_way()
    again = _page(qtbot, desk, person)
    again.score_asked.emit(tool(desk))
    kept = _sheet(again)
    said = {one.accessibleName(): one.text() for one in kept.findChildren(QLineEdit)}
    assert (said["Engagement"], said["Housing"]) == ("0", "3")
    assert said["Why: Housing"] == "Sleeps in the porch"


def test_the_form_is_filled_by_keys_alone(
    qtbot: QtBot, look: theme.Look, desk: Desk, person: UUID
) -> None:
    view = _page(qtbot, desk, person)
    view.score_asked.emit(tool(desk))
    sheet = _sheet(view)
    at = _field(sheet, "Engagement")
    at.setFocus()
    for number in "3224422412":
        qtbot.keyClicks(sheet.window().focusWidget(), number)
        qtbot.keyClick(sheet.window().focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClicks(sheet.window().focusWidget(), "Seen")
        qtbot.keyClick(sheet.window().focusWidget(), Qt.Key.Key_Tab)
    next(one for one in sheet.findChildren(QPushButton) if one.text() == "Keep it").click()
    (history,) = read_assessments(desk, person).histories
    assert [row.now.value for row in history.items] == [3, 2, 2, 4, 4, 2, 2, 4, 1, 2]


def test_a_list_is_gone_through_and_one_that_is_wrong_is_ended(desk: Desk, person: UUID) -> None:
    page = Page(desk, person)
    page.presenter.score(page.tool(FACTORS))
    page.forms.answer(**{"value no_home": 1, "why no_home": "On the beach", "value hurt": 0})
    (history,) = read_assessments(desk, person).histories
    assert history.latest is not None
    page.presenter.end(history.latest)
    page.forms.answer(reason=" ")
    assert read_assessments(desk, person).histories[0].latest is not None
    page.forms.answer(reason="Of somebody else")
    assert read_assessments(desk, person).histories[0].latest is None


def test_the_page_leads_to_the_person_and_to_the_tools(desk: Desk, person: UUID) -> None:
    page = Page(desk, person)
    page.presenter.open_person()
    page.presenter.open_tools()
    assert page.gone == [PersonPlace(person), ToolsPlace()]


def test_who_may_not_see_the_person_sees_nobody(desk: Desk, person: UUID) -> None:
    page = Page(sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE), person)
    assert page.shown is None
    assert page.notices


def test_it_shows_what_stands_beside_the_time_before_and_over_time(
    qtbot: QtBot, look: theme.Look, desk: Desk, person: UUID
) -> None:
    score(desk, person, needs(*EARLIER), TODAY - timedelta(days=97))
    score(desk, person, needs(*LATER), note="At the hub")
    view = _page(qtbot, desk, person)
    said = says(view)
    assert "28 (34 in August)" in said
    assert "Engagement: 3 of 4 (4 in August)" in said
    assert "At the hub" in said
    assert any("South West London" in one for one in said)
    (chart,) = view.findChildren(LineChartWidget)
    assert "34" in chart.accessibleDescription()
    press(view, "The items of Fri 14 Aug")
    assert any(one.startswith("Engagement: 4 of 4") for one in says(view))


def test_off_and_empty_it_says_where_it_is_switched_on(
    qtbot: QtBot, look: theme.Look, desk: Desk
) -> None:
    view = _page(qtbot, desk, known_case(desk))
    assert any("This panel does not use assessments." in one for one in says(view))
    assert not [one for one in buttons(view) if one.startswith("Score")]


def test_with_nothing_on_file_every_tool_is_offered(
    qtbot: QtBot, look: theme.Look, desk: Desk, person: UUID
) -> None:
    view = _page(qtbot, desk, person)
    titles = ["Score: Needs score", f"Go through: {FACTORS}"]
    shown = [one.text() for one in view.findChildren(QPushButton)]
    assert [one for one in titles if one in shown] == titles


def test_off_the_persons_page_is_as_it_was_and_on_it_leads_there(desk: Desk) -> None:
    person = known_case(desk)
    assert "scores" not in _steps(desk, person)
    switch_on(desk, Feature.ASSESSMENTS)
    assert "scores" in _steps(desk, person)
    gone: list[Place] = []
    _presenter(desk, person, gone.append).do(Step.SCORES)
    assert gone == [AssessmentsPlace(person)]


def test_what_is_on_file_is_shown_though_it_is_switched_off(desk: Desk) -> None:
    person = known_case(desk)
    score(desk, person, needs(3))
    switch_off(desk, Feature.ASSESSMENTS)
    assert "scores" in _steps(desk, person)
    page = Page(desk, person)
    assert page.shown is not None
    assert page.shown.page.histories
    page.presenter.score(page.tool())
    assert page.forms.question is None


def _page(qtbot: QtBot, desk: Desk, person: UUID) -> AssessmentsView:
    screen = build(ImmediateJobs(desk), lambda _notice: None, lambda _place: None, person)
    qtbot.addWidget(screen.widget)
    screen.widget.resize(1000, 800)
    screen.widget.show()
    screen.widget.kept = screen  # type: ignore[attr-defined]
    assert isinstance(screen.widget, AssessmentsView)
    return screen.widget


def _sheet(view: AssessmentsView) -> Sheet:
    assert isinstance(view.sheets.shown, Sheet)
    return view.sheets.shown


def _field(sheet: Sheet, name: str) -> QLineEdit:
    return next(one for one in sheet.findChildren(QLineEdit) if one.accessibleName() == name)


def _type(qtbot: QtBot, sheet: Sheet, name: str, words: str) -> None:
    qtbot.keyClicks(_field(sheet, name), words)


def _steps(desk: Desk, person: UUID) -> list[str]:
    found: list[str] = []

    class View:
        def show_person(self, opened: object) -> None:
            found.extend(step.value for step in opened.steps)  # type: ignore[attr-defined]

        def __getattr__(self, _name: str) -> Callable[..., None]:
            return lambda *_said: None

    _presenter(desk, person, lambda _place: None, View())
    return found


def _presenter(
    desk: Desk, person: UUID, go: Callable[[Place], None], view: object = None
) -> PersonPresenter:
    class Silent:
        def __getattr__(self, _name: str) -> Callable[..., None]:
            return lambda *_said: None

    jobs = ImmediateJobs(desk)
    made = PersonPresenter(
        jobs,
        view or Silent(),  # type: ignore[arg-type]
        Asking(jobs, Forms()),
        lambda _notice: None,
        go,
        person,
    )
    made.load()
    return made
