"""Setting up tools in the windows: item by item, told at the field, followed by editions."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from coordinator.casework.assessments.reading import read_tools
from coordinator.casework.assessments.tools import end_tool
from coordinator.casework.desk import Desk
from coordinator.domain.assessments.rules import Band, Score
from coordinator.domain.assessments.views import ToolRow, ToolsPage
from coordinator.domain.lists.assessments import ToolKind
from coordinator.domain.lists.panel import Feature
from coordinator.domain.roles import Role
from coordinator.ui.kit import theme
from coordinator.ui.places.assessments import ToolsPlace
from coordinator.ui.places.every import Place
from coordinator.ui.screens.panel.screen import build as build_panel
from coordinator.ui.screens.tools.presenter import ToolsPresenter
from coordinator.ui.screens.tools.screen import build as build_tools
from coordinator.ui.screens.tools.view import ToolsView
from coordinator.ui.shared.asking import Asking
from tests.requests import known_case
from tests.scored import FACTORS, needs, score, tool
from tests.stores import HEALTH, NURSE, TODAY, sitting
from tests.switched import switch_on
from tests.ui.desks import Forms
from tests.ui.immediate import ImmediateJobs
from tests.ui.said import buttons, press, says

EARLIER = (4, 2, 2, 6, 6, 3, 3, 4, 2, 2)
LATER = (3, 2, 1, 4, 6, 2, 3, 4, 1, 2)


class Tools:
    """The tools as they would be shown."""

    def __init__(self, desk: Desk) -> None:
        self.shown = ToolsPage(())
        self.gone: list[Place] = []
        self.notices: list[str] = []
        self.forms, self.jobs = Forms(), ImmediateJobs(desk)
        asking = Asking(self.jobs, self.forms)
        self.presenter = ToolsPresenter(self.jobs, self, asking, self._notify, self.gone.append)
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    def _notify(self, notice: object) -> None:
        self.notices.append(notice.what)  # type: ignore[attr-defined]

    def show_tools(self, shown: ToolsPage) -> None:
        self.shown = shown

    def choose(self, row: ToolRow) -> None:
        pass

    def row(self, name: str) -> ToolRow:
        return next(one for one in self.shown.tools if one.tool.name == name and one.is_current)


@pytest.fixture
def person(desk: Desk) -> UUID:
    switch_on(desk, Feature.ASSESSMENTS)
    return known_case(desk)


def test_a_tool_is_set_up_item_by_item(desk: Desk) -> None:
    page = Tools(desk)
    page.presenter.add()
    page.forms.answer(name="Sleep", owner="A trust")
    assert page.forms.faults == {"acknowledgement": "required"}
    page.forms.answer(name="Sleep", owner="A trust", acknowledgement="By a trust")
    page.presenter.write_item(page.row("Sleep"), None)
    page.forms.answer(item_words="Hours", lowest=0, highest=7, step=2)
    assert page.forms.faults == {"step": "off-step"}
    page.forms.answer(item_words="Hours", lowest=0, highest=8, step=2)
    page.presenter.write_item(page.row("Sleep"), None)
    page.forms.answer(item_words="Dreams", highest=2, step=1, guide="0 is none")
    page.presenter.write_band(page.row("Sleep"), None)
    page.forms.answer(band_name="Little", band_lowest=0, band_highest=4)
    row = page.row("Sleep")
    hours, dreams = row.tool.items
    assert (hours.highest, hours.step, dreams.guide) == (8, 2, "0 is none")
    page.presenter.move(row, dreams, -1)
    assert [one.words for one in page.row("Sleep").tool.items] == ["Dreams", "Hours"]
    page.presenter.take_off(page.row("Sleep"), dreams)
    assert page.row("Sleep").tool.items == (hours,)
    assert page.row("Sleep").tool.bands == (Band("Little", 0, 4),)
    page.presenter.change(page.row("Sleep"))
    page.forms.answer(period="the past week")
    assert page.row("Sleep").tool.period == "the past week"


def test_an_item_that_makes_a_band_unfit_is_refused_and_said(desk: Desk) -> None:
    page = Tools(desk)
    page.presenter.write_band(page.row("Needs score"), None)
    page.forms.answer(band_name="High", band_lowest=40, band_highest=48)
    row = page.row("Needs score")
    page.presenter.take_off(row, row.tool.items[0])
    assert page.row("Needs score") == row
    assert page.notices


def test_a_change_to_one_in_use_makes_an_edition_and_it_ends_and_comes_back(
    desk: Desk, person: UUID
) -> None:
    score(desk, person, needs(3))
    page = Tools(desk)
    row = page.row("Needs score")
    page.presenter.change(row)
    page.forms.answer(period="the past week")
    new = page.row("Needs score")
    assert (new.edition, new.tool) == (2, replace(row.tool, period="the past week"))
    page.presenter.end(new)
    page.forms.answer(reason="No licence")
    assert page.row("Needs score").ended_on == TODAY
    page.presenter.take_up(page.row("Needs score"))
    assert page.row("Needs score").ended_on is None
    page.presenter.take_up(page.row("Needs score"))
    assert page.notices == ["This tool is in use."]


def test_the_tools_show_editions_factors_and_what_can_be_done(
    qtbot: QtBot, look: theme.Look, desk: Desk, person: UUID
) -> None:
    score(desk, person, needs(3))
    Tools(desk).presenter.take_off(tool(desk), tool(desk).tool.items[0])
    score(desk, person, {"no_home": Score(1, "Seen")}, name=FACTORS)
    view = _tools(qtbot, desk)
    assert "Needs score, edition 2" in says(view)
    assert "Earlier editions" in says(view)
    choice = next(one for one in view.findChildren(QPushButton) if one.text() == FACTORS)
    choice.click()
    QApplication.processEvents()
    said = says(view)
    assert "How often factors are found" in said
    assert "There: 1. Not there: 0. Not known: 0." in said
    assert tool(desk, FACTORS).tool.kind is ToolKind.CHECKLIST
    end_tool(desk, tool(desk, FACTORS).id, reason="Done with it")
    nurse = _tools(qtbot, sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH))
    assert not [one for one in buttons(nurse) if one.startswith(("Change", "Add", "Take"))]


def test_the_panels_page_leads_to_the_tools_once_they_are_on(
    qtbot: QtBot, look: theme.Look, desk: Desk
) -> None:
    gone: list[Place] = []
    screen = build_panel(
        ImmediateJobs(desk), lambda _notice: None, lambda _text, _undo: None, gone.append
    )
    qtbot.addWidget(screen.widget)
    screen.widget.show()
    assert "Assessment tools" not in buttons(screen.widget)
    box = next(one for one in screen.widget.findChildren(QCheckBox) if one.text() == "Assessments")
    box.click()
    screen.presenter.load()  # type: ignore[attr-defined]
    press(screen.widget, "Assessment tools")
    assert gone == [ToolsPlace()]
    assert len(read_tools(desk).tools) == 2


def _tools(qtbot: QtBot, desk: Desk) -> ToolsView:
    screen = build_tools(ImmediateJobs(desk), lambda _notice: None, lambda _place: None)
    qtbot.addWidget(screen.widget)
    screen.widget.show()
    screen.widget.kept = screen  # type: ignore[attr-defined]
    assert isinstance(screen.widget, ToolsView)
    return screen.widget


def test_the_first_item_cannot_go_up_nor_the_last_down(
    qtbot: QtBot, look: theme.Look, desk: Desk
) -> None:
    view = _tools(qtbot, desk)
    moves = {one.accessibleName(): one.isEnabled() for one in view.findChildren(QPushButton)}
    assert not moves["Up: Engagement"]
    assert not moves["Down: Housing"]
    assert moves["Down: Engagement"]
    assert moves["Up: Housing"]
